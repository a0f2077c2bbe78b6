//! What is paid wrongly on purpose, and what a report must say of it.

use std::collections::HashMap;

use chrono::{Months, NaiveDate};
use domain::{Ore, Period};
use serde::Serialize;

use super::lives::{Everybody, Life, Payment};
use super::table::Unit;
use crate::draws::{Draws, Stream};
use crate::{Result, SampleError};

/// Kinds of wrong payments, in turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FlawKind {
    /// The row was left out.
    Missing,
    /// The amount is less, or days were left out.
    Short,
    /// The amount is that of another age band.
    WrongAgeBand,
    /// The row is for another period than its own.
    WrongMonth,
    /// It was paid, and a later list takes all or some of it back.
    Clawback,
    /// The row's number is nobody's.
    UnknownPerson,
    /// It was paid, and once more in a later list.
    Extra,
}

const KINDS: [FlawKind; 7] = [
    FlawKind::Missing,
    FlawKind::Short,
    FlawKind::WrongAgeBand,
    FlawKind::WrongMonth,
    FlawKind::Clawback,
    FlawKind::UnknownPerson,
    FlawKind::Extra,
];

/// How a report calls what has come of a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Told {
    /// Nothing came.
    Missing,
    /// Less came.
    Short,
    /// More came.
    Extra,
    /// It came for other days.
    WrongPeriod,
    /// It came and was taken back.
    TakenBack,
}

/// No factor in common with any number of persons: all are tried, far apart.
const PERSON_STEP: u64 = 2_147_483_647;
/// A row for another period is for one so long before that nobody in a sample gets anything for it:
/// the mistyped year, and no month that has a payment of its own.
const MONTHS_TOO_EARLY: Months = Months::new(24);
/// The most days that a short payment leaves out.
const DAYS_LEFT_OUT: u64 = 5;
/// A clawback comes at most so many lists later.
const LISTS_LATER: u64 = 3;

/// A wrong payment of one person; nobody has two, so that none hides another.
#[derive(Clone, Copy)]
pub(super) struct Flaw {
    /// Number among all of the sample.
    pub(super) number: u64,
    pub(super) kind: FlawKind,
    /// Which payment of the person, in the table's order.
    pub(super) payment: usize,
    /// The list of the row that comes besides.
    pub(super) later: Option<u64>,
}

/// Which person has which flaw.
pub(super) type Flaws = HashMap<u64, Flaw>;

/// What becomes of a payment that has a flaw.
pub(super) struct Spoilt<'m> {
    /// The row in its own list, if there is one.
    pub(super) row: Option<Payment<'m>>,
    /// The row in a later list, which takes back if its amount is below zero.
    pub(super) later: Option<Payment<'m>>,
    pub(super) told: Told,
    /// What reached the person and was not taken back.
    pub(super) paid: Ore,
    pub(super) taken: Ore,
}

/// Chooses persons and payments for `count` flaws.
///
/// # Errors
/// When there are too few persons with payments that suit ([`SampleError::Size`]).
pub(super) fn choose(everybody: &Everybody<'_>, lists: u64, count: u64) -> Result<Flaws> {
    let size = everybody.population.size;
    let first = Draws::of(everybody.seed, Stream::Flaw, [0, 0]).below(size);
    let mut flaws = Flaws::new();
    // Each kind goes through everybody once, from where it stopped.
    let mut tried = [0u64; KINDS.len()];
    for number in 0..count {
        let turn = usize::try_from(number % KINDS.len() as u64).unwrap_or(0);
        loop {
            if tried[turn] == size {
                return Err(SampleError::Size);
            }
            let place = (first + tried[turn]) % size * (PERSON_STEP % size) % size;
            tried[turn] += 1;
            if flaws.contains_key(&place) {
                continue;
            }
            let life = everybody.life(place);
            let mut draws = Draws::of(everybody.seed, Stream::Flaw, [1 + number, place]);
            if let Some(flaw) = flaw(&life, lists, number, KINDS[turn], &mut draws) {
                flaws.insert(place, flaw);
                break;
            }
        }
    }
    Ok(flaws)
}

/// A flaw of that kind in one of the person's payments, if any suits.
fn flaw(
    life: &Life<'_>,
    lists: u64,
    number: u64,
    kind: FlawKind,
    draws: &mut Draws,
) -> Option<Flaw> {
    let suits = |payment: &Payment<'_>| match kind {
        FlawKind::WrongAgeBand => payment.kind.other_band(&payment.rule.band).is_some(),
        FlawKind::Clawback | FlawKind::Extra => payment.list + 1 < lists,
        _ => true,
    };
    let fitting: Vec<(usize, u64)> = life
        .payments(lists)
        .enumerate()
        .filter(|(_, payment)| suits(payment))
        .map(|(place, payment)| (place, payment.list))
        .collect();
    let (payment, list) = *fitting.get(usize::try_from(draws.below(fitting.len() as u64)).ok()?)?;
    let later = match kind {
        FlawKind::Extra => Some(list + 1),
        FlawKind::Clawback => Some((list + 1 + draws.below(LISTS_LATER)).min(lists - 1)),
        _ => None,
    };
    Some(Flaw { number, kind, payment, later })
}

/// The payment with its flaw.
pub(super) fn spoil<'m>(life: &Life<'m>, flaw: Flaw, payment: &Payment<'m>) -> Spoilt<'m> {
    let own = || payment.clone();
    let amount = payment.amount;
    let plain = |row: Option<Payment<'m>>, told: Told, paid: Ore| Spoilt {
        row,
        later: None,
        told,
        paid,
        taken: Ore::ZERO,
    };
    match flaw.kind {
        FlawKind::Missing => plain(None, Told::Missing, Ore::ZERO),
        FlawKind::UnknownPerson => plain(Some(own()), Told::Missing, Ore::ZERO),
        FlawKind::Short => {
            let row = shortened(flaw, payment);
            plain(Some(row.clone()), Told::Short, row.amount)
        }
        FlawKind::WrongAgeBand => {
            let band = payment.kind.other_band(&payment.rule.band).unwrap_or(&payment.rule.band);
            let other = life.amount(payment.kind, payment.rule, band, payment.period, payment.list);
            let paid = other.unwrap_or(amount);
            let told = if paid < amount { Told::Short } else { Told::Extra };
            plain(Some(Payment { amount: paid, ..own() }), told, paid)
        }
        FlawKind::WrongMonth => {
            let earlier = |day: NaiveDate| day.checked_sub_months(MONTHS_TOO_EARLY).unwrap_or(day);
            let Period { from, until } = payment.period;
            let period = Period { from: earlier(from), until: earlier(until) };
            plain(Some(Payment { period, ..own() }), Told::WrongPeriod, amount)
        }
        FlawKind::Extra => {
            Spoilt { later: Some(own()), ..plain(Some(own()), Told::Extra, amount + amount) }
        }
        FlawKind::Clawback => {
            let back = taken_back(flaw, payment);
            let taken = -back.amount;
            Spoilt {
                later: Some(back),
                taken,
                ..plain(Some(own()), Told::TakenBack, amount - taken)
            }
        }
    }
}

/// The same with days left out at its end, where it is counted by days and has enough of them; else
/// a tenth less.
fn shortened<'m>(flaw: Flaw, payment: &Payment<'m>) -> Payment<'m> {
    let days = payment.period.days();
    let left_out = i64::try_from(1 + flaw.number % DAYS_LEFT_OUT).unwrap_or(1);
    if payment.kind.unit == Unit::Day && left_out < days {
        return first_days(payment, days - left_out);
    }
    Payment { amount: payment.amount - Ore(payment.amount.0 / 10), ..payment.clone() }
}

/// What takes a payment back: every other time half of its days, where it is counted by days, else
/// all of it.
fn taken_back<'m>(flaw: Flaw, payment: &Payment<'m>) -> Payment<'m> {
    let days = payment.period.days();
    let back = if payment.kind.unit == Unit::Day && days > 1 && flaw.number.is_multiple_of(2) {
        first_days(payment, days / 2)
    } else {
        payment.clone()
    };
    Payment { amount: -back.amount, ..back }
}

fn first_days<'m>(payment: &Payment<'m>, days: i64) -> Payment<'m> {
    let from = payment.period.from;
    let until = from + chrono::TimeDelta::days(days - 1);
    let amount = Ore(payment.amount.0 / payment.period.days() * days);
    Payment { period: Period { from, until }, amount, ..payment.clone() }
}
