//! Holds every row against its last state: both are read once, side by side in the order of keys.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::gathering::add_blob;
use super::states::{Run, State, Step, begin_row, digest, key_name, put_key, put_value};
use super::{Table, quoted, tables};
use crate::db::Db;
use crate::{EventNo, Result};

/// Faults that are named; the others are counted.
const NAMED: usize = 100;

/// What a row turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowFaultKind {
    /// It is not as it was written.
    Changed,
    /// It was written, and is not there.
    Missing,
    /// It is there, and no change has written it, or one has deleted it.
    Unknown,
    /// The digests of many rows cannot be read.
    Damaged,
}

impl RowFaultKind {
    /// Its name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            RowFaultKind::Changed => "changed",
            RowFaultKind::Missing => "missing",
            RowFaultKind::Unknown => "unknown",
            RowFaultKind::Damaged => "damaged",
        }
    }
}

/// A row that is not as its digest says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFault {
    /// Its table.
    pub table: String,
    /// Its key, parts with `/` between.
    pub row: String,
    /// What is wrong.
    pub kind: RowFaultKind,
    /// The event that wrote or deleted it last, as far as one did.
    pub event_no: Option<EventNo>,
}

/// What holding the rows against their digests has shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowsHeld {
    /// Rows that were held against a digest.
    pub rows: u64,
    /// How many rows are not as their digests say.
    pub faults: u64,
    /// The first of them.
    pub broken: Vec<RowFault>,
}

impl RowsHeld {
    fn fault(&mut self, table: &str, key: &[u8], kind: RowFaultKind, event_no: Option<EventNo>) {
        self.faults += 1;
        if self.broken.len() < NAMED {
            let (table, row) = (table.to_owned(), key_name(key));
            self.broken.push(RowFault { table, row, kind, event_no });
        }
    }

    /// Digests that cannot be read come first: rows seem unknown because of them.
    fn damaged(&mut self, number: i64) {
        let (table, row, kind) =
            ("row_digest".to_owned(), number.to_string(), RowFaultKind::Damaged);
        self.faults += 1;
        self.broken.insert(0, RowFault { table, row, kind, event_no: None });
        self.broken.truncate(NAMED);
    }
}

/// Where a blob begins.
struct Begins {
    number: i64,
    event_no: i64,
    first_key: Vec<u8>,
}

/// The states of a table in the order of keys, from all blobs that hold some. A blob is read when its
/// first key comes up and let go after its last: rows come mostly in the order of their keys, so few
/// are open at the same time.
struct Merge<'c> {
    connection: &'c Connection,
    waiting: std::vec::IntoIter<Begins>,
    next: Option<Begins>,
    open: BinaryHeap<Reverse<Run>>,
    damaged: Vec<i64>,
}

impl<'c> Merge<'c> {
    fn of(connection: &'c Connection, table: &str) -> Result<Merge<'c>> {
        let mut blobs = connection.prepare_cached(
            "SELECT digest_no, event_no, first_key FROM row_digest
             WHERE table_name = ?1 ORDER BY first_key, digest_no",
        )?;
        let begins = blobs.query_map([table], |row| {
            Ok(Begins {
                number: row.get("digest_no")?,
                event_no: row.get("event_no")?,
                first_key: row.get("first_key")?,
            })
        })?;
        let begins: Vec<Begins> = begins.collect::<rusqlite::Result<_>>()?;
        let mut waiting = begins.into_iter();
        let next = waiting.next();
        Ok(Merge { connection, waiting, next, open: BinaryHeap::new(), damaged: Vec::new() })
    }

    /// Opens every blob whose first key comes before what is open.
    fn open(&mut self) -> Result<()> {
        while let Some(next) = &self.next
            && self.open.peek().is_none_or(|Reverse(run)| next.first_key <= run.key)
        {
            let states: Vec<u8> = self
                .connection
                .prepare_cached("SELECT states FROM row_digest WHERE digest_no = ?1")?
                .query_row([next.number], |row| row.get(0))?;
            match Run::of(next.number, next.event_no, states) {
                Some(run) if run.key == next.first_key => self.open.push(Reverse(run)),
                _ => self.damaged.push(next.number),
            }
            self.next = self.waiting.next();
        }
        Ok(())
    }

    /// The next key into `key`, with its last state and the event that left it.
    fn next(&mut self, key: &mut Vec<u8>) -> Result<Option<(State, EventNo)>> {
        self.open()?;
        let Some(Reverse(first)) = self.open.peek() else { return Ok(None) };
        key.clone_from(&first.key);
        let mut last = (first.state, EventNo(first.event_no));
        while let Some(mut top) = self.open.peek_mut()
            && top.0.key == *key
        {
            last = (top.0.state, EventNo(top.0.event_no));
            match top.0.next() {
                Step::Row => {}
                end => {
                    let Reverse(run) = std::collections::binary_heap::PeekMut::pop(top);
                    if end == Step::Damaged {
                        self.damaged.push(run.number);
                    }
                }
            }
        }
        Ok(Some(last))
    }
}

impl Db<'_> {
    /// Holds every row of every table that has digests against its last one.
    pub(crate) fn hold_rows(self) -> Result<RowsHeld> {
        let mut held = RowsHeld::default();
        let tables = tables(self.connection)?;
        for table in &tables {
            hold(self.connection, table, &mut held)?;
        }
        let mut named = self
            .connection
            .prepare("SELECT DISTINCT table_name FROM row_digest ORDER BY table_name")?;
        let named = named.query_map([], |row| row.get::<_, String>(0))?;
        for name in named {
            let name = name?;
            if tables.iter().all(|table| table.name != name) {
                held.fault(&name, &[], RowFaultKind::Missing, None);
            }
        }
        Ok(held)
    }

    /// The digest of each event's blobs; events that have written nothing are left out.
    pub(crate) fn blob_digests(self) -> Result<HashMap<EventNo, [u8; 32]>> {
        let mut blobs: HashMap<EventNo, Sha256> = HashMap::new();
        let mut statement = self.connection.prepare_cached(
            "SELECT event_no, table_name, states FROM row_digest ORDER BY digest_no",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (table, states) = (row.get_ref("table_name")?, row.get_ref("states")?);
            add_blob(
                blobs.entry(EventNo(row.get("event_no")?)).or_default(),
                table.as_str().unwrap_or_default(),
                states.as_blob().unwrap_or_default(),
            );
        }
        Ok(blobs.into_iter().map(|(event, blobs)| (event, blobs.finalize().into())).collect())
    }
}

fn hold(connection: &Connection, table: &Table, held: &mut RowsHeld) -> Result<()> {
    let columns = quoted(table.columns.iter().map(String::as_str), "").join(", ");
    let order = match quoted(table.key_columns(), "").join(", ") {
        none if none.is_empty() => String::new(),
        key => format!(" ORDER BY {key}"),
    };
    let name = quoted(std::iter::once(table.name.as_str()), "").concat();
    let mut statement = connection.prepare(&format!("SELECT {columns} FROM {name}{order}"))?;
    let mut rows = statement.query([])?;
    let mut states = Merge::of(connection, &table.name)?;
    let (mut key, mut bytes, mut written) = (Vec::new(), Vec::new(), Vec::new());
    let mut state = states.next(&mut written)?;
    while let Some(row) = rows.next()? {
        key.clear();
        for place in &table.key {
            put_key(&mut key, row.get_ref(*place)?);
        }
        while let Some((before, event)) = state.filter(|_| written < key) {
            if before.is_some() {
                held.fault(&table.name, &written, RowFaultKind::Missing, Some(event));
            }
            state = states.next(&mut written)?;
        }
        held.rows += 1;
        let Some((expected, event)) = state.filter(|_| written == key) else {
            held.fault(&table.name, &key, RowFaultKind::Unknown, None);
            continue;
        };
        begin_row(&mut bytes, &table.name);
        for place in 0..table.columns.len() {
            put_value(&mut bytes, place, row.get_ref(place)?);
        }
        match expected {
            None => held.fault(&table.name, &key, RowFaultKind::Unknown, Some(event)),
            Some(expected) if expected != digest(&bytes) => {
                held.fault(&table.name, &key, RowFaultKind::Changed, Some(event));
            }
            Some(_) => {}
        }
        state = states.next(&mut written)?;
    }
    while let Some((left, event)) = state {
        if left.is_some() {
            held.fault(&table.name, &written, RowFaultKind::Missing, Some(event));
        }
        state = states.next(&mut written)?;
    }
    for number in states.damaged {
        held.damaged(number);
    }
    Ok(())
}
