//! Everything leaves in open formats, and is read back to prove that nothing was lost.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use acceptance::city::{ANNA, BO, fresh};
use acceptance::{Desk, KEY, text};
use api::{Host, Unwatched};
use serde_json::{Value, json};

const REASON: &str = "Avtalet upphör, beslut KS 2026/77";

/// A month handed over, a case with a document, and a protected person.
fn worked() -> Desk {
    let mut desk = Desk::with_register();
    let (_, distribution) = desk.month_distributed();
    let order = desk.call("orders.create", json!({ "distribution": distribution }));
    desk.export(&text(&order["order"]), "sie4i");
    let case = json!({ "person": "P08", "kind": "claim", "cost_centre": "7110" });
    let case = desk.call("cases.open", case);
    let document = desk.path("Beslut om Testsson.txt");
    fs::write(&document, "Handling \"med\" åäö\r\n").unwrap();
    let attach = json!({
        "case": case["brief"]["number"], "kind": "decision", "path": document, "id": api::new_id(),
    });
    desk.call("cases.attach", attach);
    let marking = json!({ "kind": "protection", "marking": "secrecy-marking" });
    desk.call("persons.enter", json!({ "person": "P07", "facts": [marking] }));
    desk
}

fn written(desk: &mut Desk) -> (PathBuf, Value) {
    let folder = desk.path("utlämning");
    let written = desk.call("exit.write", json!({ "path": folder, "reason": REASON }));
    (folder, written)
}

fn verified(folder: &Path, into: &Path) -> Value {
    let mut host = Host::new("EXEMPEL", "2026-11-02".parse().ok()).with_key(KEY);
    host.call("exit.verify", json!({ "path": folder, "into": into }), &Unwatched).unwrap()
}

fn kinds(comparison: &Value) -> Vec<String> {
    comparison["faults"].as_array().unwrap().iter().map(|one| text(&one["kind"])).collect()
}

#[test]
fn what_left_is_read_back_and_equal() {
    let mut desk = worked();
    let head = desk.call("audit.head", json!({}));
    let (folder, written) = written(&mut desk);
    assert_eq!(written["protected"], 1);
    assert_eq!(written["events"], head["event"], "{head}");
    let into = desk.path("tillbaka.db");
    let back = verified(&folder, &into);
    assert_eq!((&back["outcome"], &back["faults"]), (&json!("done"), &json!([])), "{back}");
    for count in ["tables", "rows", "documents", "events", "head"] {
        assert_eq!(back[count], written[count], "{count}");
    }
    // A list, a register, a booking file and a document of a case.
    assert_eq!(back["documents"], 4);
    assert!(back["sums"].as_u64().unwrap() > 20);
    // It works as the one that it came from.
    let mut host = Host::new("EXEMPEL", "2026-11-02".parse().ok()).with_key(KEY);
    host.call("session.open", json!({ "path": into }), &Unwatched).unwrap();
    let mut ask = |name: &str, request: Value| host.call(name, request, &Unwatched).unwrap();
    assert_eq!(ask("audit.head", json!({})), head);
    let found = ask("persons.find", json!({ "text": "Testsson" }));
    let there = desk.call("persons.find", json!({ "text": "Testsson" }));
    assert_eq!(found["persons"], there["persons"]);
    assert_ne!(found["persons"], json!([]));
    assert_eq!(ask("session.check", json!({}))["outcome"], "done");
}

#[test]
fn every_table_and_column_is_described_in_words() {
    let mut desk = worked();
    let (folder, _) = written(&mut desk);
    let contents: Value =
        serde_json::from_str(&fs::read_to_string(folder.join("innehall.json")).unwrap()).unwrap();
    let mut without = BTreeSet::new();
    for table in contents["tables"].as_array().unwrap() {
        let name = text(&table["name"]);
        if table["about"] == "" {
            without.insert(name.clone());
        }
        for column in table["columns"].as_array().unwrap() {
            if column["about"] == "" {
                without.insert(format!("{name}.{}", text(&column["name"])));
            }
        }
    }
    assert_eq!(without, BTreeSet::new());
    let described = fs::read_to_string(folder.join("beskrivning.md")).unwrap();
    assert!(described.contains("## entry\n") && described.contains("Belopp i öre."));
}

#[test]
fn documents_are_as_they_came_and_no_name_is_in_the_name_of_a_file() {
    let mut desk = worked();
    let (folder, _) = written(&mut desk);
    let document = folder.join("dokument/case_document/000001.txt");
    assert_eq!(fs::read_to_string(document).unwrap(), "Handling \"med\" åäö\r\n");
    let sums = fs::read_to_string(folder.join("SHA256SUMS")).unwrap();
    assert!(!sums.contains("Testsson"), "{sums}");
    let table = fs::read_to_string(folder.join("tabeller/case_document.json")).unwrap();
    let rows: Value = serde_json::from_str(&table).unwrap();
    assert_eq!(rows[0]["name"], "Beslut om Testsson.txt");
}

#[test]
fn what_was_changed_since_is_found_before_anything_is_read_back() {
    let mut desk = worked();
    let (folder, _) = written(&mut desk);
    let entry = folder.join("tabeller/entry.csv");
    let kept = fs::read_to_string(&entry).unwrap();
    fs::write(&entry, kept.replacen("\"paid\"", "\"cost\"", 1)).unwrap();
    fs::remove_file(folder.join("dokument/case_document/000001.txt")).unwrap();
    fs::write(folder.join("dokument/mer.txt"), "x").unwrap();
    let into = desk.path("tillbaka.db");
    let back = verified(&folder, &into);
    assert_eq!(back["outcome"], "findings");
    assert_eq!(kinds(&back), ["missing", "changed", "unknown"]);
    assert!(!into.exists());
}

/// Whoever changes a row and its checksum is found by the row's own digest in the chain.
#[test]
fn a_row_that_was_changed_with_its_checksum_is_found_by_its_digest() {
    let mut desk = worked();
    let (folder, _) = written(&mut desk);
    let name = folder.join("tabeller/board.csv");
    let sum = |folder: &Path| {
        let hashed = fs::read(folder.join("tabeller/board.csv")).unwrap();
        acceptance::sha256(&hashed)
    };
    let before = sum(&folder);
    let board = fs::read_to_string(&name).unwrap();
    assert!(board.contains("7110"));
    fs::write(&name, board.replacen("7110\",\"", "7110\",\"X", 1)).unwrap();
    let sums = folder.join("SHA256SUMS");
    let text = fs::read_to_string(&sums).unwrap().replace(&before, &sum(&folder));
    fs::write(&sums, text).unwrap();
    let back = verified(&folder, &desk.path("tillbaka.db"));
    // The JSON beside it says otherwise, and so does the digest of the row.
    assert_eq!(kinds(&back), ["differs", "check"], "{back}");
}

#[test]
fn it_needs_a_reason_an_empty_place_and_leaves_an_event() {
    let mut desk = worked();
    let folder = desk.path("ut");
    let ask = |reason: &str| json!({ "path": folder, "reason": reason });
    assert_eq!(desk.refused("exit.write", ask(" ")).code, "reason-missing");
    let gone = json!({ "path": desk.path("ingen/ut"), "reason": REASON });
    assert_eq!(desk.refused("exit.write", gone).code, "target-folder-missing");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("a"), "x").unwrap();
    assert_eq!(desk.refused("exit.write", ask(REASON)).code, "exit-folder-not-empty");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    fs::remove_file(folder.join("a")).unwrap();
    let done = desk.call("exit.write", ask(REASON));
    let events = desk.call("audit.events", json!({}));
    let last = &events["events"][0];
    assert_eq!(last["action"], "exit.write");
    let detail: Value = serde_json::from_str(&text(&last["detail"])).unwrap();
    assert_eq!((&detail["reason"], &detail["protected"]), (&json!(REASON), &json!(1)));
    assert_eq!(detail["sha256"], done["sha256"]);
    assert_eq!(desk.refused("exit.ask", json!({ "reason": REASON })).code, "exit-needs-nobody");
    // Nothing of an unfinished folder is left beside it.
    let left: Vec<_> = fs::read_dir(desk.path("")).unwrap().map(|one| one.unwrap()).collect();
    assert!(left.iter().all(|one| !one.file_name().to_string_lossy().ends_with(".part")));
}

#[test]
fn where_there_are_users_another_confirms_what_one_has_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("stad.db");
    let user = |(name, password)| json!({ "name": name, "password": password });
    let request = json!({
        "path": path, "municipality": "Exempelstads kommun",
        "organisation_number": "219999-9992", "first": user(ANNA), "second": user(BO),
    });
    let mut anna = fresh();
    anna.call("session.create", request, &Unwatched).unwrap();
    let out = folder.path().join("ut");
    let answer = |host: &mut Host, name: &str, request: Value| {
        host.call(name, request, &Unwatched).map_err(|reply| reply.code)
    };
    let write = json!({ "path": out, "reason": REASON });
    let refused = answer(&mut anna, "exit.write", write.clone());
    assert_eq!(refused.unwrap_err(), "exit-not-confirmed");
    let asked = answer(&mut anna, "exit.ask", json!({ "reason": REASON })).unwrap();
    let id = asked["request"]["id"].clone();
    let again = answer(&mut anna, "exit.ask", json!({ "reason": REASON }));
    assert_eq!(again.unwrap_err(), "exit-asked-already");
    let own = answer(&mut anna, "attests.decide", json!({ "id": id }));
    assert_eq!(own.unwrap_err(), "self-attest");
    assert!(answer(&mut anna, "exit.write", write.clone()).is_err());
    answer(&mut anna, "session.close", json!({})).unwrap();
    let login = |(name, password): (&str, &str)| {
        let mut host = fresh();
        let request = json!({ "path": path, "user": name, "passphrase": password });
        host.call("session.open", request, &Unwatched).map(|_| host).unwrap()
    };
    let mut bo = login(BO);
    let waiting = answer(&mut bo, "attests.waiting", json!({})).unwrap();
    let waits = &waiting["waiting"][0];
    assert_eq!((&waits["kind"], &waits["name"]), (&json!("exit"), &json!(REASON)));
    assert_eq!(waits["may_decide"], true);
    answer(&mut bo, "attests.decide", json!({ "id": id })).unwrap();
    let signed = answer(&mut bo, "audit.verify", json!({})).unwrap();
    assert_eq!(signed["outcome"], "done", "{signed}");
    answer(&mut bo, "session.close", json!({})).unwrap();
    let mut anna = login(ANNA);
    answer(&mut anna, "exit.write", write.clone()).unwrap();
    // Once: what is to leave again is asked for again.
    fs::remove_dir_all(&out).unwrap();
    assert_eq!(answer(&mut anna, "exit.write", write).unwrap_err(), "exit-not-confirmed");
}

/// What is kept about a person, and where it stands.
fn extracted(desk: &mut Desk, person: &str, masked: bool) -> (Value, String) {
    let path = desk.path(&format!("utdrag-{masked}.pdf"));
    let request = json!({
        "person": person, "path": path, "others_masked": masked,
        "reason": "Begäran om registerutdrag",
    });
    let done = desk.call("persons.extract", request);
    assert!(fs::read(&path).unwrap().starts_with(b"%PDF-"));
    let json = fs::read_to_string(path.with_extension("json")).unwrap();
    let rows: u64 = done["rows"].as_u64().unwrap();
    assert!(rows > 5, "{done}");
    (serde_json::from_str(&json).unwrap(), json)
}

fn rows<'e>(extract: &'e Value, table: &str) -> &'e [Value] {
    let tables = extract["tables"].as_array().unwrap();
    let found = tables.iter().find(|one| one["name"] == table);
    found.map(|one| one["rows"].as_array().unwrap().as_slice()).unwrap_or_default()
}

#[test]
fn an_extract_holds_every_table_about_the_person_and_nobody_elses_rows() {
    let mut desk = worked();
    let relation = json!({
        "kind": "relation", "relationship": "sibling", "person": "P09", "valid_from": "2026-01-01",
    });
    desk.call("persons.enter", json!({ "person": "P08", "facts": [relation] }));
    let (whole, text) = extracted(&mut desk, "P08", false);
    for table in ["person", "fact", "payment_row", "row_match", "case_file", "case_document"] {
        assert_ne!(rows(&whole, table), [Value::Null; 0], "{table}");
    }
    assert_eq!(rows(&whole, "person").len(), 1);
    assert!(text.contains("P09"));
    let (_, masked) = extracted(&mut desk, "P08", true);
    assert!(!masked.contains("P09") && masked.contains("annan person"));
    let events = desk.call("audit.events", json!({}));
    let last = &events["events"][0];
    assert_eq!((&last["action"], &last["object"]), (&json!("person.extract"), &json!("P08")));
}

#[test]
fn an_extract_of_a_protected_person_needs_the_door_and_hides_others_who_are() {
    let mut desk = worked();
    let ask =
        |path: PathBuf, reason: &str| json!({ "person": "P07", "path": path, "reason": reason });
    let out = desk.path("utdrag-false.pdf");
    let closed = desk.refused("persons.extract", ask(out.clone(), "Begäran om utdrag"));
    assert_eq!(closed.code, "person-protected");
    desk.call("persons.open", json!({ "person": "P07", "reason": "Begäran om utdrag" }));
    assert_eq!(desk.refused("persons.extract", ask(out, "")).code, "reason-missing");
    let (own, _) = extracted(&mut desk, "P07", false);
    let names: Vec<&Value> =
        rows(&own, "fact").iter().filter(|row| row["kind"] == "name").collect();
    assert!(text(&names[0]["content"]).contains("family_name"), "{names:?}");
    assert!(!text(&names[0]["content"]).contains("skyddad"), "{names:?}");
}
