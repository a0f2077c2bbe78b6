//! The training municipality: made by the program, never taken for a real one, and checked.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::{Path, PathBuf};

use acceptance::{KEY, SYSTEM_DAY, text};
use api::{ErrorReply, Host, Unwatched};
use serde_json::{Value, json};

struct Trainee {
    folder: tempfile::TempDir,
    host: Host,
}

impl Trainee {
    fn new() -> Trainee {
        let folder = tempfile::tempdir().unwrap();
        let host = Host::new("EXEMPEL", None).with_key(KEY).with_system_day(SYSTEM_DAY);
        Trainee { host: host.with_home(folder.path()), folder }
    }

    fn answer(&mut self, name: &str, request: Value) -> Result<Value, ErrorReply> {
        self.host.call(name, request, &Unwatched)
    }

    fn ask(&mut self, name: &str, request: Value) -> Value {
        self.answer(name, request).unwrap_or_else(|reply| panic!("{name}: {}", reply.message))
    }

    fn code(&mut self, name: &str, request: Value) -> String {
        self.answer(name, request).map_or_else(|reply| reply.code, |answer| answer.to_string())
    }

    fn files(&self, name: &str) -> PathBuf {
        self.folder.path().join("ovning/filer").join(name)
    }

    /// The parts of an exercise that are not right.
    fn left(&mut self, exercise: usize) -> Vec<String> {
        let checked = self.ask("training.check", json!({}));
        let parts = checked["exercises"][exercise]["parts"].as_array().unwrap().clone();
        parts.iter().filter(|part| part["right"] == false).map(|part| text(&part["part"])).collect()
    }

    fn city(&mut self) {
        let request = json!({
            "path": self.folder.path().join("stad.db"), "municipality": "Exempelstads kommun",
            "organisation_number": "219999-9992",
        });
        self.ask("session.create", request);
    }
}

#[test]
fn a_year_is_there_when_it_is_opened_and_exercises_are_checked() {
    let mut trainee = Trainee::new();
    let status = trainee.ask("training.begin", json!({}));
    assert_eq!(
        (&status["open"]["training"], &status["open"]["today"]),
        (&json!(true), &json!("2026-12-01"))
    );
    let orders = trainee.ask("orders.list", json!({}));
    let orders = orders["orders"].as_array().unwrap();
    assert_eq!(orders.len(), 16);
    assert!(orders.iter().all(|order| order["state"] == "booked"));
    assert_eq!(trainee.ask("session.check", json!({}))["outcome"], "done");
    // Nothing is right before it is done.
    assert_eq!(trainee.left(0).len(), 10);
    assert_eq!(trainee.left(1).len(), 5);
    // The quarter, as its chapter says.
    let cost = json!({
        "compensation": "EKB-VARD", "from": "2026-07-01", "until": "2026-07-31",
        "voucher": "ÖV-3001", "unit": "7110", "persons": [{ "person": "P07" }], "amount_ore": 1_240_000,
    });
    trainee.ask("costs.add", cost);
    let claim = json!({ "compensation": "ASYL-UTB-GRU", "period": "2026Q3", "unit": "7110" });
    let number = trainee.ask("claims.create", claim)["number"].clone();
    for person in ["P01", "P06"] {
        trainee.ask("claims.add_line", json!({ "claim": number, "person": person }));
    }
    assert_eq!(trainee.left(1), ["evidence", "submitted"]);
    let pupils = trainee.files("elever-2026-kvartal-3.txt");
    let attach = json!({ "claim": number, "path": pupils, "evidence": "enrolment" });
    trainee.ask("claims.attach", attach);
    trainee.ask("claims.send", json!({ "claim": number }));
    trainee.ask("claims.approve", json!({ "claim": number }));
    let submit = json!({ "claim": number, "receipt": "ÖV-KV-1", "on": "2026-12-01" });
    trainee.ask("claims.submit", submit);
    assert_eq!(trainee.left(1), [""; 0]);
    // Anew: nothing of it is left.
    trainee.ask("training.begin", json!({ "anew": true }));
    assert_eq!(trainee.left(1).len(), 5);
}

#[test]
fn it_is_never_taken_for_a_real_one() {
    let mut trainee = Trainee::new();
    trainee.ask("training.begin", json!({}));
    let database = trainee.folder.path().join("ovning/ovning.db");
    let open = json!({ "path": database });
    assert_eq!(trainee.code("session.open", open.clone()), "training-own-door");
    trainee.city();
    // The day of the exercises is not that of the city.
    let status = trainee.ask("session.status", json!({}));
    assert_ne!(status["open"]["today"], "2026-12-01");
    assert_eq!(trainee.code("training.begin", json!({})), "training-beside-real");
    let list = json!({ "id": "l", "path": trainee.files("utbetalningslista-2026-11.csv") });
    assert_eq!(trainee.code("payments.import", list), "training-file");
    let register = json!({ "path": trainee.files("register.csv") });
    assert_eq!(trainee.code("register.import", register), "training-file");
    let state = trainee.ask("training.state", json!({}));
    assert_eq!((&state["exists"], &state["open"]), (&json!(true), &json!(false)));
    assert!(Path::new(&text(&state["files"])).is_dir());
}

#[test]
fn a_backup_of_practice_is_not_read_in_where_the_citys_own_lies() {
    let mut trainee = Trainee::new();
    let folder = trainee.folder.path().to_owned();
    let practice = json!({
        "path": folder.join("prov.db"), "municipality": "Exempelstads kommun",
        "organisation_number": "219999-9992", "training": true,
    });
    trainee.ask("session.create", practice);
    let copies = folder.join("kopior");
    std::fs::create_dir(&copies).unwrap();
    let made = trainee.ask("backup.make", json!({ "folder": copies }));
    trainee.ask("session.close", json!({}));
    let into = |name: &str| json!({ "path": made["file"], "into": folder.join(name) });
    assert_eq!(trainee.code("backup.restore", into("atersok.db")), "training-not-here");
    assert!(!folder.join("atersok.db").exists());
    trainee.ask("backup.restore", into("annan.db"));
    assert!(folder.join("annan.db").is_file());
}
