//! A person's own folders, empty at the start and gone at the end.

use std::ffi::OsString;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::Result;

/// A home of its own for each test, so that neither databases nor GTK's list of recent files leak
/// from one to the other. It outlives the application, which can be started in it again.
pub struct Home {
    folder: TempDir,
    variables: Vec<(OsString, OsString)>,
    own_dialogs: bool,
}

impl Home {
    /// An empty home.
    ///
    /// # Errors
    /// When folders cannot be made.
    pub fn new() -> Result<Home> {
        let folder = tempfile::Builder::new().prefix("atersok-e2e-").tempdir()?;
        for name in ["data", "config", "cache", "runtime", "files"] {
            fs::create_dir(folder.path().join(name))?;
        }
        fs::write(folder.path().join("picks"), "")?;
        Ok(Home { folder, variables: Vec::new(), own_dialogs: false })
    }

    /// Sets an environment variable for the application.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<OsString>) -> Home {
        self.variables.push((name.into(), value.into()));
        self
    }

    /// Lets the system show its file dialogs, instead of taking answers.
    #[must_use]
    pub fn with_own_dialogs(self) -> Home {
        Home { own_dialogs: true, ..self }
    }

    /// A folder for files of the test.
    #[must_use]
    pub fn files(&self) -> PathBuf {
        self.folder.path().join("files")
    }

    /// Where the application puts its data.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Answers the next file dialog with `path`; none leaves it without choosing. Answers are used
    /// in the order in which they were given.
    ///
    /// # Errors
    /// When the path is not Unicode, or the answer cannot be written.
    pub fn answer_dialog(&self, path: Option<&Path>) -> Result {
        let line = path.map_or(Some(""), Path::to_str).ok_or("a path that is not Unicode")?;
        writeln!(fs::OpenOptions::new().append(true).open(self.picks())?, "{line}")?;
        Ok(())
    }

    /// Forgets answers: an application that starts counts them from the first.
    pub(crate) fn forget_answers(&self) -> Result {
        Ok(fs::write(self.picks(), "")?)
    }

    fn picks(&self) -> PathBuf {
        self.folder.path().join("picks")
    }

    /// The environment of the driver, which the application inherits.
    #[must_use]
    pub fn environment(&self) -> Vec<(OsString, OsString)> {
        let at = |name: &str| self.folder.path().join(name).into_os_string();
        let own = [
            ("HOME", self.folder.path().as_os_str().to_owned()),
            ("XDG_DATA_HOME", at("data")),
            ("XDG_CONFIG_HOME", at("config")),
            ("XDG_CACHE_HOME", at("cache")),
            ("XDG_RUNTIME_DIR", at("runtime")),
            ("TAURI_WEBVIEW_AUTOMATION", "true".into()),
            // No desktop session: neither settings service nor accessibility bus.
            ("GSETTINGS_BACKEND", "memory".into()),
            ("NO_AT_BRIDGE", "1".into()),
            ("LANG", "C.UTF-8".into()),
            ("LANGUAGE", "sv".into()),
            ("USER", "EXEMPEL".into()),
            ("TZ", "Europe/Stockholm".into()),
        ];
        let answers = (!self.own_dialogs).then(|| ("ATERSOK_E2E_PICK", at("picks")));
        let own = own.into_iter().chain(answers).map(|(name, value)| (name.into(), value));
        own.chain(self.variables.iter().cloned()).collect()
    }
}
