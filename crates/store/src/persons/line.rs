//! What a line of a list shows of a person, without reading every entry.

use std::collections::HashMap;

use domain::identity::{DossierNumber, NationalNumber};
use domain::person::{BoardSpan, Identity};

use super::{PERSON, PersonCard, identity_of};
use crate::db::{FromRow, Row};
use crate::{PersonNo, Read, Result, StoreError};

/// What a line of a list shows of a person, by what is known now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonLine {
    /// Names, birth date and protection.
    pub card: PersonCard,
    /// The lowest dossier number.
    pub dossier_number: Option<DossierNumber>,
    /// The lowest personal or coordination number.
    pub national_number: Option<NationalNumber>,
    /// Boards in no order.
    pub boards: Vec<BoardSpan>,
}

impl Read<'_> {
    /// What lines of a list show of persons: two questions for each hundred of them.
    ///
    /// # Errors
    /// When there is no such person.
    pub fn person_lines(&self, persons: &[PersonNo]) -> Result<HashMap<PersonNo, PersonLine>> {
        let mut lines = HashMap::with_capacity(persons.len());
        self.db.each_among(
            |places| {
                format!("SELECT person_no, {PERSON} FROM person WHERE person_no IN ({places})")
            },
            &[],
            persons,
            |row| {
                let line = PersonLine {
                    card: PersonCard::from_row(row)?,
                    dossier_number: None,
                    national_number: None,
                    boards: Vec::new(),
                };
                lines.insert(row.get("person_no")?, line);
                Ok(())
            },
        )?;
        if persons.iter().any(|person_no| !lines.contains_key(person_no)) {
            return Err(StoreError::Damaged("person"));
        }
        self.db.each_among(facts_of_lines, &[], persons, |row| {
            match lines.get_mut(&row.get("of_no")?) {
                Some(line) => line.take(row),
                None => Err(StoreError::Damaged("fact")),
            }
        })?;
        Ok(lines)
    }
}

/// What stands in lines, also of those who turned out to be the persons.
fn facts_of_lines(places: &str) -> String {
    format!(
        "WITH own AS MATERIALIZED (
             SELECT person_no AS of_no, person_no FROM person WHERE person_no IN ({places})
             UNION ALL
             SELECT merged_into, person_no FROM person WHERE merged_into IN ({places}))
         SELECT o.of_no, f.kind, f.lookup, f.valid_from, f.valid_until
         FROM own o JOIN fact f ON f.person_no = o.person_no
         WHERE f.kind IN ('dossier-number', 'national-number', 'responsible-board')
           AND f.superseded = 0 AND f.lookup IS NOT NULL"
    )
}

impl PersonLine {
    fn take(&mut self, row: &Row<'_>) -> Result<()> {
        let kind = row.text("kind")?;
        if kind == "responsible-board" {
            self.boards.push(BoardSpan {
                cost_centre: row.get("lookup")?,
                from: row.get("valid_from")?,
                until: row.get("valid_until")?,
            });
            return Ok(());
        }
        match identity_of(kind, row.text("lookup")?)? {
            Identity::Dossier(number) => lower(&mut self.dossier_number, number),
            Identity::National(number) => lower(&mut self.national_number, number),
        }
        Ok(())
    }
}

fn lower<N: Copy + Ord>(lowest: &mut Option<N>, number: N) {
    *lowest = Some(lowest.map_or(number, |other| other.min(number)));
}
