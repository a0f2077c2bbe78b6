//! Keeping what was found of rows that have been judged.

use std::collections::{BTreeMap, BTreeSet};

use domain::Finding;
use store::lists::RowState;

use super::Pass;
use crate::Result;

/// Rows that have been judged and not been kept yet: what judging reads stays as it is meanwhile.
pub(crate) struct Settling<'p> {
    pass: &'p Pass<'p>,
    /// Rows that were not clean before.
    states: BTreeMap<u32, RowState>,
    settled: Vec<(u32, RowState, Vec<Finding>)>,
}

impl<'p> Settling<'p> {
    pub(crate) fn of(pass: &'p Pass<'p>) -> Result<Settling<'p>> {
        let states = pass.write.draft_states(pass.draft.record.draft_no)?;
        Ok(Settling { pass, states, settled: Vec::new() })
    }

    /// Rows that were not clean before.
    pub(crate) fn waiting(&self) -> impl Iterator<Item = u32> {
        self.states.keys().copied()
    }

    /// Takes what was found of a row that is not parked.
    pub(crate) fn judged(&mut self, line: u32, findings: Vec<Finding>) {
        let state = self.pass.standing.state(line, &findings);
        if state != RowState::Clean || self.states.contains_key(&line) {
            self.settled.push((line, state, findings));
        }
    }

    /// Keeps everything. `lines` are those that were decided about; a parked row keeps what was found
    /// before it was parked.
    pub(crate) fn keep(self, lines: Option<&BTreeSet<u32>>) -> Result<()> {
        let (write, draft_no) = (self.pass.write, self.pass.draft.record.draft_no);
        for (line, state, findings) in self.settled {
            write.settle_draft_row(draft_no, line, state, &findings)?;
        }
        for line in self.states.keys().chain(lines.into_iter().flatten()) {
            let was_parked = self.states.get(line) == Some(&RowState::Parked);
            if self.pass.standing.is_parked(*line) && !was_parked {
                let findings = write.draft_findings(draft_no, Some(*line))?;
                write.settle_draft_row(draft_no, *line, RowState::Parked, &findings)?;
            }
        }
        Ok(())
    }
}
