//! Ways round the door: what would show, move or let in a protected person by another road.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::path::PathBuf;

use acceptance::{Desk, text};
use serde_json::{Value, json};

/// The columns of the profile `register`.
const HEAD: &str = "Person-id;Personnummer;Dossiernummer;Efternamn;Förnamn;Födelsedatum;Ansvar";

/// A district's list without Person-id: whom a row is about is told by its number.
const BY_NUMBER: &str = r#"
kind = "register"
name = "nummer"
version = 1
description = "Utan Person-id"

[forms]
dates = ["yyyy-mm-dd"]
amounts = { decimal_sign = "," }

[columns]
dossier_number = { names = ["Dossiernr"], required = true }
family_name = { names = ["Efternamn"], required = true }
given_name = { names = ["Förnamn"] }
birth_date = { names = ["Född"] }
"#;

const SECRET: [&str; 4] = ["Alitest", "Mohatest", "99555555", "99-555555"];

/// A register with M1, protected to the end of the year: "Alitest, Mohatest", born 1991-01-01.
fn desk() -> Desk {
    let mut desk = Desk::with_register();
    add(&mut desk, "M1", "Alitest", "Mohatest", "99-555555");
    protect(&mut desk, "M1", json!("2026-12-31"));
    desk
}

fn add(desk: &mut Desk, id: &str, family: &str, given: &str, dossier: &str) {
    let person = json!({
        "person": id, "family_name": family, "given_name": given, "birth_date": "1991-01-01",
        "dossier_number": dossier, "cost_centre": "7120",
    });
    desk.call("persons.add", person);
}

fn protect(desk: &mut Desk, id: &str, until: Value) {
    let marking =
        json!({ "kind": "protection", "marking": "secrecy-marking", "valid_until": until });
    desk.call("persons.enter", json!({ "person": id, "facts": [marking] }));
}

fn open(desk: &mut Desk, id: &str) -> Value {
    desk.call("persons.open", json!({ "person": id, "reason": "ser efter" }))
}

fn file(desk: &Desk, name: &str, rows: &[&str]) -> PathBuf {
    let path = desk.path(name);
    std::fs::write(&path, rows.join("\r\n") + "\r\n").unwrap();
    path
}

fn import(desk: &mut Desk, path: &PathBuf, with: Value) -> Value {
    let mut request = json!({ "path": path });
    request.as_object_mut().unwrap().extend(with.as_object().unwrap().clone());
    desk.call("register.import", request)
}

fn codes(diagnostics: &Value) -> Vec<(u64, String)> {
    let each = diagnostics.as_array().unwrap().iter();
    each.map(|one| (one["line"].as_u64().unwrap(), text(&one["code"]))).collect()
}

fn is_protected(desk: &mut Desk, id: &str) -> bool {
    desk.call("persons.view", json!({ "person": id }))["brief"]["protected"] == true
}

fn tells(what: &str) -> Option<&'static str> {
    SECRET.into_iter().find(|secret| what.contains(secret))
}

#[test]
fn the_business_date_opens_nobody() {
    let mut desk = desk();
    desk.on("2027-01-01");
    let view = desk.call("persons.view", json!({ "person": "M1" }));
    assert_eq!((&view["closed"], tells(&view.to_string())), (&json!(true), None));
    let refused = desk.refused("session.today", json!({ "today": "+10000-01-01" }));
    assert_eq!(refused.code, "day-wrong");
    for day in ["1989-12-31", "2101-01-01"] {
        let refused = desk.refused("session.today", json!({ "today": day }));
        assert_eq!(refused.code, "business-date-range", "{day}");
        assert!(refused.message.contains("1990"), "{}", refused.message);
    }
    desk.call("session.today", json!({ "today": "2100-12-31" }));
    assert!(is_protected(&mut desk, "M1"));
}

#[test]
fn an_import_neither_lifts_nor_replaces_protection() {
    let mut desk = desk();
    let opened = open(&mut desk, "M1");
    let id_of = |kind: &str| {
        let facts = opened["facts"].as_array().unwrap();
        text(&facts.iter().find(|fact| fact["kind"] == kind).unwrap()["id"])
    };
    let (fact, name) = (id_of("protection"), id_of("name"));
    desk.call("persons.close", json!({ "person": "M1" }));
    let head = "Person-id;Slag;Slag av skydd;Efternamn;Förnamn;Från och med;Till och med;Uppgifts-id;Rättar;Återtagen";
    let rows = [
        (
            "tillbaka.csv",
            format!("M1;protection;secrecy-marking;;;;;E1;{fact};Ja"),
            "protection-by-hand",
        ),
        (
            "slut.csv",
            format!("M1;protection;secrecy-marking;;;;2026-01-31;E1;{fact};"),
            "protection-by-hand",
        ),
        ("namn.csv", format!("M1;name;;Annan;Helt;;;E1;{fact};"), "protection-by-hand"),
        ("slag.csv", format!("M1;died;;;;2026-01-31;;E1;{name};"), "entry-not-known"),
        ("dubbelt.csv", "M1;name;;Annan;Helt;;;E1;;".to_owned(), "facts-at-the-same-time"),
    ];
    for (name, row, code) in rows {
        let path = file(&desk, name, &[head, &row]);
        let done = import(&mut desk, &path, json!({ "profile": "uppgifter", "park_faulty": true }));
        let found = codes(&done["diagnostics"]);
        assert!(found.iter().any(|(_, found)| found == code), "{name}: {found:?}");
        assert_eq!((&done["parked"], &done["persons_changed"]), (&json!(1), &json!(0)), "{name}");
        assert!(is_protected(&mut desk, "M1"), "{name}");
    }
}

#[test]
fn nobody_whose_protection_is_parked_is_taken_in() {
    let mut desk = Desk::new();
    let head = "Person-id;Slag;Slag av skydd;Efternamn;Förnamn";
    let rows =
        [head, "SK1;name;;Alitest;Mohatest", "SK1;protection;sekretess;;", "SK2;name;;Fri;Person"];
    let path = file(&desk, "skydd.csv", &rows);
    let draft = desk.call("register.read", json!({ "path": path, "profile": "uppgifter" }));
    let shown = desk.call("register.rows", json!({ "draft": draft["draft"] }));
    assert_eq!(tells(&shown.to_string()), None, "{shown}");
    let park = json!([{ "line": 3, "decision": "park" }]);
    desk.call("register.decide", json!({ "draft": draft["draft"], "decisions": park }));
    let row = desk.call("register.row", json!({ "draft": draft["draft"], "line": 2 }));
    assert_eq!(row["findings"][0]["code"], "protection-parked", "{row}");
    assert_eq!(
        desk.refused("register.commit", json!({ "draft": draft["draft"] })).code,
        "rows-undecided"
    );
    let report = desk.path("rapport.csv");
    let with = json!({ "profile": "uppgifter", "park_faulty": true, "report": report });
    let done = import(&mut desk, &path, with);
    assert_eq!((&done["parked"], &done["persons_added"]), (&json!(2), &json!(1)), "{done}");
    assert_eq!(desk.refused("persons.view", json!({ "person": "SK1" })).code, "no-such-person");
    assert_eq!(tells(&std::fs::read_to_string(report).unwrap()), None);
}

#[test]
fn a_relatives_page_does_not_point_at_a_protected_person() {
    let mut desk = desk();
    let facts = json!([
        { "kind": "relation", "person": "M1", "relationship": "parent" },
        { "kind": "legal-ground", "ground": "family-tie", "anchor": "M1",
          "valid_from": "2026-01-01" },
    ]);
    desk.call("persons.enter", json!({ "person": "P08", "facts": facts }));
    let ask = |desk: &mut Desk| {
        [
            desk.call("persons.view", json!({ "person": "P08" })),
            desk.call("persons.facts", json!({ "person": "P08" })),
            desk.call("persons.as_known", json!({ "person": "P08", "day": "2026-11-02" })),
            desk.call("persons.as_known", json!({ "person": "P08", "day": "2026-11-01" })),
        ]
    };
    for answer in ask(&mut desk) {
        assert!(!answer.to_string().contains("M1"), "{answer}");
        assert!(answer.to_string().contains("en person med skyddade uppgifter"), "{answer}");
    }
    // What stands in its place is not taken for a person.
    let document = desk.call("persons.facts", json!({ "person": "P08" }));
    let relation = document["facts"].as_array().unwrap().iter().find(|f| f["kind"] == "relation");
    let again = json!({ "kind": "relation", "person": relation.unwrap()["person"],
                        "relationship": "sibling" });
    desk.refused("persons.enter", json!({ "person": "P08", "facts": [again] }));
    open(&mut desk, "M1");
    for answer in ask(&mut desk) {
        assert!(answer.to_string().contains("M1"), "{answer}");
    }
}

#[test]
fn who_has_a_number_that_a_protected_person_has_is_merged_with_a_reason() {
    let mut desk = desk();
    let number = json!({ "kind": "dossier-number", "number": "99-555555" });
    let refused = desk.refused("persons.enter", json!({ "person": "P07", "facts": [number] }));
    let advice = refused.message;
    assert!(advice.contains("Dubbletter") && advice.contains("skäl"), "{advice}");
    // As the advice says: both are found, the protected one by the number, and a reason is given.
    let found = desk.call("persons.find", json!({ "text": "99-555555" }));
    assert_eq!(found["persons"][0]["person"], "M1");
    let mut merge = json!({ "person": "P07", "into": "M1", "confirmed": true });
    for reason in ["", "  "] {
        merge["reason"] = json!(reason);
        let refused = desk.refused("persons.merge", merge.clone());
        assert_eq!(
            (refused.code.as_str(), refused.place.unwrap().field.as_deref()),
            ("reason-missing", Some("reason"))
        );
    }
    assert!(!is_protected(&mut desk, "P07"));
    merge["reason"] = json!("samma dossiernummer");
    let view = desk.call("persons.merge", merge);
    assert_eq!((&view["closed"], tells(&view.to_string())), (&json!(true), None), "{view}");
    let events = desk.call("audit.events", json!({}));
    let last = &events["events"][0];
    assert_eq!(last["action"], "person.merge");
    assert!(text(&last["detail"]).contains("samma dossiernummer"), "{last}");
    // Whoever is not protected needs none.
    let merge = json!({ "person": "P08", "into": "P09", "confirmed": true });
    desk.call("persons.merge", merge);
}

#[test]
fn a_person_found_by_number_under_another_name_has_to_be_decided_about() {
    let mut desk = Desk::with_register();
    desk.call("profiles.add", json!({ "toml": BY_NUMBER }));
    let rows = ["Dossiernr;Efternamn;Förnamn;Född", "99-000078;Annan;Helt;1990-01-01"];
    let path = file(&desk, "namn.csv", &rows);
    let done = import(&mut desk, &path, json!({}));
    assert_eq!(done["outcome"], "findings", "{done}");
    assert_eq!(codes(&done["diagnostics"]), [(2, "number-of-other-name".to_owned())]);
    let message = text(&done["diagnostics"][0]["message"]);
    assert!(!message.contains("Müller") && message.contains("Godta"), "{message}");
    let view = desk.call("persons.view", json!({ "person": "P07" }));
    assert_eq!(view["brief"]["family_name"], "Müller-Test");
    let accept = json!([{ "line": 2, "decision": "accept" }]);
    let done = import(&mut desk, &path, json!({ "decisions": accept }));
    assert_eq!((&done["outcome"], &done["persons_changed"]), (&json!("done"), &json!(1)));
    // The same name spelled otherwise is the same name.
    let rows = ["Dossiernr;Efternamn;Förnamn", "99-000086;NUNEZ-TEST;Hotel"];
    let path = file(&desk, "stavning.csv", &rows);
    assert_eq!(import(&mut desk, &path, json!({}))["diagnostics"], json!([]));
    let rows = ["Dossiernr;Efternamn;Förnamn;Född", "99-000086;Núñez-Test;Hotel;1999-01-01"];
    let path = file(&desk, "dag.csv", &rows);
    let done = import(&mut desk, &path, json!({}));
    assert_eq!(codes(&done["diagnostics"]), [(2, "number-of-other-name".to_owned())]);
}

#[test]
fn the_report_of_refused_rows_hides_every_row_that_points_at_a_protected_person() {
    let mut desk = desk();
    let rows = [
        HEAD,
        "Z9;;99-555556;Alitest;Mohatest;1991-01-01;7110",
        "P07;;99-555555;Mueller;Golf;1990-01-01;7110",
        "Z8;;99-555557;Ali-Test;Omar;1991-13-01;7110",
        "Z7;;99-555558;MOHATEST;Alitest;1992-13-01;7110",
        "Z6;;99-555559;Öppen;Helt;1992-13-01;7110",
    ];
    let path = file(&desk, "rader.csv", &rows);
    let report = desk.path("rapport.csv");
    let done = import(&mut desk, &path, json!({ "park_faulty": true, "report": report }));
    assert_eq!(done["parked"], 5, "{done}");
    assert_eq!(tells(&done.to_string()), None, "{done}");
    assert!(!done.to_string().contains("M1"), "{done}");
    assert!(done.to_string().contains("en person med skyddade uppgifter"), "{done}");
    let report = std::fs::read_to_string(report).unwrap();
    assert_eq!(tells(&report), None, "{report}");
    assert!(!report.contains("1991-01-01") && !report.contains("M1"), "{report}");
    assert!(report.contains("en person med skyddade uppgifter"), "{report}");
    assert!(report.contains("Öppen") && report.contains("Omar"), "{report}");
    let draft = &done["draft"];
    let row = desk.call("register.row", json!({ "draft": draft, "line": 2 }));
    assert_eq!((&row["row"]["protected"], tells(&row.to_string())), (&json!(true), None), "{row}");
    // The second door: a reason, and an event that says whose row it was.
    let request = json!({ "draft": draft, "line": 2, "reason": "rättar raden" });
    let row = desk.call("register.row", request);
    assert!(row.to_string().contains("Mohatest"), "{row}");
    let events = desk.call("audit.events", json!({}));
    let last = &events["events"][0];
    assert_eq!(last["action"], "person.open-protected");
    assert!(text(&last["detail"]).contains("M1") && text(&last["detail"]).contains("rättar raden"));
}

#[test]
fn duplicates_and_refusals_do_not_tie_a_name_or_number_to_a_protected_person() {
    let mut desk = desk();
    add(&mut desk, "M4", "Alitest", "Mohatest", "99-555560");
    let groups = desk.call("persons.duplicates", json!({}));
    assert_eq!(groups["groups"], json!([]), "{groups}");
    let number = json!({ "kind": "dossier-number", "number": "99-555555" });
    let request = json!({ "person": "P07", "facts": [number] });
    let refused = desk.refused("persons.enter", request);
    assert_eq!(refused.code, "number-of-another");
    assert!(!refused.message.contains("M1"), "{}", refused.message);
    assert!(refused.message.contains("en person med skyddade uppgifter"), "{}", refused.message);
    open(&mut desk, "M1");
    let groups = desk.call("persons.duplicates", json!({}));
    assert_eq!(groups["groups"][0]["reason"], "name-and-birth", "{groups}");
    assert!(groups.to_string().contains("Mohatest"), "{groups}");
    // Parted after a number was entered while they were one: both have it.
    let merge = json!({ "person": "M4", "into": "M1", "confirmed": true, "reason": "en" });
    desk.call("persons.merge", merge);
    let number = json!({ "kind": "dossier-number", "number": "99-555560" });
    let facts = json!({ "person": "M1", "facts": [number] });
    desk.call("persons.enter", facts);
    desk.call("persons.split", json!({ "person": "M4" }));
    desk.call("persons.close", json!({ "person": "M1" }));
    let groups = desk.call("persons.duplicates", json!({}));
    let group = &groups["groups"][0];
    assert_eq!((&group["reason"], tells(&groups.to_string())), (&json!("dossier-number"), None));
    for (person, id) in group["persons"].as_array().unwrap().iter().zip(["M1", "M4"]) {
        let told = person.as_object().unwrap().iter().filter(|(_, value)| !value.is_null());
        let told: Vec<&str> =
            told.filter(|(_, v)| **v != "").map(|(name, _)| name.as_str()).collect();
        assert_eq!((&person["person"], told), (&json!(id), vec!["person", "protected"]), "{group}");
    }
}

#[test]
fn no_board_stands_beside_a_protected_person() {
    let mut desk = Desk::with_register();
    protect(&mut desk, "P07", Value::Null);
    let count = |answer: &Value, list: &str| answer[list].as_array().unwrap().len();
    for centre in ["7110", "7120", "7130"] {
        let request = json!({ "cost_centre": centre });
        let found = desk.call("persons.find", request);
        assert!(!found.to_string().contains("P07"), "{found}");
        assert_eq!(found["left_out"], 1, "{found}");
        assert_eq!(found["total"], count(&found, "persons"));
        let words = text(&found["left_out_text"]);
        assert_eq!(words, "1 skyddad visas inte i urvalet");
    }
    let all = desk.call("persons.find", json!({}));
    assert!(all.to_string().contains("P07") && all["left_out"] == 0, "{all}");
    let case = json!({ "person": "P07", "kind": "claim", "cost_centre": "7110" });
    desk.call("cases.open", case);
    let found = desk.call("cases.list", json!({ "cost_centre": "7110" }));
    assert_eq!((count(&found, "cases"), &found["left_out"]), (0, &json!(1)), "{found}");
    assert_eq!(desk.call("cases.list", json!({}))["total"], 1);
    let (list, distribution) = desk.month_distributed();
    let rows = desk.call("match.rows", json!({ "list": list }));
    let rows = rows["rows"].as_array().unwrap().clone();
    let row = rows.iter().find(|row| row["person"]["person"] == "P07").unwrap();
    let of_row = json!({ "list": list, "line": row["line"] });
    let cell = |centre: &str, code: &Value| json!({ "distribution": distribution, "compensation": code, "cost_centre": centre });
    let trace = desk.call("trace.row", of_row.clone());
    let compensation = trace["entries"][1]["compensation"].clone();
    let told = trace.to_string();
    for board in ["7110", "7120", "nämnd"] {
        assert!(!told.contains(board), "{board}: {trace}");
    }
    let block = desk.call("distribution.cell", cell("7110", &compensation));
    assert!(!block.to_string().contains("P07"), "{block}");
    desk.call("persons.open", json!({ "person": "P07", "reason": "spårar" }));
    assert!(desk.call("trace.row", of_row).to_string().contains("7110"));
    assert!(
        desk.call("distribution.cell", cell("7110", &compensation)).to_string().contains("P07")
    );
}

#[test]
fn a_person_id_is_no_identity_number() {
    let mut desk = Desk::new();
    for id in [
        "19900101-2385",
        "199001012385",
        "900101-2385",
        "9001012385",
        "99-000078",
        "99000078",
        "900101+2385",
        "19900101 2385",
        "1990.01.01.2385",
        "19 90 01 01 - 2385",
        "900101–2385",
        "P900101-2385",
        "nr 199001012385",
        "９００１０１２３８５",
        "99.000078",
        "9900 0078",
        "99-000078/2",
        "D99123456",
        "dnr 99-123456",
    ] {
        let request = json!({ "person": id, "family_name": "Namn", "dossier_number": "99-123456" });
        let refused = desk.refused("persons.add", request);
        assert_eq!(refused.code, "person-id-is-number", "{id}");
        assert!(!refused.message.contains(id), "{}", refused.message);
        let rows = [HEAD, &format!("{id};;99-123456;Namn;Ett;;7110")];
        let path = file(&desk, "id.csv", &rows);
        let draft = desk.call("register.read", json!({ "path": path }));
        let row = desk.call("register.row", json!({ "draft": draft["draft"], "line": 2 }));
        assert_eq!(row["findings"][0]["code"], "person-id-is-number", "{row}");
        assert!(!text(&row["findings"][0]["message"]).contains(id));
        let fields = json!({ "person_id": "99-000079" });
        let correct = json!([{ "line": 2, "decision": "correct", "fields": fields }]);
        let request = json!({ "draft": draft["draft"], "decisions": correct });
        assert_eq!(desk.refused("register.decide", request).code, "correction-has-errors");
        desk.call("register.discard", json!({ "draft": draft["draft"] }));
    }
    for (id, dossier) in [
        ("P2026-0001", "99-300001"),
        ("K20260001", "99-300002"),
        ("2026-11", "99-300003"),
        ("12345678-1a2b-4c3d-8e4f-0123456789ab", "99-300004"),
    ] {
        let person = json!({
            "person": id, "family_name": "Namn", "dossier_number": dossier, "confirmed": true,
        });
        assert_eq!(desk.call("persons.add", person)["brief"]["person"], id);
    }
}

#[test]
fn an_export_does_not_tell_where_a_protected_person_lives() {
    let mut desk = desk();
    let facts = |facts: Value, person: &str| json!({ "person": person, "facts": facts });
    let home = json!({ "kind": "residence", "municipality": "Exempelstads kommun",
                       "address": "Hemliga gatan 1", "valid_from": "2026-01-01" });
    let household = json!({ "kind": "household", "household": "HH-7", "role": "adult", "valid_from": "2026-01-01" });
    let relation = json!({ "kind": "relation", "person": "M1", "relationship": "parent" });
    desk.call("persons.enter", facts(json!([home, household, relation]), "P07"));
    open(&mut desk, "M1");
    let ground = json!({ "kind": "legal-ground", "ground": "family-tie", "anchor": "P07",
                         "section": "5 kap. 3 § Hemliga", "valid_from": "2026-01-01" });
    desk.call("persons.enter", facts(json!([household, ground]), "M1"));
    let folder = desk.path("ut");
    desk.call("register.export", json!({ "folder": folder, "pseudonymise": true }));
    let table = std::fs::read_to_string(folder.join("uppgifter.csv")).unwrap();
    for secret in ["Hemliga", "HH-7"] {
        assert!(!table.contains(secret), "{secret}: {table}");
    }
    let rows_of = |id: &str| table.lines().filter(|line| line.starts_with(id)).collect::<Vec<_>>();
    assert!(rows_of("P07").iter().all(|row| !row.contains("M1")), "{table}");
    assert!(rows_of("M1").iter().all(|row| !row.contains("P07")), "{table}");
    assert!(rows_of("P07").iter().any(|row| row.contains("Müller")), "{table}");
}

#[test]
fn a_secret_document_leaves_the_database_with_a_reason_in_the_log() {
    let mut desk = Desk::with_register();
    let case = desk.call("cases.open", json!({ "person": "P08", "kind": "claim" }));
    let case = case["brief"]["case"].clone();
    let path = desk.path("beslut.pdf");
    std::fs::write(&path, b"%PDF-1.7 ett beslut").unwrap();
    let attach = json!({ "case": case, "path": path, "kind": "decision", "secret": true });
    let view = desk.call("cases.attach", attach);
    let out = desk.path("ut.pdf");
    let mut save = json!({ "document": view["documents"][0]["document"], "path": out });
    assert_eq!(desk.refused("cases.save_document", save.clone()).code, "reason-missing");
    assert!(!out.exists());
    save["reason"] = json!("skickas till Migrationsverket");
    desk.call("cases.save_document", save);
    let events = desk.call("audit.events", json!({}));
    assert!(text(&events["events"][0]["detail"]).contains("Migrationsverket"), "{events}");
    for name in [
        "a.iso",
        "a.vhd",
        "a.jnlp",
        "a.rdp",
        "a.xbap",
        "a.settingcontent-ms",
        "a.msu",
        "a.ws",
        "a.shb",
    ] {
        let path = desk.path(name);
        std::fs::write(&path, b"%PDF-1.7 ett beslut").unwrap();
        let attach = json!({ "case": case, "path": path, "kind": "decision" });
        assert_eq!(desk.refused("cases.attach", attach).code, "document-runs", "{name}");
    }
}
