//! Single values and days: the rules that files and additions of the municipality share.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::Reason;

/// The years in which days of the law lie, as those of facts do.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// The amount that `text` writes, which prints back as it is written.
pub(crate) fn amount(text: &str) -> Result<Decimal, Reason> {
    let read = text.parse::<Decimal>().ok();
    let prints = read.map(|amount| amount.to_string());
    match read {
        Some(amount) if prints.as_deref() == Some(text) => {
            if amount.is_sign_negative() {
                Err(Reason::Negative { value: text.to_owned() })
            } else {
                Ok(amount)
            }
        }
        _ => Err(Reason::NotAsWritten { value: text.to_owned(), prints }),
    }
}

/// The day, where it lies in the calendar of the program.
pub(crate) fn within_calendar(field: &'static str, day: NaiveDate) -> Result<NaiveDate, Reason> {
    if YEARS.contains(&day.year()) { Ok(day) } else { Err(Reason::OutsideCalendar { field, day }) }
}

/// The day that `text` writes as year, month and day.
pub(crate) fn day(field: &'static str, text: &str) -> Result<NaiveDate, Reason> {
    let not_a_day = || Reason::NotADay { field, text: text.to_owned() };
    let day = text.parse::<NaiveDate>().map_err(|_| not_a_day())?;
    if day.to_string() != text {
        return Err(not_a_day());
    }
    within_calendar(field, day)
}

/// Refuses a last day before the first.
pub(crate) fn in_order(from: NaiveDate, until: Option<NaiveDate>) -> Result<(), Reason> {
    match until.filter(|until| *until < from) {
        Some(valid_until) => Err(Reason::UntilBeforeFrom { valid_from: from, valid_until }),
        None => Ok(()),
    }
}

/// Refuses a value that does not say where it was read.
pub(crate) fn has_source(source: &str, verified: bool) -> Result<(), Reason> {
    match (source.trim().is_empty(), verified) {
        (false, _) => Ok(()),
        (true, true) => Err(Reason::VerifiedWithoutSource),
        (true, false) => Err(Reason::WithoutSource),
    }
}

/// The id of a rate in the catalogue.
pub(crate) fn rate_id(code: &str, case: &str, valid_from: NaiveDate) -> String {
    format!("{code}/{case}/{valid_from}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_print_back_as_they_are_written() {
        for good in ["0", "1000", "34.90", "17.45", "71"] {
            assert_eq!(amount(good).unwrap().to_string(), good);
        }
        for bad in ["", "1 000", "1000,00", "+5", "007", ".5", "5.", "1e3", "1_000", "kr"] {
            assert!(matches!(amount(bad), Err(Reason::NotAsWritten { .. })), "{bad}");
        }
        assert!(matches!(amount("-5"), Err(Reason::Negative { .. })));
    }

    #[test]
    fn days_are_those_of_the_calendar() {
        assert!(day("f", "2024-02-29").is_ok());
        for bad in ["2026-02-29", "2026-1-1", "20260101", "+2026-01-01", ""] {
            assert!(matches!(day("f", bad), Err(Reason::NotADay { .. })), "{bad}");
        }
        for outside in ["1899-12-31", "2201-01-01"] {
            assert!(matches!(day("f", outside), Err(Reason::OutsideCalendar { .. })), "{outside}");
        }
    }
}
