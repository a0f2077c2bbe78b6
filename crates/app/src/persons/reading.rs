//! Facts as people and files write them, read with every fault at once.
//!
//! `docs/FACTS.md` describes the form. The fields of each kind stand in `domain::facts`.

use std::ops::RangeInclusive;

use chrono::NaiveDate;
use domain::Ore;
use domain::calendar::typed_day;
use domain::entitlement::limits::LARGEST_AMOUNT;
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

/// Facts of a document: those that could be read, and everything that is wrong with the others.
#[derive(Debug, Default)]
pub struct ReadFacts {
    /// Those that could be read.
    pub facts: Vec<FactRequest>,
    /// What is wrong, each with its place.
    pub faults: Vec<AppError>,
}

impl ReadFacts {
    /// The facts, where nothing is wrong.
    ///
    /// # Errors
    /// Every fault.
    pub fn all(self) -> Result<Vec<FactRequest>, AppError> {
        AppError::all(self.faults).map_or(Ok(self.facts), Err)
    }
}

/// Reads one fact, a list of facts, or a document with `facts`, each as `docs/FACTS.md` describes. Of a
/// facts document, which says whose knowledge it holds (`as_known`), only what the facts say is read:
/// what the program had set there, and what they corrected, belongs to where they were entered.
/// `reference` decides the century of ten-digit numbers. Faults have the place of their fact before the field
/// where there are several.
#[must_use]
pub fn read_facts(document: &Value, reference: NaiveDate) -> ReadFacts {
    let no_facts = |fault| ReadFacts { facts: Vec::new(), faults: vec![fault] };
    let facts = match document {
        Value::Array(facts) => facts.as_slice(),
        Value::Object(map) => match map.get("facts") {
            Some(Value::Array(facts)) => facts.as_slice(),
            Some(_) => return no_facts(wrong("facts", RefusalCode::FactNoObject)),
            None => std::slice::from_ref(document),
        },
        _ => return no_facts(AppError::refused(RefusalCode::FactNoObject)),
    };
    let mut read = ReadFacts::default();
    for (place, fact) in facts.iter().enumerate() {
        // One fact alone is named without its place.
        let part = if facts.len() == 1 { String::new() } else { format!("facts[{place}]") };
        match read_one(fact, document, reference) {
            Ok(fact) => read.facts.push(FactRequest { part, ..fact }),
            Err(found) => read.faults.extend(found.into_iter().map(|fault| fault.within(&part))),
        }
    }
    read
}

/// Reads one fact of a document.
///
/// # Errors
/// Every fault.
pub(crate) fn read_one(
    fact: &Value,
    document: &Value,
    reference: NaiveDate,
) -> Result<FactRequest, Vec<AppError>> {
    match document.get("as_known") {
        Some(_) => read_fact(&what_it_says(fact), reference),
        None => read_fact(fact, reference),
    }
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
pub fn read_fact(fact: &Value, reference: NaiveDate) -> Result<FactRequest, Vec<AppError>> {
    let Value::Object(map) = fact else {
        return Err(vec![AppError::refused(RefusalCode::FactNoObject)]);
    };
    let kind = map.get("kind").and_then(Value::as_str).unwrap_or_default();
    let Some(kind) = FactKind::of(kind) else {
        return Err(vec![wrong("kind", RefusalCode::FactKindUnknown).with("kind", kind)]);
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
        let missing = wrong(field, RefusalCode::FactFieldMissing);
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
            faults.push(wrong(name, RefusalCode::FactFieldText));
            None
        }
    };
    let (id, source, corrects) = (text("id"), text("source"), text("corrects"));
    let id = id.and_then(|id| match read_id(id) {
        Ok(id) => Some(id),
        Err(code) => {
            faults.push(wrong("id", code).with("text", id));
            None
        }
    });
    if !faults.is_empty() {
        return Err(faults);
    }
    let content: FactContent = serde_json::from_value(Value::Object(content))
        .map_err(|_| vec![wrong("kind", RefusalCode::FactNoObject)])?;
    Ok(FactRequest {
        part: String::new(),
        id,
        new: NewFact { content, validity, corrects: corrects.map(|id| FactId(id.to_owned())) },
        known_since: None,
        document_date,
        source: source.map(str::to_owned),
    })
}

/// A fault of a field.
fn wrong(field: &str, code: RefusalCode) -> AppError {
    AppError::refused(code).in_field(field)
}

/// What is wrong with a field because of its name.
fn wrong_field(kind: FactKind, name: &str, value: &Value) -> Option<AppError> {
    let fault = |code| Some(wrong(name, code).with("field", name));
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

/// Amounts that a fact can hold.
const AMOUNTS: RangeInclusive<Ore> = Ore::ZERO..=LARGEST_AMOUNT;

fn wrong_amount(field: &str) -> AppError {
    wrong(field, RefusalCode::FactAmount).with("field", field)
}

/// The value of a field in its stored form.
fn read_field(
    kind: FactKind,
    field: &FieldSpec,
    value: Option<&Value>,
    reference: NaiveDate,
) -> Result<Value, AppError> {
    let text = match value {
        None | Some(Value::Null) => "",
        Some(Value::String(text)) => text.trim(),
        Some(Value::Bool(truth)) if field.holds == FieldType::Truth => {
            return Ok(Value::Bool(*truth));
        }
        // An amount is öre where it is a number, and kronor where it is a text.
        Some(Value::Number(number)) if field.holds == FieldType::Amount => {
            let ore = number.as_i64().filter(|ore| AMOUNTS.contains(&Ore(*ore)));
            return ore.map(Value::from).ok_or_else(|| wrong_amount(field.name));
        }
        Some(_) => return Err(wrong(field.name, RefusalCode::FactFieldText)),
    };
    if text.is_empty() {
        return match (field.required, field.holds) {
            (_, FieldType::Truth) => Ok(Value::Bool(false)),
            (false, _) => Ok(Value::Null),
            // A person may have one name only.
            (true, FieldType::Text) if kind == FactKind::Name => Ok(Value::from("")),
            (true, _) => {
                Err(wrong(field.name, RefusalCode::FactFieldMissing).with("field", field.name))
            }
        };
    }
    let wrong_number = |fault: String, sign: String| {
        wrong(field.name, RefusalCode::NumberWrong)
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
            Err(wrong(field.name, RefusalCode::FactChoice)
                .with("text", text)
                .with("words", words.join(", ")))
        }
        FieldType::Truth => match text {
            "true" | "ja" => Ok(Value::Bool(true)),
            "false" | "nej" => Ok(Value::Bool(false)),
            _ => Err(wrong(field.name, RefusalCode::FactFieldText)),
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
        FieldType::Amount => {
            let amount = importing::kronor_of(text).filter(|amount| AMOUNTS.contains(amount));
            amount.map(|amount| Value::from(amount.0)).ok_or_else(|| wrong_amount(field.name))
        }
        _ if has_invisible(text) => Err(wrong(field.name, RefusalCode::InvisibleText)),
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

fn wrong_day(field: &str, text: &str) -> AppError {
    wrong(field, RefusalCode::DayWrong).with("text", text)
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
        let told: Vec<_> = faults.iter().map(|f| (f.field().unwrap(), f.code())).collect();
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
        let read = read_facts(&facts, reference());
        assert_eq!(read.faults[0].field(), Some("facts[1].kind"));
        assert_eq!(read.facts.len(), 1);
        let nothing = read_facts(&json!([[], { "kind": "died" }]), reference());
        assert_eq!(nothing.faults[0].field(), Some("facts[0]"));
    }
}
