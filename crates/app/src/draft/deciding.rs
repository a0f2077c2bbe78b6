//! Settling rows of a draft: correct, park, accept, undo; and throwing it away.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::Severity;
use domain::finding::DecisionKind;
use importing::RowOverrides;
use serde_json::json;
use store::drafts::DraftKind;
use store::lists::RowState;
use store::{Changed, Ending, Write};

use super::{Draft, Standing, content};
use crate::error::{AppError, RefusalCode};
use crate::payments::{has_errors, unknown_field};
use crate::{App, Result};

/// What somebody decides about a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The fields say something else; the original stays beside.
    Correct(RowOverrides),
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

impl App {
    /// Decides about rows of a draft, all or none.
    ///
    /// # Errors
    /// When a row cannot be decided so; nothing has been decided then.
    pub fn decide_draft_rows(
        &mut self,
        kind: DraftKind,
        id: &str,
        decisions: &[(u32, Decision)],
    ) -> Result<()> {
        self.change(content(kind).actions().decide, |write| {
            let draft = self.open_draft(kind, id)?;
            let decisions = named(&draft, decisions)?;
            let counts = self.decide_in_draft(write, &draft, &decisions)?;
            Ok(Changed { value: (), object: draft.record.id, detail: json!(counts) })
        })
    }

    /// Decides inside a transaction; says how many rows in which way.
    pub(crate) fn decide_in_draft(
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
        self.judge_rows(write, draft, Some(&lines))?;
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
    pub fn park_open_draft_rows(&mut self, kind: DraftKind, id: &str) -> Result<u64> {
        self.change(content(kind).actions().decide, |write| {
            let draft = self.open_draft(kind, id)?;
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
    pub fn undo_draft_decision(
        &mut self,
        kind: DraftKind,
        id: &str,
        line: Option<u32>,
    ) -> Result<Vec<u32>> {
        self.change(content(kind).actions().undo, |write| {
            let draft = self.open_draft(kind, id)?;
            let standing = Standing::of(write, &draft.record)?;
            let step = standing.last_step(line);
            let Some(undone) = step.first().map(|decision| decision.kind) else {
                return Err(AppError::refused(RefusalCode::NothingToUndo));
            };
            let lines: BTreeSet<u32> = step.iter().map(|decision| decision.line).collect();
            let none = RowOverrides::new();
            for &line in &lines {
                write.add_draft_decision(draft.record.draft_no, line, DecisionKind::Undo, &none)?;
            }
            self.judge_rows(write, &draft, Some(&lines))?;
            let detail = json!({ "rows": lines.len(), "undone": undone.as_str() });
            let value = lines.into_iter().collect();
            Ok(Changed { value, object: draft.record.id.clone(), detail })
        })
    }

    /// Gives the day that the file of a draft leaves out, for all its rows, and judges them anew.
    ///
    /// # Errors
    /// When the file says it itself, the day has not come, or the draft has been taken in.
    pub fn give_draft_day(&mut self, kind: DraftKind, id: &str, day: NaiveDate) -> Result<()> {
        self.change(content(kind).actions().decide, |write| {
            let mut draft = self.open_draft(kind, id)?;
            if !draft.content().lacks_day(&draft) {
                return Err(AppError::refused(RefusalCode::DayInFile));
            }
            if day > self.today {
                return Err(AppError::refused(RefusalCode::DayNotCome).in_field("day"));
            }
            if draft.record.given_day == Some(day) {
                return Ok(Ending::Nothing(()));
            }
            write.set_given_day(draft.record.draft_no, day)?;
            draft.record.given_day = Some(day);
            self.judge_rows(write, &draft, None)?;
            let detail = json!({ "given_day": day });
            Ok(Ending::Changed(Changed { value: (), object: draft.record.id, detail }))
        })
    }

    /// Throws a draft away, original and all.
    ///
    /// # Errors
    /// When it has been taken in.
    pub fn discard_draft(&mut self, kind: DraftKind, id: &str) -> Result<()> {
        self.change(content(kind).actions().discard, |write| {
            let draft = self.open_draft(kind, id)?;
            write.discard_read_draft(&draft.record)?;
            let detail = json!({ "sha256": draft.record.sha256, "rows": draft.record.rows });
            Ok(Changed { value: (), object: draft.record.id.clone(), detail })
        })
    }
}

/// The decisions with every field by its name, where it is given by its heading.
fn named(draft: &Draft, decisions: &[(u32, Decision)]) -> Result<Vec<(u32, Decision)>> {
    let of_kind = draft.content().fields(draft);
    let fields = of_kind.fields();
    let name_of = |text: &String| {
        if of_kind.has_field(text) {
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
        let none = RowOverrides::new();
        return Ok(write.add_draft_decision(draft_no, line, decision.kind(), &none)?);
    }
    if write.draft_row(draft_no, line)?.is_none() {
        return Err(AppError::refused(RefusalCode::NoSuchRow).with("line", line));
    }
    let none = RowOverrides::new();
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
    let of_kind = draft.content().fields(draft);
    let columns: Vec<Option<u16>> =
        fields.keys().map(|name| of_kind.column(name)).filter(Option::is_some).collect();
    let findings = write.draft_findings(draft.record.draft_no, Some(line))?;
    let left = findings
        .iter()
        .any(|finding| finding.severity() == Severity::Error && columns.contains(&finding.column));
    match left {
        true => Err(AppError::refused(RefusalCode::CorrectionHasErrors).with("line", line)),
        false => Ok(()),
    }
}
