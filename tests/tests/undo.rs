//! What was done is taken back by correcting it, one step at a time, and done again.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use acceptance::Desk;
use serde_json::{Value, json};

fn steps(desk: &mut Desk) -> Value {
    desk.call("undo.steps", json!({}))
}

fn back(desk: &mut Desk) -> Value {
    desk.call("undo.back", json!({}))
}

/// The cost centres of a person's boards, with their last days.
fn boards(desk: &mut Desk) -> Vec<(String, Option<String>)> {
    let view = desk.call("persons.view", json!({ "person": "P01" }));
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let of_board = |fact: &&Value| fact["kind"] == "responsible-board";
    let facts = view["facts"].as_array().unwrap().iter().filter(of_board);
    facts
        .map(|fact| (fact["title"].as_str().unwrap().to_owned(), text(&fact["valid_until"])))
        .collect()
}

fn move_board(desk: &mut Desk) {
    let fact =
        json!({ "kind": "responsible-board", "cost_centre": "7120", "valid_from": "2026-10-01" });
    desk.call("persons.enter", json!({ "person": "P01", "facts": [fact] }));
}

#[test]
fn a_move_of_board_that_is_undone_gives_the_old_board_its_days_back() {
    let mut desk = Desk::with_register();
    let before = boards(&mut desk);
    move_board(&mut desk);
    let moved = boards(&mut desk);
    assert_ne!(moved, before);
    let next = steps(&mut desk)["next"].clone();
    assert_eq!(
        (&next["text"], &next["about"]),
        (&json!("Uppgifter om person ändrade"), &json!("P01"))
    );
    let after = back(&mut desk);
    assert_eq!(boards(&mut desk), before);
    assert_eq!(after["again"]["text"], "Uppgifter om person ändrade");
    // Nothing went: every entry is there, corrected by another.
    let view = desk.call("persons.view", json!({ "person": "P01" }));
    assert!(view["entries"].as_array().unwrap().len() > view["facts"].as_array().unwrap().len());
    desk.call("undo.again", json!({}));
    assert_eq!(boards(&mut desk), moved);
    back(&mut desk);
    assert_eq!(boards(&mut desk), before);
}

#[test]
fn a_fact_that_was_taken_back_comes_back() {
    let mut desk = Desk::with_register();
    let before = boards(&mut desk);
    let view = desk.call("persons.view", json!({ "person": "P01" }));
    let facts = view["facts"].as_array().unwrap();
    let board = facts.iter().find(|fact| fact["kind"] == "responsible-board").unwrap();
    desk.call(
        "persons.end",
        json!({ "person": "P01", "fact": board["id"], "last_day": "2026-10-15" }),
    );
    assert_ne!(boards(&mut desk), before);
    back(&mut desk);
    assert_eq!(boards(&mut desk), before);
}

#[test]
fn steps_go_back_in_their_order_and_only_as_far_as_they_can() {
    let mut desk = Desk::with_register();
    desk.call("boards.put", json!({ "cost_centre": "7110", "name": "Annat namn" }));
    let fault = json!({
        "id": api::new_id(), "period_from": "2026-04-01", "period_until": "2026-05-31", "words": "Vänta",
    });
    desk.call("expectation.note_fault", fault);
    let cost = json!({
        "persons": [{ "person": "P01" }], "compensation": "EKB-VARD", "from": "2026-08-01",
        "until": "2026-08-31", "amount_ore": 100_000, "unit": "7110",
    });
    desk.call("costs.add", cost);
    let done = steps(&mut desk)["steps"].clone();
    let numbers: Vec<u64> =
        done.as_array().unwrap().iter().map(|step| step["step"].as_u64().unwrap()).collect();
    // Down to the fault: the cost goes first.
    desk.call("undo.back", json!({ "step": numbers[1] }));
    assert_eq!(desk.call("costs.list", json!({}))["total"], 0);
    assert_eq!(desk.call("expectation.faults", json!({}))["faults"], json!([]));
    let names = |desk: &mut Desk| desk.call("boards.list", json!({}))["boards"].to_string();
    assert!(names(&mut desk).contains("Annat namn"));
    back(&mut desk);
    assert!(!names(&mut desk).contains("Annat namn"));
    // What came before was taken in from a file: that is not undone, and says so.
    let refused = desk.refused("undo.back", json!({}));
    assert_eq!(refused.code, "cannot-undo");
    assert_eq!(steps(&mut desk)["next"], Value::Null);
}

#[test]
fn what_a_screen_takes_back_by_itself_is_no_second_step() {
    let mut desk = Desk::with_register();
    let day = json!({
        "compensation": "EKB-VARD", "unit": "7110", "period": "2026Q2", "last_day": "2026-12-30",
    });
    let id = desk.call("last_days.set", day)["id"].clone();
    desk.call("last_days.done", json!({ "id": id, "done": true }));
    let count = steps(&mut desk)["steps"].as_array().unwrap().len();
    desk.call("last_days.done", json!({ "id": id, "done": false }));
    let now = steps(&mut desk);
    assert_eq!(now["steps"].as_array().unwrap().len(), count - 1);
    assert_eq!(now["again"]["text"], "Sista dag klarmarkerad");
    desk.call("undo.again", json!({}));
    let days = desk.call("last_days.list", json!({ "include_done": true }));
    assert!(days["days"][0]["done_by"].is_string());
}

#[test]
fn another_database_has_steps_of_its_own() {
    let mut desk = Desk::with_register();
    assert!(!steps(&mut desk)["steps"].as_array().unwrap().is_empty());
    let path = desk.path("desk.db");
    desk.call("session.close", json!({}));
    desk.call("session.open", json!({ "path": path }));
    assert_eq!(steps(&mut desk)["steps"], json!([]));
    assert_eq!(desk.refused("undo.back", json!({})).code, "nothing-to-undo");
    assert_eq!(desk.refused("undo.again", json!({})).code, "nothing-to-redo");
}
