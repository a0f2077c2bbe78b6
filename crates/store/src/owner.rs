//! Files are made for whoever makes them, and nobody else.

use std::fs::OpenOptions;

/// Makes the file that these options open readable and writable for its owner only. On Windows a file
/// has the rights of its folder, and the user's own folders are closed to others.
pub fn for_owner(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs::File;
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn a_file_is_its_owners_from_the_first_byte_on() {
        let folder = tempfile::tempdir().unwrap();
        for (name, options) in [
            ("new", File::options().write(true).create_new(true)),
            ("anew", File::options().write(true).create(true).truncate(true)),
        ] {
            let file = for_owner(options).open(folder.path().join(name)).unwrap();
            assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{name}");
        }
    }
}
