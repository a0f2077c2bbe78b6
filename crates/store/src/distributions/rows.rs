//! Rows: those that are free, how others were shared, and what stayed on the observation account.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::distribution::{Original, ResolvedLine};
use domain::identity::{DossierNumber, NationalNumber};
use domain::matching::MatchReason;
use domain::{Month, Ore, Period};

use crate::db::{FromRow, Row, from_row, json};
use crate::{DistributionNo, EventNo, ListNo, PersonNo, Place, Read, Result, Write};

/// A committed payment that nothing has shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreeRow {
    /// Its list.
    pub list_no: ListNo,
    /// Its line.
    pub line: u32,
    /// Its person, if it has one.
    pub person: Option<PersonNo>,
    /// The event of its match.
    pub match_event: Option<EventNo>,
    /// Dossier number.
    pub dossier: Option<DossierNumber>,
    /// Personal or coordination number.
    pub national: Option<NationalNumber>,
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
    /// Payments that nothing has shared.
    pub rows: u64,
    /// Of them, matched.
    pub matched_rows: u64,
    /// Their sum.
    pub amount: Ore,
}

/// How a row was shared.
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
    /// What decided them, JSON of the use case.
    pub basis: String,
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
    list_no, line, person = "person_no", match_event, dossier = "dossier_number",
    national = "national_number", matched, reason, payment_code, payment_date, period_from,
    period_until, amount = "amount_ore",
});

from_row!(FreeSums { rows, matched_rows, amount = "amount_ore" });

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
            basis: row.get("basis")?,
        })
    }
}

from_row!(SuspendedRow { list_no, line, amount = "amount_ore", reason });

/// What a shared row is read from.
pub(super) const ROW: &str = "d.period_from, d.period_until, d.list_no, d.line, d.distribution_no,
    d.person_no, d.compensation, d.clawback, d.payment_date, d.amount_ore, d.lines, d.basis";

impl Read<'_> {
    /// The committed payments of a month's lists that nothing has shared, with their matches, by list
    /// and line.
    pub fn free_rows(&self, month: Month) -> Result<Vec<FreeRow>> {
        self.rows_paid(
            month,
            "AND NOT EXISTS (SELECT 1 FROM standing_row d
                             WHERE d.list_no = r.list_no AND d.line = r.line)",
        )
    }

    /// The payments of a month's lists that stand, shared or not, by list and line.
    pub fn rows_of_month(&self, month: Month) -> Result<Vec<FreeRow>> {
        self.rows_paid(month, "")
    }

    fn rows_paid(&self, month: Month, condition: &str) -> Result<Vec<FreeRow>> {
        let sql = format!(
            "SELECT r.list_no, r.line, m.person_no, m.event_no AS match_event, r.dossier_number,
                    r.national_number, coalesce(m.matched, 0) AS matched, m.reason, r.payment_code,
                    r.payment_date, r.period_from, r.period_until, r.amount_ore
             FROM payment_list l JOIN payment r ON r.list_no = l.list_no
             LEFT JOIN row_match m ON m.list_no = r.list_no AND m.line = r.line
             WHERE l.state = 'committed' AND l.payment_date BETWEEN ?1 AND ?2 {condition}
             ORDER BY r.list_no, r.line"
        );
        self.db.all(&sql, &[&month.first_day(), &month.last_day()])
    }

    /// How many payments nothing has shared, how many of them are matched, and their sum, by the
    /// month of their list. Lists of which everything has been shared are not looked through.
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
              AND NOT EXISTS (SELECT 1 FROM standing_row d
                              WHERE d.list_no = r.list_no AND d.line = r.line)
            GROUP BY substr(l.payment_date, 1, 7)";
        let sums =
            self.db.map(sql, &[], |row| Ok((row.get("month")?, FreeSums::from_row(row)?)))?;
        Ok(sums.into_iter().collect())
    }

    /// Rows that a clawback of some persons may take back from: shared by what stands now, no
    /// clawbacks themselves, of lists that stand. `persons` are those that they are known as now;
    /// what was paid to whoever was merged into one is that one's.
    pub fn originals(
        &self,
        persons: &[PersonNo],
    ) -> Result<HashMap<(PersonNo, String), Vec<Original>>> {
        let mut originals: HashMap<(PersonNo, String), Vec<Original>> = HashMap::new();
        let sql = |places: &str| {
            format!(
                "WITH known AS MATERIALIZED (
                     SELECT person_no, person_no AS root FROM person WHERE person_no IN ({places})
                     UNION ALL SELECT person_no, merged_into FROM person
                         WHERE merged_into IN ({places}))
                 SELECT k.root, {ROW}
                 FROM known k JOIN standing_row d ON d.person_no = k.person_no
                 JOIN payment_list l ON l.list_no = d.list_no
                 WHERE d.clawback = 0 AND l.state = 'committed' ORDER BY d.list_no, d.line"
            )
        };
        self.db.each_among(sql, &[], persons, |found| {
            let row = DistributedRow::from_row(found)?;
            let root: PersonNo = found.get("root")?;
            let place = (row.list_no.0, row.line);
            if let Some(period) = row.period {
                let (payment_date, lines) = (row.payment_date, row.lines);
                let original = Original { place, period, payment_date, lines };
                originals.entry((root, row.compensation)).or_default().push(original);
            }
            Ok(())
        })?;
        Ok(originals)
    }

    /// The rows that a distribution shared, by list and line.
    pub fn distributed_rows(&self, distribution_no: DistributionNo) -> Result<Vec<DistributedRow>> {
        self.db.all(
            &format!(
                "SELECT {ROW} FROM distributed_row d WHERE d.distribution_no = ?1
                 ORDER BY d.list_no, d.line"
            ),
            &[&distribution_no],
        )
    }

    /// The rows whose shares a distribution has ended, by list and line.
    pub fn rows_ended_by(&self, distribution_no: DistributionNo) -> Result<Vec<DistributedRow>> {
        self.db.all(
            &format!(
                "SELECT {ROW} FROM distributed_row d WHERE d.ended_no = ?1
                 ORDER BY d.list_no, d.line"
            ),
            &[&distribution_no],
        )
    }

    /// The first row of a distribution that has been shared again since, in another one.
    pub fn shared_again(&self, distribution_no: DistributionNo) -> Result<Option<DistributionNo>> {
        self.db.one(
            "SELECT later.distribution_no
             FROM distributed_row d JOIN distributed_row later
                 ON later.list_no = d.list_no AND later.line = d.line
             WHERE (d.distribution_no = ?1 OR d.ended_no = ?1) AND later.distribution_no > ?1
             ORDER BY later.distribution_no LIMIT 1",
            &[&distribution_no],
        )
    }

    /// A correction of a list's rows that stands and has not been handed over.
    pub fn open_correction_of(&self, list_no: ListNo) -> Result<Option<DistributionNo>> {
        self.db.one(
            "SELECT x.distribution_no FROM distribution_list d
             JOIN distribution x ON x.distribution_no = d.distribution_no AND x.kind = 'correction'
             WHERE d.list_no = ?1
               AND NOT EXISTS (SELECT 1 FROM distribution t
                               WHERE t.takes_back = x.distribution_no)
               AND NOT EXISTS (SELECT 1 FROM booking_order o
                               JOIN order_state s ON s.order_no = o.order_no
                               WHERE o.distribution_no = x.distribution_no
                                 AND s.state = 'handed-over')
             ORDER BY x.distribution_no LIMIT 1",
            &[&list_no],
        )
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
    /// Records how a row was shared.
    ///
    /// # Errors
    /// When a share of it stands.
    pub fn add_distributed_row(&self, row: &DistributedRow) -> Result<()> {
        self.db.run(
            "INSERT INTO distributed_row (list_no, line, distribution_no, person_no, compensation,
                 clawback, period_from, period_until, payment_date, amount_ore, lines, basis, ended_no)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
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
                &row.basis,
                &None::<DistributionNo>,
            ],
        )?;
        Ok(())
    }

    /// Ends the share of a row that stands.
    pub fn end_row(&self, place: Place, ended_by: DistributionNo) -> Result<()> {
        self.db.run(
            "UPDATE distributed_row SET ended_no = ?3
             WHERE list_no = ?1 AND line = ?2 AND ended_no IS NULL",
            &[&place.0, &place.1, &ended_by],
        )?;
        Ok(())
    }

    /// Ends every row of a distribution that stands, and lets those stand again that it had ended.
    pub fn end_rows_of(&self, taken_back: DistributionNo, ended_by: DistributionNo) -> Result<()> {
        self.db.run(
            "UPDATE distributed_row SET ended_no = ?2
             WHERE distribution_no = ?1 AND ended_no IS NULL",
            &[&taken_back, &ended_by],
        )?;
        for row in self.rows_ended_by(taken_back)? {
            self.add_distributed_row(&DistributedRow { distribution_no: ended_by, ..row })?;
        }
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
