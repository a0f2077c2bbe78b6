//! Faults of the database itself.

/// A fault of the database's own.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Fault(pub(super) rusqlite::Error);

impl Fault {
    /// The database's own extended number for the fault; 0 where it is this program that misused it.
    #[must_use]
    pub fn number(&self) -> i32 {
        self.0.sqlite_error().map_or(0, |fault| fault.extended_code)
    }
}
