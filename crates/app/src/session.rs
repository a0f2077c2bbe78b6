//! Making and opening databases.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde_json::json;
use store::key::{DatabaseKey, key_file};
use store::{Changed, Store, Write};

use crate::catalogue::ShippedTables;
use crate::error::{AppError, RefusalCode};
use crate::settings::{Municipality, Settings, put_settings};
use crate::{Action, App, Result, Rights, Wording, backup, users};

pub use crate::users::{LoginTyped, Secret};
pub use store::key::Derivation;

/// Shortest passphrase, in characters.
const PASSPHRASE_LENGTH: usize = 12;

/// How the key of a database is come by.
pub enum Unlock {
    /// A passphrase; the key lies beside the database, wrapped.
    Passphrase(String),
    /// The key itself; nothing lies beside the database.
    Key(DatabaseKey),
    /// A user's name and password; the key lies beside the database, in a slot of the user's own.
    Login(LoginTyped),
}

impl Unlock {
    /// The key in 64 hexadecimal digits, as the environment may give it.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Unlock> {
        DatabaseKey::from_hex(text).map(Unlock::Key)
    }
}

/// Whether the database at that place has users, as far as its key file tells.
#[must_use]
pub fn has_users(path: &Path) -> bool {
    store::key::slots::has_slots(path)
}

/// Refuses a passphrase or password that is too short.
pub(crate) fn refuse_short(passphrase: &str, field: &str) -> Result<()> {
    if passphrase.chars().count() < PASSPHRASE_LENGTH {
        return Err(AppError::refused(RefusalCode::PassphraseShort).in_field(field));
    }
    Ok(())
}

/// Who works with the database, when, and in which words.
pub struct Host {
    /// The acting person.
    pub actor: String,
    /// What the person may be trusted with.
    pub rights: Rights,
    /// Business date.
    pub today: NaiveDate,
    /// The system's day. Whether somebody is protected is decided by the earlier of the two: no
    /// business date opens anybody.
    pub system_day: NaiveDate,
    /// Words.
    pub wording: Box<dyn Wording>,
}

pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// A database that is being made.
pub(crate) struct NewDatabase<'n> {
    /// Where.
    pub(crate) path: &'n Path,
    /// Its key.
    pub(crate) key: &'n DatabaseKey,
    /// Whose it is.
    pub(crate) municipality: Municipality,
}

impl App {
    /// Makes a database of one person, with the codes, key and accounts that ship with the program, the
    /// examples among them marked. `decision` is the number of the city's decision that one person does
    /// it all; without it every print says that it is missing.
    ///
    /// # Errors
    /// When the municipality's data are wrong, the passphrase is short, or the file exists.
    pub fn create(
        path: &Path,
        unlock: Unlock,
        municipality: Municipality,
        decision: Option<&str>,
        host: Host,
    ) -> Result<App> {
        // Refused before a file is made.
        let key = match &unlock {
            Unlock::Passphrase(passphrase) => {
                check_municipality(&municipality)?;
                refuse_short(passphrase, "passphrase")?;
                refuse_what_is_there(path)?;
                DatabaseKey::random()?
            }
            Unlock::Key(key) => key.clone(),
            Unlock::Login(_) => return Err(store::StoreError::NoUsers.into()),
        };
        let decision = users::decision_typed(decision)?;
        let new = NewDatabase { path, key: &key, municipality };
        App::make(
            new,
            host,
            |_, write| users::keep_decision(write, decision.as_deref()),
            || match &unlock {
                Unlock::Passphrase(passphrase) => Ok(key.write_beside(path, passphrase)?),
                _ => Ok(()),
            },
        )
    }

    /// Makes a database: `first` is done in the event that makes it, and `keep_key` last but for the
    /// name.
    pub(crate) fn make(
        new: NewDatabase<'_>,
        host: Host,
        first: impl FnOnce(&App, &Write<'_>) -> Result<()>,
        keep_key: impl FnOnce() -> Result<()>,
    ) -> Result<App> {
        let NewDatabase { path, key, municipality } = new;
        let settings = Settings { municipality, ..Settings::default() };
        crate::settings::check(&settings)?;
        // Nobody else makes a database of that name meanwhile.
        let reserved = store::reserve(path)?;
        // Made under another name and renamed when it is whole: a database that a power cut left
        // without codes and accounts would open as if it were one.
        let unfinished = beside(path, ".new");
        for leftover in ["", "-wal", "-shm", ".lock"] {
            let _ = fs::remove_file(beside(&unfinished, leftover));
        }
        if path.exists() {
            return Err(store::StoreError::Exists.into());
        }
        let store = Store::create(&unfinished, key)?;
        let app = App::new(store, host);
        app.initialise(&settings, first)?;
        let App { door, actor, rights, user, today, system_day, wording, .. } = app;
        door.close()?;
        // The key last but for the name: what failed before has left none behind.
        keep_key()?;
        fs::rename(&unfinished, path)?;
        let _ = fs::remove_file(beside(&unfinished, ".lock"));
        drop(reserved);
        let host = Host { actor, rights, today, system_day, wording };
        Ok(App { user, ..App::new(Store::open(path, key)?, host) })
    }

    fn initialise(
        &self,
        settings: &Settings,
        first: impl FnOnce(&App, &Write<'_>) -> Result<()>,
    ) -> Result<()> {
        let tables = ShippedTables::read()?;
        self.change(Action::Initialise, |write| {
            put_settings(write, settings)?;
            tables.keep(write)?;
            first(self, write)?;
            let detail = json!({
                "codes": tables.codes.len(), "keys": tables.keys.len(),
                "accounts": tables.accounts.len(), "training": settings.municipality.training,
            });
            Ok(Changed { value: (), object: "database".to_owned(), detail })
        })
    }

    /// Opens a database: one person's by passphrase or key, one with users by a login alone.
    ///
    /// # Errors
    /// Missing file, wrong key or login, in use, on a network share, made by a newer program.
    pub fn open(path: &Path, unlock: Unlock, host: Host) -> Result<App> {
        if !path.is_file() {
            return Err(store::StoreError::Missing.into());
        }
        let (key, login) = match unlock {
            Unlock::Passphrase(passphrase) => (DatabaseKey::read_beside(path, &passphrase)?, None),
            Unlock::Key(key) => (key, None),
            Unlock::Login(login) => {
                let (key, secret) = users::key_in_use(path, &login)?;
                (key, Some((login, Some(secret))))
            }
        };
        let mut made = None;
        let opened = Store::open_after(path, &key, |source| {
            let backup = made.insert(backup::before_migration(source));
            if backup.is_ok() { Ok(()) } else { Err(store::StoreError::Damaged("backup")) }
        });
        let backup = made.transpose()?;
        let opened = opened.map_err(|error| match error {
            // The slot opened: it is the file that is another's.
            store::StoreError::WrongKey if login.is_some() => store::StoreError::KeyFileOfAnother,
            error => error,
        });
        let mut app = App::new(opened?, host);
        // Tables without the event that made them are half a database: nothing was ever done with it.
        if app.read().last_event_no()?.0 == 0 {
            return Err(store::StoreError::NoTables.into());
        }
        app.enter_as(login)?;
        app.remove_unfinished()?;
        if let Some(note) = backup {
            app.note_backup(&note)?;
        }
        Ok(app)
    }
}

fn check_municipality(municipality: &Municipality) -> Result<()> {
    let municipality = municipality.clone();
    crate::settings::check(&Settings { municipality, ..Settings::default() })
}

/// Refuses a place where a database or a key lies already.
pub(crate) fn refuse_what_is_there(path: &Path) -> Result<()> {
    if path.exists() {
        return Err(store::StoreError::Exists.into());
    }
    if key_file(path).exists() {
        return Err(store::StoreError::KeyFileExists.into());
    }
    Ok(())
}
