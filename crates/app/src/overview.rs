//! The chain of the ledger as a whole, for the start page.

use std::collections::HashMap;

use domain::Period;
use domain::ledger::EntryKind;
use store::ledger::{LedgerMonth, LedgerSums};

use crate::{App, Result};

/// Months of payments that the start page shows.
const MONTHS: u32 = 12;

impl App {
    /// What each link of the chain sums to: this calendar year, and before it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn ledger_sums(&self) -> Result<HashMap<EntryKind, LedgerSums>> {
        Ok(self.read().ledger_sums(Period::year_of(self.today).from)?)
    }

    /// How far the money of each of the last months has come, the newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn ledger_months(&self) -> Result<Vec<LedgerMonth>> {
        Ok(self.read().ledger_months(MONTHS)?)
    }

    /// How many persons the register has.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn person_count(&self) -> Result<u64> {
        Ok(self.read().person_count()?)
    }
}
