//! Whole tables, cell by cell: what leaves the database in open formats, and comes back from them.

use rusqlite::Connection;
use rusqlite::types::ValueRef;

use super::Db;
use super::digests::{self, quoted};
use super::values::{ToColumn, Value};
use crate::leaving::{Cell, Holds, Table, TableColumn};
use crate::{PersonNo, Result, StoreError};

/// Tables that stay where they are. Every other one leaves.
const STAYS: [&str; 2] = [
    // The program that makes a database writes it.
    "migration",
    // Files beside this database on this computer.
    "unfinished_file",
];

impl Db<'_> {
    /// The tables that leave, by name.
    pub(crate) fn leaving_tables(self) -> Result<Vec<Table>> {
        let leaves = |name: &String| !STAYS.contains(&name.as_str()) && !digests::is_index(name);
        let names = digests::table_names(self.connection)?.into_iter().filter(leaves);
        names.map(|name| table(self.connection, name)).collect()
    }

    /// Hands each row of a table to `visit`, in the order of its key.
    pub(crate) fn cells<E: From<StoreError>>(
        self,
        table: &Table,
        visit: &mut dyn FnMut(&[Cell<'_>]) -> Result<(), E>,
    ) -> Result<(), E> {
        self.cells_where(table, "", visit)
    }

    fn cells_where<E: From<StoreError>>(
        self,
        table: &Table,
        condition: &str,
        visit: &mut dyn FnMut(&[Cell<'_>]) -> Result<(), E>,
    ) -> Result<(), E> {
        let names = quoted(table.columns.iter().map(|column| column.name.as_str()), "").join(", ");
        let order = quoted(table.key.iter().map(String::as_str), "").join(", ");
        let sql = format!("SELECT {names} FROM \"{}\" {condition} ORDER BY {order}", table.name);
        let mut statement = self.connection.prepare(&sql).map_err(StoreError::from)?;
        let mut rows = statement.query([]).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            let mut cells = Vec::with_capacity(table.columns.len());
            for place in 0..table.columns.len() {
                cells.push(cell(row.get_ref(place).map_err(StoreError::from)?)?);
            }
            visit(&cells)?;
        }
        Ok(())
    }

    /// Hands each row about some persons to `visit`; tables that are about nobody have none.
    pub(crate) fn cells_of_persons<E: From<StoreError>>(
        self,
        table: &Table,
        persons: &[PersonNo],
        visit: &mut dyn FnMut(&[Cell<'_>]) -> Result<(), E>,
    ) -> Result<(), E> {
        let numbers: Vec<String> = persons.iter().map(ToString::to_string).collect();
        match of_persons(table, &numbers.join(", ")) {
            Some(condition) => self.cells_where(table, &format!("WHERE {condition}"), visit),
            None => Ok(()),
        }
    }

    /// How many rows each table has.
    pub(crate) fn row_counts(self) -> Result<Vec<(String, u64)>> {
        let count = |table: Table| {
            let sql = format!("SELECT count(*) FROM \"{}\"", table.name);
            let rows = self.connection.query_row(&sql, [], |row| row.get(0))?;
            Ok((table.name, rows))
        };
        self.leaving_tables()?.into_iter().map(count).collect()
    }

    /// How many versions the tables have had.
    pub(crate) fn tables_version(self) -> Result<u32> {
        let applied = super::migration::applied(self.connection)?;
        Ok(u32::try_from(applied.len()).unwrap_or(u32::MAX))
    }

    /// Puts a row into a table as it was elsewhere.
    pub(crate) fn put_cells(self, table: &Table, cells: &[Cell<'_>]) -> Result<()> {
        let names = quoted(table.columns.iter().map(|column| column.name.as_str()), "").join(", ");
        let places: Vec<String> = (1..=cells.len()).map(|place| format!("?{place}")).collect();
        let places = places.join(", ");
        let sql = format!("INSERT INTO \"{}\" ({names}) VALUES ({places})", table.name);
        let params: Vec<&dyn ToColumn> = cells.iter().map(|cell| cell as &dyn ToColumn).collect();
        super::run(&mut *self.statement(&sql)?, &params)?;
        Ok(())
    }
}

/// Tables that are about persons without naming one in `person_no`, each with its condition; `{}` stands
/// for the persons.
const ABOUT: [(&str, &str); 13] = [
    ("case_document", OF_CASE),
    ("case_due", OF_CASE),
    ("case_event", OF_CASE),
    ("cost", "cost_no IN (SELECT s.cost_no FROM cost_share s WHERE s.person_no IN ({}))"),
    ("claim_document", "line_no IN (SELECT l.line_no FROM claim_line l WHERE l.person_no IN ({}))"),
    (
        "claim_line_cost",
        "line_no IN (SELECT l.line_no FROM claim_line l WHERE l.person_no IN ({}))",
    ),
    (
        "missing_outcome",
        "missing_row_no IN (SELECT m.missing_row_no FROM missing_row m WHERE m.person_no IN ({}))",
    ),
    ("payment_row", OF_ROW),
    ("row_decision", OF_ROW),
    ("row_finding", OF_ROW),
    ("suspended_row", OF_ROW),
    ("person", "person_no IN ({})"),
    ("person_merge", "person_no IN ({}) OR into_no IN ({})"),
];
const OF_CASE: &str = "case_no IN (SELECT f.case_no FROM case_file f WHERE f.person_no IN ({}))";
const OF_ROW: &str =
    "(list_no, line) IN (SELECT m.list_no, m.line FROM row_match m WHERE m.person_no IN ({}))";

/// Which rows of a table are about some persons; none where none can be.
fn of_persons(table: &Table, persons: &str) -> Option<String> {
    let about = ABOUT.iter().find(|(name, _)| *name == table.name);
    let named = || table.place("person_no").map(|_| "person_no IN ({})");
    let condition = about.map(|(_, condition)| *condition).or_else(named)?;
    Some(condition.replace("{}", persons))
}

/// References may point at rows that come later, as long as they are there in the end.
pub(super) fn let_references_wait(connection: &Connection) -> Result<()> {
    Ok(connection.execute_batch("PRAGMA defer_foreign_keys = ON;")?)
}

fn cell(value: ValueRef<'_>) -> Result<Cell<'_>> {
    Ok(match value {
        ValueRef::Null => Cell::Null,
        ValueRef::Integer(number) => Cell::Integer(number),
        ValueRef::Text(text) => {
            Cell::Text(std::str::from_utf8(text).map_err(|_| StoreError::Damaged("text"))?)
        }
        ValueRef::Blob(bytes) => Cell::Bytes(bytes),
        // Tables are strict, and none has a column of such numbers.
        ValueRef::Real(_) => return Err(StoreError::Damaged("number")),
    })
}

impl ToColumn for Cell<'_> {
    fn to_column(&self) -> Result<Value<'_>> {
        Ok(match self {
            Cell::Null => Value::Null,
            Cell::Integer(number) => Value::Integer(*number),
            Cell::Text(text) => Value::Text((*text).into()),
            Cell::Bytes(bytes) => Value::Bytes((*bytes).into()),
        })
    }
}

fn table(connection: &Connection, name: String) -> Result<Table> {
    let mut info = connection
        .prepare("SELECT name, type, pk FROM pragma_table_info(?1, 'main') ORDER BY cid")?;
    let found: Vec<(String, String, usize)> = info
        .query_map([&name], |row| Ok((row.get("name")?, row.get("type")?, row.get("pk")?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut key: Vec<(usize, String)> = found
        .iter()
        .filter(|(_, _, place)| *place > 0)
        .map(|(column, _, place)| (*place, column.clone()))
        .collect();
    key.sort();
    let column = |(name, holds, _): (String, String, usize)| -> Result<TableColumn> {
        let holds = match holds.as_str() {
            "TEXT" => Holds::Text,
            "INTEGER" => Holds::Integer,
            "BLOB" => Holds::Bytes,
            _ => return Err(StoreError::Damaged("a column of another type")),
        };
        Ok(TableColumn { name, holds })
    };
    Ok(Table {
        name,
        columns: found.into_iter().map(column).collect::<Result<_>>()?,
        key: key.into_iter().map(|(_, column)| column).collect(),
    })
}
