//! Files that are written: only where they may go, whole or not at all, and never before the database
//! knows of them.

pub mod target;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use store::open_for_owner;
use store::unfinished::Unfinished;

use crate::error::AppError;
use crate::{App, Result, new_id};

/// A file that lies beside its target under a name of its own, until the change that it belongs to
/// is kept. Dropped before it is placed, it is removed; what a killed process leaves is removed when
/// the database is opened next time.
pub(crate) struct Beside {
    path: Option<PathBuf>,
    target: PathBuf,
}

impl App {
    /// A place beside `target` that the database knows of; before the change that writes there.
    ///
    /// # Errors
    /// When nothing may be written there, or the database cannot be written.
    pub(crate) fn place_for(&self, target: &Path) -> Result<Place> {
        target::refuse(target, Some(self.path()))?;
        let path = part_of(target);
        self.note_made(&[(&path, None)])?;
        Ok(Place { path, target: target.to_owned() })
    }

    /// Notes files that are about to be made, each with the one that it belongs to.
    pub(crate) fn note_made(&self, files: &[(&Path, Option<&Path>)]) -> Result<()> {
        self.note_unfinished(&noted(files))
    }

    /// Removes what a killed process has left. What cannot be removed now is looked for again.
    pub(crate) fn remove_unfinished(&self) -> Result<()> {
        let left = self.read().unfinished()?;
        let is_gone = |file: &Unfinished| {
            let belongs = file.belongs.as_ref().is_some_and(|of| Path::new(of).exists());
            belongs || remove(Path::new(&file.path))
        };
        let gone: Vec<Unfinished> = left.into_iter().filter(is_gone).collect();
        if gone.is_empty() { Ok(()) } else { self.forget_unfinished(&gone) }
    }
}

/// An unfinished name beside `target`, of its own.
pub(crate) fn part_of(target: &Path) -> PathBuf {
    let mut name = target.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", new_id()));
    target::folder_of(target).join(name)
}

/// Names that mean the same from every working directory; one that is no text cannot be noted.
fn noted(files: &[(&Path, Option<&Path>)]) -> Vec<Unfinished> {
    let whole = |path: &Path| std::path::absolute(path).ok()?.to_str().map(str::to_owned);
    let files = files.iter().filter_map(|(path, belongs)| {
        Some(Unfinished { path: whole(path)?, belongs: belongs.and_then(whole) })
    });
    files.collect()
}

/// Whether nothing lies there any more.
fn remove(path: &Path) -> bool {
    let is_folder = path.symlink_metadata().is_ok_and(|there| there.is_dir());
    // Only what this program names so goes with everything in it.
    let removed = match is_folder && path.extension().is_some_and(|ending| ending == "part") {
        true => fs::remove_dir_all(path),
        false => fs::remove_file(path),
    };
    match removed {
        Ok(()) => true,
        Err(error) => error.kind() == std::io::ErrorKind::NotFound,
    }
}

/// Where a file will lie until its change is kept.
pub(crate) struct Place {
    path: PathBuf,
    target: PathBuf,
}

impl Place {
    /// Writes `data` there.
    ///
    /// # Errors
    /// When the disk says no.
    pub(crate) fn write(self, data: &[u8]) -> Result<Beside> {
        let (beside, mut file) = self.begin()?;
        file.write_all(data)?;
        file.sync_all()?;
        Ok(beside)
    }

    /// An empty file there, to be written and synced by whoever has it.
    ///
    /// # Errors
    /// When the disk says no.
    pub(crate) fn begin(self) -> Result<(Beside, fs::File)> {
        let file = open_for_owner(fs::File::options().create_new(true).write(true), &self.path)?;
        Ok((Beside { path: Some(self.path), target: self.target }, file))
    }
}

impl Beside {
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

/// A folder that lies beside its target, as [`Beside`] does; whoever writes it makes it.
pub(crate) struct FolderBeside {
    path: Option<PathBuf>,
    target: PathBuf,
}

impl FolderBeside {
    /// A place beside `target` that the database knows of; before the change that writes there.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub(crate) fn of(app: &App, target: &Path) -> Result<FolderBeside> {
        let path = part_of(target);
        app.note_made(&[(&path, None)])?;
        Ok(FolderBeside { path: Some(path), target: target.to_owned() })
    }

    /// Where it lies until it is placed.
    pub(crate) fn path(&self) -> &Path {
        self.path.as_deref().unwrap_or(&self.target)
    }

    /// Gives the folder its name, in place of an empty one.
    ///
    /// # Errors
    /// [`AppError::NotPlaced`]: the change is kept, the folder has not its name.
    pub(crate) fn place(mut self) -> Result<()> {
        let Some(path) = &self.path else { return Ok(()) };
        if self.target.is_dir() {
            fs::remove_dir(&self.target).map_err(AppError::NotPlaced)?;
        }
        fs::rename(path, &self.target).map_err(AppError::NotPlaced)?;
        self.path = None;
        Ok(())
    }
}

impl Drop for FolderBeside {
    fn drop(&mut self) {
        if let Some(path) = &self.path {
            // What cannot be removed is looked for again when the database is opened.
            let _ = fs::remove_dir_all(path);
        }
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
