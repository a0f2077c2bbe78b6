//! Numbered migrations, all or nothing, whose checksums are verified.
//!
//! The first is the schema. A database whose first migration is another one was made in a schema that
//! this program does not read.

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::{guards, search};
use crate::key::hex;
use crate::{Result, StoreError};

/// The schema, each table after those it refers to.
pub(super) const SCHEMA: [&str; 7] = [
    include_str!("../../schema/city.sql"),
    include_str!("../../schema/register.sql"),
    include_str!("../../schema/cases.sql"),
    include_str!("../../schema/payments.sql"),
    include_str!("../../schema/ledger.sql"),
    include_str!("../../schema/expected.sql"),
    include_str!("../../schema/claims.sql"),
];

/// What the second migration adds: backups, what they leave and what is restored from them.
pub(super) const BACKUP: &str = include_str!("../../schema/backup.sql");

/// What the third migration adds: users, their roles and attests, and what they have signed.
pub(super) const USERS: &str = include_str!("../../schema/users.sql");

/// Every migration in order; its number is its place from 1. A released one is never edited.
fn migrations() -> Vec<String> {
    vec![
        format!("{}{}{}", SCHEMA.concat(), search::SCHEMA, guards::sql()),
        format!("{BACKUP}{}", guards::backup_sql()),
        format!("{USERS}{}", guards::users_sql()),
    ]
}

/// Whether a program of ours has made the database: an empty or foreign file is never taken for a new
/// one.
pub(super) fn is_product(connection: &Connection) -> Result<bool> {
    Ok(connection.query_row(
        "SELECT count(*) = 3 FROM sqlite_schema
         WHERE type = 'table' AND name IN ('migration', 'setting', 'audit_event')",
        [],
        |row| row.get(0),
    )?)
}

/// Whether the database waits for a migration.
pub(super) fn waits(connection: &mut Connection) -> Result<bool> {
    let all = migrations();
    Ok(refuse_others(connection, &all)? < all.len())
}

/// How many of `migrations` have been applied, when nothing else has. What a newer program has made is
/// refused with the version of the one that can open it.
fn refuse_others(connection: &Connection, migrations: &[String]) -> Result<usize> {
    let carried: Vec<String> = migrations.iter().map(|sql| digest(sql)).collect();
    refuse_other(&applied(connection)?, &carried).map_err(|error| match error {
        StoreError::Newer { found, known, .. } => {
            let made = "SELECT program FROM migration ORDER BY number DESC LIMIT 1";
            // A database so much newer that it does not say so there is refused all the same.
            let program = connection.query_row(made, [], |row| row.get(0)).unwrap_or_default();
            StoreError::Newer { found, known, program }
        }
        other => other,
    })
}

pub(super) fn applied(connection: &Connection) -> Result<Vec<String>> {
    let mut statement = connection.prepare("SELECT sha256 FROM migration ORDER BY number")?;
    let found = statement.query_map([], |row| row.get("sha256"))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Brings the database up to this program's version.
pub(super) fn run(connection: &mut Connection) -> Result<()> {
    run_all(connection, &migrations())
}

/// Runs the first `count` migrations, to see what they made.
pub(super) fn run_first(connection: &mut Connection, count: usize) -> Result<()> {
    let all = migrations();
    run_all(connection, &all[..count.min(all.len())])
}

fn run_all(connection: &mut Connection, migrations: &[String]) -> Result<()> {
    let transaction =
        connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    transaction.execute_batch(
        "CREATE TABLE IF NOT EXISTS migration (
             number INTEGER PRIMARY KEY, sha256 TEXT NOT NULL,
             program TEXT NOT NULL) STRICT;",
    )?;
    let done = refuse_others(&transaction, migrations)?;
    let carried: Vec<String> = migrations.iter().map(|sql| digest(sql)).collect();
    for (place, sql) in migrations.iter().enumerate().skip(done) {
        transaction.execute_batch(sql)?;
        transaction.execute(
            "INSERT INTO migration (number, sha256, program) VALUES (?1, ?2, ?3)",
            (number(place), &carried[place], env!("CARGO_PKG_VERSION")),
        )?;
    }
    transaction.commit()?;
    Ok(())
}

fn number(place: usize) -> u32 {
    u32::try_from(place + 1).unwrap_or(u32::MAX)
}

/// How many of the migrations that this program carries have been applied, when nothing else has.
fn refuse_other(applied: &[String], carried: &[String]) -> Result<usize> {
    if applied.first().is_some_and(|first| Some(first) != carried.first()) {
        return Err(StoreError::OtherSchema);
    }
    if let Some(place) =
        (1..applied.len().min(carried.len())).find(|at| applied[*at] != carried[*at])
    {
        return Err(StoreError::MigrationChanged(number(place)));
    }
    if let Some(more) = applied.len().checked_sub(carried.len() + 1) {
        let (found, known) = (number(carried.len() + more), number(carried.len() - 1));
        return Err(StoreError::Newer { found, known, program: String::new() });
    }
    Ok(applied.len())
}

/// Line ends may differ between checkouts; the statements do not.
fn digest(sql: &str) -> String {
    hex(&Sha256::digest(sql.replace("\r\n", "\n").as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schema(connection: &Connection) -> Vec<String> {
        connection
            .prepare("SELECT coalesce(sql, '') FROM sqlite_schema ORDER BY name")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap()
    }

    /// Runs the migrations `first`, then the migrations `then`.
    fn run_twice(first: &[&str], then: &[&str]) -> Result<()> {
        let own = |sql: &[&str]| sql.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
        let mut connection = Connection::open_in_memory().unwrap();
        run_all(&mut connection, &own(first)).unwrap();
        run_all(&mut connection, &own(then))
    }

    const A: &str = "CREATE TABLE a (b);";
    const C: &str = "CREATE TABLE c (d);";

    #[test]
    fn a_second_run_changes_nothing() {
        let mut connection = Connection::open_in_memory().unwrap();
        run(&mut connection).unwrap();
        let first = schema(&connection);
        run(&mut connection).unwrap();
        assert_eq!(schema(&connection), first);
        assert!(first.len() > 20);
    }

    #[test]
    fn refuses_what_a_newer_program_made() {
        let refused = run_twice(&[A, C], &[A]);
        let Err(StoreError::Newer { found: 2, known: 1, program }) = refused else {
            panic!("{refused:?}");
        };
        assert_eq!(program, env!("CARGO_PKG_VERSION"));
    }

    #[test]
    fn refuses_a_changed_migration() {
        let refused = run_twice(&[A, C], &[A, "CREATE TABLE c (d, e);"]);
        assert!(matches!(refused, Err(StoreError::MigrationChanged(2))), "{refused:?}");
    }

    #[test]
    fn refuses_a_database_of_another_schema() {
        for older in [&[A][..], &[A, C]] {
            let refused = run_twice(older, &[C]);
            assert!(matches!(refused, Err(StoreError::OtherSchema)), "{refused:?}");
        }
    }

    #[test]
    fn a_failed_migration_leaves_nothing() {
        let mut connection = Connection::open_in_memory().unwrap();
        let twice = [A.to_owned(), A.to_owned()];
        assert!(run_all(&mut connection, &twice).is_err());
        assert_eq!(schema(&connection), Vec::<String>::new());
    }
}
