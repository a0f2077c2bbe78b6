//! Rows of a register that protect somebody and are parked: whom they name is not taken in.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use acceptance::Desk;
use serde_json::{Value, json};

/// A district's list with several rows for one person, a row of which may protect somebody.
const SEVERAL: &str = r#"
kind = "register"
name = "flera"
version = 1
description = "Flera rader för en person"
several_rows = true

[forms]
dates = ["yyyy-mm-dd"]
amounts = { decimal_sign = "," }

[columns]
person_id = { names = ["Person-id"], required = true }
dossier_number = { names = ["Dossiernr"], required = true }
family_name = { names = ["Efternamn"] }
given_name = { names = ["Förnamn"] }
birth_date = { names = ["Född"] }
group = { names = ["Grupp"] }

[[facts]]
kind = "protection"
marking = { column = ["Skydd"] }
"#;

#[test]
fn a_parked_protection_without_an_id_holds_back_whom_it_names() {
    let mut desk = Desk::with_register();
    desk.call("profiles.add", json!({ "toml": SEVERAL }));
    let rows = [
        "Person-id;Dossiernr;Efternamn;Förnamn;Född;Grupp;Skydd",
        "SK1;99-300001;Alitest;Mohatest;1991-01-01;;",
        ";99-300001;;;;;secrecy-marking",
        "SK1;;;;;Norr;",
        "SK2;99-300002;Bertest;Omar;1992-02-02;;",
        ";;BERTEST;Omar;;;secrecy-marking",
        "P07;;;;;Söder;",
        ";99-000078;;;;;secrecy-marking",
        "SK3;99-300003;Certest;Ett;1993-01-01;;",
        ";;Certest;Ett;1999-09-09;;secrecy-marking",
        ";99-300001;;;secrecy-marking",
    ];
    let path = desk.path("flera.csv");
    std::fs::write(&path, rows.join("\r\n") + "\r\n").unwrap();
    let draft = desk.call("register.read", json!({ "path": path, "profile": "flera" }));
    let shown = desk.call("register.rows", json!({ "draft": draft["draft"] }));
    for secret in ["Alitest", "Mohatest", "99300001", "99-300001", "Bertest", "BERTEST", "Norr"] {
        assert!(!shown.to_string().contains(secret), "{secret}: {shown}");
    }
    let protections = [3, 6, 8, 10, 11];
    let park = protections.map(|line| json!({ "line": line, "decision": "park" }));
    desk.call("register.decide", json!({ "draft": draft["draft"], "decisions": park }));
    let mut code = |line: u32| {
        let row = desk.call("register.row", json!({ "draft": draft["draft"], "line": line }));
        row["findings"][0]["code"].clone()
    };
    assert_eq!([2, 4, 5, 7].map(&mut code), ["protection-parked"; 4]);
    assert_eq!(code(9), Value::Null);
    let request = json!({ "path": path, "profile": "flera", "park_faulty": true });
    let done = desk.call("register.import", request);
    assert_eq!((&done["parked"], &done["persons_added"]), (&json!(9), &json!(1)), "{done}");
    for id in ["SK1", "SK2"] {
        assert_eq!(desk.refused("persons.view", json!({ "person": id })).code, "no-such-person");
    }
    assert_ne!(desk.call("persons.view", json!({ "person": "P07" }))["group"], "Söder");
}
