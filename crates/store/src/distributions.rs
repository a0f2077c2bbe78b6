//! Distribution runs: what was shared how, and what stayed on the observation account.

use chrono::NaiveDate;
use domain::distribution::{Original, ResolvedLine};
use domain::matching::MatchReason;
use domain::{Month, Ore, Period};
use rusqlite::Row;
use serde::{Deserialize, Serialize};

use crate::columns::{certain_day, day, from_json, json};
use crate::lists::ListNo;
use crate::persons::PersonNo;
use crate::{Read, Result, StoreError, Write};

/// A committed payment that no run has distributed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreeRow {
    /// Its list.
    pub list_no: ListNo,
    /// Its line.
    pub line: u32,
    /// Its person, if it has one.
    pub person: Option<PersonNo>,
    /// Whether it is matched.
    pub matched: bool,
    /// Why; none when matching has not looked at it.
    pub reason: Option<MatchReason>,
    /// Payment code.
    pub payment_code: String,
    /// Payment date.
    pub payment_date: NaiveDate,
    /// First day of the period.
    pub period_from: Option<NaiveDate>,
    /// Last day of the period, inclusive.
    pub period_until: Option<NaiveDate>,
    /// Amount in öre.
    pub amount: Ore,
}

/// What of a month waits for distribution.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FreeSums {
    /// Payments that no run has distributed.
    pub rows: u64,
    /// Of them, matched.
    pub matched_rows: u64,
    /// Their sum.
    pub amount: Ore,
}

/// A key decision that a run used.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct UsedKey {
    /// The decision's number.
    pub decision_number: String,
    /// First payment date it holds for.
    pub valid_from: NaiveDate,
    /// Whether it is an example.
    pub example: bool,
}

/// A distribution run, or the taking back of one list's shares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DistributionRecord {
    /// This database's number.
    pub distribution_no: i64,
    /// The client's id.
    pub id: String,
    /// The month of payment.
    pub month: Month,
    /// 1 for the month's first run, then supplements and reversals.
    pub run: u32,
    /// Whether it takes back.
    pub reversal: bool,
    /// Business date.
    pub business_date: NaiveDate,
    /// Payments that were free, in öre.
    pub incoming: Ore,
    /// What the boards got.
    pub outgoing: Ore,
    /// What stayed on the observation account.
    pub suspense: Ore,
    /// The keys used.
    pub keys: Vec<UsedKey>,
    /// The audit event.
    pub event_no: i64,
}

/// How a row was distributed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DistributedRow {
    /// Its list.
    pub list_no: ListNo,
    /// Its line.
    pub line: u32,
    /// The run.
    pub distribution_no: i64,
    /// Its person, if it has one.
    pub person: Option<PersonNo>,
    /// Compensation.
    pub compensation: String,
    /// Whether its code takes money back.
    pub clawback: bool,
    /// Its period, if it has one.
    pub period: Option<Period>,
    /// Payment date.
    pub payment_date: NaiveDate,
    /// Amount in öre.
    pub amount: Ore,
    /// The boards and shares it was given by.
    pub lines: Vec<ResolvedLine>,
}

/// A row that stayed on the observation account in a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuspendedRow {
    /// Its list.
    pub list_no: ListNo,
    /// Its line.
    pub line: u32,
    /// Amount in öre.
    pub amount: Ore,
    /// Why: the code of a suspense or match reason.
    pub reason: String,
}

fn period_of(row: &Row<'_>) -> Result<Option<Period>> {
    let span = day(row, "period_from")?.zip(day(row, "period_until")?);
    Ok(span.and_then(|(from, until)| Period::new(from, until)))
}

fn distribution_of(row: &Row<'_>) -> Result<DistributionRecord> {
    let month: String = row.get("month")?;
    let kind: String = row.get("kind")?;
    Ok(DistributionRecord {
        distribution_no: row.get("distribution_no")?,
        id: row.get("id")?,
        month: month.parse().map_err(|_| StoreError::Damaged("distribution.month"))?,
        run: row.get("run")?,
        reversal: kind == "reversal",
        business_date: certain_day(row, "business_date")?,
        incoming: Ore(row.get("in_ore")?),
        outgoing: Ore(row.get("out_ore")?),
        suspense: Ore(row.get("suspense_ore")?),
        keys: from_json(row.get_ref("keys")?.as_str().unwrap_or_default())?,
        event_no: row.get("event_no")?,
    })
}

fn distributed_row_of(row: &Row<'_>) -> Result<DistributedRow> {
    Ok(DistributedRow {
        list_no: row.get("list_no")?,
        line: row.get("line")?,
        distribution_no: row.get("distribution_no")?,
        person: row.get("person_no")?,
        compensation: row.get("compensation")?,
        clawback: row.get("clawback")?,
        period: period_of(row)?,
        payment_date: certain_day(row, "payment_date")?,
        amount: Ore(row.get("amount_ore")?),
        lines: from_json(row.get_ref("lines")?.as_str().unwrap_or_default())?,
    })
}

impl Read<'_> {
    /// The committed payments of a month's lists that no run has distributed, by list and line.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn free_rows(&self, month: Month) -> Result<Vec<FreeRow>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT r.list_no, r.line, m.person_no, coalesce(m.matched, 0) AS matched, m.reason,
                    r.payment_code, r.payment_date, r.period_from, r.period_until, r.amount_ore
             FROM payment_list l
             JOIN payment_row r ON r.list_no = l.list_no AND r.state IN (0, 2, 4)
             LEFT JOIN row_match m ON m.list_no = r.list_no AND m.line = r.line
             WHERE l.state = 'committed' AND l.payment_date BETWEEN ?1 AND ?2
               AND NOT EXISTS (SELECT 1 FROM distributed_row d
                               WHERE d.list_no = r.list_no AND d.line = r.line)
             ORDER BY r.list_no, r.line",
        )?;
        let (first, last) = (month.first_day().to_string(), month.last_day().to_string());
        let mut rows = statement.query((first, last))?;
        let mut free = Vec::new();
        while let Some(row) = rows.next()? {
            let reason: Option<String> = row.get("reason")?;
            free.push(FreeRow {
                list_no: row.get("list_no")?,
                line: row.get("line")?,
                person: row.get("person_no")?,
                matched: row.get("matched")?,
                reason: reason.as_deref().and_then(MatchReason::parse),
                payment_code: row.get("payment_code")?,
                payment_date: certain_day(row, "payment_date")?,
                period_from: day(row, "period_from")?,
                period_until: day(row, "period_until")?,
                amount: Ore(row.get("amount_ore")?),
            });
        }
        Ok(free)
    }

    /// How many of a month's payments no run has distributed, how many of them are matched, and
    /// their sum.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn free_sums(&self, month: Month) -> Result<FreeSums> {
        let (first, last) = (month.first_day().to_string(), month.last_day().to_string());
        let sums = self
            .connection
            .prepare_cached(
                "SELECT count(*), count(*) FILTER (WHERE m.matched = 1),
                        coalesce(sum(r.amount_ore), 0)
                 FROM payment_list l
                 JOIN payment_row r ON r.list_no = l.list_no AND r.state IN (0, 2, 4)
                 LEFT JOIN row_match m ON m.list_no = r.list_no AND m.line = r.line
                 WHERE l.state = 'committed' AND l.payment_date BETWEEN ?1 AND ?2
                   AND NOT EXISTS (SELECT 1 FROM distributed_row d
                                   WHERE d.list_no = r.list_no AND d.line = r.line)",
            )?
            .query_row((first, last), |row| {
                let (rows, matched_rows) = (row.get(0)?, row.get(1)?);
                Ok(FreeSums { rows, matched_rows, amount: Ore(row.get(2)?) })
            })?;
        Ok(sums)
    }

    /// Rows of a person and compensation that a clawback may take back from: distributed, no
    /// clawbacks themselves, of lists that stand.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn originals(&self, person: PersonNo, compensation: &str) -> Result<Vec<Original>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT d.* FROM distributed_row d JOIN payment_list l USING (list_no)
             WHERE d.person_no = ?1 AND d.compensation = ?2 AND d.clawback = 0
               AND l.state = 'committed' ORDER BY d.list_no, d.line",
        )?;
        let mut rows = statement.query((person, compensation))?;
        let mut originals = Vec::new();
        while let Some(row) = rows.next()? {
            let found = distributed_row_of(row)?;
            if let Some(period) = found.period {
                originals.push(Original {
                    place: (found.list_no, found.line),
                    period,
                    payment_date: found.payment_date,
                    lines: found.lines,
                });
            }
        }
        Ok(originals)
    }

    /// The run with that id.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn distribution(&self, id: &str) -> Result<Option<DistributionRecord>> {
        let mut statement =
            self.connection.prepare_cached("SELECT * FROM distribution WHERE id = ?1")?;
        let mut rows = statement.query([id])?;
        rows.next()?.map(distribution_of).transpose()
    }

    /// The run with that number.
    ///
    /// # Errors
    /// When there is none, or the database cannot be read.
    pub fn distribution_by_no(&self, distribution_no: i64) -> Result<DistributionRecord> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT * FROM distribution WHERE distribution_no = ?1")?;
        let mut rows = statement.query([distribution_no])?;
        distribution_of(rows.next()?.ok_or(StoreError::Damaged("distribution"))?)
    }

    /// Every run, the newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn distributions(&self) -> Result<Vec<DistributionRecord>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT * FROM distribution ORDER BY distribution_no DESC")?;
        let mut rows = statement.query([])?;
        let mut runs = Vec::new();
        while let Some(row) = rows.next()? {
            runs.push(distribution_of(row)?);
        }
        Ok(runs)
    }

    /// The ids of the runs that a list's rows lie in, the first first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn distributions_of_list(&self, list_no: ListNo) -> Result<Vec<String>> {
        let ids = self
            .connection
            .prepare_cached(
                "SELECT id FROM distribution WHERE distribution_no IN
                     (SELECT distribution_no FROM distributed_row WHERE list_no = ?1)
                 ORDER BY distribution_no",
            )?
            .query_map([list_no], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(ids)
    }

    /// The rows that a run distributed, by list and line.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn distributed_rows(&self, distribution_no: i64) -> Result<Vec<DistributedRow>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT * FROM distributed_row WHERE distribution_no = ?1 ORDER BY list_no, line",
        )?;
        let mut rows = statement.query([distribution_no])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(distributed_row_of(row)?);
        }
        Ok(found)
    }

    /// The rows that stayed on the observation account in a run.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn suspended_rows(&self, distribution_no: i64) -> Result<Vec<SuspendedRow>> {
        let rows = self
            .connection
            .prepare_cached(
                "SELECT list_no, line, amount_ore, reason FROM suspended_row
                 WHERE distribution_no = ?1 ORDER BY list_no, line",
            )?
            .query_map([distribution_no], |row| {
                Ok(SuspendedRow {
                    list_no: row.get(0)?,
                    line: row.get(1)?,
                    amount: Ore(row.get(2)?),
                    reason: row.get(3)?,
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    }
}

impl Write<'_> {
    /// Adds a run; its number, run and event are set here.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add_distribution(&self, new: &DistributionRecord) -> Result<(i64, u32)> {
        let run: u32 = self
            .connection
            .prepare_cached("SELECT coalesce(max(run), 0) + 1 FROM distribution WHERE month = ?1")?
            .query_row([new.month.to_string()], |row| row.get(0))?;
        self.connection
            .prepare_cached(
                "INSERT INTO distribution (id, month, run, kind, business_date, in_ore, out_ore,
                                           suspense_ore, keys, event_no)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            )?
            .execute((
                &new.id,
                new.month.to_string(),
                run,
                if new.reversal { "reversal" } else { "run" },
                new.business_date.to_string(),
                new.incoming.0,
                new.outgoing.0,
                new.suspense.0,
                json(&new.keys)?,
                self.event_no(),
            ))?;
        Ok((self.connection.last_insert_rowid(), run))
    }

    /// Records how a row was distributed.
    ///
    /// # Errors
    /// When it has been distributed before, or the database cannot be written.
    pub fn add_distributed_row(&self, row: &DistributedRow) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO distributed_row
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            )?
            .execute((
                row.list_no,
                row.line,
                row.distribution_no,
                row.person,
                &row.compensation,
                row.clawback,
                row.period.map(|period| period.from.to_string()),
                row.period.map(|period| period.until.to_string()),
                row.payment_date.to_string(),
                row.amount.0,
                json(&row.lines)?,
            ))?;
        Ok(())
    }

    /// Records that a row stayed on the observation account.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add_suspended_row(&self, distribution_no: i64, row: &SuspendedRow) -> Result<()> {
        self.connection
            .prepare_cached("INSERT INTO suspended_row VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute((distribution_no, row.list_no, row.line, row.amount.0, &row.reason))?;
        Ok(())
    }
}
