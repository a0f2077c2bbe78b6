//! Protected persons, and persons whose protection may have changed.

use chrono::NaiveDate;

use super::PersonNo;
use crate::columns::IsoDay;
use crate::{Read, Result};

impl Read<'_> {
    /// Persons whose data are protected on `day` or from a later day on. Of a merged person the one
    /// that it turned out to be.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn protected_persons(&self, day: NaiveDate) -> Result<Vec<PersonNo>> {
        let found = self
            .connection
            .prepare_cached(
                "SELECT person_no FROM person
                 WHERE protected_until >= ?1 AND merged_into IS NULL ORDER BY person_no",
            )?
            .query_map([IsoDay::of(day)], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// How many persons [`Read::protected_persons`] gives.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn protected_count(&self, day: NaiveDate) -> Result<u64> {
        let count = self
            .connection
            .prepare_cached(
                "SELECT count(*) FROM person WHERE protected_until >= ?1 AND merged_into IS NULL",
            )?
            .query_row([IsoDay::of(day)], |row| row.get(0))?;
        Ok(count)
    }

    /// Whether [`Read::protected_persons`] gives the person.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn is_protected(&self, person_no: PersonNo, day: NaiveDate) -> Result<bool> {
        let found = self
            .connection
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM person WHERE person_no = ?1
                                AND protected_until >= ?2 AND merged_into IS NULL)",
            )?
            .query_row((person_no, IsoDay::of(day)), |row| row.get(0))?;
        Ok(found)
    }

    /// The number of the last entry of the register; 0 where there is none.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn last_fact_no(&self) -> Result<i64> {
        let last = self
            .connection
            .prepare_cached("SELECT coalesce(max(fact_no), 0) FROM fact")?
            .query_row([], |row| row.get(0))?;
        Ok(last)
    }

    /// Persons about whom something was entered after the entry `fact_no`, and who were merged or
    /// split after the event `event_no`, with those that they turned out to be.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn persons_changed(&self, fact_no: i64, event_no: i64) -> Result<Vec<PersonNo>> {
        let found = self
            .connection
            .prepare_cached(
                "WITH changed (person_no) AS (
                     -- By number: the index by person would be looked through from end to end.
                     SELECT person_no FROM fact NOT INDEXED WHERE fact_no > ?1
                     UNION SELECT person_no FROM person_merge
                         WHERE event_no > ?2 OR split_event_no > ?2
                     UNION SELECT into_no FROM person_merge
                         WHERE event_no > ?2 OR split_event_no > ?2)
                 SELECT person_no FROM changed
                 UNION SELECT p.merged_into FROM changed JOIN person p USING (person_no)
                     WHERE p.merged_into IS NOT NULL",
            )?
            .query_map((fact_no, event_no), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }
}
