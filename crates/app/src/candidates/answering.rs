//! Saying why something is not claimed.

use domain::Ore;
use domain::deadline::ClaimedDays;
use domain::user::{Act, ActKind};
use serde_json::json;
use store::claimable::{AnswerKind, AnswerRecord, NewAnswer};
use store::{Changed, Ending, Read};

use super::Candidate;
use crate::error::{AppError, RefusalCode};
use crate::typed::{keep, reason_typed, text_typed};
use crate::{Action, App, Result};

/// Longest reason, in characters.
const LONGEST: usize = 500;

/// What somebody answers instead of a claim.
#[derive(Clone, Debug)]
pub struct TypedAnswer {
    /// The client's id.
    pub id: String,
    /// The register's own Person-id.
    pub person: String,
    /// Code of the law.
    pub compensation: String,
    /// The candidate's period: a quarter, a year, or two days.
    pub period: String,
    /// Why.
    pub reason: String,
}

impl App {
    /// Notes that a candidate cannot be claimed. The same once more changes nothing.
    ///
    /// # Errors
    /// All faults of the fields at once; or there is no such candidate.
    pub fn answer_candidate(&mut self, typed: &TypedAnswer) -> Result<AnswerRecord> {
        self.answer(Action::AnswerClaim, AnswerKind::NotClaimable, typed)
    }

    /// Notes that the last day of a candidate has passed, so that its money is lost. It counts as said by one
    /// person until another has stood for it.
    ///
    /// # Errors
    /// As [`App::answer_candidate`]; or it can still be claimed.
    pub fn lose_candidate(&mut self, typed: &TypedAnswer) -> Result<AnswerRecord> {
        self.answer(Action::LoseClaim, AnswerKind::Lost, typed)
    }

    fn answer(
        &mut self,
        action: Action,
        kind: AnswerKind,
        typed: &TypedAnswer,
    ) -> Result<AnswerRecord> {
        self.change(action, |write| {
            if write.claim_answer(&typed.id)?.is_some() {
                return Ok(Ending::Nothing(()));
            }
            let candidate = self.candidate_typed(typed)?;
            let reason = text_typed(reason_typed(&typed.reason)?, LONGEST)
                .map_err(|fault| fault.in_field("reason"))?;
            if kind == AnswerKind::Lost
                && let Some(days) =
                    candidate.last_days.filter(|days| days.statutory >= self.today())
            {
                let early = AppError::refused(RefusalCode::StillClaimable);
                return Err(early.with("last_day", days.statutory));
            }
            write.add_claim_answer(&NewAnswer {
                id: &typed.id,
                kind,
                person: candidate.person,
                compensation: &candidate.compensation,
                period: candidate.period.days(),
                cost_centre: candidate.cost_centre.as_ref(),
                amount: candidate.amount(),
                reason: &reason,
            })?;
            let detail = json!({
                "kind": kind.as_str(), "person": write.person_id(candidate.person)?.0,
                "compensation": candidate.compensation, "period": candidate.period.to_string(),
                "amount_ore": candidate.amount(),
            });
            Ok(Ending::Changed(Changed { value: (), object: typed.id.clone(), detail }))
        })?;
        known(&self.read(), &typed.id)
    }

    /// Stands for what somebody else has said is lost.
    ///
    /// # Errors
    /// When there is no such answer, it is no loss, the acting person said it, or no attest covers it.
    pub fn confirm_lost(&mut self, id: &str, proof: Option<&str>) -> Result<AnswerRecord> {
        let prover = self.prove_where_needed(proof)?;
        self.change(Action::ConfirmLost, |write| {
            let answer = known(write, id)?;
            if answer.kind != AnswerKind::Lost {
                return Err(AppError::refused(RefusalCode::NoSuchAnswer).in_field("id"));
            }
            if answer.confirmed.is_some() {
                return Ok(Ending::Nothing(()));
            }
            if answer.by.0 == self.actor() {
                return Err(AppError::refused(RefusalCode::OwnLoss));
            }
            let boards = answer.cost_centre.iter().cloned().collect();
            let act = Act { kind: ActKind::Lost, boards, amount: answer.amount };
            self.judge_attest(&act, std::slice::from_ref(&answer.by.0))?;
            write.confirm_claim_answer(id)?;
            if let Some(prover) = &prover {
                self.sign(write, prover, Action::ConfirmLost, id)?;
            }
            let detail = json!({ "amount_ore": answer.amount });
            let object = id.to_owned();
            Ok(Ending::Changed(Changed { value: (), object, detail }))
        })?;
        // Who stands for it is known once the event is written.
        known(&self.read(), id)
    }

    /// Gives back what somebody else has said is lost, with what is wrong: the candidate is there again.
    ///
    /// # Errors
    /// When nothing is said, or there is no such loss that waits.
    pub fn return_lost(&mut self, id: &str, comment: &str) -> Result<()> {
        let comment = reason_typed(comment)?;
        self.change(Action::ReturnLost, |write| {
            let answer = known(write, id)?;
            if answer.kind != AnswerKind::Lost || answer.confirmed.is_some() {
                return Err(AppError::refused(RefusalCode::NoSuchAnswer).in_field("id"));
            }
            write.withdraw_claim_answer(id)?;
            let detail = json!({ "amount_ore": answer.amount, "reason": comment });
            Ok(Changed { value: (), object: id.to_owned(), detail })
        })
    }

    /// Takes an answer back: the candidate is there again. A loss that two persons stand for stays.
    ///
    /// # Errors
    /// When there is no such answer, or it is a loss that is confirmed.
    pub fn withdraw_answer(&mut self, id: &str) -> Result<()> {
        self.change(Action::AnswerClaim, |write| {
            let answer = known(write, id)?;
            if answer.confirmed.is_some() {
                return Err(AppError::refused(RefusalCode::LossConfirmed));
            }
            write.withdraw_claim_answer(id)?;
            let detail = json!({ "withdrawn": true, "amount_ore": answer.amount });
            Ok(Changed { value: (), object: id.to_owned(), detail })
        })
    }

    /// The candidate that somebody means.
    fn candidate_typed(&self, typed: &TypedAnswer) -> Result<Candidate> {
        let mut faults = Vec::new();
        let person = keep(self.person_no(&typed.person), "person", &mut faults);
        let code = keep(self.compensation_typed(&typed.compensation), "compensation", &mut faults);
        let period: Result<ClaimedDays> = typed.period.parse().map_err(|_| {
            AppError::refused(RefusalCode::ClaimPeriodWrong).with("text", &typed.period)
        });
        let period = keep(period, "period", &mut faults);
        let (Some(person), Some(code), Some(period)) = (person, code, period) else {
            return Err(AppError::one_or_several(faults));
        };
        let found = self.candidates_of(person, self.today())?.candidates.found;
        let is_meant = |one: &Candidate| one.compensation == code && one.period == period;
        let found = found.into_iter().find(is_meant);
        found.ok_or_else(|| AppError::refused(RefusalCode::NoSuchCandidate).in_field("period"))
    }
}

fn known(read: &Read<'_>, id: &str) -> Result<AnswerRecord> {
    let found = read.claim_answer(id)?;
    found.ok_or_else(|| AppError::refused(RefusalCode::NoSuchAnswer).in_field("id"))
}

/// What is lost by these answers.
pub(super) fn lost(answers: &[AnswerRecord]) -> Ore {
    answers.iter().filter(|one| one.kind == AnswerKind::Lost).map(|one| one.amount).sum()
}
