//! Looking into a backup: whether it is whole, what it holds, and what has come after it.

use std::path::Path;

use store::backup::Copied;
use store::identity::Identity;
use store::key::{DatabaseKey, key_file};
use store::{EventNo, Read, Store, StoreError};

use super::names::{Note, read_note};
use crate::error::{AppError, RefusalCode};
use crate::payments::Watch;
use crate::session::Unlock;
use crate::{App, Result, users};

/// What a backup holds, in the words of whoever stands before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holds {
    /// When the last event was, in UTC.
    pub last_event_at: Option<String>,
    /// Persons of the register.
    pub persons: u64,
    /// Payment lists.
    pub lists: u64,
    /// The name of the last one's file.
    pub last_list: Option<String>,
    /// Booking orders.
    pub orders: u64,
    /// The number of the last one.
    pub last_order: Option<String>,
}

/// A backup that was looked through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// What was seen of it.
    pub copied: Copied,
    /// What is noted beside it; none where nothing is.
    pub note: Option<Note>,
    /// Whether the file is the one that was noted.
    pub as_noted: Option<bool>,
    /// What it holds.
    pub holds: Holds,
}

impl Verified {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.copied.checked.is_whole() && self.as_noted != Some(false)
    }
}

/// What an open database has that a backup of it lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ahead {
    /// Whether the backup is of this database: its last event is one of this one's.
    pub is_of_this: bool,
    /// Events after the backup.
    pub events: u64,
    /// Files of the lists read after it.
    pub lists: Vec<String>,
    /// Numbers of the orders made after it.
    pub orders: Vec<String>,
}

/// Opens a key that lies beside a backup, or takes the one that was given.
pub(super) fn key_of(backup: &Path, unlock: &Unlock) -> Result<DatabaseKey> {
    match unlock {
        Unlock::Passphrase(passphrase) => Ok(DatabaseKey::read_beside(backup, passphrase)?),
        Unlock::Key(key) => Ok(key.clone()),
        Unlock::Login(login) => users::key_of_copy(backup, login),
    }
}

/// Whether a passphrase opens the backup at `path`; else the key of the environment does.
///
/// # Errors
/// When there is no such file, or it is not whole by itself.
pub fn opens_by_passphrase(path: &Path) -> Result<bool> {
    refuse_with_log(path)?;
    Ok(key_file(path).is_file())
}

/// Refuses what is no backup by itself: a database with a log beside it is not whole in its file.
pub(super) fn refuse_with_log(backup: &Path) -> Result<()> {
    if !backup.is_file() {
        return Err(StoreError::Missing.into());
    }
    let mut log = backup.as_os_str().to_owned();
    log.push("-wal");
    match std::fs::metadata(&log) {
        Ok(there) if there.len() > 0 => Err(AppError::refused(RefusalCode::BackupHasLog)),
        _ => Ok(()),
    }
}

/// A corrupt backup is no corrupt database: there may be others.
pub(super) fn of_backup(error: StoreError) -> AppError {
    match error {
        StoreError::Corrupt => AppError::refused(RefusalCode::BackupNotWhole),
        other => other.into(),
    }
}

/// Looks through a backup where it lies; nothing is changed.
///
/// # Errors
/// When there is none, the key or passphrase does not open it, or it cannot be read.
pub fn verify_backup(backup: &Path, unlock: &Unlock, watch: &dyn Watch) -> Result<Verified> {
    refuse_with_log(backup)?;
    let key = key_of(backup, unlock)?;
    let seen = store::backup::verify(backup, &key, &mut |done| watch.at(done, 1000));
    let copied = seen.map_err(of_backup)?.ok_or(AppError::Cancelled)?;
    let holds = holds(&Store::look(backup, &key).map_err(of_backup)?.read())?;
    let note = read_note(backup);
    let as_noted = note.as_ref().map(|note| is_as_noted(note, &copied, backup));
    Ok(Verified { copied, note, as_noted, holds })
}

/// Whether a file, and the key beside it, are those that were noted.
pub(super) fn is_as_noted(note: &Note, copied: &Copied, backup: &Path) -> bool {
    let chain = &copied.checked.structure.chain;
    let key = std::fs::read(key_file(backup)).ok();
    let key = key.map(|key| super::making::digest(&key));
    let file = (note.bytes, note.sha256.as_str(), note.events, note.head.as_str());
    let seen =
        (copied.brought.bytes, copied.brought.sha256.as_str(), chain.events, chain.hash.as_str());
    file == seen && (note.key_sha256.is_none() || note.key_sha256 == key)
}

/// What a database holds.
pub(super) fn holds(read: &Read<'_>) -> Result<Holds> {
    let (lists, orders) = (read.lists()?, read.orders()?);
    Ok(Holds {
        last_event_at: read.audit_events(None, 1)?.pop().map(|event| event.at),
        persons: read.person_count()?,
        lists: lists.len() as u64,
        last_list: lists.iter().max_by_key(|list| list.list_no).map(|list| list.file_name.clone()),
        orders: orders.len() as u64,
        last_order: orders.first().map(|order| order.number.clone()),
    })
}

impl App {
    /// Refuses the open database where a backup is asked for: to read it beside its own connection
    /// would let go of its locks.
    ///
    /// # Errors
    /// When it is the same file, by whatever name.
    pub fn refuse_own_file(&self, backup: &Path) -> Result<()> {
        let (own, asked) = (Identity::at(self.path()), Identity::at(backup));
        match own.ok().zip(asked.ok()).is_some_and(|(own, asked)| own.is(&asked)) {
            true => Err(AppError::refused(RefusalCode::BackupIsOpen)),
            false => Ok(()),
        }
    }

    /// What this database has that a backup of it lacks.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn ahead_of(&self, backup: &Verified) -> Result<Ahead> {
        let read = self.read();
        let chain = &backup.copied.checked.structure.chain;
        let last = EventNo(i64::try_from(chain.events).unwrap_or(i64::MAX));
        if read.event_hash(last)?.as_deref() != Some(chain.hash.as_str()) {
            let nothing = Ahead { is_of_this: false, events: 0, lists: vec![], orders: vec![] };
            return Ok(nothing);
        }
        let after = |event: EventNo| event > last;
        let lists = read.lists()?.into_iter().filter(|list| after(list.event_no));
        let orders = read.orders()?.into_iter().filter(|order| after(order.event_no));
        Ok(Ahead {
            is_of_this: true,
            events: u64::try_from(read.last_event_no()?.0 - last.0).unwrap_or_default(),
            lists: lists.map(|list| list.file_name).collect(),
            orders: orders.map(|order| order.made.number).collect(),
        })
    }
}
