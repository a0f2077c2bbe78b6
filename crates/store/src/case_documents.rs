//! Documents of cases, kept in the encrypted database in pieces of at most 1 MB.

use domain::case_document::DocumentKind;

use crate::db::from_row;
use crate::originals::PIECE_BYTES;
use crate::{CaseNo, Read, Result, Write};

/// A document without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseDocument {
    /// This database's number.
    document_no: i64,
    /// The client's id.
    pub id: String,
    /// The case.
    pub case_no: CaseNo,
    /// What it proves.
    pub kind: DocumentKind,
    /// The file's own name, without folders.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// Whether it holds what is secret.
    pub secret: bool,
    /// Who attached it.
    pub actor: String,
    /// When, in UTC.
    pub at: String,
}

/// A document to be kept.
#[derive(Clone, Debug)]
pub struct NewDocument<'d> {
    /// The client's id.
    pub id: &'d str,
    /// The case.
    pub case_no: CaseNo,
    /// What it proves.
    pub kind: DocumentKind,
    /// The file's own name, without folders.
    pub name: &'d str,
    /// SHA-256 of the bytes in hexadecimal.
    pub sha256: &'d str,
    /// Whether it holds what is secret.
    pub secret: bool,
    /// The bytes.
    pub data: &'d [u8],
}

/// Who attached a document is known once the event is written, which ends the transaction.
const DOCUMENT: &str = "
    SELECT d.document_no, d.id, d.case_no, d.kind, d.name, d.bytes, d.sha256, d.secret,
           coalesce(e.actor, '') AS actor, coalesce(e.at, '') AS at
    FROM case_document d LEFT JOIN audit_event e ON e.event_no = d.event_no";

from_row!(CaseDocument { document_no, id, case_no, kind, name, bytes, sha256, secret, actor, at });

impl Read<'_> {
    /// The documents of a case, in the order in which they came.
    pub fn case_documents(&self, case_no: CaseNo) -> Result<Vec<CaseDocument>> {
        self.db.all(&format!("{DOCUMENT} WHERE d.case_no = ?1 ORDER BY d.document_no"), &[&case_no])
    }

    /// The document with that id.
    pub fn case_document(&self, id: &str) -> Result<Option<CaseDocument>> {
        self.db.one(&format!("{DOCUMENT} WHERE d.id = ?1"), &[&id])
    }

    /// The bytes of a document.
    pub fn case_document_bytes(&self, document: &CaseDocument) -> Result<Vec<u8>> {
        let mut data = Vec::with_capacity(usize::try_from(document.bytes).unwrap_or_default());
        self.db.each(
            "SELECT data FROM case_document_piece WHERE document_no = ?1 ORDER BY piece",
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
    ///
    /// # Errors
    /// When the case has the same bytes already.
    pub fn add_case_document(&self, new: &NewDocument<'_>) -> Result<()> {
        let document_no: i64 = self.db.only(
            "INSERT INTO case_document (id, case_no, kind, name, bytes, sha256, secret, event_no)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) RETURNING document_no",
            &[
                &new.id,
                &new.case_no,
                &new.kind,
                &new.name,
                &new.data.len(),
                &new.sha256,
                &new.secret,
                &self.event_no(),
            ],
        )?;
        for (piece, data) in (0_i64..).zip(new.data.chunks(PIECE_BYTES)) {
            self.db.run(
                "INSERT INTO case_document_piece (document_no, piece, data) VALUES (?1, ?2, ?3)",
                &[&document_no, &piece, &data],
            )?;
        }
        Ok(())
    }
}
