//! Two persons beside each other, before somebody says that they are one.

use chrono::NaiveDate;
use domain::facts::{Disorder, Fact, disorders, known_on};
use domain::spelling::fold;
use store::PersonNo;
use store::persons::Person;

use crate::error::{AppError, RefusalCode};
use crate::{App, Result};

/// Two persons, why they may be one, and what would not fit together if they were.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The two, in the order in which they were named.
    pub persons: [Person; 2],
    /// Why they may be one, as [`super::Candidates`] has it; none where nothing says so.
    pub reasons: Vec<&'static str>,
    /// What contradicts each other once they are one, and does not already. Both stay and are shown
    /// on the person's page until somebody corrects one.
    pub contradictions: Vec<Disorder>,
}

impl App {
    /// Two persons beside each other.
    ///
    /// # Errors
    /// When they are one already, or the database cannot be read.
    pub fn compare_persons(&self, one: PersonNo, other: PersonNo) -> Result<Comparison> {
        if one == other {
            return Err(AppError::refused(RefusalCode::SamePerson));
        }
        let read = self.read();
        let persons = [read.person(one)?, read.person(other)?];
        let overlaps = |entries: &[Fact]| {
            let mut found = disorders(&known_on(entries, NaiveDate::MAX), self.today);
            found.retain(|one| matches!(one, Disorder::Overlap { .. }));
            found
        };
        let already = persons.each_ref().map(|person| overlaps(&person.facts)).concat();
        let together: Vec<Fact> =
            persons.iter().flat_map(|person| person.facts.iter().cloned()).collect();
        let mut contradictions = overlaps(&together);
        contradictions.retain(|one| !already.contains(one));
        Ok(Comparison { reasons: reasons(&persons), persons, contradictions })
    }
}

/// Why two may be one.
fn reasons([one, other]: &[Person; 2]) -> Vec<&'static str> {
    fn share<T: PartialEq>(these: &[T], those: &[T]) -> bool {
        these.iter().any(|number| those.contains(number))
    }
    let name =
        |person: &Person| fold(&format!("{} {}", person.card.family_name, person.card.given_name));
    let same_birth = one.card.birth_date.is_some() && one.card.birth_date == other.card.birth_date;
    let found = [
        (share(&one.dossier_numbers(), &other.dossier_numbers()), "dossier-number"),
        (share(&one.national_numbers(), &other.national_numbers()), "national-number"),
        (same_birth && !name(one).trim().is_empty() && name(one) == name(other), "name-and-birth"),
    ];
    found.into_iter().filter(|(holds, _)| *holds).map(|(_, reason)| reason).collect()
}
