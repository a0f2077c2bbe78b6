//! Persons: what lists show of them, and everybody a number belongs to.
//!
//! A person's card (names, birth date, reception, protection) and the words it is found by are made
//! anew from the facts whenever one is entered; the facts themselves stand in [`facts`].

mod arriving;
pub mod facts;
pub mod finding;
pub mod line;
pub mod merging;
mod protected;
mod words;

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::facts::{Fact, FactContent, boards_of, known_on};
use domain::identity::{DossierNumber, NationalNumber};
use domain::matching::IdentityIndex;
use domain::person::{BoardSpan, Identity, PersonId};

use crate::db::from_row;
use crate::{PersonNo, Read, Result, StoreError, Write};

/// What lists show of a person: made from the facts that are known now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonCard {
    /// The register's own id.
    pub id: PersonId,
    /// Family name.
    pub family_name: String,
    /// Given name.
    pub given_name: String,
    /// Birth date; the one to take ages from.
    pub birth_date: Option<NaiveDate>,
    /// The register's label for people; not a code.
    pub group: Option<String>,
    /// Day of reception.
    pub received: Option<NaiveDate>,
    /// Last day of protection of personal data; `9999-12-31` until further notice.
    pub protected_until: Option<NaiveDate>,
}

impl PersonCard {
    /// Whether names, numbers, address and board are hidden on `day`. Protection that begins later
    /// hides already.
    #[must_use]
    pub fn is_protected(&self, day: NaiveDate) -> bool {
        self.protected_until.is_some_and(|until| until >= day)
    }
}

/// A person with everything that was ever entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// This database's number.
    pub person_no: PersonNo,
    /// What lists show.
    pub card: PersonCard,
    /// Every entry in the order it was made, those of merged persons too.
    pub facts: Vec<Fact>,
}

impl Person {
    /// Facts that hold by what is known now, in the order of kinds and days.
    #[must_use]
    pub fn known(&self) -> Vec<&Fact> {
        known_on(&self.facts, NaiveDate::MAX)
    }

    /// Dossier numbers, lowest first.
    #[must_use]
    pub fn dossier_numbers(&self) -> Vec<DossierNumber> {
        self.numbers(|content| match content {
            FactContent::Dossier(dossier) => Some(dossier.number),
            _ => None,
        })
    }

    /// Personal and coordination numbers, lowest first.
    #[must_use]
    pub fn national_numbers(&self) -> Vec<NationalNumber> {
        self.numbers(|content| match content {
            FactContent::National(national) => Some(national.number),
            _ => None,
        })
    }

    fn numbers<N: Ord>(&self, number: impl Fn(&FactContent) -> Option<N>) -> Vec<N> {
        let mut numbers: Vec<N> =
            self.known().iter().filter_map(|fact| number(&fact.content)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// Boards, in the order of their first days.
    #[must_use]
    pub fn boards(&self) -> Vec<BoardSpan> {
        boards_of(self.known())
    }
}

/// What a card is read from.
const PERSON: &str =
    "register_id, family_name, given_name, birth_date, group_name, received, protected_until";

from_row!(PersonCard {
    id = "register_id", family_name, given_name, birth_date, group = "group_name", received,
    protected_until,
});

pub(crate) fn identity_of(kind: &str, number: &str) -> Result<Identity> {
    let damaged = StoreError::Damaged("fact");
    if kind == "dossier-number" {
        DossierNumber::parse(number).map(Identity::Dossier).map_err(|_| damaged)
    } else {
        NationalNumber::from_stored(number).map(Identity::National).map_err(|_| damaged)
    }
}

/// Kind of fact and number of an identity.
pub(crate) fn lookup_of(identity: Identity) -> (&'static str, String) {
    match identity {
        Identity::Dossier(number) => ("dossier-number", number.to_string()),
        Identity::National(number) => ("national-number", number.to_string()),
    }
}

impl Read<'_> {
    /// The person with that Person-id; of a merged one the person it turned out to be.
    pub fn person_no(&self, id: &PersonId) -> Result<Option<PersonNo>> {
        self.db.one(
            "SELECT coalesce(merged_into, person_no) FROM person WHERE register_id = ?1",
            &[id],
        )
    }

    /// The persons with these Person-ids, as they are known now.
    pub fn person_nos(&self, ids: &[PersonId]) -> Result<HashMap<PersonId, PersonNo>> {
        let mut found = HashMap::new();
        let sql = |places: &str| {
            format!(
                "SELECT register_id, coalesce(merged_into, person_no) AS now FROM person
                 WHERE register_id IN ({places})"
            )
        };
        self.db.each_among(sql, &[], ids, |row| {
            found.insert(row.get("register_id")?, row.get("now")?);
            Ok(())
        })?;
        Ok(found)
    }

    /// The person that a person is known as now: of a merged one the person it turned out to be.
    pub fn person_now(&self, person_no: PersonNo) -> Result<PersonNo> {
        self.db.only(
            "SELECT coalesce(merged_into, person_no) FROM person WHERE person_no = ?1",
            &[&person_no],
        )
    }

    /// As [`Read::person_now`] of many; the persons that there are.
    pub fn persons_now(&self, persons: &[PersonNo]) -> Result<HashMap<PersonNo, PersonNo>> {
        let mut now = HashMap::with_capacity(persons.len());
        let sql = |places: &str| {
            format!(
                "SELECT person_no, coalesce(merged_into, person_no) AS now FROM person
                 WHERE person_no IN ({places})"
            )
        };
        self.db.each_among(sql, &[], persons, |row| {
            now.insert(row.get("person_no")?, row.get("now")?);
            Ok(())
        })?;
        Ok(now)
    }

    /// Everybody a number belongs to by what is known now, lowest number first.
    pub fn persons_with(&self, identity: Identity) -> Result<Vec<PersonNo>> {
        let (kind, number) = lookup_of(identity);
        self.db.all(
            "SELECT DISTINCT coalesce(p.merged_into, p.person_no) AS root
             FROM fact f JOIN person p ON p.person_no = f.person_no
             WHERE f.kind = ?1 AND f.lookup = ?2 AND f.superseded = 0 ORDER BY root",
            &[&kind, &number],
        )
    }

    /// The person that was added with that id of whoever added it; of a merged one the person it turned
    /// out to be.
    pub fn person_entered_as(&self, entry: &str) -> Result<Option<PersonNo>> {
        self.db.one(
            "SELECT coalesce(merged_into, person_no) FROM person WHERE entry_id = ?1",
            &[&entry],
        )
    }

    /// What lists show of a person.
    ///
    /// # Errors
    /// When there is no such person.
    pub fn person_card(&self, person_no: PersonNo) -> Result<PersonCard> {
        let card = format!("SELECT {PERSON} FROM person WHERE person_no = ?1");
        self.db.one(&card, &[&person_no])?.ok_or(StoreError::Damaged("person"))
    }

    /// A person with everything that was ever entered.
    ///
    /// # Errors
    /// When there is no such person.
    pub fn person(&self, person_no: PersonNo) -> Result<Person> {
        let card = self.person_card(person_no)?;
        Ok(Person { person_no, card, facts: self.facts_of(person_no)? })
    }

    /// The Person-id of a person.
    ///
    /// # Errors
    /// When there is no such person.
    pub fn person_id(&self, person_no: PersonNo) -> Result<PersonId> {
        self.db.only("SELECT register_id FROM person WHERE person_no = ?1", &[&person_no])
    }

    /// The Person-ids of some persons, in their order.
    pub fn person_ids(&self, persons: &[PersonNo]) -> Result<Vec<PersonId>> {
        let mut ids: HashMap<PersonNo, PersonId> = HashMap::new();
        let sql = |places: &str| {
            format!("SELECT person_no, register_id FROM person WHERE person_no IN ({places})")
        };
        self.db.each_among(sql, &[], persons, |row| {
            ids.insert(row.get("person_no")?, row.get("register_id")?);
            Ok(())
        })?;
        let id = |no: &PersonNo| ids.remove(no).ok_or(StoreError::Damaged("person"));
        persons.iter().map(id).collect()
    }

    /// Every number of the register, for matching.
    pub fn identity_index(&self) -> Result<IdentityIndex<PersonNo>> {
        let merged = self.merged_persons()?;
        let mut index = IdentityIndex::default();
        self.db.each(
            "SELECT kind, lookup, person_no FROM fact
             WHERE kind IN ('dossier-number', 'national-number')
               AND superseded = 0 AND lookup IS NOT NULL",
            &[],
            |row| -> Result<()> {
                let identity = identity_of(row.text("kind")?, row.text("lookup")?)?;
                let person: PersonNo = row.get("person_no")?;
                index.add(identity, merged.get(&person).unwrap_or(&person));
                Ok(())
            },
        )?;
        Ok(index)
    }

    /// The owners of some numbers, for looking again at a few rows.
    pub fn identity_index_of(
        &self,
        numbers: &[Identity],
        merged: &HashMap<PersonNo, PersonNo>,
    ) -> Result<IdentityIndex<PersonNo>> {
        let mut index = IdentityIndex::default();
        for wanted in ["dossier-number", "national-number"] {
            let texts: Vec<String> = numbers
                .iter()
                .map(|number| lookup_of(*number))
                .filter(|(kind, _)| *kind == wanted)
                .map(|(_, text)| text)
                .collect();
            let sql = |places: &str| {
                format!(
                    "SELECT kind, lookup, person_no FROM fact
                     WHERE kind = ?1 AND superseded = 0 AND lookup IS NOT NULL
                       AND lookup IN ({places})"
                )
            };
            self.db.each_among(sql, &[&wanted], &texts, |row| {
                let identity = identity_of(row.text("kind")?, row.text("lookup")?)?;
                let person: PersonNo = row.get("person_no")?;
                index.add(identity, merged.get(&person).unwrap_or(&person));
                Ok(())
            })?;
        }
        Ok(index)
    }

    /// The boards of some persons, who are known as that now.
    pub fn boards_of_persons(
        &self,
        persons: &[PersonNo],
    ) -> Result<HashMap<PersonNo, Vec<BoardSpan>>> {
        let mut boards: HashMap<PersonNo, Vec<BoardSpan>> = HashMap::new();
        let sql = |places: &str| {
            format!(
                "WITH known AS MATERIALIZED (
                     SELECT person_no, person_no AS root FROM person WHERE person_no IN ({places})
                     UNION ALL SELECT person_no, merged_into FROM person
                         WHERE merged_into IN ({places}))
                 SELECT k.root, f.lookup AS cost_centre, f.valid_from, f.valid_until
                 FROM known k JOIN fact f ON f.person_no = k.person_no
                 WHERE f.kind = 'responsible-board' AND f.superseded = 0
                   AND f.lookup IS NOT NULL"
            )
        };
        self.db.each_among(sql, &[], persons, |row| {
            let span = BoardSpan {
                cost_centre: row.get("cost_centre")?,
                from: row.get("valid_from")?,
                until: row.get("valid_until")?,
            };
            boards.entry(row.get("root")?).or_default().push(span);
            Ok(())
        })?;
        Ok(boards)
    }

    /// Boards of everybody, for distribution; those of a merged person are those of the person it
    /// turned out to be.
    pub fn all_boards(&self) -> Result<HashMap<PersonNo, Vec<BoardSpan>>> {
        let merged = self.merged_persons()?;
        let mut all: HashMap<PersonNo, Vec<BoardSpan>> = HashMap::new();
        self.db.each(
            "SELECT person_no, lookup, valid_from, valid_until FROM fact
             WHERE kind = 'responsible-board' AND superseded = 0 AND lookup IS NOT NULL",
            &[],
            |row| -> Result<()> {
                let person: PersonNo = row.get("person_no")?;
                let span = BoardSpan {
                    cost_centre: row.get("lookup")?,
                    from: row.get("valid_from")?,
                    until: row.get("valid_until")?,
                };
                all.entry(merged.get(&person).copied().unwrap_or(person)).or_default().push(span);
                Ok(())
            },
        )?;
        for (gone, into) in merged {
            if let Some(spans) = all.get(&into).cloned() {
                all.insert(gone, spans);
            }
        }
        Ok(all)
    }

    /// The highest number of a person; 0 where there is none.
    pub fn highest_person_no(&self) -> Result<PersonNo> {
        self.db.only("SELECT coalesce(max(person_no), 0) FROM person", &[])
    }

    /// How many persons there are; merged ones count once.
    pub fn person_count(&self) -> Result<u64> {
        let all: u64 = self.db.only("SELECT count(*) FROM person", &[])?;
        let merged: u64 =
            self.db.only("SELECT count(*) FROM person WHERE merged_into IS NOT NULL", &[])?;
        Ok(all - merged)
    }
}

impl Write<'_> {
    /// Adds a person of whom nothing is known yet.
    ///
    /// # Errors
    /// When the Person-id is taken.
    pub fn add_person(&self, id: &PersonId, group: Option<&str>) -> Result<PersonNo> {
        self.db.only(
            "INSERT INTO person (register_id, group_name, family_name, given_name, search_text,
                                 sort_name)
             VALUES (?1, ?2, '', '', '', '') RETURNING person_no",
            &[id, &group],
        )
    }

    /// Sets the register's label for a person.
    pub fn put_group(&self, person_no: PersonNo, group: &str) -> Result<()> {
        self.db
            .run("UPDATE person SET group_name = ?2 WHERE person_no = ?1", &[&person_no, &group])?;
        Ok(())
    }

    /// Notes the id that whoever added a person has made.
    ///
    /// # Errors
    /// When somebody was added with that id.
    pub fn put_entry_id(&self, person_no: PersonNo, entry: &str) -> Result<()> {
        self.db
            .run("UPDATE person SET entry_id = ?2 WHERE person_no = ?1", &[&person_no, &entry])?;
        Ok(())
    }

    /// Makes the card and the words of a person anew from the facts, and those of the persons merged
    /// into it, whose facts may have been corrected. To be called once after facts have been entered.
    pub fn refresh_person(&self, person_no: PersonNo) -> Result<()> {
        for merged in self.merged_into(person_no)? {
            self.refresh_card(merged)?;
        }
        self.refresh_card(person_no)
    }

    fn refresh_card(&self, person_no: PersonNo) -> Result<()> {
        let facts = self.facts_of(person_no)?;
        let known = known_on(&facts, NaiveDate::MAX);
        let card = facts::card_from(&known);
        self.db.run(
            "UPDATE person SET family_name = ?2, given_name = ?3, birth_date = ?4, received = ?5,
                               protected_until = ?6, search_text = ?7, sort_name = ?8
             WHERE person_no = ?1",
            &[
                &person_no,
                &card.family_name,
                &card.given_name,
                &card.birth_date,
                &card.received,
                &card.protected_until,
                &words::search_text(&card),
                &words::sort_name(&card),
            ],
        )?;
        self.put_words(person_no, &known)
    }
}
