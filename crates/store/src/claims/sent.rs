//! That a claim was submitted, and what was: byte for byte.

use domain::claim::ClaimNumber;

use crate::db::{FromRow, Row, from_row};
use crate::originals::PIECE_BYTES;
use crate::{ClaimNo, Read, Result, Write};

/// That a claim reached the agency, or was sent to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// Receipt number or proof of dispatch.
    pub receipt: String,
    /// The moment on it.
    pub submitted_at: String,
    /// Who noted it.
    pub actor: String,
    /// When, in UTC.
    pub at: String,
}

/// A submission to be noted.
#[derive(Clone, Copy, Debug)]
pub struct NewSubmission<'s> {
    /// The claim.
    pub claim_no: ClaimNo,
    /// Receipt number or proof of dispatch.
    pub receipt: &'s str,
    /// The moment on it.
    pub submitted_at: &'s str,
}

/// A file that was submitted, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimFile {
    file_no: i64,
    /// Its name.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
}

from_row!(Submission { receipt, submitted_at, actor, at });
from_row!(ClaimFile { file_no, name, bytes, sha256 });

/// The number of a claim.
struct Numbered(ClaimNumber);

impl FromRow for Numbered {
    fn from_row(row: &Row<'_>) -> Result<Numbered> {
        Ok(Numbered(ClaimNumber { year: row.get("year")?, sequence: row.get("sequence")? }))
    }
}

impl Read<'_> {
    /// How a claim was submitted; none: it was not.
    pub fn submission(&self, claim_no: ClaimNo) -> Result<Option<Submission>> {
        self.db.one(
            "SELECT s.receipt, s.at AS submitted_at, coalesce(e.actor, '') AS actor,
                    coalesce(e.at, '') AS at
             FROM claim_submission s LEFT JOIN audit_event e ON e.event_no = s.event_no
             WHERE s.claim_no = ?1",
            &[&claim_no],
        )
    }

    /// The claim that has that receipt.
    pub fn claim_with_receipt(&self, receipt: &str) -> Result<Option<ClaimNumber>> {
        let found: Option<Numbered> = self.db.one(
            "SELECT c.year, c.sequence FROM claim_submission s
             JOIN claim c ON c.claim_no = s.claim_no WHERE s.receipt = ?1",
            &[&receipt],
        )?;
        Ok(found.map(|Numbered(number)| number))
    }

    /// What was submitted, by name.
    pub fn claim_files(&self, claim_no: ClaimNo) -> Result<Vec<ClaimFile>> {
        self.db.all(
            "SELECT file_no, name, bytes, sha256 FROM claim_file WHERE claim_no = ?1 ORDER BY file_no",
            &[&claim_no],
        )
    }

    /// The bytes of a file that was submitted.
    pub fn claim_file_bytes(&self, file: &ClaimFile) -> Result<Vec<u8>> {
        let mut data = Vec::with_capacity(usize::try_from(file.bytes).unwrap_or_default());
        self.db.each(
            "SELECT data FROM claim_file_piece WHERE file_no = ?1 ORDER BY piece",
            &[&file.file_no],
            |row| -> Result<()> {
                data.extend_from_slice(row.bytes("data")?);
                Ok(())
            },
        )?;
        Ok(data)
    }
}

impl Write<'_> {
    /// Notes that a claim was submitted, and writes what it asks for to the ledger.
    ///
    /// # Errors
    /// When another claim has the receipt.
    pub fn submit_claim(&self, new: &NewSubmission<'_>) -> Result<()> {
        self.db.run(
            "INSERT INTO claim_submission (claim_no, receipt, at, event_no) VALUES (?1, ?2, ?3, ?4)",
            &[&new.claim_no, &new.receipt, &new.submitted_at, &self.event_no()],
        )?;
        self.enter_many(
            "INSERT INTO entry (entry_no, kind, person_no, compensation, period_from, period_until,
                 cost_centre, amount_ore, origin, origin_no, explanation, rendered, event_no)
             SELECT ?3 + row_number() OVER (ORDER BY l.line_no), 'claimed', l.person_no,
                    l.compensation, l.period_from, l.period_until, l.cost_centre, l.amount_ore,
                    'claim', l.line_no, l.explanation, l.rendered, ?2
             FROM live_claim_line l WHERE l.claim_no = ?1",
            &[&new.claim_no],
        )?;
        Ok(())
    }

    /// Keeps a file that was submitted.
    pub fn add_claim_file(
        &self,
        claim_no: ClaimNo,
        name: &str,
        sha256: &str,
        data: &[u8],
    ) -> Result<()> {
        let file_no: i64 = self.db.only(
            "INSERT INTO claim_file (claim_no, name, bytes, sha256, event_no)
             VALUES (?1, ?2, ?3, ?4, ?5) RETURNING file_no",
            &[&claim_no, &name, &data.len(), &sha256, &self.event_no()],
        )?;
        for (piece, data) in (0_i64..).zip(data.chunks(PIECE_BYTES)) {
            self.db.run(
                "INSERT INTO claim_file_piece (file_no, piece, data) VALUES (?1, ?2, ?3)",
                &[&file_no, &piece, &data],
            )?;
        }
        Ok(())
    }
}
