//! The cells of one record, as written.

use std::fmt;

use serde::{Serialize, Serializer};

/// Stands between two cells (ASCII unit separator).
const SEPARATOR: char = '\u{1F}';

/// Stands for a unit separator inside a cell, which no list has a reason to hold.
const PICTURE: &str = "\u{241F}";

/// The cells of one record as they were written, untrimmed, in one buffer.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Cells {
    text: String,
    ends: Vec<u32>,
}

impl Cells {
    /// Number of cells.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no cell at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The cell at `index`, from 0.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)? as usize;
        let start = match index.checked_sub(1) {
            Some(before) => self.ends[before] as usize + SEPARATOR.len_utf8(),
            None => 0,
        };
        self.text.get(start..end)
    }

    /// All cells, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|index| self.get(index))
    }

    /// All cells with U+001F between them: one text that can be kept in one column.
    #[must_use]
    pub fn joined(&self) -> &str {
        &self.text
    }

    /// The number (from 1) of the cell in which that byte of [`Cells::joined`] stands.
    pub(crate) fn column_at(&self, byte: usize) -> usize {
        self.ends.iter().take_while(|end| (**end as usize) < byte).count() + 1
    }

    /// The cells of a text that [`Cells::joined`] has made.
    #[must_use]
    pub fn from_joined(text: &str) -> Cells {
        text.split(SEPARATOR).collect()
    }

    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    pub(crate) fn push(&mut self, cell: &str) {
        if cell.contains(SEPARATOR) {
            self.push_clean(&cell.replace(SEPARATOR, PICTURE));
        } else {
            self.push_clean(cell);
        }
    }

    /// As [`Cells::push`], for a cell that is known to hold no unit separator.
    pub(crate) fn push_clean(&mut self, cell: &str) {
        if !self.ends.is_empty() {
            self.text.push(SEPARATOR);
        }
        self.text.push_str(cell);
        // A record is at most a few megabytes (`Limits::line_bytes`).
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }
}

impl<S: AsRef<str>> FromIterator<S> for Cells {
    fn from_iter<I: IntoIterator<Item = S>>(cells: I) -> Cells {
        let mut all = Cells::default();
        for cell in cells {
            all.push(cell.as_ref());
        }
        all
    }
}

impl Serialize for Cells {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl fmt::Debug for Cells {
    /// Hides the cells: debug output ends up in logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Cells({} …)", self.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_unit_separator_never_makes_a_new_cell() {
        let cells: Cells = ["a\u{1F}b", "c"].into_iter().collect();
        assert_eq!(cells.iter().collect::<Vec<_>>(), ["a\u{241F}b", "c"]);
    }

    proptest! {
        #[test]
        fn joined_reads_back(cells in prop::collection::vec("\\PC{0,6}", 1..6)) {
            let made: Cells = cells.iter().collect();
            prop_assert_eq!(made.iter().collect::<Vec<_>>(), cells);
            prop_assert_eq!(Cells::from_joined(made.joined()), made);
        }
    }
}
