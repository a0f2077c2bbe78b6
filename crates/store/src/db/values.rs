//! Values: what a statement is given, and what a column holds.

use std::borrow::Cow;

use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};

use crate::{Result, StoreError};

/// A value for a place of a statement.
#[derive(Clone, Debug)]
pub(crate) enum Value<'v> {
    Null,
    Integer(i64),
    Text(Cow<'v, str>),
    /// A day as ISO text, without an allocation: an import gives millions of them.
    Day([u8; 10]),
    Bytes(Cow<'v, [u8]>),
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(self.kept()))
    }
}

impl Value<'_> {
    /// As the database keeps it.
    pub(super) fn kept(&self) -> ValueRef<'_> {
        match self {
            Value::Null => ValueRef::Null,
            Value::Integer(number) => ValueRef::Integer(*number),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Day(text) => ValueRef::Text(text),
            Value::Bytes(bytes) => ValueRef::Blob(bytes),
        }
    }
}

/// What can be given to a place of a statement.
pub(crate) trait ToColumn {
    /// # Errors
    /// When the value has no place in a column; it is never changed to fit.
    fn to_column(&self) -> Result<Value<'_>>;
}

/// What a column can be read as.
pub(crate) trait FromColumn: Sized {
    /// None where the column holds something else.
    fn from_column(column: Column<'_>) -> Option<Self>;
}

/// What a column of a row holds.
#[derive(Clone, Copy)]
pub(crate) struct Column<'r>(ValueRef<'r>);

impl<'r> Column<'r> {
    pub(super) fn of(row: &'r rusqlite::Row<'r>, place: usize) -> Result<Column<'r>> {
        Ok(Column(row.get_ref(place)?))
    }

    pub(crate) fn is_null(self) -> bool {
        matches!(self.0, ValueRef::Null)
    }

    pub(crate) fn integer(self) -> Option<i64> {
        self.0.as_i64().ok()
    }

    pub(crate) fn text(self) -> Option<&'r str> {
        self.0.as_str().ok()
    }

    pub(crate) fn bytes(self) -> Option<&'r [u8]> {
        self.0.as_blob().ok()
    }
}

/// The values of a statement that is put together, each with the place that it gets.
#[derive(Default)]
pub(crate) struct Values(Vec<Value<'static>>);

impl Values {
    /// Takes a value and gives its place, such as `?3`.
    pub(crate) fn add(&mut self, value: &dyn ToColumn) -> Result<String> {
        self.0.push(match value.to_column()? {
            Value::Null => Value::Null,
            Value::Integer(number) => Value::Integer(number),
            Value::Text(text) => Value::Text(Cow::Owned(text.into_owned())),
            Value::Day(text) => Value::Day(text),
            Value::Bytes(bytes) => Value::Bytes(Cow::Owned(bytes.into_owned())),
        });
        Ok(format!("?{}", self.0.len()))
    }

    /// Takes several values and gives their places as a list for `IN`, which is never empty.
    pub(crate) fn list<T: ToColumn>(&mut self, values: &[T]) -> Result<String> {
        if values.is_empty() {
            return Ok("NULL".to_owned());
        }
        let places: Vec<String> =
            values.iter().map(|value| self.add(value)).collect::<Result<_>>()?;
        Ok(places.join(", "))
    }

    /// The values in the order of their places.
    pub(crate) fn params(&self) -> Vec<&dyn ToColumn> {
        self.0.iter().map(|value| value as &dyn ToColumn).collect()
    }
}

impl ToColumn for Value<'_> {
    fn to_column(&self) -> Result<Value<'_>> {
        Ok(match self {
            Value::Null => Value::Null,
            Value::Integer(number) => Value::Integer(*number),
            Value::Text(text) => Value::Text(Cow::Borrowed(text)),
            Value::Day(text) => Value::Day(*text),
            Value::Bytes(bytes) => Value::Bytes(Cow::Borrowed(bytes)),
        })
    }
}

impl<T: ToColumn + ?Sized> ToColumn for &T {
    fn to_column(&self) -> Result<Value<'_>> {
        (**self).to_column()
    }
}

impl<T: ToColumn> ToColumn for Option<T> {
    fn to_column(&self) -> Result<Value<'_>> {
        self.as_ref().map_or(Ok(Value::Null), T::to_column)
    }
}

impl<T: FromColumn> FromColumn for Option<T> {
    fn from_column(column: Column<'_>) -> Option<Option<T>> {
        if column.is_null() { Some(None) } else { T::from_column(column).map(Some) }
    }
}

macro_rules! integers {
    ($($type:ty),*) => { $(
        impl ToColumn for $type {
            fn to_column(&self) -> Result<Value<'_>> {
                let number = i64::try_from(*self).map_err(|_| StoreError::Damaged("number"))?;
                Ok(Value::Integer(number))
            }
        }

        impl FromColumn for $type {
            fn from_column(column: Column<'_>) -> Option<$type> {
                <$type>::try_from(column.integer()?).ok()
            }
        }
    )* };
}
integers!(i64, i32, u64, u32, u16, usize);

impl ToColumn for bool {
    fn to_column(&self) -> Result<Value<'_>> {
        Ok(Value::Integer(i64::from(*self)))
    }
}

impl FromColumn for bool {
    fn from_column(column: Column<'_>) -> Option<bool> {
        match column.integer()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl ToColumn for str {
    fn to_column(&self) -> Result<Value<'_>> {
        Ok(Value::Text(Cow::Borrowed(self)))
    }
}

impl ToColumn for String {
    fn to_column(&self) -> Result<Value<'_>> {
        self.as_str().to_column()
    }
}

impl FromColumn for String {
    fn from_column(column: Column<'_>) -> Option<String> {
        column.text().map(str::to_owned)
    }
}

impl ToColumn for [u8] {
    fn to_column(&self) -> Result<Value<'_>> {
        Ok(Value::Bytes(Cow::Borrowed(self)))
    }
}

impl ToColumn for [u8; 32] {
    fn to_column(&self) -> Result<Value<'_>> {
        self.as_slice().to_column()
    }
}

impl FromColumn for [u8; 32] {
    fn from_column(column: Column<'_>) -> Option<[u8; 32]> {
        column.bytes()?.try_into().ok()
    }
}

impl FromColumn for Vec<u8> {
    fn from_column(column: Column<'_>) -> Option<Vec<u8>> {
        column.bytes().map(<[u8]>::to_vec)
    }
}
