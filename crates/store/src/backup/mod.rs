//! Copies of the database that are whole: made while it is worked with, looked through, and brought to
//! their place with the digest of what lies there.

mod bringing;

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

pub use bringing::{Brought, digest_of};

use crate::checking::{Checked, Contents, Structure};
use crate::db::Source;
use crate::key::DatabaseKey;
use crate::{Result, Store, StoreError};

/// How far the work has come, in thousandths; false stops it.
pub type Watch<'w> = &'w mut dyn FnMut(u64) -> bool;

/// Between two looks at whether to go on.
const LOOK: Duration = Duration::from_millis(20);

/// What copying is of the whole, in thousandths; looking through and bringing to its place is the rest.
const COPIED: u64 = 500;

/// A copy that lies at its place under an unfinished name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// What was seen of it.
    pub checked: Checked,
    /// What lies there.
    pub brought: Brought,
}

/// Copies `source` to `staging` on the local disk, looks through it there, and brings it to `part`.
/// Both names are the caller's to remove or rename. None where the watch stopped it.
///
/// # Errors
/// When the database cannot be read, or a file cannot be written; [`StoreError::CopyNotWhole`] when
/// what lies there is not what was copied.
pub fn make(
    source: &Source,
    staging: &Path,
    part: &Path,
    watch: Watch<'_>,
) -> Result<Option<Copied>> {
    let copied = source
        .copy(staging, &mut |done, total| watch((done * COPIED).checked_div(total).unwrap_or(0)))?;
    match copied {
        None => Ok(None),
        Some(()) => bring(staging, source.key(), part, COPIED, watch),
    }
}

/// Copies the backup at `file` to `part` and looks through it there, as [`make`] does.
///
/// # Errors
/// As [`make`].
pub fn fetch(
    file: &Path,
    key: &DatabaseKey,
    part: &Path,
    watch: Watch<'_>,
) -> Result<Option<Copied>> {
    bring(file, key, part, 0, watch)
}

/// Looks through a backup where it lies. None where the watch stopped it.
///
/// # Errors
/// When it cannot be read, or the key does not open it.
pub fn verify(file: &Path, key: &DatabaseKey, watch: Watch<'_>) -> Result<Option<Copied>> {
    let looked = Looking::at(file, key)?;
    let stop = AtomicBool::new(false);
    let answers = thread::scope(|scope| {
        let digest = scope.spawn(|| digest_of(file, &stop));
        let checked = looked.through(0, &stop, watch);
        (checked, join(digest))
    });
    Copied::of(answers)
}

/// Copying and looking through read the same file at the same time: it is done when both are.
fn bring(
    from: &Path,
    key: &DatabaseKey,
    part: &Path,
    done: u64,
    watch: Watch<'_>,
) -> Result<Option<Copied>> {
    let looked = Looking::at(from, key)?;
    let stop = AtomicBool::new(false);
    let answers = thread::scope(|scope| {
        let brought = scope.spawn(|| bringing::bring(from, part, &stop));
        let checked = looked.through(done, &stop, watch);
        (checked, join(brought))
    });
    Copied::of(answers)
}

impl Copied {
    fn of(
        (checked, brought): (Result<Option<Checked>>, Result<Option<Brought>>),
    ) -> Result<Option<Copied>> {
        Ok(checked?.zip(brought?).map(|(checked, brought)| Copied { checked, brought }))
    }
}

/// Two connections to one copy, so that its pages and its rows are looked through at the same time.
struct Looking {
    pages: Store,
    rows: Store,
}

enum Seen {
    Structure(Result<Structure>),
    Contents(Result<Contents>),
}

impl Looking {
    fn at(file: &Path, key: &DatabaseKey) -> Result<Looking> {
        Ok(Looking { pages: Store::look(file, key)?, rows: Store::look(file, key)? })
    }

    /// None where the watch stopped it; then `stop` is set for whoever works beside.
    fn through(self, done: u64, stop: &AtomicBool, watch: Watch<'_>) -> Result<Option<Checked>> {
        let Looking { pages, rows } = self;
        let breaks = [pages.database().breaker(), rows.database().breaker()];
        let (tell, told) = mpsc::channel();
        let also = tell.clone();
        let (mut structure, mut contents) = (None, None);
        thread::scope(|scope| {
            // Nobody listens any more only where this function has broken down.
            scope.spawn(move || drop(tell.send(Seen::Structure(pages.structure()))));
            scope.spawn(move || drop(also.send(Seen::Contents(rows.read().contents()))));
            loop {
                match told.recv_timeout(LOOK) {
                    Ok(Seen::Structure(seen)) => structure = Some(seen),
                    Ok(Seen::Contents(seen)) => contents = Some(seen),
                    Err(RecvTimeoutError::Timeout) => {}
                    Err(RecvTimeoutError::Disconnected) => break,
                }
                let parts = u64::from(structure.is_some()) + u64::from(contents.is_some());
                if !watch(done + (1000 - done) * parts / 3) {
                    stop.store(true, Ordering::Relaxed);
                }
                if stop.load(Ordering::Relaxed) {
                    breaks.iter().for_each(|one| one.break_off());
                }
            }
        });
        if stop.load(Ordering::Relaxed) {
            return Ok(None);
        }
        let broken_down = || StoreError::Damaged("copy");
        let structure = structure.ok_or_else(broken_down)??;
        let contents = contents.ok_or_else(broken_down)??;
        Ok(Some(Checked { structure, contents }))
    }
}

fn join<T>(work: thread::ScopedJoinHandle<'_, Result<T>>) -> Result<T> {
    work.join().unwrap_or(Err(StoreError::Damaged("copy")))
}

#[cfg(test)]
mod tests;
