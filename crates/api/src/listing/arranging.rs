//! Puts the rows of an answer in order, and hands out a page of them.

use domain::spelling::fold;
use serde_json::{Value, json};

use super::cells::{compare, holds_words, key_of, rank_of, rows_of};
use super::{List, Listed, Listing, PAGE_ROWS};
use crate::ErrorReply;

/// The field of an answer that says which part of the list came.
const LISTED: &str = "listed";

/// A list in the order that was asked for, kept so that the next page takes no second look: it holds as
/// long as what it was made from does.
#[derive(Debug)]
pub(crate) struct Arranged {
    /// What it was made from: the operation, what was asked but the page, the last event, who was shown.
    pub(crate) made_from: String,
    /// The answer without its rows.
    answer: Value,
    rows: Vec<Value>,
}

impl Arranged {
    /// Looks an answer's rows through, and puts those that are left in order.
    ///
    /// # Errors
    /// When the list has no such column.
    pub(crate) fn of(
        list: &List,
        listing: &Listing,
        made_from: String,
        mut answer: Value,
    ) -> Result<Arranged, ErrorReply> {
        let sort = listing.sort.as_ref();
        let by = sort.map(|sort| Ok((list.column(&sort.column)?, sort.descending)));
        let by = by.transpose().map_err(|error: ErrorReply| error.at_field("sort"))?;
        let mut rows = rows_of(list, &mut answer).map(std::mem::take).unwrap_or_default();
        let words: Vec<String> = fold(&listing.find.replace('\u{a0}', " "))
            .split_whitespace()
            .map(str::to_owned)
            .collect();
        if !words.is_empty() {
            rows.retain(|row| holds_words(list, row, &words));
        }
        if let Some((column, descending)) = by {
            let ranked = rows.into_iter().map(|row| (rank_of(column.cell(&row)), row));
            let mut ranked: Vec<_> = ranked.collect();
            // What ranks alike stays in the list's own order.
            ranked
                .sort_by(|(one, _), (other, _)| compare(one.as_ref(), other.as_ref(), descending));
            rows = ranked.into_iter().map(|(_, row)| row).collect();
        }
        Ok(Arranged { made_from, answer, rows })
    }

    /// The answer with the rows that are asked for.
    pub(crate) fn part(&self, list: &List, listing: &Listing) -> Value {
        let total = self.rows.len();
        let last = u32::try_from(total.saturating_sub(1)).unwrap_or(u32::MAX) / PAGE_ROWS;
        let at = listing.at.as_deref();
        let at = at.and_then(|key| self.rows.iter().position(|row| key_of(list, row) == key));
        let page = match at.and_then(|at| u32::try_from(at).ok()) {
            Some(at) => at / PAGE_ROWS,
            None => listing.page.min(last),
        };
        let whole = listing.all || !list.paged;
        let page = if whole { 0 } else { page };
        let rows: Vec<Value> = if whole {
            self.rows.clone()
        } else {
            let skipped = self.rows.iter().skip((page as usize) * PAGE_ROWS as usize);
            skipped.take(PAGE_ROWS as usize).cloned().collect()
        };
        let mut answer = self.answer.clone();
        if let Some(place) = rows_of(list, &mut answer) {
            *place = rows;
        }
        answer[LISTED] = json!(Listed { total: total as u64, page });
        answer
    }
}
