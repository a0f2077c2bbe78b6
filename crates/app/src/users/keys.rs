//! Passwords and the database key: changed, recovered, and changed for everybody.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use store::key::slots::{Login, Slots, new_recovery_code};
use store::key::{DatabaseKey, UserSecret};
use store::{Changed, Store};

use super::Sheet;
use super::entering::user_named;
use super::first::finish_conversion;
use crate::error::{AppError, RefusalCode};
use crate::session::{Host, LoginTyped, Secret, refuse_short};
use crate::{Action, App, Result};

/// What happens between two steps of changing the key, for tests that stop there.
pub type Between<'b> = &'b dyn Fn(&str) -> Result<()>;

/// The database key has been changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyChanged {
    /// How many slots hold the new key, the recovery slot among them.
    pub slots: usize,
}

/// Somebody comes in again with the recovery code.
pub struct RecoverTyped {
    /// The code, as on the sheet.
    pub code: Secret,
    /// The name at the login.
    pub name: String,
    /// The password from now on.
    pub password: Secret,
    /// Seconds of Unix time, by which tries wait.
    pub at: i64,
    /// When the new code counts.
    pub sheet: Sheet,
}

/// The database key of a user's slot, and the user's own secret. A change of the key that was broken off is brought to its end, or
/// taken back where it had not come far enough.
pub(crate) fn key_in_use(path: &Path, login: &LoginTyped) -> Result<(DatabaseKey, UserSecret)> {
    let slots = Slots::read(path)?;
    let typed = Login { name: &login.name, password: &login.password, at: login.at };
    let opened = slots.open(path, &typed)?;
    let key = one_of(path, slots, opened.keys)?;
    finish_conversion(path, &key)?;
    Ok((key, opened.secret))
}

/// The key of a copy that lies somewhere: nothing is written there, and nothing waits; whoever has the copy
/// can try as often as the hardware lets.
pub(crate) fn key_of_copy(copy: &Path, login: &LoginTyped) -> Result<DatabaseKey> {
    let typed = Login { name: &login.name, password: &login.password, at: login.at };
    let keys = Slots::read(copy)?.open_copy(&typed)?.keys;
    for key in keys {
        match Store::look(copy, &key) {
            Ok(_) => return Ok(key),
            Err(store::StoreError::WrongKey) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(store::StoreError::KeyFileOfAnother.into())
}

/// The key that opens the database, of one or of two; of two the other is forgotten.
fn one_of(path: &Path, mut slots: Slots, keys: Vec<DatabaseKey>) -> Result<DatabaseKey> {
    let mut keys = keys.into_iter();
    let first = keys.next().ok_or(store::StoreError::KeyFileDamaged)?;
    let Some(second) = keys.next() else { return Ok(first) };
    let key = match Store::look(path, &second) {
        Ok(_) => second,
        Err(store::StoreError::WrongKey) => first,
        Err(error) => return Err(error.into()),
    };
    slots.keep_only(&key)?;
    slots.write(path)?;
    // A copy that did not come to its place.
    let _ = fs::remove_file(part_of(path));
    Ok(key)
}

fn part_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".rekeyed.part");
    PathBuf::from(name)
}

/// Gives a user other keys and another password with the recovery code, and a new code: the old one is
/// spent. What the user signs from here on is marked as to be looked at.
///
/// # Errors
/// When the code is wrong, there is no such active user, or the password is short.
pub fn recover(path: &Path, typed: &RecoverTyped, mut host: Host) -> Result<Secret> {
    refuse_short(&typed.password, "password")?;
    if !path.is_file() {
        return Err(store::StoreError::Missing.into());
    }
    let mut slots = Slots::read(path)?;
    let keys = slots.open_by_recovery(path, &typed.code, typed.at)?.keys;
    let key = one_of(path, slots.clone(), keys)?;
    finish_conversion(path, &key)?;
    typed.name.trim().clone_into(&mut host.actor);
    let mut app = App::new(Store::open(path, &key)?, host);
    let day = app.rights_day()?;
    let user = user_named(&app.read(), &typed.name)?;
    if !user.is_active(day) || user.service {
        return Err(AppError::refused(RefusalCode::UserNotActive).in_field("name"));
    }
    app.actor.clone_from(&user.name);
    let (secret, code) = (UserSecret::random()?, new_recovery_code()?);
    slots.keep_only(&key)?;
    let keys = [key];
    slots.put(&user.name, &typed.password, &secret, &keys)?;
    slots.spend_recovery();
    typed.sheet.put(&mut slots, path, &code, &keys)?;
    app.change(Action::RecoverUser, |write| {
        write.add_recovered_keys(user.user_no, &secret.public())?;
        slots.write(path)?;
        Ok(Changed { value: (), object: user.name.clone(), detail: json!({}) })
    })?;
    app.close()?;
    Ok(code)
}

impl App {
    /// Changes the acting user's password; the keys stay.
    ///
    /// # Errors
    /// When the old password is wrong or the new one short.
    pub fn change_password(&mut self, old: Option<&str>, new: &Secret) -> Result<()> {
        refuse_short(new, "new_password")?;
        let prover = self.prove(old)?;
        let mut slots = self.slots()?;
        slots.put(&self.actor, new, prover.secret(), &prover.keys)?;
        let name = self.actor.clone();
        self.change(Action::ChangePassword, |_| {
            slots.write(self.path())?;
            Ok(Changed { value: (), object: name, detail: json!({}) })
        })?;
        // What was given for what is signed too is the new one from here on.
        if let Some(kept) = self.user.as_mut().and_then(|user| user.password.as_mut()) {
            kept.clone_from(new);
        }
        Ok(())
    }

    /// Changes the database key, for everybody who has a slot and is a user still: whoever has kept the
    /// old key reads nothing that is written from here on. The database is written anew beside itself;
    /// killed at any moment, one key works. Closes the database.
    ///
    /// # Errors
    /// When the password is missing or wrong, another program has the database, or the disk is full.
    pub fn change_database_key(
        self,
        proof: Option<&str>,
        between: Between<'_>,
    ) -> Result<KeyChanged> {
        self.need_users()?;
        let prover = self.prove(proof)?;
        let old = prover.keys.first().cloned().ok_or(store::StoreError::KeyFileDamaged)?;
        let new = DatabaseKey::random()?;
        let (path, mut slots, known) = (self.path().to_owned(), self.slots()?, self.sealing()?);
        self.change(Action::ChangeDatabaseKey, |_| {
            let detail = json!({ "users": known.len() });
            Ok(Changed { value: (), object: "database".to_owned(), detail })
        })?;
        between("noted")?;
        // Both keys: whichever the database has when the program dies, everybody can open it.
        slots.seal_anew(&[old, new.clone()], &known)?;
        slots.write(&path)?;
        between("sealed")?;
        let part = part_of(&path);
        let _ = fs::remove_file(&part);
        let last = self.read().last_event_no()?;
        let copied = self.source()?.copy_with(&part, &new, &mut |_, _| true)?;
        copied.ok_or(AppError::Cancelled)?;
        between("copied")?;
        let seen = Store::look(&part, &new)?;
        if seen.read().last_event_no()? != last || !seen.is_sound()? {
            return Err(store::StoreError::CopyNotWhole.into());
        }
        drop(seen);
        let App { door, .. } = self;
        door.close()?;
        let reserved = store::reserve(&path)?;
        between("closed")?;
        fs::rename(&part, &path)?;
        between("renamed")?;
        slots.seal_anew(&[new], &known)?;
        slots.write(&path)?;
        drop(reserved);
        Ok(KeyChanged { slots: slots.count() })
    }

    /// What the database key is sealed to: the keys of everybody who may still log in.
    fn sealing(&self) -> Result<Vec<[u8; 32]>> {
        let (read, day) = (self.read(), self.rights_day()?);
        let users = read.users()?;
        let keys = read.user_keys()?;
        let of_users = users
            .iter()
            .filter(|user| !user.ended && user.active.until.is_none_or(|until| until >= day));
        let last = |user: &store::users::UserRecord| {
            keys.iter().rev().find(|key| key.user_no == user.user_no).map(|key| key.sealing)
        };
        Ok(of_users.filter_map(last).collect())
    }
}

#[cfg(test)]
mod tests;
