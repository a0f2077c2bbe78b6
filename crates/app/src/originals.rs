//! Imported files, given back as they came.

use std::io::Write as _;
use std::path::Path;

use serde_json::json;
use sha2::{Digest, Sha256};
use store::drafts::DraftKind;
use store::originals::ImportedFile;
use store::{Changed, OriginalNo, StoreError};

use crate::draft::Draft;
use crate::error::{AppError, RefusalCode};
use crate::typed::reason_typed;
use crate::{Action, App, Result};

/// What was read from a file.
#[derive(Clone, Debug)]
pub enum ReadFrom {
    /// A payment list, by its id.
    List(String),
    /// A draft of whatever kind, taken in or not, by its id.
    Draft(String),
}

/// An imported file that is asked for.
struct Asked {
    original_no: OriginalNo,
    id: String,
    action: Action,
    /// Whether it names somebody whom nobody may see without a reason.
    protects: bool,
}

impl App {
    /// Every file that was imported, the newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn imported_files(&self) -> Result<Vec<ImportedFile>> {
        Ok(self.read().imported_files()?)
    }

    fn original_of(&self, from: &ReadFrom) -> Result<Asked> {
        let read = self.read();
        let protects = !self.protected_persons()?.is_empty();
        Ok(match from {
            ReadFrom::List(id) => {
                let list = read.list(id)?;
                let list = list.ok_or_else(|| AppError::refused(RefusalCode::NoSuchList))?;
                let (original_no, action) = (list.original_no, Action::SaveOriginal);
                Asked { original_no, id: list.id, action, protects }
            }
            ReadFrom::Draft(id) => {
                let draft = read.draft(id)?;
                let draft = draft.ok_or_else(|| AppError::refused(RefusalCode::NoSuchDraft))?;
                let draft = Draft::of(draft)?;
                let action = match draft.record.kind {
                    DraftKind::Register => Action::SaveRegister,
                    DraftKind::Decisions => Action::SaveOriginal,
                    DraftKind::Costs => Action::SaveCosts,
                    DraftKind::School => Action::SaveSchool,
                };
                let protects = protects || !draft.format.protected.is_empty();
                Asked {
                    original_no: draft.record.original_no,
                    id: draft.record.id,
                    action,
                    protects,
                }
            }
        })
    }

    /// Writes an imported file as it came, held against its SHA-256 on the way, and leaves an event. The
    /// file names people as its writer did: where anybody is protected a reason is asked for and kept.
    /// Gives its size in bytes.
    ///
    /// # Errors
    /// When there is no such file, no reason is given where one is asked for, the bytes are not those
    /// that were kept, or the file cannot be written.
    pub fn save_original(&self, from: &ReadFrom, target: &Path, reason: &str) -> Result<u64> {
        let reason = reason.trim();
        let action = self.original_of(from)?.action;
        let place = self.place_for(target)?;
        let (file, bytes) = self.change(action, |write| {
            let asked = self.original_of(from)?;
            if asked.protects {
                reason_typed(reason)?;
            }
            let original = write.original(asked.original_no)?;
            let original = original.ok_or(StoreError::Damaged("original_file"))?;
            let (file, mut out) = place.begin()?;
            let (mut digest, mut written) = (Sha256::new(), Ok(()));
            write.original_pieces(asked.original_no, |piece| {
                digest.update(piece);
                if written.is_ok() {
                    written = out.write_all(piece);
                }
            })?;
            written?;
            out.sync_all()?;
            let sha256: String =
                digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
            if sha256 != original.sha256 {
                return Err(StoreError::Damaged("original_piece").into());
            }
            let detail = json!({ "sha256": sha256, "bytes": original.bytes, "reason": reason });
            Ok(Changed { value: (file, original.bytes), object: asked.id, detail })
        })?;
        file.place()?;
        Ok(bytes)
    }
}
