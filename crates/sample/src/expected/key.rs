//! The answer key of an expected sample: what a comparison of expected and paid must find.

use chrono::NaiveDate;
use domain::{Month, Ore};
use serde::Serialize;

use super::flaws::{FlawKind, Told};

/// What an expected sample holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExpectedKey {
    /// What everything was drawn from.
    pub seed: u64,
    /// The municipality whose payments these are: only its facts are about it.
    pub municipality: String,
    /// The day on which the answers hold: when every list has come and no later one is due. Business
    /// date of the imports, too: the register holds what is known on it.
    pub as_of: NaiveDate,
    /// The register's file.
    pub register: String,
    /// Persons in the register.
    pub persons: u64,
    /// Payment codes that must be added before the lists are read.
    pub codes: Vec<OwnCode>,
    /// The lists, the earliest first; a month without payments has none.
    pub lists: Vec<ExpectedList>,
    /// What should have come by compensation.
    pub compensations: Vec<CompensationSum>,
    /// All of it.
    pub expected_ore: Ore,
    /// What the lists sum to.
    pub net_ore: Ore,
    /// What a report of missing payments sums to.
    pub missing_ore: Ore,
    /// Everything that was not paid as it should, by person.
    pub anomalies: Vec<ExpectedAnomaly>,
}

/// A payment code that the code table that ships does not have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OwnCode {
    /// The code.
    pub payment_code: String,
    /// What it means.
    pub compensation: String,
    /// Whether it takes money back.
    pub clawback: bool,
    /// Whether a row with it must name a person.
    pub person_bound: bool,
    /// Its clear text.
    pub text: String,
}

/// What one list holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExpectedList {
    /// Its file.
    pub file: String,
    /// Month of payment.
    pub month: Month,
    /// Day of payment.
    pub payment_date: NaiveDate,
    /// Rows.
    pub rows: u64,
    /// Their sum.
    pub net_ore: Ore,
    /// Rows whose person matching finds, or that are for nobody in particular.
    pub matched: u64,
    /// Rows that stay on the observation account.
    pub suspense: u64,
    /// Of the rows, those that belong to an anomaly.
    pub anomalies: u64,
}

/// What should have come of a compensation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CompensationSum {
    /// Its code.
    pub compensation: String,
    /// How many payments.
    pub payments: u64,
    /// Their sum.
    pub expected_ore: Ore,
}

/// A payment that was not made as it should, and what must be said of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExpectedAnomaly {
    /// The person's id.
    pub person: String,
    /// Which of the typed lives is the person's.
    pub course: String,
    /// The compensation.
    pub compensation: String,
    /// First day of what it is for.
    pub period_from: NaiveDate,
    /// Last day of it.
    pub period_until: NaiveDate,
    /// What is wrong.
    pub kind: FlawKind,
    /// What should have come.
    pub expected_ore: Ore,
    /// What came for the person and was not taken back.
    pub paid_ore: Ore,
    /// How a report must call it.
    pub state: Told,
    /// What a report of missing payments must ask for.
    pub missing_ore: Ore,
    /// What came besides.
    pub too_much_ore: Ore,
    /// What was taken back.
    pub taken_ore: Ore,
    /// Its rows.
    pub rows: Vec<AnomalyRow>,
}

/// A row of an anomaly, as its list has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AnomalyRow {
    /// The list's file.
    pub file: String,
    /// The line, the header included.
    pub line: u64,
    /// The payment code.
    pub payment_code: String,
    /// First day of the period.
    pub period_from: NaiveDate,
    /// Last day of it.
    pub period_until: NaiveDate,
    /// The amount.
    pub amount_ore: Ore,
    /// Whether it stays on the observation account.
    pub suspense: bool,
}
