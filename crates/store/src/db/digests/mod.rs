//! A digest of every row that is written.
//!
//! What a change writes into any table but those of [`EXEMPT`] passes triggers that live with the
//! connection and hand the row as it now is to the program (`gathering`); what comes by the hundred thousand is taken
//! from what the statement is given (`plain`). Its SHA-256 is kept beside
//! the rows, some thousands to a blob (`states`), and the event of the change holds a digest of the
//! blobs. Whoever looks through a database holds every row against its last state (`holding`).

mod gathering;
mod holding;
mod plain;
mod states;

use rusqlite::Connection;

use super::Db;
use crate::{EventNo, Result};

pub(crate) use gathering::Gathering;
use gathering::Gathers;
pub use holding::{RowFault, RowFaultKind, RowsHeld};
pub(crate) use plain::Insert;

/// Tables whose rows have no digest. Every other table has.
const EXEMPT: [&str; 8] = [
    // The chain covers it.
    "audit_event",
    // The events cover it.
    "row_digest",
    // Written outside changes: how somebody wants to see a list.
    "list_layout",
    // Held against the program's own migrations.
    "migration",
    // Written outside changes: who was looked at last orders what is found, and says nothing of anybody.
    "person_use",
    // Written outside changes: has a chain of its own, which the events seal.
    "reading",
    // Written outside changes: what is being typed and has not been read in.
    "typed_rows",
    // Written outside changes: files beside the database that may have to be removed.
    "unfinished_file",
];

/// The full text index and the tables that the library keeps for it: made anew from the facts.
const INDEX: &str = "person_search";

/// A table whose rows have digests.
struct Table {
    name: String,
    /// In the order of the schema.
    columns: Vec<String>,
    /// Places among the columns of the primary key's parts, in its order.
    key: Vec<usize>,
}

impl Table {
    fn key_columns(&self) -> impl Iterator<Item = &str> {
        self.key.iter().map(|place| self.columns[*place].as_str())
    }
}

/// Whether a table belongs to the index, which is made anew.
pub(super) fn is_index(table: &str) -> bool {
    table.starts_with(INDEX)
}

/// Every table, by name.
pub(super) fn table_names(connection: &Connection) -> Result<Vec<String>> {
    let mut named = connection.prepare(
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite^_%' ESCAPE '^'
         ORDER BY name",
    )?;
    Ok(named.query_map([], |row| row.get("name"))?.collect::<rusqlite::Result<_>>()?)
}

/// The tables whose rows have digests, by name.
fn tables(connection: &Connection) -> Result<Vec<Table>> {
    let names = table_names(connection)?;
    let digested = |name: &String| !EXEMPT.contains(&name.as_str()) && !is_index(name);
    names.into_iter().filter(digested).map(|name| table(connection, name)).collect()
}

fn table(connection: &Connection, name: String) -> Result<Table> {
    let mut info =
        connection.prepare("SELECT name, pk FROM pragma_table_info(?1, 'main') ORDER BY cid")?;
    let found: Vec<(String, usize)> = info
        .query_map([&name], |row| Ok((row.get("name")?, row.get("pk")?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut key: Vec<usize> = (0..found.len()).filter(|place| found[*place].1 > 0).collect();
    key.sort_by_key(|place| found[*place].1);
    Ok(Table { name, columns: found.into_iter().map(|(column, _)| column).collect(), key })
}

/// Names as SQL has them.
pub(super) fn quoted<'n>(names: impl Iterator<Item = &'n str>, of: &str) -> Vec<String> {
    names.map(|name| format!("{of}\"{}\"", name.replace('"', "\"\""))).collect()
}

impl<'c> Db<'c> {
    /// Begins to gather what a change writes.
    pub(crate) fn gather(self, event_no: EventNo) -> Result<Gathers<'c>> {
        Gathers::begin(self, event_no)
    }
}

/// Of the statements that insert where no trigger tells: those that insert other than whole rows.
#[cfg(test)]
pub(super) fn not_whole<'s>(statements: impl Iterator<Item = &'s str>) -> Vec<&'s str> {
    let mut connection = Connection::open_in_memory().unwrap();
    super::migration::run(&mut connection).unwrap();
    let gathering = Gathering::of(&connection).unwrap();
    statements.filter(|sql| gathering.insert(sql).is_err()).collect()
}

#[cfg(test)]
mod tests;
