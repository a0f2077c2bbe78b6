//! The way of a claim: sent on, given back, approved, withdrawn.

use domain::Severity;
use domain::claim::{Approval, ClaimState, approval};
use domain::claim_check::ClaimFindingCode;
use serde_json::json;
use store::claims::{ClaimEvent, ClaimRecord};

use super::{ClaimFinding, StepAt, WORDS_LENGTH, go_on, require_open};
use crate::error::{AppError, RefusalCode};
use crate::typed::{reason_typed, text_typed};
use crate::users::claim_act;
use crate::{Action, App, Result};

/// What is said about a line when a claim is given back.
#[derive(Clone, Debug)]
pub struct LineComment {
    /// The line's id.
    pub line: String,
    /// What is said.
    pub text: String,
}

impl App {
    /// Sends a claim on to be looked through.
    ///
    /// # Errors
    /// When it has no lines, or the table of steps does not allow it.
    pub fn send_claim(&mut self, at: &StepAt) -> Result<ClaimRecord> {
        self.claim_step(Action::SendClaim, at, |write, claim| {
            go_on(claim, ClaimState::InReview)?;
            if write.claim_lines(claim.claim_no)?.is_empty() {
                return Err(AppError::refused(RefusalCode::ClaimBlocked).with("count", 1));
            }
            Ok(json!({ "step": "sent" }))
        })
    }

    /// Gives a claim back, with a reason and comments on its lines.
    ///
    /// # Errors
    /// When no reason is given, a comment is about no line of the claim, or the table of steps does not
    /// allow it.
    pub fn return_claim(
        &mut self,
        at: &StepAt,
        reason: &str,
        comments: &[LineComment],
    ) -> Result<ClaimRecord> {
        self.claim_step(Action::ReturnClaim, at, |write, claim| {
            go_on(claim, ClaimState::Returned)?;
            let reason = long_reason(reason)?;
            let lines = write.claim_lines(claim.claim_no)?;
            let mut said = Vec::new();
            for comment in comments {
                if !lines.iter().any(|line| line.id == comment.line) {
                    let missing = AppError::refused(RefusalCode::NoSuchClaimLine);
                    return Err(missing.in_field("comments"));
                }
                let text = text_typed(&comment.text, WORDS_LENGTH);
                let text = text.map_err(|fault| fault.in_field("comments"))?;
                if !text.is_empty() {
                    said.push(json!({ "line": comment.line, "text": text }));
                }
            }
            Ok(json!({ "step": "returned", "reason": reason, "comments": said }))
        })
    }

    /// Approves a claim that has no finding that stops it: where there are users somebody who did not
    /// prepare it, whose attest covers it, and signed; in one person's database the approval of whoever
    /// has prepared it carries a mark.
    ///
    /// # Errors
    /// When something stops it, the table of steps does not allow it, or no attest covers it.
    pub fn approve_claim(&mut self, at: &StepAt, proof: Option<&str>) -> Result<ClaimRecord> {
        let prover = self.prove_where_needed(proof)?;
        self.claim_step(Action::ApproveClaim, at, |write, claim| {
            go_on(claim, ClaimState::Approved)?;
            let findings = self.check_claim(claim)?;
            let stopping = findings.iter().filter(|finding| finding.stops()).count();
            if stopping > 0 {
                return Err(AppError::refused(RefusalCode::ClaimBlocked).with("count", stopping));
            }
            let events = write.claim_events(claim.claim_no)?;
            let alone = approval(preparers(&events), self.actor()) == Approval::Alone;
            let prepared: Vec<String> = preparers(&events).map(str::to_owned).collect();
            self.judge_attest(&claim_act(write, claim)?, &prepared)?;
            if let Some(prover) = &prover {
                self.sign(write, prover, Action::ApproveClaim, &claim.id)?;
            }
            Ok(json!({ "step": "approved", "alone": alone }))
        })
    }

    /// Takes a claim back before it is submitted; its costs may be claimed anew.
    ///
    /// # Errors
    /// When no reason is given, or the table of steps does not allow it.
    pub fn withdraw_claim(&mut self, at: &StepAt, reason: &str) -> Result<ClaimRecord> {
        self.claim_step(Action::WithdrawClaim, at, |write, claim| {
            go_on(claim, ClaimState::Withdrawn)?;
            let reason = long_reason(reason)?;
            write.release_costs_of_claim(claim.claim_no)?;
            Ok(json!({ "step": "withdrawn", "reason": reason }))
        })
    }

    /// Passes a finding with a reason: of a line, or of the whole claim.
    ///
    /// # Errors
    /// When no reason is given, or there is no such finding or it cannot be passed.
    pub fn pass_claim_finding(
        &mut self,
        at: &StepAt,
        code: &str,
        line: Option<&str>,
        reason: &str,
    ) -> Result<ClaimRecord> {
        self.claim_step(Action::PassClaimFinding, at, |_, claim| {
            require_open(claim)?;
            let reason = long_reason(reason)?;
            let found = self.check_claim(claim)?;
            let meant = ClaimFindingCode::parse(code).filter(|code| code.may_be_passed());
            let is_meant = |one: &&ClaimFinding| {
                Some(one.code) == meant && one.line.as_deref() == line && one.passed.is_none()
            };
            if found.iter().find(is_meant).is_none() {
                return Err(AppError::refused(RefusalCode::NoSuchClaimFinding).in_field("code"));
            }
            Ok(json!({ "step": "passed", "finding": code, "line": line, "reason": reason }))
        })
    }

    /// Whether the approval that stands was given by one of those who had prepared the claim.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn is_claim_approved_alone(&self, claim: &ClaimRecord) -> Result<bool> {
        let events = self.read().claim_events(claim.claim_no)?;
        let last = events.iter().rev().find(|event| event.content["step"] == "approved");
        let stands = matches!(claim.state, ClaimState::Approved | ClaimState::Submitted);
        Ok(stands && last.is_some_and(|event| event.content["alone"] == true))
    }
}

impl ClaimFinding {
    /// Whether the claim cannot be approved with it.
    #[must_use]
    pub fn stops(&self) -> bool {
        self.code.severity() == Severity::Error && self.passed.is_none()
    }
}

/// Who has prepared a claim: whoever took a step but those of looking it through.
pub(crate) fn preparers(events: &[ClaimEvent]) -> impl Iterator<Item = &str> {
    let judged = |event: &&ClaimEvent| {
        !["returned", "approved"].contains(&event.content["step"].as_str().unwrap_or_default())
    };
    events.iter().filter(judged).map(|event| event.actor.as_str())
}

fn long_reason(text: &str) -> Result<String> {
    let reason = text_typed(reason_typed(text)?, WORDS_LENGTH);
    reason.map_err(|fault| fault.in_field("reason"))
}
