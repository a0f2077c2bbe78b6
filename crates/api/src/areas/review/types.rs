//! Requests and responses. Granska.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::areas::Diagnostic;
use crate::areas::payments::{ListView, RowDecision};

/// Which rows a page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum RowFilter {
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
    /// Rows without remark.
    Clean,
}

/// A page of rows.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct RowsRequest {
    /// The list's id.
    pub list: String,
    /// Which rows.
    #[serde(default)]
    pub filter: RowFilter,
    /// In place of a page, among all rows: the page that holds this line of the file.
    pub at_line: Option<u32>,
}

/// A row in the list of rows.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RowView {
    /// Line in the file.
    pub line: u32,
    /// `clean`, `open`, `corrected`, `parked` or `accepted`.
    pub state: String,
    /// Payment code.
    pub payment_code: Option<String>,
    /// Family and given name.
    pub person_name: String,
    /// Eight digits.
    pub dossier_number: Option<String>,
    /// First day of the period.
    pub period_from: Option<String>,
    /// Last day of the period, inclusive.
    pub period_until: Option<String>,
    /// Amount.
    pub amount_ore: Option<i64>,
    /// The first finding, errors first.
    pub finding: Option<Diagnostic>,
    /// The field that the finding lies in.
    pub finding_field: Option<String>,
    /// Texts as written of fields that could not be read, by field; of a row with too few or too
    /// many cells all of them, as they probably belong to the columns (`full_name` where the list
    /// has one column for both names).
    pub unread: BTreeMap<String, String>,
}

/// A page of rows.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RowsPage {
    /// The rows.
    pub rows: Vec<RowView>,
    /// Page from 0.
    pub page: u32,
    /// Rows on a full page.
    pub page_rows: u32,
}

/// One field of a row, as written and as meant.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FieldView {
    /// The field's name.
    pub field: String,
    /// Its label.
    pub label: String,
    /// Column number from 1.
    pub column: Option<u16>,
    /// As written.
    pub written: String,
    /// As meant; none where it cannot be read.
    pub meant: Option<String>,
    /// Whether it has been corrected.
    pub corrected: bool,
    /// The finding that lies in it.
    pub severity: Option<String>,
    /// First faulty character as written, from 0.
    pub mark_from: Option<u32>,
    /// The character after the last faulty one.
    pub mark_until: Option<u32>,
}

/// A decision that was made about a row.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DecisionView {
    /// `correct`, `park`, `accept` or `undo`.
    pub kind: String,
    /// Who.
    pub actor: String,
    /// When, UTC.
    pub at: String,
    /// Corrected fields.
    pub fields: BTreeMap<String, String>,
}

/// A correction to be accepted or not.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ProposalView {
    /// New texts by field.
    pub fields: BTreeMap<String, String>,
    /// Why, in words.
    pub reason: String,
}

/// A row with everything that can be said about it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RowDetail {
    /// What stands in the list of rows.
    pub row: RowView,
    /// Every field.
    pub fields: Vec<FieldView>,
    /// Everything that is wrong.
    pub findings: Vec<Diagnostic>,
    /// A correction to be accepted or not.
    pub proposal: Option<ProposalView>,
    /// Whether it can be corrected or parked.
    pub can_decide: bool,
    /// Whether it can be accepted: it has warnings only.
    pub can_accept: bool,
    /// Decisions about it, in order.
    pub decisions: Vec<DecisionView>,
}

/// Tries a correction without keeping it.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct TryCorrection {
    /// The list's id.
    pub list: String,
    /// Line in the file.
    pub line: u32,
    /// New texts by field.
    pub fields: BTreeMap<String, String>,
}

/// What a correction would mean.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TriedCorrection {
    /// Fields as meant.
    pub meant: BTreeMap<String, Option<String>>,
    /// What would still be wrong.
    pub findings: Vec<Diagnostic>,
}

/// Decides about rows, all or none.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DecideRequest {
    /// The list's id.
    pub list: String,
    /// The decisions.
    pub decisions: Vec<RowDecision>,
}

/// Undoes the last decision.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct UndoRequest {
    /// The list's id.
    pub list: String,
    /// About this row; none: of the whole list.
    pub line: Option<u32>,
}

/// What was undone.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Undone {
    /// The row.
    pub line: u32,
    /// The list now.
    pub view: ListView,
}

/// A finding with the row's amount, for the summary.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SummaryLine {
    /// The finding.
    pub finding: Diagnostic,
    /// The row's amount.
    pub amount_ore: Option<i64>,
}

/// What waits for decisions.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FindingsSummary {
    /// Rows.
    pub rows: u64,
    /// Sum of their amounts.
    pub net_ore: i64,
    /// The first ten.
    pub first: Vec<SummaryLine>,
}

/// Writes the protocol of a review.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ProtocolRequest {
    /// The list's id.
    pub list: String,
    /// Path of the PDF.
    pub path: String,
}
