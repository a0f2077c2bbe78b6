//! What is compared: amounts that should come, rows that were paid, and decisions.

use chrono::NaiveDate;

use crate::codes::CompensationCode;
use crate::deadline::PaymentRhythm;
use crate::entitlement::Amount;
use crate::facts::Municipality;
use crate::law::{Compensation, Counting};
use crate::{Ore, Period};

/// An amount that should come. It borrows its names, so that a whole city can be compared without
/// copying them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected<'a> {
    /// The compensation.
    pub compensation: &'a CompensationCode,
    /// Who has the right to it.
    pub municipality: &'a Municipality,
    /// What it is for.
    pub period: Period,
    /// The day on which it should have come, or, where it must be applied for, by which it must have
    /// been asked for; none where no rule says.
    pub due: Option<NaiveDate>,
    /// The amount; nothing is expected unless it is above zero.
    pub amount: Ore,
    /// Whether a value in it is an estimate: then a difference is nobody's fault.
    pub estimated: bool,
    /// Whether it grows with the days of its period, so that part of the days is part of the amount.
    pub by_day: bool,
    /// Whether it must be applied for: then nothing is late before it is decided.
    pub on_application: bool,
    /// Its place among the caller's amounts, where its explanation stands.
    pub place: usize,
    /// What it would be by the values of another age band or another year.
    pub other_values: &'a [Ore],
}

impl<'a> Expected<'a> {
    /// The expectation of a computed amount that stands at `place`, without other values.
    #[must_use]
    pub fn of(amount: &'a Amount, compensation: &Compensation, place: usize) -> Expected<'a> {
        Expected {
            compensation: &amount.compensation,
            municipality: &amount.municipality,
            period: amount.period,
            due: amount.due,
            amount: amount.amount,
            estimated: amount.estimated,
            by_day: matches!(
                compensation.counting,
                Counting::Days {} | Counting::PlaceDays {} | Counting::VacantDays {}
            ),
            on_application: compensation.payment == PaymentRhythm::OnApplication,
            place,
            other_values: &[],
        }
    }

    /// Whether it is anything at all: an amount of zero is nothing that could come.
    #[must_use]
    pub fn is_something(&self) -> bool {
        self.amount > Ore::ZERO
    }
}

/// A row that was paid, as the ledger knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PaidRow<'a> {
    /// The row's id.
    pub id: &'a str,
    /// The compensation that its payment code means.
    pub compensation: &'a CompensationCode,
    /// The period; none where the list has none: then it is for any time up to the payment.
    pub period: Option<Period>,
    /// Day of payment.
    pub payment_date: NaiveDate,
    /// The amount, negative where it takes back.
    pub amount: Ore,
    /// Whether the payment code says that it takes back. The sign decides what the row does.
    pub clawback: bool,
    /// Whether it names nobody though its code is about persons.
    pub without_person: bool,
}

/// What was decided. A decision of nothing, or to take back, is not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GrantedRow<'a> {
    /// The decision's or its line's id.
    pub id: &'a str,
    /// The compensation.
    pub compensation: &'a CompensationCode,
    /// What it was granted for.
    pub period: Period,
    /// Day of the decision.
    pub decided: NaiveDate,
    /// What was granted.
    pub amount: Ore,
}
