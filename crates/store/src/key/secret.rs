//! A user's own secret: signs what the user stands for (Ed25519, RFC 8032), and opens what is sealed to
//! the user (X25519, RFC 7748, and XChaCha20-Poly1305).
//!
//! Sealing needs the public half alone, so that the database key can be changed while nobody but the
//! administrator is there.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use curve25519_dalek::MontgomeryPoint;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::{DatabaseKey, bytes_of_hex, hex, random_bytes};
use crate::{EventNo, Result, StoreError};

/// Length of the public half of a key, in bytes.
pub const PUBLIC_KEY_LENGTH: usize = 32;
/// Length of a signature, in bytes.
pub const SIGNATURE_LENGTH: usize = 64;

/// 256 random bits of one user's; wiped from memory when dropped.
#[derive(Clone)]
pub struct UserSecret(Zeroizing<[u8; 32]>);

/// A secret is never printed.
impl std::fmt::Debug for UserSecret {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("UserSecret(..)")
    }
}

/// The public halves of a user's keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicKeys {
    /// Ed25519: what signatures are checked by.
    pub signing: [u8; PUBLIC_KEY_LENGTH],
    /// X25519: what the database key is sealed to.
    pub sealing: [u8; PUBLIC_KEY_LENGTH],
    /// Ed25519: what signed heads of the chain are checked by.
    pub heads: [u8; PUBLIC_KEY_LENGTH],
}

/// A key that signs heads of the audit chain and nothing else: it stays open while its user works, so that
/// a print asks for no password. What the user stands for it cannot sign.
#[derive(Clone)]
pub struct HeadKey(SigningKey);

/// A key is never printed.
impl std::fmt::Debug for HeadKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("HeadKey(..)")
    }
}

impl HeadKey {
    /// Signs a message of [`head_message`].
    #[must_use]
    pub fn sign(&self, message: &[u8; 32]) -> [u8; SIGNATURE_LENGTH] {
        self.0.sign(message).to_bytes()
    }
}

/// What is signed of a head: which event the chain ends at, with which hash (in hexadecimal).
#[must_use]
pub fn head_message(event_no: EventNo, hash: &str) -> [u8; 32] {
    let mut message = Sha256::new();
    message.update(b"atersok head 1");
    message.update(event_no.0.to_be_bytes());
    message.update(hash.as_bytes());
    message.finalize().into()
}

impl UserSecret {
    /// A new random secret.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn random() -> Result<UserSecret> {
        Ok(UserSecret(Zeroizing::new(random_bytes()?)))
    }

    pub(super) fn of(bytes: &[u8]) -> Option<UserSecret> {
        bytes.try_into().ok().map(|bytes| UserSecret(Zeroizing::new(bytes)))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    /// One use of the secret is told from another by its word.
    fn derived(&self, word: &str) -> Zeroizing<[u8; 32]> {
        let mut hash = Sha256::new();
        hash.update(word.as_bytes());
        hash.update(self.0.as_slice());
        Zeroizing::new(hash.finalize().into())
    }

    fn signing(&self) -> SigningKey {
        SigningKey::from_bytes(&self.derived("atersok signing 1"))
    }

    fn opening(&self) -> Zeroizing<[u8; 32]> {
        self.derived("atersok sealing 1")
    }

    /// The key that signs heads of the audit chain.
    #[must_use]
    pub fn head_key(&self) -> HeadKey {
        HeadKey(SigningKey::from_bytes(&self.derived("atersok heads 1")))
    }

    /// The public halves.
    #[must_use]
    pub fn public(&self) -> PublicKeys {
        PublicKeys {
            signing: self.signing().verifying_key().to_bytes(),
            sealing: MontgomeryPoint::mul_base_clamped(*self.opening()).0,
            heads: self.head_key().0.verifying_key().to_bytes(),
        }
    }

    /// Signs a message.
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> [u8; SIGNATURE_LENGTH] {
        self.signing().sign(message).to_bytes()
    }

    /// The database key that was sealed to this user.
    pub(super) fn open(&self, sealed: &Sealed, bound_to: &[u8]) -> Result<DatabaseKey> {
        let damaged = || StoreError::KeyFileDamaged;
        let once: [u8; 32] = bytes_of_hex(&sealed.once).ok_or_else(damaged)?;
        let nonce: [u8; 24] = bytes_of_hex(&sealed.nonce).ok_or_else(damaged)?;
        let wrapped: [u8; 48] = bytes_of_hex(&sealed.key).ok_or_else(damaged)?;
        let shared = Zeroizing::new(MontgomeryPoint(once).mul_clamped(*self.opening()).0);
        let key = cipher(&shared, &once, &self.public().sealing)
            .decrypt(&XNonce::from(nonce), Payload { msg: wrapped.as_slice(), aad: bound_to })
            .map(Zeroizing::new)
            .map_err(|_| damaged())?;
        let key: [u8; 32] = key.as_slice().try_into().map_err(|_| damaged())?;
        Ok(DatabaseKey(Zeroizing::new(key)))
    }
}

/// Whether the holder of the key has signed the message.
#[must_use]
pub fn is_signed_by(signing: &[u8], message: &[u8], signature: &[u8]) -> bool {
    let key = signing.try_into().ok().and_then(|bytes| VerifyingKey::from_bytes(bytes).ok());
    let signature = Signature::from_slice(signature).ok();
    match (key, signature) {
        (Some(key), Some(signature)) => key.verify_strict(message, &signature).is_ok(),
        _ => false,
    }
}

/// The database key as only one user can read it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sealed {
    /// The public half of a key that was used once.
    once: String,
    nonce: String,
    key: String,
}

/// Seals the database key to the holder of a public key. `bound_to` is where it stands: nowhere else
/// does it open.
pub(super) fn seal(key: &DatabaseKey, to: &[u8; 32], bound_to: &[u8]) -> Result<Sealed> {
    let secret: Zeroizing<[u8; 32]> = Zeroizing::new(random_bytes()?);
    let once = MontgomeryPoint::mul_base_clamped(*secret).0;
    let shared = Zeroizing::new(MontgomeryPoint(*to).mul_clamped(*secret).0);
    // A point of small order would give everybody the same secret.
    if *shared == [0; 32] {
        return Err(StoreError::KeyFileDamaged);
    }
    let nonce: [u8; 24] = random_bytes()?;
    let wrapped = cipher(&shared, &once, to)
        .encrypt(&XNonce::from(nonce), Payload { msg: key.0.as_slice(), aad: bound_to })
        .map_err(|_| StoreError::KeyFileDamaged)?;
    Ok(Sealed { once: hex(&once), nonce: hex(&nonce), key: hex(&wrapped) })
}

fn cipher(shared: &[u8; 32], once: &[u8; 32], to: &[u8; 32]) -> XChaCha20Poly1305 {
    let mut hash = Sha256::new();
    hash.update(b"atersok sealed 1");
    for part in [shared, once, to] {
        hash.update(part);
    }
    let key: Zeroizing<[u8; 32]> = Zeroizing::new(hash.finalize().into());
    XChaCha20Poly1305::new((&*key).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_its_signers_over_its_message() {
        let (one, other) = (UserSecret::random().unwrap(), UserSecret::random().unwrap());
        let signature = one.sign(b"order");
        assert!(is_signed_by(&one.public().signing, b"order", &signature));
        assert!(!is_signed_by(&one.public().signing, b"Order", &signature));
        assert!(!is_signed_by(&other.public().signing, b"order", &signature));
        assert!(!is_signed_by(&[], b"order", &signature));
        assert!(!is_signed_by(&one.public().signing, b"order", &signature[1..]));
    }

    #[test]
    fn the_key_of_heads_signs_nothing_that_its_user_stands_for() {
        let secret = UserSecret::random().unwrap();
        let message = head_message(EventNo(7), "a1b2");
        let signature = secret.head_key().sign(&message);
        assert!(is_signed_by(&secret.public().heads, &message, &signature));
        assert!(!is_signed_by(&secret.public().signing, &message, &signature));
        for other in [head_message(EventNo(8), "a1b2"), head_message(EventNo(7), "a1b3")] {
            assert!(!is_signed_by(&secret.public().heads, &other, &signature));
        }
    }

    #[test]
    fn what_is_sealed_opens_for_one_user_at_one_place() {
        let (one, other) = (UserSecret::random().unwrap(), UserSecret::random().unwrap());
        let key = DatabaseKey::random().unwrap();
        let sealed = seal(&key, &one.public().sealing, b"here").unwrap();
        assert_eq!(*one.open(&sealed, b"here").unwrap().hex(), *key.hex());
        assert!(one.open(&sealed, b"there").is_err());
        assert!(other.open(&sealed, b"here").is_err());
        assert!(seal(&key, &[0; 32], b"here").is_err());
    }
}
