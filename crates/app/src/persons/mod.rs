//! The register of persons (personkretsen): facts in two times, duplicates, protection.

mod adding;
mod comparing;
mod document;
mod duplicates;
mod entering;
mod extract;
mod protection;
mod reading;
mod refusing;
mod relations;
mod shown;
mod taking_back;
mod views;

use domain::person::PersonId;
use store::PersonNo;
use store::ledger::Entry;
use store::persons::finding::{Found, PersonFilter};
use store::persons::{Person, PersonCard};

use crate::error::{AppError, RefusalCode};
use crate::{App, Result};

pub use adding::NewPerson;
pub(crate) use adding::add_person;
pub use comparing::Comparison;
pub use document::{FactsDocument, History};
pub use duplicates::{Candidates, Merged, Parted};
pub use entering::{Entered, FactRequest, Withdrawal};
pub(crate) use entering::{Entering, enter_among, require_board};
pub use extract::Extracted;
pub use protection::Access;
pub(crate) use protection::MINUTES_OPEN;
pub(crate) use reading::read_one;
pub use reading::{ReadFacts, read_fact, read_facts, read_id};
pub(crate) use refusing::refusal;
pub(crate) use relations::impossible_relation;
pub use shown::PersonShown;
pub use views::SavedView;

impl App {
    /// The person with that number.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn person_numbered(&self, person_no: PersonNo) -> Result<Person> {
        Ok(self.read().person(person_no)?)
    }

    /// What lists show of a person.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn card_of(&self, person_no: PersonNo) -> Result<PersonCard> {
        Ok(self.read().person_card(person_no)?)
    }

    /// The Person-ids of some persons, in their order.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn person_ids(&self, persons: &[PersonNo]) -> Result<Vec<PersonId>> {
        Ok(self.read().person_ids(persons)?)
    }

    /// Everybody in a household today, the person itself included.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn household(&self, name: &str) -> Result<Vec<PersonNo>> {
        Ok(self.read().household(name, self.today)?)
    }

    /// Everything in the ledger about a person and those merged into it, in the order of entry.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn entries_of_person(&self, person_no: PersonNo) -> Result<Vec<Entry>> {
        let read = self.read();
        let mut entries = read.entries_of_person(person_no)?;
        for merged in read.merged_into(person_no)? {
            entries.extend(read.entries_of_person(merged)?);
        }
        Ok(entries)
    }

    /// Some of the persons whom a filter lets through, from `offset` on, in the order of names.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn find_persons(
        &self,
        filter: &PersonFilter,
        offset: usize,
        count: usize,
    ) -> Result<Found> {
        Ok(self.read().find_persons(filter, &self.actor, offset, count)?)
    }

    /// Whether a filter lets somebody through.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn lets_through(&self, filter: &PersonFilter, person_no: PersonNo) -> Result<bool> {
        Ok(self.read().lets_through(filter, person_no)?)
    }

    /// Persons whom everything typed so far fits, those used last first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn search_persons(&self, text: &str, count: usize) -> Result<Vec<PersonNo>> {
        Ok(self.read().search_persons(text, &self.actor, self.protection_day(), count)?)
    }

    /// The person with that Person-id; of a merged one the person it turned out to be.
    ///
    /// # Errors
    /// When there is none, or the database cannot be read.
    pub fn person(&self, id: &str) -> Result<Person> {
        let read = self.read();
        Ok(read.person(self.person_no(id)?)?)
    }

    /// The number of the person with that Person-id; of a merged one that of the person it turned out
    /// to be.
    ///
    /// # Errors
    /// When there is none, or the database cannot be read.
    pub fn person_no(&self, id: &str) -> Result<PersonNo> {
        self.read()
            .person_no(&PersonId(id.to_owned()))?
            .ok_or_else(|| AppError::refused(RefusalCode::NoSuchPerson).in_field("person"))
    }

    /// The number of the person with that Person-id itself, merged or not.
    ///
    /// # Errors
    /// When there is none, or the database cannot be read.
    pub fn own_person_no(&self, id: &str) -> Result<PersonNo> {
        self.read()
            .own_person_no(id)?
            .ok_or_else(|| AppError::refused(RefusalCode::NoSuchPerson).in_field("person"))
    }
}
