//! A reading is noted when it has been answered.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};
use domain::person::PersonId;
use domain::reading::{MINUTES_OF_ONE_READING, ReadingKind};
use store::PersonNo;
use store::readings::NewReading;

use crate::error::{AppError, RefusalCode};
use crate::{App, Result, clock};

/// More persons than these are a table: it is noted as one reading, of nobody alone.
const MOST_SINGLED_OUT: usize = 12;
/// How many readings are remembered before the old ones are forgotten.
const MOST_REMEMBERED: usize = 2_000;

/// What a reading is the same as: kind, object, person.
type Same = (ReadingKind, String, Option<PersonNo>);

/// What this login has read a moment ago.
#[derive(Debug, Default)]
pub struct Noted(HashMap<Same, DateTime<Utc>>);

/// About whom something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whom {
    /// Persons, by their ids; what is none is left out.
    Persons(Vec<String>),
    /// The person whose case has the document.
    OfDocument(String),
    /// Nobody alone.
    NobodyAlone,
}

/// Something that was answered and counts as reading.
#[derive(Clone, Debug)]
pub struct Seen {
    /// What was read.
    pub kind: ReadingKind,
    /// By which operation of the contract.
    pub operation: &'static str,
    /// The id of what was read; empty: the persons alone.
    pub object: String,
    /// About whom.
    pub whom: Whom,
    /// Why, where it was asked.
    pub reason: String,
}

impl Noted {
    /// Whether a reading is a new one at that moment; it is remembered.
    fn is_new(&mut self, same: Same, now: DateTime<Utc>) -> bool {
        let lasts = Duration::minutes(MINUTES_OF_ONE_READING);
        if self.0.get(&same).is_some_and(|at| now < *at + lasts) {
            return false;
        }
        if self.0.len() >= MOST_REMEMBERED {
            self.0.retain(|_, at| now < *at + lasts);
        }
        self.0.insert(same, now);
        true
    }
}

impl App {
    /// Notes that the acting person has read something: once in a quarter of an hour, but each time that
    /// something leaves the program or a reason was given.
    ///
    /// # Errors
    /// When the database cannot be written: then nothing is shown.
    pub fn note_reading(&self, seen: &Seen) -> Result<()> {
        let now = clock::now();
        let persons = self.singled_out(&seen.whom)?;
        let object = seen.object.as_str();
        let leaves =
            matches!(seen.kind, ReadingKind::Document | ReadingKind::Print | ReadingKind::Export);
        let about: Vec<Option<PersonNo>> = match persons {
            // Nobody was named: nothing was read about anybody.
            Some(persons) if persons.is_empty() && !leaves => Vec::new(),
            Some(persons) if !persons.is_empty() => persons.into_iter().map(Some).collect(),
            _ => vec![None],
        };
        let new: Vec<Option<PersonNo>> = {
            let mut noted = self.noted.borrow_mut();
            let is_new = |person: &Option<PersonNo>| {
                let same = (seen.kind, object.to_owned(), *person);
                noted.is_new(same, now) || leaves || !seen.reason.is_empty()
            };
            about.into_iter().filter(is_new).collect()
        };
        if new.is_empty() {
            return Ok(());
        }
        let protected = match new.iter().any(Option::is_some) {
            true => self.protected_persons()?,
            false => Default::default(),
        };
        let rows: Vec<NewReading<'_>> = new
            .into_iter()
            .map(|person| NewReading {
                kind: seen.kind,
                operation: seen.operation,
                object,
                person,
                protected: person.is_some_and(|person| protected.contains(&person)),
                reason: &seen.reason,
            })
            .collect();
        self.note_rows_read(&rows)
    }

    fn person_of_document(&self, document: &str) -> Result<PersonNo> {
        let read = self.read();
        let none = || AppError::refused(RefusalCode::NoSuchDocument).in_field("document");
        let document = read.case_document(document)?.ok_or_else(none)?;
        let case = read.case_at(document.case_no)?.ok_or_else(none)?;
        self.person_of_case(&case)
    }

    /// The persons, each once; none: more than are singled out, or nobody alone.
    fn singled_out(&self, whom: &Whom) -> Result<Option<Vec<PersonNo>>> {
        let mut persons: Vec<PersonNo> = match whom {
            Whom::NobodyAlone => return Ok(None),
            Whom::OfDocument(document) => vec![self.person_of_document(document)?],
            Whom::Persons(ids) => {
                let mut ids: Vec<PersonId> = ids.iter().cloned().map(PersonId).collect();
                ids.sort();
                ids.dedup();
                if ids.len() > MOST_SINGLED_OUT {
                    return Ok(None);
                }
                self.read().person_nos(&ids)?.into_values().collect()
            }
        };
        persons.sort();
        persons.dedup();
        Ok(Some(persons))
    }
}
