//! Passes over the rows of a draft: what they say together, then each with the register at hand.

use std::collections::{BTreeMap, BTreeSet};

use domain::Finding;
use store::StoreError;

use super::judging::{Judge, Plan};
use super::together::Together;
use super::wanted::Given;
use super::{Register, RegisterMeant};
use crate::Result;
use crate::draft::{Pass, Settling};
use crate::settings::read_settings;

impl Pass<'_> {
    /// What the rows say together.
    pub(super) fn gather(&self) -> Result<Together> {
        let mut together = Together::new(self.draft.profile.several_rows);
        let interpreter = self.draft.interpreter::<Register>();
        self.write.each_draft_row(self.draft.record.draft_no, |line, written, _| {
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
        mut each: impl FnMut(&[RegisterMeant], Vec<Finding>, Plan) -> Result<()>,
    ) -> Result<()> {
        let settings = read_settings(self.write)?;
        let interpreter = self.draft.interpreter::<Register>();
        let judge = Judge {
            read: self.write,
            draft: self.draft,
            interpreter: &interpreter,
            together,
            boards: self.write.boards()?.into_iter().collect(),
            given: Given {
                board_from: self.draft.record.given_day,
                municipality: &settings.municipality.name,
            },
            highest: self.write.highest_person_no()?,
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
                    let Some(row) = self.write.draft_row(draft_no, *line)? else { continue };
                    let meant = self.draft.meant(&interpreter, self.standing, *line, &row.written);
                    rows.extend(Some(meant).filter(|meant| !meant.parked));
                }
                let (findings, plan) = judge.judge(&rows)?;
                each(&rows, findings, plan)?;
            }
            return Ok(());
        }
        self.write.each_draft_row(draft_no, |line, written, _| {
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
    pass: &Pass<'_>,
    together: &Together,
    lines: Option<&BTreeSet<u32>>,
) -> Result<()> {
    let mut settling = Settling::of(pass)?;
    let scope = lines.filter(|lines| !together.protects_in(lines)).map(|lines| {
        // Another row may be the first now that names a board so.
        let naming = together.rows_naming_boards();
        together.sharing(&lines.iter().copied().chain(settling.waiting()).chain(naming).collect())
    });
    pass.each_judged(together, scope.as_ref(), |rows, findings, _| {
        let mut by_line: BTreeMap<u32, Vec<Finding>> = BTreeMap::new();
        for finding in findings {
            by_line.entry(finding.line).or_default().push(finding);
        }
        for row in rows {
            settling.judged(row.line, by_line.remove(&row.line).unwrap_or_default());
        }
        Ok(())
    })?;
    settling.keep(lines)
}
