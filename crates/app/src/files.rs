//! Files that are written: whole or not at all, and never before the database knows of them.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::error::{AppError, RefusalCode};
use crate::{Result, new_id};

/// A file that lies beside its target under a name of its own, until the change that it belongs to
/// is kept. Dropped before it is placed, it is removed.
pub(crate) struct Beside {
    path: Option<PathBuf>,
    target: PathBuf,
}

impl Beside {
    /// Writes `data` beside `target`.
    ///
    /// # Errors
    /// As [`Beside::create`].
    pub(crate) fn write(target: &Path, data: &[u8]) -> Result<Beside> {
        let (beside, mut file) = Beside::create(target)?;
        file.write_all(data)?;
        file.sync_all()?;
        Ok(beside)
    }

    /// An empty file beside `target`, to be written and synced by whoever has it.
    ///
    /// # Errors
    /// When the folder does not exist, the target is a folder, or the disk says no.
    pub(crate) fn create(target: &Path) -> Result<(Beside, fs::File)> {
        let folder = match target.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        if !folder.is_dir() {
            return Err(AppError::refused(RefusalCode::TargetFolderMissing));
        }
        if target.is_dir() {
            return Err(AppError::refused(RefusalCode::TargetIsFolder));
        }
        let mut name = target.file_name().unwrap_or_default().to_owned();
        name.push(format!(".{}.part", new_id()));
        let path = folder.join(name);
        let file = fs::File::options().create_new(true).write(true).open(&path)?;
        Ok((Beside { path: Some(path), target: target.to_owned() }, file))
    }

    /// Gives the file its name, replacing what was there.
    ///
    /// # Errors
    /// [`AppError::NotPlaced`]: the change is kept, the file is not there. On Windows a file that is
    /// open in another program cannot be replaced.
    pub(crate) fn place(mut self) -> Result<()> {
        let Some(path) = &self.path else { return Ok(()) };
        fs::rename(path, &self.target).map_err(AppError::NotPlaced)?;
        self.path = None;
        Ok(())
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if let Some(path) = &self.path {
            // What cannot be removed lies under a name that nobody takes for the file.
            let _ = fs::remove_file(path);
        }
    }
}
