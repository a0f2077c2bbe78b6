//! What a month and a year ask for: decisions held against what is expected, the amounts of the year, and
//! what a change of the law does.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;

use acceptance::{Desk, ore, text};
use api::ErrorReply;
use serde_json::{Value, json};

const FIRST: (&str, &str) = ("2025-03-01", "2025-03-31");
const SPRING: (&str, &str) = ("2025-04-01", "2025-05-31");

fn field_of(reply: &ErrorReply) -> Option<&str> {
    reply.place.as_ref().and_then(|place| place.field.as_deref())
}

/// Three persons who were received on the same day, with the list of the first payment.
fn three() -> Desk {
    let mut desk = Desk::new();
    let numbers = [("P1", "99-000011"), ("P2", "99-000060"), ("P3", "99-000037")];
    for (person, dossier) in numbers {
        desk.receive(person, dossier);
    }
    let rows = numbers.map(|(_, dossier)| ("XETAB", dossier, FIRST.0, FIRST.1, "16500"));
    desk.pay("2025-04-30", &rows);
    desk
}

fn decide(desk: &mut Desk, person: &str, (from, until): (&str, &str), kronor: i64) {
    let decision = json!({
        "person": person, "compensation": "NYA-SCHABLON", "period_from": from,
        "period_until": until, "decided_on": "2025-06-13", "amount_ore": kronor * 100,
    });
    desk.call("expectation.decide", decision);
}

fn check(desk: &mut Desk, month: &str) -> Value {
    desk.call("expectation.check_decisions", json!({ "month": month }))
}

/// Who was decided how.
fn states(view: &Value) -> Vec<(String, String)> {
    let rows = view["rows"].as_array().unwrap().iter();
    rows.map(|row| (text(&row["person"]), text(&row["state"]))).collect()
}

#[test]
fn who_was_left_out_of_a_decision_is_seen() {
    let mut desk = three();
    decide(&mut desk, "P1", SPRING, 33_000);
    decide(&mut desk, "P2", SPRING, 16_500);
    // Nobody expects anything of P1 for the time before the reception.
    decide(&mut desk, "P1", ("2024-06-01", "2024-06-30"), 100);
    let view = check(&mut desk, "2025-06");
    let told = |person: &str, state: &str| (person.to_owned(), state.to_owned());
    assert_eq!(
        states(&view),
        [
            told("P3", "not-in-decision"),
            told("P2", "differs"),
            told("P1", "not-expected"),
            told("P1", "as-expected"),
        ],
        "{view}"
    );
    assert_eq!((&view["open"], &view["left_out_ore"]), (&json!(3), &json!(3_300_000)));
    assert_eq!(view["rows"][1]["difference_ore"], -1_650_000);

    let left_out = view["rows"][0]["row"].clone();
    let mark = |rows: Value, done: bool| json!({ "month": "2025-06", "rows": rows, "done": done });
    let marked = desk.call("expectation.mark_decisions", mark(json!([left_out]), true));
    assert_eq!((&marked["rows"][0]["done"], &marked["open"]), (&json!(true), &json!(2)));
    let back = desk.call("expectation.mark_decisions", mark(json!([left_out]), false));
    assert_eq!(back["open"], 3);
    let wrong = desk.refused("expectation.mark_decisions", mark(json!([left_out, "x"]), true));
    assert_eq!((wrong.code.as_str(), field_of(&wrong)), ("no-such-decision-row", Some("rows[1]")));
    let none = desk.refused("expectation.mark_decisions", mark(json!([]), true));
    assert_eq!(none.code, "no-rows-chosen");
}

#[test]
fn a_month_without_decisions_or_without_expectations_says_so() {
    let mut desk = three();
    let view = check(&mut desk, "2025-06");
    assert!(view["text"].as_str().unwrap().contains("Inget beslut"), "{view}");
    assert!(check(&mut desk, "2024-05")["text"].as_str().unwrap().contains("Inget väntas"));
    decide(&mut desk, "P1", SPRING, 33_000);
    assert_eq!(check(&mut desk, "2025-06")["text"], "");
    let wrong = desk.refused("expectation.check_decisions", json!({ "month": "juni" }));
    assert_eq!(wrong.code, "bad-request");
}

/// Two children alone who seek asylum: February's list pays January's days for one of them.
fn silent_winter() -> (Desk, i64) {
    let mut desk = Desk::new();
    desk.on("2027-03-10");
    for (person, dossier) in [("P1", "99-000011"), ("P2", "99-000060")] {
        let facts = json!([
            {"kind": "legal-ground", "ground": "asylum-seeker", "valid_from": "2026-01-01"},
            {"kind": "unaccompanied", "valid_from": "2026-01-01"},
            {"kind": "assignment", "municipality": "Exempelstads kommun", "valid_from": "2026-01-10"},
            {"kind": "housing", "form": "municipal", "valid_from": "2026-01-10"},
            {"kind": "placement", "form": "foster-home", "basis": "sol", "valid_from": "2026-01-10"},
        ]);
        let add = json!({
            "person": person, "family_name": "Testsson", "given_name": person,
            "birth_date": "2014-05-01", "dossier_number": dossier, "facts": facts,
        });
        desk.call("persons.add", add);
    }
    let view = desk.call("expectation.person", json!({ "person": "P1", "as_of": "2027-03-10" }));
    let lines = view["lines"].as_array().unwrap();
    let january = lines
        .iter()
        .find(|line| line["period_from"] == "2027-01-01" && line["compensation"] == "ASYL-DYGN")
        .unwrap_or_else(|| panic!("{view}"));
    let expected = ore(&january["expected_ore"]);
    let kronor = (expected / 100).to_string();
    desk.pay("2027-02-26", &[("XDYGA", "99-000011", "2027-01-01", "2027-01-31", &kronor)]);
    (desk, expected)
}

fn report(desk: &mut Desk) -> Value {
    desk.call("expectation.missing", json!({}))
}

fn of_p2(report: &Value) -> Vec<(String, i64)> {
    let rows = report["rows"].as_array().unwrap().iter().filter(|row| row["person"] == "P2");
    rows.map(|row| (text(&row["state"]), ore(&row["missing_ore"]))).collect()
}

#[test]
fn after_new_year_what_nobody_has_checked_is_told_in_kronor_until_it_is() {
    let (mut desk, expected) = silent_winter();
    let silent = report(&mut desk);
    assert_eq!(of_p2(&silent), []);
    assert_eq!(silent["unchecked_ore"], expected, "{silent}");
    assert!(silent["unchecked_text"].as_str().unwrap().contains("räknas inte"), "{silent}");
    let year = desk.call("law.year", json!({ "year": 2027 }));
    let row = year["rows"].as_array().unwrap().iter().find(|row| row["unchecked_ore"] != 0);
    assert_eq!(row.unwrap()["compensation"], "ASYL-DYGN");
    assert!(year["begun_text"].as_str().unwrap().contains("2027-01-01"), "{year}");

    let all: Vec<Value> = year["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["checked"] == false && row["unknown"] == false)
        .map(|row| json!({ "compensation": row["compensation"] }))
        .collect();
    let set = json!({ "year": 2027, "rows": all, "source": "https://example.test/sfs" });
    let done = desk.call("law.set_year", set);
    assert_eq!((&done["values"], &done["unchecked_ore"]), (&json!(0), &json!(0)), "{done}");
    assert!(done["checks"].as_u64().unwrap() > 20, "{done}");
    let left = done["rows"].as_array().unwrap().iter();
    assert!(left.filter(|row| row["unknown"] == false).all(|row| row["checked"] == true), "{done}");
    let loud = report(&mut desk);
    assert_eq!(of_p2(&loud), [("missing".to_owned(), expected)]);
    assert_eq!(loud["unchecked_ore"], 0);
}

#[test]
fn what_goes_on_is_checked_before_new_year_and_a_value_is_typed_in_the_same_go() {
    let mut desk = Desk::new();
    desk.on("2026-12-28");
    let year = |desk: &mut Desk| desk.call("law.year", json!({ "year": 2027 }));
    let of = |view: &Value, code: &str| -> Vec<Value> {
        let rows = view["rows"].as_array().unwrap().iter();
        rows.filter(|row| row["compensation"] == code).cloned().collect()
    };
    let before = year(&mut desk);
    let base = of(&before, "REF-PBB");
    assert_eq!((&base[0]["unknown"], &base[0]["old_value"]), (&json!(true), &json!("59200")));
    assert_eq!(before["begun_text"], "");
    let set = json!({ "year": 2027, "source": "SFS 2026:1", "rows": [
        { "compensation": "EKB-DYGN" },
        { "compensation": "REF-PBB", "value": "60 500" },
    ]});
    let done = desk.call("law.set_year", set);
    assert!(of(&done, "EKB-DYGN").iter().all(|row| row["checked"] == true), "{done}");
    assert_eq!(of(&done, "REF-PBB")[0]["new_value"], "60500");
    let events = desk.call("law.additions", json!({}))["rates"].clone();
    assert!(events.as_array().unwrap().iter().all(|rate| rate["valid_from"] == "2027-01-01"));
}

#[test]
fn a_value_ten_times_the_old_one_is_asked_about_and_all_faults_are_told() {
    let mut desk = Desk::new();
    desk.on("2026-12-28");
    let set = |rows: Value| json!({ "year": 2027, "source": "SFS 2026:1", "rows": rows });
    let base = |value: &str, sure: bool| json!({ "compensation": "REF-PBB", "value": value, "sure": sure });
    let wrong = set(json!([
        base("605000", false), { "compensation": "FINNS-EJ" }, base("sextio", false),
    ]));
    let refused = desk.refused("law.set_year", wrong);
    let fields: Vec<Option<&str>> =
        std::iter::once(&refused).chain(&refused.also).map(field_of).collect();
    assert_eq!(refused.code, "rate-unlikely");
    assert_eq!(fields[..2], [Some("rows[0].value"), Some("rows[1].compensation")], "{refused:?}");
    assert_eq!(desk.call("law.set_year", set(json!([base("605000", true)])))["values"], 1);
    let nothing = desk.refused("law.set_year", set(json!([])));
    assert_eq!((nothing.code.as_str(), field_of(&nothing)), ("year-nothing", Some("rows")));
    let far = desk.refused("law.year", json!({ "year": 3000 }));
    assert_eq!((far.code.as_str(), field_of(&far)), ("year-wrong", Some("year")));

    let add = |sure: bool| {
        json!({
            "code": "REF-PBB", "valid_from": "2028-01-01", "value": "61", "source": "SFS", "sure": sure,
        })
    };
    assert_eq!(desk.refused("law.add", add(false)).code, "rate-unlikely");
    desk.call("law.add", add(true));
}

/// What each person should get by compensation and month, by the calculator.
fn whole(desk: &mut Desk, persons: &[&str], codes: &[String], until: &str) -> Sums {
    let mut sums = Sums::new();
    for person in persons {
        for code in codes {
            let ask = json!({ "code": code, "person": person, "until": until });
            let Ok(found) = desk.answer("law.calculate", ask) else { continue };
            for amount in found["amounts"].as_array().unwrap() {
                let day = amount["due"].as_str().or(amount["period_until"].as_str()).unwrap();
                let key = ((*person).to_owned(), code.clone(), day[..7].to_owned());
                let ours = text(&amount["municipality"]).starts_with("Exempelstad");
                *sums.entry(key).or_default() += i64::from(ours) * ore(&amount["amount_ore"]);
            }
        }
    }
    sums
}

/// By person, compensation and month.
type Sums = BTreeMap<(String, String, String), i64>;

/// The rows of an effect, before and after.
fn effect_rows(view: &Value) -> BTreeMap<(String, String, String), (i64, i64)> {
    let rows = view["rows"].as_array().unwrap().iter().filter(|row| !row["person"].is_null());
    rows.map(|row| {
        let key = (text(&row["person"]), text(&row["compensation"]), text(&row["month"]));
        (key, (ore(&row["before_ore"]), ore(&row["after_ore"])))
    })
    .collect()
}

/// Where two whole computations differ.
fn difference(before: &Sums, after: &Sums) -> BTreeMap<(String, String, String), (i64, i64)> {
    let keys = before.keys().chain(after.keys());
    let of = |sums: &Sums, key| sums.get(key).copied().unwrap_or_default();
    keys.map(|key| (key.clone(), (of(before, key), of(after, key))))
        .filter(|(_, (before, after))| before != after)
        .collect()
}

#[test]
fn the_effect_of_a_value_is_the_difference_of_two_whole_computations() {
    let mut desk = three();
    desk.on("2026-11-20");
    let codes = ["NYA-SCHABLON".to_owned(), "NYA-INIT-16".to_owned()];
    let persons = ["P1", "P2", "P3"];
    let year = desk.call("law.year", json!({ "year": 2027 }));
    let row = year["rows"].as_array().unwrap().iter();
    let row = row.clone().find(|row| row["compensation"] == "NYA-SCHABLON").unwrap().clone();
    let rate = json!({
        "code": "NYA-SCHABLON", "case": row["case"], "valid_from": "2027-01-01", "source": "SFS",
        "value": (text(&row["old_value"]).parse::<i64>().unwrap() + 1000).to_string(),
    });
    let ask = json!({ "rates": [rate], "until": "2027-06-30" });
    let view = desk.call("law.effect", ask.clone());
    let until = text(&view["until"]);
    let before = whole(&mut desk, &persons, &codes, &until);
    // A preview changes nothing.
    assert_eq!(desk.call("law.additions", json!({}))["rates"], json!([]));
    assert_eq!(desk.call("law.effect", ask)["rows"], view["rows"]);
    desk.call("law.add", rate);
    let after = whole(&mut desk, &persons, &codes, &until);
    let expected = difference(&before, &after);
    assert!(!expected.is_empty());
    assert_eq!(effect_rows(&view), expected);
    let sum: i64 = expected.values().map(|(before, after)| after - before).sum();
    assert_eq!(view["difference_ore"], sum);
    // Seen from the day on which it begins it is the same change.
    let on = desk.call("law.effect", json!({ "on": "2027-01-01", "until": "2027-06-30" }));
    assert_eq!(effect_rows(&on), expected);
    let nothing = desk.call("law.effect", json!({ "on": "2026-05-05" }));
    assert_eq!((&nothing["rows"], &nothing["persons"]), (&json!([]), &json!(0)));
}

#[test]
fn the_effect_of_nothing_or_of_two_things_is_refused() {
    let mut desk = three();
    let rate =
        json!({ "code": "REF-PBB", "valid_from": "2027-01-01", "value": "60000", "source": "S" });
    for wrong in [json!({}), json!({ "on": "2026-10-01", "rates": [rate] })] {
        let refused = desk.refused("law.effect", wrong);
        assert_eq!((refused.code.as_str(), field_of(&refused)), ("effect-of-nothing", Some("on")));
    }
    let wrong =
        json!({ "rates": [{ "code": "X", "valid_from": "ett", "value": "1", "source": "" }] });
    let refused = desk.refused("law.effect", wrong);
    assert!(field_of(&refused).unwrap().starts_with("rates[0]."), "{refused:?}");
}
