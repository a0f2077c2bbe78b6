//! Backups: how long they take against reading every page once.

use std::fs;
use std::path::{Path, PathBuf};

use acceptance::KEY;
use api::Unwatched;
use app::backup::Reason;
use rusqlite::Connection;
use serde_json::json;
use store::key::DatabaseKey;

use super::{Outcome, call, host, opened, timed};

/// Reads every page of every table and index once, as the library gives them out: decrypted, with
/// their signatures held.
pub(super) fn pages(db: &str) -> Outcome {
    let connection = Connection::open(db)?;
    store::prepare(&connection, &DatabaseKey::from_hex(KEY).ok_or("a key")?)?;
    let pages: u64 = connection.query_row("PRAGMA page_count", [], |row| row.get(0))?;
    let (whole, ()) = timed(|| {
        let mut objects = connection.prepare(
            "SELECT type, name, tbl_name FROM sqlite_schema
             WHERE type IN ('table', 'index') AND rootpage > 0 ORDER BY rootpage",
        )?;
        let found = objects.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        for object in found {
            let (kind, name, table): (String, String, String) = object?;
            let question = match kind.as_str() {
                "index" if name.starts_with("sqlite_autoindex") => continue,
                "index" => {
                    format!("SELECT count(*) FROM \"{table}\" INDEXED BY \"{name}\" WHERE 1")
                }
                _ => every_column(&connection, &name)?,
            };
            // A partial index cannot answer for the whole table.
            if let Ok(mut asked) = connection.prepare(&question) {
                let mut rows = asked.query([])?;
                while rows.next()?.is_some() {}
            }
        }
        Ok(())
    })?;
    let (check, ()) = timed(|| {
        connection.query_row("PRAGMA quick_check", [], |row| row.get::<_, String>(0))?;
        Ok(())
    })?;
    Ok(json!({ "whole": whole, "quick_check": check, "pages": pages }))
}

fn every_column(connection: &Connection, table: &str) -> Outcome<String> {
    let mut columns = connection.prepare("SELECT name FROM pragma_table_info(?1)")?;
    let names = columns.query_map([table], |row| row.get::<_, String>(0))?;
    let lengths: Vec<String> =
        names.map(|name| Ok(format!("max(length(\"{}\"))", name?))).collect::<Outcome<_>>()?;
    Ok(format!("SELECT {} FROM \"{table}\"", lengths.join(", ")))
}

/// A backup while a list is read in; without a list, a backup alone.
pub(super) fn backup(db: &str, folder: &str, list: Option<&str>) -> Outcome {
    let mut host = opened(db)?;
    let app = host.app().map_err(|reply| reply.code)?;
    fs::create_dir_all(folder)?;
    let (prepare, job) =
        timed(|| Ok(app.begin_backup(Some(PathBuf::from(folder)), Reason::Asked)?))?;
    let copying = std::thread::spawn(move || {
        let started = std::time::Instant::now();
        let done = job.run(&Unwatched);
        (started.elapsed().as_secs_f64(), done)
    });
    let mut import = 0.0;
    if let Some(list) = list {
        let id = api::new_id();
        let source = app::payments::ListSource::File(list.into());
        let asked = app::payments::ReadList { id, source, profile: None, payment_date: None };
        import = timed(|| Ok(app.read_list(&asked, &Unwatched)?))?.0;
    }
    let (run, done) = copying.join().map_err(|_| "the backup broke down")?;
    let done = done?;
    let (end, made) = timed(|| Ok(app.end_backup(done)?))?;
    Ok(json!({
        "whole": prepare + run + end, "run": run, "import": import, "file": made.path,
        "bytes": made.note.bytes, "verified": made.note.verified,
    }))
}

pub(super) fn restore(backup: &str, into: &str) -> Outcome {
    let mut host = host();
    let request = json!({ "path": Path::new(backup), "into": into, "last_order": "-" });
    let (whole, restored) = timed(|| call(&mut host, "backup.restore", request))?;
    Ok(json!({ "whole": whole, "verified": restored["verified"] }))
}
