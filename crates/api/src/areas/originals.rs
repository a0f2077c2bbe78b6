//! Imported files, given back as they came.

use app::originals::ReadFrom;
use app::{App, AppError, RefusalCode};
use serde::Deserialize;
use ts_rs::TS;

pub use super::WrittenFile;
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
