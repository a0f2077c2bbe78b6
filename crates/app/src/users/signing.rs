//! What a user stands for is signed with a key of her or his own, which the password alone opens: nobody
//! who merely holds the database key can write another's attest.

use std::collections::{HashMap, HashSet};

use domain::claim::ClaimState;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use store::key::slots::Login;
use store::key::{DatabaseKey, UserSecret, is_signed_by};
use store::users::{NewSignature, Signed, signed_message};
use store::{EventNo, Read, UserKeyNo, Write};

use super::order_digest;
use crate::error::{AppError, RefusalCode};
use crate::leaving::exit_digest;
use crate::readings::review_content;
use crate::{Action, App, Result, clock};

/// The use cases that are signed.
const SIGNED: [Action; 11] = [
    Action::AddUser,
    Action::AskReset,
    Action::GiveReset,
    Action::ProposeRole,
    Action::ConfirmRole,
    Action::AddAttest,
    Action::AttestOrder,
    Action::ApproveClaim,
    Action::ConfirmLost,
    Action::SignReview,
    Action::ConfirmExit,
];

/// The acting user, proved by the password a moment ago.
pub(crate) struct Prover {
    secret: UserSecret,
    key_no: UserKeyNo,
    /// The database keys that may be in use.
    pub(super) keys: Vec<DatabaseKey>,
}

/// An event that should be signed and is not, or whose signature does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsigned {
    /// The event.
    pub event_no: EventNo,
    /// The use case.
    pub action: String,
    /// The id of what it touched.
    pub object: String,
}

/// What looking through the signatures found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignaturesSeen {
    /// How many hold.
    pub hold: u64,
    /// Those that do not, and events without one.
    pub broken: Vec<Unsigned>,
    /// Those by a key that came with the recovery code, or with that code in place of a second person: to
    /// be looked at.
    pub recovered: Vec<Unsigned>,
}

impl Prover {
    /// The user's own secret.
    pub(super) fn secret(&self) -> &UserSecret {
        &self.secret
    }
}

impl App {
    /// Proves the acting user by the password once more.
    ///
    /// # Errors
    /// One person's database; no password; wrong password; too many tries.
    pub(crate) fn prove(&self, password: Option<&str>) -> Result<Prover> {
        let user = self.need_users()?;
        let given = password.filter(|password| !password.is_empty());
        let kept = user.password.as_ref().map(|kept| kept.as_str());
        let password = given
            .or(kept)
            .ok_or_else(|| AppError::refused(RefusalCode::PasswordNeeded).in_field("password"))?;
        let login = Login { name: &self.actor, password, at: clock::now().timestamp() };
        // Whoever is logged in has a name that is right: it is told where it is typed, and as what it is.
        let opened = self.slots()?.open(self.path(), &login).map_err(|error| match error {
            store::StoreError::WrongLogin => {
                AppError::refused(RefusalCode::PasswordWrong).in_field("password")
            }
            other => other.into(),
        })?;
        let key = self.read().key_of_user(user.user_no)?;
        let key = key.filter(|key| key.signing == opened.secret.public().signing);
        // A slot of an old copy of the key file holds keys that are not the user's any more.
        let key = key.ok_or(store::StoreError::KeyFileOfAnother)?;
        Ok(Prover { secret: opened.secret, key_no: key.key_no, keys: opened.keys })
    }

    /// Whether the password is the acting user's.
    ///
    /// # Errors
    /// When it is not.
    pub fn check_password(&self, password: Option<&str>) -> Result<()> {
        self.prove(password).map(drop)
    }

    /// The proof, in a database with users; one person's needs none.
    pub(crate) fn prove_where_needed(&self, password: Option<&str>) -> Result<Option<Prover>> {
        self.user.as_ref().map(|_| self.prove(password)).transpose()
    }

    /// Signs the object as it stands inside the change.
    pub(crate) fn sign(
        &self,
        write: &Write<'_>,
        prover: &Prover,
        action: Action,
        object: &str,
    ) -> Result<()> {
        self.refuse_given_password(write)?;
        let digest = object_digest(write, action, object)?;
        let digest = digest.ok_or(store::StoreError::Damaged("signature"))?;
        let message = signed_message(write.event_no(), write.at(), action.name(), object, &digest);
        let signature = prover.secret.sign(&message);
        Ok(write.add_signature(&NewSignature {
            key_no: prover.key_no,
            action: action.name(),
            object,
            digest: &digest,
            signature: &signature,
        })?)
    }

    /// Holds every signature against its key, its event and its object, and every event that must be
    /// signed against the signatures.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn verify_signatures(&self) -> Result<SignaturesSeen> {
        let read = self.read();
        let mut seen = SignaturesSeen::default();
        if !read.has_users()? {
            return Ok(seen);
        }
        let signatures = read.signatures()?;
        let last: HashMap<(&str, &str), EventNo> = signatures
            .iter()
            .map(|one| ((one.action.as_str(), one.object.as_str()), one.event_no))
            .collect();
        for one in &signatures {
            let about = Unsigned {
                event_no: one.event_no,
                action: one.action.clone(),
                object: one.object.clone(),
            };
            let is_last = last[&(one.action.as_str(), one.object.as_str())] == one.event_no;
            if !(holds(one) && (!is_last || is_as_signed(&read, one)?)) {
                seen.broken.push(about);
                continue;
            }
            seen.hold += 1;
            if one.recovered || is_by_recovery(&read, one)? {
                seen.recovered.push(about);
            }
        }
        let signed: HashSet<EventNo> = signatures.iter().map(|one| one.event_no).collect();
        let names: Vec<&str> = SIGNED.iter().map(|action| action.name()).collect();
        for (event_no, action, object) in read.events_of(&names)? {
            if !signed.contains(&event_no) {
                seen.broken.push(Unsigned { event_no, action, object });
            }
        }
        seen.broken.sort_by_key(|one| one.event_no);
        Ok(seen)
    }
}

/// Whether the recovery code stood for the second person.
fn is_by_recovery(read: &Read<'_>, one: &Signed) -> Result<bool> {
    if one.action != Action::ConfirmRole.name() {
        return Ok(false);
    }
    let event = read.audit_events_numbered(&[one.event_no])?.remove(&one.event_no);
    Ok(event.is_some_and(|event| event.detail["recovery"] == true))
}

/// Whether the holder of the key has signed what the event did.
fn holds(one: &Signed) -> bool {
    let message = signed_message(one.event_no, &one.at, &one.action, &one.object, &one.digest);
    let event = [&one.actor, &one.event_at, &one.event_action, &one.event_object];
    let says = [&one.signer, &one.at, &one.action, &one.object];
    is_signed_by(&one.signing, &message, &one.signature)
        && event.into_iter().zip(says).all(|(event, says)| event.as_ref() == Some(says))
}

/// Whether the object is what was signed, where it stands as it was.
fn is_as_signed(read: &Read<'_>, one: &Signed) -> Result<bool> {
    let action = SIGNED.into_iter().find(|action| action.name() == one.action);
    let Some(action) = action else { return Ok(false) };
    if action == Action::ApproveClaim
        && let Some(claim) = read.claim(&one.object)?
        && !matches!(claim.state, ClaimState::Approved | ClaimState::Submitted)
    {
        // It came back and was changed: a later approval is of what it then is.
        return Ok(true);
    }
    Ok(object_digest(read, action, &one.object)? == Some(one.digest))
}

/// SHA-256 over what is signed of an object; none where it is not there. Signing and checking ask here.
fn object_digest(read: &Read<'_>, action: Action, object: &str) -> Result<Option<[u8; 32]>> {
    let content = match action {
        Action::AddUser => user_content(read, object)?,
        Action::AskReset => read.reset(object)?.map(|reset| json!([reset.id, reset.user])),
        Action::GiveReset => reset_content(read, object)?,
        Action::ProposeRole | Action::ConfirmRole => read.role(object)?.map(|role| {
            json!([
                role.user,
                role.role.as_str(),
                role.boards,
                role.stands_in_for,
                role.held.from,
                role.held.until
            ])
        }),
        Action::AddAttest => read.attest(object)?.map(|attest| {
            let kinds: Vec<&str> = attest.right.kinds.iter().map(|kind| kind.as_str()).collect();
            json!([
                attest.user,
                attest.decision,
                attest.right.boards,
                kinds,
                attest.right.limit,
                attest.substitute_for,
                attest.right.held.from,
                attest.right.held.until
            ])
        }),
        Action::AttestOrder => return order_digest(read, object),
        Action::ConfirmExit => return exit_digest(read, object),
        Action::ApproveClaim => claim_content(read, object)?,
        Action::SignReview => review_content(read, object)?,
        Action::ConfirmLost => read.claim_answer(object)?.map(|answer| {
            json!([
                answer.kind.as_str(),
                answer.compensation,
                answer.period.from,
                answer.period.until,
                answer.amount,
                answer.reason,
                answer.by.0
            ])
        }),
        _ => None,
    };
    Ok(content.map(|content| Sha256::digest(content.to_string().as_bytes()).into()))
}

fn user_content(read: &Read<'_>, name: &str) -> Result<Option<Value>> {
    let Some(user) = read.user(name)? else { return Ok(None) };
    let keys = read.user_keys()?;
    let first = keys.iter().find(|key| key.user_no == user.user_no);
    Ok(first.map(|key| {
        json!([
            user.name,
            user.full_name,
            user.service,
            key.signing,
            key.sealing,
            key.heads,
            key.key_no.0
        ])
    }))
}

fn reset_content(read: &Read<'_>, id: &str) -> Result<Option<Value>> {
    let Some(reset) = read.reset(id)? else { return Ok(None) };
    let keys = read.user_keys()?;
    let given = keys.iter().find(|key| Some(key.key_no) == reset.key_no);
    Ok(given.map(|key| json!([reset.id, reset.user, key.signing, key.sealing, key.key_no.0])))
}

fn claim_content(read: &Read<'_>, id: &str) -> Result<Option<Value>> {
    let Some(claim) = read.claim(id)? else { return Ok(None) };
    let lines = read.claim_lines(claim.claim_no)?;
    let line = |line: &store::claims::ClaimLine| {
        json!([
            line.id,
            line.person_no,
            line.period.from,
            line.period.until,
            line.cost_centre,
            line.amount
        ])
    };
    let lines: Vec<Value> = lines.iter().map(line).collect();
    Ok(Some(json!([claim.number.to_string(), claim.compensation, lines])))
}
