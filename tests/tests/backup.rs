//! Backups: made while the program works, looked through, and read in on another computer.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::fs;
use std::path::{Path, PathBuf};

use acceptance::{Desk, KEY, LIST_A, data, text};
use api::{Host, Unwatched, Watch};
use rusqlite::Connection;
use serde_json::{Value, json};

/// A desk with the month booked and handed over, and a folder for backups.
fn booked() -> (Desk, PathBuf) {
    let mut desk = Desk::with_register();
    let folder = desk.path("kopior");
    fs::create_dir(&folder).unwrap();
    let (_, distribution) = desk.month_distributed();
    let order = desk.call("orders.create", json!({ "distribution": distribution }));
    desk.export(&text(&order["order"]), "sie4i");
    (desk, folder)
}

fn set_place(desk: &mut Desk, folder: &Path, keep: u32) {
    let mut document = desk.call("settings.get", json!({}));
    document["settings"]["backup"]["folder"] = json!(folder);
    document["settings"]["backup"]["keep"] = json!(keep);
    desk.call("settings.put", document);
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|one| one.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Looks at a database beside the product.
fn tamper(path: &Path, sql: &str) {
    let connection = Connection::open(path).unwrap();
    let key = store::key::DatabaseKey::from_hex(KEY).unwrap();
    store::prepare(&connection, &key).unwrap();
    connection.execute_batch(sql).unwrap();
}

/// Somebody at another computer.
fn elsewhere() -> Host {
    Host::new("EXEMPEL", "2026-11-02".parse().ok()).with_key(KEY)
}

#[test]
fn a_backup_is_made_listed_and_looked_through() {
    let (mut desk, folder) = booked();
    assert_eq!(desk.refused("backup.make", json!({})).code, "backup-no-place");
    assert_eq!(desk.call("backup.state", json!({}))["state"], "no-place");
    let made = desk.call("backup.make", json!({ "folder": folder }));
    assert_eq!((&made["outcome"], &made["verified"]), (&json!("done"), &json!(true)), "{made}");
    let file = PathBuf::from(text(&made["file"]));
    assert_eq!(fs::metadata(&file).unwrap().len(), made["bytes"].as_u64().unwrap());
    assert_eq!(names(&folder).len(), 2, "the copy and its note, nothing unfinished");
    let listed = desk.call("backup.list", json!({ "folder": folder }));
    let one = &listed["backups"][0];
    for field in ["file", "bytes", "sha256", "events", "head", "verified", "made_at"] {
        assert_eq!(one[field], made[field], "{field}");
    }
    assert_eq!(one["of_this"], true);
    let seen = desk.call("backup.verify", json!({ "path": file }));
    for field in ["bytes", "sha256", "events", "head", "verified"] {
        assert_eq!(seen[field], made[field], "{field}");
    }
    assert_eq!((&seen["as_noted"], &seen["originals"]["checked"]), (&json!(true), &json!(2)));
    assert_eq!(seen["originals"]["booking_files"], 1);
    assert!(seen["sums"]["compared"].as_u64().unwrap() > 8, "{seen}");
    // The event of the backup itself has come after it.
    assert_eq!(seen["ahead"], json!({ "of_this": true, "events": 1, "lists": [], "orders": [] }));
    let start = desk.call("overview.start", json!({}));
    assert_eq!(
        (&start["backup"]["state"], &start["backup"]["hours"]),
        (&json!("fresh"), &json!(0))
    );
}

#[test]
fn as_many_are_kept_as_is_set_and_others_are_left_alone() {
    let (mut desk, folder) = booked();
    set_place(&mut desk, &folder, 2);
    let mut files = Vec::new();
    for number in 0..4 {
        desk.call("boards.put", json!({ "cost_centre": "9001", "name": format!("N{number}") }));
        files.push(text(&desk.call("backup.make", json!({}))["file"]));
    }
    fs::write(folder.join("min.txt"), "x").unwrap();
    let listed = desk.call("backup.list", json!({}));
    let left: Vec<String> =
        listed["backups"].as_array().unwrap().iter().map(|one| text(&one["file"])).collect();
    assert_eq!(left, [files[3].clone(), files[2].clone()]);
    // Another database with the same place keeps its own.
    let mut other = Desk::new();
    set_place(&mut other, &folder, 1);
    other.call("backup.make", json!({}));
    assert_eq!(desk.call("backup.list", json!({}))["backups"].as_array().unwrap().len(), 3);
    assert_eq!(names(&folder).len(), 7);
}

#[test]
fn one_is_made_at_close_and_daily_where_something_has_happened() {
    let (mut desk, folder) = booked();
    desk.restart();
    assert_eq!(names(&folder).len(), 0, "no place is set");
    set_place(&mut desk, &folder, 9);
    desk.restart();
    assert_eq!(names(&folder).len(), 2);
    assert_eq!(desk.call("backup.list", json!({}))["backups"][0]["reason"], "closing");
    desk.restart();
    assert_eq!(names(&folder).len(), 2, "nothing has happened since");
    assert_eq!(desk.call("backup.daily", json!({}))["made"], Value::Null, "not a day old");
    desk.call("boards.put", json!({ "cost_centre": "9001", "name": "N" }));
    fs::rename(&folder, folder.with_extension("borta")).unwrap();
    let closed = desk.call("session.close", json!({}));
    assert_eq!(closed["open"], Value::Null, "it is closed all the same");
    assert!(text(&closed["backup_fault"]).contains("säkerhetskopior"), "{closed}");
}

#[test]
fn the_days_backup_is_made_beside_the_work() {
    let (mut desk, folder) = booked();
    assert_eq!(desk.call("backup.begin", json!({}))["begun"], false, "no place is set");
    set_place(&mut desk, &folder, 9);
    assert_eq!(desk.call("backup.begin", json!({}))["begun"], true);
    assert_eq!(desk.call("backup.begin", json!({}))["begun"], false, "one is on its way, or made");
    desk.call("boards.put", json!({ "cost_centre": "9001", "name": "N" }));
    while desk.call("backup.state", json!({}))["state"] != "fresh" {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    let listed = desk.call("backup.list", json!({}));
    assert_eq!(listed["backups"][0]["reason"], "daily", "{listed}");
    assert_eq!(listed["backups"][0]["verified"], true);
    assert_eq!(names(&folder).len(), 2);
    // One that is on its way when the database is closed is waited for.
    let (mut other, folder) = booked();
    set_place(&mut other, &folder, 9);
    other.call("backup.begin", json!({}));
    other.call("session.close", json!({}));
    let begun = names(&folder).iter().filter(|name| name.ends_with(".db")).count();
    assert!(begun >= 1, "{:?}", names(&folder));
    assert!(!names(&folder).iter().any(|name| name.ends_with(".part")));
}

#[test]
fn a_damaged_backup_is_not_read_in() {
    let (mut desk, folder) = booked();
    let file = PathBuf::from(text(&desk.call("backup.make", json!({ "folder": folder }))["file"]));
    let whole = fs::read(&file).unwrap();
    let into = desk.path("ny.db");
    for at in [20, whole.len() / 2, whole.len() - 2] {
        let mut flipped = whole.clone();
        flipped[at] ^= 1;
        fs::write(&file, flipped).unwrap();
        let seen = desk.answer("backup.verify", json!({ "path": file }));
        assert!(seen.is_err() || seen.is_ok_and(|seen| seen["outcome"] == "findings"), "{at}");
        desk.refused("backup.restore", json!({ "path": file, "into": into }));
        assert!(!into.exists());
    }
    fs::write(&file, &whole[..whole.len() - 4096]).unwrap();
    desk.refused("backup.restore", json!({ "path": file, "into": into }));
    let left: Vec<String> =
        names(folder.parent().unwrap()).into_iter().filter(|name| name.contains("ny.db")).collect();
    assert_eq!(left, ["ny.db.lock"], "nothing unfinished");
}

#[test]
fn numbering_goes_on_above_what_left_the_house() {
    let (mut desk, folder) = booked();
    let made = desk.call("backup.make", json!({ "folder": folder }));
    let into = desk.path("ny.db");
    let mut host = elsewhere();
    let restore = json!({ "path": made["file"], "into": into, "last_order": "MIGV2026-0003" });
    let restored = host.call("backup.restore", restore.clone(), &Unwatched).unwrap();
    for field in ["bytes", "sha256", "events", "head", "verified"] {
        assert_eq!(restored[field], made[field], "{field}");
    }
    assert_eq!(restored["holds"]["last_order"], "MIGV2026-0001");
    assert_eq!(restored["restoration_waits"], false);
    let again = host.call("backup.restore", restore, &Unwatched).unwrap_err();
    assert_eq!(again.code, "database-exists");
    host.call("session.open", json!({ "path": into }), &Unwatched).unwrap();
    let mut call = |name: &str, request: Value| host.call(name, request, &Unwatched).unwrap();
    assert_eq!(call("session.check", json!({}))["outcome"], "done");
    let lists = call("payments.lists", json!({}));
    let list = lists["lists"][0]["list"].clone();
    call("payments.reverse", json!({ "list": list, "reason": "Fel lista" }));
    let orders = call("orders.list", json!({}));
    assert_eq!(orders["orders"][0]["number"], "MIGV2026-0004", "{orders}");
}

#[test]
fn nothing_is_shared_or_numbered_before_it_is_said_what_left_the_house() {
    let mut desk = Desk::with_register();
    let (_, distribution) = desk.month_distributed();
    let folder = desk.path("kopior");
    fs::create_dir(&folder).unwrap();
    let file = desk.call("backup.make", json!({ "folder": folder }))["file"].clone();
    let nothing = json!({ "last_order": "-" });
    assert_eq!(desk.refused("backup.answer", nothing.clone()).code, "nothing-restored");
    let into = desk.path("ny.db");
    let restored = desk.call("backup.restore", json!({ "path": file, "into": into }));
    assert_eq!(restored["restoration_waits"], true);
    assert_eq!(restored["ahead"]["events"], 1);
    desk.call("session.open", json!({ "path": into }));
    let book = json!({ "distribution": distribution });
    assert_eq!(desk.refused("orders.create", book.clone()).code, "restoration-waits");
    let month = json!({ "month": "2026-10" });
    assert_eq!(desk.refused("distribution.run", month.clone()).code, "restoration-waits");
    assert_eq!(desk.call("backup.state", json!({}))["restoration_waits"], true);
    let wrong = desk.refused("backup.answer", json!({ "last_order": "i höstas" }));
    assert_eq!(wrong.place.unwrap().field.as_deref(), Some("last_order"));
    desk.call("backup.answer", json!({ "last_order": "MIGV2026-0007" }));
    let order = desk.call("orders.create", book);
    assert_eq!(order["number"], "MIGV2026-0008");
    desk.call("distribution.run", month);
}

#[test]
fn an_order_that_the_backup_has_cannot_be_said_to_be_later_than_the_last() {
    let (mut desk, folder) = booked();
    let file = desk.call("backup.make", json!({ "folder": folder }))["file"].clone();
    let list = desk.call("payments.lists", json!({}))["lists"][0]["list"].clone();
    desk.call("payments.reverse", json!({ "list": list, "reason": "Fel lista" }));
    let later = desk.call("backup.make", json!({ "folder": folder }))["file"].clone();
    let into = desk.path("ny.db");
    let request =
        |file: &Value| json!({ "path": file, "into": into, "last_order": "MIGV2026-0001" });
    assert_eq!(desk.refused("backup.restore", request(&later)).code, "last-order-earlier");
    assert!(!into.exists());
    desk.call("backup.restore", request(&file));
}

#[test]
fn a_new_file_never_comes_where_something_lies() {
    let (mut desk, folder) = booked();
    let file = desk.call("backup.make", json!({ "folder": folder }))["file"].clone();
    for (name, code) in [
        ("desk.db", "database-in-use"),
        ("ny.db-wal", "restore-log-there"),
        ("ny.db.key", "database-key-file-exists"),
        ("ny.db", "database-exists"),
    ] {
        let into = desk.path(if name == "desk.db" { name } else { "ny.db" });
        if name != "desk.db" {
            fs::write(desk.path(name), "x").unwrap();
        }
        let refused = desk.refused("backup.restore", json!({ "path": file, "into": into }));
        assert_eq!(refused.code, code, "{name}");
    }
}

#[test]
fn a_passphrase_of_that_day_opens_the_backup() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let mut host = Host::new("EXEMPEL", "2026-11-02".parse().ok());
    let mut call = |name: &str, request: Value| host.call(name, request, &Unwatched);
    let passphrase = "korrekt häst batteri";
    let create = json!({
        "path": path("city.db"), "municipality": "Exempelstads kommun",
        "organisation_number": "219999-9992", "passphrase": passphrase,
    });
    call("session.create", create).unwrap();
    fs::create_dir(path("kopior")).unwrap();
    let made = call("backup.make", json!({ "folder": path("kopior") })).unwrap();
    assert!(text(&made["opened_by"]).contains("lösenfrasen som gällde"), "{made}");
    assert_eq!(names(&path("kopior")).len(), 3);
    let file = made["file"].clone();
    let wrong = json!({ "path": file, "into": path("ny.db"), "passphrase": "fel häst batteri" });
    assert_eq!(call("backup.restore", wrong).unwrap_err().code, "database-wrong-key");
    let right = json!({ "path": file, "into": path("ny.db"), "passphrase": passphrase });
    call("backup.restore", right).unwrap();
    let open = json!({ "path": path("ny.db"), "passphrase": passphrase });
    assert!(call("session.open", open).unwrap()["open"].is_object());
}

#[test]
fn a_new_computer_sees_what_lies_in_a_folder_and_what_opens_it() {
    let (mut desk, folder) = booked();
    let made = desk.call("backup.make", json!({ "folder": folder }));
    let mut host = elsewhere();
    let listed = host.call("backup.list", json!({ "folder": folder }), &Unwatched).unwrap();
    assert_eq!(listed["backups"][0]["file"], made["file"]);
    assert_eq!(listed["backups"][0]["of_this"], false, "no database is open");
    let nowhere = host.call("backup.list", json!({}), &Unwatched).unwrap_err();
    assert_eq!(nowhere.code, "backup-no-place");
    let seen = host.call("backup.look", json!({ "path": made["file"] }), &Unwatched).unwrap();
    assert_eq!((&seen["made_at"], &seen["needs_passphrase"]), (&made["made_at"], &json!(false)));
    assert_eq!(seen["opened_by"], made["opened_by"]);
    // Without the note it is a backup all the same, if its day is not known.
    fs::remove_file(format!("{}.json", text(&made["file"]))).unwrap();
    let seen = host.call("backup.look", json!({ "path": made["file"] }), &Unwatched).unwrap();
    assert_eq!(seen["made_at"], Value::Null);
    assert!(text(&seen["opened_by"]).contains("dagen då kopian gjordes"), "{seen}");
    let missing = json!({ "path": folder.join("borta.db") });
    assert_eq!(host.call("backup.look", missing, &Unwatched).unwrap_err().code, "database-missing");
    let own = json!({ "path": desk.path("desk.db") });
    assert_eq!(desk.refused("backup.look", own).code, "backup-is-open");
}

#[test]
fn a_drill_leaves_a_dated_protocol_and_nothing_else() {
    let (mut desk, folder) = booked();
    let file = desk.call("backup.make", json!({ "folder": folder }))["file"].clone();
    let out = desk.path("protokoll.pdf");
    let held = desk.call("backup.drill", json!({ "path": file, "out": out }));
    assert_eq!((&held["outcome"], &held["verified"]), (&json!("done"), &json!(true)), "{held}");
    assert!(fs::read(&out).unwrap().starts_with(b"%PDF"));
    let events = desk.call("audit.events", json!({}));
    assert_eq!(events["events"][0]["action"], "backup.drill");
    let left = names(folder.parent().unwrap());
    assert!(!left.iter().any(|name| name.contains(".part")), "{left:?}");
}

#[test]
fn a_backup_is_made_before_the_tables_get_a_new_version() {
    // Nothing has been read out of it, which would be sealed in a table that was not there then.
    let mut desk = Desk::with_register();
    let folder = desk.path("kopior");
    fs::create_dir(&folder).unwrap();
    set_place(&mut desk, &folder, 9);
    desk.call("backup.make", json!({}));
    desk.call("session.close", json!({}));
    let database = desk.path("desk.db");
    let later = [
        include_str!("../../crates/store/schema/backup.sql"),
        include_str!("../../crates/store/schema/users.sql"),
    ]
    .concat();
    let tables =
        later.split("CREATE TABLE ").skip(1).filter_map(|sql| sql.split_whitespace().next());
    let tables: Vec<&str> = tables.collect();
    let drop = tables.iter().rev().map(|table| format!("DROP TABLE {table}; "));
    tamper(
        &database,
        &format!("{}DELETE FROM migration WHERE number >= 2;", drop.collect::<String>()),
    );
    let before = names(&folder).len();
    desk.call("session.open", json!({ "path": database }));
    assert_eq!(names(&folder).len(), before + 2);
    let listed = desk.call("backup.list", json!({}));
    assert_eq!(listed["backups"][0]["reason"], "before-migration", "{listed}");
    assert_eq!(listed["backups"][0]["verified"], true);
    // Read in, it is brought up to this version too.
    let file = listed["backups"][0]["file"].clone();
    let into = desk.path("ny.db");
    let restore = json!({ "path": file, "into": into, "last_order": "-" });
    desk.call("backup.restore", restore);
    desk.call("session.open", json!({ "path": into }));
    assert_eq!(desk.call("session.check", json!({}))["outcome"], "done");
}

#[test]
fn the_open_database_is_no_backup_of_itself() {
    let (mut desk, _) = booked();
    let own = desk.path("desk.db");
    for path in [own.clone(), desk.path("kopior/../desk.db")] {
        let verify = json!({ "path": path });
        assert_eq!(desk.refused("backup.verify", verify).code, "backup-is-open");
        let restore = json!({ "path": path, "into": desk.path("ny.db") });
        assert_eq!(desk.refused("backup.restore", restore).code, "backup-is-open");
    }
    // A copy of a database that is open lacks what its log holds.
    fs::copy(&own, desk.path("kopia.db")).unwrap();
    fs::copy(desk.path("desk.db-wal"), desk.path("kopia.db-wal")).unwrap();
    let verify = json!({ "path": desk.path("kopia.db") });
    assert_eq!(desk.refused("backup.verify", verify).code, "backup-has-log");
}

/// Stops after so many reports.
struct Stops(std::cell::Cell<u32>);

impl Watch for Stops {
    fn at(&self, _: u64, _: u64) -> bool {
        self.0.set(self.0.get().saturating_sub(1));
        self.0.get() > 0
    }
}

#[test]
fn what_is_cancelled_leaves_nothing() {
    let (mut desk, folder) = booked();
    let file = desk.call("backup.make", json!({ "folder": folder }))["file"].clone();
    desk.call("session.close", json!({}));
    let mut host = elsewhere();
    let mut call = |name: &str, request: Value, reports: u32| {
        host.call(name, request, &Stops(std::cell::Cell::new(reports)))
    };
    call("session.open", json!({ "path": desk.path("desk.db") }), 9).unwrap();
    let before = names(&folder);
    let root = names(folder.parent().unwrap());
    for reports in 1..3 {
        let stopped = call("backup.make", json!({ "folder": folder }), reports).unwrap_err();
        assert_eq!(stopped.code, "cancelled");
        let restore = json!({ "path": file, "into": desk.path("ny.db") });
        assert_eq!(call("backup.restore", restore, 1).unwrap_err().code, "cancelled");
    }
    assert_eq!(names(&folder), before);
    let mut now = names(folder.parent().unwrap());
    now.retain(|name| name != "ny.db.lock");
    assert_eq!(now, root);
}

/// What the check sees of each kind of tampering with the key at hand.
#[test]
fn tampering_with_the_tables_is_found() {
    let (mut desk, _) = booked();
    assert_eq!(desk.call("session.check", json!({}))["outcome"], "done");
    desk.call("session.close", json!({}));
    let database = desk.path("desk.db");
    let whole = fs::read(&database).unwrap();
    for (sql, part, said) in [
        ("UPDATE entry SET amount_ore = amount_ore + 1 WHERE entry_no = 5", "sums", "ok"),
        ("UPDATE payment_row SET amount_ore = amount_ore + 1 WHERE line = 5", "sums", "ok"),
        ("DELETE FROM posting WHERE posting_no = 2", "sums", "ok"),
        ("UPDATE booking_file SET data = x'00'", "originals", "ok"),
        ("UPDATE original_piece SET data = x'00'", "originals", "ok"),
        ("DELETE FROM original_piece", "originals", "ok"),
        (
            "DELETE FROM audit_event WHERE event_no = (SELECT max(event_no) FROM audit_event)",
            "digests",
            "chain",
        ),
        (
            "UPDATE distribution SET out_ore = out_ore + 1, suspense_ore = suspense_ore - 1",
            "sums",
            "ok",
        ),
        ("UPDATE booking_order SET debit_ore = debit_ore + 1", "sums", "ok"),
        ("SELECT 1", "digests", "schema"),
    ] {
        fs::write(&database, &whole).unwrap();
        tamper(
            &database,
            &format!("PRAGMA foreign_keys = OFF; {} {sql}", drop_triggers(&database)),
        );
        desk.call("session.open", json!({ "path": database }));
        let seen = desk.call("session.check", json!({}));
        assert_eq!(seen["outcome"], "findings", "{sql}");
        assert_eq!(seen[part][said], false, "{sql}: {seen}");
        assert_eq!(seen["digests"]["schema"], false, "{sql}: the triggers are gone");
        desk.call("session.close", json!({}));
    }
}

fn drop_triggers(path: &Path) -> String {
    let connection = Connection::open(path).unwrap();
    let key = store::key::DatabaseKey::from_hex(KEY).unwrap();
    store::prepare(&connection, &key).unwrap();
    let mut found =
        connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").unwrap();
    let names = found.query_map([], |row| row.get::<_, String>(0)).unwrap();
    names.map(|name| format!("DROP TRIGGER {};", name.unwrap())).collect()
}

#[test]
fn a_list_that_is_taken_back_and_read_again_still_adds_up() {
    let (mut desk, _) = booked();
    let list = desk.call("payments.lists", json!({}))["lists"][0]["list"].clone();
    desk.call("payments.reverse", json!({ "list": list, "reason": "Fel lista" }));
    let again = desk.import(&data(LIST_A), json!({ "bank_ore": 90_925_010 }));
    desk.call("match.run", json!({ "list": again["list"] }));
    desk.call("distribution.run", json!({ "month": "2026-10" }));
    let seen = desk.call("session.check", json!({}));
    assert_eq!(seen["outcome"], "done", "{seen}");
}

/// A backup that somebody has got at, and what that is to be refused with.
type Tampered = (&'static str, fn(&Path), &'static [&'static str]);

const TAMPERED: [Tampered; 3] = [
    (
        "a row that was edited by somebody who has the key",
        |file| {
            let triggers = drop_triggers(file);
            let edit = "UPDATE payment_row SET amount_ore = amount_ore + 100
                        WHERE list_no = 1 AND line = 2;";
            tamper(file, &format!("{triggers} {edit}"));
        },
        &["backup-not-whole"],
    ),
    (
        "an end that was cut off",
        |file| {
            let whole = fs::read(file).unwrap();
            fs::write(file, &whole[..whole.len() / 4096 / 2 * 4096]).unwrap();
        },
        &["backup-not-whole", "database-wrong-key", "database-damaged"],
    ),
    (
        "another file's bytes under the name",
        |file| {
            let other = Desk::with_register();
            fs::copy(other.path("desk.db"), file).unwrap();
        },
        &["backup-not-whole", "backup-not-as-noted"],
    ),
];

#[test]
fn a_backup_that_somebody_has_got_at_is_told_and_not_read_in() {
    for (what, tampering, codes) in TAMPERED {
        let (mut desk, folder) = booked();
        let file =
            PathBuf::from(text(&desk.call("backup.make", json!({ "folder": folder }))["file"]));
        desk.call("session.close", json!({}));
        tampering(&file);
        let into = desk.path("ny.db");
        let mut host = elsewhere();
        // As the window goes: what lies in the folder, what it is, then what it holds, then into a new file.
        let listed = host.call("backup.list", json!({ "folder": folder }), &Unwatched).unwrap();
        assert_eq!(listed["backups"].as_array().unwrap().len(), 1, "{what}");
        let seen = host.call("backup.verify", json!({ "path": file }), &Unwatched);
        let told = match &seen {
            Ok(seen) => seen["outcome"] == "findings",
            Err(refused) => codes.contains(&refused.code.as_str()),
        };
        assert!(told, "{what}: {seen:?}");
        let restore = json!({ "path": file, "into": into, "last_order": "MIGV2026-0001" });
        let refused = host.call("backup.restore", restore, &Unwatched).unwrap_err();
        assert!(
            codes.contains(&refused.code.as_str()),
            "{what}: {} {}",
            refused.code,
            refused.message
        );
        assert!(!into.exists() && !desk.path("ny.db.key").exists(), "{what}");
    }
}

#[test]
fn a_backup_beside_the_key_file_of_another_is_not_read_in_with_either_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let mut host = Host::new("EXEMPEL", "2026-11-02".parse().ok());
    let mut call = |name: &str, request: Value| host.call(name, request, &Unwatched);
    let phrases = ["korrekt häst batteri", "annan häst batteri"];
    let mut files = Vec::new();
    for (name, passphrase) in ["ett", "annat"].into_iter().zip(phrases) {
        let create = json!({
            "path": path(&format!("{name}.db")), "municipality": "Exempelstads kommun",
            "organisation_number": "219999-9992", "passphrase": passphrase,
        });
        call("session.create", create).unwrap();
        fs::create_dir(path(name)).unwrap();
        let made = call("backup.make", json!({ "folder": path(name) })).unwrap();
        files.push(text(&made["file"]));
    }
    call("session.close", json!({})).unwrap();
    fs::copy(format!("{}.key", files[1]), format!("{}.key", files[0])).unwrap();
    for passphrase in phrases {
        let restore = json!({ "path": files[0], "into": path("ny.db"), "passphrase": passphrase });
        let refused = call("backup.restore", restore).unwrap_err();
        assert_eq!(refused.code, "database-wrong-key", "{passphrase}");
        assert!(!path("ny.db").exists() && !path("ny.db.key").exists(), "{passphrase}");
    }
}

#[cfg(unix)]
#[test]
fn nobody_else_reads_a_database_a_backup_or_an_export() {
    use std::os::unix::fs::PermissionsExt as _;

    let (mut desk, folder) = booked();
    desk.call("backup.make", json!({ "folder": folder }));
    let export = desk.path("register");
    fs::create_dir(&export).unwrap();
    desk.call("register.export", json!({ "folder": export }));
    let root = desk.path("desk.db").parent().unwrap().to_owned();
    let mut looked_at = 0;
    for folder in [&root, &folder, &export] {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let metadata = entry.metadata().unwrap();
            if metadata.is_file() {
                let mode = metadata.permissions().mode() & 0o777;
                assert_eq!(mode, 0o600, "{}", entry.path().display());
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 6, "{looked_at}");
}
