//! Payment lists: looked at, read, taken in, taken back.

mod types;
mod typing;

use app::App;
use app::model::{ListState, RowState};
use app::payments::{BankAmount, Decision, ListSource, ListStands, ReadList, Recognised, Watch};
use domain::Ore;

use super::{Diagnostic, day_of, day_text, diagnostics};
pub use super::{ListRequest, Nothing};
use crate::ErrorReply;
use crate::error::Outcome;

pub use types::*;
pub use typing::{TypedRows, TypedRowsKept, keep_typed, typed};

pub(crate) fn summary_of(stands: &ListStands) -> ListSummary {
    let ListStands { list, sums, .. } = stands;
    ListSummary {
        list: list.id.clone(),
        file: list.file_name.clone(),
        profile: list.profile_name.clone(),
        state: list.state.as_str().to_owned(),
        step: stands.step.into(),
        payment_date: day_text(list.payment_date),
        read_on: list.read_on.to_string(),
        rows: list.rows,
        open_rows: sums.of(RowState::Open).rows,
        unmatched_rows: stands.unmatched,
        net_ore: sums.taken().net().0,
        file_ore: sums.file().net().0,
        bank_ore: list.bank.map(|bank| bank.0),
        difference_ore: stands.difference().map(|difference| difference.0),
    }
}

pub(crate) fn view_of(app: &App, id: &str) -> Result<ListView, ErrorReply> {
    let stands = app.list_standing(id)?;
    let ListStands { list, sums, .. } = &stands;
    let format = app.list_format(list)?;
    let of = |state| sums.of(state);
    let all = sums.file();
    let (errors, warnings) = app.open_row_counts(list)?;
    let list_findings = app.open_list_findings(list)?;
    Ok(ListView {
        summary: summary_of(&stands),
        container: format.container,
        encoding: format.encoding,
        separator: format.layout.separator.map(|separator| separator.as_char().to_string()),
        sha256: list.sha256.clone(),
        bytes: format.bytes,
        unknown_columns: format.layout.unknown,
        file_sum: all.into(),
        taken: sums.taken().into(),
        parked: of(RowState::Parked).into(),
        left: of(RowState::Open).into(),
        counts: FilterCounts {
            all: all.rows,
            open: of(RowState::Open).rows,
            errors,
            warnings,
            corrected: of(RowState::Corrected).rows,
            parked: of(RowState::Parked).rows,
            accepted: of(RowState::Accepted).rows,
            clean: of(RowState::Clean).rows,
        },
        list_findings: diagnostics(&list_findings),
        bank_reason: list.bank_reason.clone(),
        can_undo: list.state == ListState::Draft && app.has_decision_in_force(list)?,
        distributions: app.distributions_of_list(list)?,
    })
}

/// Every list, the newest first.
///
/// # Errors
/// When the database cannot be read.
pub fn lists(app: &mut App, _: Nothing) -> Result<Lists, ErrorReply> {
    Ok(Lists { lists: app.lists_standing()?.iter().map(summary_of).collect() })
}

/// Looks at a file without keeping anything.
///
/// # Errors
/// When the file cannot be read.
pub fn look(app: &mut App, request: LookAtFile) -> Result<FileLook, ErrorReply> {
    let found = app.look_at(&ListSource::File(request.path.into()))?;
    let (profiles, rows, separator) = match found.recognised {
        Recognised::One(name) => (vec![name], Vec::new(), None),
        Recognised::Several(names) => (names, Vec::new(), None),
        Recognised::None(first) => {
            let rows = first.rows.iter().map(|row| RawRow {
                line: row.line,
                cells: row.cells.iter().map(str::to_owned).collect(),
            });
            (Vec::new(), rows.collect(), first.separator)
        }
    };
    Ok(FileLook {
        file: found.file,
        bytes: found.bytes,
        sha256: found.sha256,
        container: found.container,
        encoding: found.encoding,
        separator: separator.map(|separator| separator.as_char().to_string()),
        profiles,
        rows,
    })
}

fn preview_payment(row: &app::payments::PreviewRow<'_>) -> PreviewPayment {
    let meant = row.row;
    PreviewPayment {
        line: row.line,
        payment_code: meant.payment_code.clone(),
        compensation: row
            .code
            .and_then(|code| code.compensation.as_ref())
            .map(|compensation| compensation.0.clone()),
        clawback: row.code.map(|code| code.clawback),
        dossier_number: meant.dossier_number.map(|number| number.to_string()),
        personal_number: meant.national_number.map(|number| number.to_string()),
        family_name: meant.family_name.clone(),
        given_name: meant.given_name.clone(),
        case_number: meant.case_number.clone(),
        decision_date: day_text(meant.decision_date),
        period_from: day_text(meant.period_from),
        period_until: day_text(meant.period_until),
        days: meant.days,
        payment_date: day_text(meant.payment_date),
        amount_ore: meant.amount.map(|amount| amount.0),
    }
}

/// Reads a list through without keeping anything.
///
/// # Errors
/// When the file cannot be read, or no single profile suits.
pub fn preview(
    app: &mut App,
    request: PreviewRequest,
    watch: &dyn Watch,
) -> Result<Preview, ErrorReply> {
    let mut payments = Vec::new();
    let mut summary = preview_rows(app, &request, watch, &mut |payment| {
        payments.push(payment);
        true
    })?;
    summary.payments = payments;
    Ok(summary)
}

/// As [`preview`], but every row is handed to `each` as soon as it has been read; `each` says
/// whether to go on. The answer holds no payments.
///
/// # Errors
/// As [`preview`].
pub(crate) fn preview_rows(
    app: &mut App,
    request: &PreviewRequest,
    watch: &dyn Watch,
    each: &mut dyn FnMut(PreviewPayment) -> bool,
) -> Result<Preview, ErrorReply> {
    let payment_date = day_of("payment_date", request.payment_date.as_deref())?;
    let source = ListSource::File(request.path.clone().into());
    let mut found = Vec::new();
    let summary =
        app.preview_list(&source, request.profile.as_deref(), payment_date, watch, &mut |row| {
            found.extend(diagnostics(row.findings));
            if each(preview_payment(&row)) { Ok(()) } else { Err(app::AppError::Cancelled) }
        })?;
    found.extend(diagnostics(&summary.findings));
    Ok(Preview {
        outcome: if found.is_empty() { Outcome::Done } else { Outcome::Findings },
        profile: summary.profile,
        container: summary.container,
        encoding: summary.encoding,
        separator: summary.separator.map(String::from),
        rows: summary.all.rows,
        net_ore: summary.all.net().0,
        positive_ore: summary.all.positive.0,
        negative_ore: summary.all.negative.0,
        payments: Vec::new(),
        diagnostics: found,
    })
}

/// Reads the first rows with a profile that is being made.
///
/// # Errors
/// When the file cannot be read.
pub fn try_profile(app: &mut App, request: TryProfile) -> Result<TriedProfile, ErrorReply> {
    let payment_date = day_of("payment_date", request.payment_date.as_deref())?;
    let source = ListSource::File(request.path.into());
    let mut payments = Vec::new();
    let mut found = Vec::new();
    let faults = app.try_profile(&source, &request.toml, payment_date, &mut |row| {
        payments.push(preview_payment(&row));
        found.extend(diagnostics(row.findings));
        payments.len() < 20
    })?;
    Ok(TriedProfile { profile_faults: faults, payments, diagnostics: found })
}

fn read_list_of(request: ReadRequest) -> Result<ReadList, ErrorReply> {
    let payment_date = day_of("payment_date", request.payment_date.as_deref())?;
    let source = match (request.path, request.text) {
        (Some(path), _) => ListSource::File(path.into()),
        (None, Some(text)) => {
            let name = request.name.unwrap_or_else(|| crate::texts::text("list-pasted", &[]));
            ListSource::Text { name, text }
        }
        (None, None) => return Err(ErrorReply::bad_request("path", "path")),
    };
    Ok(ReadList { id: request.id, source, profile: request.profile, payment_date })
}

/// Reads a list into a draft.
///
/// # Errors
/// When the file cannot be read, no single profile suits, or it was taken in before.
pub fn read(
    app: &mut App,
    request: ReadRequest,
    watch: &dyn Watch,
) -> Result<ListView, ErrorReply> {
    let asked = read_list_of(request)?;
    let id = app.read_list(&asked, watch)?;
    view_of(app, &id)
}

/// A list with its totals.
///
/// # Errors
/// When there is none, or the database cannot be read.
pub fn list(app: &mut App, request: ListRequest) -> Result<ListView, ErrorReply> {
    view_of(app, &request.list)
}

/// The decisions of a request, in the words of the use case.
pub(crate) fn decisions_of(
    app: &App,
    list: &str,
    decisions: Vec<RowDecision>,
) -> Result<Vec<(u32, Decision)>, ErrorReply> {
    let each = decisions.into_iter().map(|row| {
        let decision = match row.decision.as_str() {
            "park" => Decision::Park,
            "accept" => Decision::Accept,
            "correct" => Decision::Correct(app.fields_named(list, &row.fields)?),
            other => {
                let refused = app::AppError::refused(app::RefusalCode::UnknownDecision);
                return Err(refused.with("text", other).into());
            }
        };
        Ok((row.line, decision))
    });
    each.collect()
}

/// Reads a list and takes it in. With findings that nobody has decided about it stays a draft,
/// which keeps the bank's amount.
///
/// # Errors
/// As [`read`], and where a decision cannot stand.
pub fn import(
    app: &mut App,
    request: ImportRequest,
    watch: &dyn Watch,
) -> Result<Imported, ErrorReply> {
    let asked = read_list_of(request.read)?;
    let decisions = decisions_of(app, &asked.id, request.decisions)?;
    let id = app.read_list(&asked, watch)?;
    // Asked for again, because nobody heard the answer: what was done is told, not done twice.
    let taken_in = app.payment_list(&id)?.state == ListState::Committed;
    if !decisions.is_empty() && !taken_in {
        app.decide_rows(&id, &decisions)?;
    }
    if request.park_faulty && !taken_in {
        app.park_open_rows(&id)?;
    }
    let view = view_of(app, &id)?;
    let waiting = view.summary.open_rows > 0 || !view.list_findings.is_empty();
    let diagnostics = if waiting { open_diagnostics(app, &id)? } else { Vec::new() };
    if !waiting && !taken_in {
        let differs = request.bank_ore.is_some_and(|bank| bank != view.taken.net_ore);
        let unexplained = || crate::texts::text("bank-difference-unexplained", &[]);
        let reason = request.reason.or_else(|| differs.then(unexplained));
        app.commit_list(&id, &BankAmount { bank: request.bank_ore.map(Ore), reason })?;
    } else if let (false, Some(bank)) = (taken_in, request.bank_ore) {
        app.set_bank_amount(&id, &BankAmount { bank: Some(Ore(bank)), reason: request.reason })?;
    }
    let view = view_of(app, &id)?;
    Ok(Imported {
        outcome: if waiting { Outcome::Findings } else { Outcome::Done },
        list: id,
        profile: view.summary.profile,
        sha256: view.sha256,
        rows: view.summary.rows,
        parked: view.parked.rows,
        net_ore: view.file_sum.net_ore - view.parked.net_ore,
        bank_ore: view.summary.bank_ore,
        difference_ore: view.summary.difference_ore,
        diagnostics,
    })
}

/// Findings of the rows that wait for decisions.
fn open_diagnostics(app: &App, id: &str) -> Result<Vec<Diagnostic>, ErrorReply> {
    let list = app.payment_list(id)?;
    let mut found = diagnostics(&app.findings_of_open_rows(&list)?);
    found.extend(diagnostics(&app.open_list_findings(&list)?));
    Ok(found)
}

/// Takes a draft in; without a bank amount with the one that it keeps.
///
/// # Errors
/// When rows wait for decisions, or a difference against the bank has no reason.
pub fn commit(app: &mut App, request: CommitRequest) -> Result<ListView, ErrorReply> {
    let asked = BankAmount { bank: request.bank_ore.map(Ore), reason: request.reason };
    app.commit_list(&request.list, &asked)?;
    view_of(app, &request.list)
}

/// Sets what the bank credited for a draft or a committed list.
///
/// # Errors
/// When the list has been taken back, or a difference of a committed list has no reason.
pub fn bank(app: &mut App, request: CommitRequest) -> Result<ListView, ErrorReply> {
    let asked = BankAmount { bank: request.bank_ore.map(Ore), reason: request.reason };
    app.set_bank_amount(&request.list, &asked)?;
    view_of(app, &request.list)
}

/// Throws a draft away.
///
/// # Errors
/// When the list is no draft.
pub fn discard(app: &mut App, request: ListRequest) -> Result<Lists, ErrorReply> {
    app.discard_list(&request.list)?;
    lists(app, Nothing {})
}

/// Takes a committed list back.
///
/// # Errors
/// When the list is not committed, or no reason is given.
pub fn reverse(app: &mut App, request: ReverseRequest) -> Result<Reversed, ErrorReply> {
    let outcome = app.reverse_list(&request.list, &request.reason)?;
    Ok(Reversed {
        outcome: Outcome::Done,
        list: request.list,
        distributions: outcome.distributions,
        reversing_orders: outcome.reversing_orders,
        withdrawn_orders: outcome.withdrawn_orders,
    })
}
