//! Taking a draft in: one transaction for all its rows.

use std::collections::BTreeSet;

use domain::finding::DecisionKind;
use domain::{Finding, Ore, Severity};
use serde_json::{Value, json};
use store::drafts::{DraftKind, DraftRecord, TakenIn};
use store::lists::RowState;
use store::{Changed, Ending, Write};

use super::{Decision, Draft, Standing, content};
use crate::error::{AppError, RefusalCode};
use crate::{App, Result};

/// What taking a draft in did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// What is new: persons, decisions.
    pub added: u64,
    /// What was there, and got something new.
    pub changed: u64,
    /// What was there and got a last day.
    pub ended: u64,
    /// What was there as the file says it.
    pub unchanged: u64,
    /// What the new ones grant together, where they are about money.
    pub amount: Option<Ore>,
}

impl Taken {
    /// What the event says of it.
    fn detail(&self, draft: &DraftRecord) -> Value {
        let mut detail = json!({
            "sha256": draft.sha256, "added": self.added, "changed": self.changed,
            "ended": self.ended, "unchanged": self.unchanged,
        });
        if let Some(amount) = self.amount {
            detail["amount_ore"] = json!(amount);
        }
        detail
    }
}

/// What waits for a decision.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Undecided {
    rows: u64,
    errors: u64,
    warnings: u64,
}

impl Undecided {
    /// Findings about the file as a whole wait for a decision as rows do.
    fn of_file(findings: u64) -> Undecided {
        Undecided { rows: findings, errors: 0, warnings: findings }
    }

    /// Notes a row that has been judged. Says whether it waits.
    pub(crate) fn note(&mut self, standing: &Standing, line: u32, findings: &[&Finding]) -> bool {
        let errors = findings.iter().filter(|f| f.severity() == Severity::Error).count() as u64;
        let warnings = findings.len() as u64 - errors;
        let last = standing.about(line).last();
        let accepted = last.is_some_and(|decision| decision.kind == DecisionKind::Accept);
        let waits = errors > 0 || warnings > 0 && !accepted;
        if waits {
            self.rows += 1;
            self.errors += errors;
            self.warnings += warnings;
        }
        waits
    }

    /// Whether nothing waits so far.
    pub(crate) fn is_none(&self) -> bool {
        self.rows == 0
    }

    fn refuse(&self) -> Result<()> {
        match self.is_none() {
            true => Ok(()),
            false => Err(AppError::refused(RefusalCode::RowsUndecided)
                .with("rows", self.rows)
                .with("errors", self.errors)
                .with("warnings", self.warnings)),
        }
    }
}

impl App {
    /// Takes a draft in, in one transaction. Parked rows are left out.
    ///
    /// # Errors
    /// When rows wait for a decision; also those that do so only now, because what is there has
    /// changed since they were judged.
    pub fn commit_draft(&mut self, kind: DraftKind, id: &str) -> Result<Taken> {
        let taken = self.change(content(kind).actions().take_in, |write| {
            let draft = self.open_draft(kind, id)?;
            let taken = self.take_in(write, &draft)?;
            let detail = taken.detail(&draft.record);
            Ok(Changed { value: taken, object: draft.record.id, detail })
        });
        if let Err(AppError::Refused(refusal)) = &taken
            && refusal.code == RefusalCode::RowsUndecided
        {
            // What was found now is to be seen on the rows.
            self.judge_draft(kind, id)?;
        }
        taken
    }

    /// Takes a draft in inside a change.
    pub(crate) fn take_in(&self, write: &Write<'_>, draft: &Draft) -> Result<Taken> {
        let taken = self.with_pass(write, draft, |pass| {
            let of_file = draft.open_findings(pass.standing).len() as u64;
            let mut undecided = Undecided::of_file(of_file);
            let taken = draft.content().take_in(pass, &mut undecided)?;
            undecided.refuse()?;
            Ok(taken)
        })?;
        let Taken { added, changed, ended, unchanged, .. } = taken;
        let taken_in = TakenIn { added, changed, ended, unchanged };
        write.commit_draft(draft.record.draft_no, taken_in)?;
        Ok(taken)
    }

    /// Accepts the warnings of a draft that are about how something is written; that something may
    /// be there already stays to be decided. Says how many rows.
    ///
    /// # Errors
    /// When the draft has been taken in.
    pub fn accept_form_warnings(&mut self, kind: DraftKind, id: &str) -> Result<u64> {
        self.change(content(kind).actions().decide, |write| {
            let draft = self.open_draft(kind, id)?;
            let draft_no = draft.record.draft_no;
            let findings = write.draft_findings(draft_no, None)?;
            let others = findings.iter().filter(|f| !draft.content().is_of_form(f.code));
            let others: BTreeSet<u32> = others.map(|finding| finding.line).collect();
            let open = write.draft_states(draft_no)?.into_iter();
            let open =
                open.filter(|(line, state)| *state == RowState::Open && !others.contains(line));
            let accepted: Vec<(u32, Decision)> =
                open.map(|(line, _)| (line, Decision::Accept)).collect();
            let count = accepted.len() as u64;
            if count == 0 {
                return Ok(Ending::Nothing(0));
            }
            let counts = self.decide_in_draft(write, &draft, &accepted)?;
            let (object, detail) = (draft.record.id, json!(counts));
            Ok(Ending::Changed(Changed { value: count, object, detail }))
        })
    }
}
