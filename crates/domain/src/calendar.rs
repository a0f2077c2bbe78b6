//! Months and periods of whole days.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// A span of whole days; both ends belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Period {
    /// First day.
    pub from: NaiveDate,
    /// Last day, inclusive; never before `from`.
    pub until: NaiveDate,
}

impl Period {
    /// The span `from` … `until`, or nothing when `until` comes before `from`.
    #[must_use]
    pub fn new(from: NaiveDate, until: NaiveDate) -> Option<Period> {
        (from <= until).then_some(Period { from, until })
    }

    /// The quarter that `day` lies in.
    #[must_use]
    pub fn quarter_of(day: NaiveDate) -> Period {
        let first_month = day.month0() / 3 * 3 + 1;
        let from = NaiveDate::from_ymd_opt(day.year(), first_month, 1).unwrap_or(day);
        let last = from.checked_add_months(Months::new(2)).unwrap_or(from);
        Period { from, until: Month::of(last).last_day() }
    }

    /// A calendar year.
    #[must_use]
    pub fn of_year(year: i32) -> Period {
        Period { from: calendar_day(year, 1, 1), until: calendar_day(year, 12, 31) }
    }

    /// The calendar year that `day` lies in.
    #[must_use]
    pub fn year_of(day: NaiveDate) -> Period {
        Period::of_year(day.year())
    }

    /// Length in days, at least 1.
    #[must_use]
    pub fn days(self) -> i64 {
        (self.until - self.from).num_days() + 1
    }

    /// Whether `day` is one of them.
    #[must_use]
    pub fn holds(self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.until
    }

    /// How many days the two spans share; 0 when they do not meet.
    #[must_use]
    pub fn shared_days(self, other: Period) -> i64 {
        let from = self.from.max(other.from);
        let until = self.until.min(other.until);
        ((until - from).num_days() + 1).max(0)
    }
}

/// First and last year in which a day can lie that somebody types: anything else is a slip of the
/// hand, and five digits do not even have a place in a column.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// The first day that anything can be about.
pub const EARLIEST: NaiveDate = calendar_day(1900, 1, 1);
/// The last day that anything can be about.
pub const LATEST: NaiveDate = calendar_day(2200, 12, 31);

/// A day that the program itself writes out, known to exist.
pub(crate) const fn calendar_day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => NaiveDate::MIN,
    }
}

/// Why a text is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DayFault {
    /// Not in the form `yyyy-mm-dd`, or not in the calendar.
    #[error("not a day in the form yyyy-mm-dd")]
    NotADay,
    /// Before 1900 or after 2200.
    #[error("outside the years 1900 to 2200")]
    Impossible,
}

/// Whether `day` lies in the years 1900 to 2200.
#[must_use]
pub fn is_possible(day: NaiveDate) -> bool {
    YEARS.contains(&day.year())
}

/// Nothing that is typed today is about a day further off: a generation.
const GENERATION: Months = Months::new(30 * 12);

/// Whether `day` lies more than thirty years after `today`: its year must be a slip of the hand.
#[must_use]
pub fn is_far_ahead(day: NaiveDate, today: NaiveDate) -> bool {
    today.checked_add_months(GENERATION).is_some_and(|latest| day > latest)
}

/// Whether `day` lies more than thirty years from `today`, before it or after.
#[must_use]
pub fn is_far(day: NaiveDate, today: NaiveDate) -> bool {
    is_far_ahead(day, today) || is_far_ahead(today, day)
}

/// The day that somebody has typed as `yyyy-mm-dd`, blanks around it aside.
///
/// # Errors
/// When it is none, or lies outside the years 1900 to 2200.
pub fn typed_day(text: &str) -> Result<NaiveDate, DayFault> {
    let day: NaiveDate = text.trim().parse().map_err(|_| DayFault::NotADay)?;
    if is_possible(day) { Ok(day) } else { Err(DayFault::Impossible) }
}

/// A calendar month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month {
    first: NaiveDate,
}

impl Month {
    /// The month that `day` lies in.
    #[must_use]
    pub fn of(day: NaiveDate) -> Month {
        let first = day.checked_sub_days(Days::new(u64::from(day.day0()))).unwrap_or(day);
        Month { first }
    }

    /// First day of the month.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        self.first
    }

    /// The month before.
    #[must_use]
    pub fn before(self) -> Month {
        self.first_day().pred_opt().map_or(self, Month::of)
    }

    /// Last day of the month.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.first
            .checked_add_months(Months::new(1))
            .and_then(|next| next.pred_opt())
            .unwrap_or(NaiveDate::MAX)
    }

    /// Calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.first.year()
    }

    /// Month number, 1 to 12.
    #[must_use]
    pub fn number(self) -> u32 {
        self.first.month()
    }

    /// The accounting form `yyyymm`, as the finance systems write periods.
    #[must_use]
    pub fn compact(self) -> String {
        format!("{:04}{:02}", self.year(), self.number())
    }
}

impl fmt::Display for Month {
    /// `yyyy-mm`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

/// The text is not a month in the form `yyyy-mm` or `yyyymm`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a month in the form yyyy-mm or yyyymm")]
pub struct NotAMonth;

impl FromStr for Month {
    type Err = NotAMonth;

    /// Reads `yyyy-mm` or `yyyymm`, in the years in which a day can lie.
    fn from_str(text: &str) -> Result<Month, NotAMonth> {
        let digits = match text.len() {
            7 if text.as_bytes()[4] == b'-' => format!("{}{}", &text[..4], &text[5..]),
            6 => text.to_owned(),
            _ => return Err(NotAMonth),
        };
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NotAMonth);
        }
        let year = digits[..4].parse().ok().filter(|year| YEARS.contains(year)).ok_or(NotAMonth)?;
        let number = digits[4..].parse().map_err(|_| NotAMonth)?;
        NaiveDate::from_ymd_opt(year, number, 1).map(|first| Month { first }).ok_or(NotAMonth)
    }
}

impl Serialize for Month {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Month, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn months_know_their_ends() {
        let february = Month::of(day("2028-02-11"));
        assert_eq!(february.first_day(), day("2028-02-01"));
        assert_eq!(february.last_day(), day("2028-02-29"));
        assert_eq!(february.compact(), "202802");
        assert_eq!("2028-02".parse(), Ok(february));
        assert_eq!("202802".parse(), Ok(february));
        for wrong in ["2028-13", "2028-2", "20-2802", "2028-0x", "", "åååååå"] {
            assert_eq!(wrong.parse::<Month>(), Err(NotAMonth), "{wrong}");
        }
    }

    #[test]
    fn typed_days_lie_in_possible_years() {
        assert_eq!(typed_day(" 1900-01-01 "), Ok(day("1900-01-01")));
        assert_eq!(typed_day("2200-12-31"), Ok(day("2200-12-31")));
        for text in ["1899-12-31", "2201-01-01", "+12026-01-01", "0226-01-01", "-2026-01-01"] {
            assert_eq!(typed_day(text), Err(DayFault::Impossible), "{text}");
        }
        for text in ["2026-02-30", "2026", "", "i dag"] {
            assert_eq!(typed_day(text), Err(DayFault::NotADay), "{text}");
        }
    }

    #[test]
    fn periods_count_both_ends() {
        let quarter = Period::new(day("2026-04-01"), day("2026-06-30")).unwrap();
        assert_eq!(quarter.days(), 91);
        let may = Period::new(day("2026-05-01"), day("2026-07-31")).unwrap();
        assert_eq!(quarter.shared_days(may), 61);
        let august = Period::new(day("2026-08-01"), day("2026-08-31")).unwrap();
        assert_eq!(quarter.shared_days(august), 0);
        assert_eq!(Period::new(day("2026-08-02"), day("2026-08-01")), None);
    }
}
