//! Vouchers and their postings.

use domain::Ore;
use domain::person::CostCentre;
use domain::voucher::{AccountString, Voucher};
use rusqlite::Row;

use crate::{Read, Result, StoreError, Write};

/// A voucher of an order as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoucherRecord {
    /// Number within the order, from 1.
    pub voucher: u32,
    /// Its kind.
    pub kind: String,
    /// Its text.
    pub text: String,
    /// Its postings.
    pub postings: Vec<PostingRecord>,
}

/// A posting as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostingRecord {
    /// This database's number.
    pub posting_no: i64,
    /// The order it belongs to.
    pub order_no: i64,
    /// Its voucher's number within the order.
    pub voucher: u32,
    /// Number within the voucher, from 1.
    pub posting: u32,
    /// Where it is booked.
    pub account: AccountString,
    /// Debit positive, in öre.
    pub amount: Ore,
    /// Its text.
    pub text: String,
}

fn posting_of(row: &Row<'_>) -> rusqlite::Result<PostingRecord> {
    Ok(PostingRecord {
        posting_no: row.get("posting_no")?,
        order_no: row.get("order_no")?,
        voucher: row.get("voucher")?,
        posting: row.get("posting")?,
        account: AccountString {
            account: row.get("account")?,
            cost_centre: row.get::<_, Option<String>>("cost_centre")?.map(CostCentre),
            activity: row.get("activity")?,
            counterpart: row.get("counterpart")?,
        },
        amount: Ore(row.get("amount_ore")?),
        text: row.get("text")?,
    })
}

impl Read<'_> {
    /// The vouchers of an order with their postings.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn vouchers(&self, order_no: i64) -> Result<Vec<VoucherRecord>> {
        let mut vouchers: Vec<VoucherRecord> = self
            .connection
            .prepare_cached(
                "SELECT voucher, kind, text FROM voucher WHERE order_no = ?1 ORDER BY voucher",
            )?
            .query_map([order_no], |row| {
                Ok(VoucherRecord {
                    voucher: row.get(0)?,
                    kind: row.get(1)?,
                    text: row.get(2)?,
                    postings: Vec::new(),
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        let mut statement = self.connection.prepare_cached(
            "SELECT * FROM posting WHERE order_no = ?1 AND voucher = ?2 ORDER BY posting",
        )?;
        for voucher in &mut vouchers {
            voucher.postings = statement
                .query_map((order_no, voucher.voucher), posting_of)?
                .collect::<rusqlite::Result<_>>()?;
        }
        Ok(vouchers)
    }

    /// The postings that sum a ledger entry.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn postings_of_entry(&self, entry_no: i64) -> Result<Vec<PostingRecord>> {
        let postings = self
            .connection
            .prepare_cached(
                "SELECT p.* FROM posting p JOIN posting_entry l USING (posting_no)
                 WHERE l.entry_no = ?1 ORDER BY p.order_no, p.voucher, p.posting",
            )?
            .query_map([entry_no], posting_of)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(postings)
    }
}

impl Write<'_> {
    pub(super) fn add_postings(
        &self,
        order_no: i64,
        number: u32,
        voucher: &Voucher,
        entries: &[i64],
    ) -> Result<()> {
        let mut line = self.connection.prepare_cached(
            "INSERT INTO posting (order_no, voucher, posting, account, cost_centre, activity,
                                  counterpart, amount_ore, text)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?;
        let mut link =
            self.connection.prepare_cached("INSERT INTO posting_entry VALUES (?1, ?2)")?;
        for (place, posting) in (1u32..).zip(&voucher.postings) {
            let account = &posting.account;
            line.execute((
                order_no,
                number,
                place,
                &account.account,
                account.cost_centre.as_ref().map(|centre| &centre.0),
                &account.activity,
                &account.counterpart,
                posting.amount.0,
                &posting.text,
            ))?;
            let posting_no = self.connection.last_insert_rowid();
            for source in &posting.sources {
                let entry = entries.get(*source).ok_or(StoreError::Damaged("posting source"))?;
                link.execute((posting_no, entry))?;
            }
        }
        Ok(())
    }
}
