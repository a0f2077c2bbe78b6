//! Shows a file that was written in the system's own file manager.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use tauri::State;

use crate::pick::Picker;

/// Shows a file where it lies. Only what somebody has chosen in a dialog since the program started is
/// shown: the window cannot have anything else opened.
///
/// # Errors
/// `not-revealed` when it was not chosen, lies there no more, or there is no file manager.
#[tauri::command]
pub(crate) async fn reveal(picker: State<'_, Picker>, path: String) -> Result<(), Value> {
    let refused = || json!({ "code": "not-revealed", "message": "" });
    let path = PathBuf::from(path);
    if !picker.has_chosen(&path) || !path.exists() {
        return Err(refused());
    }
    shown(&path).spawn().map(drop).map_err(|_| refused())
}

#[cfg(windows)]
fn shown(path: &Path) -> Command {
    use std::os::windows::process::CommandExt as _;
    let mut command = Command::new("explorer.exe");
    // Its own way of quoting: a comma, and the quotes around the path alone.
    command.raw_arg(format!("/select,\"{}\"", path.display()));
    command
}

#[cfg(target_os = "macos")]
fn shown(path: &Path) -> Command {
    let mut command = Command::new("open");
    command.arg("-R").arg(path);
    command
}

#[cfg(not(any(windows, target_os = "macos")))]
fn shown(path: &Path) -> Command {
    let mut command = Command::new("xdg-open");
    command.arg(path.parent().unwrap_or(path));
    command
}
