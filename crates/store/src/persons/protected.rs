//! Protected persons, and persons whose protection may have changed.

use chrono::NaiveDate;

use crate::{EventNo, FactNo, PersonNo, Read, Result};

/// Persons whom a day protects; of a merged person the one that it turned out to be.
const PROTECTED: &str = "FROM person WHERE protected_until >= ?1 AND merged_into IS NULL";

impl Read<'_> {
    /// Persons whose data are protected on `day` or from a later day on. Of a merged person the one
    /// that it turned out to be.
    pub fn protected_persons(&self, day: NaiveDate) -> Result<Vec<PersonNo>> {
        self.db.all(&format!("SELECT person_no {PROTECTED} ORDER BY person_no"), &[&day])
    }

    /// How many persons [`Read::protected_persons`] gives.
    pub fn protected_count(&self, day: NaiveDate) -> Result<u64> {
        self.db.only(&format!("SELECT count(*) {PROTECTED}"), &[&day])
    }

    /// Whether [`Read::protected_persons`] gives the person.
    pub fn is_protected(&self, person_no: PersonNo, day: NaiveDate) -> Result<bool> {
        let protected = format!("SELECT EXISTS (SELECT 1 {PROTECTED} AND person_no = ?2)");
        self.db.only(&protected, &[&day, &person_no])
    }

    /// The number of the last entry of the register; 0 where there is none.
    pub fn last_fact_no(&self) -> Result<FactNo> {
        self.db.only("SELECT coalesce(max(fact_no), 0) FROM fact", &[])
    }

    /// Persons about whom something was entered after the entry `fact_no`, and who were merged or
    /// split after the event `event_no`, with those that they turned out to be.
    pub fn persons_changed(&self, fact_no: FactNo, event_no: EventNo) -> Result<Vec<PersonNo>> {
        self.db.all(PERSONS_CHANGED, &[&fact_no, &event_no])
    }
}

/// The order of entries is asked for, so that the index by person is not looked through from end to
/// end.
const PERSONS_CHANGED: &str = "
    WITH entered AS MATERIALIZED (
        SELECT person_no FROM fact WHERE fact_no > ?1 ORDER BY fact_no),
    changed (person_no) AS (
        SELECT person_no FROM entered
        UNION SELECT person_no FROM person_merge WHERE event_no > ?2 OR split_event_no > ?2
        UNION SELECT into_no FROM person_merge WHERE event_no > ?2 OR split_event_no > ?2)
    SELECT person_no FROM changed
    UNION SELECT p.merged_into FROM changed c JOIN person p ON p.person_no = c.person_no
        WHERE p.merged_into IS NOT NULL";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_entered_is_found_by_its_number() {
        let plan = crate::db::plan(PERSONS_CHANGED, &[&FactNo(1), &EventNo(1)]);
        assert!(plan.contains("SEARCH fact USING INTEGER PRIMARY KEY"), "{plan}");
        assert!(!plan.contains("fact USING COVERING INDEX"), "{plan}");
    }
}
