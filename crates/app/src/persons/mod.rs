//! The register of persons (personkretsen): facts in two times, duplicates, protection.

mod adding;
mod comparing;
mod document;
mod duplicates;
mod entering;
mod protection;
mod reading;
mod refusing;
mod relations;
mod shown;
mod views;

use domain::person::PersonId;
use store::PersonNo;
use store::persons::Person;

use crate::error::{AppError, RefusalCode};
use crate::{App, Result};

pub use adding::NewPerson;
pub(crate) use adding::add_person;
pub use comparing::Comparison;
pub use document::{FactsDocument, History};
pub use duplicates::{Candidates, Merged, Parted};
pub use entering::{Entered, FactRequest, Withdrawal};
pub(crate) use entering::{Entering, enter_among, require_board};
pub use protection::Access;
pub(crate) use protection::MINUTES_OPEN;
pub(crate) use reading::read_one;
pub use reading::{ReadFacts, read_fact, read_facts, read_id};
pub(crate) use refusing::refusal;
pub(crate) use relations::impossible_relation;
pub use shown::PersonShown;
pub use views::SavedView;

impl App {
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
