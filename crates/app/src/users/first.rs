//! The two who begin: they make a database together, or take over one that one person worked in.

use std::fs;
use std::path::{Path, PathBuf};

use domain::user::{Held, Role};
use serde_json::json;
use store::key::slots::{Slots, folded, new_recovery_code};
use store::key::{DatabaseKey, Derivation, UserSecret, key_file};
use store::users::{NewRole, NewUser};
use store::{Changed, Store, StoreError, Write};

use super::entering::{TEXT_LENGTH, name_of};
use super::{Between, Hands, LoggedIn, Sheet};
use crate::error::{AppError, RefusalCode};
use crate::session::{Host, NewDatabase, Secret, beside, refuse_short, refuse_what_is_there};
use crate::settings::Municipality;
use crate::typed::{keep, text_typed};
use crate::{Action, App, Result, new_id};

/// One of the two who begin.
pub struct FirstUser {
    /// The name at the login.
    pub name: String,
    /// The name of the person; empty: as at the login.
    pub full_name: String,
    /// Roles beside that of administrator, by names of contracts; none: handler and attestant.
    pub roles: Option<Vec<String>>,
    /// The password.
    pub password: Secret,
}

/// What both hold from the first day unless they say otherwise. Each is an administrator: otherwise one of
/// them could give the other nothing.
const OF_THE_FIRST: [Role; 2] = [Role::Handler, Role::Attestant];

/// The two, with everything that lies beside the database for them.
struct Begun<'t> {
    two: &'t [FirstUser; 2],
    roles: [Vec<Role>; 2],
    secrets: [UserSecret; 2],
    slots: Slots,
    code: Secret,
}

impl<'t> Begun<'t> {
    /// Makes what the two need, who have been looked at.
    fn of(
        path: &Path,
        (two, roles): (&'t [FirstUser; 2], [Vec<Role>; 2]),
        key: &DatabaseKey,
        (sheet, derivation): (Sheet, Derivation),
    ) -> Result<Begun<'t>> {
        let secrets = [UserSecret::random()?, UserSecret::random()?];
        let (mut slots, code) = (Slots::derived_by(derivation)?, new_recovery_code()?);
        let keys = [key.clone()];
        for (user, secret) in two.iter().zip(&secrets) {
            slots.put(&user.name, &user.password, secret, &keys)?;
        }
        sheet.put(&mut slots, path, &code, &keys)?;
        Ok(Begun { two, roles, secrets, slots, code })
    }

    /// Enters both with their roles.
    fn enter(&self, write: &Write<'_>, held: Held) -> Result<()> {
        for ((user, secret), roles) in self.two.iter().zip(&self.secrets).zip(&self.roles) {
            let name = user.name.trim();
            let full_name = text_typed(&user.full_name, TEXT_LENGTH)?;
            let new = NewUser {
                name,
                full_name: if full_name.is_empty() { name } else { &full_name },
                os_account: None,
                email: None,
                service: false,
                active: held,
            };
            let user_no = write.add_user(&new, &secret.public())?;
            for role in roles.iter().copied() {
                let id = new_id();
                let new =
                    NewRole { id: &id, user_no, role, boards: &[], stands_in_for: None, held };
                write.propose_role(&new)?;
                // Both were there, each with a password: that is the second person.
                write.confirm_role(&id)?;
            }
        }
        Ok(())
    }
}

/// What is wrong with the two, all at once; else their roles.
fn looked_at(two: &[FirstUser; 2]) -> Result<[Vec<Role>; 2]> {
    let mut faults = Vec::new();
    let mut roles = [Vec::new(), Vec::new()];
    for ((user, field), roles) in two.iter().zip(["first", "second"]).zip(&mut roles) {
        let named = |part: &str| format!("{field}.{part}");
        keep(name_of(&user.name), &named("name"), &mut faults);
        keep(text_typed(&user.full_name, TEXT_LENGTH), &named("full_name"), &mut faults);
        if let Err(short) = refuse_short(&user.password, &named("password")) {
            faults.push(short);
        }
        *roles = keep(roles_of(user), &named("roles"), &mut faults).unwrap_or_default();
    }
    if folded(&two[0].name) == folded(&two[1].name) {
        faults.push(AppError::refused(RefusalCode::UserNameTaken).in_field("second.name"));
    }
    AppError::all(faults).map_or(Ok(roles), Err)
}

fn roles_of(user: &FirstUser) -> Result<Vec<Role>> {
    let mut roles = vec![Role::Administrator];
    let Some(named) = &user.roles else {
        roles.extend(OF_THE_FIRST);
        return Ok(roles);
    };
    for text in named {
        let unknown = || AppError::refused(RefusalCode::UnknownRole).with("text", text);
        let role = Role::parse(text).filter(|role| !role.is_of_boards() && *role != Role::Service);
        let role = role.ok_or_else(unknown)?;
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    Ok(roles)
}

impl App {
    /// Makes a database that two persons set up: each with a password of her or his own, administrator and
    /// what else she or he is to be. What a password takes to be tried is `derivation`. Gives the recovery code,
    /// which is told once.
    ///
    /// # Errors
    /// When the municipality's data or a name are wrong, a password is short, both have one name, or the
    /// file exists.
    pub fn create_for_two(
        path: &Path,
        two: &[FirstUser; 2],
        sheet: Sheet,
        municipality: Municipality,
        derivation: Derivation,
        mut host: Host,
    ) -> Result<(App, Secret)> {
        let roles = looked_at(two)?;
        refuse_what_is_there(path)?;
        let key = DatabaseKey::random()?;
        let begun = Begun::of(path, (two, roles), &key, (sheet, derivation))?;
        two[0].name.trim().clone_into(&mut host.actor);
        let new = NewDatabase { path, key: &key, municipality };
        let first = |app: &App, write: &Write<'_>| {
            begun.enter(write, Held { from: app.system_day, until: None })
        };
        let mut app = App::make(new, host, first, || Ok(begun.slots.write(path)?))?;
        let user = app.read().user(two[0].name.trim())?;
        let user_no = user.ok_or(StoreError::Damaged("app_user"))?.user_no;
        let password = Some(two[0].password.clone());
        let heads = Some(begun.secrets[0].head_key());
        app.user = Some(LoggedIn { user_no, password, heads });
        Ok((app, begun.code))
    }

    /// Gives one person's database to two: they are entered in an event of the one person's, and the
    /// database is written anew under another key, so that the passphrase and the bare key that opened it
    /// open nothing any more. Killed at any moment it is the one or the other. Closes the database; gives
    /// the recovery code, which is told once.
    ///
    /// # Errors
    /// When it has users already, what is typed about the two is wrong, another program
    /// has the database, or the disk is full.
    pub fn convert_to_users(
        self,
        two: &[FirstUser; 2],
        sheet: Sheet,
        derivation: Derivation,
        between: Between<'_>,
    ) -> Result<Secret> {
        self.refuse_users()?;
        let roles = looked_at(two)?;
        let (path, key) = (self.path().to_owned(), DatabaseKey::random()?);
        let begun = Begun::of(&path, (two, roles), &key, (sheet, derivation))?;
        let part = Part(part_of(&path));
        part.remove();
        let copied = self.source()?.copy_with(&part.0, &key, &mut |_, _| true)?;
        copied.ok_or(AppError::Cancelled)?;
        let before = self.read().last_event_no()?;
        let App { door, actor, rights, today, system_day, wording, .. } = self;
        door.close()?;
        let reserved = store::reserve(&path)?;
        between("copied")?;
        let host = Host { actor, rights, today, system_day, wording };
        let app = App::new(Store::open(&part.0, &key)?, host);
        let held = Held { from: app.system_day, until: None };
        app.change(Action::IntroduceUsers, |write| {
            begun.enter(write, held)?;
            let names = two.each_ref().map(|user| user.name.trim());
            let detail = json!({ "users": names });
            Ok(Changed { value: (), object: "database".to_owned(), detail })
        })?;
        app.close()?;
        let seen = Store::look(&part.0, &key)?;
        if seen.read().last_event_no()?.0 != before.0 + 1 || !seen.is_sound()? {
            return Err(StoreError::CopyNotWhole.into());
        }
        drop(seen);
        between("entered")?;
        // From here on it is the two's: whoever logs in brings it to its end.
        begun.slots.write(&path)?;
        let part = part.keep();
        between("written")?;
        fs::rename(&part, &path)?;
        drop(reserved);
        Ok(begun.code)
    }

    /// Whether two may begin as they are typed.
    ///
    /// # Errors
    /// All that is wrong with them at once.
    pub fn check_two(&self, two: &[FirstUser; 2]) -> Result<()> {
        self.refuse_users()?;
        looked_at(two).map(drop)
    }

    /// Whether the passphrase opens the database; where none does, nothing is asked.
    ///
    /// # Errors
    /// When it does not, or the database has users.
    pub fn check_passphrase(&self, passphrase: Option<&str>) -> Result<()> {
        self.refuse_users()?;
        if !key_file(self.path()).exists() {
            return Ok(());
        }
        let given = passphrase.unwrap_or_default();
        let opened = DatabaseKey::read_beside(self.path(), given);
        opened.map(drop).map_err(|error| AppError::from(error).in_field("passphrase"))
    }

    fn refuse_users(&self) -> Result<()> {
        match self.hands()? {
            Hands::Several => Err(AppError::refused(RefusalCode::HasUsers)),
            Hands::One(_) => Ok(()),
        }
    }
}

/// The database as it will be for the two, under a name of its own; it goes with what lies beside it
/// unless it is kept.
struct Part(PathBuf);

fn part_of(path: &Path) -> PathBuf {
    beside(path, ".users.part")
}

impl Part {
    fn remove(&self) {
        for ending in ["", "-wal", "-shm", ".lock"] {
            let _ = fs::remove_file(beside(&self.0, ending));
        }
    }

    fn keep(mut self) -> PathBuf {
        let _ = fs::remove_file(beside(&self.0, ".lock"));
        std::mem::take(&mut self.0)
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        if !self.0.as_os_str().is_empty() {
            self.remove();
        }
    }
}

/// Brings to its end what was broken off when the slots were written and the database had not its name yet:
/// the key opens what lies beside it.
pub(super) fn finish_conversion(path: &Path, key: &DatabaseKey) -> Result<()> {
    let part = part_of(path);
    if !part.is_file() || !matches!(Store::look(path, key), Err(StoreError::WrongKey)) {
        return Ok(());
    }
    let seen = Store::look(&part, key)?;
    if !seen.is_sound()? {
        return Err(StoreError::CopyNotWhole.into());
    }
    drop(seen);
    let reserved = store::reserve(path)?;
    fs::rename(&part, path)?;
    drop(reserved);
    Ok(())
}

#[cfg(test)]
mod tests;
