//! Persons that may be one, made one, and parted again.

use chrono::NaiveDate;
use domain::facts::{Fact, FactId, FactKind, Validity, known_on};
use serde_json::json;
use store::persons::Person;
use store::{Changed, PersonNo, Write};

use super::entering::Entering;
use crate::error::{AppError, RefusalCode};
use crate::reopening::reopen;
use crate::typed::reason_typed;
use crate::{Action, App, Result};

/// Groups shown at most.
const MOST_GROUPS: u32 = 500;

/// Persons that may be one.
#[derive(Clone, Debug)]
pub struct Candidates {
    /// Why: `dossier-number`, `national-number` or `name-and-birth`.
    pub reason: String,
    /// The persons, two or more.
    pub persons: Vec<Person>,
}

/// What a merge did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The person that stands for both.
    pub into: PersonNo,
    /// The person that turned out to be it.
    pub merged: PersonNo,
}

/// What a split did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parted {
    /// The person that is somebody else after all.
    pub person: PersonNo,
    /// The person it was taken for.
    pub from: PersonNo,
    /// Facts entered while they were one that stay with the latter, by kind and first day.
    pub stay: Vec<Fact>,
    /// Which of the two got a protection of their own, so that none is lost.
    pub protected: Vec<PersonNo>,
}

impl App {
    /// Persons that may be one, by why they may.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn duplicates(&self) -> Result<Vec<Candidates>> {
        let read = self.read();
        let groups = read.duplicate_candidates(MOST_GROUPS)?;
        let each = groups.into_iter().map(|(reason, numbers)| {
            let persons =
                numbers.into_iter().map(|no| read.person(no)).collect::<Result<_, _>>()?;
            Ok(Candidates { reason, persons })
        });
        each.collect()
    }

    /// Notes that two persons are one. Both ids and every fact stay; facts that then contradict each
    /// other are shown as overlaps. Where one of them is protected both are from then on: that takes
    /// a reason, which stands in the event.
    ///
    /// # Errors
    /// When they are one already, it has not been confirmed a second time, or a reason is missing.
    pub fn merge_persons(
        &mut self,
        person: &str,
        into: &str,
        confirmed: bool,
        reason: &str,
    ) -> Result<Merged> {
        self.change(Action::MergePersons, |write| {
            let (person_no, into) = (self.person_no(person)?, self.person_no(into)?);
            if person_no == into {
                return Err(AppError::refused(RefusalCode::SamePerson));
            }
            let reason = reason.trim();
            let is_protected = !self.protected_among(&[person_no, into].into())?.is_empty();
            if is_protected {
                reason_typed(reason)?;
            }
            if !confirmed {
                return Err(AppError::refused(RefusalCode::MergeNotConfirmed).in_field("confirmed"));
            }
            let (actor, today) = (self.actor.clone(), self.today);
            let known_since = [person_no, into].into_iter().try_fold(today, |latest, no| {
                Ok::<_, AppError>(entering(write, no, &actor, latest)?.known_since())
            })?;
            write.merge_person(person_no, into, known_since)?;
            reopen(write, &[person_no, into])?;
            let mut detail = json!({ "merged": write.person_id(person_no)?.0 });
            if is_protected {
                detail["reason"] = json!(reason);
            }
            let object = write.person_id(into)?.0;
            Ok(Changed { value: Merged { into, merged: person_no }, object, detail })
        })
    }

    /// Notes that a merged person, named by its own id, is somebody else after all. What was entered
    /// about it itself goes with it, corrected as it has been; what was entered anew about the merged
    /// person stays where it stands. Nobody loses protection by it: one that was entered while they
    /// were one goes to both, to be ended with the right that takes.
    ///
    /// # Errors
    /// When it is not merged.
    pub fn split_person(&mut self, id: &str) -> Result<Parted> {
        self.change(Action::SplitPerson, |write| {
            let person_no = write.merged_person_no(id)?;
            let person_no = person_no
                .ok_or_else(|| AppError::refused(RefusalCode::NotMerged).in_field("person"))?;
            let (actor, today) = (self.actor.clone(), self.today);
            let protection_day = self.protection_day();
            let source = self.wording.text("split-protection-source", &[]);
            let object = write.person_id(person_no)?;
            let from = write.person_no(&object)?.unwrap_or(person_no);
            let entering = entering(write, from, &actor, today)?;
            let together = [write.merged_into(from)?, vec![from]].concat();
            let for_both = write.entered_as_one(person_no, &together)?;
            let protections = protections(&write.facts_of(from)?, &for_both, protection_day);
            write.split_person(person_no, entering.known_since())?;
            reopen(write, &[person_no, from])?;
            let mut protected = Vec::new();
            for side in [person_no, from] {
                if carry_over(write, side, &protections, &entering, &source)? {
                    protected.push(side);
                }
            }
            let facts = write.facts_of(from)?;
            let known = known_on(&facts, NaiveDate::MAX).into_iter();
            let stay = known.filter(|fact| for_both.contains(&fact.id)).cloned().collect();
            let detail = json!({ "protected": protected.len() });
            let value = Parted { person: person_no, from, stay, protected };
            Ok(Changed { value, object: object.0, detail })
        })
    }
}

fn entering<'e>(
    write: &Write<'_>,
    person_no: PersonNo,
    actor: &'e str,
    today: NaiveDate,
) -> Result<Entering<'e>> {
    Entering::of(write, Some(person_no), &write.facts_of(person_no)?, actor, today)
}

/// What protects by what is known now, or will, and was entered for both: whom it was meant for
/// nobody has said.
fn protections(entries: &[Fact], for_both: &[FactId], day: NaiveDate) -> Vec<Fact> {
    let known = known_on(entries, NaiveDate::MAX).into_iter();
    let first_entry = |fact: &Fact| {
        let mut first = fact;
        while let Some(before) =
            entries.iter().find(|entry| first.corrects.as_ref() == Some(&entry.id))
        {
            first = before;
        }
        first.id.clone()
    };
    let protects = |fact: &&Fact| {
        fact.kind() == FactKind::Protection
            && fact.validity.valid_until.is_none_or(|until| until >= day)
            && for_both.contains(&first_entry(fact))
    };
    known.filter(protects).cloned().collect()
}

/// Gives somebody who has been parted the protections that it lacks. Says whether there was one.
fn carry_over(
    write: &Write<'_>,
    person_no: PersonNo,
    protections: &[Fact],
    entering: &Entering<'_>,
    source: &str,
) -> Result<bool> {
    let own = write.facts_of(person_no)?;
    let own: Vec<Validity> = known_on(&own, NaiveDate::MAX)
        .into_iter()
        .filter(|fact| fact.kind() == FactKind::Protection)
        .map(|fact| fact.validity)
        .collect();
    let covers = |own: &Validity, other: Validity| {
        own.valid_from.is_none_or(|from| other.valid_from.is_some_and(|first| from <= first))
            && own.valid_until.is_none_or(|until| other.valid_until.is_some_and(|l| l <= until))
    };
    let lacking = protections.iter().filter(|one| !own.iter().any(|o| covers(o, one.validity)));
    let mut gained = false;
    for protection in lacking {
        let fact = Fact {
            corrects: None,
            source: Some(source.to_owned()),
            ..entering.correction_of(protection)
        };
        write.add_fact(person_no, &fact)?;
        gained = true;
    }
    if gained {
        write.refresh_person(person_no)?;
    }
    Ok(gained)
}
