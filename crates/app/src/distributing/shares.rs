//! What boards get of rows, the same whether a run holds it or a draft would.

use chrono::NaiveDate;
use domain::Ore;
use domain::codes::CompensationCode;
use domain::person::CostCentre;
use store::ledger::Entry;
use store::{PersonNo, Place, StoreError};

use super::ShareExplanation;
use super::explaining::share_text;
use super::run::{SharedRow, work_out};
use crate::{App, Result};

/// What a board gets of a row, by a run or by a draft.
#[derive(Clone, Debug)]
pub struct RowShare {
    /// The payment row.
    pub row: Place,
    /// Whom it is about.
    pub person: Option<PersonNo>,
    /// Compensation.
    pub compensation: CompensationCode,
    /// The board.
    pub cost_centre: CostCentre,
    /// First day of the period.
    pub period_from: Option<NaiveDate>,
    /// Last day of the period, inclusive.
    pub period_until: Option<NaiveDate>,
    /// What it gets, in öre.
    pub amount: Ore,
    /// Whether it takes another share back.
    pub takes_back: bool,
    /// Why; none where it takes another back.
    pub explanation: Option<ShareExplanation>,
    /// Why in words, as they were kept; none for a draft.
    rendered: Option<String>,
}

impl RowShare {
    /// Öre of it that rounding left.
    pub fn remainder(&self) -> Ore {
        self.explanation.as_ref().map_or(Ore::ZERO, |explanation| explanation.share.remainder)
    }

    fn kept(entry: Entry) -> Result<RowShare> {
        let damaged = || StoreError::Damaged("entry");
        let explained = |data: String| {
            serde_json::from_str(&data).map_err(|_| StoreError::Damaged("entry.explanation"))
        };
        Ok(RowShare {
            row: entry.origin.payment().ok_or_else(damaged)?,
            person: entry.person,
            compensation: CompensationCode(entry.compensation.ok_or_else(damaged)?),
            cost_centre: entry.cost_centre.ok_or_else(damaged)?,
            period_from: entry.period_from,
            period_until: entry.period_until,
            amount: entry.amount,
            takes_back: entry.corrects.is_some(),
            explanation: entry.explanation.map(explained).transpose()?,
            rendered: entry.rendered,
        })
    }

    fn drafted(shared: &SharedRow) -> impl Iterator<Item = RowShare> + '_ {
        shared.shares.iter().map(|share| RowShare {
            row: (shared.row.list_no, shared.row.line),
            person: shared.row.person,
            compensation: shared.compensation.clone(),
            cost_centre: share.line.cost_centre.clone(),
            period_from: shared.row.period_from,
            period_until: shared.row.period_until,
            amount: share.amount(),
            takes_back: false,
            explanation: Some(shared.explanation(share)),
            rendered: None,
        })
    }
}

pub(super) fn drafted(shared: &[SharedRow]) -> Vec<RowShare> {
    shared.iter().flat_map(RowShare::drafted).collect()
}

pub(super) fn kept(entries: Vec<Entry>) -> Result<Vec<RowShare>> {
    entries.into_iter().map(RowShare::kept).collect()
}

impl App {
    /// What a run holds, or a draft comes to now.
    ///
    /// # Errors
    /// When neither has that id, or the database cannot be read.
    pub fn row_shares(&self, id: &str) -> Result<Vec<RowShare>> {
        let read = self.read();
        if let Some(draft) = read.draft_run(id)? {
            return Ok(drafted(&work_out(&read, draft.month)?.shared));
        }
        kept(read.distributed_entries(self.distribution(id)?.distribution_no)?)
    }

    /// Why a board gets its share, in words: as they were kept, or as they would be.
    pub fn share_words(&self, share: &RowShare) -> String {
        let worded = || {
            let explanation = share.explanation.as_ref();
            explanation.map(|explanation| share_text(self.wording.as_ref(), explanation))
        };
        share.rendered.clone().or_else(worded).unwrap_or_default()
    }
}
