//! How values of the domain stand in columns.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
use domain::case::{CaseKind, CaseState};
use domain::case_document::DocumentKind;
use domain::claim::ClaimState;
use domain::codes::{CodeStatus, CompensationCode};
use domain::deadline::ClaimedDays;
use domain::distribution::DistributionKind;
use domain::facts::FactId;
use domain::finding::DecisionKind;
use domain::identity::{DossierNumber, NationalNumber};
use domain::intake::IntakeState;
use domain::ledger::EntryKind;
use domain::matching::MatchReason;
use domain::person::{CostCentre, PersonId};
use domain::suspense::SuspenseKind;
use domain::voucher::{OrderState, VoucherKind};
use domain::{AccountingPeriod, FindingCode, Month, Ore};
use serde::Serialize;

use super::values::{Column, FromColumn, ToColumn, Value};
use crate::{Result, StoreError};

/// Ten bytes of ISO text; none where the year has no four digits.
fn iso_of(day: NaiveDate) -> Option<[u8; 10]> {
    let year = u32::try_from(day.year()).ok().filter(|year| *year <= 9999)?;
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
    Some(text)
}

/// The day of an ISO text, by its digits: the calendar's own reader takes many forms and a tenth of
/// the time of matching.
pub(super) fn day_of(text: &str) -> Option<NaiveDate> {
    let number = |from: usize, until: usize| {
        text.get(from..until)?.bytes().try_fold(0, |number: u32, digit| {
            digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'))
        })
    };
    if text.len() != 10 || text.as_bytes()[4] != b'-' || text.as_bytes()[7] != b'-' {
        return None;
    }
    let year = i32::try_from(number(0, 4)?).ok()?;
    NaiveDate::from_ymd_opt(year, number(5, 7)?, number(8, 10)?)
}

impl ToColumn for NaiveDate {
    fn to_column(&self) -> Result<Value<'_>> {
        iso_of(*self).map(Value::Day).ok_or(StoreError::Damaged("day"))
    }
}

impl FromColumn for NaiveDate {
    fn from_column(column: Column<'_>) -> Option<NaiveDate> {
        column.text().and_then(day_of)
    }
}

impl ToColumn for Ore {
    fn to_column(&self) -> Result<Value<'_>> {
        Ok(Value::Integer(self.0))
    }
}

impl FromColumn for Ore {
    fn from_column(column: Column<'_>) -> Option<Ore> {
        column.integer().map(Ore)
    }
}

/// Names and codes that are text.
macro_rules! texts {
    ($($type:ident),*) => { $(
        impl ToColumn for $type {
            fn to_column(&self) -> Result<Value<'_>> {
                self.0.to_column()
            }
        }

        impl FromColumn for $type {
            fn from_column(column: Column<'_>) -> Option<$type> {
                String::from_column(column).map($type)
            }
        }
    )* };
}
texts!(CompensationCode, CostCentre, FactId, PersonId);

/// What is written in one way and read back from it.
macro_rules! written {
    ($($type:ident: $read:expr),*) => { $(
        impl ToColumn for $type {
            fn to_column(&self) -> Result<Value<'_>> {
                Ok(Value::Text(Cow::Owned(self.to_string())))
            }
        }

        impl FromColumn for $type {
            fn from_column(column: Column<'_>) -> Option<$type> {
                let read = $read;
                read(column.text()?).ok()
            }
        }
    )* };
}
written!(
    AccountingPeriod: |text: &str| text.parse::<AccountingPeriod>(),
    ClaimedDays: |text: &str| text.parse::<ClaimedDays>(),
    DossierNumber: DossierNumber::parse,
    Month: |text: &str| text.parse::<Month>(),
    NationalNumber: NationalNumber::from_stored
);

/// Closed sets of words: each knows its words, and which one a word is.
macro_rules! named_words {
    ($($type:ident),* $(,)?) => { $(
        impl $crate::db::ToColumn for $type {
            fn to_column(&self) -> $crate::Result<$crate::db::Value<'_>> {
                Ok($crate::db::Value::Text(std::borrow::Cow::Borrowed(self.as_str())))
            }
        }

        impl $crate::db::FromColumn for $type {
            fn from_column(column: $crate::db::Column<'_>) -> Option<$type> {
                $type::parse(column.text()?)
            }
        }
    )* };
}
pub(crate) use named_words;
named_words!(
    CaseKind,
    CaseState,
    ClaimState,
    CodeStatus,
    DecisionKind,
    DistributionKind,
    DocumentKind,
    EntryKind,
    FindingCode,
    IntakeState,
    MatchReason,
    OrderState,
    SuspenseKind,
    VoucherKind,
);

/// A value as JSON for a column.
pub(crate) fn json<T: Serialize + ?Sized>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|_| StoreError::Damaged("json"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_day_equals_the_calendar_text() {
        for text in ["2026-10-30", "1907-04-01", "0001-01-01", "9999-12-31"] {
            let day: NaiveDate = text.parse().unwrap();
            assert_eq!(iso_of(day).unwrap(), text.as_bytes());
            assert_eq!(day_of(text).unwrap(), day);
        }
        for text in ["", "2026-02-30", "2026-2-03", "20261-2-03", "2026/02/03", "2026-02-3å"] {
            assert!(day_of(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_day_is_never_changed_to_fit() {
        for text in ["+10000-01-01", "+12026-01-01", "-0001-12-31"] {
            let day: NaiveDate = text.parse().unwrap();
            assert!(day.to_column().is_err(), "{text}");
        }
        assert!(NaiveDate::MAX.to_column().is_err());
    }
}
