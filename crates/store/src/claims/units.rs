//! What claims ask for by unit: what the intake follows.

use domain::Period;
use domain::claim::ClaimState;
use domain::codes::CompensationCode;
use domain::person::CostCentre;

use crate::db::{FromRow, Row};
use crate::{ClaimNo, Read, Result};

/// Days that a claim asks for, of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitClaimed {
    /// The unit whose money it is.
    pub cost_centre: CostCentre,
    /// How far the claim has come.
    pub state: ClaimState,
    /// What the claim covers.
    pub claim_period: Period,
    /// The line's days.
    pub line_period: Period,
}

impl UnitClaimed {
    /// Whether it asks for any of these days, those aside that lie outside the claim: four weeks belong to
    /// the claim in which they begin.
    #[must_use]
    pub fn asks_for(&self, days: Period) -> bool {
        let from = self.line_period.from.max(self.claim_period.from);
        let until = self.line_period.until.min(self.claim_period.until);
        from <= days.until && days.from <= until
    }
}

impl FromRow for UnitClaimed {
    fn from_row(row: &Row<'_>) -> Result<UnitClaimed> {
        Ok(UnitClaimed {
            cost_centre: row.get("cost_centre")?,
            state: row.get("state")?,
            claim_period: Period { from: row.get("claim_from")?, until: row.get("claim_until")? },
            line_period: Period { from: row.get("period_from")?, until: row.get("period_until")? },
        })
    }
}

impl Read<'_> {
    /// The units of all lines that a claim has had, those that were removed too.
    pub fn units_of_claim(&self, claim_no: ClaimNo) -> Result<Vec<CostCentre>> {
        self.db.map(
            "SELECT DISTINCT cost_centre FROM claim_line WHERE claim_no = ?1 ORDER BY cost_centre",
            &[&claim_no],
            |row| row.get("cost_centre"),
        )
    }

    /// What claims that were not taken back ask for of a compensation, by unit.
    pub fn claimed_by_units(&self, compensation: &CompensationCode) -> Result<Vec<UnitClaimed>> {
        self.db.all(
            "SELECT DISTINCT l.cost_centre, l.state, c.period_from AS claim_from,
                    c.period_until AS claim_until, l.period_from, l.period_until
             FROM live_claim_line l JOIN claim c ON c.claim_no = l.claim_no
             WHERE l.compensation = ?1",
            &[compensation],
        )
    }
}
