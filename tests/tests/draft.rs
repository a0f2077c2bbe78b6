//! Files that are brought in as drafts: decisions settled row by row, and every imported file given
//! back as it came.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::path::{Path, PathBuf};

use acceptance::{Desk, text};
use rusqlite::Connection;
use serde_json::{Value, json};

/// The columns of a letter of decisions, as no shipped profile knows them.
const HEAD: &str = "Beslutad;Diarienr;Typ;Dossier;Gäller från;Gäller till;Kronor";

const PROFILE: &str = r#"
kind = "decisions"
name = "beslutsbrev"
version = 1

[forms]
dates = ["yyyy-mm-dd"]
amounts = { decimal_sign = ",", thousands_signs = [" "] }

[columns]
decision_date = { names = ["Beslutad"], required = true }
case_number = { names = ["Diarienr"] }
payment_code = { names = ["Typ"], required = true }
dossier_number = { names = ["Dossier"] }
period_from = { names = ["Gäller från"] }
period_until = { names = ["Gäller till"] }
amount = { names = ["Kronor"], required = true }
"#;

const ROWS: [&str; 8] = [
    "2026-10-15;B-1;GSKA;99-000011;2026-07-01;2026-09-30;9 000,00",
    "2026-10-15;B-2;GSKA;99-000029;2026-07-01;2026-09-30;nio tusen",
    "2026-10-15;B-3;GSKA;97-999999;2026-07-01;2026-09-30;9 000,00",
    "2026-10-15;B-1;GSKA;99-000011;2026-07-01;2026-09-30;9 000,00",
    "2026-10-15;B-5;GSKA;99-000037;2026-07-01;2026-09-30;8 000,00",
    "2026-12-15;B-6;GSKA;99-000045;2026-07-01;2026-09-30;7 000,00",
    "2026-10-15;B-7;GSKA;99-000045;2026-07-01;;6 000,00",
    "2026-10-15;B-8;GSKA;99-000045;2026-07-01;2026-09-30;5 000,00",
];

fn desk() -> Desk {
    let mut desk = Desk::with_register();
    desk.call("profiles.add", json!({ "toml": PROFILE }));
    desk
}

fn written(desk: &Desk, name: &str, rows: &[&str]) -> PathBuf {
    let path = desk.path(name);
    std::fs::write(&path, format!("{HEAD}\r\n{}\r\n", rows.join("\r\n"))).unwrap();
    path
}

fn workbook(desk: &Desk, name: &str, rows: &[&str]) -> PathBuf {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (line, row) in (0..).zip(std::iter::once(&HEAD).chain(rows)) {
        for (column, cell) in (0..).zip(row.split(';')) {
            sheet.write(line, column, cell).unwrap();
        }
    }
    let path = desk.path(name);
    book.save(&path).unwrap();
    path
}

fn read(desk: &mut Desk, id: &str, path: &Path) -> Value {
    desk.call("decisions.read", json!({ "id": id, "path": path }))
}

/// Line, column and code of every finding.
fn findings(desk: &mut Desk, draft: &str) -> Vec<(i64, Value, String)> {
    let mut found = Vec::new();
    let rows = desk.call("decisions.rows", json!({ "draft": draft, "filter": "open" }));
    for row in rows["rows"].as_array().unwrap() {
        let of_row = json!({ "draft": draft, "line": row["line"] });
        let row = desk.call("decisions.row", of_row);
        for finding in row["findings"].as_array().unwrap() {
            let line = finding["line"].as_i64().unwrap();
            found.push((line, finding["column"].clone(), text(&finding["code"])));
        }
    }
    found
}

fn decide(desk: &mut Desk, draft: &str, line: u32, decision: &str, fields: Value) -> Value {
    let one = json!({ "line": line, "decision": decision, "fields": fields });
    desk.call("decisions.decide", json!({ "draft": draft, "decisions": [one] }))
}

fn granted(desk: &mut Desk) -> (usize, i64) {
    let grants = desk.call("expectation.grants", json!({}));
    let count = grants["grants"].as_array().unwrap().len();
    (count, grants["amount_ore"].as_i64().unwrap())
}

#[test]
fn decisions_are_settled_row_by_row_and_taken_in_at_once() {
    let mut desk = desk();
    desk.call(
        "expectation.decide",
        json!({
            "person": "P03", "compensation": "ASYL-UTB-GRU", "period_from": "2026-07-01",
            "period_until": "2026-09-30", "decided_on": "2026-10-15", "amount_ore": 800_000,
            "source": "brev",
        }),
    );
    for path in [workbook(&desk, "beslut.xlsx", &ROWS), written(&desk, "beslut.csv", &ROWS)] {
        let draft = text(&path.extension().unwrap().to_str().unwrap().into());
        let view = read(&mut desk, &draft, &path);
        assert_eq!((&view["profile"], &view["ready"]), (&json!("beslutsbrev"), &json!(false)));
        let found = findings(&mut desk, &draft);
        let expected = [
            (3, json!(7), "amount-not-a-number"),
            (4, json!(4), "decision-person-unknown"),
            (5, json!(null), "decision-twice"),
            (6, json!(null), "decision-known"),
            (7, json!(1), "not-yet-happened"),
            (8, json!(6), "missing-value"),
        ];
        let expected = expected.map(|(line, column, code)| (line, column, code.to_owned()));
        assert_eq!(found, expected, "{draft}");
    }
    let draft = "csv";
    let commit = json!({ "draft": draft });
    assert_eq!(desk.refused("decisions.commit", commit.clone()).code, "rows-undecided");

    // A cell is corrected by its heading, and the row is judged anew.
    let fields = json!({ "Kronor": "trettio" });
    let wrong = json!({ "draft": draft, "decisions": [
        { "line": 3, "decision": "correct", "fields": fields }] });
    assert_eq!(desk.refused("decisions.decide", wrong).code, "correction-has-errors");
    decide(&mut desk, draft, 3, "correct", json!({ "Kronor": "9000,00" }));
    let row = desk.call("decisions.row", json!({ "draft": draft, "line": 3 }));
    assert_eq!((&row["row"]["state"], &row["row"]["person"]), (&json!("corrected"), &json!("P02")));
    let amount = row["fields"].as_array().unwrap().iter().find(|f| f["field"] == "amount").unwrap();
    assert_eq!(
        (&amount["written"], &amount["corrected"]),
        (&json!("nio tusen"), &json!("9000,00"))
    );

    // What is undone waits again; the double follows the row that it doubles.
    decide(&mut desk, draft, 2, "park", json!({}));
    assert!(!findings(&mut desk, draft).iter().any(|(line, _, _)| *line == 5));
    let undone = desk.call("decisions.undo", json!({ "draft": draft }));
    assert_eq!(undone["lines"], json!([2]));
    assert!(findings(&mut desk, draft).iter().any(|(line, _, _)| *line == 5));

    decide(&mut desk, draft, 4, "park", json!({}));
    for line in [5, 6] {
        decide(&mut desk, draft, line, "accept", json!({}));
    }
    decide(&mut desk, draft, 7, "correct", json!({ "decision_date": "2026-10-15" }));
    let view = decide(&mut desk, draft, 8, "correct", json!({ "period_until": "2026-09-30" }));
    assert_eq!(view["ready"], true, "{view}");
    let taken = desk.call("decisions.commit", commit.clone());
    // Rows 2, 3, 7, 8 and 9 are new; 5 doubles 2, and 6 stood before.
    assert_eq!((&taken["added"], &taken["unchanged"]), (&json!(5), &json!(2)), "{taken}");
    let new = 900_000 + 900_000 + 700_000 + 600_000 + 500_000;
    assert_eq!(granted(&mut desk), (6, 800_000 + new));
    assert_eq!(desk.refused("decisions.commit", commit).code, "draft-taken-in");
    let events = desk.call("audit.events", json!({}));
    assert_eq!(events["events"][0]["action"], "decisions.import");
    let detail: Value = serde_json::from_str(&text(&events["events"][0]["detail"])).unwrap();
    assert_eq!((&detail["added"], &detail["amount_ore"]), (&json!(5), &json!(new)));
    // The other draft of the same rows has nothing new but what it was corrected to.
    let open = desk.call("decisions.drafts", json!({}));
    assert_eq!(open["drafts"].as_array().unwrap().len(), 1);
    assert_eq!(desk.call("register.drafts", json!({}))["drafts"], json!([]));
}

#[test]
fn a_draft_is_found_under_its_own_kind_alone() {
    let mut desk = desk();
    let path = written(&desk, "beslut.csv", &ROWS);
    read(&mut desk, "beslut", &path);
    let draft = json!({ "draft": "beslut" });
    for name in ["draft", "rows", "commit", "discard"] {
        let refused = desk.refused(&format!("register.{name}"), draft.clone());
        assert_eq!(refused.code, "no-such-draft", "register.{name}");
    }
    let again = json!({ "id": "beslut", "path": path });
    assert_eq!(desk.refused("register.read", again).code, "id-taken");
    let discarded = desk.call("decisions.discard", draft);
    assert_eq!(discarded["drafts"], json!([]));
}

#[test]
fn an_unknown_layout_is_described_and_the_day_of_the_decisions_given() {
    let mut desk = Desk::with_register();
    let path = written(&desk, "beslut.csv", &ROWS[..1]);
    let request = json!({ "id": "d", "path": path, "decided_on": "2026-09-01" });
    assert_eq!(desk.refused("decisions.read", request.clone()).code, "header-not-recognised");
    // A layout without the day: every decision gets the one that is given.
    let undated =
        PROFILE.replace("decision_date = { names = [\"Beslutad\"], required = true }", "");
    let undated = undated.replace("version = 1\n", "version = 1\nignored = [\"Beslutad\"]\n");
    desk.call("profiles.add", json!({ "toml": undated }));
    let view = desk.call("decisions.read", request);
    assert_eq!(
        (&view["ready"], &view["given_day"]),
        (&json!(true), &json!("2026-09-01")),
        "{view}"
    );
    desk.call("decisions.commit", json!({ "draft": "d" }));
    let grants = desk.call("expectation.grants", json!({}));
    let grant = &grants["grants"][0];
    assert_eq!((&grant["decided_on"], &grant["source"]), (&json!("2026-09-01"), &json!("B-1")));
    // A profile of decisions holds no day of payment, and needs a period.
    let paid = PROFILE.replace("period_until = { names = [\"Gäller till\"] }", "");
    let refused = desk.refused("profiles.add", json!({ "toml": paid }));
    assert!(refused.message.contains("period_until"), "{}", refused.message);
}

#[test]
fn read_at_once_a_double_is_entered_once_and_a_waiting_draft_is_told() {
    let mut desk = desk();
    let path = written(&desk, "beslut.csv", &[ROWS[0], ROWS[2], ROWS[3]]);
    let done = desk.call("expectation.read_decisions", json!({ "path": path }));
    assert_eq!((&done["entered"], &done["known"]), (&json!(1), &json!(1)), "{done}");
    assert_eq!((&done["left_out"], &done["amount_ore"]), (&json!([3]), &json!(900_000)));
    assert_eq!(granted(&mut desk), (1, 900_000));
    let path = written(&desk, "fler.csv", &ROWS);
    read(&mut desk, "fler", &path);
    let again =
        json!({ "path": path, "decided_on": desk.call("session.status", json!({}))["today"] });
    // Read with another day it is another draft.
    let refused = desk.call("expectation.read_decisions", again);
    assert_eq!(refused["outcome"], "findings");
    let codes: Vec<&Value> =
        refused["diagnostics"].as_array().unwrap().iter().map(|one| &one["code"]).collect();
    assert_eq!(codes, ["amount-not-a-number", "not-yet-happened"]);
    assert_eq!(granted(&mut desk), (1, 900_000));
}

/// Changes the bytes of every kept file, as nobody can who comes through the program.
fn spoil(database: &Path) {
    let database = Connection::open(database).unwrap();
    let key = store::key::DatabaseKey::from_hex(acceptance::KEY).unwrap();
    store::prepare(&database, &key).unwrap();
    let mut guards = database
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?1")
        .unwrap();
    let names = guards.query_map(["original_piece"], |row| row.get(0)).unwrap();
    let names: Vec<String> = names.collect::<Result<_, _>>().unwrap();
    for guard in names {
        database.execute(&format!("DROP TRIGGER \"{guard}\""), []).unwrap();
    }
    database.execute("UPDATE original_piece SET data = x'00'", []).unwrap();
}

#[test]
fn every_imported_file_is_given_back_as_it_came() {
    let mut desk = desk();
    let decisions = written(&desk, "beslut.csv", &ROWS);
    read(&mut desk, "beslut", &decisions);
    let register = acceptance::example("register-exempel.csv");
    desk.call("register.read", json!({ "id": "krets", "path": register }));
    let list = acceptance::data(acceptance::LIST_A);
    desk.call("payments.read", json!({ "id": "lista", "path": list }));
    let out = desk.path("ut.csv");
    for (of, file, event) in [
        (json!({ "list": "lista" }), &list, "original.save"),
        (json!({ "draft": "beslut" }), &decisions, "original.save"),
        (json!({ "draft": "krets" }), &register, "original.save-register"),
    ] {
        let mut request = of;
        request["path"] = json!(out);
        let saved = desk.call("original.save", request);
        let bytes = std::fs::read(file).unwrap();
        assert_eq!(saved["bytes"], bytes.len());
        assert!(std::fs::read(&out).unwrap() == bytes, "{event}");
        let events = desk.call("audit.events", json!({}));
        assert_eq!(events["events"][0]["action"], event);
        std::fs::remove_file(&out).unwrap();
    }
    let files = desk.call("original.list", json!({}));
    let files: Vec<(String, String)> = files["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| (text(&file["kind"]), text(&file["id"])))
        .collect();
    let ids = [("payment-list", "lista"), ("register", "krets"), ("decisions", "beslut")];
    assert_eq!(files[..3], ids.map(|(kind, id)| (kind.to_owned(), id.to_owned())));
    let both = json!({ "list": "lista", "draft": "beslut", "path": out });
    assert_eq!(desk.refused("original.save", both).code, "original-not-named");
    let none = json!({ "draft": "ingen", "path": out });
    assert_eq!(desk.refused("original.save", none).code, "no-such-draft");

    // Where somebody is protected, the file is given for a reason.
    let marking = json!([{ "kind": "protection", "marking": "secrecy-marking" }]);
    desk.call("persons.enter", json!({ "person": "P01", "facts": marking }));
    let mut of_list = json!({ "list": "lista", "path": out });
    assert_eq!(desk.refused("original.save", of_list.clone()).code, "reason-missing");
    of_list["reason"] = json!("Revision");
    desk.call("original.save", of_list.clone());
    std::fs::remove_file(&out).unwrap();

    // Bytes that are no longer those that came are not given.
    desk.call("session.close", json!({}));
    spoil(&desk.path("desk.db"));
    desk.call("session.open", json!({ "path": desk.path("desk.db") }));
    assert_eq!(desk.refused("original.save", of_list).code, "database-damaged");
    assert!(!out.exists(), "nothing has left");
}

#[test]
fn a_file_without_a_day_of_decision_is_given_one() {
    let mut desk = desk();
    let path = desk.path("utan-dag.txt");
    let rows = "Utbetalningsdag\tKod\tDossiernummer\tFrån och med\tTill och med\tBelopp\n\
                2026-10-30\tGSKA\t99-000011\t2026-07-01\t2026-09-30\t900,00\n";
    std::fs::write(&path, rows).unwrap();
    let view = desk.call("decisions.read", json!({ "id": "utan", "path": path }));
    assert_eq!((&view["lacks_day"], &view["given_day"]), (&json!(true), &Value::Null));
    let give = |desk: &mut Desk, draft: &str, day: &str| {
        desk.answer("decisions.give_day", json!({ "draft": draft, "day": day }))
            .map_err(|fault| fault.code)
    };
    assert_eq!(give(&mut desk, "utan", "2027-10-15"), Err("day-not-come".into()));
    assert_eq!(give(&mut desk, "utan", "i går"), Err("day-wrong".into()));
    let view = give(&mut desk, "utan", "2026-10-15").unwrap();
    assert_eq!(view["given_day"], "2026-10-15");
    desk.call("decisions.commit", json!({ "draft": "utan" }));
    let grants = desk.call("expectation.grants", json!({}));
    assert_eq!(grants["grants"][0]["decided_on"], "2026-10-15", "{grants}");
    assert_eq!(give(&mut desk, "utan", "2026-10-16"), Err("draft-taken-in".into()));

    // A file that says it is not overruled.
    let path = written(&desk, "beslut.csv", &ROWS);
    assert_eq!(read(&mut desk, "med", &path)["lacks_day"], false);
    assert_eq!(give(&mut desk, "med", "2026-10-15"), Err("day-in-file".into()));
}
