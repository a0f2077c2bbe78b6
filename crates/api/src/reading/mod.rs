//! What an answer tells about somebody is noted in the log of reading, by the row of its operation.

pub(crate) mod kinds;

use app::readings::{ReadingKind, Seen, Whom};
use serde_json::Value;

use crate::operation::{Operation, Reads};

/// What a request says of the reading that its answer is. Read before the operation is done.
pub(crate) struct Readable {
    operation: &'static str,
    kind: ReadingKind,
    object: String,
    // None: whom the answer names.
    whom: Option<Whom>,
    reason: String,
}

impl Readable {
    /// None: the answer counts as no reading.
    pub(crate) fn of(operation: &Operation, request: &Value) -> Option<Readable> {
        let text = |field: &str| request.get(field).and_then(Value::as_str).map(str::to_owned);
        let (kind, object, whom) = match operation.reads {
            Reads::Nothing | Reads::Hits => return None,
            Reads::Asked(kind, fields) => {
                let persons: Vec<String> = fields.iter().copied().filter_map(text).collect();
                (kind, String::new(), Some(Whom::Persons(persons)))
            }
            Reads::OfDocument(kind, field) => {
                let document = text(field).unwrap_or_default();
                (kind, document.clone(), Some(Whom::OfDocument(document)))
            }
            Reads::Answered(kind, places) => (kind, object_of(request, places), None),
            Reads::Leaves(kind, places) => {
                (kind, object_of(request, places), Some(Whom::NobodyAlone))
            }
        };
        let reason = text("reason").unwrap_or_default().trim().to_owned();
        Some(Readable { operation: operation.name, kind, object, whom, reason })
    }

    /// The reading that the answer is.
    pub(crate) fn seen(self, answer: &Value) -> Seen {
        let Readable { operation, kind, object, whom, reason } = self;
        let whom = whom.unwrap_or_else(|| {
            let mut persons = Vec::new();
            named_in(answer, &mut persons);
            Whom::Persons(persons)
        });
        Seen { kind, operation, object, whom, reason }
    }
}

/// What was asked for, as the request names it.
fn object_of(request: &Value, places: &[&str]) -> String {
    let parts = places.iter().filter_map(|place| match request.pointer(place)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    });
    parts.collect::<Vec<String>>().join(":")
}

/// The Person-ids in an answer.
fn named_in(answer: &Value, persons: &mut Vec<String>) {
    match answer {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(id) if name == "person" => persons.push(id.clone()),
                    _ => named_in(value, persons),
                }
            }
        }
        Value::Array(elements) => elements.iter().for_each(|one| named_in(one, persons)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_answer_names_persons_wherever_they_stand() {
        let answer = json!({
            "person": { "person": "P01", "name": "x" }, "rows": [{ "person": "P02" }, { "person": null }],
        });
        let mut persons = Vec::new();
        named_in(&answer, &mut persons);
        assert_eq!(persons, ["P01", "P02"]);
        let request = json!({ "shown": { "list": "a" }, "line": 3, "x": null });
        assert_eq!(object_of(&request, &["/shown/list", "/x", "/line"]), "a:3");
    }
}
