//! The key file of a database with users (format 2): a slot for each, and one for the recovery code.
//!
//! A slot is found by a salted hash of the name. It holds the user's secret, wrapped under the user's own
//! password by Argon2id, and the database key sealed to that secret: whoever changes the database key
//! needs nobody's password.

use std::fs;
use std::path::Path;

use chacha20poly1305::XNonce;
use chacha20poly1305::aead::{Aead, Payload};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

use super::secret::{Sealed, seal};
use super::tries::Try;
use super::{
    DatabaseKey, Derivation, UserSecret, bytes_of_hex, hex, key_file, random_bytes, replace,
};
use crate::{Result, StoreError};

/// The format of the file.
const FORMAT: u32 = 2;
/// The name of the recovery slot: no user can be called so.
const RECOVERY: &str = "\u{0}recovery";
/// The name of a recovery slot whose code nobody has typed from the sheet yet: it opens nothing.
const UNTRIED: &str = "\u{0}recovery-untried";
/// Signs of a recovery code: digits and letters that are not taken for each other (Crockford).
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Groups of four signs in a recovery code: 160 bits.
const GROUPS: usize = 8;

/// Who logs in, by which password, at which second of Unix time.
#[derive(Clone, Copy)]
pub struct Login<'l> {
    /// The user's name.
    pub name: &'l str,
    /// The user's password.
    pub password: &'l str,
    /// Seconds since 1970 (UTC).
    pub at: i64,
}

/// What a slot gives.
#[derive(Debug)]
pub struct Opened {
    /// The database keys that may be in use: two while the key is being changed.
    pub keys: Vec<DatabaseKey>,
    /// The user's own secret.
    pub secret: UserSecret,
}

/// The key file of a database with users.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slots {
    format: u32,
    /// Whose file it is: a slot opens in no other.
    database: String,
    kdf: Derivation,
    name_salt: String,
    slots: Vec<Slot>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Slot {
    /// Salted hash of the name.
    name: String,
    salt: String,
    nonce: String,
    secret: String,
    /// The public half that the database key is sealed to.
    sealing: String,
    /// The database key in use, and the one that is to take its place.
    keys: Vec<Sealed>,
}

/// Whether the text is a file of this format.
pub(super) fn is_of_slots(text: &str) -> bool {
    #[derive(Deserialize)]
    struct Format {
        format: u32,
    }
    serde_json::from_str(text).is_ok_and(|file: Format| file.format == FORMAT)
}

/// Whether the database has a key file with a slot for each user.
#[must_use]
pub fn has_slots(database: &Path) -> bool {
    fs::read_to_string(key_file(database)).is_ok_and(|text| is_of_slots(&text))
}

/// A new recovery code: what is printed once and kept under lock.
///
/// # Errors
/// When the system gives no random bytes.
pub fn new_recovery_code() -> Result<Zeroizing<String>> {
    let bytes: Zeroizing<[u8; 4 * GROUPS]> = Zeroizing::new(random_bytes()?);
    let sign = |byte: &u8| char::from(SIGNS[usize::from(byte % 32)]);
    let group = |bytes: &[u8]| bytes.iter().map(sign).collect::<String>();
    Ok(Zeroizing::new(bytes.chunks(4).map(group).collect::<Vec<_>>().join("-")))
}

/// A code as it was typed, without what people read differently.
fn recovery_typed(code: &str) -> Zeroizing<String> {
    let plain = |sign: char| match sign.to_ascii_uppercase() {
        'O' => Some('0'),
        'I' | 'L' => Some('1'),
        sign if sign.is_ascii_alphanumeric() => Some(sign),
        _ => None,
    };
    Zeroizing::new(code.chars().filter_map(plain).collect())
}

impl Slots {
    /// A file without slots, for a new database, whose passwords take this derivation.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn derived_by(kdf: Derivation) -> Result<Slots> {
        let (database, name_salt) = (random_bytes::<16>()?, random_bytes::<16>()?);
        let (database, name_salt) = (hex(&database), hex(&name_salt));
        Ok(Slots { format: FORMAT, database, kdf, name_salt, slots: Vec::new() })
    }

    /// The file beside the database.
    ///
    /// # Errors
    /// [`StoreError::NoKeyFile`], [`StoreError::NoUsers`] where it is one person's,
    /// [`StoreError::KeyFileDamaged`].
    pub fn read(database: &Path) -> Result<Slots> {
        let text = fs::read_to_string(key_file(database)).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => StoreError::NoKeyFile,
            _ => StoreError::Io(error),
        })?;
        if !is_of_slots(&text) {
            return Err(match serde_json::from_str::<serde_json::Value>(&text) {
                Ok(file) if file["format"] == 1 => StoreError::NoUsers,
                _ => StoreError::KeyFileDamaged,
            });
        }
        serde_json::from_str(&text).map_err(|_| StoreError::KeyFileDamaged)
    }

    /// Writes the file beside the database in place of what it was.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, database: &Path) -> Result<()> {
        let text = serde_json::to_string_pretty(self).map_err(|_| StoreError::KeyFileDamaged)?;
        replace(&key_file(database), text.as_bytes())
    }

    /// Opens the slot of a user. An unknown name costs as much as a wrong password.
    ///
    /// # Errors
    /// [`StoreError::WrongLogin`] for either, [`StoreError::TooManyTries`].
    pub fn open(&self, database: &Path, login: &Login<'_>) -> Result<Opened> {
        self.open_slot(Some(database), &folded(login.name), login.password, login.at)
    }

    /// Opens the slot of a user in a copy that lies somewhere: no try is counted beside it.
    ///
    /// # Errors
    /// [`StoreError::WrongLogin`].
    pub fn open_copy(&self, login: &Login<'_>) -> Result<Opened> {
        self.open_slot(None, &folded(login.name), login.password, login.at)
    }

    /// Opens the recovery slot.
    ///
    /// # Errors
    /// As [`Slots::open`].
    pub fn open_by_recovery(&self, database: &Path, code: &str, at: i64) -> Result<Opened> {
        self.open_slot(Some(database), RECOVERY, &recovery_typed(code), at)
    }

    fn open_slot(
        &self,
        counted: Option<&Path>,
        name: &str,
        password: &str,
        at: i64,
    ) -> Result<Opened> {
        let name = self.hash_of(name);
        let bucket: [u8; 32] = bytes_of_hex(&name).ok_or(StoreError::KeyFileDamaged)?;
        let attempt = counted.map(|database| Try::begin(database, bucket[0], at)).transpose()?;
        let opened = match self.slots.iter().find(|slot| slot.name == name) {
            Some(slot) => self.secret_of(slot, password),
            None => {
                // The same work for nobody: a name that is none takes as long.
                let salt: [u8; 32] = Sha256::digest(name.as_bytes()).into();
                self.kdf.cipher(password, &salt[..16])?;
                Err(StoreError::WrongLogin)
            }
        };
        let (slot, secret) = opened?;
        attempt.map_or(Ok(()), Try::was_right)?;
        let keys = slot.keys.iter().map(|sealed| secret.open(sealed, &self.bound_to(&slot.name)));
        Ok(Opened { keys: keys.collect::<Result<_>>()?, secret })
    }

    fn secret_of<'s>(&self, slot: &'s Slot, password: &str) -> Result<(&'s Slot, UserSecret)> {
        let damaged = || StoreError::KeyFileDamaged;
        let salt: [u8; 16] = bytes_of_hex(&slot.salt).ok_or_else(damaged)?;
        let nonce: [u8; 24] = bytes_of_hex(&slot.nonce).ok_or_else(damaged)?;
        let wrapped: [u8; 48] = bytes_of_hex(&slot.secret).ok_or_else(damaged)?;
        let aad = self.bound_to(&slot.name);
        let secret = self
            .kdf
            .cipher(password, &salt)?
            .decrypt(&XNonce::from(nonce), Payload { msg: wrapped.as_slice(), aad: &aad })
            .map(Zeroizing::new)
            .map_err(|_| StoreError::WrongLogin)?;
        Ok((slot, UserSecret::of(&secret).ok_or_else(damaged)?))
    }

    /// Gives a user a slot in place of the one that he or she may have had.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn put(
        &mut self,
        name: &str,
        password: &str,
        secret: &UserSecret,
        keys: &[DatabaseKey],
    ) -> Result<()> {
        self.put_slot(&folded(name), password, secret, keys)
    }

    /// Gives the file a recovery slot in place of the one that it may have had.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn put_recovery(&mut self, code: &str, keys: &[DatabaseKey]) -> Result<()> {
        self.put_slot(RECOVERY, &recovery_typed(code), &UserSecret::random()?, keys)
    }

    /// Gives the file a recovery slot that counts once its code was typed from the sheet; until then the
    /// one that there is stays.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn propose_recovery(&mut self, code: &str, keys: &[DatabaseKey]) -> Result<()> {
        self.put_slot(UNTRIED, &recovery_typed(code), &UserSecret::random()?, keys)
    }

    /// Lets the proposed recovery slot count, by its code as it stands on the sheet.
    ///
    /// # Errors
    /// As [`Slots::open`].
    pub fn try_recovery(&mut self, database: &Path, code: &str, at: i64) -> Result<()> {
        let keys = self.open_slot(Some(database), UNTRIED, &recovery_typed(code), at)?.keys;
        self.remove(UNTRIED);
        self.put_recovery(code, &keys)
    }

    /// Takes the recovery slot away: its code is spent.
    pub fn spend_recovery(&mut self) {
        self.remove(RECOVERY);
    }

    /// Whether there is a recovery code that counts.
    #[must_use]
    pub fn has_recovery(&self) -> bool {
        let name = self.hash_of(RECOVERY);
        self.slots.iter().any(|slot| slot.name == name)
    }

    fn put_slot(
        &mut self,
        name: &str,
        password: &str,
        secret: &UserSecret,
        keys: &[DatabaseKey],
    ) -> Result<()> {
        let name = self.hash_of(name);
        let (salt, nonce) = (random_bytes::<16>()?, random_bytes::<24>()?);
        let aad = self.bound_to(&name);
        let wrapped = self
            .kdf
            .cipher(password, &salt)?
            .encrypt(&XNonce::from(nonce), Payload { msg: secret.bytes(), aad: &aad })
            .map_err(|_| StoreError::KeyFileDamaged)?;
        let sealing = secret.public().sealing;
        let keys = keys.iter().map(|key| seal(key, &sealing, &aad)).collect::<Result<_>>()?;
        self.slots.retain(|slot| slot.name != name);
        let (salt, nonce, secret) = (hex(&salt), hex(&nonce), hex(&wrapped));
        self.slots.push(Slot { name, salt, nonce, secret, sealing: hex(&sealing), keys });
        Ok(())
    }

    /// Takes a user's slot away. Recalls nothing that was copied: the database key is changed for that.
    pub fn remove(&mut self, name: &str) {
        let name = self.hash_of(&folded(name));
        self.slots.retain(|slot| slot.name != name);
    }

    /// Seals database keys to every slot anew: one, or two while the key is being changed. `known` are
    /// the public halves that the database knows of: a slot of any other but the recovery slot goes.
    ///
    /// # Errors
    /// When the system gives no random bytes, or the file is damaged.
    pub fn seal_anew(&mut self, keys: &[DatabaseKey], known: &[[u8; 32]]) -> Result<()> {
        let recovery = [RECOVERY, UNTRIED].map(|name| self.hash_of(name));
        let mut kept = Vec::new();
        for mut slot in std::mem::take(&mut self.slots) {
            let sealing: [u8; 32] =
                bytes_of_hex(&slot.sealing).ok_or(StoreError::KeyFileDamaged)?;
            if recovery.contains(&slot.name) || known.contains(&sealing) {
                let aad = self.bound_to(&slot.name);
                slot.keys =
                    keys.iter().map(|key| seal(key, &sealing, &aad)).collect::<Result<_>>()?;
                kept.push(slot);
            }
        }
        self.slots = kept;
        Ok(())
    }

    /// Forgets every key but this one: a change of the key has come to its end, or is taken back. A slot
    /// that holds one key stays as it is.
    ///
    /// # Errors
    /// When the system gives no random bytes, or the file is damaged.
    pub fn keep_only(&mut self, key: &DatabaseKey) -> Result<()> {
        let changing: Vec<Slot> =
            self.slots.iter().filter(|slot| slot.keys.len() > 1).cloned().collect();
        for slot in changing {
            let sealing: [u8; 32] =
                bytes_of_hex(&slot.sealing).ok_or(StoreError::KeyFileDamaged)?;
            let sealed = seal(key, &sealing, &self.bound_to(&slot.name))?;
            let place = self.slots.iter_mut().find(|one| one.name == slot.name);
            if let Some(place) = place {
                place.keys = vec![sealed];
            }
        }
        Ok(())
    }

    /// How many slots there are, the recovery slot among them.
    #[must_use]
    pub fn count(&self) -> usize {
        self.slots.len()
    }

    fn hash_of(&self, name: &str) -> String {
        let mut hash = Sha256::new();
        hash.update(self.name_salt.as_bytes());
        hash.update(name.as_bytes());
        hex(&hash.finalize())
    }

    fn bound_to(&self, name: &str) -> Vec<u8> {
        format!("atersok slot {FORMAT} {} {name}", self.database).into_bytes()
    }
}

/// A name as it is looked for: however it is written, one user has it.
#[must_use]
pub fn folded(name: &str) -> String {
    name.trim().nfc().collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A derivation that costs nothing.
    const CHEAP: Derivation = Derivation { memory_kib: 32, passes: 1, lanes: 1 };

    struct Desk {
        folder: tempfile::TempDir,
        slots: Slots,
        key: DatabaseKey,
        secret: UserSecret,
    }

    impl Desk {
        fn new() -> Desk {
            let folder = tempfile::tempdir().unwrap();
            let (key, secret) = (DatabaseKey::random().unwrap(), UserSecret::random().unwrap());
            let mut slots = Slots::derived_by(CHEAP).unwrap();
            let keys = [key.clone()];
            slots.put("Anna", "en lång fras här", &secret, &keys).unwrap();
            slots.put("Bo", "en annan lång fras", &UserSecret::random().unwrap(), &keys).unwrap();
            Desk { folder, slots, key, secret }
        }

        fn path(&self) -> std::path::PathBuf {
            self.folder.path().join("a.db")
        }

        fn open(&self, name: &str, password: &str) -> Result<Opened> {
            self.slots.open(&self.path(), &Login { name, password, at: 1_000 })
        }
    }

    #[test]
    fn a_slot_opens_for_its_name_and_password() {
        let desk = Desk::new();
        for name in ["Anna", " anna ", "ANNA"] {
            let opened = desk.open(name, "en lång fras här").unwrap();
            assert_eq!(*opened.keys[0].hex(), *desk.key.hex());
            assert_eq!(opened.secret.public(), desk.secret.public());
        }
        for (name, password) in
            [("Anna", "en annan lång fras"), ("Cilla", "en lång fras här"), ("", "")]
        {
            let wrong = desk.open(name, password).err().unwrap();
            assert!(matches!(wrong, StoreError::WrongLogin), "{name}: {wrong}");
        }
    }

    #[test]
    fn the_file_tells_no_name_and_no_key() {
        let desk = Desk::new();
        desk.slots.write(&desk.path()).unwrap();
        let text = fs::read_to_string(key_file(&desk.path())).unwrap();
        assert!(!text.to_lowercase().contains("anna") && !text.contains(desk.key.hex().as_str()));
        assert!(has_slots(&desk.path()));
        let read = Slots::read(&desk.path()).unwrap();
        let login = Login { name: "Bo", password: "en annan lång fras", at: 0 };
        assert!(read.open(&desk.path(), &login).is_ok());
        let one = DatabaseKey::read_beside(&desk.path(), "en lång fras här").err().unwrap();
        assert!(matches!(one, StoreError::LoginNeeded));
    }

    #[test]
    fn a_slot_of_another_file_opens_nothing() {
        let mut desk = Desk::new();
        let other = Desk::new();
        desk.slots.name_salt.clone_from(&other.slots.name_salt);
        desk.slots.slots.clone_from(&other.slots.slots);
        let wrong = desk.open("Anna", "en lång fras här").err().unwrap();
        assert!(matches!(wrong, StoreError::WrongLogin));
    }

    #[test]
    fn the_recovery_code_opens_however_it_is_typed() {
        let mut desk = Desk::new();
        let code = new_recovery_code().unwrap();
        assert_eq!(code.len(), 4 * GROUPS + GROUPS - 1, "{}", code.as_str());
        desk.slots.put_recovery(&code, std::slice::from_ref(&desk.key)).unwrap();
        let typed = code.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        let opened = desk.slots.open_by_recovery(&desk.path(), &typed, 0).unwrap();
        assert_eq!(*opened.keys[0].hex(), *desk.key.hex());
        assert!(desk.slots.open_by_recovery(&desk.path(), "0000", 0).is_err());
        assert!(desk.open(RECOVERY, "0000").is_err());
    }

    #[test]
    fn a_new_key_goes_to_those_whom_the_database_knows() {
        let mut desk = Desk::new();
        let code = new_recovery_code().unwrap();
        desk.slots.put_recovery(&code, std::slice::from_ref(&desk.key)).unwrap();
        let next = DatabaseKey::random().unwrap();
        let known = [desk.secret.public().sealing];
        desk.slots.seal_anew(&[desk.key.clone(), next.clone()], &known).unwrap();
        assert_eq!(desk.slots.count(), 2);
        let opened = desk.open("Anna", "en lång fras här").unwrap();
        assert_eq!(*opened.keys[1].hex(), *next.hex());
        assert!(desk.open("Bo", "en annan lång fras").is_err());
        assert!(desk.slots.open_by_recovery(&desk.path(), &code, 0).is_ok());
    }
}
