//! Locking when nobody is at work: the core decides and closes, the screen is told.

use std::thread;
use std::time::Duration;

use tauri::{AppHandle, Emitter, Manager};

use crate::WINDOW;
use crate::host::Shell;

/// How often it is looked: the settings count in minutes.
const BETWEEN_LOOKS: Duration = Duration::from_secs(2);

/// Looks now and then for as long as the program runs.
pub(crate) fn watch(app: AppHandle) {
    thread::spawn(move || {
        loop {
            thread::sleep(BETWEEN_LOOKS);
            if let Some(status) = app.state::<Shell>().lock_when_idle() {
                // A window that is closing shows nothing any more.
                let _ = app.emit_to(WINDOW, "locked", status);
            }
        }
    });
}
