//! Where an output may go: decided here, for every file that the program writes.

use std::fs;
use std::path::{Path, PathBuf};

use store::identity::Identity;

use crate::Result;
use crate::backup::is_backup_name;
use crate::error::{AppError, RefusalCode};

/// What lies beside a database and belongs to it.
const BESIDE_DATABASE: [&str; 8] =
    ["", ".key", ".lock", "-wal", "-shm", "-journal", ".new", ".key.new"];

/// Names that Windows takes for devices, whatever ending they have.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// The folder that a file lies in.
pub(crate) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// Refuses a target that is no plain file, or would harm the database or a backup.
///
/// # Errors
/// No name, no such folder, a folder, a link, a device, the database or what belongs to it, a backup.
pub(crate) fn refuse(target: &Path, database: Option<&Path>) -> Result<()> {
    let no = |code| Err(AppError::refused(code));
    if target.as_os_str().is_empty() {
        return no(RefusalCode::TargetMissing);
    }
    let Some(name) = target.file_name() else { return no(RefusalCode::TargetIsFolder) };
    if !folder_of(target).is_dir() {
        return no(RefusalCode::TargetFolderMissing);
    }
    if cfg!(windows) && means_no_file(&name.to_string_lossy()) {
        return no(RefusalCode::TargetIsDevice);
    }
    match fs::symlink_metadata(target) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(error.into()),
        Ok(there) if there.is_symlink() => return no(RefusalCode::TargetIsLink),
        Ok(there) if there.is_dir() => return no(RefusalCode::TargetIsFolder),
        Ok(there) if !there.is_file() => return no(RefusalCode::TargetIsDevice),
        Ok(_) if is_backup_name(&name.to_string_lossy()) => return no(RefusalCode::TargetIsBackup),
        Ok(_) => {}
    }
    for own in database.into_iter().flat_map(of_database) {
        if same(target, &own) {
            return no(RefusalCode::TargetIsDatabase);
        }
    }
    Ok(())
}

/// Refuses an output that is one of the files that the same command reads.
///
/// # Errors
/// When it is.
pub fn refuse_input(target: &Path, inputs: &[PathBuf]) -> Result<()> {
    match inputs.iter().any(|input| same(target, input)) {
        true => Err(AppError::refused(RefusalCode::TargetIsInput)),
        false => Ok(()),
    }
}

/// The database and what belongs to it, by the name that was typed and by the one it leads to.
fn of_database(database: &Path) -> Vec<PathBuf> {
    let names = [Some(database.to_owned()), fs::canonicalize(database).ok()];
    let beside = |path: PathBuf| {
        BESIDE_DATABASE.map(|ending| {
            let mut name = path.as_os_str().to_owned();
            name.push(ending);
            PathBuf::from(name)
        })
    };
    names.into_iter().flatten().flat_map(beside).collect()
}

/// Whether both names mean one file: the same one where there is one, else the same name in the same
/// folder, as any system would compare it.
fn same(one: &Path, other: &Path) -> bool {
    if let (Ok(a), Ok(b)) = (Identity::at(one), Identity::at(other)) {
        return a.is(&b);
    }
    let folders = (Identity::at(folder_of(one)), Identity::at(folder_of(other)));
    let (Ok(a), Ok(b)) = folders else { return false };
    let name = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        name.trim_end_matches(['.', ' ']).to_owned()
    };
    a.is(&b) && name(one) == name(other)
}

/// Whether Windows takes the name for a device or for a stream of another file.
fn means_no_file(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = stem.len() > 3
        && (stem.starts_with("com") || stem.starts_with("lpt"))
        && stem.chars().count() == 4
        && stem.ends_with(|sign: char| sign.is_ascii_digit() || "¹²³".contains(sign));
    name.contains(':') || DEVICES.contains(&stem.as_str()) || numbered
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(target: &Path, database: &Path) -> Option<String> {
        refuse(target, Some(database)).err().map(|error| error.code().to_owned())
    }

    #[test]
    fn the_database_and_what_belongs_to_it_are_no_targets() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("city.db");
        fs::write(&database, "x").unwrap();
        fs::write(folder.path().join("city.db.key"), "x").unwrap();
        fs::create_dir(folder.path().join("x")).unwrap();
        for name in [
            "city.db",
            "city.db.key",
            "city.db.lock",
            "city.db-wal",
            "city.db-shm",
            "city.db-journal",
            "x/../city.db",
            "x/../city.db-journal",
            "CITY.DB-WAL",
            "city.db-wal.",
        ] {
            let code = code(&folder.path().join(name), &database);
            assert_eq!(code.as_deref(), Some("target-is-database"), "{name}");
        }
        assert_eq!(code(&folder.path().join("order.si"), &database), None);
    }

    #[cfg(unix)]
    #[test]
    fn links_devices_and_other_names_of_the_database_are_no_targets() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let database = path("city.db");
        fs::write(&database, "x").unwrap();
        fs::hard_link(&database, path("hard.db")).unwrap();
        std::os::unix::fs::symlink(&database, path("soft.db")).unwrap();
        std::os::unix::fs::symlink(path("nowhere"), path("dangling")).unwrap();
        std::os::unix::fs::symlink(folder.path(), path("folder")).unwrap();
        for (target, expected) in [
            (path("hard.db"), "target-is-database"),
            (path("soft.db"), "target-is-link"),
            (path("dangling"), "target-is-link"),
            (path("folder"), "target-is-link"),
            (path("folder/city.db"), "target-is-database"),
            (PathBuf::from("/dev/full"), "target-is-device"),
            (PathBuf::from(""), "target-missing"),
            (path(".."), "target-is-folder"),
            (path("gone/a.si"), "target-folder-missing"),
        ] {
            let code = code(&target, &database);
            assert_eq!(code.as_deref(), Some(expected), "{}", target.display());
        }
    }

    #[test]
    fn names_that_mean_no_file_on_windows() {
        for name in ["NUL", "con.txt", "COM1", "lpt9.csv", "aux .x", "city.db::$DATA", "a.csv:b"] {
            assert!(means_no_file(name), "{name}");
        }
        for name in ["comet.csv", "order.si", "com12.csv", "null.csv", "lpt.csv"] {
            assert!(!means_no_file(name), "{name}");
        }
    }
}
