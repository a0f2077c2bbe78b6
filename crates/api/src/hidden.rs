//! Protected persons in what goes out and comes in, by what the row of an operation says.

use app::model::PersonNo;
use app::{App, AppError, RefusalCode};
use serde_json::Value;

use crate::error::ErrorReply;
use crate::operation::{Operation, Shows};
use crate::texts;

/// What a request says about who may be shown. Read before the operation is done: it may close the
/// database, or open another.
pub(crate) enum Asked {
    /// Persons that have been opened.
    Persons,
    /// A row of a draft.
    Row { draft: String, line: u32, person: Option<String> },
    /// Nobody.
    Nobody,
}

impl Asked {
    pub(crate) fn of(operation: &Operation, payload: &Value) -> Asked {
        let text = |field: &str| payload.get(field).and_then(Value::as_str).map(str::to_owned);
        match operation.shows {
            Shows::OpenedRow => Asked::Row {
                draft: text("draft").unwrap_or_default(),
                line: payload["line"].as_u64().and_then(|line| line.try_into().ok()).unwrap_or(0),
                person: text("person"),
            },
            Shows::OpenedPersons => Asked::Persons,
            Shows::Nobody | Shows::Rules | Shows::Tables | Shows::AsAnswered => Asked::Nobody,
        }
    }

    /// The protected persons whom somebody has opened with a reason, and whom the request is about.
    pub(crate) fn shown(&self, app: &App) -> Result<Vec<PersonNo>, ErrorReply> {
        let opened = app.opened_persons();
        Ok(match self {
            Asked::Persons => opened,
            Asked::Row { draft, line, person } => {
                let person = person.as_ref().and_then(|id| app.person_no(id).ok());
                let person = person.filter(|person_no| opened.contains(person_no));
                let mut shown = app.opened_in_draft_row(draft, *line)?;
                shown.extend(person);
                shown
            }
            Asked::Nobody => Vec::new(),
        })
    }
}

/// Refuses a request with a text that hides somebody. What stands in place of something hidden does
/// not come back as something meant: a form that was read while somebody was protected is sent with
/// these words in it.
pub(crate) fn refuse_hidden(operation: &Operation, request: &Value) -> Result<(), ErrorReply> {
    if operation.looks || operation.shows == Shows::Tables {
        return Ok(());
    }
    let words = texts::text("protected-person", &[]);
    match field_with(&words, "", request, operation.keeps) {
        None => Ok(()),
        Some(field) => Err(AppError::refused(RefusalCode::TextHidden).in_field(field).into()),
    }
}

/// The first field that holds the words, but for the one that is kept; a profile holds them in
/// quotes.
fn field_with<'r>(
    words: &str,
    field: &'r str,
    value: &'r Value,
    kept: Option<&str>,
) -> Option<&'r str> {
    match value {
        Value::String(text) => {
            let holds = text.trim() == words || text.contains(&format!("\"{words}\""));
            (holds && kept != Some(field)).then_some(field)
        }
        Value::Array(elements) => {
            elements.iter().find_map(|one| field_with(words, field, one, kept))
        }
        Value::Object(fields) => {
            fields.iter().find_map(|(name, value)| field_with(words, name, value, kept))
        }
        _ => None,
    }
}
