//! Imported files, given back as they came.

use app::originals::ReadFrom;
use app::{App, AppError, RefusalCode};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use super::{Nothing, WrittenFile};
use crate::ErrorReply;

/// Writes an imported file as it came: that of a payment list, or that of a draft.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SaveOriginal {
    /// The payment list's id.
    #[serde(default)]
    pub list: Option<String>,
    /// The draft's id, taken in or not.
    #[serde(default)]
    pub draft: Option<String>,
    /// Path of the file.
    pub path: String,
    /// Why; needed where anybody is protected, and kept in the log.
    #[serde(default)]
    pub reason: Option<String>,
}

/// A file that was imported, by what was read from it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct OriginalView {
    /// What it holds: `payment-list`, `register` or `decisions`.
    pub kind: String,
    /// The id of the list or draft.
    pub id: String,
    /// Where that stands: `draft`, `committed` or `reversed`.
    pub state: String,
    /// Day of the reading.
    pub read_on: String,
    /// The file's own name.
    pub file: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
}

/// Files that were imported.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Originals {
    /// The newest first.
    pub files: Vec<OriginalView>,
}

/// Every file that was imported.
///
/// # Errors
/// When the database cannot be read.
pub fn list(app: &mut App, _: Nothing) -> Result<Originals, ErrorReply> {
    let files = app.imported_files()?.into_iter().map(|file| OriginalView {
        kind: file.kind,
        id: file.id,
        state: file.state,
        read_on: file.read_on.to_string(),
        file: file.name,
        bytes: file.bytes,
        sha256: file.sha256,
    });
    Ok(Originals { files: files.collect() })
}

/// Writes an imported file as it came, held against its SHA-256, and leaves an event.
///
/// # Errors
/// When there is no such file, a reason is asked for, the kept bytes are others, or the file cannot
/// be written.
pub fn save(app: &mut App, request: SaveOriginal) -> Result<WrittenFile, ErrorReply> {
    let from = match (request.list, request.draft) {
        (Some(list), None) => ReadFrom::List(list),
        (None, Some(draft)) => ReadFrom::Draft(draft),
        _ => return Err(AppError::refused(RefusalCode::OriginalNotNamed).into()),
    };
    let reason = request.reason.unwrap_or_default();
    let bytes = app.save_original(&from, request.path.as_ref(), &reason)?;
    Ok(WrittenFile { path: request.path, bytes })
}
