//! Vouchers and their postings.

use domain::Ore;
use domain::voucher::{AccountString, Voucher, VoucherKind};

use crate::db::{FromRow, Row};
use crate::{EntryNo, OrderNo, PostingNo, Read, Result, StoreError, Write};

/// A voucher of an order as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoucherRecord {
    /// Number within the order, from 1.
    pub voucher: u32,
    /// Its kind.
    pub kind: VoucherKind,
    /// Its text.
    pub text: String,
    /// Its postings.
    pub postings: Vec<PostingRecord>,
}

/// A posting as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostingRecord {
    /// This database's number.
    pub posting_no: PostingNo,
    /// The order it belongs to.
    pub order_no: OrderNo,
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

impl FromRow for PostingRecord {
    fn from_row(row: &Row<'_>) -> Result<PostingRecord> {
        Ok(PostingRecord {
            posting_no: row.get("posting_no")?,
            order_no: row.get("order_no")?,
            voucher: row.get("voucher")?,
            posting: row.get("posting")?,
            account: AccountString {
                account: row.get("account")?,
                cost_centre: row.get("cost_centre")?,
                activity: row.get("activity")?,
                counterpart: row.get("counterpart")?,
            },
            amount: row.get("amount_ore")?,
            text: row.get("text")?,
        })
    }
}

impl FromRow for VoucherRecord {
    fn from_row(row: &Row<'_>) -> Result<VoucherRecord> {
        Ok(VoucherRecord {
            voucher: row.get("voucher")?,
            kind: row.get("kind")?,
            text: row.get("text")?,
            postings: Vec::new(),
        })
    }
}

const POSTING: &str = "
    SELECT p.posting_no, p.order_no, p.voucher, p.posting, p.account, p.cost_centre, p.activity,
           p.counterpart, p.amount_ore, p.text
    FROM posting p";

impl Read<'_> {
    /// The vouchers of an order with their postings.
    pub fn vouchers(&self, order_no: OrderNo) -> Result<Vec<VoucherRecord>> {
        let mut vouchers: Vec<VoucherRecord> = self.db.all(
            "SELECT voucher, kind, text FROM voucher WHERE order_no = ?1 ORDER BY voucher",
            &[&order_no],
        )?;
        let postings = format!("{POSTING} WHERE p.order_no = ?1 ORDER BY p.voucher, p.posting");
        let mut postings: Vec<PostingRecord> = self.db.all(&postings, &[&order_no])?;
        for voucher in vouchers.iter_mut().rev() {
            let first = postings.partition_point(|posting| posting.voucher < voucher.voucher);
            voucher.postings = postings.split_off(first);
        }
        Ok(vouchers)
    }

    /// The postings that sum a ledger entry.
    pub fn postings_of_entry(&self, entry_no: EntryNo) -> Result<Vec<PostingRecord>> {
        self.db.all(
            &format!(
                "{POSTING} JOIN posting_entry l ON l.posting_no = p.posting_no
                 WHERE l.entry_no = ?1 ORDER BY p.order_no, p.voucher, p.posting"
            ),
            &[&entry_no],
        )
    }
}

impl Write<'_> {
    pub(super) fn add_postings(
        &self,
        order_no: OrderNo,
        number: u32,
        voucher: &Voucher,
        entries: &[EntryNo],
    ) -> Result<()> {
        let mut link =
            self.db.prepare("INSERT INTO posting_entry (posting_no, entry_no) VALUES (?1, ?2)")?;
        for (place, posting) in (1u32..).zip(&voucher.postings) {
            let account = &posting.account;
            let posting_no: PostingNo = self.db.only(
                "INSERT INTO posting (order_no, voucher, posting, account, cost_centre, activity,
                                      counterpart, amount_ore, text)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) RETURNING posting_no",
                &[
                    &order_no,
                    &number,
                    &place,
                    &account.account,
                    &account.cost_centre,
                    &account.activity,
                    &account.counterpart,
                    &posting.amount,
                    &posting.text,
                ],
            )?;
            for source in &posting.sources {
                let entry = entries.get(*source).ok_or(StoreError::Damaged("posting source"))?;
                link.run(&[&posting_no, entry])?;
            }
        }
        Ok(())
    }
}
