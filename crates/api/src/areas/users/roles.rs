//! Roles: proposed by one administrator, confirmed by another.

use app::App;
use app::users::TypedRole;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::people::{Recovered, Users, list};
use super::{Nothing, proof};
use crate::ErrorReply;
use crate::areas::secret;

/// A role that somebody holds, is to hold, or held.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RoleView {
    /// Its id.
    pub id: String,
    /// Its name in contracts.
    pub role: String,
    /// Boards that it is held for; empty: every board.
    pub boards: Vec<String>,
    /// For whom it is held as a stand-in.
    pub stands_in_for: Option<String>,
    /// First day.
    pub from: String,
    /// Last day; none: until further notice.
    pub until: Option<String>,
    /// Who proposed it.
    pub proposed_by: String,
    /// Who confirmed it; none: it waits, and gives nothing.
    pub confirmed_by: Option<String>,
    /// Whether somebody has ended it.
    pub ended: bool,
    /// Whether it gives its rights today.
    pub in_force: bool,
}

/// Proposes a role.
#[derive(Clone, Deserialize, TS)]
pub struct ProposeRole {
    /// The client's id; none: a new one.
    #[serde(default)]
    pub id: Option<String>,
    /// Who is to hold it.
    pub user: String,
    /// Its name in contracts.
    pub role: String,
    /// Boards that it is held for.
    #[serde(default)]
    pub boards: Vec<String>,
    /// For whom it is held as a stand-in.
    #[serde(default)]
    pub stands_in_for: Option<String>,
    /// First day; none: today.
    #[serde(default)]
    pub from: Option<String>,
    /// Last day; none: until further notice.
    #[serde(default)]
    pub until: Option<String>,
    /// The acting user's password, once more.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub password: Option<String>,
}

/// Names something that is signed.
#[derive(Clone, Deserialize, TS)]
pub struct SignedRequest {
    /// Its id.
    pub id: String,
    /// The acting user's password, once more.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub password: Option<String>,
}

/// Confirms a role by the recovery code.
#[derive(Clone, Deserialize, TS)]
pub struct ConfirmAlone {
    /// The role's id.
    pub id: String,
    /// The code of the sheet.
    pub recovery_code: String,
    /// The acting user's password, once more.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub password: Option<String>,
}

/// Names a role or an attest.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct HeldRequest {
    /// Its id.
    pub id: String,
}

/// A role as it is shown.
pub(super) fn role_view((role, in_force): (app::model::RoleRecord, bool)) -> RoleView {
    RoleView {
        id: role.id,
        role: role.role.as_str().to_owned(),
        boards: role.boards.into_iter().map(|board| board.0).collect(),
        stands_in_for: role.stands_in_for,
        from: role.held.from.to_string(),
        until: role.held.until.map(|day| day.to_string()),
        proposed_by: role.by.0,
        confirmed_by: role.confirmed.map(|(by, _)| by),
        ended: role.ended,
        in_force,
    }
}

/// Proposes a role.
///
/// # Errors
/// When what is typed is wrong, or it is one's own.
pub fn propose(app: &mut App, request: ProposeRole) -> Result<Users, ErrorReply> {
    let typed = TypedRole {
        id: request.id.unwrap_or_else(app::new_id),
        user: request.user,
        role: request.role,
        boards: request.boards,
        stands_in_for: request.stands_in_for,
        from: request.from,
        until: request.until,
    };
    app.propose_role(&typed, proof(request.password).as_deref().map(String::as_str))?;
    list(app, Nothing {})
}

/// Confirms a role that another has proposed.
///
/// # Errors
/// When it is one's own proposal or one's own role.
pub fn confirm(app: &mut App, request: SignedRequest) -> Result<Users, ErrorReply> {
    app.confirm_role(&request.id, proof(request.password).as_deref().map(String::as_str))?;
    list(app, Nothing {})
}

/// Confirms a role as the only administrator who is left, by the recovery code.
///
/// # Errors
/// When another administrator can log in, or the code is wrong.
pub fn confirm_alone(app: &mut App, request: ConfirmAlone) -> Result<Recovered, ErrorReply> {
    let password = proof(request.password);
    let code = secret(request.recovery_code);
    let next =
        app.confirm_role_alone(&request.id, password.as_deref().map(String::as_str), &code)?;
    Ok(Recovered { user: app.actor().to_owned(), recovery_code: next.to_string() })
}

/// Ends a role, or takes a proposal back.
///
/// # Errors
/// When there is none, or nobody could manage users after it.
pub fn end_role(app: &mut App, request: HeldRequest) -> Result<Users, ErrorReply> {
    app.end_role(&request.id)?;
    list(app, Nothing {})
}
