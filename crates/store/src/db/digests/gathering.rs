//! Gathers what a change writes, row by row, and keeps it beside the rows.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;
use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::{Null, ValueRef};
use sha2::{Digest, Sha256};

use super::plain::{self, Insert};
use super::states::{Buffer, State, begin_row, digest, put_key, put_value};
use super::{Table, quoted, tables};
use crate::db::{Db, Params, Value};
use crate::{EventNo, Result, StoreError};

/// States in a blob: enough that their keys shrink, few enough to be held in memory.
const BLOB: usize = 4096;

/// What a connection that writes gathers. Shared with the functions that SQL calls.
#[derive(Clone)]
pub(crate) struct Gathering(Arc<Mutex<Gathered>>);

impl fmt::Debug for Gathering {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Gathering")
    }
}

struct Gathered {
    tables: Vec<Gatherer>,
    /// Statements whose rows are taken from what they are given.
    inserts: Vec<Arc<Insert>>,
    /// The bytes of the row at hand.
    row: Vec<u8>,
    /// Places of tables that the statement at hand has written.
    touched: Vec<usize>,
    /// Blobs that wait to be written.
    ready: Vec<Blob>,
    change: Option<Change>,
}

/// What a table has been given that no blob holds yet.
struct Gatherer {
    table: Table,
    states: Buffer,
    /// How many of the states come from statements that have ended well.
    settled: usize,
    /// Blobs of the statement at hand.
    running: Vec<Blob>,
}

struct Blob {
    table: String,
    first_key: Vec<u8>,
    states: Vec<u8>,
}

/// The change that is under way.
struct Change {
    event_no: EventNo,
    blobs: Sha256,
}

impl Gatherer {
    fn blob(&self, states: &Buffer) -> Option<Blob> {
        let (first_key, states) = states.written()?;
        Some(Blob { table: self.table.name.clone(), first_key, states })
    }

    /// Makes a blob of what the statement at hand has written so far.
    fn relieve(&mut self) {
        let states = self.states.split_off(self.settled);
        let blob = self.blob(&states);
        self.running.extend(blob);
    }

    /// The statement at hand has ended well. What came before its blobs is written before them.
    fn settle(&mut self, ready: &mut Vec<Blob>) {
        if !self.running.is_empty() {
            let after = self.states.split_off(self.settled);
            let before = std::mem::replace(&mut self.states, after);
            ready.extend(self.blob(&before));
            ready.append(&mut self.running);
        }
        self.settled = self.states.len();
        if self.settled >= BLOB {
            self.empty(ready);
        }
    }

    /// Makes a blob of everything that is left.
    fn empty(&mut self, ready: &mut Vec<Blob>) {
        let states = self.states.split_off(0);
        ready.extend(self.blob(&states));
        self.settled = 0;
    }

    /// The statement at hand has failed.
    fn unsettle(&mut self) {
        self.running.clear();
        self.states.truncate(self.settled);
    }
}

impl Gathered {
    /// Takes what a trigger hands over: the table's place, and the row, or its key where it is gone.
    fn told(&mut self, call: &Context<'_>, gone: bool) -> Result<(), Refused> {
        let place = call.get_raw(0).as_i64().ok().and_then(|place| usize::try_from(place).ok());
        let place = place.filter(|place| *place < self.tables.len()).ok_or(Refused("no table"))?;
        let value = |at: usize| call.get_raw(1 + at);
        if gone { self.take_gone(place, value) } else { self.take_row(place, |at| Ok(value(at))) }
    }

    /// Takes a row of the table at `place`, whose columns `value` gives.
    fn take_row<V: Kept, E: From<Refused>>(
        &mut self,
        place: usize,
        value: impl Fn(usize) -> Result<V, E>,
    ) -> Result<(), E> {
        let Gatherer { table, states, .. } = &mut self.tables[place];
        begin_row(&mut self.row, &table.name);
        for column in 0..table.columns.len() {
            put_value(&mut self.row, column, value(column)?.kept());
        }
        for column in &table.key {
            put_key(states.key(), value(*column)?.kept());
        }
        let state = Some(digest(&self.row));
        Ok(self.taken(place, state)?)
    }

    /// Takes that a row is gone, the parts of whose key `value` gives.
    fn take_gone<'v>(
        &mut self,
        place: usize,
        value: impl Fn(usize) -> ValueRef<'v>,
    ) -> Result<(), Refused> {
        let Gatherer { table, states, .. } = &mut self.tables[place];
        for part in 0..table.key.len() {
            put_key(states.key(), value(part));
        }
        self.taken(place, None)
    }

    /// Ends the row whose key was written.
    fn taken(&mut self, place: usize, state: State) -> Result<(), Refused> {
        let gatherer = &mut self.tables[place];
        gatherer.states.end(state);
        if !self.touched.contains(&place) {
            self.touched.push(place);
        }
        if gatherer.states.len() - gatherer.settled >= BLOB {
            gatherer.relieve();
        }
        if self.change.is_none() {
            return Err(Refused("a row is written outside a change"));
        }
        Ok(())
    }

    /// What the statement at hand has written stays, or is as if it had not been.
    fn settle(&mut self, well: bool) {
        for place in self.touched.drain(..) {
            let gatherer = &mut self.tables[place];
            if well {
                gatherer.settle(&mut self.ready);
            } else {
                gatherer.unsettle();
            }
        }
    }

    fn forget(&mut self) {
        self.settle(false);
        for gatherer in &mut self.tables {
            gatherer.states.truncate(0);
            gatherer.settled = 0;
        }
        self.ready.clear();
        self.change = None;
    }
}

#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Refused(&'static str);

impl From<Refused> for StoreError {
    fn from(Refused(why): Refused) -> StoreError {
        StoreError::Damaged(why)
    }
}

/// What stands in a column as the database keeps it.
trait Kept {
    fn kept(&self) -> ValueRef<'_>;
}

impl Kept for ValueRef<'_> {
    fn kept(&self) -> ValueRef<'_> {
        *self
    }
}

impl Kept for Value<'_> {
    fn kept(&self) -> ValueRef<'_> {
        Value::kept(self)
    }
}

impl Gathering {
    /// Teaches a connection to hand over what it writes. The triggers live as long as it does: a
    /// schema with them could be read by no other program.
    pub(crate) fn of(connection: &Connection) -> Result<Gathering> {
        let tables = tables(connection)?;
        let mut sql = String::new();
        for (place, table) in tables.iter().enumerate() {
            sql += &triggers(place, table);
        }
        let gatherer =
            |table| Gatherer { table, states: Buffer::default(), settled: 0, running: Vec::new() };
        let gathering = Gathering(Arc::new(Mutex::new(Gathered {
            tables: tables.into_iter().map(gatherer).collect(),
            inserts: Vec::new(),
            row: Vec::new(),
            touched: Vec::new(),
            ready: Vec::new(),
            change: None,
        })));
        for (name, gone) in [("row_written", false), ("row_gone", true)] {
            let gathering = gathering.clone();
            let take = move |call: &Context<'_>| {
                let taken = gathering.lock().told(call, gone).map(|()| Null);
                taken.map_err(|refused| rusqlite::Error::UserFunctionError(Box::new(refused)))
            };
            connection.create_scalar_function(name, -1, FunctionFlags::SQLITE_UTF8, take)?;
        }
        connection.execute_batch(&sql)?;
        Ok(gathering)
    }

    fn lock(&self) -> MutexGuard<'_, Gathered> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How the rows that `sql` inserts are taken from what it is given; none where triggers tell.
    ///
    /// # Errors
    /// When it inserts other than whole rows where that is asked.
    pub(crate) fn insert(&self, sql: &str) -> Result<Option<Arc<Insert>>> {
        let Some(table) = plain::inserted(sql) else { return Ok(None) };
        let mut gathered = self.lock();
        if let Some(known) = gathered.inserts.iter().find(|insert| insert.is(sql)) {
            return Ok(Some(known.clone()));
        }
        let place = gathered.tables.iter().position(|gatherer| gatherer.table.name == table);
        let place = place.ok_or(StoreError::Damaged("a table"))?;
        let insert = Arc::new(Insert::of(sql, place, &gathered.tables[place].table)?);
        gathered.inserts.push(insert.clone());
        Ok(Some(insert))
    }

    /// Takes the row that a statement is about to insert.
    pub(crate) fn given(&self, insert: &Insert, params: Params<'_>) -> Result<()> {
        self.lock().take_row(insert.table, |column| insert.value(column, params))
    }

    /// Ends a statement, and writes the blobs that are full.
    pub(crate) fn settle(&self, connection: &Connection, well: bool) -> Result<()> {
        let mut gathered = self.lock();
        if gathered.touched.is_empty() {
            return Ok(());
        }
        gathered.settle(well);
        gathered.write(connection)
    }
}

impl Gathered {
    fn write(&mut self, connection: &Connection) -> Result<()> {
        let Some(change) = &mut self.change else { return Ok(()) };
        for Blob { table, first_key, states } in self.ready.drain(..) {
            add_blob(&mut change.blobs, &table, &states);
            connection
                .prepare_cached(
                    "INSERT INTO row_digest (event_no, table_name, first_key, states)
                     VALUES (?1, ?2, ?3, ?4)",
                )?
                .execute((change.event_no.0, table, first_key, states))?;
        }
        Ok(())
    }
}

/// Adds a blob to the digest that an event holds of all of its own.
pub(super) fn add_blob(blobs: &mut Sha256, table: &str, states: &[u8]) {
    for part in [table.as_bytes(), states] {
        blobs.update((part.len() as u64).to_be_bytes());
        blobs.update(part);
    }
}

fn triggers(place: usize, table: &Table) -> String {
    let columns = || table.columns.iter().map(String::as_str);
    let new = quoted(columns(), "NEW.").join(", ");
    let (old_key, new_key) =
        (quoted(table.key_columns(), "OLD."), quoted(table.key_columns(), "NEW."));
    let moved: Vec<String> =
        old_key.iter().zip(&new_key).map(|(old, new)| format!("{old} IS NOT {new}")).collect();
    let (old_key, moved, name) = (old_key.join(", "), moved.join(" OR "), &table.name);
    let written = format!(
        "CREATE TEMP TRIGGER written_{name} AFTER INSERT ON main.{name}
             BEGIN SELECT row_written({place}, {new}); END;\n"
    );
    let others = format!(
        "CREATE TEMP TRIGGER rewritten_{name} AFTER UPDATE ON main.{name}
             BEGIN SELECT row_gone({place}, {old_key}) WHERE {moved};
                   SELECT row_written({place}, {new}); END;
         CREATE TEMP TRIGGER gone_{name} AFTER DELETE ON main.{name}
             BEGIN SELECT row_gone({place}, {old_key}); END;\n"
    );
    if plain::is_plain(name) { others } else { written + &others }
}

/// The gathering of one change; what is not finished is forgotten with it.
pub(crate) struct Gathers<'c> {
    gathering: &'c Gathering,
    connection: &'c Connection,
}

impl<'c> Gathers<'c> {
    pub(super) fn begin(db: Db<'c>, event_no: EventNo) -> Result<Gathers<'c>> {
        let gathering = db.gathering.ok_or(StoreError::Damaged("a connection that writes"))?;
        let mut gathered = gathering.lock();
        gathered.forget();
        gathered.change = Some(Change { event_no, blobs: Sha256::new() });
        drop(gathered);
        Ok(Gathers { gathering, connection: db.connection })
    }

    /// Keeps what is left, and gives the digest of everything that the change has written.
    pub(crate) fn finish(self) -> Result<[u8; 32]> {
        let mut gathered = self.gathering.lock();
        let Gathered { tables, ready, .. } = &mut *gathered;
        tables.iter_mut().for_each(|gatherer| gatherer.empty(ready));
        gathered.write(self.connection)?;
        let change = gathered.change.take().ok_or(StoreError::Damaged("a change"))?;
        Ok(change.blobs.finalize().into())
    }
}

impl Drop for Gathers<'_> {
    fn drop(&mut self) {
        self.gathering.lock().forget();
    }
}
