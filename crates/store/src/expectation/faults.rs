//! Faults that the agency knows and has asked us to wait with.

use chrono::NaiveDate;
use domain::Period;
use domain::codes::CompensationCode;

use crate::db::from_row;
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

from_row!(KnownFault { id, compensation, period_from, period_until, words });

impl Read<'_> {
    /// Faults that have not ended, in the order of entering.
    pub fn known_faults(&self) -> Result<Vec<KnownFault>> {
        self.db.all(
            "SELECT id, compensation, period_from, period_until, words FROM known_fault
             WHERE ended_event_no IS NULL ORDER BY fault_no",
            &[],
        )
    }
}

impl Write<'_> {
    /// Adds a fault.
    pub fn add_known_fault(&self, fault: &KnownFault) -> Result<()> {
        self.db.run(
            "INSERT INTO known_fault (id, compensation, period_from, period_until, words, event_no)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            &[
                &fault.id,
                &fault.compensation,
                &fault.period_from,
                &fault.period_until,
                &fault.words,
                &self.event_no(),
            ],
        )?;
        Ok(())
    }

    /// Ends a fault: its rows are reported again.
    pub fn end_known_fault(&self, id: &str) -> Result<()> {
        self.db.run(
            "UPDATE known_fault SET ended_event_no = ?2 WHERE id = ?1 AND ended_event_no IS NULL",
            &[&id, &self.event_no()],
        )?;
        Ok(())
    }
}
