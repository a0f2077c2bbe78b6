//! Facts as people and files write them, read with every fault at once.
//!
//! `docs/FACTS.md` describes the form. The fields of each kind stand in `domain::facts`.

use chrono::NaiveDate;
use domain::calendar::typed_day;
use domain::facts::{FactContent, FactId, FactKind, FieldSpec, FieldType, NewFact, Validity};
use domain::identity::{DossierNumber, NationalNumber};
use domain::spelling::has_invisible;
use serde_json::{Map, Value};

use super::entering::FactRequest;
use crate::error::{AppError, RefusalCode};

/// Fields that every fact may have, beside those of its kind.
const COMMON: [&str; 8] =
    ["id", "kind", "valid_from", "valid_until", "document_date", "source", "corrects", "person"];

/// Fields that the program sets; `person facts` writes them.
const SET_BY_PROGRAM: [&str; 4] = ["known_since", "according_to_import", "entered_by", "withdrawn"];

/// What is wrong with a field of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldFault {
    /// The field.
    pub field: String,
    /// What it is; the rest of the sentence stands in the values.
    pub code: RefusalCode,
    /// Named values.
    pub values: Vec<(String, String)>,
}

impl FieldFault {
    fn new(field: &str, code: RefusalCode) -> FieldFault {
        FieldFault { field: field.to_owned(), code, values: Vec::new() }
    }

    fn with(mut self, name: &str, value: impl ToString) -> FieldFault {
        self.values.push((name.to_owned(), value.to_string()));
        self
    }

    /// The same as a refusal.
    #[must_use]
    pub fn into_error(self) -> AppError {
        let error = AppError::refused(self.code).in_field(&self.field);
        self.values.iter().fold(error, |error, (name, value)| error.with(name, value))
    }
}

/// Reads one fact, a list of facts, or a document with `facts`, each as `docs/FACTS.md` describes. Of a
/// facts document, which says whose knowledge it holds (`as_known`), only what the facts say is read:
/// what the program had set there, and what they corrected, belongs to where they were entered.
/// `reference` decides the century of ten-digit numbers.
///
/// # Errors
/// Every fault of every fact, with the place of the fact before the field where there are several.
pub fn read_facts(
    document: &Value,
    reference: NaiveDate,
) -> Result<Vec<FactRequest>, Vec<FieldFault>> {
    let facts = match document {
        Value::Array(facts) => facts.as_slice(),
        Value::Object(map) => match map.get("facts") {
            Some(Value::Array(facts)) => facts.as_slice(),
            _ => std::slice::from_ref(document),
        },
        _ => return Err(vec![FieldFault::new("", RefusalCode::FactNoObject)]),
    };
    let written_by_program = document.get("as_known").is_some();
    let mut read = Vec::new();
    let mut faults = Vec::new();
    for (place, fact) in facts.iter().enumerate() {
        let said = if written_by_program { &what_it_says(fact) } else { fact };
        // One fact alone is named without its place.
        let part = if facts.len() == 1 { String::new() } else { format!("facts[{place}].") };
        match read_fact(said, reference) {
            Ok(fact) => read.push(FactRequest { part, ..fact }),
            Err(found) => faults.extend(
                found
                    .into_iter()
                    .map(|fault| FieldFault { field: format!("{part}{}", fault.field), ..fault }),
            ),
        }
    }
    if faults.is_empty() { Ok(read) } else { Err(faults) }
}

/// A fact of a facts document without what belongs to where it was entered.
fn what_it_says(fact: &Value) -> Value {
    let mut said = fact.clone();
    if let Value::Object(map) = &mut said {
        map.retain(|name, _| name != "corrects" && !SET_BY_PROGRAM.contains(&name.as_str()));
    }
    said
}

/// Reads one fact.
///
/// # Errors
/// Every fault.
pub fn read_fact(fact: &Value, reference: NaiveDate) -> Result<FactRequest, Vec<FieldFault>> {
    let Value::Object(map) = fact else {
        return Err(vec![FieldFault::new("", RefusalCode::FactNoObject)]);
    };
    let kind = map.get("kind").and_then(Value::as_str).unwrap_or_default();
    let Some(kind) = FactKind::of(kind) else {
        return Err(vec![FieldFault::new("kind", RefusalCode::FactKindUnknown).with("kind", kind)]);
    };
    let mut faults = Vec::new();
    let mut content = Map::new();
    content.insert("kind".to_owned(), Value::from(kind.name()));
    for field in kind.fields() {
        match read_field(kind, field, map.get(field.name), reference) {
            Ok(value) => drop(content.insert(field.name.to_owned(), value)),
            Err(fault) => faults.push(fault),
        }
    }
    if kind == FactKind::Name
        && content.iter().all(|(name, value)| name == "kind" || value.as_str() == Some(""))
    {
        let field = "family_name";
        let missing = FieldFault::new(field, RefusalCode::FactFieldMissing);
        faults.push(missing.with("field", field));
    }
    faults.extend(map.iter().filter_map(|(name, value)| wrong_field(kind, name, value)));
    let mut day = |name: &str| {
        read_day(map.get(name)).unwrap_or_else(|text| {
            faults.push(wrong_day(name, &text));
            None
        })
    };
    let validity = Validity { valid_from: day("valid_from"), valid_until: day("valid_until") };
    let document_date = day("document_date");
    let mut text = |name: &str| match map.get(name) {
        None | Some(Value::Null) => None,
        Some(Value::String(text)) => Some(text.trim()).filter(|text| !text.is_empty()),
        Some(_) => {
            faults.push(FieldFault::new(name, RefusalCode::FactFieldText));
            None
        }
    };
    let (id, source, corrects) = (text("id"), text("source"), text("corrects"));
    let id = id.and_then(|id| match read_id(id) {
        Ok(id) => Some(id),
        Err(code) => {
            faults.push(FieldFault::new("id", code).with("text", id));
            None
        }
    });
    if !faults.is_empty() {
        return Err(faults);
    }
    let content: FactContent = serde_json::from_value(Value::Object(content))
        .map_err(|_| vec![FieldFault::new("kind", RefusalCode::FactNoObject)])?;
    Ok(FactRequest {
        part: String::new(),
        id,
        new: NewFact { content, validity, corrects: corrects.map(|id| FactId(id.to_owned())) },
        known_since: None,
        document_date,
        source: source.map(str::to_owned),
    })
}

/// What is wrong with a field because of its name.
fn wrong_field(kind: FactKind, name: &str, value: &Value) -> Option<FieldFault> {
    let fault = |code| Some(FieldFault::new(name, code).with("field", name));
    if SET_BY_PROGRAM.contains(&name) {
        let said = !matches!(value, Value::Null | Value::Bool(false));
        return if said { fault(RefusalCode::FactSetByProgram) } else { None };
    }
    let known = COMMON.contains(&name) || kind.fields().iter().any(|field| field.name == name);
    if known { None } else { fault(RefusalCode::FactFieldUnknown) }
}

/// An id that whoever enters something has made, in its usual form.
///
/// # Errors
/// When it is no UUID.
pub fn read_id(text: &str) -> Result<String, RefusalCode> {
    let id = uuid::Uuid::parse_str(text.trim()).map_err(|_| RefusalCode::IdForm)?;
    Ok(id.hyphenated().to_string())
}

/// The value of a field in its stored form.
fn read_field(
    kind: FactKind,
    field: &FieldSpec,
    value: Option<&Value>,
    reference: NaiveDate,
) -> Result<Value, FieldFault> {
    let text = match value {
        None | Some(Value::Null) => "",
        Some(Value::String(text)) => text.trim(),
        Some(Value::Bool(truth)) if field.holds == FieldType::Truth => {
            return Ok(Value::Bool(*truth));
        }
        Some(_) => return Err(FieldFault::new(field.name, RefusalCode::FactFieldText)),
    };
    if text.is_empty() {
        return match (field.required, field.holds) {
            (_, FieldType::Truth) => Ok(Value::Bool(false)),
            (false, _) => Ok(Value::Null),
            // A person may have one name only.
            (true, FieldType::Text) if kind == FactKind::Name => Ok(Value::from("")),
            (true, _) => Err(FieldFault::new(field.name, RefusalCode::FactFieldMissing)
                .with("field", field.name)),
        };
    }
    let wrong_number = |fault: String, sign: String| {
        FieldFault::new(field.name, RefusalCode::NumberWrong)
            .with("field", field.name)
            .with("fault", fault)
            .with("sign", sign)
    };
    match field.holds {
        FieldType::Day => {
            let day = typed_day(text).map_err(|_| wrong_day(field.name, text))?;
            Ok(Value::from(day.to_string()))
        }
        FieldType::Choice(words) if !words.contains(&text) => {
            Err(FieldFault::new(field.name, RefusalCode::FactChoice)
                .with("text", text)
                .with("words", words.join(", ")))
        }
        FieldType::Truth => match text {
            "true" | "ja" => Ok(Value::Bool(true)),
            "false" | "nej" => Ok(Value::Bool(false)),
            _ => Err(FieldFault::new(field.name, RefusalCode::FactFieldText)),
        },
        FieldType::DossierNumber => {
            let number = DossierNumber::parse(text)
                .map_err(|fault| wrong_number(fault.to_string(), fault.sign()))?;
            Ok(Value::from(number.to_string()))
        }
        FieldType::NationalNumber => {
            let (number, _) = NationalNumber::parse(text, reference)
                .map_err(|fault| wrong_number(fault.to_string(), fault.sign()))?;
            Ok(Value::from(number.to_string()))
        }
        _ if has_invisible(text) => Err(FieldFault::new(field.name, RefusalCode::InvisibleText)),
        FieldType::Text
        | FieldType::Choice(_)
        | FieldType::CostCentre
        | FieldType::Municipality
        | FieldType::Person => Ok(Value::from(text)),
    }
}

/// The day of a field; else the text that is none.
fn read_day(value: Option<&Value>) -> Result<Option<NaiveDate>, String> {
    match value {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) if text.trim().is_empty() => Ok(None),
        Some(Value::String(text)) => typed_day(text).map(Some).map_err(|_| text.clone()),
        Some(other) => Err(other.to_string()),
    }
}

fn wrong_day(field: &str, text: &str) -> FieldFault {
    FieldFault::new(field, RefusalCode::DayWrong).with("text", text)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn reference() -> NaiveDate {
        "2026-11-20".parse().unwrap()
    }

    #[test]
    fn a_fact_is_read_in_any_written_form() {
        let fact = json!({ "kind": "dossier-number", "number": "99-000078", "valid_from": "" });
        let read = read_fact(&fact, reference()).unwrap();
        assert_eq!(
            serde_json::to_value(&read.new.content).unwrap(),
            json!({ "kind": "dossier-number", "number": "99000078" })
        );
    }

    #[test]
    fn every_fault_is_told_with_its_field() {
        let fact = json!({
            "kind": "legal-ground", "ground": "tourist", "valid_from": "2026-02-30",
            "valid_until": 7, "grund": "x",
        });
        let faults = read_fact(&fact, reference()).unwrap_err();
        let told: Vec<_> = faults.iter().map(|f| (f.field.as_str(), f.code.as_str())).collect();
        let expected = [
            ("ground", "fact-choice"),
            ("grund", "fact-field-unknown"),
            ("valid_from", "day-wrong"),
            ("valid_until", "day-wrong"),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn several_facts_are_told_apart() {
        let facts = json!([{ "kind": "died" }, { "kind": "nothing" }]);
        let faults = read_facts(&facts, reference()).unwrap_err();
        assert_eq!(faults[0].field, "facts[1].kind");
    }
}
