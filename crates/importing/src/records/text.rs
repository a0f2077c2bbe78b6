//! Records of a text file, with the physical line each begins on.
//!
//! The `csv` crate is not used for this: its line numbers are wrong on CRLF and after blank lines
//! (BurntSushi/rust-csv 395, 208), and one missing quote swallows the rest of the file.

use csv_core::ReadRecordResult;

use super::decoded::Decoded;
use super::quotes::{QuoteScan, Quotes};
use super::{Record, RecordFlaw};
use crate::inspect::Encoding;
use crate::limits::{CELLS, Limits};
use crate::records::Separator;
use crate::refusal::FileRefusal;
use crate::source::Source;

/// Reads a text file record by record.
pub(crate) struct TextRecords<'s> {
    text: Decoded<'s>,
    separator: u8,
    limits: Limits,
    /// Number of the next physical line.
    line: u32,
    /// The last line, if no line break ends it.
    without_end: Option<u32>,
    unquote: Unquote,
}

/// A physical line, as offsets into the text not yet consumed.
#[derive(Clone, Copy)]
struct Line {
    /// Where its text ends.
    end: usize,
    /// Where the next line begins.
    next: usize,
}

/// Whether a record reaches over further lines.
enum Extent {
    /// To the end of this line, and so many physical lines.
    Closed(Line, u32),
    /// A quote opens in this line and never closes; the record is cut after it.
    Unclosed(Line, u32),
}

impl<'s> TextRecords<'s> {
    /// From the first line of the source on.
    pub(crate) fn open(
        source: &'s mut dyn Source,
        encoding: Encoding,
        separator: Separator,
        limits: &Limits,
    ) -> Result<TextRecords<'s>, FileRefusal> {
        Ok(TextRecords {
            text: Decoded::open(source, encoding)?,
            separator: separator.byte(),
            limits: limits.clone(),
            line: 1,
            without_end: None,
            unquote: Unquote::new(separator.byte()),
        })
    }

    /// Reads the next record into `record`; false at the end of the file.
    pub(crate) fn next(&mut self, record: &mut Record) -> Result<bool, FileRefusal> {
        record.clear();
        if self.text.rest().is_empty() && !self.text.more()? {
            return Ok(false);
        }
        record.line = self.line;
        let Some(first) = self.physical_line(0)? else {
            self.overlong_line(record)?;
            return Ok(true);
        };
        let line = &self.text.rest()[..first.end];
        let (whole, lines) = if memchr::memchr(b'"', line.as_bytes()).is_none() {
            split(line, self.separator, record);
            (first, 1)
        } else {
            self.quoted_record(first, record)?
        };
        if whole.end > self.limits.field_bytes {
            record.cut_long_cells(self.limits.field_bytes);
        }
        self.text.consume(whole.next);
        self.line = self.line.saturating_add(lines);
        if whole.next == whole.end {
            self.without_end = Some(self.line - 1).filter(|line| *line > 1);
        }
        Ok(true)
    }

    /// The last line, where it has no line end though others have.
    pub(crate) fn line_without_end(&self) -> Option<u32> {
        self.without_end
    }

    /// The digest of the whole file, once everything has been read.
    pub(crate) fn sha256(self) -> [u8; 32] {
        self.text.sha256()
    }

    fn quoted_record(
        &mut self,
        first: Line,
        record: &mut Record,
    ) -> Result<(Line, u32), FileRefusal> {
        let (whole, lines) = match self.extent(first)? {
            Extent::Closed(whole, lines) => (whole, lines),
            Extent::Unclosed(whole, lines) => {
                record.flaws.push(RecordFlaw::UnclosedQuote);
                (whole, lines)
            }
        };
        self.unquote.split(&self.text.rest()[..whole.end], record);
        Ok((whole, lines))
    }

    /// How far the record that begins with the line `first` reaches.
    fn extent(&mut self, first: Line) -> Result<Extent, FileRefusal> {
        let mut scan = QuoteScan::new(self.separator);
        let (mut from, mut line, mut lines) = (0, first, 1);
        let (mut opened, mut opened_field) = ((first, 1), 0);
        loop {
            let state = scan.line(&self.text.rest().as_bytes()[from..line.end]);
            if scan.field != opened_field {
                (opened, opened_field) = ((line, lines), scan.field);
            }
            let unclosed = Extent::Unclosed(opened.0, opened.1);
            let too_long = line.end - opened.0.end > self.limits.field_bytes;
            match state {
                Quotes::Closed => return Ok(Extent::Closed(line, lines)),
                Quotes::Misplaced => return Ok(unclosed),
                Quotes::Open if too_long => return Ok(unclosed),
                Quotes::Open => {}
            }
            if line.next == self.text.rest().len() && !self.text.more()? {
                return Ok(unclosed);
            }
            from = line.next;
            let Some(next) = self.physical_line(from)? else { return Ok(unclosed) };
            (line, lines) = (next, lines + 1);
        }
    }

    /// The physical line that begins at `from`; none when it is longer than a line may be.
    fn physical_line(&mut self, from: usize) -> Result<Option<Line>, FileRefusal> {
        let mut scanned = from;
        loop {
            let rest = self.text.rest().as_bytes();
            match memchr::memchr2(b'\n', b'\r', &rest[scanned..]) {
                Some(at) if rest[scanned + at] == b'\n' => {
                    let end = scanned + at;
                    return Ok(self.fitting(from, Line { end, next: end + 1 }));
                }
                // Only what follows tells CRLF from a lone CR.
                Some(at) if scanned + at + 1 < rest.len() || self.text.ended() => {
                    let end = scanned + at;
                    let pair = rest.get(end + 1) == Some(&b'\n');
                    return Ok(self.fitting(from, Line { end, next: end + 1 + usize::from(pair) }));
                }
                Some(at) => scanned += at,
                None => scanned = rest.len(),
            }
            if scanned - from > self.limits.line_bytes() {
                return Ok(None);
            }
            if !self.text.more()? && scanned == self.text.rest().len() {
                return Ok(self.fitting(from, Line { end: scanned, next: scanned }));
            }
        }
    }

    fn fitting(&self, from: usize, line: Line) -> Option<Line> {
        (line.end - from <= self.limits.line_bytes()).then_some(line)
    }

    /// Keeps the beginning of a line that is too long, and skips the rest of it.
    fn overlong_line(&mut self, record: &mut Record) -> Result<(), FileRefusal> {
        let rest = self.text.rest();
        let kept = &rest[..rest.floor_char_boundary(self.limits.line_bytes())];
        split(kept, self.separator, record);
        record.cut_long_cells(self.limits.field_bytes);
        let mut bytes = 0;
        loop {
            let rest = self.text.rest();
            let skipped = memchr::memchr2(b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len());
            let found = skipped < rest.len();
            bytes += skipped;
            self.text.consume(skipped);
            if found || !self.text.more()? {
                break;
            }
        }
        record.flaws = vec![RecordFlaw::LineTooLong { bytes }];
        if let Some(line_break) = self.physical_line(0)? {
            self.text.consume(line_break.next);
        }
        self.line = self.line.saturating_add(1);
        Ok(())
    }
}

/// Splits a line without quotes.
fn split(line: &str, separator: u8, record: &mut Record) {
    let clean = memchr::memchr(0x1F, line.as_bytes()).is_none();
    let mut from = 0;
    let ends = memchr::memchr_iter(separator, line.as_bytes());
    for end in ends.chain(std::iter::once(line.len())).take(CELLS) {
        if clean {
            record.cells.push_clean(&line[from..end]);
        } else {
            record.cells.push(&line[from..end]);
        }
        from = end + 1;
    }
}

/// Undoes quoting, by the rules of `csv-core`.
struct Unquote {
    reader: csv_core::Reader,
    output: Vec<u8>,
    ends: Vec<usize>,
}

impl Unquote {
    fn new(separator: u8) -> Unquote {
        let reader = csv_core::ReaderBuilder::new().delimiter(separator).build();
        Unquote { reader, output: Vec::new(), ends: vec![0; CELLS + 1] }
    }

    fn split(&mut self, text: &str, record: &mut Record) {
        self.reader.reset();
        self.output.resize(text.len() + 1, 0);
        let (result, _, written, mut cells) =
            self.reader.read_record(text.as_bytes(), &mut self.output, &mut self.ends);
        if result == ReadRecordResult::InputEmpty {
            let (_, _, _, last) =
                self.reader.read_record(&[], &mut self.output[written..], &mut self.ends[cells..]);
            cells += last;
        }
        let mut from = 0;
        for end in self.ends[..cells.min(CELLS)].iter().copied() {
            record.cells.push(&String::from_utf8_lossy(&self.output[from..end]));
            from = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::io::Cursor;

    type Row = (u32, Vec<String>, Vec<RecordFlaw>);

    fn read_within(text: &str, limits: &Limits) -> Vec<Row> {
        let mut source = Cursor::new(text.as_bytes());
        let mut records =
            TextRecords::open(&mut source, Encoding::Utf8, Separator::Semicolon, limits).unwrap();
        let mut record = Record::default();
        let mut rows = Vec::new();
        while records.next(&mut record).unwrap() {
            let cells = record.cells.iter().map(str::to_owned).collect();
            rows.push((record.line, cells, record.flaws.clone()));
        }
        rows
    }

    fn read(text: &str) -> Vec<Row> {
        read_within(text, &Limits::default())
    }

    fn row(line: u32, cells: &[&str]) -> Row {
        (line, cells.iter().map(|cell| (*cell).to_owned()).collect(), vec![])
    }

    fn unclosed(line: u32, cells: &[&str]) -> Row {
        (line, row(line, cells).1, vec![RecordFlaw::UnclosedQuote])
    }

    #[test]
    fn lines_are_counted_as_an_editor_counts_them() {
        for line_break in ["\n", "\r\n", "\r"] {
            let text = "a;b\n\nc;d\n\"e\nf\";g\nh;\"i\"\n\n\nj".replace('\n', line_break);
            let inner = format!("e{line_break}f");
            let expected = [
                row(1, &["a", "b"]),
                row(2, &[""]),
                row(3, &["c", "d"]),
                row(4, &[&inner, "g"]),
                row(6, &["h", "i"]),
                row(7, &[""]),
                row(8, &[""]),
                row(9, &["j"]),
            ];
            assert_eq!(read(&text), expected, "{line_break:?}");
        }
    }

    #[test]
    fn a_last_line_without_end_is_told() {
        let last = |text: &str| {
            let mut source = Cursor::new(text.as_bytes());
            let (separator, limits) = (Separator::Semicolon, Limits::default());
            let mut records =
                TextRecords::open(&mut source, Encoding::Utf8, separator, &limits).unwrap();
            while records.next(&mut Record::default()).unwrap() {}
            records.line_without_end()
        };
        assert_eq!(last("a;b\r\nc;d"), Some(2));
        assert_eq!(last("a;b\n\"c\nd\""), Some(3));
        for text in ["a;b\r\nc;d\r\n", "a;b", "a;b\r", "a;b\n\n", ""] {
            assert_eq!(last(text), None, "{text:?}");
        }
    }

    #[test]
    fn line_breaks_may_be_mixed() {
        let rows = read("a\r\nb\nc\rd\n\re");
        let lines: Vec<_> =
            rows.iter().map(|(line, cells, _)| (*line, cells[0].as_str())).collect();
        assert_eq!(lines, [(1, "a"), (2, "b"), (3, "c"), (4, "d"), (5, ""), (6, "e")]);
    }

    #[test]
    fn quoting_follows_rfc_4180() {
        assert_eq!(
            read("\"a;b\";\"c \"\"d\"\"\";\"\";e\"f\n"),
            [row(1, &["a;b", "c \"d\"", "", "e\"f"])]
        );
    }

    #[test]
    fn a_missing_quote_costs_its_own_line_only() {
        // Never closed at all.
        assert_eq!(
            read("a;b\n\"c;d\ne;f\ng;h\n"),
            [row(1, &["a", "b"]), unclosed(2, &["c;d"]), row(3, &["e", "f"]), row(4, &["g", "h"])]
        );
        // Closed, as it seems, by the quote that opens a later field.
        assert_eq!(
            read("a;\"b\nc;d\n\"e\";f\n"),
            [unclosed(1, &["a", "b"]), row(2, &["c", "d"]), row(3, &["e", "f"])]
        );
        // In a file where everything is quoted.
        assert_eq!(
            read("\"a;\"b\"\n\"c\";\"d\"\n"),
            [unclosed(1, &["a;b\""]), row(2, &["c", "d"])]
        );
        // The opening quote stands in the second line of its record.
        assert_eq!(read("\"a\nb\";\"c\nd;e\n"), [unclosed(1, &["a\nb", "c"]), row(3, &["d", "e"])]);
    }

    #[test]
    fn a_quote_is_given_up_when_its_field_would_be_too_long() {
        let limits = Limits { field_bytes: 20, ..Limits::default() };
        let text = "\"a\nb;2\nc;3\nd;4\ne;5\nf;6\ng;7\nh;8\ni;9\";10\nj;11\n";
        let rows = read_within(text, &limits);
        assert_eq!(rows[0], unclosed(1, &["a"]));
        assert_eq!(rows.len(), 10);
        assert_eq!(rows[9], row(10, &["j", "11"]));
    }

    #[test]
    fn cells_and_lines_that_are_too_long_are_cut_and_told() {
        let limits = Limits { field_bytes: 5, ..Limits::default() };
        let rows = read_within("a;ååå;b\nc;d\n", &limits);
        let cut = RecordFlaw::CellTooLong { index: 1, bytes: 6 };
        assert_eq!(rows[0], (1, row(1, &["a", "åå", "b"]).1, vec![cut]));
        assert_eq!(rows[1], row(2, &["c", "d"]));

        let long = format!("{}\r\nc;d", "x;".repeat(300_000));
        let rows = read_within(&long, &limits);
        assert_eq!(rows[0].2, [RecordFlaw::LineTooLong { bytes: 600_000 }]);
        assert_eq!(rows[1..], [row(2, &["c", "d"])]);
    }

    #[test]
    fn line_breaks_at_every_place_of_the_window() {
        // CR and LF must be told apart also where the window of decoded text ends between them.
        let line = format!("{};\r\n", "x".repeat(60));
        for shift in 0..65 {
            let text = format!("{}\r\n{}", "y".repeat(shift), line.repeat(10_000));
            let rows = read(&text);
            assert_eq!((rows.len(), rows.last().map(|row| row.0)), (10_001, Some(10_001)));
        }
    }

    proptest! {
        #[test]
        fn never_panics_and_loses_no_line(text in "[a;\"\r\n\u{1F}å ]{0,60}") {
            let rows = read(&text);
            let breaks = text.replace("\r\n", "\n").replace('\r', "\n");
            let lines = breaks.split_terminator('\n').count();
            prop_assert!(rows.iter().all(|(line, cells, _)| *line as usize <= lines && !cells.is_empty()));
            prop_assert!(rows.windows(2).all(|pair| pair[0].0 < pair[1].0));
        }

        #[test]
        fn what_is_quoted_reads_back(
            rows in prop::collection::vec(prop::collection::vec("[a;\"\r\nå ]{0,6}", 2..4), 1..6),
        ) {
            let mut text = String::new();
            for cells in &rows {
                let quoted: Vec<_> =
                    cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
                text.push_str(&quoted.join(";"));
                text.push_str("\r\n");
            }
            let read: Vec<_> = read(&text).into_iter().map(|(_, cells, flaws)| (cells, flaws)).collect();
            let expected: Vec<_> = rows.into_iter().map(|cells| (cells, vec![])).collect();
            prop_assert_eq!(read, expected);
        }
    }
}
