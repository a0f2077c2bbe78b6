//! Reading a file into a draft, deciding about its rows, taking it in.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::Finding;
use domain::finding::DecisionKind;

use super::{DraftRecord, NewDraft, TakenIn};
use crate::db::{Prepared, json};
use crate::lists::{PAGE_ROWS, RowState};
use crate::{DraftNo, Result, Write};

/// Writes the rows of a draft as they are read.
pub struct DraftWriter<'w> {
    draft_no: DraftNo,
    row: Prepared<'w>,
    page: Prepared<'w>,
    written: u32,
}

impl DraftWriter<'_> {
    /// Writes one row, clean until it is judged.
    pub fn add(&mut self, line: u32, written: &str) -> Result<()> {
        if self.written.is_multiple_of(PAGE_ROWS) {
            self.page.run(&[&self.draft_no, &(self.written / PAGE_ROWS), &line])?;
        }
        self.written += 1;
        self.row.run(&[&self.draft_no, &line, &written, &RowState::Clean])?;
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
    pub fn add_draft(&self, draft: &NewDraft) -> Result<DraftNo> {
        self.db.only(
            "INSERT INTO draft (kind, id, state, original_no, sha256, profile, profile_name, format,
                 given_day, rows, read_on, event_no)
             VALUES (?1, ?2, 'draft', ?3, ?4, ?5, ?6, '', ?7, 0, ?8, ?9) RETURNING draft_no",
            &[
                &draft.kind,
                &draft.id,
                &draft.original_no,
                &draft.sha256,
                &draft.profile,
                &draft.profile_name,
                &draft.given_day,
                &draft.read_on,
                &self.event_no(),
            ],
        )
    }

    /// A writer for the rows of a draft that has `written` rows already; the lines of the others are
    /// lower.
    pub fn draft_writer(&self, draft_no: DraftNo, written: u32) -> Result<DraftWriter<'_>> {
        Ok(DraftWriter {
            draft_no,
            row: self.db.prepare(
                "INSERT INTO draft_row (draft_no, line, written, state) VALUES (?1, ?2, ?3, ?4)",
            )?,
            page: self.db.prepare(
                "INSERT INTO draft_page (draft_no, page, first_line) VALUES (?1, ?2, ?3)",
            )?,
            written,
        })
    }

    /// Sets how a draft was read, as JSON of the use case, and how many rows it has.
    pub fn end_draft(&self, draft_no: DraftNo, format: &str, rows: u32) -> Result<()> {
        self.db.run(
            "UPDATE draft SET format = ?2, rows = ?3 WHERE draft_no = ?1",
            &[&draft_no, &format, &rows],
        )?;
        Ok(())
    }

    /// Sets the day that the user gives where the file does not say it.
    ///
    /// # Errors
    /// When the draft has been taken in.
    pub fn set_given_day(&self, draft_no: DraftNo, day: NaiveDate) -> Result<()> {
        self.db.run("UPDATE draft SET given_day = ?2 WHERE draft_no = ?1", &[&draft_no, &day])?;
        Ok(())
    }

    /// Replaces the state and the findings of a row.
    ///
    /// # Errors
    /// When the draft has been taken in.
    pub fn settle_draft_row(
        &self,
        draft_no: DraftNo,
        line: u32,
        state: RowState,
        findings: &[Finding],
    ) -> Result<()> {
        self.db.run(
            "UPDATE draft_row SET state = ?3 WHERE draft_no = ?1 AND line = ?2",
            &[&draft_no, &line, &state],
        )?;
        self.db.run(
            "DELETE FROM draft_finding WHERE draft_no = ?1 AND line = ?2",
            &[&draft_no, &line],
        )?;
        for (number, finding) in (0u32..).zip(findings) {
            self.db.run(
                "INSERT INTO draft_finding (draft_no, line, finding, column_no, column_name, code,
                                               value_list)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                &[
                    &draft_no,
                    &line,
                    &number,
                    &finding.column,
                    &finding.column_name,
                    &finding.code,
                    &json(&finding.values)?,
                ],
            )?;
        }
        Ok(())
    }

    /// Adds a decision about a row.
    pub fn add_draft_decision(
        &self,
        draft_no: DraftNo,
        line: u32,
        kind: DecisionKind,
        overrides: &BTreeMap<String, String>,
    ) -> Result<()> {
        self.db.run(
            "INSERT INTO draft_decision (draft_no, line, kind, overrides, event_no)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            &[&draft_no, &line, &kind, &json(overrides)?, &self.event_no()],
        )?;
        Ok(())
    }

    /// Notes that a draft has been taken in, and what that did.
    pub fn commit_draft(&self, draft_no: DraftNo, taken: TakenIn) -> Result<()> {
        let TakenIn { added, changed, ended, unchanged } = taken;
        self.db.run(
            "UPDATE draft SET state = 'committed', added = ?2, changed = ?3, ended = ?4,
                 unchanged = ?5 WHERE draft_no = ?1",
            &[&draft_no, &added, &changed, &ended, &unchanged],
        )?;
        Ok(())
    }

    /// Throws a draft away, original and all: nothing of it has been taken in.
    ///
    /// # Errors
    /// When it has been taken in.
    pub fn discard_read_draft(&self, draft: &DraftRecord) -> Result<()> {
        for table in ["draft_decision", "draft_finding", "draft_page", "draft_row", "draft"] {
            self.db.run(&format!("DELETE FROM {table} WHERE draft_no = ?1"), &[&draft.draft_no])?;
        }
        self.discard_original(draft.original_no)
    }
}
