//! A desk for acceptance tests: a fresh database and the operations of the contract.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot be set up has failed"
)]

pub mod city;
pub mod crash;
pub mod tamper;

use std::path::{Path, PathBuf};

use api::{ErrorReply, Host, Unwatched};
use chrono::NaiveDate;
use sample::SampleError;
use serde_json::{Value, json};
use tempfile::TempDir;

/// The key of test databases: no passphrase, no waiting for its derivation.
pub const KEY: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// The system's day, whatever the machine's clock says.
pub const SYSTEM_DAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 20).expect("a day");

/// The sample month.
pub const LIST_A: &str = "utbetalningslista-a-semikolon-windows1252.csv";
/// The file with fifteen faults.
pub const BROKEN: &str = "utbetalningslista-trasig-15-fel.csv";

/// The heading of a typed payment list.
pub const LIST_HEAD: &str =
    "Utbetalningsdag\tKod\tDossiernummer\tEfternamn\tFörnamn\tFrån och med\tTill och med\tBelopp\n";

/// A folder with a database, and somebody who works with it.
pub struct Desk {
    folder: TempDir,
    host: Host,
}

impl Desk {
    /// A new database of the example municipality, on 2 November 2026.
    #[must_use]
    pub fn new() -> Desk {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let today = "2026-11-02".parse().ok();
        let host = Host::new("EXEMPEL", today).with_key(KEY).with_system_day(SYSTEM_DAY);
        let mut desk = Desk { folder, host };
        let request = json!({
            "path": desk.path("desk.db"),
            "municipality": "Exempelstads kommun",
            "organisation_number": "219999-9992",
        });
        desk.call("session.create", request);
        desk
    }

    /// The same with the sample register.
    #[must_use]
    pub fn with_register() -> Desk {
        let mut desk = Desk::new();
        let done = desk.call("register.import", json!({ "path": example("register-exempel.csv") }));
        assert_eq!(done["persons_added"], 19, "{done}");
        desk
    }

    /// A path in the desk's folder.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Does an operation that may be refused.
    ///
    /// # Errors
    /// The operation's own.
    pub fn answer(&mut self, name: &str, request: Value) -> Result<Value, ErrorReply> {
        self.host.call(name, request, &Unwatched)
    }

    /// Does an operation that must succeed.
    pub fn call(&mut self, name: &str, request: Value) -> Value {
        match self.host.call(name, request, &Unwatched) {
            Ok(response) => response,
            Err(reply) => panic!("{name}: {} {}", reply.code, reply.message),
        }
    }

    /// Does an operation that must be refused.
    pub fn refused(&mut self, name: &str, request: Value) -> ErrorReply {
        match self.host.call(name, request, &Unwatched) {
            Ok(response) => panic!("{name} was not refused: {response}"),
            Err(reply) => reply,
        }
    }

    /// Writes a sample; gives what has been written.
    ///
    /// # Errors
    /// When it was not made.
    pub fn sample(&self, request: Value) -> Result<Value, SampleError> {
        let written = sample::write(serde_json::from_value(request).expect("a request"))?;
        Ok(serde_json::to_value(written).expect("what was written"))
    }

    /// Reads a list and takes it in.
    pub fn import(&mut self, file: &Path, with: Value) -> Value {
        let mut request = json!({ "id": api::new_id(), "path": file });
        let fields = request.as_object_mut().expect("an object");
        fields.extend(with.as_object().expect("an object").clone());
        self.call("payments.import", request)
    }

    /// The sample month, taken in and matched; gives the list's id.
    pub fn month_taken_in(&mut self) -> String {
        let done = self.import(&data(LIST_A), json!({ "bank_ore": 90_925_010 }));
        assert_eq!(done["outcome"], "done", "{done}");
        let list = text(&done["list"]);
        self.call("match.run", json!({ "list": list }));
        list
    }

    /// The sample month, distributed; gives the list and the distribution.
    pub fn month_distributed(&mut self) -> (String, String) {
        let list = self.month_taken_in();
        let done = self.call("distribution.run", json!({ "month": "2026-10" }));
        (list, text(&done["distribution"]))
    }

    /// Exports an order, attesting it where needed; gives the bytes.
    pub fn export(&mut self, order: &str, format: &str) -> Vec<u8> {
        let path = self.path(&format!("{}.{format}", api::new_id()));
        let request = json!({ "order": order, "format": format, "path": path, "attest": true });
        self.call("orders.export", request);
        std::fs::read(path).expect("the exported file")
    }

    /// Gives a person a board from a day on, or from the beginning.
    pub fn board(&mut self, person: &str, cost_centre: &str, from: Option<&str>) {
        let fact = json!({
            "kind": "responsible-board", "cost_centre": cost_centre, "valid_from": from,
        });
        self.call("persons.enter", json!({ "person": person, "facts": [fact] }));
    }

    /// A person received and registered in the city on 10 March 2025, called as its id.
    pub fn receive(&mut self, person: &str, dossier: &str) {
        let facts = json!([
            {"kind": "legal-ground", "ground": "permit", "valid_from": "2025-03-01"},
            {"kind": "reception", "municipality": "Exempelstad", "housing": "assigned",
             "valid_from": "2025-03-10"},
            {"kind": "registration", "municipality": "Exempelstads kommun",
             "valid_from": "2025-03-10"},
        ]);
        let add = json!({
            "person": person, "family_name": "Testsson", "given_name": person,
            "birth_date": "1990-05-01", "dossier_number": dossier, "facts": facts,
        });
        self.call("persons.add", add);
    }

    /// Takes a list of rows in: code, dossier number, days and kronor. Gives its id.
    pub fn pay(&mut self, day: &str, rows: &[(&str, &str, &str, &str, &str)]) -> String {
        let mut typed = LIST_HEAD.to_owned();
        let mut sum = 0;
        for (code, dossier, from, until, kronor) in rows {
            typed +=
                &format!("{day}\t{code}\t{dossier}\tTestsson\tX\t{from}\t{until}\t{kronor},00\n");
            sum += kronor.parse::<i64>().expect("kronor") * 100;
        }
        let id = api::new_id();
        let read = json!({ "id": id, "name": day, "text": typed, "bank_ore": sum });
        let done = self.call("payments.import", read);
        assert_eq!(done["outcome"], "done", "{done}");
        self.call("match.run", json!({ "list": id }));
        id
    }

    /// Sets the business date.
    pub fn on(&mut self, day: &str) {
        self.call("session.today", json!({ "today": day }));
    }

    /// Opens the desk's database again, as after a restart.
    pub fn restart(&mut self) {
        self.call("session.close", json!({}));
        let path = self.path("desk.db");
        self.call("session.open", json!({ "path": path }));
    }
}

impl Default for Desk {
    fn default() -> Desk {
        Desk::new()
    }
}

/// A file of `tests/data/main-job`.
#[must_use]
pub fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/main-job").join(name)
}

/// A file of `assets/examples`.
#[must_use]
pub fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/examples").join(name)
}

/// A JSON text as text.
#[must_use]
pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}")).to_owned()
}

/// A JSON number as öre.
#[must_use]
pub fn ore(value: &Value) -> i64 {
    value.as_i64().unwrap_or_else(|| panic!("no amount: {value}"))
}

/// The sample month as meant: what every correct reading gives.
#[must_use]
pub fn facit() -> Value {
    let text = std::fs::read_to_string(data("facit-30-rader.json")).expect("the facit");
    serde_json::from_str(&text).expect("the facit is JSON")
}

/// SHA-256 in hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest as _, Sha256};
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
