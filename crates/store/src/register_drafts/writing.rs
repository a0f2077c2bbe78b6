//! Reading a register into a draft, deciding about its rows, taking it in.

use std::collections::BTreeMap;

use domain::Finding;
use rusqlite::Statement;

use super::{DraftNo, DraftRecord, NewDraft};
use crate::columns::{IsoDay, json};
use crate::lists::{PAGE_ROWS, RowState};
use crate::{Result, Write};

/// Writes the rows of a draft as they are read.
pub struct DraftWriter<'w> {
    draft_no: DraftNo,
    row: Statement<'w>,
    page: Statement<'w>,
    written: u32,
}

impl DraftWriter<'_> {
    /// Writes one row, clean until it is judged.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add(&mut self, line: u32, written: &str) -> Result<()> {
        if self.written.is_multiple_of(PAGE_ROWS) {
            self.page.execute((self.draft_no, self.written / PAGE_ROWS, line))?;
        }
        self.written += 1;
        self.row.execute((self.draft_no, line, written))?;
        Ok(())
    }

    /// Rows written so far.
    #[must_use]
    pub fn written(&self) -> u32 {
        self.written
    }
}

impl Write<'_> {
    /// Begins a draft; its rows follow.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add_draft(&self, draft: &NewDraft) -> Result<DraftNo> {
        self.connection
            .prepare_cached(
                "INSERT INTO register_draft (id, state, original_no, sha256, profile, profile_name,
                     format, board_from, rows, read_on, event_no)
                 VALUES (?1, 'draft', ?2, ?3, ?4, ?5, '', ?6, 0, ?7, ?8)",
            )?
            .execute((
                &draft.id,
                draft.original_no,
                &draft.sha256,
                &draft.profile,
                &draft.profile_name,
                draft.board_from.map(IsoDay::of),
                IsoDay::of(draft.read_on),
                self.event_no(),
            ))?;
        Ok(self.connection.last_insert_rowid())
    }

    /// A writer for the rows of a new draft.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn draft_writer(&self, draft_no: DraftNo) -> Result<DraftWriter<'_>> {
        Ok(DraftWriter {
            draft_no,
            row: self.connection.prepare("INSERT INTO register_row VALUES (?1, ?2, ?3, 0)")?,
            page: self.connection.prepare("INSERT INTO register_page VALUES (?1, ?2, ?3)")?,
            written: 0,
        })
    }

    /// Sets how a draft was read, as JSON of the use case, and how many rows it has.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn end_draft(&self, draft_no: DraftNo, format: &str, rows: u32) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE register_draft SET format = ?2, rows = ?3 WHERE draft_no = ?1")?
            .execute((draft_no, format, rows))?;
        Ok(())
    }

    /// Replaces the state and the findings of a row.
    ///
    /// # Errors
    /// When the draft has been taken in, or the database cannot be written.
    pub fn settle_draft_row(
        &self,
        draft_no: DraftNo,
        line: u32,
        state: RowState,
        findings: &[Finding],
    ) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE register_row SET state = ?3 WHERE draft_no = ?1 AND line = ?2")?
            .execute((draft_no, line, state as i64))?;
        self.connection
            .prepare_cached("DELETE FROM register_finding WHERE draft_no = ?1 AND line = ?2")?
            .execute((draft_no, line))?;
        let mut insert = self
            .connection
            .prepare_cached("INSERT INTO register_finding VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?;
        for (number, finding) in (0u32..).zip(findings) {
            insert.execute((
                draft_no,
                line,
                number,
                finding.column,
                &finding.column_name,
                finding.code.as_str(),
                json(&finding.values)?,
            ))?;
        }
        Ok(())
    }

    /// Adds a decision about a row.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add_draft_decision(
        &self,
        draft_no: DraftNo,
        line: u32,
        kind: &str,
        overrides: &BTreeMap<String, String>,
    ) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO register_decision (draft_no, line, kind, overrides, event_no)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute((draft_no, line, kind, json(overrides)?, self.event_no()))?;
        Ok(())
    }

    /// Notes that a draft has been taken in, and what that did.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn commit_draft(
        &self,
        draft_no: DraftNo,
        added: u64,
        changed: u64,
        unchanged: u64,
    ) -> Result<()> {
        let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        self.connection
            .prepare_cached(
                "UPDATE register_draft SET state = 'committed', added = ?2, changed = ?3,
                     unchanged = ?4 WHERE draft_no = ?1",
            )?
            .execute((draft_no, count(added), count(changed), count(unchanged)))?;
        Ok(())
    }

    /// Throws a draft away, original and all: nothing of it is in the register.
    ///
    /// # Errors
    /// When it has been taken in, or the database cannot be written.
    pub fn discard_register_draft(&self, draft: &DraftRecord) -> Result<()> {
        for table in [
            "register_decision",
            "register_finding",
            "register_page",
            "register_row",
            "register_draft",
        ] {
            self.connection
                .execute(&format!("DELETE FROM {table} WHERE draft_no = ?1"), [draft.draft_no])?;
        }
        for table in ["original_piece", "original_file"] {
            self.connection.execute(
                &format!("DELETE FROM {table} WHERE original_no = ?1"),
                [draft.original_no],
            )?;
        }
        Ok(())
    }
}
