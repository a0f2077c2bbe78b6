//! Reports of missing payments, as they were made, and what became of their rows.

use chrono::NaiveDate;
use domain::codes::CompensationCode;
use domain::{Ore, Period};
use rusqlite::Row;

use crate::columns::{IsoDay, certain_day, day};
use crate::ledger::NewEntry;
use crate::persons::PersonNo;
use crate::{Read, Result, Write};

/// A report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportRecord {
    /// This database's number.
    pub report_no: i64,
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
    pub missing_row_no: i64,
    /// The report.
    pub report_no: i64,
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

const ROWS: &str = "
    SELECT r.*, coalesce(p.merged_into, p.person_no) AS root, e.rendered,
           (SELECT CASE WHEN o.written_off = 1 THEN o.reason END FROM missing_outcome o
            WHERE o.missing_row_no = r.missing_row_no ORDER BY o.outcome_no DESC LIMIT 1) AS given_up
    FROM missing_row r JOIN entry e ON e.entry_no = r.entry_no
    LEFT JOIN person p ON p.person_no = r.person_no";

fn row_of(row: &Row<'_>) -> Result<MissingRowRecord> {
    Ok(MissingRowRecord {
        missing_row_no: row.get("missing_row_no")?,
        report_no: row.get("report_no")?,
        person: row.get("root")?,
        compensation: CompensationCode(row.get("compensation")?),
        period: Period {
            from: certain_day(row, "period_from")?,
            until: certain_day(row, "period_until")?,
        },
        due: day(row, "due")?,
        state: row.get("state")?,
        expected: Ore(row.get("expected_ore")?),
        paid: Ore(row.get("paid_ore")?),
        missing: Ore(row.get("missing_ore")?),
        rendered: row.get::<_, Option<String>>("rendered")?.unwrap_or_default(),
        written_off: row.get("given_up")?,
    })
}

impl Read<'_> {
    /// Every report, the latest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn missing_reports(&self) -> Result<Vec<ReportRecord>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT m.report_no, m.id, m.as_of, e.actor, e.at, count(r.report_no) AS rows,
                    coalesce(sum(r.missing_ore), 0) AS missing
             FROM missing_report m JOIN audit_event e USING (event_no)
             LEFT JOIN missing_row r USING (report_no)
             GROUP BY m.report_no ORDER BY m.report_no DESC",
        )?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(ReportRecord {
                report_no: row.get("report_no")?,
                id: row.get("id")?,
                as_of: certain_day(row, "as_of")?,
                made_by: row.get("actor")?,
                made_at: row.get("at")?,
                rows: row.get("rows")?,
                missing: Ore(row.get("missing")?),
            });
        }
        Ok(found)
    }

    /// Every row of every report, in the order of reporting.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn missing_rows(&self) -> Result<Vec<MissingRowRecord>> {
        let sql = format!("{ROWS} ORDER BY r.missing_row_no");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(row_of(row)?);
        }
        Ok(found)
    }
}

impl Write<'_> {
    /// Adds a report, and what it says was expected to the ledger.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add_missing_report(
        &self,
        id: &str,
        as_of: NaiveDate,
        rows: &[NewMissingRow<'_>],
    ) -> Result<()> {
        self.connection
            .prepare_cached("INSERT INTO missing_report (id, as_of, event_no) VALUES (?1, ?2, ?3)")?
            .execute((id, IsoDay::of(as_of), self.event_no()))?;
        let report_no = self.connection.last_insert_rowid();
        for row in rows {
            let entry_no = self.add_entry(&NewEntry {
                kind: "expected",
                person: row.person,
                compensation: Some(&row.compensation.0),
                period_from: Some(row.period.from),
                period_until: Some(row.period.until),
                cost_centre: None,
                amount: row.expected,
                row: None,
                distribution_no: None,
                explanation: Some(row.explanation),
                rendered: Some(row.rendered),
            })?;
            self.connection
                .prepare_cached(
                    "INSERT INTO missing_row (report_no, person_no, compensation, period_from,
                         period_until, due, state, expected_ore, paid_ore, missing_ore, entry_no)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                )?
                .execute((
                    report_no,
                    row.person,
                    &row.compensation.0,
                    IsoDay::of(row.period.from),
                    IsoDay::of(row.period.until),
                    row.due.map(IsoDay::of),
                    row.state,
                    row.expected.0,
                    row.paid.0,
                    row.missing.0,
                    entry_no,
                ))?;
        }
        Ok(())
    }

    /// Gives a reported row up, or takes it up again.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn set_missing_outcome(
        &self,
        missing_row_no: i64,
        written_off: bool,
        reason: &str,
    ) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO missing_outcome (missing_row_no, written_off, reason, event_no)
                 VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute((missing_row_no, written_off, reason, self.event_no()))?;
        Ok(())
    }
}
