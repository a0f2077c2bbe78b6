//! The database as a whole: opened, read, changed, closed.

use std::cell::Cell;
use std::path::Path;

use crate::db::Database;
use crate::key::DatabaseKey;
use crate::{Changed, Occasion, Read, Result, StoreError, Write, audit};

/// An open database with the one connection that may write.
#[derive(Debug)]
pub struct Store {
    database: Database,
}

impl Store {
    /// Makes a new database and opens it.
    ///
    /// # Errors
    /// [`StoreError::Exists`] and those of [`Store::open`].
    pub fn create(path: &Path, key: &DatabaseKey) -> Result<Store> {
        Ok(Store { database: Database::create(path, key)? })
    }

    /// Opens a database that exists and brings it up to this program's version.
    ///
    /// # Errors
    /// Missing file, wrong key, in use, on a network share, made by a newer program or in an older
    /// schema.
    pub fn open(path: &Path, key: &DatabaseKey) -> Result<Store> {
        Ok(Store { database: Database::open(path, key)? })
    }

    /// Closes the database with everything in its one file, so that it can be moved.
    ///
    /// # Errors
    /// When what the log holds cannot be brought over.
    pub fn close(self) -> Result<()> {
        self.database.close()
    }

    /// Where the database lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.database.path()
    }

    /// A handle for reading.
    #[must_use]
    pub fn read(&self) -> Read<'_> {
        Read { db: self.database.db() }
    }

    /// Does `work` in one transaction and leaves one audit event; on an error nothing has happened.
    ///
    /// # Errors
    /// Those of `work`, besides the database's.
    pub fn change<T, E: From<StoreError>>(
        &mut self,
        occasion: &Occasion,
        work: impl FnOnce(&Write<'_>) -> std::result::Result<Changed<T>, E>,
    ) -> std::result::Result<T, E> {
        self.database.transaction(|db| {
            let head = audit::head(db)?;
            let read = Read { db };
            let write = Write { read, event_no: head.next(), last_entry_no: Cell::new(None) };
            let changed = work(&write)?;
            write.keep_entry_numbers()?;
            audit::append(&write, &head, occasion, &changed.object, &changed.detail)?;
            Ok(changed.value)
        })
    }

    /// Whether the file is sound, page by page and by its signatures.
    ///
    /// # Errors
    /// When the database cannot be read at all.
    pub fn is_sound(&self) -> Result<bool> {
        self.database.is_sound()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> DatabaseKey {
        DatabaseKey::from_hex(&"0123456789abcdef".repeat(4)).unwrap()
    }

    #[test]
    fn is_encrypted_and_opens_with_its_key_only() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        drop(Store::create(&path, &key()).unwrap());
        assert!(!std::fs::read(&path).unwrap().starts_with(b"SQLite"));
        let other = DatabaseKey::random().unwrap();
        assert!(matches!(Store::open(&path, &other), Err(StoreError::WrongKey)));
        assert!(Store::open(&path, &key()).unwrap().is_sound().unwrap());
        assert!(matches!(Store::create(&path, &key()), Err(StoreError::Exists)));
    }

    #[test]
    fn a_second_program_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let first = Store::create(&path, &key()).unwrap();
        assert!(matches!(Store::open(&path, &key()), Err(StoreError::InUse)));
        drop(first);
        assert!(Store::open(&path, &key()).is_ok());
    }
}
