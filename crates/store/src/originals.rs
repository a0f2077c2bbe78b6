//! Imported files, kept as they came in pieces of at most 1 MB.

use rusqlite::OptionalExtension;

use crate::{Read, Result, Write};

/// Largest piece, in bytes.
pub const PIECE_BYTES: usize = 1 << 20;

/// A file as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OriginalFile {
    /// The file's own name, without folders.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
}

impl Read<'_> {
    /// Hands the pieces of an original to `each`, in order.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn original_pieces(&self, original_no: i64, mut each: impl FnMut(&[u8])) -> Result<()> {
        let mut statement = self.connection.prepare_cached(
            "SELECT data FROM original_piece WHERE original_no = ?1 ORDER BY piece",
        )?;
        let mut rows = statement.query([original_no])?;
        while let Some(row) = rows.next()? {
            each(row.get_ref(0)?.as_blob().unwrap_or_default());
        }
        Ok(())
    }

    /// Name, size and digest of an original.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn original(&self, original_no: i64) -> Result<Option<OriginalFile>> {
        let file = self
            .connection
            .prepare_cached("SELECT name, bytes, sha256 FROM original_file WHERE original_no = ?1")?
            .query_row([original_no], |row| {
                Ok(OriginalFile { name: row.get(0)?, bytes: row.get(1)?, sha256: row.get(2)? })
            })
            .optional()?;
        Ok(file)
    }
}

impl Write<'_> {
    /// Begins an original whose size and digest are not known yet.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn begin_original(&self, name: &str) -> Result<i64> {
        self.connection
            .prepare_cached("INSERT INTO original_file (name, bytes, sha256) VALUES (?1, 0, '')")?
            .execute([name])?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Adds the next piece, counted from 0.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add_original_piece(&self, original_no: i64, piece: i64, data: &[u8]) -> Result<()> {
        self.connection
            .prepare_cached("INSERT INTO original_piece VALUES (?1, ?2, ?3)")?
            .execute((original_no, piece, data))?;
        Ok(())
    }

    /// Ends an original with what its bytes turned out to be.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn end_original(&self, original_no: i64, bytes: u64, sha256: &str) -> Result<()> {
        self.connection
            .prepare_cached(
                "UPDATE original_file SET bytes = ?2, sha256 = ?3 WHERE original_no = ?1",
            )?
            .execute((original_no, i64::try_from(bytes).unwrap_or(i64::MAX), sha256))?;
        Ok(())
    }
}
