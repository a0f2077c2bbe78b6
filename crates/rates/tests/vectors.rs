//! Worked examples, published, from courts and derived from the texts, against the law that ships.
//!
//! One file each in `vectors`: what is given and what must come out. `not-computed.json` names those
//! that are not computed here, with the reason.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;
use domain::codes::CompensationCode;
use domain::deadline::{ClaimedDays, last_days};
use domain::entitlement::{
    Amount, City, Computed, Cost, Explanation, Granted, Input, Operation, Question, Step,
    calculate, contradictions,
};
use domain::facts::{Fact, FactContent, FactId, Municipality, Validity};
use domain::law::{Catalogue, Choices, Query, Refusal};
use domain::{Ore, Period};
use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// A worked example.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Vector {
    id: String,
    /// `published`, `court` or `derived`.
    basis: String,
    source: String,
    #[allow(dead_code, reason = "for readers of the file")]
    says: String,
    code: CompensationCode,
    /// For values: the day that picks them.
    on: Option<NaiveDate>,
    born: Option<NaiveDate>,
    received: Option<NaiveDate>,
    settled: Option<domain::law::HousingDuty>,
    /// For last days.
    period: Option<String>,
    /// For amounts.
    until: Option<NaiveDate>,
    municipality: Option<Municipality>,
    #[serde(default)]
    facts: Vec<Value>,
    #[serde(default)]
    earlier_births: Vec<Value>,
    #[serde(default)]
    costs: Vec<Cost>,
    #[serde(default)]
    granted: Vec<Granted>,
    #[serde(default)]
    school_terms: Vec<Period>,
    #[serde(default)]
    mass_influx: Vec<Period>,
    city: Option<City>,
    #[serde(default)]
    also: BTreeMap<CompensationCode, i64>,
    expect: Map<String, Value>,
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors")
}

fn vectors() -> Vec<Vector> {
    let mut files: Vec<_> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.ends_with("not-computed.json"))
        .collect();
    files.sort();
    files
        .iter()
        .map(|path| {
            let text = std::fs::read_to_string(path).unwrap();
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path:?}: {error}"))
        })
        .collect()
}

/// A fact as it is typed; what the program sets is made up.
fn fact(number: usize, typed: &Value) -> Fact {
    let mut content = typed.as_object().unwrap().clone();
    let mut day = |field: &str| -> Option<NaiveDate> {
        content.remove(field).map(|day| day.as_str().unwrap().parse().unwrap())
    };
    let validity = Validity { valid_from: day("valid_from"), valid_until: day("valid_until") };
    let document_date = day("document_date");
    let content: FactContent = serde_json::from_value(Value::Object(content)).unwrap();
    Fact {
        id: FactId(format!("fact-{number}")),
        content,
        validity,
        known_since: "2026-11-20".parse().unwrap(),
        according_to_import: false,
        document_date,
        source: None,
        entered_by: "EXEMPEL".to_owned(),
        corrects: None,
        withdrawn: false,
    }
}

fn facts(typed: &[Value]) -> Vec<Fact> {
    let mut facts: Vec<Fact> =
        typed.iter().enumerate().map(|(number, typed)| fact(number, typed)).collect();
    facts.sort_by_key(|fact| (fact.kind(), fact.validity.valid_from));
    facts
}

fn computed(law: &Catalogue, vector: &Vector, code: &CompensationCode) -> Computed {
    let facts = facts(&vector.facts);
    let earlier = self::facts(&vector.earlier_births);
    let (facts, earlier): (Vec<&Fact>, Vec<&Fact>) =
        (facts.iter().collect(), earlier.iter().collect());
    let input = Input {
        facts: &facts,
        earlier_births: &earlier,
        school_terms: &vector.school_terms,
        parents_registered: &[],
        mass_influx: &vector.mass_influx,
        costs: &vector.costs,
        granted: &vector.granted,
        city: vector.city.as_ref(),
    };
    let found = contradictions(law, &input, |fact| fact.id.0.clone());
    assert_eq!(found, [], "{}", vector.id);
    let question = Question {
        law,
        choices: &Choices::default(),
        input,
        municipality: vector.municipality.as_ref(),
        until: vector.until.unwrap(),
    };
    calculate(code, &question).unwrap_or_else(|refused| panic!("{}: {refused:?}", vector.id))
}

/// The arithmetic of an explanation, done again, gives the amount.
fn assert_explained(id: &str, amount: &Amount) {
    let mut last = None;
    for step in amount.explanation.steps() {
        match step {
            Step::Arithmetic { operation, operands, result } => {
                assert_eq!(operation.of(operands), *result, "{id}");
                last = Some(*result);
            }
            Step::Rounding { rounding, before, after } => {
                assert_eq!((Some(*before), rounding.of(*before)), (last, *after), "{id}");
                last = Some(*after);
            }
            _ => {}
        }
    }
    assert_eq!(last, Some(amount.amount.kronor().normalize()), "{id}");
}

fn total(computed: &Computed) -> i64 {
    computed.amounts.iter().map(|amount| amount.amount).sum::<Ore>().0
}

fn amounts(law: &Catalogue, vector: &Vector) {
    let id = &vector.id;
    let computed = computed(law, vector, &vector.code);
    for amount in &computed.amounts {
        assert_explained(id, amount);
    }
    let all: Vec<i64> = computed.amounts.iter().map(|amount| amount.amount.0).collect();
    for (what, expected) in &vector.expect {
        let found = match what.as_str() {
            "total_ore" => json!(total(&computed)),
            "amounts_ore" => json!(all),
            "first_due" => json!(computed.amounts[0].due),
            "first_amounts" => computed
                .amounts
                .iter()
                .take(expected.as_array().unwrap().len())
                .map(|amount| json!([amount.municipality, amount.amount.0]))
                .collect(),
            "amount_of_period" => computed
                .amounts
                .iter()
                .filter(|amount| json!(amount.period.from) == expected[0])
                .map(|amount| json!([amount.period.from, amount.amount.0]))
                .next()
                .unwrap_or_default(),
            "last_day" => json!(computed.amounts.last().map(|amount| amount.period.until)),
            "unmet" => json!(computed.unmet),
            other => panic!("{id}: {other}"),
        };
        assert_eq!(found, *expected, "{id}: {what}");
    }
    for (code, expected) in &vector.also {
        assert_eq!(total(&self::computed(law, vector, code)), *expected, "{id}: {code}");
    }
}

fn values(law: &Catalogue, vector: &Vector, on: NaiveDate) {
    let id = &vector.id;
    let query = Query {
        born: vector.born,
        received: vector.received,
        settled: vector.settled,
        ..Query::on(on)
    };
    let value = |on: NaiveDate| {
        law.rate(&vector.code, Query { on, ..query }).map(|rated| rated.rate.value.unwrap())
    };
    let ore =
        |name: &str| vector.expect.get(name).map(|ore| Decimal::new(ore.as_i64().unwrap(), 2));
    if let Some(refusal) = vector.expect.get("refusal") {
        let found: Refusal = value(on).unwrap_err();
        assert_eq!(serde_json::to_value(found).unwrap()["refusal"], *refusal, "{id}");
        return;
    }
    if let Some(percent) = vector.expect.get("percent") {
        let found = value(on).unwrap();
        assert_eq!(found.to_string(), percent.as_str().unwrap(), "{id}");
        let whole = ore("of_price_base_ore").unwrap();
        let exact = Operation::PercentOf.of(&[found, whole]);
        let rounded = domain::entitlement::Rounding::WholeKronor.of(exact);
        assert_eq!(Some(rounded), ore("gives_ore").map(|ore| ore.normalize()), "{id}");
        return;
    }
    let found = match law.get(&vector.code).unwrap().unit {
        domain::law::Unit::PercentOfPriceBase => Operation::PercentOf
            .of(&[value(on).unwrap(), law.price_base(on).unwrap().rate.value.unwrap()]),
        _ => value(on).unwrap(),
    };
    assert_eq!(Some(found), ore("rate_ore"), "{id}");
    if let Some(tenth) = ore("tenth_ore") {
        assert_eq!(found / Decimal::TEN, tenth, "{id}");
    }
    if let Some(before) = ore("before_ore") {
        let year_before = on - chrono::Days::new(365);
        let added = vector.expect["added_ore"].as_array().unwrap().iter();
        let added: Decimal = added.map(|ore| Decimal::new(ore.as_i64().unwrap(), 2)).sum();
        assert_eq!(value(year_before).unwrap(), before, "{id}");
        assert_eq!(before + added, found, "{id}");
    }
}

fn days(law: &Catalogue, vector: &Vector, period: &str) {
    let period = period.parse::<ClaimedDays>().unwrap().days();
    let wording = law.get(&vector.code).unwrap().wording_in(period).unwrap();
    let rule = wording.last_day.unwrap();
    let found = last_days(rule, period, vector.received, false).unwrap();
    for (what, expected) in &vector.expect {
        let day = match what.as_str() {
            "practice" => found.practice,
            "statutory" => found.statutory,
            "cautious" => found.cautious,
            other => panic!("{}: {other}", vector.id),
        };
        assert_eq!(json!(day), *expected, "{}: {what}", vector.id);
    }
}

#[test]
fn worked_examples_come_out_as_they_must() {
    let law = rates::shipped().unwrap();
    let vectors = vectors();
    assert!(vectors.len() > 60, "{}", vectors.len());
    let mut failed = Vec::new();
    for vector in &vectors {
        assert!(
            ["published", "court", "derived"].contains(&vector.basis.as_str()),
            "{}",
            vector.id
        );
        assert!(vector.source.starts_with("http"), "{}", vector.id);
        assert!(!vector.expect.is_empty(), "{}", vector.id);
        let holds = std::panic::catch_unwind(|| match (vector.on, &vector.period) {
            (Some(on), _) => values(&law, vector, on),
            (None, Some(period)) => days(&law, vector, period),
            (None, None) => amounts(&law, vector),
        });
        if holds.is_err() {
            failed.push(&vector.id);
        }
    }
    // Each has said above what differs.
    assert!(failed.is_empty(), "{failed:?}");
}

#[test]
fn what_is_not_computed_says_why() {
    let text = std::fs::read_to_string(folder().join("not-computed.json")).unwrap();
    let reasons: BTreeMap<String, String> = serde_json::from_str(&text).unwrap();
    assert!(!reasons.is_empty());
    for (id, reason) in &reasons {
        assert!(reason.len() > 20, "{id}");
        assert!(vectors().iter().all(|vector| vector.id != *id), "{id} is computed after all");
    }
}

#[test]
fn explanations_are_data() {
    let law = rates::shipped().unwrap();
    let vectors = vectors();
    let vector = vectors.iter().find(|vector| vector.id == "TV-054").unwrap();
    let amount = &computed(&law, vector, &vector.code).amounts[1];
    let data = serde_json::to_value::<&Explanation>(&amount.explanation).unwrap();
    let steps: Vec<&str> =
        data.as_array().unwrap().iter().map(|step| step["step"].as_str().unwrap()).collect();
    assert!(steps.contains(&"fact") && steps.contains(&"rate") && steps.contains(&"arithmetic"));
    let rate = data.as_array().unwrap().iter().find(|step| step["unit"] == "person").unwrap();
    assert!(rate["source"].as_str().unwrap().starts_with("https://"), "{rate}");
}
