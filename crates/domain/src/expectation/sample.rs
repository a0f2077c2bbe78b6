//! Short ways to write down what tests compare.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::{Comparison, Expected, GrantedRow, ListsRead, PaidRow, State, compare};
use crate::codes::CompensationCode;
use crate::facts::Municipality;
use crate::{Month, Ore, Period};

pub(super) static OURS: LazyLock<Municipality> =
    LazyLock::new(|| Municipality("Exempelstads kommun".into()));
pub(super) static THEIRS: LazyLock<Municipality> =
    LazyLock::new(|| Municipality("Grannby kommun".into()));
pub(super) static SUM: LazyLock<CompensationCode> =
    LazyLock::new(|| CompensationCode("NYA-SCHABLON".into()));
pub(super) static DAILY: LazyLock<CompensationCode> =
    LazyLock::new(|| CompensationCode("MASS-DYGN".into()));

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// `2026-01-05/2026-02-03`, or a month.
pub(super) fn days(text: &str) -> Period {
    match text.split_once('/') {
        Some((from, until)) => Period::new(day(from), day(until)).unwrap(),
        None => {
            let month: Month = text.parse().unwrap();
            Period::new(month.first_day(), month.last_day()).unwrap()
        }
    }
}

/// Of ours, due on the 28th of the month after.
pub(super) fn expected(period: &str, amount: i64) -> Expected<'static> {
    let period = days(period);
    let next = Month::of(period.until.succ_opt().unwrap()).first_day();
    Expected {
        compensation: &SUM,
        municipality: &OURS,
        period,
        due: Some(next + chrono::Days::new(27)),
        amount: Ore(amount),
        estimated: false,
        by_day: false,
        on_application: false,
        place: 0,
        other_values: &[],
    }
}

pub(super) fn paid(id: &'static str, period: &str, on: &str, amount: i64) -> PaidRow<'static> {
    PaidRow {
        id,
        compensation: &SUM,
        period: (!period.is_empty()).then(|| days(period)),
        payment_date: day(on),
        amount: Ore(amount),
        clawback: amount < 0,
        without_person: false,
    }
}

pub(super) fn granted(period: &str, decided: &str, amount: i64) -> GrantedRow<'static> {
    GrantedRow {
        id: "decision",
        compensation: &SUM,
        period: days(period),
        decided: day(decided),
        amount: Ore(amount),
    }
}

pub(super) fn compared<'a>(
    expected: &'a [Expected<'a>],
    paid: &'a [PaidRow<'a>],
    as_of: &str,
) -> Vec<Comparison<'a>> {
    compare(&OURS, expected, paid, &[], &ListsRead::every(), day(as_of))
}

pub(super) fn states(comparisons: &[Comparison<'_>]) -> Vec<State> {
    comparisons.iter().map(|one| one.state.clone()).collect()
}
