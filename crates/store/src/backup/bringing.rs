//! Bytes from one place to another, with the digest of what lies there afterwards.

use std::fs::{File, OpenOptions};
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use sha2::{Digest, Sha256};

use crate::key::hex;
use crate::{Result, StoreError, open_for_owner};

/// Bytes at a time.
const PIECE: usize = 1 << 20;

/// A file at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
}

/// Copies `from` to `to`, which must not exist, syncs it, and reads it again: a share that has lost
/// something says so here. None where it was stopped.
pub(super) fn bring(from: &Path, to: &Path, stop: &AtomicBool) -> Result<Option<Brought>> {
    let mut target = open_for_owner(OpenOptions::new().write(true).create_new(true), to)?;
    let sent = read_through(from, stop, &mut |piece| Ok(target.write_all(piece)?))?;
    let Some(sent) = sent else { return Ok(None) };
    target.sync_all()?;
    drop(target);
    match digest_of(to, stop)? {
        Some(lies) if lies != sent => Err(StoreError::CopyNotWhole),
        lies => Ok(lies),
    }
}

/// Size and digest of a file. None where it was stopped.
///
/// # Errors
/// When it cannot be read.
pub fn digest_of(path: &Path, stop: &AtomicBool) -> Result<Option<Brought>> {
    read_through(path, stop, &mut |_| Ok(()))
}

fn read_through(
    path: &Path,
    stop: &AtomicBool,
    each: &mut dyn FnMut(&[u8]) -> Result<()>,
) -> Result<Option<Brought>> {
    let mut file = File::open(path)?;
    let mut digest = Sha256::new();
    let mut piece = vec![0; PIECE];
    let mut bytes = 0;
    loop {
        if stop.load(Ordering::Relaxed) {
            return Ok(None);
        }
        let length = file.read(&mut piece)?;
        if length == 0 {
            return Ok(Some(Brought { bytes, sha256: hex(&digest.finalize()) }));
        }
        digest.update(&piece[..length]);
        each(&piece[..length])?;
        bytes += length as u64;
    }
}
