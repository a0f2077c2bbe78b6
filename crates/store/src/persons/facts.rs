//! Facts: entered, never changed, corrected by others.

use chrono::NaiveDate;
use domain::facts::{Fact, FactContent, FactId, Validity};

use crate::db::{FromRow, Row, Values, from_row, json};
use crate::{FactNo, PersonNo, Read, Result, Write};

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
        FactContent::LegalGround(legal) => Some(legal.ground.as_str().to_owned()),
        FactContent::Schooling(schooling) => Some(schooling.form.as_str().to_owned()),
        _ => None,
    }
}

/// What a fact is read from; `corrected` is the one that it corrects.
pub(crate) const FACT: &str = "f.id, f.content, f.valid_from, f.valid_until, f.known_since,
    f.according_to_import, f.document_date, f.source, f.entered_by, f.withdrawn";
const FACTS: &str = "FROM fact f LEFT JOIN fact c ON c.fact_no = f.corrects";

impl FromRow for Fact {
    fn from_row(row: &Row<'_>) -> Result<Fact> {
        Ok(Fact {
            corrects: row.get("corrected")?,
            id: row.get("id")?,
            content: row.json("content")?,
            validity: Validity {
                valid_from: row.get("valid_from")?,
                valid_until: row.get("valid_until")?,
            },
            known_since: row.get("known_since")?,
            according_to_import: row.get("according_to_import")?,
            document_date: row.get("document_date")?,
            source: row.get("source")?,
            entered_by: row.get("entered_by")?,
            withdrawn: row.get("withdrawn")?,
        })
    }
}

/// A fact that another corrects, and whose it is.
struct Corrected {
    fact_no: FactNo,
    owner: PersonNo,
}

from_row!(Corrected { fact_no, owner = "person_no" });

impl Read<'_> {
    /// Every fact about a person in the order of entry, with those of the persons merged into it.
    pub fn facts_of(&self, person_no: PersonNo) -> Result<Vec<Fact>> {
        self.db.all(
            &format!(
                "SELECT c.id AS corrected, {FACT} {FACTS} WHERE f.person_no = ?1
                     OR f.person_no IN (SELECT person_no FROM person WHERE merged_into = ?1)
                 ORDER BY f.fact_no"
            ),
            &[&person_no],
        )
    }

    /// Every fact entered about these persons themselves, in the order of entry; nobody's that is
    /// merged into them unless it is named.
    pub fn facts_of_each(&self, persons: &[PersonNo]) -> Result<Vec<Fact>> {
        let mut values = Values::default();
        let persons = values.list(persons)?;
        self.db.all(
            &format!(
                "SELECT c.id AS corrected, {FACT} {FACTS} WHERE f.person_no IN ({persons})
                 ORDER BY f.fact_no"
            ),
            &values.params(),
        )
    }

    /// Persons that stand for themselves who go to school on any of these days, by what is known now; by
    /// number.
    pub fn pupils(&self, from: NaiveDate, until: NaiveDate) -> Result<Vec<PersonNo>> {
        self.db.map(
            "SELECT DISTINCT coalesce(p.merged_into, p.person_no) AS root
             FROM fact f JOIN person p ON p.person_no = f.person_no
             WHERE f.kind = 'schooling' AND f.lookup IS NOT NULL AND f.superseded = 0
               AND (f.valid_from IS NULL OR f.valid_from <= ?2)
               AND (f.valid_until IS NULL OR f.valid_until >= ?1)
             ORDER BY root",
            &[&from, &until],
            |row| row.get("root"),
        )
    }

    /// Whose a fact is; none where there is no such fact.
    pub fn person_of_fact(&self, id: &FactId) -> Result<Option<PersonNo>> {
        self.db.one("SELECT person_no FROM fact WHERE id = ?1", &[id])
    }

    /// Persons who belong to a household on `day`, by what is known now.
    pub fn household(&self, household: &str, day: NaiveDate) -> Result<Vec<PersonNo>> {
        self.db.map(
            "SELECT DISTINCT coalesce(p.merged_into, p.person_no) AS root, p.birth_date
             FROM fact f JOIN person p ON p.person_no = f.person_no
             WHERE f.kind = 'household' AND f.lookup = ?1 AND f.superseded = 0
               AND (f.valid_from IS NULL OR f.valid_from <= ?2)
               AND (f.valid_until IS NULL OR f.valid_until >= ?2)
             ORDER BY p.birth_date, root",
            &[&household, &day],
            |row| row.get("root"),
        )
    }
}

impl Write<'_> {
    /// Enters a fact about a person. One that corrects another is written on whom that one was entered
    /// about, which may be somebody merged into this person: so each keeps its whole history when
    /// they are split again. The card is not made anew: see [`Write::refresh_person`].
    ///
    /// # Errors
    /// When a fact of that id is there.
    pub fn add_fact(&self, person_no: PersonNo, fact: &Fact) -> Result<()> {
        let corrected: Option<Corrected> = match &fact.corrects {
            None => None,
            Some(id) => {
                Some(self.db.only("SELECT fact_no, person_no FROM fact WHERE id = ?1", &[id])?)
            }
        };
        let person_no = corrected.as_ref().map_or(person_no, |corrected| corrected.owner);
        let corrects = corrected.map(|corrected| corrected.fact_no);
        if let Some(fact_no) = corrects {
            self.db.run(
                "UPDATE fact SET superseded = 1 WHERE fact_no = ?1 AND superseded = 0",
                &[&fact_no],
            )?;
        }
        self.db.run(
            "INSERT INTO fact (id, person_no, kind, content, lookup, valid_from, valid_until,
                 known_since, according_to_import, document_date, source, entered_by, corrects,
                 withdrawn, superseded, event_no)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?14, ?15)",
            &[
                &fact.id,
                &person_no,
                &fact.kind().name(),
                &json(&fact.content)?,
                &lookup(&fact.content),
                &fact.validity.valid_from,
                &fact.validity.valid_until,
                &fact.known_since,
                &fact.according_to_import,
                &fact.document_date,
                &fact.source,
                &fact.entered_by,
                &corrects,
                &fact.withdrawn,
                &self.event_no(),
            ],
        )?;
        Ok(())
    }
}
