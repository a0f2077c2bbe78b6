//! Lists of costs with their sums, and how a cost came to be what it is.

use chrono::NaiveDate;
use domain::Ore;
use domain::codes::CompensationCode;
use domain::person::CostCentre;

use super::{COST, CostRecord};
use crate::db::{FromRow, Row, Values, from_row};
use crate::{CostNo, DraftNo, PersonNo, Read, Result};

/// Which costs a list shows, of those that stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CostFilter {
    /// Only those of which somebody's share is in no claim.
    pub open: bool,
    /// Borne by this unit.
    pub cost_centre: Option<CostCentre>,
    /// Of this compensation.
    pub compensation: Option<CompensationCode>,
    /// Of this person and those merged into it.
    pub person: Option<PersonNo>,
    /// With days from this one on.
    pub from: Option<NaiveDate>,
    /// With days up to this one, inclusive.
    pub until: Option<NaiveDate>,
    /// With this number in the finance system.
    pub voucher: Option<String>,
    /// Read from this file.
    pub draft: Option<DraftNo>,
    /// Only of persons who are not protected on this day or from a later one; none: of everybody.
    pub unprotected_on: Option<NaiveDate>,
}

/// What the costs of a filter come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CostSums {
    /// How many.
    pub count: u64,
    /// Their amounts.
    pub amount: Ore,
    /// The persons' own fees.
    pub fee: Ore,
    /// What of the amounts is in no claim.
    pub open: Ore,
}

from_row!(CostSums { count, amount = "amount_ore", fee = "fee_ore", open = "open_ore" });

/// A cost with who wrote it and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostVersion {
    /// The cost.
    pub cost: CostRecord,
    /// Who.
    pub actor: String,
    /// When, in UTC.
    pub at: String,
}

impl FromRow for CostVersion {
    fn from_row(row: &Row<'_>) -> Result<CostVersion> {
        let cost = CostRecord::from_row(row)?;
        Ok(CostVersion { cost, actor: row.get("actor")?, at: row.get("at")? })
    }
}

/// Shares of the cost `c` that are in no claim.
const OPEN_SHARES: &str = "FROM cost_share s WHERE s.cost_no = c.cost_no AND NOT EXISTS (
    SELECT 1 FROM claim_line_cost k WHERE k.share_no = s.share_no AND k.ended_event_no IS NULL)";

impl CostFilter {
    /// The condition on a cost `c`, with its values.
    fn condition(&self) -> Result<(String, Values)> {
        let mut values = Values::default();
        let mut all = vec!["1 = 1".to_owned()];
        if self.open {
            all.push(format!("EXISTS (SELECT 1 {OPEN_SHARES})"));
        }
        if let Some(centre) = &self.cost_centre {
            all.push(format!("c.cost_centre = {}", values.add(centre)?));
        }
        if let Some(code) = &self.compensation {
            all.push(format!("c.compensation = {}", values.add(code)?));
        }
        if let Some(day) = &self.from {
            all.push(format!("c.period_until >= {}", values.add(day)?));
        }
        if let Some(day) = &self.until {
            all.push(format!("c.period_from <= {}", values.add(day)?));
        }
        if let Some(voucher) = &self.voucher {
            all.push(format!("c.voucher = {}", values.add(voucher)?));
        }
        if let Some(draft) = &self.draft {
            all.push(format!("c.draft_no = {}", values.add(draft)?));
        }
        if let Some(person) = &self.person {
            let person = values.add(person)?;
            all.push(format!(
                "c.cost_no IN (SELECT s.cost_no FROM cost_share s JOIN person p
                     ON p.person_no = s.person_no
                     WHERE p.person_no = {person} OR p.merged_into = {person})"
            ));
        }
        if let Some(day) = &self.unprotected_on {
            let day = values.add(day)?;
            all.push(format!(
                "c.cost_no NOT IN (SELECT s.cost_no FROM person r
                     JOIN person p ON p.person_no = r.person_no OR p.merged_into = r.person_no
                     JOIN cost_share s ON s.person_no = p.person_no
                     WHERE r.protected_until >= {day})"
            ));
        }
        Ok((all.join(" AND "), values))
    }
}

impl Read<'_> {
    /// A page of costs that stand, the latest days first.
    pub fn costs(&self, filter: &CostFilter, offset: u32, count: u32) -> Result<Vec<CostRecord>> {
        let (condition, mut values) = filter.condition()?;
        let (count, offset) = (values.add(&count)?, values.add(&offset)?);
        self.db.all(
            &format!(
                "SELECT {COST} FROM live_cost c WHERE {condition}
                 ORDER BY c.period_from DESC, c.cost_no DESC LIMIT {count} OFFSET {offset}"
            ),
            &values.params(),
        )
    }

    /// What the costs of a filter come to, on all pages.
    pub fn cost_sums(&self, filter: &CostFilter) -> Result<CostSums> {
        let (condition, values) = filter.condition()?;
        self.db.only(
            &format!(
                "SELECT count(*) AS count, coalesce(sum(c.amount_ore), 0) AS amount_ore,
                        coalesce(sum(c.fee_ore), 0) AS fee_ore,
                        coalesce(sum((SELECT sum(s.amount_ore) {OPEN_SHARES})), 0) AS open_ore
                 FROM live_cost c WHERE {condition}"
            ),
            &values.params(),
        )
    }

    /// The cost with that id, whether it stands or not.
    pub fn cost(&self, id: &str) -> Result<Option<CostRecord>> {
        self.db.one(&format!("SELECT {COST} FROM cost c WHERE c.id = ?1"), &[&id])
    }

    /// The cost that took the place of another.
    pub fn cost_after(&self, cost_no: CostNo) -> Result<Option<CostRecord>> {
        self.db.one(&format!("SELECT {COST} FROM cost c WHERE c.corrects = ?1"), &[&cost_no])
    }

    /// A cost with everything that it took the place of and that took its place, the first one first.
    pub fn cost_versions(&self, cost_no: CostNo) -> Result<Vec<CostVersion>> {
        self.db.all(
            &format!(
                "WITH RECURSIVE before (cost_no, corrects) AS (
                     SELECT cost_no, corrects FROM cost WHERE cost_no = ?1
                     UNION ALL
                     SELECT o.cost_no, o.corrects FROM before b JOIN cost o ON o.cost_no = b.corrects),
                 after (cost_no) AS (
                     SELECT ?1
                     UNION ALL
                     SELECT n.cost_no FROM after a JOIN cost n ON n.corrects = a.cost_no)
                 SELECT {COST}, e.actor, e.at
                 FROM cost c JOIN audit_event e ON e.event_no = c.event_no
                 WHERE c.cost_no IN (SELECT cost_no FROM before UNION SELECT cost_no FROM after)
                 ORDER BY c.cost_no"
            ),
            &[&cost_no],
        )
    }
}
