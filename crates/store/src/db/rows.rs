//! Rows, read by the names of their columns.

use std::cell::Cell;

use serde::de::DeserializeOwned;

use super::values::{Column, FromColumn};
use crate::{Result, StoreError};

/// What a row of an answer is read as.
pub(crate) trait FromRow: Sized {
    fn from_row(row: &Row<'_>) -> Result<Self>;
}

/// An answer of one column is read as its value.
impl<T: FromColumn> FromRow for T {
    fn from_row(row: &Row<'_>) -> Result<T> {
        T::from_column(Column::of(row.row, 0)?).ok_or(StoreError::Damaged("value"))
    }
}

/// One row of an answer.
pub(crate) struct Row<'r> {
    row: &'r rusqlite::Row<'r>,
    // Where the column that is asked for next most likely stands: rows are read in the order of
    // their columns, a million times over.
    next: Cell<usize>,
}

impl<'r> Row<'r> {
    pub(super) fn of(row: &'r rusqlite::Row<'r>) -> Row<'r> {
        Row { row, next: Cell::new(0) }
    }

    /// The value of a column.
    ///
    /// # Errors
    /// When it cannot be what it should be.
    pub(crate) fn get<T: FromColumn>(&self, name: &'static str) -> Result<T> {
        T::from_column(self.column(name)?).ok_or(StoreError::Damaged(name))
    }

    /// The text of a column, where it stands.
    pub(crate) fn text(&self, name: &'static str) -> Result<&'r str> {
        self.column(name)?.text().ok_or(StoreError::Damaged(name))
    }

    /// The bytes of a column, where they stand.
    pub(crate) fn bytes(&self, name: &'static str) -> Result<&'r [u8]> {
        self.column(name)?.bytes().ok_or(StoreError::Damaged(name))
    }

    /// What a column holds as JSON.
    pub(crate) fn json<T: DeserializeOwned>(&self, name: &'static str) -> Result<T> {
        serde_json::from_str(self.text(name)?).map_err(|_| StoreError::Damaged(name))
    }

    fn column(&self, name: &'static str) -> Result<Column<'r>> {
        let statement = self.row.as_ref();
        let count = statement.column_count();
        let first = self.next.get();
        for place in (first..count).chain(0..first.min(count)) {
            if statement.column_name(place)? == name {
                self.next.set(place + 1);
                return Column::of(self.row, place);
            }
        }
        Err(rusqlite::Error::InvalidColumnName(name.to_owned()).into())
    }
}

/// Reads a row as a struct, field by field from the column of its name, from `= "another"`, or as
/// `json`.
macro_rules! from_row {
    ($type:ty { $($field:ident $(: $how:ident)? $(= $column:literal)?),+ $(,)? }) => {
        impl $crate::db::FromRow for $type {
            fn from_row(row: &$crate::db::Row<'_>) -> $crate::Result<$type> {
                Ok(Self { $($field: from_row!(@ row $field $(: $how)? $(= $column)?)),+ })
            }
        }
    };
    (@ $row:ident $field:ident) => { $row.get(stringify!($field))? };
    (@ $row:ident $field:ident = $column:literal) => { $row.get($column)? };
    (@ $row:ident $field:ident: json) => { $row.json(stringify!($field))? };
    (@ $row:ident $field:ident: json = $column:literal) => { $row.json($column)? };
}
pub(crate) use from_row;
