//! Keeping a second program away from the file, whatever name it comes by.
//!
//! SQLite's own locks would let it read and make it wait for writes, while each program believes that
//! it is alone. Two locks are held, because no system has one that does everything:
//!
//! - a lock file beside the file that the name leads to when links, case and short names are
//!   resolved;
//! - on Unix a lock on the database's own handle, which no other name and no deleted lock file passes
//!   by. Windows' locks keep everybody from reading what they cover, the database's library too; there
//!   the lock file cannot be deleted while it is held.
//!
//! A file with several names (hard links) is refused: its log is named after one of them, and what is
//! in it would be missing, or written into the file later, when it is opened by another.

use std::cell::Cell;
use std::fs::{self, File, OpenOptions};
use std::path::{Component, Path, PathBuf, Prefix};

use crate::identity::Identity;
use crate::{Result, StoreError, open_for_owner};

/// The locks on a database; let go when dropped, or by the system when the process dies.
#[derive(Debug)]
pub(crate) struct Lock {
    _beside: Option<File>,
    // Closed last: on Unix a closed handle of the file lets go of the library's locks too.
    own: Option<File>,
}

thread_local! {
    static AMONG_OTHERS: Cell<bool> = const { Cell::new(false) };
}

/// Opens the database that this thread opens next without keeping others out, as a host of several windows
/// would. For tests of what a second writer does.
#[doc(hidden)]
pub fn open_next_among_others() {
    AMONG_OTHERS.set(true);
}

impl Lock {
    /// Locks the name of a file that is to be made.
    pub(crate) fn of_new(path: &Path) -> Result<Lock> {
        Ok(Lock { _beside: Some(lock_beside(path)?), own: None })
    }

    /// Locks the file at `path`, which links no further.
    pub(super) fn of_file(path: &Path) -> Result<Lock> {
        if AMONG_OTHERS.take() {
            return Ok(Lock { _beside: None, own: None });
        }
        let mut lock = Lock::of_new(path)?;
        lock.hold(path)?;
        Ok(lock)
    }

    /// Holds the file itself, once there is one.
    pub(super) fn hold(&mut self, path: &Path) -> Result<()> {
        let own = File::open(path)?;
        #[cfg(not(windows))]
        try_lock(&own)?;
        if Identity::of(&own)?.names() > 1 {
            return Err(StoreError::SeveralNames);
        }
        self.own = Some(own);
        Ok(())
    }
}

fn lock_beside(path: &Path) -> Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    keep_in_place(&mut options);
    let mut name = path.as_os_str().to_owned();
    name.push(".lock");
    let lock = open_for_owner(&mut options, Path::new(&name))?;
    try_lock(&lock)?;
    Ok(lock)
}

/// Others may read and write the lock file, and not delete it.
#[cfg(windows)]
fn keep_in_place(options: &mut OpenOptions) {
    use std::os::windows::fs::OpenOptionsExt as _;
    const SHARE_READ_AND_WRITE: u32 = 3;
    options.share_mode(SHARE_READ_AND_WRITE);
}

#[cfg(not(windows))]
fn keep_in_place(_: &mut OpenOptions) {}

fn try_lock(file: &File) -> Result<()> {
    match file.try_lock() {
        Ok(()) => Ok(()),
        Err(fs::TryLockError::WouldBlock) => Err(StoreError::InUse),
        Err(fs::TryLockError::Error(error)) => Err(StoreError::Io(error)),
    }
}

/// The one name that `path` leads to: links, junctions, case and short names resolved. Of a file that
/// is to be made its folder is resolved.
pub(crate) fn real_path(path: &Path) -> Result<PathBuf> {
    if path.exists() {
        return Ok(fs::canonicalize(path)?);
    }
    let name = path.file_name().ok_or(StoreError::Missing)?;
    Ok(fs::canonicalize(folder_of(path))?.join(name))
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// Refuses a place where a database cannot be whole: a network share, or a folder that is kept equal
/// with other computers.
pub(crate) fn refuse_place(path: &Path) -> Result<()> {
    refuse_network_share(path)?;
    super::synced::refuse_synced(path)
}

/// Refuses a database on a network share. On Windows a mapped drive resolves to its UNC path; on
/// Linux the mount table tells.
fn refuse_network_share(path: &Path) -> Result<()> {
    let folder = fs::canonicalize(folder_of(path))?;
    let unc = folder.components().next().is_some_and(|first| {
        matches!(first, Component::Prefix(prefix)
            if matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..)))
    });
    let mounts = fs::read_to_string("/proc/self/mounts").unwrap_or_default();
    if unc || is_network_mount(&mounts, &folder) {
        return Err(StoreError::NetworkShare);
    }
    Ok(())
}

/// Whether the mount that `folder` lies in (the longest mount point above it) is a network file
/// system, by a mount table in the form of Linux.
fn is_network_mount(mounts: &str, folder: &Path) -> bool {
    const NETWORK: [&str; 9] =
        ["nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "fuse.sshfs", "fuse.gvfsd-fuse"];
    mounts
        .lines()
        .filter_map(|line| {
            let mut parts = line.split(' ');
            let (_, point, kind) = (parts.next()?, parts.next()?, parts.next()?);
            folder.starts_with(point).then_some((point.len(), kind))
        })
        .max_by_key(|(length, _)| *length)
        .is_some_and(|(_, kind)| NETWORK.contains(&kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn network_mounts_are_told_by_the_longest_mount_point() {
        let mounts = "/dev/vda / ext4 rw 0 0\nsrv:/hem /home nfs4 rw 0 0\n/dev/vdb /home/lokal ext4 rw 0 0\n";
        assert!(is_network_mount(mounts, Path::new("/home/anna")));
        assert!(!is_network_mount(mounts, Path::new("/home/lokal/anna")));
        assert!(!is_network_mount(mounts, Path::new("/var/lib")));
    }
}
