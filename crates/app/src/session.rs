//! Making and opening databases.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde_json::json;
use store::key::{DatabaseKey, key_file};
use store::{Changed, Store};

use crate::catalogue::ShippedTables;
use crate::error::{AppError, RefusalCode};
use crate::settings::{Municipality, Settings, put_settings};
use crate::{Action, App, Result, Rights, Wording, backup};

/// Shortest passphrase, in characters.
const PASSPHRASE_LENGTH: usize = 12;

/// How the key of a database is come by.
pub enum Unlock {
    /// A passphrase; the key lies beside the database, wrapped.
    Passphrase(String),
    /// The key itself; nothing lies beside the database.
    Key(DatabaseKey),
}

impl Unlock {
    /// The key in 64 hexadecimal digits, as the environment may give it.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Unlock> {
        DatabaseKey::from_hex(text).map(Unlock::Key)
    }
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

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

impl App {
    /// Makes a database with the codes, key and accounts that ship with the program, the examples
    /// among them marked.
    ///
    /// # Errors
    /// When the municipality's data are wrong, the passphrase is short, or the file exists.
    pub fn create(
        path: &Path,
        unlock: Unlock,
        municipality: Municipality,
        host: Host,
    ) -> Result<App> {
        let settings = Settings { municipality, ..Settings::default() };
        // Refused before a file is made.
        crate::settings::check(&settings)?;
        let key = match &unlock {
            Unlock::Passphrase(passphrase) => {
                if passphrase.chars().count() < PASSPHRASE_LENGTH {
                    return Err(
                        AppError::refused(RefusalCode::PassphraseShort).in_field("passphrase")
                    );
                }
                if path.exists() {
                    return Err(store::StoreError::Exists.into());
                }
                if key_file(path).exists() {
                    return Err(store::StoreError::KeyFileExists.into());
                }
                DatabaseKey::random()?
            }
            Unlock::Key(key) => key.clone(),
        };
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
        let store = Store::create(&unfinished, &key)?;
        let app = App::new(store, host);
        app.initialise(&settings)?;
        let App { door, actor, rights, today, system_day, wording, .. } = app;
        door.close()?;
        // The key last but for the name: what failed before has left none behind.
        if let Unlock::Passphrase(passphrase) = &unlock {
            key.write_beside(path, passphrase)?;
        }
        fs::rename(&unfinished, path)?;
        let _ = fs::remove_file(beside(&unfinished, ".lock"));
        drop(reserved);
        Ok(App::new(Store::open(path, &key)?, Host { actor, rights, today, system_day, wording }))
    }

    fn initialise(&self, settings: &Settings) -> Result<()> {
        let tables = ShippedTables::read()?;
        self.change(Action::Initialise, |write| {
            put_settings(write, settings)?;
            tables.keep(write)?;
            let detail = json!({
                "codes": tables.codes.len(), "keys": tables.keys.len(),
                "accounts": tables.accounts.len(), "training": settings.municipality.training,
            });
            Ok(Changed { value: (), object: "database".to_owned(), detail })
        })
    }

    /// Opens a database.
    ///
    /// # Errors
    /// Missing file, wrong key, in use, on a network share, made by a newer program.
    pub fn open(path: &Path, unlock: Unlock, host: Host) -> Result<App> {
        if !path.is_file() {
            return Err(store::StoreError::Missing.into());
        }
        let key = match unlock {
            Unlock::Passphrase(passphrase) => DatabaseKey::read_beside(path, &passphrase)?,
            Unlock::Key(key) => key,
        };
        let mut made = None;
        let opened = Store::open_after(path, &key, |source| {
            let backup = made.insert(backup::before_migration(source));
            if backup.is_ok() { Ok(()) } else { Err(store::StoreError::Damaged("backup")) }
        });
        let backup = made.transpose()?;
        let app = App::new(opened?, host);
        // Tables without the event that made them are half a database: nothing was ever done with it.
        if app.read().last_event_no()?.0 == 0 {
            return Err(store::StoreError::NoTables.into());
        }
        app.remove_unfinished()?;
        if let Some(note) = backup {
            app.note_backup(&note)?;
        }
        Ok(app)
    }
}
