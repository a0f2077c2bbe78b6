//! Persons who arrive with their facts, and the register read as a whole.

use domain::facts::{Fact, known_on};
use domain::person::PersonId;

use super::{PersonCard, PersonNo, card_of, facts, words};
use crate::columns::IsoDay;
use crate::{Read, Result, StoreError, Write};
use domain::spelling::fold;

impl Read<'_> {
    /// Persons with that name, however it is spelled with å, ä and ö, and that birth date.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn persons_named(
        &self,
        family_name: &str,
        given_name: &str,
        birth_date: chrono::NaiveDate,
    ) -> Result<Vec<PersonNo>> {
        let text = fold(&format!("{family_name} {given_name}"));
        let found = self
            .connection
            .prepare_cached(
                "SELECT person_no FROM person
                 WHERE birth_date = ?1 AND search_text = ?2 AND merged_into IS NULL
                 ORDER BY person_no",
            )?
            .query_map((IsoDay::of(birth_date), text), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// Persons of that name, whichever part of it comes first, who may be born on that day: the day is
    /// not known of one of the two, or is the same. At most `count`, lowest number first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn namesakes(
        &self,
        family_name: &str,
        given_name: &str,
        birth_date: Option<chrono::NaiveDate>,
        count: usize,
    ) -> Result<Vec<PersonNo>> {
        let name = fold(&format!("{family_name} {given_name}"));
        let words: Vec<String> =
            words::parts(&name).iter().map(|word| format!("\"{word}\"")).collect();
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let turned = fold(&format!("{given_name} {family_name}"));
        let found = self
            .connection
            .prepare_cached(
                "SELECT r.person_no FROM person_search s JOIN person r ON r.person_no = s.rowid
                 WHERE person_search MATCH ?1 AND r.search_text IN (?2, ?3)
                   AND r.merged_into IS NULL
                   AND (?4 IS NULL OR r.birth_date IS NULL OR r.birth_date = ?4)
                 ORDER BY r.person_no LIMIT ?5",
            )?
            .query_map(
                (words.join(" AND "), name, turned, birth_date.map(IsoDay::of), count),
                |row| row.get(0),
            )?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// Hands everybody's card to `each`, in order of Person-id: number, card, and the number of the
    /// person that a merged one turned out to be.
    ///
    /// # Errors
    /// Those of `each` and of the database.
    pub fn each_person<E: From<StoreError>>(
        &self,
        mut each: impl FnMut(PersonNo, PersonCard, Option<PersonNo>) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let failed = |error: rusqlite::Error| E::from(StoreError::from(error));
        let mut statement = self
            .connection
            .prepare_cached("SELECT * FROM person ORDER BY register_id")
            .map_err(failed)?;
        let mut rows = statement.query([]).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            let merged = row.get("merged_into").map_err(failed)?;
            let (person_no, card) = card_of(row)?;
            each(person_no, card, merged)?;
        }
        Ok(())
    }
}

impl Write<'_> {
    /// Adds a person with its facts, card and words, each written once; as [`Write::add_person`],
    /// [`Write::add_fact`] and [`Write::refresh_person`] would.
    ///
    /// # Errors
    /// When the Person-id or the id of a fact is taken, or the database cannot be written.
    pub fn add_person_with(
        &self,
        id: &PersonId,
        group: Option<&str>,
        entries: &[Fact],
    ) -> Result<PersonNo> {
        let known = known_on(entries, chrono::NaiveDate::MAX);
        let card = facts::card_from(&known);
        self.connection
            .prepare_cached(
                "INSERT INTO person (register_id, family_name, given_name, birth_date, group_name,
                     received, protected_until, search_text, sort_name)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )?
            .execute((
                &id.0,
                &card.family_name,
                &card.given_name,
                card.birth_date.map(IsoDay::of),
                group,
                card.received.map(IsoDay::of),
                card.protected_until.map(IsoDay::of),
                words::search_text(&card),
                words::sort_name(&card),
            ))?;
        let person_no = self.connection.last_insert_rowid();
        for fact in entries {
            self.add_fact(person_no, fact)?;
        }
        self.connection
            .prepare_cached("INSERT INTO person_search (rowid, words) VALUES (?1, ?2)")?
            .execute((person_no, words::words_of(&known, &id.0)))?;
        Ok(person_no)
    }
}
