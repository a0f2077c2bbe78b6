//! Bringing the register in and out: drafts as payment lists have them, persons proposed by a
//! payment list, and the whole register in open formats.

mod as_made;
mod draft;
mod export;
mod findings;
mod judging;
mod naming;
mod passing;
mod pointing;
mod proposals;
mod reading;
mod relatives;
mod report;
mod review;
mod taking;
mod together;
mod wanted;

pub(crate) use pointing::OpenRows;

pub use export::{Exported, FACTS_FILE, GUIDE_FILE, PERSONS_FILE};
pub use proposals::{Proposed, TakenProposals};
pub use reading::ReadRegister;
pub use review::{Decision, DraftCounts, FieldMeaning, FileFindings, RowMeaning};
pub use taking::Taken;

use store::register_drafts::DraftRecord;

use crate::error::{AppError, RefusalCode};
use crate::{App, Result};

impl App {
    /// The draft with that id, taken in or not.
    ///
    /// # Errors
    /// When there is none, or the database cannot be read.
    pub fn register_draft(&self, id: &str) -> Result<DraftRecord> {
        self.read().draft(id)?.ok_or_else(|| AppError::refused(RefusalCode::NoSuchDraft))
    }

    /// The draft with that id, which must not have been taken in.
    fn open_draft(&self, id: &str) -> Result<draft::Draft> {
        let record = self.register_draft(id)?;
        if record.committed {
            return Err(AppError::refused(RefusalCode::DraftTakenIn));
        }
        draft::Draft::of(record)
    }
}
