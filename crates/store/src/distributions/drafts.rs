//! Runs that were worked out and not locked: what they came to then. They hold nothing.

use domain::{Month, Ore};

use crate::db::from_row;
use crate::{EventNo, Read, Result, Write};

/// What a draft of a run came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftRun {
    /// The client's id; the run gets it when it is locked.
    pub id: String,
    /// The month of payment.
    pub month: Month,
    /// Payments that were free, in öre.
    pub incoming: Ore,
    /// What the boards would get.
    pub outgoing: Ore,
    /// What would stay on the observation account.
    pub suspense: Ore,
    /// Over the shares, row by row.
    pub digest: String,
    /// The audit event.
    pub event_no: EventNo,
}

from_row!(DraftRun {
    id, month, incoming = "in_ore", outgoing = "out_ore", suspense = "suspense_ore", digest,
    event_no,
});

const DRAFT: &str =
    "SELECT id, month, in_ore, out_ore, suspense_ore, digest, event_no FROM distribution_draft";

impl Read<'_> {
    /// The draft with that id.
    pub fn draft_run(&self, id: &str) -> Result<Option<DraftRun>> {
        self.db.one(&format!("{DRAFT} WHERE id = ?1"), &[&id])
    }

    /// Every draft, by month.
    pub fn draft_runs(&self) -> Result<Vec<DraftRun>> {
        self.db.all(&format!("{DRAFT} ORDER BY month"), &[])
    }
}

impl Write<'_> {
    /// Keeps a draft in the place of another of its month.
    pub fn put_draft_run(&self, draft: &DraftRun) -> Result<()> {
        self.remove_draft_run(draft.month)?;
        self.db.run(
            "INSERT INTO distribution_draft (month, id, in_ore, out_ore, suspense_ore, digest,
                                             event_no)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            &[
                &draft.month,
                &draft.id,
                &draft.incoming,
                &draft.outgoing,
                &draft.suspense,
                &draft.digest,
                &self.event_no(),
            ],
        )?;
        Ok(())
    }

    /// Removes the draft of a month, if there is one.
    pub fn remove_draft_run(&self, month: Month) -> Result<()> {
        self.db.run("DELETE FROM distribution_draft WHERE month = ?1", &[&month])?;
        Ok(())
    }
}
