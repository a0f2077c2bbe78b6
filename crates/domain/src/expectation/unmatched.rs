//! Rows that name nobody and may be what somebody is missing.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::comparison::{Comparison, State};
use super::input::PaidRow;
use crate::codes::CompensationCode;
use crate::{Ore, Period};

/// In what a row and something missing are alike, the most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Likeness {
    /// Amount and period.
    AmountAndPeriod,
    /// The amount.
    Amount,
    /// The period.
    Period,
}

/// A row that may be what is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MayBe<'a> {
    /// The place of what is missing among the comparisons.
    pub comparison: usize,
    /// The row.
    pub row: &'a PaidRow<'a>,
    /// In what they are alike.
    pub likeness: Likeness,
}

/// How many rows are named for one missing amount: instalments are alike by the thousand, and nobody
/// looks through a thousand rows.
const AT_MOST: usize = 10;

type Key<'a, V> = (&'a CompensationCode, V);
type Rows<'a> = Vec<&'a PaidRow<'a>>;

/// Rows that name nobody though their code is about persons, to be asked about many persons.
#[derive(Clone, Debug, Default)]
pub struct UnmatchedRows<'a> {
    by_both: HashMap<Key<'a, (Ore, Period)>, Rows<'a>>,
    by_amount: HashMap<Key<'a, Ore>, Rows<'a>>,
    by_period: HashMap<Key<'a, Period>, Rows<'a>>,
}

impl<'a> UnmatchedRows<'a> {
    /// Those among `rows` that name nobody and pay something.
    #[must_use]
    pub fn of(rows: &'a [PaidRow<'a>]) -> UnmatchedRows<'a> {
        let mut unmatched: Rows<'_> =
            rows.iter().filter(|row| row.without_person && row.amount > Ore::ZERO).collect();
        unmatched.sort_unstable_by_key(|row| (row.payment_date, *row));
        let mut index = UnmatchedRows::default();
        for row in unmatched {
            let (code, amount) = (row.compensation, row.amount);
            index.by_amount.entry((code, amount)).or_default().push(row);
            if let Some(period) = row.period {
                index.by_both.entry((code, (amount, period))).or_default().push(row);
                index.by_period.entry((code, period)).or_default().push(row);
            }
        }
        index
    }

    /// The rows that may be what `comparison` is missing: those of its compensation with its amount or
    /// its period, the most alike first and then the nearest to its day. At most ten.
    #[must_use]
    pub fn alike(&self, comparison: &Comparison<'_>) -> Vec<(&'a PaidRow<'a>, Likeness)> {
        if !matches!(comparison.state, State::Missing | State::GrantedNotPaid) {
            return Vec::new();
        }
        let (code, amount) = (comparison.compensation, comparison.expected);
        self.alike_to(code, amount, comparison.period, comparison.due)
    }

    /// As [`UnmatchedRows::alike`], of an amount that is missing of `code` for a period.
    #[must_use]
    pub fn alike_to(
        &self,
        code: &CompensationCode,
        amount: Ore,
        period: Option<Period>,
        due: Option<NaiveDate>,
    ) -> Vec<(&'a PaidRow<'a>, Likeness)> {
        let by_period = |period| {
            let both = self.by_both.get(&(code, (amount, period)));
            [
                (both, Likeness::AmountAndPeriod),
                (self.by_period.get(&(code, period)), Likeness::Period),
            ]
        };
        let [both, of_period] =
            period.map_or([(None, Likeness::AmountAndPeriod), (None, Likeness::Period)], by_period);
        let amount = (self.by_amount.get(&(code, amount)), Likeness::Amount);
        let mut found: Vec<(&PaidRow<'_>, Likeness)> = Vec::new();
        for (rows, likeness) in [both, amount, of_period] {
            for row in rows.into_iter().flat_map(|rows| nearest(rows, due)) {
                if found.len() < AT_MOST && !found.iter().any(|(known, _)| *known == row) {
                    found.push((row, likeness));
                }
            }
        }
        found
    }
}

/// The rows paid nearest to `due`, twice as many as can be named: some may be named already.
fn nearest<'a>(rows: &Rows<'a>, due: Option<NaiveDate>) -> Rows<'a> {
    let due = due.unwrap_or(NaiveDate::MIN);
    let after = rows.partition_point(|row| row.payment_date < due);
    let from = after.saturating_sub(2 * AT_MOST);
    let until = rows.len().min(after + 2 * AT_MOST);
    let mut near: Rows<'_> = rows[from..until].to_vec();
    near.sort_by_key(|row| (row.payment_date - due).num_days().abs());
    near
}

/// For all that is missing, the rows that may be it, by [`UnmatchedRows::alike`]. A row may be named
/// for several, since nobody knows whose it is.
#[must_use]
pub fn may_be_unmatched<'a>(
    comparisons: &[Comparison<'_>],
    rows: &'a [PaidRow<'a>],
) -> Vec<MayBe<'a>> {
    let unmatched = UnmatchedRows::of(rows);
    let of = |(place, comparison): (usize, &Comparison<'_>)| {
        let alike = unmatched.alike(comparison);
        alike.into_iter().map(move |(row, likeness)| MayBe { comparison: place, row, likeness })
    };
    comparisons.iter().enumerate().flat_map(of).collect()
}
