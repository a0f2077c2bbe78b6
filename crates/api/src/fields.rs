//! Names of the fields that corrections name, with what people call them.

use app::model::{ProfileKind, Target};
use domain::payment::Field;

use crate::texts;

/// Fields of payment lists.
#[must_use]
pub fn of_payments() -> Vec<String> {
    Field::ALL.iter().map(|field| in_words(field.name())).collect()
}

/// Fields that every register can have; those of facts follow from the profile.
#[must_use]
pub fn of_registers() -> Vec<String> {
    let fixed = Target::ALL.iter().filter(|target| target.is_in(ProfileKind::Register));
    fixed.map(|target| in_words(target.name())).collect()
}

/// A field's name behind what people call it.
pub(crate) fn in_words(name: &str) -> String {
    format!("{} ({name})", label_of(name))
}

/// What a field is called where no column says it.
pub(crate) fn label_of(field: &str) -> String {
    let (_, name) = field.split_once('.').unwrap_or(("", field));
    let name = name.replace('_', "-");
    let ids = ["fact-field", "field", "export-column"].map(|kind| format!("{kind}-{name}"));
    let known = ids.iter().find(|id| texts::has(id));
    known.map_or_else(|| name.clone(), |id| texts::text(id, &[]))
}
