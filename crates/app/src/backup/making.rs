//! Making a backup: prepared and ended in the database, and in between done by a job that any thread
//! can do, while the program works on.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use sha2::{Digest, Sha256};
use store::backup::Copied;
use store::identity::Identity;
use store::key::key_file;
use store::{Changed, Source, Store, open_for_owner};

use super::names::{self, Note, Reason};
use crate::error::{AppError, RefusalCode};
use crate::files::part_of;
use crate::files::target::folder_of;
use crate::payments::{Unwatched, Watch};
use crate::{Action, App, Result, clock};

/// A backup to be made: whatever thread does it, the database need not wait.
#[derive(Clone, Debug)]
pub struct BackupJob {
    source: Source,
    staging: PathBuf,
    part: PathBuf,
    folder: PathBuf,
    reason: Reason,
    made_at: String,
    database: String,
}

/// What a job has done: a whole copy under an unfinished name.
#[derive(Clone, Debug)]
pub struct BackupDone {
    job: BackupJob,
    copied: Copied,
}

/// A backup that lies at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupMade {
    /// The database file.
    pub path: PathBuf,
    /// What is noted beside it.
    pub note: Note,
    /// What was seen of it.
    pub copied: Copied,
    /// How many older ones were let go.
    pub let_go: u64,
}

impl BackupJob {
    /// Copies the database on the local disk, looks through the copy there, brings it to its place
    /// and reads it again. Progress is in thousandths.
    ///
    /// # Errors
    /// When the database cannot be read, a file cannot be written, or the copy is not sound.
    pub fn run(self, watch: &dyn Watch) -> Result<BackupDone> {
        let staged = Staged(&self.staging);
        let made = store::backup::make(&self.source, staged.0, &self.part, &mut |done| {
            watch.at(done.min(999), 1000)
        });
        drop(staged);
        let copied = match made {
            Ok(Some(copied)) if copied.checked.structure.sound => copied,
            other => {
                let _ = fs::remove_file(&self.part);
                return Err(match other {
                    Ok(Some(_)) => AppError::refused(RefusalCode::BackupNotSound),
                    Ok(None) => AppError::Cancelled,
                    Err(error) => error.into(),
                });
            }
        };
        watch.at(1000, 1000);
        Ok(BackupDone { job: self, copied })
    }
}

impl BackupDone {
    fn path(&self) -> PathBuf {
        let events = self.copied.checked.structure.chain.events;
        let name = names::name_of(&self.job.database, &self.job.made_at, events);
        self.job.folder.join(name)
    }

    /// Gives the copy its name, after its key and its note have theirs.
    fn place(&self, path: &Path) -> Result<Note> {
        let BackupDone { job, copied } = self;
        if path.exists() {
            let _ = fs::remove_file(&job.part);
            return Err(store::StoreError::Exists.into());
        }
        let chain = &copied.checked.structure.chain;
        let key = fs::read(key_file(job.source.path())).ok();
        let note = Note {
            format: 1,
            made_at: job.made_at.clone(),
            database: job.database.clone(),
            reason: job.reason,
            bytes: copied.brought.bytes,
            sha256: copied.brought.sha256.clone(),
            key_sha256: key.as_deref().map(digest),
            events: chain.events,
            head: chain.hash.clone(),
            verified: copied.checked.is_whole(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
        };
        if let Some(key) = &key {
            write_whole(&key_file(path), key)?;
        }
        let text = serde_json::to_vec_pretty(&note)
            .map_err(|_| store::StoreError::Damaged("backup note"))?;
        write_whole(&names::note_file(path), &text)?;
        fs::rename(&job.part, path)?;
        sync_folder(&job.folder);
        Ok(note)
    }
}

/// Makes a backup of a database whose tables are about to get a new version: in the set place where
/// it is there, else beside the database. What a killed process leaves of it is removed by nobody:
/// the database cannot be told of it yet.
///
/// # Errors
/// As [`BackupJob::run`].
pub(crate) fn before_migration(source: &Source) -> Result<Note> {
    let store = Store::look(source.path(), source.key())?;
    let read = store.read();
    let set = crate::settings::read_settings(&read)?.backup.folder;
    let set =
        Some(PathBuf::from(set.trim())).filter(|folder| folder.is_absolute() && folder.is_dir());
    let folder = set.unwrap_or_else(|| folder_of(source.path()).to_owned());
    let job = BackupJob {
        staging: part_of(source.path()),
        part: part_of(&folder.join("atersok")),
        source: source.clone(),
        folder,
        reason: Reason::BeforeMigration,
        made_at: clock::now_utc(),
        database: read.chain_beginning()?,
    };
    drop(store);
    let done = job.run(&Unwatched)?;
    done.place(&done.path())
}

/// The copy on the local disk, which goes when the work on it ends.
struct Staged<'p>(&'p Path);

impl Drop for Staged<'_> {
    fn drop(&mut self) {
        for ending in ["", "-journal", "-wal", "-shm"] {
            let mut name = self.0.as_os_str().to_owned();
            name.push(ending);
            // What cannot be removed is noted, and looked for at the next start.
            let _ = fs::remove_file(PathBuf::from(name));
        }
    }
}

impl App {
    /// Makes a backup in `folder`, else in the set place.
    ///
    /// # Errors
    /// When no place is set or it is not there, or as [`BackupJob::run`].
    pub fn make_backup(
        &self,
        folder: Option<PathBuf>,
        reason: Reason,
        watch: &dyn Watch,
    ) -> Result<BackupMade> {
        let done = self.begin_backup(folder, reason)?.run(watch)?;
        self.end_backup(done)
    }

    /// Prepares a backup: notes the files that will be made.
    ///
    /// # Errors
    /// When no place is set or it is not there.
    pub fn begin_backup(&self, folder: Option<PathBuf>, reason: Reason) -> Result<BackupJob> {
        let folder = self.backup_folder(folder)?;
        let source = self.source()?;
        let staging = part_of(source.path());
        let part = part_of(&folder.join("atersok"));
        self.note_made(&[(&staging, None), (&part, None)])?;
        let made_at = clock::now_utc();
        let database = self.read().chain_beginning()?;
        Ok(BackupJob { source, staging, part, folder, reason, made_at, database })
    }

    /// Places a backup with its key and its note, and lets older ones go.
    ///
    /// # Errors
    /// When a file cannot be written, or the event not be kept; the backup may lie there all the same.
    pub fn end_backup(&self, done: BackupDone) -> Result<BackupMade> {
        let path = done.path();
        // Beside a backup that is not there they are nothing, and go at the next start.
        let (key, note) = (key_file(&path), names::note_file(&path));
        self.note_made(&[(&key, Some(&path)), (&note, Some(&path))])?;
        let note = done.place(&path)?;
        let BackupDone { job, copied } = done;
        self.note_backup(&note)?;
        let let_go = if note.verified { self.let_older_go(&job)? } else { 0 };
        Ok(BackupMade { path, note, copied, let_go })
    }

    /// Leaves the event of a backup that lies at its place.
    pub(crate) fn note_backup(&self, note: &Note) -> Result<()> {
        let detail = json!({
            "reason": note.reason.as_str(), "sha256": note.sha256, "bytes": note.bytes,
            "events": note.events, "head": note.head, "verified": note.verified,
            "key_file": note.key_sha256.is_some(),
        });
        self.change(Action::MakeBackup, |_| {
            Ok(Changed { value: (), object: "backup".to_owned(), detail })
        })
    }

    /// Removes the oldest backups of this database in the set place, beyond those that are kept. What
    /// cannot be removed, since somebody has it open, is for next time.
    fn let_older_go(&self, job: &BackupJob) -> Result<u64> {
        let settings = self.settings()?.backup;
        let set = Identity::at(Path::new(settings.folder.trim()));
        let here = Identity::at(&job.folder);
        if !set.ok().zip(here.ok()).is_some_and(|(set, here)| set.is(&here)) {
            return Ok(0);
        }
        let mut own = names::backups_in(&job.folder)?;
        own.retain(|backup| backup.note.database == job.database && backup.is_there);
        let mut gone = 0;
        for old in own.into_iter().skip(settings.keep as usize) {
            let (key, note) = (key_file(&old.path), names::note_file(&old.path));
            self.note_made(&[(&key, Some(&old.path)), (&note, Some(&old.path))])?;
            if fs::remove_file(&old.path).is_ok() {
                gone += 1;
                let _ = fs::remove_file(&key);
                let _ = fs::remove_file(&note);
            }
        }
        Ok(gone)
    }
}

/// SHA-256 in hexadecimal.
pub(super) fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes a file of its own, for its owner, and syncs it.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    use std::io::Write as _;
    let mut file = open_for_owner(fs::File::options().write(true).create_new(true), path)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    Ok(())
}

/// What was renamed there stays renamed when the power goes. Windows does so by itself.
pub(super) fn sync_folder(folder: &Path) {
    if cfg!(unix) {
        let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
    }
}
