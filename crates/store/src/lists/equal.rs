//! Equal rows, within a list and between lists.

use domain::payment::PaymentRow;
use rusqlite::Params;

use super::{ListNo, ListRecord, ListState, RowRecord};
use crate::{Read, Result, StoreError};

/// A row and the same payment that stands elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EqualRows {
    /// Line of the row in the list asked about.
    pub line: u32,
    /// The other row's list.
    pub other_list: ListNo,
    /// The other row's line.
    pub other_line: u32,
}

impl Read<'_> {
    /// Every row of a draft with the same payment elsewhere, as [`Read::equal_to`] finds it, by
    /// line.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn equal_rows(&self, list_no: ListNo) -> Result<Vec<EqualRows>> {
        // A list that is most of the database is compared fastest by walking the key's index in
        // order; a small list in a large database by looking each of its rows up.
        let sql = if self.is_large_part(list_no)? {
            "SELECT row_key, list_no, line FROM payment_row
             WHERE row_key <> 0 ORDER BY row_key, list_no, line"
        } else {
            "SELECT row_key, list_no, line FROM payment_row
             WHERE row_key IN (SELECT row_key FROM payment_row
                               WHERE list_no = ?1 AND row_key <> 0)
             ORDER BY row_key, list_no, line"
        };
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = if statement.parameter_count() == 0 {
            statement.query([])?
        } else {
            statement.query([list_no])?
        };
        let mut equal = Vec::new();
        let mut group: Vec<(ListNo, u32)> = Vec::new();
        let mut group_key = 0i64;
        while let Some(row) = rows.next()? {
            let key: i64 = row.get(0)?;
            if key != group_key {
                self.equal_in_group(list_no, &group, &mut equal)?;
                group.clear();
                group_key = key;
            }
            group.push((row.get(1)?, row.get(2)?));
        }
        self.equal_in_group(list_no, &group, &mut equal)?;
        equal.sort_by_key(|pair: &EqualRows| pair.line);
        Ok(equal)
    }

    /// The same payment as a row of `list` that stands elsewhere: the first of those that lists in
    /// force have brought; of a draft's row, where there is none, the first equal row before it in
    /// the draft.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn equal_to(
        &self,
        list: &ListRecord,
        line: u32,
        row: &PaymentRow,
    ) -> Result<Option<EqualRows>> {
        let mut other = self.same_payment(row)?;
        if other.is_none() && list.state == ListState::Draft {
            let earlier = "SELECT list_no, line FROM payment_row
                 WHERE row_key = ?1 AND list_no = ?2 AND line < ?3 ORDER BY line";
            other = self.first_equal(row, earlier, (row.key(), list.list_no, line))?;
        }
        Ok(other.map(|(other_list, other_line)| EqualRows { line, other_list, other_line }))
    }

    /// The first payment that is the same as `row`, of lists that stand.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn same_payment(&self, row: &PaymentRow) -> Result<Option<(ListNo, u32)>> {
        let standing = "SELECT r.list_no, r.line
             FROM payment_row r JOIN payment_list l USING (list_no)
             WHERE r.row_key = ?1 AND l.state = 'committed' AND r.state IN (0, 2, 4)
             ORDER BY r.list_no, r.line";
        self.first_equal(row, standing, [row.key()])
    }

    /// Lines of a list after `line` whose rows have the key.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn later_lines_with_key(&self, list_no: ListNo, line: u32, key: i64) -> Result<Vec<u32>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT line FROM payment_row WHERE row_key = ?1 AND list_no = ?2 AND line > ?3
             ORDER BY line",
        )?;
        let lines = statement.query_map((key, list_no, line), |row| row.get(0))?;
        Ok(lines.collect::<rusqlite::Result<_>>()?)
    }

    /// The first of the candidates that `sql` names that is the same payment field by field.
    fn first_equal(
        &self,
        row: &PaymentRow,
        sql: &str,
        arguments: impl Params,
    ) -> Result<Option<(ListNo, u32)>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(arguments)?;
        while let Some(found) = rows.next()? {
            let place: (ListNo, u32) = (found.get(0)?, found.get(1)?);
            if self.row(place.0, place.1)?.is_some_and(|other| other.row.same_payment(row)) {
                return Ok(Some(place));
            }
        }
        Ok(None)
    }

    fn is_large_part(&self, list_no: ListNo) -> Result<bool> {
        let (mine, all): (i64, i64) = self.connection.query_row(
            "SELECT coalesce(sum(iif(list_no = ?1, rows, 0)), 0), coalesce(sum(rows), 0)
             FROM payment_list",
            [list_no],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        Ok(mine.saturating_mul(4) >= all)
    }

    /// Rows that share a key are candidates; here they are compared field by field. Payments that
    /// stand come before the list's own rows, whichever list was read first.
    fn equal_in_group(
        &self,
        list_no: ListNo,
        group: &[(ListNo, u32)],
        equal: &mut Vec<EqualRows>,
    ) -> Result<()> {
        let (mine, others): (Vec<_>, Vec<_>) =
            group.iter().copied().partition(|(list, _)| *list == list_no);
        if group.len() < 2 || mine.is_empty() {
            return Ok(());
        }
        let read = |list: ListNo, line: u32| -> Result<RowRecord> {
            self.row(list, line)?.ok_or(StoreError::Damaged("payment_row"))
        };
        let mut earlier: Vec<(ListNo, u32, PaymentRow)> = Vec::new();
        for (other_list, line) in others {
            if self.list_by_no(other_list)?.state == ListState::Committed {
                let record = read(other_list, line)?;
                if record.state.becomes_payment() {
                    earlier.push((other_list, line, record.row));
                }
            }
        }
        for (_, line) in mine {
            let row = read(list_no, line)?.row;
            match earlier.iter().find(|(.., other)| other.same_payment(&row)) {
                Some((list, twin, _)) => {
                    equal.push(EqualRows { line, other_list: *list, other_line: *twin });
                }
                // One that equals it is named by the row that comes first.
                None => earlier.push((list_no, line, row)),
            }
        }
        Ok(())
    }
}
