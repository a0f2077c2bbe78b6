//! Bringing the register in and out: drafts, persons proposed by a payment list, export.

mod types;

use app::App;
use app::model::{DraftRecord, DraftRow, PAGE_ROWS, RowState};
use app::payments::Watch;
use app::register::{Decision, FieldMeaning, ReadRegister, RowMeaning};
use domain::facts::FieldType;
use domain::{Finding, Severity};

use super::payments::RowDecision;
use super::review::DecisionView;
use super::{Diagnostic, day_of, day_text, diagnostics};
pub use super::{ListRequest, Nothing, WrittenFile};
use crate::error::Outcome;
use crate::fields::label_of;
use crate::{ErrorReply, texts};

pub use types::*;

fn severity_name(severity: Severity) -> String {
    match severity {
        Severity::Error => "error".to_owned(),
        Severity::Warning => "warning".to_owned(),
    }
}

fn view_of(app: &App, draft: &DraftRecord) -> Result<DraftView, ErrorReply> {
    let counts = app.draft_counts(draft)?;
    let open = app.draft_file_findings(draft)?.open;
    Ok(DraftView {
        draft: draft.id.clone(),
        state: if draft.committed { "committed" } else { "draft" }.to_owned(),
        file: draft.file_name.clone(),
        sha256: draft.sha256.clone(),
        profile: draft.profile_name.clone(),
        board_from: day_text(draft.board_from),
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
        persons_added: draft.added,
        persons_changed: draft.changed,
        persons_unchanged: draft.unchanged,
    })
}

fn view(app: &App, id: &str) -> Result<DraftView, ErrorReply> {
    view_of(app, &app.register_draft(id)?)
}

fn asked(request: ReadRegisterRequest) -> Result<ReadRegister, ErrorReply> {
    Ok(ReadRegister {
        board_from: day_of("board_from", request.board_from.as_deref())?,
        id: request.id.unwrap_or_else(crate::new_id),
        path: request.path.into(),
        profile: request.profile,
    })
}

fn decisions_of(decisions: Vec<RowDecision>) -> Result<Vec<(u32, Decision)>, ErrorReply> {
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

/// Reads a register into a draft.
///
/// # Errors
/// When the file cannot be read, or no single profile suits.
pub fn read(
    app: &mut App,
    request: ReadRegisterRequest,
    watch: &dyn Watch,
) -> Result<DraftView, ErrorReply> {
    let asked = asked(request)?;
    let id = app.read_register(&asked, watch)?;
    view(app, &id)
}

/// Reads a register and takes it in. With findings that nobody has decided about it stays a draft.
///
/// # Errors
/// As [`read`], and where a decision cannot stand.
pub fn import(
    app: &mut App,
    request: RegisterRequest,
    watch: &dyn Watch,
) -> Result<RegisterImported, ErrorReply> {
    let decisions = decisions_of(request.decisions)?;
    let asked = asked(request.read)?;
    let id = app.read_register(&asked, watch)?;
    // Asked for again, because nobody heard the answer: what was done is told, not done twice.
    let taken_in = app.register_draft(&id)?.committed;
    if !taken_in {
        if !decisions.is_empty() {
            app.decide_draft_rows(&id, &decisions)?;
        }
        app.accept_form_warnings(&id)?;
        if request.park_faulty {
            app.park_open_draft_rows(&id)?;
        }
    }
    let draft = app.register_draft(&id)?;
    let counts = app.draft_counts(&draft)?;
    let of_file = app.draft_file_findings(&draft)?;
    let waiting = !taken_in && (counts.errors + counts.warnings > 0 || !of_file.open.is_empty());
    let of_rows = app.read().draft_findings(draft.draft_no, None)?;
    let findings = of_file.all.into_iter().chain(of_rows);
    let findings: Vec<Finding> =
        findings.map(|finding| app.shown_finding(finding)).collect::<Result<_, _>>()?;
    if let Some(path) = &request.report {
        app.write_register_report(&id, path.as_ref())?;
    }
    if !waiting && !taken_in {
        app.commit_register(&id)?;
    }
    let draft = app.register_draft(&id)?;
    Ok(RegisterImported {
        outcome: if waiting { Outcome::Findings } else { Outcome::Done },
        draft: id,
        persons_added: draft.added,
        persons_changed: draft.changed,
        persons_unchanged: draft.unchanged,
        parked: counts.parked,
        diagnostics: diagnostics(&findings),
    })
}

/// A draft with its counts.
///
/// # Errors
/// When there is none, or the database cannot be read.
pub fn draft(app: &mut App, request: DraftRequest) -> Result<DraftView, ErrorReply> {
    view(app, &request.draft)
}

/// The drafts that have not been taken in.
///
/// # Errors
/// When the database cannot be read.
pub fn drafts(app: &mut App, _: Nothing) -> Result<Drafts, ErrorReply> {
    let drafts = app.read().open_drafts()?;
    let drafts = drafts.iter().map(|draft| view_of(app, draft)).collect::<Result<_, _>>()?;
    Ok(Drafts { drafts })
}

fn worst(findings: &[Finding]) -> Option<&Finding> {
    findings.iter().min_by_key(|finding| finding.severity())
}

fn row_view(meaning: &RowMeaning, hidden: bool) -> DraftRowView {
    let state = serde_json::to_value(meaning.state).unwrap_or_default();
    let name = match hidden {
        true => texts::text("protected-person", &[]),
        false => meaning.name.clone(),
    };
    DraftRowView {
        line: meaning.line,
        state: state.as_str().unwrap_or_default().to_owned(),
        person: meaning.person.clone().map(|id| id.0),
        name,
        protected: meaning.protected,
        finding: worst(&meaning.findings).map(Diagnostic::from),
        findings: u32::try_from(meaning.findings.len()).unwrap_or(u32::MAX),
    }
}

/// A page of rows of a draft.
///
/// # Errors
/// When there is no such draft, or the database cannot be read.
pub fn rows(app: &mut App, request: DraftRowsRequest) -> Result<DraftRowsPage, ErrorReply> {
    let draft = app.register_draft(&request.draft)?;
    let read = app.read();
    let no = draft.draft_no;
    let page = match request.at_line {
        Some(line) => read.draft_page_of(no, line)?,
        None => request.page,
    };
    let counts = app.draft_counts(&draft)?;
    let waiting = counts.errors + counts.warnings;
    let (errors, warnings) = (Some(Severity::Error), Some(Severity::Warning));
    let (total, rows): (u64, Vec<DraftRow>) = match request.filter {
        DraftRowFilter::All => (draft.rows, read.draft_rows_page(no, page)?),
        DraftRowFilter::Open => (waiting, read.draft_rows_in(no, RowState::Open, None, page)?),
        DraftRowFilter::Errors => {
            (counts.errors, read.draft_rows_in(no, RowState::Open, errors, page)?)
        }
        DraftRowFilter::Warnings => {
            (counts.warnings, read.draft_rows_in(no, RowState::Open, warnings, page)?)
        }
        DraftRowFilter::Corrected => {
            (counts.corrected, read.draft_rows_in(no, RowState::Corrected, None, page)?)
        }
        DraftRowFilter::Parked => {
            (counts.parked, read.draft_rows_in(no, RowState::Parked, None, page)?)
        }
        DraftRowFilter::Accepted => {
            (counts.accepted, read.draft_rows_in(no, RowState::Accepted, None, page)?)
        }
    };
    let meanings = app.draft_row_meanings(&draft, &rows)?;
    let rows = meanings.iter().map(|meaning| row_view(meaning, meaning.protected)).collect();
    Ok(DraftRowsPage { rows, page, page_rows: PAGE_ROWS, total })
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

/// A row of a draft with everything that can be said about it. One that points at a protected person
/// shows its id and its findings, unless the person has been opened (`persons.open`) and is named in
/// the request, or a reason opens a row about somebody who has no protected page in the register.
///
/// # Errors
/// When there is no such row, or the database cannot be read.
pub fn row(app: &mut App, request: DraftRowRequest) -> Result<DraftRowDetail, ErrorReply> {
    let draft = app.register_draft(&request.draft)?;
    let no_row = || {
        let refused = app::AppError::refused(app::RefusalCode::NoSuchRow);
        ErrorReply::from(refused.with("line", request.line))
    };
    let found = app.read().draft_row(draft.draft_no, request.line)?.ok_or_else(no_row)?;
    let meaning = app.draft_row_meanings(&draft, &[found])?.pop().ok_or_else(no_row)?;
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
        .map(|decision| {
            let event = app.read().audit_event(decision.event_no)?;
            let fields = if hidden { Fields::new() } else { decision.overrides.clone() };
            let (kind, actor, at) = (decision.kind.as_str().to_owned(), event.actor, event.at);
            Ok(DecisionView { kind, actor, at, fields })
        })
        .collect::<Result<_, ErrorReply>>()?;
    let has_error = meaning.findings.iter().any(|found| found.severity() == Severity::Error);
    let fields = meaning.fields.iter().filter(listed).filter(shown);
    Ok(DraftRowDetail {
        row: row_view(&meaning, hidden),
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
pub fn decide(app: &mut App, request: DecideDraftRequest) -> Result<DraftView, ErrorReply> {
    let decisions = decisions_of(request.decisions)?;
    app.decide_draft_rows(&request.draft, &decisions)?;
    view(app, &request.draft)
}

/// Undoes the last decision about a row, or the last step of the whole draft.
///
/// # Errors
/// When there is nothing to undo.
pub fn undo(app: &mut App, request: UndoDraftRequest) -> Result<DraftUndone, ErrorReply> {
    let lines = app.undo_draft_decision(&request.draft, request.line)?;
    Ok(DraftUndone { lines, view: view(app, &request.draft)? })
}

/// Takes a draft in.
///
/// # Errors
/// When rows wait for decisions.
pub fn commit(app: &mut App, request: DraftRequest) -> Result<DraftView, ErrorReply> {
    app.commit_register(&request.draft)?;
    view(app, &request.draft)
}

/// Throws a draft away.
///
/// # Errors
/// When it has been taken in.
pub fn discard(app: &mut App, request: DraftRequest) -> Result<Drafts, ErrorReply> {
    app.discard_draft(&request.draft)?;
    drafts(app, Nothing {})
}

/// Writes what was refused of a draft.
///
/// # Errors
/// When there is no such draft, or the file cannot be written.
pub fn report(app: &mut App, request: DraftReportRequest) -> Result<WrittenFile, ErrorReply> {
    let bytes = app.write_register_report(&request.draft, request.path.as_ref())?;
    Ok(WrittenFile { path: request.path, bytes })
}

/// Writes the whole register in open formats.
///
/// # Errors
/// When protected persons stop it, or the files cannot be written.
pub fn export(
    app: &mut App,
    request: ExportRegisterRequest,
) -> Result<RegisterExported, ErrorReply> {
    let done = app.export_register(request.folder.as_ref(), request.pseudonymise)?;
    Ok(RegisterExported {
        files: done.files.iter().map(|path| path.display().to_string()).collect(),
        persons: done.persons,
        entries: done.entries,
        pseudonymised: done.pseudonymised,
    })
}

/// The persons that a payment list proposes.
///
/// # Errors
/// When the list is not committed.
pub fn proposals(app: &mut App, request: ListRequest) -> Result<Proposals, ErrorReply> {
    let proposed = app.register_proposals(&request.list)?;
    let persons = proposed.into_iter().map(|one| ProposedPerson {
        family_name: one.family_name,
        given_name: one.given_name,
        dossier_number: one.dossier_number.map(|number| number.to_string()),
        personal_number: one.national_number.map(|number| number.to_string()),
        lines: one.lines,
        differs: one.differs,
    });
    Ok(Proposals { list: request.list, persons: persons.collect() })
}

/// Adds proposed persons and matches their rows.
///
/// # Errors
/// When a row proposes nobody.
pub fn take_proposals(
    app: &mut App,
    request: TakeProposalsRequest,
) -> Result<ProposalsTaken, ErrorReply> {
    let taken = app.take_register_proposals(&request.list, &request.lines)?;
    Ok(ProposalsTaken { persons: taken.persons, matched: taken.matched })
}
