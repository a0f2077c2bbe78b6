//! The payment days of a list, and those that lie far from the others: a year typed wrong carries the
//! money of a row, or of the list, to another month.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};
use domain::checks::Fault;
use domain::{Field, FindingCode, Period};

/// Payment days of one list lie no further apart than this: a month, and a half for what was late.
const APART: Days = Days::new(45);

/// Lines that are kept for a day, so that memory does not grow with the list. A day with more rows is
/// no slip of the hand.
const LINES: usize = 1_000;

/// Counts rows by payment day.
#[derive(Default)]
pub(super) struct PaymentDays {
    by_day: BTreeMap<NaiveDate, DayRows>,
    last: Option<(NaiveDate, u64)>,
}

#[derive(Default)]
struct DayRows {
    rows: u64,
    lines: Vec<u32>,
}

impl PaymentDays {
    pub(super) fn take(&mut self, day: Option<NaiveDate>, line: u32) {
        let Some(day) = day else { return };
        // Nearly every row has the day of the one before.
        if let Some((last, more)) = &mut self.last
            && *last == day
        {
            *more += 1;
            if *more > LINES as u64 {
                return;
            }
        } else {
            self.settle();
            self.last = Some((day, 1));
        }
        let rows = self.by_day.entry(day).or_default();
        if rows.lines.len() < LINES {
            rows.lines.push(line);
        }
    }

    fn settle(&mut self) {
        if let Some((day, rows)) = self.last.take() {
            self.by_day.entry(day).or_default().rows += rows;
        }
    }

    /// The days around the one that most rows have, of equals the one nearest to today; none without any. `today` and what comes before
    /// it can be such; a day to come only where most rows have it.
    pub(super) fn usual(&mut self, today: NaiveDate) -> Option<Period> {
        self.settle();
        let from_today = |day: NaiveDate| Reverse((today - day).num_days().abs());
        let most = self.by_day.iter().max_by_key(|(day, rows)| (rows.rows, from_today(**day)));
        let most = *most?.0;
        let near = |one: NaiveDate, other: NaiveDate| {
            one.max(other) <= one.min(other).checked_add_days(APART).unwrap_or(NaiveDate::MAX)
        };
        let (mut from, mut until) = (most, most);
        for (day, _) in self.by_day.range(..most).rev() {
            if near(*day, from) {
                from = *day;
            }
        }
        for (day, _) in self.by_day.range(most..).filter(|(day, _)| **day <= today.max(most)) {
            if near(*day, until) {
                until = *day;
            }
        }
        Period::new(from, until)
    }

    /// The rows whose day is far from the usual ones, by line.
    pub(super) fn far(&self, usual: Period, today: NaiveDate) -> Vec<(u32, Fault)> {
        let mut found = Vec::new();
        for (day, rows) in &self.by_day {
            let fault = fault_of(*day, usual, today);
            found.extend(
                fault.iter().flat_map(|fault| rows.lines.iter().map(|l| (*l, fault.clone()))),
            );
        }
        found.sort_by_key(|(line, _)| *line);
        found
    }
}

/// That a payment day lies far from the usual ones of its list, or is still to come when they are not.
pub(super) fn fault_of(day: NaiveDate, usual: Period, today: NaiveDate) -> Option<Fault> {
    let earliest = usual.from.checked_sub_days(APART).unwrap_or(NaiveDate::MIN);
    let latest = usual.until.checked_add_days(APART).unwrap_or(NaiveDate::MAX);
    let far = day < earliest || day > latest || day > today.max(usual.until);
    far.then(|| {
        Fault::in_field(Field::PaymentDate, FindingCode::PaymentDayFar)
            .with("date", day)
            .with("from", usual.from)
            .with("until", usual.until)
    })
}

/// Whether the payment day of a whole list lies so far ahead that its year must be wrong. Lists of the
/// year to come are made for training.
pub(super) fn is_far_ahead(usual: Period, today: NaiveDate) -> bool {
    (usual.until - today).num_days() > 2 * 366
}

/// The same day in a year under which it is usual.
pub(super) fn with_usual_year(day: NaiveDate, usual: Period) -> Option<NaiveDate> {
    let years = usual.from.year()..=usual.until.year();
    let mut days = years.filter_map(|year| day.with_year(year));
    days.find(|day| (usual.from..=usual.until).contains(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn far(days: &[(&str, usize)], today: &str) -> (String, Vec<u32>) {
        let mut counted = PaymentDays::default();
        let all = days.iter().flat_map(|(text, rows)| std::iter::repeat_n(day(text), *rows));
        for (line, one) in (1..).zip(all) {
            counted.take(Some(one), line);
        }
        let usual = counted.usual(day(today)).unwrap();
        let lines = counted.far(usual, day(today)).into_iter().map(|(line, _)| line).collect();
        (format!("{}/{}", usual.from, usual.until), lines)
    }

    #[test]
    fn days_far_from_the_others_are_told() {
        let one = |other| far(&[("2026-10-30", 3), (other, 1)], "2026-11-02");
        for wrong in ["2062-10-30", "2025-10-30", "2026-11-30", "2026-01-30", "2027-10-30"] {
            assert_eq!(one(wrong), ("2026-10-30/2026-10-30".into(), vec![4]), "{wrong}");
        }
        assert_eq!(one("2026-09-30"), ("2026-09-30/2026-10-30".into(), vec![]));
        assert_eq!(one("2026-11-01"), ("2026-10-30/2026-11-01".into(), vec![]));
    }

    #[test]
    fn months_in_a_row_are_near_each_other() {
        let quarter = [("2026-08-31", 1), ("2026-09-30", 1), ("2026-10-30", 5)];
        assert_eq!(far(&quarter, "2026-11-02"), ("2026-08-31/2026-10-30".into(), vec![]));
        // A list may be read before its day; that is no reason to doubt every row.
        assert!(far(&[("2026-11-30", 9)], "2026-11-02").1.is_empty());
    }

    #[test]
    fn only_so_many_lines_are_kept() {
        let (_, lines) = far(&[("2026-10-30", 5_000), ("2062-10-30", 3_000)], "2026-11-02");
        assert!(lines.into_iter().eq(5_001..=6_000));
    }

    #[test]
    fn a_year_is_proposed_only_where_the_day_is_usual_then() {
        let usual = Period::new(day("2026-10-30"), day("2026-10-30")).unwrap();
        assert_eq!(with_usual_year(day("2062-10-30"), usual), Some(day("2026-10-30")));
        assert_eq!(with_usual_year(day("2026-01-30"), usual), None);
        assert_eq!(with_usual_year(day("2024-02-29"), usual), None);
    }
}
