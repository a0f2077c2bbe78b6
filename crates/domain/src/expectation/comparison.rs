//! What a comparison says.

use chrono::NaiveDate;
use serde::Serialize;

use super::input::{Expected, GrantedRow, PaidRow};
use crate::codes::CompensationCode;
use crate::{Ore, Period};

/// What payments are held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis<'a> {
    /// An amount that should come by the law.
    Computed(&'a Expected<'a>),
    /// A decision that grants what nothing computed expects.
    Granted(&'a GrantedRow<'a>),
    /// Nothing expects them.
    Nothing,
}

impl Basis<'_> {
    /// Whether anything is expected.
    #[must_use]
    pub fn is_expected(&self) -> bool {
        *self != Basis::Nothing
    }
}

/// A part of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// The row.
    pub row: &'a PaidRow<'a>,
    /// How much of it, with its sign.
    pub amount: Ore,
}

/// Why money differs from what was expected, as far as that can be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// Another municipality has the right to what the row is for.
    OtherMunicipality,
    /// The amount is that of another age band or another year.
    WrongValue,
    /// It is what was granted, and so a matter of the decision.
    AsGranted,
    /// The row is for time before the first day that gives anything.
    NotYetEntitled,
    /// The row is for time after the last day that gives anything.
    NoLongerEntitled,
    /// Nothing is expected of that compensation, or not for that time.
    NotEntitled,
    /// A clawback takes back what never came.
    ClawbackWithoutPayment,
    /// The payment code says clawback, and the amount is positive.
    ClawbackPositive,
}

/// How what should come and what came agree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum State {
    /// It came, all of it and no more.
    Settled {
        /// How many days after its day the last of it came; 0 where it came in time.
        late_days: i64,
    },
    /// Its day has not passed, or no rule names one.
    NotYetDue,
    /// It must be applied for, and nothing is decided.
    NotDecided,
    /// Its day has passed, and no list that would hold it has been taken in.
    ListUnread,
    /// Its day has passed and nothing came.
    Missing,
    /// It was granted, the payment's day has passed and nothing came.
    GrantedNotPaid,
    /// It is an estimate, and what came, if anything, differs from it.
    Estimated,
    /// Less came than should.
    Short {
        /// How much less.
        missing: Ore,
        /// For what grows with days: those that no row is about.
        uncovered: Vec<Period>,
        /// Why, where that can be seen.
        cause: Option<Cause>,
    },
    /// More came than should.
    Extra {
        /// How much more.
        too_much: Ore,
        /// Why, where that can be seen.
        cause: Option<Cause>,
    },
    /// It came, and a clawback has taken all of it or part of it: no fault of payment.
    TakenBack {
        /// How much was taken.
        taken: Ore,
        /// How much had never come.
        missing: Ore,
    },
    /// It was paid in full by rows that are for other days.
    WrongPeriod {
        /// How many days after its day the last of it came; 0 where it came in time.
        late_days: i64,
    },
    /// Rows that answer to nothing expected.
    Unexpected {
        /// Why, as far as that can be seen.
        cause: Cause,
    },
}

impl State {
    /// Its name, as it stands in contracts and the store.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            State::Settled { .. } => "settled",
            State::NotYetDue => "not-yet-due",
            State::NotDecided => "not-decided",
            State::ListUnread => "list-unread",
            State::Missing => "missing",
            State::GrantedNotPaid => "granted-not-paid",
            State::Estimated => "estimated",
            State::Short { .. } => "short",
            State::Extra { .. } => "extra",
            State::TakenBack { .. } => "taken-back",
            State::WrongPeriod { .. } => "wrong-period",
            State::Unexpected { .. } => "unexpected",
        }
    }
}

/// An amount that should come with the payments that answer to it, or payments that answer to none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison<'a> {
    /// The compensation.
    pub compensation: &'a CompensationCode,
    /// What payments are held against.
    pub basis: Basis<'a>,
    /// The period of what should come, or of the rows; none where the rows have none.
    pub period: Option<Period>,
    /// The day by which it should have come. For what must be applied for it follows from the
    /// decision: the last day to apply says nothing about payment.
    pub due: Option<NaiveDate>,
    /// What should come; zero where nothing was expected.
    pub expected: Ore,
    /// What was granted of it.
    pub granted: Ore,
    /// The last decision about it.
    pub decided: Option<NaiveDate>,
    /// What came and was not taken back: the sum of the parts.
    pub paid: Ore,
    /// The parts of rows that it is made up of, by payment date and id.
    pub parts: Vec<Part<'a>>,
    /// How the two agree.
    pub state: State,
}

impl Comparison<'_> {
    /// What is still to come by what is expected; negative where more has come.
    #[must_use]
    pub fn open(&self) -> Ore {
        self.expected - self.paid
    }

    /// Whether what should come is an estimate: nobody has checked a value in it.
    #[must_use]
    pub fn is_estimated(&self) -> bool {
        matches!(self.basis, Basis::Computed(Expected { estimated: true, .. }))
    }

    /// How much a report of missing payments asks for: nothing that is estimated, understood or not
    /// due.
    #[must_use]
    pub fn missing(&self) -> Ore {
        match &self.state {
            State::Missing | State::GrantedNotPaid => self.open(),
            State::Short { missing, .. } | State::TakenBack { missing, .. } => *missing,
            _ => Ore::ZERO,
        }
    }
}
