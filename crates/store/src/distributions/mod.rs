//! Distributions: runs, what took them back, and what corrected them.

mod changed;
mod drafts;
mod rows;

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::codes::CompensationCode;
use domain::distribution::DistributionKind;
use domain::person::CostCentre;
use domain::{Month, Ore};
use serde::{Deserialize, Serialize};

pub use changed::{ChangedRow, ChangedShare};
pub use drafts::DraftRun;
pub use rows::{DistributedRow, FreeRow, FreeSums, SuspendedRow};

use crate::db::{FromRow, Row, from_row, json};
use crate::ledger::UNBOOKED;
use crate::{DistributionNo, EventNo, ListNo, Read, Result, StoreError, Write};

/// How a run stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunStanding {
    /// Moment in UTC.
    pub at: String,
    /// Whether anything of it waits for an order.
    pub unbooked: bool,
    /// Whether anything of it has been handed over.
    pub handed_over: bool,
    /// The id of the distribution that has taken it back.
    pub taken_back_by: Option<String>,
}

from_row!(RunStanding { at, unbooked, handed_over, taken_back_by });

/// What a board got of a compensation in a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthShare {
    /// The board.
    pub cost_centre: CostCentre,
    /// Compensation.
    pub compensation: CompensationCode,
    /// Amount in öre.
    pub amount: Ore,
}

from_row!(MonthShare { cost_centre, compensation, amount = "amount_ore" });

/// A key decision that a run used.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct UsedKey {
    /// The decision's number.
    pub decision_number: String,
    /// First payment date it holds for.
    pub valid_from: NaiveDate,
    /// Whether it is an example.
    pub example: bool,
}

/// A distribution as it is kept: locked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DistributionRecord {
    /// This database's number.
    pub distribution_no: DistributionNo,
    /// 1 for the month's first run, then whatever comes.
    pub run: u32,
    /// What it did.
    pub made: NewDistribution,
    /// The audit event.
    pub event_no: EventNo,
}

/// What a distribution does, before the database has numbered it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDistribution {
    /// The client's id.
    pub id: String,
    /// The month of payment.
    pub month: Month,
    /// What it does.
    pub kind: DistributionKind,
    /// The distribution that it takes back.
    pub takes_back: Option<DistributionNo>,
    /// Business date.
    pub business_date: NaiveDate,
    /// Payments that were free, in öre.
    pub incoming: Ore,
    /// What the boards got.
    pub outgoing: Ore,
    /// What stayed on the observation account.
    pub suspense: Ore,
    /// The keys used.
    pub keys: Vec<UsedKey>,
}

impl std::ops::Deref for DistributionRecord {
    type Target = NewDistribution;
    fn deref(&self) -> &NewDistribution {
        &self.made
    }
}

impl FromRow for DistributionRecord {
    fn from_row(row: &Row<'_>) -> Result<DistributionRecord> {
        Ok(DistributionRecord {
            distribution_no: row.get("distribution_no")?,
            run: row.get("run")?,
            made: NewDistribution {
                id: row.get("id")?,
                month: row.get("month")?,
                kind: row.get("kind")?,
                takes_back: row.get("takes_back")?,
                business_date: row.get("business_date")?,
                incoming: row.get("in_ore")?,
                outgoing: row.get("out_ore")?,
                suspense: row.get("suspense_ore")?,
                keys: row.json("keys")?,
            },
            event_no: row.get("event_no")?,
        })
    }
}

const DISTRIBUTION: &str = "
    SELECT distribution_no, run, id, month, kind, takes_back, business_date, in_ore, out_ore,
           suspense_ore, keys, event_no
    FROM distribution";

impl Read<'_> {
    /// How each distribution stands. Shares are looked through only where a list waits for an order.
    pub fn run_standings(&self) -> Result<HashMap<DistributionNo, RunStanding>> {
        let sql = format!(
            "SELECT d.distribution_no, a.at, EXISTS (SELECT 1 FROM distribution_list g
                     JOIN list_progress p ON p.list_no = g.list_no AND p.unbooked > 0
                     WHERE g.distribution_no = d.distribution_no)
                 AND EXISTS (SELECT 1 FROM entry e
                 WHERE e.origin = 'distribution' AND e.origin_no = d.distribution_no
                   AND e.kind = 'distributed' AND {UNBOOKED}) AS unbooked,
                 EXISTS (SELECT 1 FROM booking_order o JOIN order_state s ON s.order_no = o.order_no
                     WHERE o.distribution_no = d.distribution_no AND s.state = 'handed-over')
                     AS handed_over,
                 (SELECT t.id FROM distribution t WHERE t.takes_back = d.distribution_no)
                     AS taken_back_by
             FROM distribution d JOIN audit_event a ON a.event_no = d.event_no"
        );
        let standings = self
            .db
            .map(&sql, &[], |row| Ok((row.get("distribution_no")?, RunStanding::from_row(row)?)))?;
        Ok(standings.into_iter().collect())
    }

    /// The distribution that has taken another back.
    pub fn taken_back_by(
        &self,
        distribution_no: DistributionNo,
    ) -> Result<Option<DistributionRecord>> {
        self.db.one(&format!("{DISTRIBUTION} WHERE takes_back = ?1"), &[&distribution_no])
    }

    /// The run with that id.
    pub fn distribution(&self, id: &str) -> Result<Option<DistributionRecord>> {
        self.db.one(&format!("{DISTRIBUTION} WHERE id = ?1"), &[&id])
    }

    /// The run with that number.
    ///
    /// # Errors
    /// When there is none.
    pub fn distribution_by_no(
        &self,
        distribution_no: DistributionNo,
    ) -> Result<DistributionRecord> {
        let numbered = format!("{DISTRIBUTION} WHERE distribution_no = ?1");
        self.db.one(&numbered, &[&distribution_no])?.ok_or(StoreError::Damaged("distribution"))
    }

    /// Every run, the newest first.
    pub fn distributions(&self) -> Result<Vec<DistributionRecord>> {
        self.db.all(&format!("{DISTRIBUTION} ORDER BY distribution_no DESC"), &[])
    }

    /// The ids of the runs that a list's rows lie in, the first first.
    pub fn distributions_of_list(&self, list_no: ListNo) -> Result<Vec<String>> {
        self.db.all(
            "SELECT id FROM distribution WHERE distribution_no IN
                 (SELECT distribution_no FROM distributed_row WHERE list_no = ?1)
             ORDER BY distribution_no",
            &[&list_no],
        )
    }

    /// What the boards got of each compensation in a month, corrections and all.
    pub fn month_shares(&self, month: Month) -> Result<Vec<MonthShare>> {
        self.db.all(
            "SELECT e.cost_centre, e.compensation, sum(e.amount_ore) AS amount_ore
             FROM distribution d JOIN entry e ON e.origin = 'distribution'
                  AND e.origin_no = d.distribution_no AND e.kind = 'distributed'
             WHERE d.month = ?1 AND e.cost_centre IS NOT NULL AND e.compensation IS NOT NULL
             GROUP BY e.cost_centre, e.compensation ORDER BY e.cost_centre, e.compensation",
            &[&month],
        )
    }
}

impl Write<'_> {
    /// Adds a run, and numbers it in the database and in its month.
    pub fn add_distribution(&self, made: NewDistribution) -> Result<DistributionRecord> {
        let run: u32 = self.db.only(
            "SELECT coalesce(max(run), 0) + 1 FROM distribution WHERE month = ?1",
            &[&made.month],
        )?;
        let event_no = self.event_no();
        let distribution_no = self.db.only(
            "INSERT INTO distribution (id, month, run, kind, takes_back, business_date, in_ore,
                                       out_ore, suspense_ore, keys, event_no)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) RETURNING distribution_no",
            &[
                &made.id,
                &made.month,
                &run,
                &made.kind,
                &made.takes_back,
                &made.business_date,
                &made.incoming,
                &made.outgoing,
                &made.suspense,
                &json(&made.keys)?,
                &event_no,
            ],
        )?;
        Ok(DistributionRecord { distribution_no, run, made, event_no })
    }

    /// Ends a distribution: sums what it gave of each list, and counts anew how far those lists and
    /// the ones of rows that it has ended have come.
    pub fn end_distribution(&self, distribution_no: DistributionNo) -> Result<()> {
        self.db.run(
            "INSERT INTO distribution_list (distribution_no, list_no, amount_ore)
             SELECT e.origin_no, e.list_no, sum(e.amount_ore) FROM entry e
             WHERE e.origin = 'distribution' AND e.origin_no = ?1 AND e.kind = 'distributed'
             GROUP BY e.origin_no, e.list_no",
            &[&distribution_no],
        )?;
        self.count_shares_of_distribution(distribution_no)
    }
}
