//! Quarters, years and twelve months around a day.

use chrono::{Datelike, Months, NaiveDate};

use crate::{Month, Period};

/// The same day number `months` later, or the last day of a month that lacks it
/// (lag (1930:173) 1 §).
pub(super) fn same_day_later(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// The month that comes `months` after `month`.
pub(super) fn months_later(month: Month, months: u32) -> Month {
    Month::of(same_day_later(month.first_day(), months))
}

/// The quarter of `day`, counted from the year 0: neighbours differ by 1.
pub(super) fn quarter_index(day: NaiveDate) -> i32 {
    day.year() * 4 + day.month0().div_euclid(3).cast_signed()
}

/// First day of the quarter that `day` lies in.
pub(super) fn quarter_start(day: NaiveDate) -> NaiveDate {
    Period::quarter_of(day).from
}

/// Last day of the quarter that `day` lies in.
pub(super) fn quarter_end(day: NaiveDate) -> NaiveDate {
    Period::quarter_of(day).until
}

/// First day of the calendar year that `day` lies in.
pub(super) fn year_start(day: NaiveDate) -> NaiveDate {
    Period::year_of(day).from
}

/// Last day of the calendar year that `day` lies in.
pub(super) fn year_end(day: NaiveDate) -> NaiveDate {
    Period::year_of(day).until
}

/// Last day of the twelve months that begin with `first`.
pub(super) fn twelve_months_end(first: NaiveDate) -> NaiveDate {
    let next = same_day_later(first, 12);
    // 29 February has no namesake a year later: the twelve months end with February itself.
    if next.day() == first.day() { next.pred_opt().unwrap_or(next) } else { next }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn quarters_and_years_know_their_ends() {
        for (inside, start, end) in [
            ("2026-01-01", "2026-01-01", "2026-03-31"),
            ("2026-03-31", "2026-01-01", "2026-03-31"),
            ("2026-05-17", "2026-04-01", "2026-06-30"),
            ("2026-08-31", "2026-07-01", "2026-09-30"),
            ("2026-12-31", "2026-10-01", "2026-12-31"),
        ] {
            assert_eq!(quarter_start(day(inside)), day(start), "{inside}");
            assert_eq!(quarter_end(day(inside)), day(end), "{inside}");
        }
        assert_eq!(quarter_index(day("2027-01-01")) - quarter_index(day("2026-12-31")), 1);
        assert_eq!(year_start(day("2028-02-29")), day("2028-01-01"));
        assert_eq!(year_end(day("2028-02-29")), day("2028-12-31"));
    }

    #[test]
    fn twelve_months_end_the_day_before_their_namesake() {
        for (first, last) in [
            ("2025-01-01", "2025-12-31"),
            ("2025-05-15", "2026-05-14"),
            ("2023-03-01", "2024-02-29"),
            ("2024-02-28", "2025-02-27"),
            ("2024-02-29", "2025-02-28"),
            ("2024-03-01", "2025-02-28"),
        ] {
            assert_eq!(twelve_months_end(day(first)), day(last), "{first}");
        }
    }

    #[test]
    fn a_missing_day_number_gives_the_last_of_the_month() {
        for (from, months, until) in [
            ("2026-08-31", 6, "2027-02-28"),
            ("2027-08-31", 6, "2028-02-29"),
            ("2026-03-31", 6, "2026-09-30"),
            ("2024-02-29", 12, "2025-02-28"),
            ("2024-02-29", 48, "2028-02-29"),
        ] {
            assert_eq!(same_day_later(day(from), months), day(until), "{from}");
        }
        assert_eq!(same_day_later(NaiveDate::MAX, 1), NaiveDate::MAX);
    }
}
