//! Settling rows of a register with findings: correct, park, accept, undo, report.

use std::collections::{BTreeMap, BTreeSet};

use domain::finding::DecisionKind;
use domain::person::PersonId;
use domain::{Finding, Severity};
use importing::{Cells, RegisterField, RegisterOverrides};
use serde_json::json;
use store::lists::RowState;
use store::register_drafts::{DraftDecision, DraftRecord, DraftRow};
use store::{Changed, Ending, PersonNo, Write};

use super::draft::{Draft, Standing};
use super::naming::Named;
use super::passing::{Pass, judge_again};
use super::pointing::persons_named_by;
use crate::error::{AppError, RefusalCode};
use crate::payments::{has_errors, unknown_field};
use crate::{Action, App, Result};

/// What somebody decides about a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The fields say something else; the original stays beside.
    Correct(RegisterOverrides),
    /// It is not taken in.
    Park,
    /// Warnings are in order.
    Accept,
}

impl Decision {
    fn kind(&self) -> DecisionKind {
        match self {
            Decision::Correct(_) => DecisionKind::Correct,
            Decision::Park => DecisionKind::Park,
            Decision::Accept => DecisionKind::Accept,
        }
    }
}

/// A field of a row, as written and as meant.
#[derive(Clone, Debug)]
pub struct FieldMeaning {
    /// The field.
    pub field: RegisterField,
    /// The header text of its column.
    pub title: Option<String>,
    /// As written; empty where it has no column.
    pub written: String,
    /// As meant, in plain form; none where it is empty or cannot be read.
    pub meant: Option<String>,
    /// The text that stands in place of what is written.
    pub corrected: Option<String>,
}

/// A row with everything that can be said about it.
#[derive(Clone, Debug)]
pub struct RowMeaning {
    /// Line in the file.
    pub line: u32,
    /// Where it stands.
    pub state: RowState,
    /// The Person-id that it says, else that of the person its numbers are of.
    pub person: Option<PersonId>,
    /// Family and given name.
    pub name: String,
    /// Whether it points at a protected person: lists and files show nothing but the id.
    pub protected: bool,
    /// Whether nobody has opened that person or the row with a reason.
    pub closed: bool,
    /// Whether a reason opens the row itself: whom it is about has no protected page of its own.
    pub opens_by_reason: bool,
    /// The person in the register.
    pub owner: Option<PersonNo>,
    /// Every field.
    pub fields: Vec<FieldMeaning>,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
    /// Decisions about it, in order.
    pub decisions: Vec<DraftDecision>,
}

/// How many rows of a draft stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DraftCounts {
    /// Without remark.
    pub clean: u64,
    /// With an error that nobody has decided about.
    pub errors: u64,
    /// With warnings only that nobody has decided about.
    pub warnings: u64,
    /// Corrected.
    pub corrected: u64,
    /// Parked.
    pub parked: u64,
    /// Warnings accepted.
    pub accepted: u64,
}

/// What was found about a file as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileFindings {
    /// Everything.
    pub all: Vec<Finding>,
    /// What nobody has accepted.
    pub open: Vec<Finding>,
}

impl App {
    /// How many rows of a draft stand where.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn draft_counts(&self, draft: &DraftRecord) -> Result<DraftCounts> {
        let read = self.read();
        let states = read.draft_states(draft.draft_no)?;
        let findings = read.draft_findings(draft.draft_no, None)?;
        let errors = findings.iter().filter(|finding| finding.severity() == Severity::Error);
        let faulty: BTreeSet<u32> = errors.map(|finding| finding.line).collect();
        let mut counts = DraftCounts { clean: draft.rows, ..DraftCounts::default() };
        for (line, state) in states {
            counts.clean -= 1;
            match state {
                RowState::Clean => counts.clean += 1,
                RowState::Open if faulty.contains(&line) => counts.errors += 1,
                RowState::Open => counts.warnings += 1,
                RowState::Corrected => counts.corrected += 1,
                RowState::Parked => counts.parked += 1,
                RowState::Accepted => counts.accepted += 1,
            }
        }
        Ok(counts)
    }

    /// Rows with everything that can be said about them, in the order given.
    ///
    /// # Errors
    /// When what is kept is damaged, or the database cannot be read.
    pub fn draft_row_meanings(
        &self,
        draft: &DraftRecord,
        rows: &[DraftRow],
    ) -> Result<Vec<RowMeaning>> {
        let draft = Draft::of(draft.clone())?;
        let interpreter = draft.interpreter();
        let fields = interpreter.fields();
        let read = self.read();
        let mut meanings = Vec::with_capacity(rows.len());
        for row in rows {
            let decisions = read.draft_decisions(draft.record.draft_no, Some(row.line))?;
            let overrides = in_force(&decisions);
            let written = Cells::from_joined(&row.written);
            let meaning = interpreter.explain(&written, &overrides);
            let findings = read.draft_findings(draft.record.draft_no, Some(row.line))?;
            let (owner, persons) = persons_named_by(&read, &meaning.row, &findings)?;
            // Who is protected by the file itself has no page yet on which to be opened.
            let id = meaning.row.person_id.as_ref();
            let in_file = Named::by_row(&meaning.row).is_among(&draft.format.protected);
            let by_file = owner.is_none() && (in_file || meaning.row.protects);
            let hidden = self.protected_among(&persons)?;
            let protected = by_file || !hidden.is_empty();
            // A row that has nothing but the number of a protected person leads to the page where the
            // person is opened.
            let closed_owner = owner.filter(|owner| hidden.contains(owner));
            let known = closed_owner.map(|owner| read.person_id(owner)).transpose()?;
            let all_open = !by_file && self.opened_persons_hold(&hidden);
            let opened = all_open || self.is_draft_row_open(&draft.record.id, row.line);
            let fields = fields.iter().map(|field| {
                let column = field.column.and_then(|column| usize::from(column).checked_sub(1));
                FieldMeaning {
                    title: field
                        .column
                        .and_then(|column| draft.format.layout.name(column))
                        .map(str::to_owned),
                    written: column.and_then(|at| written.get(at)).unwrap_or_default().to_owned(),
                    meant: meaning.meant.get(&field.name).cloned(),
                    corrected: overrides.get(&field.name).cloned(),
                    field: field.clone(),
                }
            });
            let names = [&meaning.row.family_name, &meaning.row.given_name];
            let names: Vec<&str> = names.into_iter().filter_map(|name| name.as_deref()).collect();
            meanings.push(RowMeaning {
                line: row.line,
                state: row.state,
                // What is a number is shown of nobody who may be protected.
                person: id
                    .filter(|id| !id.holds_identity_number(|n| meaning.row.has_dossier(n)))
                    .cloned()
                    .or(known),
                name: names.join(", "),
                protected,
                closed: protected && !opened,
                opens_by_reason: owner.is_none_or(|owner| !hidden.contains(&owner)),
                owner,
                fields: fields.collect(),
                findings: findings
                    .into_iter()
                    .map(|finding| self.shown_finding(finding))
                    .collect::<Result<_>>()?,
                decisions,
            });
        }
        Ok(meanings)
    }

    /// What was found about the file of a draft as a whole, and what of it nobody has accepted.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn draft_file_findings(&self, record: &DraftRecord) -> Result<FileFindings> {
        let draft = Draft::of(record.clone())?;
        let open = draft.open_findings(&Standing::of(&self.read(), record)?);
        Ok(FileFindings { all: draft.format.findings, open })
    }

    /// Decides about rows of a draft, all or none.
    ///
    /// # Errors
    /// When a row cannot be decided so; nothing has been decided then.
    pub fn decide_draft_rows(&mut self, id: &str, decisions: &[(u32, Decision)]) -> Result<()> {
        self.change(Action::DecideRegister, |write| {
            let draft = self.open_draft(id)?;
            let decisions = named(&draft, decisions)?;
            let counts = self.decide_in_draft(write, &draft, &decisions)?;
            Ok(Changed { value: (), object: draft.record.id, detail: json!(counts) })
        })
    }

    /// Decides inside a transaction; says how many rows in which way.
    pub(super) fn decide_in_draft(
        &self,
        write: &Write<'_>,
        draft: &Draft,
        decisions: &[(u32, Decision)],
    ) -> Result<BTreeMap<&'static str, u64>> {
        let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
        for (line, decision) in decisions {
            decide(write, draft, *line, decision)?;
            *counts.entry(decision.kind().as_str()).or_default() += 1;
        }
        let lines: BTreeSet<u32> = decisions.iter().map(|(line, _)| *line).collect();
        let standing = Standing::of(write, &draft.record)?;
        let (actor, today) = (self.actor.as_str(), self.today);
        let pass = Pass { read: write, draft, standing: &standing, actor, today };
        judge_again(write, &pass, &pass.gather()?, Some(&lines))?;
        for (line, decision) in decisions {
            refuse_faulty_correction(write, draft, *line, decision)?;
        }
        Ok(counts)
    }

    /// Parks every row of a draft that waits for a decision, and says how many. Where that parks the
    /// protection of somebody, the other rows about the person follow.
    ///
    /// # Errors
    /// When it has been taken in, or the database cannot be written.
    pub fn park_open_draft_rows(&mut self, id: &str) -> Result<u64> {
        self.change(Action::DecideRegister, |write| {
            let draft = self.open_draft(id)?;
            let mut count = 0;
            loop {
                let states = write.draft_states(draft.record.draft_no)?;
                let open = states.into_iter().filter(|(_, state)| *state == RowState::Open);
                let parked: Vec<(u32, Decision)> =
                    open.map(|(line, _)| (line, Decision::Park)).collect();
                if parked.is_empty() {
                    break;
                }
                self.decide_in_draft(write, &draft, &parked)?;
                count += parked.len() as u64;
            }
            if count == 0 {
                return Ok(Ending::Nothing(0));
            }
            let detail = json!({ DecisionKind::Park.as_str(): count });
            Ok(Ending::Changed(Changed { value: count, object: draft.record.id, detail }))
        })
    }

    /// Undoes the last decision in force about a row; without one the last step of the draft, with
    /// every row that was decided in it. Says which rows.
    ///
    /// # Errors
    /// When there is nothing to undo, or the draft has been taken in.
    pub fn undo_draft_decision(&mut self, id: &str, line: Option<u32>) -> Result<Vec<u32>> {
        self.change(Action::UndoRegister, |write| {
            let draft = self.open_draft(id)?;
            let (actor, today) = (self.actor.clone(), self.today);
            let standing = Standing::of(write, &draft.record)?;
            let step = standing.last_step(line);
            let Some(kind) = step.first().map(|decision| decision.kind) else {
                return Err(AppError::refused(RefusalCode::NothingToUndo));
            };
            let lines: BTreeSet<u32> = step.iter().map(|decision| decision.line).collect();
            let none = RegisterOverrides::new();
            for &line in &lines {
                write.add_draft_decision(draft.record.draft_no, line, DecisionKind::Undo, &none)?;
            }
            let standing = Standing::of(write, &draft.record)?;
            let pass =
                Pass { read: write, draft: &draft, standing: &standing, actor: &actor, today };
            judge_again(write, &pass, &pass.gather()?, Some(&lines))?;
            let detail = json!({ "rows": lines.len(), "undone": kind.as_str() });
            let value = lines.into_iter().collect();
            Ok(Changed { value, object: draft.record.id.clone(), detail })
        })
    }

    /// Throws a draft away, original and all.
    ///
    /// # Errors
    /// When it has been taken in.
    pub fn discard_draft(&mut self, id: &str) -> Result<()> {
        self.change(Action::DiscardRegister, |write| {
            let draft = self.open_draft(id)?;
            write.discard_register_draft(&draft.record)?;
            let detail = json!({ "sha256": draft.record.sha256, "rows": draft.record.rows });
            Ok(Changed { value: (), object: draft.record.id.clone(), detail })
        })
    }
}

/// Corrections in force.
fn in_force(decisions: &[DraftDecision]) -> RegisterOverrides {
    let mut standing: Vec<&DraftDecision> = Vec::new();
    for decision in decisions {
        match decision.kind {
            DecisionKind::Undo => drop(standing.pop()),
            _ => standing.push(decision),
        }
    }
    standing.into_iter().flat_map(|decision| decision.overrides.clone()).collect()
}

/// The decisions with every field by its name, where it is given by its heading.
fn named(draft: &Draft, decisions: &[(u32, Decision)]) -> Result<Vec<(u32, Decision)>> {
    let interpreter = draft.interpreter();
    let fields = interpreter.fields();
    let name_of = |text: &String| {
        if interpreter.has_field(text) {
            return Ok(text.clone());
        }
        let column = draft.format.layout.column_headed(text);
        let headed = column.and_then(|_| fields.iter().find(|field| field.column == column));
        let names = fields.iter().map(|field| field.name.as_str());
        headed.map(|field| field.name.clone()).ok_or_else(|| unknown_field(text, names))
    };
    let each = decisions.iter().map(|(line, decision)| {
        let Decision::Correct(fields) = decision else { return Ok((*line, decision.clone())) };
        let fields = fields.iter().map(|(text, value)| Ok((name_of(text)?, value.clone())));
        Ok((*line, Decision::Correct(fields.collect::<Result<_>>()?)))
    });
    each.collect()
}

fn decide(write: &Write<'_>, draft: &Draft, line: u32, decision: &Decision) -> Result<()> {
    let draft_no = draft.record.draft_no;
    if *decision == Decision::Accept && draft.format.findings.iter().any(|f| f.line == line) {
        let none = RegisterOverrides::new();
        return Ok(write.add_draft_decision(draft_no, line, decision.kind(), &none)?);
    }
    if write.draft_row(draft_no, line)?.is_none() {
        return Err(AppError::refused(RefusalCode::NoSuchRow).with("line", line));
    }
    let none = RegisterOverrides::new();
    let overrides = match decision {
        Decision::Park => &none,
        Decision::Accept => {
            let findings = write.draft_findings(draft_no, Some(line))?;
            let refused = match (findings.is_empty(), has_errors(&findings)) {
                (true, _) => Some(RefusalCode::NothingToAccept),
                (false, true) => Some(RefusalCode::ErrorsNotAcceptable),
                (false, false) => None,
            };
            if let Some(code) = refused {
                return Err(AppError::refused(code).with("line", line));
            }
            &none
        }
        Decision::Correct(fields) => fields,
    };
    Ok(write.add_draft_decision(draft_no, line, decision.kind(), overrides)?)
}

/// Refuses a correction that leaves an error where it corrects; other fields may still have theirs.
fn refuse_faulty_correction(
    write: &Write<'_>,
    draft: &Draft,
    line: u32,
    decision: &Decision,
) -> Result<()> {
    let Decision::Correct(fields) = decision else { return Ok(()) };
    let interpreter = draft.interpreter();
    let columns: Vec<Option<u16>> =
        fields.keys().map(|name| interpreter.column(name)).filter(Option::is_some).collect();
    let findings = write.draft_findings(draft.record.draft_no, Some(line))?;
    let left = findings
        .iter()
        .any(|finding| finding.severity() == Severity::Error && columns.contains(&finding.column));
    match left {
        true => Err(AppError::refused(RefusalCode::CorrectionHasErrors).with("line", line)),
        false => Ok(()),
    }
}
