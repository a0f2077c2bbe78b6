//! Documents as tagged PDF: PDF/A-2a for the archive and PDF/UA-1 for readers of all kinds at once.
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
    for block in &document.blocks {
        if let Block::Table(table) = block {
            table.check()?;
        }
    }
    let fonts = font::Fonts::load()?;
    emit::emit(document, &fonts, flow::lay_out(document, &fonts))
}
