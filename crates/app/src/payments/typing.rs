//! Rows that are being typed: kept as they are typed, and gone once they are read in.

use store::typing::TypedRows;

use crate::error::{AppError, RefusalCode};
use crate::{App, Result};

/// The most cells that are kept while they are typed: some thousand rows. Whoever pastes more than that
/// has a file.
const MOST_CELLS: usize = 50_000;
/// Longest cell, in characters.
const LONGEST_CELL: usize = 1_000;

impl App {
    /// What the acting person has typed and not read in.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn typed_rows(&self) -> Result<TypedRows> {
        Ok(self.read().typed_rows(&self.actor)?.unwrap_or_default())
    }

    /// Keeps what the acting person has typed, in place of what was kept before; nothing in any cell
    /// forgets it. It says nothing of anybody before it is read in, and leaves no event.
    ///
    /// # Errors
    /// When it is too much.
    pub fn keep_typed_rows(&mut self, typed: &TypedRows) -> Result<()> {
        let cells = || typed.rows.iter().flatten();
        let is_blank = |text: &String| text.trim().is_empty();
        if cells().count() > MOST_CELLS {
            let too_many = AppError::refused(RefusalCode::TooManyTyped);
            return Err(too_many.with("most", MOST_CELLS).in_field("rows"));
        }
        if cells().any(|cell| cell.chars().count() > LONGEST_CELL) {
            let too_long = AppError::refused(RefusalCode::TextTooLong);
            return Err(too_long.with("longest", LONGEST_CELL).in_field("rows"));
        }
        let is_empty = cells().chain([&typed.name, &typed.payment_date]).all(is_blank);
        self.note_typed((!is_empty).then_some(typed))
    }
}
