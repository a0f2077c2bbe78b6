//! Users: added, ended, and how each comes in.

use app::App;
use app::users::{RecoverTyped, TypedUser, UserStands};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::coming::{about_code, path_of};
use super::roles::{RoleView, role_view};
use super::{Nothing, proof};
use crate::areas::secret;
use crate::areas::session::sheet;
use crate::{ErrorReply, Host};

/// Users with what they hold, and the register of attests.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Users {
    /// Whether the database has users; else it is one person's.
    pub has_users: bool,
    /// Every user, by name.
    pub users: Vec<UserView>,
}

/// A user.
#[derive(Clone, Debug, Serialize, TS)]
pub struct UserView {
    /// The name at the login.
    pub user: String,
    /// The name of the person.
    pub full_name: String,
    /// The account in the operating system.
    pub os_account: Option<String>,
    /// Where to write to.
    pub email: Option<String>,
    /// Whether it is a program.
    pub service: bool,
    /// Whether the user can log in today.
    pub active: bool,
    /// First day.
    pub active_from: String,
    /// Last day; none: until further notice.
    pub active_until: Option<String>,
    /// Beginning of the digest of the key that the user signs with.
    pub fingerprint: String,
    /// Whether that key came with the recovery code.
    pub recovered: bool,
    /// Roles, those that wait and those that have ended too.
    pub roles: Vec<RoleView>,
}

/// Adds a user.
#[derive(Clone, Deserialize, TS)]
pub struct AddUser {
    /// The name at the login.
    pub name: String,
    /// The name of the person.
    #[serde(default)]
    pub full_name: String,
    /// The account in the operating system.
    #[serde(default)]
    pub os_account: String,
    /// Where to write to.
    #[serde(default)]
    pub email: String,
    /// Whether it is a program.
    #[serde(default)]
    pub service: bool,
    /// First day; none: today.
    #[serde(default)]
    pub active_from: Option<String>,
    /// Last day; none: until further notice.
    #[serde(default)]
    pub active_until: Option<String>,
    /// The new user's password, or the program's secret.
    pub user_password: String,
    /// The acting user's password, once more.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub password: Option<String>,
}

/// Names a user.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct UserRequest {
    /// The name at the login.
    pub user: String,
}

/// Changes one's own password.
#[derive(Clone, Deserialize, TS)]
pub struct ChangePassword {
    /// The password until now.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub password: Option<String>,
    /// The password from now on.
    pub new_password: String,
}

/// The password has been changed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PasswordChanged {
    /// Whose.
    pub user: String,
}

/// Comes in again with the recovery code.
#[derive(Clone, Deserialize, TS)]
pub struct Recover {
    /// Which database; none: that at the default place.
    #[serde(default)]
    pub path: Option<String>,
    /// The code of the sheet.
    pub recovery_code: String,
    /// The name at the login.
    pub name: String,
    /// The password from now on.
    pub new_password: String,
    /// Whether the new recovery code counts first when it was typed from its sheet (`users.try_sheet`).
    #[serde(default)]
    pub try_sheet: bool,
}

/// A user is in again.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Recovered {
    /// Who.
    pub user: String,
    /// The new recovery code; the old one is spent. Told once.
    pub recovery_code: String,
}

/// Changes the database key.
#[derive(Clone, Deserialize, TS)]
pub struct ChangeDatabaseKey {
    /// The acting user's password, once more.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub password: Option<String>,
}

/// The database key has been changed, and the database is closed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DatabaseKeyChanged {
    /// How many slots hold the new key, the recovery slot among them.
    pub slots: u32,
    /// What is to be done with old backups, in Swedish.
    pub note: String,
}

fn user_view(stands: UserStands) -> UserView {
    let UserStands { user, active, roles, fingerprint, recovered } = stands;
    UserView {
        user: user.name,
        full_name: user.full_name,
        os_account: user.os_account,
        email: user.email,
        service: user.service,
        active,
        active_from: user.active.from.to_string(),
        active_until: user.active.until.map(|day| day.to_string()),
        fingerprint,
        recovered,
        roles: roles.into_iter().map(role_view).collect(),
    }
}

/// Every user, with roles.
///
/// # Errors
/// When the database cannot be read.
pub fn list(app: &mut App, _: Nothing) -> Result<Users, ErrorReply> {
    let users: Vec<UserView> = app.standings()?.users.into_iter().map(user_view).collect();
    Ok(Users { has_users: !users.is_empty(), users })
}

/// Adds a user.
///
/// # Errors
/// When what is typed is wrong, or the acting user's password is missing or wrong.
pub fn add(app: &mut App, request: AddUser) -> Result<Users, ErrorReply> {
    let typed = TypedUser {
        name: request.name,
        full_name: request.full_name,
        os_account: request.os_account,
        email: request.email,
        service: request.service,
        active_from: request.active_from,
        active_until: request.active_until,
        password: secret(request.user_password),
    };
    app.add_user(&typed, proof(request.password).as_deref().map(String::as_str))?;
    list(app, Nothing {})
}

/// Ends a user.
///
/// # Errors
/// When there is no such user, or it is the last administrator.
pub fn end(app: &mut App, request: UserRequest) -> Result<Users, ErrorReply> {
    app.end_user(&request.user)?;
    list(app, Nothing {})
}

/// Changes one's own password.
///
/// # Errors
/// When the old one is wrong or the new one short.
pub fn password(app: &mut App, request: ChangePassword) -> Result<PasswordChanged, ErrorReply> {
    let old = proof(request.password);
    app.change_password(old.as_deref().map(String::as_str), &secret(request.new_password))?;
    Ok(PasswordChanged { user: app.actor().to_owned() })
}

/// Comes in again with the recovery code. No database is open after it.
///
/// # Errors
/// When the code is wrong, there is no such user, or the password is short.
pub fn recover(host: &mut Host, request: Recover) -> Result<Recovered, ErrorReply> {
    host.close();
    let path = path_of(request.path);
    let typed = RecoverTyped {
        code: secret(request.recovery_code),
        name: request.name,
        password: secret(request.new_password),
        at: host.second(),
        sheet: sheet(request.try_sheet),
    };
    let code = app::users::recover(&path, &typed, host.hosting()).map_err(about_code)?;
    Ok(Recovered { user: typed.name.trim().to_owned(), recovery_code: code.to_string() })
}

/// Changes the database key and closes the database.
///
/// # Errors
/// When the password is missing or wrong, another program has the database, or the disk is full.
pub fn change_key(
    host: &mut Host,
    request: ChangeDatabaseKey,
) -> Result<DatabaseKeyChanged, ErrorReply> {
    let password = proof(request.password);
    let password = password.as_deref().map(String::as_str);
    // Asked while it is open, so that a wrong password does not close it.
    host.app()?.check_password(password)?;
    let app = host.take()?;
    let changed = app.change_database_key(password, &|_| Ok(()))?;
    let note = crate::texts::text("key-changed-note", &[]);
    Ok(DatabaseKeyChanged { slots: u32::try_from(changed.slots).unwrap_or(u32::MAX), note })
}
