//! How users come: two take over one person's database, and what brings them in again: the recovery code,
//! and a password that two others give.

use std::path::PathBuf;

use app::App;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::people::{Users, list};
use super::{Nothing, proof};
use crate::areas::secret;
use crate::areas::session::{FirstUserTyped, first_user, sheet};
use crate::{ErrorReply, Host};

/// Gives one person's database to two.
#[derive(Clone, Deserialize, TS)]
pub struct ConvertToUsers {
    /// The first of the two.
    pub first: FirstUserTyped,
    /// The second.
    pub second: FirstUserTyped,
    /// The passphrase that opens the database, once more; a command has given it already.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub passphrase: Option<String>,
    /// Whether the recovery code counts first when it was typed from its sheet (`users.try_sheet`).
    #[serde(default)]
    pub try_sheet: bool,
}

/// The database has users, and is closed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ConvertedToUsers {
    /// Where it lies.
    pub path: String,
    /// The recovery code. Told once.
    pub recovery_code: String,
    /// What is to be done with the old passphrase and old backups, in Swedish.
    pub note: String,
}

/// Makes a new recovery code.
#[derive(Clone, Deserialize, TS)]
pub struct MakeSheet {
    /// Whether it counts first when it was typed from its sheet (`users.try_sheet`).
    #[serde(default)]
    pub try_sheet: bool,
    /// The acting user's password, once more.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub password: Option<String>,
}

/// A new recovery code.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SheetMade {
    /// The code. Told once.
    pub recovery_code: String,
}

/// Types the recovery code from its sheet.
#[derive(Clone, Deserialize, TS)]
pub struct TrySheet {
    /// Which database; none: that at the default place.
    #[serde(default)]
    pub path: Option<String>,
    /// The code.
    pub recovery_code: String,
}

/// The code counts.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SheetTried {
    /// Whether it counts from here on.
    pub counts: bool,
}

/// Asks for a new password for somebody who has forgotten the old one.
#[derive(Clone, Deserialize, TS)]
pub struct AskReset {
    /// The client's id; none: a new one.
    #[serde(default)]
    pub id: Option<String>,
    /// The name at the login.
    pub user: String,
    /// The acting user's password, once more.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub password: Option<String>,
}

/// It was asked for.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ResetAsked {
    /// Its id, by which another administrator gives it.
    pub id: String,
}

/// Gives a password that another administrator has asked for.
#[derive(Clone, Deserialize, TS)]
pub struct GiveReset {
    /// Its id.
    pub id: String,
    /// The user's password until it is changed.
    pub user_password: String,
    /// The acting user's password, once more.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub password: Option<String>,
}

pub(super) fn path_of(path: Option<String>) -> PathBuf {
    let path = path.filter(|path| !path.trim().is_empty());
    path.map_or_else(Host::default_path, PathBuf::from)
}

/// Gives one person's database to two, and closes it.
///
/// # Errors
/// When it has users already, the passphrase or what is typed about the two is wrong, another program has
/// the database, or the disk is full.
pub fn convert(host: &mut Host, request: ConvertToUsers) -> Result<ConvertedToUsers, ErrorReply> {
    // Asked while it is open, so that a wrong passphrase does not close it.
    if !host.signs() {
        let passphrase = proof(request.passphrase);
        host.app()?.check_passphrase(passphrase.as_deref().map(String::as_str))?;
    }
    let two = [first_user(request.first), first_user(request.second)];
    host.app()?.check_two(&two)?;
    let (app, derivation) = (host.take()?, host.derivation());
    let path = app.path().display().to_string();
    let code = app.convert_to_users(&two, sheet(request.try_sheet), derivation, &|_| Ok(()))?;
    let note = crate::texts::text("users-converted-note", &[]);
    Ok(ConvertedToUsers { path, recovery_code: code.to_string(), note })
}

/// Makes a new recovery code.
///
/// # Errors
/// When the acting user's password is missing or wrong.
pub fn make_sheet(app: &mut App, request: MakeSheet) -> Result<SheetMade, ErrorReply> {
    let password = proof(request.password);
    let password = password.as_deref().map(String::as_str);
    let code = app.new_sheet(sheet(request.try_sheet), password)?;
    Ok(SheetMade { recovery_code: code.to_string() })
}

/// Lets a recovery code count that was typed from its sheet. No database need be open.
///
/// # Errors
/// When it is another than the one that was told last.
pub fn try_sheet(host: &mut Host, request: TrySheet) -> Result<SheetTried, ErrorReply> {
    let path = path_of(request.path);
    let code = secret(request.recovery_code);
    app::users::try_sheet(&path, &code, host.second()).map_err(about_code)?;
    Ok(SheetTried { counts: true })
}

/// A wrong code has no name beside it.
pub(super) fn about_code(error: app::AppError) -> ErrorReply {
    let reply = ErrorReply::from(error);
    match reply.code.as_str() {
        "login-wrong" => ErrorReply::new("recovery-code-wrong", &[]).at_field("recovery_code"),
        _ => reply,
    }
}

/// Asks for a new password for somebody else.
///
/// # Errors
/// When there is no such active user, or it is oneself.
pub fn ask_reset(app: &mut App, request: AskReset) -> Result<ResetAsked, ErrorReply> {
    let id = request.id.unwrap_or_else(app::new_id);
    let password = proof(request.password);
    let asked = app.ask_reset(&id, &request.user, password.as_deref().map(String::as_str))?;
    Ok(ResetAsked { id: asked.id })
}

/// Gives a password that another administrator has asked for.
///
/// # Errors
/// When nothing of that id waits, one asked for it or is to have it, or it is short.
pub fn give_reset(app: &mut App, request: GiveReset) -> Result<Users, ErrorReply> {
    let (password, new) = (proof(request.password), secret(request.user_password));
    app.give_reset(&request.id, &new, password.as_deref().map(String::as_str))?;
    list(app, Nothing {})
}
