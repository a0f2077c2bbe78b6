//! Runs as they are looked at: by month, and one with all that belongs to it.

use std::collections::BTreeMap;

use domain::Month;
use store::audit::AuditEvent;
use store::distributions::{DistributionRecord, DraftRun, FreeSums, RunStanding};
use store::lists::ListState;
use store::orders::OrderRecord;

use super::DistributionOutcome;
use super::shares::{self, RowShare};
use crate::{App, Result};

/// A run and how far it has come.
pub type Run = (DistributionRecord, RunStanding);

/// A month with payments or runs.
#[derive(Clone, Debug)]
pub struct MonthStands {
    /// The month in which the payments came.
    pub month: Month,
    /// Payments that no run has shared.
    pub free: FreeSums,
    /// The draft that is being looked at.
    pub draft: Option<DraftRun>,
    /// Its runs, the newest first.
    pub runs: Vec<Run>,
}

/// What belongs to a run.
#[derive(Clone, Debug)]
pub struct RunContent {
    /// What it shared.
    pub shares: Vec<RowShare>,
    /// Who made it, and when.
    pub made: AuditEvent,
    /// Its orders.
    pub orders: Vec<OrderRecord>,
    /// How far it has come.
    pub standing: RunStanding,
}

/// What a draft comes to now.
#[derive(Clone, Debug)]
pub struct DraftContent {
    /// What locking it would do.
    pub outcome: DistributionOutcome,
    /// Row by row.
    pub shares: Vec<RowShare>,
    /// Whether it is something else than when the draft was made.
    pub changed: bool,
}

impl App {
    /// Every run with how far it has come, the newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn runs(&self) -> Result<Vec<Run>> {
        let read = self.read();
        let mut standings = read.run_standings()?;
        let with = |record: DistributionRecord| {
            let standing = standings.remove(&record.distribution_no).unwrap_or_default();
            (record, standing)
        };
        Ok(read.distributions()?.into_iter().map(with).collect())
    }

    /// Every draft of a run.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn draft_runs(&self) -> Result<Vec<DraftRun>> {
        Ok(self.read().draft_runs()?)
    }

    /// Months with payments or runs, the newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn months_standing(&self) -> Result<Vec<MonthStands>> {
        let read = self.read();
        let committed = |list: &store::lists::ListRecord| list.state == ListState::Committed;
        let paid = read.lists()?.into_iter().filter(committed);
        let paid = paid.filter_map(|list| Some((Month::of(list.payment_date?), Vec::new())));
        let mut months: BTreeMap<Month, Vec<Run>> = paid.collect();
        for run in self.runs()? {
            months.entry(run.0.month).or_default().push(run);
        }
        let free = read.free_sums()?;
        let drafts = read.draft_runs()?;
        let stands = |(month, runs)| MonthStands {
            month,
            free: free.get(&month).copied().unwrap_or_default(),
            draft: drafts.iter().find(|draft| draft.month == month).cloned(),
            runs,
        };
        Ok(months.into_iter().rev().map(stands).collect())
    }

    /// What belongs to a run.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn run_content(&self, run: &DistributionRecord) -> Result<RunContent> {
        let read = self.read();
        Ok(RunContent {
            shares: shares::kept(read.distributed_entries(run.distribution_no)?)?,
            made: read.audit_event(run.event_no)?,
            orders: read.orders_of(run.distribution_no)?,
            standing: read.run_standings()?.remove(&run.distribution_no).unwrap_or_default(),
        })
    }
}
