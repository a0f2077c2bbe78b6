//! The one seam to the database: nothing outside this folder names its library.
//!
//! The rest of the store hands SQL and values to [`Db`] and gets rows back, each read by the names
//! of its columns ([`FromRow`]). That SQL is the subset which SQLite and PostgreSQL share; places are
//! `?1`, `?2`, … and truth is 0 or 1. What only one database has stands here, a file for each need:
//!
//! | file | need |
//! |---|---|
//! | `connection` | opening, key, settings, transaction |
//! | `lock` | keeping a second program away |
//! | `synced` | folders that another program keeps equal between computers |
//! | `copying` | a whole copy while the program works |
//! | `schema` | whether the schema is what the program made |
//! | `migration` | the schema and its versions; `schema/*.sql` |
//! | `guards` | triggers that keep what was written |
//! | `scope` | what whoever has some boards alone reads |
//! | `search` | the full text index of persons |
//! | `whole` | whole tables, cell by cell, that leave and come back |
//! | `digests` | a digest of every row that is written |
//! | `functions` | what SQL asks the program |
//!
//! The planner of SQLite is helped in two ways that every database understands: a question about
//! rows that are not clean says `state <> 0` and asks for nothing but what the small index of them
//! holds, and what must be found first stands in a `WITH … AS MATERIALIZED`.

mod columns;
mod connection;
mod copying;
mod digests;
mod fault;
mod functions;
mod guards;
mod lock;
mod migration;
#[cfg(test)]
mod record;
mod rows;
mod schema;
mod scope;
pub(crate) mod search;
mod synced;
mod telling;
#[cfg(test)]
mod tests;
mod values;
mod whole;

use std::cell::Cell;
use std::sync::Arc;

use rusqlite::{CachedStatement, Connection, Statement};

pub(crate) use columns::{json, named_words};
pub(crate) use connection::{BeforeMigrating, Database, Outcome};
pub use connection::{CACHE_KIB, prepare};
pub use copying::Source;
pub(crate) use digests::{Gathering, Insert};
pub use digests::{RowFault, RowFaultKind, RowsHeld};
pub use fault::Fault;
pub use lock::open_next_among_others;
pub(crate) use lock::{Lock, real_path, refuse_place};
pub(crate) use rows::{FromRow, Row, from_row};
pub use schema::SchemaLooked;
pub(crate) use scope::Cutting;
pub(crate) use values::{Column, FromColumn, ToColumn, Value, Values};

use crate::{Result, StoreError};

/// Keys of one question: a page of any list.
const AMONG: usize = 100;

/// The values of a statement, in the order of its places.
pub(crate) type Params<'p> = &'p [&'p dyn ToColumn];

thread_local! {
    static ASKED: Cell<u64> = const { Cell::new(0) };
}

/// How many statements this thread has asked any database. Tests hold what an operation asks for one
/// row against what it asks for a hundred.
#[must_use]
pub fn statements() -> u64 {
    ASKED.get()
}

/// The version of the library that keeps the database.
#[must_use]
pub fn library_version() -> &'static str {
    rusqlite::version()
}

fn count() {
    ASKED.set(ASKED.get() + 1);
}

/// The database as the store's modules see it. Statements are prepared once and kept.
#[derive(Clone, Copy)]
pub(crate) struct Db<'c> {
    connection: &'c Connection,
    /// None where the connection only reads.
    gathering: Option<&'c Gathering>,
}

impl<'c> Db<'c> {
    pub(super) fn of(connection: &'c Connection, gathering: Option<&'c Gathering>) -> Db<'c> {
        Db { connection, gathering }
    }

    fn insert(self, sql: &str) -> Result<Option<Arc<Insert>>> {
        self.gathering.map_or(Ok(None), |gathering| gathering.insert(sql))
    }

    /// Runs a statement, and gathers what it writes.
    fn done(
        self,
        statement: &mut Statement<'_>,
        insert: Option<&Insert>,
        params: Params<'_>,
    ) -> Result<u64> {
        if let (Some(gathering), Some(insert)) = (self.gathering, insert) {
            let given = gathering.given(insert, params);
            if given.is_err() {
                return self.settled(given.map(|()| 0));
            }
        }
        let done = run(statement, params);
        self.settled(done)
    }

    /// What a statement has written is gathered once it has ended well.
    fn settled<T, E: From<StoreError>>(self, done: Result<T, E>) -> Result<T, E> {
        if let Some(gathering) = self.gathering {
            gathering.settle(self.connection, done.is_ok())?;
        }
        done
    }

    #[cfg_attr(test, track_caller)]
    fn statement(self, sql: &str) -> Result<CachedStatement<'c>> {
        #[cfg(test)]
        record::note(sql);
        count();
        Ok(self.connection.prepare_cached(sql)?)
    }

    /// Hands each row to `visit`, and stops at its first error.
    #[cfg_attr(test, track_caller)]
    pub(crate) fn each<E: From<StoreError>>(
        self,
        sql: &str,
        params: Params<'_>,
        mut visit: impl FnMut(&Row<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut statement = self.statement(sql)?;
        bind(&mut statement, params)?;
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            visit(&Row::of(row))?;
        }
        Ok(())
    }

    /// Every row, as `read` has it.
    #[cfg_attr(test, track_caller)]
    pub(crate) fn map<T>(
        self,
        sql: &str,
        params: Params<'_>,
        mut read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut found = Vec::new();
        self.each(sql, params, |row| -> Result<()> {
            found.push(read(row)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// Every row.
    #[cfg_attr(test, track_caller)]
    pub(crate) fn all<T: FromRow>(self, sql: &str, params: Params<'_>) -> Result<Vec<T>> {
        self.map(sql, params, T::from_row)
    }

    /// Hands each row of a question about some of many keys to `visit`. `sql` is given the places of
    /// the keys, which come after those of `params`; more than [`AMONG`] keys are asked in turns.
    #[cfg_attr(test, track_caller)]
    pub(crate) fn each_among<K: ToColumn>(
        self,
        sql: impl Fn(&str) -> String,
        params: Params<'_>,
        keys: &[K],
        mut visit: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let first = params.len() + 1;
        let places: Vec<String> = (first..first + AMONG).map(|place| format!("?{place}")).collect();
        let sql = sql(&places.join(", "));
        for some in keys.chunks(AMONG) {
            // One statement whatever the number of keys: the last one fills the places that are left.
            let filled = (0..AMONG).filter_map(|place| some.get(place).or(some.last()));
            let mut all = params.to_vec();
            all.extend(filled.map(|key| key as &dyn ToColumn));
            self.each(&sql, &all, &mut visit)?;
        }
        Ok(())
    }

    /// The first row, if any. A statement that writes and returns does all of its work.
    #[cfg_attr(test, track_caller)]
    pub(crate) fn one<T: FromRow>(self, sql: &str, params: Params<'_>) -> Result<Option<T>> {
        let mut statement = self.statement(sql)?;
        bind(&mut statement, params)?;
        let mut rows = statement.raw_query();
        let mut first = || -> Result<Option<T>> {
            let first = rows.next()?.map(|row| T::from_row(&Row::of(row))).transpose()?;
            if first.is_some() {
                rows.next()?;
            }
            Ok(first)
        };
        let first = first();
        drop(rows);
        self.settled(first)
    }

    /// The first row of a question that always has one: a count, a sum, what was just written.
    ///
    /// # Errors
    /// When there is none.
    #[cfg_attr(test, track_caller)]
    pub(crate) fn only<T: FromRow>(self, sql: &str, params: Params<'_>) -> Result<T> {
        self.one(sql, params)?.ok_or(StoreError::Damaged("a row that must be there"))
    }

    /// Does what the statement says, and tells how many rows it changed.
    #[cfg_attr(test, track_caller)]
    pub(crate) fn run(self, sql: &str, params: Params<'_>) -> Result<u64> {
        let insert = self.insert(sql)?;
        self.done(&mut *self.statement(sql)?, insert.as_deref(), params)
    }

    /// Several statements without values, for tests that tamper.
    #[cfg(test)]
    pub(crate) fn script(self, sql: &str) -> Result<()> {
        Ok(self.connection.execute_batch(sql)?)
    }

    /// A statement to be run once for each of many rows.
    #[cfg_attr(test, track_caller)]
    pub(crate) fn prepare(self, sql: &str) -> Result<Prepared<'c>> {
        Ok(Prepared { insert: self.insert(sql)?, statement: self.statement(sql)?, db: self })
    }
}

/// A statement at hand: running it looks nothing up.
pub(crate) struct Prepared<'c> {
    statement: CachedStatement<'c>,
    insert: Option<Arc<Insert>>,
    db: Db<'c>,
}

impl Prepared<'_> {
    /// Does what the statement says, and tells how many rows it changed.
    pub(crate) fn run(&mut self, params: Params<'_>) -> Result<u64> {
        count();
        self.db.done(&mut self.statement, self.insert.as_deref(), params)
    }
}

fn run(statement: &mut Statement<'_>, params: Params<'_>) -> Result<u64> {
    bind(statement, params)?;
    Ok(statement.raw_execute()? as u64)
}

fn bind(statement: &mut Statement<'_>, params: Params<'_>) -> Result<()> {
    if statement.parameter_count() != params.len() {
        let places = statement.parameter_count();
        return Err(rusqlite::Error::InvalidParameterCount(params.len(), places).into());
    }
    for (place, value) in (1..).zip(params) {
        statement.raw_bind_parameter(place, value.to_column()?)?;
    }
    Ok(())
}

/// How the database goes about a question, a line for each step.
#[cfg(test)]
pub(crate) fn plan(sql: &str, params: Params<'_>) -> String {
    let mut connection = Connection::open_in_memory().unwrap();
    migration::run(&mut connection).unwrap();
    let db = Db::of(&connection, None);
    let steps =
        db.map(&format!("EXPLAIN QUERY PLAN {sql}"), params, |row| row.get::<String>("detail"));
    steps.unwrap().join("\n")
}
