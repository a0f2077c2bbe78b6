//! The way of a claim: sent on, given back, approved, withdrawn, submitted.

use app::App;

use super::view::view_of;
use super::{
    ApproveClaim, ClaimView, PassClaimFinding, ReturnClaim, StepClaim, SubmitClaim, WithdrawClaim,
    comments_of, filled, step_at,
};
use crate::ErrorReply;

/// Passes a finding with a reason.
///
/// # Errors
/// When no reason is given, or there is no such finding or it cannot be passed.
pub fn pass(app: &mut App, request: PassClaimFinding) -> Result<ClaimView, ErrorReply> {
    let at = step_at(request.claim, request.id, request.version);
    let line = filled(request.line);
    let claim = app.pass_claim_finding(&at, &request.code, line.as_deref(), &request.reason)?;
    view_of(app, &claim)
}

/// Sends a claim on to be looked through.
///
/// # Errors
/// When it has no lines, or is no draft.
pub fn send(app: &mut App, request: StepClaim) -> Result<ClaimView, ErrorReply> {
    let at = step_at(request.claim, request.id, request.version);
    let claim = app.send_claim(&at)?;
    view_of(app, &claim)
}

/// Gives a claim back, with a reason and comments on its lines.
///
/// # Errors
/// When no reason is given, a comment is about no line of it, or its state does not allow it.
pub fn return_it(app: &mut App, request: ReturnClaim) -> Result<ClaimView, ErrorReply> {
    let at = step_at(request.claim, request.id, request.version);
    let claim = app.return_claim(&at, &request.reason, &comments_of(request.comments))?;
    view_of(app, &claim)
}

/// Approves a claim that nothing stops.
///
/// # Errors
/// When something stops it, or it is not being looked through.
pub fn approve(app: &mut App, request: ApproveClaim) -> Result<ClaimView, ErrorReply> {
    let at = step_at(request.claim, request.id, request.version);
    let password = crate::areas::users::proof(request.password);
    let claim = app.approve_claim(&at, password.as_deref().map(String::as_str))?;
    view_of(app, &claim)
}

/// Takes a claim back before it is submitted; its costs may be claimed anew.
///
/// # Errors
/// When no reason is given, or its state does not allow it.
pub fn withdraw(app: &mut App, request: WithdrawClaim) -> Result<ClaimView, ErrorReply> {
    let at = step_at(request.claim, request.id, request.version);
    let claim = app.withdraw_claim(&at, &request.reason)?;
    view_of(app, &claim)
}

/// Notes that an approved claim was submitted, and freezes what was.
///
/// # Errors
/// All faults of the fields at once; or it is not approved, or another claim has the receipt.
pub fn submit(app: &mut App, request: SubmitClaim) -> Result<ClaimView, ErrorReply> {
    let at = step_at(request.claim, request.id, request.version);
    let claim = app.submit_claim(&at, &request.receipt, &request.on)?;
    view_of(app, &claim)
}
