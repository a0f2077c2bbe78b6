//! What changed in what is expected, when a fact or a value changed.

use chrono::NaiveDate;

use super::input::Expected;
use crate::codes::CompensationCode;
use crate::facts::Municipality;
use crate::{Ore, Period};

/// A change of what is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change<'a> {
    /// The compensation.
    pub compensation: &'a CompensationCode,
    /// The period.
    pub period: Period,
    /// What is other than before.
    pub changed: Changed<'a>,
}

/// What is other than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed<'a> {
    /// It was not expected before.
    Added(&'a Expected<'a>),
    /// It is not expected any more.
    Removed(&'a Expected<'a>),
    /// The amount.
    Amount {
        /// Before.
        before: Ore,
        /// After.
        after: Ore,
    },
    /// The day by which it should come.
    Due {
        /// Before.
        before: Option<NaiveDate>,
        /// After.
        after: Option<NaiveDate>,
    },
    /// Who has the right to it.
    Municipality {
        /// Before.
        before: &'a Municipality,
        /// After.
        after: &'a Municipality,
    },
}

/// What is other in `after` than in `before`, by compensation and period. Amounts of one compensation
/// and period that differ in nothing answer to each other first, then those of one municipality.
#[must_use]
pub fn change<'a>(before: &'a [Expected<'a>], after: &'a [Expected<'a>]) -> Vec<Change<'a>> {
    let (before, after) = (in_order(before), in_order(after));
    let (before, after, _) = pairs(&before, &after, |item| {
        (item.compensation, item.period, item.municipality, item.amount, item.due)
    });
    let (before, after, mut differing) =
        pairs(&before, &after, |item| (item.compensation, item.period, item.municipality));
    let (removed, added, moved) = pairs(&before, &after, |item| (item.compensation, item.period));
    differing.extend(moved);

    let mut changes: Vec<Change<'_>> = Vec::new();
    changes.extend(removed.into_iter().map(|item| of(item, Changed::Removed(item))));
    changes.extend(added.into_iter().map(|item| of(item, Changed::Added(item))));
    for (before, after) in differing {
        changes.extend(differences(before, after).map(|changed| of(after, changed)));
    }
    // Stable, so that removed comes before added and both before differences.
    changes.sort_by_key(|change| (change.compensation, change.period));
    changes
}

fn in_order<'a>(items: &'a [Expected<'a>]) -> Vec<&'a Expected<'a>> {
    let mut items: Vec<_> = items.iter().filter(|item| item.is_something()).collect();
    items.sort_unstable_by_key(|item| {
        let place = (item.municipality, item.amount, item.due, item.place);
        (item.compensation, item.period, place)
    });
    items
}

type Items<'a> = Vec<&'a Expected<'a>>;
type Pairs<'a> = Vec<(&'a Expected<'a>, &'a Expected<'a>)>;

/// Pairs what has the same key, in order; both lists stand in order of it. What stays alone on either
/// side comes first.
fn pairs<'a, K: Ord>(
    before: &[&'a Expected<'a>],
    after: &[&'a Expected<'a>],
    key: impl Fn(&'a Expected<'a>) -> K,
) -> (Items<'a>, Items<'a>, Pairs<'a>) {
    let (mut only_before, mut only_after, mut both) = (Vec::new(), Vec::new(), Vec::new());
    let (mut before, mut after) = (before.iter().peekable(), after.iter().peekable());
    while let (Some(one), Some(other)) = (before.peek(), after.peek()) {
        match key(one).cmp(&key(other)) {
            std::cmp::Ordering::Less => only_before.extend(before.next()),
            std::cmp::Ordering::Greater => only_after.extend(after.next()),
            std::cmp::Ordering::Equal => {
                both.extend(before.next().copied().zip(after.next().copied()));
            }
        }
    }
    only_before.extend(before);
    only_after.extend(after);
    (only_before, only_after, both)
}

fn of<'a>(item: &'a Expected<'a>, changed: Changed<'a>) -> Change<'a> {
    Change { compensation: item.compensation, period: item.period, changed }
}

fn differences<'a>(
    before: &'a Expected<'a>,
    after: &'a Expected<'a>,
) -> impl Iterator<Item = Changed<'a>> {
    let amount = (before.amount != after.amount)
        .then_some(Changed::Amount { before: before.amount, after: after.amount });
    let due =
        (before.due != after.due).then_some(Changed::Due { before: before.due, after: after.due });
    let municipality =
        (before.municipality != after.municipality).then_some(Changed::Municipality {
            before: before.municipality,
            after: after.municipality,
        });
    [municipality, amount, due].into_iter().flatten()
}
