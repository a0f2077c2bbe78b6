//! Facts: entered, never changed, corrected by others.

use chrono::NaiveDate;
use domain::facts::{Fact, FactContent, FactId, Validity};
use rusqlite::{OptionalExtension, Row};

use super::PersonNo;
use crate::columns::{IsoDay, certain_day, day, from_json, json};
use crate::{Read, Result, StoreError, Write};

/// What the known facts say of name, birth, reception and protection; the latest of each.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    pub(super) family_name: String,
    pub(super) given_name: String,
    pub(super) birth_date: Option<NaiveDate>,
    pub(super) received: Option<NaiveDate>,
    pub(super) protected_until: Option<NaiveDate>,
}

pub(super) fn card_from(known: &[&Fact]) -> Known {
    let forever = NaiveDate::from_ymd_opt(9999, 12, 31);
    let mut card = Known::default();
    for fact in known {
        match &fact.content {
            // In the order of first days: the last one is the present one.
            FactContent::Name(name) => {
                card.family_name.clone_from(&name.family_name);
                card.given_name.clone_from(&name.given_name);
            }
            FactContent::Birth(birth) => card.birth_date = Some(birth.date),
            FactContent::Reception(_) => card.received = fact.validity.valid_from,
            FactContent::Protection(_) => {
                card.protected_until =
                    card.protected_until.max(fact.validity.valid_until.or(forever));
            }
            _ => {}
        }
    }
    card
}

/// What a fact is found by.
fn lookup(content: &FactContent) -> Option<String> {
    match content {
        FactContent::Dossier(dossier) => Some(dossier.number.to_string()),
        FactContent::National(national) => Some(national.number.to_string()),
        FactContent::ResponsibleBoard(board) => Some(board.cost_centre.0.clone()),
        FactContent::Household(household) => Some(household.household.clone()),
        _ => None,
    }
}

pub(crate) fn fact_of(row: &Row<'_>) -> Result<Fact> {
    let text = row.get_ref("content")?.as_str().map_err(|_| StoreError::Damaged("fact"))?;
    Ok(Fact {
        id: FactId(row.get("id")?),
        content: from_json(text)?,
        validity: Validity {
            valid_from: day(row, "valid_from")?,
            valid_until: day(row, "valid_until")?,
        },
        known_since: certain_day(row, "known_since")?,
        according_to_import: row.get("according_to_import")?,
        document_date: day(row, "document_date")?,
        source: row.get("source")?,
        entered_by: row.get("entered_by")?,
        corrects: row.get::<_, Option<String>>("corrected_id")?.map(FactId),
        withdrawn: row.get("withdrawn")?,
    })
}

impl Read<'_> {
    /// Every fact about a person in the order of entry, with those of the persons merged into it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn facts_of(&self, person_no: PersonNo) -> Result<Vec<Fact>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT f.*, c.id AS corrected_id FROM fact f LEFT JOIN fact c ON c.fact_no = f.corrects
             WHERE f.person_no = ?1
                OR f.person_no IN (SELECT person_no FROM person WHERE merged_into = ?1)
             ORDER BY f.fact_no",
        )?;
        let mut rows = statement.query([person_no])?;
        let mut facts = Vec::new();
        while let Some(row) = rows.next()? {
            facts.push(fact_of(row)?);
        }
        Ok(facts)
    }

    /// Every fact entered about these persons themselves, in the order of entry; nobody's that is
    /// merged into them unless it is named.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn facts_of_each(&self, persons: &[PersonNo]) -> Result<Vec<Fact>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT f.*, c.id AS corrected_id FROM fact f LEFT JOIN fact c ON c.fact_no = f.corrects
             WHERE f.person_no IN (SELECT value FROM json_each(?1)) ORDER BY f.fact_no",
        )?;
        let mut rows = statement.query([json(&persons)?])?;
        let mut facts = Vec::new();
        while let Some(row) = rows.next()? {
            facts.push(fact_of(row)?);
        }
        Ok(facts)
    }

    /// Whose a fact is; none where there is no such fact.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn person_of_fact(&self, id: &FactId) -> Result<Option<PersonNo>> {
        let found = self
            .connection
            .prepare_cached("SELECT person_no FROM fact WHERE id = ?1")?
            .query_row([&id.0], |row| row.get(0))
            .optional()?;
        Ok(found)
    }

    /// How many facts there are.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn fact_count(&self) -> Result<u64> {
        Ok(self.connection.query_row("SELECT count(*) FROM fact", [], |row| row.get(0))?)
    }

    /// Persons who belong to a household on `day`, by what is known now.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn household(&self, household: &str, day: NaiveDate) -> Result<Vec<PersonNo>> {
        let found = self
            .connection
            .prepare_cached(
                "SELECT DISTINCT coalesce(p.merged_into, p.person_no)
                 FROM fact f JOIN person p USING (person_no)
                 WHERE f.kind = 'household' AND f.lookup = ?1 AND f.superseded = 0
                   AND (f.valid_from IS NULL OR f.valid_from <= ?2)
                   AND (f.valid_until IS NULL OR f.valid_until >= ?2)
                 ORDER BY p.birth_date, 1",
            )?
            .query_map((household, IsoDay::of(day)), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }
}

impl Write<'_> {
    /// Enters a fact about a person. One that corrects another is written on whom that one was entered
    /// about, which may be somebody merged into this person: so each keeps its whole history when
    /// they are split again. The card is not made anew: see [`Write::refresh_person`].
    ///
    /// # Errors
    /// When a fact of that id is there, or the database cannot be written.
    pub fn add_fact(&self, person_no: PersonNo, fact: &Fact) -> Result<()> {
        let corrected: Option<(i64, PersonNo)> = match &fact.corrects {
            None => None,
            Some(id) => Some(
                self.connection
                    .prepare_cached("SELECT fact_no, person_no FROM fact WHERE id = ?1")?
                    .query_row([&id.0], |row| Ok((row.get(0)?, row.get(1)?)))?,
            ),
        };
        let person_no = corrected.map_or(person_no, |(_, owner)| owner);
        let corrected = corrected.map(|(fact_no, _)| fact_no);
        if let Some(corrected) = corrected {
            self.connection
                .prepare_cached(
                    "UPDATE fact SET superseded = 1 WHERE fact_no = ?1 AND superseded = 0",
                )?
                .execute([corrected])?;
        }
        self.connection
            .prepare_cached(
                "INSERT INTO fact (id, person_no, kind, content, lookup, valid_from, valid_until,
                     known_since, according_to_import, document_date, source, entered_by, corrects,
                     withdrawn, superseded, event_no)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?14, ?15)",
            )?
            .execute(rusqlite::params![
                fact.id.0,
                person_no,
                fact.kind().name(),
                json(&fact.content)?,
                lookup(&fact.content),
                fact.validity.valid_from.map(IsoDay::of),
                fact.validity.valid_until.map(IsoDay::of),
                IsoDay::of(fact.known_since),
                fact.according_to_import,
                fact.document_date.map(IsoDay::of),
                fact.source,
                fact.entered_by,
                corrected,
                fact.withdrawn,
                self.event_no(),
            ])?;
        Ok(())
    }
}
