//! What is found of rows.

use domain::{Finding, FindingCode, Severity};

use super::Draft;

/// Findings of rows, told one by one: what a cause has told already is not told again.
pub(crate) struct Findings<'j> {
    draft: &'j Draft,
    found: Vec<Finding>,
}

impl<'j> Findings<'j> {
    pub(crate) fn of(draft: &'j Draft) -> Self {
        Self { draft, found: Vec::new() }
    }

    /// Takes what is found elsewhere.
    pub(crate) fn take(&mut self, found: &[Finding]) {
        self.found.extend_from_slice(found);
    }

    /// Whether anything found so far stops its row.
    pub(crate) fn has_errors(&self) -> bool {
        self.found.iter().any(|finding| finding.severity() == Severity::Error)
    }

    pub(crate) fn found(self) -> Vec<Finding> {
        self.found
    }

    pub(crate) fn tell(
        &mut self,
        line: u32,
        column: Option<u16>,
        code: FindingCode,
        values: &[(&str, &dyn std::fmt::Display)],
    ) {
        let told = self.found.iter().any(|known| {
            known.line == line
                && (known.code == code && (column.is_none() || once(code))
                    || column.is_some()
                        && known.column == column
                        && known.severity() == Severity::Error)
        });
        if !told {
            let values = values.iter().map(|(name, value)| ((*name).to_owned(), value.to_string()));
            self.found.push(self.draft.finding(line, column, code, values.collect()));
        }
    }
}

/// Whether one cause, such as a wrong birth date, shows in many facts of a row.
fn once(code: FindingCode) -> bool {
    matches!(code, FindingCode::BeforeBirth | FindingCode::BeforeReception)
}
