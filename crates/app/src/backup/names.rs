//! Backups on the disk: what they are called, and what lies beside them.
//!
//! A backup is three files: the database, its key file where a passphrase opens it, and a note of what
//! was seen of it. The database is placed last: where it lies, the others do.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use store::key::key_file;

use crate::Result;

/// What the names of backups begin and end with.
const BEGINS: &str = "atersok-";
const ENDS: &str = ".db";

/// What is noted beside a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The form of this note.
    pub format: u32,
    /// Moment in UTC.
    pub made_at: String,
    /// Which database: the beginning of its first event's hash.
    pub database: String,
    /// Why it was made.
    pub reason: Reason,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 of the database file in hexadecimal.
    pub sha256: String,
    /// SHA-256 of the key file; none where the environment gives the key.
    pub key_sha256: Option<String>,
    /// Events of the audit chain.
    pub events: u64,
    /// The hash of the last one in hexadecimal.
    pub head: String,
    /// Whether everything that can be looked at was right.
    pub verified: bool,
    /// The program's version.
    pub program: String,
}

/// Why a backup was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// Somebody asked for it.
    Asked,
    /// The database was closed.
    Closing,
    /// The last one was a day old.
    Daily,
    /// The tables were about to get a new version.
    BeforeMigration,
    /// A backup was about to be read in.
    BeforeRestore,
}

impl Reason {
    /// The word in contracts and events.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Reason::Asked => "asked",
            Reason::Closing => "closing",
            Reason::Daily => "daily",
            Reason::BeforeMigration => "before-migration",
            Reason::BeforeRestore => "before-restore",
        }
    }
}

/// A backup that lies in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// The database file.
    pub path: PathBuf,
    /// What is noted of it.
    pub note: Note,
    /// Whether it has the size that was noted, and its key file.
    pub is_there: bool,
}

/// `atersok-<database>-<moment>-<events>.db`: nothing about anybody.
pub(super) fn name_of(database: &str, made_at: &str, events: u64) -> String {
    let moment: String =
        made_at.chars().take(19).filter(|sign| !"-:".contains(*sign)).collect::<String>() + "Z";
    format!("{BEGINS}{database}-{moment}-{events:06}{ENDS}")
}

/// Whether a file is called as backups are.
#[must_use]
pub fn is_backup_name(name: &str) -> bool {
    let middle = name.strip_prefix(BEGINS).and_then(|rest| {
        [ENDS, ".db.key", ".db.json"].into_iter().find_map(|ending| rest.strip_suffix(ending))
    });
    middle.is_some_and(|middle| middle.split('-').filter(|part| !part.is_empty()).count() >= 3)
}

/// Where the note of a backup lies.
pub(super) fn note_file(backup: &Path) -> PathBuf {
    let mut name = backup.as_os_str().to_owned();
    name.push(".json");
    PathBuf::from(name)
}

/// What is noted of a backup; none where nothing is, or it cannot be understood.
pub(super) fn read_note(backup: &Path) -> Option<Note> {
    let text = fs::read_to_string(note_file(backup)).ok()?;
    serde_json::from_str(&text).ok()
}

/// The backups in a folder, the newest first.
///
/// # Errors
/// When the folder cannot be read.
pub fn backups_in(folder: &Path) -> Result<Vec<Backup>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !is_backup_name(&name) || !name.ends_with(ENDS) {
            continue;
        }
        found.extend(backup_at(&path));
    }
    found.sort_by(|a, b| (&b.note.made_at, b.note.events).cmp(&(&a.note.made_at, a.note.events)));
    Ok(found)
}

/// The backup at `path`, as far as its note tells; none where nothing is noted beside it.
#[must_use]
pub fn backup_at(path: &Path) -> Option<Backup> {
    let note = read_note(path)?;
    let bytes = fs::metadata(path).map(|there| there.len()).unwrap_or_default();
    let has_key = note.key_sha256.is_none() || key_file(path).is_file();
    let is_there = bytes == note.bytes && has_key;
    Some(Backup { path: path.to_owned(), note, is_there })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_which_database_when_and_how_far() {
        let name = name_of("0123456789ab", "2026-11-29T21:15:03.123Z", 42);
        assert_eq!(name, "atersok-0123456789ab-20261129T211503Z-000042.db");
        assert!(is_backup_name(&name));
        assert!(is_backup_name(&format!("{name}.key")));
        for other in ["atersok.db", "atersok-2026.csv", "city.db", "atersok-.db", "order.si"] {
            assert!(!is_backup_name(other), "{other}");
        }
    }
}
