//! Payments for the wrong days: what came besides, and what did not come, of the same amount.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use chrono::NaiveDate;

use super::comparison::Part;
use super::node::{Node, Parts};
use super::spans::{Ordered, span_of};
use crate::Ore;

/// Moves surplus to amounts that nothing came of and for which nothing more is awaited, where these are of one
/// amount and explain all of it; the nearest first. What meets the days of `theirs` answers to
/// something already.
pub(super) fn pair(nodes: &mut [Node<'_>], theirs: &Ordered, has_come: impl Fn(NaiveDate) -> bool) {
    let is_loose = |node: &Node<'_>| {
        let mut parts = node.surplus.list.iter();
        !node.surplus_left().is_zero() && !parts.any(|part| theirs.meets(span_of(part.row)))
    };
    let mut loose: Vec<usize> = (0..nodes.len()).filter(|place| is_loose(&nodes[*place])).collect();
    if loose.is_empty() {
        return;
    }
    loose.sort_by_key(|place| nodes[*place].span);
    let mut unpaid = Unpaid::default();
    for (place, node) in nodes.iter().enumerate().filter(|(_, node)| is_unpaid(node, &has_come)) {
        unpaid.0.entry(node.expected).or_default().insert((node.span.until, place));
    }
    for from in loose {
        let wanted = unpaid.explain(nodes[from].surplus_left(), nodes[from].span.until);
        transfer(nodes, from, &wanted);
    }
}

fn is_unpaid(node: &Node<'_>, has_come: &impl Fn(NaiveDate) -> bool) -> bool {
    node.is_expected() && node.paid.list.is_empty() && node.due().is_some_and(has_come)
}

/// Places of nodes by amount and last day.
#[derive(Debug, Default)]
struct Unpaid(BTreeMap<Ore, BTreeSet<(NaiveDate, usize)>>);

impl Unpaid {
    /// Takes out the nearest to `day` that have one amount and sum to `surplus`; none if no such.
    fn explain(&mut self, surplus: Ore, day: NaiveDate) -> Vec<usize> {
        let count = |amount: Ore| usize::try_from(surplus.0 / amount.0).unwrap_or(usize::MAX);
        let fitting = self.0.iter_mut().filter(|(amount, places)| {
            surplus.0 % amount.0 == 0 && places.len() >= count(**amount)
        });
        let distance = |places: &BTreeSet<(NaiveDate, usize)>| {
            nearest(places, day)
                .next()
                .map(|(until, place)| ((until - day).num_days().abs(), place))
        };
        let Some((amount, places)) = fitting.min_by_key(|(_, places)| distance(places)) else {
            return Vec::new();
        };
        let wanted: Vec<_> = nearest(places, day).take(count(*amount)).collect();
        for one in &wanted {
            places.remove(one);
        }
        let mut wanted: Vec<usize> = wanted.into_iter().map(|(_, place)| place).collect();
        wanted.sort_unstable();
        wanted
    }
}

/// The places from `day` outwards, of two equally far the earlier first.
fn nearest(
    places: &BTreeSet<(NaiveDate, usize)>,
    day: NaiveDate,
) -> impl Iterator<Item = (NaiveDate, usize)> + '_ {
    let mut before = places.range(..(day, 0)).rev().copied().peekable();
    let mut after = places.range((day, 0)..).copied().peekable();
    std::iter::from_fn(move || match (before.peek(), after.peek()) {
        (Some((earlier, _)), Some((later, _))) if *later - day < day - *earlier => after.next(),
        (Some(_), _) => before.next(),
        _ => after.next(),
    })
}

/// Fills the nodes `into` with the surplus of `from` that no clawback has taken.
fn transfer(nodes: &mut [Node<'_>], from: usize, into: &[usize]) {
    if into.is_empty() {
        return;
    }
    let surplus = std::mem::take(&mut nodes[from].surplus);
    let mut parts = VecDeque::from(surplus.list);
    let mut stays = Parts::default();
    draw(&mut parts, nodes[from].taken_surplus, &mut stays);
    nodes[from].surplus = stays;
    for place in into {
        let node = &mut nodes[*place];
        draw(&mut parts, node.expected, &mut node.paid);
        node.wrong_period = true;
    }
}

fn draw<'a>(parts: &mut VecDeque<Part<'a>>, mut amount: Ore, into: &mut Parts<'a>) {
    while !amount.is_zero() {
        let Some(part) = parts.pop_front() else { return };
        let taken = part.amount.min(amount);
        into.push(Part { row: part.row, amount: taken });
        amount = amount - taken;
        if taken < part.amount {
            parts.push_front(Part { row: part.row, amount: part.amount - taken });
        }
    }
}
