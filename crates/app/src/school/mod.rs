//! Pupils: their schooling from the lists of those who run schools, a kind of draft; and the four-week
//! periods that it gives.

mod absent;
mod judging;
mod listing;
mod periods;

use std::collections::{BTreeMap, BTreeSet};

use domain::Finding;
use domain::facts::{Fact, FactContent};
use domain::person::PersonId;
use domain::schooling::Outcome;
use importing::{RegisterRow, SCHOOLING, SchoolList};
use store::{PersonNo, Read};

use self::judging::{Judge, Judged, Says, outcome_of, told_by};
use crate::draft::{
    About, Actions, Draft, InOrder, MeantRow, Pass, Reading, Taken, Undecided, Who, each_judged,
};
use crate::persons::{NewPerson, add_person};
use crate::{Action, Result};

pub use listing::{Pupil, Pupils, SchoolingOf};
pub use periods::{AskedFor, FourWeeks, FourWeeksOfPerson};

impl InOrder for SchoolList {
    const ACTIONS: Actions = Actions {
        read: Action::ReadSchool,
        decide: Action::DecideSchool,
        undo: Action::UndoSchool,
        discard: Action::DiscardSchool,
        report: Action::ReportSchool,
        take_in: Action::ImportSchool,
    };
    type Judge<'p> = Judge<'p>;
    type Judged = Judged;

    fn judge_of<'p>(pass: &'p Pass<'_>, lines: Option<&BTreeSet<u32>>) -> Result<Judge<'p>> {
        Judge::of(pass, lines)
    }

    fn judge_row(judge: &mut Judge<'_>, meant: &MeantRow<RegisterRow>) -> Result<Option<Judged>> {
        judge.judge(meant)
    }

    fn found(judged: Judged) -> Vec<Finding> {
        judged.findings
    }

    fn who(row: &RegisterRow) -> Who<'_> {
        Who {
            person_id: row.person_id.as_ref(),
            dossier_number: row.dossier_number,
            national_number: row.national_number,
            family_name: row.family_name.as_deref(),
            given_name: row.given_name.as_deref(),
        }
    }

    fn made_about(draft: &Draft, line: u32) -> Option<&PersonId> {
        draft.format.made.get(&line)
    }

    fn complete(reading: &Reading<'_>, draft: &mut Draft, last: u32) -> Result<()> {
        absent::complete(reading, draft, last)
    }

    fn add_meaning(
        read: &Read<'_>,
        draft: &Draft,
        asked: &mut [(About, RegisterRow)],
    ) -> Result<()> {
        let owners: BTreeSet<PersonNo> =
            asked.iter().filter_map(|(about, _)| about.owner).collect();
        let known = read.known_facts_of(&owners.into_iter().collect::<Vec<_>>())?;
        let terms = crate::settings::school_terms(read)?;
        let ours = crate::settings::own_municipality(read)?;
        for (about, row) in asked {
            let Some(told) = told_by(row, &ours) else { continue };
            let facts = about.owner.and_then(|owner| known.get(&owner));
            let facts: Vec<&Fact> = facts.iter().flat_map(|(facts, _)| facts).collect();
            about.outcome = Some(outcome_of(draft, &terms, &facts, &told));
        }
        Ok(())
    }

    fn enter(pass: &Pass<'_>, undecided: &mut Undecided) -> Result<Taken> {
        let mut taken = Taken::default();
        let mut entries: BTreeMap<PersonNo, Vec<Fact>> = BTreeMap::new();
        let mut new: Vec<NewPerson> = Vec::new();
        each_judged::<SchoolList>(pass, None, |line, judged| {
            let findings: Vec<&Finding> = judged.findings.iter().collect();
            if undecided.note(pass.standing, line, &findings) {
                return;
            }
            match judged.outcome {
                Outcome::Added => taken.added += 1,
                Outcome::Changed => taken.changed += 1,
                Outcome::Ended => taken.ended += 1,
                Outcome::Unchanged => taken.unchanged += 1,
            }
            match judged.says {
                Says::Nothing => {}
                Says::Of(person, facts) => entries.entry(person).or_default().extend(facts),
                Says::New(at, fact) => match new.get_mut(at) {
                    Some(person) => person.facts.push(fact),
                    None => new.push(new_person(judged.row, fact)),
                },
            }
        })?;
        if !undecided.is_none() {
            return Ok(taken);
        }
        // Neither the card nor the words of a person hold anything of schooling.
        for (person, facts) in entries {
            for fact in &facts {
                debug_assert!(
                    matches!(fact.content, FactContent::Schooling(_)),
                    "of a list of pupils"
                );
                pass.write.add_fact(person, fact)?;
            }
        }
        for person in &new {
            add_person(pass.write, person, pass.actor, pass.today)?;
        }
        Ok(taken)
    }
}

/// Somebody whom the register does not have, as a row names the person.
fn new_person(row: RegisterRow, fact: crate::persons::FactRequest) -> NewPerson {
    NewPerson {
        family_name: row.family_name.unwrap_or_default(),
        given_name: row.given_name.unwrap_or_default(),
        birth_date: row.birth_date,
        dossier_number: row.dossier_number,
        national_number: row.national_number,
        facts: vec![fact],
        confirmed: true,
        ..NewPerson::default()
    }
}

/// The block of a row that says where somebody goes to school.
const BLOCK: usize = SCHOOLING;
