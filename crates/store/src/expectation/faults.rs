//! Faults that the agency knows and has asked us to wait with.

use chrono::NaiveDate;
use domain::Period;
use domain::codes::CompensationCode;

use crate::columns::{IsoDay, certain_day};
use crate::{Read, Result, Write};

/// A fault that the agency knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownFault {
    /// The client's id.
    pub id: String,
    /// The compensation; none: all.
    pub compensation: Option<CompensationCode>,
    /// First day that it is about.
    pub period_from: NaiveDate,
    /// Last day that it is about, inclusive.
    pub period_until: NaiveDate,
    /// What the agency says.
    pub words: String,
}

impl KnownFault {
    /// Whether it holds back what is missing of a compensation for a period.
    #[must_use]
    pub fn holds_back(&self, compensation: &CompensationCode, period: Period) -> bool {
        self.compensation.as_ref().is_none_or(|code| code == compensation)
            && self.period_from <= period.until
            && period.from <= self.period_until
    }
}

impl Read<'_> {
    /// Faults that have not ended, in the order of entering.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn known_faults(&self) -> Result<Vec<KnownFault>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT * FROM known_fault WHERE ended_event_no IS NULL ORDER BY fault_no",
        )?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(KnownFault {
                id: row.get("id")?,
                compensation: row.get::<_, Option<String>>("compensation")?.map(CompensationCode),
                period_from: certain_day(row, "period_from")?,
                period_until: certain_day(row, "period_until")?,
                words: row.get("words")?,
            });
        }
        Ok(found)
    }
}

impl Write<'_> {
    /// Adds a fault.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add_known_fault(&self, fault: &KnownFault) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO known_fault
                     (id, compensation, period_from, period_until, words, event_no)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute((
                &fault.id,
                fault.compensation.as_ref().map(|code| &code.0),
                IsoDay::of(fault.period_from),
                IsoDay::of(fault.period_until),
                &fault.words,
                self.event_no(),
            ))?;
        Ok(())
    }

    /// Ends a fault: its rows are reported again.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn end_known_fault(&self, id: &str) -> Result<()> {
        self.connection
            .prepare_cached(
                "UPDATE known_fault SET ended_event_no = ?2
                 WHERE id = ?1 AND ended_event_no IS NULL",
            )?
            .execute((id, self.event_no()))?;
        Ok(())
    }
}
