//! Finding what a span of days meets.

use std::ops::Range;

use chrono::NaiveDate;

use super::input::PaidRow;
use crate::Period;

/// The days that a row is about. Without a period it may be about any time up to its payment, but not
/// about what begins later: a double payment would settle the future.
pub(super) fn span_of(row: &PaidRow<'_>) -> Period {
    row.period.unwrap_or(Period { from: NaiveDate::MIN, until: row.payment_date })
}

/// Periods in order of their first day, to be asked which of them meet a span.
#[derive(Debug)]
pub(super) struct Ordered {
    periods: Vec<Period>,
    /// The last day of any period up to each place.
    latest: Vec<NaiveDate>,
}

impl Ordered {
    /// Takes periods that stand in order.
    pub(super) fn of(periods: impl Iterator<Item = Period>) -> Ordered {
        let periods: Vec<Period> = periods.collect();
        let latest = periods
            .iter()
            .scan(NaiveDate::MIN, |latest, period| {
                *latest = period.until.max(*latest);
                Some(*latest)
            })
            .collect();
        Ordered { periods, latest }
    }

    /// The places whose periods share a day with `span`, in order.
    pub(super) fn meeting(&self, span: Period) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.around(span).filter(move |place| self.periods[*place].until >= span.from)
    }

    /// Whether any period shares a day with `span`.
    pub(super) fn meets(&self, span: Period) -> bool {
        !self.around(span).is_empty()
    }

    /// The places outside of which nothing meets `span`; the first of them does.
    fn around(&self, span: Period) -> Range<usize> {
        let end = self.periods.partition_point(|period| period.from <= span.until);
        let start = self.latest.partition_point(|latest| *latest < span.from);
        start.min(end)..end
    }
}
