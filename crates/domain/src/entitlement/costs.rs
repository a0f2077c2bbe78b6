//! Costs of a compensation, and their shares of days.

use rust_decimal::Decimal;

use super::Counted;
use super::explanation::{Explanation, Operation, Rounding, Rule};
use super::input::Cost;
use super::spans::Spans;
use crate::Period;

/// A cost with its place in the facts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed<'c> {
    pub(super) cost: &'c Cost,
    place: usize,
}

impl Placed<'_> {
    /// Its days.
    pub(super) fn period(&self) -> Period {
        Period { from: self.cost.from, until: self.cost.until }
    }

    /// Its place in the facts document.
    pub(super) fn place(&self) -> String {
        format!("costs[{}]", self.place)
    }

    /// What it was for.
    pub(super) fn is_for(&self, item: Option<&str>) -> bool {
        item.is_some() && self.cost.item.as_deref() == item
    }
}

/// The costs of the compensation, by first day.
pub(super) fn costs_of<'c>(case: &Counted<'c>) -> Vec<Placed<'c>> {
    let all = case.question().input.costs.iter().enumerate();
    let of_this = all.filter(|(_, cost)| {
        cost.compensation.as_ref().is_none_or(|code| *code == case.compensation.code)
    });
    let mut costs: Vec<Placed<'c>> = of_this.map(|(place, cost)| Placed { cost, place }).collect();
    costs.sort_by_key(|placed| placed.period());
    costs
}

/// The part of a cost that falls on `days`, in kronor and whole öre: all of it, or its share by days.
/// None where it has none of them.
pub(super) fn share(
    case: &Counted<'_>,
    placed: Placed<'_>,
    days: &Spans,
    explanation: &mut Explanation,
) -> Option<Decimal> {
    let period = placed.period();
    let counted = days.within(period).days();
    if counted == 0 {
        return None;
    }
    explanation.rule(
        &case.section,
        Rule::Cost { place: placed.place(), period, item: placed.cost.item.clone(), days: counted },
    );
    let whole = placed.cost.amount_ore.kronor();
    if counted == period.days() {
        return Some(explanation.compute(Operation::Sum, &[whole]));
    }
    let part = explanation.compute(Operation::Product, &[whole, Decimal::from(counted)]);
    let exact = explanation.compute(Operation::Quotient, &[part, Decimal::from(period.days())]);
    Some(explanation.round(Rounding::WholeOre, exact))
}

/// The sum of `parts`, shown where there are several.
pub(super) fn sum(parts: &[Decimal], explanation: &mut Explanation) -> Decimal {
    match parts {
        [] => Decimal::ZERO,
        [one] => *one,
        several => explanation.compute(Operation::Sum, several),
    }
}
