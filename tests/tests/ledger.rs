//! The ledger tells what matching has moved, one by one, forwards and back.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::collections::{BTreeMap, BTreeSet};

use acceptance::{Desk, KEY, ore, text};
use rusqlite::Connection;
use serde_json::{Value, json};

/// The line of the sample that is about P01: 16 800 kronor.
const LINE: u32 = 2;

fn entries(desk: &mut Desk, list: &str) -> Vec<Value> {
    let trace = desk.call("trace.row", json!({ "list": list, "line": LINE }));
    let entries = trace["entries"].as_array().unwrap().clone();
    let numbers: Vec<i64> = entries.iter().map(|entry| ore(&entry["entry"])).collect();
    let once: BTreeSet<i64> = numbers.iter().copied().collect();
    assert!(once.into_iter().eq(numbers), "numbers are in order and stand once");
    entries
}

/// Person, none as an empty text, to what the ledger says was paid.
fn paid(entries: &[Value]) -> BTreeMap<String, i64> {
    let mut paid = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry["kind"] == "paid") {
        let person = entry["person"].as_str().unwrap_or_default().to_owned();
        *paid.entry(person).or_default() += ore(&entry["amount_ore"]);
    }
    paid.retain(|_, amount| *amount != 0);
    paid
}

fn only(person: &str) -> BTreeMap<String, i64> {
    BTreeMap::from([(person.to_owned(), 1_680_000)])
}

#[test]
fn a_payment_moves_to_its_person_and_back() {
    let mut desk = Desk::with_register();
    let list = desk.month_taken_in();
    let row = json!({ "list": list, "line": LINE });
    let matched = entries(&mut desk, &list);
    assert_eq!((matched.len(), paid(&matched)), (3, only("P01")));

    desk.call("match.undo", row.clone());
    let undone = entries(&mut desk, &list);
    assert_eq!((undone.len(), paid(&undone)), (5, only("")));
    assert_eq!(undone[..3], matched[..], "what was entered stands");

    let chosen = json!({ "list": list, "line": LINE, "person": "P02" });
    desk.call("match.choose", chosen);
    let chosen = entries(&mut desk, &list);
    assert_eq!((chosen.len(), paid(&chosen)), (7, only("P02")));
    let money = desk.call("persons.view", json!({ "person": "P01" }));
    let of_row = |money: &Value| -> i64 {
        let all = money["money"].as_array().unwrap();
        all.iter().filter(|one| one["line"] == LINE).map(|one| ore(&one["amount_ore"])).sum()
    };
    assert_eq!(of_row(&money), 0);
    let money = desk.call("persons.view", json!({ "person": "P02" }));
    assert_eq!(of_row(&money), 1_680_000);

    desk.call("payments.reverse", json!({ "list": list, "reason": "Fel lista" }));
    let reversed = entries(&mut desk, &list);
    assert_eq!(paid(&reversed), BTreeMap::new());
    let last = reversed.last().unwrap();
    let corrected = ore(&last["corrects"]);
    assert!(reversed.iter().any(|entry| ore(&entry["entry"]) == corrected), "{last}");
}

#[test]
fn a_match_that_moved_money_is_neither_changed_nor_deleted() {
    let mut desk = Desk::with_register();
    let list = desk.month_taken_in();
    desk.call("match.undo", json!({ "list": list, "line": LINE }));
    desk.call("session.close", json!({}));
    let database = Connection::open(desk.path("desk.db")).unwrap();
    store::prepare(&database, &store::key::DatabaseKey::from_hex(KEY).unwrap()).unwrap();
    for change in [
        "UPDATE row_match SET person_no = 1 WHERE person_no = 2",
        "UPDATE row_match SET entry_no = entry_no + 1000 WHERE person_no = 2",
        "DELETE FROM row_match WHERE person_no = 2",
        "UPDATE former_match SET person_no = 3",
        "DELETE FROM former_match",
        "UPDATE entry SET amount_ore = 0",
    ] {
        let refused = database.execute(change, []).unwrap_err();
        assert!(text(&json!(refused.to_string())).contains("append-only"), "{change}: {refused}");
    }
    // By number of the person: nothing is looked through from end to end.
    let plan: Vec<String> = database
        .prepare("EXPLAIN QUERY PLAN SELECT * FROM ledger WHERE person_no = 1 ORDER BY entry_no")
        .and_then(|mut plan| plan.query_map([], |row| row.get(3))?.collect())
        .unwrap();
    assert!(plan.iter().any(|step| step.contains("row_match_person")), "{plan:?}");
    assert!(plan.iter().all(|step| !step.starts_with("SCAN row_match")), "{plan:?}");
}
