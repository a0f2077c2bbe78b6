//! Payment lists: their rows as written and as meant, findings and decisions.

mod decisions;
mod equal;
mod progress;
mod records;
mod rows;

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use domain::Ore;

pub use decisions::DecisionRecord;
pub use equal::{Alike, NumbersOfPersons, RowsSeen};
pub use progress::ListStanding;
pub use records::{
    CELL_SEPARATOR, ListRecord, ListState, NewList, PAGE_ROWS, RowRecord, RowState, SUM_LIMIT,
    StateSum,
};
pub use rows::RowWriter;
pub(crate) use rows::{ROW, error_codes, page_of};

use crate::db::{FromRow, Row, from_row};
use crate::{ListNo, Read, Result, StoreError, Write};

from_row!(ListRecord {
    list_no, id, state, original_no, file_name, sha256, profile, profile_name, format, given_date,
    payment_date, rows, read_on, bank = "bank_ore", bank_reason, event_no,
});

const LIST: &str = "
    SELECT l.list_no, l.id, l.state, l.original_no, f.name AS file_name, l.sha256, l.profile,
           l.profile_name, l.format, l.given_date, l.payment_date, l.rows, l.read_on, l.bank_ore,
           l.bank_reason, l.event_no
    FROM payment_list l JOIN original_file f ON f.original_no = l.original_no";

/// How far the payments of a committed list have come, in rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListProgress {
    /// Rows that are payments.
    pub payments: u64,
    /// Rows that matching has looked at.
    pub looked_at: u64,
    /// Of them, matched.
    pub matched: u64,
    /// Distributed.
    pub distributed: u64,
    /// Rows with a share that waits for an order, or with one that takes a booked share back.
    pub unbooked: u64,
    /// Distributed rows of which a share has been handed over.
    pub handed_over: u64,
}

/// The sums of the rows without remark, which their list keeps.
struct CleanSum(StateSum);

impl FromRow for CleanSum {
    fn from_row(row: &Row<'_>) -> Result<CleanSum> {
        let rows = row.get("clean_rows")?;
        Ok(CleanSum(StateSum {
            rows,
            readable: rows,
            positive: row.get("clean_positive_ore")?,
            negative: row.get("clean_negative_ore")?,
        }))
    }
}

impl Read<'_> {
    /// The list with that id.
    pub fn list(&self, id: &str) -> Result<Option<ListRecord>> {
        self.db.one(&format!("{LIST} WHERE l.id = ?1"), &[&id])
    }

    /// The list with that number.
    ///
    /// # Errors
    /// When there is no such list.
    pub fn list_by_no(&self, list_no: ListNo) -> Result<ListRecord> {
        let list = self.db.one(&format!("{LIST} WHERE l.list_no = ?1"), &[&list_no])?;
        list.ok_or(StoreError::Damaged("payment_list"))
    }

    /// Every list, the newest first.
    pub fn lists(&self) -> Result<Vec<ListRecord>> {
        self.db.all(&format!("{LIST} ORDER BY l.list_no DESC"), &[])
    }

    /// The lists read from a file with that digest, the newest first.
    pub fn lists_with_digest(&self, sha256: &str) -> Result<Vec<ListRecord>> {
        let same = format!("{LIST} WHERE l.sha256 = ?1 ORDER BY l.list_no DESC");
        self.db.all(&same, &[&sha256])
    }

    /// Rows and sums per state, list by list.
    ///
    /// # Errors
    /// When the amounts of a list sum to more than [`SUM_LIMIT`].
    pub fn all_state_sums(&self) -> Result<HashMap<ListNo, BTreeMap<RowState, StateSum>>> {
        let mut sums = HashMap::new();
        let clean = "SELECT list_no, clean_rows, clean_positive_ore, clean_negative_ore
                     FROM payment_list";
        self.db.each(clean, &[], |row| -> Result<()> {
            let CleanSum(clean) = CleanSum::from_row(row)?;
            sums.insert(row.get("list_no")?, (BTreeMap::from([(RowState::Clean, clean)]), clean));
            Ok(())
        })?;
        let others = "SELECT list_no, amount_ore, state FROM payment_row WHERE state <> 0";
        self.db.each(others, &[], |row| -> Result<()> {
            let Some((of_list, all)) = sums.get_mut(&row.get::<ListNo>("list_no")?) else {
                return Err(StoreError::Damaged("payment_row"));
            };
            let amount: Option<Ore> = row.get("amount_ore")?;
            of_list.entry(row.get("state")?).or_default().add(amount)?;
            all.add(amount)
        })?;
        Ok(sums.into_iter().map(|(list_no, (of_list, _))| (list_no, of_list)).collect())
    }

    /// Rows and sums per state.
    ///
    /// # Errors
    /// When the amounts sum to more than [`SUM_LIMIT`].
    pub fn state_sums(&self, list_no: ListNo) -> Result<BTreeMap<RowState, StateSum>> {
        let CleanSum(clean) = self.db.only(
            "SELECT clean_rows, clean_positive_ore, clean_negative_ore
             FROM payment_list WHERE list_no = ?1",
            &[&list_no],
        )?;
        let mut sums = BTreeMap::from([(RowState::Clean, clean)]);
        let mut all = clean;
        self.db.each(OTHER_ROWS, &[&list_no], |row| {
            let amount: Option<Ore> = row.get("amount_ore")?;
            sums.entry(row.get("state")?).or_default().add(amount)?;
            all.add(amount)
        })?;
        Ok(sums)
    }
}

/// The rows of a list that are not clean.
const OTHER_ROWS: &str = "SELECT amount_ore, state FROM payment_row
     WHERE list_no = ?1 AND state <> 0";

impl Write<'_> {
    /// Begins a draft; its rows follow.
    pub fn add_list(&self, list: &NewList) -> Result<ListNo> {
        self.db.only(
            "INSERT INTO payment_list (id, state, original_no, sha256, profile, profile_name, format,
                 given_date, rows, clean_rows, clean_positive_ore, clean_negative_ore, read_on,
                 event_no)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0, 0, 0, 0, ?9, ?10) RETURNING list_no",
            &[
                &list.id,
                &ListState::Draft,
                &list.original_no,
                &list.sha256,
                &list.profile,
                &list.profile_name,
                &list.format,
                &list.given_date,
                &list.read_on,
                &self.event_no(),
            ],
        )
    }

    /// Sets how a list was read, as JSON of the use case.
    pub fn set_list_format(&self, list_no: ListNo, format: &str) -> Result<()> {
        self.db
            .run("UPDATE payment_list SET format = ?2 WHERE list_no = ?1", &[&list_no, &format])?;
        Ok(())
    }

    /// Sets what is known once all rows have been read.
    pub fn end_list(
        &self,
        list_no: ListNo,
        rows: u64,
        clean: StateSum,
        payment_date: Option<NaiveDate>,
    ) -> Result<()> {
        self.db.run(
            "UPDATE payment_list SET rows = ?2, clean_rows = ?3, clean_positive_ore = ?4,
                 clean_negative_ore = ?5, payment_date = ?6 WHERE list_no = ?1",
            &[&list_no, &rows, &clean.rows, &clean.positive, &clean.negative, &payment_date],
        )?;
        Ok(())
    }

    /// Sets the payment date to the last one of the rows that become payments; none where no row
    /// does. A list of clean rows only stands as it was read.
    pub fn settle_payment_date(&self, list_no: ListNo) -> Result<()> {
        self.db.run(
            "UPDATE payment_list SET payment_date =
                 (SELECT max(p.payment_date) FROM payment p WHERE p.list_no = ?1)
             WHERE list_no = ?1 AND rows <> clean_rows",
            &[&list_no],
        )?;
        Ok(())
    }

    /// Moves a list to another state.
    ///
    /// # Errors
    /// When the state cannot follow the present one.
    pub fn set_list_state(&self, list_no: ListNo, state: ListState) -> Result<()> {
        self.db
            .run("UPDATE payment_list SET state = ?2 WHERE list_no = ?1", &[&list_no, &state])?;
        Ok(())
    }

    /// Sets what the bank credited, and why it differs.
    pub fn set_bank_amount(
        &self,
        list_no: ListNo,
        bank: Option<Ore>,
        reason: Option<&str>,
    ) -> Result<()> {
        self.db.run(
            "UPDATE payment_list SET bank_ore = ?2, bank_reason = ?3 WHERE list_no = ?1",
            &[&list_no, &bank, &reason],
        )?;
        Ok(())
    }

    /// Throws a draft away: nothing was paid, and a file read by mistake must not stay.
    ///
    /// # Errors
    /// When the list is no draft.
    pub fn discard_draft(&self, list: &ListRecord) -> Result<()> {
        for table in ["row_decision", "row_finding", "payment_page", "payment_row", "payment_list"]
        {
            self.db.run(&format!("DELETE FROM {table} WHERE list_no = ?1"), &[&list.list_no])?;
        }
        self.discard_original(list.original_no)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of a million rows a few are not clean: no others are read.
    #[test]
    fn rows_that_are_not_clean_are_found_by_their_index() {
        let plan = crate::db::plan(OTHER_ROWS, &[&ListNo(1)]);
        assert!(plan.contains("USING COVERING INDEX payment_row_state (list_no=?)"), "{plan}");
    }
}
