//! Numbered migrations, all or nothing, whose checksums are verified.

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::key::hex;
use crate::{Result, StoreError};

/// Every migration in order; its number is its place from 1. A released one is never edited.
const MIGRATIONS: [&str; 7] = [
    include_str!("../migrations/0001-main-job.sql"),
    include_str!("../migrations/0002-register.sql"),
    include_str!("../migrations/0003-last-days-and-cases.sql"),
    include_str!("../migrations/0004-register-drafts.sql"),
    include_str!("../migrations/0005-places-in-lists.sql"),
    include_str!("../migrations/0006-law.sql"),
    include_str!("../migrations/0007-expectation.sql"),
];
/// The migration that leaves boards and the words of names to the program.
const REGISTER: u32 = 2;
/// The migration that leaves the places of protected persons in lists to the program.
const PLACES: u32 = 5;

/// Brings the database up to this program's version.
pub(crate) fn run(connection: &mut Connection) -> Result<()> {
    run_all(connection, &MIGRATIONS, |transaction, before| {
        if before < REGISTER {
            crate::persons::complete(transaction)?;
        } else if before < PLACES {
            crate::persons::place_by_name(transaction)?;
        }
        Ok(())
    })
}

/// Applies what is missing, and lets `complete` do what statements cannot: it gets the number of the
/// last migration that had been applied before.
fn run_all(
    connection: &mut Connection,
    migrations: &[&str],
    complete: impl FnOnce(&Connection, u32) -> Result<()>,
) -> Result<()> {
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
    complete(&transaction, found)?;
    transaction.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nothing(_: &Connection, _: u32) -> Result<()> {
        Ok(())
    }

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

    /// A board from May entered in August ends the one before, and one of the same day takes its
    /// place: what was known in June is what was entered by June.
    #[test]
    fn what_was_known_of_a_register_without_facts_stays_known() {
        let mut connection = Connection::open_in_memory().unwrap();
        run_all(&mut connection, &MIGRATIONS[..1], nothing).unwrap();
        connection
            .execute_batch(
                "INSERT INTO audit_event VALUES
                     (1, '2026-01-10T08:00:00Z', 'EXEMPEL', 'a', '', '{}', x'', x''),
                     (2, '2026-08-03T08:00:00Z', 'EXEMPEL', 'b', '', '{}', x'', x''),
                     (3, '2026-09-01T08:00:00Z', 'EXEMPEL', 'c', '', '{}', x'', x'');
                 INSERT INTO board (cost_centre, name) VALUES ('7110', 'A'), ('7120', 'B'), ('7130', 'C');
                 INSERT INTO person (person_no, register_id, family_name, given_name, search_text)
                     VALUES (1, 'P1', 'Ögren', 'Test', 'ogren test');
                 INSERT INTO person_board (person_no, valid_from, cost_centre, event_no)
                     VALUES (1, '', '7110', 1), (1, '2026-05-01', '7120', 2),
                            (1, '2026-05-01', '7130', 3);",
            )
            .unwrap();
        run(&mut connection).unwrap();
        let read = crate::Read { connection: &connection };
        let facts = read.facts_of(1).unwrap();
        let boards_known = |day: &str| -> Vec<String> {
            let known = domain::facts::known_on(&facts, day.parse().unwrap());
            let boards = known.iter().filter_map(|fact| match &fact.content {
                domain::facts::FactContent::ResponsibleBoard(board) => {
                    let day = |day: Option<chrono::NaiveDate>| {
                        day.map(|day| day.to_string()).unwrap_or_default()
                    };
                    let (from, until) = (fact.validity.valid_from, fact.validity.valid_until);
                    Some(format!("{} {}–{}", board.cost_centre.0, day(from), day(until)))
                }
                _ => None,
            });
            boards.collect()
        };
        assert_eq!(boards_known("2026-06-30"), ["7110 –"]);
        assert_eq!(boards_known("2026-08-31"), ["7110 –2026-04-30", "7120 2026-05-01–"]);
        assert_eq!(boards_known("2026-12-31"), ["7110 –2026-04-30", "7130 2026-05-01–"]);
        assert_eq!(
            read.search_persons("ögr te", "EXEMPEL", chrono::NaiveDate::MIN, 9).unwrap(),
            [1]
        );
    }

    #[test]
    fn refuses_what_a_newer_program_made() {
        let mut connection = Connection::open_in_memory().unwrap();
        run_all(&mut connection, &["CREATE TABLE a (b);", "CREATE TABLE c (d);"], nothing).unwrap();
        let refused = run_all(&mut connection, &["CREATE TABLE a (b);"], nothing);
        assert!(matches!(refused, Err(StoreError::Newer { found: 2, known: 1 })));
    }

    #[test]
    fn refuses_a_changed_migration() {
        let mut connection = Connection::open_in_memory().unwrap();
        run_all(&mut connection, &["CREATE TABLE a (b);"], nothing).unwrap();
        let refused = run_all(&mut connection, &["CREATE TABLE a (b, c);"], nothing);
        assert!(matches!(refused, Err(StoreError::MigrationChanged(1))));
    }

    #[test]
    fn a_failed_migration_leaves_nothing() {
        let mut connection = Connection::open_in_memory().unwrap();
        let failed =
            run_all(&mut connection, &["CREATE TABLE a (b);", "CREATE TABLE a (b);"], nothing);
        assert!(failed.is_err());
        assert_eq!(schema(&connection), Vec::<String>::new());
    }
}
