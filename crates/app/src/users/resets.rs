//! A forgotten password: one administrator asks for a new one, another gives it. The owner is told at the
//! next login, signs nothing before it is changed, and attests nothing that either of the two has prepared.

use serde_json::json;
use store::key::UserSecret;
use store::users::{KeysCame, ResetRecord};
use store::{Changed, Ending, Read};

use super::entering::user_named;
use crate::error::{AppError, RefusalCode};
use crate::session::{Secret, refuse_short};
use crate::{Action, App, Result};

impl App {
    /// Asks for a new password for somebody who has forgotten the old one. It changes nothing before
    /// another administrator gives it. Signed.
    ///
    /// # Errors
    /// When there is no such active person, or it is the acting person.
    pub fn ask_reset(&mut self, id: &str, user: &str, proof: Option<&str>) -> Result<ResetRecord> {
        self.need_users()?;
        let prover = self.prove(proof)?;
        let day = self.rights_day()?;
        self.change(Action::AskReset, |write| {
            let user = user_named(write, user)?;
            if let Some(there) = write.reset(id)? {
                AppError::require_same(there.user_no == user.user_no, id)?;
                return Ok(Ending::Nothing(there));
            }
            self.refuse_own(&user.name)?;
            if !user.is_active(day) || user.service {
                return Err(AppError::refused(RefusalCode::UserNotActive).in_field("user"));
            }
            write.ask_reset(id, user.user_no)?;
            self.sign(write, &prover, Action::AskReset, id)?;
            let value = reset_there(write, id)?;
            let detail = json!({ "user": user.name });
            Ok(Ending::Changed(Changed { value, object: id.to_owned(), detail }))
        })
    }

    /// Gives the password that another administrator has asked for: the user has other keys from here on.
    /// Signed.
    ///
    /// # Errors
    /// When nothing of that id waits, the acting person asked for it or is to have it, or the password is
    /// short.
    pub fn give_reset(&mut self, id: &str, password: &Secret, proof: Option<&str>) -> Result<()> {
        self.need_users()?;
        refuse_short(password, "user_password")?;
        let prover = self.prove(proof)?;
        let (secret, mut slots, day) = (UserSecret::random()?, self.slots()?, self.rights_day()?);
        self.change(Action::GiveReset, |write| {
            let reset = reset_there(write, id)?;
            if reset.ended || reset.given_by.is_some() {
                return Err(AppError::refused(RefusalCode::NothingWaits).in_field("id"));
            }
            self.may_give(&reset)?;
            if !user_named(write, &reset.user)?.is_active(day) {
                return Err(AppError::refused(RefusalCode::UserNotActive));
            }
            let key_no = write.add_reset_keys(reset.user_no, &secret.public())?;
            write.give_reset(id, key_no)?;
            self.sign(write, &prover, Action::GiveReset, id)?;
            slots.put(&reset.user, password, &secret, &prover.keys)?;
            // Last: where the file cannot be written nothing was given.
            slots.write(self.path())?;
            let detail = json!({ "user": reset.user });
            Ok(Changed { value: (), object: id.to_owned(), detail })
        })
    }

    /// Takes back that a new password was asked for.
    ///
    /// # Errors
    /// When nothing of that id waits.
    pub fn end_reset(&mut self, id: &str) -> Result<()> {
        self.need_users()?;
        self.change(Action::EndReset, |write| {
            let reset = reset_there(write, id)?;
            if reset.ended || reset.given_by.is_some() {
                return Err(AppError::refused(RefusalCode::NothingWaits).in_field("id"));
            }
            write.end_reset(id)?;
            let detail = json!({ "user": reset.user });
            Ok(Changed { value: (), object: id.to_owned(), detail })
        })
    }

    /// Whether the acting person may give it.
    pub(super) fn may_give(&self, reset: &ResetRecord) -> Result<()> {
        self.refuse_own(&reset.user)?;
        if reset.asked_by == self.actor {
            return Err(AppError::refused(RefusalCode::ResetAlone));
        }
        Ok(())
    }

    /// How the acting person's password came, where another gave it or the recovery code was used, until
    /// it is changed.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn password_came(&self) -> Result<Option<KeysCame>> {
        match &self.user {
            None => Ok(None),
            Some(user) => Ok(self.read().keys_came(user.user_no)?),
        }
    }

    /// Refuses to sign with a password that another has given: it is not one's own word.
    pub(super) fn refuse_given_password(&self, read: &Read<'_>) -> Result<()> {
        let user = self.need_users()?;
        match read.keys_came(user.user_no)? {
            Some(came) if came.origin != "recovered" => {
                Err(AppError::refused(RefusalCode::PasswordGiven).with("by", came.given_by))
            }
            _ => Ok(()),
        }
    }
}

fn reset_there(read: &Read<'_>, id: &str) -> Result<ResetRecord> {
    read.reset(id)?.ok_or_else(|| AppError::refused(RefusalCode::NothingWaits).in_field("id"))
}
