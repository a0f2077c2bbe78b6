//! Laying payments and decisions to what is expected.

use chrono::NaiveDate;

use super::comparison::{Comparison, Part};
use super::input::{Expected, GrantedRow, PaidRow};
use super::judge::Judge;
use super::lists::ListsRead;
use super::node::{Node, Parts};
use super::pairing::pair;
use super::pour::{Money, Need, pour};
use super::spans::{Ordered, span_of};
use crate::codes::CompensationCode;
use crate::facts::Municipality;
use crate::{Ore, Period};

/// Compares what `ours` should get for one person, or for itself, with what came and what was
/// granted, as it stands on `as_of`.
///
/// Every amount above zero of `ours`, every öre of a paid row and every decision stand in exactly one
/// comparison; whatever belongs to other municipalities only explains. The order of the input does
/// not matter. Comparisons come by compensation: what is expected in order of period, then what was
/// not.
///
/// What no list of `lists` answers for is not missing. `expected` must reach as far as rows can be about, or what is for later seems to be for nobody.
#[must_use]
pub fn compare<'a>(
    ours: &Municipality,
    expected: &'a [Expected<'a>],
    paid: &'a [PaidRow<'a>],
    granted: &'a [GrantedRow<'a>],
    lists: &ListsRead,
    as_of: NaiveDate,
) -> Vec<Comparison<'a>> {
    let items = by_code(expected, |item| item.compensation);
    let rows = by_code(paid, |row| row.compensation);
    let grants = by_code(granted, |row| row.compensation);
    let (mut items, mut rows, mut grants) = (&items[..], &rows[..], &grants[..]);
    let mut found = Vec::with_capacity(expected.len());
    loop {
        let first = [
            items.first().map(|(code, _)| *code),
            rows.first().map(|(code, _)| *code),
            grants.first().map(|(code, _)| *code),
        ];
        let Some(code) = first.into_iter().flatten().min() else { return found };
        let matter = Matter {
            ours,
            code,
            items: cut_off(&mut items, code),
            rows: cut_off(&mut rows, code),
            grants: cut_off(&mut grants, code),
            lists,
        };
        matter.compare(as_of, &mut found);
    }
}

/// A compensation with what stands together of it.
type OfCode<'a, T> = (&'a CompensationCode, &'a [T]);

/// What stands together of one compensation each, in order of these: callers have most of it so.
fn by_code<'a, T>(list: &'a [T], code: impl Fn(&T) -> &'a CompensationCode) -> Vec<OfCode<'a, T>> {
    let together = list.chunk_by(|a, b| code(a) == code(b));
    let mut chunks: Vec<_> =
        together.filter_map(|chunk| Some((code(chunk.first()?), chunk))).collect();
    chunks.sort_by_key(|(code, _)| *code);
    chunks
}

/// Takes what is of `code` off the front of `list`.
fn cut_off<'l, 'a, T>(
    list: &mut &'l [OfCode<'a, T>],
    code: &CompensationCode,
) -> &'l [OfCode<'a, T>] {
    let end = list.partition_point(|(other, _)| *other == code);
    let (first, others) = list.split_at(end);
    *list = others;
    first
}

/// What is expected, paid and granted of one compensation.
struct Matter<'l, 'a> {
    ours: &'l Municipality,
    code: &'a CompensationCode,
    items: &'l [OfCode<'a, Expected<'a>>],
    rows: &'l [OfCode<'a, PaidRow<'a>>],
    grants: &'l [OfCode<'a, GrantedRow<'a>>],
    lists: &'l ListsRead,
}

impl<'a> Matter<'_, 'a> {
    fn compare(&self, as_of: NaiveDate, found: &mut Vec<Comparison<'a>>) {
        let items = self.items.iter().flat_map(|(_, chunk)| *chunk);
        let something = items.filter(|item| item.is_something());
        let (mut mine, theirs): (Vec<&Expected<'_>>, Vec<_>) =
            something.partition(|item| item.municipality == self.ours);
        mine.sort_by_key(|item| (item.period, item.amount, item.due, item.place));
        let mut theirs: Vec<Period> = theirs.into_iter().map(|item| item.period).collect();
        theirs.sort_unstable();
        let theirs = Ordered::of(theirs.into_iter());
        let mut nodes: Vec<Node<'_>> = mine.into_iter().map(Node::computed).collect();
        grant(&mut nodes, &self.grants());
        let judge = Judge::of(&nodes, self.code, &theirs, self.lists, as_of);
        let rows = self.rows();
        receive(&mut nodes, &rows);
        take_back(&mut nodes, &rows);
        pair(&mut nodes, &theirs, |due| due <= as_of && self.lists.hold(self.code, due));
        // What came unexpected may all have gone to what was unpaid.
        let told = nodes.into_iter().filter(|node| node.is_expected() || node.has_parts());
        found.extend(told.map(|node| judge.judge(node)));
    }

    fn rows(&self) -> Vec<&'a PaidRow<'a>> {
        let rows = self.rows.iter().flat_map(|(_, chunk)| *chunk);
        let mut rows: Vec<_> = rows.filter(|row| !row.amount.is_zero()).collect();
        rows.sort_by_key(|row| {
            let span = span_of(row);
            (span.until, span.from, row.payment_date, row.id, row.amount)
        });
        rows
    }

    fn grants(&self) -> Vec<&'a GrantedRow<'a>> {
        let rows = self.grants.iter().flat_map(|(_, chunk)| *chunk);
        let mut rows: Vec<_> = rows.filter(|row| row.amount > Ore::ZERO).collect();
        rows.sort_by_key(|row| {
            (row.period.until, row.period.from, row.decided, row.id, row.amount)
        });
        rows
    }
}

/// Lays decisions to nodes; one that nothing computed answers to becomes a node itself.
fn grant<'a>(nodes: &mut Vec<Node<'a>>, grants: &[&'a GrantedRow<'a>]) {
    if grants.is_empty() {
        return;
    }
    let (mut needs, periods) = needs_of(nodes);
    let mut money: Vec<Money> =
        grants.iter().map(|row| Money { span: row.period, left: row.amount }).collect();
    let poured = pour(&mut needs, &periods, &mut money);
    for flow in poured.flows.iter().filter(|flow| !flow.amount.is_zero()) {
        nodes[flow.need].decide(grants[flow.money], flow.amount);
    }
    for ((row, rest), last) in grants.iter().zip(&money).zip(&poured.last) {
        match last {
            Some(last) if !rest.left.is_zero() => nodes[*last].decide(row, rest.left),
            Some(_) => {}
            None => nodes.push(Node::granted(row)),
        }
    }
    nodes.sort_by_key(|node| node.span);
}

fn needs_of(nodes: &[Node<'_>]) -> (Vec<Need>, Ordered) {
    let periods = Ordered::of(nodes.iter().map(|node| node.span));
    (nodes.iter().map(Node::need).collect(), periods)
}

/// Lays what was paid to nodes; what meets none of them becomes one.
///
/// Rows about the same days are one sum, so that a payment in parts is as good as one in whole.
fn receive<'a>(nodes: &mut Vec<Node<'a>>, rows: &[&'a PaidRow<'a>]) {
    let rows: Vec<&PaidRow<'_>> =
        rows.iter().copied().filter(|row| !row.amount.is_negative()).collect();
    let (mut needs, periods) = needs_of(nodes);
    let mut money: Vec<Money> = Vec::with_capacity(rows.len());
    let mut sources: Vec<Source<'_, '_>> = Vec::with_capacity(rows.len());
    for group in rows.chunk_by(|a, b| span_of(a) == span_of(b)) {
        let mut one =
            Money { span: span_of(group[0]), left: group.iter().map(|row| row.amount).sum() };
        let mut source = Source { rows: group, used: Ore::ZERO };
        for place in exactly_paid(nodes, &needs, one.span, one.left) {
            let open = std::mem::take(&mut needs[place].open);
            one.left = one.left - open;
            source.draw(open, &mut nodes[place].paid);
        }
        money.push(one);
        sources.push(source);
    }
    let poured = pour(&mut needs, &periods, &mut money);
    for flow in &poured.flows {
        sources[flow.money].draw(flow.amount, &mut nodes[flow.need].paid);
    }
    for (place, (mut source, rest)) in sources.into_iter().zip(money).enumerate() {
        let Some(row) = source.rows.first().filter(|_| !rest.left.is_zero()) else { continue };
        let node = poured.last[place].unwrap_or_else(|| {
            nodes.push(Node::unexpected(row));
            nodes.len() - 1
        });
        source.draw(rest.left, &mut nodes[node].surplus);
    }
}

/// Where several amounts are for the very same days: those that `sum` pays exactly, where it is one of
/// them, or all but one. Otherwise an amount that came would hide which one did not.
fn exactly_paid(nodes: &[Node<'_>], needs: &[Need], span: Period, sum: Ore) -> Vec<usize> {
    let first = nodes.partition_point(|node| node.span < span);
    let twins = nodes[first..].partition_point(|node| node.span == span);
    let places = first..first + twins;
    if twins < 2 {
        return Vec::new();
    }
    if let Some(one) = places.clone().find(|place| needs[*place].open == sum) {
        return vec![one];
    }
    let short = places.clone().map(|place| needs[place].open).sum::<Ore>() - sum;
    let unpaid = places.clone().find(|place| needs[*place].open == short);
    unpaid.map_or_else(Vec::new, |unpaid| places.filter(|place| *place != unpaid).collect())
}

/// Rows that are used up one after the other.
#[derive(Debug)]
struct Source<'l, 'a> {
    rows: &'l [&'a PaidRow<'a>],
    /// How much of the first is used up.
    used: Ore,
}

impl<'a> Source<'_, 'a> {
    fn draw(&mut self, mut amount: Ore, into: &mut Parts<'a>) {
        while let Some((row, others)) = self.rows.split_first() {
            if amount.is_zero() {
                return;
            }
            let part = amount.min(row.amount - self.used);
            into.push(Part { row, amount: part });
            amount = amount - part;
            self.used += part;
            if self.used == row.amount {
                (self.rows, self.used) = (others, Ore::ZERO);
            }
        }
    }
}

/// Takes back what clawbacks take, of each the surplus first and the newest days first. Those with
/// the fewest days choose first: the others find something elsewhere.
fn take_back<'a>(nodes: &mut Vec<Node<'a>>, rows: &[&'a PaidRow<'a>]) {
    let mut rows: Vec<&PaidRow<'_>> =
        rows.iter().copied().filter(|row| row.amount.is_negative()).collect();
    if rows.is_empty() {
        return;
    }
    rows.sort_by_key(|row| span_of(row).days());
    let mut places: Vec<usize> = (0..nodes.len()).collect();
    places.sort_by_key(|place| nodes[*place].span);
    let spans = Ordered::of(places.iter().map(|place| nodes[*place].span));
    let met_by_now = nodes.len();
    for row in rows {
        let mut left = -row.amount;
        for of_surplus in [true, false] {
            for place in spans.meeting(span_of(row)).rev() {
                nodes[places[place]].take(row, &mut left, of_surplus);
            }
        }
        if left.is_zero() {
            continue;
        }
        let alike = nodes[met_by_now..].last().is_some_and(|node| node.span == span_of(row));
        if !alike {
            nodes.push(Node::unexpected(row));
        }
        if let Some(node) = nodes.last_mut() {
            node.taken.push(Part { row, amount: -left });
        }
    }
}
