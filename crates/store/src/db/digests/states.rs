//! What is kept of rows: for each its key and either the digest of its values or that it is gone.

use std::cmp::Ordering;

use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};

/// The first half of a SHA-256: nobody finds another row with the same one.
pub(super) const LENGTH: usize = 16;

/// The digest of a row; none where it is gone.
pub(super) type State = Option<[u8; LENGTH]>;

/// A number in as few bytes as it needs, seven bits in each.
fn put_number(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    bytes.push(number.to_le_bytes()[0]);
}

fn put_length(bytes: &mut Vec<u8>, length: usize) {
    put_number(bytes, length as u64);
}

/// Begins the bytes that a row's digest is of.
pub(super) fn begin_row(bytes: &mut Vec<u8>, table: &str) {
    bytes.clear();
    put_length(bytes, table.len());
    bytes.extend_from_slice(table.as_bytes());
}

/// Adds the value of a column. What is NULL is left out, so that a column that comes to the table
/// later changes no digest.
pub(super) fn put_value(bytes: &mut Vec<u8>, place: usize, value: ValueRef<'_>) {
    let (kind, data) = match value {
        ValueRef::Null => return,
        ValueRef::Integer(number) => {
            put_length(bytes, place);
            bytes.push(1);
            // Small numbers of either sign in few bytes.
            return put_number(bytes, ((number << 1) ^ (number >> 63)).cast_unsigned());
        }
        ValueRef::Real(number) => {
            put_length(bytes, place);
            bytes.push(2);
            return bytes.extend_from_slice(&number.to_bits().to_be_bytes());
        }
        ValueRef::Text(text) => (3, text),
        ValueRef::Blob(data) => (4, data),
    };
    put_length(bytes, place);
    bytes.push(kind);
    put_length(bytes, data.len());
    bytes.extend_from_slice(data);
}

pub(super) fn digest(bytes: &[u8]) -> [u8; LENGTH] {
    let mut half = [0; LENGTH];
    half.copy_from_slice(&Sha256::digest(bytes)[..LENGTH]);
    half
}

/// Adds a part of a key. Keys as bytes stand in the order in which the database has them.
pub(super) fn put_key(bytes: &mut Vec<u8>, value: ValueRef<'_>) {
    let data = match value {
        ValueRef::Null => return bytes.push(0),
        ValueRef::Integer(number) => {
            bytes.push(1);
            return bytes.extend_from_slice(&(number.cast_unsigned() ^ (1 << 63)).to_be_bytes());
        }
        // No key is one; it would stand as its own bits, in no order that matters.
        ValueRef::Real(number) => {
            bytes.push(2);
            return bytes.extend_from_slice(&number.to_bits().to_be_bytes());
        }
        ValueRef::Text(text) => {
            bytes.push(3);
            text
        }
        ValueRef::Blob(data) => {
            bytes.push(4);
            data
        }
    };
    for byte in data {
        bytes.push(*byte);
        if *byte == 0 {
            bytes.push(0xff);
        }
    }
    bytes.extend_from_slice(&[0, 0]);
}

/// A key as people read it: its parts with `/` between.
pub(super) fn key_name(mut key: &[u8]) -> String {
    let mut parts = Vec::new();
    while let Some((kind, rest)) = key.split_first() {
        key = rest;
        let eight = rest.first_chunk().map(|bytes| u64::from_be_bytes(*bytes));
        match (kind, eight) {
            (1, Some(bits)) => parts.push((bits ^ (1 << 63)).cast_signed().to_string()),
            (2, Some(bits)) => parts.push(f64::from_bits(bits).to_string()),
            (3 | 4, _) => {
                let mut data = Vec::new();
                let mut at = 0;
                while at < rest.len() && rest.get(at..at + 2) != Some(&[0, 0]) {
                    data.push(rest[at]);
                    at += if rest[at] == 0 { 2 } else { 1 };
                }
                key = rest.get(at + 2..).unwrap_or_default();
                parts.push(match kind {
                    3 => String::from_utf8_lossy(&data).into_owned(),
                    _ => crate::key::hex(&data),
                });
                continue;
            }
            _ => {
                parts.push(String::new());
                continue;
            }
        }
        key = &rest[8..];
    }
    parts.join("/")
}

/// Keys and states in the order in which they came, close together.
#[derive(Default)]
pub(super) struct Buffer {
    keys: Vec<u8>,
    /// Where each key ends, and its state.
    rows: Vec<(usize, State)>,
}

impl Buffer {
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Where the next key is to be written, before [`Buffer::end`].
    pub(super) fn key(&mut self) -> &mut Vec<u8> {
        &mut self.keys
    }

    /// Ends the row whose key was written.
    pub(super) fn end(&mut self, state: State) {
        self.rows.push((self.keys.len(), state));
    }

    pub(super) fn truncate(&mut self, length: usize) {
        self.rows.truncate(length);
        self.keys.truncate(self.rows.last().map_or(0, |(end, _)| *end));
    }

    fn key_at(&self, place: usize) -> &[u8] {
        let from = if place == 0 { 0 } else { self.rows[place - 1].0 };
        &self.keys[from..self.rows[place].0]
    }

    /// Takes the rows from `place` on.
    pub(super) fn split_off(&mut self, place: usize) -> Buffer {
        let mut rows = self.rows.split_off(place);
        let begin = self.rows.last().map_or(0, |(end, _)| *end);
        rows.iter_mut().for_each(|(end, _)| *end -= begin);
        Buffer { keys: self.keys.split_off(begin), rows }
    }

    /// The first key, and all rows as bytes: in the order of keys, the last state of each. Of a key
    /// only what the one before does not begin with is written.
    pub(super) fn written(&self) -> Option<(Vec<u8>, Vec<u8>)> {
        let mut order: Vec<usize> = (0..self.len()).collect();
        if !order.is_sorted_by(|one, next| self.key_at(*one) < self.key_at(*next)) {
            order.sort_by(|one, next| self.key_at(*one).cmp(self.key_at(*next)));
        }
        let first = self.key_at(*order.first()?).to_vec();
        let mut data = Vec::with_capacity(order.len() * (LENGTH + 4));
        let mut before: &[u8] = &[];
        for (at, place) in order.iter().enumerate() {
            let key = self.key_at(*place);
            if order.get(at + 1).is_some_and(|next| self.key_at(*next) == key) {
                continue;
            }
            let shared = before.iter().zip(key).take_while(|(one, other)| one == other).count();
            let state = self.rows[*place].1;
            put_length(&mut data, shared);
            put_length(&mut data, (key.len() - shared) << 1 | usize::from(state.is_none()));
            data.extend_from_slice(&key[shared..]);
            data.extend_from_slice(state.as_ref().map_or(&[], |digest| digest.as_slice()));
            before = key;
        }
        Some((first, data))
    }
}

/// The states of one blob, read one after the other; ordered by key, then by age.
pub(super) struct Run {
    data: Vec<u8>,
    at: usize,
    pub(super) number: i64,
    pub(super) event_no: i64,
    pub(super) key: Vec<u8>,
    pub(super) state: State,
}

impl Run {
    /// At its first row; none where nothing can be read.
    pub(super) fn of(number: i64, event_no: i64, data: Vec<u8>) -> Option<Run> {
        let mut run = Run { data, at: 0, number, event_no, key: Vec::new(), state: None };
        (run.next() == Step::Row).then_some(run)
    }

    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..63).step_by(7) {
            let byte = *self.data.get(self.at)?;
            self.at += 1;
            number |= usize::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// Goes to the next row.
    pub(super) fn next(&mut self) -> Step {
        if self.at == self.data.len() {
            return Step::End;
        }
        self.read().map_or(Step::Damaged, |()| Step::Row)
    }

    fn read(&mut self) -> Option<()> {
        let (shared, rest) = (self.number()?, self.number()?);
        let (rest, gone) = (rest >> 1, rest & 1 == 1);
        let own = self.at.checked_add(rest)?;
        let end = if gone { own } else { own.checked_add(LENGTH)? };
        let (key, state) = (self.data.get(self.at..own)?, self.data.get(own..end)?);
        if shared > self.key.len() {
            return None;
        }
        self.key.truncate(shared);
        self.key.extend_from_slice(key);
        self.state = if gone { None } else { Some(state.try_into().ok()?) };
        self.at = end;
        Some(())
    }
}

/// What reading on has given.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    Row,
    End,
    Damaged,
}

impl Ord for Run {
    fn cmp(&self, other: &Run) -> Ordering {
        self.key.cmp(&other.key).then(self.number.cmp(&other.number))
    }
}

impl PartialOrd for Run {
    fn partial_cmp(&self, other: &Run) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Run {
    fn eq(&self, other: &Run) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Run {}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(parts: &[ValueRef<'_>]) -> Vec<u8> {
        let mut bytes = Vec::new();
        parts.iter().for_each(|part| put_key(&mut bytes, *part));
        bytes
    }

    fn text(text: &str) -> ValueRef<'_> {
        ValueRef::Text(text.as_bytes())
    }

    #[test]
    fn keys_stand_in_the_order_of_the_database() {
        let number = ValueRef::Integer;
        let order = [
            (key(&[number(i64::MIN)]), "-9223372036854775808"),
            (key(&[number(-1)]), "-1"),
            (key(&[number(0)]), "0"),
            (key(&[number(1), number(2)]), "1/2"),
            (key(&[number(1), number(300)]), "1/300"),
            (key(&[number(256), number(-3)]), "256/-3"),
            (key(&[text(""), number(5)]), "/5"),
            (key(&[text("a"), number(9)]), "a/9"),
            (key(&[text("a\0"), number(1)]), "a\0/1"),
            (key(&[text("a\0b")]), "a\0b"),
            (key(&[text("aå")]), "aå"),
            (key(&[text("b")]), "b"),
            (key(&[ValueRef::Blob(&[0, 171])]), "00ab"),
        ];
        assert!(order.is_sorted_by(|one, next| one.0 < next.0));
        for (bytes, name) in order {
            assert_eq!(key_name(&bytes), name);
        }
    }

    #[test]
    fn rows_that_differ_have_different_bytes() {
        let row = |values: &[ValueRef<'_>]| {
            let mut bytes = Vec::new();
            begin_row(&mut bytes, "t");
            (0..).zip(values).for_each(|(place, value)| put_value(&mut bytes, place, *value));
            bytes
        };
        let null = ValueRef::Null;
        let rows = [
            row(&[text("ab"), text("c")]),
            row(&[text("a"), text("bc")]),
            row(&[text("abc"), null]),
            row(&[null, text("abc")]),
            row(&[ValueRef::Blob(b"abc"), null]),
            row(&[ValueRef::Integer(1), null]),
            row(&[ValueRef::Integer(-1), null]),
            row(&[text("1"), null]),
            row(&[text(""), null]),
            row(&[null, null]),
        ];
        let different: std::collections::BTreeSet<_> = rows.iter().collect();
        assert_eq!(different.len(), rows.len());
        // A column that comes later, and is NULL, changes nothing.
        assert_eq!(row(&[text("ab"), text("c"), null]), rows[0]);
    }

    #[test]
    fn the_last_state_of_a_key_is_kept_in_the_order_of_keys() {
        let mut buffer = Buffer::default();
        let number = ValueRef::Integer;
        let states =
            [(7, Some([7; LENGTH])), (1000, Some([1; LENGTH])), (3, None), (7, Some([8; LENGTH]))];
        for (line, state) in states {
            put_key(buffer.key(), number(1));
            put_key(buffer.key(), number(line));
            buffer.end(state);
        }
        let (first, data) = buffer.split_off(1).written().unwrap();
        assert_eq!(first, key(&[number(1), number(3)]));
        assert_eq!((buffer.len(), buffer.key_at(0)), (1, &*key(&[number(1), number(7)])));
        let mut run = Run::of(1, 1, data.clone()).unwrap();
        let mut read = vec![(key_name(&run.key), run.state)];
        while run.next() == Step::Row {
            read.push((key_name(&run.key), run.state));
        }
        let expected = [("1/3", None), ("1/7", Some([8; 16])), ("1/1000", Some([1; 16]))];
        assert_eq!(read, expected.map(|(name, state)| (name.to_owned(), state)));
        // What is cut is told, and never taken for the end.
        for length in 1..data.len() {
            let Some(mut run) = Run::of(1, 1, data[..length].to_vec()) else { continue };
            let mut rows = 1;
            let end = loop {
                match run.next() {
                    Step::Row => rows += 1,
                    other => break other,
                }
            };
            assert!(end == Step::Damaged || rows < 3, "{length}");
        }
    }
}
