//! Each person's share of costs, and the claim that asks for it.

use domain::claim::ClaimState;
use domain::codes::CompensationCode;
use domain::person::CostCentre;
use domain::{Ore, Period};

use crate::db::{FromRow, Row};
use crate::{ClaimLineNo, ClaimNo, CostNo, CostShareNo, PersonNo, Read, Result};

/// The claim that asks for a share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimOfShare {
    /// This database's number.
    pub claim_no: ClaimNo,
    /// The client's id.
    pub id: String,
    /// The line of it.
    pub line_no: ClaimLineNo,
    /// How far it has come.
    pub state: ClaimState,
}

/// A person's share of a cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostShare {
    /// This database's number.
    pub share_no: CostShareNo,
    /// The cost.
    pub cost_no: CostNo,
    /// The person; of a merged one the person it turned out to be.
    pub person: PersonNo,
    /// The part of the cost.
    pub amount: Ore,
    /// The part of the persons' own fee.
    pub fee: Ore,
    /// The claim that asks for it.
    pub claim: Option<ClaimOfShare>,
}

/// A share of a cost that stands, with what is known of the cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LiveShare {
    /// This database's number.
    pub share_no: CostShareNo,
    /// The client's id of the cost.
    pub cost: String,
    /// The person; of a merged one the person it turned out to be.
    pub person: PersonNo,
    /// The compensation that it can be asked for by.
    pub compensation: CompensationCode,
    /// The days of the cost.
    pub period: Period,
    /// What it was for, where the law asks.
    pub item: Option<String>,
    /// Number of the cost in the finance system; empty where none is known.
    pub voucher: String,
    /// The unit that bore it.
    pub cost_centre: CostCentre,
    /// The person's part.
    pub amount: Ore,
    /// The person's own fee.
    pub fee: Ore,
    /// The claim that asks for it.
    pub claim_no: Option<ClaimNo>,
}

/// What asks for a share `s`, if anything does, and whose the share is now.
const JOINED: &str = "
    JOIN person p ON p.person_no = s.person_no
    LEFT JOIN claim_line_cost k ON k.share_no = s.share_no AND k.ended_event_no IS NULL
    LEFT JOIN claim_line l ON l.line_no = k.line_no
    LEFT JOIN claim m ON m.claim_no = l.claim_no";

const LIVE: &str = "
    SELECT s.share_no, c.id, coalesce(p.merged_into, p.person_no) AS root, c.compensation, c.period_from,
           c.period_until, c.item, c.voucher, c.cost_centre, s.amount_ore, s.fee_ore, m.claim_no
    FROM live_cost c JOIN cost_share s ON s.cost_no = c.cost_no";

impl FromRow for CostShare {
    fn from_row(row: &Row<'_>) -> Result<CostShare> {
        let claim = match row.get("claim_no")? {
            None => None,
            Some(claim_no) => Some(ClaimOfShare {
                claim_no,
                id: row.get("claim")?,
                line_no: row.get("line_no")?,
                state: row.get("state")?,
            }),
        };
        Ok(CostShare {
            share_no: row.get("share_no")?,
            cost_no: row.get("cost_no")?,
            person: row.get("root")?,
            amount: row.get("amount_ore")?,
            fee: row.get("fee_ore")?,
            claim,
        })
    }
}

impl FromRow for LiveShare {
    fn from_row(row: &Row<'_>) -> Result<LiveShare> {
        Ok(LiveShare {
            share_no: row.get("share_no")?,
            cost: row.get("id")?,
            person: row.get("root")?,
            compensation: row.get("compensation")?,
            period: Period { from: row.get("period_from")?, until: row.get("period_until")? },
            item: row.get("item")?,
            voucher: row.get("voucher")?,
            cost_centre: row.get("cost_centre")?,
            amount: row.get("amount_ore")?,
            fee: row.get("fee_ore")?,
            claim_no: row.get("claim_no")?,
        })
    }
}

impl Read<'_> {
    /// The shares of these costs, in the order in which they were given.
    pub fn shares_of_costs(&self, costs: &[CostNo]) -> Result<Vec<CostShare>> {
        let mut shares = Vec::new();
        let sql = |places: &str| {
            format!(
                "SELECT s.share_no, s.cost_no, coalesce(p.merged_into, p.person_no) AS root,
                        s.amount_ore, s.fee_ore, m.claim_no, m.id AS claim, l.line_no, m.state
                 FROM cost_share s {JOINED} WHERE s.cost_no IN ({places}) ORDER BY s.share_no"
            )
        };
        self.db.each_among(sql, &[], costs, |row| {
            shares.push(CostShare::from_row(row)?);
            Ok(())
        })?;
        Ok(shares)
    }

    /// Every share of a cost that stands, by first day; of one person and those merged into it, or of
    /// everybody.
    pub fn live_shares(&self, person: Option<PersonNo>) -> Result<Vec<LiveShare>> {
        const ORDER: &str = "ORDER BY c.period_from, s.share_no";
        match person {
            None => self.db.all(&format!("{LIVE} {JOINED} {ORDER}"), &[]),
            Some(person) => self.db.all(
                &format!(
                    "{LIVE} {JOINED} WHERE s.person_no IN (
                         SELECT person_no FROM person WHERE person_no = ?1 OR merged_into = ?1) {ORDER}"
                ),
                &[&person],
            ),
        }
    }

    /// The shares of costs that stand of these persons, as they are known now.
    pub fn live_shares_of(&self, persons: &[PersonNo]) -> Result<Vec<LiveShare>> {
        let mut shares = Vec::new();
        let sql = |places: &str| {
            format!(
                "{LIVE} {JOINED} WHERE s.person_no IN (
                     SELECT person_no FROM person
                     WHERE person_no IN ({places}) OR merged_into IN ({places}))
                 ORDER BY s.share_no"
            )
        };
        self.db.each_among(sql, &[], persons, |row| {
            shares.push(LiveShare::from_row(row)?);
            Ok(())
        })?;
        Ok(shares)
    }
}

impl LiveShare {
    /// How it is told apart from another.
    #[must_use]
    pub fn told(&self) -> domain::cost::Told<'_> {
        domain::cost::Told {
            voucher: &self.voucher,
            period: self.period,
            item: self.item.as_deref(),
            compensation: &self.compensation.0,
            amount: self.amount,
        }
    }
}
