//! Tables as CSV that opens in a spreadsheet and can be read again: UTF-8 with a byte order mark,
//! semicolons, CRLF. Written row by row, for tables larger than memory.

use std::io::{self, Write};

use crate::booking::neutralised;

/// Byte order mark: by it a spreadsheet knows that the text is UTF-8.
const MARK: &[u8] = "\u{FEFF}".as_bytes();

/// A table that is being written.
pub struct CsvTable<W: Write> {
    writer: csv::Writer<W>,
}

impl<W: Write> CsvTable<W> {
    /// Begins a table with its headings.
    ///
    /// # Errors
    /// When `target` cannot be written.
    pub fn new(mut target: W, header: &[impl AsRef<str>]) -> io::Result<CsvTable<W>> {
        target.write_all(MARK)?;
        let writer = csv::WriterBuilder::new()
            .delimiter(b';')
            .terminator(csv::Terminator::CRLF)
            .flexible(true)
            .from_writer(target);
        let mut table = CsvTable { writer };
        table.row(header)?;
        Ok(table)
    }

    /// Writes one row. A text that a spreadsheet would run as a formula gets a leading apostrophe
    /// (CWE-1236), which reading takes away again.
    ///
    /// # Errors
    /// When the target cannot be written.
    pub fn row(&mut self, cells: &[impl AsRef<str>]) -> io::Result<()> {
        let cells = cells.iter().map(|cell| neutralised(cell.as_ref()));
        self.writer.write_record(cells).map_err(io::Error::other)
    }

    /// Ends the table and gives the target back.
    ///
    /// # Errors
    /// When the target cannot be written.
    pub fn finish(self) -> io::Result<W> {
        self.writer.into_inner().map_err(|error| io::Error::other(error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_with_separators_quotes_and_lines_are_quoted() {
        let mut table = CsvTable::new(Vec::new(), &["A", "B"]).unwrap();
        table.row(&["a;b", "c\"d\ne"]).unwrap();
        table.row(&["=1+1", ""]).unwrap();
        let text = String::from_utf8(table.finish().unwrap()).unwrap();
        assert_eq!(text, "\u{FEFF}A;B\r\n\"a;b\";\"c\"\"d\ne\"\r\n'=1+1;\r\n");
    }
}
