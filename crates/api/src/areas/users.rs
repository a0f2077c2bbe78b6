//! Users, their roles and attests, and what waits for a second person.

use std::path::PathBuf;

use app::users::{
    AttestDecision, RecoverTyped, TypedAttest, TypedRole, TypedUser, UserStands, Waiting,
};
use app::{App, AppError};
use domain::Ore;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use super::Nothing;
use super::secret;
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

/// The register of attests.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AttestRegister {
    /// Every attest, in the order in which they were entered.
    pub attests: Vec<AttestView>,
}

/// An attest.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AttestView {
    /// Its id.
    pub id: String,
    /// Who holds it.
    pub user: String,
    /// Number of the board's decision.
    pub decision_number: String,
    /// Boards that it covers; empty: every board.
    pub boards: Vec<String>,
    /// What it may be for.
    pub kinds: Vec<String>,
    /// The largest amount of one act; none: without limit.
    pub limit_ore: Option<i64>,
    /// For whom it is held as a substitute.
    pub substitute_for: Option<String>,
    /// First day.
    pub from: String,
    /// Last day; none: until further notice.
    pub until: Option<String>,
    /// Whether somebody has ended it.
    pub ended: bool,
    /// Whether it covers something today.
    pub in_force: bool,
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

/// Enters an attest.
#[derive(Clone, Deserialize, TS)]
pub struct EnterAttest {
    /// The client's id; none: a new one.
    #[serde(default)]
    pub id: Option<String>,
    /// Who is to hold it.
    pub user: String,
    /// Number of the board's decision.
    pub decision: String,
    /// Boards that it covers; none: every board.
    #[serde(default)]
    pub boards: Vec<String>,
    /// What it may be for.
    pub kinds: Vec<String>,
    /// The largest amount of one act; none: without limit.
    #[serde(default)]
    pub limit_ore: Option<i64>,
    /// For whom it is held as a substitute.
    #[serde(default)]
    pub substitute_for: Option<String>,
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

/// What waits for a second person.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WaitingList {
    /// The oldest first of each kind.
    pub waiting: Vec<WaitingView>,
}

/// Something that waits.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WaitingView {
    /// `booking-order`, `claim`, `lost` or `role`.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it moves; none: no money.
    pub amount_ore: Option<i64>,
    /// Who prepared it last.
    pub prepared_by: String,
    /// When, in UTC.
    pub prepared_at: String,
    /// Whether the acting user may decide it.
    pub may_decide: bool,
    /// Why not.
    pub hindered: Option<String>,
}

/// Decides something that waits.
#[derive(Clone, Deserialize, TS)]
pub struct DecideWaiting {
    /// Its id, or the number of an order or a claim.
    pub id: String,
    /// The acting user's password, once more.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub password: Option<String>,
}

/// Gives something back that waits.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ReturnWaiting {
    /// Its id, or the number of an order or a claim.
    pub id: String,
    /// What is wrong.
    pub comment: String,
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
    let role = |(role, in_force): (app::model::RoleRecord, bool)| RoleView {
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
    };
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
        roles: roles.into_iter().map(role).collect(),
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

/// The register of attests.
///
/// # Errors
/// When the database cannot be read.
pub fn register(app: &mut App, _: Nothing) -> Result<AttestRegister, ErrorReply> {
    let view = |(attest, in_force): (app::model::AttestRecord, bool)| AttestView {
        id: attest.id,
        user: attest.user,
        decision_number: attest.decision,
        boards: attest.right.boards.into_iter().map(|board| board.0).collect(),
        kinds: attest.right.kinds.iter().map(|kind| kind.as_str().to_owned()).collect(),
        limit_ore: attest.right.limit.map(|limit| limit.0),
        substitute_for: attest.substitute_for,
        from: attest.right.held.from.to_string(),
        until: attest.right.held.until.map(|day| day.to_string()),
        ended: attest.ended,
        in_force,
    };
    Ok(AttestRegister { attests: app.standings()?.attests.into_iter().map(view).collect() })
}

/// Enters an attest.
///
/// # Errors
/// When what is typed is wrong, or it is one's own.
pub fn enter_attest(app: &mut App, request: EnterAttest) -> Result<AttestRegister, ErrorReply> {
    let typed = TypedAttest {
        id: request.id.unwrap_or_else(app::new_id),
        user: request.user,
        decision: request.decision,
        boards: request.boards,
        kinds: request.kinds,
        limit: request.limit_ore.map(Ore),
        substitute_for: request.substitute_for,
        from: request.from,
        until: request.until,
    };
    app.add_attest(&typed, proof(request.password).as_deref().map(String::as_str))?;
    register(app, Nothing {})
}

/// Ends an attest.
///
/// # Errors
/// When there is none.
pub fn end_attest(app: &mut App, request: HeldRequest) -> Result<AttestRegister, ErrorReply> {
    app.end_attest(&request.id)?;
    register(app, Nothing {})
}

/// What waits for a second person.
///
/// # Errors
/// When the database cannot be read.
pub fn waiting(app: &mut App, _: Nothing) -> Result<WaitingList, ErrorReply> {
    let view = |one: Waiting| WaitingView {
        kind: one.kind.as_str().to_owned(),
        id: one.id,
        name: one.name,
        amount_ore: one.amount.map(|amount| amount.0),
        prepared_by: one.by.0,
        prepared_at: one.by.1,
        may_decide: one.hindered.is_none(),
        hindered: one.hindered.map(|fault: AppError| ErrorReply::from(fault).message),
    };
    Ok(WaitingList { waiting: app.waiting_for_attest()?.into_iter().map(view).collect() })
}

/// Attests something that waits.
///
/// # Errors
/// When nothing of that id waits, one has prepared it, or no attest covers it.
pub fn decide(app: &mut App, request: DecideWaiting) -> Result<WaitingList, ErrorReply> {
    let password = proof(request.password);
    let password = password.as_deref().map(String::as_str);
    app.decide_waiting(&request.id, &AttestDecision::Attest, password)?;
    waiting(app, Nothing {})
}

/// Gives something back that waits.
///
/// # Errors
/// When nothing of that id waits, or nothing is said.
pub fn give_back(app: &mut App, request: ReturnWaiting) -> Result<WaitingList, ErrorReply> {
    app.decide_waiting(&request.id, &AttestDecision::Return(request.comment), None)?;
    waiting(app, Nothing {})
}

/// Comes in again with the recovery code. No database is open after it.
///
/// # Errors
/// When the code is wrong, there is no such user, or the password is short.
pub fn recover(host: &mut Host, request: Recover) -> Result<Recovered, ErrorReply> {
    host.close();
    let path = request.path.filter(|path| !path.trim().is_empty());
    let path = path.map_or_else(Host::default_path, PathBuf::from);
    let typed = RecoverTyped {
        code: secret(request.recovery_code),
        name: request.name,
        password: secret(request.new_password),
        at: host.second(),
    };
    let code = app::users::recover(&path, &typed, host.hosting())?;
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

/// A password of a request, wiped when it is dropped.
pub(super) fn proof(password: Option<String>) -> Option<app::session::Secret> {
    password.map(secret)
}
