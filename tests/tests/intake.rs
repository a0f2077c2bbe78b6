//! The intake: rows of a period from the law, what units say of them, and reminders.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;

use acceptance::{Desk, text};
use proptest::prelude::*;
use serde_json::{Value, json};

fn opened(desk: &mut Desk, period: &str) -> Value {
    desk.call("intake.open", json!({ "period": period }))
}

/// Compensation and unit of every row.
fn pairs(rows: &Value) -> Vec<(String, String)> {
    let rows = rows.as_array().unwrap().iter();
    rows.map(|row| (text(&row["compensation"]), text(&row["unit"]))).collect()
}

fn codes(rows: &Value) -> BTreeSet<String> {
    pairs(rows).into_iter().map(|(code, _)| code).collect()
}

fn units_of(rows: &Value, code: &str) -> Vec<String> {
    pairs(rows).into_iter().filter(|(of, _)| of == code).map(|(_, unit)| unit).collect()
}

fn row_of<'r>(rows: &'r Value, code: &str, unit: &str) -> &'r Value {
    let of = |row: &&Value| row["compensation"] == code && row["unit"] == unit;
    rows.as_array().unwrap().iter().find(of).unwrap()
}

fn events(desk: &mut Desk) -> i64 {
    desk.call("audit.verify", json!({}))["events"].as_i64().unwrap()
}

fn with_settings(desk: &mut Desk, intake: Value) {
    let mut settings = desk.call("settings.get", json!({}))["settings"].clone();
    settings["intake"] = intake;
    desk.call("settings.put", json!({ "settings": settings }));
}

#[test]
fn a_quarter_has_a_row_for_each_compensation_and_unit_with_the_days_of_the_law() {
    let mut desk = Desk::with_register();
    let plan = desk.call("intake.plan", json!({ "period": "2026Q3" }));
    let made = opened(&mut desk, "2026Q3");
    assert_eq!((&plan["new"], &plan["there"]), (&made["added"], &json!(0)));
    let rows = &made["rows"];
    assert_eq!(rows.as_array().unwrap().len() as i64, made["added"].as_i64().unwrap());
    let row = row_of(rows, "EKB-VARD", "7110");
    let told = json!([
        row["state"],
        row["last_day"],
        row["cautious"],
        row["practice"],
        row["statutory"],
        row["inner"],
        row["period_words"],
    ]);
    // 45 days after the quarter is a Saturday; 28 March 2027 is Easter Sunday, 31 March a Wednesday.
    let expected = json!([
        "waiting",
        "2027-03-30",
        "2027-03-30",
        "2027-03-31",
        "2027-03-31",
        "2026-11-16",
        "Kvartal 3 2026",
    ]);
    assert_eq!(told, expected);
    // What the key gives the education board is asked of it, the rest of boards that answer for somebody.
    assert_eq!(units_of(rows, "ASYL-UTB-GRU"), ["8100"]);
    assert_eq!(units_of(rows, "ASYL-BIF"), ["7110", "7120", "7130", "8200"]);
    assert_eq!(units_of(rows, "EKB-VARD"), ["7110", "7120", "7130"]);
    // Nobody applies for the first, the region for none; years have other rules.
    let codes = codes(rows);
    for absent in ["EKB-DYGN", "NYA-EKB", "NYA-STODHSL", "NYA-SARSK-KVOT"] {
        assert!(!codes.contains(absent), "{absent}");
    }
    // The start page counts the days of the same rows.
    desk.on("2027-03-20");
    let days = desk.call("last_days.list", json!({}));
    assert_eq!(
        (&days["total"], &days["groups"][0]["group"]),
        (&made["added"], &json!("within-14"))
    );
}

#[test]
fn the_wording_of_the_periods_days_decides() {
    let mut desk = Desk::with_register();
    desk.on("2027-01-15");
    let before = codes(&opened(&mut desk, "2026Q3")["rows"]);
    let after = codes(&opened(&mut desk, "2026Q4")["rows"]);
    // Mottagandelagen of 1 October 2026 brought one and took the other.
    assert!(!before.contains("BOS-DYGN") && after.contains("BOS-DYGN"));
    assert!(before.contains("ASYL-UTB-3A") && !after.contains("ASYL-UTB-3A"));
}

#[test]
fn years_and_twelve_months_have_the_compensations_that_count_so() {
    let mut desk = Desk::with_register();
    desk.on("2027-08-01");
    let year = opened(&mut desk, "2026");
    let codes_of_year = codes(&year["rows"]);
    assert!(codes_of_year.contains("NYA-EKB") && codes_of_year.contains("NYA-STODHSL"));
    assert!(!codes_of_year.contains("EKB-VARD"));
    let months = opened(&mut desk, "2026-07-01..2027-06-30");
    assert_eq!(months["period"], "2026-07-01/2027-06-30");
    let of_months: Vec<String> = codes(&months["rows"]).into_iter().collect();
    assert_eq!(of_months, ["ERSF-STODHSL", "NYA-STODHSL"]);
    let row = &months["rows"][0];
    assert_eq!((&row["cautious"], &row["statutory"]), (&json!("2028-06-30"), &json!("2028-06-30")));
    assert_eq!(row["period_words"], "2026-07-01 – 2027-06-30");
    for (period, code) in [
        ("2026-07-01..2026-12-31", "intake-period-wrong"),
        ("hösten", "intake-period-wrong"),
        ("2027Q4", "intake-period-ahead"),
    ] {
        let refused = desk.refused("intake.open", json!({ "period": period }));
        assert_eq!(refused.code, code, "{period}");
    }
}

#[test]
fn the_same_once_more_makes_only_what_is_missing() {
    let mut desk = Desk::with_register();
    let typed = json!({
        "compensation": "EKB-VARD", "unit": "7120", "period": "2026Q3", "last_day": "2027-02-15",
    });
    desk.call("last_days.set", typed);
    let first = opened(&mut desk, "2026Q3");
    assert_eq!(first["there"], 1);
    // What was typed goes before the law, which is shown beside it.
    let row = row_of(&first["rows"], "EKB-VARD", "7120");
    assert_eq!((&row["last_day"], &row["cautious"]), (&json!("2027-02-15"), &json!("2027-03-30")));
    let before = events(&mut desk);
    let again = opened(&mut desk, "2026Q3");
    assert_eq!(again["rows"], first["rows"]);
    let all = first["added"].as_i64().unwrap() + 1;
    assert_eq!((&again["added"], &again["there"]), (&json!(0), &json!(all)));
    assert_eq!(events(&mut desk), before, "nothing made leaves no event");
}

#[test]
fn a_unit_is_asked_for_what_the_settings_say() {
    let mut desk = Desk::with_register();
    let unit = |unit: &str, codes: Value| json!({ "unit": unit, "compensations": codes });
    let units = [unit("7110", json!(["ASYL-BIF"])), unit("8300", json!(["EKB-VARD"]))];
    with_settings(&mut desk, json!({ "inner_days": 30, "units": units }));
    let rows = opened(&mut desk, "2026Q3")["rows"].clone();
    assert_eq!(units_of(&rows, "EKB-VARD"), ["7120", "7130", "8300"]);
    let own = pairs(&rows).into_iter().filter(|(_, unit)| unit == "7110");
    assert_eq!(own.map(|(code, _)| code).collect::<Vec<_>>(), ["ASYL-BIF"]);
    assert_eq!(rows[0]["inner"], "2026-10-30");

    let mut settings = desk.call("settings.get", json!({}))["settings"].clone();
    settings["intake"] = json!({
        "inner_days": 181, "warn_days": 181, "sender": "å".repeat(201),
        "units": [unit("0000", json!(["HITTEPÅ"])), unit("0000", Value::Null)],
    });
    let refused = desk.refused("settings.put", json!({ "settings": settings }));
    let faults = std::iter::once(&refused).chain(&refused.also);
    let faults: Vec<(String, String)> = faults
        .map(|fault| (fault.code.clone(), fault.place.as_ref().unwrap().field.clone().unwrap()))
        .collect();
    let expected = [
        ("intake-days", "intake.inner_days"),
        ("intake-days", "intake.warn_days"),
        ("text-too-long", "intake.sender"),
        ("no-such-board", "intake.units[0].unit"),
        ("unknown-compensation", "intake.units[0].compensations"),
        ("no-such-board", "intake.units[1].unit"),
        ("intake-unit-twice", "intake.units[1].unit"),
    ];
    assert_eq!(faults, expected.map(|(code, field)| (code.to_owned(), field.to_owned())));
}

#[test]
fn who_said_what_and_when_stands_on_the_row_and_can_be_taken_back() {
    let mut desk = Desk::with_register();
    let rows = opened(&mut desk, "2026Q3")["rows"].clone();
    let [first, second] =
        ["EKB-VARD", "ASYL-BIF"].map(|code| row_of(&rows, code, "7120")["row"].clone());
    let mark = |desk: &mut Desk, rows: Value, state: &str, from: &str, on: &str| {
        let request = json!({ "rows": rows, "state": state, "from": from, "on": on });
        desk.answer("intake.mark", request)
    };
    let before = events(&mut desk);
    let both = json!([first, second]);
    let marked =
        mark(&mut desk, both.clone(), "nothing-to-claim", "Ekonomen", "2026-10-28").unwrap();
    let told =
        |row: &Value| json!([row["state"], row["from"], row["on"], row["marked_by"], row["group"]]);
    for row in marked["rows"].as_array().unwrap() {
        assert_eq!(
            told(row),
            json!(["nothing-to-claim", "Ekonomen", "2026-10-28", "EXEMPEL", "done"])
        );
    }
    assert_eq!(events(&mut desk), before + 1, "one event for both");
    mark(&mut desk, both.clone(), "nothing-to-claim", "Ekonomen", "2026-10-28").unwrap();
    assert_eq!(events(&mut desk), before + 1, "the same once more leaves none");
    // Who said it is somebody's name, perhaps: it stands with the mark, not in the chain.
    let chain = desk.call("audit.events", json!({})).to_string();
    assert!(chain.contains("intake.mark") && !chain.contains("Ekonomen"), "{chain}");
    // It threatens no more.
    let left = desk.call("last_days.list", json!({ "unit": "7120" }));
    let left = left["days"].as_array().unwrap().iter().all(|day| day["id"] != first);
    assert!(left);

    let refused = mark(&mut desk, json!([first]), "in-claim", "", "").unwrap_err();
    assert_eq!(refused.code, "intake-nothing-to-claim");
    let back = mark(&mut desk, json!([first]), "waiting", "", "").unwrap();
    assert_eq!(told(&back["rows"][0]), json!(["waiting", "", null, "EXEMPEL", "later"]));
    let received = mark(&mut desk, json!([first]), "received", "Assistenten", "").unwrap();
    assert_eq!(received["rows"][0]["on"], "2026-11-02");
    for state in ["in-claim", "submitted"] {
        let claimed = mark(&mut desk, json!([first]), state, "", "").unwrap();
        assert_eq!(claimed["rows"][0]["state"], state);
    }
    let refused = mark(&mut desk, json!([first]), "nothing-to-claim", "Ekonomen", "").unwrap_err();
    assert_eq!(refused.code, "intake-claimed");
    // Not done after all: it waits again, wherever that is said.
    desk.call("last_days.done", json!({ "id": first, "done": false }));
    let page = desk.call("intake.list", json!({ "unit": "7120", "period": "2026Q3" }));
    assert_eq!(row_of(&page["rows"], "EKB-VARD", "7120")["state"], "waiting");

    let refused = mark(&mut desk, both, "received", " ", "2026-11-03").unwrap_err();
    let codes: Vec<&str> =
        std::iter::once(&refused).chain(&refused.also).map(|fault| fault.code.as_str()).collect();
    assert_eq!(codes, ["intake-teller-missing", "intake-told-ahead"]);
    let refused = mark(&mut desk, json!([first]), "klart", "", "i går").unwrap_err();
    let codes: Vec<&str> =
        std::iter::once(&refused).chain(&refused.also).map(|fault| fault.code.as_str()).collect();
    assert_eq!(codes, ["intake-state-unknown", "day-wrong"]);
    for rows in [json!([]), json!(["nej"]), json!([second, "nej"])] {
        let refused = mark(&mut desk, rows, "waiting", "", "").unwrap_err();
        assert_eq!(refused.code, "no-such-last-day");
    }
}

#[test]
fn a_silent_unit_is_told_in_time() {
    let mut desk = Desk::with_register();
    let made = opened(&mut desk, "2026Q3")["added"].clone();
    let silent = |desk: &mut Desk, day: &str| {
        desk.on(day);
        let page = desk.call("intake.list", json!({ "silent": true }));
        assert_eq!(page["total"], page["silent"]);
        page["silent"].clone()
    };
    // The inner deadline is 16 November; fewer than 14 days are left from the 3rd on.
    assert_eq!(silent(&mut desk, "2026-11-02"), json!(0));
    assert_eq!(silent(&mut desk, "2026-11-03"), made);
    assert_eq!(silent(&mut desk, "2027-05-01"), made);
    desk.on("2026-11-10");
    let page = desk.call("intake.list", json!({ "unit": "8100" }));
    let rows: Vec<Value> =
        page["rows"].as_array().unwrap().iter().map(|row| row["row"].clone()).collect();
    let mark = json!({ "rows": rows, "state": "received", "from": "Skolan" });
    desk.call("intake.mark", mark);
    let page = desk.call("intake.list", json!({ "unit": "8100" }));
    assert_eq!((&page["silent"], &page["counts"][1]["count"]), (&json!(0), &json!(rows.len())));
    let found = desk.call("intake.list", json!({ "unit": "8100", "state": "waiting" }));
    assert_eq!(found["total"], 0);
    assert_eq!(found["periods"], json!([{ "period": "2026Q3", "words": "Kvartal 3 2026" }]));
    assert_eq!(
        desk.refused("intake.list", json!({ "state": "klar" })).code,
        "intake-state-unknown"
    );
    assert_eq!(desk.refused("intake.list", json!({ "period": "x" })).code, "claimed-days-wrong");
}

#[test]
fn a_reminder_says_what_is_missing_and_by_when_and_nothing_of_persons() {
    let mut desk = Desk::with_register();
    let units = json!([{ "unit": "8100", "recipient": "skolan@exempelstad.example" }]);
    with_settings(&mut desk, json!({ "sender": "Statsbidragsgruppen", "units": units }));
    assert_eq!(
        desk.refused("intake.reminder", json!({ "unit": "8100" })).code,
        "intake-nothing-missing"
    );
    let rows = opened(&mut desk, "2026Q3")["rows"].clone();
    let received = json!([row_of(&rows, "ASYL-UTB-GYM", "8100")["row"]]);
    desk.call("intake.mark", json!({ "rows": received, "state": "received", "from": "Skolan" }));
    let reminder = desk.call("intake.reminder", json!({ "unit": "8100" }));
    let letter = text(&reminder["text"]);
    for part in [
        "Exempelstads kommun",
        "Kvartal 3 2026",
        "2026-11-16",
        "2027-03-30",
        "(ASYL-UTB-GRU)",
        "Statsbidragsgruppen",
    ] {
        assert!(letter.contains(part), "{part}\n{letter}");
    }
    assert!(!letter.contains("ASYL-UTB-GYM") && !letter.contains("EKB-VARD"), "{letter}");
    assert_eq!(reminder["recipient"], "skolan@exempelstad.example");
    assert_eq!(reminder["count"], json!(units_rows(&rows, "8100") - 1));

    let path = desk.path("påminnelse.txt");
    let before = events(&mut desk);
    desk.call("intake.save_reminder", json!({ "unit": "8100", "path": path }));
    let file = std::fs::read_to_string(&path).unwrap();
    assert!(file.starts_with("Till: skolan@exempelstad.example\r\nÄmne: "), "{file}");
    assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
    assert_eq!(events(&mut desk), before + 1);
    desk.on("2026-11-17");
    let late = text(&desk.call("intake.reminder", json!({ "unit": "8100" }))["text"]);
    assert!(late.contains("Vi skulle ha haft det senast 2026-11-16"), "{late}");
}

fn units_rows(rows: &Value, unit: &str) -> usize {
    pairs(rows).iter().filter(|(_, of)| of == unit).count()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Whatever is asked of whom and in whatever order periods are opened: nothing stands twice, what is
    /// planned is what is made, and all that is asked for has a row.
    #[test]
    fn rows_are_what_is_asked_for_and_nothing_stands_twice(
        periods in prop::collection::vec(0..6_usize, 1..5),
        asked in prop::collection::vec(any::<bool>(), 3),
    ) {
        const PERIODS: [&str; 6] =
            ["2026Q2", "2026Q3", "2025", "2026", "2025-07-01..2026-06-30", "2026-04-01..2026-06-30"];
        let mut desk = Desk::with_register();
        let own = ["EKB-VARD", "NYA-EKB", "NYA-STODHSL"];
        let codes: Vec<&str> =
            own.iter().zip(&asked).filter(|(_, asked)| **asked).map(|(code, _)| *code).collect();
        let units = json!([{ "unit": "8300", "compensations": codes }]);
        with_settings(&mut desk, json!({ "units": units }));
        for at in periods {
            let plan = desk.call("intake.plan", json!({ "period": PERIODS[at] }));
            let opened = opened(&mut desk, PERIODS[at]);
            prop_assert_eq!(&plan["new"], &opened["added"]);
            let found = pairs(&opened["rows"]);
            let unique: BTreeSet<_> = found.iter().cloned().collect();
            prop_assert_eq!(found.len(), unique.len());
            let sum = opened["added"].as_u64().unwrap() + opened["there"].as_u64().unwrap();
            prop_assert_eq!(found.len() as u64, sum);
            for code in own {
                let lives = found.iter().any(|(of, _)| of == code);
                let of_unit = found.contains(&(code.to_owned(), "8300".to_owned()));
                prop_assert_eq!(of_unit, lives && codes.contains(&code), "{} {}", code, PERIODS[at]);
            }
        }
    }
}
