//! Folders that another program keeps equal between computers: two copies of a database that were both
//! worked with cannot be made one again, and a copy made between the file and its log is none.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::{Result, StoreError};

/// Beginnings of names of folders that sync clients make, in small letters.
const NAMES: [&str; 11] = [
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud drive",
    "iclouddrive",
    "nextcloud",
    "owncloud",
    "box sync",
    "synologydrive",
    "pcloud",
];
/// Files and folders that sync clients leave in what they sync.
const MARKS: [&str; 5] =
    [".dropbox", ".dropbox.cache", ".stfolder", ".nextcloudsync.log", ".owncloudsync.log"];
/// Variables of the environment in which a client says what it syncs.
const VARIABLES: [&str; 3] = ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"];

/// Refuses a place that a sync client owns, or that roams between computers with the user's profile.
pub(crate) fn refuse_synced(path: &Path) -> Result<()> {
    let variable = |name: &str| std::env::var_os(name);
    match synced_by(path, &variable) {
        Some(by) => Err(StoreError::Synced { by }),
        None if roams(path, &variable) => Err(StoreError::Roaming),
        None => Ok(()),
    }
}

/// The folder by which it is seen that a client syncs the path; none: nothing shows it.
fn synced_by(path: &Path, variable: &dyn Fn(&str) -> Option<OsString>) -> Option<String> {
    let folders = path.ancestors().skip(1).filter(|folder| folder.file_name().is_some());
    for folder in folders {
        let name = folder.file_name()?.to_string_lossy().into_owned();
        let small = name.to_lowercase();
        // "OneDrive - Exempelstads kommun", "Dropbox (Personal)", but no word that only begins so.
        let is_named = NAMES.iter().any(|known| {
            small
                .strip_prefix(known)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '-', '(', '_', '.']))
        });
        let is_marked = MARKS.iter().any(|mark| folder.join(mark).symlink_metadata().is_ok());
        let is_said = VARIABLES
            .iter()
            .filter_map(|name| variable(name))
            .any(|said| !said.is_empty() && folder == Path::new(&said));
        if is_named || is_marked || is_said {
            return Some(name);
        }
    }
    None
}

/// Whether the path lies in the part of a Windows profile that is copied between computers.
fn roams(path: &Path, variable: &dyn Fn(&str) -> Option<OsString>) -> bool {
    let roaming = variable("APPDATA").filter(|_| cfg!(windows)).map(PathBuf::from);
    roaming.is_some_and(|roaming| path.starts_with(roaming))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nothing(_: &str) -> Option<OsString> {
        None
    }

    #[test]
    fn folders_of_sync_clients_are_known_by_name() {
        for (path, by) in [
            ("/srv/a/OneDrive/atersok.db", "OneDrive"),
            (
                "/srv/a/OneDrive - Exempelstads kommun/b/atersok.db",
                "OneDrive - Exempelstads kommun",
            ),
            ("/srv/a/Dropbox (Privat)/atersok.db", "Dropbox (Privat)"),
            ("/srv/a/iCloudDrive/x/y/atersok.db", "iCloudDrive"),
        ] {
            assert_eq!(synced_by(Path::new(path), &nothing).as_deref(), Some(by), "{path}");
        }
        for path in ["/srv/a/Dropboxen/atersok.db", "/data/onedrive.db", "/srv/a/atersok.db"] {
            assert_eq!(synced_by(Path::new(path), &nothing), None, "{path}");
        }
    }

    #[test]
    fn folders_are_known_by_what_a_client_leaves_and_says() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("egen mapp/å");
        std::fs::create_dir_all(&inside).unwrap();
        let database = inside.join("atersok.db");
        assert_eq!(synced_by(&database, &nothing), None);
        let said = |name: &str| {
            (name == "OneDriveCommercial").then(|| folder.path().join("egen mapp").into_os_string())
        };
        assert_eq!(synced_by(&database, &said).as_deref(), Some("egen mapp"));
        std::fs::create_dir(folder.path().join("egen mapp/.stfolder")).unwrap();
        assert_eq!(synced_by(&database, &nothing).as_deref(), Some("egen mapp"));
    }
}
