//! That the database was restored from a backup, and what had left the house after it.

use crate::{Read, Result, Write};

impl Read<'_> {
    /// Whether the database was restored, and nobody has said yet what left the house after the backup.
    pub fn restoration_waits(&self) -> Result<bool> {
        self.db
            .only("SELECT EXISTS (SELECT 1 FROM restoration WHERE answered_event_no IS NULL)", &[])
    }

    /// The last order of each year that left the house, as was said after restoring: year and place
    /// in its sequence.
    pub fn order_floors(&self) -> Result<Vec<(i32, u32)>> {
        self.db.map(
            "SELECT year, max(sequence) AS sequence FROM order_floor GROUP BY year ORDER BY year",
            &[],
            |row| Ok((row.get("year")?, row.get("sequence")?)),
        )
    }
}

impl Write<'_> {
    /// Notes that the database was restored from the backup with that SHA-256.
    pub fn add_restoration(&self, sha256: &str) -> Result<()> {
        self.db.run(
            "INSERT INTO restoration (sha256, event_no) VALUES (?1, ?2)",
            &[&sha256, &self.event_no()],
        )?;
        Ok(())
    }

    /// Notes that what left the house after every backup that was restored is said now.
    pub fn answer_restorations(&self) -> Result<()> {
        self.db.run(
            "UPDATE restoration SET answered_event_no = ?1 WHERE answered_event_no IS NULL",
            &[&self.event_no()],
        )?;
        Ok(())
    }

    /// Numbering of a year goes on above `sequence`.
    pub fn add_order_floor(&self, year: i32, sequence: u32) -> Result<()> {
        self.db.run(
            "INSERT INTO order_floor (year, sequence, event_no) VALUES (?1, ?2, ?3)",
            &[&year, &sequence, &self.event_no()],
        )?;
        Ok(())
    }
}
