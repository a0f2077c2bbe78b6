//! Files that are being brought in: rows as written, findings and decisions, whatever they are about.

mod writing;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::finding::DecisionKind;
use domain::{Finding, Severity};

use crate::db::{FromRow, Params, Row, Values, from_row, named_words};
use crate::lists::{PAGE_ROWS, RowState, error_codes, page_of};
use crate::{DraftNo, EventNo, OriginalNo, Read, Result, StoreError};

pub use writing::DraftWriter;

/// What the rows of a draft are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftKind {
    /// Persons: the register (personkrets).
    Register,
    /// Decisions of the agency.
    Decisions,
    /// Costs that the city has borne.
    Costs,
    /// Pupils.
    School,
}

impl DraftKind {
    /// Every kind.
    pub const ALL: &'static [DraftKind] =
        &[DraftKind::Register, DraftKind::Decisions, DraftKind::Costs, DraftKind::School];

    /// Its name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            DraftKind::Register => "register",
            DraftKind::Decisions => "decisions",
            DraftKind::Costs => "costs",
            DraftKind::School => "school",
        }
    }

    /// The kind with that name.
    #[must_use]
    pub fn parse(text: &str) -> Option<DraftKind> {
        DraftKind::ALL.iter().copied().find(|kind| kind.as_str() == text)
    }
}

named_words!(DraftKind);

/// A file as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftRecord {
    /// This database's number.
    pub draft_no: DraftNo,
    /// What its rows are about.
    pub kind: DraftKind,
    /// The client's id.
    pub id: String,
    /// Whether it has been taken in.
    pub committed: bool,
    /// The original file.
    pub original_no: OriginalNo,
    /// The file's own name.
    pub file_name: String,
    /// SHA-256 of the file in hexadecimal.
    pub sha256: String,
    /// The import profile as it was used, as TOML.
    pub profile: String,
    /// The profile's name.
    pub profile_name: String,
    /// Container, encoding and layout, as JSON of the use case.
    pub format: String,
    /// The day that the user gives where the file does not say it: from which boards that differ hold,
    /// or of the decisions.
    pub given_day: Option<NaiveDate>,
    /// Rows in all.
    pub rows: u64,
    /// Business date of the reading.
    pub read_on: NaiveDate,
    /// What taking it in has added: persons, decisions.
    pub added: u64,
    /// What was there, and about which it has brought something new.
    pub changed: u64,
    /// What was there, and to which it has given a last day.
    pub ended: u64,
    /// What was there as the file says it.
    pub unchanged: u64,
    /// The audit event of the reading.
    pub event_no: EventNo,
}

/// What a draft is when it has been read.
#[derive(Clone, Debug)]
pub struct NewDraft {
    /// What its rows are about.
    pub kind: DraftKind,
    /// The client's id.
    pub id: String,
    /// The original file.
    pub original_no: OriginalNo,
    /// SHA-256 of the file in hexadecimal.
    pub sha256: String,
    /// The import profile as it was used, as TOML.
    pub profile: String,
    /// The profile's name.
    pub profile_name: String,
    /// The day that the user gives.
    pub given_day: Option<NaiveDate>,
    /// Business date.
    pub read_on: NaiveDate,
}

/// A row as written, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftRow {
    /// Line in the file.
    pub line: u32,
    /// The cells as written, joined by U+001F.
    pub written: String,
    /// Where it stands.
    pub state: RowState,
}

/// What somebody decided about a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftDecision {
    /// Number in the order of deciding.
    pub decision_no: i64,
    /// Which row.
    pub line: u32,
    /// What.
    pub kind: DecisionKind,
    /// Corrected fields and their new texts.
    pub overrides: BTreeMap<String, String>,
    /// The audit event.
    pub event_no: EventNo,
    /// Who; empty inside the change that decides, whose event comes last.
    pub actor: String,
    /// Moment in UTC; empty inside the change that decides.
    pub at: String,
}

impl FromRow for DraftRecord {
    fn from_row(row: &Row<'_>) -> Result<DraftRecord> {
        Ok(DraftRecord {
            draft_no: row.get("draft_no")?,
            kind: row.get("kind")?,
            id: row.get("id")?,
            committed: row.text("state")? == "committed",
            original_no: row.get("original_no")?,
            file_name: row.get("file_name")?,
            sha256: row.get("sha256")?,
            profile: row.get("profile")?,
            profile_name: row.get("profile_name")?,
            format: row.get("format")?,
            given_day: row.get("given_day")?,
            rows: row.get("rows")?,
            read_on: row.get("read_on")?,
            added: row.get("added")?,
            changed: row.get("changed")?,
            ended: row.get("ended")?,
            unchanged: row.get("unchanged")?,
            event_no: row.get("event_no")?,
        })
    }
}

/// What taking a draft in did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TakenIn {
    /// What is new.
    pub added: u64,
    /// What was there, and about which it has brought something new.
    pub changed: u64,
    /// What was there, and to which it has given a last day.
    pub ended: u64,
    /// What was there as the file says it.
    pub unchanged: u64,
}

from_row!(DraftRow { line, written, state });

from_row!(DraftDecision { decision_no, line, kind, overrides: json, event_no, actor, at });

const DRAFT: &str = "
    SELECT d.draft_no, d.kind, d.id, d.state, d.original_no, f.name AS file_name, d.sha256, d.profile,
           d.profile_name, d.format, d.given_day, d.rows, d.read_on, d.added, d.changed, d.ended, d.unchanged,
           d.event_no
    FROM draft d JOIN original_file f ON f.original_no = d.original_no";
/// The rows of a draft that are not clean.
const OTHER_ROWS: &str = "SELECT line, state FROM draft_row
     WHERE draft_no = ?1 AND state <> 0";

impl Read<'_> {
    /// The draft with that id.
    pub fn draft(&self, id: &str) -> Result<Option<DraftRecord>> {
        self.db.one(&format!("{DRAFT} WHERE d.id = ?1"), &[&id])
    }

    /// Every draft of a kind that has not been taken in, the newest first.
    pub fn open_drafts(&self, kind: DraftKind) -> Result<Vec<DraftRecord>> {
        let open = "WHERE d.kind = ?1 AND d.state = 'draft' ORDER BY d.draft_no DESC";
        self.db.all(&format!("{DRAFT} {open}"), &[&kind])
    }

    /// Every draft of a kind that has been taken in, the newest first.
    pub fn committed_drafts(&self, kind: DraftKind) -> Result<Vec<DraftRecord>> {
        let committed = "WHERE d.kind = ?1 AND d.state = 'committed' ORDER BY d.draft_no DESC";
        self.db.all(&format!("{DRAFT} {committed}"), &[&kind])
    }

    /// The newest draft of a kind, of a file with that digest, that has not been taken in.
    pub fn open_draft_of(&self, kind: DraftKind, sha256: &str) -> Result<Option<DraftRecord>> {
        let of_file = "WHERE d.kind = ?1 AND d.sha256 = ?2 AND d.state = 'draft'
             ORDER BY d.draft_no DESC LIMIT 1";
        self.db.one(&format!("{DRAFT} {of_file}"), &[&kind, &sha256])
    }

    /// One row.
    pub fn draft_row(&self, draft_no: DraftNo, line: u32) -> Result<Option<DraftRow>> {
        Ok(self.draft_rows_where("r.draft_no = ?1 AND r.line = ?2", &[&draft_no, &line])?.pop())
    }

    /// Page `page` (from 0) of all rows; none: all of them.
    pub fn draft_rows_page(&self, draft_no: DraftNo, page: Option<u32>) -> Result<Vec<DraftRow>> {
        let Some(page) = page else {
            return self.draft_rows_where("r.draft_no = ?1 ORDER BY r.line", &[&draft_no]);
        };
        let first: Option<u32> = self.db.one(
            "SELECT first_line FROM draft_page WHERE draft_no = ?1 AND page = ?2",
            &[&draft_no, &page],
        )?;
        let Some(first) = first else { return Ok(Vec::new()) };
        let page = "r.draft_no = ?1 AND r.line >= ?2 ORDER BY r.line LIMIT ?3";
        self.draft_rows_where(page, &[&draft_no, &first, &PAGE_ROWS])
    }

    /// The page (from 0) of all rows that holds the line, or would.
    pub fn draft_page_of(&self, draft_no: DraftNo, line: u32) -> Result<u32> {
        self.db.only(
            "SELECT coalesce(max(page), 0) FROM draft_page
             WHERE draft_no = ?1 AND first_line <= ?2",
            &[&draft_no, &line],
        )
    }

    /// Page `page` (from 0), or all, of the rows in a state, which may not be `Clean`; of open ones those
    /// with an error or those without, where `worst` is given.
    pub fn draft_rows_in(
        &self,
        draft_no: DraftNo,
        state: RowState,
        worst: Option<Severity>,
        page: Option<u32>,
    ) -> Result<Vec<DraftRow>> {
        let mut values = Values::default();
        let (draft, state) = (values.add(&draft_no)?, values.add(&state)?);
        let mut condition = format!("r.draft_no = {draft} AND r.state <> 0 AND r.state = {state} ");
        if let Some(worst) = worst {
            let with = if worst == Severity::Error { "IN" } else { "NOT IN" };
            let codes = error_codes(&mut values)?;
            condition += &format!(
                "AND r.line {with} (SELECT f.line FROM draft_finding f
                     WHERE f.draft_no = {draft} AND f.code IN ({codes})) "
            );
        }
        condition += &page_of(page, &mut values)?;
        self.draft_rows_where(&condition, &values.params())
    }

    fn draft_rows_where(&self, condition: &str, params: Params<'_>) -> Result<Vec<DraftRow>> {
        let rows = format!("SELECT r.line, r.written, r.state FROM draft_row r WHERE {condition}");
        self.db.all(&rows, params)
    }

    /// Hands every row to `each`, in order of line: line, cells as written, state.
    ///
    /// # Errors
    /// Those of `each`.
    pub fn each_draft_row<E: From<StoreError>>(
        &self,
        draft_no: DraftNo,
        mut each: impl FnMut(u32, &str, RowState) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        self.db.each(
            "SELECT line, written, state FROM draft_row WHERE draft_no = ?1 ORDER BY line",
            &[&draft_no],
            |row| each(row.get("line")?, row.text("written")?, row.get("state")?),
        )
    }

    /// The lines that are not clean, with their states.
    pub fn draft_states(&self, draft_no: DraftNo) -> Result<BTreeMap<u32, RowState>> {
        let states = self
            .db
            .map(OTHER_ROWS, &[&draft_no], |row| Ok((row.get("line")?, row.get("state")?)))?;
        Ok(states.into_iter().collect())
    }

    /// The findings of one row, or of a whole draft, by line.
    pub fn draft_findings(&self, draft_no: DraftNo, line: Option<u32>) -> Result<Vec<Finding>> {
        let (first, last) = line.map_or((0, u32::MAX), |line| (line, line));
        self.db.all(
            "SELECT line, column_no, column_name, code, value_list FROM draft_finding
             WHERE draft_no = ?1 AND line BETWEEN ?2 AND ?3 ORDER BY line, finding",
            &[&draft_no, &first, &last],
        )
    }

    /// Decisions about one row, or about a whole draft, in the order they were made.
    pub fn draft_decisions(
        &self,
        draft_no: DraftNo,
        line: Option<u32>,
    ) -> Result<Vec<DraftDecision>> {
        let (first, last) = line.map_or((0, u32::MAX), |line| (line, line));
        self.db.all(
            "SELECT d.decision_no, d.line, d.kind, d.overrides, d.event_no, coalesce(e.actor, '') AS actor,
                    coalesce(e.at, '') AS at
             FROM draft_decision d LEFT JOIN audit_event e ON e.event_no = d.event_no
             WHERE d.draft_no = ?1 AND d.line BETWEEN ?2 AND ?3 ORDER BY d.decision_no",
            &[&draft_no, &first, &last],
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_are_not_clean_are_found_by_their_index() {
        let plan = crate::db::plan(OTHER_ROWS, &[&DraftNo(1)]);
        assert!(plan.contains("USING COVERING INDEX draft_row_state (draft_no=?)"), "{plan}");
    }
}
