//! What whoever helps is told says nothing about anybody; and places where a database cannot stay.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::fs;

use acceptance::{Desk, KEY, text};
use api::{Host, Unwatched};
use serde_json::{Value, json};

fn host() -> Host {
    Host::new("ANNA EXEMPEL", "2026-11-02".parse().ok()).with_key(KEY)
}

fn city(folder: &std::path::Path) -> Value {
    json!({
        "path": folder.join("stad.db"), "municipality": "Exempelstads kommun",
        "organisation_number": "219999-9992",
    })
}

#[test]
fn the_paper_for_whoever_helps_names_nobody_and_is_saved_as_it_was_read() {
    let folder = tempfile::tempdir().unwrap();
    let logs = folder.path().join("logg");
    let mut host = host().with_log_in(&logs);
    host.call("session.create", city(folder.path()), &Unwatched).unwrap();
    let person = json!({
        "person": "P99", "family_name": "Testsson", "given_name": "Test",
        "birth_date": "1990-05-01", "dossier_number": "98-000077",
    });
    host.call("persons.add", person, &Unwatched).unwrap();
    let missing = json!({ "person": "Testsson, Test 19900501" });
    host.call("persons.view", missing, &Unwatched).unwrap_err();
    host.call("Testsson", json!({}), &Unwatched).unwrap_err();
    let log = fs::read_to_string(logs.join("atersok.log")).unwrap();
    let lines: Vec<&str> = log.lines().map(|line| line.split_once(' ').unwrap().1).collect();
    assert_eq!(lines, ["persons.view no-such-person", "- unknown-operation"]);
    let paper = text(&host.call("support.paper", json!({}), &Unwatched).unwrap()["text"]);
    for word in ["Testsson", "98000077", "98-000077", "19900501", "Exempelstad", "219999", "ANNA"] {
        assert!(!paper.contains(word) && !log.contains(word), "{word}");
    }
    let told: Value = serde_json::from_str(&paper).unwrap();
    assert_eq!(told["database"]["check"]["whole"], true);
    assert_eq!(told["database"]["rows"]["person"], 1);
    assert_eq!(told["refused_last"].as_array().unwrap().len(), 2);
    let path = folder.path().join("hjälp.json");
    let save = json!({ "path": path, "text": paper });
    host.call("support.save", save, &Unwatched).unwrap();
    assert_eq!(fs::read_to_string(path).unwrap(), paper);
    // It is never written over the database.
    let over = json!({ "path": folder.path().join("stad.db"), "text": paper });
    let refused = host.call("support.save", over, &Unwatched).unwrap_err();
    assert_eq!(refused.code, "target-is-database");
}

#[test]
fn about_tells_the_program_with_and_without_a_database() {
    let mut desk = Desk::new();
    let about = desk.call("support.about", json!({}));
    let head = desk.call("audit.head", json!({}));
    assert_eq!(about["database"]["events"], head["event"]);
    assert!(about["database"]["bytes"].as_u64().unwrap() > 100_000);
    desk.call("session.close", json!({}));
    let about = desk.call("support.about", json!({}));
    assert_eq!((&about["database"], &about["log"]), (&Value::Null, &Value::Null));
    let vue = about["parts"].as_array().unwrap().iter().any(|part| part["name"] == "vue");
    assert!(vue && about["version"].is_string());
    // One that does not open is why somebody asks for help.
    desk.call("support.paper", json!({}));
}

#[test]
fn a_folder_that_is_synced_is_refused_with_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let synced = folder.path().join("OneDrive - Exempelstads kommun");
    fs::create_dir(&synced).unwrap();
    let mut host = host();
    let refused = host.call("session.create", city(&synced), &Unwatched).unwrap_err();
    assert_eq!(refused.code, "database-in-synced-folder");
    assert!(refused.message.contains("OneDrive - Exempelstads kommun"), "{}", refused.message);
    assert_eq!(fs::read_dir(&synced).unwrap().count(), 0);
    // One that was moved there is not opened either.
    host.call("session.create", city(folder.path()), &Unwatched).unwrap();
    host.call("session.close", json!({}), &Unwatched).unwrap();
    fs::rename(folder.path().join("stad.db"), synced.join("stad.db")).unwrap();
    let open = json!({ "path": synced.join("stad.db") });
    let refused = host.call("session.open", open, &Unwatched).unwrap_err();
    assert_eq!(refused.code, "database-in-synced-folder");
}

/// As where a stick is pulled out: what is asked for next says so.
#[cfg(unix)]
#[test]
fn a_database_that_is_gone_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut host = host();
    host.call("session.create", city(folder.path()), &Unwatched).unwrap();
    let copies = folder.path().join("kopior");
    fs::create_dir(&copies).unwrap();
    fs::remove_file(folder.path().join("stad.db")).unwrap();
    let make = json!({ "folder": copies });
    let refused = host.call("backup.make", make, &Unwatched).unwrap_err();
    assert_eq!(refused.code, "database-gone");
}
