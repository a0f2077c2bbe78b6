//! Equal rows, within a list and between lists.

use domain::payment::PaymentRow;

use super::{ListRecord, ListState, RowRecord};
use crate::db::Params;
use crate::{ListNo, Place, Read, Result, StoreError};

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
    pub fn equal_rows(&self, list_no: ListNo) -> Result<Vec<EqualRows>> {
        // A list that is most of the database is compared fastest by walking the key's index in
        // order; a small list in a large database by looking each of its rows up.
        let (sql, params): (&str, Params<'_>) = if self.is_large_part(list_no)? {
            (
                "SELECT row_key, list_no, line FROM payment_row
                 WHERE row_key <> 0 ORDER BY row_key, list_no, line",
                &[],
            )
        } else {
            (
                "SELECT row_key, list_no, line FROM payment_row
                 WHERE row_key IN (SELECT row_key FROM payment_row
                                   WHERE list_no = ?1 AND row_key <> 0)
                 ORDER BY row_key, list_no, line",
                &[&list_no],
            )
        };
        let mut equal = Vec::new();
        let mut group: Vec<Place> = Vec::new();
        let mut group_key = 0i64;
        self.db.each(sql, params, |row| -> Result<()> {
            let key: i64 = row.get("row_key")?;
            if key != group_key {
                self.equal_in_group(list_no, &group, &mut equal)?;
                group.clear();
                group_key = key;
            }
            group.push((row.get("list_no")?, row.get("line")?));
            Ok(())
        })?;
        self.equal_in_group(list_no, &group, &mut equal)?;
        equal.sort_by_key(|pair: &EqualRows| pair.line);
        Ok(equal)
    }

    /// The same payment as a row of `list` that stands elsewhere: the first of those that lists in
    /// force have brought; of a draft's row, where there is none, the first equal row before it in
    /// the draft.
    pub fn equal_to(
        &self,
        list: &ListRecord,
        line: u32,
        row: &PaymentRow,
    ) -> Result<Option<EqualRows>> {
        if list.state != ListState::Draft {
            let other = self.same_payment(row)?;
            return Ok(other.map(|(other_list, other_line)| EqualRows {
                line,
                other_list,
                other_line,
            }));
        }
        // The draft's own rows are no payments, and a thousand equal ones are not to be gone through for each.
        let mut other = self.standing(row, "r.list_no < ?2", &[&row.key(), &list.list_no])?;
        if other.is_none() {
            other = self.standing(row, "r.list_no > ?2", &[&row.key(), &list.list_no])?;
        }
        if other.is_none() {
            let earlier = "SELECT list_no, line FROM payment_row
                 WHERE row_key = ?1 AND list_no = ?2 AND line < ?3 ORDER BY line";
            other = self.first_equal(row, earlier, &[&row.key(), &list.list_no, &line])?;
        }
        Ok(other.map(|(other_list, other_line)| EqualRows { line, other_list, other_line }))
    }

    /// The first payment that is the same as `row`, of lists that stand.
    pub fn same_payment(&self, row: &PaymentRow) -> Result<Option<Place>> {
        self.standing(row, "r.list_no > 0", &[&row.key()])
    }

    fn standing(&self, row: &PaymentRow, lists: &str, params: Params<'_>) -> Result<Option<Place>> {
        let standing = format!(
            "SELECT r.list_no, r.line
             FROM payment r JOIN payment_list l ON l.list_no = r.list_no
             WHERE r.row_key = ?1 AND {lists} AND l.state = 'committed' ORDER BY r.list_no, r.line"
        );
        self.first_equal(row, &standing, params)
    }

    /// Lines of a list after `line` whose rows have the key.
    pub fn later_lines_with_key(&self, list_no: ListNo, line: u32, key: i64) -> Result<Vec<u32>> {
        self.db.all(
            "SELECT line FROM payment_row WHERE row_key = ?1 AND list_no = ?2 AND line > ?3
             ORDER BY line",
            &[&key, &list_no, &line],
        )
    }

    /// The first of the candidates that `sql` names that is the same payment field by field.
    fn first_equal(
        &self,
        row: &PaymentRow,
        sql: &str,
        params: Params<'_>,
    ) -> Result<Option<Place>> {
        self.db.find(sql, params, |candidate| {
            let (list_no, line) = (candidate.get("list_no")?, candidate.get("line")?);
            let other = self.row(list_no, line)?;
            Ok(other.filter(|other| other.row.same_payment(row)).map(|_| (list_no, line)))
        })
    }

    fn is_large_part(&self, list_no: ListNo) -> Result<bool> {
        self.db.only(
            "SELECT CASE WHEN coalesce(sum(rows) FILTER (WHERE list_no = ?1), 0) * 4
                              >= coalesce(sum(rows), 0) THEN 1 ELSE 0 END
             FROM payment_list",
            &[&list_no],
        )
    }

    /// Rows that share a key are candidates; here they are compared field by field. Payments that
    /// stand come before the list's own rows, whichever list was read first.
    fn equal_in_group(
        &self,
        list_no: ListNo,
        group: &[Place],
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
