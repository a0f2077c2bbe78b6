//! What waits for an attest: whose money it is, and who prepared it.

use std::collections::{BTreeMap, BTreeSet};

use domain::Ore;
use domain::claim::ClaimState;
use domain::person::CostCentre;

use crate::claims::ClaimEvent;
use crate::db::FromRow as _;
use crate::{ClaimNo, OrderNo, Read, Result};

/// What the lines of a claim ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimParts {
    /// The units that bore it.
    pub boards: BTreeSet<CostCentre>,
    /// Their sum.
    pub amount: Ore,
}

impl Read<'_> {
    /// The boards of the postings of every order that is created and nothing more.
    pub fn boards_of_waiting_orders(&self) -> Result<BTreeMap<OrderNo, BTreeSet<CostCentre>>> {
        let mut boards: BTreeMap<OrderNo, BTreeSet<CostCentre>> = BTreeMap::new();
        let sql = "SELECT DISTINCT p.order_no, p.cost_centre FROM posting p
             WHERE p.cost_centre IS NOT NULL AND NOT EXISTS (
                 SELECT 1 FROM order_state s
                 WHERE s.order_no = p.order_no AND s.state <> 'created')";
        self.db.each(sql, &[], |row| -> Result<()> {
            boards.entry(row.get("order_no")?).or_default().insert(row.get("cost_centre")?);
            Ok(())
        })?;
        Ok(boards)
    }

    /// What the lines of every claim in review ask for.
    pub fn parts_of_claims_in_review(&self) -> Result<BTreeMap<ClaimNo, ClaimParts>> {
        let mut parts: BTreeMap<ClaimNo, ClaimParts> = BTreeMap::new();
        let sql = "SELECT l.claim_no, l.cost_centre, l.amount_ore FROM claim_line l
                 JOIN claim c ON c.claim_no = l.claim_no
             WHERE c.state = ?1 AND l.removed_event_no IS NULL";
        self.db.each(sql, &[&ClaimState::InReview], |row| -> Result<()> {
            let part = parts.entry(row.get("claim_no")?).or_default();
            part.boards.insert(row.get("cost_centre")?);
            part.amount += row.get("amount_ore")?;
            Ok(())
        })?;
        Ok(parts)
    }

    /// The steps of every claim in review, the oldest first.
    pub fn steps_of_claims_in_review(&self) -> Result<BTreeMap<ClaimNo, Vec<ClaimEvent>>> {
        let mut steps: BTreeMap<ClaimNo, Vec<ClaimEvent>> = BTreeMap::new();
        let sql = "SELECT s.claim_no, s.version, e.at, e.actor, s.content FROM claim_event s
                 JOIN claim c ON c.claim_no = s.claim_no
                 JOIN audit_event e ON e.event_no = s.event_no
             WHERE c.state = ?1 ORDER BY s.log_no";
        self.db.each(sql, &[&ClaimState::InReview], |row| -> Result<()> {
            let claim_no = row.get("claim_no")?;
            steps.entry(claim_no).or_default().push(ClaimEvent::from_row(row)?);
            Ok(())
        })?;
        Ok(steps)
    }
}
