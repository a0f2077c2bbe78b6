//! The main job on the sample month: every layout gives the same payments, shares and files.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use acceptance::{Desk, LIST_A, data, facit, ore, text};
use serde_json::{Value, json};

const LAYOUTS: [&str; 3] =
    [LIST_A, "utbetalningslista-b-utf8-bom.csv", "utbetalningslista-c-tab-utf8.txt"];

/// List A as UTF-16 with byte order mark, and as a workbook, made from its own bytes.
fn other_containers(desk: &Desk) -> Vec<PathBuf> {
    let bytes = std::fs::read(data(LIST_A)).unwrap();
    let letters: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let utf16: Vec<u8> = "\u{feff}"
        .encode_utf16()
        .chain(letters.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let utf16_path = desk.path("lista-utf16.csv");
    std::fs::write(&utf16_path, utf16).unwrap();
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, line) in (0u32..).zip(letters.lines()) {
        for (column, cell) in (0u16..).zip(split(line)) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    let xlsx_path = desk.path("lista.xlsx");
    workbook.save(&xlsx_path).unwrap();
    vec![utf16_path, xlsx_path]
}

/// Splits a line of list A: semicolons outside quotes, doubled quotes inside.
fn split(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cells.last_mut().unwrap().push('"');
            }
            '"' => quoted = !quoted,
            ';' if !quoted => cells.push(String::new()),
            other => cells.last_mut().unwrap().push(other),
        }
    }
    cells
}

fn payments_of_facit() -> Vec<Value> {
    let optional = |value: &Value| value.clone();
    facit()["rader"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            json!([
                row["kod"],
                row["compensation_code"],
                optional(&row["dossiernummer"]),
                optional(&row["personnummer"]),
                row["efternamn"],
                row["fornamn"],
                row["arende"],
                row["beslutsdatum"],
                row["period_from"],
                row["period_tom"],
                row["utbetalningsdatum"],
                row["aterkrav"],
                row["belopp_ore"],
            ])
        })
        .collect()
}

fn payments_of(preview: &Value) -> Vec<Value> {
    preview["payments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            json!([
                row["payment_code"],
                row["compensation"],
                row["dossier_number"],
                row["personal_number"],
                row["family_name"],
                row["given_name"],
                row["case_number"],
                row["decision_date"],
                row["period_from"],
                row["period_until"],
                row["payment_date"],
                row["clawback"],
                row["amount_ore"],
            ])
        })
        .collect()
}

fn shares_of_facit() -> BTreeMap<(String, String), i64> {
    let mut shares = BTreeMap::new();
    for row in facit()["rader"].as_array().unwrap() {
        for share in row["fordelning"].as_array().unwrap() {
            let key = (text(&share["ansvar"]), text(&row["compensation_code"]));
            *shares.entry(key).or_default() += ore(&share["belopp_ore"]);
        }
    }
    shares
}

#[test]
fn every_layout_and_container_gives_the_same_month() {
    let first = Desk::new();
    let mut files: Vec<PathBuf> = LAYOUTS.iter().map(|name| data(name)).collect();
    files.extend(other_containers(&first));
    for file in files {
        let name = file.display().to_string();
        let mut desk = Desk::with_register();
        let preview = desk.call("payments.preview", json!({ "path": file }));
        assert_eq!(preview["diagnostics"], json!([]), "{name}");
        assert_eq!(payments_of(&preview), payments_of_facit(), "{name}");
        assert_eq!(
            (ore(&preview["net_ore"]), ore(&preview["negative_ore"])),
            (90_925_010, -3_926_000)
        );

        let done = desk.import(&file, json!({ "bank_ore": 90_925_010 }));
        assert_eq!((&done["outcome"], &done["rows"]), (&json!("done"), &json!(30)), "{name}");
        assert_eq!(done["difference_ore"], 0, "{name}");
        let matched = desk.call("match.run", json!({ "list": done["list"] }));
        assert_eq!((&matched["matched"], &matched["suspense"]), (&json!(30), &json!(0)), "{name}");

        let run = desk.call("distribution.run", json!({ "month": "2026-10" }));
        let shares: BTreeMap<(String, String), i64> = run["shares"]
            .as_array()
            .unwrap()
            .iter()
            .map(|share| {
                let key = (text(&share["cost_centre"]), text(&share["compensation"]));
                (key, ore(&share["amount_ore"]))
            })
            .collect();
        assert_eq!(shares, shares_of_facit(), "{name}");
        assert_eq!((ore(&run["in_ore"]), ore(&run["suspense_ore"])), (90_925_010, 0), "{name}");
    }
}

/// The producer's own lines are replaced by those of the expected file; all else must be equal.
fn with_lines_of(expected: &[u8], got: &[u8], labels: &[&str]) -> Vec<u8> {
    let line_of = |bytes: &[u8], label: &str| -> Option<Vec<u8>> {
        let lines = bytes.split_inclusive(|byte| *byte == b'\n');
        lines.filter(|line| line.starts_with(label.as_bytes())).map(<[u8]>::to_vec).next()
    };
    let mut same = Vec::new();
    for line in got.split_inclusive(|byte| *byte == b'\n') {
        let label = labels.iter().find(|label| line.starts_with(label.as_bytes()));
        same.extend(label.and_then(|label| line_of(expected, label)).unwrap_or(line.to_vec()));
        // The sample has a line of prose that the product does not write.
        if line.starts_with(b"#SIETYP") {
            same.extend(line_of(expected, "#PROSA").unwrap_or_default());
        }
    }
    same
}

#[test]
fn booking_files_equal_the_expected_ones() {
    let mut desk = Desk::with_register();
    let (_, distribution) = desk.month_distributed();
    let order = desk.call("orders.create", json!({ "distribution": distribution }));
    assert_eq!((&order["vouchers"], &order["postings"]), (&json!(2), &json!(24)));
    assert_eq!(order["number"], "MIGV2026-0001");
    assert_eq!(order["debit_ore"], order["credit_ore"]);
    let id = text(&order["order"]);
    for (format, name) in [
        ("abw-xml", "forvantad-bokning-abwtransaction.xml"),
        ("gl07-55", "forvantad-bokning-gl07-55.txt"),
    ] {
        assert!(desk.export(&id, format) == std::fs::read(data(name)).unwrap(), "{format}");
    }
    let expected = std::fs::read(data("forvantad-bokning-sie4i.si")).unwrap();
    let got = with_lines_of(&expected, &desk.export(&id, "sie4i"), &["#PROGRAM", "#GEN"]);
    assert!(got == expected, "sie4i");
}

#[test]
fn the_bank_voucher_is_added_where_the_bank_is_not_booked() {
    let mut desk = Desk::with_register();
    let mut settings = desk.call("settings.get", json!({}));
    settings["settings"]["booking"]["bank_already_booked"] = json!(false);
    desk.call("settings.put", settings);
    let (_, distribution) = desk.month_distributed();
    let order = desk.call("orders.create", json!({ "distribution": distribution }));
    assert_eq!((&order["vouchers"], &order["postings"]), (&json!(3), &json!(26)));
    let expected = std::fs::read(data("forvantad-bokning-med-bank-sie4i.si")).unwrap();
    let got = desk.export(&text(&order["order"]), "sie4i");
    assert!(with_lines_of(&expected, &got, &["#PROGRAM", "#GEN"]) == expected);
}

#[test]
fn the_state_of_every_step_survives_a_restart() {
    let mut desk = Desk::with_register();
    let read = json!({ "id": api::new_id(), "path": data(LIST_A) });
    let list = text(&desk.call("payments.read", read)["summary"]["list"]);
    let step = |desk: &mut Desk| {
        desk.restart();
        text(&desk.call("payments.list", json!({ "list": list }))["summary"]["step"])
    };
    assert_eq!(step(&mut desk), "review");
    desk.call("payments.commit", json!({ "list": list, "bank_ore": 90_925_010 }));
    assert_eq!(step(&mut desk), "match");
    desk.call("match.run", json!({ "list": list }));
    assert_eq!(step(&mut desk), "distribute");
    let run = desk.call("distribution.run", json!({ "month": "2026-10" }));
    assert_eq!(step(&mut desk), "book");
    let order = desk.call("orders.create", json!({ "distribution": run["distribution"] }));
    assert_eq!(step(&mut desk), "hand-over");
    desk.export(&text(&order["order"]), "csv");
    assert_eq!(step(&mut desk), "done");
    let audit = desk.call("audit.verify", json!({}));
    assert_eq!((&audit["ok"], &audit["first_broken"]), (&json!(true), &Value::Null));
}

#[test]
fn run_twice_is_run_once() {
    let mut desk = Desk::with_register();
    let (list, distribution) = desk.month_distributed();
    desk.call("match.run", json!({ "list": list }));
    let again = desk.call("distribution.run", json!({ "month": "2026-10" }));
    assert_eq!((&again["distribution"], &again["shares"]), (&Value::Null, &json!([])));
    let id = api::new_id();
    let request = json!({ "distribution": distribution, "id": id });
    let first = desk.call("orders.create", request.clone());
    assert_eq!(desk.call("orders.create", request), first);
    let refused = desk.refused("orders.create", json!({ "distribution": distribution }));
    assert_eq!(refused.code, "nothing-to-book");
    let once = desk.export(&id, "sie4i");
    assert_eq!(desk.export(&id, "sie4i"), once);
    let path = desk.path("annat.csv");
    let second = desk.call("orders.export", json!({ "order": id, "format": "csv", "path": path }));
    assert!(text(&second["warning"]).contains("sie4i"), "{second}");
}
