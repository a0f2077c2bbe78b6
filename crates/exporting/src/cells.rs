//! Whole tables in formats that outlive a program: CSV (RFC 4180, UTF-8) and JSON, a line for each row.
//!
//! In CSV text stands in quotes, whole numbers do not, and an empty place without quotes is nothing at
//! all. In JSON it is `null`. Bytes are hexadecimal, and those of a document its path, the first byte
//! and how many there are: `dokument/original_file/000001.csv@0+1048576`. Nothing is changed on the way,
//! not even what a spreadsheet would take for a formula.

use std::io::{self, Write};

/// What stands in one place of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell<'c> {
    /// Nothing.
    Null,
    /// A whole number.
    Integer(i64),
    /// Text.
    Text(&'c str),
    /// Bytes.
    Bytes(&'c [u8]),
    /// Bytes that lie in a file of their own.
    Document(&'c str),
}

/// The first line of a CSV table: its columns.
///
/// # Errors
/// When the target cannot be written.
pub fn csv_head(target: &mut dyn Write, columns: &[&str]) -> io::Result<()> {
    let cells: Vec<Cell<'_>> = columns.iter().map(|name| Cell::Text(name)).collect();
    csv_row(target, &cells)
}

/// A row of a CSV table.
///
/// # Errors
/// When the target cannot be written.
pub fn csv_row(target: &mut dyn Write, cells: &[Cell<'_>]) -> io::Result<()> {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            target.write_all(b",")?;
        }
        match cell {
            Cell::Null => {}
            Cell::Integer(number) => write!(target, "{number}")?,
            Cell::Text(text) | Cell::Document(text) => {
                write!(target, "\"{}\"", text.replace('"', "\"\""))?;
            }
            Cell::Bytes(bytes) => write!(target, "\"{}\"", hex(bytes))?,
        }
    }
    target.write_all(b"\r\n")
}

/// A table in JSON: one array of objects, a line for each.
pub struct JsonTable<'c> {
    columns: &'c [&'c str],
    rows: u64,
}

impl<'c> JsonTable<'c> {
    /// Begins a table of these columns.
    #[must_use]
    pub fn new(columns: &'c [&'c str]) -> JsonTable<'c> {
        JsonTable { columns, rows: 0 }
    }

    /// Writes a row.
    ///
    /// # Errors
    /// When the target cannot be written.
    pub fn row(&mut self, target: &mut dyn Write, cells: &[Cell<'_>]) -> io::Result<()> {
        target.write_all(if self.rows == 0 { b"[\n" } else { b",\n" })?;
        self.rows += 1;
        for (place, (name, cell)) in self.columns.iter().zip(cells).enumerate() {
            target.write_all(if place == 0 { b"{" } else { b"," })?;
            write!(target, "{}:", quoted(name))?;
            match cell {
                Cell::Null => target.write_all(b"null")?,
                Cell::Integer(number) => write!(target, "{number}")?,
                Cell::Text(text) | Cell::Document(text) => {
                    target.write_all(quoted(text).as_bytes())?;
                }
                Cell::Bytes(bytes) => write!(target, "\"{}\"", hex(bytes))?,
            }
        }
        target.write_all(b"}")
    }

    /// Ends the table.
    ///
    /// # Errors
    /// When the target cannot be written.
    pub fn end(self, target: &mut dyn Write) -> io::Result<()> {
        target.write_all(if self.rows == 0 { b"[]\n" } else { b"\n]\n" })
    }
}

/// A text of JSON.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for sign in text.chars() {
        match sign {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            sign if sign < ' ' => quoted.push_str(&format!("\\u{:04x}", u32::from(sign))),
            sign => quoted.push(sign),
        }
    }
    quoted.push('"');
    quoted
}

/// Bytes in hexadecimal.
fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROW: [Cell<'_>; 5] = [
        Cell::Null,
        Cell::Integer(-7),
        Cell::Text("å \"b\",\r\n=1\u{1f}\\"),
        Cell::Text(""),
        Cell::Bytes(&[0, 255]),
    ];

    #[test]
    fn nothing_and_no_text_are_told_apart_in_csv() {
        let mut out = Vec::new();
        csv_head(&mut out, &["a", "b", "c", "d", "e"]).unwrap();
        csv_row(&mut out, &ROW).unwrap();
        let expected =
            "\"a\",\"b\",\"c\",\"d\",\"e\"\r\n,-7,\"å \"\"b\"\",\r\n=1\u{1f}\\\",\"\",\"00ff\"\r\n";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }

    #[test]
    fn json_is_read_by_any_reader() {
        let columns = ["a", "b", "c", "d", "e"];
        let (mut out, mut table) = (Vec::new(), JsonTable::new(&columns));
        table.row(&mut out, &ROW).unwrap();
        table.row(&mut out, &ROW).unwrap();
        table.end(&mut out).unwrap();
        let read: serde_json::Value = serde_json::from_slice(&out).unwrap();
        let row = serde_json::json!({
            "a": null, "b": -7, "c": "å \"b\",\r\n=1\u{1f}\\", "d": "", "e": "00ff",
        });
        assert_eq!(read, serde_json::json!([row, row]));
        let mut none = Vec::new();
        JsonTable::new(&columns).end(&mut none).unwrap();
        assert_eq!(
            serde_json::from_slice::<serde_json::Value>(&none).unwrap(),
            serde_json::json!([])
        );
    }
}
