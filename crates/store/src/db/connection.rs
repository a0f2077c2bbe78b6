//! Opening the database: lock, key, settings of the connection, and its transactions.

use std::fs::{self, File};
use std::path::{Component, Path, PathBuf, Prefix};
use std::sync::Once;

use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use super::{Db, migration};
use crate::key::DatabaseKey;
use crate::{Result, StoreError};

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
    // Held as long as the database is open; the system lets go of it when the process dies.
    _lock: File,
}

impl Database {
    /// Makes a new database and opens it.
    pub(crate) fn create(path: &Path, key: &DatabaseKey) -> Result<Database> {
        if path.exists() {
            return Err(StoreError::Exists);
        }
        Database::open_or_create(path, key, OpenFlags::SQLITE_OPEN_CREATE)
    }

    /// Opens a database that exists and brings it up to this program's version.
    pub(crate) fn open(path: &Path, key: &DatabaseKey) -> Result<Database> {
        if !path.is_file() {
            return Err(StoreError::Missing);
        }
        Database::open_or_create(path, key, OpenFlags::empty())
    }

    fn open_or_create(path: &Path, key: &DatabaseKey, extra: OpenFlags) -> Result<Database> {
        refuse_network_share(path)?;
        let lock = take_lock(path)?;
        set_up_library();
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | extra;
        let mut connection = Connection::open_with_flags(path, flags)?;
        prepare(&connection, key)?;
        migration::run(&mut connection)?;
        Ok(Database { connection, path: path.to_owned(), _lock: lock })
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

    /// The database as it is.
    pub(crate) fn db(&self) -> Db<'_> {
        Db::of(&self.connection)
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
        match work(Db::of(&transaction))? {
            Outcome::Kept(value) => {
                transaction.commit().map_err(StoreError::from)?;
                Ok(value)
            }
            Outcome::RolledBack(value) => Ok(value),
        }
    }

    /// Whether the file is sound, page by page and by its signatures.
    pub(crate) fn is_sound(&self) -> Result<bool> {
        let answer: String =
            self.connection.query_row("PRAGMA quick_check", [], |row| row.get(0))?;
        Ok(answer == "ok")
    }
}

/// Lets the library set itself up once, and every thread wait for it. SQLite counts as set up before
/// SQLCipher is (4.19: `SQLITE_EXTRA_INIT` runs outside the lock of `sqlite3_initialize`), and a key
/// that another thread gives in between is refused.
fn set_up_library() {
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
    connection.execute_batch(&format!(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cache_size = -{CACHE_KIB};"
    ))?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(())
}

/// Takes the lock that keeps a second program away: SQLite's own locks would let it read and make
/// it wait for writes, while each program believes that it is alone.
fn take_lock(path: &Path) -> Result<File> {
    let mut name = path.as_os_str().to_owned();
    name.push(".lock");
    let lock = File::options().create(true).append(true).open(PathBuf::from(name))?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(fs::TryLockError::WouldBlock) => Err(StoreError::InUse),
        Err(fs::TryLockError::Error(error)) => Err(StoreError::Io(error)),
    }
}

/// Refuses a database on a network share. On Windows a mapped drive resolves to its UNC path; on
/// Linux the mount table tells.
fn refuse_network_share(path: &Path) -> Result<()> {
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let folder = fs::canonicalize(folder)?;
    let unc = folder.components().next().is_some_and(|first| {
        matches!(first, Component::Prefix(prefix)
            if matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..)))
    });
    let mounts = fs::read_to_string("/proc/self/mounts").unwrap_or_default();
    if unc || is_network_mount(&mounts, &folder) {
        return Err(StoreError::NetworkShare);
    }
    Ok(())
}

/// Whether the mount that `folder` lies in (the longest mount point above it) is a network file
/// system, by a mount table in the form of Linux.
fn is_network_mount(mounts: &str, folder: &Path) -> bool {
    const NETWORK: [&str; 9] =
        ["nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "fuse.sshfs", "fuse.gvfsd-fuse"];
    mounts
        .lines()
        .filter_map(|line| {
            let mut parts = line.split(' ');
            let (_, point, kind) = (parts.next()?, parts.next()?, parts.next()?);
            folder.starts_with(point).then_some((point.len(), kind))
        })
        .max_by_key(|(length, _)| *length)
        .is_some_and(|(_, kind)| NETWORK.contains(&kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn network_mounts_are_told_by_the_longest_mount_point() {
        let mounts = "/dev/vda / ext4 rw 0 0\nsrv:/hem /home nfs4 rw 0 0\n/dev/vdb /home/lokal ext4 rw 0 0\n";
        assert!(is_network_mount(mounts, Path::new("/home/anna")));
        assert!(!is_network_mount(mounts, Path::new("/home/lokal/anna")));
        assert!(!is_network_mount(mounts, Path::new("/var/lib")));
    }
}
