//! Documents that prove a payment or a claim: in, and out again as a file.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use domain::case_document::{DocumentKind, LARGEST_BYTES, runs};
use serde_json::json;
use sha2::{Digest, Sha256};
use store::case_documents::{CaseDocument, NewDocument};
use store::cases::CaseRecord;
use store::{Changed, Ending};

use crate::error::{AppError, RefusalCode, Unreadable};
use crate::typed::reason_typed;
use crate::{Action, App, Result};

/// A document to be attached.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// The client's id.
    pub id: String,
    /// Where the file lies.
    pub path: PathBuf,
    /// What it proves.
    pub kind: DocumentKind,
    /// Whether it holds what is secret.
    pub secret: bool,
}

/// A document that has been written to a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedDocument {
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
}

pub(crate) fn digest(data: &[u8]) -> String {
    Sha256::digest(data).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl App {
    /// Keeps a document of a case in the encrypted database. The same id once more keeps nothing.
    ///
    /// # Errors
    /// When the file is empty, larger than 50 MB, of a kind that runs, there already, or cannot be
    /// read; or the case is closed.
    pub fn attach_document(&mut self, case: &str, attachment: &Attachment) -> Result<CaseRecord> {
        self.change(Action::AttachDocument, |write| {
            let case = self.open_to_change(case)?;
            if write.case_document(&attachment.id)?.is_some() {
                return Ok(Ending::Nothing(case));
            }
            let name = attachment.path.file_name().unwrap_or_default();
            let name = name.to_string_lossy().into_owned();
            let data = read_document(&attachment.path, &name)?;
            let sha256 = digest(&data);
            let kept = write.case_documents(case.case_no)?;
            if kept.iter().any(|document| document.sha256 == sha256) {
                return Err(AppError::refused(RefusalCode::DocumentThereAlready).in_field("path"));
            }
            let document = NewDocument {
                id: &attachment.id,
                case_no: case.case_no,
                kind: attachment.kind,
                name: &name,
                sha256: &sha256,
                secret: attachment.secret,
                data: &data,
            };
            write.add_case_document(&document)?;
            let kind = document.kind.as_str();
            let content = json!({ "step": "attached", "document": { "name": name, "kind": kind } });
            write.log_case(case.case_no, &attachment.id, &content)?;
            let detail = json!({
                "number": case.number.to_string(), "document": attachment.id, "kind": kind,
                "bytes": data.len(), "sha256": sha256, "secret": attachment.secret,
            });
            Ok(Ending::Changed(Changed { object: case.id.clone(), value: case, detail }))
        })
    }

    /// Writes a document beside `target` and renames it, and leaves an event: it leaves the
    /// encrypted database. A secret one does so with a reason only, which stands in the event.
    ///
    /// # Errors
    /// When there is no such document, its person is protected and not opened, it is secret and no
    /// reason is given, the kept bytes are not what they were, or the file cannot be written.
    pub fn save_document(
        &mut self,
        id: &str,
        target: &Path,
        reason: &str,
    ) -> Result<SavedDocument> {
        let reason = reason.trim();
        let place = self.place_for(target)?;
        let (file, saved) = self.change(Action::SaveDocument, |write| {
            let document = self.document(id)?;
            if document.secret {
                reason_typed(reason)?;
            }
            let case = self.case_of(&document)?;
            if self.is_case_closed_off(&case)? {
                let person = write.person_id(self.person_of_case(&case)?)?;
                return Err(AppError::refused(RefusalCode::PersonProtected)
                    .with("person", person)
                    .in_field("document"));
            }
            let data = write.case_document_bytes(&document)?;
            if digest(&data) != document.sha256 {
                return Err(store::StoreError::Damaged("case_document_piece").into());
            }
            // What is not noted does not leave the database: the file goes away again.
            let file = place.write(&data)?;
            let detail = json!({
                "number": case.number.to_string(), "document": document.id,
                "sha256": document.sha256, "bytes": document.bytes, "secret": document.secret,
                "reason": reason,
            });
            let saved = SavedDocument { bytes: document.bytes, sha256: document.sha256 };
            Ok(Changed { value: (file, saved), object: case.id, detail })
        })?;
        file.place()?;
        Ok(saved)
    }

    fn document(&self, id: &str) -> Result<CaseDocument> {
        let found = self.read().case_document(id)?;
        found.ok_or_else(|| AppError::refused(RefusalCode::NoSuchDocument).in_field("document"))
    }

    fn case_of(&self, document: &CaseDocument) -> Result<CaseRecord> {
        let found = self.read().case_at(document.case_no)?;
        found.ok_or_else(|| AppError::refused(RefusalCode::NoSuchCase))
    }
}

/// The bytes of a file that may be a document. Of a larger one no more is read than it takes to know
/// that it is.
pub(crate) fn read_document(path: &Path, name: &str) -> Result<Vec<u8>> {
    let refused = |code| AppError::refused(code).in_field("path");
    if path.is_dir() {
        return Err(AppError::Unreadable(Unreadable {
            code: "file-is-directory".to_owned(),
            values: Vec::new(),
            file: name.to_owned(),
            line: None,
            column: None,
        }));
    }
    let mut data = Vec::new();
    File::open(path)?.take(LARGEST_BYTES + 1).read_to_end(&mut data)?;
    if runs(name, &data) {
        return Err(refused(RefusalCode::DocumentRuns));
    }
    if data.is_empty() {
        return Err(refused(RefusalCode::DocumentEmpty));
    }
    if data.len() as u64 > LARGEST_BYTES {
        let large = refused(RefusalCode::DocumentTooLarge);
        return Err(large.with("largest_mb", LARGEST_BYTES >> 20));
    }
    Ok(data)
}
