//! Which file a name means: one file may have many, by links, case, short names or mounts.

use std::fs::File;
use std::io;
use std::path::Path;

/// A file as the file system knows it, whatever it is called: device and inode, on Windows the
/// volume's serial number and the index of the file in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Identity {
    volume: u64,
    file: u64,
    names: u64,
}

impl Identity {
    /// The file or folder that `path` leads to, links followed.
    ///
    /// # Errors
    /// When there is none, or it cannot be asked.
    #[cfg(not(windows))]
    pub fn at(path: &Path) -> io::Result<Identity> {
        // Not opened: to close a file that the database has open would let go of its locks.
        std::fs::metadata(path).map(|found| Identity::from_metadata(&found))
    }

    /// The file of an open handle.
    ///
    /// # Errors
    /// When the system does not tell.
    #[cfg(not(windows))]
    pub fn of(file: &File) -> io::Result<Identity> {
        file.metadata().map(|found| Identity::from_metadata(&found))
    }

    #[cfg(not(windows))]
    fn from_metadata(found: &std::fs::Metadata) -> Identity {
        use std::os::unix::fs::MetadataExt as _;
        Identity { volume: found.dev(), file: found.ino(), names: found.nlink() }
    }

    /// The file or folder that `path` leads to, links followed.
    ///
    /// # Errors
    /// When there is none, or it cannot be asked.
    #[cfg(windows)]
    pub fn at(path: &Path) -> io::Result<Identity> {
        let handle = winapi_util::Handle::from_path_any(path)?;
        winapi_util::file::information(&handle).map(Identity::from_information)
    }

    /// The file of an open handle.
    ///
    /// # Errors
    /// When the system does not tell.
    #[cfg(windows)]
    pub fn of(file: &File) -> io::Result<Identity> {
        winapi_util::file::information(file).map(Identity::from_information)
    }

    #[cfg(windows)]
    fn from_information(found: winapi_util::file::Information) -> Identity {
        Identity {
            volume: found.volume_serial_number(),
            file: found.file_index(),
            names: found.number_of_links(),
        }
    }

    /// Whether it is the same file, however many names it has now.
    #[must_use]
    pub fn is(&self, other: &Identity) -> bool {
        (self.volume, self.file) == (other.volume, other.file)
    }

    /// How many names the file has in folders: hard links count, symbolic ones do not.
    #[must_use]
    pub fn names(&self) -> u64 {
        self.names
    }
}
