//! Requests and responses. Fördela.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::runs::{ComparedSum, DraftBrief};
use crate::ErrorReply;
use crate::areas::booking::OrderBrief;
use crate::areas::{Diagnostic, WrittenFile};
use crate::error::Outcome;

/// Distributes a month.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DistributeRequest {
    /// The month of payment, `yyyy-mm`.
    pub month: String,
    /// The client's id for the run, a UUID; none: a new one.
    pub id: Option<String>,
    /// Whether to stop before the run is locked: a draft, to be looked at.
    #[serde(default)]
    pub draft: bool,
}

/// What one board gets of one compensation.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ShareSum {
    /// Cost centre.
    pub cost_centre: String,
    /// Compensation.
    pub compensation: String,
    /// Net amount.
    pub amount_ore: i64,
}

/// A row that stays on the observation account.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Suspended {
    /// The list's id.
    pub list: String,
    /// The file's own name.
    pub file: String,
    /// Line in the file.
    pub line: u32,
    /// Amount.
    pub amount_ore: i64,
    /// Stable code of the reason.
    pub reason_code: String,
    /// The reason in words.
    pub reason: String,
}

/// What a run did.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Distributed {
    /// How it ended: findings where nothing could be distributed of what there is.
    pub outcome: Outcome,
    /// The run's id, or the draft's; none when nothing could be distributed.
    pub distribution: Option<String>,
    /// The month's run number; a draft has none.
    pub run: Option<u32>,
    /// `locked` or `draft`; none when nothing could be distributed.
    pub state: Option<String>,
    /// Payments that were free.
    pub in_ore: i64,
    /// What the boards got.
    pub out_ore: i64,
    /// What stays on the observation account.
    pub suspense_ore: i64,
    /// Net per board and compensation.
    pub shares: Vec<ShareSum>,
    /// What stays, row by row.
    pub suspended: Vec<Suspended>,
    /// The month beside the one before.
    pub compared: Vec<ComparedSum>,
    /// What was found of the month: that there is nothing to share.
    pub findings: Vec<Diagnostic>,
}

/// A run in short.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RunBrief {
    /// Its id.
    pub distribution: String,
    /// The month, `yyyy-mm`.
    pub month: String,
    /// The month's run number.
    pub run: u32,
    /// `run`, `reversal` (of a list), `taking-back` or `correction`.
    pub kind: String,
    /// Whether it takes back.
    pub reversal: bool,
    /// `locked` or `taken-back`.
    pub state: String,
    /// The id of the distribution that has taken it back.
    pub taken_back_by: Option<String>,
    /// Whether anything of it has been handed over.
    pub handed_over: bool,
    /// What the boards got.
    pub out_ore: i64,
    /// What stayed on the observation account.
    pub suspense_ore: i64,
    /// Moment of the run, UTC.
    pub at: String,
    /// Whether something of it waits for a booking order.
    pub unbooked: bool,
}

/// A month with payments or runs.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MonthView {
    /// `yyyy-mm`.
    pub month: String,
    /// `oktober 2026`.
    pub name: String,
    /// Payments that no run has distributed.
    pub free_rows: u64,
    /// Their sum.
    pub free_ore: i64,
    /// Of them, matched.
    pub ready_rows: u64,
    /// The month's draft.
    pub draft: Option<DraftBrief>,
    /// The month's runs, the newest first.
    pub runs: Vec<RunBrief>,
}

/// Months with payments or runs, the newest first.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Months {
    /// The months.
    pub months: Vec<MonthView>,
}

/// Names a run.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DistributionRequest {
    /// Its id.
    pub distribution: String,
}

/// A board as a column.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BoardColumn {
    /// Cost centre.
    pub cost_centre: String,
    /// The board's name.
    pub board: String,
    /// Positive rows.
    pub paid_ore: i64,
    /// Negative rows.
    pub clawback_ore: i64,
    /// Both.
    pub net_ore: i64,
}

/// What one board gets of one compensation.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MatrixCell {
    /// Cost centre.
    pub cost_centre: String,
    /// Net amount.
    pub amount_ore: i64,
    /// Whether it holds öre that rounding left.
    pub remainder: bool,
}

/// A compensation as a row.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MatrixRow {
    /// Compensation.
    pub compensation: String,
    /// Its short name.
    pub name: String,
    /// The key's shares in words.
    pub key: String,
    /// Payment rows.
    pub rows: u64,
    /// Boards that get something.
    pub cells: Vec<MatrixCell>,
    /// Sum over the boards.
    pub sum_ore: i64,
}

/// Compensations that share an activity.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MatrixGroup {
    /// Activity; empty where none is set.
    pub activity: String,
    /// Its name.
    pub name: String,
    /// Compensations.
    pub rows: Vec<MatrixRow>,
}

/// A key that a run used.
#[derive(Clone, Debug, Serialize, TS)]
pub struct UsedKey {
    /// The decision's number.
    pub decision_number: String,
    /// First payment date it holds for.
    pub valid_from: String,
    /// Whether it is an example.
    pub example: bool,
}

/// A list of a run.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RunList {
    /// The list's id.
    pub list: String,
    /// The file's own name.
    pub file: String,
    /// Last payment date.
    pub payment_date: Option<String>,
    /// What the bank credited.
    pub bank_ore: Option<i64>,
    /// List less bank.
    pub difference_ore: Option<i64>,
}

/// A run with its matrix.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DistributionView {
    /// In short.
    pub brief: RunBrief,
    /// `oktober 2026`.
    pub month_name: String,
    /// Moment of the run, UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// Payments that were free.
    pub in_ore: i64,
    /// Payment rows.
    pub rows: u64,
    /// Sum of the positive rows over all boards.
    pub paid_ore: i64,
    /// Sum of the negative rows over all boards.
    pub clawback_ore: i64,
    /// Of them, positive.
    pub paid_rows: u64,
    /// Of them, negative.
    pub clawback_rows: u64,
    /// Öre that rounding left, in all.
    pub remainder_ore: i64,
    /// Rows in which it left some.
    pub remainder_rows: u64,
    /// The keys used.
    pub keys: Vec<UsedKey>,
    /// The lists.
    pub lists: Vec<RunList>,
    /// Boards as columns.
    pub boards: Vec<BoardColumn>,
    /// Compensations as rows, by activity.
    pub groups: Vec<MatrixGroup>,
    /// What stayed on the observation account.
    pub suspended: Vec<Suspended>,
    /// Its orders, the newest first.
    pub orders: Vec<OrderBrief>,
    /// The observation account.
    pub observation_account: Option<String>,
    /// Whether the bank's own file has booked the credit.
    pub bank_already_booked: bool,
    /// The number that the next order gets.
    pub next_number: String,
    /// The accounting period that is proposed, `yyyymm`.
    pub proposed_period: String,
    /// The vouchers that the next order would hold; none where nothing is left to book.
    pub proposed_vouchers: Vec<ProposedVoucher>,
    /// Why no order can be made as things are set.
    pub order_fault: Option<ErrorReply>,
    /// Cost centres of the boards whose statements have been written.
    pub statements_written: Vec<String>,
    /// Those of them that are void, since the run was taken back.
    pub void_statements: Vec<String>,
    /// The month beside the one before.
    pub compared: Vec<ComparedSum>,
}

/// A voucher that the next order would hold.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ProposedVoucher {
    /// Its text.
    pub text: String,
    /// How many postings.
    pub postings: u64,
    /// Sum of the debit postings.
    pub debit_ore: i64,
}

/// Names a cell of the matrix.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CellRequest {
    /// The run's id, or the draft's.
    pub distribution: String,
    /// Cost centre.
    pub cost_centre: String,
    /// Compensation.
    pub compensation: String,
}

/// One board's part of a row.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SharePart {
    /// Cost centre.
    pub cost_centre: String,
    /// The board's name.
    pub board: String,
    /// Whether the key said "the person's board".
    pub persons_board: bool,
    /// Per cent.
    pub percent: String,
    /// Before rounding, in kronor, as it is written.
    pub uncut: String,
    /// Rounded down.
    pub rounded_ore: i64,
    /// Öre that came on top.
    pub remainder_ore: i64,
}

/// How one row was shared.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CellBlock {
    /// The list's id.
    pub list: String,
    /// The file's own name.
    pub file: String,
    /// Line in the file.
    pub line: u32,
    /// The register's own Person-id.
    pub person: Option<String>,
    /// Family and given name.
    pub person_name: Option<String>,
    /// First day of the period.
    pub period_from: Option<String>,
    /// Last day of the period, inclusive.
    pub period_until: Option<String>,
    /// The whole row.
    pub row_ore: i64,
    /// Every board's part.
    pub parts: Vec<SharePart>,
    /// The explanation of the board's part as it was kept.
    pub text: String,
    /// What the board got.
    pub amount_ore: i64,
}

/// Why a board gets what it gets of a compensation.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CellExplanation {
    /// Compensation.
    pub compensation: String,
    /// Its short name.
    pub name: String,
    /// Its full name.
    pub full_name: String,
    /// Ordinance and section.
    pub law: String,
    /// Cost centre.
    pub cost_centre: String,
    /// The board's name.
    pub board: String,
    /// One block per row.
    pub blocks: Vec<CellBlock>,
    /// Sum.
    pub amount_ore: i64,
}

/// Writes distribution statements.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct StatementRequest {
    /// The run's id.
    pub distribution: String,
    /// Cost centre; none: every board.
    pub cost_centre: Option<String>,
    /// File of the one board's statement: its ending decides the format (`pdf` or `xlsx`). For
    /// every board: the folder, in which both formats are written.
    pub path: String,
}

/// Files that have been written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WrittenFiles {
    /// The files.
    pub files: Vec<WrittenFile>,
}
