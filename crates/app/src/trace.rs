//! From a posting to the rows it comes from, and from a row to everything it became.

use std::collections::BTreeMap;

use domain::Ore;
use domain::ledger::EntryKind;
use store::PersonNo;
use store::StoreError;
use store::ledger::Entry;
use store::orders::{OrderRecord, PostingRecord};

use crate::error::{AppError, RefusalCode};
use crate::{App, Result};

/// A row that a posting comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TracedRow {
    /// The list's id.
    pub list: String,
    /// The file's own name.
    pub file: String,
    /// Line in the file.
    pub line: u32,
    /// The person, if it is about one.
    pub person: Option<PersonNo>,
    /// What of the row lies in the posting, in öre.
    pub amount: Ore,
}

/// A posting with its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TracedPosting {
    /// The order.
    pub order: OrderRecord,
    /// The posting.
    pub posting: PostingRecord,
}

/// Where a posting comes from, or what a row became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// Rows, by list and line.
    pub rows: Vec<TracedRow>,
    /// Ledger entries, in the order they were written.
    pub entries: Vec<Entry>,
    /// Postings, by order, voucher and place.
    pub postings: Vec<TracedPosting>,
}

impl App {
    /// Where posting `posting` of voucher `voucher` (both from 1) of an order comes from.
    ///
    /// # Errors
    /// When there is no such posting, or the database cannot be read.
    pub fn trace_posting(&self, order: &str, voucher: u32, posting: u32) -> Result<Trace> {
        let order = self.order(order)?;
        let read = self.read();
        let found = read
            .vouchers(order.order_no)?
            .into_iter()
            .filter(|candidate| candidate.voucher == voucher)
            .flat_map(|candidate| candidate.postings)
            .find(|candidate| candidate.posting == posting)
            .ok_or_else(|| AppError::refused(RefusalCode::NoSuchPosting))?;
        let entries = read.entries_of_posting(found.posting_no)?;
        let rows = self.rows_of(&entries)?;
        Ok(Trace { rows, entries, postings: vec![TracedPosting { order, posting: found }] })
    }

    /// What the row in `line` of a list became.
    ///
    /// # Errors
    /// When there is no such row, or the database cannot be read.
    pub fn trace_row(&self, list: &str, line: u32) -> Result<Trace> {
        let list = self.list(list)?;
        let read = self.read();
        let row = read
            .row(list.list_no, line)?
            .ok_or_else(|| AppError::refused(RefusalCode::NoSuchRow).with("line", line))?;
        let entries = read.entries_of_row(list.list_no, line)?;
        let mut postings = Vec::new();
        for entry in entries.iter().filter(|entry| entry.kind == EntryKind::Distributed) {
            for posting in read.postings_of_entry(entry.entry_no)? {
                let order = read.order_by_no(posting.order_no)?;
                postings.push(TracedPosting { order, posting });
            }
        }
        postings.sort_by_key(|traced| {
            (traced.posting.order_no, traced.posting.voucher, traced.posting.posting)
        });
        postings.dedup_by_key(|traced| traced.posting.posting_no);
        let person = read.row_match(list.list_no, line)?.and_then(|found| found.person);
        let amount = row.row.amount.unwrap_or_default();
        let traced = TracedRow { list: list.id, file: list.file_name, line, person, amount };
        Ok(Trace { rows: vec![traced], entries, postings })
    }

    fn rows_of(&self, entries: &[Entry]) -> Result<Vec<TracedRow>> {
        let read = self.read();
        let mut by_place = BTreeMap::new();
        for entry in entries {
            let Some(place) = entry.origin.payment() else { continue };
            let found = by_place.entry(place).or_insert((entry.person, Ore::ZERO));
            found.1 += entry.amount;
        }
        let lists: BTreeMap<_, _> =
            read.lists()?.into_iter().map(|list| (list.list_no, list)).collect();
        by_place
            .into_iter()
            .map(|((list_no, line), (person, amount))| {
                let list = lists.get(&list_no).ok_or(StoreError::Damaged("payment_list"))?;
                let (list, file) = (list.id.clone(), list.file_name.clone());
                Ok(TracedRow { list, file, line, person, amount })
            })
            .collect()
    }
}
