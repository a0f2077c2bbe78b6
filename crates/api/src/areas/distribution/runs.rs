//! Runs as they stand: drafts, what is locked, what is taken back.

use app::App;
use app::distributing::{Compared, DistributionOutcome, Shares};
use app::model::DraftRun;
use domain::Month;
use domain::distribution::DistributionKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::matrix::{board_columns, matrix, row_counts};
use super::{
    BoardColumn, Distributed, DistributionRequest, MatrixGroup, Nothing, RunBrief, ShareSum,
    Suspended, run_brief, suspended,
};
use crate::ErrorReply;
use crate::areas::diagnostics;
use crate::error::Outcome;

/// A draft of a run in short.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DraftBrief {
    /// Its id; the run gets it when it is locked.
    pub distribution: String,
    /// The month, `yyyy-mm`.
    pub month: String,
    /// What the boards would get.
    pub out_ore: i64,
    /// What would stay on the observation account.
    pub suspense_ore: i64,
}

impl From<&DraftRun> for DraftBrief {
    fn from(draft: &DraftRun) -> DraftBrief {
        DraftBrief {
            distribution: draft.id.clone(),
            month: draft.month.to_string(),
            out_ore: draft.outgoing.0,
            suspense_ore: draft.suspense.0,
        }
    }
}

/// Every run, the newest first, and every draft.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Runs {
    /// Drafts, by month.
    pub drafts: Vec<DraftBrief>,
    /// What is locked, and what has taken it back or corrected it.
    pub runs: Vec<RunBrief>,
}

/// What a board gets of a compensation in a month, beside what it got in the one before.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ComparedSum {
    /// Cost centre.
    pub cost_centre: String,
    /// The board's name.
    pub board: String,
    /// Compensation.
    pub compensation: String,
    /// Its short name.
    pub name: String,
    /// The month before.
    pub before_ore: i64,
    /// This month.
    pub now_ore: i64,
    /// How much more this month has.
    pub difference_ore: i64,
}

/// What a draft comes to now.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DraftRunView {
    /// In short, as it was when it was made.
    pub brief: DraftBrief,
    /// `oktober 2026`.
    pub month_name: String,
    /// Whether it comes to something else by now, so that it cannot be locked.
    pub changed: bool,
    /// Payments that are free.
    pub in_ore: i64,
    /// What the boards would get.
    pub out_ore: i64,
    /// What would stay on the observation account.
    pub suspense_ore: i64,
    /// Net per board and compensation.
    pub shares: Vec<ShareSum>,
    /// Payment rows.
    pub rows: u64,
    /// Of them, positive.
    pub paid_rows: u64,
    /// Of them, negative.
    pub clawback_rows: u64,
    /// Sum of the positive rows over all boards.
    pub paid_ore: i64,
    /// Sum of the negative rows over all boards.
    pub clawback_ore: i64,
    /// Boards as columns.
    pub boards: Vec<BoardColumn>,
    /// Compensations as rows, by activity.
    pub groups: Vec<MatrixGroup>,
    /// What would stay, row by row.
    pub suspended: Vec<Suspended>,
    /// The month beside the one before.
    pub compared: Vec<ComparedSum>,
}

/// Takes a run back.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct TakeBackRequest {
    /// The run's id.
    pub distribution: String,
    /// Why.
    pub reason: String,
    /// The client's id for what takes it back, a UUID; none: a new one.
    #[serde(default)]
    pub id: Option<String>,
}

/// A run that was taken back.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TakenBackView {
    /// How it ended.
    pub outcome: Outcome,
    /// The id of the distribution that holds the opposite entries.
    pub distribution: String,
    /// What is free to be shared again.
    pub freed_ore: i64,
    /// The numbers of its orders, none of which is in force any more.
    pub withdrawn_orders: Vec<String>,
    /// Cost centres of the boards whose printed statements are void.
    pub void_statements: Vec<String>,
}

pub(super) fn share_sums(shares: &Shares) -> Vec<ShareSum> {
    let sum = |((centre, compensation), amount): (&(_, _), &domain::Ore)| {
        let (centre, compensation): (
            &domain::person::CostCentre,
            &domain::codes::CompensationCode,
        ) = (centre, compensation);
        ShareSum {
            cost_centre: centre.0.clone(),
            compensation: compensation.0.clone(),
            amount_ore: amount.0,
        }
    };
    shares.iter().map(sum).collect()
}

pub(super) fn compared(
    app: &App,
    month: Month,
    draft: &Shares,
) -> Result<Vec<ComparedSum>, ErrorReply> {
    let law = app.law()?;
    let boards = app.boards()?;
    let sum = |one: Compared| {
        let board = boards.iter().find(|(centre, _)| *centre == one.cost_centre);
        let found = law.get(&one.compensation);
        ComparedSum {
            board: board.map_or_else(|| one.cost_centre.0.clone(), |(_, name)| name.clone()),
            name: found.map_or_else(|| one.compensation.0.clone(), |c| c.short_name.clone()),
            cost_centre: one.cost_centre.0,
            compensation: one.compensation.0,
            before_ore: one.before.0,
            now_ore: one.now.0,
            difference_ore: (one.now - one.before).0,
        }
    };
    Ok(app.compared(month, draft)?.into_iter().map(sum).collect())
}

/// Whether something was shared or nothing was there, and no money stays for want of a key: that is
/// for the city to decide, not for whoever settles the rows.
fn ended_well(shared: bool, outcome: &DistributionOutcome) -> bool {
    let wants_key = |row: &app::model::SuspendedRow| {
        domain::distribution::SuspenseReason::is_for_want_of_key(&row.reason)
    };
    (shared || outcome.suspended.is_empty()) && !outcome.suspended.iter().any(wants_key)
}

/// What a run did, or a draft would do.
pub(super) fn distributed(
    app: &App,
    month: Month,
    outcome: &DistributionOutcome,
) -> Result<Distributed, ErrorReply> {
    let record = outcome.distribution.as_ref();
    let nothing = Shares::new();
    let of_draft = if record.is_none() { &outcome.shares } else { &nothing };
    let id = record.map(|record| record.id.clone()).or_else(|| outcome.draft.clone());
    let state = if record.is_some() { "locked" } else { "draft" };
    let found = app.nothing_to_distribute(month, outcome)?;
    Ok(Distributed {
        outcome: match found.is_none() && ended_well(id.is_some(), outcome) {
            true => Outcome::Done,
            false => Outcome::Findings,
        },
        state: id.as_ref().map(|_| state.to_owned()),
        distribution: id,
        run: record.map(|record| record.run),
        in_ore: outcome.incoming.0,
        out_ore: outcome.outgoing.0,
        suspense_ore: outcome.suspense.0,
        shares: share_sums(&outcome.shares),
        suspended: suspended(app, outcome)?,
        compared: compared(app, month, of_draft)?,
        findings: diagnostics(found.as_slice()),
    })
}

/// Every run and every draft.
///
/// # Errors
/// When the database cannot be read.
pub fn list(app: &mut App, _: Nothing) -> Result<Runs, ErrorReply> {
    let runs = app.runs()?;
    let drafts = app.draft_runs()?;
    Ok(Runs {
        drafts: drafts.iter().map(DraftBrief::from).collect(),
        runs: runs.iter().map(|(record, standing)| run_brief(record, standing)).collect(),
    })
}

/// A draft as it comes out now.
///
/// # Errors
/// When there is no such draft, or the database cannot be read.
pub fn draft(app: &mut App, request: DistributionRequest) -> Result<DraftRunView, ErrorReply> {
    let draft = app.draft_run(&request.distribution)?;
    let app::distributing::DraftContent { outcome, shares, changed } = app.draft_content(&draft)?;
    let (rows, paid_rows, clawback_rows) = row_counts(&shares);
    let boards = board_columns(app, &shares)?;
    Ok(DraftRunView {
        brief: DraftBrief::from(&draft),
        month_name: crate::format::month(draft.month),
        changed,
        in_ore: outcome.incoming.0,
        out_ore: outcome.outgoing.0,
        suspense_ore: outcome.suspense.0,
        shares: share_sums(&outcome.shares),
        rows,
        paid_rows,
        clawback_rows,
        paid_ore: boards.iter().map(|board| board.paid_ore).sum(),
        clawback_ore: boards.iter().map(|board| board.clawback_ore).sum(),
        boards,
        groups: matrix(app, &shares, &app.accounts()?)?,
        suspended: suspended(app, &outcome)?,
        compared: compared(app, draft.month, &outcome.shares)?,
    })
}

/// Locks a draft.
///
/// # Errors
/// When there is none, or it comes to something else by now.
pub fn lock(app: &mut App, request: DistributionRequest) -> Result<Distributed, ErrorReply> {
    let outcome = app.lock_distribution(&request.distribution)?;
    let month = match &outcome.distribution {
        Some(record) => record.month,
        None => app.draft_run(&request.distribution)?.month,
    };
    distributed(app, month, &outcome)
}

/// Throws a draft away.
///
/// # Errors
/// When there is none.
pub fn discard(app: &mut App, request: DistributionRequest) -> Result<Runs, ErrorReply> {
    app.discard_distribution(&request.distribution)?;
    list(app, Nothing {})
}

/// Takes a run or a correction back.
///
/// # Errors
/// When no reason is given, or it cannot be taken back any more.
pub fn take_back(app: &mut App, request: TakeBackRequest) -> Result<TakenBackView, ErrorReply> {
    let id = request.id.unwrap_or_else(app::new_id);
    let done = app.take_distribution_back(&request.distribution, &id, &request.reason)?;
    Ok(TakenBackView {
        outcome: Outcome::Done,
        distribution: done.distribution,
        freed_ore: done.freed.0,
        withdrawn_orders: done.withdrawn_orders,
        void_statements: done.void_statements.into_iter().map(|centre| centre.0).collect(),
    })
}

pub(super) fn takes_back(kind: DistributionKind) -> bool {
    matches!(kind, DistributionKind::Reversal | DistributionKind::TakingBack)
}
