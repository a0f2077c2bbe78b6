//! Bringing the register in and out: a district's old spreadsheet with fifty faults, every one
//! listed; the whole register out and in again; persons that a payment list proposes.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use acceptance::{Desk, text};
use proptest::prelude::*;
use rusqlite::Connection;
use serde_json::{Value, json};

/// The spreadsheet's columns, in order.
const COLUMNS: [&str; 21] = [
    "Id",
    "Dossiernr",
    "Personnr",
    "Namn",
    "Född",
    "Ansvar",
    "Nämnd",
    "Nämnd från",
    "Mottagen",
    "Grund",
    "Lagrum",
    "Tillstånd från",
    "Tillstånd till",
    "Beslut",
    "Folkbokförd från",
    "Boende",
    "Boende från",
    "Känt sedan",
    "Ansvar 2",
    "Ansvar 2 från",
    "Förälder",
];

/// One fault: which cells a row gets, and what must be found, in which column.
struct Fault {
    cells: &'static [(&'static str, &'static str)],
    code: &'static str,
    column: &'static str,
}

const fn fault(
    cells: &'static [(&'static str, &'static str)],
    code: &'static str,
    column: &'static str,
) -> Fault {
    Fault { cells, code, column }
}

/// The answer key: twenty-three faults of cells, each twice; two kinds of broken rows, each twice,
/// are added to them.
const KEY: [Fault; 23] = [
    fault(&[("Född", "2010-02-30")], "date-impossible", "Född"),
    fault(&[("Född", "10/2-2010")], "date-form", "Född"),
    fault(&[("Född", "2031-01-01")], "birth-date-impossible", "Född"),
    fault(&[("Personnr", "20170101-2394")], "check-digit", "Personnr"),
    fault(&[("Dossiernr", "0000136")], "leading-zero-lost", "Dossiernr"),
    fault(&[("Dossiernr", "99-1000x1")], "dossier-number-form", "Dossiernr"),
    fault(&[("Id", "")], "missing-value", "Id"),
    fault(&[("Tillstånd från", "1950-01-01")], "before-birth", "Tillstånd från"),
    fault(&[("Folkbokförd från", "2024-02-01")], "before-reception", "Folkbokförd från"),
    fault(&[("Grund", "Turist")], "value-not-known", "Grund"),
    fault(&[("Boende", "Slott")], "value-not-known", "Boende"),
    fault(&[("Tillstånd till", "2023-12-31")], "period-reversed", "Tillstånd till"),
    fault(&[("Ansvar", "9999"), ("Nämnd", "")], "unknown-board", "Ansvar"),
    fault(&[("Mottagen", "2024-13-01")], "date-impossible", "Mottagen"),
    fault(&[("Mottagen", "2027-05-01"), ("Folkbokförd från", "")], "not-yet-happened", "Mottagen"),
    fault(&[("Id", "D0001")], "duplicate-person", "Id"),
    fault(&[("Dossiernr", "99-100001")], "duplicate-person", "Dossiernr"),
    fault(&[("Dossiernr", "99-000078")], "number-of-other", "Dossiernr"),
    fault(&[("Förälder", "D9999999")], "unknown-person", "Förälder"),
    fault(
        &[
            ("Ansvar", "7110"),
            ("Nämnd", "Exempel stadsdelsnämnd A"),
            ("Nämnd från", "2025-01-01"),
            ("Ansvar 2", "7120"),
            ("Ansvar 2 från", "2025-01-01"),
        ],
        "facts-at-the-same-time",
        "Ansvar 2 från",
    ),
    fault(&[("Namn", "Müller-Test, Golf"), ("Född", "1990-01-01")], "name-and-birth-known", "Namn"),
    fault(
        &[("Namn", "Distrikt, Person 2"), ("Född", "1980-01-03")],
        "name-and-birth-twice",
        "Namn",
    ),
    fault(&[("Namn", "=1+1, Alfa")], "formula-text", "Namn"),
];

/// What must be found: line, column (none for a whole row), code.
type Expected = Vec<(u32, Option<String>, String)>;

/// A spreadsheet of `persons` rows, and what must be found in it.
struct Sheet {
    rows: Vec<BTreeMap<&'static str, String>>,
    /// Texts of whole rows that are broken, by row.
    broken: BTreeMap<usize, String>,
    expected: Expected,
}

fn person(number: usize) -> BTreeMap<&'static str, String> {
    let boards = [
        ("7110", "Exempel stadsdelsnämnd A"),
        ("7120", "Exempel stadsdelsnämnd B"),
        ("7130", "Exempel stadsdelsnämnd C"),
    ];
    let (centre, board) = boards[number % 3];
    let born = 1980 + number / 300 % 25;
    let (month, day) = (1 + number / 28 % 12, 1 + number % 28);
    [
        ("Id", format!("D{number:04}")),
        ("Dossiernr", format!("99-{:06}", 100_000 + number)),
        ("Namn", format!("Distrikt, Person {number}")),
        ("Född", format!("{born}-{month:02}-{day:02}")),
        ("Ansvar", centre.to_owned()),
        ("Nämnd", board.to_owned()),
        ("Mottagen", "2024-03-01".to_owned()),
        ("Grund", if number.is_multiple_of(2) { "UT" } else { "Asyl" }.to_owned()),
        ("Tillstånd från", "15.01.2024".to_owned()),
        ("Tillstånd till", "2027-01-14".to_owned()),
        ("Beslut", "2024-01-10".to_owned()),
        ("Folkbokförd från", "2024-04-01".to_owned()),
        ("Boende", "EBO".to_owned()),
        ("Boende från", "2024-03-01".to_owned()),
        ("Känt sedan", "2024-03-05".to_owned()),
        ("Förälder", if number.is_multiple_of(5) { "D0001" } else { "" }.to_owned()),
    ]
    .into_iter()
    .collect()
}

impl Sheet {
    fn clean(persons: usize) -> Sheet {
        let rows = (1..=persons).map(person).collect();
        Sheet { rows, broken: BTreeMap::new(), expected: Vec::new() }
    }

    /// With the faults of the key, the first from the tenth row on, spread over the sheet.
    fn with_faults(persons: usize, broken_rows: bool) -> Sheet {
        let mut sheet = Sheet::clean(persons);
        let step = (persons - 20) / 50;
        let mut at = (10..).step_by(step);
        for fault in KEY.iter().chain(&KEY) {
            let row = at.next().unwrap();
            for (column, cell) in fault.cells {
                sheet.rows[row].insert(column, (*cell).to_owned());
            }
            // The second of two may not be a namesake of the first.
            let again = sheet.expected.iter().any(|(_, _, code)| code == fault.code);
            let other: &[(&str, &str)] = match fault.code {
                "number-of-other" => &[("Dossiernr", "99-000086")],
                "name-and-birth-known" => &[("Namn", "Núñez-Test, Hotel"), ("Född", "2000-02-29")],
                "name-and-birth-twice" => &[("Namn", "Distrikt, Person 3"), ("Född", "1980-01-04")],
                "formula-text" => &[("Namn", "=1+1, Bravo")],
                _ => &[],
            };
            for (column, cell) in other.iter().filter(|_| again) {
                sheet.rows[row].insert(column, (*cell).to_owned());
            }
            let line = u32::try_from(row + 2).unwrap();
            sheet.expected.push((line, Some(fault.column.to_owned()), fault.code.to_owned()));
        }
        if broken_rows {
            let wholes =
                [("D;99-100999;;Kort, Rad", "too-few-fields"), ("D;\"99;;;", "unclosed-quote")];
            for (whole, code) in wholes.iter().chain(&wholes) {
                let row = at.next().unwrap();
                sheet.broken.insert(row, (*whole).to_owned());
                sheet.expected.push((u32::try_from(row + 2).unwrap(), None, (*code).to_owned()));
            }
        }
        sheet.expected.sort();
        sheet
    }

    fn cells(&self, row: usize) -> impl Iterator<Item = &str> {
        COLUMNS.iter().map(move |column| self.rows[row].get(column).map_or("", String::as_str))
    }

    fn csv(&self, separator: char) -> String {
        let line = |cells: Vec<String>| {
            let quoted = cells.into_iter().map(|cell| match cell.contains(separator) {
                true => format!("\"{cell}\""),
                false => cell,
            });
            quoted.collect::<Vec<_>>().join(&separator.to_string())
        };
        let mut file = line(COLUMNS.map(str::to_owned).to_vec()) + "\r\n";
        for row in 0..self.rows.len() {
            match self.broken.get(&row) {
                Some(whole) => writeln!(file, "{whole}\r").unwrap(),
                None => {
                    let cells = self.cells(row).map(str::to_owned).collect();
                    writeln!(file, "{}\r", line(cells)).unwrap();
                }
            }
        }
        file
    }

    fn write(&self, desk: &Desk, name: &str) -> PathBuf {
        let path = desk.path(name);
        std::fs::write(&path, self.csv(';')).unwrap();
        path
    }
}

fn with_profile(mut desk: Desk) -> Desk {
    let profile = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/register/distrikt.toml");
    let toml = std::fs::read_to_string(profile).unwrap();
    let added = desk.call("profiles.add", json!({ "toml": toml }));
    assert_eq!(added["outcome"], "done", "{added}");
    desk
}

fn found(diagnostics: &Value) -> Expected {
    let each = diagnostics.as_array().unwrap().iter().map(|one| {
        let column = one["column_name"].as_str().map(str::to_owned);
        (u32::try_from(one["line"].as_u64().unwrap()).unwrap(), column, text(&one["code"]))
    });
    let mut found: Expected = each.collect();
    found.sort();
    found
}

fn import(desk: &mut Desk, path: &Path, with: Value) -> Value {
    let mut request = json!({ "path": path });
    request.as_object_mut().unwrap().extend(with.as_object().unwrap().clone());
    desk.call("register.import", request)
}

/// Everybody's known facts without what differs from import to import, by Person-id.
fn register(desk: &mut Desk) -> BTreeMap<String, Vec<String>> {
    let mut register = BTreeMap::new();
    for page in 0.. {
        let found = desk.call("persons.find", json!({ "text": "", "shown": { "page": page } }));
        let persons = found["persons"].as_array().unwrap().clone();
        if persons.is_empty() {
            break;
        }
        for person in persons {
            let id = text(&person["person"]);
            let document = desk.call("persons.facts", json!({ "person": id }));
            let facts = document["facts"].as_array().unwrap().iter().map(|fact| {
                let mut fact = fact.as_object().unwrap().clone();
                for field in ["id", "entered_by", "corrects", "according_to_import"] {
                    fact.remove(field);
                }
                json!(fact).to_string()
            });
            let mut facts: Vec<String> = facts.collect();
            facts.sort();
            register.insert(id, facts);
        }
    }
    register
}

#[test]
fn five_thousand_persons_with_fifty_faults_are_all_listed() {
    let mut desk = with_profile(Desk::with_register());
    let sheet = Sheet::with_faults(5_000, true);
    assert_eq!(sheet.expected.len(), 50);
    let path = sheet.write(&desk, "distrikt.csv");
    let draft = desk.call("register.read", json!({ "path": path }));
    let id = text(&draft["draft"]);
    let mut listed = Vec::new();
    for page in 0.. {
        let request = json!({ "draft": id, "filter": "open", "shown": { "page": page } });
        let rows = desk.call("register.rows", request);
        let rows = rows["rows"].as_array().unwrap().clone();
        if rows.is_empty() {
            break;
        }
        for row in rows {
            let detail = desk.call("register.row", json!({ "draft": id, "line": row["line"] }));
            listed.extend(found(&detail["findings"]));
        }
    }
    listed.sort();
    assert_eq!(listed, sheet.expected);
    assert_eq!(draft["rows"]["all"], 5_000);
    assert_eq!(draft["rows"]["clean"], 4_950);
    assert_eq!(draft["ready"], false);
    // Nothing is in the register before it is taken in.
    let refused = desk.refused("register.commit", json!({ "draft": id }));
    assert_eq!(refused.code, "rows-undecided");
    let before = desk.call("persons.find", json!({ "text": "" }));
    assert_eq!(before["total"], 19);
    let report = desk.path("ej-intagna.csv");
    let request = json!({ "park_faulty": true, "report": report });
    let done = import(&mut desk, &path, request);
    // The formula texts are accepted as they are; the other forty-eight are parked.
    assert_eq!(done["outcome"], "done", "{done}");
    assert_eq!(done["draft"], json!(id));
    assert_eq!(done["parked"], 48);
    assert_eq!(done["persons_added"], 4_952);
    assert_eq!(found(&done["diagnostics"]), sheet.expected);
    let report = std::fs::read_to_string(report).unwrap();
    assert_eq!(report.lines().count(), 49);
    assert!(report.contains("Rätta till något av: Asyl, Massflykt, UT."), "{report}");
}

#[test]
fn what_is_corrected_is_taken_in_as_corrected_and_the_original_stays() {
    let mut desk = with_profile(Desk::with_register());
    let sheet = Sheet::with_faults(300, true);
    let path = sheet.write(&desk, "distrikt.csv");
    let draft = desk.call("register.read", json!({ "path": path, "id": "utkast-1" }));
    assert_eq!(draft["draft"], "utkast-1");
    let line_of = |code: &str| {
        sheet.expected.iter().find(|(_, _, found)| found == code).map(|(line, _, _)| *line).unwrap()
    };
    let line = line_of("before-birth");
    let correct =
        |fields: Value| json!([{ "line": line, "decision": "correct", "fields": fields }]);
    let decide = |decisions: Value| json!({ "draft": "utkast-1", "decisions": decisions });
    let wrong = correct(json!({ "legal-ground.valid_from": "1950-02-01" }));
    let refused = desk.refused("register.decide", decide(wrong));
    assert_eq!(refused.code, "correction-has-errors");
    let unknown = correct(json!({ "legal-ground.colour": "red" }));
    let unknown = desk.refused("register.decide", decide(unknown));
    assert_eq!(unknown.code, "unknown-field");
    // The names there are stand in the answer, and headings of the file are as good.
    for name in ["Ansvar (cost_centre)", "(legal-ground.valid_from)"] {
        assert!(unknown.message.contains(name), "{}", unknown.message);
    }
    desk.call("register.decide", decide(correct(json!({ "tillstånd  från": "2024-02-01" }))));
    let row = desk.call("register.row", json!({ "draft": "utkast-1", "line": line }));
    assert_eq!(row["row"]["state"], "corrected");
    let fields = row["fields"].as_array().unwrap();
    let field = fields.iter().find(|field| field["label"] == "Tillstånd från").unwrap();
    assert_eq!(
        json!([field["written"], field["meant"], field["corrected"]]),
        json!(["1950-01-01", "2024-02-01", "2024-02-01"])
    );
    let ground = fields.iter().find(|field| field["field"] == "legal-ground.ground").unwrap();
    assert!(["Uppehållstillstånd", "Asylsökande"].contains(&text(&ground["meant_text"]).as_str()));
    desk.call("register.undo", json!({ "draft": "utkast-1" }));
    let row = desk.call("register.row", json!({ "draft": "utkast-1", "line": line }));
    assert_eq!(row["row"]["state"], "open");
    assert_eq!(row["findings"][0]["code"], "before-birth");
    desk.call(
        "register.decide",
        decide(correct(json!({ "legal-ground.valid_from": "2024-02-01" }))),
    );
    let namesake = line_of("name-and-birth-known");
    desk.call("register.decide", decide(json!([{ "line": namesake, "decision": "accept" }])));
    let error = line_of("check-digit");
    let accept =
        desk.refused("register.decide", decide(json!([{ "line": error, "decision": "accept" }])));
    assert_eq!(accept.code, "errors-not-acceptable");
    // Parking the first of two with one number leaves the second free.
    let twice = line_of("duplicate-person");
    desk.call("register.decide", decide(json!([{ "line": 2, "decision": "park" }])));
    let row = desk.call("register.row", json!({ "draft": "utkast-1", "line": twice }));
    assert_ne!(row["row"]["state"], "open", "{row}");
    desk.call("register.undo", json!({ "draft": "utkast-1", "line": 2 }));
    let row = desk.call("register.row", json!({ "draft": "utkast-1", "line": twice }));
    assert_eq!(row["row"]["state"], "open");
    // What was decided about many at once is undone at once.
    let many = json!([{ "line": 3, "decision": "park" }, { "line": 2, "decision": "park" }]);
    desk.call("register.decide", decide(many));
    let undone = desk.call("register.undo", json!({ "draft": "utkast-1" }));
    assert_eq!(undone["lines"], json!([2, 3]));
    let done = import(&mut desk, &path, json!({ "id": "utkast-1", "park_faulty": true }));
    assert_eq!((&done["outcome"], &done["parked"]), (&json!("done"), &json!(46)));
    assert_eq!(done["persons_added"], 254);
    let again = desk.refused("register.commit", json!({ "draft": "utkast-1" }));
    assert_eq!(again.code, "draft-taken-in");
}

#[test]
fn importing_again_updates_and_says_what_changed() {
    let mut desk = with_profile(Desk::new());
    let mut sheet = Sheet::clean(200);
    let path = sheet.write(&desk, "distrikt.csv");
    let first = import(&mut desk, &path, json!({}));
    assert_eq!(first["persons_added"], 200, "{first}");
    let count = |done: &Value| {
        ["persons_added", "persons_changed", "persons_unchanged"]
            .map(|field| done[field].as_u64().unwrap())
    };
    let again = import(&mut desk, &path, json!({}));
    assert_eq!(count(&again), [0, 0, 200], "{again}");
    sheet.rows[6].insert("Boende", "Anvisad".to_owned());
    sheet.rows[7].insert("Ansvar 2", "7110".to_owned());
    sheet.rows[7].insert("Ansvar 2 från", "2026-05-01".to_owned());
    sheet.rows.push(person(201));
    let path = sheet.write(&desk, "distrikt-2.csv");
    let changed = import(&mut desk, &path, json!({}));
    assert_eq!(count(&changed), [1, 2, 198], "{changed}");
    let facts = register(&mut desk);
    let has = |id: &str, part: &str| facts[id].iter().any(|fact| fact.contains(part));
    assert!(has("D0007", "\"form\":\"assigned\"") && !has("D0007", "\"form\":\"own\""));
    let board =
        r#""cost_centre":"7130","district":null,"valid_from":null,"valid_until":"2026-04-30""#;
    assert!(has("D0008", board), "{:?}", facts["D0008"]);
    let again = import(&mut desk, &path, json!({}));
    assert_eq!(count(&again), [0, 0, 201], "{again}");
}

#[test]
fn every_separator_and_a_workbook_give_the_same_register() {
    let sheet = Sheet::with_faults(200, false);
    let mut registers = Vec::new();
    for file in ["semikolon.csv", "tab.txt", "komma.csv", "windows-1252.csv", "blad.xlsx"] {
        let mut desk = with_profile(Desk::with_register());
        let path = desk.path(file);
        match file {
            "tab.txt" => std::fs::write(&path, sheet.csv('\t')).unwrap(),
            "komma.csv" => std::fs::write(&path, sheet.csv(',')).unwrap(),
            "windows-1252.csv" => {
                let bytes: Vec<u8> =
                    sheet.csv(';').chars().map(|letter| u8::try_from(letter).unwrap()).collect();
                std::fs::write(&path, bytes).unwrap();
            }
            "blad.xlsx" => {
                let mut book = rust_xlsxwriter::Workbook::new();
                let page = book.add_worksheet();
                for (column, name) in (0..).zip(COLUMNS) {
                    page.write_string(0, column, name).unwrap();
                }
                for row in 0..sheet.rows.len() {
                    for (column, cell) in (0..).zip(sheet.cells(row)) {
                        let row = u32::try_from(row + 1).unwrap();
                        page.write_string(row, column, cell).unwrap();
                    }
                }
                book.save(&path).unwrap();
            }
            _ => std::fs::write(&path, sheet.csv(';')).unwrap(),
        }
        let done = import(&mut desk, &path, json!({ "park_faulty": true }));
        assert_eq!(found(&done["diagnostics"]), sheet.expected, "{file}");
        registers.push(register(&mut desk));
    }
    for other in &registers[1..] {
        assert_eq!(*other, registers[0]);
    }
}

#[test]
fn whom_the_file_protects_is_hidden_before_the_register_has_it() {
    let mut desk = Desk::new();
    let path = desk.path("skydd.csv");
    let rows = "Person-id;Slag;Slag av skydd;Efternamn;Förnamn\r\n\
                S1;protection;secrecy-marking;;\r\nS1;name;;Hemlig;Person\r\n";
    std::fs::write(&path, rows).unwrap();
    let draft = desk.call("register.read", json!({ "path": path, "profile": "uppgifter" }));
    let row = |line: u32, reason: Value| json!({ "draft": draft["draft"], "line": line, "reason": reason });
    for line in [2, 3] {
        let shown = desk.call("register.row", row(line, json!(null))).to_string();
        assert!(!shown.contains("Hemlig"), "{shown}");
    }
    let rows = desk.call("register.rows", json!({ "draft": draft["draft"] })).to_string();
    assert!(!rows.contains("Hemlig"), "{rows}");
    let opened = desk.call("register.row", row(3, json!("rättar namnet"))).to_string();
    assert!(opened.contains("Hemlig"));
    let events = desk.call("audit.events", json!({})).to_string();
    assert!(events.contains("person.open-protected"), "{events}");
}

/// A register with corrections, facts that gave way, and a fact taken back.
fn lived_in() -> Desk {
    let mut desk = with_profile(Desk::with_register());
    let path = Sheet::clean(60).write(&desk, "distrikt.csv");
    import(&mut desk, &path, json!({}));
    desk.on("2026-11-10");
    let board = json!([{
        "kind": "responsible-board", "cost_centre": "7120", "valid_from": "2026-03-01",
        "valid_until": "2026-03-31", "source": "=Flytt; \"snart\"",
    }]);
    desk.call("persons.enter", json!({ "person": "P07", "facts": board }));
    desk.on("2026-11-12");
    let facts = desk.call("persons.facts", json!({ "person": "D0003" }));
    let facts = facts["facts"].as_array().unwrap().clone();
    let housing = facts.iter().find(|fact| fact["kind"] == "housing").unwrap();
    let end =
        json!({ "person": "D0003", "fact": housing["id"], "last_day": null, "source": "fel" });
    desk.call("persons.end", end);
    let guardian = json!([{
        "kind": "guardian", "specially_appointed": true, "foster_home": false,
        "valid_from": "2026-01-01",
    }]);
    desk.call("persons.enter", json!({ "person": "D0004", "facts": guardian }));
    desk
}

#[test]
fn the_whole_register_goes_out_and_comes_in_again() {
    let mut desk = lived_in();
    let folder = desk.path("ut");
    let done = desk.call("register.export", json!({ "folder": folder }));
    assert_eq!(done["persons"], 79);
    assert_eq!(done["files"].as_array().unwrap().len(), 3);
    let before = register(&mut desk);
    let mut fresh = Desk::new();
    fresh.on("2026-11-20");
    let taken = import(&mut fresh, &folder.join("uppgifter.csv"), json!({}));
    assert_eq!(taken["persons_added"], 79, "{taken}");
    assert_eq!(register(&mut fresh), before);
    // What was known before the corrections is known in the copy as well.
    for (person, day) in [("P07", "2026-11-09"), ("D0003", "2026-11-11")] {
        let known = |desk: &mut Desk| {
            let request = json!({ "person": person, "day": day });
            let known = desk.call("persons.as_known", request);
            let titles = known["facts"].as_array().unwrap().iter();
            titles.map(|fact| (text(&fact["kind"]), text(&fact["title"]))).collect::<Vec<_>>()
        };
        assert_eq!(known(&mut fresh), known(&mut desk), "{person}");
    }
    let file = fresh.path("en-fil.csv");
    let alone = fresh.call("register.export", json!({ "folder": file }));
    assert_eq!(alone["files"].as_array().unwrap().len(), 1);
    let again = import(&mut fresh, &file, json!({}));
    assert_eq!(again["persons_unchanged"], 79, "{again}");
    // The table of persons is a register too, and brings the labels.
    let labels = import(&mut fresh, &folder.join("personer.csv"), json!({}));
    assert_eq!(labels["persons_changed"], 19, "{labels}");
    let guide = std::fs::read_to_string(folder.join("kolumner.md")).unwrap();
    for file in ["personer.csv", "uppgifter.csv"] {
        let table = std::fs::read_to_string(folder.join(file)).unwrap();
        let header = table.lines().next().unwrap().trim_start_matches('\u{FEFF}');
        for title in header.split(';') {
            assert!(guide.contains(&format!("| {title} |")), "{title} is not described");
        }
    }
}

#[test]
fn a_protected_person_stops_the_export_or_has_nothing_written() {
    let mut desk = lived_in();
    let protection = json!([{ "kind": "protection", "marking": "secrecy-marking" }]);
    desk.call("persons.enter", json!({ "person": "P07", "facts": protection }));
    let folder = desk.path("ut");
    let refused = desk.refused("register.export", json!({ "folder": folder }));
    assert_eq!(refused.code, "export-protected");
    assert!(refused.message.contains('1') && !refused.message.contains("P07"));
    assert!(!folder.join("personer.csv").exists());
    let done = desk.call("register.export", json!({ "folder": folder, "pseudonymise": true }));
    assert_eq!(done["pseudonymised"], 1);
    for file in ["personer.csv", "uppgifter.csv", "kolumner.md"] {
        let table = std::fs::read_to_string(folder.join(file)).unwrap();
        for secret in ["Müller", "Golf", "99000078", "199001012385", "1990-01-01", "Flytt"] {
            assert!(!table.contains(secret), "{secret} stands in {file}");
        }
        assert_eq!(table.contains("P07"), file != "kolumner.md", "{file}");
    }
}

#[test]
fn rows_about_protected_persons_are_hidden_until_a_reason_is_given() {
    let mut desk = Desk::with_register();
    let protection = json!([{ "kind": "protection", "marking": "secrecy-marking" }]);
    desk.call("persons.enter", json!({ "person": "P07", "facts": protection }));
    let path = acceptance::example("register-exempel.csv");
    let draft = desk.call("register.read", json!({ "path": path }));
    let rows = desk.call("register.rows", json!({ "draft": draft["draft"] }));
    let row = desk.call("register.row", json!({ "draft": draft["draft"], "line": 8 }));
    for answer in [&rows, &row] {
        let answer = answer.to_string();
        assert!(answer.contains("P07"));
        for secret in ["Müller", "Golf", "99000078", "99-000078", "199001012385"] {
            assert!(!answer.contains(secret), "{secret}");
        }
    }
    let report = desk.path("rapport.csv");
    let park = json!({ "draft": draft["draft"], "decisions": [{ "line": 8, "decision": "park" }] });
    desk.call("register.decide", park);
    desk.call("register.report", json!({ "draft": draft["draft"], "path": report }));
    assert!(!std::fs::read_to_string(report).unwrap().contains("Müller"));
    let request = json!({ "draft": draft["draft"], "line": 8, "person": "P07" });
    assert!(!desk.call("register.row", request.clone()).to_string().contains("Müller"));
    desk.call("persons.open", json!({ "person": "P07", "reason": "rättar raden" }));
    let opened = desk.call("register.row", request);
    assert!(opened.to_string().contains("Müller"), "{opened}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    /// The order of the rows does not matter, whether of persons or of single facts.
    #[test]
    fn shuffled_rows_give_the_same_register(seed in any::<u64>()) {
        let mut desk = lived_in();
        let folder = desk.path("ut");
        desk.call("register.export", json!({ "folder": folder }));
        let before = register(&mut desk);
        let table = std::fs::read_to_string(folder.join("uppgifter.csv")).unwrap();
        let (header, rows) = table.split_once("\r\n").unwrap();
        let mut rows: Vec<&str> = rows.split_terminator("\r\n").collect();
        let mut state = seed | 1;
        for last in (1..rows.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            rows.swap(last, usize::try_from(state >> 33).unwrap() % (last + 1));
        }
        let mut fresh = Desk::new();
        fresh.on("2026-11-20");
        let path = fresh.path("blandad.csv");
        std::fs::write(&path, format!("{header}\r\n{}\r\n", rows.join("\r\n"))).unwrap();
        let taken = import(&mut fresh, &path, json!({}));
        prop_assert_eq!(&taken["outcome"], "done", "{}", taken);
        prop_assert_eq!(register(&mut fresh), before);
    }
}

#[test]
fn what_a_register_was_when_it_was_taken_in_stays() {
    let mut desk = with_profile(Desk::with_register());
    let path = Sheet::with_faults(120, false).write(&desk, "distrikt.csv");
    import(&mut desk, &path, json!({ "park_faulty": true }));
    desk.call("session.close", json!({}));
    let database = Connection::open(desk.path("desk.db")).unwrap();
    store::prepare(&database, &store::key::DatabaseKey::from_hex(acceptance::KEY).unwrap())
        .unwrap();
    for change in [
        "UPDATE draft SET rows = 1 WHERE state = 'committed'",
        "DELETE FROM draft",
        "UPDATE draft_row SET written = ''",
        "DELETE FROM draft_row",
        "UPDATE draft_finding SET line = 1",
        "DELETE FROM draft_finding",
        "UPDATE draft_decision SET kind = 'accept'",
        "DELETE FROM draft_decision",
        "DELETE FROM original_piece",
        "DELETE FROM original_file",
    ] {
        let refused = database.execute(change, []).unwrap_err().to_string();
        assert!(
            refused.contains("kept: ") || refused.contains("append-only: "),
            "{change}: {refused}"
        );
    }
}

#[test]
fn persons_are_proposed_from_a_payment_list() {
    let mut desk = Desk::new();
    let done =
        desk.import(&acceptance::data(acceptance::LIST_A), json!({ "bank_ore": 90_925_010 }));
    let list = text(&done["list"]);
    let proposed = desk.call("register.proposals", json!({ "list": list }));
    let persons = proposed["persons"].as_array().unwrap().clone();
    assert!(persons.len() > 10, "{proposed}");
    let several = persons.iter().find(|one| one["lines"].as_array().unwrap().len() > 1).unwrap();
    let lines = several["lines"].as_array().unwrap();
    let request = json!({ "list": list, "lines": [lines[1]] });
    let taken = desk.call("register.take_proposals", request.clone());
    assert_eq!(taken["persons"].as_array().unwrap().len(), 1);
    assert_eq!(taken["matched"], lines.len());
    assert_eq!(desk.refused("register.take_proposals", request).code, "nothing-proposed");
    let view = desk.call("persons.view", json!({ "person": taken["persons"][0] }));
    assert!(view.to_string().contains(&text(&several["dossier_number"])));
    let left = desk.call("register.proposals", json!({ "list": list }));
    assert_eq!(left["persons"].as_array().unwrap().len(), persons.len() - 1);
    let all: Vec<&Value> =
        left["persons"].as_array().unwrap().iter().map(|one| &one["lines"][0]).collect();
    desk.call("register.take_proposals", json!({ "list": list, "lines": all }));
    let matched = desk.call("match.run", json!({ "list": list }));
    let left = desk.call("register.proposals", json!({ "list": list }));
    assert_eq!(left["persons"], json!([]), "{matched}");
}

#[test]
fn proposed_persons_come_with_what_the_list_knows_and_a_board_for_all() {
    let mut desk = Desk::new();
    desk.call("boards.put", json!({ "cost_centre": "7110", "name": "Nämnden i norr" }));
    let rows = acceptance::LIST_HEAD.to_owned()
        + "2026-10-30\tXINI6\t99-000011\tTestsson\tEtt\t2026-09-10\t2026-09-10\t20521,00\n"
        + "2026-10-30\tXINI6\t99-000060\tTestsson\tTvå\t2026-09-12\t2026-09-12\t20521,00\n";
    let read = json!({ "id": "lista", "name": "x", "text": rows, "bank_ore": 4_104_200 });
    desk.call("payments.import", read);
    desk.call("match.run", json!({ "list": "lista" }));
    let proposed = desk.call("register.proposals", json!({ "list": "lista" }));
    assert_eq!(
        proposed["persons"][0]["told"],
        json!(["uppehållstillstånd från 2026-09-10", "mottagen 2026-09-10"]),
        "{proposed}"
    );
    let take = |confirmed: Value| {
        json!({ "list": "lista", "lines": [2, 3], "cost_centre": "7110", "with_facts": true,
                "board_from": "2026-09-12", "confirmed": confirmed })
    };
    let mut wrong = take(json!([]));
    wrong["cost_centre"] = json!("0");
    let refused = desk.refused("register.take_proposals", wrong);
    assert_eq!(refused.place.unwrap().field.as_deref(), Some("cost_centre"));
    // Somebody of the same name is there: it is asked whether it is another.
    let namesake = json!({ "person": "X", "family_name": "Testsson", "given_name": "Två" });
    desk.call("persons.add", namesake);
    let refused = desk.refused("register.take_proposals", take(json!([])));
    assert_eq!(refused.code, "person-may-be-there");
    assert_eq!(refused.place.unwrap().field.as_deref(), Some("lines[1]"));
    let taken = desk.call("register.take_proposals", take(json!([3])));
    assert_eq!(taken["matched"], 2);
    let view = desk.call("persons.view", json!({ "person": taken["persons"][0] }));
    let kinds: Vec<&Value> =
        view["facts"].as_array().unwrap().iter().map(|fact| &fact["kind"]).collect();
    for kind in ["legal-ground", "reception", "responsible-board"] {
        assert!(kinds.contains(&&json!(kind)), "{kind}: {view}");
    }
}
