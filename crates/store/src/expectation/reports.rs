//! Reports of missing payments, as they were made, and what became of their rows.

use chrono::NaiveDate;
use domain::codes::CompensationCode;
use domain::ledger::EntryKind;
use domain::{Ore, Period};

use crate::db::{FromRow, Row, from_row};
use crate::ledger::{NewEntry, Origin};
use crate::{MissingRowNo, PersonNo, Read, ReportNo, Result, Write};

/// A report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportRecord {
    /// This database's number.
    pub report_no: ReportNo,
    /// The client's id.
    pub id: String,
    /// The day whose knowledge it shows.
    pub as_of: NaiveDate,
    /// Who made it.
    pub made_by: String,
    /// When, in UTC.
    pub made_at: String,
    /// How many rows.
    pub rows: u64,
    /// What they miss together.
    pub missing: Ore,
}

/// A row to be reported.
#[derive(Clone, Debug)]
pub struct NewMissingRow<'r> {
    /// The person; none: the city itself.
    pub person: Option<PersonNo>,
    /// The compensation.
    pub compensation: &'r CompensationCode,
    /// What it is for.
    pub period: Period,
    /// When it should have come.
    pub due: Option<NaiveDate>,
    /// What was found: a stable word.
    pub state: &'r str,
    /// What should have come.
    pub expected: Ore,
    /// What came.
    pub paid: Ore,
    /// What is missing.
    pub missing: Ore,
    /// The explanation as data, JSON.
    pub explanation: &'r str,
    /// The explanation as it is worded now.
    pub rendered: &'r str,
}

/// A row that was reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingRowRecord {
    /// This database's number.
    pub missing_row_no: MissingRowNo,
    /// The report.
    pub report_no: ReportNo,
    /// The person; none: the city itself.
    pub person: Option<PersonNo>,
    /// The compensation.
    pub compensation: CompensationCode,
    /// What it is for.
    pub period: Period,
    /// When it should have come.
    pub due: Option<NaiveDate>,
    /// What was found.
    pub state: String,
    /// What should have come.
    pub expected: Ore,
    /// What came by then.
    pub paid: Ore,
    /// What was missing.
    pub missing: Ore,
    /// The explanation as it was worded then.
    pub rendered: String,
    /// Why it was given up, where it was.
    pub written_off: Option<String>,
}

from_row!(ReportRecord {
    report_no, id, as_of, made_by = "actor", made_at = "at", rows, missing = "missing_ore",
});

impl FromRow for MissingRowRecord {
    fn from_row(row: &Row<'_>) -> Result<MissingRowRecord> {
        Ok(MissingRowRecord {
            missing_row_no: row.get("missing_row_no")?,
            report_no: row.get("report_no")?,
            person: row.get("root")?,
            compensation: row.get("compensation")?,
            period: Period { from: row.get("period_from")?, until: row.get("period_until")? },
            due: row.get("due")?,
            state: row.get("state")?,
            expected: row.get("expected_ore")?,
            paid: row.get("paid_ore")?,
            missing: row.get("missing_ore")?,
            rendered: row.get("rendered")?,
            written_off: row.get("written_off")?,
        })
    }
}

impl Read<'_> {
    /// Every report, the latest first.
    pub fn missing_reports(&self) -> Result<Vec<ReportRecord>> {
        self.db.all(
            "SELECT m.report_no, m.id, m.as_of, e.actor, e.at, coalesce(r.rows, 0) AS rows,
                    coalesce(r.missing_ore, 0) AS missing_ore
             FROM missing_report m JOIN audit_event e ON e.event_no = m.event_no
             LEFT JOIN (SELECT report_no, count(*) AS rows, sum(missing_ore) AS missing_ore
                        FROM missing_row GROUP BY report_no) r ON r.report_no = m.report_no
             ORDER BY m.report_no DESC",
            &[],
        )
    }

    /// Every row of every report, in the order of reporting.
    pub fn missing_rows(&self) -> Result<Vec<MissingRowRecord>> {
        self.db.all(
            "SELECT r.missing_row_no, r.report_no, coalesce(p.merged_into, p.person_no) AS root,
                    r.compensation, r.period_from, r.period_until, r.due, r.state, r.expected_ore,
                    r.paid_ore, r.missing_ore, coalesce(e.rendered, '') AS rendered,
                    (SELECT CASE WHEN o.written_off = 1 THEN o.reason END FROM missing_outcome o
                     WHERE o.missing_row_no = r.missing_row_no
                     ORDER BY o.outcome_no DESC LIMIT 1) AS written_off
             FROM missing_row r
             JOIN entry e ON e.origin = 'missing-row' AND e.origin_no = r.missing_row_no
             LEFT JOIN person p ON p.person_no = r.person_no
             ORDER BY r.missing_row_no",
            &[],
        )
    }
}

impl Write<'_> {
    /// Adds a report, and what it says was expected to the ledger.
    pub fn add_missing_report(
        &self,
        id: &str,
        as_of: NaiveDate,
        rows: &[NewMissingRow<'_>],
    ) -> Result<()> {
        let report_no = self.db.only(
            "INSERT INTO missing_report (id, as_of, event_no) VALUES (?1, ?2, ?3)
             RETURNING report_no",
            &[&id, &as_of, &self.event_no()],
        )?;
        for row in rows {
            let missing_row_no = self.add_missing_row(report_no, row)?;
            self.add_entry(&NewEntry {
                kind: EntryKind::Expected,
                person: row.person,
                compensation: Some(&row.compensation.0),
                period_from: Some(row.period.from),
                period_until: Some(row.period.until),
                cost_centre: None,
                amount: row.expected,
                origin: Origin::MissingRow(missing_row_no),
                explanation: Some(row.explanation),
                rendered: Some(row.rendered),
            })?;
        }
        Ok(())
    }

    fn add_missing_row(
        &self,
        report_no: ReportNo,
        row: &NewMissingRow<'_>,
    ) -> Result<MissingRowNo> {
        self.db.only(
            "INSERT INTO missing_row (report_no, person_no, compensation, period_from, period_until,
                 due, state, expected_ore, paid_ore, missing_ore)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) RETURNING missing_row_no",
            &[
                &report_no,
                &row.person,
                row.compensation,
                &row.period.from,
                &row.period.until,
                &row.due,
                &row.state,
                &row.expected,
                &row.paid,
                &row.missing,
            ],
        )
    }

    /// Gives a reported row up, or takes it up again.
    pub fn set_missing_outcome(
        &self,
        missing_row_no: MissingRowNo,
        written_off: bool,
        reason: &str,
    ) -> Result<()> {
        self.db.run(
            "INSERT INTO missing_outcome (missing_row_no, written_off, reason, event_no)
             VALUES (?1, ?2, ?3, ?4)",
            &[&missing_row_no, &written_off, &reason, &self.event_no()],
        )?;
        Ok(())
    }
}
