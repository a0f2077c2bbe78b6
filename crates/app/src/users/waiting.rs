//! "Att attestera": what others have prepared and what waits for the acting user's word.

use domain::Ore;
use domain::claim::ClaimState;
use domain::user::{Act, ActKind, Right};
use domain::voucher::OrderState;
use store::claimable::AnswerKind;
use store::claims::{ClaimFilter, ClaimRecord};

use super::AttestDecision;
use super::attesting::{claim_act, order_act};
use crate::booking::OrderStands;
use crate::claims::{StepAt, preparers};
use crate::error::RefusalCode;
use crate::{App, AppError, Result, new_id};

/// What waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitingKind {
    /// Something that an attest is for.
    Act(ActKind),
    /// A role that is proposed.
    Role,
}

impl WaitingKind {
    /// Its name in contracts.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            WaitingKind::Act(kind) => kind.as_str(),
            WaitingKind::Role => "role",
        }
    }
}

/// Something that waits for a second person.
#[derive(Debug)]
pub struct Waiting {
    /// What it is.
    pub kind: WaitingKind,
    /// Its id.
    pub id: String,
    /// What it is called: a number, or the user and the role.
    pub name: String,
    /// What it moves; none: no money.
    pub amount: Option<Ore>,
    /// Who prepared it last, and when in UTC.
    pub by: (String, String),
    /// Why the acting user may not decide it; none: she or he may.
    pub hindered: Option<AppError>,
}

impl App {
    /// What waits for a second person, the oldest first of each kind.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn waiting_for_attest(&self) -> Result<Vec<Waiting>> {
        let mut waiting = Vec::new();
        if self.has_right(Right::SeeBooking)? {
            self.orders_waiting(&mut waiting)?;
        }
        if self.has_right(Right::SeeCases)? {
            self.claims_waiting(&mut waiting)?;
        }
        if self.is_logged_in() && self.has_right(Right::ManageUsers)? {
            waiting.extend(self.roles_waiting()?);
        }
        Ok(waiting)
    }

    fn orders_waiting(&self, waiting: &mut Vec<Waiting>) -> Result<()> {
        let mut orders = self.orders_standing()?;
        orders.retain(|stands| stands.state == OrderState::Created);
        for stands in orders.iter().rev() {
            waiting.push(self.order_waits(stands)?);
        }
        Ok(())
    }

    fn claims_waiting(&self, waiting: &mut Vec<Waiting>) -> Result<()> {
        let in_review = ClaimFilter { state: Some(ClaimState::InReview), ..ClaimFilter::default() };
        for claim in self.read().claims(&in_review)? {
            waiting.push(self.claim_waits(&claim)?);
        }
        for answer in self.read().claim_answers(None)? {
            if answer.kind != AnswerKind::Lost || answer.confirmed.is_some() {
                continue;
            }
            let act = Act {
                kind: ActKind::Lost,
                boards: answer.cost_centre.iter().cloned().collect(),
                amount: answer.amount,
            };
            waiting.push(Waiting {
                kind: WaitingKind::Act(ActKind::Lost),
                name: answer.compensation.to_string(),
                amount: Some(answer.amount),
                hindered: self.judge_attest(&act, &[answer.by.0.clone()]).err(),
                id: answer.id,
                by: answer.by,
            });
        }
        Ok(())
    }

    /// Attests something that waits, or gives it back. What is decided is what its own use case decides.
    ///
    /// # Errors
    /// When nothing of that id or number waits, and those of the use case.
    pub fn decide_waiting(
        &mut self,
        id: &str,
        decision: &AttestDecision,
        proof: Option<&str>,
    ) -> Result<()> {
        let waiting =
            self.waiting_for_attest()?.into_iter().find(|one| one.id == id || one.name == id);
        let nothing = || AppError::refused(RefusalCode::NothingWaits).in_field("id");
        let Waiting { kind, id, .. } = waiting.ok_or_else(nothing)?;
        let step = || StepAt { step: new_id(), claim: id.clone(), version: None };
        match (kind, decision) {
            (WaitingKind::Act(ActKind::BookingOrder), AttestDecision::Attest) => {
                self.attest_order(&id, proof)
            }
            (WaitingKind::Act(ActKind::BookingOrder), AttestDecision::Return(comment)) => {
                self.return_order(&id, comment)
            }
            (WaitingKind::Act(ActKind::Claim), AttestDecision::Attest) => {
                self.approve_claim(&step(), proof).map(drop)
            }
            (WaitingKind::Act(ActKind::Claim), AttestDecision::Return(comment)) => {
                self.return_claim(&step(), comment, &[]).map(drop)
            }
            (WaitingKind::Act(ActKind::Lost), AttestDecision::Attest) => {
                self.confirm_lost(&id, proof).map(drop)
            }
            (WaitingKind::Act(ActKind::Lost), AttestDecision::Return(comment)) => {
                self.return_lost(&id, comment)
            }
            (WaitingKind::Role, AttestDecision::Attest) => self.confirm_role(&id, proof).map(drop),
            (WaitingKind::Role, AttestDecision::Return(_)) => self.end_role(&id),
        }
    }

    fn order_waits(&self, stands: &OrderStands) -> Result<Waiting> {
        let order = &stands.order;
        let made = self.read().order_steps(order.order_no)?.into_iter().next();
        let by = made.map(|step| (step.actor.clone(), step.at.clone())).unwrap_or_default();
        let act = order_act(&self.read(), order)?;
        Ok(Waiting {
            kind: WaitingKind::Act(ActKind::BookingOrder),
            id: order.id.clone(),
            name: order.number.clone(),
            amount: Some(order.debit),
            hindered: self.judge_attest(&act, &[by.0.clone()]).err(),
            by,
        })
    }

    fn claim_waits(&self, claim: &ClaimRecord) -> Result<Waiting> {
        let events = self.read().claim_events(claim.claim_no)?;
        let act = claim_act(&self.read(), claim)?;
        let prepared: Vec<String> = preparers(&events).map(str::to_owned).collect();
        let last = events.last().map(|event| (event.actor.clone(), event.at.clone()));
        Ok(Waiting {
            kind: WaitingKind::Act(ActKind::Claim),
            id: claim.id.clone(),
            name: claim.number.to_string(),
            amount: Some(act.amount),
            hindered: self.judge_attest(&act, &prepared).err(),
            by: last.unwrap_or_default(),
        })
    }

    fn roles_waiting(&self) -> Result<Vec<Waiting>> {
        let roles = self.read().roles()?.into_iter();
        let open = roles.filter(|role| role.confirmed.is_none() && !role.ended);
        let waiting = open.map(|role| Waiting {
            kind: WaitingKind::Role,
            name: format!(
                "{} · {}",
                role.user,
                self.wording.text(&format!("role-{}", role.role.as_str()), &[])
            ),
            amount: None,
            hindered: self.may_confirm(&role).err(),
            id: role.id,
            by: role.by,
        });
        Ok(waiting.collect())
    }
}
