//! The database as a whole: opened, read, changed, closed.

use std::cell::Cell;
use std::path::Path;

use domain::person::CostCentre;

use crate::db::{
    BeforeMigrating, Cutting, Database, Db, Lock, Outcome, Source, real_path, refuse_place,
};
use crate::key::DatabaseKey;
use crate::{Ending, Ends, Occasion, PersonNo, Read, Result, StoreError, Write, audit};

thread_local! {
    static BEFORE: Cell<Option<Box<dyn FnOnce()>>> = const { Cell::new(None) };
}

/// Does `work` once, when this thread's next change is about to begin: where a second writer would
/// come in between what is asked outside a change and what the change does. For tests.
#[doc(hidden)]
pub fn before_next_change(work: impl FnOnce() + 'static) {
    BEFORE.set(Some(Box::new(work)));
}

/// A name that is held for a database that is about to come there.
#[derive(Debug)]
pub struct Reservation {
    _lock: Lock,
}

/// Holds a name, so that no other program makes or opens a database of it meanwhile.
///
/// # Errors
/// In use, or on a network share.
pub fn reserve(path: &Path) -> Result<Reservation> {
    let real = real_path(path)?;
    refuse_place(&real)?;
    Ok(Reservation { _lock: Lock::of_new(&real)? })
}

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
        Store::open_after(path, key, |_| Ok(()))
    }

    /// The same; where the database waits for a new version of its tables, `before` is done first,
    /// and what it says no to is not changed.
    ///
    /// # Errors
    /// As [`Store::open`], and those of `before`.
    pub fn open_after(
        path: &Path,
        key: &DatabaseKey,
        mut before: impl FnMut(&Source) -> Result<()>,
    ) -> Result<Store> {
        let before: BeforeMigrating<'_> = &mut |database| before(&database.source()?);
        Ok(Store { database: Database::open(path, key, before)? })
    }

    /// Opens a copy only to look at it: nothing in it or beside it is changed.
    ///
    /// # Errors
    /// Missing file, wrong key, none of this program's, made by a newer program.
    pub fn look(path: &Path, key: &DatabaseKey) -> Result<Store> {
        Ok(Store { database: Database::look(path, key)? })
    }

    /// What another thread needs to copy the database while this one works.
    ///
    /// # Errors
    /// When the file is not where it was.
    pub fn source(&self) -> Result<Source> {
        self.database.source()
    }

    pub(crate) fn of(database: Database) -> Store {
        Store { database }
    }

    pub(crate) fn database(&self) -> &Database {
        &self.database
    }

    /// Writes what leaves no event: it is about files beside the database, and nothing of the city's.
    pub(crate) fn aside<T>(&self, work: impl FnOnce(Db<'_>) -> Result<T>) -> Result<T> {
        self.database.transaction(|db| work(db).map(Outcome::Kept))
    }

    /// Cuts what is read from here on to these boards and persons; none: nothing is cut. A change reads
    /// and writes everything all the same.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn cut_to(&self, cut: Option<(&[CostCentre], &[PersonNo])>) -> Result<()> {
        let cutting = cut.map(|(boards, persons)| Cutting {
            boards: boards.iter().map(|board| board.0.clone()).collect(),
            persons: persons.to_vec(),
        });
        self.database.cut_to(cutting)
    }

    /// Does `work` on everything, whatever is cut beside it.
    ///
    /// # Errors
    /// Those of `work`.
    pub fn whole<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce() -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        self.database.whole(work)
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

    /// A handle for reading. While a change is under way it reads inside the change's transaction.
    #[must_use]
    pub fn read(&self) -> Read<'_> {
        Read { db: self.database.db() }
    }

    /// Does `work` in one transaction and leaves one audit event; on an error, and where `work` says
    /// that it changed nothing, nothing has happened.
    ///
    /// # Errors
    /// Those of `work`, besides the database's. A change inside another is refused by the database.
    pub fn change<W: Ends, E: From<StoreError>>(
        &self,
        occasion: &Occasion,
        work: impl FnOnce(&Write<'_>) -> std::result::Result<W, E>,
    ) -> std::result::Result<W::Value, E> {
        if let Some(work) = BEFORE.take() {
            work();
        }
        // What is asked inside a change is asked of everything.
        self.database.whole(|| {
            self.database.transaction(|db| {
                let head = audit::head(db)?;
                let gathers = db.gather(head.next())?;
                let read = Read { db };
                let (event_no, at) = (head.next(), occasion.at.clone());
                let write = Write { read, event_no, at, last_entry_no: Cell::new(None) };
                let (action, changed) = match work(&write)?.ending() {
                    Ending::Changed(changed) => (occasion.action, changed),
                    Ending::ChangedAs(action, changed) => (action, changed),
                    Ending::Nothing(value) => return Ok(Outcome::RolledBack(value)),
                };
                write.keep_entry_numbers()?;
                write.seal_readings()?;
                let occasion = Occasion { action, ..occasion.clone() };
                let rows = gathers.finish()?;
                audit::append(&write, &head, &occasion, &changed, &rows)?;
                Ok(Outcome::Kept(changed.value))
            })
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
