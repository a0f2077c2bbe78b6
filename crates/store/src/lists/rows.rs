//! Rows and their findings.

use std::collections::BTreeMap;

use domain::identity::{DossierNumber, NationalNumber};
use domain::payment::PaymentRow;
use domain::{Finding, FindingCode, Ore, Severity};
use rusqlite::{OptionalExtension, Row, Statement};

use super::{ListNo, PAGE_ROWS, RowRecord, RowState, StateSum};
use crate::columns::{IsoDay, day, from_json, json};
use crate::{Read, Result, StoreError, Write};

pub(crate) fn row_of(row: &Row<'_>) -> Result<RowRecord> {
    let dossier: Option<String> = row.get("dossier_number")?;
    let national: Option<String> = row.get("national_number")?;
    let damaged = |_| StoreError::Damaged("payment_row number");
    let meant = PaymentRow {
        payment_date: day(row, "payment_date")?,
        decision_date: day(row, "decision_date")?,
        case_number: row.get("case_number")?,
        payment_code: row.get("payment_code")?,
        compensation_text: row.get("compensation_text")?,
        dossier_number: dossier
            .map(|text| DossierNumber::parse(&text).map_err(|_| StoreError::Damaged("dossier")))
            .transpose()?,
        national_number: national
            .map(|text| NationalNumber::from_stored(&text))
            .transpose()
            .map_err(damaged)?,
        family_name: row.get("family_name")?,
        given_name: row.get("given_name")?,
        period_from: day(row, "period_from")?,
        period_until: day(row, "period_until")?,
        days: row.get("days")?,
        amount: row.get::<_, Option<i64>>("amount_ore")?.map(Ore),
    };
    Ok(RowRecord {
        line: row.get("line")?,
        written: row.get("written")?,
        state: RowState::of(row.get("state")?)?,
        row: meant,
    })
}

impl Read<'_> {
    /// How many findings of a list are errors, and how many are warnings.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn finding_counts(&self, list_no: ListNo) -> Result<(u64, u64)> {
        self.counts_of(
            list_no,
            "SELECT code, count(*) FROM row_finding WHERE list_no = ?1 GROUP BY code",
        )
    }

    /// As [`Read::finding_counts`], for the rows that wait for a decision.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn open_finding_counts(&self, list_no: ListNo) -> Result<(u64, u64)> {
        self.counts_of(
            list_no,
            "SELECT code, count(*) FROM row_finding f
             JOIN payment_row r USING (list_no, line)
             WHERE f.list_no = ?1 AND r.state = 1 GROUP BY code",
        )
    }

    fn counts_of(&self, list_no: ListNo, sql: &str) -> Result<(u64, u64)> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([list_no])?;
        let (mut errors, mut warnings) = (0, 0);
        while let Some(row) = rows.next()? {
            let code = FindingCode::parse(row.get_ref(0)?.as_str().unwrap_or_default());
            let count: u64 = row.get(1)?;
            match code.ok_or(StoreError::Damaged("row_finding.code"))?.severity() {
                Severity::Error => errors += count,
                Severity::Warning => warnings += count,
            }
        }
        Ok((errors, warnings))
    }

    /// One row.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn row(&self, list_no: ListNo, line: u32) -> Result<Option<RowRecord>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT * FROM payment_row WHERE list_no = ?1 AND line = ?2")?;
        let mut rows = statement.query((list_no, line))?;
        rows.next()?.map(row_of).transpose()
    }

    /// Page `page` (from 0) of all rows.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn rows_page(&self, list_no: ListNo, page: u32) -> Result<Vec<RowRecord>> {
        let first: Option<u32> = self
            .connection
            .prepare_cached("SELECT first_line FROM payment_page WHERE list_no = ?1 AND page = ?2")?
            .query_row((list_no, page), |row| row.get(0))
            .optional()?;
        let Some(first) = first else { return Ok(Vec::new()) };
        self.rows_where("line >= ?2 ORDER BY line LIMIT ?3", (list_no, first, PAGE_ROWS))
    }

    /// The page (from 0) of all rows that holds the line, or would: the last that begins at or
    /// before it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn page_of_line(&self, list_no: ListNo, line: u32) -> Result<u32> {
        let page = self
            .connection
            .prepare_cached(
                "SELECT coalesce(max(page), 0) FROM payment_page
                 WHERE list_no = ?1 AND first_line <= ?2",
            )?
            .query_row((list_no, line), |row| row.get(0))?;
        Ok(page)
    }

    /// Page `page` (from 0) of the rows in these states, none of which may be `Clean`.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn rows_in_states(
        &self,
        list_no: ListNo,
        states: &[RowState],
        page: u32,
    ) -> Result<Vec<RowRecord>> {
        let states: Vec<String> = states.iter().map(|state| (*state as i64).to_string()).collect();
        let condition = format!(
            "state <> 0 AND state IN ({}) ORDER BY line LIMIT ?2 OFFSET ?3",
            states.join(", ")
        );
        self.rows_where(&condition, (list_no, PAGE_ROWS, page.saturating_mul(PAGE_ROWS)))
    }

    /// Page `page` (from 0) of the open rows with one of these findings.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn open_rows_with(
        &self,
        list_no: ListNo,
        severity: Severity,
        page: u32,
    ) -> Result<Vec<RowRecord>> {
        let codes: Vec<String> = FindingCode::ALL
            .iter()
            .filter(|code| code.severity() == Severity::Error)
            .map(|code| format!("'{}'", code.as_str()))
            .collect();
        // A row with an error is an error, whatever warnings it has besides.
        let with = if severity == Severity::Error { "IN" } else { "NOT IN" };
        let condition = format!(
            "state = 1 AND line {with} (SELECT line FROM row_finding
                 WHERE list_no = ?1 AND code IN ({}))
             ORDER BY line LIMIT ?2 OFFSET ?3",
            codes.join(", ")
        );
        self.rows_where(&condition, (list_no, PAGE_ROWS, page.saturating_mul(PAGE_ROWS)))
    }

    /// Page `page` (from 0) of the rows without remark.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn clean_rows(&self, list_no: ListNo, page: u32) -> Result<Vec<RowRecord>> {
        // The page of all rows after which at least as many clean ones have gone by is found by
        // halving; the rows before it are never touched.
        let skip = u64::from(page) * u64::from(PAGE_ROWS);
        let last: u32 = self
            .connection
            .prepare_cached("SELECT coalesce(max(page), 0) FROM payment_page WHERE list_no = ?1")?
            .query_row([list_no], |row| row.get(0))?;
        let (mut low, mut high) = (0, last);
        while low < high {
            let middle = low + (high - low).div_ceil(2);
            if self.clean_before(list_no, middle)?.1 <= skip {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        let (first, before) = self.clean_before(list_no, low)?;
        let offset = skip - before;
        self.rows_where(
            "state = 0 AND line >= ?2 ORDER BY line LIMIT ?3 OFFSET ?4",
            (list_no, first, PAGE_ROWS, offset),
        )
    }

    /// The first line of a page of all rows, and how many clean rows stand before it.
    fn clean_before(&self, list_no: ListNo, page: u32) -> Result<(u32, u64)> {
        let (first, others): (u32, u64) = self
            .connection
            .prepare_cached(
                "SELECT p.first_line, (SELECT count(*) FROM payment_row r
                     WHERE r.list_no = ?1 AND r.state <> 0 AND r.line < p.first_line)
                 FROM payment_page p WHERE p.list_no = ?1 AND p.page = ?2",
            )?
            .query_row((list_no, page), |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?
            .unwrap_or_default();
        Ok((first, u64::from(page) * u64::from(PAGE_ROWS) - others))
    }

    /// How many open rows have an error, and how many only warnings.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn open_row_counts(&self, list_no: ListNo) -> Result<(u64, u64)> {
        let mut statement = self.connection.prepare_cached(
            "SELECT f.line, f.code FROM row_finding f JOIN payment_row r USING (list_no, line)
             WHERE f.list_no = ?1 AND r.state = 1 ORDER BY f.line",
        )?;
        let mut rows = statement.query([list_no])?;
        let mut worst: BTreeMap<u32, Severity> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let code = FindingCode::parse(row.get_ref(1)?.as_str().unwrap_or_default());
            let severity = code.ok_or(StoreError::Damaged("row_finding.code"))?.severity();
            let line = worst.entry(row.get(0)?).or_insert(severity);
            *line = (*line).min(severity);
        }
        let errors = worst.values().filter(|severity| **severity == Severity::Error).count();
        Ok((errors as u64, (worst.len() - errors) as u64))
    }

    fn rows_where(
        &self,
        condition: &str,
        arguments: impl rusqlite::Params,
    ) -> Result<Vec<RowRecord>> {
        let sql = format!("SELECT * FROM payment_row WHERE list_no = ?1 AND {condition}");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(arguments)?;
        let mut records = Vec::new();
        while let Some(row) = rows.next()? {
            records.push(row_of(row)?);
        }
        Ok(records)
    }

    /// Hands every row of a list to `each`, in order of line.
    ///
    /// # Errors
    /// Those of `each` and of the database.
    pub fn each_row<E: From<StoreError>>(
        &self,
        list_no: ListNo,
        mut each: impl FnMut(RowRecord) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT * FROM payment_row WHERE list_no = ?1 ORDER BY line")
            .map_err(StoreError::from)?;
        let mut rows = statement.query([list_no]).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            each(row_of(row)?)?;
        }
        Ok(())
    }

    /// The findings of one row, or of a whole list, by line.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn findings(&self, list_no: ListNo, line: Option<u32>) -> Result<Vec<Finding>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT * FROM row_finding WHERE list_no = ?1 AND line BETWEEN ?2 AND ?3
             ORDER BY line, finding",
        )?;
        let (first, last) = line.map_or((0, u32::MAX), |line| (line, line));
        let mut rows = statement.query((list_no, first, last))?;
        let mut findings = Vec::new();
        while let Some(row) = rows.next()? {
            let code: String = row.get("code")?;
            findings.push(Finding {
                line: row.get("line")?,
                column: row.get("column_no")?,
                column_name: row.get("column_name")?,
                code: FindingCode::parse(&code).ok_or(StoreError::Damaged("row_finding.code"))?,
                values: from_json(row.get_ref("value_list")?.as_str().unwrap_or_default())?,
            });
        }
        Ok(findings)
    }
}

/// Writes the rows of a list as they are read.
pub struct RowWriter<'w> {
    list_no: ListNo,
    row: Statement<'w>,
    page: Statement<'w>,
    finding: Statement<'w>,
    written: u32,
}

impl RowWriter<'_> {
    /// Writes one row with its findings.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add(&mut self, record: &RowRecord, findings: &[Finding]) -> Result<()> {
        if self.written.is_multiple_of(PAGE_ROWS) {
            self.page.execute((self.list_no, self.written / PAGE_ROWS, record.line))?;
        }
        self.written += 1;
        bind_row(&mut self.row, self.list_no, record, findings)?;
        for (number, finding) in (0u32..).zip(findings) {
            insert_finding(&mut self.finding, self.list_no, number, finding)?;
        }
        Ok(())
    }
}

fn bind_row(
    statement: &mut Statement<'_>,
    list_no: ListNo,
    record: &RowRecord,
    findings: &[Finding],
) -> Result<()> {
    let row = &record.row;
    statement.execute(rusqlite::params![
        list_no,
        record.line,
        record.written,
        record.state as i64,
        row.payment_date.map(IsoDay::of),
        row.decision_date.map(IsoDay::of),
        row.case_number,
        row.payment_code,
        row.compensation_text,
        row.dossier_number.map(|number| number.to_string()),
        row.national_number.map(|number| number.to_string()),
        row.family_name,
        row.given_name,
        row.period_from.map(IsoDay::of),
        row.period_until.map(IsoDay::of),
        row.days,
        row.amount.map(|amount| amount.0),
        record.key(findings),
    ])?;
    Ok(())
}

fn insert_finding(
    statement: &mut Statement<'_>,
    list_no: ListNo,
    number: u32,
    finding: &Finding,
) -> Result<()> {
    statement.execute((
        list_no,
        finding.line,
        number,
        finding.column,
        &finding.column_name,
        finding.code.as_str(),
        json(&finding.values)?,
    ))?;
    Ok(())
}

const INSERT_ROW: &str = "INSERT INTO payment_row VALUES
    (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)";
/// With the parameters of [`INSERT_ROW`]; the text as written (`?3`) stays what it was.
const UPDATE_ROW: &str = "UPDATE payment_row SET state = ?4, payment_date = ?5,
    decision_date = ?6, case_number = ?7, payment_code = ?8, compensation_text = ?9,
    dossier_number = ?10, national_number = ?11, family_name = ?12, given_name = ?13,
    period_from = ?14, period_until = ?15, days = ?16, amount_ore = ?17, row_key = ?18
    WHERE list_no = ?1 AND line = ?2";
const INSERT_FINDING: &str = "INSERT INTO row_finding
    (list_no, line, finding, column_no, column_name, code, value_list)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

impl Write<'_> {
    /// A writer for the rows of a new draft.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn row_writer(&self, list_no: ListNo) -> Result<RowWriter<'_>> {
        Ok(RowWriter {
            list_no,
            row: self.connection.prepare(INSERT_ROW)?,
            page: self.connection.prepare("INSERT INTO payment_page VALUES (?1, ?2, ?3)")?,
            finding: self.connection.prepare(INSERT_FINDING)?,
            written: 0,
        })
    }

    /// Replaces the meaning, state and findings of a row.
    ///
    /// # Errors
    /// When the row belongs to a committed list and is not parked, or the database cannot be
    /// written.
    pub fn replace_row(
        &self,
        list_no: ListNo,
        record: &RowRecord,
        findings: &[Finding],
    ) -> Result<()> {
        let before = self.row(list_no, record.line)?.ok_or(StoreError::Damaged("payment_row"))?;
        self.move_clean_sums(list_no, &before, record)?;
        let mut update = self.connection.prepare_cached(UPDATE_ROW)?;
        bind_row(&mut update, list_no, record, findings)?;
        self.connection
            .prepare_cached("DELETE FROM row_finding WHERE list_no = ?1 AND line = ?2")?
            .execute((list_no, record.line))?;
        let mut statement = self.connection.prepare_cached(INSERT_FINDING)?;
        for (number, finding) in (0u32..).zip(findings) {
            insert_finding(&mut statement, list_no, number, finding)?;
        }
        Ok(())
    }

    fn move_clean_sums(
        &self,
        list_no: ListNo,
        before: &RowRecord,
        after: &RowRecord,
    ) -> Result<()> {
        let clean_part = |record: &RowRecord| -> Result<StateSum> {
            let mut sum = StateSum::default();
            if record.state == RowState::Clean {
                sum.add(record.row.amount)?;
            }
            Ok(sum)
        };
        let (old, new) = (clean_part(before)?, clean_part(after)?);
        if old == new {
            return Ok(());
        }
        self.connection
            .prepare_cached(
                "UPDATE payment_list SET clean_rows = clean_rows + ?2,
                     clean_positive_ore = clean_positive_ore + ?3,
                     clean_negative_ore = clean_negative_ore + ?4 WHERE list_no = ?1",
            )?
            .execute((
                list_no,
                i64::try_from(new.rows).unwrap_or(0) - i64::try_from(old.rows).unwrap_or(0),
                (new.positive - old.positive).0,
                (new.negative - old.negative).0,
            ))?;
        Ok(())
    }

    /// Adds a finding to a clean row or to one that has some already, and opens the row.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add_finding(&self, list_no: ListNo, finding: &Finding) -> Result<()> {
        let mut record =
            self.row(list_no, finding.line)?.ok_or(StoreError::Damaged("payment_row"))?;
        let mut findings = self.findings(list_no, Some(finding.line))?;
        findings.push(finding.clone());
        record.state = RowState::Open;
        self.replace_row(list_no, &record, &findings)
    }
}
