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
