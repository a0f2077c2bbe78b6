//! What is neither here nor missing: money whose list nobody has read, and money that rests on values
//! nobody has checked.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::codes::CompensationCode;
use domain::entitlement::Refused;
use domain::expectation::{Comparison, State, list_is_late_from};
use domain::law::Refusal;
use domain::{Month, Ore};

use super::computing::Outcome;

/// What should have come of one compensation in one month, with a list that nobody has read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unread {
    /// How many amounts.
    pub amounts: u64,
    /// What of them has not come.
    pub expected: Ore,
    /// The first day on which any of it should have come.
    pub payment: NaiveDate,
}

impl Unread {
    /// The day from which the list is late.
    #[must_use]
    pub fn late_from(&self) -> NaiveDate {
        list_is_late_from(self.payment)
    }
}

/// What is not counted of a compensation, because nobody has checked its value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unchecked {
    /// How many amounts should have come and rest on such a value.
    pub amounts: u64,
    /// What of them has not come, by the last value known.
    pub expected: Ore,
    /// How many persons there is no amount at all for, because no value of the year is known.
    pub unknown: u64,
}

/// What is neither here nor missing.
#[derive(Clone, Debug, Default)]
pub struct Awaited {
    /// By compensation, and month in which it should have come.
    pub unread: BTreeMap<(CompensationCode, Month), Unread>,
    /// By compensation.
    pub unchecked: BTreeMap<CompensationCode, Unchecked>,
}

impl Awaited {
    /// Adds a comparison.
    pub(super) fn add(&mut self, comparison: &Comparison<'_>) {
        let open = comparison.open();
        let is_unread = comparison.state == State::ListUnread;
        if let Some(due) = comparison.due.filter(|_| is_unread) {
            let key = (comparison.compensation.clone(), Month::of(due));
            let unread = self.unread.entry(key);
            let unread = unread.or_insert(Unread { amounts: 0, expected: Ore::ZERO, payment: due });
            unread.join(&Unread { amounts: 1, expected: open, payment: due });
        }
        let rests = is_unread || comparison.state == State::Estimated;
        if rests && comparison.is_estimated() && open > Ore::ZERO {
            let unchecked = self.unchecked.entry(comparison.compensation.clone()).or_default();
            unchecked.join(&Unchecked { amounts: 1, expected: open, unknown: 0 });
        }
    }

    /// Notes what could not be computed for want of a value.
    pub(super) fn note_unknown(&mut self, outcomes: &[Outcome]) {
        for (compensation, outcome) in outcomes {
            let unknown = matches!(
                outcome,
                Err(Refused::NoRate(Refusal::NotSetYet { .. } | Refusal::NotChecked { .. }))
            );
            if unknown {
                self.unchecked.entry(compensation.code.clone()).or_default().unknown += 1;
            }
        }
    }

    pub(super) fn join(&mut self, other: Awaited) {
        for (key, unread) in other.unread {
            self.unread.entry(key).and_modify(|known| known.join(&unread)).or_insert(unread);
        }
        for (code, unchecked) in other.unchecked {
            self.unchecked.entry(code).or_default().join(&unchecked);
        }
    }

    /// What rests on values that nobody has checked, in all.
    #[must_use]
    pub fn unchecked_in_all(&self) -> Unchecked {
        let mut all = Unchecked::default();
        self.unchecked.values().for_each(|unchecked| all.join(unchecked));
        all
    }
}

impl Unread {
    fn join(&mut self, other: &Unread) {
        self.amounts += other.amounts;
        self.expected += other.expected;
        self.payment = self.payment.min(other.payment);
    }
}

impl Unchecked {
    fn join(&mut self, other: &Unchecked) {
        self.amounts += other.amounts;
        self.expected += other.expected;
        self.unknown += other.unknown;
    }
}
