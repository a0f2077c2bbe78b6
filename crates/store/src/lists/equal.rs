//! Equal rows, within a list and between lists.

use domain::payment::PaymentRow;

use super::{ListNo, ListState};
use crate::{Read, Result, StoreError};

/// Two equal rows: the later one and the one it equals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EqualRows {
    /// Line of the later row in the list asked about.
    pub line: u32,
    /// The earlier row's list.
    pub other_list: ListNo,
    /// The earlier row's line.
    pub other_line: u32,
}

impl Read<'_> {
    /// Equal rows: a later row of this list with an earlier one of the same list, or with a row of
    /// a list that has been committed and not reversed.
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

    /// The first committed row, of lists that stand, that is the same payment as `row`.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn same_payment(&self, row: &PaymentRow) -> Result<Option<(ListNo, u32)>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT r.list_no, r.line FROM payment_row r JOIN payment_list l USING (list_no)
             WHERE r.row_key = ?1 AND l.state = 'committed' AND r.state IN (0, 2, 4)
             ORDER BY r.list_no, r.line",
        )?;
        let mut rows = statement.query([row.key()])?;
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

    /// Rows that share a key are candidates; here they are compared field by field.
    fn equal_in_group(
        &self,
        list_no: ListNo,
        group: &[(ListNo, u32)],
        equal: &mut Vec<EqualRows>,
    ) -> Result<()> {
        if group.len() < 2 || !group.iter().any(|(list, _)| *list == list_no) {
            return Ok(());
        }
        let mut earlier: Vec<(ListNo, u32, PaymentRow)> = Vec::new();
        for (other_list, line) in group {
            let mine = *other_list == list_no;
            if !mine && self.list_by_no(*other_list)?.state != ListState::Committed {
                continue;
            }
            let record = self.row(*other_list, *line)?.ok_or(StoreError::Damaged("payment_row"))?;
            if mine {
                let twin = earlier.iter().find(|(.., row)| row.same_payment(&record.row));
                if let Some((list, twin_line, _)) = twin {
                    equal.push(EqualRows {
                        line: *line,
                        other_list: *list,
                        other_line: *twin_line,
                    });
                }
            }
            if mine || record.state.becomes_payment() {
                earlier.push((*other_list, *line, record.row));
            }
        }
        Ok(())
    }
}
