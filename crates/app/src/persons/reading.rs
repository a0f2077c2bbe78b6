//! Facts as people and files write them, read with every fault at once.
//!
//! `docs/FACTS.md` describes the form. The fields of each kind stand in `domain::facts`.

use chrono::NaiveDate;
use domain::facts::{FactContent, FactId, FactKind, FieldSpec, FieldType, NewFact, Validity};
use domain::identity::{DossierNumber, NationalNumber};
use serde_json::{Map, Value};

use super::entering::FactRequest;
use crate::error::{AppError, RefusalCode};

/// Fields that every fact may have, beside those of its kind.
const COMMON: [&str; 9] = [
    "id",
    "kind",
    "valid_from",
    "valid_until",
    "known_since",
    "document_date",
    "source",
    "corrects",
    "person",
];

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

/// Reads one fact, a list of facts, or a document with `facts`, each as `docs/FACTS.md` describes.
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
    let mut read = Vec::new();
    let mut faults = Vec::new();
    for (place, fact) in facts.iter().enumerate() {
        match read_fact(fact, reference) {
            Ok(fact) => read.push(fact),
            Err(found) if facts.len() == 1 => faults.extend(found),
            Err(found) => faults.extend(found.into_iter().map(|fault| FieldFault {
                field: format!("facts[{place}].{}", fault.field),
                ..fault
            })),
        }
    }
    if faults.is_empty() { Ok(read) } else { Err(faults) }
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
        match read_field(field, map.get(field.name), reference) {
            Ok(value) => drop(content.insert(field.name.to_owned(), value)),
            Err(fault) => faults.push(fault),
        }
    }
    for name in map.keys() {
        let known =
            COMMON.contains(&name.as_str()) || kind.fields().iter().any(|field| field.name == name);
        if !known {
            faults.push(FieldFault::new(name, RefusalCode::FactFieldUnknown).with("field", name));
        }
    }
    let mut day = |name: &str| match read_day(map.get(name)) {
        Ok(day) => day,
        Err(text) => {
            faults.push(FieldFault::new(name, RefusalCode::FactDay).with("text", text));
            None
        }
    };
    let validity = Validity { valid_from: day("valid_from"), valid_until: day("valid_until") };
    let (known_since, document_date) = (day("known_since"), day("document_date"));
    let text = |name: &str| {
        let text = map.get(name).and_then(Value::as_str).map(str::trim);
        text.filter(|text| !text.is_empty()).map(str::to_owned)
    };
    if !faults.is_empty() {
        return Err(faults);
    }
    let content: FactContent = serde_json::from_value(Value::Object(content))
        .map_err(|_| vec![FieldFault::new("kind", RefusalCode::FactNoObject)])?;
    Ok(FactRequest {
        id: text("id"),
        new: NewFact { content, validity, corrects: text("corrects").map(FactId) },
        known_since,
        document_date,
        source: text("source"),
    })
}

/// The value of a field in its stored form.
fn read_field(
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
            (true, FieldType::Text) => Ok(Value::from("")),
            (true, _) => Err(FieldFault::new(field.name, RefusalCode::FactFieldMissing)
                .with("field", field.name)),
        };
    }
    let wrong_number = |fault: String| {
        FieldFault::new(field.name, RefusalCode::NumberWrong)
            .with("field", field.name)
            .with("fault", fault)
    };
    match field.holds {
        FieldType::Day => {
            let day: NaiveDate = text.parse().map_err(|_| {
                FieldFault::new(field.name, RefusalCode::FactDay).with("text", text)
            })?;
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
            let number = DossierNumber::parse(text).map_err(|f| wrong_number(f.to_string()))?;
            Ok(Value::from(number.to_string()))
        }
        FieldType::NationalNumber => {
            let (number, _) = NationalNumber::parse(text, reference)
                .map_err(|fault| wrong_number(fault.to_string()))?;
            Ok(Value::from(number.to_string()))
        }
        FieldType::Text
        | FieldType::Choice(_)
        | FieldType::CostCentre
        | FieldType::Municipality
        | FieldType::Person => Ok(Value::from(text)),
    }
}

fn read_day(value: Option<&Value>) -> Result<Option<NaiveDate>, String> {
    match value {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) if text.trim().is_empty() => Ok(None),
        Some(Value::String(text)) => text.trim().parse().map(Some).map_err(|_| text.clone()),
        Some(other) => Err(other.to_string()),
    }
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
            ("valid_from", "fact-day"),
            ("valid_until", "fact-day"),
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
