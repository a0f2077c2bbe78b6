//! How values of the domain stand in columns.

use chrono::{Datelike, NaiveDate};
use rusqlite::Row;
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{Result, StoreError};

/// A day as ten bytes of ISO text, without an allocation: an import binds millions of them. None
/// where the year has no four digits: such a day is refused when it is bound, never changed.
pub(crate) struct IsoDay(Option<[u8; 10]>);

impl IsoDay {
    pub(crate) fn of(day: NaiveDate) -> IsoDay {
        let year = u32::try_from(day.year()).ok().filter(|year| *year <= 9999);
        let Some(year) = year else { return IsoDay(None) };
        let mut text = *b"0000-00-00";
        let mut put = |end: usize, mut value: u32, places: usize| {
            for place in (end - places..end).rev() {
                text[place] = b'0' + u8::try_from(value % 10).unwrap_or(0);
                value /= 10;
            }
        };
        put(4, year, 4);
        put(7, day.month(), 2);
        put(10, day.day(), 2);
        IsoDay(Some(text))
    }
}

/// A day that has no place in a column.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("a day outside the years 0 to 9999")]
struct DayOutOfRange;

impl ToSql for IsoDay {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match &self.0 {
            Some(text) => Ok(ToSqlOutput::Borrowed(ValueRef::Text(text))),
            None => Err(rusqlite::Error::ToSqlConversionFailure(Box::new(DayOutOfRange))),
        }
    }
}

/// The day of an ISO text, by its digits: the calendar's own reader takes many forms and a tenth of
/// the time of matching.
pub(crate) fn day_of(text: &str) -> Result<NaiveDate> {
    let number = |from: usize, until: usize| {
        text.get(from..until)?.bytes().try_fold(0, |number: u32, digit| {
            digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'))
        })
    };
    let iso = text.len() == 10 && text.as_bytes()[4] == b'-' && text.as_bytes()[7] == b'-';
    let day = || {
        let year = i32::try_from(number(0, 4)?).ok()?;
        NaiveDate::from_ymd_opt(year, number(5, 7)?, number(8, 10)?)
    };
    iso.then(day).flatten().ok_or(StoreError::Damaged("day"))
}

/// The day in column `name`, if any.
pub(crate) fn day(row: &Row<'_>, name: &str) -> Result<Option<NaiveDate>> {
    match row.get_ref(name)?.as_str_or_null().map_err(|_| StoreError::Damaged("day"))? {
        Some(text) => day_of(text).map(Some),
        None => Ok(None),
    }
}

/// The day in column `name`, which must be there.
pub(crate) fn certain_day(row: &Row<'_>, name: &str) -> Result<NaiveDate> {
    day(row, name)?.ok_or(StoreError::Damaged("day"))
}

pub(crate) fn json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|_| StoreError::Damaged("json"))
}

pub(crate) fn from_json<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|_| StoreError::Damaged("json"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_day_equals_the_calendar_text() {
        for text in ["2026-10-30", "1907-04-01", "0001-01-01", "9999-12-31"] {
            let day: NaiveDate = text.parse().unwrap();
            assert_eq!(IsoDay::of(day).0.unwrap(), text.as_bytes());
            assert_eq!(day_of(text).unwrap(), day);
        }
        for text in ["", "2026-02-30", "2026-2-03", "20261-2-03", "2026/02/03", "2026-02-3å"] {
            assert!(day_of(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_day_is_never_changed_to_fit() {
        for text in ["+10000-01-01", "+12026-01-01", "-0001-12-31"] {
            let day: NaiveDate = text.parse().unwrap();
            assert!(IsoDay::of(day).to_sql().is_err(), "{text}");
        }
        assert!(IsoDay::of(NaiveDate::MAX).to_sql().is_err());
    }
}
