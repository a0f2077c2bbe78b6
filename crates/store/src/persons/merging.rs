//! Persons that turned out to be one, and the way back.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::facts::{FactId, Merge};

use crate::db::{FromRow, Row, Values, from_row};
use crate::{EventNo, PersonNo, Read, Result, Write};

impl FromRow for Merge<PersonNo> {
    fn from_row(row: &Row<'_>) -> Result<Merge<PersonNo>> {
        Ok(Merge {
            person: row.get("person_no")?,
            into: row.get("into_no")?,
            known_since: row.get("known_since")?,
            split_since: row.get("split_since")?,
        })
    }
}

/// Two persons that were one between two events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parting {
    /// Who was merged.
    pub person: PersonNo,
    /// Into whom.
    pub into: PersonNo,
    /// The event of the merge.
    pub merged: EventNo,
    /// The event of the split.
    pub parted: EventNo,
}

from_row!(Parting {
    person = "person_no", into = "into_no", merged = "event_no", parted = "split_event_no",
});

impl Read<'_> {
    /// Every split, in the order of the merges.
    pub fn partings(&self) -> Result<Vec<Parting>> {
        self.db.all(
            "SELECT person_no, into_no, event_no, split_event_no FROM person_merge
             WHERE split_event_no IS NOT NULL ORDER BY merge_no",
            &[],
        )
    }

    /// Every merged person with the one it turned out to be.
    pub fn merged_persons(&self) -> Result<HashMap<PersonNo, PersonNo>> {
        let merged = "SELECT person_no, merged_into FROM person WHERE merged_into IS NOT NULL";
        let pairs =
            self.db.map(merged, &[], |row| Ok((row.get("person_no")?, row.get("merged_into")?)))?;
        Ok(pairs.into_iter().collect())
    }

    /// The persons merged into one, lowest number first.
    pub fn merged_into(&self, person_no: PersonNo) -> Result<Vec<PersonNo>> {
        self.db.all(
            "SELECT person_no FROM person WHERE merged_into = ?1 ORDER BY person_no",
            &[&person_no],
        )
    }

    /// Every merge that somebody has to do with, in force or not, and those of everybody it leads
    /// to, in the order in which they were made.
    pub fn merges_of(&self, person_no: PersonNo) -> Result<Vec<Merge<PersonNo>>> {
        self.db.all(
            "WITH RECURSIVE tie (person_no, other_no) AS (
                 SELECT person_no, into_no FROM person_merge
                 UNION ALL SELECT into_no, person_no FROM person_merge),
             kin (person_no) AS (
                 SELECT person_no FROM person WHERE person_no = ?1
                 UNION SELECT t.other_no FROM kin k JOIN tie t ON t.person_no = k.person_no)
             SELECT m.person_no, m.into_no, m.known_since, m.split_since
             FROM person_merge m JOIN kin ON kin.person_no = m.person_no ORDER BY m.merge_no",
            &[&person_no],
        )
    }

    /// The number of a person by its own Person-id, merged or not.
    pub fn own_person_no(&self, id: &str) -> Result<Option<PersonNo>> {
        self.db.one("SELECT person_no FROM person WHERE register_id = ?1", &[&id])
    }

    /// Which entries about `persons` have been made since `person_no`, who is merged, was, and while
    /// it was one with whom they are about: in their order, those that have been corrected since too.
    /// Who was merged later into whom it had been merged into brings entries of its own.
    pub fn entered_as_one(&self, person_no: PersonNo, persons: &[PersonNo]) -> Result<Vec<FactId>> {
        let mut values = Values::default();
        let (person, persons) = (values.add(&person_no)?, values.list(persons)?);
        self.db.all(
            &format!(
                "WITH RECURSIVE entered AS (
                     SELECT f.fact_no, f.id, f.person_no, f.event_no FROM fact f
                     WHERE f.person_no IN ({persons})
                       AND f.event_no > (SELECT m.event_no FROM person_merge m
                                         WHERE m.person_no = {person} AND m.split_event_no IS NULL)),
                 -- Whom the two had turned out to be when the entry was made, step by step.
                 way (fact_no, event_no, is_owner, person_no) AS (
                     SELECT fact_no, event_no, 0, {person} FROM entered
                     UNION SELECT fact_no, event_no, 1, person_no FROM entered
                     UNION SELECT w.fact_no, w.event_no, w.is_owner, m.into_no
                         FROM way w JOIN person_merge m
                             ON m.person_no = w.person_no AND m.event_no < w.event_no
                             AND (m.split_event_no IS NULL OR m.split_event_no > w.event_no))
                 SELECT e.id FROM entered e
                 WHERE EXISTS (SELECT 1 FROM way o
                               JOIN way t ON t.fact_no = o.fact_no AND t.person_no = o.person_no
                               WHERE o.fact_no = e.fact_no AND o.is_owner = 1 AND t.is_owner = 0)
                 ORDER BY e.fact_no"
            ),
            &values.params(),
        )
    }

    /// The number of a merged person, by its own Person-id; none where it is not merged.
    pub fn merged_person_no(&self, id: &str) -> Result<Option<PersonNo>> {
        self.db.one(
            "SELECT person_no FROM person WHERE register_id = ?1 AND merged_into IS NOT NULL",
            &[&id],
        )
    }
}

impl Write<'_> {
    /// Notes that `person_no` is `into_no`, known since a business day that is never before the last
    /// entry about either.
    pub fn merge_person(
        &self,
        person_no: PersonNo,
        into_no: PersonNo,
        known_since: NaiveDate,
    ) -> Result<()> {
        self.db.run(
            "INSERT INTO person_merge (person_no, into_no, known_since, event_no)
             VALUES (?1, ?2, ?3, ?4)",
            &[&person_no, &into_no, &known_since, &self.event_no()],
        )?;
        self.refresh_merges(&[person_no, into_no])
    }

    /// Notes that `person_no` is somebody else after all, known since a business day as above.
    pub fn split_person(&self, person_no: PersonNo, split_since: NaiveDate) -> Result<()> {
        let into_no = self.person_now(person_no)?;
        self.db.run(
            "UPDATE person_merge SET split_event_no = ?2, split_since = ?3
             WHERE person_no = ?1 AND split_event_no IS NULL",
            &[&person_no, &self.event_no(), &split_since],
        )?;
        self.refresh_merges(&[person_no, into_no])
    }

    /// Follows the merges that stand, for everybody in the groups of `persons`, and makes the cards
    /// of those that now stand for themselves.
    fn refresh_merges(&self, persons: &[PersonNo]) -> Result<()> {
        let mut group: Vec<PersonNo> = persons.to_vec();
        for person_no in persons {
            group.push(self.person_now(*person_no)?);
            group.extend(self.merged_into(*person_no)?);
        }
        group.sort_unstable();
        group.dedup();
        for person_no in &group {
            self.db.run(
                "WITH RECURSIVE way (person_no, steps) AS (
                     SELECT person_no, 0 FROM person WHERE person_no = ?1
                     UNION ALL
                     SELECT m.into_no, w.steps + 1 FROM way w JOIN person_merge m
                         ON m.person_no = w.person_no AND m.split_event_no IS NULL)
                 UPDATE person SET merged_into =
                     nullif((SELECT person_no FROM way ORDER BY steps DESC LIMIT 1), ?1)
                 WHERE person_no = ?1",
                &[person_no],
            )?;
        }
        for person_no in group {
            self.refresh_card(person_no)?;
        }
        Ok(())
    }
}
