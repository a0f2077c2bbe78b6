//! What should come and what came, by month.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use super::comparison::{Comparison, State};
use crate::{Month, Ore};

/// Sums over comparisons. What is expected minus what is paid is always what is missing, short, not
/// yet due, estimated and taken back, minus what is too much.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// What should come.
    pub expected: Ore,
    /// What came and was not taken back.
    pub paid: Ore,
    /// Of what nothing came, though its day has passed, granted or not.
    pub missing: Ore,
    /// What did not come of what came in part.
    pub short: Ore,
    /// What may still come, decided or not, or stand in a list that nobody has read.
    pub not_yet_due: Ore,
    /// By how much estimates differ from what came; negative where more came.
    pub estimated: Ore,
    /// What came and was taken back, and what was taken back without having come.
    pub taken_back: Ore,
    /// What came besides.
    pub too_much: Ore,
}

impl AddAssign for Sums {
    fn add_assign(&mut self, other: Sums) {
        self.expected += other.expected;
        self.paid += other.paid;
        self.missing += other.missing;
        self.short += other.short;
        self.not_yet_due += other.not_yet_due;
        self.estimated += other.estimated;
        self.taken_back += other.taken_back;
        self.too_much += other.too_much;
    }
}

impl Sums {
    /// The sums of one comparison.
    #[must_use]
    pub fn of(comparison: &Comparison<'_>) -> Sums {
        let open = comparison.open();
        let mut sums =
            Sums { expected: comparison.expected, paid: comparison.paid, ..Sums::default() };
        match &comparison.state {
            State::Settled { .. } | State::WrongPeriod { .. } => {}
            State::NotYetDue | State::NotDecided | State::ListUnread => {
                sums.not_yet_due = open;
            }
            State::Missing | State::GrantedNotPaid => sums.missing = open,
            State::Estimated => sums.estimated = open,
            State::Short { missing, .. } => sums.short = *missing,
            State::Extra { too_much, .. } => sums.too_much = *too_much,
            State::TakenBack { missing, .. } => {
                sums.short = *missing;
                sums.taken_back = open - *missing;
            }
            State::Unexpected { .. } if open.is_negative() => sums.too_much = -open,
            State::Unexpected { .. } => sums.taken_back = open,
        }
        sums
    }
}

/// Sums by the month in which money should come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByDueMonth {
    /// By month of the day by which it should come; what was not expected by that of its first
    /// payment.
    pub months: BTreeMap<Month, Sums>,
    /// What should come on no day that a rule names.
    pub without_day: Sums,
}

impl ByDueMonth {
    /// Adds a comparison.
    pub fn add(&mut self, comparison: &Comparison<'_>) {
        let paid_on = || comparison.parts.first().map(|part| part.row.payment_date);
        let day = if comparison.basis.is_expected() { comparison.due } else { paid_on() };
        let sums = match day {
            Some(day) => self.months.entry(Month::of(day)).or_default(),
            None => &mut self.without_day,
        };
        *sums += Sums::of(comparison);
    }
}

/// The sums of all comparisons, of one person or of many.
#[must_use]
pub fn by_due_month<'c, 'a: 'c>(
    comparisons: impl IntoIterator<Item = &'c Comparison<'a>>,
) -> ByDueMonth {
    let mut sums = ByDueMonth::default();
    for comparison in comparisons {
        sums.add(comparison);
    }
    sums
}
