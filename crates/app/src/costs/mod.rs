//! Costs that the city has borne: what claims ask for.

mod correcting;
mod file;
mod typing;

use std::collections::HashMap;

use domain::codes::CompensationCode;
use domain::entitlement::Cost;
use store::CostNo;
use store::costs::{CostFilter, CostRecord, CostShare, CostSums, CostVersion, LiveShare};

use crate::error::{AppError, RefusalCode};
use crate::{App, Result};

pub use correcting::{Correction, CostChanges};
pub use typing::{TypedCost, TypedShare};

/// Longest note or reason, in characters.
const NOTE_LENGTH: usize = 500;
/// Longest number in the finance system, in characters.
const VOUCHER_LENGTH: usize = 60;

/// A page of costs with the sums of all of them.
#[derive(Clone, Debug)]
pub struct Costs {
    /// This page's, the latest days first.
    pub costs: Vec<CostRecord>,
    /// What all come to.
    pub sums: CostSums,
}

/// A share as the calculators take it.
#[must_use]
pub fn as_counted(share: &LiveShare) -> Cost {
    Cost {
        from: share.period.from,
        until: share.period.until,
        amount_ore: share.amount,
        item: share.item.clone(),
        compensation: Some(share.compensation.clone()),
        fee_ore: share.fee,
        persons: 1,
        child_number: None,
        vacant_from: None,
        shared_household: false,
    }
}

impl App {
    /// A page of costs that stand, the latest days first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn costs(&self, filter: &CostFilter, (skip, most): (u32, u32)) -> Result<Costs> {
        let read = self.read();
        let costs = read.costs(filter, skip, most)?;
        Ok(Costs { costs, sums: read.cost_sums(filter)? })
    }

    /// The compensation with that code, for a list of its costs.
    ///
    /// # Errors
    /// When there is none.
    pub fn compensation_named(&self, code: &str) -> Result<CompensationCode> {
        self.compensation_typed(code).map_err(|fault| fault.in_field("compensation"))
    }

    /// The cost with that id, whether it stands or not.
    ///
    /// # Errors
    /// When there is none, or the database cannot be read.
    pub fn cost(&self, id: &str) -> Result<CostRecord> {
        let found = self.read().cost(id.trim())?;
        found.ok_or_else(|| AppError::refused(RefusalCode::NoSuchCost).in_field("cost"))
    }

    /// What each person has of these costs, and the claims that ask for it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn shares_of(&self, costs: &[CostRecord]) -> Result<HashMap<CostNo, Vec<CostShare>>> {
        let numbers: Vec<CostNo> = costs.iter().map(|cost| cost.cost_no).collect();
        let mut shares: HashMap<CostNo, Vec<CostShare>> = HashMap::new();
        for share in self.read().shares_of_costs(&numbers)? {
            shares.entry(share.cost_no).or_default().push(share);
        }
        Ok(shares)
    }

    /// How a cost came to be what it is: what was written first, and what took its place since.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn cost_versions(&self, cost: &CostRecord) -> Result<Vec<CostVersion>> {
        Ok(self.read().cost_versions(cost.cost_no)?)
    }
}
