//! Saying why something is not claimed.

use app::App;
use app::candidates::TypedAnswer;
use app::model::AnswerRecord;
use domain::deadline::ClaimedDays;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CandidatesRequest, CandidatesView, Names, list};
use crate::ErrorReply;
use crate::areas::persons::PersonBrief;
use crate::listing::Part;

/// What was answered instead of a claim.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ClaimAnswerView {
    /// Its id.
    pub answer: String,
    /// `not-claimable` or `lost`.
    pub kind: String,
    /// The register's own Person-id.
    pub person: String,
    /// Who it is, as lists show it.
    pub brief: PersonBrief,
    /// The compensation's code.
    pub compensation: String,
    /// What it was about.
    pub period: String,
    /// What it was when it was answered.
    pub amount_ore: i64,
    /// The reason.
    pub reason: String,
    /// Who answered.
    pub by: String,
    /// When, in UTC.
    pub at: String,
    /// Who stands for it besides.
    pub confirmed_by: Option<String>,
}

/// Answers a candidate.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct AnswerCandidate {
    /// The client's id.
    pub id: String,
    /// The register's own Person-id.
    pub person: String,
    /// Code of the law.
    pub compensation: String,
    /// The candidate's period.
    pub period: String,
    /// Why.
    pub reason: String,
}

/// Names an answer.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct AnswerRequest {
    /// Its id.
    pub id: String,
}

/// Stands for what somebody else has said is lost.
#[derive(Clone, Deserialize, TS)]
pub struct ConfirmLost {
    /// The answer's id.
    pub id: String,
    /// The acting user's password, once more; nothing in one person's database.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub password: Option<String>,
}

impl Names {
    pub(super) fn answer(&self, answer: &AnswerRecord) -> Result<ClaimAnswerView, ErrorReply> {
        let brief = self.brief(answer.person)?;
        Ok(ClaimAnswerView {
            answer: answer.id.clone(),
            kind: answer.kind.as_str().to_owned(),
            person: brief.person.clone(),
            brief,
            compensation: answer.compensation.0.clone(),
            period: ClaimedDays::from(answer.period).to_string(),
            amount_ore: answer.amount.0,
            reason: answer.reason.clone(),
            by: answer.by.0.clone(),
            at: answer.by.1.clone(),
            confirmed_by: answer.confirmed.as_ref().map(|(by, _)| by.clone()),
        })
    }
}

fn typed(request: AnswerCandidate) -> TypedAnswer {
    let AnswerCandidate { id, person, compensation, period, reason } = request;
    TypedAnswer { id, person, compensation, period, reason }
}

fn answered(app: &App, answer: &AnswerRecord) -> Result<ClaimAnswerView, ErrorReply> {
    Names::of(app, [answer.person], app.today())?.answer(answer)
}

/// Notes that a candidate cannot be claimed.
///
/// # Errors
/// All faults of the fields at once; or there is no such candidate.
pub fn answer(app: &mut App, request: AnswerCandidate) -> Result<ClaimAnswerView, ErrorReply> {
    let kept = app.answer_candidate(&typed(request))?;
    answered(app, &kept)
}

/// Notes that the last day of a candidate has passed.
///
/// # Errors
/// As [`answer`]; or it can still be claimed.
pub fn lose(app: &mut App, request: AnswerCandidate) -> Result<ClaimAnswerView, ErrorReply> {
    let kept = app.lose_candidate(&typed(request))?;
    answered(app, &kept)
}

/// Stands for what somebody else has said is lost.
///
/// # Errors
/// When there is no such loss, or the acting person said it.
pub fn confirm(app: &mut App, request: ConfirmLost) -> Result<ClaimAnswerView, ErrorReply> {
    let password = crate::areas::users::proof(request.password);
    let kept = app.confirm_lost(&request.id, password.as_deref().map(String::as_str))?;
    answered(app, &kept)
}

/// Takes an answer back.
///
/// # Errors
/// When there is no such answer, or two persons stand for it.
pub fn withdraw(app: &mut App, request: AnswerRequest) -> Result<CandidatesView, ErrorReply> {
    app.withdraw_answer(&request.id)?;
    list(app, CandidatesRequest::default(), Part::FIRST)
}
