//! Every row that is written has a digest, and what is changed behind the program's back is named.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::fs;
use std::path::Path;

use acceptance::{Desk, KEY, LIST_A, data, text};
use rusqlite::Connection;
use serde_json::{Value, json};

/// Another SQLite client with the key.
fn client(path: &Path) -> Connection {
    let connection = Connection::open(path).unwrap();
    let key = store::key::DatabaseKey::from_hex(KEY).unwrap();
    store::prepare(&connection, &key).unwrap();
    connection.execute_batch("PRAGMA foreign_keys = OFF;").unwrap();
    connection
}

fn all(connection: &Connection, sql: &str) -> Vec<String> {
    let mut found = connection.prepare(sql).unwrap();
    let found = found.query_map([], |row| row.get(0)).unwrap();
    found.collect::<rusqlite::Result<_>>().unwrap()
}

/// Drops what guards the tables, does `sql` and puts the guards back: nobody sees that they were away.
fn tamper(path: &Path, sql: &str) {
    let connection = client(path);
    let guards = all(&connection, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'");
    for name in all(&connection, "SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
        connection.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    connection.execute_batch(sql).unwrap();
    connection.execute_batch(&guards.join(";\n")).unwrap();
}

/// A desk with the month booked and handed over, another order withdrawn, somebody protected, and a
/// list that was discarded.
fn worked() -> Desk {
    let mut desk = Desk::with_register();
    let discarded =
        desk.call("payments.read", json!({ "id": api::new_id(), "path": data(LIST_A) }));
    desk.call("payments.discard", json!({ "list": discarded["summary"]["list"] }));
    let protection = json!({ "kind": "protection", "marking": "secrecy-marking" });
    desk.call("persons.enter", json!({ "person": "P07", "facts": [protection] }));
    let (_, distribution) = desk.month_distributed();
    let first = desk.call("orders.create", json!({ "distribution": distribution }));
    let first = text(&first["order"]);
    desk.call("orders.withdraw", json!({ "order": first, "reason": "Fel datum" }));
    let order = desk.call("orders.create", json!({ "distribution": distribution }));
    desk.call("orders.attest", json!({ "order": order["order"] }));
    desk.export(&text(&order["order"]), "sie4i");
    desk
}

fn broken(seen: &Value) -> Vec<(String, String, String)> {
    let rows = seen["digests"]["broken"].as_array().unwrap().iter();
    rows.map(|one| (text(&one["table"]), text(&one["row"]), text(&one["fault"]))).collect()
}

#[test]
fn every_row_has_a_digest() {
    let mut desk = worked();
    let seen = desk.call("session.check", json!({}));
    assert_eq!((&seen["outcome"], broken(&seen)), (&json!("done"), vec![]), "{seen}");
    let verified = desk.call("audit.verify", json!({}));
    assert_eq!((&verified["outcome"], &verified["ok"]), (&json!("done"), &json!(true)));
    desk.call("session.close", json!({}));
    let connection = client(&desk.path("desk.db"));
    let tables = all(
        &connection,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
         AND name NOT LIKE 'person_search%' AND name NOT IN
             ('audit_event', 'list_layout', 'migration', 'person_use', 'reading', 'row_digest', 'typed_rows', 'unfinished_file')",
    );
    let count = |table: &String| -> u64 {
        connection
            .query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))
            .unwrap()
    };
    assert_eq!(seen["digests"]["rows"], tables.iter().map(count).sum::<u64>());
    assert_eq!(verified["digests"]["rows"], seen["digests"]["rows"]);
    // None that cannot be named.
    for table in &tables {
        let key = format!("SELECT name FROM pragma_table_info('{table}') WHERE pk > 0");
        assert!(!all(&connection, &key).is_empty(), "{table} has no primary key");
    }
}

/// One change behind the program's back, and the row that it must be found by.
const ATTACKS: [(&str, &str, &str); 20] = [
    ("UPDATE entry SET amount_ore = amount_ore + 1 WHERE entry_no = 5", "entry", "changed"),
    (
        "UPDATE entry SET cost_centre = (SELECT max(cost_centre) FROM board)
         WHERE entry_no = (SELECT min(entry_no) FROM entry WHERE kind = 'distributed')",
        "entry",
        "changed",
    ),
    ("UPDATE payment_row SET given_name = 'N' WHERE line = 5", "payment_row", "changed"),
    ("UPDATE posting SET cost_centre = '9999' WHERE posting_no = 2", "posting", "changed"),
    ("UPDATE posting SET account = '9999' WHERE posting_no = 2", "posting", "changed"),
    (
        "DELETE FROM posting WHERE order_no = 1 AND voucher = 1
             AND amount_ore IN (-(SELECT amount_ore FROM posting WHERE posting_no = 1),
                                (SELECT amount_ore FROM posting WHERE posting_no = 1))",
        "posting",
        "missing",
    ),
    ("UPDATE order_state SET actor = 'NÅGON' WHERE state = 'attested'", "order_state", "changed"),
    ("DELETE FROM order_state WHERE state = 'withdrawn'", "order_state", "missing"),
    ("UPDATE fact SET content = content || ' ' WHERE fact_no = 3", "fact", "changed"),
    ("DELETE FROM fact WHERE kind = 'protection'", "fact", "missing"),
    (
        "UPDATE person SET protected_until = NULL WHERE protected_until IS NOT NULL",
        "person",
        "changed",
    ),
    ("UPDATE distribution_key SET lines = replace(lines, '1', '2')", "distribution_key", "changed"),
    ("UPDATE account_rule SET account = '9999' WHERE place = 1", "account_rule", "changed"),
    (
        "UPDATE row_match SET person_no = person_no + 1
         WHERE line = (SELECT min(line) FROM row_match WHERE person_no IS NOT NULL)",
        "row_match",
        "changed",
    ),
    (
        "UPDATE setting SET value = value || ' ' WHERE name = (SELECT min(name) FROM setting)",
        "setting",
        "changed",
    ),
    ("INSERT INTO board (cost_centre, name) VALUES ('9999', 'N')", "board", "unknown"),
    (
        "DELETE FROM board WHERE cost_centre = (SELECT min(cost_centre) FROM board)",
        "board",
        "missing",
    ),
    (
        "UPDATE board SET cost_centre = '0001' WHERE cost_centre = (SELECT min(cost_centre) FROM board)",
        "board",
        "unknown",
    ),
    ("UPDATE list_progress SET matched = 0", "list_progress", "changed"),
    ("UPDATE entry_number SET last = 1", "entry_number", "changed"),
];

#[test]
fn what_is_changed_behind_the_programs_back_is_named() {
    let mut desk = worked();
    desk.call("session.close", json!({}));
    let database = desk.path("desk.db");
    let whole = fs::read(&database).unwrap();
    for (sql, table, fault) in ATTACKS {
        fs::write(&database, &whole).unwrap();
        tamper(&database, sql);
        desk.call("session.open", json!({ "path": database }));
        let verified = desk.call("audit.verify", json!({}));
        assert_eq!(
            (&verified["outcome"], &verified["ok"]),
            (&json!("findings"), &json!(false)),
            "{sql}"
        );
        assert_eq!(verified["first_broken"], Value::Null, "{sql}: the chain is as it was");
        let seen = desk.call("session.check", json!({}));
        assert_eq!(
            (&seen["outcome"], &seen["digests"]["schema"]),
            (&json!("findings"), &json!(true))
        );
        let named = broken(&seen);
        let expected = |one: &&(String, String, String)| one.0 == table && one.2 == fault;
        assert!(named.iter().any(|one| expected(&one)), "{sql}: {named:?}");
        assert!(named.iter().all(|one| one.0 == table && !one.1.is_empty()), "{sql}: {named:?}");
        assert_eq!(named, broken(&verified), "{sql}");
        desk.call("session.close", json!({}));
    }
}

#[test]
fn digests_that_are_changed_themselves_break_the_chain() {
    let mut desk = worked();
    let events = desk.call("audit.verify", json!({}))["events"].as_i64().unwrap();
    desk.call("session.close", json!({}));
    let database = desk.path("desk.db");
    let whole = fs::read(&database).unwrap();
    let of_row = "SELECT digest_no FROM row_digest WHERE table_name = 'posting' LIMIT 1";
    let event = |number: i64| json!(number);
    for (sql, at_most) in [
        // The row and its digest: as good as it gets without the chain.
        (
            "DELETE FROM posting; DELETE FROM row_digest WHERE table_name = 'posting'".to_owned(),
            event(events),
        ),
        (
            format!(
                "UPDATE row_digest SET states = zeroblob(length(states)) WHERE digest_no = ({of_row})"
            ),
            event(events),
        ),
        (
            format!("UPDATE row_digest SET first_key = x'00' WHERE digest_no = ({of_row})"),
            Value::Null,
        ),
        (
            format!("UPDATE row_digest SET event_no = event_no + 1 WHERE digest_no = ({of_row})"),
            event(events),
        ),
        (
            "INSERT INTO row_digest (event_no, table_name, first_key, states)
             SELECT 3, table_name, first_key, states FROM row_digest WHERE digest_no = 1"
                .to_owned(),
            event(3),
        ),
    ] {
        fs::write(&database, &whole).unwrap();
        tamper(&database, &sql);
        desk.call("session.open", json!({ "path": database }));
        let verified = desk.call("audit.verify", json!({}));
        assert_eq!(verified["ok"], false, "{sql}");
        match at_most.as_i64() {
            Some(last) => {
                let first = verified["first_broken"].as_i64().unwrap_or(i64::MAX);
                assert!(first <= last, "{sql}: {verified}");
            }
            None => assert_eq!(broken(&verified)[0].2, "damaged", "{sql}: {verified}"),
        }
        desk.call("session.close", json!({}));
    }
}

/// Without a copy of the chain's head elsewhere, an end that was cut off is seen by what it changed.
#[test]
fn an_end_that_was_cut_off_is_seen_by_what_it_changed() {
    let mut desk = worked();
    desk.call("boards.put", json!({ "cost_centre": "7110", "name": "Nytt namn" }));
    let events = desk.call("audit.verify", json!({}))["events"].as_i64().unwrap();
    desk.call("session.close", json!({}));
    let database = desk.path("desk.db");
    let whole = fs::read(&database).unwrap();
    let cut = format!("DELETE FROM audit_event WHERE event_no = {events};");
    let with_digests = format!(
        "{cut} DELETE FROM row_digest WHERE event_no = {events};
         DELETE FROM reading_seal WHERE event_no = {events};"
    );
    let named = json!(["reading_seal", "row_digest"]);
    for (sql, beyond) in [(cut, named), (with_digests, json!([]))] {
        fs::write(&database, &whole).unwrap();
        tamper(&database, &sql);
        desk.call("session.open", json!({ "path": database }));
        let seen = desk.call("session.check", json!({}));
        assert_eq!((&seen["outcome"], &seen["digests"]["beyond"]), (&json!("findings"), &beyond));
        if beyond == json!([]) {
            let row = ("board".to_owned(), "7110".to_owned(), "changed".to_owned());
            assert_eq!(broken(&seen), [row]);
        }
        desk.call("session.close", json!({}));
    }
}

#[test]
fn a_backup_whose_rows_were_changed_is_told_when_it_is_looked_through() {
    let mut desk = worked();
    let folder = desk.path("kopior");
    fs::create_dir(&folder).unwrap();
    let made = desk.call("backup.make", json!({ "folder": folder }));
    assert_eq!(made["verified"], true, "{made}");
    let file = text(&made["file"]);
    tamper(Path::new(&file), "UPDATE person SET group_name = 'N' WHERE person_no = 4");
    let seen = desk.call("backup.verify", json!({ "path": file }));
    assert_eq!(seen["verified"], false, "{seen}");
    assert_eq!(broken(&seen), [("person".into(), "4".into(), "changed".into())]);
}
