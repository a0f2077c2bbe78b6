//! Rows to the system's clipboard, in the two forms that spreadsheets take.

use std::sync::{Mutex, PoisonError};

use arboard::Clipboard;
use serde_json::{Value, json};
use tauri::State;

/// The clipboard, kept: on X11 whoever copies answers for what was copied until another does.
#[derive(Default)]
pub(crate) struct Copying {
    clipboard: Mutex<Option<Clipboard>>,
}

/// Gives `text` and the same as `html` to the clipboard.
///
/// # Errors
/// `clipboard-locked` when another program holds it, or there is none.
#[tauri::command]
pub(crate) async fn copy(
    copying: State<'_, Copying>,
    text: String,
    html: String,
) -> Result<(), Value> {
    let mut kept = copying.clipboard.lock().unwrap_or_else(PoisonError::into_inner);
    let given = match kept.as_mut() {
        Some(clipboard) => clipboard.set_html(html, Some(text)),
        None => Clipboard::new().and_then(|mut clipboard| {
            let given = clipboard.set_html(html, Some(text));
            *kept = Some(clipboard);
            given
        }),
    };
    if given.is_err() {
        // A display that went away does not come back in an old connection.
        *kept = None;
        return Err(json!({ "code": "clipboard-locked", "message": "" }));
    }
    Ok(())
}
