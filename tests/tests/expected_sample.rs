//! Expected samples: what they write is what their answer key says, and what is expected from their
//! registers, by law and facts, differs from what their lists paid exactly where the key says so.
//!
//! `ATERSOK_PERSONS`, `ATERSOK_MONTHS` and `ATERSOK_SEEDS` say how many persons, lists and seeds.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::collections::BTreeMap;
use std::path::Path;

use acceptance::{Desk, ore, text};
use serde_json::{Value, json};

fn from_environment(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

fn persons() -> u64 {
    from_environment("ATERSOK_PERSONS", 60)
}

/// By default every month for which amounts are known.
fn months() -> u64 {
    from_environment("ATERSOK_MONTHS", 29)
}

fn seeds() -> std::ops::RangeInclusive<u64> {
    1..=from_environment("ATERSOK_SEEDS", 3)
}

/// Every fourth person has a payment that is wrong.
fn order(persons: u64, seed: u64, folder: &Path) -> Value {
    json!({
        "persons": persons, "months": months(), "seed": seed, "anomalies": persons / 4,
        "expected": true, "folder": folder,
    })
}

fn written(desk: &Desk, persons: u64, seed: u64) -> Value {
    let folder = desk.path(&format!("sample-{seed}"));
    desk.sample(order(persons, seed, &folder)).unwrap();
    serde_json::from_slice(&std::fs::read(folder.join("facit.json")).unwrap()).unwrap()
}

fn list_of<'k>(key: &'k Value, field: &str) -> &'k Vec<Value> {
    key[field].as_array().unwrap()
}

/// One row of a list as it stands in the file.
struct Row {
    line: u64,
    code: String,
    dossier_number: String,
    period: [String; 2],
    ore: i64,
}

/// The rows of a list, read without the program. The names that samples make have no separator.
fn rows(path: &Path) -> Vec<Row> {
    let bytes = std::fs::read(path).unwrap();
    // Every letter of Windows-1252 that lists use is one of Latin-1.
    let list: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let row = |(number, line): (usize, &str)| {
        let cells: Vec<&str> = line.split(';').collect();
        assert_eq!(cells.len(), 13, "{line}");
        let digits: String = cells[12].replace([',', '\u{A0}'], "");
        Row {
            line: number as u64 + 1,
            code: cells[3].to_owned(),
            dossier_number: cells[5].to_owned(),
            period: [cells[9].to_owned(), cells[10].to_owned()],
            ore: digits.parse().unwrap(),
        }
    };
    list.lines().enumerate().skip(1).map(row).collect()
}

/// The dossier number of everybody in the register.
fn dossier_numbers(path: &Path) -> BTreeMap<String, String> {
    let register = std::fs::read_to_string(path).unwrap();
    let mut lines = register.lines();
    let header: Vec<&str> = lines.next().unwrap().split(';').collect();
    let place = header.iter().position(|name| *name == "Nummer").unwrap();
    let cells = lines.map(|line| line.split(';').collect::<Vec<&str>>());
    cells
        .filter(|cells| cells[2] == "dossier-number")
        .map(|cells| (cells[place].to_owned(), cells[0].to_owned()))
        .collect()
}

#[test]
fn the_same_order_gives_the_same_bytes() {
    let desk = Desk::new();
    let written = |name: &str, seed: u64| {
        let folder = desk.path(name);
        desk.sample(order(60, seed, &folder)).unwrap();
        let paths = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
        let file = |path: std::path::PathBuf| {
            (path.file_name().unwrap().to_owned(), std::fs::read(path).unwrap())
        };
        paths.map(file).collect::<BTreeMap<_, _>>()
    };
    let (first, again, other) = (written("one", 7), written("two", 7), written("three", 8));
    assert!(first == again);
    assert!(first != other);
    assert_eq!(first.len() as u64, months() + 2, "register, key and lists");
}

#[test]
fn the_key_agrees_with_itself_and_with_the_lists() {
    let desk = Desk::new();
    for seed in seeds() {
        let key = written(&desk, persons(), seed);
        let folder = desk.path(&format!("sample-{seed}"));
        let anomalies = list_of(&key, "anomalies");
        assert_eq!(anomalies.len() as u64, persons() / 4);
        let sum = |field: &str| anomalies.iter().map(|one| ore(&one[field])).sum::<i64>();
        for one in anomalies {
            let difference = ore(&one["expected_ore"]) - ore(&one["paid_ore"]);
            let told =
                ore(&one["missing_ore"]) + ore(&one["taken_ore"]) - ore(&one["too_much_ore"]);
            assert_eq!(difference, told, "{one}");
        }
        assert_eq!(sum("missing_ore"), ore(&key["missing_ore"]));
        let by_compensation: i64 =
            list_of(&key, "compensations").iter().map(|one| ore(&one["expected_ore"])).sum();
        assert_eq!(by_compensation, ore(&key["expected_ore"]));

        let mut all = BTreeMap::new();
        for list in list_of(&key, "lists") {
            let file = text(&list["file"]);
            let rows = rows(&folder.join(&file));
            assert_eq!(rows.len() as u64, list["rows"]);
            assert_eq!(rows.iter().map(|row| row.ore).sum::<i64>(), ore(&list["net_ore"]));
            all.extend(rows.into_iter().map(|row| ((file.clone(), row.line), row)));
        }
        let suspended = hold_rows(&folder, anomalies, &all);
        let net: i64 = all.values().map(|row| row.ore).sum();
        assert_eq!(net, ore(&key["net_ore"]));
        let paid = ore(&key["expected_ore"]) - sum("expected_ore") + sum("paid_ore");
        assert_eq!(net, paid + suspended, "what came is what should, but for the anomalies");
    }
}

/// Holds the rows of anomalies against the lists; gives the sum of those that are nobody's.
fn hold_rows(folder: &Path, anomalies: &[Value], all: &BTreeMap<(String, u64), Row>) -> i64 {
    let persons = dossier_numbers(&folder.join("register.csv"));
    let mut suspended = 0;
    for anomaly in anomalies {
        let told = list_of(anomaly, "rows");
        let of_kind = match anomaly["kind"].as_str().unwrap() {
            "missing" => 0,
            "clawback" | "extra" => 2,
            _ => 1,
        };
        assert_eq!(told.len(), of_kind, "{anomaly}");
        for row in told {
            let found = &all[&(text(&row["file"]), row["line"].as_u64().unwrap())];
            assert_eq!(found.ore, ore(&row["amount_ore"]));
            assert_eq!(found.code, row["payment_code"]);
            assert_eq!(json!(found.period), json!([row["period_from"], row["period_until"]]));
            let person = persons.get(&found.dossier_number);
            if row["suspense"] == true {
                assert_eq!(person, None);
                suspended += found.ore;
            } else {
                assert_eq!(json!(person), anomaly["person"]);
            }
        }
    }
    suspended
}

#[test]
fn every_kind_of_anomaly_and_every_compensation_is_there() {
    let desk = Desk::new();
    let folder = desk.path("sample");
    let mut every_month = order(120, 5, &folder);
    every_month["months"] = json!(29);
    desk.sample(every_month).unwrap();
    let key: Value =
        serde_json::from_slice(&std::fs::read(folder.join("facit.json")).unwrap()).unwrap();
    let named = |field: &str, name: &str| {
        let mut names: Vec<String> =
            list_of(&key, field).iter().map(|one| text(&one[name])).collect();
        names.sort_unstable();
        names.dedup();
        names
    };
    assert_eq!(
        named("anomalies", "kind"),
        [
            "clawback",
            "extra",
            "missing",
            "short",
            "unknown-person",
            "wrong-age-band",
            "wrong-month"
        ]
    );
    assert_eq!(
        named("compensations", "compensation"),
        [
            "ASYL-ARS-FAST",
            "ASYL-DYGN",
            "ASYL-ENGANG",
            "EKB-30K",
            "EKB-DYGN",
            "EKU-DYGN",
            "MASS-DYGN",
            "MASS-ENGANG",
            "NYA-INIT-16",
            "NYA-INIT-17",
            "NYA-SCHABLON",
        ]
    );
    let mut persons: Vec<String> =
        list_of(&key, "anomalies").iter().map(|one| text(&one["person"])).collect();
    persons.sort_unstable();
    persons.dedup();
    assert_eq!(persons.len(), 30, "nobody has two");
}

#[test]
fn an_order_that_does_not_work_out_is_refused() {
    let desk = Desk::new();
    let folder = desk.path("sample");
    let good = order(60, 1, &folder);
    for (field, value, code) in [
        ("months", json!(30), "bad-request"),
        ("months", json!(0), "bad-request"),
        ("rows", json!(10), "bad-request"),
        ("persons", json!(null), "bad-request"),
        ("persons", json!(0), "sample-size"),
        ("anomalies", json!(61), "sample-size"),
    ] {
        let mut wrong = good.clone();
        wrong[field] = value;
        assert_eq!(desk.sample(wrong).unwrap_err().code(), code, "{field}");
    }
    // A clawback needs a list after the one that paid.
    let mut short = good;
    short["months"] = json!(1);
    assert_eq!(desk.sample(short).unwrap_err().code(), "sample-size");
    assert!(!folder.exists());
}

/// A desk with the register of a sample, on the day on which its key holds.
fn registered(seed: u64) -> (Desk, Value) {
    let mut desk = Desk::new();
    let key = written(&desk, persons(), seed);
    let folder = desk.path(&format!("sample-{seed}"));
    desk.on(key["as_of"].as_str().unwrap());
    let known = desk.call("codes.list", json!({}));
    for code in list_of(&key, "codes") {
        if list_of(&known, "codes").iter().all(|one| one["payment_code"] != code["payment_code"]) {
            desk.call("codes.add", code.clone());
        }
    }
    let path = folder.join("register.csv");
    let done = desk.call("register.import", json!({ "path": path }));
    assert_eq!(done["diagnostics"], json!([]));
    assert_eq!(done["persons_added"], key["persons"], "{done}");
    (desk, key)
}

/// Takes a list of a sample in, and matches it.
fn take_in(desk: &mut Desk, key: &Value, seed: u64, list: &Value) {
    let path = desk.path(&format!("sample-{seed}")).join(text(&list["file"]));
    let done = desk.import(&path, json!({ "bank_ore": list["net_ore"] }));
    let again = paid_again(key, &list["file"]);
    let told: Vec<Value> = list_of(&done, "diagnostics")
        .iter()
        .map(|found| json!([found["line"], found["code"]]))
        .collect();
    let expected: Vec<Value> = again.iter().map(|line| json!([line, "payment-again"])).collect();
    assert_eq!(told, expected, "{list}");
    assert_eq!((&done["rows"], &done["parked"]), (&list["rows"], &json!(0)), "{done}");
    if !again.is_empty() {
        assert_eq!(done["outcome"], "findings", "{done}");
        let accept = |line| json!({ "line": line, "decision": "accept", "fields": {} });
        let decisions: Vec<Value> = again.into_iter().map(accept).collect();
        desk.call("review.decide", json!({ "list": done["list"], "decisions": decisions }));
        desk.call("payments.commit", json!({ "list": done["list"] }));
    }
    let matched = desk.call("match.run", json!({ "list": done["list"] }));
    assert_eq!(matched["matched"], list["matched"]);
    assert_eq!(matched["suspense"], list["suspense"]);
}

/// A desk with everything of a sample brought in and matched, on the day on which its key holds.
fn taken_in(seed: u64) -> (Desk, Value) {
    let (mut desk, key) = registered(seed);
    for list in list_of(&key, "lists") {
        take_in(&mut desk, &key, seed, list);
    }
    (desk, key)
}

/// Lines of a list that pay once more what an earlier one has paid.
fn paid_again(key: &Value, file: &Value) -> Vec<u64> {
    let extra = list_of(key, "anomalies").iter().filter(|anomaly| anomaly["kind"] == "extra");
    let later = extra.flat_map(|anomaly| list_of(anomaly, "rows").iter().skip(1));
    let mut lines: Vec<u64> =
        later.filter(|row| row["file"] == *file).map(|row| row["line"].as_u64().unwrap()).collect();
    lines.sort_unstable();
    lines
}

#[test]
fn register_and_lists_ask_of_nothing_but_what_is_paid_again() {
    for seed in seeds() {
        let _ = taken_in(seed);
    }
}

/// What identifies a difference, and what is said of it.
fn told(row: &Value) -> Vec<Value> {
    let fields = [
        "person",
        "compensation",
        "period_from",
        "period_until",
        "state",
        "expected_ore",
        "paid_ore",
        "missing_ore",
    ];
    fields.iter().map(|field| row[*field].clone()).collect()
}

#[test]
fn what_is_expected_differs_from_what_was_paid_exactly_where_the_key_says() {
    for seed in seeds() {
        let (mut desk, key) = taken_in(seed);
        let report = desk.call("expectation.missing", json!({ "as_of": key["as_of"] }));
        let sorted = |rows: &[Value]| {
            let mut rows: Vec<(String, Vec<Value>)> =
                rows.iter().map(told).map(|row| (json!(row).to_string(), row)).collect();
            rows.sort_by(|a, b| a.0.cmp(&b.0));
            rows.into_iter().map(|(text, _)| text).collect::<Vec<String>>()
        };
        let found = sorted(list_of(&report, "rows"));
        let expected = sorted(list_of(&key, "anomalies"));
        let missed: Vec<&String> = expected.iter().filter(|row| !found.contains(row)).collect();
        let besides: Vec<&String> = found.iter().filter(|row| !expected.contains(row)).collect();
        assert!(
            missed.is_empty() && besides.is_empty(),
            "seed {seed}\nnot found: {missed:#?}\nfound besides: {besides:#?}"
        );
        assert_eq!(found.len(), expected.len(), "none twice");
        assert_eq!(report["missing_ore"], key["missing_ore"]);
    }
}
