//! Persons with their numbers and boards.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::identity::{DossierNumber, NationalNumber};
use domain::matching::IdentityIndex;
use domain::person::{BoardSpan, CostCentre, Identity, PersonId};
use rusqlite::{OptionalExtension, Row};

use crate::columns::{IsoDay, day, day_of, fold};
use crate::{Read, Result, StoreError, Write};

/// This database's own number of a person.
pub type PersonNo = i64;

/// What the register says of a person, numbers and boards aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonFacts {
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
}

/// A person with numbers and boards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// This database's number.
    pub person_no: PersonNo,
    /// What the register says.
    pub facts: PersonFacts,
    /// Dossier numbers, lowest first.
    pub dossier_numbers: Vec<DossierNumber>,
    /// Personal and coordination numbers, lowest first.
    pub national_numbers: Vec<NationalNumber>,
    /// Boards, in the order they were entered; of two for one day the last holds.
    pub boards: Vec<BoardSpan>,
}

fn facts_of(row: &Row<'_>) -> Result<(PersonNo, PersonFacts)> {
    let facts = PersonFacts {
        id: PersonId(row.get("register_id")?),
        family_name: row.get("family_name")?,
        given_name: row.get("given_name")?,
        birth_date: day(row, "birth_date")?,
        group: row.get("group_name")?,
        received: day(row, "received")?,
    };
    Ok((row.get("person_no")?, facts))
}

fn identity_of(kind: &str, number: &str) -> Result<Identity> {
    let damaged = StoreError::Damaged("person_identity");
    if kind == "dossier" {
        DossierNumber::parse(number).map(Identity::Dossier).map_err(|_| damaged)
    } else {
        NationalNumber::from_stored(number).map(Identity::National).map_err(|_| damaged)
    }
}

fn columns_of(identity: Identity) -> (&'static str, String) {
    match identity {
        Identity::Dossier(number) => ("dossier", number.to_string()),
        Identity::National(number) => ("national", number.to_string()),
    }
}

impl Read<'_> {
    /// The person with that Person-id.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn person_no(&self, id: &PersonId) -> Result<Option<PersonNo>> {
        let found = self
            .connection
            .prepare_cached("SELECT person_no FROM person WHERE register_id = ?1")?
            .query_row([&id.0], |row| row.get(0))
            .optional()?;
        Ok(found)
    }

    /// Everybody a number belongs to, lowest number first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn persons_with(&self, identity: Identity) -> Result<Vec<PersonNo>> {
        let found = self
            .connection
            .prepare_cached(
                "SELECT person_no FROM person_identity WHERE kind = ?1 AND number = ?2
                 ORDER BY person_no",
            )?
            .query_map(columns_of(identity), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// A person with numbers and boards.
    ///
    /// # Errors
    /// When there is no such person, or the database cannot be read.
    pub fn person(&self, person_no: PersonNo) -> Result<Person> {
        let mut statement =
            self.connection.prepare_cached("SELECT * FROM person WHERE person_no = ?1")?;
        let mut rows = statement.query([person_no])?;
        let row = rows.next()?.ok_or(StoreError::Damaged("person"))?;
        let (person_no, facts) = facts_of(row)?;
        let mut person = Person {
            person_no,
            facts,
            dossier_numbers: Vec::new(),
            national_numbers: Vec::new(),
            boards: self.boards_of(person_no)?,
        };
        let mut statement = self.connection.prepare_cached(
            "SELECT kind, number FROM person_identity WHERE person_no = ?1 ORDER BY kind, number",
        )?;
        let mut rows = statement.query([person_no])?;
        while let Some(row) = rows.next()? {
            match identity_of(
                row.get_ref(0)?.as_str().unwrap_or_default(),
                row.get_ref(1)?.as_str().unwrap_or_default(),
            )? {
                Identity::Dossier(number) => person.dossier_numbers.push(number),
                Identity::National(number) => person.national_numbers.push(number),
            }
        }
        Ok(person)
    }

    /// The Person-id of a person.
    ///
    /// # Errors
    /// When there is no such person, or the database cannot be read.
    pub fn person_id(&self, person_no: PersonNo) -> Result<PersonId> {
        let id = self
            .connection
            .prepare_cached("SELECT register_id FROM person WHERE person_no = ?1")?
            .query_row([person_no], |row| row.get(0))?;
        Ok(PersonId(id))
    }

    /// The boards of a person in the order they were entered.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn boards_of(&self, person_no: PersonNo) -> Result<Vec<BoardSpan>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT valid_from, cost_centre FROM person_board WHERE person_no = ?1 ORDER BY span_no",
        )?;
        let mut rows = statement.query([person_no])?;
        let mut spans = Vec::new();
        while let Some(row) = rows.next()? {
            let from: String = row.get(0)?;
            let from = if from.is_empty() { None } else { Some(day_of(&from)?) };
            spans.push(BoardSpan { from, cost_centre: CostCentre(row.get(1)?) });
        }
        Ok(spans)
    }

    /// Every number of the register, for matching.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn identity_index(&self) -> Result<IdentityIndex<PersonNo>> {
        let mut index = IdentityIndex::default();
        let mut statement =
            self.connection.prepare("SELECT kind, number, person_no FROM person_identity")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let kind = row.get_ref(0)?.as_str().unwrap_or_default();
            let number = row.get_ref(1)?.as_str().unwrap_or_default();
            index.add(identity_of(kind, number)?, &row.get(2)?);
        }
        Ok(index)
    }

    /// Boards of everybody, for distribution.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn all_boards(&self) -> Result<HashMap<PersonNo, Vec<BoardSpan>>> {
        let mut statement = self.connection.prepare(
            "SELECT person_no, valid_from, cost_centre FROM person_board ORDER BY span_no",
        )?;
        let mut rows = statement.query([])?;
        let mut all: HashMap<PersonNo, Vec<BoardSpan>> = HashMap::new();
        while let Some(row) = rows.next()? {
            let from: String = row.get(1)?;
            let from = if from.is_empty() { None } else { Some(day_of(&from)?) };
            let span = BoardSpan { from, cost_centre: CostCentre(row.get(2)?) };
            all.entry(row.get(0)?).or_default().push(span);
        }
        Ok(all)
    }

    /// How many persons there are.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn person_count(&self) -> Result<u64> {
        Ok(self.connection.query_row("SELECT count(*) FROM person", [], |row| row.get(0))?)
    }

    /// Persons whose names hold every word of `text`, or with a number that begins with its
    /// digits, by name; `offset` and `count` cut a page.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn find_persons(&self, text: &str, offset: u32, count: u32) -> Result<(Vec<Person>, u64)> {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let words: Vec<String> =
            fold(text).split_whitespace().map(|word| format!("%{}%", like(word))).collect();
        let (condition, arguments) = if digits.len() >= 2 && digits.len() * 2 >= text.trim().len() {
            let by_number = "person_no IN (SELECT person_no FROM person_identity
                WHERE (kind = 'dossier' AND number GLOB ?1) OR (kind = 'national' AND number GLOB ?1)
                   OR (kind = 'national' AND number GLOB ?2)) OR register_id = ?3";
            let short = format!("[12][0-9]{digits}*");
            (by_number.to_owned(), vec![format!("{digits}*"), short, text.trim().to_owned()])
        } else {
            let each: Vec<String> = (1..=words.len())
                .map(|place| format!("(search_text LIKE ?{place} ESCAPE '\\')"))
                .collect();
            let all = if each.is_empty() { "1".to_owned() } else { each.join(" AND ") };
            (all, words)
        };
        let values = rusqlite::params_from_iter(&arguments);
        let total = self
            .connection
            .prepare_cached(&format!("SELECT count(*) FROM person WHERE {condition}"))?
            .query_row(values, |row| row.get(0))?;
        let page = format!(
            "SELECT person_no FROM person WHERE {condition}
             ORDER BY family_name, given_name, person_no LIMIT {count} OFFSET {offset}"
        );
        let found: Vec<PersonNo> = self
            .connection
            .prepare_cached(&page)?
            .query_map(rusqlite::params_from_iter(&arguments), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let persons = found.into_iter().map(|no| self.person(no)).collect::<Result<_>>()?;
        Ok((persons, total))
    }
}

/// Escapes the wildcards of LIKE.
fn like(word: &str) -> String {
    word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

impl Write<'_> {
    /// Adds a person without numbers and boards.
    ///
    /// # Errors
    /// When the Person-id is taken, or the database cannot be written.
    pub fn add_person(&self, facts: &PersonFacts) -> Result<PersonNo> {
        self.connection
            .prepare_cached(
                "INSERT INTO person (register_id, family_name, given_name, birth_date, group_name,
                                     received, search_text)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute((
                &facts.id.0,
                &facts.family_name,
                &facts.given_name,
                facts.birth_date.map(IsoDay::of),
                &facts.group,
                facts.received.map(IsoDay::of),
                search_text(facts),
            ))?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Replaces what the register says of a person, numbers and boards aside.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn update_person(&self, person_no: PersonNo, facts: &PersonFacts) -> Result<()> {
        self.connection
            .prepare_cached(
                "UPDATE person SET family_name = ?2, given_name = ?3, birth_date = ?4,
                                   group_name = ?5, received = ?6, search_text = ?7
                 WHERE person_no = ?1",
            )?
            .execute((
                person_no,
                &facts.family_name,
                &facts.given_name,
                facts.birth_date.map(IsoDay::of),
                &facts.group,
                facts.received.map(IsoDay::of),
                search_text(facts),
            ))?;
        Ok(())
    }

    /// Gives a person one more number; giving it twice changes nothing. Says whether it was new.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add_identity(&self, person_no: PersonNo, identity: Identity) -> Result<bool> {
        let (kind, number) = columns_of(identity);
        let added = self
            .connection
            .prepare_cached("INSERT OR IGNORE INTO person_identity VALUES (?1, ?2, ?3)")?
            .execute((kind, number, person_no))?;
        Ok(added > 0)
    }

    /// Enters which board answers for a person from a day.
    ///
    /// # Errors
    /// When the board is unknown, or the database cannot be written.
    pub fn add_board_span(&self, person_no: PersonNo, span: &BoardSpan) -> Result<()> {
        let from = span.from.map_or(String::new(), |from| from.to_string());
        self.connection
            .prepare_cached(
                "INSERT INTO person_board (person_no, valid_from, cost_centre, event_no)
                 VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute((person_no, from, &span.cost_centre.0, self.event_no()))?;
        Ok(())
    }
}

fn search_text(facts: &PersonFacts) -> String {
    fold(&format!("{} {} {}", facts.family_name, facts.given_name, facts.id.0))
}
