//! A whole copy of the database while the program works: SQLite's online backup between two encrypted
//! files, from one snapshot.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use super::connection::{set_up_library, unlock};
use crate::key::DatabaseKey;
use crate::{Result, StoreError, open_for_owner};

/// Pages between two looks at whether to go on: 16 MB, a fraction of a second.
const PAGES_AT_ONCE: i32 = 4096;
/// While another connection of this program holds what the copy needs.
const WAIT: Duration = Duration::from_millis(5);

/// A database that can be copied from any thread, while the one that has it open works on.
#[derive(Clone, Debug)]
pub struct Source {
    path: PathBuf,
    key: DatabaseKey,
}

impl Source {
    pub(super) fn of(path: PathBuf, key: DatabaseKey) -> Source {
        Source { path, key }
    }

    /// Where the database lies, links resolved.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The key of database and copy.
    #[must_use]
    pub fn key(&self) -> &DatabaseKey {
        &self.key
    }

    /// Writes a copy with the same key to `target`, which must not exist, and syncs it. `watch` is told
    /// how far it has come in pages, and stops it by false; what was written then stays, to be removed.
    ///
    /// # Errors
    /// When the database cannot be read, or the target cannot be written. None where it was stopped.
    pub fn copy(
        &self,
        target: &Path,
        watch: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<Option<()>> {
        self.copy_with(target, &self.key, watch)
    }

    /// The same, but the copy has another key.
    ///
    /// # Errors
    /// As [`Source::copy`].
    pub fn copy_with(
        &self,
        target: &Path,
        key: &DatabaseKey,
        watch: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<Option<()>> {
        set_up_library();
        let read = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let from = Connection::open_with_flags(&self.path, read)?;
        unlock(&from, &self.key)?;
        // Pages are read once: a large cache would only take memory from the work beside.
        from.execute_batch("PRAGMA query_only = ON; PRAGMA cache_size = -2000;")?;
        // One snapshot from beginning to end: what is written meanwhile starts nothing anew.
        from.execute_batch("BEGIN; SELECT count(*) FROM sqlite_schema;")?;
        open_for_owner(File::options().write(true).create_new(true), target)?;
        let mut to = Connection::open_with_flags(target, read)?;
        unlock(&to, key)?;
        to.execute_batch(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -2000;
             PRAGMA locking_mode = EXCLUSIVE;",
        )?;
        if !copy_pages(&from, &mut to, watch)? {
            return Ok(None);
        }
        // One file that is whole by itself: a copy of a database with a log says that it has one.
        to.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get::<_, String>(0))?;
        to.close().map_err(|(_, error)| StoreError::from(error))?;
        File::options().write(true).open(target)?.sync_all()?;
        Ok(Some(()))
    }
}

/// False where the watch stopped it.
fn copy_pages(
    from: &Connection,
    to: &mut Connection,
    watch: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<bool> {
    let backup = Backup::new(from, to)?;
    loop {
        let step = backup.step(PAGES_AT_ONCE)?;
        let progress = backup.progress();
        let pages = |count: i32| u64::try_from(count).unwrap_or(0);
        let total = pages(progress.pagecount);
        if !watch(total - pages(progress.remaining).min(total), total) {
            return Ok(false);
        }
        match step {
            StepResult::Done => return Ok(true),
            StepResult::More => {}
            _ => std::thread::sleep(WAIT),
        }
    }
}
