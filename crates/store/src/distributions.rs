//! Distribution runs: what was shared how, and what stayed on the observation account.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::distribution::{Original, ResolvedLine};
use domain::matching::MatchReason;
use domain::{Month, Ore, Period};
use serde::{Deserialize, Serialize};

use crate::db::{FromRow, Row, from_row, json};
use crate::ledger::UNBOOKED;
use crate::{DistributionNo, EventNo, ListNo, PersonNo, Read, Result, StoreError, Write};

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

/// How a run stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunStanding {
    /// Moment in UTC.
    pub at: String,
    /// Whether anything of it waits for an order.
    pub unbooked: bool,
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
    pub distribution_no: DistributionNo,
    /// 1 for the month's first run, then supplements and reversals.
    pub run: u32,
    /// What it did.
    pub made: NewDistribution,
    /// The audit event.
    pub event_no: EventNo,
}

/// What a distribution does, before the database has numbered it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDistribution {
    /// The client's id.
    pub id: String,
    /// The month of payment.
    pub month: Month,
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
}

impl std::ops::Deref for DistributionRecord {
    type Target = NewDistribution;
    fn deref(&self) -> &NewDistribution {
        &self.made
    }
}

/// How a row was distributed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DistributedRow {
    /// Its list.
    pub list_no: ListNo,
    /// Its line.
    pub line: u32,
    /// The run.
    pub distribution_no: DistributionNo,
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

from_row!(FreeRow {
    list_no, line, person = "person_no", matched, reason, payment_code, payment_date, period_from,
    period_until, amount = "amount_ore",
});

from_row!(FreeSums { rows, matched_rows, amount = "amount_ore" });

impl FromRow for DistributionRecord {
    fn from_row(row: &Row<'_>) -> Result<DistributionRecord> {
        Ok(DistributionRecord {
            distribution_no: row.get("distribution_no")?,
            run: row.get("run")?,
            made: NewDistribution {
                id: row.get("id")?,
                month: row.get("month")?,
                reversal: row.text("kind")? == REVERSAL,
                business_date: row.get("business_date")?,
                incoming: row.get("in_ore")?,
                outgoing: row.get("out_ore")?,
                suspense: row.get("suspense_ore")?,
                keys: row.json("keys")?,
            },
            event_no: row.get("event_no")?,
        })
    }
}

impl FromRow for DistributedRow {
    fn from_row(row: &Row<'_>) -> Result<DistributedRow> {
        let (from, until) = (row.get("period_from")?, row.get("period_until")?);
        Ok(DistributedRow {
            list_no: row.get("list_no")?,
            line: row.get("line")?,
            distribution_no: row.get("distribution_no")?,
            person: row.get("person_no")?,
            compensation: row.get("compensation")?,
            clawback: row.get("clawback")?,
            period: Option::zip(from, until).and_then(|(from, until)| Period::new(from, until)),
            payment_date: row.get("payment_date")?,
            amount: row.get("amount_ore")?,
            lines: row.json("lines")?,
        })
    }
}

from_row!(SuspendedRow { list_no, line, amount = "amount_ore", reason });

const RUN: &str = "run";
const REVERSAL: &str = "reversal";
const DISTRIBUTION: &str = "
    SELECT distribution_no, run, id, month, kind, business_date, in_ore, out_ore, suspense_ore, keys,
           event_no
    FROM distribution";
const DISTRIBUTED_ROW: &str = "
    SELECT d.period_from, d.period_until, d.list_no, d.line, d.distribution_no, d.person_no,
           d.compensation, d.clawback, d.payment_date, d.amount_ore, d.lines
    FROM distributed_row d";
/// The payments of lists that stand and were paid between the days `?1` and `?2`, which no run has
/// distributed, with their matches.
const FREE: &str = "
    FROM payment_list l JOIN payment r ON r.list_no = l.list_no
    LEFT JOIN row_match m ON m.list_no = r.list_no AND m.line = r.line
    WHERE l.state = 'committed' AND l.payment_date BETWEEN ?1 AND ?2
      AND NOT EXISTS (SELECT 1 FROM distributed_row d
                      WHERE d.list_no = r.list_no AND d.line = r.line)";

impl Read<'_> {
    /// The committed payments of a month's lists that no run has distributed, by list and line.
    pub fn free_rows(&self, month: Month) -> Result<Vec<FreeRow>> {
        self.db.all(
            &format!(
                "SELECT r.list_no, r.line, m.person_no, coalesce(m.matched, 0) AS matched, m.reason,
                        r.payment_code, r.payment_date, r.period_from, r.period_until, r.amount_ore
                 {FREE} ORDER BY r.list_no, r.line"
            ),
            &[&month.first_day(), &month.last_day()],
        )
    }

    /// How many payments no run has distributed, how many of them are matched, and their sum, by the
    /// month of their list. Lists of which everything has been distributed are not looked through.
    pub fn free_sums(&self) -> Result<HashMap<Month, FreeSums>> {
        let sql = "
            SELECT substr(l.payment_date, 1, 7) AS month, count(*) AS rows,
                   count(*) FILTER (WHERE m.matched = 1) AS matched_rows,
                   coalesce(sum(r.amount_ore), 0) AS amount_ore
            FROM payment_list l
            JOIN list_progress p ON p.list_no = l.list_no AND p.distributed < p.payments
            JOIN payment r ON r.list_no = l.list_no
            LEFT JOIN row_match m ON m.list_no = r.list_no AND m.line = r.line
            WHERE l.state = 'committed' AND l.payment_date IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM distributed_row d
                              WHERE d.list_no = r.list_no AND d.line = r.line)
            GROUP BY substr(l.payment_date, 1, 7)";
        let sums =
            self.db.map(sql, &[], |row| Ok((row.get("month")?, FreeSums::from_row(row)?)))?;
        Ok(sums.into_iter().collect())
    }

    /// When each run was made, and whether anything of it waits for an order.
    pub fn run_standings(&self) -> Result<HashMap<DistributionNo, RunStanding>> {
        let sql = format!(
            "SELECT d.distribution_no, a.at, EXISTS (SELECT 1 FROM entry e
                 WHERE e.origin = 'distribution' AND e.origin_no = d.distribution_no
                   AND e.kind = 'distributed' AND {UNBOOKED}) AS unbooked
             FROM distribution d JOIN audit_event a ON a.event_no = d.event_no"
        );
        let standings = self.db.map(&sql, &[], |row| {
            let standing = RunStanding { at: row.get("at")?, unbooked: row.get("unbooked")? };
            Ok((row.get("distribution_no")?, standing))
        })?;
        Ok(standings.into_iter().collect())
    }

    /// Rows of a person and compensation that a clawback may take back from: distributed, no
    /// clawbacks themselves, of lists that stand.
    pub fn originals(&self, person: PersonNo, compensation: &str) -> Result<Vec<Original>> {
        let rows: Vec<DistributedRow> = self.db.all(
            &format!(
                "{DISTRIBUTED_ROW} JOIN payment_list l ON l.list_no = d.list_no
                 WHERE d.person_no = ?1 AND d.compensation = ?2 AND d.clawback = 0
                   AND l.state = 'committed' ORDER BY d.list_no, d.line"
            ),
            &[&person, &compensation],
        )?;
        let originals = rows.into_iter().filter_map(|row| {
            Some(Original {
                place: (row.list_no.0, row.line),
                period: row.period?,
                payment_date: row.payment_date,
                lines: row.lines,
            })
        });
        Ok(originals.collect())
    }

    /// The run with that id.
    pub fn distribution(&self, id: &str) -> Result<Option<DistributionRecord>> {
        self.db.one(&format!("{DISTRIBUTION} WHERE id = ?1"), &[&id])
    }

    /// The run with that number.
    ///
    /// # Errors
    /// When there is none.
    pub fn distribution_by_no(
        &self,
        distribution_no: DistributionNo,
    ) -> Result<DistributionRecord> {
        let numbered = format!("{DISTRIBUTION} WHERE distribution_no = ?1");
        self.db.one(&numbered, &[&distribution_no])?.ok_or(StoreError::Damaged("distribution"))
    }

    /// Every run, the newest first.
    pub fn distributions(&self) -> Result<Vec<DistributionRecord>> {
        self.db.all(&format!("{DISTRIBUTION} ORDER BY distribution_no DESC"), &[])
    }

    /// The ids of the runs that a list's rows lie in, the first first.
    pub fn distributions_of_list(&self, list_no: ListNo) -> Result<Vec<String>> {
        self.db.all(
            "SELECT id FROM distribution WHERE distribution_no IN
                 (SELECT distribution_no FROM distributed_row WHERE list_no = ?1)
             ORDER BY distribution_no",
            &[&list_no],
        )
    }

    /// The rows that a run distributed, by list and line.
    pub fn distributed_rows(&self, distribution_no: DistributionNo) -> Result<Vec<DistributedRow>> {
        let rows =
            format!("{DISTRIBUTED_ROW} WHERE d.distribution_no = ?1 ORDER BY d.list_no, d.line");
        self.db.all(&rows, &[&distribution_no])
    }

    /// The rows that stayed on the observation account in a run.
    pub fn suspended_rows(&self, distribution_no: DistributionNo) -> Result<Vec<SuspendedRow>> {
        self.db.all(
            "SELECT list_no, line, amount_ore, reason FROM suspended_row
             WHERE distribution_no = ?1 ORDER BY list_no, line",
            &[&distribution_no],
        )
    }
}

impl Write<'_> {
    /// Adds a run, and numbers it in the database and in its month.
    pub fn add_distribution(&self, made: NewDistribution) -> Result<DistributionRecord> {
        let run: u32 = self.db.only(
            "SELECT coalesce(max(run), 0) + 1 FROM distribution WHERE month = ?1",
            &[&made.month],
        )?;
        let event_no = self.event_no();
        let distribution_no = self.db.only(
            "INSERT INTO distribution (id, month, run, kind, business_date, in_ore, out_ore,
                                       suspense_ore, keys, event_no)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) RETURNING distribution_no",
            &[
                &made.id,
                &made.month,
                &run,
                &(if made.reversal { REVERSAL } else { RUN }),
                &made.business_date,
                &made.incoming,
                &made.outgoing,
                &made.suspense,
                &json(&made.keys)?,
                &event_no,
            ],
        )?;
        Ok(DistributionRecord { distribution_no, run, made, event_no })
    }

    /// Records how a row was distributed.
    ///
    /// # Errors
    /// When it has been distributed before.
    pub fn add_distributed_row(&self, row: &DistributedRow) -> Result<()> {
        self.db.run(
            "INSERT INTO distributed_row (list_no, line, distribution_no, person_no, compensation,
                 clawback, period_from, period_until, payment_date, amount_ore, lines)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            &[
                &row.list_no,
                &row.line,
                &row.distribution_no,
                &row.person,
                &row.compensation,
                &row.clawback,
                &row.period.map(|period| period.from),
                &row.period.map(|period| period.until),
                &row.payment_date,
                &row.amount,
                &json(&row.lines)?,
            ],
        )?;
        Ok(())
    }

    /// Records that a row stayed on the observation account.
    pub fn add_suspended_row(
        &self,
        distribution_no: DistributionNo,
        row: &SuspendedRow,
    ) -> Result<()> {
        self.db.run(
            "INSERT INTO suspended_row (distribution_no, list_no, line, amount_ore, reason)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            &[&distribution_no, &row.list_no, &row.line, &row.amount, &row.reason],
        )?;
        Ok(())
    }
}
