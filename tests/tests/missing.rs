//! The work of the month: what is missing, what no list has told yet, and the letter about it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;

use acceptance::{Desk, ore, text};
use api::ErrorReply;
use calamine::{Reader as _, Xlsx};
use serde_json::{Value, json};

const SPRING: (&str, &str) = ("2025-04-01", "2025-05-31");
const FIRST: (&str, &str) = ("2025-03-01", "2025-03-31");

/// Two persons whose first payments came in April; June's list pays one of them.
fn april_is_read() -> Desk {
    let mut desk = Desk::new();
    desk.receive("P1", "99-000011");
    desk.receive("P2", "99-000060");
    let row = |code, who, kronor| (code, who, FIRST.0, FIRST.1, kronor);
    desk.pay(
        "2025-04-30",
        &[
            row("XETAB", "99-000011", "16500"),
            row("XINI6", "99-000011", "20521"),
            row("XETAB", "99-000060", "16500"),
            row("XINI6", "99-000060", "20521"),
        ],
    );
    desk
}

fn june_is_read(desk: &mut Desk) {
    desk.pay("2025-06-30", &[("XETAB", "99-000011", SPRING.0, SPRING.1, "33000")]);
}

fn report(desk: &mut Desk, as_of: &str) -> Value {
    desk.call("expectation.missing", json!({ "as_of": as_of }))
}

fn rows(report: &Value) -> Vec<Value> {
    let rows = report["rows"].as_array().unwrap().iter();
    rows.filter(|row| !row["person"].is_null()).cloned().collect()
}

/// Compensation, month and kronor of what no list has told.
fn unread(report: &Value) -> Vec<(String, String, i64)> {
    let unread = report["unread"].as_array().unwrap().iter();
    unread
        .map(|one| (text(&one["compensation"]), text(&one["month"]), ore(&one["expected_ore"])))
        .collect()
}

#[test]
fn a_month_whose_list_nobody_has_read_is_not_missing() {
    let mut desk = april_is_read();
    let told = report(&mut desk, "2025-07-01");
    assert_eq!(rows(&told), Vec::<Value>::new());
    assert_eq!(unread(&told), [("NYA-SCHABLON".into(), "2025-06".into(), 6_600_000)]);
    assert_eq!((&told["unread"][0]["late"], &told["late_ore"]), (&json!(false), &json!(0)));
    assert_eq!(told["unread"][0]["amounts"], 2);
    // Nobody can report what no list has told.
    let keep = json!({ "id": api::new_id(), "as_of": "2025-07-01" });
    assert_eq!(desk.refused("expectation.keep", keep).code, "nothing-missing");
    let line = desk.call("expectation.person", json!({ "person": "P2", "as_of": "2025-07-01" }));
    let states: Vec<&Value> = line["lines"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|line| line["period_from"] == SPRING.0)
        .map(|line| &line["state"])
        .collect();
    assert_eq!(states, ["list-unread"]);

    june_is_read(&mut desk);
    let told = report(&mut desk, "2025-07-01");
    assert_eq!(unread(&told), []);
    let found = rows(&told);
    assert_eq!(found.len(), 1);
    assert_eq!((&found[0]["person"], &found[0]["missing_ore"]), (&json!("P2"), &json!(3_300_000)));
}

#[test]
fn a_list_unread_five_working_days_after_the_payment_is_late_with_kronor() {
    let mut desk = april_is_read();
    // 30 June 2025 is a Monday: the fifth working day after it is Monday 7 July.
    for (day, late) in [("2025-07-04", 0), ("2025-07-06", 0), ("2025-07-07", 6_600_000)] {
        let told = report(&mut desk, day);
        assert_eq!(told["late_ore"], late, "{day}");
        assert_eq!(told["unread"][0]["late"], late > 0, "{day}");
        let told = desk.call("expectation.awaited", json!({ "as_of": day }));
        assert_eq!(told["late_ore"], late, "{day}");
        assert!(told["unread_text"].as_str().unwrap().contains("66"), "{told}");
    }
    // Before the payment nothing is unread.
    assert_eq!(unread(&report(&mut desk, "2025-06-30")), []);
}

#[test]
fn lists_come_by_type_and_each_answers_for_its_own() {
    let mut desk = Desk::new();
    desk.receive("P1", "99-000011");
    let (from, until) = FIRST;
    desk.pay("2025-04-30", &[("XETAB", "99-000011", from, until, "16500")]);
    // The list of initial costs comes by itself.
    let told = report(&mut desk, "2025-05-02");
    assert_eq!(rows(&told), Vec::<Value>::new());
    assert_eq!(unread(&told), [("NYA-INIT-16".into(), "2025-04".into(), 2_052_100)]);
    desk.pay("2025-04-30", &[("XINI6", "99-000011", from, until, "20521")]);
    assert_eq!(unread(&report(&mut desk, "2025-05-02")), []);
}

#[test]
fn a_list_that_is_taken_back_leaves_what_was_reported_open() {
    let mut desk = april_is_read();
    june_is_read(&mut desk);
    desk.call("expectation.keep", json!({ "as_of": "2025-07-01" }));
    let june = desk.call("payments.lists", json!({}))["lists"][0]["list"].clone();
    desk.call("payments.reverse", json!({ "list": june, "reason": "Fel fil" }));
    let reported = desk.call("expectation.reported", json!({ "as_of": "2025-07-01" }));
    assert_eq!(reported["rows"][0]["state"], "open");
}

/// The field that an error is about.
fn field_of(reply: &ErrorReply) -> Option<&str> {
    reply.place.as_ref().and_then(|place| place.field.as_deref())
}

/// What stands in the cells of a workbook.
fn workbook(path: &Path) -> String {
    let mut book: Xlsx<_> = calamine::open_workbook(path).unwrap();
    let sheets = book.worksheets().into_iter();
    let cells = sheets.flat_map(|(_, sheet)| {
        sheet.cells().map(|(_, _, cell)| cell.to_string()).collect::<Vec<String>>()
    });
    cells.collect::<Vec<String>>().join("\n")
}

/// Three persons of whom nothing came in June but for one who stands alone.
fn three_are_missing() -> Desk {
    let mut desk = april_is_read();
    desk.receive("P3", "99-000037");
    june_is_read(&mut desk);
    desk
}

fn id_of(report: &Value, person: &str, compensation: &str) -> String {
    let found = rows(report);
    let row =
        found.iter().find(|row| row["person"] == person && row["compensation"] == compensation);
    text(&row.unwrap()["row"])
}

#[test]
fn rows_are_chosen_and_what_was_reported_is_not_printed_again() {
    let mut desk = three_are_missing();
    let day = "2025-07-15";
    let told = report(&mut desk, day);
    let second = id_of(&told, "P2", "NYA-SCHABLON");
    let path = desk.path("saknas.xlsx");
    let print = |rows: &[&String]| json!({ "path": path, "as_of": day, "rows": rows });
    desk.call("expectation.print", print(&[&second]));
    let one = workbook(&path);
    assert!(one.contains("99-000060") && !one.contains("99-000037"), "{one}");

    let kept = desk.call("expectation.keep", json!({ "as_of": day, "rows": [second] }));
    assert_eq!(kept["rows"], 1);
    // Chosen again it is told since when; what is left is printed without it.
    let again = desk.refused("expectation.keep", json!({ "as_of": day, "rows": [second] }));
    assert_eq!((again.code.as_str(), field_of(&again)), ("row-reported", Some("rows[0]")));
    assert_eq!(desk.refused("expectation.print", print(&[&second])).code, "row-reported");
    desk.call("expectation.print", print(&[]));
    let rest = workbook(&path);
    assert!(!rest.contains("99-000060") && rest.contains("99-000037"), "{rest}");
    // A report that was kept is printed as it was, whatever has come since.
    desk.pay("2025-07-31", &[("XETAB", "99-000060", SPRING.0, SPRING.1, "33000")]);
    desk.call("expectation.print", json!({ "path": path, "report": kept["id"] }));
    assert!(workbook(&path).contains("99-000060"));
    let none = desk.refused("expectation.print", json!({ "path": path, "report": "ingen" }));
    assert_eq!(none.code, "no-such-report");
}

#[test]
fn a_report_is_of_one_compensation_or_person_and_kept_once() {
    let mut desk = three_are_missing();
    let day = "2025-07-15";
    let of = |field: &str, value: &str| json!({ "id": "r", "as_of": day, field: value });
    assert_eq!(desk.call("expectation.keep", of("person", "P2"))["rows"], 1);
    let again = desk.refused("expectation.keep", of("person", "P3"));
    assert_eq!((again.code.as_str(), field_of(&again)), ("report-there-is-one", Some("id")));
    let code = json!({ "as_of": day, "compensation": "NYA-INIT-16" });
    assert_eq!(desk.call("expectation.keep", code)["rows"], 1);
    let unknown = json!({ "as_of": day, "compensation": "FINNS-EJ", "person": "P9" });
    let refused = desk.refused("expectation.keep", unknown);
    let codes = [refused.code.as_str(), refused.also[0].code.as_str()];
    assert_eq!(codes, ["unknown-compensation", "no-such-person"]);
}

#[test]
fn a_row_that_was_paid_the_same_day_is_not_reported() {
    let mut desk = three_are_missing();
    let told = report(&mut desk, "2025-07-31");
    let second = id_of(&told, "P2", "NYA-SCHABLON");
    let third = id_of(&told, "P3", "NYA-SCHABLON");
    desk.pay("2025-07-31", &[("XETAB", "99-000060", SPRING.0, SPRING.1, "33000")]);
    let keep = json!({ "as_of": "2025-07-31", "rows": [third, second] });
    let gone = desk.refused("expectation.keep", keep);
    assert_eq!((gone.code.as_str(), field_of(&gone)), ("row-not-missing", Some("rows[1]")));
    // A row that a known fault holds back is not asked for either.
    let fault = json!({
        "id": "fel", "compensation": "NYA-SCHABLON", "period_from": FIRST.0,
        "period_until": SPRING.1, "words": "Vänta",
    });
    desk.call("expectation.note_fault", fault);
    let keep = json!({ "as_of": "2025-07-31", "rows": [third] });
    assert_eq!(desk.refused("expectation.keep", keep).code, "row-held-back");
}

#[test]
fn the_letter_says_who_writes_and_never_names_a_program_id() {
    let mut desk = three_are_missing();
    let mut settings = desk.call("settings.get", json!({}));
    settings["settings"]["letters"] = json!({
        "contact": "Bo Handläggare, 010-000 00 00", "address": "Box 1", "reference": "KS 2025/1",
    });
    desk.call("settings.put", settings);
    let facts = json!([
        {"kind": "legal-ground", "ground": "permit", "valid_from": "2025-03-01"},
        {"kind": "reception", "municipality": "Exempelstad", "housing": "assigned",
         "valid_from": "2025-03-10"},
        {"kind": "registration", "municipality": "Exempelstads kommun", "valid_from": "2025-03-10"},
    ]);
    let add = json!({
        "person": "HEMLIGTID", "family_name": "Utandossier", "given_name": "Nils",
        "birth_date": "1990-01-01", "personal_number": "19900101-2385", "facts": facts,
    });
    desk.call("persons.add", add);
    let path = desk.path("brev.xlsx");
    desk.call("expectation.print", json!({ "path": path, "as_of": "2025-07-15" }));
    let letter = workbook(&path);
    for words in ["Bo Handläggare", "KS 2025/1", "Box 1", "199001012385", "För mycket", "Återkrävt"]
    {
        assert!(letter.contains(words), "{words}: {letter}");
    }
    assert!(!letter.contains("HEMLIGTID"), "{letter}");
}
