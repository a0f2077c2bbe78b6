//! Shared rows about persons of whom something has changed since: boards, numbers, who they are.
//!
//! Changes are found from what was entered after the first distribution, which is little, and never by
//! looking through what was shared, which is all there is.

use domain::Month;
use domain::identity::{DossierNumber, NationalNumber};
use domain::matching::MatchReason;

use super::rows::{DistributedRow, ROW};
use crate::db::{FromRow, Row};
use crate::ledger::{ENTRY, Entry};
use crate::{EventNo, Read, Result};

/// A row whose share stands, about somebody of whom something has changed since it was shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedRow {
    /// How it was shared.
    pub row: DistributedRow,
    /// The month of payment of that distribution.
    pub month: Month,
    /// The id of that distribution.
    pub distribution: String,
    /// Dossier number.
    pub dossier: Option<DossierNumber>,
    /// Personal or coordination number.
    pub national: Option<NationalNumber>,
    /// Payment code.
    pub payment_code: String,
    /// Why it was matched.
    pub reason: MatchReason,
    /// The event of its match.
    pub match_event: EventNo,
}

impl FromRow for ChangedRow {
    fn from_row(row: &Row<'_>) -> Result<ChangedRow> {
        Ok(ChangedRow {
            row: DistributedRow::from_row(row)?,
            month: row.get("month")?,
            distribution: row.get("distribution")?,
            dossier: row.get("dossier_number")?,
            national: row.get("national_number")?,
            payment_code: row.get("payment_code")?,
            reason: row.get("reason")?,
            match_event: row.get("match_event")?,
        })
    }
}

/// A share of such a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedShare {
    /// The share.
    pub entry: Entry,
    /// Whether an order in force books it.
    pub booked: bool,
    /// Whether that order has been handed over.
    pub handed_over: bool,
}

impl FromRow for ChangedShare {
    fn from_row(row: &Row<'_>) -> Result<ChangedShare> {
        Ok(ChangedShare {
            entry: Entry::from_row(row)?,
            booked: row.get("booked")?,
            handed_over: row.get("handed_over")?,
        })
    }
}

/// The rows that may have been shared by what is not so any more. A clawback may have to follow an
/// original that was corrected before it, and what stands again since a correction was taken back was
/// shared long before that.
const CHANGED: &str = "
    WITH change (person_no, event_no) AS MATERIALIZED (
        SELECT f.person_no, f.event_no FROM fact f
            WHERE f.kind IN ('responsible-board', 'dossier-number', 'national-number')
              AND f.event_no > (SELECT coalesce(min(x.event_no), 0) FROM distribution x)
        UNION ALL SELECT m.person_no, coalesce(m.split_event_no, m.event_no) FROM person_merge m
        UNION ALL SELECT m.into_no, coalesce(m.split_event_no, m.event_no) FROM person_merge m
        UNION ALL SELECT d.person_no, (SELECT x.event_no FROM distribution x
                                       WHERE x.distribution_no = d.distribution_no)
            FROM distributed_row d
            WHERE d.person_no IS NOT NULL AND d.distribution_no IN
                (SELECT x.distribution_no FROM distribution x
                 WHERE x.kind IN ('taking-back', 'correction'))
        UNION ALL SELECT d.person_no, x.event_no FROM distributed_row d
            JOIN distribution x ON x.distribution_no = d.ended_no
            WHERE d.ended_no IS NOT NULL AND d.person_no IS NOT NULL),
    root (person_no, event_no) AS MATERIALIZED (
        SELECT coalesce(p.merged_into, p.person_no), max(c.event_no)
        FROM change c JOIN person p ON p.person_no = c.person_no
        GROUP BY coalesce(p.merged_into, p.person_no)),
    known (person_no, event_no) AS MATERIALIZED (
        SELECT person_no, event_no FROM root
        UNION ALL SELECT p.person_no, r.event_no FROM root r
            JOIN person p ON p.merged_into = r.person_no)
    ";
/// Persons first: whatever else was shared is not looked at.
const FOUND: &str = "
    found AS MATERIALIZED (
        SELECT d.list_no, d.line, d.distribution_no, d.clawback, k.event_no
        FROM known k JOIN standing_row d ON d.person_no = k.person_no),
    wrong AS MATERIALIZED (
        SELECT f.list_no, f.line, x.month, x.id AS distribution
        FROM found f JOIN distribution x ON x.distribution_no = f.distribution_no
        JOIN payment_list l ON l.list_no = f.list_no AND l.state = 'committed'
        WHERE x.event_no < f.event_no OR f.clawback = 1 OR x.kind = 'taking-back')";

impl Read<'_> {
    /// Shared rows about persons of whom something has changed since, by list and line.
    pub fn changed_rows(&self) -> Result<Vec<ChangedRow>> {
        self.db.all(
            &format!(
                "{CHANGED}, {FOUND}
                 SELECT {ROW}, w.month, w.distribution, r.dossier_number, r.national_number,
                        r.payment_code, m.reason, m.event_no AS match_event
                 FROM wrong w JOIN standing_row d ON d.list_no = w.list_no AND d.line = w.line
                 JOIN payment_row r ON r.list_no = w.list_no AND r.line = w.line
                 JOIN row_match m ON m.list_no = w.list_no AND m.line = w.line
                 ORDER BY w.list_no, w.line"
            ),
            &[],
        )
    }

    /// The shares of those rows that stand, by number.
    pub fn changed_shares(&self) -> Result<Vec<ChangedShare>> {
        self.db.all(
            &format!(
                "{CHANGED}, {FOUND}
                 SELECT {ENTRY},
                     EXISTS (SELECT 1 FROM live_entry p WHERE p.entry_no = e.entry_no) AS booked,
                     EXISTS (SELECT 1 FROM live_entry p JOIN order_state s
                                 ON s.order_no = p.order_no AND s.state = 'handed-over'
                             WHERE p.entry_no = e.entry_no) AS handed_over
                 FROM wrong w JOIN standing_share e ON e.list_no = w.list_no AND e.line = w.line
                 ORDER BY e.entry_no"
            ),
            &[],
        )
    }
}
