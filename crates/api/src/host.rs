//! Who asks, on which day, and the database that is open.

use std::path::{Path, PathBuf};
use std::thread::JoinHandle;

use app::backup::BackupDone;
use app::session::{Derivation, Host as Hosting, Unlock};
use app::support::Log;
use app::{App, Rights, clock};
use chrono::NaiveDate;

use crate::error::ErrorReply;
use crate::listing::Arranged;
use crate::undo::steps::Steps;
use crate::wording::SwedishTexts;

/// Environment variable with the database key in 64 hexadecimal digits.
const KEY_VARIABLE: &str = "ATERSOK_KEY";

/// Answers operations, with or without an open database.
pub struct Host {
    /// A backup on its way.
    pub(crate) background: Option<JoinHandle<app::Result<BackupDone>>>,
    /// The list that was put in order last.
    pub(crate) arranged: Option<Arranged>,
    /// What was done since the database was opened.
    pub(crate) steps: Steps,
    app: Option<App>,
    actor: String,
    pub(crate) rights: Rights,
    today: Option<NaiveDate>,
    system_day: Option<NaiveDate>,
    key: Option<String>,
    // Seconds of Unix time in place of the clock's.
    pub(crate) second: Option<i64>,
    // When a person was last at work, in seconds of Unix time.
    pub(crate) stirred: i64,
    // What a password takes to be tried, in databases that are made.
    derivation: Derivation,
    // Whether a login stands for what is signed as well.
    signs: bool,
    // None: what is refused is not noted.
    log: Option<Log>,
    // None: the folder of the default place.
    home: Option<PathBuf>,
    // The business date that was set before an exercise was begun.
    before_practice: Option<Option<NaiveDate>>,
}

impl Host {
    /// A host for the acting person, without a database. `today` is the business date; none: the
    /// system's day.
    #[must_use]
    pub fn new(actor: &str, today: Option<NaiveDate>) -> Host {
        let key = std::env::var(KEY_VARIABLE).ok();
        Host {
            background: None,
            arranged: None,
            steps: Steps::default(),
            app: None,
            actor: actor.to_owned(),
            rights: Rights::all(),
            today,
            system_day: None,
            key,
            second: None,
            stirred: 0,
            derivation: Derivation::STANDARD,
            signs: false,
            log: None,
            home: None,
            before_practice: None,
        }
    }

    /// The same on another day than the system's, by which protection is decided beside the business
    /// date.
    #[must_use]
    pub fn with_system_day(self, day: NaiveDate) -> Host {
        Host { system_day: Some(day), ..self }
    }

    /// The same at that second of Unix time, by which wrong passwords wait.
    #[must_use]
    pub fn with_second(self, second: i64) -> Host {
        Host { second: Some(second), ..self }
    }

    /// The same whose new databases take another derivation of their passwords.
    #[must_use]
    pub fn with_derivation(self, derivation: Derivation) -> Host {
        Host { derivation, ..self }
    }

    /// The same for a command: the password that it was given stands for what it signs.
    #[must_use]
    pub fn signing(self) -> Host {
        Host { signs: true, ..self }
    }

    /// The same for somebody who may not do everything.
    #[must_use]
    pub fn with_rights(self, rights: Rights) -> Host {
        Host { rights, ..self }
    }

    /// The same, but what is refused is noted by its code in the user's own folder.
    #[must_use]
    pub fn with_log(self) -> Host {
        let folder = Host::default_path().with_file_name("logg");
        Host { log: Some(Log::in_folder(&folder)), ..self }
    }

    /// The same, but what is refused is noted by its code in that folder.
    #[must_use]
    pub fn with_log_in(self, folder: &Path) -> Host {
        Host { log: Some(Log::in_folder(folder)), ..self }
    }

    /// The same with the training municipality in that folder.
    #[must_use]
    pub fn with_home(self, folder: &Path) -> Host {
        Host { home: Some(folder.to_owned()), ..self }
    }

    /// The folder beside whose database the training municipality lies.
    pub(crate) fn home(&self) -> PathBuf {
        let default = || Host::default_path().parent().map(Path::to_owned).unwrap_or_default();
        self.home.clone().unwrap_or_else(default)
    }

    /// Where the city's own database lies.
    pub(crate) fn own_place(&self) -> PathBuf {
        let name = Host::default_path().file_name().map(std::ffi::OsStr::to_owned);
        self.home().join(name.unwrap_or_default())
    }

    /// The log of what is refused.
    pub(crate) fn log(&self) -> Option<&Log> {
        self.log.as_ref()
    }

    /// The same with the database key, 64 hexadecimal digits, in place of the environment's.
    #[must_use]
    pub fn with_key(self, key: &str) -> Host {
        Host { key: Some(key.to_owned()), ..self }
    }

    /// The open database.
    ///
    /// # Errors
    /// When none is open.
    pub fn app(&mut self) -> Result<&mut App, ErrorReply> {
        self.app.as_mut().ok_or_else(|| ErrorReply::new("no-database", &[]))
    }

    /// Whether a database is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.app.is_some()
    }

    pub(crate) fn opened(&self) -> Option<&App> {
        self.app.as_ref()
    }

    pub(crate) fn open(&mut self, app: App) {
        self.arranged = None;
        self.steps = Steps::default();
        self.app = Some(app);
        self.stir();
    }

    /// Notes that a person is at work.
    pub(crate) fn stir(&mut self) {
        self.stirred = self.second();
    }

    /// The second by which wrong passwords wait.
    pub(crate) fn second(&self) -> i64 {
        self.second.unwrap_or_else(|| clock::now().timestamp())
    }

    /// What a password takes to be tried, in databases that are made.
    pub(crate) fn derivation(&self) -> Derivation {
        self.derivation
    }

    /// Whether a login stands for what is signed as well.
    pub(crate) fn signs(&self) -> bool {
        self.signs
    }

    /// The open database, given away: none is open after it.
    pub(crate) fn take(&mut self) -> Result<App, ErrorReply> {
        self.end_background(true);
        self.steps = Steps::default();
        self.app.take().ok_or_else(|| ErrorReply::new("no-database", &[]))
    }

    pub(crate) fn close(&mut self) {
        self.end_background(true);
        self.arranged = None;
        self.steps = Steps::default();
        self.app = None;
        if let Some(day) = self.before_practice.take() {
            self.today = day;
        }
    }

    /// Closes the training municipality, where that is open.
    pub(crate) fn end_practice(&mut self) {
        if self.before_practice.is_some() {
            self.close();
        }
    }

    /// Works on the day of the exercises until the database is closed.
    pub(crate) fn practise(&mut self, day: NaiveDate) {
        self.leave_day();
        self.set_today(day);
    }

    /// The business date that was set is taken up again when the database is closed.
    pub(crate) fn leave_day(&mut self) {
        self.before_practice.get_or_insert(self.today);
    }

    /// The business date.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.today.unwrap_or_else(clock::today)
    }

    pub(crate) fn set_today(&mut self, today: NaiveDate) {
        self.today = Some(today);
        if let Some(app) = &mut self.app {
            app.set_today(today);
        }
    }

    pub(crate) fn hosting(&self) -> Hosting {
        Hosting {
            actor: self.actor.clone(),
            rights: self.rights,
            today: self.today(),
            system_day: self.system_day.unwrap_or_else(clock::today),
            wording: Box::new(SwedishTexts),
        }
    }

    /// The key that was given in place of a passphrase, if one was.
    pub(crate) fn given_key(&self) -> Option<Unlock> {
        self.key.as_deref().and_then(Unlock::from_hex)
    }

    /// Whether a key was given that is none: not 64 hexadecimal digits.
    pub(crate) fn has_malformed_key(&self) -> bool {
        self.key.is_some() && self.given_key().is_none()
    }

    /// Where a database lies when nobody says otherwise: the user's local application data.
    #[must_use]
    pub fn default_path() -> PathBuf {
        let from = |name: &str| std::env::var_os(name).map(PathBuf::from);
        let folder = if cfg!(windows) {
            from("LOCALAPPDATA")
        } else if cfg!(target_os = "macos") {
            from("HOME").map(|home| home.join("Library/Application Support"))
        } else {
            from("XDG_DATA_HOME").or_else(|| from("HOME").map(|home| home.join(".local/share")))
        };
        folder.unwrap_or_default().join("Atersok").join("atersok.db")
    }
}
