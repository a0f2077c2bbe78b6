//! What decisions make of a row: its meaning, findings and state.

use std::collections::{BTreeMap, BTreeSet};

use domain::checks::{Fault, faults_of_meaning};
use domain::codes::CodeTable;
use domain::finding::DecisionKind;
use domain::payment::{Field, Keys, PaymentRow};
use domain::{Finding, FindingCode};
use importing::{Cells, Given, Interpreter, Overrides, Profile};
use store::lists::{DecisionRecord, ListRecord, ListState, RowRecord, RowState};
use store::{Read, Write};

use super::Decision;
use super::doubles::{doubles_among, is_double};
use super::format::{ListFormat, read_with};
use super::reading::has_errors;
use crate::Result;
use crate::error::{AppError, RefusalCode};

/// The decisions in force about a row: those that have not been undone.
pub(super) fn in_force(decisions: &[DecisionRecord]) -> Vec<&DecisionRecord> {
    let mut standing: Vec<&DecisionRecord> = Vec::new();
    for decision in decisions {
        if decision.kind == DecisionKind::Undo {
            standing.pop();
        } else {
            standing.push(decision);
        }
    }
    standing
}

/// Corrections in force: later ones go before earlier ones, field by field.
pub(super) fn overrides_of(standing: &[&DecisionRecord]) -> Overrides {
    standing.iter().flat_map(|decision| decision.overrides.clone()).collect()
}

pub(super) fn row_of(read: &Read<'_>, list: &ListRecord, line: u32) -> Result<RowRecord> {
    read.row(list.list_no, line)?
        .ok_or_else(|| AppError::refused(RefusalCode::NoSuchRow).with("line", line))
}

/// Understands rows of one list again.
pub(super) struct Rereading {
    pub(super) list: ListRecord,
    pub(super) format: ListFormat,
    profile: Profile,
    codes: CodeTable,
}

impl Rereading {
    pub(super) fn of(read: &Read<'_>, list: &ListRecord) -> Result<Rereading> {
        let (format, profile) = read_with(list)?;
        Ok(Rereading { list: list.clone(), format, profile, codes: read.code_table()? })
    }

    pub(super) fn interpreter(&self) -> Interpreter<'_> {
        let given = Given {
            payment_date: self.list.given_date,
            reference: self.list.read_on,
            usual_days: self.format.usual_days,
        };
        Interpreter::new(&self.profile, &self.format.layout, given)
    }

    /// What the row means under `overrides`, with all its faults.
    pub(super) fn faults(
        &self,
        written: &Cells,
        overrides: &Overrides,
    ) -> (PaymentRow, Vec<Fault>) {
        let (row, mut faults) = self.interpreter().interpret(written, overrides);
        faults.extend(faults_of_meaning(&row, &faults, &self.codes));
        (row, faults)
    }

    /// The row under `overrides` with what is found in the row itself.
    fn own_meaning(&self, record: &RowRecord, overrides: &Overrides) -> (PaymentRow, Vec<Finding>) {
        let (row, faults) = self.faults(&Cells::from_joined(&record.written), overrides);
        let layout = &self.format.layout;
        let findings = faults.iter().map(|fault| layout.place(fault, record.line)).collect();
        (row, findings)
    }

    /// The row under `overrides` with its findings, that it is a double among them.
    pub(super) fn meaning(
        &self,
        read: &Read<'_>,
        record: &RowRecord,
        overrides: &Overrides,
    ) -> Result<(PaymentRow, Vec<Finding>)> {
        let (row, mut findings) = self.own_meaning(record, overrides);
        if !has_errors(&findings) {
            let asked = BTreeMap::from([(record.line, &row)]);
            let seen = read.findings(self.list.list_no, Some(record.line))?;
            let mut doubles = doubles_among(read, &self.list, &self.codes, &asked, seen.iter())?;
            findings.extend(doubles.remove(&record.line).filter(|found| answers(found, overrides)));
        }
        Ok((row, findings))
    }

    /// Whether something about the list as a whole stands on that line: it is no row, and what is
    /// found there can only be accepted.
    pub(super) fn is_of_list(&self, line: u32) -> bool {
        self.format.findings().iter().any(|finding| finding.line == line)
    }
}

/// Whether a double is still to be decided about: whoever has corrected the amount has said what is
/// paid beside what was paid before.
fn answers(double: &Finding, overrides: &Overrides) -> bool {
    double.code != FindingCode::AmountDiffersFromEarlier || !overrides.contains_key(&Field::Amount)
}

/// What was found about a list as a whole and nobody has accepted.
pub(crate) fn open_list_findings(read: &Read<'_>, list: &ListRecord) -> Result<Vec<Finding>> {
    let (format, _) = read_with(list)?;
    let mut open = format.findings();
    let lines: BTreeSet<u32> = open.iter().map(|finding| finding.line).collect();
    for line in lines {
        if !in_force(&read.decisions(list.list_no, Some(line))?).is_empty() {
            open.retain(|finding| finding.line != line);
        }
    }
    Ok(open)
}

/// How many rows are settled together: what one needs of the others is read once for them all.
const TOGETHER: usize = 20_000;

/// Decides about rows of a draft, in order.
pub(super) fn decide(
    write: &Write<'_>,
    rereading: &Rereading,
    decisions: &[(u32, Decision)],
) -> Result<()> {
    let mut decided = BTreeSet::new();
    let mut corrected = false;
    for (line, decision) in decisions {
        // What a correction makes of other rows must be seen by what is decided about them.
        let corrects = matches!(decision, Decision::Correct(_));
        if decided.contains(line) || corrected && !corrects || decided.len() == TOGETHER {
            settle(write, rereading, &std::mem::take(&mut decided))?;
            corrected = false;
        }
        if rereading.is_of_list(*line) && *decision == Decision::Accept {
            add(write, rereading, *line, decision)?;
            continue;
        }
        check(write, rereading, *line, decision)?;
        add(write, rereading, *line, decision)?;
        decided.insert(*line);
        corrected |= corrects;
    }
    settle(write, rereading, &decided)
}

/// Refuses what cannot be decided about a row.
fn check(write: &Write<'_>, rereading: &Rereading, line: u32, decision: &Decision) -> Result<()> {
    let list_no = rereading.list.list_no;
    let record = row_of(write, &rereading.list, line)?;
    match decision {
        Decision::Park => {}
        Decision::Accept => {
            let findings = write.findings(list_no, Some(line))?;
            if findings.is_empty() {
                return Err(AppError::refused(RefusalCode::NothingToAccept).with("line", line));
            }
            if has_errors(&findings) {
                return Err(AppError::refused(RefusalCode::ErrorsNotAcceptable).with("line", line));
            }
        }
        Decision::Correct(fields) => {
            let decisions = write.decisions(list_no, Some(line))?;
            let mut overrides = overrides_of(&in_force(&decisions));
            overrides.extend(fields.clone());
            if has_errors(&rereading.own_meaning(&record, &overrides).1) {
                return Err(AppError::refused(RefusalCode::CorrectionHasErrors).with("line", line));
            }
        }
    }
    Ok(())
}

fn add(write: &Write<'_>, rereading: &Rereading, line: u32, decision: &Decision) -> Result<()> {
    let none = Overrides::new();
    let overrides = match decision {
        Decision::Correct(fields) => fields,
        Decision::Park | Decision::Accept => &none,
    };
    Ok(write.add_decision(rereading.list.list_no, line, decision.kind(), overrides)?)
}

/// A row while it is being settled.
struct Settling {
    record: RowRecord,
    decisions: Vec<DecisionRecord>,
    overrides: Overrides,
    seen: Vec<Finding>,
    row: PaymentRow,
    findings: Vec<Finding>,
}

impl Settling {
    fn of(write: &Write<'_>, rereading: &Rereading, line: u32) -> Result<Settling> {
        let list_no = rereading.list.list_no;
        let record = row_of(write, &rereading.list, line)?;
        let decisions = write.decisions(list_no, Some(line))?;
        let overrides = overrides_of(&in_force(&decisions));
        let seen = write.findings(list_no, Some(line))?;
        let (row, findings) = rereading.own_meaning(&record, &overrides);
        Ok(Settling { record, decisions, overrides, seen, row, findings })
    }

    /// The keys under which others may see it otherwise than until now.
    fn moved_keys(&self) -> impl Iterator<Item = i64> {
        let before = self.record.keys(&self.seen);
        let now = if has_errors(&self.findings) { Keys::default() } else { self.row.keys() };
        let moved = before != now || self.record.row != self.row;
        let keys = [before.dossier, before.national, now.dossier, now.national];
        keys.into_iter().filter(move |key| moved && *key != 0)
    }

    fn end(
        mut self,
        write: &Write<'_>,
        rereading: &Rereading,
        double: Option<Finding>,
    ) -> Result<()> {
        let list_no = rereading.list.list_no;
        let mut standing = in_force(&self.decisions);
        if double.as_ref().is_some_and(|double| !self.seen.contains(double)) {
            void_acceptances(write, list_no, self.record.line, &mut standing)?;
        }
        let mut findings = self.findings;
        findings.extend(double);
        self.record.row = self.row;
        self.record.state = match standing.last().map(|decision| decision.kind) {
            Some(DecisionKind::Park) => RowState::Parked,
            Some(DecisionKind::Accept) if !has_errors(&findings) => RowState::Accepted,
            Some(DecisionKind::Correct) if findings.is_empty() => RowState::Corrected,
            _ if findings.is_empty() => RowState::Clean,
            _ => RowState::Open,
        };
        Ok(write.replace_row(list_no, &self.record, &findings)?)
    }
}

/// Brings rows of a draft in line with the decisions in force, and with them the rows that they were
/// doubles of until now, or are from now on.
pub(super) fn settle(
    write: &Write<'_>,
    rereading: &Rereading,
    lines: &BTreeSet<u32>,
) -> Result<()> {
    let list_no = rereading.list.list_no;
    let settling = |line: &u32| Settling::of(write, rereading, *line);
    let mut rows: Vec<Settling> = lines.iter().map(settling).collect::<Result<_>>()?;
    let moved: BTreeSet<i64> = rows.iter().flat_map(Settling::moved_keys).collect();
    let moved: Vec<i64> = moved.into_iter().collect();
    let beside = write.lines_with_keys(list_no, &moved)?;
    for line in beside.difference(lines) {
        rows.push(settling(line)?);
    }
    let whole = rows.iter().filter(|row| !has_errors(&row.findings));
    let whole: BTreeMap<u32, &PaymentRow> = whole.map(|row| (row.record.line, &row.row)).collect();
    let seen = rows.iter().flat_map(|row| &row.seen);
    let mut doubles = doubles_among(write, &rereading.list, &rereading.codes, &whole, seen)?;
    for row in rows {
        let line = row.record.line;
        let double = doubles.remove(&line).filter(|double| answers(double, &row.overrides));
        let as_seen = double.as_ref() == row.seen.iter().find(|finding| is_double(finding));
        if lines.contains(&line) || !as_seen {
            row.end(write, rereading, double)?;
        }
    }
    Ok(())
}

/// An acceptance holds for what was in sight when it was given: a double that has come to light
/// since takes it out of force. What else was decided stands.
fn void_acceptances(
    write: &Write<'_>,
    list_no: store::ListNo,
    line: u32,
    standing: &mut Vec<&DecisionRecord>,
) -> Result<()> {
    let Some(first) = standing.iter().position(|made| made.kind == DecisionKind::Accept) else {
        return Ok(());
    };
    for _ in first..standing.len() {
        write.add_decision(list_no, line, DecisionKind::Undo, &Overrides::new())?;
    }
    standing.retain(|made| made.kind != DecisionKind::Accept);
    for kept in &standing[first..] {
        write.add_decision(list_no, line, kept.kind, &kept.overrides)?;
    }
    Ok(())
}

/// Settles a parked row of a committed list: it becomes a payment. Where it is the same payment as
/// one that stands it stays parked, corrected and with that finding, until somebody who has it in
/// sight accepts it. Says whether it was released.
pub(super) fn release(
    write: &Write<'_>,
    rereading: &Rereading,
    line: u32,
    decision: &Decision,
) -> Result<bool> {
    let list = &rereading.list;
    let mut record = row_of(write, list, line)?;
    if record.state != RowState::Parked || *decision == Decision::Park {
        return Err(AppError::refused(RefusalCode::ListNotDraft));
    }
    let decisions = write.decisions(list.list_no, Some(line))?;
    let mut overrides = overrides_of(&in_force(&decisions));
    if let Decision::Correct(fields) = decision {
        overrides.extend(fields.clone());
    }
    let seen = write.findings(list.list_no, Some(line))?;
    let (row, findings) = rereading.meaning(write, &record, &overrides)?;
    if has_errors(&findings) {
        return Err(AppError::refused(RefusalCode::CorrectionHasErrors).with("line", line));
    }
    record.row = row;
    let accepts = *decision == Decision::Accept;
    let held = findings.iter().any(|found| is_double(found) && !(accepts && seen.contains(found)));
    if !(held && accepts) {
        add(write, rereading, line, decision)?;
    }
    if !held {
        record.state = if overrides.is_empty() { RowState::Accepted } else { RowState::Corrected };
    }
    write.replace_row(list.list_no, &record, &findings)?;
    if !held {
        write.enter_payment(list.list_no, line, rereading.codes.clone())?;
        if list.payment_date.is_none() {
            write.settle_payment_date(list.list_no)?;
        }
    }
    Ok(!held)
}

/// Looks again at the open rows of drafts that have the payment code, once it is known.
pub(crate) fn look_again(write: &Write<'_>, payment_code: &str) -> Result<u64> {
    let mut settled = 0;
    for list in write.lists()?.into_iter().filter(|list| list.state == ListState::Draft) {
        let rereading = Rereading::of(write, &list)?;
        let mut lines = BTreeSet::new();
        for finding in write.findings(list.list_no, None)? {
            // The finding itself may withhold the code.
            if finding.code == FindingCode::UnknownPaymentCode
                && row_of(write, &list, finding.line)?.row.payment_code.as_deref()
                    == Some(payment_code)
            {
                lines.insert(finding.line);
            }
        }
        settled += lines.len() as u64;
        settle(write, &rereading, &lines)?;
    }
    Ok(settled)
}
