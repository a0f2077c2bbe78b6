//! Taking entries about a person back together: what they were entered over stands again.

use std::collections::BTreeSet;

use domain::facts::{Fact, FactId, FactKind, known_on, newly_out_of_order};
use serde_json::json;
use store::{Changed, Ending, PersonNo};

use super::entering::{Entering, is_number};
use super::refusing::refusal;
use crate::error::{AppError, RefusalCode};
use crate::reopening::reopen;
use crate::{Action, App, Result};

impl App {
    /// Takes entries back as if they had not been made: what each corrected holds again, and what was new
    /// never held. Nothing goes: every entry is corrected by another.
    ///
    /// # Errors
    /// When an entry is not the person's or has been corrected since, or what is left does not fit together.
    pub fn take_entries_back(&mut self, id: &str, entries: &[String]) -> Result<PersonNo> {
        let (actor, today) = (self.actor.clone(), self.today);
        self.change(Action::EnterFacts, |write| {
            let person_no = self.open_person_no(id)?;
            let person = write.person(person_no)?;
            let known = person.known();
            let entering = Entering::of(write, Some(person_no), &person.facts, &actor, today)?;
            let mut all = person.facts.clone();
            let mut restored: BTreeSet<&FactId> = BTreeSet::new();
            let mut kinds: BTreeSet<FactKind> = BTreeSet::new();
            for id in entries.iter().rev() {
                let not_known = || AppError::refused(RefusalCode::FactNotKnown);
                let entry =
                    person.facts.iter().find(|fact| fact.id.0 == *id).ok_or_else(not_known)?;
                if person.facts.iter().any(|fact| fact.corrects.as_ref() == Some(&entry.id)) {
                    return Err(not_known());
                }
                kinds.insert(entry.kind());
                let before = entry.corrects.as_ref().filter(|before| restored.insert(*before));
                let before = before.and_then(|id| person.facts.iter().find(|fact| fact.id == *id));
                let correction = entering.correction_of(entry);
                all.push(match before {
                    // What was entered over stands again, with its own words and days.
                    Some(before) => Fact {
                        id: correction.id,
                        known_since: correction.known_since,
                        according_to_import: false,
                        entered_by: correction.entered_by,
                        corrects: correction.corrects,
                        ..before.clone()
                    },
                    None => Fact { withdrawn: true, ..correction },
                });
            }
            let now = known_on(&all, chrono::NaiveDate::MAX);
            let faults = newly_out_of_order(&known, &now, &[]);
            let refused = |(id, fault): &(Option<FactId>, _)| {
                let about = id.as_ref().and_then(|id| all.iter().find(|fact| fact.id == *id));
                let about = about.or_else(|| all.last());
                about.map(|fact| refusal(fact.kind(), fact.validity, fault))
            };
            if let Some(error) = AppError::all(faults.iter().filter_map(refused).collect()) {
                return Err(error);
            }
            let new = all.split_off(person.facts.len());
            if new.is_empty() {
                return Ok(Ending::Nothing(person_no));
            }
            for entry in &new {
                write.add_fact(person_no, entry)?;
            }
            write.refresh_person(person_no)?;
            if kinds.iter().copied().any(is_number) {
                reopen(write, &[person_no])?;
            }
            let names: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
            let detail = json!({ "kinds": names, "facts": new.len(), "withdrawn": true });
            let changed =
                Changed { value: person_no, object: write.person_id(person_no)?.0, detail };
            match kinds.contains(&FactKind::Protection) {
                true => self.as_another(Action::LiftProtection, changed),
                false => Ok(Ending::Changed(changed)),
            }
        })
    }
}
