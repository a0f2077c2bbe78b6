//! Documents of cases: in, and out again as a file.

use app::App;
use app::cases::Attachment;
use domain::case_document::DocumentKind;
use serde::Deserialize;
use ts_rs::TS;

use super::view::view_of;
use super::{CaseView, WrittenFile, id_or_new, word};
use crate::ErrorReply;

/// Attaches a document.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct AttachDocument {
    /// The client's id of the document; none: a new one.
    #[serde(default)]
    pub id: Option<String>,
    /// The case's id or number.
    pub case: String,
    /// Path of the file.
    pub path: String,
    /// `decision`, `receipt` or `evidence`.
    pub kind: String,
    /// Whether it holds what is secret.
    #[serde(default)]
    pub secret: bool,
}

/// Writes a document to a file.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SaveDocument {
    /// The document's id.
    pub document: String,
    /// Path of the file.
    pub path: String,
    /// Why; needed for a secret document and kept in the log.
    #[serde(default)]
    pub reason: Option<String>,
}

/// Keeps a document of a case in the encrypted database.
///
/// # Errors
/// When the file is empty, larger than 50 MB, of a kind that runs, there already, or cannot be read.
pub fn attach(app: &mut App, request: AttachDocument) -> Result<CaseView, ErrorReply> {
    let attachment = Attachment {
        id: id_or_new(request.id),
        path: request.path.into(),
        kind: word("kind", &request.kind, DocumentKind::parse)?,
        secret: request.secret,
    };
    let case = app.attach_document(&request.case, &attachment)?;
    view_of(app, &case)
}

/// Writes a document to a file and leaves an event.
///
/// # Errors
/// When there is no such document, its person is protected and not opened, it is secret and no reason
/// is given, or the file cannot be written.
pub fn save_document(app: &mut App, request: SaveDocument) -> Result<WrittenFile, ErrorReply> {
    let reason = request.reason.unwrap_or_default();
    let saved = app.save_document(&request.document, request.path.as_ref(), &reason)?;
    Ok(WrittenFile { path: request.path, bytes: saved.bytes })
}
