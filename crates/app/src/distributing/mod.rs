//! Sharing payments between the boards: runs and their drafts, what takes them back, what corrects
//! them.

mod correcting;
mod explaining;
mod judging;
mod run;
mod seen;
mod shares;
mod taking_back;

use std::collections::BTreeMap;

use domain::codes::CompensationCode;
use domain::distribution::DistributionKind;
use domain::person::CostCentre;
use domain::{Finding, FindingCode, Month, Ore};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use store::distributions::{DistributionRecord, DraftRun, NewDistribution, SuspendedRow};
use store::{Changed, Ending, EventNo, Write};

pub use correcting::{Cause, Corrected, Remedy, Settled, WrongRow};
pub use explaining::{ShareBasis, ShareExplanation};
pub use seen::{DraftContent, MonthStands, Run, RunContent};
pub use shares::RowShare;
pub use taking_back::TakenBack;

use crate::backup::refuse_while_restored;
use crate::error::{AppError, RefusalCode};
use crate::{Action, App, Result};
pub(crate) use run::work_out_by;
use run::{SharedRow, WorkedOut, keep_shared, used_keys, work_out};

/// Net per board and compensation.
pub type Shares = BTreeMap<(CostCentre, CompensationCode), Ore>;

/// What a board gets of a compensation in a month, beside what it got in the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The board.
    pub cost_centre: CostCentre,
    /// Compensation.
    pub compensation: CompensationCode,
    /// The month before.
    pub before: Ore,
    /// This month: every run and correction that stands, and the draft.
    pub now: Ore,
}

/// What a run did, or would have done had anything been free.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DistributionOutcome {
    /// The run; none when no payment could be distributed, and for a draft.
    pub distribution: Option<DistributionRecord>,
    /// The id of the draft, while it is one.
    pub draft: Option<String>,
    /// Payments that were free, in öre.
    pub incoming: Ore,
    /// What the boards got.
    pub outgoing: Ore,
    /// What stays on the observation account.
    pub suspense: Ore,
    /// What stays, row by row.
    pub suspended: Vec<SuspendedRow>,
    /// Net per board and compensation.
    pub shares: Shares,
}

impl App {
    /// Shares the payments of the month's lists that nothing has shared, and locks the run.
    /// Everything that cannot be shared stays on the observation account with its reason;
    /// in = out + suspense. A match that no longer rests on the register is opened.
    ///
    /// `id` is the client's: asked for again, the run that has it is told and nothing is done.
    ///
    /// # Errors
    /// When the id is that of a run of another month, or the database cannot be written.
    pub fn distribute(&mut self, month: Month, id: &str) -> Result<DistributionOutcome> {
        self.change(Action::Distribute, |write| {
            if let Some(done) = write.distribution(id)? {
                AppError::require_same(done.month == month, id)?;
                return Ok(Ending::Nothing(self.distribution_outcome(done)?));
            }
            refuse_while_restored(write)?;
            self.keep_run(write, month, id, work_out(write, month)?)
        })
    }

    /// The finding that a month has nothing to share, where a run of it found nothing and none was made
    /// before.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn nothing_to_distribute(
        &self,
        month: Month,
        outcome: &DistributionOutcome,
    ) -> Result<Option<Finding>> {
        let made = outcome.distribution.is_some() || outcome.draft.is_some();
        let read = self.read();
        if made
            || !outcome.suspended.is_empty()
            || read.distributions()?.iter().any(|run| run.month == month)
        {
            return Ok(None);
        }
        Ok(Some(Finding::of_month(FindingCode::NothingToDistribute, month)))
    }

    /// Works a run of the month out without locking it. The draft holds nothing: it is worked out
    /// again whenever it is looked at, and takes the place of an earlier one of the month.
    ///
    /// # Errors
    /// When the id is that of a run, or of another month's draft.
    pub fn draft_distribution(&mut self, month: Month, id: &str) -> Result<DistributionOutcome> {
        self.change(Action::DraftDistribution, |write| {
            AppError::require_same(write.distribution(id)?.is_none(), id)?;
            if let Some(draft) = write.draft_run(id)? {
                AppError::require_same(draft.month == month, id)?;
                return Ok(Ending::Nothing(self.draft_content(&draft)?.outcome));
            }
            refuse_while_restored(write)?;
            let worked_out = work_out(write, month)?;
            let draft = DraftRun {
                id: id.to_owned(),
                month,
                incoming: worked_out.outcome.incoming,
                outgoing: worked_out.outcome.outgoing,
                suspense: worked_out.outcome.suspense,
                digest: worked_out.digest()?,
                event_no: EventNo(0),
            };
            let mut value = worked_out.outcome;
            if worked_out.shared.is_empty() {
                return Ok(Ending::Nothing(value));
            }
            write.put_draft_run(&draft)?;
            value.draft = Some(id.to_owned());
            let detail = json!({
                "month": month, "in_ore": draft.incoming, "suspense_ore": draft.suspense,
                "draft_ore": draft.outgoing,
            });
            Ok(Ending::Changed(Changed { value, object: id.to_owned(), detail }))
        })
    }

    /// Locks a draft as it was looked at. One that is locked already is told.
    ///
    /// # Errors
    /// When there is no such draft, or a run of the month would come to something else by now.
    pub fn lock_distribution(&mut self, id: &str) -> Result<DistributionOutcome> {
        self.change(Action::Distribute, |write| {
            if let Some(done) = write.distribution(id)? {
                return Ok(Ending::Nothing(self.distribution_outcome(done)?));
            }
            refuse_while_restored(write)?;
            let draft = self.draft_run(id)?;
            let worked_out = work_out(write, draft.month)?;
            if worked_out.digest()? != draft.digest {
                let now = &worked_out.outcome;
                return Err(AppError::refused(RefusalCode::DraftRunChanged)
                    .with("out_before_ore", draft.outgoing.0)
                    .with("out_now_ore", now.outgoing.0)
                    .with("suspense_before_ore", draft.suspense.0)
                    .with("suspense_now_ore", now.suspense.0));
            }
            self.keep_run(write, draft.month, id, worked_out)
        })
    }

    /// Throws a draft away.
    ///
    /// # Errors
    /// When there is no such draft.
    pub fn discard_distribution(&mut self, id: &str) -> Result<()> {
        self.change(Action::DraftDistribution, |write| {
            let draft = self.draft_run(id)?;
            write.remove_draft_run(draft.month)?;
            let detail = json!({ "month": draft.month, "discarded": true });
            Ok(Changed { value: (), object: draft.id, detail })
        })
    }

    /// The draft with that id.
    ///
    /// # Errors
    /// When there is none, or the database cannot be read.
    pub fn draft_run(&self, id: &str) -> Result<DraftRun> {
        let draft = self.read().draft_run(id)?;
        draft.ok_or_else(|| AppError::refused(RefusalCode::NoSuchDistribution))
    }

    /// What a draft comes to now.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn draft_content(&self, draft: &DraftRun) -> Result<DraftContent> {
        let worked_out = work_out(&self.read(), draft.month)?;
        Ok(DraftContent {
            changed: worked_out.digest()? != draft.digest,
            shares: shares::drafted(&worked_out.shared),
            outcome: DistributionOutcome { draft: Some(draft.id.clone()), ..worked_out.outcome },
        })
    }

    /// Keeps a run and opens the matches that it could not trust.
    fn keep_run(
        &self,
        write: &Write<'_>,
        month: Month,
        id: &str,
        worked_out: WorkedOut,
    ) -> Result<Ending<DistributionOutcome>> {
        let WorkedOut { shared, reopened, outcome } = worked_out;
        for (list_no, opened) in &reopened {
            write.put_matches(*list_no, opened)?;
        }
        if shared.is_empty() && reopened.is_empty() {
            return Ok(Ending::Nothing(outcome));
        }
        if shared.is_empty() {
            let detail = json!({ "month": month, "reopened": outcome.suspended.len() });
            let changed = Changed { value: outcome, object: month.to_string(), detail };
            return self.as_another(Action::MatchList, changed);
        }
        write.remove_draft_run(month)?;
        let record = write.add_distribution(NewDistribution {
            id: id.to_owned(),
            month,
            kind: DistributionKind::Run,
            takes_back: None,
            business_date: self.today,
            incoming: outcome.incoming,
            outgoing: outcome.outgoing,
            suspense: outcome.suspense,
            keys: used_keys(&shared),
        })?;
        for row in &shared {
            keep_shared(write, record.distribution_no, row, &row.shares, self.wording.as_ref())?;
        }
        for row in &outcome.suspended {
            write.add_suspended_row(record.distribution_no, row)?;
        }
        write.end_distribution(record.distribution_no)?;
        let detail = json!({
            "month": record.month, "run": record.run, "rows": shared.len(),
            "suspended": outcome.suspended.len(), "in_ore": record.incoming,
            "out_ore": record.outgoing, "suspense_ore": record.suspense,
        });
        let object = record.made.id.clone();
        let value = self.distribution_outcome(record)?;
        Ok(Ending::Changed(Changed { value, object, detail }))
    }

    /// The distribution with that id.
    ///
    /// # Errors
    /// When there is none, or the database cannot be read.
    pub fn distribution(&self, id: &str) -> Result<DistributionRecord> {
        self.read()
            .distribution(id)?
            .ok_or_else(|| AppError::refused(RefusalCode::NoSuchDistribution))
    }

    /// What a distribution that is kept did.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn distribution_outcome(&self, done: DistributionRecord) -> Result<DistributionOutcome> {
        let read = self.read();
        let mut shares = BTreeMap::new();
        for entry in read.distributed_entries(done.distribution_no)? {
            if let (Some(centre), Some(compensation)) = (entry.cost_centre, entry.compensation) {
                *shares.entry((centre, CompensationCode(compensation))).or_insert(Ore::ZERO) +=
                    entry.amount;
            }
        }
        Ok(DistributionOutcome {
            incoming: done.incoming,
            outgoing: done.outgoing,
            suspense: done.suspense,
            suspended: read.suspended_rows(done.distribution_no)?,
            shares,
            distribution: Some(done),
            draft: None,
        })
    }

    /// A month beside the one before, by board and compensation; `draft` is what a draft would add.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn compared(&self, month: Month, draft: &Shares) -> Result<Vec<Compared>> {
        let read = self.read();
        let mut sums: BTreeMap<(CostCentre, CompensationCode), (Ore, Ore)> = BTreeMap::new();
        for share in read.month_shares(month.before())? {
            sums.entry((share.cost_centre, share.compensation)).or_default().0 += share.amount;
        }
        for share in read.month_shares(month)? {
            sums.entry((share.cost_centre, share.compensation)).or_default().1 += share.amount;
        }
        for (of, amount) in draft {
            sums.entry(of.clone()).or_default().1 += *amount;
        }
        let compared = sums.into_iter().map(|((cost_centre, compensation), (before, now))| {
            Compared { cost_centre, compensation, before, now }
        });
        Ok(compared.collect())
    }
}

impl WorkedOut {
    /// Over every share, so that a draft is locked as it was seen or not at all.
    fn digest(&self) -> Result<String> {
        let rows: Vec<Value> = self.shared.iter().map(SharedRow::told).collect();
        let suspended =
            self.outcome.suspended.iter().map(|row| json!([row.list_no.0, row.line, row.reason]));
        let told = json!({ "shared": rows, "suspended": suspended.collect::<Vec<_>>() });
        let digest = Sha256::digest(told.to_string());
        Ok(digest.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}
