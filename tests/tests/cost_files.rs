//! Costs from files: an extract of the ledger and a unit's sheet, judged and taken in.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;

use acceptance::{Desk, ore, text};
use serde_json::{Value, json};

const LEDGER: &str =
    "Verifikation;Ansvar;Konto;Dossiernummer;Ersättning;Avser;Belopp;Moms;Valuta\r\n";
const SHEET: &str = "Person-id;Ersättning;Från och med;Till och med;Kostnad;Egenavgift;Faktura\r\n";

fn read(desk: &mut Desk, id: &str, table: &str) -> Value {
    let path = desk.path(&format!("{id}.csv"));
    std::fs::write(&path, table).unwrap();
    desk.call("costs.read", json!({ "id": id, "path": path }))
}

/// Codes of what is found in the open rows, by line.
fn found(desk: &mut Desk, draft: &str) -> Vec<(i64, String)> {
    let rows = desk.call("costs.rows", json!({ "draft": draft, "filter": "open" }));
    let lines: Vec<Value> =
        rows["rows"].as_array().unwrap().iter().map(|row| row["line"].clone()).collect();
    let mut all = Vec::new();
    for line in lines {
        let row = desk.call("costs.row", json!({ "draft": draft, "line": line }));
        for finding in row["findings"].as_array().unwrap() {
            assert!(!text(&finding["message"]).contains('{'), "{finding}");
            all.push((ore(&line), text(&finding["code"])));
        }
    }
    all.sort();
    all
}

fn decide(desk: &mut Desk, draft: &str, line: u32, decision: &str) -> Value {
    let one = json!({ "line": line, "decision": decision });
    desk.call("costs.decide", json!({ "draft": draft, "decisions": [one] }))
}

fn told(expected: &[(i64, &str)]) -> Vec<(i64, String)> {
    expected.iter().map(|(line, code)| (*line, (*code).to_owned())).collect()
}

#[test]
fn rows_of_one_voucher_are_the_shares_of_one_cost() {
    let mut desk = Desk::with_register();
    let table = format!(
        "{LEDGER}7001;7120;5310;99-000037;EKB-VARD;2026-07;10 000,50;0;SEK\r\n\
         7001;7120;5310;99-000045;Vård, tillstånd;2026-07-01..2026-07-31;9 999,50;;kr\r\n\
         7002;7110;5310;99-000011;asyl-bif;2026Q3;500,00;0,00;\r\n"
    );
    let draft = read(&mut desk, "fil", &table);
    assert_eq!(draft["profile"], "costs-ledger", "{draft}");
    assert_eq!((&draft["ready"], ore(&draft["rows"]["all"])), (&json!(true), 3), "{draft}");
    let done = desk.call("costs.commit", json!({ "draft": "fil" }));
    assert_eq!((ore(&done["added"]), &done["state"]), (3, &json!("committed")));
    let page = desk.call("costs.list", json!({ "draft": "fil" }));
    assert_eq!((ore(&page["total"]), ore(&page["amount_ore"])), (2, 2_050_000));
    let shared = desk.call("costs.list", json!({ "voucher": "7001" }))["costs"][0].clone();
    assert_eq!(shared["persons"], json!(["P03", "P04"]));
    assert_eq!(ore(&shared["shares"][1]["amount_ore"]), 999_950);
    assert_eq!((&shared["unit"], &shared["compensation"]), (&json!("7120"), &json!("EKB-VARD")));
    let money = desk.call("persons.view", json!({ "person": "P03" }))["money"].clone();
    assert_eq!((&money[0]["kind"], ore(&money[0]["amount_ore"])), (&json!("cost"), 1_000_050));
}

#[test]
fn every_fault_has_its_line_and_column() {
    let mut desk = Desk::with_register();
    let rows = [
        "7001;7120;1;99-000037;EKB-VARD;2026-07;100,00;0;SEK",
        "7002;7120;1;99-999999;EKB-VARD;2026-07;100,00;0;SEK",
        "7003;7120;1;99-000037;EKB-DYGN;2026-07;100,00;0;SEK",
        "7004;7120;1;99-000037;FLYG;2026-07;100,00;0;SEK",
        "7005;7120;1;99-000037;ASYL-VARD;2026-09-15..2026-10-14;100,00;0;SEK",
        "7006;7120;1;99-000037;EKB-VARD;juli;100,00;0;SEK",
        "7007;7120;1;99-000037;EKB-VARD;2026-07;-100,00;0;SEK",
        "7008;7120;1;99-000037;EKB-VARD;2026-07;0,00;0;SEK",
        "7009;7120;1;99-000037;EKB-VARD;2026-07;100,00;25,00;SEK",
        "7010;7120;1;99-000037;EKB-VARD;2026-07;100,00;0;EUR",
        "7011;0000;1;99-000037;EKB-VARD;2026-07;100,00;0;SEK",
        "7012;7120;1;;EKB-VARD;2026-07;100,00;0;SEK",
        "7013;7120;1;99-000037;EKB-VARD;2003;100,00;0;SEK",
        "7014;7120;1;99-000037;EKB-VARD;2026-07;hundra;0;SEK",
        "7015;7120;1;99-000037;;2026-07;100,00;0;SEK",
        "7016;7120;1;99-000037;EKB-VARD;2026-07",
    ];
    read(&mut desk, "fil", &format!("{LEDGER}{}\r\n", rows.join("\r\n")));
    let expected = [
        (3, "person-not-in-register"),
        (4, "not-on-application"),
        (5, "compensation-unknown"),
        (6, "cost-two-rules"),
        (7, "period-form"),
        (8, "cost-credit"),
        (9, "cost-nothing"),
        (10, "vat-not-zero"),
        (11, "currency-other"),
        (12, "unknown-board"),
        (13, "missing-identity"),
        (14, "outside-rule"),
        (15, "amount-not-a-number"),
        (16, "missing-value"),
        (17, "too-few-fields"),
    ];
    assert_eq!(found(&mut desk, "fil"), told(&expected));
    let row = desk.call("costs.row", json!({ "draft": "fil", "line": 8 }));
    assert_eq!(
        (ore(&row["findings"][0]["column"]), &row["findings"][0]["column_name"]),
        (7, &json!("Belopp"))
    );
    assert_eq!(desk.refused("costs.commit", json!({ "draft": "fil" })).code, "rows-undecided");
    assert_eq!(
        ore(&desk.call("costs.list", json!({}))["total"]),
        0,
        "nothing before all is decided"
    );

    // What is corrected is read by the same rules; what is parked is left out.
    let correct = json!({ "line": 7, "decision": "correct", "fields": { "period": "2026-08" } });
    desk.call("costs.decide", json!({ "draft": "fil", "decisions": [correct] }));
    decide(&mut desk, "fil", 10, "accept");
    for line in (3..=17).filter(|line| ![7, 10].contains(line)) {
        decide(&mut desk, "fil", line, "park");
    }
    let done = desk.call("costs.commit", json!({ "draft": "fil" }));
    assert_eq!(ore(&done["added"]), 3);
    let days: BTreeSet<String> = desk.call("costs.list", json!({}))["costs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|cost| text(&cost["from"]))
        .collect();
    assert_eq!(days, BTreeSet::from(["2026-07-01".to_owned(), "2026-08-01".to_owned()]));
}

#[test]
fn doubles_are_found_in_the_file_and_against_what_is_there() {
    let mut desk = Desk::with_register();
    let typed = json!({
        "id": "K1", "persons": [{ "person": "P04" }], "compensation": "EKB-VARD",
        "from": "2026-07-01", "until": "2026-07-31", "amount_ore": 100_000, "voucher": "7001",
        "unit": "7120",
    });
    desk.call("costs.add", typed);
    let table = format!(
        "{SHEET}P04;EKB-VARD;2026-07-01;2026-07-31;1000,00;;7001\r\n\
         P04;EKB-VARD;2026-07-01;2026-07-31;1200,00;;7001\r\n\
         P04;EKB-VARD;2026-08-01;2026-08-31;900,00;;7002\r\n\
         P04;EKB-VARD;2026-08-01;2026-08-31;900,00;;7002\r\n\
         P04;EKB-VARD;2026-08-15;2026-08-31;100,00;;7002\r\n\
         P03;EKB-VARD;2026-08-01;2026-08-31;900,00;;7002\r\n"
    );
    let draft = read(&mut desk, "fil", &table);
    assert_eq!(draft["profile"], "costs-sheet");
    let expected = [(2, "cost-known"), (3, "cost-like"), (5, "cost-twice"), (6, "cost-like-line")];
    assert_eq!(found(&mut desk, "fil"), told(&expected));
    for line in [2, 3, 5, 6] {
        decide(&mut desk, "fil", line, "accept");
    }
    let done = desk.call("costs.commit", json!({ "draft": "fil" }));
    assert_eq!((ore(&done["added"]), ore(&done["unchanged"])), (4, 2));
    let shared = desk.call("costs.list", json!({ "voucher": "7002", "until": "2026-08-14" }));
    assert_eq!(shared["costs"][0]["persons"], json!(["P04", "P03"]));
    assert_eq!(ore(&desk.call("costs.list", json!({}))["total"]), 4);

    // The file once more is known as a whole.
    let again = read(&mut desk, "igen", &format!("{table}\r\n"));
    assert_eq!(ore(&again["rows"]["warnings"]), 6, "{again}");
}

#[test]
fn a_row_that_decides_is_judged_anew_when_it_is_parked() {
    let mut desk = Desk::with_register();
    let row = "P04;EKB-VARD;2026-08-01;2026-08-31;900,00;;7002\r\n";
    read(&mut desk, "fil", &format!("{SHEET}{row}{row}"));
    assert_eq!(found(&mut desk, "fil"), told(&[(3, "cost-twice")]));
    decide(&mut desk, "fil", 2, "park");
    assert_eq!(found(&mut desk, "fil"), told(&[]));
    assert_eq!(ore(&desk.call("costs.commit", json!({ "draft": "fil" }))["added"]), 1);
}

#[test]
fn fees_units_and_numbers_that_contradict_are_judged() {
    let mut desk = Desk::with_register();
    let table = "Person-id;Dossiernummer;Ersättning;Från;Till;Kostnad;Avgift;Ansvar\r\n\
        P04;99-000045;EKB-VARD;2026-07-01;2026-07-31;1000,00;100,00;\r\n\
        P04;99-000037;EKB-VARD;2026-07-01;2026-07-31;1000,00;;7120\r\n\
        P04;;EKB-VARD;2026-08-01;2026-08-31;1000,00;1000,01;7120\r\n";
    read(&mut desk, "fil", table);
    assert_eq!(found(&mut desk, "fil"), told(&[(3, "conflicting-identity"), (4, "fee-size")]));
    for line in [3, 4] {
        decide(&mut desk, "fil", line, "park");
    }
    desk.call("costs.commit", json!({ "draft": "fil" }));
    let cost = desk.call("costs.list", json!({}))["costs"][0].clone();
    // The board of the person bears what no unit is named for.
    assert_eq!((&cost["unit"], ore(&cost["fee_ore"])), (&json!("7120"), 10_000));
}
