//! The answer key of a sample: what reading and matching it must give.

use chrono::NaiveDate;
use domain::{Month, Ore};
use serde::Serialize;

use super::anomalies::Anomaly;

/// What a sample holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SampleKey {
    /// What everything was drawn from.
    pub seed: u64,
    /// The register's file.
    pub register: String,
    /// Persons in the register.
    pub persons: u64,
    /// Of them, with a national number.
    pub national_numbers: u64,
    /// The lists, the earliest first.
    pub lists: Vec<ListKey>,
}

/// What one list holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListKey {
    /// Its file.
    pub file: String,
    /// Month of payment.
    pub month: Month,
    /// Day of payment.
    pub payment_date: NaiveDate,
    /// Rows of every kind.
    pub rows: u64,
    /// Sum of the positive amounts that can be read.
    pub positive_ore: Ore,
    /// Sum of the negative amounts that can be read.
    pub negative_ore: Ore,
    /// Both.
    pub net_ore: Ore,
    /// Rows without finding: those that become payments once the others are parked.
    pub clean_rows: u64,
    /// Their sum.
    pub clean_net_ore: Ore,
    /// Payments that matching finds the person of, or that are about nobody.
    pub matched: u64,
    /// Payments that stay on the observation account.
    pub suspense: u64,
    /// Everything wrong on purpose, by line.
    pub anomalies: Vec<Anomaly>,
}

impl ListKey {
    /// Counts one row.
    pub(super) fn count(&mut self, amount: Option<Ore>, anomaly: Option<Anomaly>) {
        let amount = amount.unwrap_or(Ore::ZERO);
        self.rows += 1;
        self.net_ore += amount;
        if amount.is_negative() {
            self.negative_ore += amount;
        } else {
            self.positive_ore += amount;
        }
        if super::anomalies::is_clean(anomaly.as_ref()) {
            self.clean_rows += 1;
            self.clean_net_ore += amount;
            let unmatched = anomaly.as_ref().is_some_and(|anomaly| anomaly.reason.is_some());
            self.suspense += u64::from(unmatched);
            self.matched += u64::from(!unmatched);
        }
        self.anomalies.extend(anomaly);
    }
}
