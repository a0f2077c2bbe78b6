//! Persons who arrive with their facts, and the register read as a whole.

use domain::facts::{Fact, known_on};
use domain::person::PersonId;
use domain::spelling::fold;

use super::{PERSON, PersonCard, facts, words};
use crate::db::{FromRow, search};
use crate::{PersonNo, Read, Result, StoreError, Write};

impl Read<'_> {
    /// Persons with that name, however it is spelled with å, ä and ö, and that birth date.
    pub fn persons_named(
        &self,
        family_name: &str,
        given_name: &str,
        birth_date: chrono::NaiveDate,
    ) -> Result<Vec<PersonNo>> {
        self.db.all(
            "SELECT person_no FROM person
             WHERE birth_date = ?1 AND search_text = ?2 AND merged_into IS NULL ORDER BY person_no",
            &[&birth_date, &fold(&format!("{family_name} {given_name}"))],
        )
    }

    /// Persons of that name, whichever part of it comes first, who may be born on that day: the day is
    /// not known of one of the two, or is the same. At most `count`, lowest number first.
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
        self.db.all(
            &format!(
                "SELECT r.person_no FROM {} s JOIN person r ON r.person_no = s.person_no
                 WHERE r.search_text IN (?2, ?3) AND r.merged_into IS NULL
                   AND (r.birth_date = ?4 OR r.birth_date IS NULL OR ?4 IS NULL)
                 ORDER BY r.person_no LIMIT ?5",
                search::fitting("?1")
            ),
            &[&words.join(" AND "), &name, &turned, &birth_date, &count],
        )
    }

    /// Hands everybody's card to `each`, in order of Person-id: number, card, and the number of the
    /// person that a merged one turned out to be.
    ///
    /// # Errors
    /// Those of `each`.
    pub fn each_person<E: From<StoreError>>(
        &self,
        mut each: impl FnMut(PersonNo, PersonCard, Option<PersonNo>) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let everybody = format!(
            "SELECT person_no, merged_into, {PERSON} FROM person
             ORDER BY register_id"
        );
        self.db.each(&everybody, &[], |row| {
            each(row.get("person_no")?, PersonCard::from_row(row)?, row.get("merged_into")?)
        })
    }
}

impl Write<'_> {
    /// Adds a person with its facts, card and words, each written once; as [`Write::add_person`],
    /// [`Write::add_fact`] and [`Write::refresh_person`] would.
    ///
    /// # Errors
    /// When the Person-id or the id of a fact is taken.
    pub fn add_person_with(
        &self,
        id: &PersonId,
        group: Option<&str>,
        entries: &[Fact],
    ) -> Result<PersonNo> {
        let known = known_on(entries, chrono::NaiveDate::MAX);
        let card = facts::card_from(&known);
        // Its number is asked for by itself: RETURNING sets a savepoint, at which the index of words
        // writes all that it holds.
        self.db.run(
            "INSERT INTO person (register_id, family_name, given_name, birth_date, group_name,
                 received, protected_until, search_text, sort_name)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            &[
                id,
                &card.family_name,
                &card.given_name,
                &card.birth_date,
                &group,
                &card.received,
                &card.protected_until,
                &words::search_text(&card),
                &words::sort_name(&card),
            ],
        )?;
        let person_no =
            self.db.only("SELECT person_no FROM person WHERE register_id = ?1", &[id])?;
        for fact in entries {
            self.add_fact(person_no, fact)?;
        }
        self.db.add_words(person_no, &words::words_of(&known, &id.0))?;
        Ok(person_no)
    }
}
