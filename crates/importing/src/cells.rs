//! Whole tables as the program writes them when everything leaves it: CSV in which text stands in quotes
//! and an empty place without quotes is nothing at all.

use std::io::{self, BufRead};

/// A place of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WholeCell {
    /// Nothing.
    Null,
    /// A whole number.
    Integer(i64),
    /// Text, or bytes in hexadecimal.
    Text(String),
}

/// Hands each record to `visit` with the line on which it begins, and stops at its first error.
///
/// # Errors
/// Those of `visit`; when the bytes cannot be read, or are no such table: `InvalidData` at that line.
pub fn read_whole_table<E: From<io::Error>>(
    mut source: impl BufRead,
    mut visit: impl FnMut(u64, Vec<WholeCell>) -> Result<(), E>,
) -> Result<(), E> {
    let (mut record, mut line) = (Vec::new(), 1);
    loop {
        let begins = line;
        record.clear();
        // A line break inside quotes belongs to a text.
        while record.is_empty() || is_open(&record) {
            if source.read_until(b'\n', &mut record)? == 0 {
                break;
            }
            line += 1;
        }
        if record.is_empty() {
            return Ok(());
        }
        let cells = cells_of(&record)
            .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, format!("line {begins}")))?;
        visit(begins, cells)?;
    }
}

fn is_open(record: &[u8]) -> bool {
    record.iter().filter(|byte| **byte == b'"').count() % 2 == 1
}

fn cells_of(record: &[u8]) -> Option<Vec<WholeCell>> {
    let mut rest = std::str::from_utf8(record).ok()?.strip_suffix("\r\n")?;
    let mut cells = Vec::new();
    loop {
        let (cell, after) = match rest.strip_prefix('"') {
            Some(text) => text_of(text)?,
            None => {
                let end = rest.find(',').unwrap_or(rest.len());
                let (bare, after) = rest.split_at(end);
                let number = || bare.parse().ok().map(WholeCell::Integer);
                (if bare.is_empty() { WholeCell::Null } else { number()? }, after)
            }
        };
        cells.push(cell);
        match after.strip_prefix(',') {
            Some(next) => rest = next,
            None if after.is_empty() => return Some(cells),
            None => return None,
        }
    }
}

/// The text up to the quote that ends it, and what comes after that.
fn text_of(mut rest: &str) -> Option<(WholeCell, &str)> {
    let mut text = String::new();
    loop {
        let (part, after) = rest.split_once('"')?;
        text.push_str(part);
        match after.strip_prefix('"') {
            Some(next) => {
                text.push('"');
                rest = next;
            }
            None => return Some((WholeCell::Text(text), after)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<(u64, Vec<WholeCell>)>, io::Error> {
        let mut rows = Vec::new();
        read_whole_table::<io::Error>(text.as_bytes(), |line, cells| {
            rows.push((line, cells));
            Ok(())
        })?;
        Ok(rows)
    }

    fn text(text: &str) -> WholeCell {
        WholeCell::Text(text.to_owned())
    }

    #[test]
    fn text_numbers_and_nothing_are_told_apart() {
        let rows = read("\"a\",\"b\"\r\n,\"\"\r\n-7,\"å \"\"b\"\",\r\nc\"\r\n,\r\n").unwrap();
        let expected = vec![
            (1, vec![text("a"), text("b")]),
            (2, vec![WholeCell::Null, text("")]),
            (3, vec![WholeCell::Integer(-7), text("å \"b\",\r\nc")]),
            (5, vec![WholeCell::Null, WholeCell::Null]),
        ];
        assert_eq!(rows, expected);
        assert_eq!(read("").unwrap(), []);
    }

    #[test]
    fn what_is_no_such_table_is_refused_with_its_line() {
        for broken in ["\"a\r\n", "a\r\n", "\"a\"b\r\n", "1", "9223372036854775808\r\n"] {
            let refused = read(&format!("\"h\"\r\n{broken}")).unwrap_err();
            assert_eq!(refused.to_string(), "line 2", "{broken:?}");
        }
    }
}
