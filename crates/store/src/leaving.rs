//! What leaves the program: whole tables, cell by cell, and the word of two that it may.

use std::path::Path;

use crate::db::{Database, from_row};
use crate::key::DatabaseKey;
use crate::{EventNo, PersonNo, Read, Result, Store, StoreError, Write};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Text.
    Text,
    /// Whole numbers.
    Integer,
    /// Bytes.
    Bytes,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableColumn {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub holds: Holds,
}

/// A table that leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns in their order.
    pub columns: Vec<TableColumn>,
    /// The columns of its key in their order.
    pub(crate) key: Vec<String>,
}

impl Table {
    /// The place of a column.
    #[must_use]
    pub fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|one| one.name == column)
    }
}

/// What stands in one place of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell<'c> {
    /// Nothing.
    Null,
    /// A whole number.
    Integer(i64),
    /// Text.
    Text(&'c str),
    /// Bytes.
    Bytes(&'c [u8]),
}

/// That somebody has asked for everything to leave, with who and when of each step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExitRequest {
    /// The client's id.
    pub id: String,
    /// Why.
    pub reason: String,
    /// Who asked; nobody inside the change that asks.
    pub asked_by: Option<String>,
    /// When, in UTC.
    pub asked_at: Option<String>,
    /// Who confirmed it; none: it waits.
    pub confirmed_by: Option<String>,
    /// The event that confirmed it.
    pub confirmed: Option<EventNo>,
}

from_row!(ExitRequest { id, reason, asked_by, asked_at, confirmed_by, confirmed });

/// Beginning of a question about requests that have not ended.
const OPEN: &str = "SELECT r.id, r.reason, a.actor AS asked_by, a.at AS asked_at,
        c.actor AS confirmed_by, r.confirmed_event_no AS confirmed
    FROM exit_request r LEFT JOIN audit_event a ON a.event_no = r.event_no
    LEFT JOIN audit_event c ON c.event_no = r.confirmed_event_no
    WHERE r.ended_event_no IS NULL";

impl Read<'_> {
    /// The tables that leave, by name.
    pub fn tables(&self) -> Result<Vec<Table>> {
        self.db.leaving_tables()
    }

    /// Hands each row of a table that is about some of these persons to `visit`; a table that is about
    /// nobody has none.
    ///
    /// # Errors
    /// Those of `visit`, besides the database's.
    pub fn each_cells_of_persons<E: From<StoreError>>(
        &self,
        table: &Table,
        persons: &[PersonNo],
        visit: &mut dyn FnMut(&[Cell<'_>]) -> Result<(), E>,
    ) -> Result<(), E> {
        self.db.cells_of_persons(table, persons, visit)
    }

    /// How many rows each table has.
    pub fn row_counts(&self) -> Result<Vec<(String, u64)>> {
        self.db.row_counts()
    }

    /// How many versions the tables have had.
    pub fn tables_version(&self) -> Result<u32> {
        self.db.tables_version()
    }

    /// Hands each row of a table to `visit`, in the order of its key, and stops at its first error.
    ///
    /// # Errors
    /// Those of `visit`, besides the database's.
    pub fn each_cells<E: From<StoreError>>(
        &self,
        table: &Table,
        visit: &mut dyn FnMut(&[Cell<'_>]) -> Result<(), E>,
    ) -> Result<(), E> {
        self.db.cells(table, visit)
    }

    /// What has been asked for and neither written nor given back, the oldest first.
    pub fn exit_requests(&self) -> Result<Vec<ExitRequest>> {
        self.db.all(&format!("{OPEN} ORDER BY r.request_no"), &[])
    }

    /// The request of that id, ended or not: its reason.
    pub fn exit_reason(&self, id: &str) -> Result<Option<String>> {
        self.db.one("SELECT reason FROM exit_request WHERE id = ?1", &[&id])
    }
}

impl Write<'_> {
    /// Keeps that somebody asks for everything to leave.
    pub fn add_exit_request(&self, id: &str, reason: &str) -> Result<()> {
        self.db.run(
            "INSERT INTO exit_request (id, reason, event_no) VALUES (?1, ?2, ?3)",
            &[&id, &reason, &self.event_no()],
        )?;
        Ok(())
    }

    /// Notes that another has confirmed it.
    pub fn confirm_exit(&self, id: &str) -> Result<()> {
        self.db.run(
            "UPDATE exit_request SET confirmed_event_no = ?1 WHERE id = ?2",
            &[&self.event_no(), &id],
        )?;
        Ok(())
    }

    /// Notes that it was written, or given back.
    pub fn end_exit(&self, id: &str) -> Result<()> {
        self.db.run(
            "UPDATE exit_request SET ended_event_no = ?1 WHERE id = ?2",
            &[&self.event_no(), &id],
        )?;
        Ok(())
    }
}

/// Puts rows into the tables of a database that is being made.
pub struct Filling<'c> {
    read: Read<'c>,
}

impl Filling<'_> {
    /// The tables, all of them empty before the first row.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn tables(&self) -> Result<Vec<Table>> {
        self.read.tables()
    }

    /// Puts a row into a table.
    ///
    /// # Errors
    /// When the table does not take it.
    pub fn put(&self, table: &Table, cells: &[Cell<'_>]) -> Result<()> {
        self.read.db.put_cells(table, cells)
    }
}

impl Store {
    /// Makes a database of what `fill` puts into its tables, with the index of persons made anew from
    /// it. Rows come with their digests and their chain, as they left.
    ///
    /// # Errors
    /// Those of `fill`, besides the database's; a row that refers to none.
    pub fn filled<E: From<StoreError>>(
        path: &Path,
        key: &DatabaseKey,
        fill: impl FnOnce(&Filling<'_>) -> Result<(), E>,
    ) -> Result<Store, E> {
        let database = Database::create_filled(path, key, |db| -> Result<(), E> {
            let filling = Filling { read: Read { db } };
            fill(&filling)?;
            Ok(filling.read.make_index()?)
        })?;
        Ok(Store::of(database))
    }
}
