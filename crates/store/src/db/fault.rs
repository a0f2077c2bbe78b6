//! Faults of the database itself.

use rusqlite::ErrorCode;

use crate::StoreError;

/// A fault of the database's own.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Fault(rusqlite::Error);

impl Fault {
    /// The database's own extended number for the fault; 0 where it is this program that misused it.
    #[must_use]
    pub fn number(&self) -> i32 {
        self.0.sqlite_error().map_or(0, |fault| fault.extended_code)
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> StoreError {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => StoreError::DiskFull,
            Some(ErrorCode::DatabaseCorrupt) => StoreError::Corrupt,
            Some(ErrorCode::NotADatabase) => StoreError::WrongKey,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::InUse,
            _ => StoreError::Database(Fault(error)),
        }
    }
}
