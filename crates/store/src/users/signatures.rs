//! What users have signed with keys of their own.

use sha2::{Digest, Sha256};

use crate::db::from_row;
use crate::{EventNo, Read, Result, UserKeyNo, Write};

/// Something signed, with what it takes to check it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The event that it is part of.
    pub event_no: EventNo,
    /// By which key.
    pub key_no: UserKeyNo,
    /// The moment that was signed.
    pub at: String,
    /// The use case that was signed.
    pub action: String,
    /// The id of the object that was signed.
    pub object: String,
    /// SHA-256 of the object as it stood.
    pub digest: [u8; 32],
    /// The signature, 64 bytes.
    pub signature: Vec<u8>,
    /// Whose key it is.
    pub signer: String,
    /// The public half of the key.
    pub signing: [u8; 32],
    /// Whether the key came with a recovery code: who it was is not known by the password.
    pub recovered: bool,
    /// Who did the event, by the chain; none: there is no such event.
    pub actor: Option<String>,
    /// When the event was, by the chain.
    pub event_at: Option<String>,
    /// Which use case it was, by the chain.
    pub event_action: Option<String>,
    /// What it was about, by the chain.
    pub event_object: Option<String>,
}

from_row!(Signed {
    event_no,
    key_no,
    at,
    action,
    object,
    digest,
    signature,
    signer,
    signing,
    recovered,
    actor,
    event_at,
    event_action,
    event_object,
});

/// A signature to be kept with the event of the change.
#[derive(Clone, Debug)]
pub struct NewSignature<'a> {
    /// By which key.
    pub key_no: UserKeyNo,
    /// The use case.
    pub action: &'a str,
    /// The id of the object.
    pub object: &'a str,
    /// SHA-256 of the object as it stands.
    pub digest: &'a [u8; 32],
    /// The signature over [`signed_message`], 64 bytes.
    pub signature: &'a [u8],
}

/// What is signed: which event at which moment does what to which object, as it then stands. Each part is
/// preceded by its length.
#[must_use]
pub fn signed_message(
    event_no: EventNo,
    at: &str,
    action: &str,
    object: &str,
    digest: &[u8; 32],
) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"atersok signature 1");
    hash.update(event_no.0.to_be_bytes());
    for part in [at.as_bytes(), action.as_bytes(), object.as_bytes(), digest] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

impl Read<'_> {
    /// Everything that was signed, in the order of events.
    pub fn signatures(&self) -> Result<Vec<Signed>> {
        self.db.all(
            "SELECT s.event_no, s.key_no, s.at, s.action, s.object, s.digest, s.signature,
                    u.name AS signer, k.signing,
                    CASE WHEN k.origin = 'added' THEN 0 ELSE 1 END AS recovered,
                    e.actor, e.at AS event_at, e.action AS event_action, e.object AS event_object
             FROM signature s JOIN user_key k ON k.key_no = s.key_no
                 JOIN app_user u ON u.user_no = k.user_no
                 LEFT JOIN audit_event e ON e.event_no = s.event_no
             ORDER BY s.event_no",
            &[],
        )
    }

    /// The events of these use cases, by number, from the one that made the first user on:
    /// before it one person stood for everything.
    pub fn events_of(&self, actions: &[&str]) -> Result<Vec<(EventNo, String, String)>> {
        let mut values = crate::db::Values::default();
        let among = values.list(actions)?;
        let sql = format!(
            "SELECT event_no, action, object FROM audit_event WHERE action IN ({among})
                 AND event_no >= (SELECT min(event_no) FROM app_user)
             ORDER BY event_no"
        );
        let params = values.params();
        self.db.map(&sql, &params, |row| {
            Ok((row.get("event_no")?, row.get("action")?, row.get("object")?))
        })
    }
}

impl Write<'_> {
    /// Keeps a signature with the event of this change.
    pub fn add_signature(&self, new: &NewSignature<'_>) -> Result<()> {
        self.db.run(
            "INSERT INTO signature (event_no, key_no, at, action, object, digest, signature)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            &[
                &self.event_no(),
                &new.key_no,
                &self.at(),
                &new.action,
                &new.object,
                new.digest,
                &new.signature,
            ],
        )?;
        Ok(())
    }
}
