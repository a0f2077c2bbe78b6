//! From what was laid together to a state.

use chrono::NaiveDate;

use super::comparison::{Cause, Comparison, Part, State};
use super::lists::ListsRead;
use super::node::Node;
use super::spans::{Ordered, span_of};
use crate::codes::CompensationCode;
use crate::entitlement::Spans;
use crate::{Ore, Period};

/// What states of one compensation depend on.
#[derive(Debug)]
pub(super) struct Judge<'j, 'a> {
    code: &'a CompensationCode,
    /// First and last day that anything is expected for; none where nothing is.
    entitled: Option<Period>,
    /// What other municipalities expect.
    theirs: &'j Ordered,
    lists: &'j ListsRead,
    as_of: NaiveDate,
}

impl<'j, 'a> Judge<'j, 'a> {
    /// `nodes` are all that is expected, in order.
    pub(super) fn of(
        nodes: &[Node<'_>],
        code: &'a CompensationCode,
        theirs: &'j Ordered,
        lists: &'j ListsRead,
        as_of: NaiveDate,
    ) -> Judge<'j, 'a> {
        let from = nodes.first().map(|node| node.span.from);
        let until = nodes.iter().map(|node| node.span.until).max();
        let entitled = from.zip(until).and_then(|(from, until)| Period::new(from, until));
        Judge { code, entitled, theirs, lists, as_of }
    }

    pub(super) fn judge(&self, node: Node<'a>) -> Comparison<'a> {
        let state =
            if node.is_expected() { self.of_expected(&node) } else { self.of_unexpected(&node) };
        Comparison {
            compensation: self.code,
            basis: node.basis,
            period: node.period,
            due: node.due(),
            expected: node.expected,
            granted: node.granted,
            decided: node.decided,
            paid: node.net(),
            state,
            parts: parts_of(node),
        }
    }

    fn of_unexpected(&self, node: &Node<'_>) -> State {
        let net = node.net();
        if net.is_zero() {
            return State::TakenBack { taken: -node.taken.sum, missing: Ore::ZERO };
        }
        let cause = if net.is_negative() {
            Cause::ClawbackWithoutPayment
        } else {
            self.surplus_cause(node).unwrap_or_else(|| self.entitlement_cause(node.span))
        };
        State::Unexpected { cause }
    }

    fn entitlement_cause(&self, span: Period) -> Cause {
        match self.entitled {
            Some(entitled) if span.until < entitled.from => Cause::NotYetEntitled,
            Some(entitled) if span.from > entitled.until => Cause::NoLongerEntitled,
            _ => Cause::NotEntitled,
        }
    }

    /// What the rows of a surplus say about themselves.
    fn surplus_cause(&self, node: &Node<'_>) -> Option<Cause> {
        let rows = || node.surplus.list.iter().map(|part| part.row);
        if rows().any(|row| row.clawback) {
            Some(Cause::ClawbackPositive)
        } else if rows().any(|row| self.theirs.meets(span_of(row))) {
            Some(Cause::OtherMunicipality)
        } else {
            None
        }
    }

    fn of_expected(&self, node: &Node<'_>) -> State {
        let due = node.due();
        let passed = due.filter(|due| *due < self.as_of);
        let is_unread = passed.is_some_and(|due| !self.lists.hold(self.code, due));
        let is_over = passed.is_some() && !is_unread;
        if node.paid.list.is_empty() {
            return if is_unread { State::ListUnread } else { of_unpaid(node, is_over) };
        }
        let net = node.net();
        if net == node.expected {
            let late_days = late_days(node, due);
            return if node.wrong_period {
                State::WrongPeriod { late_days }
            } else {
                State::Settled { late_days }
            };
        }
        if net > node.expected {
            let too_much = net - node.expected;
            // A value that turns out higher is no surprise; the whole amount once more is.
            if node.is_estimated() && too_much < node.expected {
                return State::Estimated;
            }
            let cause = self.surplus_cause(node).or_else(|| value_cause(node));
            return State::Extra { too_much, cause };
        }
        // What is paid on application is paid once it is decided, so that no rest is on its way.
        let no_more_comes = is_over || node.waits_for_decision();
        let never_came = node.expected - node.paid.sum;
        let is_fault = no_more_comes && !node.is_estimated();
        let missing = if is_fault { never_came } else { Ore::ZERO };
        if !node.taken.list.is_empty() {
            State::TakenBack { taken: -node.taken.sum, missing }
        } else if is_fault {
            State::Short { missing, uncovered: uncovered(node), cause: value_cause(node) }
        } else if no_more_comes {
            State::Estimated
        } else if is_unread {
            State::ListUnread
        } else {
            State::NotYetDue
        }
    }
}

fn of_unpaid(node: &Node<'_>, is_over: bool) -> State {
    if !is_over {
        let undecided = node.waits_for_decision() && node.decided.is_none();
        return if undecided { State::NotDecided } else { State::NotYetDue };
    }
    if !node.granted.is_zero() {
        State::GrantedNotPaid
    } else if node.is_estimated() {
        State::Estimated
    } else {
        State::Missing
    }
}

/// Whether what came is another value than expected, or what was decided.
fn value_cause(node: &Node<'_>) -> Option<Cause> {
    let net = node.net();
    if node.item().is_some_and(|item| item.other_values.contains(&net)) {
        Some(Cause::WrongValue)
    } else if net == node.granted {
        Some(Cause::AsGranted)
    } else {
        None
    }
}

fn late_days(node: &Node<'_>, due: Option<NaiveDate>) -> i64 {
    let last = node.paid.list.iter().map(|part| part.row.payment_date).max();
    last.zip(due).map_or(0, |(last, due)| (last - due).num_days().max(0))
}

/// The days of what grows with days that no row is about.
fn uncovered(node: &Node<'_>) -> Vec<Period> {
    if !node.item().is_some_and(|item| item.by_day) {
        return Vec::new();
    }
    let covered = Spans::of(node.paid.list.iter().map(|part| span_of(part.row)));
    Spans::from(node.span).without(&covered).spans().to_vec()
}

/// All parts of a node, one for each row and sign.
fn parts_of(node: Node<'_>) -> Vec<Part<'_>> {
    let mut parts = node.paid.list;
    parts.extend(node.surplus.list);
    parts.extend(node.taken.list);
    if parts.len() < 2 {
        return parts;
    }
    parts.sort_unstable_by_key(|part| (part.row.payment_date, part.row.id, *part.row, part.amount));
    parts.dedup_by(|again, first| {
        let same = again.row == first.row;
        if same {
            first.amount += again.amount;
        }
        same
    });
    parts
}
