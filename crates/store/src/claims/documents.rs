//! Evidence of claims, kept in the encrypted database in pieces of at most 1 MB.

use crate::db::from_row;
use crate::originals::PIECE_BYTES;
use crate::{ClaimLineNo, ClaimNo, Read, Result, Write};

/// A document that has not been removed, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimDocument {
    /// This database's number.
    document_no: i64,
    /// The client's id.
    pub id: String,
    /// The claim.
    pub claim_no: ClaimNo,
    /// The line that it proves; none: the whole claim.
    pub line_no: Option<ClaimLineNo>,
    /// Code of the evidence that it is.
    pub evidence: String,
    /// The file's own name, without folders.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
}

/// A document to be kept.
#[derive(Clone, Debug)]
pub struct NewClaimDocument<'d> {
    /// The client's id.
    pub id: &'d str,
    /// The claim.
    pub claim_no: ClaimNo,
    /// The line that it proves; none: the whole claim.
    pub line_no: Option<ClaimLineNo>,
    /// Code of the evidence that it is.
    pub evidence: &'d str,
    /// The file's own name, without folders.
    pub name: &'d str,
    /// SHA-256 of the bytes in hexadecimal.
    pub sha256: &'d str,
    /// The bytes.
    pub data: &'d [u8],
}

const DOCUMENT: &str = "
    SELECT d.document_no, d.id, d.claim_no, d.line_no, d.evidence, d.name, d.bytes, d.sha256
    FROM claim_document d WHERE d.removed_event_no IS NULL";

from_row!(ClaimDocument { document_no, id, claim_no, line_no, evidence, name, bytes, sha256 });

impl Read<'_> {
    /// The documents of a claim, in the order in which they came.
    pub fn claim_documents(&self, claim_no: ClaimNo) -> Result<Vec<ClaimDocument>> {
        let of_claim = format!("{DOCUMENT} AND d.claim_no = ?1 ORDER BY d.document_no");
        self.db.all(&of_claim, &[&claim_no])
    }

    /// The bytes of a document.
    pub fn claim_document_bytes(&self, document: &ClaimDocument) -> Result<Vec<u8>> {
        let mut data = Vec::with_capacity(usize::try_from(document.bytes).unwrap_or_default());
        self.db.each(
            "SELECT data FROM claim_document_piece WHERE document_no = ?1 ORDER BY piece",
            &[&document.document_no],
            |row| -> Result<()> {
                data.extend_from_slice(row.bytes("data")?);
                Ok(())
            },
        )?;
        Ok(data)
    }
}

impl Write<'_> {
    /// Keeps a document.
    pub fn add_claim_document(&self, new: &NewClaimDocument<'_>) -> Result<()> {
        let document_no: i64 = self.db.only(
            "INSERT INTO claim_document (id, claim_no, line_no, evidence, name, bytes, sha256, event_no)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) RETURNING document_no",
            &[
                &new.id,
                &new.claim_no,
                &new.line_no,
                &new.evidence,
                &new.name,
                &new.data.len(),
                &new.sha256,
                &self.event_no(),
            ],
        )?;
        for (piece, data) in (0_i64..).zip(new.data.chunks(PIECE_BYTES)) {
            self.db.run(
                "INSERT INTO claim_document_piece (document_no, piece, data) VALUES (?1, ?2, ?3)",
                &[&document_no, &piece, &data],
            )?;
        }
        Ok(())
    }

    /// Removes a document from a claim; its bytes stay with what was.
    pub fn remove_claim_document(&self, document: &ClaimDocument) -> Result<()> {
        self.db.run(
            "UPDATE claim_document SET removed_event_no = ?2 WHERE document_no = ?1",
            &[&document.document_no, &self.event_no()],
        )?;
        Ok(())
    }
}
