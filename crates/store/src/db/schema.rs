//! Whether tables, views, indexes and triggers are those that the migrations made.

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::{Database, Db, migration};
use crate::key::hex;
use crate::{EventNo, Result};

/// What the schema turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaLooked {
    /// SHA-256 over what is there, in hexadecimal.
    pub sha256: String,
    /// Names of what is missing, other than it was made, or of another's making.
    pub differs: Vec<String>,
}

impl Database {
    /// Looks at the schema; a database that waits for a migration is held against those it has had.
    pub(crate) fn look_at_schema(&self) -> Result<SchemaLooked> {
        let here = objects(self.connection())?;
        let mut made = Connection::open_in_memory()?;
        migration::run_first(&mut made, migration::applied(self.connection())?.len())?;
        let made = objects(&made)?;
        let mut differs: Vec<String> = here
            .iter()
            .filter(|one| !made.contains(one))
            .chain(made.iter().filter(|one| !here.contains(one)))
            .map(|(name, _)| name.clone())
            .collect();
        differs.sort();
        differs.dedup();
        let mut digest = Sha256::new();
        for (name, sql) in &here {
            for text in [name, sql] {
                digest.update((text.len() as u64).to_be_bytes());
                digest.update(text.as_bytes());
            }
        }
        Ok(SchemaLooked { sha256: hex(&digest.finalize()), differs })
    }

    /// The tables that name an event after `last`.
    pub(crate) fn beyond(&self, last: EventNo) -> Result<Vec<String>> {
        let mut statement = self.connection().prepare(
            "SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
             WHERE m.type = 'table' AND c.name = 'event_no' AND m.name <> 'audit_event'
             ORDER BY m.name",
        )?;
        let tables: Vec<String> =
            statement.query_map([], |row| row.get("name"))?.collect::<rusqlite::Result<_>>()?;
        let mut beyond = Vec::new();
        for table in tables {
            let question = format!("SELECT coalesce(max(event_no), 0) > ?1 FROM \"{table}\"");
            if self.connection().query_row(&question, [last.0], |row| row.get(0))? {
                beyond.push(table);
            }
        }
        Ok(beyond)
    }
}

impl Db<'_> {
    /// Whether there is a table of that name: one that came later is missing until its migration has run.
    pub(crate) fn has_table(self, name: &str) -> Result<bool> {
        let asked = "SELECT count(*) > 0 FROM sqlite_schema WHERE type = 'table' AND name = ?1";
        Ok(self.connection.query_row(asked, [name], |row| row.get(0))?)
    }
}

/// Names with what made them, in the order of names. What the library keeps of its own, such as
/// counts for its planner, is left out.
fn objects(connection: &Connection) -> Result<Vec<(String, String)>> {
    let mut statement = connection.prepare(
        "SELECT name, type || ' ' || tbl_name || ' ' || coalesce(sql, '') AS made
         FROM sqlite_schema WHERE name NOT LIKE 'sqlite^_stat%' ESCAPE '^' ORDER BY name, type",
    )?;
    let found = statement.query_map([], |row| {
        let made: String = row.get("made")?;
        Ok((row.get("name")?, made.replace("\r\n", "\n")))
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
