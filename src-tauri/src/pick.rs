//! The system's own file dialogs.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use rfd::{AsyncFileDialog, FileHandle};
use serde::Deserialize;
use serde_json::{Value, json};
use tauri::{AppHandle, Manager, State};

use crate::WINDOW;

/// Which dialog.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    Open,
    Save,
    Folder,
}

/// A kind of file: the words for it and the endings without dot.
#[derive(Debug, Deserialize)]
pub(crate) struct FileKind {
    name: String,
    extensions: Vec<String>,
}

/// Lets the person choose a file or folder, `name` proposed when saving; none when the dialog was
/// left without choosing.
///
/// # Errors
/// `dialog-unavailable` when the system could not show it, or the path is not Unicode.
#[tauri::command]
pub(crate) async fn pick(
    app: AppHandle,
    picker: State<'_, Picker>,
    kind: Kind,
    title: String,
    kinds: Vec<FileKind>,
    name: Option<String>,
) -> Result<Option<String>, Value> {
    let chosen = match picker.answer() {
        Some(answer) => answer?,
        None => show(&app, kind, title, kinds, name).await?,
    };
    if let Some(path) = &chosen {
        picker.note(path);
    }
    chosen.map(|path| path.into_os_string().into_string().map_err(|_| unavailable())).transpose()
}

fn unavailable() -> Value {
    json!({ "code": "dialog-unavailable", "message": "" })
}

type Choice = Pin<Box<dyn Future<Output = Option<FileHandle>> + Send>>;

async fn show(
    app: &AppHandle,
    kind: Kind,
    title: String,
    kinds: Vec<FileKind>,
    name: Option<String>,
) -> Result<Option<PathBuf>, Value> {
    let (sender, mut receiver) = tauri::async_runtime::channel::<Choice>(1);
    let window = app.get_webview_window(WINDOW).ok_or_else(unavailable)?;
    // GTK and macOS show dialogs from the main thread only.
    app.run_on_main_thread(move || {
        let mut dialog = AsyncFileDialog::new().set_title(title).set_parent(&window);
        for one in kinds {
            dialog = dialog.add_filter(one.name, &one.extensions);
        }
        if let Some(name) = name {
            dialog = dialog.set_file_name(name);
        }
        let choice: Choice = match kind {
            Kind::Open => Box::pin(dialog.pick_file()),
            Kind::Save => Box::pin(dialog.save_file()),
            Kind::Folder => Box::pin(dialog.pick_folder()),
        };
        // Nobody is left to answer when the window closed meanwhile.
        let _ = sender.try_send(choice);
    })
    .map_err(|_| unavailable())?;
    let choice = receiver.recv().await.ok_or_else(unavailable)?;
    Ok(choice.await.map(|file| file.path().to_owned()))
}

/// What was chosen; and who answers instead of a person: nobody, other than in end-to-end tests.
#[derive(Default)]
pub(crate) struct Picker {
    answered: AtomicUsize,
    chosen: Mutex<HashSet<PathBuf>>,
}

impl Picker {
    fn note(&self, path: &Path) {
        self.chosen.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
    }

    /// Whether somebody has chosen the path since the program started.
    pub(crate) fn has_chosen(&self, path: &Path) -> bool {
        self.chosen.lock().unwrap_or_else(PoisonError::into_inner).contains(path)
    }

    /// The next line of the file that `ATERSOK_E2E_PICK` names; an empty one is a dialog left
    /// without choosing. None where a person is to be asked, which is always so without the feature.
    fn answer(&self) -> Option<Result<Option<PathBuf>, Value>> {
        if !cfg!(feature = "e2e") {
            return None;
        }
        let file = std::env::var_os("ATERSOK_E2E_PICK")?;
        let line = self.answered.fetch_add(1, Ordering::Relaxed);
        let text = std::fs::read_to_string(file).unwrap_or_default();
        Some(text.lines().nth(line).map(answer_of).ok_or_else(unavailable))
    }
}

fn answer_of(line: &str) -> Option<PathBuf> {
    (!line.is_empty()).then(|| PathBuf::from(line))
}
