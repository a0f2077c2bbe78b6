//! What somebody has been through of the decisions of a month.

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::Month;
use domain::codes::CompensationCode;

use crate::{PersonNo, Read, Result, Write};

/// What a mark is about: whom (none: the city itself), which compensation, from which day on.
pub type CheckedDecision = (Option<PersonNo>, CompensationCode, NaiveDate);

impl Read<'_> {
    /// What has been gone through of the decisions about the payments of a month.
    pub fn checked_decisions(&self, month: Month) -> Result<HashSet<CheckedDecision>> {
        let mut checked = HashSet::new();
        self.db.each(
            "SELECT coalesce(p.merged_into, p.person_no) AS root, c.compensation, c.period_from,
                    c.done
             FROM decision_check c LEFT JOIN person p ON p.person_no = c.person_no
             WHERE c.month = ?1 ORDER BY c.check_no",
            &[&month.to_string()],
            |row| -> Result<()> {
                let about = (row.get("root")?, row.get("compensation")?, row.get("period_from")?);
                if row.get("done")? {
                    checked.insert(about);
                } else {
                    checked.remove(&about);
                }
                Ok(())
            },
        )?;
        Ok(checked)
    }
}

impl Write<'_> {
    /// Marks that a row has been gone through, or not after all.
    pub fn check_decision(&self, month: Month, about: &CheckedDecision, done: bool) -> Result<()> {
        let (person, compensation, period_from) = about;
        self.db.run(
            "INSERT INTO decision_check (month, person_no, compensation, period_from, done, event_no)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            &[&month.to_string(), person, compensation, period_from, &done, &self.event_no()],
        )?;
        Ok(())
    }
}
