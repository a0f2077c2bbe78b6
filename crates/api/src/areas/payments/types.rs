//! Requests and responses. Payment lists.

use std::collections::BTreeMap;

use app::model::StateSum;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::areas::Diagnostic;
use crate::error::Outcome;

/// The step of the main job that a list waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ListStep {
    /// Granska: rows wait for decisions, or the list for being taken in.
    Review,
    /// Matcha.
    Match,
    /// Fördela.
    Distribute,
    /// Skapa bokföringsorder.
    Book,
    /// Överför.
    HandOver,
    /// Everything is handed over.
    Done,
    /// Taken back.
    Reversed,
}

impl From<app::payments::ListStep> for ListStep {
    fn from(step: app::payments::ListStep) -> ListStep {
        use app::payments::ListStep as Step;
        match step {
            Step::Review => ListStep::Review,
            Step::Match => ListStep::Match,
            Step::Distribute => ListStep::Distribute,
            Step::Book => ListStep::Book,
            Step::HandOver => ListStep::HandOver,
            Step::Done => ListStep::Done,
            Step::Reversed => ListStep::Reversed,
        }
    }
}

/// A list in a list of lists.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ListSummary {
    /// Its id.
    pub list: String,
    /// The file's own name.
    pub file: String,
    /// The import profile's name.
    pub profile: String,
    /// `draft`, `committed` or `reversed`.
    pub state: String,
    /// What it waits for.
    pub step: ListStep,
    /// Last payment date of its rows.
    pub payment_date: Option<String>,
    /// Business date of the reading.
    pub read_on: String,
    /// Rows in all.
    pub rows: u64,
    /// Rows that wait for a decision.
    pub open_rows: u64,
    /// Payments that are not matched.
    pub unmatched_rows: u64,
    /// Sum of the rows that are or become payments.
    pub net_ore: i64,
    /// Sum of every row whose amount can be read.
    pub file_ore: i64,
    /// What the bank credited.
    pub bank_ore: Option<i64>,
    /// List less bank; of a draft the whole file less bank.
    pub difference_ore: Option<i64>,
}

/// Every list, the newest first.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Lists {
    /// The lists.
    pub lists: Vec<ListSummary>,
}

/// Rows and their sum.
#[derive(Clone, Copy, Debug, Default, Serialize, TS)]
pub struct RowSum {
    /// Rows.
    pub rows: u64,
    /// Rows with an amount.
    pub readable: u64,
    /// Sum of the amounts.
    pub net_ore: i64,
}

impl From<StateSum> for RowSum {
    fn from(sum: StateSum) -> RowSum {
        RowSum { rows: sum.rows, readable: sum.readable, net_ore: sum.net().0 }
    }
}

/// How many rows each filter of the review shows.
#[derive(Clone, Copy, Debug, Default, Serialize, TS)]
pub struct FilterCounts {
    /// All rows.
    pub all: u64,
    /// Rows that wait for a decision.
    pub open: u64,
    /// Of them, with an error.
    pub errors: u64,
    /// Of them, with warnings only.
    pub warnings: u64,
    /// Corrected rows.
    pub corrected: u64,
    /// Parked rows.
    pub parked: u64,
    /// Rows whose warnings were accepted.
    pub accepted: u64,
    /// Rows without remark.
    pub clean: u64,
}

/// A list with its totals.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ListView {
    /// What stands in the list of lists.
    pub summary: ListSummary,
    /// `text` or `xlsx`.
    pub container: String,
    /// Encoding of a text.
    pub encoding: Option<String>,
    /// Separator of a text.
    pub separator: Option<String>,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Size of the file in bytes.
    pub bytes: u64,
    /// Header texts of columns that are not read.
    pub unknown_columns: Vec<String>,
    /// Everything in the file.
    pub file_sum: RowSum,
    /// What is or becomes payments.
    pub taken: RowSum,
    /// What is parked.
    pub parked: RowSum,
    /// What waits for a decision.
    pub left: RowSum,
    /// Rows per filter.
    pub counts: FilterCounts,
    /// What was found about the list as a whole and nobody has accepted. A decision about the line of
    /// one accepts all that stand there.
    pub list_findings: Vec<Diagnostic>,
    /// Why the bank's amount differs.
    pub bank_reason: Option<String>,
    /// Whether there is a decision to undo.
    pub can_undo: bool,
    /// The distribution runs that its rows lie in.
    pub distributions: Vec<String>,
}

/// Looks at a file.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct LookAtFile {
    /// Path of the file.
    pub path: String,
}

/// A row as written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RawRow {
    /// Line.
    pub line: u32,
    /// Cells.
    pub cells: Vec<String>,
}

/// What a look at a file shows.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FileLook {
    /// The file's own name.
    pub file: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256.
    pub sha256: String,
    /// `text` or `xlsx`.
    pub container: String,
    /// Encoding of a text.
    pub encoding: Option<String>,
    /// Separator of a text.
    pub separator: Option<String>,
    /// Names of the profiles that suit: one, several, or none.
    pub profiles: Vec<String>,
    /// The first rows, where no profile suits.
    pub rows: Vec<RawRow>,
}

/// Reads a list through without keeping anything.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct PreviewRequest {
    /// Path of the file.
    pub path: String,
    /// The import profile's name; none: the one that suits.
    pub profile: Option<String>,
    /// Payment date of a list that does not say it.
    pub payment_date: Option<String>,
}

/// A row of a preview, as meant.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PreviewPayment {
    /// Line in the file.
    pub line: u32,
    /// Payment code.
    pub payment_code: Option<String>,
    /// Compensation of the law; none while the code is unknown or unmapped.
    pub compensation: Option<String>,
    /// Whether the code takes money back.
    pub clawback: Option<bool>,
    /// Eight digits.
    pub dossier_number: Option<String>,
    /// Twelve digits.
    pub personal_number: Option<String>,
    /// Family name.
    pub family_name: Option<String>,
    /// Given name.
    pub given_name: Option<String>,
    /// Case number of Migrationsverket.
    pub case_number: Option<String>,
    /// Day of the decision.
    pub decision_date: Option<String>,
    /// First day of the period.
    pub period_from: Option<String>,
    /// Last day of the period, inclusive.
    pub period_until: Option<String>,
    /// Days as stated.
    pub days: Option<u32>,
    /// Day of payment.
    pub payment_date: Option<String>,
    /// Amount.
    pub amount_ore: Option<i64>,
}

/// What a preview shows.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Preview {
    /// How it ended.
    pub outcome: Outcome,
    /// The profile's name.
    pub profile: String,
    /// `text` or `xlsx`.
    pub container: String,
    /// Encoding of a text.
    pub encoding: Option<String>,
    /// Separator of a text.
    pub separator: Option<String>,
    /// Rows.
    pub rows: u64,
    /// Sum of what can be read.
    pub net_ore: i64,
    /// Sum of the positive amounts.
    pub positive_ore: i64,
    /// Sum of the negative amounts.
    pub negative_ore: i64,
    /// Every row as meant.
    pub payments: Vec<PreviewPayment>,
    /// Everything that is wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the first rows with a profile that is being made.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct TryProfile {
    /// Path of the file.
    pub path: String,
    /// The profile as TOML.
    pub toml: String,
    /// Payment date of a list that does not say it.
    pub payment_date: Option<String>,
}

/// The first rows, raw beside interpreted.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TriedProfile {
    /// What is wrong with the profile itself.
    pub profile_faults: Vec<String>,
    /// The first 20 rows as meant.
    pub payments: Vec<PreviewPayment>,
    /// What is wrong with them.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a list into a draft.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ReadRequest {
    /// The client's id for the list, a UUID.
    pub id: String,
    /// Path of the file; none for a table that was pasted or typed.
    pub path: Option<String>,
    /// A pasted or typed table: its name.
    pub name: Option<String>,
    /// A pasted or typed table: header and rows, separated by tabs.
    pub text: Option<String>,
    /// The import profile's name; none: the one that suits.
    pub profile: Option<String>,
    /// Payment date of a list that does not say it.
    pub payment_date: Option<String>,
}

/// Reads a list and takes it in, in one go.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ImportRequest {
    /// What is read.
    #[serde(flatten)]
    pub read: ReadRequest,
    /// What the bank credited.
    pub bank_ore: Option<i64>,
    /// Why it differs.
    pub reason: Option<String>,
    /// Decisions about rows.
    #[serde(default)]
    pub decisions: Vec<RowDecision>,
    /// Park every row that waits for a decision.
    #[serde(default)]
    pub park_faulty: bool,
}

/// A decision about one row.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct RowDecision {
    /// Line in the file.
    pub line: u32,
    /// `correct`, `park` or `accept`.
    pub decision: String,
    /// Corrected fields and their new texts.
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
}

/// What reading and taking in gave.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Imported {
    /// Done, or findings that wait for decisions: then it is a draft.
    pub outcome: Outcome,
    /// The list's id.
    pub list: String,
    /// The profile's name.
    pub profile: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Rows in all.
    pub rows: u64,
    /// Parked rows.
    pub parked: u64,
    /// Sum of the rows that are not parked.
    pub net_ore: i64,
    /// What the bank credited.
    pub bank_ore: Option<i64>,
    /// List less bank; of a draft the whole file less bank.
    pub difference_ore: Option<i64>,
    /// What waits for decisions.
    pub diagnostics: Vec<Diagnostic>,
}

/// Takes a list in, or sets its bank amount.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CommitRequest {
    /// The list's id.
    pub list: String,
    /// What the bank credited; none while it is not known. Taking in: none for what the draft
    /// keeps.
    pub bank_ore: Option<i64>,
    /// Why it differs.
    pub reason: Option<String>,
}

/// Takes a list back.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ReverseRequest {
    /// The list's id.
    pub list: String,
    /// Why.
    pub reason: String,
}

/// What taking a list back did.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Reversed {
    /// How it ended.
    pub outcome: Outcome,
    /// The list's id.
    pub list: String,
    /// Ids of the distributions that hold the opposite shares.
    pub distributions: Vec<String>,
    /// Numbers of the reversing orders.
    pub reversing_orders: Vec<String>,
    /// Numbers of the orders that were withdrawn.
    pub withdrawn_orders: Vec<String>,
}
