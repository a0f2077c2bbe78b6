//! The days that a claim covers, as somebody writes them.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::spans::twelve_months_end;
use crate::Period;
use crate::calendar::{DayFault, typed_day};
use crate::claim_period::ClaimPeriod;

/// A quarter (`2026Q2`), a calendar year (`2025`) or any days (`2026-01-01/2026-03-31`).
///
/// What is written shortest is the same whole: all days of a quarter are that quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClaimedDays(Period);

/// Why a text names no days of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClaimedDaysFault {
    /// No quarter, no year and no two days with a slash between them.
    #[error("not a quarter, a year or two days in the form from/until")]
    NotAPeriod,
    /// What stands before the slash is no day.
    #[error("the first day: {0}")]
    FirstDay(DayFault),
    /// What stands after the slash is no day.
    #[error("the last day: {0}")]
    LastDay(DayFault),
    /// The last day comes before the first.
    #[error("the last day comes before the first")]
    EndsBeforeItBegins,
}

impl ClaimedDays {
    /// The days, both ends included.
    #[must_use]
    pub fn days(self) -> Period {
        self.0
    }

    /// The quarter or the year, where it is all of one.
    #[must_use]
    pub fn whole(self) -> Option<ClaimPeriod> {
        let year = self.0.from.year();
        let quarter = self.0.from.month0() / 3 + 1;
        let texts = [format!("{year:04}"), format!("{year:04}Q{quarter}")];
        let mut wholes = texts.iter().filter_map(|text| text.parse::<ClaimPeriod>().ok());
        wholes.find(|whole| whole.days() == self.0)
    }

    /// As many months, or else days, that follow upon them: what the next claim is about.
    #[must_use]
    pub fn following(self) -> Option<ClaimedDays> {
        let from = self.0.until.succ_opt()?;
        let whole_months = self.0.from.day() == 1 && from.day() == 1;
        let after = if whole_months {
            let months = (from.year() - self.0.from.year()) * 12 + from.month0().cast_signed()
                - self.0.from.month0().cast_signed();
            from.checked_add_months(chrono::Months::new(months.unsigned_abs()))?
        } else {
            from.checked_add_days(chrono::Days::new(self.0.days().unsigned_abs()))?
        };
        Some(ClaimedDays(Period::new(from, after.pred_opt()?)?))
    }

    /// Whether they are twelve months, from whatever day.
    #[must_use]
    pub fn is_twelve_months(self) -> bool {
        self.0.until == twelve_months_end(self.0.from)
    }
}

impl From<Period> for ClaimedDays {
    fn from(days: Period) -> ClaimedDays {
        ClaimedDays(days)
    }
}

impl From<ClaimPeriod> for ClaimedDays {
    fn from(whole: ClaimPeriod) -> ClaimedDays {
        ClaimedDays(whole.days())
    }
}

impl fmt::Display for ClaimedDays {
    /// `2026Q2`, `2025` or `2026-01-01/2026-02-15`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.whole() {
            Some(whole) => whole.fmt(f),
            None => write!(f, "{}/{}", self.0.from, self.0.until),
        }
    }
}

impl FromStr for ClaimedDays {
    type Err = ClaimedDaysFault;

    /// Takes the three forms, blanks around them aside; two dots stand between days as a slash does.
    fn from_str(text: &str) -> Result<ClaimedDays, ClaimedDaysFault> {
        let Some((from, until)) = text.split_once('/').or_else(|| text.split_once("..")) else {
            let whole: Result<ClaimPeriod, _> = text.trim().parse();
            return whole.map(ClaimedDays::from).map_err(|_| ClaimedDaysFault::NotAPeriod);
        };
        let from: NaiveDate = typed_day(from).map_err(ClaimedDaysFault::FirstDay)?;
        let until: NaiveDate = typed_day(until).map_err(ClaimedDaysFault::LastDay)?;
        let days = Period::new(from, until).ok_or(ClaimedDaysFault::EndsBeforeItBegins)?;
        Ok(ClaimedDays(days))
    }
}

impl Serialize for ClaimedDays {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ClaimedDays {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<ClaimedDays, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_claim_is_about_as_many_months_or_days() {
        for (days, following) in [
            ("2026Q4", "2027Q1"),
            ("2026-01-01/2026-06-30", "2026-07-01/2026-12-31"),
            ("2026", "2027"),
            ("2025-07-01/2026-06-30", "2026-07-01/2027-06-30"),
            ("2026-02-10/2026-02-19", "2026-02-20/2026-03-01"),
        ] {
            let days: ClaimedDays = days.parse().unwrap();
            assert_eq!(days.following().unwrap().to_string(), following);
        }
    }

    #[test]
    fn reads_the_three_forms() {
        for (text, from, until, written) in [
            ("2026Q2", "2026-04-01", "2026-06-30", "2026Q2"),
            (" 2026q4 ", "2026-10-01", "2026-12-31", "2026Q4"),
            ("2025", "2025-01-01", "2025-12-31", "2025"),
            ("2026-01-01/2026-03-31", "2026-01-01", "2026-03-31", "2026Q1"),
            ("2024-01-01 / 2024-12-31", "2024-01-01", "2024-12-31", "2024"),
            ("2026-02-27/2026-02-27", "2026-02-27", "2026-02-27", "2026-02-27/2026-02-27"),
            ("2026-07-01..2027-06-30", "2026-07-01", "2027-06-30", "2026-07-01/2027-06-30"),
            ("2026-01-01/2026-06-30", "2026-01-01", "2026-06-30", "2026-01-01/2026-06-30"),
            ("1950-01-01/1950-12-31", "1950-01-01", "1950-12-31", "1950-01-01/1950-12-31"),
        ] {
            let claimed: ClaimedDays = text.parse().unwrap();
            assert_eq!(claimed.days().from.to_string(), from, "{text}");
            assert_eq!(claimed.days().until.to_string(), until, "{text}");
            assert_eq!(claimed.to_string(), written, "{text}");
            assert_eq!(written.parse(), Ok(claimed), "{text}");
        }
    }

    #[test]
    fn says_why_it_refuses() {
        use ClaimedDaysFault::*;
        for (text, fault) in [
            ("", NotAPeriod),
            ("2026Q5", NotAPeriod),
            ("2026-01", NotAPeriod),
            ("2026-01-01", NotAPeriod),
            ("/", FirstDay(DayFault::NotADay)),
            ("2026-02-29/2026-03-31", FirstDay(DayFault::NotADay)),
            ("0226-01-01/2026-03-31", FirstDay(DayFault::Impossible)),
            ("2026-01-01/", LastDay(DayFault::NotADay)),
            ("2026-01-01/2026-03-31/2026-04-01", LastDay(DayFault::NotADay)),
            ("2026-01-01/12026-03-31", LastDay(DayFault::NotADay)),
            ("2026-01-01/2201-01-01", LastDay(DayFault::Impossible)),
            ("2026-04-01/2026-03-31", EndsBeforeItBegins),
        ] {
            assert_eq!(text.parse::<ClaimedDays>(), Err(fault), "{text}");
        }
    }
}
