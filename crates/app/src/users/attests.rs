//! The attest register: what the board has decided, entered by an administrator.

use std::collections::BTreeSet;

use domain::Ore;
use domain::user::{ActKind, AttestRight, Role};
use serde_json::json;
use store::users::{AttestRecord, NewAttest};
use store::{Changed, Ending};

use super::DECISION_LENGTH;
use super::entering::user_named;
use crate::error::{AppError, RefusalCode};
use crate::typed::{keep, text_typed};
use crate::{Action, App, Result};

/// An attest to be entered, as typed.
#[derive(Clone, Debug, Default)]
pub struct TypedAttest {
    /// The client's id.
    pub id: String,
    /// Who is to hold it.
    pub user: String,
    /// The number of the board's decision.
    pub decision: String,
    /// Boards (ansvar) that it covers; none: every board.
    pub boards: Vec<String>,
    /// What it may be for, by names of contracts.
    pub kinds: Vec<String>,
    /// The largest amount of one act; none: without limit.
    pub limit: Option<Ore>,
    /// For whom it is held as a substitute.
    pub substitute_for: Option<String>,
    /// First day, ISO; none: today.
    pub from: Option<String>,
    /// Last day, ISO; none: until further notice.
    pub until: Option<String>,
}

impl App {
    /// Enters an attest. It covers something only while its holder has the role of attestant, which two
    /// administrators give. Signed.
    ///
    /// # Errors
    /// When what is typed is wrong, it is the acting person's own, or its password is missing.
    pub fn add_attest(&mut self, typed: &TypedAttest, proof: Option<&str>) -> Result<AttestRecord> {
        self.need_users()?;
        let (decision, right) = self.attest_typed(typed)?;
        let prover = self.prove(proof)?;
        self.change(Action::AddAttest, |write| {
            let there = |write: &store::Write<'_>| write.attest(&typed.id);
            if let Some(known) = there(write)? {
                let same = known.right == right && known.decision == decision;
                AppError::require_same(same, &typed.id)?;
                return Ok(Ending::Nothing(known));
            }
            let user = user_named(write, &typed.user)?;
            self.refuse_own(&user.name)?;
            let roles = write.roles_of(user.user_no)?;
            let attests = |role: &store::users::RoleRecord| {
                role.role == Role::Attestant && role.confirmed.is_some() && !role.ended
            };
            if !roles.iter().any(attests) {
                return Err(AppError::refused(RefusalCode::NoAttestant).in_field("user"));
            }
            let instead = typed.substitute_for.as_deref();
            let instead = instead.map(|name| user_named(write, name)).transpose();
            let instead = instead.map_err(|fault| fault.in_field("substitute_for"))?;
            if instead.is_some() && right.held.until.is_none() {
                let refused = AppError::refused(RefusalCode::StandInWrong);
                return Err(refused.in_field("substitute_for"));
            }
            write.add_attest(&NewAttest {
                id: &typed.id,
                user_no: user.user_no,
                decision: &decision,
                substitute_for: instead.map(|one| one.user_no),
                right: &right,
            })?;
            self.sign(write, &prover, Action::AddAttest, &typed.id)?;
            let value = there(write)?.ok_or(store::StoreError::Damaged("attest_right"))?;
            let detail = json!({
                "user": user.name, "decision": decision, "limit_ore": right.limit,
            });
            Ok(Ending::Changed(Changed { value, object: typed.id.clone(), detail }))
        })
    }

    /// Ends an attest.
    ///
    /// # Errors
    /// When there is none.
    pub fn end_attest(&mut self, id: &str) -> Result<()> {
        self.need_users()?;
        self.change(Action::EndAttest, |write| {
            let found = write.attest(id)?;
            let found =
                found.ok_or_else(|| AppError::refused(RefusalCode::NoSuchAttest).in_field("id"))?;
            if found.ended {
                return Ok(Ending::Nothing(()));
            }
            write.end_attest(id)?;
            let detail = json!({ "user": found.user, "decision": found.decision });
            Ok(Ending::Changed(Changed { value: (), object: id.to_owned(), detail }))
        })
    }

    fn attest_typed(&self, typed: &TypedAttest) -> Result<(String, AttestRight)> {
        let mut faults = Vec::new();
        let decision = text_typed(&typed.decision, DECISION_LENGTH).and_then(|text| {
            let missing = || AppError::refused(RefusalCode::DecisionNumberMissing);
            if text.is_empty() { Err(missing()) } else { Ok(text) }
        });
        let decision = keep(decision, "decision", &mut faults);
        let boards = keep(self.boards_typed(&typed.boards), "boards", &mut faults);
        let kind = |text: &String| {
            let unknown = || AppError::refused(RefusalCode::UnknownAct).with("text", text);
            ActKind::parse(text).ok_or_else(unknown)
        };
        let kinds: Result<BTreeSet<ActKind>> = typed.kinds.iter().map(kind).collect();
        let kinds = keep(kinds, "kinds", &mut faults);
        if kinds.as_ref().is_some_and(BTreeSet::is_empty) {
            let missing = AppError::refused(RefusalCode::UnknownAct).with("text", "");
            faults.push(missing.in_field("kinds"));
        }
        if typed.limit.is_some_and(|limit| limit.0 <= 0) {
            faults.push(AppError::refused(RefusalCode::AttestLimit).in_field("limit_ore"));
        }
        let held =
            self.held_typed(typed.from.as_deref(), typed.until.as_deref(), ["from", "until"]);
        let held = held.map_err(|fault| faults.push(fault)).ok();
        if let Some(faults) = AppError::all(faults) {
            return Err(faults);
        }
        match (decision, boards, kinds, held) {
            (Some(decision), Some(boards), Some(kinds), Some(held)) => {
                let boards = boards.into_iter().collect();
                Ok((decision, AttestRight { boards, kinds, limit: typed.limit, held }))
            }
            _ => Err(store::StoreError::Damaged("attest").into()),
        }
    }
}
