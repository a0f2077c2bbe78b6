//! A display that nobody sees, whose picture can be read.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use crate::Outcome;

/// An X server that keeps its picture in a file.
pub(super) struct Display {
    server: Child,
    name: String,
    folder: TempDir,
}

impl Display {
    /// Starts it on a free number.
    pub(super) fn start() -> Outcome<Display> {
        let fault = |error: std::io::Error| format!("Xvfb (package xvfb): {error}");
        let folder = tempfile::tempdir().map_err(fault)?;
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp", "-fbdir"])
            .arg(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(fault)?;
        let mut number = String::new();
        if let Some(output) = server.stdout.take() {
            BufReader::new(output).read_line(&mut number).map_err(fault)?;
        }
        Ok(Display { server, name: format!(":{}", number.trim()), folder })
    }

    /// As programs are told it.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Tells one picture from another.
    pub(super) fn picture(&self) -> Outcome<u64> {
        let file: PathBuf = self.folder.path().join("Xvfb_screen0");
        let bytes = std::fs::read(&file).map_err(|error| format!("Xvfb: {error}"))?;
        let mut hash = DefaultHasher::new();
        bytes.hash(&mut hash);
        Ok(hash.finish())
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
