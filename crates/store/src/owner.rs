//! Files are made for whoever makes them and nobody else; in a folder that is made for a group, for it.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

/// Opens a file, and makes a new one readable and writable for its owner only. In a folder that the
/// office has made for a group (writable for it, and whose files get its group: `chmod g+ws`), the group
/// may read and write too: so several persons use one database at one PC. On Windows a file has the
/// rights of its folder, and the user's own folders are closed to others.
///
/// # Errors
/// As [`OpenOptions::open`].
pub fn open_for_owner(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    #[cfg(unix)]
    {
        use std::fs::Permissions;
        use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _};
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new(".")).metadata();
        if folder.is_ok_and(|folder| folder.mode() & GROUPS_FOLDER == GROUPS_FOLDER) {
            let file = options.mode(0o660).open(path)?;
            // The user's mask takes the group's rights away. Another's file has the rights that its
            // owner gave it.
            match file.set_permissions(Permissions::from_mode(0o660)) {
                Err(fault) if fault.kind() != io::ErrorKind::PermissionDenied => return Err(fault),
                _ => return Ok(file),
            }
        }
        options.mode(0o600);
    }
    options.open(path)
}

/// Writable for its group, and what is made in it belongs to that group.
#[cfg(unix)]
const GROUPS_FOLDER: u32 = 0o2020;

#[cfg(all(test, unix))]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    fn modes_in(folder: u32) -> [u32; 2] {
        let place = tempfile::tempdir().unwrap();
        std::fs::set_permissions(place.path(), Permissions::from_mode(folder)).unwrap();
        [
            ("new", File::options().write(true).create_new(true)),
            ("anew", File::options().write(true).create(true).truncate(true)),
        ]
        .map(|(name, options)| {
            let file = open_for_owner(options, &place.path().join(name)).unwrap();
            file.metadata().unwrap().permissions().mode() & 0o777
        })
    }

    #[test]
    fn a_file_is_its_owners_from_the_first_byte_on() {
        assert_eq!(modes_in(0o700), [0o600; 2]);
        // That others may write there is no decision about what is made there.
        assert_eq!(modes_in(0o777), [0o600; 2]);
    }

    #[test]
    fn a_file_in_a_folder_of_a_group_is_the_groups() {
        assert_eq!(modes_in(0o2770), [0o660; 2]);
    }
}
