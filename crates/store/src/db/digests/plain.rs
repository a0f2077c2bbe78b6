//! Rows that a statement is given one by one with all of their values.

use super::Table;
use crate::db::{Params, Value};
use crate::{Result, StoreError};

/// Tables into which rows come only as `INSERT INTO t (…) VALUES (?1, …)`, by the hundred thousand. They
/// have no trigger for it, which would take half as long as the row itself: what is gathered is what
/// the statement is given. Any other statement that inserts there is refused when it is prepared.
const PLAIN: [&str; 6] =
    ["distributed_row", "draft_row", "order_entry", "payment_row", "posting_entry", "row_match"];

/// Whether rows of the table are gathered from what statements are given.
pub(super) fn is_plain(table: &str) -> bool {
    PLAIN.contains(&table)
}

/// Into which table a statement inserts, where it is one of those.
pub(super) fn inserted(sql: &str) -> Option<&'static str> {
    let rest = sql.trim_start().strip_prefix("INSERT")?;
    let table = rest.split_once("INTO")?.1.split_whitespace().next()?;
    PLAIN.into_iter().find(|one| *one == table)
}

/// A statement that inserts one row.
pub(crate) struct Insert {
    sql: String,
    /// The table's place among those that have digests.
    pub(super) table: usize,
    /// For each column the place of its value among those that the statement is given.
    values: Vec<usize>,
}

impl Insert {
    /// Reads the statement.
    ///
    /// # Errors
    /// When it gives other than every column one value of its own.
    pub(super) fn of(sql: &str, place: usize, table: &Table) -> Result<Insert> {
        let refused = || StoreError::Damaged("an insert of whole rows");
        let words: String = sql.split_whitespace().collect::<Vec<_>>().join(" ");
        let rest = words.strip_prefix(&format!("INSERT INTO {} (", table.name));
        let (columns, values) =
            rest.and_then(|rest| rest.split_once(") VALUES (")).ok_or_else(refused)?;
        let columns: Vec<&str> = columns.split(", ").collect();
        let places: Vec<String> = (1..=columns.len()).map(|place| format!("?{place}")).collect();
        if values != format!("{})", places.join(", ")) || columns.len() != table.columns.len() {
            return Err(refused());
        }
        let value = |name: &String| columns.iter().position(|column| column == name);
        let values: Option<Vec<usize>> = table.columns.iter().map(value).collect();
        Ok(Insert { sql: sql.to_owned(), table: place, values: values.ok_or_else(refused)? })
    }

    pub(super) fn is(&self, sql: &str) -> bool {
        self.sql == sql
    }

    /// What `params` give for a column.
    pub(super) fn value<'p>(&self, column: usize, params: Params<'p>) -> Result<Value<'p>> {
        let given = params.get(self.values[column]);
        given.ok_or(StoreError::Damaged("an insert of whole rows"))?.to_column()
    }
}
