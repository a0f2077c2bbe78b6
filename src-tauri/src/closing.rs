//! Closing the window: the screen says first what would be lost, and has the database closed, which
//! makes the backup that is due.

use std::sync::atomic::{AtomicBool, Ordering};

use tauri::{AppHandle, Emitter, Manager, State, Window, WindowEvent};

use crate::WINDOW;

/// Whether the screen has been asked and has not answered yet.
#[derive(Default)]
pub(crate) struct Closing(AtomicBool);

impl Closing {
    /// Whether the screen is to be asked; one that has not answered is not waited for again.
    fn ask(&self) -> bool {
        !self.0.swap(true, Ordering::Relaxed)
    }

    /// The person goes on working.
    fn stay(&self) {
        self.0.store(false, Ordering::Relaxed);
    }
}

/// Asks the screen when the window is to be closed. Asked a second time it closes as it is: what is
/// written stays in any case.
pub(crate) fn on_window_event(window: &Window, event: &WindowEvent) {
    let WindowEvent::CloseRequested { api, .. } = event else { return };
    if window.state::<Closing>().ask() && window.emit_to(WINDOW, "closing", ()).is_ok() {
        api.prevent_close();
    }
}

/// Ends the program; with `going` false the person goes on working.
#[tauri::command]
pub(crate) fn quit(app: AppHandle, closing: State<'_, Closing>, going: bool) {
    if going {
        app.exit(0);
    } else {
        closing.stay();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_that_does_not_answer_is_asked_once() {
        let closing = Closing::default();
        assert!(closing.ask());
        assert!(!closing.ask());
        closing.stay();
        assert!(closing.ask());
    }
}
