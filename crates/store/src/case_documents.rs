//! Documents of cases, kept in the encrypted database in pieces of at most 1 MB.

use domain::case_document::DocumentKind;
use rusqlite::{OptionalExtension, Row};

use crate::cases::CaseNo;
use crate::originals::PIECE_BYTES;
use crate::{Read, Result, StoreError, Write};

/// A document without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseDocument {
    /// This database's number.
    pub document_no: i64,
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

const COLUMNS: &str = "d.*, e.actor, e.at
     FROM case_document d LEFT JOIN audit_event e USING (event_no)";

fn document_of(row: &Row<'_>) -> Result<CaseDocument> {
    let kind: String = row.get("kind")?;
    Ok(CaseDocument {
        document_no: row.get("document_no")?,
        id: row.get("id")?,
        case_no: row.get("case_no")?,
        kind: DocumentKind::parse(&kind).ok_or(StoreError::Damaged("case_document"))?,
        name: row.get("name")?,
        bytes: row.get("bytes")?,
        sha256: row.get("sha256")?,
        secret: row.get("secret")?,
        actor: row.get::<_, Option<String>>("actor")?.unwrap_or_default(),
        at: row.get::<_, Option<String>>("at")?.unwrap_or_default(),
    })
}

impl Read<'_> {
    /// The documents of a case, in the order in which they came.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn case_documents(&self, case_no: CaseNo) -> Result<Vec<CaseDocument>> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT {COLUMNS} WHERE d.case_no = ?1 ORDER BY d.document_no"
        ))?;
        let mut rows = statement.query([case_no])?;
        let mut documents = Vec::new();
        while let Some(row) = rows.next()? {
            documents.push(document_of(row)?);
        }
        Ok(documents)
    }

    /// The document with that id.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn case_document(&self, id: &str) -> Result<Option<CaseDocument>> {
        let mut statement =
            self.connection.prepare_cached(&format!("SELECT {COLUMNS} WHERE d.id = ?1"))?;
        let found = statement.query_row([id], |row| Ok(document_of(row))).optional()?;
        found.transpose()
    }

    /// The bytes of a document.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn case_document_bytes(&self, document: &CaseDocument) -> Result<Vec<u8>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT data FROM case_document_piece WHERE document_no = ?1 ORDER BY piece",
        )?;
        let mut rows = statement.query([document.document_no])?;
        let mut data = Vec::with_capacity(usize::try_from(document.bytes).unwrap_or_default());
        while let Some(row) = rows.next()? {
            data.extend_from_slice(row.get_ref(0)?.as_blob().unwrap_or_default());
        }
        Ok(data)
    }
}

impl Write<'_> {
    /// Keeps a document.
    ///
    /// # Errors
    /// When the case has the same bytes already, or the database cannot be written.
    pub fn add_case_document(&self, new: &NewDocument<'_>) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO case_document (id, case_no, kind, name, bytes, sha256, secret,
                                            event_no)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute((
                new.id,
                new.case_no,
                new.kind.as_str(),
                new.name,
                i64::try_from(new.data.len()).unwrap_or(i64::MAX),
                new.sha256,
                new.secret,
                self.event_no(),
            ))?;
        let document_no = self.connection.last_insert_rowid();
        let mut statement = self
            .connection
            .prepare_cached("INSERT INTO case_document_piece VALUES (?1, ?2, ?3)")?;
        for (piece, data) in (0_i64..).zip(new.data.chunks(PIECE_BYTES)) {
            statement.execute((document_no, piece, data))?;
        }
        Ok(())
    }
}
