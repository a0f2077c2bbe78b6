//! What should come against what came: missing money is found, reported, held back and followed.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use acceptance::{Desk, LIST_HEAD, ore, text};
use serde_json::{Value, json};

fn missing(desk: &mut Desk, as_of: &str) -> (Vec<(String, String, i64)>, i64) {
    let report = desk.call("expectation.missing", json!({ "as_of": as_of }));
    let rows = report["rows"].as_array().unwrap().iter();
    let rows = rows.filter(|row| !row["person"].is_null() && row["held_because"].is_null());
    let of_persons = rows.clone().map(|row| ore(&row["missing_ore"])).sum();
    let rows = rows.map(|row| {
        let what = format!("{} {}", text(&row["compensation"]), text(&row["period_from"]));
        (text(&row["state"]), what, ore(&row["missing_ore"]))
    });
    (rows.collect(), of_persons)
}

/// Two persons; the second instalment of one never came.
fn one_is_missing() -> Desk {
    let mut desk = Desk::new();
    desk.receive("P1", "99-000011");
    desk.receive("P2", "99-000060");
    let first = ("2025-03-01", "2025-03-31");
    let second = ("2025-04-01", "2025-05-31");
    desk.pay(
        "2025-04-30",
        &[
            ("XETAB", "99-000011", first.0, first.1, "16500"),
            ("XINI6", "99-000011", first.0, first.1, "20521"),
            ("XETAB", "99-000060", first.0, first.1, "16500"),
            ("XINI6", "99-000060", first.0, first.1, "20521"),
        ],
    );
    desk.pay("2025-06-30", &[("XETAB", "99-000011", second.0, second.1, "33000")]);
    desk
}

#[test]
fn an_instalment_that_never_came_is_found_and_explained() {
    let mut desk = one_is_missing();
    let (rows, sum) = missing(&mut desk, "2025-07-15");
    assert_eq!(rows, [("missing".into(), "NYA-SCHABLON 2025-04-01".into(), 3_300_000)]);
    assert_eq!(sum, 3_300_000);
    // On the day that it is due nothing is late yet.
    assert_eq!(missing(&mut desk, "2025-06-30").1, 0);
    let ask = json!({
        "person": "P2", "compensation": "NYA-SCHABLON", "period_from": "2025-04-01",
        "as_of": "2025-07-15",
    });
    let why = desk.call("expectation.explain", ask);
    assert_eq!(why["amount"]["amount_ore"], 3_300_000);
    assert!(why["amount"]["explanation"].as_array().unwrap().len() > 5);
    let person = json!({ "person": "P2", "as_of": "2025-07-15" });
    let view = desk.call("expectation.person", person);
    assert_eq!(view["missing_ore"], 3_300_000);
    assert!(
        view["not_triggered"].as_array().unwrap().iter().any(|of| of["compensation"] == "EKB-DYGN")
    );
}

#[test]
fn what_differs_is_told_by_what_it_is() {
    let mut desk = one_is_missing();
    // The third period: one gets the amount of the older, the other too little, by a month late.
    let third = ("2025-06-01", "2025-08-31");
    desk.pay(
        "2025-09-30",
        &[
            ("XETAB", "99-000011", third.0, third.1, "9260"),
            ("XETAB", "99-000060", "2025-04-01", "2025-05-31", "33000"),
            ("XÅETA", "99-000011", "2025-03-01", "2025-03-31", "-16500"),
        ],
    );
    let (rows, _) = missing(&mut desk, "2025-10-15");
    assert_eq!(
        rows,
        [
            ("taken-back".into(), "NYA-SCHABLON 2025-03-01".into(), 0),
            ("short".into(), "NYA-SCHABLON 2025-06-01".into(), 724_000),
            ("missing".into(), "NYA-SCHABLON 2025-06-01".into(), 1_650_000),
        ]
    );
    let report = desk.call("expectation.missing", json!({ "as_of": "2025-10-15" }));
    let short = report["rows"].as_array().unwrap().iter().find(|row| row["state"] == "short");
    assert_eq!(short.unwrap()["cause"], "wrong-value");
}

#[test]
fn a_row_that_names_nobody_is_offered_for_what_is_missing() {
    let mut desk = one_is_missing();
    desk.pay("2025-07-31", &[("XETAB", "97-123456", "2025-04-01", "2025-05-31", "33000")]);
    let report = desk.call("expectation.missing", json!({ "as_of": "2025-08-15" }));
    let row = report["rows"].as_array().unwrap().iter().find(|row| row["person"] == "P2").unwrap();
    assert_eq!(row["may_be"][0]["likeness"], "amount-and-period", "{row}");
}

#[test]
fn a_report_is_kept_followed_and_given_up_with_a_reason() {
    let mut desk = one_is_missing();
    let id = api::new_id();
    let keep = json!({ "id": id, "as_of": "2025-07-15" });
    let kept = desk.call("expectation.keep", keep.clone());
    assert!(kept["rows"].as_u64().unwrap() >= 1);
    assert_eq!(desk.refused("expectation.keep", keep).code, "nothing-missing");
    let of_p2 = |desk: &mut Desk, as_of: &str| -> Value {
        let view = desk.call("expectation.reported", json!({ "as_of": as_of }));
        let rows = view["rows"].as_array().unwrap();
        rows.iter().find(|row| row["brief"]["person"] == "P2").unwrap().clone()
    };
    let row = of_p2(&mut desk, "2025-07-15");
    assert_eq!((&row["state"], &row["missing_ore"]), (&json!("open"), &json!(3_300_000)));
    assert!(row["explanation"].as_array().unwrap().len() > 5, "{row}");
    let write_off = |written_off: bool, reason: &str| json!({ "row": row["row"], "written_off": written_off, "reason": reason });
    assert_eq!(desk.refused("expectation.write_off", write_off(true, " ")).code, "reason-missing");
    desk.call("expectation.write_off", write_off(true, "Preskriberat"));
    assert_eq!(of_p2(&mut desk, "2025-07-15")["state"], "written-off");
    assert_eq!(missing(&mut desk, "2025-07-15").1, 0);
    desk.call("expectation.write_off", write_off(false, "Ändå inte"));
    let row = [("XETAB", "99-000060", "2025-04-01", "2025-05-31", "33000")];
    desk.pay("2025-07-31", &row);
    assert_eq!(of_p2(&mut desk, "2025-08-15")["state"], "came");
}

#[test]
fn what_is_not_expected_any_more_has_not_come() {
    let mut desk = one_is_missing();
    desk.call("expectation.keep", json!({ "id": api::new_id(), "as_of": "2025-07-15" }));
    let moved = json!([{
        "kind": "registration", "municipality": "Provköping", "valid_from": "2025-04-15",
    }]);
    desk.call("persons.enter", json!({ "person": "P2", "facts": moved }));
    let view = desk.call("expectation.reported", json!({ "as_of": "2025-07-15" }));
    let rows = view["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["brief"]["person"] == "P2").unwrap();
    assert_eq!((&row["state"], &view["came_ore"]), (&json!("not-expected"), &json!(0)));
}

#[test]
fn a_decision_about_what_is_applied_for_is_no_missing_payment() {
    let mut desk = one_is_missing();
    let before = missing(&mut desk, "2025-10-15").1;
    let decide = json!({
        "id": api::new_id(), "person": "P2", "compensation": "ASYL-BIF", "amount_ore": 12_000_000,
        "period_from": "2025-04-01", "period_until": "2025-06-30", "decided_on": "2025-07-10",
    });
    desk.call("expectation.decide", decide);
    assert_eq!(missing(&mut desk, "2025-10-15").1, before);
}

#[test]
fn a_fault_that_the_agency_knows_holds_its_rows_back() {
    let mut desk = one_is_missing();
    let id = api::new_id();
    let fault = json!({
        "id": id, "compensation": "NYA-SCHABLON", "period_from": "2025-04-01",
        "period_until": "2025-05-31", "words": "Vänta till oktober",
    });
    desk.call("expectation.note_fault", fault);
    let report = desk.call("expectation.missing", json!({ "as_of": "2025-07-15" }));
    assert_eq!(report["rows"][0]["held_because"], "Vänta till oktober");
    assert_eq!(missing(&mut desk, "2025-07-15").1, 0);
    desk.call("expectation.end_fault", json!({ "id": id }));
    assert_eq!(missing(&mut desk, "2025-07-15").1, 3_300_000);
}

#[test]
fn a_decision_is_held_against_the_payment() {
    let mut desk = one_is_missing();
    let decide = json!({
        "id": api::new_id(), "person": "P2", "compensation": "NYA-SCHABLON",
        "period_from": "2025-04-01", "period_until": "2025-05-31", "decided_on": "2025-06-16",
        "amount_ore": 3_300_000, "source": "9.9.9-2025-1",
    });
    desk.call("expectation.decide", decide.clone());
    let (rows, _) = missing(&mut desk, "2025-07-15");
    assert_eq!(rows[0].0, "granted-not-paid");
    desk.call("expectation.withdraw_grant", json!({ "id": decide["id"] }));
    assert_eq!(missing(&mut desk, "2025-07-15").0[0].0, "missing");
}

#[test]
fn a_fact_that_changes_moves_what_is_expected() {
    let mut desk = one_is_missing();
    let moved = json!([{
        "kind": "registration", "municipality": "Provköping", "valid_from": "2025-04-15",
    }]);
    desk.call("persons.enter", json!({ "person": "P2", "facts": moved }));
    assert_eq!(missing(&mut desk, "2025-07-15").1, 0);
}

#[test]
fn a_change_of_a_fact_tells_what_it_did_to_what_is_expected() {
    let mut desk = one_is_missing();
    desk.on("2026-11-10");
    let moved = json!([{
        "kind": "registration", "municipality": "Provköping", "valid_from": "2025-04-15",
    }]);
    desk.call("persons.enter", json!({ "person": "P2", "facts": moved }));
    let ask = json!({ "person": "P2", "since": "2026-11-09", "as_of": "2025-07-15" });
    let view = desk.call("expectation.changes", ask.clone());
    let changes = view["changes"].as_array().unwrap();
    let second: Vec<&str> = changes
        .iter()
        .filter(|change| change["period_from"] == "2025-04-01")
        .map(|change| change["change"].as_str().unwrap())
        .collect();
    assert_eq!(second, ["municipality", "amount"], "{view}");
    assert!(view["now_text"].to_string().contains("Provköping"), "{view}");
    // Nothing has changed since today.
    let mut today = ask;
    today["since"] = json!("2026-11-10");
    assert_eq!(desk.call("expectation.changes", today)["changes"], json!([]));
}

#[test]
fn the_report_is_written_as_a_file_without_protected_persons() {
    let mut desk = one_is_missing();
    let path = desk.path("saknas.pdf");
    let print = json!({ "path": path, "as_of": "2025-07-15" });
    desk.call("expectation.print", print.clone());
    let with = std::fs::read(&path).unwrap();
    let marking = json!([{ "kind": "protection", "marking": "secrecy-marking" }]);
    desk.call("persons.enter", json!({ "person": "P2", "facts": marking }));
    desk.call("expectation.print", print);
    let without = std::fs::read(&path).unwrap();
    // The only row is about whoever is protected now: its table is gone.
    assert!(with.starts_with(b"%PDF") && without.starts_with(b"%PDF"));
    assert_ne!(with.len(), without.len());
    let person = json!({ "person": "P2" });
    assert_eq!(desk.refused("expectation.person", person).code, "person-protected");
}

#[test]
fn payments_before_the_first_list_are_not_looked_for() {
    let mut desk = Desk::new();
    desk.receive("P1", "99-000011");
    desk.receive("P2", "99-000060");
    let row = |dossier, from, until| ("XETAB", dossier, from, until, "16500");
    let spring = ["99-000011", "99-000060"].map(|who| row(who, "2026-03-01", "2026-05-31"));
    desk.pay("2026-06-30", &spring);
    desk.pay("2026-09-30", &[row("99-000060", "2026-06-01", "2026-08-31")]);
    let (rows, _) = missing(&mut desk, "2026-10-15");
    assert_eq!(rows, [("missing".into(), "NYA-SCHABLON 2026-06-01".into(), 1_650_000)]);
    let overview = desk.call("expectation.overview", json!({ "as_of": "2026-10-15" }));
    assert_eq!(overview["payments_since"], "2026-06-01");
    let months: Vec<String> =
        overview["months"].as_array().unwrap().iter().map(|month| text(&month["month"])).collect();
    assert!(months.iter().all(|month| month.as_str() >= "2026-06"), "{months:?}");
}

#[test]
fn decisions_are_read_from_a_file_all_or_none() {
    let mut desk = one_is_missing();
    let write = |desk: &Desk, name: &str, rows: &str| {
        let path = desk.path(name);
        std::fs::write(&path, LIST_HEAD.to_owned() + rows).unwrap();
        path
    };
    let good = "2025-06-30\tXETAB\t99-000060\tTestsson\tX\t2025-04-01\t2025-05-31\t33000,00\n\
                2025-06-30\tXETAB\t97-654321\tOkänd\tX\t2025-04-01\t2025-05-31\t33000,00\n";
    let path = write(&desk, "beslut.txt", good);
    let read = json!({ "path": path, "decided_on": "2025-06-16" });
    let done = desk.call("expectation.read_decisions", read.clone());
    assert_eq!(
        (&done["outcome"], &done["entered"], &done["left_out"]),
        (&json!("done"), &json!(1), &json!([3])),
        "{done}"
    );
    assert_eq!(missing(&mut desk, "2025-07-15").0[0].0, "granted-not-paid");
    let again = desk.call("expectation.read_decisions", read);
    assert_eq!((&again["entered"], &again["known"]), (&json!(0), &json!(1)));
    let wrong = good.replace("33000,00", "trettio");
    let path = write(&desk, "fel.txt", &wrong);
    let refused = desk.call("expectation.read_decisions", json!({ "path": path }));
    assert_eq!((&refused["outcome"], &refused["entered"]), (&json!("findings"), &json!(0)));
    assert_eq!(refused["diagnostics"].as_array().unwrap().len(), 2);
}

#[test]
fn what_a_later_day_brings_is_awaited_and_not_reported() {
    let mut desk = one_is_missing();
    desk.on("2025-07-15");
    let of_p2 = json!({ "person": "P2", "as_of": "2026-12-31" });
    let view = desk.call("expectation.person", of_p2);
    let lines = view["lines"].as_array().unwrap();
    let late: Vec<&str> = lines
        .iter()
        .filter(|line| line["due"].as_str().is_some_and(|due| due > "2025-07-15"))
        .map(|line| line["state"].as_str().unwrap())
        .collect();
    assert!(late.len() > 3 && late.iter().all(|state| *state == "not-yet-due"), "{view}");
    assert_eq!(view["missing_ore"], 3_300_000);
    let keep = json!({ "id": api::new_id(), "as_of": "2026-12-31" });
    assert_eq!(desk.refused("expectation.keep", keep).code, "day-not-come");
    // A report is not known on a day before it was made.
    desk.call("expectation.keep", json!({ "id": api::new_id(), "as_of": "2025-07-15" }));
    let reported = |desk: &mut Desk, day: &str| {
        desk.call("expectation.reported", json!({ "as_of": day }))["rows"].as_array().unwrap().len()
    };
    assert_eq!((reported(&mut desk, "2025-07-15"), reported(&mut desk, "2025-05-15")), (1, 0));
}

#[test]
fn a_list_that_is_not_taken_in_is_told_beside_what_is_missing() {
    let mut desk = one_is_missing();
    let quiet = desk.call("expectation.missing", json!({ "as_of": "2025-07-15" }));
    assert_eq!((&quiet["waiting_lists"], &quiet["waiting_lists_text"]), (&json!(0), &json!("")));
    let row = "2025-06-30\tXETAB\t99-000060\tTestsson\tX\t2025-04-01\t2025-05-31\t33000,00\n";
    let typed = LIST_HEAD.to_owned() + row + "2025-06-30\tXETAB\t99-00\tX\tX\t2025-04-31\t\t1,00\n";
    let read = json!({ "id": api::new_id(), "name": "juni", "text": typed });
    desk.call("payments.read", read);
    let told = desk.call("expectation.missing", json!({ "as_of": "2025-07-15" }));
    assert_eq!(told["waiting_lists"], 1, "{told}");
    assert!(told["waiting_lists_text"].as_str().unwrap().contains("Ta in den först"));
}

#[test]
fn a_decision_is_entered_once_about_somebody_and_after_it_is_made() {
    let mut desk = one_is_missing();
    let decision = |person: &str, decided: &str| {
        json!({
            "id": api::new_id(), "person": person, "compensation": "NYA-SCHABLON",
            "period_from": "2025-04-01", "period_until": "2025-05-31", "decided_on": decided,
            "amount_ore": 3_300_000, "source": "Beslut 1",
        })
    };
    desk.call("expectation.decide", decision("P2", "2025-06-13"));
    let again = desk.refused("expectation.decide", decision("P2", "2025-06-13"));
    assert_eq!(again.code, "grant-there-is-one");
    let later = desk.refused("expectation.decide", decision("P2", "2027-06-13"));
    assert_eq!(later.code, "day-not-come");
    let nobodys = desk.refused("expectation.decide", decision("", "2025-06-13"));
    assert_eq!(nobodys.code, "grant-needs-person");
}

#[test]
fn what_misses_most_stands_first_and_the_months_say_when() {
    let mut desk = one_is_missing();
    let report = desk.call("expectation.missing", json!({ "as_of": "2025-07-15" }));
    let groups = report["groups"].as_array().unwrap();
    let sums: Vec<i64> = groups.iter().map(|group| ore(&group["missing_ore"])).collect();
    assert!(sums.is_sorted_by(|one, other| one >= other), "{groups:?}");
    assert_eq!(sums.iter().sum::<i64>(), ore(&report["missing_ore"]));
    let place =
        |row: &Value| groups.iter().position(|of| of["compensation"] == row["compensation"]);
    let places: Vec<_> = report["rows"].as_array().unwrap().iter().map(place).collect();
    assert!(places.is_sorted(), "{report}");
    let missing = |month: &Value| ore(&month["missing_ore"]);
    let person = report["rows"][0]["person"].clone();
    let of_person =
        desk.call("expectation.person", json!({ "person": person, "as_of": "2025-07-15" }));
    let months = of_person["months"].as_array().unwrap();
    assert_eq!(months.iter().map(missing).sum::<i64>(), ore(&of_person["missing_ore"]));
    assert!(months.iter().any(|month| missing(month) > 0), "{months:?}");
}
