//! What is kept about one person, written for the person or for somebody else.

use std::path::PathBuf;

use app::App;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ErrorReply;

/// Writes everything that is kept about a person.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ExtractPerson {
    /// The Person-id.
    pub person: String,
    /// Path of the PDF; the JSON comes beside it.
    pub path: String,
    /// Whether nobody else is pointed at, for a copy that somebody else gets.
    #[serde(default)]
    pub others_masked: bool,
    /// Why; kept in the log.
    pub reason: String,
}

/// An extract that was written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PersonExtract {
    /// The PDF and the JSON beside it.
    pub files: Vec<String>,
    /// Rows in them.
    pub rows: u64,
    /// Size of both in bytes.
    pub bytes: u64,
}

/// Writes everything that is kept about a person as PDF and JSON.
///
/// # Errors
/// When there is no such person, it is protected and not open, there is no reason, or the files cannot
/// be written.
pub fn extract(app: &mut App, request: ExtractPerson) -> Result<PersonExtract, ErrorReply> {
    let target = PathBuf::from(&request.path);
    let done =
        app.extract_person(&request.person, &target, request.others_masked, &request.reason)?;
    let files = done.files.iter().map(|file| file.display().to_string()).collect();
    Ok(PersonExtract { files, rows: done.rows, bytes: done.bytes })
}
