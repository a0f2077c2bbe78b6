//! The facts document: the one input of every calculation (`docs/FACTS.md`), and what was known when.

use chrono::NaiveDate;
use domain::facts::{Disorder, Fact, difference, disorders, known_on};
use domain::person::PersonId;
use serde::Serialize;
use store::persons::PersonNo;

use crate::{App, Result};

/// What is known, or was known on a day, about a person.
#[derive(Clone, Debug, Serialize)]
pub struct FactsDocument {
    /// The register's own id.
    pub person: PersonId,
    /// The day whose knowledge it holds.
    pub as_known: NaiveDate,
    /// Ids of persons that turned out to be this one.
    pub merged: Vec<PersonId>,
    /// The facts, in the order of kinds and first days.
    pub facts: Vec<Fact>,
}

/// Everything that was ever entered about a person.
#[derive(Clone, Debug)]
pub struct History {
    /// Every entry in the order it was made.
    pub entries: Vec<Fact>,
    /// Days on which something was entered, earliest first, each once.
    pub days: Vec<NaiveDate>,
    /// What does not fit together by what is known now.
    pub disorders: Vec<Disorder>,
}

impl App {
    /// The facts document of a person as known at the end of `as_known`.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn facts_document(
        &self,
        person_no: PersonNo,
        as_known: NaiveDate,
    ) -> Result<FactsDocument> {
        let read = self.read();
        let entries = read.facts_of(person_no)?;
        let merged = read.merged_into(person_no)?.into_iter().map(|no| read.person_id(no));
        Ok(FactsDocument {
            person: read.person_id(person_no)?,
            as_known,
            merged: merged.collect::<store::Result<_>>()?,
            facts: known_on(&entries, as_known).into_iter().cloned().collect(),
        })
    }

    /// Everything ever entered about a person.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn person_history(&self, person_no: PersonNo) -> Result<History> {
        let entries = self.read().facts_of(person_no)?;
        let mut days: Vec<NaiveDate> = entries.iter().map(|fact| fact.known_since).collect();
        days.sort_unstable();
        days.dedup();
        let disorders = disorders(&known_on(&entries, NaiveDate::MAX));
        Ok(History { entries, days, disorders })
    }

    /// Facts believed at the end of `day` and not now, and facts known now and not then.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn then_and_now(
        &self,
        person_no: PersonNo,
        day: NaiveDate,
    ) -> Result<(Vec<Fact>, Vec<Fact>)> {
        let entries = self.read().facts_of(person_no)?;
        let found = difference(&entries, day, NaiveDate::MAX);
        let owned = |facts: Vec<&Fact>| facts.into_iter().cloned().collect();
        Ok((owned(found.then), owned(found.now)))
    }
}
