//! Bytes that are kept with their SHA-256: files as they came, booking files, documents.

use sha2::{Digest, Sha256};

use crate::key::hex;
use crate::{Read, Result, StoreError};

/// What recomputing has shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Imported files that were held against their digest.
    pub originals: u64,
    /// Booking files.
    pub booking_files: u64,
    /// Documents of cases.
    pub documents: u64,
    /// What does not fit: its kind (`original`, `booking-file`, `document`) and this database's number.
    pub broken: Vec<(&'static str, i64)>,
}

/// One file that comes in pieces.
#[derive(Default)]
struct Pieces {
    number: Option<i64>,
    expected: (String, u64),
    digest: Sha256,
    bytes: u64,
}

impl Pieces {
    /// Whether the file that ends here is as it says; none where there is no file yet.
    fn end(&mut self) -> Option<(i64, bool)> {
        let number = self.number.take()?;
        let digest = std::mem::take(&mut self.digest).finalize();
        let fits = (hex(&digest), self.bytes) == self.expected;
        self.bytes = 0;
        Some((number, fits))
    }
}

const ORIGINALS: &str = "
    SELECT f.original_no AS number, f.sha256, f.bytes, p.data
    FROM original_file f LEFT JOIN original_piece p ON p.original_no = f.original_no
    ORDER BY f.original_no, p.piece";
const BOOKING_FILES: &str = "
    SELECT file_no AS number, sha256, length(data) AS bytes, data FROM booking_file ORDER BY file_no";
const DOCUMENTS: &str = "
    SELECT d.document_no AS number, d.sha256, d.bytes, p.data
    FROM case_document d LEFT JOIN case_document_piece p ON p.document_no = d.document_no
    ORDER BY d.document_no, p.piece";

impl Read<'_> {
    /// Recomputes the digest of everything that is kept with one.
    pub(crate) fn kept(&self) -> Result<Kept> {
        let mut kept = Kept::default();
        let Kept { originals, booking_files, documents, broken } = &mut kept;
        for (kind, sql, count) in [
            ("original", ORIGINALS, originals),
            ("booking-file", BOOKING_FILES, booking_files),
            ("document", DOCUMENTS, documents),
        ] {
            let mut note = |ended: Option<(i64, bool)>| {
                let Some((number, fits)) = ended else { return };
                *count += 1;
                if !fits {
                    broken.push((kind, number));
                }
            };
            let mut pieces = Pieces::default();
            self.db.each(sql, &[], |row| -> Result<(), StoreError> {
                let number = row.get("number")?;
                if pieces.number != Some(number) {
                    note(pieces.end());
                    pieces.number = Some(number);
                    pieces.expected = (row.get("sha256")?, row.get("bytes")?);
                }
                let data = row.bytes("data").unwrap_or_default();
                pieces.digest.update(data);
                pieces.bytes += data.len() as u64;
                Ok(())
            })?;
            note(pieces.end());
        }
        Ok(kept)
    }
}
