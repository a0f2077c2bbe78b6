//! Costs that the city has borne, and each person's share of them.

mod reading;
mod sharing;

use domain::codes::CompensationCode;
use domain::ledger::EntryKind;
use domain::person::CostCentre;
use domain::{Ore, Period};

use crate::db::{FromRow, Row};
use crate::ledger::{NewEntry, Origin};
use crate::{CostNo, CostShareNo, DraftNo, PersonNo, Result, Write};

pub use reading::{CostFilter, CostSums, CostVersion};
pub use sharing::{ClaimOfShare, CostShare, LiveShare};

/// A person's part of a cost that is to be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewShare {
    /// The person.
    pub person: PersonNo,
    /// The part of the cost.
    pub amount: Ore,
    /// The part of the persons' own fee.
    pub fee: Ore,
}

/// What is known of a cost, but for its shares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostContent {
    /// The compensation that it can be asked for by.
    pub compensation: CompensationCode,
    /// Its days.
    pub period: Period,
    /// What it was for, where the law asks: one of `domain::entitlement::ITEMS`.
    pub item: Option<String>,
    /// Its number in the finance system; empty where none is known.
    pub voucher: String,
    /// The unit that bore it.
    pub cost_centre: CostCentre,
    /// A note.
    pub note: String,
}

/// A cost that is to be kept. Its amount is the sum of its shares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCost {
    /// The client's id.
    pub id: String,
    /// What is known of it.
    pub content: CostContent,
    /// The file it was read from, and its line.
    pub place: Option<(DraftNo, u32)>,
    /// Everybody's part of it: nobody twice.
    pub shares: Vec<NewShare>,
    /// Why another is corrected, or why it is none that was there; empty where nobody was asked.
    pub reason: String,
}

/// A cost as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostRecord {
    /// This database's number.
    pub cost_no: CostNo,
    /// The client's id.
    pub id: String,
    /// What is known of it.
    pub content: CostContent,
    /// Without value added tax.
    pub amount: Ore,
    /// The persons' own fee.
    pub fee: Ore,
    /// The cost in whose place it stands.
    pub corrects: Option<CostNo>,
    /// Whether it says that there is no such cost.
    pub withdrawn: bool,
    /// Why it corrects another, or why it is none that was there.
    pub reason: String,
}

/// What a record is read from, as `c`.
const COST: &str = "c.cost_no, c.id, c.compensation, c.period_from, c.period_until, c.amount_ore,
    c.fee_ore, c.item, c.voucher, c.cost_centre, c.note, c.corrects, c.withdrawn, c.reason";

impl FromRow for CostRecord {
    fn from_row(row: &Row<'_>) -> Result<CostRecord> {
        Ok(CostRecord {
            cost_no: row.get("cost_no")?,
            id: row.get("id")?,
            amount: row.get("amount_ore")?,
            fee: row.get("fee_ore")?,
            content: CostContent {
                compensation: row.get("compensation")?,
                period: Period { from: row.get("period_from")?, until: row.get("period_until")? },
                item: row.get("item")?,
                voucher: row.get("voucher")?,
                cost_centre: row.get("cost_centre")?,
                note: row.get("note")?,
            },
            corrects: row.get("corrects")?,
            withdrawn: row.get("withdrawn")?,
            reason: row.get("reason")?,
        })
    }
}

impl Write<'_> {
    /// Keeps a cost, and what each person has of it in the ledger.
    ///
    /// # Errors
    /// When its id is taken, or a person stands in it twice.
    pub fn add_cost(&self, cost: &NewCost) -> Result<()> {
        self.insert_cost(cost, None)
    }

    /// Keeps a cost in the place of `old`, whose entries are taken back. One without shares says that
    /// there was no such cost.
    ///
    /// # Errors
    /// When another stands in its place already.
    pub fn correct_cost(&self, old: CostNo, new: &NewCost) -> Result<()> {
        for share in self.shares_of_costs(&[old])? {
            self.take_back_origin(Origin::Cost(share.share_no))?;
        }
        self.insert_cost(new, Some(old))
    }

    fn insert_cost(&self, cost: &NewCost, corrects: Option<CostNo>) -> Result<()> {
        let NewCost { content, shares, .. } = cost;
        let amount: Ore = shares.iter().map(|share| share.amount).sum();
        let fee: Ore = shares.iter().map(|share| share.fee).sum();
        let (draft_no, line) = cost.place.unzip();
        let cost_no: CostNo = self.db.only(
            "INSERT INTO cost (id, compensation, period_from, period_until, amount_ore, fee_ore, item,
                 voucher, cost_centre, note, draft_no, line, corrects, withdrawn, reason, event_no)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
             RETURNING cost_no",
            &[
                &cost.id,
                &content.compensation,
                &content.period.from,
                &content.period.until,
                &amount,
                &fee,
                &content.item,
                &content.voucher,
                &content.cost_centre,
                &content.note,
                &draft_no,
                &line,
                &corrects,
                &shares.is_empty(),
                &cost.reason,
                &self.event_no(),
            ],
        )?;
        for share in shares {
            self.insert_share(cost_no, content, share)?;
        }
        Ok(())
    }

    fn insert_share(&self, cost_no: CostNo, of: &CostContent, share: &NewShare) -> Result<()> {
        let share_no: CostShareNo = self.db.only(
            "INSERT INTO cost_share (cost_no, person_no, amount_ore, fee_ore)
             VALUES (?1, ?2, ?3, ?4) RETURNING share_no",
            &[&cost_no, &share.person, &share.amount, &share.fee],
        )?;
        self.add_entry(&NewEntry {
            kind: EntryKind::Cost,
            person: Some(share.person),
            compensation: Some(&of.compensation.0),
            period_from: Some(of.period.from),
            period_until: Some(of.period.until),
            cost_centre: Some(&of.cost_centre.0),
            amount: share.amount,
            origin: Origin::Cost(share_no),
            explanation: None,
            rendered: None,
        })
    }
}
