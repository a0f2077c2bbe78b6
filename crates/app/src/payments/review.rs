//! Settling rows with findings: correct, park, accept, undo.

use std::collections::{BTreeMap, BTreeSet};

use domain::finding::DecisionKind;
use domain::payment::{Field, PaymentRow};
use domain::{Finding, Severity};
use importing::{Cells, Overrides, Proposal, ProposalReason, Target};
use serde_json::json;
use store::lists::{DecisionRecord, ListRecord, ListState, RowRecord, RowState};
use store::{Changed, Ending, Write};

use super::doubles::difference_of;
use super::format::{ListFormat, read_with};
use super::settling::{
    Rereading, decide, in_force, open_list_findings, overrides_of, release, row_of, settle,
};
use crate::error::{AppError, RefusalCode};
use crate::{Action, App, Result};

/// What somebody decides about a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The fields say something else; the original stays beside.
    Correct(BTreeMap<Field, String>),
    /// No payment until it is settled.
    Park,
    /// Warnings are in order. For a parked row: it is released as it is meant, with the warnings that
    /// it shows.
    Accept,
}

impl Decision {
    pub(super) fn kind(&self) -> DecisionKind {
        match self {
            Decision::Correct(_) => DecisionKind::Correct,
            Decision::Park => DecisionKind::Park,
            Decision::Accept => DecisionKind::Accept,
        }
    }
}

/// Which rows of a list are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowsShown {
    /// Every row.
    All,
    /// Rows about which nothing was found.
    Clean,
    /// Rows that wait for a decision and whose worst finding is this grave.
    OpenWith(Severity),
    /// Rows in a state.
    In(RowState),
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

impl App {
    /// A row with findings, corrections and a proposal.
    ///
    /// # Errors
    /// When there is no such row, or the database cannot be read.
    pub fn row_meaning(&self, list: &str, line: u32) -> Result<RowMeaning> {
        let list = self.list(list)?;
        let read = self.read();
        let record = row_of(&read, &list, line)?;
        let rereading = Rereading::of(&read, &list)?;
        let decisions = read.decisions(list.list_no, Some(line))?;
        let overrides = overrides_of(&in_force(&decisions));
        let written = Cells::from_joined(&record.written);
        let (_, faults) = rereading.faults(&written, &overrides);
        let findings = read.findings(list.list_no, Some(line))?;
        let proposal = rereading.interpreter().propose(&written, &faults);
        let proposal = proposal.or_else(|| {
            let difference = findings.iter().find_map(difference_of)?;
            let overrides = Overrides::from([(Field::Amount, difference.to_string())]);
            Some(Proposal { overrides, reason: ProposalReason::DifferenceToEarlier })
        });
        let layout = &rereading.format.layout;
        let columns = Field::ALL
            .into_iter()
            .filter_map(|field| {
                let target = Target::from_name(field.name())?;
                Some((field, layout.column(target)?))
            })
            .collect();
        Ok(RowMeaning { record, findings, overrides, proposal, columns, decisions })
    }

    /// The page (from 0) of all rows of a list that a line stands on.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn page_of_line(&self, list: &ListRecord, line: u32) -> Result<u32> {
        Ok(self.read().page_of_line(list.list_no, line)?)
    }

    /// A row of a list.
    ///
    /// # Errors
    /// When there is no such row, or the database cannot be read.
    pub fn row_of_list(&self, list: &ListRecord, line: u32) -> Result<RowRecord> {
        row_of(&self.read(), list, line)
    }

    /// Page `page` (from 0; none: all) of some rows of a list, with what was found about them.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn rows_with_findings(
        &self,
        list: &ListRecord,
        shown: RowsShown,
        page: Option<u32>,
    ) -> Result<Vec<(RowRecord, Vec<Finding>)>> {
        let (read, no) = (self.read(), list.list_no);
        let records = match shown {
            RowsShown::All => read.rows_page(no, page)?,
            RowsShown::Clean => read.clean_rows(no, page)?,
            RowsShown::OpenWith(worst) => read.open_rows_with(no, worst, page)?,
            RowsShown::In(state) => read.rows_in_states(no, &[state], page)?,
        };
        self.with_findings(list, records)
    }

    /// What was found about rows that wait for decisions, in the order of rows.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn findings_of_open_rows(&self, list: &ListRecord) -> Result<Vec<Finding>> {
        Ok(self.read().findings_of_open(list.list_no)?)
    }

    fn with_findings(
        &self,
        list: &ListRecord,
        records: Vec<RowRecord>,
    ) -> Result<Vec<(RowRecord, Vec<Finding>)>> {
        let others = records.iter().filter(|record| record.state != RowState::Clean);
        let lines: Vec<u32> = others.map(|record| record.line).collect();
        let mut findings = self.read().findings_of(list.list_no, &lines)?;
        let with = |record: RowRecord| {
            let found = findings.remove(&record.line).unwrap_or_default();
            (record, found)
        };
        Ok(records.into_iter().map(with).collect())
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
        let rereading = Rereading::of(&self.read(), list)?;
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

    /// What was found about a list as a whole and nobody has accepted.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn open_list_findings(&self, list: &ListRecord) -> Result<Vec<Finding>> {
        open_list_findings(&self.read(), list)
    }

    /// Whether any decision about a list's rows is in force.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn has_decision_in_force(&self, list: &ListRecord) -> Result<bool> {
        let mut by_line: BTreeMap<u32, i64> = BTreeMap::new();
        for decision in self.read().decisions(list.list_no, None)? {
            *by_line.entry(decision.line).or_default() +=
                if decision.kind == DecisionKind::Undo { -1 } else { 1 };
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
        let read = self.read();
        let record = row_of(&read, &list, line)?;
        let decisions = read.decisions(list.list_no, Some(line))?;
        let mut overrides = overrides_of(&in_force(&decisions));
        overrides.extend(fields.clone());
        Rereading::of(&read, &list)?.meaning(&read, &record, &overrides)
    }

    /// Decides about rows, all or none. In a draft any row can be settled; in a committed list a
    /// parked row can be corrected or accepted, and becomes a payment then, unless it turns out to
    /// be the same payment as one that stands: then it stays parked and says so, and accepting it
    /// once more releases it.
    ///
    /// # Errors
    /// When a row cannot be decided so; nothing has been decided then.
    pub fn decide_rows(&mut self, list: &str, decisions: &[(u32, Decision)]) -> Result<()> {
        self.change(Action::DecideRows, |write| {
            let list = self.list(list)?;
            self.decide_in_list(write, &list, decisions)
        })
    }

    /// Decides inside a transaction.
    fn decide_in_list(
        &self,
        write: &Write<'_>,
        list: &ListRecord,
        decisions: &[(u32, Decision)],
    ) -> Result<Ending<()>> {
        let released = match list.state {
            ListState::Draft => false,
            ListState::Committed => true,
            ListState::Reversed => return Err(AppError::refused(RefusalCode::ListNotDraft)),
        };
        let rereading = Rereading::of(write, list)?;
        let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
        if !released {
            decide(write, &rereading, decisions)?;
        }
        for (line, decision) in decisions {
            let held = released && !release(write, &rereading, *line, decision)?;
            *counts.entry(if held { "held" } else { decision.kind().as_str() }).or_default() += 1;
        }
        // Corrections may not sum to more than a list that is read may.
        write.state_sums(list.list_no)?;
        let decided = Changed { value: (), object: list.id.clone(), detail: json!(counts) };
        match released {
            true => self.as_another(Action::ReleaseRow, decided),
            false => Ok(Ending::Changed(decided)),
        }
    }

    /// Parks every row of a draft that waits for a decision, and says how many. What is found about the
    /// list as a whole is about no row: it goes on waiting for somebody who accepts it.
    ///
    /// # Errors
    /// When the list is no draft, or the database cannot be written.
    pub fn park_open_rows(&mut self, list: &str) -> Result<u64> {
        self.change(Action::DecideRows, |write| {
            let list = self.list(list)?;
            let open = write.open_lines(list.list_no)?.into_iter();
            let parked: Vec<(u32, Decision)> = open.map(|line| (line, Decision::Park)).collect();
            let count = parked.len() as u64;
            if count == 0 {
                return Ok(Ending::Nothing(0));
            }
            Ok(self.decide_in_list(write, &list, &parked)?.giving(count))
        })
    }

    /// Undoes the last decision in force about a row, or about the whole draft. Says which row.
    ///
    /// # Errors
    /// When there is nothing to undo, or the list is no draft.
    pub fn undo_decision(&mut self, list: &str, line: Option<u32>) -> Result<u32> {
        self.change(Action::UndoDecision, |write| {
            let list = self.list(list)?;
            if list.state != ListState::Draft {
                return Err(AppError::refused(RefusalCode::ListNotDraft));
            }
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
            write.add_decision(list.list_no, last.line, DecisionKind::Undo, &Overrides::new())?;
            let rereading = Rereading::of(write, &list)?;
            if !rereading.is_of_list(last.line) {
                settle(write, &rereading, &BTreeSet::from([last.line]))?;
            }
            let detail = json!({ "line": last.line, "undone": last.kind.as_str() });
            Ok(Changed { value: last.line, object: list.id.clone(), detail })
        })
    }
}
