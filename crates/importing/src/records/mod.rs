//! Bytes to records: the cells of a row and the line it begins on, whatever the file is made of.

pub(crate) mod archive;
mod cells;
mod decoded;
mod quotes;
mod sheet;
mod text;
mod unseen;

use serde::{Deserialize, Serialize};

pub use cells::Cells;
pub(crate) use sheet::{Book, CellForms, SheetRows};
pub(crate) use text::TextRecords;

use crate::inspect::{Container, Encoding, Inspection};
use crate::limits::Limits;
use crate::refusal::FileRefusal;
use crate::source::Source;

/// What stands between two cells of a text file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Separator {
    /// `;`
    Semicolon,
    /// Tab.
    Tab,
    /// `,`
    Comma,
}

impl Separator {
    /// Every separator, the likeliest in Sweden first.
    pub const ALL: [Separator; 3] = [Separator::Semicolon, Separator::Tab, Separator::Comma];

    /// The character.
    #[must_use]
    pub fn as_char(self) -> char {
        char::from(self.byte())
    }

    pub(crate) fn byte(self) -> u8 {
        match self {
            Separator::Semicolon => b';',
            Separator::Tab => b'\t',
            Separator::Comma => b',',
        }
    }
}

/// One logical record.
#[derive(Default)]
pub(crate) struct Record {
    /// Physical line it begins on, as a text editor counts; row number in a sheet.
    pub(crate) line: u32,
    pub(crate) cells: Cells,
    pub(crate) flaws: Vec<RecordFlaw>,
    /// Whether its row is hidden in a sheet.
    pub(crate) hidden: bool,
}

/// What is wrong with a record before anything in it is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RecordFlaw {
    /// A quote opens and never closes.
    UnclosedQuote,
    /// The cell at this index was cut.
    CellTooLong { index: usize, bytes: usize },
    /// The line was cut.
    LineTooLong { bytes: usize },
}

impl Record {
    fn clear(&mut self) {
        self.cells.clear();
        self.flaws.clear();
        self.hidden = false;
    }

    fn cut_long_cells(&mut self, limit: usize) {
        if self.cells.iter().all(|cell| cell.len() <= limit) {
            return;
        }
        let whole = std::mem::take(&mut self.cells);
        for (index, cell) in whole.iter().enumerate() {
            self.cells.push(&cell[..cell.floor_char_boundary(limit)]);
            if cell.len() > limit {
                self.flaws.push(RecordFlaw::CellTooLong { index, bytes: cell.len() });
            }
        }
    }

    /// Whether no cell holds anything but white space.
    pub(crate) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| crate::values::trimmed(cell).is_empty())
    }
}

/// A place in a file where a table may stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// The lines of a text, with this separator.
    Lines(Separator),
    /// The sheet of that name.
    Sheet(String),
}

/// An inspected source, ready to be read once or several times.
pub(crate) enum Opened<'s> {
    Text { source: &'s mut dyn Source, encoding: Encoding, sha256: [u8; 32], limits: Limits },
    Book(Box<Book>),
}

impl<'s> Opened<'s> {
    pub(crate) fn open(
        source: &'s mut dyn Source,
        inspection: &Inspection,
        limits: &Limits,
    ) -> Result<Opened<'s>, FileRefusal> {
        match inspection.container {
            Container::Text(encoding) => {
                let (sha256, limits) = (inspection.sha256, limits.clone());
                Ok(Opened::Text { source, encoding, sha256, limits })
            }
            Container::Xlsx => {
                Book::open(source, inspection, limits).map(|book| Opened::Book(Box::new(book)))
            }
        }
    }

    /// Every place to look for a table.
    pub(crate) fn places(&self) -> Vec<Place> {
        match self {
            Opened::Text { .. } => Separator::ALL.map(Place::Lines).to_vec(),
            Opened::Book(book) => book.sheets().into_iter().map(Place::Sheet).collect(),
        }
    }

    /// Sheets that are hidden and hold something.
    pub(crate) fn hidden_sheets(&mut self) -> Result<Vec<String>, FileRefusal> {
        let Opened::Book(book) = self else { return Ok(Vec::new()) };
        let mut filled = Vec::new();
        for sheet in book.hidden_sheets() {
            if book.rows(&sheet, &CellForms::plain(), Some(0))?.next(&mut Record::default()) {
                filled.push(sheet);
            }
        }
        Ok(filled)
    }

    /// All records of a place. `forms` says how typed cells of a sheet are put in writing.
    pub(crate) fn records<'o>(
        &'o mut self,
        place: &Place,
        forms: &CellForms,
    ) -> Result<Records<'o>, FileRefusal> {
        self.records_up_to(place, forms, None)
    }

    /// The first `rows` records of a place that are not blank.
    pub(crate) fn head(
        &mut self,
        place: &Place,
        forms: &CellForms,
        rows: usize,
    ) -> Result<Vec<Record>, FileRefusal> {
        let mut records = self.records_up_to(place, forms, Some(rows))?;
        let mut head = Vec::new();
        let mut record = Record::default();
        while head.len() < rows && records.next(&mut record)? {
            if !record.is_blank() {
                head.push(std::mem::take(&mut record));
            }
        }
        Ok(head)
    }

    fn records_up_to<'o>(
        &'o mut self,
        place: &Place,
        forms: &CellForms,
        rows: Option<usize>,
    ) -> Result<Records<'o>, FileRefusal> {
        match (self, place) {
            (Opened::Text { source, encoding, sha256, limits }, Place::Lines(separator)) => {
                let text = TextRecords::open(&mut **source, *encoding, *separator, limits)?;
                Ok(Records::Text { text: Box::new(text), sha256: *sha256 })
            }
            (Opened::Book(book), Place::Sheet(sheet)) => {
                Ok(Records::Sheet(book.rows(sheet, forms, rows)?))
            }
            _ => Err(FileRefusal::NoHeader),
        }
    }
}

/// The records of one place, in order.
pub(crate) enum Records<'o> {
    Text { text: Box<TextRecords<'o>>, sha256: [u8; 32] },
    Sheet(SheetRows),
}

impl Records<'_> {
    /// Reads the next record into `record`; false at the end.
    pub(crate) fn next(&mut self, record: &mut Record) -> Result<bool, FileRefusal> {
        match self {
            Records::Text { text, .. } => text.next(record),
            Records::Sheet(rows) => Ok(rows.next(record)),
        }
    }

    /// The last line, where it has no line end though others have; once everything has been read.
    pub(crate) fn line_without_end(&self) -> Option<u32> {
        match self {
            Records::Text { text, .. } => text.line_without_end(),
            Records::Sheet(_) => None,
        }
    }

    /// Whether a column (from 0) is hidden in a sheet.
    pub(crate) fn hides_column(&self, column: u32) -> bool {
        matches!(self, Records::Sheet(rows) if rows.unseen.hides_column(column))
    }

    /// Whether a sheet is filtered.
    pub(crate) fn is_filtered(&self) -> bool {
        matches!(self, Records::Sheet(rows) if rows.unseen.filtered)
    }

    /// Whether what was read to its end are the bytes that were inspected.
    pub(crate) fn confirm(self) -> Result<(), FileRefusal> {
        match self {
            Records::Text { text, sha256 } => {
                if text.sha256() == sha256 {
                    Ok(())
                } else {
                    Err(FileRefusal::Changed)
                }
            }
            // A sheet was read from bytes in memory that had been compared before.
            Records::Sheet(_) => Ok(()),
        }
    }
}
