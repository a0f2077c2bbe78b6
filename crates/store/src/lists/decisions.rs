//! What people decided about rows.

use std::collections::BTreeMap;

use domain::finding::DecisionKind;
use domain::payment::Field;

use crate::db::{from_row, json};
use crate::{ListNo, Read, Result, Write};

/// What somebody decided about a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionRecord {
    /// Number in the order of deciding.
    pub decision_no: i64,
    /// Which row.
    pub line: u32,
    /// What.
    pub kind: DecisionKind,
    /// Corrected fields and their new texts.
    pub overrides: BTreeMap<Field, String>,
    /// Who; empty inside the change that decides, whose event comes last.
    pub actor: String,
    /// Moment in UTC; empty inside the change that decides.
    pub at: String,
}

from_row!(DecisionRecord { decision_no, line, kind, overrides: json, actor, at });

impl Read<'_> {
    /// Decisions about one row, or about a whole list, in the order they were made.
    pub fn decisions(&self, list_no: ListNo, line: Option<u32>) -> Result<Vec<DecisionRecord>> {
        let (first, last) = line.map_or((0, u32::MAX), |line| (line, line));
        self.db.all(
            "SELECT d.decision_no, d.line, d.kind, d.overrides, coalesce(e.actor, '') AS actor,
                    coalesce(e.at, '') AS at
             FROM row_decision d LEFT JOIN audit_event e ON e.event_no = d.event_no
             WHERE d.list_no = ?1 AND d.line BETWEEN ?2 AND ?3 ORDER BY d.decision_no",
            &[&list_no, &first, &last],
        )
    }
}

impl Write<'_> {
    /// Adds a decision about a row.
    pub fn add_decision(
        &self,
        list_no: ListNo,
        line: u32,
        kind: DecisionKind,
        overrides: &BTreeMap<Field, String>,
    ) -> Result<()> {
        self.db.run(
            "INSERT INTO row_decision (list_no, line, kind, overrides, event_no)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            &[&list_no, &line, &kind, &json(overrides)?, &self.event_no()],
        )?;
        Ok(())
    }
}
