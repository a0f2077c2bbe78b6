//! What has been done: the audit chain, read and walked.

use store::audit::{AuditEvent, Verification};
use store::readings::ReadingsHeld;
use store::{EventNo, FactNo, RowsHeld};

use crate::{App, Result};

/// How the chain and every row stand against their digests.
#[derive(Clone, Debug)]
pub struct HistoryHeld {
    /// The chain of events.
    pub chain: Verification,
    /// The rows that the events wrote.
    pub rows: RowsHeld,
    /// The log of reading.
    pub readings: ReadingsHeld,
    /// What of the schema differs from what the program made.
    pub schema: Vec<String>,
}

impl HistoryHeld {
    /// Whether nothing differs.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.chain.first_broken.is_none()
            && self.rows.faults == 0
            && self.readings.first_broken.is_none()
            && self.schema.is_empty()
    }
}

impl App {
    /// Walks the audit chain and the log of reading, holds every row against its digest, and tables and
    /// triggers against those that the migrations made.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn verify_history(&self) -> Result<HistoryHeld> {
        let read = self.read();
        Ok(HistoryHeld {
            chain: read.verify_audit()?,
            rows: read.rows_held()?,
            readings: read.hold_readings()?,
            schema: self.schema_differs()?,
        })
    }

    /// The newest event and the newest fact: while neither changes, an answer stays as it is.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn newest(&self) -> Result<(EventNo, FactNo)> {
        let read = self.read();
        Ok((read.last_event_no()?, read.last_fact_no()?))
    }

    /// Events, the newest first: so many at most, after the newest `skip`. Their numbers have no gaps.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn events(&self, (skip, most): (u32, u32)) -> Result<Vec<AuditEvent>> {
        let read = self.read();
        let before = EventNo(read.last_event_no()?.0 + 1 - i64::from(skip));
        Ok(read.audit_events(Some(before), most)?)
    }
}
