//! Measures one job in a process of its own, for `cargo xtask bench`; one JSON document on standard
//! output, times in seconds.
//!
//! - `prepare DB REGISTER`: a new database with a register
//! - `import DB LIST`: the whole import of a payment list
//! - `register DB FILE`: a new database; a register to persons with facts
//! - `register-floor FROM DB`: the bare inserts of the persons and facts of `FROM` into `DB`
//! - `floor FROM DB`: the bare inserts of the rows of `FROM` into the new database `DB`
//! - `claiming DB FOLDER`: a new database with a sample of claims: lists of pupils, costs, candidates
//! - `package DB FOLDER`: the package of a claim in it
//! - `cases DB`: opens a case about every second person
//! - `look DB`: keystrokes of a search, persons' pages, pages of the work list
//! - `propose DB`: what matching of the only list would propose, stored nowhere
//! - `match DB`: matching of the only list
//! - `year DB FOLDER`: a new database with a sample's register, and its list in twelve months
//! - `work DB`: the pages that show such a year
//! - `pages DB`: every page once
//! - `backup DB FOLDER [LIST]`: a backup, while a list is read in where one is given
//! - `restore BACKUP DB`: a backup into a new database

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "speaks to the program that runs it")]
#![allow(clippy::float_arithmetic, reason = "seconds, not money")]

mod claiming;
mod copying;
mod floor;
mod looking;
mod pages;

use std::error::Error;
use std::path::Path;
use std::time::Instant;

use acceptance::KEY;
use api::{Host, Unwatched};
use serde_json::{Value, json};

type Outcome<T = Value> = Result<T, Box<dyn Error>>;

fn main() -> std::process::ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let measured = match words.as_slice() {
        ["prepare", db, register] => prepare(db, register),
        ["import", db, list] => import(db, list),
        ["floor", from, db] => floor::measure(Path::new(from), Path::new(db)),
        ["register", db, file] => register(db, file),
        ["register-floor", from, db] => floor::register(Path::new(from), Path::new(db)),
        ["claiming", db, folder] => claiming::measure(db, folder),
        ["package", db, folder] => claiming::package(db, folder),
        ["cases", db] => looking::cases(db),
        ["look", db] => looking::look(db),
        ["propose", db] => propose(db),
        ["match", db] => matching(db),
        ["year", db, folder] => pages::year(db, folder),
        ["work", db] => pages::pages(db),
        ["pages", db] => copying::pages(db),
        ["backup", db, folder] => copying::backup(db, folder, None),
        ["backup", db, folder, list] => copying::backup(db, folder, Some(list)),
        ["restore", backup, db] => copying::restore(backup, db),
        _ => Err("usage: measure JOB DB …; the jobs stand in the source".into()),
    };
    match measured {
        Ok(figures) => {
            println!("{figures}");
            std::process::ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            std::process::ExitCode::FAILURE
        }
    }
}

/// Seconds that `work` takes, and what it gives.
fn timed<T>(work: impl FnOnce() -> Outcome<T>) -> Outcome<(f64, T)> {
    let started = Instant::now();
    let done = work()?;
    Ok((started.elapsed().as_secs_f64(), done))
}

fn call(host: &mut Host, operation: &str, request: Value) -> Outcome {
    host.call(operation, request, &Unwatched)
        .map_err(|reply| format!("{operation}: {} {}", reply.code, reply.message).into())
}

fn host() -> Host {
    Host::new("EXEMPEL", "2026-11-02".parse().ok()).with_key(KEY)
}

fn opened(db: &str) -> Outcome<Host> {
    let mut host = host();
    call(&mut host, "session.open", json!({ "path": db }))?;
    Ok(host)
}

fn created(db: &str) -> Outcome<Host> {
    let mut host = host();
    let request = json!({
        "path": db,
        "municipality": "Exempelstads kommun",
        "organisation_number": "219999-9992",
    });
    call(&mut host, "session.create", request)?;
    Ok(host)
}

fn prepare(db: &str, register: &str) -> Outcome {
    let mut host = created(db)?;
    // Of many invented persons some have the same name and birth date: they stay outside.
    call(&mut host, "register.import", json!({ "path": register, "park_faulty": true }))
}

/// From the file to payments on the observation account, in the two transactions of the product.
fn import(db: &str, list: &str) -> Outcome {
    let mut host = opened(db)?;
    let id = api::new_id();
    let source = app::payments::ListSource::File(list.into());
    let asked = app::payments::ReadList { id, source, profile: None, payment_date: None };
    let app = host.app().map_err(|reply| reply.code)?;
    let (read, id) = timed(|| Ok(app.read_list(&asked, &Unwatched)?))?;
    let committing = app::payments::BankAmount::default();
    let (commit, ()) = timed(|| Ok(app.commit_list(&id, &committing)?))?;
    Ok(json!({ "read": read, "commit": commit, "whole": read + commit }))
}

/// From the file of a register to persons with facts, in the two transactions of the product.
fn register(db: &str, file: &str) -> Outcome {
    let mut host = created(db)?;
    let app = host.app().map_err(|reply| reply.code)?;
    let kind = app::model::DraftKind::Register;
    let asked = app::draft::ReadDraft {
        about: Default::default(),
        id: api::new_id(),
        source: app::payments::ListSource::File(file.into()),
        profile: None,
        given_day: None,
    };
    let (read, id) = timed(|| Ok(app.read_draft(kind, &asked, &Unwatched)?))?;
    app.park_open_draft_rows(kind, &id)?;
    let (commit, taken) = timed(|| Ok(app.commit_draft(kind, &id)?))?;
    let whole = read + commit;
    Ok(json!({ "read": read, "commit": commit, "whole": whole, "persons": taken.added }))
}

/// The proposals alone. In a process of its own: matching finds no page in memory that this has read.
fn propose(db: &str) -> Outcome {
    let key = store::key::DatabaseKey::from_hex(KEY).ok_or("no key")?;
    let store = store::Store::open(Path::new(db), &key)?;
    let read = store.read();
    let list_no = read.lists()?.pop().ok_or("no list")?.list_no;
    let (whole, rows) = timed(|| {
        let (codes, index) = (read.code_table()?, read.identity_index()?);
        let (mut next, mut rows) = (0, 0);
        loop {
            let found = app::matching::propose_from(&read, list_no, next, &codes, &index)?;
            let Some(last) = found.last() else { return Ok(rows) };
            next = last.found.line + 1;
            rows += found.len();
        }
    })?;
    Ok(json!({ "whole": whole, "rows": rows }))
}

fn matching(db: &str) -> Outcome {
    let mut host = opened(db)?;
    let app = host.app().map_err(|reply| reply.code)?;
    let list = app.payment_lists()?.pop().ok_or("no list")?;
    let (whole, outcome) = timed(|| Ok(app.match_list(&list.id)?))?;
    Ok(json!({ "whole": whole, "matched": outcome.matched, "suspense": outcome.suspense }))
}
