//! The two handles: what only reads, and what belongs to a change.

use std::cell::Cell;

use crate::EventNo;
use crate::db::Db;

/// A handle that can only read.
pub struct Read<'c> {
    pub(crate) db: Db<'c>,
}

/// A handle inside one transaction, which belongs to one audit event.
pub struct Write<'c> {
    pub(crate) read: Read<'c>,
    pub(crate) event_no: EventNo,
    // The moment of the event.
    pub(crate) at: String,
    // The last number of the ledger, once this transaction has taken some; kept at its end.
    pub(crate) last_entry_no: Cell<Option<i64>>,
}

impl<'c> std::ops::Deref for Write<'c> {
    type Target = Read<'c>;
    fn deref(&self) -> &Read<'c> {
        &self.read
    }
}

impl Write<'_> {
    /// The audit event that this transaction will leave.
    #[must_use]
    pub fn event_no(&self) -> EventNo {
        self.event_no
    }

    /// The moment of that event, in UTC.
    #[must_use]
    pub fn at(&self) -> &str {
        &self.at
    }
}
