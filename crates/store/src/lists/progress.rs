//! How far the payments of each list have come: kept as it changes, so that what waits can be told
//! without looking at what is done.

use super::{ListProgress, ListState};
use crate::db::from_row;
use crate::ledger::UNBOOKED;
use crate::{DistributionNo, ListNo, OrderNo, Read, Result, Write};

/// The state of a list, and how far it has come once it is taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListStanding {
    /// The list.
    pub list_no: ListNo,
    /// Its state.
    pub state: ListState,
    /// How far its payments have come; nothing of a draft has.
    pub progress: ListProgress,
}

from_row!(ListProgress { payments, looked_at, matched, distributed, unbooked, handed_over });

/// Every list that has been taken in has a row; a draft has none.
const STANDING: &str = "
    SELECT l.list_no, l.state, coalesce(p.payments, 0) AS payments,
           coalesce(p.looked_at, 0) AS looked_at, coalesce(p.matched, 0) AS matched,
           coalesce(p.distributed, 0) AS distributed, coalesce(p.unbooked, 0) AS unbooked,
           coalesce(p.handed_over, 0) AS handed_over
    FROM payment_list l LEFT JOIN list_progress p ON p.list_no = l.list_no";

impl crate::db::FromRow for ListStanding {
    fn from_row(row: &crate::db::Row<'_>) -> Result<ListStanding> {
        Ok(ListStanding {
            list_no: row.get("list_no")?,
            state: row.get("state")?,
            progress: ListProgress::from_row(row)?,
        })
    }
}

impl Read<'_> {
    /// How far every list has come.
    pub fn list_standings(&self) -> Result<Vec<ListStanding>> {
        self.db.all(STANDING, &[])
    }

    /// How far one list has come.
    pub fn list_standing(&self, list_no: ListNo) -> Result<ListStanding> {
        self.db.only(&format!("{STANDING} WHERE l.list_no = ?1"), &[&list_no])
    }
}

impl Write<'_> {
    /// Counts payments that have come to be.
    pub(crate) fn count_payments(&self, list_no: ListNo, count: u64) -> Result<()> {
        self.db.run(
            "INSERT INTO list_progress (list_no, payments, looked_at, matched, distributed, unbooked,
                                        handed_over)
             VALUES (?1, ?2, 0, 0, 0, 0, 0)
             ON CONFLICT (list_no) DO UPDATE SET payments = list_progress.payments + ?2",
            &[&list_no, &count],
        )?;
        Ok(())
    }

    /// Counts payments that matching has looked at for the first time, and those that have come to
    /// be matched or are no more.
    pub(crate) fn count_matches(
        &self,
        list_no: ListNo,
        looked_at: i64,
        matched: i64,
    ) -> Result<()> {
        self.db.run(
            "UPDATE list_progress SET looked_at = looked_at + ?2, matched = matched + ?3
             WHERE list_no = ?1",
            &[&list_no, &looked_at, &matched],
        )?;
        Ok(())
    }

    /// Counts anew how far the lists have come that a distribution gave of, or took back from.
    pub(crate) fn count_shares_of_distribution(
        &self,
        distribution_no: DistributionNo,
    ) -> Result<()> {
        let lists = "SELECT d.list_no FROM distribution_list d WHERE d.distribution_no = ?1";
        self.db.run(&count_shares_of(lists), &[&distribution_no])?;
        Ok(())
    }

    /// Counts anew what has been booked and handed over of the lists that an order books.
    pub(crate) fn count_shares_of_order(&self, order_no: OrderNo) -> Result<()> {
        let lists = "SELECT o.list_no FROM order_list o WHERE o.order_no = ?1";
        self.db.run(&count_shares_of(lists), &[&order_no])?;
        Ok(())
    }
}

/// A row of nothing has nothing to be booked and handed over.
fn count_shares_of(lists: &str) -> String {
    format!(
        "UPDATE list_progress SET
             distributed = (SELECT count(*) FROM standing_row d
                            WHERE d.list_no = list_progress.list_no),
             unbooked = (SELECT count(DISTINCT e.line) FROM entry e
                         WHERE e.list_no = list_progress.list_no AND e.kind = 'distributed'
                           AND {UNBOOKED}),
             handed_over = (SELECT count(DISTINCT e.line) FROM entry e
                            WHERE e.list_no = list_progress.list_no AND e.kind = 'handed-over'
                              AND e.corrects IS NULL
                              AND NOT EXISTS (SELECT 1 FROM entry c
                                              WHERE c.corrects = e.entry_no))
                           + (SELECT count(*) FROM standing_row d
                              WHERE d.list_no = list_progress.list_no AND d.amount_ore = 0)
         WHERE list_no IN ({lists})"
    )
}
