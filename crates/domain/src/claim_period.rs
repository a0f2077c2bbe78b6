//! What a claim covers: a quarter or a year.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;

use crate::Period;

/// A quarter (`2026Q2`) or a calendar year (`2026`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClaimPeriod {
    year: i32,
    /// 1 to 4; none for the whole year.
    quarter: Option<u32>,
}

/// Years that a claim can be about: the ordinances are of 1982 and later.
const YEARS: std::ops::RangeInclusive<i32> = 1982..=2199;

/// A text that names no quarter and no year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a quarter in the form 2026Q2 and not a year")]
pub struct NotAClaimPeriod;

impl ClaimPeriod {
    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// The quarter from 1; none for the whole year.
    #[must_use]
    pub fn quarter(self) -> Option<u32> {
        self.quarter
    }

    /// Its days.
    #[must_use]
    pub fn days(self) -> Period {
        let (first, last) = match self.quarter {
            Some(quarter) => (quarter * 3 - 2, quarter * 3),
            None => (1, 12),
        };
        let day = |month| NaiveDate::from_ymd_opt(self.year, month, 1).unwrap_or_default();
        Period { from: day(first), until: crate::Month::of(day(last)).last_day() }
    }
}

impl fmt::Display for ClaimPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.quarter {
            Some(quarter) => write!(f, "{:04}Q{quarter}", self.year),
            None => write!(f, "{:04}", self.year),
        }
    }
}

impl FromStr for ClaimPeriod {
    type Err = NotAClaimPeriod;

    /// Takes `2026Q2` in upper or lower case and `2026`.
    fn from_str(text: &str) -> Result<ClaimPeriod, NotAClaimPeriod> {
        let (year, quarter) = match text.split_once(['Q', 'q']) {
            Some((year, quarter)) => (year, Some(quarter)),
            None => (text, None),
        };
        if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NotAClaimPeriod);
        }
        let quarter = match quarter {
            None => None,
            Some("1") => Some(1),
            Some("2") => Some(2),
            Some("3") => Some(3),
            Some("4") => Some(4),
            Some(_) => return Err(NotAClaimPeriod),
        };
        let year = year.parse().map_err(|_| NotAClaimPeriod)?;
        if !YEARS.contains(&year) {
            return Err(NotAClaimPeriod);
        }
        Ok(ClaimPeriod { year, quarter })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_quarters_and_years() {
        for (text, from, until) in [
            ("2026Q1", "2026-01-01", "2026-03-31"),
            ("2028q1", "2028-01-01", "2028-03-31"),
            ("2026Q4", "2026-10-01", "2026-12-31"),
            ("2025", "2025-01-01", "2025-12-31"),
        ] {
            let period: ClaimPeriod = text.parse().unwrap();
            assert_eq!(period.to_string(), text.to_uppercase());
            assert_eq!(period.days().from.to_string(), from, "{text}");
            assert_eq!(period.days().until.to_string(), until, "{text}");
        }
    }

    #[test]
    fn refuses_everything_else() {
        for text in ["", "2026Q0", "2026Q5", "2026Q", "26Q1", "2026-1", "0026", "2026Q12", "ÅÅÅÅ"]
        {
            assert_eq!(text.parse::<ClaimPeriod>(), Err(NotAClaimPeriod), "{text}");
        }
    }
}
