//! Bringing decisions of the agency in: a kind of draft.

mod at_once;
mod judging;

use std::collections::BTreeSet;

use domain::{Field, Finding, Ore};
use importing::{DecisionRow, Decisions};

use self::judging::{Judge, Judged};
use crate::draft::{Actions, Draft, InOrder, MeantRow, Pass, Taken, Undecided, Who, each_judged};
use crate::{Action, Result};

pub use at_once::DecisionsRead;

impl InOrder for Decisions {
    const ACTIONS: Actions = Actions {
        read: Action::ReadDecisions,
        decide: Action::DecideDecisions,
        undo: Action::UndoDecisions,
        discard: Action::DiscardDecisions,
        report: Action::ReportDecisions,
        take_in: Action::ImportDecisions,
    };
    type Judge<'p> = Judge<'p>;
    type Judged = Judged;

    fn judge_of<'p>(pass: &'p Pass<'_>, _: Option<&BTreeSet<u32>>) -> Result<Judge<'p>> {
        Judge::of(pass)
    }

    fn judge_row(judge: &mut Judge<'_>, meant: &MeantRow<DecisionRow>) -> Result<Option<Judged>> {
        Ok(Some(judge.judge(meant)))
    }

    fn found(judged: Judged) -> Vec<Finding> {
        judged.findings
    }

    fn lacks_day(draft: &Draft) -> bool {
        draft.format.layout.column(Field::DecisionDate.into()).is_none()
    }

    fn who(row: &DecisionRow) -> Who<'_> {
        Who {
            person_id: None,
            dossier_number: row.row.dossier_number,
            national_number: row.row.national_number,
            family_name: row.row.family_name.as_deref(),
            given_name: row.row.given_name.as_deref(),
        }
    }

    fn enter(pass: &Pass<'_>, undecided: &mut Undecided) -> Result<Taken> {
        let mut taken = Taken { amount: Some(Ore(0)), ..Taken::default() };
        let mut new = Vec::new();
        each_judged::<Decisions>(pass, None, |line, judged| {
            let findings: Vec<&Finding> = judged.findings.iter().collect();
            if undecided.note(pass.standing, line, &findings) {
                return;
            }
            match judged.grant {
                Some(grant) if judged.is_new => new.push(grant),
                _ => taken.unchanged += 1,
            }
        })?;
        if !undecided.is_none() {
            return Ok(taken);
        }
        taken.added = new.len() as u64;
        taken.amount = Some(new.iter().map(|grant| grant.amount).sum());
        for grant in &new {
            pass.write.add_grant(grant)?;
        }
        Ok(taken)
    }
}
