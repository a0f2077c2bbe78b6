//! A list as a whole: its payment date, its draft, its sum row and its limits.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::PathBuf;

use acceptance::{Desk, data, ore, text};
use serde_json::{Value, json};

const HEADER: &str = "Utbetalningsdag\tKod\tDossiernummer\tFrån och med\tTill och med\tBelopp\n";
const LIST_B: &str = "utbetalningslista-b-utf8-bom.csv";

fn school(paid_on: &str, amount: &str) -> String {
    format!("{paid_on}\tGSKA\t99-000011\t2026-08-17\t2026-09-13\t{amount}\n")
}

fn typed(rows: &str) -> Value {
    json!({ "id": api::new_id(), "name": "Lista", "text": format!("{HEADER}{rows}") })
}

fn draft(desk: &mut Desk, rows: &str) -> String {
    text(&desk.call("payments.read", typed(rows))["summary"]["list"])
}

fn decide(desk: &mut Desk, list: &str, line: u32, decision: &str, fields: Value) -> Value {
    let one = json!({ "line": line, "decision": decision, "fields": fields });
    desk.call("review.decide", json!({ "list": list, "decisions": [one] }))
}

fn distributed(desk: &mut Desk, list: &str, month: &str) -> i64 {
    desk.call("match.run", json!({ "list": list }));
    ore(&desk.call("distribution.run", json!({ "month": month }))["in_ore"])
}

#[test]
fn a_list_is_paid_on_the_last_day_of_its_payments_as_they_were_settled() {
    let mut desk = Desk::with_register();
    let rows = [
        school("2026-10-30", "100,00"),
        school("2062-10-30", "200,00"),
        school("2026-12-30", "1O0,00"),
    ];
    let list = draft(&mut desk, &rows.concat());
    // The days differ from the row's period in nothing; the year was mistyped.
    decide(&mut desk, &list, 3, "correct", json!({ "payment_date": "2026-10-29" }));
    decide(&mut desk, &list, 4, "park", json!({}));
    let view = desk.call("payments.commit", json!({ "list": list }));
    assert_eq!(view["summary"]["payment_date"], "2026-10-30");
    assert_eq!(distributed(&mut desk, &list, "2026-10"), 30_000);
}

#[test]
fn a_list_without_payments_gets_its_day_from_the_first_row_released() {
    let mut desk = Desk::with_register();
    let list = draft(&mut desk, &school("2026-02-30", "100,00"));
    decide(&mut desk, &list, 2, "park", json!({}));
    let view = desk.call("payments.commit", json!({ "list": list }));
    assert_eq!(view["summary"]["payment_date"], Value::Null);
    let view = decide(&mut desk, &list, 2, "correct", json!({ "payment_date": "2026-10-30" }));
    assert_eq!(view["summary"]["payment_date"], "2026-10-30");
    assert_eq!(distributed(&mut desk, &list, "2026-10"), 10_000);
    let start = desk.call("overview.start", json!({}));
    assert_eq!(start["chain"][1]["amount_ore"], 10_000);
}

#[test]
fn an_open_draft_is_not_given_for_another_reading_of_its_file() {
    let mut desk = Desk::with_register();
    let table = "Kod\tDossiernummer\tFrån och med\tTill och med\tBelopp\n\
                 GSKA\t99-000011\t2026-08-17\t2026-09-13\t100,00\n";
    let asked = |payment_date: Value| json!({ "id": api::new_id(), "name": "Lista", "text": table, "payment_date": payment_date });
    let read = desk.call("payments.read", asked(json!("2026-10-30")));
    let list = text(&read["summary"]["list"]);
    for same in [json!("2026-10-30"), Value::Null] {
        let again = desk.call("payments.read", asked(same));
        assert_eq!(again["summary"]["list"], json!(list));
    }
    for operation in ["payments.read", "payments.import"] {
        let refused = desk.refused(operation, asked(json!("2026-11-30")));
        assert_eq!(refused.code, "draft-open", "{operation}");
        assert!(refused.message.contains("2026-11-02"), "{}", refused.message);
    }
    let view = desk.call("payments.list", json!({ "list": list }));
    assert_eq!(view["summary"]["state"], "draft");
    desk.call("payments.discard", json!({ "list": list }));
    let view = desk.call("payments.read", asked(json!("2026-11-30")));
    assert_eq!(view["summary"]["payment_date"], "2026-11-30");
}

#[test]
fn an_open_draft_is_not_given_for_another_profile() {
    let mut desk = Desk::with_register();
    let profile = |name: &str, sign: &str| {
        format!(
            "kind = \"payment-list\"\nname = \"{name}\"\nversion = 1\n\
             [forms]\ndates = [\"yyyy-mm-dd\"]\namounts = {{ decimal_sign = \"{sign}\" }}\n\
             [columns]\npayment_date = {{ names = [\"Dag\"], required = true }}\n\
             payment_code = {{ names = [\"Kod\"], required = true }}\n\
             dossier_number = {{ names = [\"Dossier\"] }}\n\
             amount = {{ names = [\"Kr\"], required = true }}\n"
        )
    };
    for (name, sign) in [("komma", ","), ("punkt", ".")] {
        desk.call("profiles.add", json!({ "toml": profile(name, sign) }));
    }
    let path = desk.path("lista.csv");
    fs::write(&path, "Dag;Kod;Dossier;Kr\n2026-10-30;GSKA;99-000011;100\n").unwrap();
    let asked = |profile: Value| json!({ "id": api::new_id(), "path": path, "profile": profile });
    let list = desk.call("payments.read", asked(json!("komma")))["summary"]["list"].clone();
    for same in [json!("komma"), Value::Null] {
        assert_eq!(desk.call("payments.read", asked(same))["summary"]["list"], list);
    }
    assert_eq!(desk.refused("payments.import", asked(json!("punkt"))).code, "draft-open");
    assert_eq!(desk.refused("payments.read", asked(json!("finns-inte"))).code, "profile-unknown");
    // The same name, kept anew with another meaning.
    desk.call("profiles.add", json!({ "toml": profile("komma", ".") }));
    assert_eq!(desk.refused("payments.read", asked(json!("komma"))).code, "draft-open");
}

/// List B with a sum row that says one öre too little, and the line of that row.
fn with_wrong_sum(desk: &Desk) -> (PathBuf, u32) {
    let original = fs::read_to_string(data(LIST_B)).unwrap();
    let line = original.lines().position(|line| line.starts_with("Summa;")).unwrap() + 1;
    let path = desk.path("fel-summa.csv");
    fs::write(&path, original.replace(";909250,10;", ";909250,09;")).unwrap();
    (path, u32::try_from(line).unwrap())
}

#[test]
fn a_sum_row_that_differs_waits_for_a_word_of_its_own() {
    let mut desk = Desk::with_register();
    let (path, line) = with_wrong_sum(&desk);
    let waits = desk.import(&path, json!({ "park_faulty": true, "bank_ore": 90_925_010 }));
    assert_eq!(waits["outcome"], "findings");
    let found = &waits["diagnostics"][0];
    assert_eq!((&found["code"], &found["line"]), (&json!("control-total-differs"), &json!(line)));
    let list = text(&waits["list"]);
    let view = desk.call("payments.list", json!({ "list": list }));
    assert_eq!((&view["summary"]["state"], &view["can_undo"]), (&json!("draft"), &json!(false)));
    assert_eq!(desk.refused("payments.commit", json!({ "list": list })).code, "rows-undecided");

    // Accepting it can be undone as any decision, and does not stand in the way of others.
    assert_eq!(decide(&mut desk, &list, line, "accept", json!({}))["list_findings"], json!([]));
    decide(&mut desk, &list, 8, "park", json!({}));
    for expected in [8, line] {
        let undone = desk.call("review.undo", json!({ "list": list, "line": null }));
        assert_eq!(undone["line"], expected);
    }
    let view = desk.call("payments.list", json!({ "list": list }));
    assert_eq!(view["list_findings"][0]["code"], "control-total-differs");

    let accept = json!([{ "line": line, "decision": "accept" }]);
    let done = desk.import(&path, json!({ "park_faulty": true, "decisions": accept }));
    assert_eq!((&done["outcome"], &done["list"]), (&json!("done"), &json!(list)));
    assert_eq!(ore(&done["net_ore"]), 90_925_010);
}

#[test]
fn a_list_that_sums_to_more_than_any_payment_is_refused_not_panicked_over() {
    let mut desk = Desk::with_register();
    let most = school("2026-10-30", "999999999999,99");
    let path = desk.path("stor.txt");
    fs::write(&path, format!("{HEADER}{}", most.repeat(11))).unwrap();
    for operation in ["payments.preview", "payments.read", "payments.import"] {
        let mut request = json!({ "path": path });
        if operation != "payments.preview" {
            request["id"] = json!(api::new_id());
        }
        let refused = desk.refused(operation, request);
        assert_eq!(refused.code, "sum-too-large", "{operation}");
        assert_eq!(refused.place.unwrap().line, Some(12), "{operation}");
    }
    // The same of money taken back.
    let back = school("2026-10-30", "-999999999999,99").repeat(11);
    assert_eq!(desk.refused("payments.read", typed(&back)).code, "sum-too-large");
    assert_eq!(desk.call("payments.lists", json!({}))["lists"], json!([]));

    // What is below the limit is taken, and corrections cannot go beyond it either.
    let list = draft(&mut desk, &format!("{}{}", most.repeat(10), school("2026-10-30", "1O")));
    let correct =
        json!([{ "line": 12, "decision": "correct", "fields": { "amount": "999999999999" } }]);
    let refused = desk.refused("review.decide", json!({ "list": list, "decisions": correct }));
    assert_eq!(refused.code, "sum-too-large");
    let view = desk.call("payments.list", json!({ "list": list }));
    assert_eq!(view["counts"]["open"], 10, "nine doubles and the row that was not corrected");
}

#[test]
fn pages_far_beyond_the_last_are_empty() {
    let mut desk = Desk::with_register();
    let list = desk.month_taken_in();
    for filter in ["all", "open", "errors", "warnings", "corrected", "parked", "accepted", "clean"]
    {
        let request = json!({ "list": list, "filter": filter, "shown": { "page": u32::MAX } });
        assert_eq!(desk.call("review.rows", request)["rows"], json!([]), "{filter}");
    }
    let request = json!({ "list": list, "shown": { "page": u32::MAX } });
    assert_eq!(desk.call("match.rows", request)["rows"], json!([]));
    let request = json!({ "text": "", "shown": { "page": u32::MAX } });
    assert_eq!(desk.call("persons.find", request)["persons"], json!([]));
}

#[test]
fn a_code_that_may_be_somebodys_name_or_number_stands_in_no_finding() {
    let mut desk = Desk::with_register();
    let mut rows = String::new();
    let withheld = ["99-000011", "20170101-2393", "Grundskola asyl", "Testsson"];
    for code in withheld {
        rows += &school("2026-10-30", "100,00").replace("GSKA", code);
    }
    rows += &school("2026-10-30", "100,00").replace("GSKA", "ZZZ9");
    let read = desk.call("payments.read", typed(&rows));
    let page = desk.call("review.rows", json!({ "list": read["summary"]["list"] }));
    for row in page["rows"].as_array().unwrap() {
        let (code, message) = (text(&row["payment_code"]), text(&row["finding"]["message"]));
        assert_eq!(row["finding"]["code"], "unknown-payment-code");
        assert_eq!(message.contains(&code), code == "ZZZ9", "{message}");
    }
    // Rows whose code is not shown are found all the same when it becomes known.
    let code = json!({ "payment_code": "Grundskola asyl", "compensation": "ASYL-UTB-GRU", "person_bound": true });
    desk.call("codes.add", code);
    let request = json!({ "list": read["summary"]["list"], "line": 4 });
    assert_eq!(desk.call("review.row", request)["row"]["state"], "clean");
}

#[test]
fn a_month_in_which_nothing_is_found_is_told() {
    let mut desk = Desk::with_register();
    desk.month_taken_in();
    let codes = |found: &Value| -> Vec<String> {
        found["findings"].as_array().unwrap().iter().map(|one| text(&one["code"])).collect()
    };
    let run = desk.call("distribution.run", json!({ "month": "2026-11" }));
    assert_eq!(
        (&run["outcome"], codes(&run)),
        (&json!("findings"), vec!["nothing-to-distribute".to_owned()])
    );
    let run = desk.call("distribution.run", json!({ "month": "2026-10" }));
    assert_eq!((&run["outcome"], codes(&run)), (&json!("done"), Vec::new()));
    let again = desk.call("distribution.run", json!({ "month": "2026-10" }));
    assert_eq!((&again["outcome"], codes(&again)), (&json!("done"), Vec::new()));

    let report = desk.call("expectation.missing", json!({ "as_of": "2026-11-02" }));
    assert_eq!(codes(&report), [""; 0]);
    desk.on("2026-12-31");
    let report = desk.call("expectation.missing", json!({ "as_of": "2026-12-31" }));
    assert_eq!(codes(&report), ["month-without-list", "month-without-list"]);
    let report =
        Desk::with_register().call("expectation.missing", json!({ "as_of": "2026-10-31" }));
    assert_eq!(codes(&report), ["month-without-list"]);
}
