//! The texts as use cases ask for them.

use app::{TextValue, Wording};

use crate::explanation::explained;
use crate::texts;

/// Swedish, from `assets/texts/sv`.
pub(crate) struct SwedishTexts;

impl Wording for SwedishTexts {
    fn text(&self, id: &str, values: &[(&str, TextValue)]) -> String {
        texts::text(id, values)
    }

    fn known(&self, id: &str) -> Option<String> {
        texts::has(id).then(|| texts::text(id, &[]))
    }

    fn explained(
        &self,
        explanation: &domain::entitlement::Explanation,
        facts: &[domain::facts::Fact],
    ) -> Vec<String> {
        explained(explanation, facts).into_iter().map(|step| step.text).collect()
    }
}
