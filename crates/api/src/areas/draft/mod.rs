//! Files that are brought in as drafts: what can be done with one, whatever its rows are about.

mod types;

use app::App;
use app::draft::{Decision, FieldMeaning, RowMeaning};
use app::model::{DraftKind, DraftRecord, PAGE_ROWS, RowState};
use app::payments::RowsShown;
use domain::deadline::ClaimedDays;
use domain::facts::FieldType;
use domain::{Finding, Severity};

use super::payments::RowDecision;
use super::review::DecisionView;
use super::{Diagnostic, WrittenFile, day_text, diagnostics};
use crate::fields::label_of;
use crate::listing::Part;
use crate::{ErrorReply, texts};

pub use types::*;

/// Fields of a decision, a cost or a pupil that its row in a list shows.
const LISTED: [&str; 9] = [
    "payment_code",
    "compensation",
    "period_from",
    "period_until",
    "amount",
    "voucher",
    "schooling.form",
    "schooling.valid_from",
    "schooling.valid_until",
];
/// What becomes of what is known by a row, beside its fields.
const OUTCOME: &str = "outcome";

/// Makes the handlers of a kind: everything that can be done with its drafts once they have been read.
macro_rules! draft_handlers {
    ($kind:expr) => {
        draft_handlers! { $kind;
            /// The drafts that have not been taken in.
            drafts(Nothing) -> Drafts;
            /// A draft with its counts.
            draft(DraftRequest) -> DraftView;
            /// A page of rows of a draft.
            rows(DraftRowsRequest, part) -> DraftRowsPage;
            /// A row of a draft with everything that can be said about it.
            row(DraftRowRequest) -> DraftRowDetail;
            /// Decides about rows of a draft, all or none.
            decide(DecideDraftRequest) -> DraftView;
            /// Undoes the last decision about a row, or the last step of the whole draft.
            undo(UndoDraftRequest) -> DraftUndone;
            /// Takes a draft in.
            commit(DraftRequest) -> DraftView;
            /// Throws a draft away.
            discard(DraftRequest) -> Drafts;
            /// Writes what was refused of a draft.
            report(DraftReportRequest) -> WrittenFile;
        }
    };
    ($kind:expr; $($(#[$doc:meta])* $name:ident($request:ident $(, $part:ident)?) -> $response:ident;)+) => { $(
        $(#[$doc])*
        ///
        /// # Errors
        /// When there is no such draft, it does not allow that, or the database cannot be used.
        pub fn $name(
            app: &mut ::app::App,
            request: $request,
            $($part: $crate::listing::Part,)?
        ) -> Result<$response, $crate::ErrorReply> {
            $crate::areas::draft::$name(app, $kind, request $(, $part)?)
        }
    )+ };
}
pub(super) use draft_handlers;

fn severity_name(severity: Severity) -> String {
    match severity {
        Severity::Error => "error".to_owned(),
        Severity::Warning => "warning".to_owned(),
    }
}

/// What a profile reads, in its own words.
fn profile_text(app: &App, name: &str) -> Result<String, ErrorReply> {
    let found = app.profiles()?.into_iter().find(|profile| profile.name == name);
    let said = found.map(|profile| profile.description).filter(|text| !text.is_empty());
    Ok(said.unwrap_or_else(|| name.to_owned()))
}

fn view_of(app: &App, draft: &DraftRecord) -> Result<DraftView, ErrorReply> {
    let counts = app.draft_counts(draft)?;
    let open = app.draft_file_findings(draft)?.open;
    let about = app.draft_about(draft)?;
    let of_register = draft.kind == DraftKind::Register;
    let of_persons = |count: u64| if of_register { count } else { 0 };
    Ok(DraftView {
        draft: draft.id.clone(),
        kind: draft.kind.as_str().to_owned(),
        state: if draft.committed { "committed" } else { "draft" }.to_owned(),
        file: draft.file_name.clone(),
        sha256: draft.sha256.clone(),
        profile: draft.profile_name.clone(),
        profile_text: profile_text(app, &draft.profile_name)?,
        given_day: day_text(draft.given_day),
        board_from: day_text(draft.given_day.filter(|_| of_register)),
        period: about.list.period.map(|days| ClaimedDays::from(days).to_string()),
        unit: about.list.unit.map(|unit| unit.0),
        lacks_day: about.lacks_day,
        absent: about.made,
        read_on: draft.read_on.to_string(),
        ready: !draft.committed && counts.errors + counts.warnings == 0 && open.is_empty(),
        file_findings: diagnostics(&open),
        rows: DraftRowCounts {
            all: draft.rows,
            clean: counts.clean,
            errors: counts.errors,
            warnings: counts.warnings,
            corrected: counts.corrected,
            parked: counts.parked,
            accepted: counts.accepted,
        },
        added: draft.added,
        changed: draft.changed,
        ended: draft.ended,
        unchanged: draft.unchanged,
        persons_added: of_persons(draft.added),
        persons_changed: of_persons(draft.changed),
        persons_unchanged: of_persons(draft.unchanged),
    })
}

pub(super) fn view(app: &App, kind: DraftKind, id: &str) -> Result<DraftView, ErrorReply> {
    view_of(app, &app.draft(kind, id)?)
}

pub(super) fn decisions_of(
    decisions: Vec<RowDecision>,
) -> Result<Vec<(u32, Decision)>, ErrorReply> {
    let each = decisions.into_iter().map(|row| {
        let fields: Fields = row.fields;
        let decision = match row.decision.as_str() {
            "park" => Decision::Park,
            "accept" => Decision::Accept,
            "correct" => Decision::Correct(fields),
            other => {
                let refused = app::AppError::refused(app::RefusalCode::UnknownDecision);
                return Err(refused.with("text", other).into());
            }
        };
        Ok((row.line, decision))
    });
    each.collect()
}

fn worst(findings: &[Finding]) -> Option<&Finding> {
    findings.iter().min_by_key(|finding| finding.severity())
}

fn row_view(kind: DraftKind, meaning: &RowMeaning, hidden: bool) -> DraftRowView {
    let state = serde_json::to_value(meaning.state).unwrap_or_default();
    let name = match hidden {
        true => texts::text("protected-person", &[]),
        false => meaning.name.clone(),
    };
    let listed = meaning.fields.iter().filter(|field| {
        !hidden && kind != DraftKind::Register && LISTED.contains(&field.field.name.as_str())
    });
    let listed = listed.filter_map(|field| {
        let words = in_words(field).filter(|_| kind == DraftKind::School);
        Some((field.field.name.clone(), words.or(field.meant.clone())?))
    });
    let outcome = meaning.outcome.filter(|_| !hidden);
    let outcome = outcome.map(|outcome| (OUTCOME.to_owned(), outcome.as_str().to_owned()));
    DraftRowView {
        meant: listed.chain(outcome).collect(),
        line: meaning.line,
        state: state.as_str().unwrap_or_default().to_owned(),
        person: meaning.person.clone().map(|id| id.0),
        name,
        protected: meaning.protected,
        finding: worst(&meaning.findings).map(Diagnostic::from),
        findings: u32::try_from(meaning.findings.len()).unwrap_or(u32::MAX),
    }
}

/// A draft with its counts.
///
/// # Errors
/// When there is none, or the database cannot be read.
pub(super) fn draft(
    app: &mut App,
    kind: DraftKind,
    request: DraftRequest,
) -> Result<DraftView, ErrorReply> {
    view(app, kind, &request.draft)
}

/// The drafts that have not been taken in.
///
/// # Errors
/// When the database cannot be read.
pub(super) fn drafts(
    app: &mut App,
    kind: DraftKind,
    _: super::Nothing,
) -> Result<Drafts, ErrorReply> {
    let drafts = app.open_drafts(kind)?;
    let drafts = drafts.iter().map(|draft| view_of(app, draft)).collect::<Result<_, _>>()?;
    Ok(Drafts { drafts })
}

/// A page of rows of a draft.
///
/// # Errors
/// When there is no such draft, or the database cannot be read.
pub(super) fn rows(
    app: &mut App,
    kind: DraftKind,
    request: DraftRowsRequest,
    part: Part,
) -> Result<DraftRowsPage, ErrorReply> {
    let draft = app.draft(kind, &request.draft)?;
    let page = match request.at_line {
        Some(line) => Some(app.page_of_draft_line(&draft, line)?),
        None => part.only(),
    };
    let counts = app.draft_counts(&draft)?;
    let (total, shown) = match request.filter {
        DraftRowFilter::All => (draft.rows, RowsShown::All),
        DraftRowFilter::Open => (counts.errors + counts.warnings, RowsShown::In(RowState::Open)),
        DraftRowFilter::Errors => (counts.errors, RowsShown::OpenWith(Severity::Error)),
        DraftRowFilter::Warnings => (counts.warnings, RowsShown::OpenWith(Severity::Warning)),
        DraftRowFilter::Corrected => (counts.corrected, RowsShown::In(RowState::Corrected)),
        DraftRowFilter::Parked => (counts.parked, RowsShown::In(RowState::Parked)),
        DraftRowFilter::Accepted => (counts.accepted, RowsShown::In(RowState::Accepted)),
    };
    let meanings = app.draft_rows(&draft, shown, page)?;
    let rows = meanings.iter().map(|meaning| row_view(kind, meaning, meaning.protected)).collect();
    Ok(DraftRowsPage { rows, page: page.unwrap_or(0), page_rows: PAGE_ROWS, total })
}

/// A row of a draft with everything that can be said about it. One that points at a protected person
/// shows its id and its findings, unless the person has been opened (`persons.open`) and is named in
/// the request, or a reason opens a row about somebody who has no protected page in the register.
///
/// # Errors
/// When there is no such row, or the database cannot be read.
pub(super) fn row(
    app: &mut App,
    kind: DraftKind,
    request: DraftRowRequest,
) -> Result<DraftRowDetail, ErrorReply> {
    let draft = app.draft(kind, &request.draft)?;
    let meaning = app.draft_row(&draft, request.line)?;
    let mut hidden = meaning.closed;
    if let (true, true, Some(reason)) = (hidden, meaning.opens_by_reason, &request.reason) {
        app.open_draft_row(&request.draft, request.line, reason)?;
        hidden = false;
    }
    let of_id = |field: &FieldMeaning| field.field.name == "person_id" && meaning.person.is_some();
    let shown = |field: &&FieldMeaning| !hidden || of_id(field);
    let listed = |field: &&FieldMeaning| {
        let read = field.field.column.is_some() || field.meant.is_some();
        read || field.corrected.is_some() || field.field.constant.is_some()
    };
    let decisions = meaning
        .decisions
        .iter()
        .map(|decision| DecisionView {
            kind: decision.kind.as_str().to_owned(),
            actor: decision.actor.clone(),
            at: decision.at.clone(),
            fields: if hidden { Fields::new() } else { decision.overrides.clone() },
        })
        .collect();
    let has_error = meaning.findings.iter().any(|found| found.severity() == Severity::Error);
    let fields = meaning.fields.iter().filter(listed).filter(shown);
    Ok(DraftRowDetail {
        row: row_view(kind, &meaning, hidden),
        fields: fields.map(|field| field_view(field, &meaning.findings)).collect(),
        findings: diagnostics(&meaning.findings),
        known: meaning.owner.is_some(),
        can_decide: !draft.committed,
        can_accept: !draft.committed && !has_error && !meaning.findings.is_empty(),
        decisions,
    })
}

/// Decides about rows of a draft, all or none.
///
/// # Errors
/// When a row cannot be decided so.
pub(super) fn decide(
    app: &mut App,
    kind: DraftKind,
    request: DecideDraftRequest,
) -> Result<DraftView, ErrorReply> {
    let decisions = decisions_of(request.decisions)?;
    app.decide_draft_rows(kind, &request.draft, &decisions)?;
    view(app, kind, &request.draft)
}

/// Undoes the last decision about a row, or the last step of the whole draft.
///
/// # Errors
/// When there is nothing to undo.
pub(super) fn undo(
    app: &mut App,
    kind: DraftKind,
    request: UndoDraftRequest,
) -> Result<DraftUndone, ErrorReply> {
    let lines = app.undo_draft_decision(kind, &request.draft, request.line)?;
    Ok(DraftUndone { lines, view: view(app, kind, &request.draft)? })
}

/// Takes a draft in.
///
/// # Errors
/// When rows wait for decisions.
pub(super) fn commit(
    app: &mut App,
    kind: DraftKind,
    request: DraftRequest,
) -> Result<DraftView, ErrorReply> {
    app.commit_draft(kind, &request.draft)?;
    view(app, kind, &request.draft)
}

/// Throws a draft away.
///
/// # Errors
/// When it has been taken in.
pub(super) fn discard(
    app: &mut App,
    kind: DraftKind,
    request: DraftRequest,
) -> Result<Drafts, ErrorReply> {
    app.discard_draft(kind, &request.draft)?;
    drafts(app, kind, super::Nothing {})
}

/// Writes what was refused of a draft.
///
/// # Errors
/// When there is no such draft, or the file cannot be written.
pub(super) fn report(
    app: &mut App,
    kind: DraftKind,
    request: DraftReportRequest,
) -> Result<WrittenFile, ErrorReply> {
    let bytes = app.write_draft_report(kind, &request.draft, request.path.as_ref())?;
    Ok(WrittenFile { path: request.path, bytes })
}

/// A meaning in words, where the words of facts are other than people's.
fn in_words(field: &FieldMeaning) -> Option<String> {
    let meant = field.meant.as_deref()?;
    let id = match field.field.holds {
        Some(FieldType::Choice(_)) => app::choice_id(meant),
        Some(FieldType::Truth) => format!("export-{}", if meant == "true" { "yes" } else { "no" }),
        _ if field.field.name.ends_with(".kind") => format!("fact-{meant}"),
        _ => return None,
    };
    texts::has(&id).then(|| texts::text(&id, &[]))
}

fn field_view(field: &FieldMeaning, findings: &[Finding]) -> DraftFieldView {
    let at = findings.iter().filter(|f| f.column.is_some() && f.column == field.field.column);
    let worst = at.min_by_key(|finding| finding.severity());
    let choices = match field.field.holds {
        Some(FieldType::Choice(words)) => words
            .iter()
            .map(|&value| DraftChoice { value: value.to_owned(), text: texts::choice(value) })
            .collect(),
        _ => Vec::new(),
    };
    DraftFieldView {
        field: field.field.name.clone(),
        label: field.title.clone().unwrap_or_else(|| label_of(&field.field.name)),
        column: field.field.column,
        written: field.written.clone(),
        meant: field.meant.clone(),
        meant_text: in_words(field),
        corrected: field.corrected.clone(),
        severity: worst.map(|finding| severity_name(finding.severity())),
        choices,
        is_day: field.field.holds == Some(FieldType::Day)
            || ["birth_date", "received", "board_from"].contains(&field.field.name.as_str()),
    }
}
