//! Settling rows with findings: correct, park, accept, undo.

use std::collections::BTreeMap;

use domain::checks::{Fault, faults_of_meaning};
use domain::codes::CodeTable;
use domain::payment::{Field, PaymentRow};
use domain::{Finding, FindingCode};
use importing::{Cells, Given, Interpreter, Overrides, Profile, Proposal, Target};
use serde_json::json;
use store::lists::{DecisionRecord, ListRecord, ListState, RowRecord, RowState};
use store::{Changed, Read, Write};

use super::format::{ListFormat, read_with};
use super::reading::has_errors;
use crate::error::{AppError, RefusalCode};
use crate::{Action, App, Result};

/// What somebody decides about a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The fields say something else; the original stays beside.
    Correct(BTreeMap<Field, String>),
    /// No payment until it is settled.
    Park,
    /// Warnings are in order. For a parked row: it is released as it is meant.
    Accept,
}

impl Decision {
    fn kind(&self) -> &'static str {
        match self {
            Decision::Correct(_) => "correct",
            Decision::Park => "park",
            Decision::Accept => "accept",
        }
    }
}

/// A row with everything that can be said about it.
#[derive(Clone, Debug)]
pub struct RowMeaning {
    /// As written and as meant.
    pub record: RowRecord,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
    /// Corrections in force.
    pub overrides: Overrides,
    /// A correction to be accepted or not.
    pub proposal: Option<Proposal>,
    /// Column number of each field, where the list has one.
    pub columns: BTreeMap<Field, u16>,
    /// Decisions about it, in order.
    pub decisions: Vec<DecisionRecord>,
}

/// The decisions in force about a row: those that have not been undone.
fn in_force(decisions: &[DecisionRecord]) -> Vec<&DecisionRecord> {
    let mut standing: Vec<&DecisionRecord> = Vec::new();
    for decision in decisions {
        if decision.kind == "undo" {
            standing.pop();
        } else {
            standing.push(decision);
        }
    }
    standing
}

/// Corrections in force: later ones go before earlier ones, field by field.
fn overrides_of(standing: &[&DecisionRecord]) -> Overrides {
    standing.iter().flat_map(|decision| decision.overrides.clone()).collect()
}

/// Understands rows of one list again.
struct Rereading {
    list: ListRecord,
    format: ListFormat,
    profile: Profile,
    codes: CodeTable,
}

impl Rereading {
    fn of(read: &Read<'_>, list: &ListRecord) -> Result<Rereading> {
        let (format, profile) = read_with(list)?;
        Ok(Rereading { list: list.clone(), format, profile, codes: read.code_table()? })
    }

    fn interpreter(&self) -> Interpreter<'_> {
        let given = Given { payment_date: self.list.given_date, reference: self.list.read_on };
        Interpreter::new(&self.profile, &self.format.layout, given)
    }

    /// What the row means under `overrides`, with all its faults.
    fn faults(&self, written: &Cells, overrides: &Overrides) -> (PaymentRow, Vec<Fault>) {
        let (row, mut faults) = self.interpreter().interpret(written, overrides);
        faults.extend(faults_of_meaning(&row, &faults, &self.codes));
        (row, faults)
    }

    /// The row under `overrides` with its findings. That it equals another row is kept as it was,
    /// as long as nothing has been corrected.
    fn meaning(
        &self,
        record: &RowRecord,
        before: &[Finding],
        overrides: &Overrides,
    ) -> (PaymentRow, Vec<Finding>) {
        let written = Cells::from_joined(&record.written);
        let (row, faults) = self.faults(&written, overrides);
        let layout = &self.format.layout;
        let mut findings: Vec<Finding> =
            faults.iter().map(|fault| layout.place(fault, record.line)).collect();
        let equals = |finding: &&Finding| {
            use FindingCode::{DuplicateOfEarlierList, DuplicateRow};
            matches!(finding.code, DuplicateRow | DuplicateOfEarlierList)
        };
        if overrides.is_empty() {
            findings.extend(before.iter().filter(equals).cloned());
        }
        (row, findings)
    }
}

impl App {
    /// A row with findings, corrections and a proposal.
    ///
    /// # Errors
    /// When there is no such row, or the database cannot be read.
    pub fn row_meaning(&self, list: &str, line: u32) -> Result<RowMeaning> {
        let list = self.list(list)?;
        let read = self.store.read();
        let record = row_of(&read, &list, line)?;
        let rereading = Rereading::of(&read, &list)?;
        let decisions = read.decisions(list.list_no, Some(line))?;
        let overrides = overrides_of(&in_force(&decisions));
        let written = Cells::from_joined(&record.written);
        let (_, faults) = rereading.faults(&written, &overrides);
        let proposal = rereading.interpreter().propose(&written, &faults);
        let layout = &rereading.format.layout;
        let columns = Field::ALL
            .into_iter()
            .filter_map(|field| {
                let target = Target::from_name(field.name())?;
                Some((field, layout.column(target)?))
            })
            .collect();
        let findings = read.findings(list.list_no, Some(line))?;
        Ok(RowMeaning { record, findings, overrides, proposal, columns, decisions })
    }

    /// The texts of those rows that have too few or too many cells, as they probably belong to the
    /// columns, by line; see [`Interpreter::by_header`].
    ///
    /// # Errors
    /// When what is kept is damaged.
    pub fn texts_by_header<'r>(
        &self,
        list: &ListRecord,
        rows: impl Iterator<Item = &'r RowRecord>,
    ) -> Result<BTreeMap<u32, BTreeMap<Target, String>>> {
        let rereading = Rereading::of(&self.store.read(), list)?;
        let interpreter = rereading.interpreter();
        let texts = rows.filter_map(|row| {
            Some((row.line, interpreter.by_header(&Cells::from_joined(&row.written))?))
        });
        Ok(texts.collect())
    }

    /// The list with that id.
    ///
    /// # Errors
    /// When there is none, or the database cannot be read.
    pub fn payment_list(&self, id: &str) -> Result<ListRecord> {
        self.list(id)
    }

    /// How a list was read.
    ///
    /// # Errors
    /// When what is kept is damaged.
    pub fn list_format(&self, list: &ListRecord) -> Result<ListFormat> {
        Ok(read_with(list)?.0)
    }

    /// The finding that a list's own sum differs, while nobody has accepted it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn open_control_total(&self, list: &ListRecord) -> Result<Option<Finding>> {
        open_control_total(&self.store.read(), list)
    }

    /// Whether any decision about a list's rows is in force.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn has_decision_in_force(&self, list: &ListRecord) -> Result<bool> {
        let mut by_line: BTreeMap<u32, i64> = BTreeMap::new();
        for decision in self.store.read().decisions(list.list_no, None)? {
            *by_line.entry(decision.line).or_default() +=
                if decision.kind == "undo" { -1 } else { 1 };
        }
        Ok(by_line.values().any(|standing| *standing > 0))
    }

    /// What a row would mean with these corrections on top of those in force; nothing is kept.
    ///
    /// # Errors
    /// When there is no such row, or the database cannot be read.
    pub fn try_correction(
        &self,
        list: &str,
        line: u32,
        fields: &BTreeMap<Field, String>,
    ) -> Result<(PaymentRow, Vec<Finding>)> {
        let list = self.list(list)?;
        let read = self.store.read();
        let record = row_of(&read, &list, line)?;
        let decisions = read.decisions(list.list_no, Some(line))?;
        let mut overrides = overrides_of(&in_force(&decisions));
        overrides.extend(fields.clone());
        Ok(Rereading::of(&read, &list)?.meaning(&record, &[], &overrides))
    }

    /// Decides about rows, all or none. In a draft any row can be settled; in a committed list a
    /// parked row can be corrected or accepted, and becomes a payment then.
    ///
    /// # Errors
    /// When a row cannot be decided so; nothing has been decided then.
    pub fn decide_rows(&mut self, list: &str, decisions: &[(u32, Decision)]) -> Result<()> {
        let list = self.list(list)?;
        let released = match list.state {
            ListState::Draft => false,
            ListState::Committed => true,
            ListState::Reversed => return Err(AppError::refused(RefusalCode::ListNotDraft)),
        };
        let action = if released { Action::ReleaseRow } else { Action::DecideRows };
        self.change(action, |write| {
            let rereading = Rereading::of(write, &list)?;
            let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
            for (line, decision) in decisions {
                if !released && accepts_control_total(&rereading, *line, decision) {
                    write.add_decision(list.list_no, *line, "accept", &Overrides::new())?;
                } else if released {
                    release(write, &rereading, *line, decision)?;
                } else {
                    decide(write, &rereading, *line, decision)?;
                }
                *counts.entry(decision.kind()).or_default() += 1;
            }
            Ok(Changed { value: (), object: list.id.clone(), detail: json!(counts) })
        })
    }

    /// Parks every row of a draft that waits for a decision, and says how many.
    ///
    /// # Errors
    /// When the list is no draft, or the database cannot be written.
    pub fn park_open_rows(&mut self, list: &str) -> Result<u64> {
        let record = self.list(list)?;
        let mut parked = Vec::new();
        for page in 0.. {
            let rows = self.store.read().rows_in_states(record.list_no, &[RowState::Open], page)?;
            if rows.is_empty() {
                break;
            }
            parked.extend(rows.into_iter().map(|row| (row.line, Decision::Park)));
        }
        if let Some(finding) = open_control_total(&self.store.read(), &record)? {
            parked.push((finding.line, Decision::Accept));
        }
        if !parked.is_empty() {
            self.decide_rows(list, &parked)?;
        }
        Ok(parked.len() as u64)
    }

    /// Undoes the last decision in force about a row, or about the whole draft. Says which row.
    ///
    /// # Errors
    /// When there is nothing to undo, or the list is no draft.
    pub fn undo_decision(&mut self, list: &str, line: Option<u32>) -> Result<u32> {
        let list = self.list(list)?;
        if list.state != ListState::Draft {
            return Err(AppError::refused(RefusalCode::ListNotDraft));
        }
        self.change(Action::UndoDecision, |write| {
            let decisions = write.decisions(list.list_no, line)?;
            let mut by_line: BTreeMap<u32, Vec<DecisionRecord>> = BTreeMap::new();
            for decision in decisions {
                by_line.entry(decision.line).or_default().push(decision);
            }
            let last = by_line
                .values()
                .filter_map(|decisions| in_force(decisions).last().copied())
                .max_by_key(|decision| decision.decision_no)
                .cloned()
                .ok_or_else(|| AppError::refused(RefusalCode::NothingToUndo))?;
            write.add_decision(list.list_no, last.line, "undo", &Overrides::new())?;
            let rereading = Rereading::of(write, &list)?;
            settle_again(write, &rereading, last.line)?;
            let detail = json!({ "line": last.line, "undone": last.kind });
            Ok(Changed { value: last.line, object: list.id.clone(), detail })
        })
    }
}

fn row_of(read: &Read<'_>, list: &ListRecord, line: u32) -> Result<RowRecord> {
    read.row(list.list_no, line)?
        .ok_or_else(|| AppError::refused(RefusalCode::NoSuchRow).with("line", line))
}

/// The sum row is no payment row; its one finding can only be accepted.
fn accepts_control_total(rereading: &Rereading, line: u32, decision: &Decision) -> bool {
    let total = rereading.format.control_total.as_ref();
    total.is_some_and(|total| total.line == line) && *decision == Decision::Accept
}

/// The finding that a list's own sum differs, while nobody has accepted it.
pub(crate) fn open_control_total(read: &Read<'_>, list: &ListRecord) -> Result<Option<Finding>> {
    let (format, _) = read_with(list)?;
    let Some(total) = &format.control_total else { return Ok(None) };
    let Some(finding) = total.finding(&format.layout) else { return Ok(None) };
    let decisions = read.decisions(list.list_no, Some(total.line))?;
    Ok(in_force(&decisions).is_empty().then_some(finding))
}

fn decide(write: &Write<'_>, rereading: &Rereading, line: u32, decision: &Decision) -> Result<()> {
    let list_no = rereading.list.list_no;
    let record = row_of(write, &rereading.list, line)?;
    let findings = write.findings(list_no, Some(line))?;
    match decision {
        Decision::Park => {}
        Decision::Accept if findings.is_empty() => {
            return Err(AppError::refused(RefusalCode::NothingToAccept).with("line", line));
        }
        Decision::Accept if has_errors(&findings) => {
            return Err(AppError::refused(RefusalCode::ErrorsNotAcceptable).with("line", line));
        }
        Decision::Accept => {}
        Decision::Correct(fields) => {
            let decisions = write.decisions(list_no, Some(line))?;
            let mut overrides = overrides_of(&in_force(&decisions));
            overrides.extend(fields.clone());
            let (_, left) = rereading.meaning(&record, &[], &overrides);
            if has_errors(&left) {
                return Err(AppError::refused(RefusalCode::CorrectionHasErrors).with("line", line));
            }
        }
    }
    add(write, rereading, line, decision)?;
    settle_again(write, rereading, line)
}

fn add(write: &Write<'_>, rereading: &Rereading, line: u32, decision: &Decision) -> Result<()> {
    let none = Overrides::new();
    let overrides = match decision {
        Decision::Correct(fields) => fields,
        Decision::Park | Decision::Accept => &none,
    };
    Ok(write.add_decision(rereading.list.list_no, line, decision.kind(), overrides)?)
}

/// Brings a row's meaning, findings and state in line with the decisions in force.
fn settle_again(write: &Write<'_>, rereading: &Rereading, line: u32) -> Result<()> {
    let list_no = rereading.list.list_no;
    let mut record = row_of(write, &rereading.list, line)?;
    let decisions = write.decisions(list_no, Some(line))?;
    let standing = in_force(&decisions);
    let overrides = overrides_of(&standing);
    let before = write.findings(list_no, Some(line))?;
    let (row, findings) = rereading.meaning(&record, &before, &overrides);
    record.row = row;
    record.state = match standing.last().map(|decision| decision.kind.as_str()) {
        Some("park") => RowState::Parked,
        Some("accept") if !has_errors(&findings) => RowState::Accepted,
        Some("correct") if findings.is_empty() => RowState::Corrected,
        _ if findings.is_empty() => RowState::Clean,
        _ => RowState::Open,
    };
    // A correction brings equal rows to light only when the list is read again, but never loses
    // one: without overrides the earlier finding is kept.
    Ok(write.replace_row(list_no, &record, &findings)?)
}

/// Settles a parked row of a committed list: it becomes a payment.
fn release(write: &Write<'_>, rereading: &Rereading, line: u32, decision: &Decision) -> Result<()> {
    let list_no = rereading.list.list_no;
    let mut record = row_of(write, &rereading.list, line)?;
    if record.state != RowState::Parked || *decision == Decision::Park {
        return Err(AppError::refused(RefusalCode::ListNotDraft));
    }
    let decisions = write.decisions(list_no, Some(line))?;
    let mut overrides = overrides_of(&in_force(&decisions));
    if let Decision::Correct(fields) = decision {
        overrides.extend(fields.clone());
    }
    let before = write.findings(list_no, Some(line))?;
    let (row, findings) = rereading.meaning(&record, &before, &overrides);
    if has_errors(&findings) {
        return Err(AppError::refused(RefusalCode::CorrectionHasErrors).with("line", line));
    }
    add(write, rereading, line, decision)?;
    record.row = row;
    record.state = if overrides.is_empty() { RowState::Accepted } else { RowState::Corrected };
    write.replace_row(list_no, &record, &findings)?;
    write.enter_payment(list_no, line, rereading.codes.clone())?;
    Ok(())
}

/// Looks again at the open rows of drafts that have the payment code, once it is known.
pub(crate) fn look_again(write: &Write<'_>, payment_code: &str) -> Result<u64> {
    let mut settled = 0;
    for list in write.lists()?.into_iter().filter(|list| list.state == ListState::Draft) {
        let rereading = Rereading::of(write, &list)?;
        let mut lines = Vec::new();
        for finding in write.findings(list.list_no, None)? {
            let about = finding.values.iter().any(|(_, value)| value == payment_code);
            if finding.code == FindingCode::UnknownPaymentCode && about {
                lines.push(finding.line);
            }
        }
        settled += lines.len() as u64;
        for line in lines {
            settle_again(write, &rereading, line)?;
        }
    }
    Ok(settled)
}
