//! Passes over the rows of a draft: what they say together, then each with the register at hand.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::Finding;
use store::lists::RowState;
use store::{Read, StoreError, Write};

use super::draft::{Draft, MeantRow, Standing};
use super::judging::{Judge, Plan};
use super::together::Together;
use super::wanted::Given;
use crate::Result;
use crate::settings::read_settings;

/// What every pass needs to know.
pub(super) struct Pass<'p> {
    pub(super) read: &'p Read<'p>,
    pub(super) draft: &'p Draft,
    pub(super) standing: &'p Standing,
    pub(super) actor: &'p str,
    pub(super) today: NaiveDate,
}

impl Pass<'_> {
    /// What the rows say together.
    pub(super) fn gather(&self) -> Result<Together> {
        let mut together = Together::new(self.draft.profile.several_rows);
        let interpreter = self.draft.interpreter();
        self.read.each_draft_row(self.draft.record.draft_no, |line, written, _| {
            let meant = self.draft.meant(&interpreter, self.standing, line, written);
            together.gather(self.draft, &meant);
            Ok::<(), StoreError>(())
        })?;
        Ok(together)
    }

    /// Judges the rows about each person, parked ones left out, and hands them over with their
    /// findings and what they would enter. `scope`: only these rows, and those about the same
    /// persons.
    pub(super) fn each_judged(
        &self,
        together: &Together,
        scope: Option<&BTreeSet<u32>>,
        mut each: impl FnMut(&[MeantRow], Vec<Finding>, Plan) -> Result<()>,
    ) -> Result<()> {
        let settings = read_settings(self.read)?;
        let interpreter = self.draft.interpreter();
        let judge = Judge {
            read: self.read,
            draft: self.draft,
            interpreter: &interpreter,
            together,
            boards: self.read.boards()?.into_iter().collect(),
            given: Given {
                board_from: self.draft.record.board_from,
                municipality: &settings.municipality.name,
            },
            highest: self.read.highest_person_no()?,
            actor: self.actor,
            today: self.today,
        };
        let draft_no = self.draft.record.draft_no;
        if self.draft.profile.several_rows || scope.is_some() {
            let groups = match (self.draft.profile.several_rows, scope) {
                (true, _) => together.groups(),
                (false, Some(lines)) => lines.iter().map(|line| vec![*line]).collect(),
                (false, None) => Vec::new(),
            };
            let in_scope = |lines: &Vec<u32>| {
                scope.is_none_or(|scope| lines.iter().any(|l| scope.contains(l)))
            };
            for lines in groups.iter().filter(|lines| in_scope(lines)) {
                let mut rows = Vec::with_capacity(lines.len());
                for line in lines {
                    let Some(row) = self.read.draft_row(draft_no, *line)? else { continue };
                    let meant = self.draft.meant(&interpreter, self.standing, *line, &row.written);
                    rows.extend(Some(meant).filter(|meant| !meant.parked));
                }
                let (findings, plan) = judge.judge(&rows)?;
                each(&rows, findings, plan)?;
            }
            return Ok(());
        }
        self.read.each_draft_row(draft_no, |line, written, _| {
            let meant = self.draft.meant(&interpreter, self.standing, line, written);
            if meant.parked {
                return Ok(());
            }
            let rows = [meant];
            let (findings, plan) = judge.judge(&rows)?;
            each(&rows, findings, plan)
        })
    }
}

/// Judges rows and keeps what is found: those of `lines`, those that wait for something, and those
/// that share a person or a number with one of them; without `lines` all, and where one of these
/// protects somebody, who may be named in any row.
pub(super) fn judge_again(
    write: &Write<'_>,
    pass: &Pass<'_>,
    together: &Together,
    lines: Option<&BTreeSet<u32>>,
) -> Result<()> {
    let draft_no = pass.draft.record.draft_no;
    let states = write.draft_states(draft_no)?;
    let scope = lines.filter(|lines| !together.protects_in(lines)).map(|lines| {
        let waiting = states.keys().copied();
        // Another row may be the first now that names a board so.
        let naming = together.rows_naming_boards();
        together.sharing(&lines.iter().copied().chain(waiting).chain(naming).collect())
    });
    let mut settled: Vec<(u32, RowState, Vec<Finding>)> = Vec::new();
    pass.each_judged(together, scope.as_ref(), |rows, findings, _| {
        let mut by_line: BTreeMap<u32, Vec<Finding>> = BTreeMap::new();
        for finding in findings {
            by_line.entry(finding.line).or_default().push(finding);
        }
        for row in rows {
            let findings = by_line.remove(&row.line).unwrap_or_default();
            let state = pass.standing.state(row.line, &findings);
            if state != RowState::Clean || states.contains_key(&row.line) {
                settled.push((row.line, state, findings));
            }
        }
        Ok(())
    })?;
    for (line, state, findings) in settled {
        write.settle_draft_row(draft_no, line, state, &findings)?;
    }
    // A parked row keeps what was found before it was parked.
    for line in states.keys().chain(lines.into_iter().flatten()) {
        if pass.standing.is_parked(*line) && states.get(line) != Some(&RowState::Parked) {
            let findings = write.draft_findings(draft_no, Some(*line))?;
            write.settle_draft_row(draft_no, *line, RowState::Parked, &findings)?;
        }
    }
    Ok(())
}
