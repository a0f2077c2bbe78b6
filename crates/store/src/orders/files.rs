//! Files made of orders.

use crate::db::from_row;
use crate::{EventNo, OrderNo, Read, Result, Write};

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
    pub event_no: EventNo,
}

from_row!(BookingFile { format, sha256, data, event_no });

impl Read<'_> {
    /// The file made of an order in a format, if it has been made.
    pub fn booking_file(&self, order_no: OrderNo, format: &str) -> Result<Option<BookingFile>> {
        self.db.one(
            "SELECT format, sha256, data, event_no FROM booking_file
             WHERE order_no = ?1 AND format = ?2",
            &[&order_no, &format],
        )
    }

    /// Format, SHA-256 and audit event of the files made of an order, the first first.
    pub fn booking_files(&self, order_no: OrderNo) -> Result<Vec<(String, String, EventNo)>> {
        self.db.map(
            "SELECT format, sha256, event_no FROM booking_file WHERE order_no = ?1 ORDER BY file_no",
            &[&order_no],
            |row| Ok((row.get("format")?, row.get("sha256")?, row.get("event_no")?)),
        )
    }
}

impl Write<'_> {
    /// Keeps the bytes of an order's file in a format that was not made before.
    ///
    /// # Errors
    /// When it was made before.
    pub fn add_booking_file(
        &self,
        order_no: OrderNo,
        format: &str,
        sha256: &str,
        data: &[u8],
    ) -> Result<()> {
        self.db.run(
            "INSERT INTO booking_file (order_no, format, sha256, data, event_no)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            &[&order_no, &format, &sha256, &data, &self.event_no()],
        )?;
        Ok(())
    }
}
