//! Reading a backup in: always into a new file, which is whole before it has its name.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use store::backup::Copied;
use store::key::{DatabaseKey, key_file};
use store::{Changed, Read, Store, StoreError, Write};

use super::looking::{Holds, holds, is_as_noted, key_of, of_backup, refuse_with_log};
use super::making::{sync_folder, write_whole};
use super::names::{Note, read_note};
use crate::error::{AppError, RefusalCode};
use crate::files::target;
use crate::payments::Watch;
use crate::session::{Host, Unlock};
use crate::{Action, App, Result};

/// What is asked for when a backup is read in.
pub struct Restore {
    /// The backup.
    pub backup: PathBuf,
    /// The new file.
    pub into: PathBuf,
    /// The last order on paper; none: it is asked for before anything is distributed.
    pub last_order: Option<LastOrder>,
    /// Whether the new file lies where a city's own database does.
    pub own_place: bool,
}

/// What is known to have left the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LastOrder {
    /// Nothing after the backup.
    Nothing,
    /// The order of this year with this place in its sequence.
    Number {
        /// Year of the sequence.
        year: i32,
        /// Place in it, from 1.
        sequence: u32,
    },
}

/// A backup that was read in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// The new database.
    pub path: PathBuf,
    /// What was seen of the backup.
    pub copied: Copied,
    /// What is noted beside it.
    pub note: Option<Note>,
    /// What the database holds.
    pub holds: Holds,
    /// Whether it is still to be said what left the house after the backup.
    pub waits: bool,
}

/// Years of orders: as those of business dates.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

impl LastOrder {
    /// Reads `MIGV2026-0042`, with any letters before the year; a dash alone says that nothing left.
    ///
    /// # Errors
    /// When it is neither.
    pub fn parse(text: &str) -> Result<LastOrder> {
        let text = text.trim();
        let wrong = || {
            let refused = AppError::refused(RefusalCode::LastOrderWrong).with("text", text);
            refused.in_field("last_order")
        };
        if text == "-" {
            return Ok(LastOrder::Nothing);
        }
        let (before, sequence) = text.rsplit_once('-').ok_or_else(wrong)?;
        let split = before.len().checked_sub(4).filter(|at| before.is_char_boundary(*at));
        let year = before.get(split.ok_or_else(wrong)?..).unwrap_or_default();
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !is_number(year) || !is_number(sequence) {
            return Err(wrong());
        }
        let year = year.parse().ok().filter(|year| YEARS.contains(year)).ok_or_else(wrong)?;
        let sequence = sequence.parse().ok().filter(|place| (1..1_000_000).contains(place));
        Ok(LastOrder::Number { year, sequence: sequence.ok_or_else(wrong)? })
    }

    /// Refuses a number before one that the database has: then another paper is the last.
    fn refuse_earlier(&self, read: &Read<'_>) -> Result<()> {
        let LastOrder::Number { year, sequence } = self else { return Ok(()) };
        let next = read.next_sequence(*year)?;
        if *sequence + 1 < next {
            let last = read.orders()?.into_iter().find(|order| order.year == *year);
            let refused = AppError::refused(RefusalCode::LastOrderEarlier);
            let number = last.map_or_else(|| (next - 1).to_string(), |order| order.made.number);
            return Err(refused.with("number", number).in_field("last_order"));
        }
        Ok(())
    }

    fn keep(&self, write: &Write<'_>) -> Result<()> {
        if let LastOrder::Number { year, sequence } = self {
            write.add_order_floor(*year, *sequence)?;
        }
        Ok(write.answer_restorations()?)
    }

    fn in_event(&self) -> serde_json::Value {
        match self {
            LastOrder::Nothing => json!("-"),
            LastOrder::Number { year, sequence } => json!(format!("{year}-{sequence:04}")),
        }
    }
}

/// Reads a backup into a new file and looks through it there. Until it is whole it has another name;
/// what a killed process left under that name goes.
///
/// # Errors
/// When there is a file already, the backup is not whole or not as noted, the key does not open it, or
/// it has later orders than the one that is said to be the last.
pub fn restore(asked: &Restore, unlock: Unlock, host: Host, watch: &dyn Watch) -> Result<Restored> {
    let into = &asked.into;
    target::refuse(into, None)?;
    refuse_with_log(&asked.backup)?;
    let key = key_of(&asked.backup, &unlock)?;
    let lock = store::reserve(into)?;
    refuse_what_is_there(into)?;
    let part = beside(into, ".restoring.part");
    let unfinished = Unfinished(part.clone());
    unfinished.remove();
    let fetched =
        store::backup::fetch(&asked.backup, &key, &part, &mut |done| watch.at(done.min(999), 1000));
    let copied = fetched.map_err(of_backup)?.ok_or(AppError::Cancelled)?;
    let note = read_note(&asked.backup);
    let as_noted = note.as_ref().is_none_or(|note| is_as_noted(note, &copied, &asked.backup));
    if !copied.checked.is_whole() || !as_noted {
        return Err(AppError::refused(RefusalCode::BackupNotWhole));
    }
    let by_passphrase = !matches!(unlock, Unlock::Key(_));
    let who = Entering { unlock, host };
    let (holds, waits) = enter(&part, &key, &copied, asked, who)?;
    // The key first: a database without it could not be opened.
    if by_passphrase {
        write_whole(&key_file(into), &fs::read(key_file(&asked.backup))?)?;
    }
    fs::rename(&part, into)?;
    sync_folder(target::folder_of(into));
    drop((unfinished, lock));
    watch.at(1000, 1000);
    Ok(Restored { path: into.clone(), copied, note, holds, waits })
}

/// Who reads a backup in.
struct Entering {
    unlock: Unlock,
    host: Host,
}

/// Brings the copy up to this program's version and notes where it came from.
fn enter(
    part: &Path,
    key: &DatabaseKey,
    copied: &Copied,
    asked: &Restore,
    who: Entering,
) -> Result<(Holds, bool)> {
    let last_order = asked.last_order.as_ref();
    let mut app = App::new(Store::open(part, key)?, who.host);
    match who.unlock {
        Unlock::Login(login) => app.enter_as(Some((login, None)))?,
        _ => app.enter_as(None)?,
    }
    if asked.own_place && app.settings()?.municipality.training {
        return Err(AppError::refused(RefusalCode::TrainingNotHere));
    }
    // Notes of files on another computer, or from before: nothing here is removed because of them.
    let begun = app.read().unfinished()?;
    app.forget_unfinished(&begun)?;
    let holds = holds(&app.read())?;
    if let Some(last) = last_order {
        last.refuse_earlier(&app.read())?;
    }
    let chain = copied.checked.structure.chain.clone();
    app.change(Action::Restore, |write| {
        write.add_restoration(&copied.brought.sha256)?;
        if let Some(last) = last_order {
            last.keep(write)?;
        }
        let detail = json!({
            "sha256": copied.brought.sha256, "events": chain.events, "head": chain.hash,
            "last_order": last_order.map(LastOrder::in_event),
        });
        Ok(Changed { value: (), object: "database".to_owned(), detail })
    })?;
    let waits = app.read().restoration_waits()?;
    app.close()?;
    Ok((holds, waits))
}

/// Refuses a name that something lies under, or beside: an old log would be written into the new file.
pub(crate) fn refuse_what_is_there(into: &Path) -> Result<()> {
    if into.symlink_metadata().is_ok() {
        return Err(StoreError::Exists.into());
    }
    if key_file(into).symlink_metadata().is_ok() {
        return Err(StoreError::KeyFileExists.into());
    }
    let is_there = |ending: &str| beside(into, ending).symlink_metadata().is_ok();
    match ["-wal", "-shm", "-journal"].into_iter().find(|ending| is_there(ending)) {
        Some(ending) => {
            let name = beside(into, ending).file_name().unwrap_or_default().to_owned();
            let refused = AppError::refused(RefusalCode::RestoreLogThere);
            Err(refused.with("file", name.to_string_lossy()))
        }
        None => Ok(()),
    }
}

pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// A database under an unfinished name, which goes with what lies beside it.
pub(crate) struct Unfinished(pub(crate) PathBuf);

impl Unfinished {
    pub(crate) fn remove(&self) {
        for ending in ["", "-wal", "-shm", "-journal", ".lock"] {
            // What cannot be removed lies under a name that nobody takes for a database.
            let _ = fs::remove_file(beside(&self.0, ending));
        }
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        self.remove();
    }
}

impl App {
    /// Says what had left the house after the backup that this database was restored from: numbering
    /// goes on above it, and payments can be distributed again.
    ///
    /// # Errors
    /// When nothing waits for it, or the database has a later order.
    pub fn answer_restoration(&self, last: &LastOrder) -> Result<()> {
        if !self.read().restoration_waits()? {
            return Err(AppError::refused(RefusalCode::NothingRestored));
        }
        last.refuse_earlier(&self.read())?;
        let detail = json!({ "last_order": last.in_event() });
        self.change(Action::AnswerRestoration, |write| {
            last.keep(write)?;
            Ok(Changed { value: (), object: "database".to_owned(), detail })
        })
    }

    /// Closes the database with everything in its one file.
    pub(crate) fn close(self) -> Result<()> {
        self.door.close()
    }
}

/// Refuses to distribute or number anything while it is not said what left the house after a backup.
pub(crate) fn refuse_while_restored(read: &Read<'_>) -> Result<()> {
    match read.restoration_waits()? {
        true => Err(AppError::refused(RefusalCode::RestorationWaits)),
        false => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_order_is_read_as_it_stands_on_paper() {
        for text in ["MIGV2026-0042", " MIGV2026-42 ", "2026-0042", "ÅÄÖ2026-0042", "A-B2026-0042"]
        {
            let number = LastOrder::Number { year: 2026, sequence: 42 };
            assert_eq!(LastOrder::parse(text).unwrap(), number, "{text}");
        }
        assert_eq!(LastOrder::parse("-").unwrap(), LastOrder::Nothing);
        for text in
            ["", "42", "MIGV2026", "MIGV2026-", "MIGV26-0042", "MIGV2026-0000", "å-1", "1800-1"]
        {
            assert_eq!(LastOrder::parse(text).unwrap_err().code(), "last-order-wrong", "{text}");
        }
    }
}
