//! Backups: made, listed, looked through, tried and read in; and what can be seen of the open database.

mod types;
mod view;

use std::path::{Path, PathBuf};

use app::App;
use app::backup::{
    LastOrder, Reason, Restore, backup_at, backups_without_database, opens_by_passphrase,
    restore as read_in, verify_backup,
};
use app::payments::Watch;

pub use super::{Nothing, WrittenFile};
pub use types::*;
pub(super) use view::age_view;
use view::{checked_view, made_view, state_view};
pub(super) use view::{readings_view, rows_view};

use super::session::{make_folder, unlock};
use crate::error::Outcome;
use crate::{ErrorReply, Host, texts};

fn folder_of(folder: Option<String>) -> Option<PathBuf> {
    folder.filter(|folder| !folder.trim().is_empty()).map(PathBuf::from)
}

fn refuse_open(host: &Host, path: &str) -> Result<(), ErrorReply> {
    match host.opened() {
        Some(app) => Ok(app.refuse_own_file(&PathBuf::from(path))?),
        None => Ok(()),
    }
}

/// How well the open database is backed up.
///
/// # Errors
/// When the database cannot be read.
pub fn state(app: &mut App, _: Nothing) -> Result<BackupStateView, ErrorReply> {
    state_view(app)
}

/// Makes a backup. Progress is in thousandths.
///
/// # Errors
/// When no place is set or it is not there, the copy is not sound, or a file cannot be written.
pub fn make(
    app: &mut App,
    request: MakeBackup,
    watch: &dyn Watch,
) -> Result<BackupMadeView, ErrorReply> {
    let made = app.make_backup(folder_of(request.folder), Reason::Asked, watch)?;
    Ok(made_view(&made))
}

/// Makes the day's backup where it is due; for the window and for scheduled work.
///
/// # Errors
/// As [`make`].
pub fn daily(app: &mut App, _: Nothing, watch: &dyn Watch) -> Result<BackupWhereDue, ErrorReply> {
    let made = match app.backup_due(false)? {
        Some(reason) => Some(app.make_backup(None, reason, watch)?),
        None => None,
    };
    Ok(BackupWhereDue { made: made.as_ref().map(made_view) })
}

/// Begins the day's backup where it is due, and does not wait for it: the window goes on. It is at its
/// place when the next operation after it is asked for.
///
/// # Errors
/// When no place is set or it is not there.
pub fn begin(host: &mut Host, _: Nothing) -> Result<BackupBegun, ErrorReply> {
    Ok(BackupBegun { begun: host.begin_daily_backup()? })
}

/// Makes the backup that is due when the database is closed.
pub(super) fn at_close(host: &mut Host, watch: &dyn Watch) -> Result<(), ErrorReply> {
    host.end_background(true);
    let Ok(app) = host.app() else { return Ok(()) };
    if let Some(reason) = app.backup_due(true)? {
        app.make_backup(None, reason, watch)?;
    }
    Ok(())
}

/// The backups in a folder, the newest first. Where no database is open the folder must be given.
///
/// # Errors
/// When no place is set, or it cannot be read.
pub fn list(host: &mut Host, request: BackupFolder) -> Result<Backups, ErrorReply> {
    let folder = folder_of(request.folder);
    let (backups, this) = match host.opened() {
        Some(app) => (app.backups(folder)?, Some(app.chain_beginning()?)),
        None => (backups_without_database(folder)?, None),
    };
    let view = |one| view::backup_view(one, this.as_deref());
    Ok(Backups { backups: backups.iter().map(view).collect() })
}

/// What can be told of a backup without opening it: when it was made, and what opens it. No database
/// need be open.
///
/// # Errors
/// When there is no such file, or it is the open database.
pub fn look(host: &mut Host, request: BackupPath) -> Result<BackupLook, ErrorReply> {
    refuse_open(host, &request.path)?;
    let path = PathBuf::from(&request.path);
    let needs_passphrase = opens_by_passphrase(&path)?;
    let made_at = backup_at(&path).map(|backup| backup.note.made_at);
    let opened_by = opened_by(made_at.as_deref(), needs_passphrase);
    let needs_user = app::session::has_users(&path);
    Ok(BackupLook { file: request.path, made_at, opened_by, needs_passphrase, needs_user })
}

/// Looks through a backup; nothing is changed. No database need be open.
///
/// # Errors
/// When it cannot be read or opened.
pub fn verify(
    host: &mut Host,
    request: BackupFile,
    watch: &dyn Watch,
) -> Result<BackupVerified, ErrorReply> {
    refuse_open(host, &request.path)?;
    let unlock = unlock(host, request.user, request.passphrase)?;
    let seen = verify_backup(&PathBuf::from(&request.path), &unlock, watch)?;
    let ahead = host.opened().map(|app| app.ahead_of(&seen)).transpose()?;
    Ok(view::verified_view(&request.path, &seen, ahead))
}

/// Reads a backup into a new file. The database that is open is backed up first where it has a place;
/// it stays open.
///
/// # Errors
/// When there is a file already, the backup is not whole, or the passphrase does not open it.
pub fn restore(
    host: &mut Host,
    request: RestoreBackup,
    watch: &dyn Watch,
) -> Result<RestoredView, ErrorReply> {
    refuse_open(host, &request.path)?;
    let unlock = unlock(host, request.user, request.passphrase)?;
    let last_order = request.last_order.as_deref().map(LastOrder::parse).transpose()?;
    let default = Host::default_path();
    if Path::new(&request.into) == default {
        make_folder(&default)?;
    }
    let asked = Restore {
        backup: PathBuf::from(request.path),
        own_place: Path::new(&request.into) == host.own_place(),
        into: PathBuf::from(request.into),
        last_order,
    };
    if let Ok(app) = host.app()
        && !app.settings()?.backup.folder.trim().is_empty()
    {
        // A database that is broken, or a share that is away, must not stop the reading in.
        let _ = app.make_backup(None, Reason::BeforeRestore, watch);
    }
    let restored = read_in(&asked, unlock, host.hosting(), watch)?;
    view::restored_view(host.opened(), restored)
}

/// Says what had left the house after the backup that the open database was read in from.
///
/// # Errors
/// When nothing waits for it, it is no number, or the database has a later order.
pub fn answer(app: &mut App, request: AnswerRestoration) -> Result<BackupStateView, ErrorReply> {
    app.answer_restoration(&LastOrder::parse(&request.last_order)?)?;
    state_view(app)
}

/// Tries whether a backup can be read in, and writes a protocol.
///
/// # Errors
/// When the backup cannot be read or opened, or the protocol cannot be written.
pub fn drill(
    host: &mut Host,
    request: DrillRequest,
    watch: &dyn Watch,
) -> Result<DrillHeld, ErrorReply> {
    refuse_open(host, &request.path)?;
    let unlock = unlock(host, request.user, request.passphrase)?;
    let (backup, out) = (PathBuf::from(request.path), PathBuf::from(&request.out));
    let held = host.app()?.drill(&backup, &unlock, &out, watch)?;
    let (whole, copied) = (held.verified.is_whole(), held.verified.copied);
    Ok(DrillHeld {
        outcome: if whole { Outcome::Done } else { Outcome::Findings },
        path: request.out,
        bytes: held.bytes,
        verified: whole,
        sha256: copied.brought.sha256,
        events: copied.checked.structure.chain.events,
        head: copied.checked.structure.chain.hash,
    })
}

/// Everything that can be seen of the open database: pages, chain, schema, kept files and sums.
///
/// # Errors
/// When it cannot be read.
pub fn check(app: &mut App, _: Nothing) -> Result<CheckedView, ErrorReply> {
    Ok(checked_view(&app.check()?))
}

/// Writes the settings to a file.
///
/// # Errors
/// When nothing may be written there, or the disk says no.
pub fn export_settings(
    app: &mut App,
    request: super::catalogue::FileRequest,
) -> Result<WrittenFile, ErrorReply> {
    let bytes = app.export_settings(&PathBuf::from(&request.path))?;
    Ok(WrittenFile { path: request.path, bytes })
}

pub use super::catalogue::FileRequest;

/// Refuses an output of a command that is one of the files that the command reads.
///
/// # Errors
/// When it is.
pub fn refuse_input_as_output(output: &str, inputs: &[String]) -> Result<(), ErrorReply> {
    let inputs: Vec<PathBuf> = inputs.iter().map(PathBuf::from).collect();
    Ok(app::files::target::refuse_input(&PathBuf::from(output), &inputs)?)
}

/// Which passphrase or key opens a backup, in words: that of its day.
fn opened_by(made_at: Option<&str>, has_key_file: bool) -> String {
    let id = if has_key_file { "backup-opened-by-passphrase" } else { "backup-opened-by-key" };
    match made_at {
        Some(moment) => {
            let day = moment.chars().take(10).collect::<String>();
            texts::text(id, &[("day", app::TextValue::Text(day))])
        }
        None => texts::text(&format!("{id}-of-its-day"), &[]),
    }
}
