//! Nothing that is written reaches what it must not, and a database is what it says it is.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::fs;

use acceptance::{Desk, KEY, text};
use api::{Host, Unwatched};
use serde_json::{Value, json};

/// Every operation that writes a file where it is told to.
fn writing(desk: &mut Desk, target: &Value) -> Vec<(&'static str, Value)> {
    let (list, distribution) = desk.month_distributed();
    let order = desk.call("orders.create", json!({ "distribution": distribution }));
    let order = text(&order["order"]);
    let export = json!({ "order": order, "format": "sie4i", "path": target, "attest": true });
    let folder = desk.path("kopior");
    fs::create_dir(&folder).unwrap();
    let backup = desk.call("backup.make", json!({ "folder": folder }))["file"].clone();
    vec![
        ("orders.export", export),
        ("orders.print", json!({ "order": order, "path": target })),
        ("settings.export", json!({ "path": target })),
        ("review.protocol", json!({ "list": list, "path": target })),
        ("expectation.print", json!({ "path": target })),
        ("backup.drill", json!({ "path": backup, "out": target })),
    ]
}

#[test]
fn no_output_reaches_the_database_or_what_belongs_to_it() {
    let mut desk = Desk::with_register();
    let asked = writing(&mut desk, &json!(null));
    let root = desk.path("");
    fs::create_dir(root.join("x")).unwrap();
    for name in ["desk.db", "desk.db.key", "desk.db.lock", "desk.db-wal", "x/../desk.db-journal"] {
        for (operation, request) in &asked {
            let mut request = request.clone();
            let field = if *operation == "backup.drill" { "out" } else { "path" };
            request[field] = json!(root.join(name));
            assert_eq!(desk.refused(operation, request).code, "target-is-database", "{operation}");
        }
    }
    desk.restart();
    assert_eq!(desk.call("session.check", json!({}))["outcome"], "done");
}

#[cfg(unix)]
#[test]
fn links_devices_folders_and_backups_are_no_outputs() {
    let mut desk = Desk::with_register();
    let asked = writing(&mut desk, &json!(null));
    let path = |name: &str| desk.path(name);
    fs::write(path("annan.txt"), "orörd").unwrap();
    std::os::unix::fs::symlink(path("annan.txt"), path("länk.txt")).unwrap();
    let backup = fs::read_dir(path("kopior")).unwrap().next().unwrap().unwrap().path();
    for (target, code) in [
        (path("länk.txt"), "target-is-link"),
        ("/dev/full".into(), "target-is-device"),
        (path("kopior"), "target-is-folder"),
        (backup, "target-is-backup"),
        ("".into(), "target-missing"),
    ] {
        for (operation, request) in &asked {
            let mut request = request.clone();
            let field = if *operation == "backup.drill" { "out" } else { "path" };
            request[field] = json!(target);
            assert_eq!(desk.refused(operation, request).code, code, "{operation}");
        }
    }
    assert_eq!(fs::read_to_string(desk.path("annan.txt")).unwrap(), "orörd");
}

#[test]
fn a_file_without_tables_is_not_opened_as_new() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("city.db");
    let mut host = Host::new("EXEMPEL", "2026-11-02".parse().ok()).with_key(KEY);
    for bytes in [&b""[..], b"x", &[0; 100], &[0; 4096], b"SQLite format 3\0"] {
        fs::write(&path, bytes).unwrap();
        let refused = host.call("session.open", json!({ "path": path }), &Unwatched).unwrap_err();
        let known = ["database-empty", "database-wrong-key"].contains(&refused.code.as_str());
        assert!(known, "{} bytes: {}", bytes.len(), refused.code);
        assert_eq!(fs::read(&path).unwrap(), bytes, "it is left as it was");
    }
    fs::write(&path, b"").unwrap();
    let refused = host.call("session.open", json!({ "path": path }), &Unwatched).unwrap_err();
    assert_eq!(refused.code, "database-empty");
}

#[cfg(unix)]
#[test]
fn another_name_and_a_deleted_lock_file_pass_no_lock() {
    let desk = Desk::new();
    let (database, alias, hard) =
        (desk.path("desk.db"), desk.path("alias.db"), desk.path("hard.db"));
    let mut other = Host::new("ANNAN", "2026-11-02".parse().ok()).with_key(KEY);
    let mut code = |path: &std::path::Path| {
        other.call("session.open", json!({ "path": path }), &Unwatched).unwrap_err().code
    };
    std::os::unix::fs::symlink(&database, &alias).unwrap();
    assert_eq!(code(&alias), "database-in-use");
    fs::remove_file(desk.path("desk.db.lock")).unwrap();
    assert_eq!(code(&database), "database-in-use", "the lock file is gone");
    fs::hard_link(&database, &hard).unwrap();
    assert_eq!(code(&hard), "database-in-use");
}

#[cfg(unix)]
#[test]
fn a_database_with_two_names_is_refused_and_a_link_to_it_opens_it() {
    let mut desk = Desk::new();
    desk.call("session.close", json!({}));
    let (database, alias, hard) =
        (desk.path("desk.db"), desk.path("alias.db"), desk.path("hard.db"));
    fs::hard_link(&database, &hard).unwrap();
    assert_eq!(
        desk.refused("session.open", json!({ "path": database })).code,
        "database-several-names"
    );
    fs::remove_file(&hard).unwrap();
    std::os::unix::fs::symlink(&database, &alias).unwrap();
    let opened = desk.call("session.open", json!({ "path": alias }));
    assert_eq!(opened["open"]["path"], json!(alias));
    let target = json!({ "path": database });
    assert_eq!(desk.refused("settings.export", target).code, "target-is-database");
}

#[test]
fn what_a_killed_process_left_is_removed_at_the_next_start() {
    let mut desk = Desk::new();
    desk.call("session.close", json!({}));
    let database = desk.path("desk.db");
    let key = store::key::DatabaseKey::from_hex(KEY).unwrap();
    let store = store::Store::open(&database, &key).unwrap();
    let (left, kept, whole) = (desk.path("a.si.1.part"), desk.path("b.key"), desk.path("b"));
    let name = |path: &std::path::Path| path.to_str().unwrap().to_owned();
    for path in [&left, &kept, &whole] {
        fs::write(path, "x").unwrap();
    }
    let begun = [
        store::unfinished::Unfinished { path: name(&left), belongs: None },
        store::unfinished::Unfinished { path: name(&kept), belongs: Some(name(&whole)) },
        store::unfinished::Unfinished { path: name(&desk.path("borta.part")), belongs: None },
    ];
    store.note_unfinished(&begun).unwrap();
    store.close().unwrap();
    desk.call("session.open", json!({ "path": database }));
    assert!(!left.exists());
    assert!(kept.exists(), "it belongs to a file that is there");
    desk.call("session.close", json!({}));
    let store = store::Store::open(&database, &key).unwrap();
    assert_eq!(store.read().unfinished().unwrap(), []);
}

/// A file is noted in the database before it is made.
#[cfg(unix)]
#[test]
fn files_are_noted_first_and_made_for_their_owner() {
    use std::os::unix::fs::PermissionsExt as _;
    let mut desk = Desk::with_register();
    let (_, distribution) = desk.month_distributed();
    let order = desk.call("orders.create", json!({ "distribution": distribution }));
    let out = desk.path("order.si");
    let request =
        json!({ "order": order["order"], "format": "sie4i", "path": out, "attest": true });
    desk.call("orders.export", request);
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&out), mode(&desk.path("desk.db"))), (0o600, 0o600));
    desk.call("session.close", json!({}));
    let key = store::key::DatabaseKey::from_hex(KEY).unwrap();
    let store = store::Store::open(&desk.path("desk.db"), &key).unwrap();
    let noted = store.read().unfinished().unwrap();
    assert!(noted.iter().any(|file| file.path.ends_with(".part")), "{noted:?}");
}
