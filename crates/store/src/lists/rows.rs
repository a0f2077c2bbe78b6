//! Rows and their findings.

use std::collections::BTreeMap;

use domain::payment::PaymentRow;
use domain::{Finding, FindingCode, Severity};

use super::{PAGE_ROWS, RowRecord, RowState, StateSum};
use crate::db::{FromRow, Params, Prepared, Row, Values, from_row, json};
use crate::{ListNo, Read, Result, StoreError, Write};

/// What a row is read from.
pub(crate) const ROW: &str = "r.line, r.written, r.state, r.payment_date, r.decision_date,
    r.case_number, r.payment_code, r.compensation_text, r.dossier_number, r.national_number,
    r.family_name, r.given_name, r.period_from, r.period_until, r.days, r.amount_ore";

impl FromRow for RowRecord {
    fn from_row(row: &Row<'_>) -> Result<RowRecord> {
        Ok(RowRecord {
            line: row.get("line")?,
            written: row.get("written")?,
            state: row.get("state")?,
            row: PaymentRow {
                payment_date: row.get("payment_date")?,
                decision_date: row.get("decision_date")?,
                case_number: row.get("case_number")?,
                payment_code: row.get("payment_code")?,
                compensation_text: row.get("compensation_text")?,
                dossier_number: row.get("dossier_number")?,
                national_number: row.get("national_number")?,
                family_name: row.get("family_name")?,
                given_name: row.get("given_name")?,
                period_from: row.get("period_from")?,
                period_until: row.get("period_until")?,
                days: row.get("days")?,
                amount: row.get("amount_ore")?,
            },
        })
    }
}

from_row!(Finding { line, column = "column_no", column_name, code, values: json = "value_list" });

/// The first line of a page, and how many rows that are not clean stand before it.
#[derive(Default)]
struct PageStart {
    first_line: u32,
    others: u64,
}

from_row!(PageStart { first_line, others });

/// The codes of findings that are errors, as values of a statement.
pub(crate) fn error_codes(values: &mut Values) -> Result<String> {
    let errors = FindingCode::ALL.iter().filter(|code| code.severity() == Severity::Error);
    values.list(&errors.copied().collect::<Vec<_>>())
}

impl Read<'_> {
    /// How many findings of a list are errors, and how many are warnings.
    pub fn finding_counts(&self, list_no: ListNo) -> Result<(u64, u64)> {
        self.counts_of(
            list_no,
            "SELECT code, count(*) AS count FROM row_finding WHERE list_no = ?1 GROUP BY code",
        )
    }

    /// As [`Read::finding_counts`], for the rows that wait for a decision.
    pub fn open_finding_counts(&self, list_no: ListNo) -> Result<(u64, u64)> {
        self.counts_of(
            list_no,
            "SELECT f.code, count(*) AS count FROM row_finding f
             JOIN payment_row r ON r.list_no = f.list_no AND r.line = f.line
             WHERE f.list_no = ?1 AND r.state = 1 GROUP BY f.code",
        )
    }

    fn counts_of(&self, list_no: ListNo, sql: &str) -> Result<(u64, u64)> {
        let (mut errors, mut warnings) = (0, 0);
        self.db.each(sql, &[&list_no], |row| -> Result<()> {
            let code: FindingCode = row.get("code")?;
            let count: u64 = row.get("count")?;
            match code.severity() {
                Severity::Error => errors += count,
                Severity::Warning => warnings += count,
            }
            Ok(())
        })?;
        Ok((errors, warnings))
    }

    /// One row.
    pub fn row(&self, list_no: ListNo, line: u32) -> Result<Option<RowRecord>> {
        let row = format!("SELECT {ROW} FROM payment_row r WHERE r.list_no = ?1 AND r.line = ?2");
        self.db.one(&row, &[&list_no, &line])
    }

    /// Page `page` (from 0) of all rows; none: all of them.
    pub fn rows_page(&self, list_no: ListNo, page: Option<u32>) -> Result<Vec<RowRecord>> {
        let Some(page) = page else {
            return self.rows_where("r.list_no = ?1 ORDER BY r.line", &[&list_no]);
        };
        let first: Option<u32> = self.db.one(
            "SELECT first_line FROM payment_page WHERE list_no = ?1 AND page = ?2",
            &[&list_no, &page],
        )?;
        let Some(first) = first else { return Ok(Vec::new()) };
        let page = "r.list_no = ?1 AND r.line >= ?2 ORDER BY r.line LIMIT ?3";
        self.rows_where(page, &[&list_no, &first, &PAGE_ROWS])
    }

    /// The page (from 0) of all rows that holds the line, or would: the last that begins at or
    /// before it.
    pub fn page_of_line(&self, list_no: ListNo, line: u32) -> Result<u32> {
        self.db.only(
            "SELECT coalesce(max(page), 0) FROM payment_page
             WHERE list_no = ?1 AND first_line <= ?2",
            &[&list_no, &line],
        )
    }

    /// Page `page` (from 0), or all, of the rows in these states, none of which may be `Clean`.
    pub fn rows_in_states(
        &self,
        list_no: ListNo,
        states: &[RowState],
        page: Option<u32>,
    ) -> Result<Vec<RowRecord>> {
        let mut values = Values::default();
        let condition = format!(
            "r.list_no = {} AND r.state <> 0 AND r.state IN ({}) {}",
            values.add(&list_no)?,
            values.list(states)?,
            page_of(page, &mut values)?
        );
        self.rows_where(&condition, &values.params())
    }

    /// Lines of the rows that wait for a decision.
    pub fn open_lines(&self, list_no: ListNo) -> Result<Vec<u32>> {
        let open = "SELECT line FROM payment_row
             WHERE list_no = ?1 AND state <> 0 AND state = 1 ORDER BY line";
        self.db.all(open, &[&list_no])
    }

    /// Page `page` (from 0), or all, of the open rows with one of these findings.
    pub fn open_rows_with(
        &self,
        list_no: ListNo,
        severity: Severity,
        page: Option<u32>,
    ) -> Result<Vec<RowRecord>> {
        let mut values = Values::default();
        // A row with an error is an error, whatever warnings it has besides.
        let condition = format!(
            "r.list_no = {list} AND r.state <> 0 AND r.state = 1 AND r.line {with} (
                 SELECT f.line FROM row_finding f WHERE f.list_no = {list} AND f.code IN ({codes}))
             {page}",
            list = values.add(&list_no)?,
            with = if severity == Severity::Error { "IN" } else { "NOT IN" },
            codes = error_codes(&mut values)?,
            page = page_of(page, &mut values)?,
        );
        self.rows_where(&condition, &values.params())
    }

    /// Page `page` (from 0), or all, of the rows without remark.
    pub fn clean_rows(&self, list_no: ListNo, page: Option<u32>) -> Result<Vec<RowRecord>> {
        let Some(page) = page else {
            let all = "r.list_no = ?1 AND r.state = 0 ORDER BY r.line";
            return self.rows_where(all, &[&list_no]);
        };
        // The page of all rows after which at least as many clean ones have gone by is found by
        // halving; the rows before it are never touched.
        let skip = u64::from(page) * u64::from(PAGE_ROWS);
        let last: u32 = self.db.only(
            "SELECT coalesce(max(page), 0) FROM payment_page WHERE list_no = ?1",
            &[&list_no],
        )?;
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
        let page = "r.list_no = ?1 AND r.state = 0 AND r.line >= ?2
             ORDER BY r.line LIMIT ?3 OFFSET ?4";
        self.rows_where(page, &[&list_no, &first, &PAGE_ROWS, &(skip - before)])
    }

    /// The first line of a page of all rows, and how many clean rows stand before it.
    fn clean_before(&self, list_no: ListNo, page: u32) -> Result<(u32, u64)> {
        let start: Option<PageStart> = self.db.one(
            "SELECT p.first_line, (SELECT count(*) FROM payment_row r
                 WHERE r.list_no = ?1 AND r.state <> 0 AND r.line < p.first_line) AS others
             FROM payment_page p WHERE p.list_no = ?1 AND p.page = ?2",
            &[&list_no, &page],
        )?;
        let start = start.unwrap_or_default();
        Ok((start.first_line, u64::from(page) * u64::from(PAGE_ROWS) - start.others))
    }

    /// How many open rows have an error, and how many only warnings.
    pub fn open_row_counts(&self, list_no: ListNo) -> Result<(u64, u64)> {
        let mut worst: BTreeMap<u32, Severity> = BTreeMap::new();
        self.db.each(
            "SELECT f.line, f.code FROM row_finding f
             JOIN payment_row r ON r.list_no = f.list_no AND r.line = f.line
             WHERE f.list_no = ?1 AND r.state = 1 ORDER BY f.line",
            &[&list_no],
            |row| -> Result<()> {
                let line = row.get("line")?;
                let severity = row.get::<FindingCode>("code")?.severity();
                let known = worst.entry(line).or_insert(severity);
                *known = (*known).min(severity);
                Ok(())
            },
        )?;
        let errors = worst.values().filter(|severity| **severity == Severity::Error).count();
        Ok((errors as u64, (worst.len() - errors) as u64))
    }

    fn rows_where(&self, condition: &str, params: Params<'_>) -> Result<Vec<RowRecord>> {
        self.db.all(&format!("SELECT {ROW} FROM payment_row r WHERE {condition}"), params)
    }

    /// Hands every row of a list to `each`, in order of line.
    ///
    /// # Errors
    /// Those of `each`.
    pub fn each_row<E: From<StoreError>>(
        &self,
        list_no: ListNo,
        mut each: impl FnMut(RowRecord) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let rows = format!("SELECT {ROW} FROM payment_row r WHERE r.list_no = ?1 ORDER BY r.line");
        self.db.each(&rows, &[&list_no], |row| each(RowRecord::from_row(row)?))
    }

    /// The findings of one row, or of a whole list, by line.
    pub fn findings(&self, list_no: ListNo, line: Option<u32>) -> Result<Vec<Finding>> {
        let (first, last) = line.map_or((0, u32::MAX), |line| (line, line));
        self.db.all(
            "SELECT line, column_no, column_name, code, value_list FROM row_finding
             WHERE list_no = ?1 AND line BETWEEN ?2 AND ?3 ORDER BY line, finding",
            &[&list_no, &first, &last],
        )
    }

    /// The findings of rows that wait for a decision, by line.
    pub fn findings_of_open(&self, list_no: ListNo) -> Result<Vec<Finding>> {
        self.db.all(
            "SELECT f.line, f.column_no, f.column_name, f.code, f.value_list
             FROM row_finding f
             JOIN payment_row r ON r.list_no = f.list_no AND r.line = f.line
             WHERE f.list_no = ?1 AND r.state = 1 ORDER BY f.line, f.finding",
            &[&list_no],
        )
    }

    /// What was found about some rows, by line; rows without findings are not there.
    pub fn findings_of(
        &self,
        list_no: ListNo,
        lines: &[u32],
    ) -> Result<BTreeMap<u32, Vec<Finding>>> {
        let mut findings: BTreeMap<u32, Vec<Finding>> = BTreeMap::new();
        let sql = |places: &str| {
            format!(
                "SELECT line, column_no, column_name, code, value_list FROM row_finding
                 WHERE list_no = ?1 AND line IN ({places}) ORDER BY line, finding"
            )
        };
        self.db.each_among(sql, &[&list_no], lines, |row| {
            let finding = Finding::from_row(row)?;
            findings.entry(finding.line).or_default().push(finding);
            Ok(())
        })?;
        Ok(findings)
    }
}

/// The end of a question for page `page` (from 0) of rows by line.
pub(crate) fn page_of(page: Option<u32>, values: &mut Values) -> Result<String> {
    let Some(page) = page else { return Ok("ORDER BY r.line".to_owned()) };
    let count = values.add(&PAGE_ROWS)?;
    let offset = values.add(&page.saturating_mul(PAGE_ROWS))?;
    Ok(format!("ORDER BY r.line LIMIT {count} OFFSET {offset}"))
}

/// Writes the rows of a list as they are read.
pub struct RowWriter<'w> {
    list_no: ListNo,
    row: Prepared<'w>,
    page: Prepared<'w>,
    finding: Prepared<'w>,
    written: u32,
}

impl RowWriter<'_> {
    /// Writes one row with its findings.
    pub fn add(&mut self, record: &RowRecord, findings: &[Finding]) -> Result<()> {
        if self.written.is_multiple_of(PAGE_ROWS) {
            let page = self.written / PAGE_ROWS;
            self.page.run(&[&self.list_no, &page, &record.line])?;
        }
        self.written += 1;
        write_row(&mut self.row, self.list_no, record, findings)?;
        write_findings(&mut self.finding, self.list_no, findings)
    }
}

fn write_row(
    statement: &mut Prepared<'_>,
    list_no: ListNo,
    record: &RowRecord,
    findings: &[Finding],
) -> Result<()> {
    let row = &record.row;
    let keys = record.keys(findings);
    let written = statement.run(&[
        &list_no,
        &record.line,
        &record.written,
        &record.state,
        &row.payment_date,
        &row.decision_date,
        &row.case_number,
        &row.payment_code,
        &row.compensation_text,
        &row.dossier_number,
        &row.national_number,
        &row.family_name,
        &row.given_name,
        &row.period_from,
        &row.period_until,
        &row.days,
        &row.amount,
        &keys.dossier,
        &keys.national,
    ])?;
    if written == 1 { Ok(()) } else { Err(StoreError::Damaged("payment_row.written")) }
}

fn write_findings(
    statement: &mut Prepared<'_>,
    list_no: ListNo,
    findings: &[Finding],
) -> Result<()> {
    for (number, finding) in (0u32..).zip(findings) {
        statement.run(&[
            &list_no,
            &finding.line,
            &number,
            &finding.column,
            &finding.column_name,
            &finding.code,
            &json(&finding.values)?,
        ])?;
    }
    Ok(())
}

const INSERT_ROW: &str = "INSERT INTO payment_row (list_no, line, written, state, payment_date,
    decision_date, case_number, payment_code, compensation_text, dossier_number, national_number,
    family_name, given_name, period_from, period_until, days, amount_ore, dossier_key,
    national_key)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)";
/// With the values of [`INSERT_ROW`]; what was written stays, so that it must be the same.
const UPDATE_ROW: &str = "UPDATE payment_row SET state = ?4, payment_date = ?5, decision_date = ?6,
    case_number = ?7, payment_code = ?8, compensation_text = ?9, dossier_number = ?10, national_number = ?11, family_name = ?12, given_name = ?13,
    period_from = ?14, period_until = ?15, days = ?16, amount_ore = ?17, dossier_key = ?18,
    national_key = ?19
    WHERE list_no = ?1 AND line = ?2 AND written = ?3";
const INSERT_FINDING: &str = "INSERT INTO row_finding
    (list_no, line, finding, column_no, column_name, code, value_list)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

impl Write<'_> {
    /// A writer for the rows of a new draft.
    pub fn row_writer(&self, list_no: ListNo) -> Result<RowWriter<'_>> {
        Ok(RowWriter {
            list_no,
            row: self.db.prepare(INSERT_ROW)?,
            page: self.db.prepare(
                "INSERT INTO payment_page (list_no, page, first_line) VALUES (?1, ?2, ?3)",
            )?,
            finding: self.db.prepare(INSERT_FINDING)?,
            written: 0,
        })
    }

    /// Replaces the meaning, state and findings of a row.
    ///
    /// # Errors
    /// When the row belongs to a committed list and is not parked.
    pub fn replace_row(
        &self,
        list_no: ListNo,
        record: &RowRecord,
        findings: &[Finding],
    ) -> Result<()> {
        let before = self.row(list_no, record.line)?.ok_or(StoreError::Damaged("payment_row"))?;
        self.move_clean_sums(list_no, &before, record)?;
        write_row(&mut self.db.prepare(UPDATE_ROW)?, list_no, record, findings)?;
        self.db.run(
            "DELETE FROM row_finding WHERE list_no = ?1 AND line = ?2",
            &[&list_no, &record.line],
        )?;
        write_findings(&mut self.db.prepare(INSERT_FINDING)?, list_no, findings)
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
        self.db.run(
            "UPDATE payment_list SET clean_rows = clean_rows + ?2,
                 clean_positive_ore = clean_positive_ore + ?3,
                 clean_negative_ore = clean_negative_ore + ?4 WHERE list_no = ?1",
            &[
                &list_no,
                &(i64::try_from(new.rows).unwrap_or(0) - i64::try_from(old.rows).unwrap_or(0)),
                &(new.positive - old.positive),
                &(new.negative - old.negative),
            ],
        )?;
        Ok(())
    }

    /// Adds a finding to a clean row or to one that has some already, and opens the row.
    pub fn add_finding(&self, list_no: ListNo, finding: &Finding) -> Result<()> {
        let mut record =
            self.row(list_no, finding.line)?.ok_or(StoreError::Damaged("payment_row"))?;
        let mut findings = self.findings(list_no, Some(finding.line))?;
        findings.push(finding.clone());
        record.state = RowState::Open;
        self.replace_row(list_no, &record, &findings)
    }
}
