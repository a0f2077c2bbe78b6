//! Imported files, kept as they came in pieces of at most 1 MB.

use chrono::NaiveDate;

use crate::db::from_row;
use crate::{OriginalNo, Read, Result, Write};

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

from_row!(OriginalFile { name, bytes, sha256 });

/// A file that was imported, by what was read from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedFile {
    /// What it holds: `payment-list`, or the kind of the draft.
    pub kind: String,
    /// The id of the list or draft.
    pub id: String,
    /// Where that stands: `draft`, `committed` or `reversed`.
    pub state: String,
    /// Business date of the reading.
    pub read_on: NaiveDate,
    /// The file's own name.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
}

from_row!(ImportedFile { kind, id, state, read_on, name, bytes, sha256 });

impl Read<'_> {
    /// Every file that was imported, the newest first.
    pub fn imported_files(&self) -> Result<Vec<ImportedFile>> {
        self.db.all(
            "SELECT r.kind, r.id, r.state, r.read_on, f.name, f.bytes, f.sha256
             FROM (SELECT 'payment-list' AS kind, id, state, read_on, original_no FROM payment_list
                   UNION ALL SELECT kind, id, state, read_on, original_no FROM draft) r
             JOIN original_file f ON f.original_no = r.original_no
             ORDER BY f.original_no DESC",
            &[],
        )
    }

    /// Hands the pieces of an original to `each`, in order.
    pub fn original_pieces(
        &self,
        original_no: OriginalNo,
        mut each: impl FnMut(&[u8]),
    ) -> Result<()> {
        self.db.each(
            "SELECT data FROM original_piece WHERE original_no = ?1 ORDER BY piece",
            &[&original_no],
            |row| -> Result<()> {
                each(row.bytes("data")?);
                Ok(())
            },
        )
    }

    /// Name, size and digest of an original.
    pub fn original(&self, original_no: OriginalNo) -> Result<Option<OriginalFile>> {
        self.db.one(
            "SELECT name, bytes, sha256 FROM original_file WHERE original_no = ?1",
            &[&original_no],
        )
    }
}

impl Write<'_> {
    /// Begins an original whose size and digest are not known yet.
    pub fn begin_original(&self, name: &str) -> Result<OriginalNo> {
        self.db.only(
            "INSERT INTO original_file (name, bytes, sha256) VALUES (?1, 0, '')
             RETURNING original_no",
            &[&name],
        )
    }

    /// Adds the next piece, counted from 0.
    pub fn add_original_piece(
        &self,
        original_no: OriginalNo,
        piece: i64,
        data: &[u8],
    ) -> Result<()> {
        self.db.run(
            "INSERT INTO original_piece (original_no, piece, data) VALUES (?1, ?2, ?3)",
            &[&original_no, &piece, &data],
        )?;
        Ok(())
    }

    /// Ends an original with what its bytes turned out to be.
    pub fn end_original(&self, original_no: OriginalNo, bytes: u64, sha256: &str) -> Result<()> {
        self.db.run(
            "UPDATE original_file SET bytes = ?2, sha256 = ?3 WHERE original_no = ?1",
            &[&original_no, &bytes, &sha256],
        )?;
        Ok(())
    }

    /// Throws an original away with the draft that was read from it.
    pub(crate) fn discard_original(&self, original_no: OriginalNo) -> Result<()> {
        for table in ["original_piece", "original_file"] {
            self.db.run(&format!("DELETE FROM {table} WHERE original_no = ?1"), &[&original_no])?;
        }
        Ok(())
    }
}
