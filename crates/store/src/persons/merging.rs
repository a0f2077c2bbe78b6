//! Persons that turned out to be one, and the way back.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::facts::{FactId, Merge};
use rusqlite::OptionalExtension;

use super::PersonNo;
use crate::columns::{IsoDay, certain_day, day, json};
use crate::{Read, Result, Write};

impl Read<'_> {
    /// Every merged person with the one it turned out to be.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn merged_persons(&self) -> Result<HashMap<PersonNo, PersonNo>> {
        let merged = self
            .connection
            .prepare_cached(
                "SELECT person_no, merged_into FROM person WHERE merged_into IS NOT NULL",
            )?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(merged)
    }

    /// The persons merged into one, lowest number first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn merged_into(&self, person_no: PersonNo) -> Result<Vec<PersonNo>> {
        let merged = self
            .connection
            .prepare_cached(
                "SELECT person_no FROM person WHERE merged_into = ?1 ORDER BY person_no",
            )?
            .query_map([person_no], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(merged)
    }
}

impl Read<'_> {
    /// Every merge that somebody has to do with, in force or not, and those of everybody it leads
    /// to, in the order in which they were made.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn merges_of(&self, person_no: PersonNo) -> Result<Vec<Merge<PersonNo>>> {
        let mut statement = self.connection.prepare_cached(
            "WITH RECURSIVE kin (person_no) AS (
                 SELECT ?1
                 UNION SELECT m.into_no FROM kin k JOIN person_merge m ON m.person_no = k.person_no
                 UNION SELECT m.person_no FROM kin k JOIN person_merge m ON m.into_no = k.person_no)
             SELECT m.* FROM person_merge m JOIN kin USING (person_no) ORDER BY m.merge_no",
        )?;
        let mut rows = statement.query([person_no])?;
        let mut merges = Vec::new();
        while let Some(row) = rows.next()? {
            merges.push(Merge {
                person: row.get("person_no")?,
                into: row.get("into_no")?,
                known_since: certain_day(row, "known_since")?,
                split_since: day(row, "split_since")?,
            });
        }
        Ok(merges)
    }

    /// The number of a person by its own Person-id, merged or not.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn own_person_no(&self, id: &str) -> Result<Option<PersonNo>> {
        let found = self
            .connection
            .prepare_cached("SELECT person_no FROM person WHERE register_id = ?1")?
            .query_row([id], |row| row.get(0))
            .optional()?;
        Ok(found)
    }

    /// Which entries about `persons` have been made since `person_no`, who is merged, was, and while
    /// it was one with whom they are about: in their order, those that have been corrected since too.
    /// Who was merged later into whom it had been merged into brings entries of its own.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn entered_as_one(&self, person_no: PersonNo, persons: &[PersonNo]) -> Result<Vec<FactId>> {
        let found = self
            .connection
            .prepare_cached(
                "WITH RECURSIVE entered AS (
                     SELECT f.fact_no, f.id, f.person_no, f.event_no FROM fact f
                     WHERE f.person_no IN (SELECT value FROM json_each(?2))
                       AND f.event_no > (SELECT m.event_no FROM person_merge m
                                         WHERE m.person_no = ?1 AND m.split_event_no IS NULL)),
                 -- Whom the two had turned out to be when the entry was made, step by step.
                 way (fact_no, event_no, is_owner, person_no) AS (
                     SELECT fact_no, event_no, 0, ?1 FROM entered
                     UNION SELECT fact_no, event_no, 1, person_no FROM entered
                     UNION SELECT w.fact_no, w.event_no, w.is_owner, m.into_no
                         FROM way w JOIN person_merge m
                             ON m.person_no = w.person_no AND m.event_no < w.event_no
                             AND coalesce(m.split_event_no > w.event_no, true))
                 SELECT e.id FROM entered e
                 WHERE EXISTS (SELECT 1 FROM way o JOIN way t USING (fact_no, person_no)
                               WHERE o.fact_no = e.fact_no AND o.is_owner = 1 AND t.is_owner = 0)
                 ORDER BY e.fact_no",
            )?
            .query_map((person_no, json(&persons)?), |row| Ok(FactId(row.get(0)?)))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// The number of a merged person, by its own Person-id; none where it is not merged.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn merged_person_no(&self, id: &str) -> Result<Option<PersonNo>> {
        let found = self
            .connection
            .prepare_cached(
                "SELECT person_no FROM person WHERE register_id = ?1 AND merged_into IS NOT NULL",
            )?
            .query_row([id], |row| row.get(0))
            .optional()?;
        Ok(found)
    }
}

impl Write<'_> {
    /// Notes that `person_no` is `into_no`, known since a business day that is never before the last
    /// entry about either.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn merge_person(
        &self,
        person_no: PersonNo,
        into_no: PersonNo,
        known_since: NaiveDate,
    ) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO person_merge (person_no, into_no, known_since, event_no)
                 VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute((person_no, into_no, IsoDay::of(known_since), self.event_no()))?;
        self.refresh_merges(&[person_no, into_no])
    }

    /// Notes that `person_no` is somebody else after all, known since a business day as above.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn split_person(&self, person_no: PersonNo, split_since: NaiveDate) -> Result<()> {
        let into_no = self.person_root(person_no)?;
        self.connection
            .prepare_cached(
                "UPDATE person_merge SET split_event_no = ?2, split_since = ?3
                 WHERE person_no = ?1 AND split_event_no IS NULL",
            )?
            .execute((person_no, self.event_no(), IsoDay::of(split_since)))?;
        self.refresh_merges(&[person_no, into_no])
    }

    fn person_root(&self, person_no: PersonNo) -> Result<PersonNo> {
        let root = self
            .connection
            .prepare_cached(
                "SELECT coalesce(merged_into, person_no) FROM person WHERE person_no = ?1",
            )?
            .query_row([person_no], |row| row.get(0))?;
        Ok(root)
    }

    /// Follows the merges that stand, for everybody in the groups of `persons`, and makes the cards
    /// of those that now stand for themselves.
    fn refresh_merges(&self, persons: &[PersonNo]) -> Result<()> {
        let mut group: Vec<PersonNo> = persons.to_vec();
        for person_no in persons {
            group.push(self.person_root(*person_no)?);
            group.extend(self.merged_into(*person_no)?);
        }
        group.sort_unstable();
        group.dedup();
        for person_no in &group {
            self.connection
                .prepare_cached(
                    "WITH RECURSIVE way (person_no, steps) AS (
                         SELECT ?1, 0
                         UNION ALL
                         SELECT m.into_no, w.steps + 1 FROM way w JOIN person_merge m
                             ON m.person_no = w.person_no AND m.split_event_no IS NULL)
                     UPDATE person SET merged_into =
                         nullif((SELECT person_no FROM way ORDER BY steps DESC LIMIT 1), ?1)
                     WHERE person_no = ?1",
                )?
                .execute([person_no])?;
        }
        for person_no in group {
            self.refresh_card(person_no)?;
        }
        Ok(())
    }
}
