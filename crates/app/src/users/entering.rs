//! Users are added and ended.

use domain::spelling::has_invisible;
use domain::user::{Held, Role};
use serde_json::json;
use store::key::UserSecret;
use store::key::slots::folded;
use store::users::{NewUser, UserRecord};
use store::{Changed, Read, UserNo};

use crate::error::{AppError, RefusalCode};
use crate::session::{Secret, refuse_short};
use crate::typed::{keep, near_day_typed, text_typed};
use crate::{Action, App, Result};

/// The longest name at the login, in characters.
const NAME_LENGTH: usize = 40;
/// The longest name of a person, account or address, in characters.
pub(super) const TEXT_LENGTH: usize = 120;

/// A user to be added, as typed.
pub struct TypedUser {
    /// The name at the login.
    pub name: String,
    /// The name of the person.
    pub full_name: String,
    /// The account in the operating system; empty: not told.
    pub os_account: String,
    /// Where to write to; empty: not told.
    pub email: String,
    /// Whether it is a program.
    pub service: bool,
    /// First day, ISO; none: today.
    pub active_from: Option<String>,
    /// Last day, ISO; none: until further notice.
    pub active_until: Option<String>,
    /// The password, or a program's secret.
    pub password: Secret,
}

/// A user as meant.
struct NewNames {
    name: String,
    full_name: String,
    account: String,
    email: String,
    active: Held,
}

impl App {
    /// Adds a user, who can log in and may do nothing before a role is granted. Signed.
    ///
    /// # Errors
    /// When the name or the account is taken or wrong, the password is short, or what proves the acting
    /// person is missing.
    pub fn add_user(&mut self, typed: &TypedUser, proof: Option<&str>) -> Result<UserNo> {
        self.need_users()?;
        let NewNames { name, full_name, account, email, active } = self.names_typed(typed)?;
        let prover = self.prove(proof)?;
        let (secret, mut slots) = (UserSecret::random()?, self.slots()?);
        slots.put(&name, &typed.password, &secret, &prover.keys)?;
        self.change(Action::AddUser, |write| {
            refuse_taken(write, &name, &account)?;
            let some = |text: &'_ str| (!text.is_empty()).then(|| text.to_owned());
            let (account, email) = (some(&account), some(&email));
            let new = NewUser {
                name: &name,
                full_name: if full_name.is_empty() { &name } else { &full_name },
                os_account: account.as_deref(),
                email: email.as_deref(),
                service: typed.service,
                active,
            };
            let user_no = write.add_user(&new, &secret.public())?;
            self.sign(write, &prover, Action::AddUser, &name)?;
            // Last: where the file cannot be written nobody was added.
            slots.write(self.path())?;
            let detail = json!({ "service": typed.service });
            Ok(Changed { value: user_no, object: name.clone(), detail })
        })
    }

    /// What was typed of a user, with everything that is wrong with it.
    fn names_typed(&self, typed: &TypedUser) -> Result<NewNames> {
        let mut faults = Vec::new();
        let name = keep(name_of(&typed.name), "name", &mut faults);
        let text = |text: &str| text_typed(text, TEXT_LENGTH);
        let full_name = keep(text(&typed.full_name), "full_name", &mut faults);
        let account = keep(text(&typed.os_account), "os_account", &mut faults);
        let email = keep(text(&typed.email), "email", &mut faults);
        let active = self.held_typed(
            typed.active_from.as_deref(),
            typed.active_until.as_deref(),
            ["active_from", "active_until"],
        );
        let active = active.map_err(|fault| faults.push(fault)).ok();
        if let Err(short) = refuse_short(&typed.password, "password") {
            faults.push(short);
        }
        if let Some(faults) = AppError::all(faults) {
            return Err(faults);
        }
        match (name, full_name, account, email, active) {
            (Some(name), Some(full_name), Some(account), Some(email), Some(active)) => {
                Ok(NewNames { name, full_name, account, email, active })
            }
            _ => Err(store::StoreError::Damaged("user").into()),
        }
    }

    /// Days on which something is held, as typed; from today where nothing is said.
    pub(super) fn held_typed(
        &self,
        from: Option<&str>,
        until: Option<&str>,
        fields: [&str; 2],
    ) -> Result<Held> {
        let near = |day| near_day_typed(day, self.today);
        let mut faults = Vec::new();
        let from = keep(from.map_or(Ok(self.system_day), near), fields[0], &mut faults);
        let until = keep(until.map(near).transpose(), fields[1], &mut faults);
        match (from, until) {
            (Some(from), Some(Some(until))) if until < from => {
                Err(AppError::refused(RefusalCode::HeldReversed).in_field(fields[1]))
            }
            (Some(from), Some(until)) => Ok(Held { from, until }),
            _ => Err(AppError::one_or_several(faults)),
        }
    }

    /// Ends a user: the slot, every role and every attest. What the user has copied is not recalled; the
    /// database key is changed for that.
    ///
    /// # Errors
    /// When there is no such user, or it is the last administrator.
    pub fn end_user(&mut self, name: &str) -> Result<()> {
        self.need_users()?;
        self.change(Action::EndUser, |write| {
            let user = user_named(write, name)?;
            if user.ended {
                return Err(AppError::refused(RefusalCode::UserNotActive).in_field("user"));
            }
            write.end_user(user.user_no)?;
            self.refuse_without_administrator(write)?;
            let detail = json!({});
            Ok(Changed { value: user.name.clone(), object: user.name, detail })
        })
        .and_then(|name| {
            let mut slots = self.slots()?;
            slots.remove(&name);
            Ok(slots.write(self.path())?)
        })
    }

    /// The user of that name, however it is written.
    ///
    /// # Errors
    /// When there is none.
    pub(crate) fn user_called(&self, name: &str) -> Result<UserRecord> {
        user_named(&self.read(), name)
    }

    /// Refuses where nobody could manage users any more.
    pub(super) fn refuse_without_administrator(&self, read: &Read<'_>) -> Result<()> {
        let day = self.rights_day()?;
        let users = read.users()?;
        let active = |user_no| users.iter().any(|one| one.user_no == user_no && one.is_active(day));
        let roles = read.roles()?;
        let left = roles.iter().any(|role| {
            role.role == Role::Administrator && role.is_held(day) && active(role.user_no)
        });
        if left { Ok(()) } else { Err(AppError::refused(RefusalCode::LastAdministrator)) }
    }
}

/// The user of that name, however it is written.
pub(super) fn user_named(read: &Read<'_>, name: &str) -> Result<UserRecord> {
    let meant = folded(name);
    let found = read.users()?.into_iter().find(|user| folded(&user.name) == meant);
    found.ok_or_else(|| AppError::refused(RefusalCode::NoSuchUser).in_field("user"))
}

/// A name at the login: letters, digits and a few signs.
pub(super) fn name_of(name: &str) -> Result<String> {
    let name = name.trim();
    let is_plain = |sign: char| sign.is_alphanumeric() || "._-@ ".contains(sign);
    let fits = (1..=NAME_LENGTH).contains(&name.chars().count());
    if fits && name.chars().all(is_plain) && !has_invisible(name) {
        return Ok(name.to_owned());
    }
    Err(AppError::refused(RefusalCode::UserName).with("most", NAME_LENGTH))
}

/// One person is one user: neither a name nor an account is given twice.
fn refuse_taken(read: &Read<'_>, name: &str, account: &str) -> Result<()> {
    let (name, account) = (folded(name), folded(account));
    for user in read.users()? {
        if folded(&user.name) == name {
            return Err(AppError::refused(RefusalCode::UserNameTaken).in_field("name"));
        }
        let theirs = user.os_account.as_deref().map(folded);
        if !account.is_empty() && theirs.as_ref() == Some(&account) && !user.ended {
            let taken = AppError::refused(RefusalCode::AccountTaken).with("user", user.name);
            return Err(taken.in_field("os_account"));
        }
    }
    Ok(())
}
