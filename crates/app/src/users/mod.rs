//! Users: who logs in, with which roles and attests, and what they sign.
//!
//! A database without users is one person's: every print says by which decision, or that it is missing.
//! What needs two persons is decided here and in `domain::user`, nowhere else.

mod attesting;
mod attests;
mod entering;
mod first;
mod keys;
mod listing;
mod resets;
mod roles;
mod sheet;
mod signing;
mod waiting;

pub use attesting::AttestDecision;
pub use attests::TypedAttest;
pub use entering::TypedUser;
pub use first::FirstUser;
pub use keys::{Between, KeyChanged, RecoverTyped, recover};
pub use listing::{Standings, UserStands};
pub use roles::TypedRole;
pub use sheet::{Sheet, try_sheet};
pub use signing::{SignaturesSeen, Unsigned};
pub use waiting::{Waiting, WaitingKind};

pub(crate) use attesting::{claim_act, order_act, order_digest};
pub(crate) use keys::{key_in_use, key_of_copy};

use serde_json::json;
use store::key::slots::Slots;
use store::key::{HeadKey, SIGNATURE_LENGTH, UserSecret, Zeroizing};
use store::{Read, UserNo, Write};

use crate::error::{AppError, RefusalCode};
use crate::typed::text_typed;
use crate::{App, Result};

/// The setting that holds the decision that one person does it all.
const DECISION: &str = "single-person";
/// The longest number of a decision, in characters.
const DECISION_LENGTH: usize = 60;

/// Who logs in.
pub struct LoginTyped {
    /// The name.
    pub name: String,
    /// The password.
    pub password: Secret,
    /// Seconds of Unix time, by which tries wait.
    pub at: i64,
    /// Whether the password stands for what is signed as well: a command is one act, and the password
    /// was given for it. The window asks again.
    pub signs: bool,
}

/// A text that is wiped from memory when it is dropped.
pub type Secret = Zeroizing<String>;

/// The user who works.
pub(crate) struct LoggedIn {
    pub(crate) user_no: UserNo,
    /// The password where it was given for what is signed too.
    password: Option<Secret>,
    /// What signs the heads of the chain; none where the key is another than the database knows.
    heads: Option<HeadKey>,
}

/// Whose database it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hands {
    /// One person's, by this decision of the city's; none: it is missing.
    One(Option<String>),
    /// It has users.
    Several,
}

pub(crate) fn decision_typed(decision: Option<&str>) -> Result<Option<String>> {
    let Some(decision) = decision else { return Ok(None) };
    let field = |fault: AppError| fault.in_field("single_person");
    let typed = text_typed(decision, DECISION_LENGTH).map_err(field)?;
    if typed.is_empty() {
        return Err(field(AppError::refused(RefusalCode::DecisionNumberMissing)));
    }
    Ok(Some(typed))
}

pub(crate) fn keep_decision(write: &Write<'_>, decision: Option<&str>) -> Result<()> {
    match decision {
        Some(decision) => Ok(write.put_setting(DECISION, &json!(decision))?),
        None => Ok(()),
    }
}

fn hands(read: &Read<'_>) -> Result<Hands> {
    if read.has_users()? {
        return Ok(Hands::Several);
    }
    let decision = read.setting(DECISION)?;
    Ok(Hands::One(decision.and_then(|text| text.as_str().map(str::to_owned))))
}

impl App {
    /// Whose database it is.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn hands(&self) -> Result<Hands> {
        hands(&self.read())
    }

    /// Whether a user works; else one person, whom nothing proves.
    #[must_use]
    pub fn is_logged_in(&self) -> bool {
        self.user.is_some()
    }

    /// What every print says of a database that one person works in.
    pub(crate) fn one_person_mark(&self) -> Result<Option<String>> {
        Ok(match self.hands()? {
            Hands::Several => None,
            Hands::One(None) => Some(self.wording.text("print-one-person-undecided", &[])),
            Hands::One(Some(decision)) => {
                let values = [("decision", decision.as_str().into())];
                Some(self.wording.text("print-one-person", &values))
            }
        })
    }

    /// Lets whoever has opened the database work in it.
    pub(crate) fn enter_as(
        &mut self,
        login: Option<(LoginTyped, Option<UserSecret>)>,
    ) -> Result<()> {
        let has_users = self.read().has_users()?;
        let Some((login, secret)) = login else {
            // The bare key proves nobody; and where the slots were written and the database has not its
            // name yet, what it opens is what the two have taken over.
            let is_theirs = has_users || store::key::slots::has_slots(self.path());
            return if is_theirs { Err(store::StoreError::LoginNeeded.into()) } else { Ok(()) };
        };
        let name = store::key::slots::folded(&login.name);
        let found = self.read().users()?;
        let found = found.into_iter().find(|user| store::key::slots::folded(&user.name) == name);
        let day = self.rights_day()?;
        // The slot of somebody who has left may lie in an old copy of the key file.
        let user = found.filter(|user| user.is_active(day));
        let user = user.ok_or_else(|| AppError::refused(RefusalCode::UserNotActive))?;
        self.actor = user.name;
        let password = login.signs.then_some(login.password);
        let key = self.read().key_of_user(user.user_no)?;
        let known = |secret: &UserSecret| {
            key.as_ref().is_some_and(|key| key.heads == secret.public().heads)
        };
        let heads = secret.filter(known).map(|secret| secret.head_key());
        self.user = Some(LoggedIn { user_no: user.user_no, password, heads });
        Ok(())
    }

    /// The acting user's signature of a head of the chain; none in one person's database.
    pub(crate) fn sign_head(&self, message: &[u8; 32]) -> Option<[u8; SIGNATURE_LENGTH]> {
        self.user.as_ref()?.heads.as_ref().map(|heads| heads.sign(message))
    }

    /// The key file of the open database.
    fn slots(&self) -> Result<Slots> {
        Ok(Slots::read(self.path())?)
    }

    /// Refuses what only a database with users has.
    fn need_users(&self) -> Result<&LoggedIn> {
        self.user.as_ref().ok_or_else(|| store::StoreError::NoUsers.into())
    }
}
