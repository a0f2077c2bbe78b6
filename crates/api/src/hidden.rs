//! What stands in place of something hidden does not come back as something meant: a form that was
//! read while somebody was protected is sent with these words in it.

use app::{AppError, RefusalCode};
use serde_json::Value;

use crate::error::ErrorReply;
use crate::texts;

/// Fields whose use case knows what was hidden and keeps it.
const KEPT: [(&str, &str); 2] = [("last_days.set", "note"), ("cases.change", "officer")];

/// Operations that look for what is typed, and keep none of it.
const LOOKING: [&str; 3] = ["persons.find", "overview.search", "cases.list"];

/// Refuses a request with a text that hides somebody.
pub(crate) fn refuse_hidden(name: &str, request: &Value) -> Result<(), ErrorReply> {
    if LOOKING.contains(&name) {
        return Ok(());
    }
    let words = texts::text("protected-person", &[]);
    let found = field_with(&words, "", request, &|field| KEPT.contains(&(name, field)));
    match found {
        None => Ok(()),
        Some(field) => Err(AppError::refused(RefusalCode::TextHidden).in_field(field).into()),
    }
}

/// The first field that holds the words; a profile holds them in quotes.
fn field_with<'r>(
    words: &str,
    field: &'r str,
    value: &'r Value,
    is_kept: &impl Fn(&str) -> bool,
) -> Option<&'r str> {
    match value {
        Value::String(text) => {
            let holds = text.trim() == words || text.contains(&format!("\"{words}\""));
            (holds && !is_kept(field)).then_some(field)
        }
        Value::Array(elements) => {
            elements.iter().find_map(|one| field_with(words, field, one, is_kept))
        }
        Value::Object(fields) => {
            fields.iter().find_map(|(name, value)| field_with(words, name, value, is_kept))
        }
        _ => None,
    }
}
