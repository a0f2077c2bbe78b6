//! What people decided about rows.

use std::collections::BTreeMap;

use domain::payment::Field;

use super::ListNo;
use crate::columns::{from_json, json};
use crate::{Read, Result, Write};

/// What somebody decided about a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionRecord {
    /// Number in the order of deciding.
    pub decision_no: i64,
    /// Which row.
    pub line: u32,
    /// `correct`, `park`, `accept` or `undo`.
    pub kind: String,
    /// Corrected fields and their new texts.
    pub overrides: BTreeMap<Field, String>,
    /// The audit event.
    pub event_no: i64,
}

impl Read<'_> {
    /// Decisions about one row, or about a whole list, in the order they were made.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn decisions(&self, list_no: ListNo, line: Option<u32>) -> Result<Vec<DecisionRecord>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT * FROM row_decision WHERE list_no = ?1 AND line BETWEEN ?2 AND ?3
             ORDER BY decision_no",
        )?;
        let (first, last) = line.map_or((0, u32::MAX), |line| (line, line));
        let mut rows = statement.query((list_no, first, last))?;
        let mut decisions = Vec::new();
        while let Some(row) = rows.next()? {
            decisions.push(DecisionRecord {
                decision_no: row.get("decision_no")?,
                line: row.get("line")?,
                kind: row.get("kind")?,
                overrides: from_json(row.get_ref("overrides")?.as_str().unwrap_or_default())?,
                event_no: row.get("event_no")?,
            });
        }
        Ok(decisions)
    }
}

impl Write<'_> {
    /// Adds a decision about a row.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add_decision(
        &self,
        list_no: ListNo,
        line: u32,
        kind: &str,
        overrides: &BTreeMap<Field, String>,
    ) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO row_decision (list_no, line, kind, overrides, event_no)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute((list_no, line, kind, json(overrides)?, self.event_no()))?;
        Ok(())
    }
}
