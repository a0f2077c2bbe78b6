//! Payment lists: their rows as written and as meant, findings and decisions.

mod decisions;
mod equal;
mod records;
mod rows;

use chrono::NaiveDate;
use domain::Ore;
use rusqlite::Row;

pub use decisions::DecisionRecord;
pub use equal::EqualRows;
pub use records::{
    CELL_SEPARATOR, ListNo, ListRecord, ListState, NewList, PAGE_ROWS, RowRecord, RowState,
    SUM_LIMIT, StateSum,
};
pub use rows::RowWriter;
pub(crate) use rows::row_of;

use crate::columns::{IsoDay, certain_day, day};
use crate::{Read, Result, StoreError, Write};
use std::collections::BTreeMap;

fn list_of(row: &Row<'_>) -> Result<ListRecord> {
    Ok(ListRecord {
        list_no: row.get("list_no")?,
        id: row.get("id")?,
        state: ListState::parse(row.get_ref("state")?.as_str().unwrap_or_default())?,
        original_no: row.get("original_no")?,
        file_name: row.get("file_name")?,
        sha256: row.get("sha256")?,
        profile: row.get("profile")?,
        profile_name: row.get("profile_name")?,
        format: row.get("format")?,
        given_date: day(row, "given_date")?,
        payment_date: day(row, "payment_date")?,
        rows: row.get("rows")?,
        read_on: certain_day(row, "read_on")?,
        bank: row.get::<_, Option<i64>>("bank_ore")?.map(Ore),
        bank_reason: row.get("bank_reason")?,
        event_no: row.get("event_no")?,
    })
}

const LIST: &str = "SELECT l.*, f.name AS file_name
    FROM payment_list l JOIN original_file f USING (original_no)";

/// How far the payments of a committed list have come, in rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListProgress {
    /// Rows that matching has looked at.
    pub looked_at: u64,
    /// Of them, matched.
    pub matched: u64,
    /// Distributed.
    pub distributed: u64,
    /// Distributed rows with a share that no order in force has booked.
    pub unbooked: u64,
    /// Distributed rows of which a share has been handed over.
    pub handed_over: u64,
}

impl Read<'_> {
    /// How far the payments of a list have come.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn list_progress(&self, list_no: ListNo) -> Result<ListProgress> {
        let progress = self
            .connection
            .prepare_cached(
                "SELECT
                   (SELECT count(*) FROM row_match WHERE list_no = ?1),
                   (SELECT count(*) FROM row_match WHERE list_no = ?1 AND matched = 1),
                   (SELECT count(*) FROM distributed_row WHERE list_no = ?1),
                   (SELECT count(DISTINCT e.line) FROM entry e
                    WHERE e.list_no = ?1 AND e.kind = 'distributed' AND e.corrects IS NULL
                      AND NOT EXISTS (
                        SELECT 1 FROM posting_entry l JOIN posting p USING (posting_no)
                        WHERE l.entry_no = e.entry_no
                          AND NOT EXISTS (SELECT 1 FROM order_state s
                              WHERE s.order_no = p.order_no AND s.state = 'withdrawn'))),
                   (SELECT count(DISTINCT line) FROM entry
                    WHERE list_no = ?1 AND kind = 'handed-over')",
            )?
            .query_row([list_no], |row| {
                Ok(ListProgress {
                    looked_at: row.get(0)?,
                    matched: row.get(1)?,
                    distributed: row.get(2)?,
                    unbooked: row.get(3)?,
                    handed_over: row.get(4)?,
                })
            })?;
        Ok(progress)
    }

    /// The list with that id.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn list(&self, id: &str) -> Result<Option<ListRecord>> {
        let mut statement = self.connection.prepare_cached(&format!("{LIST} WHERE id = ?1"))?;
        let mut rows = statement.query([id])?;
        rows.next()?.map(list_of).transpose()
    }

    /// The list with that number.
    ///
    /// # Errors
    /// When there is no such list, or the database cannot be read.
    pub fn list_by_no(&self, list_no: ListNo) -> Result<ListRecord> {
        let mut statement =
            self.connection.prepare_cached(&format!("{LIST} WHERE list_no = ?1"))?;
        let mut rows = statement.query([list_no])?;
        let row = rows.next()?.ok_or(StoreError::Damaged("payment_list"))?;
        list_of(row)
    }

    /// Every list, the newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn lists(&self) -> Result<Vec<ListRecord>> {
        let mut statement =
            self.connection.prepare_cached(&format!("{LIST} ORDER BY list_no DESC"))?;
        let mut rows = statement.query([])?;
        let mut lists = Vec::new();
        while let Some(row) = rows.next()? {
            lists.push(list_of(row)?);
        }
        Ok(lists)
    }

    /// The lists read from a file with that digest, the newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn lists_with_digest(&self, sha256: &str) -> Result<Vec<ListRecord>> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("{LIST} WHERE l.sha256 = ?1 ORDER BY list_no DESC"))?;
        let mut rows = statement.query([sha256])?;
        let mut lists = Vec::new();
        while let Some(row) = rows.next()? {
            lists.push(list_of(row)?);
        }
        Ok(lists)
    }

    /// Rows and sums per state.
    ///
    /// # Errors
    /// When the amounts sum to more than [`SUM_LIMIT`], or the database cannot be read.
    pub fn state_sums(&self, list_no: ListNo) -> Result<BTreeMap<RowState, StateSum>> {
        let mut sums = BTreeMap::new();
        let clean = self
            .connection
            .prepare_cached(
                "SELECT clean_rows, clean_positive_ore, clean_negative_ore
                 FROM payment_list WHERE list_no = ?1",
            )?
            .query_row([list_no], |row| {
                let rows = row.get(0)?;
                let (positive, negative) = (Ore(row.get(1)?), Ore(row.get(2)?));
                Ok(StateSum { rows, readable: rows, positive, negative })
            })?;
        sums.insert(RowState::Clean, clean);
        let mut all = clean;
        // Without the hint every row of the list is read, the clean ones too.
        let mut statement = self.connection.prepare_cached(
            "SELECT state, amount_ore FROM payment_row INDEXED BY payment_row_state
             WHERE list_no = ?1 AND state <> 0",
        )?;
        let mut rows = statement.query([list_no])?;
        while let Some(row) = rows.next()? {
            let amount = row.get::<_, Option<i64>>(1)?.map(Ore);
            sums.entry(RowState::of(row.get(0)?)?).or_default().add(amount)?;
            all.add(amount)?;
        }
        Ok(sums)
    }
}

impl Write<'_> {
    /// Begins a draft; its rows follow.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add_list(&self, list: &NewList) -> Result<ListNo> {
        self.connection
            .prepare_cached(
                "INSERT INTO payment_list (id, state, original_no, sha256, profile, profile_name,
                     format, given_date, rows, clean_rows, clean_positive_ore, clean_negative_ore,
                     read_on, event_no)
                 VALUES (?1, 'draft', ?2, ?3, ?4, ?5, ?6, ?7, 0, 0, 0, 0, ?8, ?9)",
            )?
            .execute((
                &list.id,
                list.original_no,
                &list.sha256,
                &list.profile,
                &list.profile_name,
                &list.format,
                list.given_date.map(IsoDay::of),
                IsoDay::of(list.read_on),
                self.event_no(),
            ))?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Sets how a list was read, as JSON of the use case.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn set_list_format(&self, list_no: ListNo, format: &str) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE payment_list SET format = ?2 WHERE list_no = ?1")?
            .execute((list_no, format))?;
        Ok(())
    }

    /// Sets what is known once all rows have been read.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn end_list(
        &self,
        list_no: ListNo,
        rows: u64,
        clean: StateSum,
        payment_date: Option<NaiveDate>,
    ) -> Result<()> {
        self.connection
            .prepare_cached(
                "UPDATE payment_list SET rows = ?2, clean_rows = ?3, clean_positive_ore = ?4,
                     clean_negative_ore = ?5, payment_date = ?6 WHERE list_no = ?1",
            )?
            .execute((
                list_no,
                i64::try_from(rows).unwrap_or(i64::MAX),
                i64::try_from(clean.rows).unwrap_or(i64::MAX),
                clean.positive.0,
                clean.negative.0,
                payment_date.map(IsoDay::of),
            ))?;
        Ok(())
    }

    /// Sets the payment date to the last one of the rows that become payments; none where no row
    /// does. A list of clean rows only stands as it was read.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn settle_payment_date(&self, list_no: ListNo) -> Result<()> {
        self.connection
            .prepare_cached(
                "UPDATE payment_list SET payment_date =
                     (SELECT max(payment_date) FROM payment_row
                      WHERE list_no = ?1 AND state IN (0, 2, 4))
                 WHERE list_no = ?1 AND rows <> clean_rows",
            )?
            .execute([list_no])?;
        Ok(())
    }

    /// Moves a list to another state.
    ///
    /// # Errors
    /// When the state cannot follow the present one, or the database cannot be written.
    pub fn set_list_state(&self, list_no: ListNo, state: ListState) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE payment_list SET state = ?2 WHERE list_no = ?1")?
            .execute((list_no, state.as_str()))?;
        Ok(())
    }

    /// Sets what the bank credited, and why it differs.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn set_bank_amount(
        &self,
        list_no: ListNo,
        bank: Option<Ore>,
        reason: Option<&str>,
    ) -> Result<()> {
        self.connection
            .prepare_cached(
                "UPDATE payment_list SET bank_ore = ?2, bank_reason = ?3 WHERE list_no = ?1",
            )?
            .execute((list_no, bank.map(|bank| bank.0), reason))?;
        Ok(())
    }

    /// Throws a draft away: nothing was paid, and a file read by mistake must not stay.
    ///
    /// # Errors
    /// When the list is no draft, or the database cannot be written.
    pub fn discard_draft(&self, list: &ListRecord) -> Result<()> {
        for table in ["row_decision", "row_finding", "payment_page", "payment_row", "payment_list"]
        {
            self.connection
                .execute(&format!("DELETE FROM {table} WHERE list_no = ?1"), [list.list_no])?;
        }
        for table in ["original_piece", "original_file"] {
            self.connection.execute(
                &format!("DELETE FROM {table} WHERE original_no = ?1"),
                [list.original_no],
            )?;
        }
        Ok(())
    }
}
