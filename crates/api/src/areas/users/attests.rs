//! The register of attests, and what waits for a second person.

use app::users::{AttestDecision, TypedAttest, Waiting};
use app::{App, AppError};
use domain::Ore;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::roles::HeldRequest;
use super::{Nothing, proof};
use crate::ErrorReply;

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
    /// `booking-order`, `claim`, `lost`, `role` or `reset`.
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
    /// Where it is a new password for somebody: that password.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub user_password: Option<String>,
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
    let given = proof(request.user_password).filter(|given| !given.is_empty());
    let decision = given.map_or(AttestDecision::Attest, AttestDecision::Give);
    app.decide_waiting(&request.id, &decision, password)?;
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
