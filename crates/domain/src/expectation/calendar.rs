//! On which days decisions and payments are expected, and which payments have not come.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Months, NaiveDate};

use super::input::Expected;
use crate::codes::CompensationCode;
use crate::deadline::{PaymentRhythm, expected_decision_day, expected_payment_day};
use crate::facts::Municipality;
use crate::{Month, Ore, Period};

/// The days of one rhythm in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExpectedDays {
    /// The rhythm.
    pub rhythm: PaymentRhythm,
    /// What is paid for.
    pub concerned: Period,
    /// About when it is decided.
    pub decision: NaiveDate,
    /// When it is paid.
    pub payment: NaiveDate,
}

/// The days of the month of `as_of` for each rhythm that pays in it.
#[must_use]
pub fn expected_days(as_of: NaiveDate) -> Vec<ExpectedDays> {
    let month = Month::of(as_of);
    let days = |rhythm| {
        let concerned = concerned(rhythm, month)?;
        let payment = expected_payment_day(rhythm, concerned, Some(concerned.from))?;
        let decision = expected_decision_day(payment);
        let in_month = Month::of(payment) == month;
        in_month.then_some(ExpectedDays { rhythm, concerned, decision, payment })
    };
    PaymentRhythm::ALL.into_iter().filter_map(days).collect()
}

/// What a payment in `month` would be for, if there is one.
fn concerned(rhythm: PaymentRhythm, month: Month) -> Option<Period> {
    match rhythm {
        PaymentRhythm::MonthAfter | PaymentRhythm::MonthAfterReception => {
            let before = earlier(month, 1)?;
            Period::new(before.first_day(), before.last_day())
        }
        PaymentRhythm::QuarterPlusOne => quarter_of(earlier(month, 1)?),
        PaymentRhythm::QuarterPlusTwo => quarter_of(earlier(month, 2)?),
        PaymentRhythm::QuarterPlusThree => quarter_of(earlier(month, 3)?),
        PaymentRhythm::January | PaymentRhythm::EndOfMarch => Period::new(
            NaiveDate::from_ymd_opt(month.year(), 1, 1)?,
            NaiveDate::from_ymd_opt(month.year(), 12, 31)?,
        ),
        PaymentRhythm::OnApplication => None,
    }
}

fn earlier(month: Month, months: u32) -> Option<Month> {
    month.first_day().checked_sub_months(Months::new(months)).map(Month::of)
}

fn quarter_of(month: Month) -> Option<Period> {
    let from = earlier(month, month.first_day().month0() % 3)?.first_day();
    let last = from.checked_add_months(Months::new(2))?;
    Period::new(from, Month::of(last).last_day())
}

/// What should come of one compensation on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueGroup<'a> {
    /// The day.
    pub due: NaiveDate,
    /// The compensation.
    pub compensation: &'a CompensationCode,
    /// How many amounts.
    pub count: usize,
    /// Their sum.
    pub amount: Ore,
}

/// What should come to `ours` without application, by day and compensation.
#[must_use]
pub fn due_groups<'a>(
    ours: &Municipality,
    expected: impl IntoIterator<Item = &'a Expected<'a>>,
) -> Vec<DueGroup<'a>> {
    let mut groups: BTreeMap<(NaiveDate, &CompensationCode), (usize, Ore)> = BTreeMap::new();
    for item in expected {
        let comes = item.municipality == ours && item.is_something() && !item.on_application;
        if let (true, Some(due)) = (comes, item.due) {
            let (count, amount) = groups.entry((due, item.compensation)).or_default();
            *count += 1;
            *amount += item.amount;
        }
    }
    let group =
        |((due, compensation), (count, amount))| DueGroup { due, compensation, count, amount };
    groups.into_iter().map(group).collect()
}

/// The groups whose day has passed on `as_of` while no list with a payment date in that month has
/// been taken in. A list of a later month says nothing about the earlier one.
#[must_use]
pub fn expected_but_not_here<'a>(
    groups: &[DueGroup<'a>],
    lists: &[NaiveDate],
    as_of: NaiveDate,
) -> Vec<DueGroup<'a>> {
    let here: BTreeSet<Month> = lists.iter().map(|day| Month::of(*day)).collect();
    let is_gone =
        |group: &&DueGroup<'_>| group.due < as_of && !here.contains(&Month::of(group.due));
    groups.iter().filter(is_gone).copied().collect()
}
