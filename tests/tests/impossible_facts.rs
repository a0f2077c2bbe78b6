//! Facts that cannot be, typed: everything at once, each at its place, and nothing is entered.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use acceptance::{Desk, text};
use serde_json::{Value, json};

fn person(desk: &mut Desk) -> String {
    let added =
        desk.call("persons.add", json!({ "family_name": "Exempel", "birth_date": "2012-05-01" }));
    text(&added["brief"]["person"])
}

/// Field and code of everything that is wrong with `facts`.
fn told(desk: &mut Desk, person: &str, facts: &Value) -> Vec<(String, String)> {
    let reply = desk.refused("persons.enter", json!({ "person": person, "facts": facts }));
    let all = std::iter::once(&reply).chain(&reply.also);
    let place =
        |reply: &api::ErrorReply| reply.place.as_ref().and_then(|place| place.field.clone());
    all.map(|reply| (place(reply).unwrap_or_default(), reply.code.clone())).collect()
}

#[test]
fn form_and_law_are_told_together() {
    let mut desk = Desk::new();
    let person = person(&mut desk);
    let before = desk.call("persons.facts", json!({ "person": person }));
    let facts = json!([
        { "kind": "legal-ground", "ground": "tourist" },
        { "kind": "placement", "form": "foster-home", "basis": "2026:1600-3-2", "valid_from": "2026-09-01" },
        { "kind": "assignment", "municipality": "A", "law": "2-kap-3", "valid_from": "2026-09-30" },
        { "kind": "coverage", "ended": "left-sweden", "valid_from": "2026-10-01" },
        { "kind": "unaccompanied", "ended": "turned-18", "valid_until": "2026-10-01" },
        { "kind": "removal-decision", "valid_from": "2026-08-01", "valid_until": "2026-10-15" },
        { "kind": "hiding", "valid_from": "2026-10-01" },
        { "kind": "died", "valid_from": "2026-10-20" },
        { "kind": "burial-aid", "valid_from": "2026-10-19", "amount_ore": 100_000_000_001_i64 },
    ]);
    let told = told(&mut desk, &person, &facts);
    let expected = [
        ("facts[0].ground", "fact-choice"),
        ("facts[8].amount_ore", "fact-amount"),
        ("facts[1].basis", "fact-law-not-yet"),
        ("facts[2].law", "fact-law-not-yet"),
        ("facts[3].valid_until", "fact-ends-without-last-day"),
        ("facts[6].valid_from", "fact-hides-without-decision"),
        ("facts[4].valid_until", "fact-not-yet-eighteen"),
    ];
    let expected: Vec<_> = expected.map(|(field, code)| (field.to_owned(), code.to_owned())).into();
    assert_eq!(told, expected);
    assert_eq!(desk.call("persons.facts", json!({ "person": person })), before);
}

#[test]
fn what_has_ended_for_a_reason_is_not_shortened_unseen() {
    let mut desk = Desk::new();
    let person = person(&mut desk);
    let covered = |from: &str, until: Value, ended: Value| json!({ "kind": "coverage", "valid_from": from, "valid_until": until, "ended": ended });
    let first = covered("2026-10-01", json!("2026-12-31"), json!("left-sweden"));
    desk.call("persons.enter", json!({ "person": person, "facts": first }));
    let second = covered("2026-12-01", Value::Null, Value::Null);
    let overlaps = [("valid_from".to_owned(), "fact-shares-days-with-ended".to_owned())];
    assert_eq!(told(&mut desk, &person, &second), overlaps);
    // Nor in one document, whether or not it is said why.
    let both = json!([
        covered("2026-10-01", json!("2026-10-10"), Value::Null),
        covered("2026-10-08", Value::Null, Value::Null),
    ]);
    let other =
        text(&desk.call("persons.add", json!({ "family_name": "Annan" }))["brief"]["person"]);
    let overlaps = [("facts[1].valid_from".to_owned(), "fact-shares-days-with-ended".to_owned())];
    assert_eq!(told(&mut desk, &other, &both), overlaps);
    let after = covered("2027-01-01", Value::Null, Value::Null);
    desk.call("persons.enter", json!({ "person": person, "facts": after }));
    // One that goes on gives way, as everything of its kind does.
    let again = covered("2027-02-01", Value::Null, Value::Null);
    desk.call("persons.enter", json!({ "person": person, "facts": again }));
}
