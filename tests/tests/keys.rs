//! Keys per compensation: decided one by one, made here, tried on a past month, saved as tables.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;

use acceptance::{Desk, example, ore, text};
use serde_json::{Value, json};

const HEADING: &str = "\u{feff}beslutsnummer;gäller från;gäller till och med;ersättningskod;nämnd;\
                       andel procent;tar öresrest;status\r\n";

fn file(desk: &Desk, name: &str, lines: &str) -> std::path::PathBuf {
    let path = desk.path(name);
    fs::write(&path, format!("{HEADING}{lines}")).unwrap();
    path
}

fn import(desk: &mut Desk, lines: &str) -> Value {
    let path = file(desk, "nyckel.csv", lines);
    desk.call("key.import", json!({ "path": path }))
}

/// Code, line and column of each finding.
fn found(answer: &Value) -> Vec<(String, u64, u64)> {
    let place = |one: &Value, name: &str| one[name].as_u64().unwrap();
    let diagnostics = answer["diagnostics"].as_array().unwrap().iter();
    diagnostics.map(|one| (text(&one["code"]), place(one, "line"), place(one, "column"))).collect()
}

#[test]
fn a_decision_on_one_compensation_takes_no_other_down() {
    let mut desk = Desk::with_register();
    desk.month_taken_in();
    let done = import(&mut desk, "KS 2026/7;2026-07-01;;NYA-SCHABLON;8100;100;ja;beslutad\r\n");
    assert_eq!((&done["outcome"], &done["lines"]), (&json!("done"), &json!(1)), "{done}");
    let changes: Vec<_> = done["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (text(&one["compensation"]), text(&one["from"]), one["is"].clone()))
        .collect();
    // The compensation loses its key before the decision holds: that is told.
    assert_eq!(
        changes,
        [
            ("NYA-SCHABLON".into(), "2026-01-01".into(), Value::Null),
            ("NYA-SCHABLON".into(), "2026-07-01".into(), json!("KS 2026/7")),
        ]
    );
    assert!(text(&done["changes"][0]["text"]).contains("har ingen nyckel"), "{done}");
    let run = desk.call("distribution.run", json!({ "month": "2026-10" }));
    assert_eq!((&run["outcome"], ore(&run["out_ore"])), (&json!("done"), 90_925_010));
    let of = |code: &str| -> Vec<String> {
        let shares = run["shares"].as_array().unwrap().iter();
        let of = shares.filter(|share| share["compensation"] == code);
        of.map(|share| text(&share["cost_centre"])).collect()
    };
    assert_eq!(of("NYA-SCHABLON"), ["8100"]);
    assert!(of("ASYL-BIF").len() > 1, "shared by the example still");
}

#[test]
fn money_that_stays_for_want_of_a_key_is_a_finding() {
    let mut desk = Desk::with_register();
    desk.month_taken_in();
    import(&mut desk, "KS 2026/7;2026-11-01;;NYA-SCHABLON;8100;100;ja;beslutad\r\n");
    let run = desk.call("distribution.run", json!({ "month": "2026-10" }));
    assert_eq!(run["outcome"], "findings");
    assert_eq!(run["suspended"][0]["reason_code"], "not-in-key");
    assert!(!run["distribution"].is_null(), "the rest is shared");
    assert_eq!(ore(&run["in_ore"]), ore(&run["out_ore"]) + ore(&run["suspense_ore"]));
}

#[test]
fn everything_wrong_with_a_file_is_told_at_once_with_its_place() {
    let mut desk = Desk::new();
    let before = desk.call("key.list", json!({}));
    let done = import(
        &mut desk,
        "A;2026-01-01;;EKB-DYGN;8100;60;ja;\r\n\
         A;2026-01-01;;EKB-DYGN;8200;41;nej;\r\n\
         A;2026-01-01;;NYA-EKB;9999;100;ja;\r\n\
         A;2026-01-01;;NYA-INGEN;8100;100;ja;\r\n\
         A;2026-01-01;;ASYL-BIF;8100;50;nej;\r\n\
         A;2026-01-01;;ASYL-BIF;8200;50;nej;\r\n\
         A;2026-06-01;;ASYL-VARD;8100;100;ja;\r\n\
         A;2026-01-01;2026-06-30;ASYL-VARD;8100;100;ja;\r\n\
         B;2026-06-01;2026-05-01;EKU-DYGN;8100;100;ja;\r\n\
         B;2026-01-01;;EKU-VARD;8100;101;ja;\r\n",
    );
    assert_eq!((&done["outcome"], &done["lines"]), (&json!("findings"), &json!(0)), "{done}");
    let expected = [
        ("key-not-hundred", 2, 6),
        ("unknown-board", 4, 5),
        ("compensation-unknown", 5, 4),
        ("key-remainder", 6, 7),
        ("key-decision-overlaps", 9, 1),
        ("period-reversed", 10, 3),
        ("key-share-size", 11, 6),
    ];
    let expected: Vec<_> =
        expected.iter().map(|(code, line, column)| ((*code).to_owned(), *line, *column)).collect();
    assert_eq!(found(&done), expected);
    let messages: Vec<String> =
        done["diagnostics"].as_array().unwrap().iter().map(|one| text(&one["message"])).collect();
    assert!(messages[0].contains("101 procent"), "{messages:?}");
    assert_eq!(desk.call("key.list", json!({})), before, "nothing has been changed");
}

#[test]
fn a_decision_of_the_database_does_not_overlap_with_itself() {
    let mut desk = Desk::new();
    import(&mut desk, "KS 1;2026-01-01;;EKB-DYGN;8100;100;ja;\r\n");
    let done = import(&mut desk, "KS 1;2026-06-01;;EKB-DYGN;8200;100;ja;\r\n");
    assert_eq!(found(&done), [("key-decision-overlaps".to_owned(), 2, 1)]);
    // The same decision from the same day is that decision, corrected.
    let done = import(&mut desk, "KS 1;2026-01-01;;EKB-DYGN;8200;100;ja;\r\n");
    assert_eq!((&done["outcome"], &done["changes"][0]["was"]), (&json!("done"), &json!("KS 1")));
}

#[test]
fn english_headings_are_still_read() {
    let mut desk = Desk::new();
    let done = desk.call("key.import", json!({ "path": example("fordelningsnyckel-exempel.csv") }));
    assert_eq!((&done["outcome"], &done["changes"]), (&json!("done"), &json!([])));
}

#[test]
fn a_key_is_made_tried_and_decided_without_a_file() {
    let mut desk = Desk::with_register();
    desk.month_distributed();
    let draft = desk.call("key.draft", json!({}));
    assert_eq!((&draft["begun"], &draft["differs"]), (&json!(false), &json!([])));
    assert_eq!(draft["without"], json!([]), "every living compensation has its example");
    let decide = json!({ "number": "KS 2026/9", "from": "2027-01-01" });
    assert_eq!(desk.refused("key.decide", decide.clone()).code, "nothing-decided");
    assert_eq!(desk.refused("key.try", json!({ "month": "2026-10" })).code, "no-key-draft");

    let line = |target: &str, percent: &str, rest: bool| {
        json!({
            "compensation": "MASS-DYGN", "target": target, "percent": percent,
            "takes_remainder": rest,
        })
    };
    let wrong = json!({ "set": [line("8100", "60", true), line("8200", "41", false)] });
    let draft = desk.call("key.edit", wrong);
    assert_eq!((&draft["outcome"], &draft["begun"]), (&json!("findings"), &json!(true)));
    assert!(text(&draft["faults"][0]["text"]).contains("101"), "{draft}");
    assert_eq!(desk.refused("key.decide", decide.clone()).code, "key-fault");
    let unknown = json!({ "set": [line("9999", "100", true)], "remove": ["INGEN"] });
    let refused = desk.refused("key.edit", unknown);
    let place = |reply: &api::ErrorReply| reply.place.clone().unwrap().field.unwrap();
    assert_eq!((refused.code.as_str(), place(&refused)), ("no-such-board", "set[0].target".into()));
    assert_eq!(place(&refused.also[0]), "remove[0]");

    let right = json!({ "set": [line("8100", "66,6667", false), line("personens nämnd", "33,3333", true)] });
    let draft = desk.call("key.edit", right);
    assert_eq!((&draft["outcome"], &draft["differs"]), (&json!("done"), &json!(["MASS-DYGN"])));
    let months = desk.call("distribution.months", json!({}));
    let tried = desk.call("key.try", json!({ "month": "2026-10" }));
    assert_eq!(desk.call("distribution.months", json!({})), months, "nothing has been changed");
    let differs = tried["differs"].as_array().unwrap();
    assert!(differs.len() > 1, "{tried}");
    assert!(differs.iter().all(|cell| cell["compensation"] == "MASS-DYGN"), "{tried}");
    let sum: i64 = differs.iter().map(|cell| ore(&cell["difference_ore"])).sum();
    let [was, would_be] = ["was_out_ore", "would_be_out_ore"].map(|name| ore(&tried[name]));
    assert_eq!((sum, was), (would_be - was, 90_925_010));
    let stays = tried["stays"].as_array().unwrap().iter();
    let stays: i64 = stays.map(|row| ore(&row["amount_ore"])).sum();
    assert_eq!(ore(&tried["in_ore"]), would_be + stays);

    let done = desk.call("key.decide", decide.clone());
    assert_eq!(done["changes"][1]["is"], "KS 2026/9", "{done}");
    assert_eq!(desk.call("key.draft", json!({}))["begun"], false);
    let keys = desk.call("key.list", json!({}));
    let decided = keys["keys"].as_array().unwrap().iter().find(|key| key["example"] == false);
    assert_eq!(decided.unwrap()["lines"].as_array().unwrap().len(), 2);
    assert_eq!(desk.call("audit.verify", json!({}))["ok"], true);
}

#[test]
fn a_draft_that_leaves_a_compensation_without_a_key_is_not_decided() {
    let mut desk = Desk::new();
    let draft = desk.call("key.edit", json!({ "remove": ["NYA-EKB", "EKB-DYGN"] }));
    assert_eq!(draft["without"], json!(["EKB-DYGN", "NYA-EKB"]));
    let decide = json!({ "number": " ", "from": "2027-01-01" });
    let refused = desk.refused("key.decide", decide);
    assert_eq!(refused.code, "decision-number-missing");
    assert_eq!(refused.also[0].code, "key-leaves-without");
    assert!(refused.also[0].message.contains("EKB-DYGN, NYA-EKB"), "{}", refused.also[0].message);
    let draft = desk.call("key.edit", json!({ "discard": true }));
    assert_eq!((&draft["begun"], &draft["without"]), (&json!(false), &json!([])));
    // Only what the decision is about is decided, the rest stays an example.
    let whole = json!({ "number": "KS 1", "from": "2027-01-01", "compensations": ["EKB-DYGN"] });
    desk.call("key.decide", whole);
    let keys = desk.call("key.list", json!({}));
    assert_eq!(keys["keys"].as_array().unwrap().len(), 2);
}

#[test]
fn a_month_is_tried_with_a_file_too() {
    let mut desk = Desk::with_register();
    desk.month_distributed();
    let path = file(&desk, "prov.csv", "KS 9;2027-01-01;;NYA-SCHABLON;1010;100;ja;\r\n");
    let tried = desk.call("key.try", json!({ "month": "2026-10", "path": path }));
    assert_eq!(tried["outcome"], "done", "{tried}");
    let differs = tried["differs"].as_array().unwrap();
    assert!(!differs.is_empty());
    assert!(differs.iter().all(|cell| cell["compensation"] == "NYA-SCHABLON"), "{tried}");
    assert_eq!(ore(&tried["would_be_out_ore"]), 90_925_010);
    let path = file(&desk, "fel.csv", "KS 9;2027-01-01;;NYA-SCHABLON;1010;99;ja;\r\n");
    let tried = desk.call("key.try", json!({ "month": "2026-10", "path": path }));
    assert_eq!((&tried["outcome"], found(&tried).len()), (&json!("findings"), 1));
}

#[test]
fn tables_that_are_saved_read_back_the_same() {
    let mut desk = Desk::new();
    import(
        &mut desk,
        "KS 1;2026-02-01;2030-12-31;EKB-DYGN;personens nämnd;33,3333;nej;\r\n\
                       KS 1;2026-02-01;2030-12-31;EKB-DYGN;8100;66,6667;ja;\r\n",
    );
    for (table, list) in [("key", "keys"), ("accounts", "accounts"), ("codes", "codes")] {
        let before = desk.call(&format!("{table}.list"), json!({}));
        let path = desk.path(&format!("{table}.csv"));
        desk.call(&format!("{table}.export"), json!({ "path": path }));
        let written = fs::read_to_string(&path).unwrap();
        assert!(written.starts_with('\u{feff}') && written.contains("\r\n"), "{written}");
        let heading = written.lines().next().unwrap();
        assert!(heading.contains("ersättningskod;") && !heading.contains("_"), "{heading}");
        assert!(written.contains("33,3333") || table != "key");
        let mut other = Desk::new();
        let done = other.call(&format!("{table}.import"), json!({ "path": path }));
        assert_eq!(done["outcome"], "done", "{table}: {done}");
        assert_eq!(other.call(&format!("{table}.list"), json!({}))[list], before[list], "{table}");
    }
}
