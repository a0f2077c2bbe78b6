//! Backups: made while the program works, looked through, brought to their place, and restored.

mod drill;
mod looking;
mod making;
mod names;
mod restoring;

pub use drill::Drilled;
pub use looking::{Ahead, Holds, Verified, opens_by_passphrase, verify_backup};
pub(crate) use making::before_migration;
pub use making::{BackupDone, BackupJob, BackupMade};
pub use names::{Backup, Note, Reason, backup_at, backups_in, is_backup_name};
pub use restoring::{LastOrder, Restore, Restored, restore};
pub(crate) use restoring::{Unfinished, beside, refuse_what_is_there, refuse_while_restored};

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{AppError, RefusalCode};
use crate::{Action, App, Result, clock};

/// Where backups go, and how often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct BackupSettings {
    /// The folder that they are brought to, which may lie on a share; empty: nowhere yet.
    pub folder: String,
    /// How many are kept there.
    pub keep: u32,
    /// Whether one is made when the database is closed.
    pub at_close: bool,
    /// Whether one is made when the last is a day old.
    pub daily: bool,
    /// After how many days the last one is old.
    pub old_after_days: u32,
}

impl Default for BackupSettings {
    fn default() -> BackupSettings {
        let (keep, old_after_days) = (30, 3);
        BackupSettings { folder: String::new(), keep, at_close: true, daily: true, old_after_days }
    }
}

/// Most backups that are kept, and most days after which one is old.
const MOST: u32 = 1000;

impl BackupSettings {
    /// What cannot work: the name of the setting and why.
    pub(crate) fn faults(&self) -> Vec<(&'static str, &'static str)> {
        let mut faults = Vec::new();
        let folder = self.folder.trim();
        if !folder.is_empty() && !PathBuf::from(folder).is_absolute() {
            faults.push(("backup.folder", "whole-path"));
        }
        for (name, number) in
            [("backup.keep", self.keep), ("backup.old_after_days", self.old_after_days)]
        {
            if !(1..=MOST).contains(&number) {
                faults.push((name, "one-to-thousand"));
            }
        }
        faults
    }
}

/// How well the database is backed up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupAge {
    /// No place is set.
    NoPlace,
    /// None was made yet.
    Never,
    /// The last one is as it should be.
    Fresh,
    /// The last one is old.
    Old,
}

impl BackupAge {
    /// The word in contracts.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            BackupAge::NoPlace => "no-place",
            BackupAge::Never => "never",
            BackupAge::Fresh => "fresh",
            BackupAge::Old => "old",
        }
    }
}

/// How well the database is backed up, and since when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupState {
    /// In a word.
    pub age: BackupAge,
    /// When the last one was made, in UTC.
    pub last_at: Option<DateTime<Utc>>,
    /// How old it is, in hours.
    pub hours: Option<i64>,
    /// How many events have come since.
    pub events_since: u64,
}

impl App {
    /// Whether a backup was read in and nobody has said yet what left the house after it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn restoration_waits(&self) -> Result<bool> {
        Ok(self.read().restoration_waits()?)
    }

    /// What the database and its backups have in common: how the chain of events begins.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn chain_beginning(&self) -> Result<String> {
        Ok(self.read().chain_beginning()?)
    }

    /// How well the database is backed up now.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn backup_state(&self) -> Result<BackupState> {
        let settings = self.settings()?.backup;
        let read = self.read();
        let last = read.audit_events_about("backup", Action::MakeBackup.name())?.pop();
        let last_no = read.last_event_no()?.0;
        let since = last.as_ref().map_or(last_no, |event| last_no - event.event_no.0);
        let last_at = last.and_then(|event| DateTime::parse_from_rfc3339(&event.at).ok());
        let last_at = last_at.map(|at| at.with_timezone(&Utc));
        let hours = last_at.map(|at| (clock::now() - at).num_hours().max(0));
        let age = match hours {
            None if settings.folder.trim().is_empty() => BackupAge::NoPlace,
            None => BackupAge::Never,
            Some(hours) if hours >= i64::from(settings.old_after_days) * 24 && since > 0 => {
                BackupAge::Old
            }
            Some(_) => BackupAge::Fresh,
        };
        let events_since = u64::try_from(since).unwrap_or_default();
        Ok(BackupState { age, last_at, hours, events_since })
    }

    /// Why a backup would be made now without being asked for: none where it would not.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn backup_due(&self, closing: bool) -> Result<Option<Reason>> {
        let settings = self.settings()?.backup;
        let state = self.backup_state()?;
        if settings.folder.trim().is_empty() || state.events_since == 0 {
            return Ok(None);
        }
        let is_day_old = state.hours.is_none_or(|hours| hours >= 24);
        Ok(match closing {
            true if settings.at_close => Some(Reason::Closing),
            false if settings.daily && is_day_old => Some(Reason::Daily),
            _ => None,
        })
    }

    /// The folder that backups go to: the one asked for, else the set one.
    fn backup_folder(&self, asked: Option<PathBuf>) -> Result<PathBuf> {
        let set = || {
            let folder = self.settings().ok()?.backup.folder;
            (!folder.trim().is_empty()).then(|| PathBuf::from(folder.trim()))
        };
        folder_that_is_there(asked.or_else(set))
    }

    /// The backups in the folder asked for, else the set one, the newest first.
    ///
    /// # Errors
    /// When no folder is set, or it cannot be read.
    pub fn backups(&self, folder: Option<PathBuf>) -> Result<Vec<Backup>> {
        backups_in(&self.backup_folder(folder)?)
    }
}

/// The backups in a folder, the newest first, where no database says which.
///
/// # Errors
/// When none is given, or it cannot be read.
pub fn backups_without_database(folder: Option<PathBuf>) -> Result<Vec<Backup>> {
    backups_in(&folder_that_is_there(folder)?)
}

fn folder_that_is_there(folder: Option<PathBuf>) -> Result<PathBuf> {
    let folder = folder.ok_or_else(|| AppError::refused(RefusalCode::BackupNoPlace))?;
    match folder.is_dir() {
        true => Ok(folder),
        false => Err(AppError::refused(RefusalCode::BackupPlaceGone)),
    }
}
