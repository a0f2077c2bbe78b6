//! The training municipality: made up, fifteen months of work, with exercises that the program checks.
//! It lies in a folder of its own, opens without a passphrase, and never as a real one.

mod checking;
mod making;

use std::path::{Path, PathBuf};

use app::payments::Watch;
use app::session::Unlock;
use app::{App, AppError, RefusalCode};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

pub use super::Nothing;
pub use super::session::SessionStatus;
use super::session::status;
use crate::{ErrorReply, Host};
pub use checking::{Exercise, ExercisePart, Exercises, check};

/// The key of the training municipality: nothing in it is anybody's, so that nothing is kept from
/// whoever has the file.
const KEY: &str = "6174657273c3b66b206f766e696e67206174657273c3b66b206f766e696e6721";
/// The day on which the exercises begin.
const FIRST_DAY: &str = "2026-12-01";
/// Its folder, beside the database of the city.
const FOLDER: &str = "ovning";
/// Its database.
const DATABASE: &str = "ovning.db";
/// The folder of the files that the exercises read.
const FILES: &str = "filer";

/// Whether there is a training municipality.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TrainingState {
    /// Whether it has been made.
    pub exists: bool,
    /// Whether it is the open database.
    pub open: bool,
    /// The folder with the files of the exercises.
    pub files: String,
}

/// Opens the training municipality.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct BeginTraining {
    /// Whether it is thrown away and made anew.
    #[serde(default)]
    pub anew: bool,
}

fn folder(host: &Host) -> PathBuf {
    host.home().join(FOLDER)
}

fn key() -> Result<Unlock, ErrorReply> {
    Unlock::from_hex(KEY).ok_or_else(|| ErrorReply::new("internal", &[]))
}

fn of_files(error: std::io::Error) -> ErrorReply {
    ErrorReply::from(AppError::from(error))
}

/// Whether the open database is the training municipality.
fn is_open(host: &Host) -> bool {
    host.opened().is_some_and(|app| app.path() == folder(host).join(DATABASE))
}

/// Whether there is a training municipality, and where its files lie.
///
/// # Errors
/// None; the type is that of all operations.
pub fn state(host: &mut Host, _: Nothing) -> Result<TrainingState, ErrorReply> {
    Ok(TrainingState {
        exists: folder(host).join(DATABASE).is_file(),
        open: is_open(host),
        files: folder(host).join(FILES).display().to_string(),
    })
}

/// Opens the training municipality, which is made where there is none. Progress is in thousandths.
///
/// # Errors
/// While another database is open; when the disk says no.
pub fn begin(
    host: &mut Host,
    request: BeginTraining,
    watch: &dyn Watch,
) -> Result<SessionStatus, ErrorReply> {
    if host.is_open() && !is_open(host) {
        return Err(AppError::refused(RefusalCode::TrainingBesideReal).into());
    }
    host.close();
    let folder = folder(host);
    if request.anew || !folder.join(DATABASE).is_file() {
        let new = folder.with_file_name(format!("{FOLDER}-ny"));
        host.leave_day();
        let made = making::make(host, &new, watch);
        host.close();
        if let Err(reply) = made {
            // What was begun is thrown away when it is begun again.
            let _ = std::fs::remove_dir_all(&new);
            return Err(reply);
        }
        if folder.is_dir() {
            std::fs::remove_dir_all(&folder).map_err(of_files)?;
        }
        std::fs::rename(&new, &folder).map_err(of_files)?;
    }
    let app = App::open(&folder.join(DATABASE), key()?, host.hosting())?;
    host.open(app);
    host.practise(super::certain_day_of("today", FIRST_DAY)?);
    watch.at(1000, 1000);
    status(host, Nothing {})
}

/// Refuses to open the training municipality as if it were a city's.
pub(super) fn refuse_as_real(host: &Host, path: &Path) -> Result<(), ErrorReply> {
    match path == folder(host).join(DATABASE) {
        true => Err(AppError::refused(RefusalCode::TrainingOwnDoor).into()),
        false => Ok(()),
    }
}

/// Refuses a file of the exercises in a database that is not for practice, whatever operation reads it.
pub(crate) fn refuse_files(host: &Host, payload: &Value) -> Result<(), ErrorReply> {
    let path = payload.get("path").and_then(Value::as_str).map(Path::new);
    let inside = path.filter(|path| path.starts_with(folder(host)));
    let Some((path, app)) = inside.zip(host.opened()) else { return Ok(()) };
    match path.is_file() && !app.settings()?.municipality.training {
        true => Err(AppError::refused(RefusalCode::TrainingFile).in_field("path").into()),
        false => Ok(()),
    }
}
