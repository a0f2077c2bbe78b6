//! The periods that a finance system books in.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{Month, Period};

/// Years that a period can lie in: anything else is a slip of the hand.
pub const YEARS: RangeInclusive<i32> = 2000..=2199;

/// The number of the period for what is booked when the year is closed.
const THIRTEENTH: u32 = 13;

/// An accounting period: a month of the fiscal year, which for a municipality is the calendar year
/// (lag 2018:597, 3 kap. 5 §), or the thirteenth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AccountingPeriod {
    year: i32,
    number: u32,
}

impl AccountingPeriod {
    /// The month that `day` lies in.
    #[must_use]
    pub fn of(day: NaiveDate) -> AccountingPeriod {
        AccountingPeriod { year: day.year(), number: day.month() }
    }

    /// The periods of a fiscal year, the thirteenth last.
    pub fn of_year(year: i32) -> impl Iterator<Item = AccountingPeriod> {
        (1..=THIRTEENTH).map(move |number| AccountingPeriod { year, number })
    }

    /// The fiscal year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// Whether it is the one for what is booked when the year is closed.
    #[must_use]
    pub fn is_thirteenth(self) -> bool {
        self.number == THIRTEENTH
    }

    /// The voucher dates that lie in it; those of the thirteenth lie in December.
    #[must_use]
    pub fn days(self) -> Period {
        let year = Period::of_year(self.year);
        let first = NaiveDate::from_ymd_opt(self.year, self.number.min(12), 1);
        let month = Month::of(first.unwrap_or(year.until));
        Period { from: month.first_day(), until: month.last_day() }
    }

    /// Whether a voucher of that day can be booked in it.
    #[must_use]
    pub fn holds(self, day: NaiveDate) -> bool {
        let days = self.days();
        days.from <= day && day <= days.until
    }

    /// The form `yyyymm` of the finance systems.
    #[must_use]
    pub fn compact(self) -> String {
        format!("{:04}{:02}", self.year, self.number)
    }
}

impl fmt::Display for AccountingPeriod {
    /// `yyyy-mm`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.number)
    }
}

/// The text is no period: not `yyyy-mm` or `yyyymm`, or of a year that nobody books in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an accounting period in the form yyyy-mm or yyyymm")]
pub struct NotAPeriod;

impl FromStr for AccountingPeriod {
    type Err = NotAPeriod;

    fn from_str(text: &str) -> Result<AccountingPeriod, NotAPeriod> {
        let (year, number) = match (text.split_once('-'), text.len()) {
            (Some(parts), 7) => parts,
            (None, 6) if text.is_ascii() => text.split_at(4),
            _ => return Err(NotAPeriod),
        };
        let digits = |part: &str, most: usize| {
            part.len() == most && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !digits(year, 4) || !digits(number, 2) {
            return Err(NotAPeriod);
        }
        let year = year.parse().map_err(|_| NotAPeriod)?;
        let number = number.parse().map_err(|_| NotAPeriod)?;
        let possible = YEARS.contains(&year) && (1..=THIRTEENTH).contains(&number);
        if possible { Ok(AccountingPeriod { year, number }) } else { Err(NotAPeriod) }
    }
}

impl TryFrom<String> for AccountingPeriod {
    type Error = NotAPeriod;
    fn try_from(text: String) -> Result<AccountingPeriod, NotAPeriod> {
        text.parse()
    }
}

impl From<AccountingPeriod> for String {
    fn from(period: AccountingPeriod) -> String {
        period.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_thirteenth_period_takes_vouchers_of_december() {
        let period: AccountingPeriod = "202613".parse().unwrap();
        assert_eq!((period.to_string(), period.compact()), ("2026-13".into(), "202613".into()));
        assert!(period.is_thirteenth() && period.holds("2026-12-31".parse().unwrap()));
        assert!(!period.holds("2027-01-01".parse().unwrap()));
        assert_eq!(AccountingPeriod::of_year(2026).last(), Some(period));
        let february: AccountingPeriod = "2028-02".parse().unwrap();
        assert_eq!(february.days().until, "2028-02-29".parse().unwrap());
    }

    #[test]
    fn years_that_nobody_books_in_are_no_periods() {
        for text in [
            "0001-01",
            "1999-12",
            "2200-01",
            "2026-14",
            "2026-00",
            "2026-1",
            "20-2601",
            "",
            "åååååå",
            "+202601",
        ] {
            assert_eq!(text.parse::<AccountingPeriod>(), Err(NotAPeriod), "{text}");
        }
    }
}
