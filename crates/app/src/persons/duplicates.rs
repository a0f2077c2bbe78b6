//! Persons that may be one, made one, and parted again.

use serde_json::json;
use store::Changed;
use store::persons::{Person, PersonNo};

use crate::error::{AppError, RefusalCode};
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
    /// other are shown as overlaps.
    ///
    /// # Errors
    /// When they are one already, or it has not been confirmed a second time.
    pub fn merge_persons(
        &mut self,
        person_no: PersonNo,
        into: PersonNo,
        confirmed: bool,
    ) -> Result<Merged> {
        if person_no == into {
            return Err(AppError::refused(RefusalCode::SamePerson));
        }
        if !confirmed {
            return Err(AppError::refused(RefusalCode::MergeNotConfirmed).in_field("confirmed"));
        }
        self.change(Action::MergePersons, |write| {
            write.merge_person(person_no, into)?;
            let detail = json!({ "merged": write.person_id(person_no)?.0 });
            let object = write.person_id(into)?.0;
            Ok(Changed { value: Merged { into, merged: person_no }, object, detail })
        })
    }

    /// Notes that a merged person, named by its own id, is somebody else after all.
    ///
    /// # Errors
    /// When it is not merged.
    pub fn split_person(&mut self, id: &str) -> Result<PersonNo> {
        let person_no = self.read().merged_person_no(id)?;
        let person_no = person_no
            .ok_or_else(|| AppError::refused(RefusalCode::NotMerged).in_field("person"))?;
        self.change(Action::SplitPerson, |write| {
            write.split_person(person_no)?;
            let object = write.person_id(person_no)?.0;
            Ok(Changed { value: person_no, object, detail: json!({}) })
        })
    }
}
