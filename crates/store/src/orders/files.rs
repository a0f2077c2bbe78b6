//! Files made of orders.

use rusqlite::OptionalExtension;

use crate::{Read, Result, Write};

/// A file that was made of an order the first time a format was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookingFile {
    /// Its format.
    pub format: String,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// Its bytes.
    pub data: Vec<u8>,
    /// The audit event of the first export.
    pub event_no: i64,
}

impl Read<'_> {
    /// The file made of an order in a format, if it has been made.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn booking_file(&self, order_no: i64, format: &str) -> Result<Option<BookingFile>> {
        let file = self
            .connection
            .prepare_cached(
                "SELECT format, sha256, data, event_no FROM booking_file
                 WHERE order_no = ?1 AND format = ?2",
            )?
            .query_row((order_no, format), |row| {
                Ok(BookingFile {
                    format: row.get(0)?,
                    sha256: row.get(1)?,
                    data: row.get(2)?,
                    event_no: row.get(3)?,
                })
            })
            .optional()?;
        Ok(file)
    }

    /// Format, SHA-256 and audit event of the files made of an order, the first first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn booking_files(&self, order_no: i64) -> Result<Vec<(String, String, i64)>> {
        let formats = self
            .connection
            .prepare_cached(
                "SELECT format, sha256, event_no FROM booking_file
                 WHERE order_no = ?1 ORDER BY file_no",
            )?
            .query_map([order_no], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(formats)
    }
}

impl Write<'_> {
    /// Keeps the bytes of an order's file in a format that was not made before.
    ///
    /// # Errors
    /// When it was made before, or the database cannot be written.
    pub fn add_booking_file(
        &self,
        order_no: i64,
        format: &str,
        sha256: &str,
        data: &[u8],
    ) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO booking_file (order_no, format, sha256, data, event_no)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute((order_no, format, sha256, data, self.event_no()))?;
        Ok(())
    }
}
