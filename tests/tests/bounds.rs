//! Days, months and periods that cannot be meant are refused at every door, each in its own field.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use acceptance::{Desk, text};
use serde_json::{Value, json};

/// Code and field of what is refused, and the others beside it.
fn refused(desk: &mut Desk, operation: &str, request: Value) -> Vec<(String, String)> {
    let reply = desk.refused(operation, request);
    let of = |reply: &api::ErrorReply| {
        let field = reply.place.as_ref().and_then(|place| place.field.clone());
        (reply.code.clone(), field.unwrap_or_default())
    };
    std::iter::once(of(&reply)).chain(reply.also.iter().map(of)).collect()
}

fn one(code: &str, field: &str) -> Vec<(String, String)> {
    vec![(code.to_owned(), field.to_owned())]
}

fn grant(from: &str, until: &str, decided: &str) -> Value {
    json!({
        "person": "P01", "compensation": "ASYL-EXTRA", "period_from": from, "period_until": until,
        "decided_on": decided, "amount_ore": 100_000, "source": "",
    })
}

#[test]
fn a_decision_is_for_days_that_something_is_paid_for() {
    let mut desk = Desk::with_register();
    for (from, until, decided, code) in [
        ("1950-01-01", "2026-01-31", "2026-10-01", "period-unlikely"),
        ("2026-01-01", "2199-01-31", "2026-10-01", "period-unlikely"),
        ("2026-01-01", "2026-01-31", "1901-10-01", "period-unlikely"),
        ("2062-01-01", "2062-01-31", "2026-10-01", "period-unlikely"),
    ] {
        let found = refused(&mut desk, "expectation.decide", grant(from, until, decided));
        assert_eq!(found, one(code, "period_from"), "{from} {until} {decided}");
    }
    let found =
        refused(&mut desk, "expectation.decide", grant("2026-03-01", "2026-01-31", "2026-10-01"));
    assert_eq!(found, one("fact-ends-before-it-begins", "period_until"));
    desk.call("expectation.decide", grant("2024-10-01", "2026-09-30", "2026-10-01"));
}

#[test]
fn a_known_fault_holds_nothing_back_for_a_generation() {
    let mut desk = Desk::with_register();
    let fault = |until: &str| {
        json!({
            "id": api::new_id(), "compensation": null, "period_from": "2026-01-01",
            "period_until": until, "words": "Systemfel",
        })
    };
    let found = refused(&mut desk, "expectation.note_fault", fault("2199-12-31"));
    assert_eq!(found, one("span-too-long", "period_until"));
    desk.call("expectation.note_fault", fault("2030-12-31"));
}

#[test]
fn what_is_due_is_due_in_somebodys_working_life() {
    let mut desk = Desk::with_register();
    for far in ["1901-01-01", "2199-01-01"] {
        let case = json!({
            "person": "P01", "kind": "other", "due": { "id": api::new_id(), "due_on": far, "what": "Svar" },
        });
        assert_eq!(refused(&mut desk, "cases.open", case), one("day-far", "due_on"), "{far}");
    }
    let last_day = json!({
        "id": api::new_id(), "compensation": "ASYL-EXTRA", "unit": "7110", "period": "2026Q3",
        "last_day": "2199-01-01",
    });
    assert_eq!(refused(&mut desk, "last_days.set", last_day), one("day-far", "last_day"));
    let watch = text(&desk.call("watches.list", json!({ "person": "P14" }))["watches"][0]["watch"]);
    let moved = json!({
        "person": "P14", "watch": watch, "mark": "moved", "day": "2199-01-01", "reason": "Senare",
    });
    assert_eq!(refused(&mut desk, "watches.mark", moved), one("day-far", "day"));
}

#[test]
fn a_fact_does_not_begin_or_end_a_generation_ahead() {
    let mut desk = Desk::with_register();
    let household = |from: &str, until: Value| {
        let fact = json!({
            "kind": "household", "household": "HH-9", "role": "adult", "valid_from": from,
            "valid_until": until,
        });
        json!({ "person": "P08", "facts": [fact] })
    };
    let far = |field: &str| one("fact-far-ahead", &format!("facts[0].{field}"));
    let found = refused(&mut desk, "persons.enter", household("2199-01-01", Value::Null));
    assert!(
        found == far("valid_from") || found == one("fact-far-ahead", "valid_from"),
        "{found:?}"
    );
    let found = refused(&mut desk, "persons.enter", household("2026-01-01", json!("2199-12-31")));
    assert!(
        found == far("valid_until") || found == one("fact-far-ahead", "valid_until"),
        "{found:?}"
    );
    let path = desk.path("uppgifter.csv");
    let rows = "Person-id;Slag;Hushåll;Roll;Från och med;Till och med\r\n\
                P08;household;HH-9;adult;2026-01-01;2199-12-31\r\n";
    std::fs::write(&path, rows).unwrap();
    let done = desk.call("register.import", json!({ "path": path }));
    assert_eq!(done["diagnostics"][0]["code"], "day-far-ahead", "{done}");
    desk.call("persons.enter", household("2026-01-01", json!("2050-12-31")));
}

#[test]
fn a_month_a_period_and_a_code_are_of_years_that_come() {
    let mut desk = Desk::with_register();
    for month in ["3026-10", "0026-10", "1026-10"] {
        let reply = desk.refused("distribution.run", json!({ "month": month }));
        assert_eq!(reply.place.unwrap().field.as_deref(), Some("month"), "{month}");
    }
    for period in ["2199-10", "3026-10"] {
        let found = refused(&mut desk, "periods.set", json!({ "period": period, "closed": true }));
        assert_eq!(found[0].1, "period", "{period}: {found:?}");
    }
    let code = json!({
        "payment_code": "PROV", "compensation": "ASYL-UTB-GRU", "clawback": false,
        "person_bound": true, "text": "", "valid_from": "2027-01-01", "valid_until": "2026-01-01",
    });
    let found = refused(&mut desk, "codes.add", code);
    assert_eq!(found, one("fact-ends-before-it-begins", "valid_until"));
}

#[test]
fn a_report_over_a_month_before_every_list_says_so() {
    let mut desk = Desk::with_register();
    desk.month_distributed();
    let seen = |desk: &mut Desk, as_of: &str| -> Vec<String> {
        let report = desk.call("expectation.missing", json!({ "as_of": as_of }));
        report["findings"].as_array().unwrap().iter().map(|one| text(&one["code"])).collect()
    };
    assert_eq!(seen(&mut desk, "1999-05-31"), ["month-without-list"]);
    assert_eq!(seen(&mut desk, "2026-10-31"), [""; 0]);
}
