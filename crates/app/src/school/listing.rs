//! Who goes to school.

use domain::Period;
use domain::facts::{Fact, FactContent, SchoolForm, Validity};
use store::PersonNo;

use crate::{App, Result};

/// Where somebody goes to school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchoolingOf {
    /// The form.
    pub form: SchoolForm,
    /// The days.
    pub days: Validity,
    /// Where it was read.
    pub source: Option<String>,
}

/// A pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pupil {
    /// The person.
    pub person: PersonNo,
    /// By first day.
    pub schooling: Vec<SchoolingOf>,
}

/// Some of the pupils.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pupils {
    /// By number.
    pub pupils: Vec<Pupil>,
    /// How many there are in all.
    pub total: u64,
}

impl App {
    /// Who goes to school on any of these days: page `page` (from 0) of `size`.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn pupils(&self, days: Period, skip: usize, most: usize) -> Result<Pupils> {
        let read = self.read();
        let all = read.pupils(days.from, days.until)?;
        let shown: Vec<PersonNo> = all.iter().copied().skip(skip).take(most).collect();
        let known = read.known_facts_of(&shown)?;
        let schooling = |fact: &Fact| {
            let FactContent::Schooling(school) = &fact.content else { return None };
            let span = Validity { valid_from: Some(days.from), valid_until: Some(days.until) };
            fact.validity.meets(span).then(|| SchoolingOf {
                form: school.form,
                days: fact.validity,
                source: fact.source.clone(),
            })
        };
        let pupil = |person: PersonNo| {
            let facts = known.get(&person).map_or(&[][..], |(facts, _)| facts.as_slice());
            Pupil { person, schooling: facts.iter().filter_map(schooling).collect() }
        };
        Ok(Pupils { pupils: shown.into_iter().map(pupil).collect(), total: all.len() as u64 })
    }
}
