//! Opening the database: key, settings of the connection, and its transactions.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Once;

use rusqlite::{Connection, InterruptHandle, OpenFlags, Transaction, TransactionBehavior};

use super::lock::{Lock, real_path, refuse_place};
use super::scope::{Cutting, Scope};
use super::{Db, Gathering, copying::Source, migration, whole};
use crate::key::DatabaseKey;
use crate::{Result, StoreError, open_for_owner};

/// The oldest SQLite with the repair of the WAL-reset fault (3.51.3, 2026-03-13).
const OLDEST_SQLITE: i32 = 3_051_003;

/// Page cache in KiB; part of the memory figures in `docs/PERFORMANCE.md`.
pub const CACHE_KIB: u32 = 64_000;

/// What becomes of a transaction.
pub(crate) enum Outcome<T> {
    /// It is kept.
    Kept(T),
    /// Nothing has happened.
    RolledBack(T),
}

/// An open database with the one connection that may write.
#[derive(Debug)]
pub(crate) struct Database {
    connection: Connection,
    path: PathBuf,
    key: DatabaseKey,
    // None in a copy that is only looked at.
    gathering: Option<Gathering>,
    scope: Scope,
    // Let go after the connection. None holds a copy that is only looked at.
    _lock: Option<Lock>,
}

/// What is done before the schema of a database is changed.
pub(crate) type BeforeMigrating<'b> = &'b mut dyn FnMut(&Database) -> Result<()>;

impl Database {
    /// Makes a new database and opens it.
    pub(crate) fn create(path: &Path, key: &DatabaseKey) -> Result<Database> {
        Database::create_filled(path, key, |_| Ok(()))
    }

    /// Makes a new database of what `fill` writes into its tables, past digests and events: rows come
    /// with both, or there are none.
    pub(crate) fn create_filled<E: From<StoreError>>(
        path: &Path,
        key: &DatabaseKey,
        fill: impl FnOnce(Db<'_>) -> Result<(), E>,
    ) -> Result<Database, E> {
        let mut database = Database::made(path, key)?;
        database.transaction(|db| {
            whole::let_references_wait(&database.connection)?;
            fill(db).map(Outcome::Kept)
        })?;
        database.gathering = Some(Gathering::of(&database.connection)?);
        Ok(database)
    }

    /// A new database with its tables.
    fn made(path: &Path, key: &DatabaseKey) -> Result<Database> {
        let real = real_path(path)?;
        refuse_place(&real)?;
        let mut lock = Lock::of_new(&real)?;
        // Whoever has made a file of that name meanwhile has it.
        open_for_owner(File::options().write(true).create_new(true), &real).map_err(|error| {
            match error.kind() {
                std::io::ErrorKind::AlreadyExists => StoreError::Exists,
                _ => StoreError::Io(error),
            }
        })?;
        lock.hold(&real)?;
        let mut database = Database::connect(path, &real, key, lock)?;
        keep_as_product(&database.connection)?;
        migration::run(&mut database.connection)?;
        Ok(database)
    }

    /// Opens a database that exists and brings it up to this program's version, once `before` has
    /// been done where it is not.
    pub(crate) fn open(
        path: &Path,
        key: &DatabaseKey,
        before: BeforeMigrating<'_>,
    ) -> Result<Database> {
        if !path.is_file() {
            return Err(StoreError::Missing);
        }
        let real = real_path(path)?;
        refuse_place(&real)?;
        let lock = Lock::of_file(&real)?;
        // The library would take a file without anything for a new database.
        if std::fs::metadata(&real)?.len() == 0 {
            return Err(StoreError::NoTables);
        }
        let mut database = Database::connect(path, &real, key, lock)?;
        if !migration::is_product(&database.connection)? {
            return Err(StoreError::NoTables);
        }
        keep_as_product(&database.connection)?;
        if migration::waits(&mut database.connection)? {
            before(&database)?;
        }
        migration::run(&mut database.connection)?;
        database.gathering = Some(Gathering::of(&database.connection)?);
        Ok(database)
    }

    /// Opens a copy to look at it: nothing beside it is made, and nothing in it is changed.
    pub(crate) fn look(path: &Path, key: &DatabaseKey) -> Result<Database> {
        if !path.is_file() {
            return Err(StoreError::Missing);
        }
        set_up_library();
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags)?;
        unlock(&connection, key)?;
        if !migration::is_product(&connection)? {
            return Err(StoreError::NoTables);
        }
        settle(&connection)?;
        Ok(Database {
            connection,
            path: path.to_owned(),
            key: key.clone(),
            gathering: None,
            scope: Scope::default(),
            _lock: None,
        })
    }

    fn connect(path: &Path, real: &Path, key: &DatabaseKey, lock: Lock) -> Result<Database> {
        set_up_library();
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(real, flags)?;
        unlock(&connection, key)?;
        Ok(Database {
            connection,
            path: path.to_owned(),
            key: key.clone(),
            gathering: None,
            scope: Scope::default(),
            _lock: Some(lock),
        })
    }

    /// What another thread needs to copy the database while this one works.
    pub(crate) fn source(&self) -> Result<Source> {
        Ok(Source::of(real_path(&self.path)?, self.key.clone()))
    }

    /// Closes the database with everything in its one file.
    pub(crate) fn close(self) -> Result<()> {
        let busy: i64 =
            self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy != 0 {
            return Err(StoreError::InUse);
        }
        self.connection.close().map_err(|(_, error)| error.into())
    }

    /// Where the database lies.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// What breaks off whatever this connection is asked, from another thread.
    pub(crate) fn breaker(&self) -> Breaker {
        Breaker(self.connection.get_interrupt_handle())
    }

    pub(super) fn connection(&self) -> &Connection {
        &self.connection
    }

    /// The database as it is.
    pub(crate) fn db(&self) -> Db<'_> {
        Db::of(&self.connection, self.gathering.as_ref())
    }

    /// Does `work` as one: on an error nothing has happened. Whatever is read meanwhile is read
    /// inside: there is one connection. A transaction in another one is refused.
    pub(crate) fn transaction<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(Db<'_>) -> Result<Outcome<T>, E>,
    ) -> Result<T, E> {
        let behavior = TransactionBehavior::Immediate;
        let transaction =
            Transaction::new_unchecked(&self.connection, behavior).map_err(StoreError::from)?;
        match work(self.db())? {
            Outcome::Kept(value) => {
                transaction.commit().map_err(StoreError::from)?;
                Ok(value)
            }
            Outcome::RolledBack(value) => Ok(value),
        }
    }

    /// Cuts what is read from here on; none: nothing is cut.
    pub(crate) fn cut_to(&self, cut: Option<Cutting>) -> Result<()> {
        self.scope.set(&self.connection, cut)
    }

    /// Does `work` on everything, whatever is cut beside it.
    pub(crate) fn whole<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, E> {
        let lifted = self.scope.lift(&self.connection)?;
        let done = work();
        if lifted {
            self.scope.put(&self.connection)?;
        }
        done
    }

    /// Whether the file is sound, page by page and by its signatures.
    pub(crate) fn is_sound(&self) -> Result<bool> {
        let answer: String =
            self.connection.query_row("PRAGMA quick_check", [], |row| row.get(0))?;
        Ok(answer == "ok")
    }
}

/// Breaks off what a connection is doing.
pub(crate) struct Breaker(InterruptHandle);

impl Breaker {
    /// Breaks off what is asked now; the next question is answered again.
    pub(crate) fn break_off(&self) {
        self.0.interrupt();
    }
}

/// Lets the library set itself up once, and every thread wait for it. SQLite counts as set up before
/// SQLCipher is (4.19: `SQLITE_EXTRA_INIT` runs outside the lock of `sqlite3_initialize`), and a key
/// that another thread gives in between is refused.
pub(super) fn set_up_library() {
    static ONCE: Once = Once::new();
    // If it fails, so will the opening of the database, which says why.
    ONCE.call_once(|| drop(Connection::open_in_memory()));
}

/// Sets the key and the settings of a connection. Public for floors and tests of tampering, which
/// must run with the same settings as the product.
///
/// # Errors
/// Wrong key, or an unfit library.
pub fn prepare(connection: &Connection, key: &DatabaseKey) -> Result<()> {
    unlock(connection, key)?;
    keep_as_product(connection)
}

/// Gives the key, and reads the first page by it.
pub(super) fn unlock(connection: &Connection, key: &DatabaseKey) -> Result<()> {
    if rusqlite::version_number() < OLDEST_SQLITE {
        return Err(StoreError::Library(rusqlite::version().to_owned()));
    }
    let hex = key.hex();
    // The library's own complaints about a wrong key would go to standard error.
    connection.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    connection.pragma_update(None, "key", format!("x'{}'", hex.as_str()))?;
    let cipher: Option<String> =
        connection.query_row("PRAGMA cipher_version", [], |row| row.get(0)).ok();
    if cipher.is_none_or(|version| version.is_empty()) {
        return Err(StoreError::Library("no encryption".to_owned()));
    }
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0))?;
    Ok(())
}

/// What is set in a file that is worked with.
fn keep_as_product(connection: &Connection) -> Result<()> {
    connection.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")?;
    settle(connection)
}

/// What is set on every connection.
fn settle(connection: &Connection) -> Result<()> {
    connection.execute_batch(&format!(
        "PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cache_size = -{CACHE_KIB};"
    ))?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(())
}
