//! Claims: what the city asks Migrationsverket for.

mod requests;
mod view;
mod way;

use app::App;
use app::claims::{
    CandidateNamed, ClaimShown, CreateClaim as Create, Evidence, LineComment as Comment, StepAt,
    TypedLine,
};
use app::model::ClaimFilter;
use domain::Ore;
use domain::claim::ClaimState;
use domain::last_day::days_left;
use domain::person::CostCentre;
use serde::Serialize;
use ts_rs::TS;

pub use self::requests::{
    AddClaimLine, ApproveClaim, AttachEvidence, ClaimRequest, ClaimsRequest, CreateClaim,
    DetachEvidence, LineComment, NameCandidate, NoteClaimNumbers, PassClaimFinding,
    RemoveClaimLine, ReturnClaim, StepClaim, SubmitClaim, TakeCandidates, TypeAgencyAmount,
    WithdrawClaim, WriteClaimPackage,
};
pub use self::view::{
    ClaimCostView, ClaimDocumentView, ClaimEventView, ClaimFindingView, ClaimLineView,
    ClaimStepView, ClaimView, EvidenceView, PackageFileView, SubmissionView, view,
};
use self::view::{file_view, view_of};
pub use self::way::{approve, pass, return_it, send, submit, withdraw};
use super::candidates::{CandidateView, candidate_views};
use super::persons::left_out_text;
use crate::ErrorReply;

/// A claim in a list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ClaimBrief {
    /// Its id.
    pub claim: String,
    /// Its number, such as `Å2026-0001`.
    pub number: String,
    /// Code of the law.
    pub compensation: String,
    /// Its short name.
    pub compensation_name: String,
    /// `2026Q2`, `2026` or two days with a slash between them.
    pub period: String,
    /// Cost centre of the unit; none: several share it, or it is hidden with a protected person.
    pub unit: Option<String>,
    /// Its name.
    pub unit_name: Option<String>,
    /// `draft`, `in-review`, `returned`, `approved`, `submitted` or `withdrawn`.
    pub state: String,
    /// How many lines.
    pub lines: u32,
    /// What they sum to.
    pub sum_ore: i64,
    /// The cautious last day; none where the law sets none, or it hangs on a person.
    pub cautious: Option<String>,
    /// Days left until then on the business date; negative where it has passed.
    pub days_left: Option<i64>,
}

/// Claims in one state.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ClaimStateSum {
    /// The state.
    pub state: String,
    /// How many.
    pub count: u32,
    /// What they sum to.
    pub sum_ore: i64,
}

/// Claims.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Claims {
    /// The latest first.
    pub claims: Vec<ClaimBrief>,
    /// The states of all of them, in the order of the way, those that any is in.
    pub states: Vec<ClaimStateSum>,
    /// Protected persons, whose claims a list of one unit leaves out: all there are.
    pub left_out: u64,
    /// The same in words; empty where nobody is left out.
    pub left_out_text: String,
}

/// What may be claimed and fits a claim.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ClaimCandidates {
    /// The nearest last day first.
    pub rows: Vec<CandidateView>,
    /// What they sum to.
    pub sum_ore: i64,
}

/// Files that were written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PackageWritten {
    /// The folder.
    pub path: String,
    /// The files.
    pub files: Vec<PackageFileView>,
}

fn filled(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty())
}

fn id_or_new(id: Option<String>) -> String {
    filled(id).unwrap_or_else(app::new_id)
}

fn step_at(claim: String, id: Option<String>, version: Option<u32>) -> StepAt {
    StepAt { claim, step: id_or_new(id), version }
}

/// Claims by state, with what they sum to and the cautious last day.
///
/// # Errors
/// When a filter cannot be read, or the database cannot be read.
pub fn list(app: &mut App, request: ClaimsRequest) -> Result<Claims, ErrorReply> {
    let state = filled(request.state).map(|text| {
        ClaimState::parse(&text).ok_or_else(|| ErrorReply::bad_request("state", &text))
    });
    let state = state.transpose()?;
    let filter = ClaimFilter {
        state: None,
        compensation: filled(request.compensation).map(domain::codes::CompensationCode),
        cost_centre: filled(request.unit).map(CostCentre),
    };
    let of_unit = filter.cost_centre.is_some();
    let hidden = app.claims_with_hidden_units()?;
    let mut found = app.claims(&filter)?;
    // Which unit bore something for a protected person is protected too.
    found.retain(|shown| !of_unit || !hidden.contains(&shown.claim.claim_no));
    let states = ClaimState::ALL.iter().filter_map(|state| {
        let of_state = || found.iter().filter(|shown| shown.claim.state == *state);
        let count = u32::try_from(of_state().count()).ok().filter(|count| *count > 0)?;
        let sum: Ore = of_state().map(|shown| shown.sum.amount).sum();
        Some(ClaimStateSum { state: state.as_str().to_owned(), count, sum_ore: sum.0 })
    });
    let states = states.collect();
    let shown = found.iter().filter(|shown| state.is_none_or(|state| shown.claim.state == state));
    let law = app.law_in_force()?;
    let boards = app.boards()?;
    let brief = |shown: &ClaimShown| {
        let claim = &shown.claim;
        let unit = claim.cost_centre.as_ref().filter(|_| !hidden.contains(&claim.claim_no));
        let cautious = shown.last_days.map(|days| days.cautious);
        ClaimBrief {
            claim: claim.id.clone(),
            number: claim.number.to_string(),
            compensation: claim.compensation.0.clone(),
            compensation_name: law
                .catalogue
                .get(&claim.compensation)
                .map_or_else(String::new, |found| found.short_name.clone()),
            period: domain::deadline::ClaimedDays::from(claim.period).to_string(),
            unit: unit.map(|centre| centre.0.clone()),
            unit_name: unit.and_then(|centre| {
                boards.iter().find(|(known, _)| known == centre).map(|(_, name)| name.clone())
            }),
            state: claim.state.as_str().to_owned(),
            lines: shown.sum.lines,
            sum_ore: shown.sum.amount.0,
            cautious: cautious.map(|day| day.to_string()),
            days_left: cautious.map(|day| days_left(day, app.today())),
        }
    };
    let left_out = if of_unit { app.left_out()? } else { 0 };
    Ok(Claims {
        claims: shown.map(brief).collect(),
        states,
        left_out_text: left_out_text(left_out),
        left_out,
    })
}

/// Makes a claim as a draft. The same id once more makes no second one.
///
/// # Errors
/// All faults of the fields at once.
pub fn create(app: &mut App, request: CreateClaim) -> Result<ClaimView, ErrorReply> {
    let claim = app.create_claim(&Create {
        id: id_or_new(request.id),
        compensation: request.compensation.unwrap_or_default(),
        period: request.period.unwrap_or_default(),
        unit: request.unit.unwrap_or_default(),
        candidates: request.candidates.map(named),
        from: request.from.unwrap_or_default(),
    })?;
    view_of(app, &claim)
}

fn named(candidates: Vec<NameCandidate>) -> Vec<CandidateNamed> {
    let named = |one: NameCandidate| CandidateNamed {
        person: one.person,
        period: one.period.unwrap_or_default(),
    };
    candidates.into_iter().map(named).collect()
}

/// What may be claimed and fits the claim: what [`take`] would add.
///
/// # Errors
/// When there is no such claim, or the database cannot be read.
pub fn candidates(app: &mut App, request: ClaimRequest) -> Result<ClaimCandidates, ErrorReply> {
    let claim = app.claim(&request.claim)?;
    let found = app.candidates_for_claim(&claim)?;
    let sum: Ore = found.iter().map(app::candidates::Candidate::amount).sum();
    Ok(ClaimCandidates { rows: candidate_views(app, &found)?, sum_ore: sum.0 })
}

/// Adds lines of what may be claimed, in one step.
///
/// # Errors
/// When nothing fits, or one that is named cannot be claimed.
pub fn take(app: &mut App, request: TakeCandidates) -> Result<ClaimView, ErrorReply> {
    let at = step_at(request.claim, request.id, request.version);
    let claim = app.take_candidates(&at, &named(request.candidates))?;
    view_of(app, &claim)
}

/// Adds a line.
///
/// # Errors
/// All faults of the fields at once; or a cost cannot be asked for, or the law gives no amount and none is
/// typed.
pub fn add_line(app: &mut App, request: AddClaimLine) -> Result<ClaimView, ErrorReply> {
    let at = step_at(request.claim, request.id, request.version);
    let typed = TypedLine {
        id: at.step.clone(),
        person: request.person,
        from: request.from.unwrap_or_default(),
        until: request.until.unwrap_or_default(),
        amount: request.amount_ore.map(Ore),
        costs: request.costs,
        unit: request.unit.unwrap_or_default(),
    };
    let claim = app.add_claim_line(&at, &typed)?;
    view_of(app, &claim)
}

/// Removes a line; its costs may be claimed anew.
///
/// # Errors
/// When there is no such line, or the claim cannot be changed any more.
pub fn remove_line(app: &mut App, request: RemoveClaimLine) -> Result<ClaimView, ErrorReply> {
    let at = step_at(request.claim, request.id, request.version);
    let claim = app.remove_claim_line(&at, &request.line)?;
    view_of(app, &claim)
}

/// Keeps what the agency's service computed for a line.
///
/// # Errors
/// When it differs and nothing says why, or the claim is submitted or withdrawn.
pub fn service(app: &mut App, request: TypeAgencyAmount) -> Result<ClaimView, ErrorReply> {
    let at = step_at(request.claim, request.id, request.version);
    let amount = request.service_ore.map(Ore);
    let claim = app.type_service_amount(&at, &request.line, amount, &request.difference)?;
    view_of(app, &claim)
}

/// Notes the city's diary number and the agency's case number.
///
/// # Errors
/// All faults of the fields at once.
pub fn numbers(app: &mut App, request: NoteClaimNumbers) -> Result<ClaimView, ErrorReply> {
    let at = step_at(request.claim, request.id, request.version);
    let claim = app.note_claim_numbers(&at, &request.diary_number, &request.agency_number)?;
    view_of(app, &claim)
}

/// Keeps evidence of a claim in the encrypted database.
///
/// # Errors
/// When the file is empty, too large, encrypted, of a kind that runs, there already, or cannot be read.
pub fn attach(app: &mut App, request: AttachEvidence) -> Result<ClaimView, ErrorReply> {
    let at = step_at(request.claim, request.id, request.version);
    let evidence = Evidence {
        path: request.path.into(),
        evidence: request.evidence,
        line: filled(request.line),
    };
    let claim = app.attach_evidence(&at, &evidence)?;
    view_of(app, &claim)
}

/// Takes evidence out of a claim.
///
/// # Errors
/// When there is no such document, or the claim cannot be changed any more.
pub fn detach(app: &mut App, request: DetachEvidence) -> Result<ClaimView, ErrorReply> {
    let at = step_at(request.claim, request.id, request.version);
    let claim = app.detach_evidence(&at, &request.document)?;
    view_of(app, &claim)
}

/// Writes the package of a claim into a folder and leaves an event.
///
/// # Errors
/// When no reason is given where a protected person stands in the claim, or a file cannot be written.
pub fn package(app: &mut App, request: WriteClaimPackage) -> Result<PackageWritten, ErrorReply> {
    let reason = request.reason.unwrap_or_default();
    let files = app.write_claim_package(&request.claim, request.path.as_ref(), &reason)?;
    let files =
        files.iter().map(|file| file_view(&file.name, file.data.len() as u64, &file.sha256));
    Ok(PackageWritten { files: files.collect(), path: request.path })
}

fn comments_of(comments: Vec<LineComment>) -> Vec<Comment> {
    comments.into_iter().map(|said| Comment { line: said.line, text: said.text }).collect()
}
