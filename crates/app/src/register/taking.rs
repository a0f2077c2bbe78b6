//! Taking a register in: one transaction for all its rows.

use std::collections::BTreeSet;

use domain::finding::DecisionKind;
use domain::person::{CostCentre, PersonId};
use domain::{Finding, FindingCode, Severity};
use serde_json::json;
use store::lists::RowState;
use store::{Changed, Ending, Write};

use super::draft::Standing;
use super::judging::Plan;
use super::passing::Pass;
use super::review::Decision;
use super::together::Together;
use crate::error::{AppError, RefusalCode};
use crate::{Action, App, Result};

/// What taking a register in did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// New persons.
    pub added: u64,
    /// Persons with something new.
    pub changed: u64,
    /// Persons as they were.
    pub unchanged: u64,
}

/// Rows that wait for a decision.
#[derive(Clone, Copy, Debug, Default)]
struct Undecided {
    rows: u64,
    errors: u64,
    warnings: u64,
}

impl App {
    /// Takes a draft in: adds and updates persons in one transaction. Parked rows are left out.
    ///
    /// # Errors
    /// When rows wait for a decision; also those that do so only now, because the register has
    /// changed since they were judged.
    pub fn commit_register(&mut self, id: &str) -> Result<Taken> {
        let taken = self.change(Action::ImportRegister, |write| {
            let draft = self.open_draft(id)?;
            let (actor, today) = (self.actor.clone(), self.today);
            let standing = Standing::of(write, &draft.record)?;
            let pass =
                Pass { read: write, draft: &draft, standing: &standing, actor: &actor, today };
            let together = pass.gather()?;
            let of_file = draft.open_findings(&standing).len() as u64;
            let taken = take_all(write, &pass, &together, of_file)?;
            put_boards(write, &together)?;
            write.commit_draft(
                draft.record.draft_no,
                taken.added,
                taken.changed,
                taken.unchanged,
            )?;
            let detail = json!({
                "sha256": draft.record.sha256, "added": taken.added, "changed": taken.changed,
                "unchanged": taken.unchanged,
            });
            Ok(Changed { value: taken, object: draft.record.id, detail })
        });
        if let Err(AppError::Refused(refusal)) = &taken
            && refusal.code == RefusalCode::RowsUndecided
        {
            // What was found now is to be seen on the rows.
            self.judge_draft(id)?;
        }
        taken
    }

    /// Accepts the warnings of a draft that are about how something is written; that somebody may
    /// be there already stays to be decided. Says how many rows.
    ///
    /// # Errors
    /// When the draft has been taken in.
    pub fn accept_form_warnings(&mut self, id: &str) -> Result<u64> {
        self.change(Action::DecideRegister, |write| {
            let draft = self.open_draft(id)?;
            let draft_no = draft.record.draft_no;
            let of_form = |finding: &Finding| {
                matches!(finding.code, FindingCode::CenturyGuessed | FindingCode::FormulaText)
            };
            let findings = write.draft_findings(draft_no, None)?;
            let others: BTreeSet<u32> =
                findings.iter().filter(|finding| !of_form(finding)).map(|f| f.line).collect();
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

/// Takes every row in; `of_file` findings about the file as a whole wait for a decision as rows do.
fn take_all(
    write: &Write<'_>,
    pass: &Pass<'_>,
    together: &Together,
    of_file: u64,
) -> Result<Taken> {
    let mut taken = Taken::default();
    let mut undecided = Undecided { rows: of_file, errors: 0, warnings: of_file };
    let mut next_no = write.highest_person_no()?.0 + 1;
    pass.each_judged(together, None, |rows, findings, plan| {
        let mut waits = false;
        for row in rows {
            let of_row: Vec<&Finding> = findings.iter().filter(|f| f.line == row.line).collect();
            let errors = of_row.iter().filter(|f| f.severity() == Severity::Error).count() as u64;
            let warnings = of_row.len() as u64 - errors;
            let accepted = pass
                .standing
                .about(row.line)
                .last()
                .is_some_and(|d| d.kind == DecisionKind::Accept);
            if errors > 0 || warnings > 0 && !accepted {
                waits = true;
                undecided.rows += 1;
                undecided.errors += errors;
                undecided.warnings += warnings;
            }
        }
        if !waits && undecided.rows == 0 {
            take(write, plan, &mut next_no, &mut taken)?;
        }
        Ok(())
    })?;
    if undecided.rows > 0 {
        return Err(AppError::refused(RefusalCode::RowsUndecided)
            .with("rows", undecided.rows)
            .with("errors", undecided.errors)
            .with("warnings", undecided.warnings));
    }
    Ok(taken)
}

fn take(write: &Write<'_>, plan: Plan, next_no: &mut i64, taken: &mut Taken) -> Result<()> {
    let Some(owner) = plan.owner else {
        let id = match plan.id {
            Some(id) => id,
            None => free_id(write, next_no)?,
        };
        write.add_person_with(&id, plan.group.as_deref(), &plan.entries)?;
        taken.added += 1;
        return Ok(());
    };
    if plan.entries.is_empty() && plan.group.is_none() {
        taken.unchanged += 1;
        return Ok(());
    }
    taken.changed += 1;
    if let Some(group) = &plan.group {
        write.put_group(owner, group)?;
    }
    for fact in &plan.entries {
        write.add_fact(owner, fact)?;
    }
    if !plan.entries.is_empty() {
        write.refresh_person(owner)?;
    }
    Ok(())
}

/// The next free Person-id of the form `P20`.
fn free_id(write: &Write<'_>, next_no: &mut i64) -> Result<PersonId> {
    loop {
        let id = PersonId(format!("P{next_no:02}"));
        *next_no += 1;
        if write.person_no(&id)?.is_none() {
            return Ok(id);
        }
    }
}

/// Adds the boards that are new. What a board is called is decided in the settings: one that is
/// there keeps its name.
fn put_boards(write: &Write<'_>, together: &Together) -> Result<()> {
    let known = write.boards()?;
    let is_new = |centre: &CostCentre| known.iter().all(|(other, _)| other != centre);
    for (centre, name) in together.boards().filter(|(centre, _)| is_new(centre)) {
        write.put_board(centre, name)?;
    }
    Ok(())
}
