//! Who has read about whom: what counts as reading, and which readings a sample holds.

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use crate::case::words;
use crate::deadline::is_working_day;

words! {
    /// What was read. A hit in a list is none of them.
    ReadingKind {
        /// A person's page, or what else is about one person alone.
        Page = "page",
        /// An explanation, a trace or a thing of money or handling that names somebody.
        Explanation = "explanation",
        /// A document that was kept about somebody, written to a file.
        Document = "document",
        /// A print.
        Print = "print",
        /// A table, a register or an order that was written to a file or copied.
        Export = "export",
    }
    /// What whoever looked at a reading has found.
    ReadingVerdict {
        /// It belongs to the reader's work.
        InOrder = "in-order",
        /// It is to be asked about.
        ToAsk = "to-ask",
    }
}

/// How long the same reading by the same login is one, in minutes.
pub const MINUTES_OF_ONE_READING: i64 = 15;

/// The hours of a working day, by Swedish clocks.
const HOURS: (u32, u32) = (6, 19);

/// A moment in UTC by Swedish clocks: an hour ahead, two from the last Sunday of March to that of
/// October, both at one in the morning UTC.
#[must_use]
pub fn swedish_time(utc: NaiveDateTime) -> NaiveDateTime {
    let turn = |month: u32| {
        let last = NaiveDate::from_ymd_opt(utc.year(), month, 31)?;
        let back = i64::from(last.weekday().num_days_from_sunday());
        (last - Duration::days(back)).and_hms_opt(1, 0, 0)
    };
    let in_summer =
        matches!((turn(3), turn(10)), (Some(from), Some(until)) if from <= utc && utc < until);
    utc + Duration::hours(if in_summer { 2 } else { 1 })
}

/// Whether a moment in UTC lies outside of office hours: at night, on a Saturday, a Sunday or a holiday.
#[must_use]
pub fn is_off_hours(utc: NaiveDateTime) -> bool {
    let here = swedish_time(utc);
    let day = here.date();
    let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    weekend || !is_working_day(day) || here.time() < at(HOURS.0) || here.time() >= at(HOURS.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[test]
    fn swedish_clocks_turn_on_the_last_sundays_of_march_and_october() {
        for (moment, here) in [
            ("2026-03-29T00:59:59", "2026-03-29T01:59:59"),
            ("2026-03-29T01:00:00", "2026-03-29T03:00:00"),
            ("2026-10-25T00:59:59", "2026-10-25T02:59:59"),
            ("2026-10-25T01:00:00", "2026-10-25T02:00:00"),
            ("2026-12-31T23:30:00", "2027-01-01T00:30:00"),
        ] {
            assert_eq!(swedish_time(utc(moment)), utc(here), "{moment}");
        }
    }

    #[test]
    fn nights_weekends_and_holidays_are_outside_of_office_hours() {
        for (moment, off) in [
            ("2026-11-02T05:00:00", false),
            ("2026-11-02T04:59:59", true),
            ("2026-11-02T17:59:59", false),
            ("2026-11-02T18:00:00", true),
            ("2026-11-01T10:00:00", true),
            ("2026-12-25T10:00:00", true),
            ("2026-07-01T04:30:00", false),
        ] {
            assert_eq!(is_off_hours(utc(moment)), off, "{moment}");
        }
    }
}
