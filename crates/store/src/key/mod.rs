//! The database key: 256 random bits, kept beside the database wrapped by a passphrase.
//!
//! The wrapping is Argon2id (RFC 9106) over the passphrase and XChaCha20-Poly1305 over the key. A database
//! of one person has one passphrase (format 1); a database with users has a slot for each (`slots`).

mod secret;
pub mod slots;
mod tries;

pub use secret::{
    HeadKey, PUBLIC_KEY_LENGTH, PublicKeys, SIGNATURE_LENGTH, UserSecret, head_message,
    is_signed_by,
};
pub use tries::tries_file;
pub use zeroize::Zeroizing;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};

use crate::{Result, StoreError, open_for_owner};

/// 64 MiB.
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;
const LANES: u32 = 4;

/// The key that encrypts the database; wiped from memory when dropped.
#[derive(Clone)]
pub struct DatabaseKey(Zeroizing<[u8; 32]>);

/// A key is never printed.
impl std::fmt::Debug for DatabaseKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("DatabaseKey(..)")
    }
}

impl DatabaseKey {
    /// A new random key.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn random() -> Result<DatabaseKey> {
        Ok(DatabaseKey(Zeroizing::new(random_bytes()?)))
    }

    /// Reads 64 hexadecimal digits; none when the text is anything else.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<DatabaseKey> {
        bytes_of_hex(text).map(|bytes| DatabaseKey(Zeroizing::new(bytes)))
    }

    /// The key as 64 hexadecimal digits, for the `PRAGMA key`.
    pub(crate) fn hex(&self) -> Zeroizing<String> {
        Zeroizing::new(hex(self.0.as_slice()))
    }

    /// Wraps the key with `passphrase` and writes it beside the database. Never in place of another
    /// key: without it that one's database is lost.
    ///
    /// # Errors
    /// [`StoreError::KeyFileExists`], or when the file cannot be written.
    pub fn write_beside(&self, database: &Path, passphrase: &str) -> Result<()> {
        let salt: [u8; 16] = random_bytes()?;
        let nonce: [u8; 24] = random_bytes()?;
        let kdf = Derivation::STANDARD;
        let wrapped = kdf
            .cipher(passphrase, &salt)?
            .encrypt(&XNonce::from(nonce), self.0.as_slice())
            .map_err(|_| StoreError::KeyFileDamaged)?;
        let file = KeyFile {
            format: 1,
            kdf,
            salt: hex(&salt),
            nonce: hex(&nonce),
            wrapped_key: hex(&wrapped),
        };
        let text = serde_json::to_string_pretty(&file).map_err(|_| StoreError::KeyFileDamaged)?;
        let target = key_file(database);
        if target.exists() {
            return Err(StoreError::KeyFileExists);
        }
        replace(&target, text.as_bytes())
    }

    /// Reads the key that lies beside the database.
    ///
    /// # Errors
    /// [`StoreError::NoKeyFile`], [`StoreError::KeyFileDamaged`], [`StoreError::WrongKey`].
    pub fn read_beside(database: &Path, passphrase: &str) -> Result<DatabaseKey> {
        let text = fs::read_to_string(key_file(database)).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => StoreError::NoKeyFile,
            _ => StoreError::Io(error),
        })?;
        let damaged = || StoreError::KeyFileDamaged;
        if slots::is_of_slots(&text) {
            return Err(StoreError::LoginNeeded);
        }
        let file: KeyFile = serde_json::from_str(&text).map_err(|_| damaged())?;
        let salt: [u8; 16] = bytes_of_hex(&file.salt).ok_or_else(damaged)?;
        let nonce: [u8; 24] = bytes_of_hex(&file.nonce).ok_or_else(damaged)?;
        let wrapped: [u8; 48] = bytes_of_hex(&file.wrapped_key).ok_or_else(damaged)?;
        let key = file
            .kdf
            .cipher(passphrase, &salt)?
            .decrypt(&XNonce::from(nonce), wrapped.as_slice())
            .map(Zeroizing::new)
            .map_err(|_| StoreError::WrongKey)?;
        let key: [u8; 32] = key.as_slice().try_into().map_err(|_| damaged())?;
        Ok(DatabaseKey(Zeroizing::new(key)))
    }
}

/// Where the wrapped key of a database lies.
#[must_use]
pub fn key_file(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(".key");
    PathBuf::from(name)
}

/// Writes a file beside its name, on the disk before anything is encrypted with what it holds, and
/// renames it: there is the old file or the new one, whenever the program is killed.
fn replace(target: &Path, bytes: &[u8]) -> Result<()> {
    let mut beside = target.as_os_str().to_owned();
    beside.push(".new");
    let beside = PathBuf::from(beside);
    let mut file =
        open_for_owner(fs::File::options().write(true).create(true).truncate(true), &beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&beside, target)?;
    #[cfg(unix)]
    if let Some(folder) = target.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::File::open(folder)?.sync_all()?;
    }
    Ok(())
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    format: u32,
    kdf: Derivation,
    salt: String,
    nonce: String,
    wrapped_key: String,
}

/// What a key is derived from a password by: written in the file, so that it can be raised later.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Derivation {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes side by side.
    pub lanes: u32,
}

impl Derivation {
    /// The second recommendation of RFC 9106 section 4.
    pub const STANDARD: Derivation =
        Derivation { memory_kib: MEMORY_KIB, passes: PASSES, lanes: LANES };

    fn cipher(&self, passphrase: &str, salt: &[u8]) -> Result<XChaCha20Poly1305> {
        let damaged = |_| StoreError::KeyFileDamaged;
        let params =
            Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).map_err(damaged)?;
        let mut wrapping = Zeroizing::new([0u8; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(passphrase.as_bytes(), salt, wrapping.as_mut_slice())
            .map_err(damaged)?;
        XChaCha20Poly1305::new_from_slice(wrapping.as_slice())
            .map_err(|_| StoreError::KeyFileDamaged)
    }
}

fn random_bytes<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0u8; N];
    getrandom::fill(&mut bytes)
        .map_err(|error| StoreError::Io(std::io::Error::other(error.to_string())))?;
    Ok(bytes)
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn bytes_of_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.len() != 2 * N || !text.is_ascii() {
        return None;
    }
    let mut bytes = [0u8; N];
    for (index, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * index..2 * index + 2], 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrapped_key_opens_with_its_passphrase_only() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("a.db");
        let key = DatabaseKey::random().unwrap();
        key.write_beside(&database, "korrekt häst").unwrap();
        let read = DatabaseKey::read_beside(&database, "korrekt häst").unwrap();
        assert_eq!(*read.hex(), *key.hex());
        let wrong = DatabaseKey::read_beside(&database, "fel häst").err().unwrap();
        assert!(matches!(wrong, StoreError::WrongKey));
        let text = fs::read_to_string(key_file(&database)).unwrap();
        assert!(!text.contains(key.hex().as_str()));
        fs::write(key_file(&database), text.replace("\"format\": 1", "\"format\": 1x")).unwrap();
        let damaged = DatabaseKey::read_beside(&database, "korrekt häst").err().unwrap();
        assert!(matches!(damaged, StoreError::KeyFileDamaged));
    }

    #[test]
    fn hex_keys() {
        assert!(DatabaseKey::from_hex(&"0123456789abcdef".repeat(4)).is_some());
        for text in ["", "00", &"g".repeat(64), &"å".repeat(32)] {
            assert!(DatabaseKey::from_hex(text).is_none(), "{text}");
        }
    }
}
