//! Tampering with a database: bits of its file, and rows with its key, at random places. Each must be
//! found and named, or change nothing that anybody can read.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::types::Value as Cell;
use rusqlite::{Connection, params_from_iter};
use serde_json::json;
use store::key::DatabaseKey;
use store::{EventNo, Store};
use tempfile::TempDir;

use crate::{Desk, KEY, text};

/// What became of a place that was tampered with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was found, by this.
    Found(&'static str),
    /// Nothing that can be read has changed.
    Harmless,
    /// The database says that it is whole, and it is another.
    Missed(String),
}

/// What became of all of them.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// How many were found, by what finds them.
    pub found: BTreeMap<&'static str, u64>,
    /// How many changed nothing.
    pub harmless: u64,
    /// What was missed.
    pub missed: Vec<String>,
}

impl Tally {
    /// Counts one.
    pub fn add(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Found(by) => *self.found.entry(by).or_default() += 1,
            Outcome::Harmless => self.harmless += 1,
            Outcome::Missed(what) => self.missed.push(what),
        }
    }
}

/// Random numbers that a seed repeats (SplitMix64).
pub struct Random(pub u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).unwrap_or_default()
    }
}

/// A month's work in a closed database, an older copy of it, and the head that stands on a paper.
pub struct Base {
    folder: TempDir,
    bytes: Vec<u8>,
    older: Vec<u8>,
    event: i64,
    hash: String,
    state: Vec<String>,
}

fn key() -> DatabaseKey {
    DatabaseKey::from_hex(KEY).expect("a key")
}

/// Another SQLite client with the key.
fn client(path: &Path) -> Connection {
    let connection = Connection::open(path).expect("a file");
    store::prepare(&connection, &key()).expect("the key opens it");
    connection.execute_batch("PRAGMA foreign_keys = OFF;").expect("a setting");
    connection
}

fn all(connection: &Connection, sql: &str) -> Vec<String> {
    let mut found = connection.prepare(sql).expect("a question");
    let found = found.query_map([], |row| row.get(0)).expect("an answer");
    found.collect::<rusqlite::Result<_>>().expect("texts")
}

/// Tables of the program's own.
fn tables(connection: &Connection) -> Vec<String> {
    all(
        connection,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
         AND name NOT LIKE 'person_search%' ORDER BY name",
    )
}

fn columns(connection: &Connection, table: &str) -> Vec<(String, i64)> {
    let mut info = connection
        .prepare("SELECT name, pk FROM pragma_table_info(?1) ORDER BY cid")
        .expect("a question");
    let found = info.query_map([table], |row| Ok((row.get(0)?, row.get(1)?))).expect("columns");
    found.collect::<rusqlite::Result<_>>().expect("columns")
}

/// Everything that can be read, table by table.
fn state(path: &Path) -> Vec<String> {
    let connection = client(path);
    let mut state = Vec::new();
    for table in tables(&connection) {
        let key: Vec<String> =
            columns(&connection, &table).into_iter().map(|(name, _)| name).collect();
        let sql = format!("SELECT * FROM \"{table}\" ORDER BY \"{}\"", key.join("\", \""));
        let mut rows = connection.prepare(&sql).expect("a question");
        let width = key.len();
        let read = rows.query_map([], |row| {
            (0..width).map(|at| row.get::<_, Cell>(at)).collect::<rusqlite::Result<Vec<Cell>>>()
        });
        for row in read.expect("rows") {
            state.push(format!("{table} {:?}", row.expect("a row")));
        }
    }
    state
}

impl Base {
    /// Does the work.
    #[must_use]
    pub fn new() -> Base {
        let mut desk = Desk::with_register();
        let marking = json!({ "kind": "protection", "marking": "secrecy-marking" });
        desk.call("persons.enter", json!({ "person": "P07", "facts": [marking] }));
        let (_, distribution) = desk.month_distributed();
        desk.call("persons.view", json!({ "person": "P01" }));
        desk.call("session.close", json!({}));
        let path = desk.path("desk.db");
        let older = fs::read(&path).expect("a file");
        desk.call("session.open", json!({ "path": path }));
        let order = desk.call("orders.create", json!({ "distribution": distribution }));
        desk.call("orders.attest", json!({ "order": order["order"] }));
        desk.export(&text(&order["order"]), "sie4i");
        desk.call("persons.view", json!({ "person": "P02" }));
        desk.call("boards.put", json!({ "cost_centre": "7199", "name": "Sist" }));
        let head = desk.call("audit.head", json!({}));
        desk.call("session.close", json!({}));
        let state = state(&path);
        let bytes = fs::read(&path).expect("a file");
        let folder = tempfile::tempdir().expect("a folder");
        let event = head["event"].as_i64().expect("a number");
        Base { folder, bytes, older, event, hash: text(&head["hash"]), state }
    }

    fn file(&self, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join("a.db");
        for ending in ["", "-wal", "-shm", ".lock"] {
            let _ = fs::remove_file(self.folder.path().join(format!("a.db{ending}")));
        }
        fs::write(&path, bytes).expect("a file");
        path
    }

    /// What the program says of the file, with the paper beside it.
    fn looked_at(&self, path: &Path, what: &str) -> Outcome {
        let Ok(store) = Store::open(path, &key()) else { return Outcome::Found("opening") };
        let Ok(checked) = store.check() else { return Outcome::Found("reading") };
        let (structure, contents) = (&checked.structure, &checked.contents);
        if !structure.sound {
            return Outcome::Found("pages");
        }
        if !structure.schema.differs.is_empty() {
            return Outcome::Found("schema");
        }
        if contents.rows.faults > 0 {
            return Outcome::Found("rows");
        }
        if structure.chain.first_broken.is_some() || !structure.beyond.is_empty() {
            return Outcome::Found("chain");
        }
        if contents.readings.first_broken.is_some() {
            return Outcome::Found("readings");
        }
        if !checked.is_whole() {
            return Outcome::Found("sums");
        }
        let kept = store.read().event_hash(EventNo(self.event)).ok().flatten();
        if kept.as_deref() != Some(self.hash.as_str()) {
            return Outcome::Found("paper");
        }
        drop((store, checked));
        // Only what says nothing of the city is outside: how a list is laid out, who was looked at last.
        let aside = ["list_layout ", "person_use ", "typed_rows ", "unfinished_file "];
        let city = |state: &[String]| -> Vec<String> {
            let is_aside = |row: &&String| aside.iter().any(|table| row.starts_with(table));
            state.iter().filter(|row| !is_aside(row)).cloned().collect()
        };
        match city(&state(path)) == city(&self.state) {
            true => Outcome::Harmless,
            false => Outcome::Missed(what.to_owned()),
        }
    }

    /// Flips one bit of the file.
    pub fn flip(&self, random: &mut Random) -> Outcome {
        let mut bytes = self.bytes.clone();
        let (at, bit) = (random.below(bytes.len()), random.below(8));
        bytes[at] ^= 1 << bit;
        self.looked_at(&self.file(&bytes), &format!("bit {bit} of byte {at}"))
    }

    /// Changes something with the key, behind the program's back, and puts every guard back.
    pub fn edit(&self, random: &mut Random) -> Outcome {
        if random.below(40) == 0 {
            return self.looked_at(&self.file(&self.older), "an older file");
        }
        loop {
            let path = self.file(&self.bytes);
            let connection = client(&path);
            let guarding = "SELECT sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid";
            let guards = all(&connection, guarding);
            for name in all(&connection, "SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
                connection.execute_batch(&format!("DROP TRIGGER {name}")).expect("a guard");
            }
            let done = match random.below(20) {
                0 => Some(self.cut(&connection, random)),
                _ => edited(&connection, random),
            };
            connection.execute_batch(&guards.join(";\n")).expect("the guards");
            drop(connection);
            // What the schema itself refuses is tried at another place.
            if let Some(what) = done {
                return self.looked_at(&path, &what);
            }
        }
    }

    /// Cuts the end: the last events, and every row that names them.
    fn cut(&self, connection: &Connection, random: &mut Random) -> String {
        let from = self.event - i64::try_from(random.below(6)).unwrap_or_default();
        for table in tables(connection) {
            let named = columns(connection, &table);
            if named.iter().any(|(name, _)| name == "event_no") {
                let cut = format!("DELETE FROM \"{table}\" WHERE event_no >= {from}");
                connection.execute_batch(&cut).expect("a cut");
            }
        }
        format!("cut from event {from}")
    }
}

impl Default for Base {
    fn default() -> Base {
        Base::new()
    }
}

/// Another value of the same kind.
fn another(cell: &Cell, random: &mut Random) -> Cell {
    match cell {
        Cell::Null => Cell::Integer(1),
        Cell::Integer(number) => {
            Cell::Integer(number.wrapping_add(1 + i64::try_from(random.below(1000)).unwrap_or(0)))
        }
        Cell::Real(number) => Cell::Real(f64::from_bits(number.to_bits() ^ 1)),
        Cell::Text(text) => Cell::Text(format!("{text}{}", random.below(10))),
        Cell::Blob(bytes) => {
            let mut bytes = bytes.clone();
            match bytes.len() {
                0 => bytes.push(1),
                length => bytes[random.below(length)] ^= 1,
            }
            Cell::Blob(bytes)
        }
    }
}

/// Updates, deletes, inserts or swaps; none where the schema says no.
fn edited(connection: &Connection, random: &mut Random) -> Option<String> {
    let tables = tables(connection);
    let table = &tables[random.below(tables.len())];
    let columns = columns(connection, table);
    let count: usize = connection
        .query_row(&format!("SELECT count(*) FROM \"{table}\""), [], |row| row.get(0))
        .ok()?;
    if count == 0 {
        return None;
    }
    let row = |at: usize| -> Option<Vec<Cell>> {
        let sql = format!("SELECT * FROM \"{table}\" LIMIT 1 OFFSET {at}");
        let read = |row: &rusqlite::Row<'_>| (0..columns.len()).map(|at| row.get(at)).collect();
        connection.query_row(&sql, [], read).ok()
    };
    let key: Vec<usize> = (0..columns.len()).filter(|at| columns[*at].1 > 0).collect();
    let is_row: Vec<String> = key
        .iter()
        .enumerate()
        .map(|(n, at)| format!("\"{}\" = ?{}", columns[*at].0, n + 2))
        .collect();
    let is_row = is_row.join(" AND ");
    let of = |cells: &[Cell]| -> Vec<Cell> { key.iter().map(|at| cells[*at].clone()).collect() };
    let set = |column: usize, value: Cell, cells: &[Cell]| {
        let sql = format!("UPDATE \"{table}\" SET \"{}\" = ?1 WHERE {is_row}", columns[column].0);
        let values: Vec<Cell> = std::iter::once(value).chain(of(cells)).collect();
        connection.execute(&sql, params_from_iter(values)).ok()
    };
    let cells = row(random.below(count))?;
    let column = random.below(columns.len());
    let name = &columns[column].0;
    match random.below(4) {
        0 => {
            set(column, another(&cells[column], random), &cells)?;
            Some(format!("update of {table}.{name}"))
        }
        1 => {
            let sql = format!("DELETE FROM \"{table}\" WHERE ?1 = ?1 AND {is_row}");
            let values: Vec<Cell> = std::iter::once(Cell::Integer(0)).chain(of(&cells)).collect();
            connection.execute(&sql, params_from_iter(values)).ok()?;
            Some(format!("delete of {table}"))
        }
        2 => {
            let mut new = cells.clone();
            for at in &key {
                new[*at] = another(&new[*at], random);
            }
            let places: Vec<String> = (1..=new.len()).map(|at| format!("?{at}")).collect();
            let sql = format!("INSERT INTO \"{table}\" VALUES ({})", places.join(", "));
            connection.execute(&sql, params_from_iter(new)).ok()?;
            Some(format!("insert into {table}"))
        }
        _ => {
            let other = row(random.below(count))?;
            if other[column] == cells[column] || columns[column].1 > 0 {
                return None;
            }
            set(column, other[column].clone(), &cells)?;
            set(column, cells[column].clone(), &other)?;
            Some(format!("swap of {table}.{name}"))
        }
    }
}
