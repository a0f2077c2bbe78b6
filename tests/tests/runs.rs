//! Runs: drafts, taking back, what was shared by what is not so any more, and its correction; and what
//! lies on the observation account.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use acceptance::{Desk, ore, text};
use serde_json::{Value, json};

const HEADER: &str = "Utbetalningsdag\tKod\tDossiernummer\tFrån och med\tTill och med\tBelopp\n";

/// A list of rows that are typed: day, code, dossier number, period, kronor.
fn list(desk: &mut Desk, rows: &[&str]) -> String {
    let rows: String = rows.iter().map(|row| row.replace(' ', "\t") + "\n").collect();
    let request = json!({ "id": api::new_id(), "name": "Prov", "text": format!("{HEADER}{rows}"),
                          "park_faulty": true });
    let list = text(&desk.call("payments.import", request)["list"]);
    desk.call("match.run", json!({ "list": list }));
    list
}

/// A payment for P01 in October 2026, shared between its board (70 %) and 8200.
const PAID: &str = "2026-10-30 BIF 99-000011 2026-09-01 2026-09-30 1000,01";

fn run(desk: &mut Desk, month: &str) -> Value {
    desk.call("distribution.run", json!({ "month": month }))
}

/// What each board gets: `7110 70001`.
fn shares(answer: &Value) -> Vec<String> {
    let shares = answer["shares"].as_array().unwrap().iter();
    let mut shares: Vec<String> = shares
        .filter(|share| ore(&share["amount_ore"]) != 0)
        .map(|share| format!("{} {}", text(&share["cost_centre"]), share["amount_ore"]))
        .collect();
    shares.sort();
    shares
}

fn hand_over(desk: &mut Desk, distribution: &Value) -> String {
    let order = desk.call("orders.create", json!({ "distribution": distribution }));
    desk.export(&text(&order["order"]), "csv");
    text(&order["order"])
}

/// Each posting of an order: account, cost centre, öre.
fn postings(desk: &mut Desk, order: &str) -> Vec<String> {
    let view = desk.call("orders.view", json!({ "order": order }));
    let vouchers = view["vouchers"].as_array().unwrap().iter();
    let postings = vouchers.flat_map(|voucher| voucher["postings"].as_array().unwrap());
    postings
        .map(|posting| {
            let centre = posting["cost_centre"].as_str().unwrap_or("-");
            format!("{} {centre} {}", text(&posting["account"]), posting["amount_ore"])
        })
        .collect()
}

fn wrong(desk: &mut Desk) -> Vec<Value> {
    desk.call("distribution.wrong", json!({}))["rows"].as_array().unwrap().clone()
}

fn correct(desk: &mut Desk, month: &str) -> Value {
    desk.call("distribution.correct", json!({ "month": month }))
}

fn take_back(desk: &mut Desk, distribution: &Value) -> Value {
    let request = json!({ "distribution": distribution, "reason": "Fel nämnd" });
    desk.call("distribution.take_back", request)
}

fn refused(desk: &mut Desk, name: &str, request: Value) -> String {
    desk.refused(name, request).code
}

fn is_whole(desk: &mut Desk) {
    let check = desk.call("session.check", json!({}));
    assert_eq!(check["outcome"], "done", "{check}");
}

#[test]
fn a_run_that_is_taken_back_and_made_again_gives_the_same() {
    let mut desk = Desk::with_register();
    let (list, distribution) = desk.month_distributed();
    let before = desk.call("distribution.view", json!({ "distribution": distribution }));
    let order = desk.call("orders.create", json!({ "distribution": distribution }));
    let folder = desk.path("besked");
    std::fs::create_dir(&folder).unwrap();
    desk.call("distribution.statement", json!({ "distribution": distribution, "path": folder }));
    let matches = desk.call("match.rows", json!({ "list": list, "filter": "all" }));

    let no_reason = json!({ "distribution": distribution, "reason": " " });
    assert_eq!(refused(&mut desk, "distribution.take_back", no_reason), "reason-missing");
    let done = take_back(&mut desk, &json!(distribution));
    assert_eq!(done["freed_ore"], before["brief"]["out_ore"]);
    assert_eq!(done["withdrawn_orders"], json!([order["number"]]));
    assert_eq!(
        done["void_statements"],
        before["boards"]
            .as_array()
            .unwrap()
            .iter()
            .map(|board| board["cost_centre"].clone())
            .collect::<Value>()
    );
    let after = desk.call("distribution.view", json!({ "distribution": distribution }));
    assert_eq!(
        (&after["brief"]["state"], &after["brief"]["unbooked"]),
        (&json!("taken-back"), &json!(false))
    );
    assert_eq!(after["void_statements"], done["void_statements"]);
    let rows = desk.call("match.rows", json!({ "list": list, "filter": "all" }));
    let persons = |page: &Value| -> Vec<Value> {
        page["rows"].as_array().unwrap().iter().map(|row| row["person"].clone()).collect()
    };
    assert_eq!(persons(&rows), persons(&matches), "matches stay");

    let again = json!({ "distribution": distribution, "reason": "En gång till" });
    let code = refused(&mut desk, "distribution.take_back", again);
    assert_eq!(code, "distribution-taken-back");
    let of_it = json!({ "distribution": distribution });
    assert_eq!(refused(&mut desk, "orders.create", of_it.clone()), "nothing-to-book");
    let print = json!({ "distribution": distribution, "path": folder });
    let code = refused(&mut desk, "distribution.statement", print);
    assert_eq!(code, "distribution-taken-back");
    let of_back = json!({ "distribution": done["distribution"], "reason": "Fel val" });
    let code = refused(&mut desk, "distribution.take_back", of_back);
    assert_eq!(code, "distribution-no-run");

    let second = run(&mut desk, "2026-10");
    let view = desk.call("distribution.view", json!({ "distribution": second["distribution"] }));
    for same in ["boards", "groups", "suspended", "in_ore", "paid_ore", "clawback_ore"] {
        assert_eq!(view[same], before[same], "{same}");
    }
    let order_two = desk.call("orders.create", json!({ "distribution": second["distribution"] }));
    assert_ne!(order_two["number"], order["number"], "no number is used again");
    assert_eq!(order_two["debit_ore"], order["debit_ore"]);
    desk.export(&text(&order_two["order"]), "sie4i");
    let late = json!({ "distribution": second["distribution"], "reason": "För sent" });
    let code = refused(&mut desk, "distribution.take_back", late);
    assert_eq!(code, "distribution-handed-over");
    is_whole(&mut desk);
}

#[test]
fn a_draft_holds_nothing_and_is_locked_as_it_was_seen() {
    let mut desk = Desk::with_register();
    list(&mut desk, &[PAID]);
    let request = json!({ "month": "2026-10", "id": "utkast", "draft": true });
    let draft = desk.call("distribution.run", request.clone());
    assert_eq!((&draft["state"], &draft["run"]), (&json!("draft"), &Value::Null));
    assert_eq!(shares(&draft), ["7110 70001", "8200 30000"]);
    assert_eq!(desk.call("distribution.run", request), draft, "asked for again");
    assert_eq!(desk.call("distribution.list", json!({}))["runs"], json!([]));

    // A row comes: what was seen is not what would be locked.
    list(&mut desk, &["2026-10-30 BIF 99-000037 2026-09-01 2026-09-30 10,00"]);
    let of_draft = json!({ "distribution": "utkast" });
    let view = desk.call("distribution.draft", of_draft.clone());
    assert_eq!((&view["changed"], &view["out_ore"]), (&json!(true), &json!(101_001)));
    let reply = desk.refused("distribution.lock", of_draft.clone());
    assert_eq!(reply.code, "draft-run-changed");
    assert!(reply.message.contains("1\u{a0}010,01"), "{}", reply.message);
    let runs = desk.call("distribution.discard", of_draft.clone());
    assert_eq!(runs["drafts"], json!([]));
    assert_eq!(refused(&mut desk, "distribution.lock", of_draft), "no-such-distribution");

    let request = json!({ "month": "2026-10", "id": "nytt", "draft": true });
    let draft = desk.call("distribution.run", request);
    let of_draft = json!({ "distribution": "nytt" });
    // It is looked at as the run will be, cell by cell and word by word.
    let looked_at = |desk: &mut Desk, name: &str| {
        let view = desk.call(name, of_draft.clone());
        let matrix = ["boards", "groups", "rows", "paid_ore", "clawback_ore", "paid_rows"];
        let cell =
            json!({ "distribution": "nytt", "cost_centre": "7110", "compensation": "ASYL-BIF" });
        (matrix.map(|field| view[field].clone()), desk.call("distribution.cell", cell))
    };
    let drafted = looked_at(&mut desk, "distribution.draft");
    assert_eq!(drafted.1["blocks"][0]["amount_ore"], 70_001);
    let locked = desk.call("distribution.lock", of_draft.clone());
    assert_eq!((&locked["state"], shares(&locked)), (&json!("locked"), shares(&draft)));
    assert_eq!(looked_at(&mut desk, "distribution.view"), drafted);
    assert_eq!(desk.call("distribution.lock", of_draft), locked, "locked is locked");
    assert_eq!(desk.call("distribution.list", json!({}))["drafts"], json!([]));
    is_whole(&mut desk);
}

#[test]
fn the_month_stands_beside_the_one_before() {
    let mut desk = Desk::with_register();
    list(&mut desk, &["2026-09-30 BIF 99-000011 2026-08-01 2026-08-31 500,00"]);
    run(&mut desk, "2026-09");
    list(&mut desk, &[PAID]);
    let compared = |answer: &Value| -> Vec<(String, i64, i64)> {
        let rows = answer["compared"].as_array().unwrap().iter();
        rows.map(|row| (text(&row["cost_centre"]), ore(&row["before_ore"]), ore(&row["now_ore"])))
            .collect()
    };
    let expected = [("7110".to_owned(), 35_000, 70_001), ("8200".to_owned(), 15_000, 30_000)];
    let request = json!({ "month": "2026-10", "draft": true });
    let draft = desk.call("distribution.run", request);
    assert_eq!(compared(&draft), expected);
    assert_eq!(draft["compared"][0]["difference_ore"], 35_001);
    let done = run(&mut desk, "2026-10");
    assert_eq!(compared(&done), expected);
    let view = json!({ "distribution": done["distribution"] });
    assert_eq!(compared(&desk.call("distribution.view", view)), expected);
}

#[test]
fn a_move_back_in_time_is_corrected_by_its_difference() {
    let mut desk = Desk::with_register();
    let of_p01 = list(&mut desk, &[PAID]);
    let first = run(&mut desk, "2026-10");
    desk.board("P01", "7130", Some("2026-07-01"));
    let row = &wrong(&mut desk)[0];
    assert_eq!((&row["cause"], &row["remedy"]), (&json!("board"), &json!("take-back")));
    let month = json!({ "month": "2026-10" });
    let code = refused(&mut desk, "distribution.correct", month.clone());
    assert_eq!(code, "correction-not-handed-over");

    let order = hand_over(&mut desk, &first["distribution"]);
    assert_eq!(postings(&mut desk, &order).len(), 3);
    let row = wrong(&mut desk)[0].clone();
    assert_eq!((&row["remedy"], &row["person"]), (&json!("correct"), &json!("P01")));
    assert_eq!(
        (&row["before"][0]["cost_centre"], &row["now"][0]["cost_centre"]),
        (&json!("7110"), &json!("7130"))
    );
    let other = json!({ "month": "2026-10", "rows": [{ "list": of_p01, "line": 3 }] });
    assert_eq!(refused(&mut desk, "distribution.correct", other), "row-shared-rightly");
    desk.on("2026-12-03");
    let done = correct(&mut desk, "2026-10");
    assert_eq!(shares(&done), ["7110 -70001", "7130 70001"], "8200 keeps what it has");
    assert!(wrong(&mut desk).is_empty());
    assert_eq!(refused(&mut desk, "distribution.correct", month), "nothing-to-correct");

    // Its own order has the differences and nothing else, and no money of the bank.
    let order = hand_over(&mut desk, &done["distribution"]);
    let postings = postings(&mut desk, &order);
    assert_eq!(postings, ["3514 7110 70001", "3514 7130 -70001"], "{postings:?}");

    // A correction of the correction, and that one taken back.
    desk.board("P01", "7120", Some("2026-08-01"));
    let third = correct(&mut desk, "2026-10");
    assert_eq!(shares(&third), ["7120 70001", "7130 -70001"]);
    take_back(&mut desk, &third["distribution"]);
    let row = &wrong(&mut desk)[0];
    let before = row["before"].as_array().unwrap().iter();
    let boards: Vec<&Value> = before.map(|share| &share["cost_centre"]).collect();
    assert!(boards.contains(&&json!("7130")), "shared as before the correction: {boards:?}");
    let again = correct(&mut desk, "2026-10");
    assert_eq!(shares(&again), shares(&third));
    let reverse = json!({ "list": of_p01, "reason": "Fel fil" });
    assert_eq!(refused(&mut desk, "payments.reverse", reverse.clone()), "correction-open");
    hand_over(&mut desk, &again["distribution"]);
    let done = desk.call("payments.reverse", reverse);
    for order in done["reversing_orders"].as_array().unwrap() {
        desk.export(&text(order), "csv");
    }
    let page = desk.call("suspense.page", json!({}));
    assert_eq!((&page["balance_ore"], &page["rows"]), (&json!(0), &json!([])));
    is_whole(&mut desk);
}

/// What swaps places comes to nothing on every account: nothing waits for ever.
#[test]
fn two_children_that_swap_boards_are_corrected() {
    let mut desk = Desk::with_register();
    let other = "2026-10-30 BIF 99-000037 2026-09-01 2026-09-30 1000,01";
    list(&mut desk, &[PAID, other, "2026-10-30 BIF 99-000052 2026-09-01 2026-09-30 10,00"]);
    let first = run(&mut desk, "2026-10");
    hand_over(&mut desk, &first["distribution"]);
    desk.board("P01", "7120", Some("2026-07-01"));
    desk.board("P03", "7110", Some("2026-07-01"));
    desk.board("P05", "7110", Some("2026-07-01"));
    let done = correct(&mut desk, "2026-10");
    assert_eq!(done["rows"], 3);
    hand_over(&mut desk, &done["distribution"]);
    let view = desk.call("distribution.view", json!({ "distribution": done["distribution"] }));
    assert_eq!(view["brief"]["unbooked"], false, "every entry is booked");
    is_whole(&mut desk);
}

#[test]
fn somebody_without_board_goes_back_to_the_observation_account() {
    let mut desk = Desk::with_register();
    list(&mut desk, &[PAID]);
    let first = run(&mut desk, "2026-10");
    hand_over(&mut desk, &first["distribution"]);
    let view = desk.call("persons.view", json!({ "person": "P01" }));
    let mut facts = view["facts"].as_array().unwrap().iter();
    let board = facts.rfind(|fact| fact["kind"] == "responsible-board").unwrap();
    desk.call("persons.end", json!({ "person": "P01", "fact": board["id"], "last_day": null }));
    let row = wrong(&mut desk)[0].clone();
    assert_eq!((&row["now"], row["reason"].is_string()), (&json!([]), true));
    let done = correct(&mut desk, "2026-10");
    assert_eq!(shares(&done), ["7110 -70001", "8200 -30000"]);
    assert_eq!(done["suspended"][0]["reason_code"], "no-board");
    hand_over(&mut desk, &done["distribution"]);
    let page = desk.call("suspense.page", json!({ "as_of": "2026-12-31" }));
    assert_eq!(page["balance_ore"], 100_001);
    assert_eq!(
        (&page["rows"][0]["kind"], &page["rows"][0]["todo_code"]),
        (&json!("without-board-or-key"), &json!("enter-board"))
    );
    // The board is told: the row is shared as any other.
    desk.board("P01", "7120", Some("2026-07-01"));
    assert_eq!(shares(&run(&mut desk, "2026-10")), ["7120 70001", "8200 30000"]);
    let taken = json!({ "distribution": done["distribution"], "reason": "x" });
    assert!(desk.answer("distribution.take_back", taken).is_err());
    is_whole(&mut desk);
}

fn match_of(desk: &mut Desk, list: &str) -> (Value, Value) {
    let page = desk.call("match.rows", json!({ "list": list, "filter": "all" }));
    (page["rows"][0]["person"]["id"].clone(), page["rows"][0]["reason_code"].clone())
}

#[test]
fn a_match_is_opened_again_when_what_it_rests_on_changes() {
    let mut desk = Desk::with_register();
    let number = json!({ "kind": "dossier-number", "number": "97-555555" });
    let merge = json!({ "person": "P03", "into": "P01", "confirmed": true });
    desk.call("persons.merge", merge);
    // Matched while the two were one.
    let of_p03 = list(&mut desk, &["2026-10-30 BIF 99-000037 2026-09-01 2026-09-30 1000,01"]);
    let (person, _) = match_of(&mut desk, &of_p03);
    assert!(person.as_str().is_none_or(|id| id != "P03"), "{person}");
    desk.call("persons.split", json!({ "person": "P03" }));
    assert_eq!(match_of(&mut desk, &of_p03).1, "reopened");
    let done = run(&mut desk, "2026-10");
    assert_eq!(
        (&done["out_ore"], &done["suspended"][0]["reason_code"]),
        (&json!(0), &json!("reopened"))
    );
    desk.call("match.run", json!({ "list": of_p03 }));
    let done = run(&mut desk, "2026-10");
    assert_eq!(shares(&done), ["7120 70001", "8200 30000"], "P03's own board");

    // A number that is somebody else's by now: the run looks, whatever matching said.
    let unknown = list(&mut desk, &["2026-11-30 BIF 97-555555 2026-10-01 2026-10-31 100,00"]);
    desk.call("persons.enter", json!({ "person": "P05", "facts": [number] }));
    desk.call("match.run", json!({ "list": unknown }));
    let view = desk.call("persons.view", json!({ "person": "P05" }));
    let facts = view["facts"].as_array().unwrap().iter();
    let fact = facts.rev().find(|fact| fact.to_string().contains("555555")).unwrap();
    desk.call("persons.end", json!({ "person": "P05", "fact": fact["id"], "last_day": null }));
    assert_eq!(match_of(&mut desk, &unknown).1, "reopened");
    is_whole(&mut desk);
}

#[test]
fn a_clawback_finds_its_original_through_merges_and_corrections() {
    let mut desk = Desk::with_register();
    list(&mut desk, &[PAID]);
    let first = run(&mut desk, "2026-10");
    hand_over(&mut desk, &first["distribution"]);
    let person = json!({ "person": "Q1", "family_name": "Ny", "dossier_number": "97-555555" });
    desk.call("persons.add", person);
    desk.board("Q1", "7130", Some("2026-01-01"));
    desk.call("persons.merge", json!({ "person": "P01", "into": "Q1", "confirmed": true }));
    // The key has changed meanwhile: what was given by the old one is taken back by it.
    let back = "2026-11-30 ÅBIF 97-555555 2026-09-01 2026-09-30 -1000,01";
    let codes = json!({ "payment_code": "ÅBIF", "compensation": "ASYL-BIF", "clawback": true,
                        "person_bound": true });
    desk.call("codes.add", codes);
    list(&mut desk, &[back]);
    let done = run(&mut desk, "2026-11");
    assert_eq!(shares(&done), ["7110 -70001", "8200 -30000"], "{done}");
    hand_over(&mut desk, &done["distribution"]);

    // The payment is corrected: the clawback follows what stands now.
    for month in ["2026-10", "2026-11"] {
        let before = wrong(&mut desk);
        if before.iter().any(|row| row["month"] == month) {
            correct(&mut desk, month);
        }
    }
    assert!(wrong(&mut desk).is_empty());
    let sums = desk.call("distribution.list", json!({}));
    assert_eq!(sums["runs"].as_array().unwrap().len(), 4, "{sums}");
    is_whole(&mut desk);
}

#[test]
fn the_observation_account_tells_every_krona() {
    let mut desk = Desk::with_register();
    let rows = [
        PAID,
        "2026-10-30 BIF 98-765432 2026-09-01 2026-09-30 20,00",
        "2026-10-30 BIF 99-000037 2026-09-01 2026-09-30 3O,00",
        "2026-10-30 XYZ 99-000037 2026-09-01 2026-09-30 40,00",
    ];
    let rows: String = rows.iter().map(|row| row.replace(' ', "\t") + "\n").collect();
    let request = json!({ "id": "lista", "name": "Prov", "text": format!("{HEADER}{rows}"),
                          "park_faulty": true, "bank_ore": 100_000, "bank_reason": "Avgift" });
    desk.call("payments.import", request);
    desk.call("match.run", json!({ "list": "lista" }));
    let page = desk.call("suspense.page", json!({ "as_of": "2026-10-29" }));
    assert_eq!((&page["balance_ore"], &page["outcome"]), (&json!(0), &json!("done")));
    let balance = |desk: &mut Desk| {
        let page = desk.call("suspense.page", json!({ "shown": { "all": true } }));
        let rows = page["rows"].as_array().unwrap().iter();
        let sum: i64 = rows.map(|row| ore(&row["amount_ore"])).sum();
        assert_eq!(sum, ore(&page["balance_ore"]), "{page}");
        page
    };
    assert_eq!(balance(&mut desk)["balance_ore"], 100_000);
    let done = run(&mut desk, "2026-10");
    let page = balance(&mut desk);
    assert_eq!(page["balance_ore"], 100_000, "nothing is handed over");
    let kinds: Vec<(String, i64)> = page["sums"]
        .as_array()
        .unwrap()
        .iter()
        .map(|sum| (text(&sum["kind"]), ore(&sum["amount_ore"])))
        .collect();
    assert!(kinds.contains(&("not-handed-over".into(), 100_001)), "{kinds:?}");
    assert!(kinds.contains(&("unmatched".into(), 2_000)), "{kinds:?}");
    let one = desk.call("suspense.page", json!({ "kind": "parked" }));
    assert_eq!(one["total"], one["rows"].as_array().unwrap().len());
    assert_eq!(one["rows"][0]["owner"], "EXEMPEL");
    hand_over(&mut desk, &done["distribution"]);
    let page = balance(&mut desk);
    assert_eq!(page["balance_ore"], 100_000 - 100_001);
    let path = desk.path("konto.pdf");
    desk.call("suspense.print", json!({ "path": path }));
    assert!(std::fs::read(path).unwrap().starts_with(b"%PDF"));
    assert_eq!(desk.refused("suspense.page", json!({ "kind": "x" })).code, "bad-request");
}
