use serde_json::json;

use super::holding::{RowFaultKind, RowsHeld};
use crate::key::DatabaseKey;
use crate::{Changed, Ending, Occasion, Result, Store, StoreError, Write};

/// As many rows as `?1` says, made inside the database.
const MANY: &str = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)";

fn store() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let key = DatabaseKey::random().unwrap();
    let store = Store::create(&folder.path().join("a.db"), &key).unwrap();
    (folder, store)
}

fn occasion() -> Occasion {
    Occasion { at: "2026-11-02T10:00:00Z".into(), actor: "EXEMPEL".into(), action: "test" }
}

fn change(store: &Store, work: impl FnOnce(&Write<'_>) -> Result<()>) -> Result<()> {
    store.change(&occasion(), |write| {
        work(write)?;
        Ok(Changed { value: (), object: "x".into(), detail: json!({}) })
    })
}

fn held(store: &Store) -> RowsHeld {
    assert_eq!(store.read().verify_audit().unwrap().first_broken, None);
    store.read().rows_held().unwrap()
}

fn rows(store: &Store) -> u64 {
    let held = held(store);
    assert_eq!(held.faults, 0, "{held:?}");
    held.rows
}

fn settings(write: &Write<'_>, count: i64, name: &str) -> Result<u64> {
    let sql = format!("{MANY} INSERT INTO setting (name, value) SELECT {name}, '1' FROM n");
    write.db.run(&sql, &[&count])
}

#[test]
fn a_row_that_is_written_again_and_again_has_its_last_state() {
    let (_folder, store) = store();
    change(&store, |write| {
        for value in 0..3 {
            write.put_setting("a", &json!(value))?;
            write.put_setting("b", &json!(value))?;
        }
        write.db.run("DELETE FROM setting WHERE name = 'b'", &[])?;
        write.db.run("UPDATE setting SET name = 'c' WHERE name = 'a'", &[])?;
        write.put_setting("a", &json!("anew"))
    })
    .unwrap();
    assert_eq!(rows(&store), 2);
    change(&store, |write| {
        write.db.run("DELETE FROM setting WHERE name = 'a'", &[])?;
        write.put_setting("b", &json!(1))
    })
    .unwrap();
    assert_eq!(rows(&store), 2);
    change(&store, |write| write.db.run("DELETE FROM setting", &[]).map(drop)).unwrap();
    assert_eq!(rows(&store), 0);
}

#[test]
fn a_statement_of_many_rows_is_gathered_in_small_blobs() {
    let (_folder, store) = store();
    change(&store, |write| {
        write.put_setting("before", &json!(1))?;
        settings(write, 10_000, "'n' || i")?;
        write.db.run("UPDATE setting SET value = '2' WHERE name < 'n5'", &[])?;
        write.put_setting("n77", &json!(7))
    })
    .unwrap();
    assert_eq!(rows(&store), 10_001);
    // Keys in no order, over blobs that overlap.
    change(&store, |write| {
        settings(write, 9_000, "'m' || ((i * 7919) % 9001)")?;
        write.db.run("DELETE FROM setting WHERE name LIKE '%3'", &[]).map(drop)
    })
    .unwrap();
    rows(&store);
    let lists = "INSERT INTO entry_number (one, last) VALUES (1, 5)";
    change(&store, |write| write.db.run(lists, &[]).map(drop)).unwrap();
    let blobs = "SELECT max(length(states)) FROM row_digest";
    let largest: u64 = store.read().db.only(blobs, &[]).unwrap();
    assert!(largest < 4096 * 30, "{largest}");
}

#[test]
fn what_a_failed_statement_wrote_is_forgotten() {
    let (_folder, store) = store();
    change(&store, |write| {
        write.put_setting("n1", &json!(1))?;
        // The last of many rows is there already.
        settings(write, 9_000, "CASE i WHEN 9000 THEN 'n1' ELSE 'm' || i END").unwrap_err();
        write.put_setting("n2", &json!(2))
    })
    .unwrap();
    assert_eq!(rows(&store), 2);
}

/// Rows that are taken from what a statement is given: kept, refused, changed and deleted.
#[test]
fn rows_that_are_inserted_whole_are_rows_like_others() {
    let (_folder, store) = store();
    let insert = "INSERT INTO posting_entry (posting_no, entry_no) VALUES (?1, ?2)";
    let refused = change(&store, |write| write.db.run(insert, &[&1, &7]).map(drop));
    assert!(refused.is_err(), "there is no such posting");
    change(&store, |write| {
        let draft = "INSERT INTO original_file (original_no, name, bytes, sha256)
             VALUES (1, 'a', 1, '')";
        write.db.run(draft, &[])?;
        write.db.run(
            "INSERT INTO draft (draft_no, kind, id, state, original_no, sha256, profile,
                 profile_name, format, rows, read_on, event_no)
             VALUES (1, 'register', 'a', 'draft', 1, '', '', '', '', 9, '', 1)",
            &[],
        )?;
        let insert = "INSERT INTO draft_row (line, draft_no, state, written)
             VALUES (?1, ?2, ?3, ?4)";
        let mut row = write.db.prepare(insert)?;
        for line in 1..9_000 {
            row.run(&[&line, &1, &0, &"a"])?;
            if line % 1000 == 0 {
                row.run(&[&line, &1, &0, &"twice"]).unwrap_err();
                row.run(&[&line, &2, &0, &"of no draft"]).unwrap_err();
            }
        }
        write.db.run("UPDATE draft_row SET state = 3 WHERE line < 5000", &[])?;
        write.db.run("DELETE FROM draft_row WHERE line > 8000", &[]).map(drop)
    })
    .unwrap();
    assert_eq!(rows(&store), 8002);
    assert!(store.read().db.run(insert, &[&1, &7]).is_err(), "outside a change");
    for other in [
        "INSERT INTO posting_entry (posting_no, entry_no) SELECT 1, 2",
        "INSERT INTO posting_entry (posting_no, entry_no) VALUES (?1, 2)",
        "INSERT INTO posting_entry (posting_no, entry_no) VALUES (?2, ?1)",
        "INSERT OR REPLACE INTO posting_entry (posting_no, entry_no) VALUES (?1, ?2)",
        "INSERT INTO posting_entry VALUES (?1, ?2)",
        "INSERT INTO posting_entry (posting_no, entry_no) VALUES (?1, ?2) RETURNING entry_no",
        "INSERT INTO row_match (list_no, line) VALUES (?1, ?2)",
    ] {
        let refused = change(&store, |write| write.db.run(other, &[&1, &2]).map(drop));
        assert!(matches!(refused, Err(StoreError::Damaged(_))), "{other}: {refused:?}");
    }
}

#[test]
fn what_is_rolled_back_is_forgotten() {
    let (_folder, store) = store();
    let refused = change(&store, |write| {
        settings(write, 9_000, "'m' || i")?;
        Err(StoreError::Missing)
    });
    assert!(refused.is_err());
    let nothing = store.change(&occasion(), |write| {
        settings(write, 9_000, "'m' || i")?;
        Ok::<_, StoreError>(Ending::Nothing(()))
    });
    nothing.unwrap();
    change(&store, |write| write.put_setting("a", &json!(1))).unwrap();
    assert_eq!(rows(&store), 1);
    let blobs: u64 = store.read().db.only("SELECT count(*) FROM row_digest", &[]).unwrap();
    assert_eq!(blobs, 1);
}

#[test]
fn nothing_is_written_outside_a_change() {
    let (_folder, store) = store();
    let insert = "INSERT INTO setting (name, value) VALUES ('a', '1')";
    assert!(store.read().db.run(insert, &[]).is_err());
    assert!(store.aside(|db| db.run(insert, &[]).map(drop)).is_err());
    assert_eq!(rows(&store), 0);
}

#[test]
fn faults_are_counted_and_the_first_are_named() {
    let (_folder, store) = store();
    change(&store, |write| settings(write, 500, "printf('%03d', i)").map(drop)).unwrap();
    let db = store.read().db;
    for trigger in ["rewritten", "gone"] {
        db.script(&format!("DROP TRIGGER temp.{trigger}_setting")).unwrap();
    }
    db.script(
        "UPDATE setting SET value = '2' WHERE name <= '200'; DELETE FROM setting WHERE name > '498'",
    )
    .unwrap();
    let held = held(&store);
    assert_eq!((held.rows, held.faults, held.broken.len()), (498, 202, 100));
    let first = &held.broken[0];
    assert_eq!((first.table.as_str(), first.row.as_str()), ("setting", "001"));
    assert_eq!((first.kind, first.event_no.unwrap().0), (RowFaultKind::Changed, 1));
}
