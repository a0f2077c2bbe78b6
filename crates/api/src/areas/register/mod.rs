//! Bringing the register in and out: drafts, persons proposed by a payment list, export.

mod types;

use app::App;
use app::draft::ReadDraft;
use app::model::DraftKind;
use app::payments::{ListSource, Watch};
use domain::Finding;

pub use super::draft::{
    DecideDraftRequest, DraftReportRequest, DraftRequest, DraftRowDetail, DraftRowRequest,
    DraftRowsPage, DraftRowsRequest, DraftUndone, DraftView, Drafts, UndoDraftRequest,
};
use super::draft::{decisions_of, draft_handlers, view};
pub use super::{ListRequest, Nothing, WrittenFile};
use super::{day_of, diagnostics};
use crate::ErrorReply;
use crate::error::Outcome;

pub use types::*;

/// What the rows are about.
const KIND: DraftKind = DraftKind::Register;

draft_handlers!(KIND);

fn asked(request: ReadRegisterRequest) -> Result<ReadDraft, ErrorReply> {
    Ok(ReadDraft {
        about: Default::default(),
        given_day: day_of("board_from", request.board_from.as_deref())?,
        id: request.id.unwrap_or_else(crate::new_id),
        source: ListSource::File(request.path.into()),
        profile: request.profile,
    })
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
    let id = app.read_draft(KIND, &asked, watch)?;
    view(app, KIND, &id)
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
    let id = app.read_draft(KIND, &asked, watch)?;
    // Asked for again, because nobody heard the answer: what was done is told, not done twice.
    let taken_in = app.draft(KIND, &id)?.committed;
    if !taken_in {
        if !decisions.is_empty() {
            app.decide_draft_rows(KIND, &id, &decisions)?;
        }
        app.accept_form_warnings(KIND, &id)?;
        if request.park_faulty {
            app.park_open_draft_rows(KIND, &id)?;
        }
    }
    let draft = app.draft(KIND, &id)?;
    let counts = app.draft_counts(&draft)?;
    let of_file = app.draft_file_findings(&draft)?;
    let waiting = !taken_in && (counts.errors + counts.warnings > 0 || !of_file.open.is_empty());
    let of_rows = app.read().draft_findings(draft.draft_no, None)?;
    let findings = of_file.all.into_iter().chain(of_rows);
    let findings: Vec<Finding> =
        findings.map(|finding| app.shown_finding(finding)).collect::<Result<_, _>>()?;
    if let Some(path) = &request.report {
        app.write_draft_report(KIND, &id, path.as_ref())?;
    }
    if !waiting && !taken_in {
        app.commit_draft(KIND, &id)?;
    }
    let draft = app.draft(KIND, &id)?;
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
