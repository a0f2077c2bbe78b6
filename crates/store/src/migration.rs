//! Numbered migrations, all or nothing, whose checksums are verified.

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::key::hex;
use crate::{Result, StoreError};

/// Every migration in order; its number is its place from 1. A released one is never edited.
const MIGRATIONS: [&str; 4] = [
    include_str!("../migrations/0001-main-job.sql"),
    include_str!("../migrations/0002-register.sql"),
    include_str!("../migrations/0003-last-days-and-cases.sql"),
    include_str!("../migrations/0004-register-drafts.sql"),
];
/// The migration that leaves the words of names to the program.
const WORDS: u32 = 2;

/// Brings the database up to this program's version.
pub(crate) fn run(connection: &mut Connection) -> Result<()> {
    let before = run_all(connection, &MIGRATIONS)?;
    // A new database has nobody to find.
    if (1..WORDS).contains(&before) {
        crate::persons::complete(connection)?;
    }
    Ok(())
}

/// Applies what is missing; gives the number of the last one that had been applied before.
fn run_all(connection: &mut Connection, migrations: &[&str]) -> Result<u32> {
    let transaction =
        connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    transaction.execute_batch(
        "CREATE TABLE IF NOT EXISTS migration (
             number INTEGER PRIMARY KEY, sha256 TEXT NOT NULL) STRICT;",
    )?;
    let applied: Vec<(u32, String)> = transaction
        .prepare("SELECT number, sha256 FROM migration ORDER BY number")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let known = u32::try_from(migrations.len()).unwrap_or(u32::MAX);
    let found = u32::try_from(applied.len()).unwrap_or(u32::MAX);
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    for (number, sql) in (1u32..).zip(migrations) {
        // Line ends may differ between checkouts; the statements do not.
        let digest = hex(&Sha256::digest(sql.replace("\r\n", "\n").as_bytes()));
        match applied.get(number as usize - 1) {
            Some((_, sha256)) if *sha256 == digest => {}
            Some(_) => return Err(StoreError::MigrationChanged(number)),
            None => {
                transaction.execute_batch(sql)?;
                transaction.execute("INSERT INTO migration VALUES (?1, ?2)", (number, digest))?;
            }
        }
    }
    transaction.commit()?;
    Ok(found)
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
        let mut connection = Connection::open_in_memory().unwrap();
        run_all(&mut connection, &["CREATE TABLE a (b);", "CREATE TABLE c (d);"]).unwrap();
        let refused = run_all(&mut connection, &["CREATE TABLE a (b);"]);
        assert!(matches!(refused, Err(StoreError::Newer { found: 2, known: 1 })));
    }

    #[test]
    fn refuses_a_changed_migration() {
        let mut connection = Connection::open_in_memory().unwrap();
        run_all(&mut connection, &["CREATE TABLE a (b);"]).unwrap();
        let refused = run_all(&mut connection, &["CREATE TABLE a (b, c);"]);
        assert!(matches!(refused, Err(StoreError::MigrationChanged(1))));
    }

    #[test]
    fn a_failed_migration_leaves_nothing() {
        let mut connection = Connection::open_in_memory().unwrap();
        let failed = run_all(&mut connection, &["CREATE TABLE a (b);", "CREATE TABLE a (b);"]);
        assert!(failed.is_err());
        assert_eq!(schema(&connection), Vec::<String>::new());
    }
}
