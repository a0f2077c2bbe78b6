//! An amount that should come, or a span of days for which money came unexpected, while rows are
//! being laid to it.

use chrono::{Months, NaiveDate};

use super::comparison::{Basis, Part};
use super::input::{Expected, GrantedRow, PaidRow};
use super::pour::Need;
use super::spans::span_of;
use crate::deadline::{expected_decision_day, last_bank_day};
use crate::{Month, Ore, Period};

/// Parts of rows with their sum.
#[derive(Debug, Default)]
pub(super) struct Parts<'a> {
    pub(super) list: Vec<Part<'a>>,
    pub(super) sum: Ore,
}

impl<'a> Parts<'a> {
    pub(super) fn push(&mut self, part: Part<'a>) {
        self.sum += part.amount;
        self.list.push(part);
    }
}

/// Where money ends up.
#[derive(Debug)]
pub(super) struct Node<'a> {
    pub(super) basis: Basis<'a>,
    /// The days by which rows find it.
    pub(super) span: Period,
    /// The days that it is told with.
    pub(super) period: Option<Period>,
    /// What should come.
    pub(super) expected: Ore,
    pub(super) granted: Ore,
    pub(super) decided: Option<NaiveDate>,
    /// What came of what should: never more than that.
    pub(super) paid: Parts<'a>,
    /// What came besides.
    pub(super) surplus: Parts<'a>,
    /// What clawbacks have taken, below zero.
    pub(super) taken: Parts<'a>,
    /// How much of it was surplus.
    pub(super) taken_surplus: Ore,
    /// Whether what came is for other days.
    pub(super) wrong_period: bool,
}

impl<'a> Node<'a> {
    pub(super) fn computed(item: &'a Expected<'a>) -> Node<'a> {
        Node::new(Basis::Computed(item), item.period, item.amount)
    }

    pub(super) fn granted(row: &'a GrantedRow<'a>) -> Node<'a> {
        let mut node = Node::new(Basis::Granted(row), row.period, row.amount);
        node.decide(row, row.amount);
        node
    }

    /// For rows like `row`, which nothing expects.
    pub(super) fn unexpected(row: &PaidRow<'_>) -> Node<'a> {
        let period = row.period;
        Node { period, ..Node::new(Basis::Nothing, span_of(row), Ore::ZERO) }
    }

    fn new(basis: Basis<'a>, span: Period, expected: Ore) -> Node<'a> {
        Node {
            basis,
            span,
            period: Some(span),
            expected,
            granted: Ore::ZERO,
            decided: None,
            paid: Parts::default(),
            surplus: Parts::default(),
            taken: Parts::default(),
            taken_surplus: Ore::ZERO,
            wrong_period: false,
        }
    }

    /// Adds `amount` of a decision.
    pub(super) fn decide(&mut self, row: &GrantedRow<'_>, amount: Ore) {
        self.granted += amount;
        self.decided = self.decided.max(Some(row.decided));
    }

    /// What can be filled.
    pub(super) fn need(&self) -> Need {
        Need {
            period: self.span,
            whole: self.expected,
            open: self.expected,
            by_day: self.item().is_some_and(|item| item.by_day),
        }
    }

    pub(super) fn item(&self) -> Option<&'a Expected<'a>> {
        match self.basis {
            Basis::Computed(item) => Some(item),
            Basis::Granted(_) | Basis::Nothing => None,
        }
    }

    pub(super) fn is_expected(&self) -> bool {
        self.basis != Basis::Nothing
    }

    pub(super) fn has_parts(&self) -> bool {
        [&self.paid, &self.surplus, &self.taken].iter().any(|parts| !parts.list.is_empty())
    }

    pub(super) fn is_estimated(&self) -> bool {
        self.item().is_some_and(|item| item.estimated)
    }

    /// Whether nothing is late before it is decided.
    pub(super) fn waits_for_decision(&self) -> bool {
        self.item().is_some_and(|item| item.on_application)
    }

    /// The day by which it should come.
    pub(super) fn due(&self) -> Option<NaiveDate> {
        let by_rule = self.item().filter(|item| !item.on_application).and_then(|item| item.due);
        by_rule.or_else(|| self.decided.map(payment_day_after))
    }

    /// What came and was not taken back.
    pub(super) fn net(&self) -> Ore {
        self.paid.sum + self.surplus.sum + self.taken.sum
    }

    /// What came besides and was not taken back.
    pub(super) fn surplus_left(&self) -> Ore {
        self.surplus.sum - self.taken_surplus
    }

    /// Takes back as much of `left` as there is of the surplus, or of what should have come.
    pub(super) fn take(&mut self, row: &'a PaidRow<'a>, left: &mut Ore, of_surplus: bool) {
        let there = if of_surplus { self.surplus_left() } else { self.paid_left() };
        let amount = there.min(*left);
        if amount.is_zero() {
            return;
        }
        *left = *left - amount;
        if of_surplus {
            self.taken_surplus += amount;
        }
        self.taken.push(Part { row, amount: -amount });
    }

    fn paid_left(&self) -> Ore {
        self.paid.sum + self.taken.sum + self.taken_surplus
    }
}

/// The day by which something decided should be paid: with the payment of the month where the
/// decision came by that month's day of decisions, otherwise with the next.
fn payment_day_after(decided: NaiveDate) -> NaiveDate {
    if decided <= expected_decision_day(decided) {
        return last_bank_day(Month::of(decided));
    }
    let next = decided.checked_add_months(Months::new(1)).unwrap_or(decided);
    last_bank_day(Month::of(next))
}
