//! Public holidays, working days and bank days in Sweden, computed for any year.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::Month;

/// First year in which the national day is a public holiday (lag (2004:1320)).
const NATIONAL_DAY_SINCE: i32 = 2005;
/// Last year in which Whit Monday is one.
const WHIT_MONDAY_UNTIL: i32 = 2004;

/// Easter Sunday of a year of the Gregorian calendar; none for a year that the calendar lacks.
///
/// It is the Sunday after the ecclesiastical full moon on or after 21 March (lag (1989:253) 2 §).
#[must_use]
pub fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let golden_number = year.rem_euclid(19);
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let moon_correction = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let leap_centuries = century.div_euclid(4);
    let moon = 19 * golden_number + century - leap_centuries - moon_correction + 15;
    let full_moon = moon.rem_euclid(30);
    let weekdays = 32 + 2 * century.rem_euclid(4) + 2 * (of_century / 4);
    let to_sunday = (weekdays - full_moon - of_century % 4).rem_euclid(7);
    let late = (golden_number + 11 * full_moon + 22 * to_sunday) / 451;
    let days_after_22_march = full_moon + to_sunday - 7 * late;
    let days = u64::try_from(days_after_22_march).ok()?;
    NaiveDate::from_ymd_opt(year, 3, 22)?.checked_add_days(Days::new(days))
}

/// Whether `day` is a public holiday: a Sunday or one of the days with a name
/// (lag (1989:253) 1 §, with Whit Monday until 2004 and the national day from 2005).
#[must_use]
pub fn is_holiday(day: NaiveDate) -> bool {
    day.weekday() == Weekday::Sun || has_holiday_name(day)
}

/// The public holidays of a year that have a name, in order; Sundays are there if they have one.
#[must_use]
pub fn holidays(year: i32) -> Vec<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1);
    let days = first.into_iter().flat_map(|first| first.iter_days());
    days.take_while(|day| day.year() == year).filter(|day| has_holiday_name(*day)).collect()
}

fn has_holiday_name(day: NaiveDate) -> bool {
    let saturday = day.weekday() == Weekday::Sat;
    match (day.month(), day.day()) {
        (1, 1 | 6) | (5, 1) | (12, 25 | 26) => true,
        (6, 6) if day.year() >= NATIONAL_DAY_SINCE => true,
        (6, 20..=26) if saturday => true,
        (10, 31) | (11, 1..=6) if saturday => true,
        _ => is_counted_from_easter(day),
    }
}

fn is_counted_from_easter(day: NaiveDate) -> bool {
    let Some(easter) = easter_sunday(day.year()) else { return false };
    match (day - easter).num_days() {
        // Good Friday, Easter Sunday, Easter Monday, Ascension Day, Whit Sunday.
        -2 | 0 | 1 | 39 | 49 => true,
        50 => day.year() <= WHIT_MONDAY_UNTIL,
        _ => false,
    }
}

/// Midsummer Eve, Christmas Eve or New Year's Eve.
fn is_eve(day: NaiveDate) -> bool {
    match (day.month(), day.day()) {
        (12, 24 | 31) => true,
        (6, 19..=25) => day.weekday() == Weekday::Fri,
        _ => false,
    }
}

/// Whether something that must be done on `day` can be done no later: not a Saturday, Sunday, other
/// public holiday, Midsummer Eve, Christmas Eve or New Year's Eve (lag (1930:173) 2 §).
#[must_use]
pub fn is_working_day(day: NaiveDate) -> bool {
    day.weekday() != Weekday::Sat && !is_holiday(day) && !is_eve(day)
}

/// The first working day from `day` on: `day` itself when it is one (lag (1930:173) 2 §).
#[must_use]
pub fn next_working_day(day: NaiveDate) -> NaiveDate {
    day.iter_days().find(|day| is_working_day(*day)).unwrap_or(day)
}

/// Whether the banks pay on `day`: Monday to Friday, no public holiday, none of the three eves.
///
/// The days are those of [`is_working_day`], by agreement of the banks and not by that law.
#[must_use]
pub fn is_bank_day(day: NaiveDate) -> bool {
    is_working_day(day)
}

/// The last bank day of a month.
#[must_use]
pub fn last_bank_day(month: Month) -> NaiveDate {
    let last = month.last_day();
    let back = std::iter::successors(Some(last), NaiveDate::pred_opt);
    back.take_while(|day| Month::of(*day) == month).find(|day| is_bank_day(*day)).unwrap_or(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn easter_falls_where_the_almanac_says() {
        for text in [
            "1818-03-22",
            "1943-04-25",
            "1954-04-18",
            "1981-04-19",
            "2000-04-23",
            "2004-04-11",
            "2008-03-23",
            "2011-04-24",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2038-04-25",
            "2049-04-18",
            "2076-04-19",
        ] {
            assert_eq!(easter_sunday(day(text).year()), Some(day(text)), "{text}");
        }
        assert_eq!(easter_sunday(i32::MAX / 4), None);
    }

    /// Month and day of the named holidays.
    fn table(year: i32, days: &str) -> Vec<NaiveDate> {
        days.split(' ').map(|text| day(&format!("{year}-{text}"))).collect()
    }

    #[test]
    fn holidays_are_those_of_the_almanac() {
        for (year, days) in [
            (2004, "01-01 01-06 04-09 04-11 04-12 05-01 05-20 05-30 05-31 06-26 11-06 12-25 12-26"),
            (2005, "01-01 01-06 03-25 03-27 03-28 05-01 05-05 05-15 06-06 06-25 11-05 12-25 12-26"),
            (2024, "01-01 01-06 03-29 03-31 04-01 05-01 05-09 05-19 06-06 06-22 11-02 12-25 12-26"),
            (2025, "01-01 01-06 04-18 04-20 04-21 05-01 05-29 06-06 06-08 06-21 11-01 12-25 12-26"),
            (2026, "01-01 01-06 04-03 04-05 04-06 05-01 05-14 05-24 06-06 06-20 10-31 12-25 12-26"),
            (2027, "01-01 01-06 03-26 03-28 03-29 05-01 05-06 05-16 06-06 06-26 11-06 12-25 12-26"),
            (2028, "01-01 01-06 04-14 04-16 04-17 05-01 05-25 06-04 06-06 06-24 11-04 12-25 12-26"),
        ] {
            assert_eq!(holidays(year), table(year, days), "{year}");
        }
    }

    #[test]
    fn ascension_day_may_be_the_first_of_may() {
        let days = holidays(2008);
        assert_eq!(days.iter().filter(|one| **one == day("2008-05-01")).count(), 1);
        assert_eq!(days.len(), 12);
    }

    #[test]
    fn every_sunday_is_a_holiday() {
        assert!(is_holiday(day("2026-11-29")));
        assert!(!is_holiday(day("2026-11-28")));
        assert!(!is_holiday(day("2026-11-30")));
        assert!(is_holiday(day("2004-05-31")) && !is_holiday(day("2005-05-16")));
        assert!(!is_holiday(day("2003-06-06")) && is_holiday(day("2005-06-06")));
    }

    #[test]
    fn eves_are_no_working_days_though_no_holidays() {
        for text in
            ["2026-06-19", "2027-06-25", "2024-06-21", "2026-12-24", "2026-12-31", "2029-12-31"]
        {
            assert!(!is_holiday(day(text)), "{text}");
            assert!(!is_working_day(day(text)), "{text}");
            assert!(!is_bank_day(day(text)), "{text}");
        }
        for text in ["2026-06-18", "2026-06-26", "2026-04-02", "2026-04-30", "2027-01-05"] {
            assert!(is_working_day(day(text)), "{text}");
        }
    }

    #[test]
    fn the_next_working_day_may_be_the_day_itself() {
        for (from, next) in [
            ("2026-09-30", "2026-09-30"),
            ("2026-12-31", "2027-01-04"),
            ("2017-12-31", "2018-01-02"),
            ("2024-12-31", "2025-01-02"),
            ("2025-12-24", "2025-12-29"),
            ("2026-04-03", "2026-04-07"),
            ("2026-06-19", "2026-06-22"),
            ("2026-05-14", "2026-05-15"),
            ("2026-06-06", "2026-06-08"),
            ("2026-10-31", "2026-11-02"),
        ] {
            assert_eq!(next_working_day(day(from)), day(next), "{from}");
        }
        assert_eq!(next_working_day(NaiveDate::MAX), NaiveDate::MAX);
    }

    #[test]
    fn the_last_bank_day_steps_back() {
        for (month, last) in [
            ("2026-01", "2026-01-30"),
            ("2026-02", "2026-02-27"),
            ("2026-04", "2026-04-30"),
            ("2026-05", "2026-05-29"),
            ("2026-12", "2026-12-30"),
            ("2027-12", "2027-12-30"),
            ("2028-12", "2028-12-29"),
            ("2024-02", "2024-02-29"),
            ("2024-03", "2024-03-28"),
        ] {
            assert_eq!(last_bank_day(month.parse().unwrap()), day(last), "{month}");
        }
    }
}
