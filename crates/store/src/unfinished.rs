//! Files outside the database that are being written: noted first, so that what a killed process leaves
//! is removed at the next start.

use crate::db::from_row;
use crate::{Read, Result, Store};

/// A file that was begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    /// Where it lies.
    pub path: String,
    /// The file that it belongs to; while that is there, it stays.
    pub belongs: Option<String>,
}

from_row!(Unfinished { path, belongs });

impl Read<'_> {
    /// The files that were begun since somebody last looked.
    pub fn unfinished(&self) -> Result<Vec<Unfinished>> {
        self.db.all("SELECT path, belongs FROM unfinished_file ORDER BY path", &[])
    }
}

impl Store {
    /// Notes files that are about to be made. No event: nothing of the city's has changed.
    pub fn note_unfinished(&self, files: &[Unfinished]) -> Result<()> {
        self.aside(|db| {
            for file in files {
                db.run(
                    "INSERT INTO unfinished_file (path, belongs) VALUES (?1, ?2)
                     ON CONFLICT (path) DO UPDATE SET belongs = excluded.belongs",
                    &[&file.path, &file.belongs],
                )?;
            }
            Ok(())
        })
    }

    /// Forgets a file that is removed, or has come to its place.
    pub fn forget_unfinished(&self, files: &[Unfinished]) -> Result<()> {
        self.aside(|db| {
            for file in files {
                db.run("DELETE FROM unfinished_file WHERE path = ?1", &[&file.path])?;
            }
            Ok(())
        })
    }
}
