//! Granska: rows with findings, as written and as meant, and decisions about them.

mod types;

use std::collections::BTreeMap;
use std::path::PathBuf;

use app::App;
use app::model::{ListRecord, ListState, PAGE_ROWS, RowRecord, RowState, Target};
use app::payments::{RowMeaning, RowsShown};
use domain::payment::{Field, PaymentRow};
use domain::{Finding, FindingCode, Severity};

pub use super::payments::ListView;
use super::payments::{decisions_of, view_of};
use super::{Diagnostic, day_text};
pub use super::{ListRequest, RowRequest, WrittenFile};
use crate::listing::Part;
use crate::{ErrorReply, texts};

pub use types::*;

/// Lines that the summary of what was found tells.
const SUMMARY_LINES: usize = 10;

/// The field that stands in a column.
fn field_of(columns: &BTreeMap<Field, u16>, column: Option<u16>) -> Option<Field> {
    let column = column?;
    columns.iter().find(|(_, place)| **place == column).map(|(field, _)| *field)
}

/// The worst finding: errors before warnings, in order of the row.
fn worst(findings: &[Finding]) -> Option<&Finding> {
    findings.iter().min_by_key(|finding| finding.severity())
}

fn name_of(row: &PaymentRow) -> String {
    let parts = [row.family_name.as_deref(), row.given_name.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn row_view(
    record: &RowRecord,
    findings: &[Finding],
    columns: &BTreeMap<Field, u16>,
    by_header: Option<&BTreeMap<Target, String>>,
) -> RowView {
    let state = serde_json::to_value(record.state).unwrap_or_default();
    let row = &record.row;
    let worst = worst(findings);
    let unread = match by_header {
        Some(texts) => unread_by_header(row, texts),
        None => unread_at_fault(record, findings, columns),
    };
    RowView {
        line: record.line,
        state: state.as_str().unwrap_or_default().to_owned(),
        payment_code: row.payment_code.clone(),
        person_name: name_of(row),
        dossier_number: row.dossier_number.map(|number| number.to_string()),
        period_from: day_text(row.period_from),
        period_until: day_text(row.period_until),
        amount_ore: row.amount.map(|amount| amount.0),
        finding_field: worst
            .and_then(|finding| field_of(columns, finding.column))
            .map(|field| field.name().to_owned()),
        finding: worst.map(Diagnostic::from),
        unread,
    }
}

/// The texts of the fields with a finding that have no meaning although something is written.
fn unread_at_fault(
    record: &RowRecord,
    findings: &[Finding],
    columns: &BTreeMap<Field, u16>,
) -> BTreeMap<String, String> {
    let cells = record.cells();
    findings
        .iter()
        .filter_map(|finding| {
            let field = field_of(columns, finding.column)?;
            let written = cells.get(usize::from(finding.column? - 1))?.clone();
            (meant(&record.row, field).is_none() && !written.trim().is_empty())
                .then(|| (field.name().to_owned(), written))
        })
        .collect()
}

/// The texts of a row with the wrong number of cells, where nothing is meant.
fn unread_by_header(
    row: &PaymentRow,
    texts: &BTreeMap<Target, String>,
) -> BTreeMap<String, String> {
    texts
        .iter()
        .filter(|(target, _)| {
            Field::from_name(target.name()).is_none_or(|field| meant(row, field).is_none())
        })
        .map(|(target, text)| (target.name().to_owned(), text.clone()))
        .collect()
}

/// The texts by column of the rows that have the wrong number of cells.
fn texts_by_header(
    app: &App,
    list: &ListRecord,
    rows: &[(RowRecord, Vec<Finding>)],
) -> Result<BTreeMap<u32, BTreeMap<Target, String>>, ErrorReply> {
    use FindingCode::{TooFewFields, TooManyFields};
    let cut = |findings: &[Finding]| {
        findings.iter().any(|found| matches!(found.code, TooFewFields | TooManyFields))
    };
    let mut cut = rows.iter().filter(|(_, findings)| cut(findings)).peekable();
    if cut.peek().is_none() {
        return Ok(BTreeMap::new());
    }
    Ok(app.texts_by_header(list, cut.map(|(row, _)| row))?)
}

/// The field's meaning in plain form: ISO days, digits, kronor with full stop.
fn meant(row: &PaymentRow, field: Field) -> Option<String> {
    match field {
        Field::PaymentDate => day_text(row.payment_date),
        Field::DecisionDate => day_text(row.decision_date),
        Field::CaseNumber => row.case_number.clone(),
        Field::PaymentCode => row.payment_code.clone(),
        Field::CompensationText => row.compensation_text.clone(),
        Field::DossierNumber => row.dossier_number.map(|number| number.hyphenated()),
        Field::PersonalNumber => row.national_number.map(|number| number.to_string()),
        Field::FamilyName => row.family_name.clone(),
        Field::GivenName => row.given_name.clone(),
        Field::PeriodFrom => day_text(row.period_from),
        Field::PeriodUntil => day_text(row.period_until),
        Field::Days => row.days.map(|days| days.to_string()),
        Field::Amount => row.amount.map(crate::format::amount),
    }
}

fn columns_of(app: &App, list: &ListRecord) -> Result<BTreeMap<Field, u16>, ErrorReply> {
    let layout = app.list_format(list)?.layout;
    let column = |field: Field| {
        let target = Target::from_name(field.name())?;
        Some((field, layout.column(target)?))
    };
    Ok(Field::ALL.into_iter().filter_map(column).collect())
}

/// A page of rows.
///
/// # Errors
/// When there is no such list, or the database cannot be read.
pub fn rows(app: &mut App, request: RowsRequest, part: Part) -> Result<RowsPage, ErrorReply> {
    let list = app.payment_list(&request.list)?;
    let columns = columns_of(app, &list)?;
    let page = match (request.at_line, &request.filter) {
        (None, _) => part.only(),
        (Some(line), RowFilter::All) => Some(app.page_of_line(&list, line)?),
        (Some(_), _) => return Err(ErrorReply::bad_request("at_line", "filter")),
    };
    let shown = match request.filter {
        RowFilter::All => RowsShown::All,
        RowFilter::Clean => RowsShown::Clean,
        RowFilter::Errors => RowsShown::OpenWith(Severity::Error),
        RowFilter::Warnings => RowsShown::OpenWith(Severity::Warning),
        RowFilter::Open => RowsShown::In(RowState::Open),
        RowFilter::Corrected => RowsShown::In(RowState::Corrected),
        RowFilter::Parked => RowsShown::In(RowState::Parked),
        RowFilter::Accepted => RowsShown::In(RowState::Accepted),
    };
    let found = app.rows_with_findings(&list, shown, page)?;
    let page = page.unwrap_or(0);
    let by_header = texts_by_header(app, &list, &found)?;
    let rows = found
        .iter()
        .map(|(record, findings)| row_view(record, findings, &columns, by_header.get(&record.line)))
        .collect();
    Ok(RowsPage { rows, page, page_rows: PAGE_ROWS })
}

/// A row with everything that can be said about it.
///
/// # Errors
/// When there is no such row, or the database cannot be read.
pub fn row(app: &mut App, request: RowRequest) -> Result<RowDetail, ErrorReply> {
    let list = app.payment_list(&request.list)?;
    let meaning = app.row_meaning(&request.list, request.line)?;
    let settled_in_list = list.state == ListState::Draft;
    let parked = meaning.record.state == RowState::Parked;
    let committed = list.state == ListState::Committed;
    let has_error = meaning.findings.iter().any(|found| found.severity() == Severity::Error);
    let decisions = meaning
        .decisions
        .iter()
        .map(|decision| DecisionView {
            kind: decision.kind.as_str().to_owned(),
            actor: decision.actor.clone(),
            at: decision.at.clone(),
            fields: decision
                .overrides
                .iter()
                .map(|(field, text)| (field.to_string(), text.clone()))
                .collect(),
        })
        .collect();
    let found = [(meaning.record.clone(), meaning.findings.clone())];
    let by_header = texts_by_header(app, &list, &found)?;
    Ok(RowDetail {
        row: row_view(
            &meaning.record,
            &meaning.findings,
            &meaning.columns,
            by_header.get(&meaning.record.line),
        ),
        fields: field_views(&meaning),
        findings: super::diagnostics(&meaning.findings),
        proposal: meaning.proposal.as_ref().map(|proposal| ProposalView {
            fields: proposal
                .overrides
                .iter()
                .map(|(field, text)| (field.to_string(), text.clone()))
                .collect(),
            reason: texts::text(&format!("proposal-{}", proposal.reason.as_str()), &[]),
        }),
        can_decide: settled_in_list || (committed && parked),
        can_accept: !has_error
            && (settled_in_list && !meaning.findings.is_empty() || committed && parked),
        decisions,
    })
}

fn field_views(meaning: &RowMeaning) -> Vec<FieldView> {
    let cells = meaning.record.cells();
    Field::ALL
        .into_iter()
        .filter(|field| {
            meaning.columns.contains_key(field) || meant(&meaning.record.row, *field).is_some()
        })
        .map(|field| {
            let column = meaning.columns.get(&field).copied();
            let cell = column.and_then(|column| cells.get(usize::from(column - 1)));
            let written = cell.cloned().unwrap_or_default();
            let finding = meaning
                .findings
                .iter()
                .filter(|finding| finding.column.is_some() && finding.column == column)
                .min_by_key(|finding| finding.severity());
            let mark = finding.and_then(|finding| mark_of(finding.code, &written));
            FieldView {
                field: field.name().to_owned(),
                label: texts::text(&format!("field-{}", field.name().replace('_', "-")), &[]),
                column,
                meant: meant(&meaning.record.row, field),
                corrected: meaning.overrides.contains_key(&field),
                severity: finding.map(|finding| match finding.severity() {
                    Severity::Error => "error".to_owned(),
                    Severity::Warning => "warning".to_owned(),
                }),
                mark_from: mark.map(|(from, _)| from),
                mark_until: mark.map(|(_, until)| until),
                written,
            }
        })
        .collect()
}

/// Which characters of the text are at fault, where that can be pointed out.
fn mark_of(code: FindingCode, written: &str) -> Option<(u32, u32)> {
    let characters: Vec<char> = written.chars().collect();
    let at = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
    let span = |from: usize, until: usize| Some((at(from), at(until)));
    let digits_from = characters.iter().position(char::is_ascii_digit)?;
    match code {
        FindingCode::AmountNotANumber => {
            let odd = characters.iter().position(|c| c.is_alphabetic())?;
            span(odd, odd + 1)
        }
        FindingCode::CheckDigit => {
            let last = characters.iter().rposition(char::is_ascii_digit)?;
            span(last, last + 1)
        }
        FindingCode::ScientificNotation => {
            let exponent = characters.iter().position(|c| matches!(c, 'E' | 'e'))?;
            span(exponent, characters.len())
        }
        FindingCode::AmountAmbiguous => {
            let first = characters.iter().position(|c| matches!(c, ',' | '.'))?;
            let last = characters.iter().rposition(|c| matches!(c, ',' | '.'))?;
            span(first, last + 1)
        }
        FindingCode::FormulaText => span(0, 1),
        FindingCode::DateImpossible | FindingCode::LeadingZeroLost => {
            span(digits_from, characters.len())
        }
        _ => None,
    }
}

/// Tries a correction without keeping it.
///
/// # Errors
/// When there is no such row or field, or the database cannot be read.
pub fn try_correction(
    app: &mut App,
    request: TryCorrection,
) -> Result<TriedCorrection, ErrorReply> {
    let fields = app.fields_named(&request.list, &request.fields)?;
    let (row, findings) = app.try_correction(&request.list, request.line, &fields)?;
    let all = Field::ALL.into_iter();
    Ok(TriedCorrection {
        meant: all.map(|field| (field.name().to_owned(), meant(&row, field))).collect(),
        findings: super::diagnostics(&findings),
    })
}

/// Decides about rows, all or none.
///
/// # Errors
/// When a row cannot be decided so.
pub fn decide(app: &mut App, request: DecideRequest) -> Result<ListView, ErrorReply> {
    let decisions = decisions_of(app, &request.list, request.decisions)?;
    app.decide_rows(&request.list, &decisions)?;
    view_of(app, &request.list)
}

/// Undoes the last decision about a row or the whole draft.
///
/// # Errors
/// When there is nothing to undo.
pub fn undo(app: &mut App, request: UndoRequest) -> Result<Undone, ErrorReply> {
    let line = app.undo_decision(&request.list, request.line)?;
    Ok(Undone { line, view: view_of(app, &request.list)? })
}

/// What waits for decisions: count, sum, the first ten.
///
/// # Errors
/// When there is no such list, or the database cannot be read.
pub fn summary(app: &mut App, request: ListRequest) -> Result<FindingsSummary, ErrorReply> {
    let list = app.payment_list(&request.list)?;
    let open = app.list_standing(&request.list)?.sums.of(RowState::Open);
    let mut first = Vec::new();
    let waiting = app.rows_with_findings(&list, RowsShown::In(RowState::Open), Some(0))?;
    for (record, findings) in waiting.into_iter().take(SUMMARY_LINES) {
        let amount_ore = record.row.amount.map(|amount| amount.0);
        first.extend(
            worst(&findings)
                .map(|finding| SummaryLine { finding: Diagnostic::from(finding), amount_ore }),
        );
    }
    Ok(FindingsSummary { rows: open.rows, net_ore: open.net().0, first })
}

/// Writes the protocol of a review.
///
/// # Errors
/// When there is no such list, or the file cannot be written.
pub fn protocol(app: &mut App, request: ProtocolRequest) -> Result<WrittenFile, ErrorReply> {
    let path = PathBuf::from(&request.path);
    let bytes = app.write_protocol(&request.list, &path)?;
    Ok(WrittenFile { path: request.path, bytes })
}
