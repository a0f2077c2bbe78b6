//! "Att attestera": what others have prepared and what waits for the acting user's word.

use domain::Ore;
use domain::claim::ClaimState;
use domain::user::{Act, ActKind, Right};
use domain::voucher::OrderState;
use store::claimable::AnswerKind;
use store::claims::ClaimFilter;
use store::users::ClaimParts;

use super::AttestDecision;
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
    /// A new password that was asked for.
    Reset,
    /// That everything leaves the program.
    Exit,
}

impl WaitingKind {
    /// Its name in contracts.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            WaitingKind::Act(kind) => kind.as_str(),
            WaitingKind::Role => "role",
            WaitingKind::Reset => "reset",
            WaitingKind::Exit => "exit",
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
            waiting.extend(self.resets_waiting()?);
        }
        waiting.extend(self.exits_waiting()?);
        Ok(waiting)
    }

    fn orders_waiting(&self, waiting: &mut Vec<Waiting>) -> Result<()> {
        let read = self.read();
        let mut orders = self.orders_standing()?;
        orders.retain(|stands| stands.state == OrderState::Created);
        let (mut steps, mut boards) = (read.all_order_steps()?, read.boards_of_waiting_orders()?);
        let judge = self.attest_judge()?;
        for OrderStands { order, .. } in orders.into_iter().rev() {
            let made = steps.remove(&order.order_no).and_then(|steps| steps.into_iter().next());
            let by = made.map(|step| (step.actor.clone(), step.at.clone())).unwrap_or_default();
            let boards = boards.remove(&order.order_no).unwrap_or_default();
            let act = Act { kind: ActKind::BookingOrder, boards, amount: order.debit };
            waiting.push(Waiting {
                kind: WaitingKind::Act(act.kind),
                id: order.id.clone(),
                name: order.number.clone(),
                amount: Some(act.amount),
                hindered: judge.judge(&act, std::slice::from_ref(&by.0)).err(),
                by,
            });
        }
        Ok(())
    }

    fn claims_waiting(&self, waiting: &mut Vec<Waiting>) -> Result<()> {
        let (read, judge) = (self.read(), self.attest_judge()?);
        let in_review = ClaimFilter { state: Some(ClaimState::InReview), ..ClaimFilter::default() };
        let mut parts = read.parts_of_claims_in_review()?;
        let mut steps = read.steps_of_claims_in_review()?;
        for claim in read.claims(&in_review)? {
            let ClaimParts { boards, amount } = parts.remove(&claim.claim_no).unwrap_or_default();
            let events = steps.remove(&claim.claim_no).unwrap_or_default();
            let prepared: Vec<String> = preparers(&events).map(str::to_owned).collect();
            let act = Act { kind: ActKind::Claim, boards, amount };
            let last = events.into_iter().last().map(|event| (event.actor, event.at));
            waiting.push(Waiting {
                kind: WaitingKind::Act(act.kind),
                id: claim.id,
                name: claim.number.to_string(),
                amount: Some(amount),
                by: last.unwrap_or_default(),
                hindered: judge.judge(&act, &prepared).err(),
            });
        }
        for answer in read.claim_answers(None)? {
            if answer.kind != AnswerKind::Lost || answer.confirmed.is_some() {
                continue;
            }
            let boards = answer.cost_centre.into_iter().collect();
            let act = Act { kind: ActKind::Lost, boards, amount: answer.amount };
            waiting.push(Waiting {
                kind: WaitingKind::Act(act.kind),
                id: answer.id,
                name: answer.compensation.to_string(),
                amount: Some(answer.amount),
                hindered: judge.judge(&act, std::slice::from_ref(&answer.by.0)).err(),
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
            (WaitingKind::Reset, AttestDecision::Give(password)) => {
                self.give_reset(&id, password, proof)
            }
            (WaitingKind::Reset, AttestDecision::Attest) => {
                Err(AppError::refused(RefusalCode::NewPasswordMissing).in_field("user_password"))
            }
            (WaitingKind::Reset, AttestDecision::Return(_)) => self.end_reset(&id),
            (_, AttestDecision::Give(_)) => {
                Err(AppError::refused(RefusalCode::NothingWaits).in_field("id"))
            }
            (WaitingKind::Role, AttestDecision::Attest) => self.confirm_role(&id, proof).map(drop),
            (WaitingKind::Role, AttestDecision::Return(_)) => self.end_role(&id),
            (WaitingKind::Exit, AttestDecision::Attest) => self.confirm_exit(&id, proof),
            (WaitingKind::Exit, AttestDecision::Return(comment)) => self.return_exit(&id, comment),
        }
    }

    fn resets_waiting(&self) -> Result<Vec<Waiting>> {
        let resets = self.read().resets()?.into_iter();
        let open = resets.filter(|reset| reset.given_by.is_none() && !reset.ended);
        let waiting = open.map(|reset| Waiting {
            kind: WaitingKind::Reset,
            hindered: self.may_give(&reset).err(),
            name: reset.user,
            amount: None,
            id: reset.id,
            by: (reset.asked_by, reset.asked_at),
        });
        Ok(waiting.collect())
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
