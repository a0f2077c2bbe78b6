//! Which money goes to which need.
//!
//! Needs are served in order of their periods, each from the money whose span ends first: money that
//! reaches further can wait, and so whatever can be settled is settled, however payments overlap.

use super::spans::Ordered;
use crate::{Ore, Period};

/// Something that can be filled.
#[derive(Clone, Copy, Debug)]
pub(super) struct Need {
    /// What it is for.
    pub(super) period: Period,
    /// The whole amount.
    pub(super) whole: Ore,
    /// What is still to be filled.
    pub(super) open: Ore,
    /// Whether part of the days is part of the amount.
    pub(super) by_day: bool,
}

/// Money for the days of a span.
#[derive(Clone, Copy, Debug)]
pub(super) struct Money {
    /// The days.
    pub(super) span: Period,
    /// How much is left of it.
    pub(super) left: Ore,
}

/// What went from money to a need, by their places.
#[derive(Clone, Copy, Debug)]
pub(super) struct Flow {
    pub(super) money: usize,
    pub(super) need: usize,
    pub(super) amount: Ore,
}

/// What was poured.
#[derive(Debug)]
pub(super) struct Poured {
    /// By money, then by need; some may be zero.
    pub(super) flows: Vec<Flow>,
    /// For each money, the last need that it meets.
    pub(super) last: Vec<Option<usize>>,
}

/// Pours `money`, in order of last and first day, into `needs`, which `periods` holds in order.
/// What is left of money whose needs are full stays in it.
pub(super) fn pour(needs: &mut [Need], periods: &Ordered, money: &mut [Money]) -> Poured {
    let mut flows: Vec<Flow> = Vec::with_capacity(money.len());
    let mut last = Vec::with_capacity(money.len());
    let mut shared = Vec::new();
    for (place, one) in money.iter_mut().enumerate() {
        let first_flow = flows.len();
        let met = periods.meeting(one.span);
        flows.extend(met.map(|need| Flow { money: place, need, amount: Ore::ZERO }));
        last.push(flows[first_flow..].last().map(|flow| flow.need));
        match flows.len() - first_flow {
            0 => {}
            // Money that fits one need only goes first: nothing else can become of it.
            1 => run(&mut flows[first_flow], needs, one, None),
            _ => shared.extend(first_flow..flows.len()),
        }
    }
    shared.sort_unstable_by_key(|place| (flows[*place].need, flows[*place].money));
    // A span that holds part of a need's days is first taken to be the money of those days.
    for by_days in [true, false] {
        for place in &shared {
            let flow = &mut flows[*place];
            let one = &mut money[flow.money];
            let limit = by_days.then(|| share(&needs[flow.need], one.span));
            run(flow, needs, one, limit);
        }
    }
    Poured { flows, last }
}

/// Lets as much run as there is, as is needed, and as `limit` allows.
fn run(flow: &mut Flow, needs: &mut [Need], money: &mut Money, limit: Option<Ore>) {
    let need = &mut needs[flow.need];
    let amount = need.open.min(money.left).min(limit.unwrap_or(money.left));
    need.open = need.open - amount;
    money.left = money.left - amount;
    flow.amount += amount;
}

/// How much of a need the days of `span` are worth, rounded down: a guess where a value changes
/// within the period, so it only decides what comes first.
fn share(need: &Need, span: Period) -> Ore {
    let (days, shared) = (need.period.days(), need.period.shared_days(span));
    if !need.by_day || shared == days {
        return need.whole;
    }
    let worth = i128::from(need.whole.0) * i128::from(shared) / i128::from(days);
    i64::try_from(worth).map_or(need.whole, Ore)
}
