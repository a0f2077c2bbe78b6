//! Documents as tagged PDF: PDF/A-2a for the archive and PDF/UA-1 for readers of all kinds at once; with
//! files attached PDF/A-3a.
//!
//! `flow` and `table` place a [`Document`] on pages as a list of drawings; `emit` turns the
//! list into a file once the number of pages is known. The library checks both standards and
//! refuses what breaks them.

#![expect(clippy::float_arithmetic, reason = "distances on paper, never money")]

mod canvas;
mod emit;
mod flow;
mod font;
mod style;
mod table;

use std::sync::Arc;

use crate::ExportFault;
use crate::document::{Block, Document};

/// Prints a document.
///
/// Characters that the bundled font lacks are printed as `□`. The same document gives the same
/// bytes.
///
/// # Errors
/// Table rows of the wrong width, or what the PDF library refuses.
pub fn write(document: &Document) -> Result<Vec<u8>, ExportFault> {
    write_with(document, Vec::new())
}

/// A file that lies in a document, unchanged.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// Its name, of its own among the document's.
    pub name: String,
    /// What it is, for readers.
    pub description: String,
    /// Its kind (RFC 6838), such as `application/pdf`.
    pub media_type: &'static str,
    /// Its bytes.
    pub data: Arc<Vec<u8>>,
}

/// As [`write`], with files attached.
///
/// # Errors
/// As [`write`], or two attachments have one name.
pub fn write_with(
    document: &Document,
    attachments: Vec<Attachment>,
) -> Result<Vec<u8>, ExportFault> {
    for block in &document.blocks {
        if let Block::Table(table) = block {
            table.check()?;
        }
    }
    let fonts = font::Fonts::load()?;
    emit::emit(document, attachments, &fonts, flow::lay_out(document, &fonts))
}
