//! Whom a row names: by Person-id, by numbers, by name and day of birth.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::facts::{FactContent, Name};
use domain::person::Identity;
use domain::spelling::fold;
use importing::RegisterRow;
use store::Read;
use store::persons::Person;

use super::together::{number_in, numbers_of};
use crate::Result;
use crate::draft::Words;

/// Before a word that is no Person-id: a sign that no id has.
const NO_ID: char = '\u{1}';

/// What rows, or the register, say of who a person is.
#[derive(Debug, Default)]
pub(super) struct Named {
    ids: BTreeSet<String>,
    numbers: BTreeSet<String>,
    names: BTreeSet<String>,
    births: BTreeSet<NaiveDate>,
}

impl Named {
    /// Whom a row names.
    pub(super) fn by_row(row: &RegisterRow) -> Named {
        let mut named = Named::default();
        named.add_row(row);
        named
    }

    /// Adds what another row says of the same person.
    pub(super) fn add_row(&mut self, row: &RegisterRow) {
        self.ids.extend(row.person_id.as_ref().map(|id| id.0.clone()));
        self.numbers.extend(numbers_of(row).map(digits));
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let (family_name, given_name) = (text(&row.family_name), text(&row.given_name));
        self.add_name(&Name { family_name, given_name });
        self.births.extend(row.birth_date);
        row.facts.iter().for_each(|fact| self.add_fact(&fact.content));
    }

    /// Adds what the register says, with the ids of those that turned out to be the person.
    pub(super) fn add_person(&mut self, person: &Person, read: &Read<'_>) -> Result<()> {
        self.ids.insert(person.card.id.0.clone());
        for merged in read.merged_into(person.person_no)? {
            self.ids.insert(read.person_id(merged)?.0);
        }
        person.known().into_iter().for_each(|fact| self.add_fact(&fact.content));
        Ok(())
    }

    fn add_fact(&mut self, content: &FactContent) {
        self.numbers.extend(number_in(content).map(digits));
        match content {
            FactContent::Name(name) => self.add_name(name),
            FactContent::Birth(birth) => drop(self.births.insert(birth.date)),
            _ => {}
        }
    }

    fn add_name(&mut self, name: &Name) {
        let name = fold(format!("{} {}", name.family_name, name.given_name).trim());
        self.names.extend((!name.is_empty()).then_some(name));
    }

    /// The words under which somebody is protected whom this names. A name is enough where there is
    /// neither id nor number; else the day of birth has to stand beside it.
    pub(super) fn words(&self) -> impl Iterator<Item = String> {
        let is_numbered = !self.ids.is_empty() || !self.numbers.is_empty();
        let alone = |name: &String| match self.births.is_empty() {
            true => format!("{NO_ID}{name}"),
            false => format!("{NO_ID}{name}{NO_ID}"),
        };
        let alone: Vec<String> = match is_numbered {
            true => Vec::new(),
            false => self.names.iter().map(alone).collect(),
        };
        self.certain().chain(alone)
    }

    /// Whether it may be somebody who is known by one of the words. A name without day of birth is
    /// that of whoever has it, on either side.
    pub(super) fn is_among(&self, words: &Words) -> bool {
        let mut names = self.names.iter().map(|name| format!("{NO_ID}{name}"));
        let is_known = |name: String| {
            words.contains(&name)
                || self.births.is_empty() && words.contains(&format!("{name}{NO_ID}"))
        };
        !words.is_empty()
            && (self.certain().any(|word| words.contains(&word)) || names.any(is_known))
    }

    fn certain(&self) -> impl Iterator<Item = String> {
        let numbers = self.numbers.iter().map(|number| format!("{NO_ID}{number}"));
        let born = self.names.iter().flat_map(|name| {
            self.births.iter().map(move |birth| format!("{NO_ID}{name}{NO_ID}{birth}"))
        });
        self.ids.iter().cloned().chain(numbers).chain(born)
    }
}

fn digits(number: Identity) -> String {
    match number {
        Identity::Dossier(number) => number.to_string(),
        Identity::National(number) => number.to_string(),
    }
}
