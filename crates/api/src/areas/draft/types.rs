//! Requests and responses. Files that are brought in as drafts, whatever their rows are about.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::areas::Diagnostic;
use crate::areas::payments::RowDecision;
use crate::areas::review::DecisionView;

/// Names a draft.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DraftRequest {
    /// The draft's id.
    pub draft: String,
}

/// How many rows of a draft stand where.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DraftRowCounts {
    /// In all.
    pub all: u64,
    /// Without remark.
    pub clean: u64,
    /// With an error that nobody has decided about.
    pub errors: u64,
    /// With warnings only that nobody has decided about.
    pub warnings: u64,
    /// Corrected.
    pub corrected: u64,
    /// Parked.
    pub parked: u64,
    /// Warnings accepted.
    pub accepted: u64,
}

/// A file that is being brought in.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DraftView {
    /// The draft's id.
    pub draft: String,
    /// What its rows are about: `register`, `decisions`, `costs` or `school`.
    pub kind: String,
    /// `draft` or `committed`.
    pub state: String,
    /// The file's own name.
    pub file: String,
    /// SHA-256 of the file in hexadecimal.
    pub sha256: String,
    /// The import profile.
    pub profile: String,
    /// What the profile reads, in words; its name where it says nothing.
    pub profile_text: String,
    /// The day that was given because the file does not say it: of a register from which boards that
    /// differ hold, else of the decisions.
    pub given_day: Option<String>,
    /// Whether the file leaves that day out and it can be given now; of decisions the day of the
    /// reading holds until then.
    pub lacks_day: bool,
    /// The same, of a register.
    pub board_from: Option<String>,
    /// Of a list of pupils the days that it is about: `2026Q3`, `2026` or two days with a slash.
    pub period: Option<String>,
    /// Of a list of pupils cost centre of the unit whose list it is.
    pub unit: Option<String>,
    /// How many of the rows are pupils whom the last list had and the file lacks; their lines come after
    /// the last one of the file.
    pub absent: u64,
    /// Day of the reading.
    pub read_on: String,
    /// Rows.
    pub rows: DraftRowCounts,
    /// Whether it can be taken in: neither a row nor the file waits for a decision.
    pub ready: bool,
    /// What was found about the file as a whole and nobody has accepted. A decision about the line of
    /// one accepts all that stand there.
    pub file_findings: Vec<Diagnostic>,
    /// What is new, once it is taken in: persons, decisions.
    pub added: u64,
    /// What was there and got something new.
    pub changed: u64,
    /// What was there and got a last day.
    pub ended: u64,
    /// What was there as the file says it.
    pub unchanged: u64,
    /// New persons, of a register.
    pub persons_added: u64,
    /// Persons with something new.
    pub persons_changed: u64,
    /// Persons as they were.
    pub persons_unchanged: u64,
}

/// Drafts of a kind that have not been taken in.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Drafts {
    /// The newest first.
    pub drafts: Vec<DraftView>,
}

/// Which rows of a draft a page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum DraftRowFilter {
    /// All rows.
    #[default]
    All,
    /// Rows that wait for a decision.
    Open,
    /// Of them, with an error.
    Errors,
    /// Of them, with warnings only.
    Warnings,
    /// Corrected rows.
    Corrected,
    /// Parked rows.
    Parked,
    /// Rows whose warnings were accepted.
    Accepted,
}

/// A page of rows of a draft.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DraftRowsRequest {
    /// The draft's id.
    pub draft: String,
    /// Which rows.
    #[serde(default)]
    pub filter: DraftRowFilter,
    /// In place of a page, among all rows: the page that holds this line of the file.
    pub at_line: Option<u32>,
}

/// A row of a draft in the list of rows.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DraftRowView {
    /// Line in the file.
    pub line: u32,
    /// `clean`, `open`, `corrected`, `parked` or `accepted`.
    pub state: String,
    /// The Person-id that it says, else that of the person its numbers are of.
    pub person: Option<String>,
    /// Family and given name.
    pub name: String,
    /// Whether it is about a protected person: nothing but the id is shown.
    pub protected: bool,
    /// What else a list of such rows shows, as meant, by field: of a decision its code, period and
    /// amount; of a pupil form and days, and as `outcome` what becomes of what is known (`added`,
    /// `changed`, `ended` or `unchanged`).
    pub meant: BTreeMap<String, String>,
    /// The first finding, errors first.
    pub finding: Option<Diagnostic>,
    /// How many findings it has.
    pub findings: u32,
}

/// A page of rows of a draft.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DraftRowsPage {
    /// The rows.
    pub rows: Vec<DraftRowView>,
    /// Page from 0.
    pub page: u32,
    /// Rows on a full page.
    pub page_rows: u32,
    /// Rows in the filter.
    pub total: u64,
}

/// Asks for one row of a draft.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DraftRowRequest {
    /// The draft's id.
    pub draft: String,
    /// Line in the file.
    pub line: u32,
    /// The protected person that the row is about, who has been opened with a reason.
    pub person: Option<String>,
    /// Opens a row that points at somebody protected, or is about somebody whom the file protects;
    /// kept in the log.
    pub reason: Option<String>,
}

/// A field of a row, as written and as meant.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DraftFieldView {
    /// The field's name, for corrections.
    pub field: String,
    /// The heading of its column; where it has none what the field is called.
    pub label: String,
    /// Column number from 1.
    pub column: Option<u16>,
    /// As written.
    pub written: String,
    /// As meant; none where it is empty or cannot be read.
    pub meant: Option<String>,
    /// The meaning in words, where it differs: of words of facts and of boards.
    pub meant_text: Option<String>,
    /// The text that stands in place of what is written.
    pub corrected: Option<String>,
    /// `error` or `warning`, where a finding lies in it.
    pub severity: Option<String>,
    /// Words that it takes, where it takes only these.
    pub choices: Vec<DraftChoice>,
    /// Whether it holds a day.
    pub is_day: bool,
}

/// A word that a field takes.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DraftChoice {
    /// As it stands in facts.
    pub value: String,
    /// As people say it.
    pub text: String,
}

/// A row of a draft with everything that can be said about it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DraftRowDetail {
    /// What stands in the list of rows.
    pub row: DraftRowView,
    /// Every field, in the order of the columns; of a protected person only the id.
    pub fields: Vec<DraftFieldView>,
    /// Everything that is wrong.
    pub findings: Vec<Diagnostic>,
    /// Whether the register has the person.
    pub known: bool,
    /// Whether it can be corrected or parked.
    pub can_decide: bool,
    /// Whether it can be accepted: it has warnings only.
    pub can_accept: bool,
    /// Decisions about it, in order.
    pub decisions: Vec<DecisionView>,
}

/// Decides about rows of a draft, all or none.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DecideDraftRequest {
    /// The draft's id.
    pub draft: String,
    /// The decisions; fields are named as in the row's detail.
    pub decisions: Vec<RowDecision>,
}

/// Gives the day that a file leaves out, for all its rows.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct GiveDayRequest {
    /// The draft's id.
    pub draft: String,
    /// The day.
    pub day: String,
}

/// Undoes the last decision about a row, or the last step of the draft.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct UndoDraftRequest {
    /// The draft's id.
    pub draft: String,
    /// About this row; none: whatever was decided last, about however many rows.
    pub line: Option<u32>,
}

/// What was undone.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DraftUndone {
    /// The rows, in order; at least one.
    pub lines: Vec<u32>,
    /// The draft now.
    pub view: DraftView,
}

/// Writes what was refused.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DraftReportRequest {
    /// The draft's id.
    pub draft: String,
    /// Path of the CSV file.
    pub path: String,
}

/// Corrections by field, as a request has them.
pub(super) type Fields = BTreeMap<String, String>;
