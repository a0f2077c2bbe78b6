//! Registers that are being brought in: rows as written, findings and decisions.

mod writing;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{Finding, FindingCode, Severity};
use rusqlite::{OptionalExtension, Row};

use crate::columns::{certain_day, day, from_json};
use crate::lists::{PAGE_ROWS, RowState};
use crate::{Read, Result, StoreError};

pub use writing::DraftWriter;

/// This database's own number of a draft.
pub type DraftNo = i64;

/// A register as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftRecord {
    /// This database's number.
    pub draft_no: DraftNo,
    /// The client's id.
    pub id: String,
    /// Whether it has been taken in.
    pub committed: bool,
    /// The original file.
    pub original_no: i64,
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
    /// The day from which boards that differ hold, where the file does not say.
    pub board_from: Option<NaiveDate>,
    /// Rows in all.
    pub rows: u64,
    /// Business date of the reading.
    pub read_on: NaiveDate,
    /// Persons that taking it in has added.
    pub added: u64,
    /// Persons about whom it has brought something new.
    pub changed: u64,
    /// Persons about whom it has brought nothing new.
    pub unchanged: u64,
    /// The audit event of the reading.
    pub event_no: i64,
}

/// What a draft is when it has been read.
#[derive(Clone, Debug)]
pub struct NewDraft {
    /// The client's id.
    pub id: String,
    /// The original file.
    pub original_no: i64,
    /// SHA-256 of the file in hexadecimal.
    pub sha256: String,
    /// The import profile as it was used, as TOML.
    pub profile: String,
    /// The profile's name.
    pub profile_name: String,
    /// The day from which boards that differ hold.
    pub board_from: Option<NaiveDate>,
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
    /// `correct`, `park`, `accept` or `undo`.
    pub kind: String,
    /// Corrected fields and their new texts.
    pub overrides: BTreeMap<String, String>,
    /// The audit event.
    pub event_no: i64,
}

const DRAFT: &str = "SELECT d.*, f.name AS file_name
    FROM register_draft d JOIN original_file f USING (original_no)";

fn draft_of(row: &Row<'_>) -> Result<DraftRecord> {
    Ok(DraftRecord {
        draft_no: row.get("draft_no")?,
        id: row.get("id")?,
        committed: row.get_ref("state")?.as_str().unwrap_or_default() == "committed",
        original_no: row.get("original_no")?,
        file_name: row.get("file_name")?,
        sha256: row.get("sha256")?,
        profile: row.get("profile")?,
        profile_name: row.get("profile_name")?,
        format: row.get("format")?,
        board_from: day(row, "board_from")?,
        rows: row.get("rows")?,
        read_on: certain_day(row, "read_on")?,
        added: row.get("added")?,
        changed: row.get("changed")?,
        unchanged: row.get("unchanged")?,
        event_no: row.get("event_no")?,
    })
}

fn row_of(row: &Row<'_>) -> Result<DraftRow> {
    Ok(DraftRow {
        line: row.get("line")?,
        written: row.get("written")?,
        state: RowState::of(row.get("state")?)?,
    })
}

impl Read<'_> {
    /// The draft with that id.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn draft(&self, id: &str) -> Result<Option<DraftRecord>> {
        Ok(self.drafts_where("d.id = ?1", [id])?.pop())
    }

    /// Every draft that has not been taken in, the newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn open_drafts(&self) -> Result<Vec<DraftRecord>> {
        self.drafts_where("d.state = 'draft' ORDER BY draft_no DESC", [])
    }

    /// The draft of a file with that digest that has not been taken in.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn open_draft_of(&self, sha256: &str) -> Result<Option<DraftRecord>> {
        let condition = "d.sha256 = ?1 AND d.state = 'draft' ORDER BY draft_no";
        Ok(self.drafts_where(condition, [sha256])?.pop())
    }

    fn drafts_where(
        &self,
        condition: &str,
        arguments: impl rusqlite::Params,
    ) -> Result<Vec<DraftRecord>> {
        let mut statement =
            self.connection.prepare_cached(&format!("{DRAFT} WHERE {condition}"))?;
        let mut rows = statement.query(arguments)?;
        let mut drafts = Vec::new();
        while let Some(row) = rows.next()? {
            drafts.push(draft_of(row)?);
        }
        Ok(drafts)
    }

    /// One row.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn draft_row(&self, draft_no: DraftNo, line: u32) -> Result<Option<DraftRow>> {
        Ok(self.draft_rows_where("line = ?2", (draft_no, line))?.pop())
    }

    /// Page `page` (from 0) of all rows.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn draft_rows_page(&self, draft_no: DraftNo, page: u32) -> Result<Vec<DraftRow>> {
        let first: Option<u32> = self
            .connection
            .prepare_cached(
                "SELECT first_line FROM register_page WHERE draft_no = ?1 AND page = ?2",
            )?
            .query_row((draft_no, page), |row| row.get(0))
            .optional()?;
        let Some(first) = first else { return Ok(Vec::new()) };
        self.draft_rows_where("line >= ?2 ORDER BY line LIMIT ?3", (draft_no, first, PAGE_ROWS))
    }

    /// The page (from 0) of all rows that holds the line, or would.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn draft_page_of(&self, draft_no: DraftNo, line: u32) -> Result<u32> {
        let page = self
            .connection
            .prepare_cached(
                "SELECT coalesce(max(page), 0) FROM register_page
                 WHERE draft_no = ?1 AND first_line <= ?2",
            )?
            .query_row((draft_no, line), |row| row.get(0))?;
        Ok(page)
    }

    /// Page `page` (from 0) of the rows in a state, which may not be `Clean`; of open ones those
    /// with an error or those without, where `worst` is given.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn draft_rows_in(
        &self,
        draft_no: DraftNo,
        state: RowState,
        worst: Option<Severity>,
        page: u32,
    ) -> Result<Vec<DraftRow>> {
        let with = match worst {
            None => String::new(),
            Some(worst) => {
                let codes = FindingCode::ALL.iter().filter(|c| c.severity() == Severity::Error);
                let codes: Vec<String> = codes.map(|code| format!("'{}'", code.as_str())).collect();
                let with = if worst == Severity::Error { "IN" } else { "NOT IN" };
                format!(
                    "AND line {with} (SELECT line FROM register_finding
                         WHERE draft_no = ?1 AND code IN ({}))",
                    codes.join(", ")
                )
            }
        };
        let condition = format!(
            "state <> 0 AND state = {} {with} ORDER BY line LIMIT ?2 OFFSET ?3",
            state as i64
        );
        self.draft_rows_where(&condition, (draft_no, PAGE_ROWS, page * PAGE_ROWS))
    }

    fn draft_rows_where(
        &self,
        condition: &str,
        arguments: impl rusqlite::Params,
    ) -> Result<Vec<DraftRow>> {
        let sql = format!("SELECT * FROM register_row WHERE draft_no = ?1 AND {condition}");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(arguments)?;
        let mut records = Vec::new();
        while let Some(row) = rows.next()? {
            records.push(row_of(row)?);
        }
        Ok(records)
    }

    /// Hands every row to `each`, in order of line: line, cells as written, state.
    ///
    /// # Errors
    /// Those of `each` and of the database.
    pub fn each_draft_row<E: From<StoreError>>(
        &self,
        draft_no: DraftNo,
        mut each: impl FnMut(u32, &str, RowState) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let failed = |error: rusqlite::Error| E::from(StoreError::from(error));
        let mut statement = self
            .connection
            .prepare_cached(
                "SELECT line, written, state FROM register_row WHERE draft_no = ?1 ORDER BY line",
            )
            .map_err(failed)?;
        let mut rows = statement.query([draft_no]).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            let written = row.get_ref(1).map_err(failed)?;
            let written = written.as_str().map_err(|_| StoreError::Damaged("register_row"))?;
            let state = RowState::of(row.get(2).map_err(failed)?)?;
            each(row.get(0).map_err(failed)?, written, state)?;
        }
        Ok(())
    }

    /// The lines that are not clean, with their states.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn draft_states(&self, draft_no: DraftNo) -> Result<BTreeMap<u32, RowState>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT line, state FROM register_row INDEXED BY register_row_state
             WHERE draft_no = ?1 AND state <> 0",
        )?;
        let mut rows = statement.query([draft_no])?;
        let mut states = BTreeMap::new();
        while let Some(row) = rows.next()? {
            states.insert(row.get(0)?, RowState::of(row.get(1)?)?);
        }
        Ok(states)
    }

    /// The findings of one row, or of a whole draft, by line.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn draft_findings(&self, draft_no: DraftNo, line: Option<u32>) -> Result<Vec<Finding>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT * FROM register_finding WHERE draft_no = ?1 AND line BETWEEN ?2 AND ?3
             ORDER BY line, finding",
        )?;
        let (first, last) = line.map_or((0, u32::MAX), |line| (line, line));
        let mut rows = statement.query((draft_no, first, last))?;
        let mut findings = Vec::new();
        while let Some(row) = rows.next()? {
            let code = FindingCode::parse(row.get_ref("code")?.as_str().unwrap_or_default());
            findings.push(Finding {
                line: row.get("line")?,
                column: row.get("column_no")?,
                column_name: row.get("column_name")?,
                code: code.ok_or(StoreError::Damaged("register_finding.code"))?,
                values: from_json(row.get_ref("value_list")?.as_str().unwrap_or_default())?,
            });
        }
        Ok(findings)
    }

    /// Decisions about one row, or about a whole draft, in the order they were made.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn draft_decisions(
        &self,
        draft_no: DraftNo,
        line: Option<u32>,
    ) -> Result<Vec<DraftDecision>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT * FROM register_decision WHERE draft_no = ?1 AND line BETWEEN ?2 AND ?3
             ORDER BY decision_no",
        )?;
        let (first, last) = line.map_or((0, u32::MAX), |line| (line, line));
        let mut rows = statement.query((draft_no, first, last))?;
        let mut decisions = Vec::new();
        while let Some(row) = rows.next()? {
            decisions.push(DraftDecision {
                decision_no: row.get("decision_no")?,
                line: row.get("line")?,
                kind: row.get("kind")?,
                overrides: from_json(row.get_ref("overrides")?.as_str().unwrap_or_default())?,
                event_no: row.get("event_no")?,
            });
        }
        Ok(decisions)
    }
}
