//! One claim: its lines, findings, evidence, way and what was submitted.

use std::collections::HashMap;

use app::App;
use app::claims::{ClaimFinding, ClaimLineShown};
use app::model::{ClaimDocument, ClaimEvent, ClaimRecord, Submission};
use domain::Severity;
use domain::claim::ClaimState;
use domain::deadline::ClaimedDays;
use domain::last_day::days_left;
use serde::Serialize;
use ts_rs::TS;

use super::ClaimRequest;
use crate::areas::persons::{PersonBrief, brief};
use crate::{ErrorReply, texts};

/// A cost that a line asks for.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ClaimCostView {
    /// The cost's id.
    pub cost: String,
    /// Number in the finance system; empty: none known.
    pub voucher: String,
    /// First day.
    pub from: String,
    /// Last day, inclusive.
    pub until: String,
    /// The person's part.
    pub amount_ore: i64,
}

/// A line. Of a protected person whom nobody has opened no more is told than amount and days.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ClaimLineView {
    /// Its id.
    pub line: String,
    /// Person-id.
    pub person: String,
    /// What lists show of the person.
    pub brief: PersonBrief,
    /// Dossier number or full personal number, as the agency's service takes it.
    pub number: Option<String>,
    /// First day.
    pub from: String,
    /// Last day, inclusive.
    pub until: String,
    /// Cost centre of the unit.
    pub unit: Option<String>,
    /// What is asked for.
    pub amount_ore: i64,
    /// What the agency's service computed, where somebody has typed it.
    pub service_ore: Option<i64>,
    /// Why that is another amount.
    pub difference: String,
    /// How the amount was counted, a sentence a step, as it was worded when the line was made.
    pub explanation: Vec<String>,
    /// The costs that it asks for.
    pub costs: Vec<ClaimCostView>,
    /// What was said about it when the claim was given back last.
    pub comment: Option<String>,
}

/// What was found.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ClaimFindingView {
    /// Stable code.
    pub code: String,
    /// `error` or `warning`.
    pub severity: String,
    /// Whether the claim cannot be approved with it.
    pub stops: bool,
    /// The id of the line that it is about; none: the whole claim.
    pub line: Option<String>,
    /// What was found and how to go on.
    pub message: String,
    /// Whether it may be passed with a reason.
    pub may_be_passed: bool,
    /// Why it was passed, where it was.
    pub passed: Option<String>,
}

/// Evidence that the claim needs.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EvidenceView {
    /// Its code.
    pub evidence: String,
    /// In words.
    pub text: String,
    /// Whether any document is it.
    pub there: bool,
}

/// A document without its bytes.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ClaimDocumentView {
    /// Its id.
    pub document: String,
    /// Code of the evidence that it is.
    pub evidence: String,
    /// In words.
    pub evidence_text: String,
    /// The file's own name; none while a protected person stands in the claim whom nobody has opened.
    pub name: Option<String>,
    /// The id of the line that it proves; none: the whole claim.
    pub line: Option<String>,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
}

/// A step of the way.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ClaimEventView {
    /// The claim's version after it.
    pub version: u32,
    /// When, in UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// What was done, in a sentence.
    pub what: String,
    /// The reason; empty where none was given.
    pub reason: String,
}

/// A state that the claim may go on to.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ClaimStepView {
    /// The state.
    pub to: String,
}

/// How a claim was submitted.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SubmissionView {
    /// Receipt number, or proof of dispatch.
    pub receipt: String,
    /// The moment on it.
    pub on: String,
    /// Who noted it.
    pub actor: String,
    /// When, in UTC.
    pub at: String,
}

/// A file of a package.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PackageFileView {
    /// Its name.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
}

/// A claim.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ClaimView {
    /// Its id.
    pub claim: String,
    /// Its number.
    pub number: String,
    /// How far it has come.
    pub state: String,
    /// Counts its steps; the next one carries it.
    pub version: u32,
    /// Code of the law.
    pub compensation: String,
    /// Its name.
    pub compensation_name: String,
    /// `2026Q2`, `2026` or two days with a slash between them.
    pub period: String,
    /// First day.
    pub period_from: String,
    /// Last day, inclusive.
    pub period_until: String,
    /// Cost centre of the unit; none: several share it, or it is hidden with a protected person.
    pub unit: Option<String>,
    /// Its name.
    pub unit_name: Option<String>,
    /// The city's own diary number.
    pub diary_number: String,
    /// The agency's case number.
    pub agency_number: String,
    /// What the lines sum to.
    pub sum_ore: i64,
    /// What the agency's service computed, of the lines where it was typed.
    pub service_sum_ore: i64,
    /// The cautious last day; none where the law sets none, or it hangs on a person.
    pub cautious: Option<String>,
    /// The last day as the agency writes it.
    pub practice: Option<String>,
    /// The last day by the law.
    pub statutory: Option<String>,
    /// Days left until the cautious day; negative where it has passed.
    pub days_left: Option<i64>,
    /// Whether lines and evidence may be changed.
    pub open: bool,
    /// Whether it was approved by one of those who prepared it.
    pub approved_alone: bool,
    /// Whether a protected person stands in it: its package is written with a reason.
    pub protected: bool,
    /// The states it may go on to.
    pub steps: Vec<ClaimStepView>,
    /// The lines, in the order in which they came.
    pub lines: Vec<ClaimLineView>,
    /// What was found: of the whole claim first. Of what has left the house or was taken back nothing is
    /// looked for.
    pub findings: Vec<ClaimFindingView>,
    /// The evidence that it needs.
    pub evidence: Vec<EvidenceView>,
    /// The documents, in the order in which they came.
    pub documents: Vec<ClaimDocumentView>,
    /// The way, the oldest step first.
    pub log: Vec<ClaimEventView>,
    /// How it was submitted.
    pub submission: Option<SubmissionView>,
    /// What was submitted.
    pub files: Vec<PackageFileView>,
}

/// A claim with everything about it.
///
/// # Errors
/// When there is none, or the database cannot be read.
pub fn view(app: &mut App, request: ClaimRequest) -> Result<ClaimView, ErrorReply> {
    let claim = app.claim(&request.claim)?;
    view_of(app, &claim)
}

pub(super) fn view_of(app: &App, claim: &ClaimRecord) -> Result<ClaimView, ErrorReply> {
    let lines = app.lines_of_claim(claim)?;
    let content = app.claim_content(claim)?;
    let closed = app.closed_persons_of_claim(claim)?;
    let is_closed = |line: &ClaimLineShown| closed.contains(&line.person_no);
    let hidden = lines.iter().any(is_closed);
    let comments = comments_of(&content.log);
    let going_on = !matches!(claim.state, ClaimState::Submitted | ClaimState::Withdrawn);
    let findings = if going_on { app.check_claim(claim)? } else { Vec::new() };
    let law = app.law_in_force()?;
    let last_days = app.last_days_of_claim(claim)?;
    let boards = app.boards()?;
    let unit = claim.cost_centre.as_ref().filter(|_| !hidden);
    let unit_name = unit.and_then(|centre| boards.iter().find(|(known, _)| known == centre));
    let compensation = law.catalogue.get(&claim.compensation);
    Ok(ClaimView {
        claim: claim.id.clone(),
        number: claim.number.to_string(),
        state: claim.state.as_str().to_owned(),
        version: claim.version,
        compensation: claim.compensation.0.clone(),
        compensation_name: compensation.map_or_else(String::new, |found| found.name.clone()),
        period: ClaimedDays::from(claim.period).to_string(),
        period_from: claim.period.from.to_string(),
        period_until: claim.period.until.to_string(),
        unit: unit.map(|centre| centre.0.clone()),
        unit_name: unit_name.map(|(_, name)| name.clone()),
        diary_number: claim.diary_number.clone(),
        agency_number: claim.agency_number.clone(),
        sum_ore: lines.iter().map(|line| line.line.amount.0).sum(),
        service_sum_ore: lines.iter().filter_map(|line| line.line.service).map(|ore| ore.0).sum(),
        cautious: last_days.map(|days| days.cautious.to_string()),
        practice: last_days.map(|days| days.practice.to_string()),
        statutory: last_days.map(|days| days.statutory.to_string()),
        days_left: last_days.map(|days| days_left(days.cautious, app.today())),
        open: claim.state.is_open(),
        approved_alone: app.is_claim_approved_alone(claim)?,
        protected: lines.iter().any(|line| line.person.protected),
        steps: claim.state.next().map(|to| ClaimStepView { to: to.as_str().to_owned() }).collect(),
        findings: findings.iter().map(finding_view).collect(),
        lines: lines.iter().map(|line| line_view(line, is_closed(line), &comments)).collect(),
        evidence: evidence_of(app.evidence_needed(claim)?, &content.documents),
        documents: content
            .documents
            .iter()
            .map(|kept| document_view(kept, &lines, hidden))
            .collect(),
        log: content.log.iter().map(|event| event_view(app, event)).collect(),
        submission: content.submission.map(submission_view),
        files: content
            .files
            .iter()
            .map(|file| file_view(&file.name, file.bytes, &file.sha256))
            .collect(),
    })
}

fn evidence_of(needed: Vec<String>, documents: &[ClaimDocument]) -> Vec<EvidenceView> {
    let view = |code: String| EvidenceView {
        text: evidence_text(&code),
        there: documents.iter().any(|kept| kept.evidence == code),
        evidence: code,
    };
    needed.into_iter().map(view).collect()
}

fn document_view(
    kept: &ClaimDocument,
    lines: &[ClaimLineShown],
    hidden: bool,
) -> ClaimDocumentView {
    let of_line = |line: &&ClaimLineShown| Some(line.line.line_no) == kept.line_no;
    ClaimDocumentView {
        document: kept.id.clone(),
        evidence: kept.evidence.clone(),
        evidence_text: evidence_text(&kept.evidence),
        name: (!hidden).then(|| kept.name.clone()),
        line: lines.iter().find(of_line).map(|line| line.line.id.clone()),
        bytes: kept.bytes,
        sha256: kept.sha256.clone(),
    }
}

fn event_view(app: &App, event: &ClaimEvent) -> ClaimEventView {
    ClaimEventView {
        version: event.version,
        at: event.at.clone(),
        actor: event.actor.clone(),
        what: app.claim_step_text(&event.content),
        reason: event.content["reason"].as_str().unwrap_or_default().to_owned(),
    }
}

fn submission_view(kept: Submission) -> SubmissionView {
    let Submission { receipt, submitted_at, actor, at } = kept;
    SubmissionView { receipt, on: submitted_at, actor, at }
}

pub(super) fn file_view(name: &str, bytes: u64, sha256: &str) -> PackageFileView {
    PackageFileView { name: name.to_owned(), bytes, sha256: sha256.to_owned() }
}

fn evidence_text(code: &str) -> String {
    texts::text(&format!("law-evidence-{code}"), &[])
}

/// What was said about each line when the claim was given back last.
fn comments_of(events: &[ClaimEvent]) -> HashMap<String, String> {
    let returned = events.iter().rev().find(|event| event.content["step"] == "returned");
    let said = returned.and_then(|event| event.content["comments"].as_array());
    let one = |comment: &serde_json::Value| {
        let text = |name: &str| comment[name].as_str().map(str::to_owned);
        text("line").zip(text("text"))
    };
    said.into_iter().flatten().filter_map(one).collect()
}

fn line_view(
    line: &ClaimLineShown,
    hidden: bool,
    comments: &HashMap<String, String>,
) -> ClaimLineView {
    let kept = &line.line;
    let costs = line.shares.iter().filter(|_| !hidden).map(|share| ClaimCostView {
        cost: share.cost.clone(),
        voucher: share.voucher.clone(),
        from: share.period.from.to_string(),
        until: share.period.until.to_string(),
        amount_ore: share.amount.0,
    });
    let steps = kept.rendered.lines().filter(|_| !hidden).map(str::to_owned);
    ClaimLineView {
        line: kept.id.clone(),
        person: line.person.line.card.id.0.clone(),
        brief: brief(&line.person, hidden),
        number: line.number().filter(|_| !hidden),
        from: kept.period.from.to_string(),
        until: kept.period.until.to_string(),
        unit: (!hidden).then(|| kept.cost_centre.0.clone()),
        amount_ore: kept.amount.0,
        service_ore: kept.service.map(|service| service.0),
        difference: if hidden { String::new() } else { kept.difference.clone() },
        explanation: steps.collect(),
        costs: costs.collect(),
        comment: comments.get(&kept.id).filter(|_| !hidden).cloned(),
    }
}

fn finding_view(found: &ClaimFinding) -> ClaimFindingView {
    let in_words = |(name, value): &(String, String)| {
        let value = match name.as_str() {
            "why" => texts::text(&format!("law-unmet-{value}"), &[]),
            "evidence" => evidence_text(value),
            _ => value.clone(),
        };
        (name.clone(), value)
    };
    let values: Vec<(String, String)> = found.values.iter().map(in_words).collect();
    let id = format!("claim-finding-{}", found.code.as_str());
    ClaimFindingView {
        code: found.code.as_str().to_owned(),
        severity: match found.code.severity() {
            Severity::Error => "error".to_owned(),
            Severity::Warning => "warning".to_owned(),
        },
        stops: found.stops(),
        line: found.line.clone(),
        message: texts::text(&id, &texts::named_values(&values)),
        may_be_passed: found.code.may_be_passed(),
        passed: found.passed.clone(),
    }
}
