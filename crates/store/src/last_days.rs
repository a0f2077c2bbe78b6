//! Last days to apply, by compensation, period and unit.

use chrono::NaiveDate;
use domain::Ore;
use domain::claim_period::ClaimPeriod;
use domain::codes::CompensationCode;
use domain::person::CostCentre;
use rusqlite::{OptionalExtension, Row};

use crate::columns::{IsoDay, certain_day};
use crate::{Read, Result, StoreError, Write};

/// What somebody has typed of a last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastDay {
    /// The client's id.
    pub id: String,
    /// The compensation.
    pub compensation: CompensationCode,
    /// The quarter or year.
    pub period: ClaimPeriod,
    /// The unit.
    pub cost_centre: CostCentre,
    /// The last day to apply, inclusive.
    pub last_day: NaiveDate,
    /// What is lost when the day passes; none where it is not known.
    pub amount: Option<Ore>,
    /// A note.
    pub note: String,
}

/// A last day as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastDayRecord {
    /// What was typed.
    pub typed: LastDay,
    /// Who marked it as done and when in UTC.
    pub done: Option<(String, String)>,
}

/// Which last days a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LastDayFilter {
    /// Up to this day, inclusive.
    pub until: Option<NaiveDate>,
    /// Of this unit.
    pub unit: Option<CostCentre>,
    /// Those that are done too.
    pub with_done: bool,
}

/// What lies on one day: of those that are not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DaySum {
    /// The last day.
    pub day: NaiveDate,
    /// How many.
    pub count: u64,
    /// Known amounts.
    pub amount: Ore,
    /// How many have no amount.
    pub without_amount: u64,
}

const COLUMNS: &str = "l.*, e.actor AS done_by, e.at AS done_at
     FROM last_day l LEFT JOIN audit_event e ON e.event_no = l.done_event_no";
const CONDITION: &str = "(?1 IS NULL OR l.last_day <= ?1) AND (?2 IS NULL OR l.cost_centre = ?2)";

fn record_of(row: &Row<'_>) -> Result<LastDayRecord> {
    let period: String = row.get("period")?;
    let done_by: Option<String> = row.get("done_by")?;
    let done_at: Option<String> = row.get("done_at")?;
    Ok(LastDayRecord {
        typed: LastDay {
            id: row.get("id")?,
            compensation: CompensationCode(row.get("compensation")?),
            period: period.parse().map_err(|_| StoreError::Damaged("last_day"))?,
            cost_centre: CostCentre(row.get("cost_centre")?),
            last_day: certain_day(row, "last_day")?,
            amount: row.get::<_, Option<i64>>("amount")?.map(Ore),
            note: row.get("note")?,
        },
        done: done_by.zip(done_at),
    })
}

impl Read<'_> {
    /// A page of last days: those that are not done first, by day.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn last_days(
        &self,
        filter: &LastDayFilter,
        offset: u32,
        count: u32,
    ) -> Result<Vec<LastDayRecord>> {
        let done = if filter.with_done { "" } else { "AND l.done_event_no IS NULL" };
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT {COLUMNS} WHERE {CONDITION} {done}
             ORDER BY l.done_event_no IS NOT NULL, l.last_day, l.last_day_no LIMIT ?3 OFFSET ?4"
        ))?;
        let (until, unit) = filter.values();
        let mut rows = statement.query((until, unit, count, offset))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(record_of(row)?);
        }
        Ok(found)
    }

    /// Sums of what is not done, by day.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn last_day_sums(&self, filter: &LastDayFilter) -> Result<Vec<DaySum>> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT l.last_day, count(*), coalesce(sum(l.amount), 0),
                    count(*) FILTER (WHERE l.amount IS NULL)
             FROM last_day l WHERE {CONDITION} AND l.done_event_no IS NULL
             GROUP BY l.last_day ORDER BY l.last_day"
        ))?;
        let mut rows = statement.query(filter.values())?;
        let mut sums = Vec::new();
        while let Some(row) = rows.next()? {
            sums.push(DaySum {
                day: certain_day(row, "last_day")?,
                count: row.get(1)?,
                amount: Ore(row.get(2)?),
                without_amount: row.get(3)?,
            });
        }
        Ok(sums)
    }

    /// How many last days are done.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn last_days_done(&self, filter: &LastDayFilter) -> Result<u64> {
        let done = self
            .connection
            .prepare_cached(&format!(
                "SELECT count(*) FROM last_day l
                 WHERE {CONDITION} AND l.done_event_no IS NOT NULL"
            ))?
            .query_row(filter.values(), |row| row.get(0))?;
        Ok(done)
    }

    /// The last day with that id.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn last_day(&self, id: &str) -> Result<Option<LastDayRecord>> {
        self.one_last_day("l.id = ?1", [id])
    }

    /// The last day of a compensation, period and unit.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn last_day_of(
        &self,
        compensation: &CompensationCode,
        period: ClaimPeriod,
        unit: &CostCentre,
    ) -> Result<Option<LastDayRecord>> {
        let key = (&compensation.0, period.to_string(), &unit.0);
        self.one_last_day("l.compensation = ?1 AND l.period = ?2 AND l.cost_centre = ?3", key)
    }

    fn one_last_day(
        &self,
        condition: &str,
        values: impl rusqlite::Params,
    ) -> Result<Option<LastDayRecord>> {
        let mut statement =
            self.connection.prepare_cached(&format!("SELECT {COLUMNS} WHERE {condition}"))?;
        let found = statement.query_row(values, |row| Ok(record_of(row))).optional()?;
        found.transpose()
    }
}

impl LastDayFilter {
    fn values(&self) -> (Option<IsoDay>, Option<&str>) {
        (self.until.map(IsoDay::of), self.unit.as_ref().map(|unit| unit.0.as_str()))
    }
}

impl Write<'_> {
    /// Keeps a last day, in place of what its id held before; whether it is done stays.
    ///
    /// # Errors
    /// When another id has the same compensation, period and unit, or the database cannot be
    /// written.
    pub fn put_last_day(&self, day: &LastDay) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO last_day (id, compensation, period, cost_centre, last_day, amount,
                                       note, event_no)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                 ON CONFLICT (id) DO UPDATE SET
                     compensation = excluded.compensation, period = excluded.period,
                     cost_centre = excluded.cost_centre, last_day = excluded.last_day,
                     amount = excluded.amount, note = excluded.note, event_no = excluded.event_no",
            )?
            .execute((
                &day.id,
                &day.compensation.0,
                day.period.to_string(),
                &day.cost_centre.0,
                IsoDay::of(day.last_day),
                day.amount.map(|amount| amount.0),
                &day.note,
                self.event_no(),
            ))?;
        Ok(())
    }

    /// Marks a last day as done or not.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn mark_last_day(&self, id: &str, done: bool) -> Result<()> {
        self.connection
            .prepare_cached(
                "UPDATE last_day SET done_event_no = CASE WHEN ?2 THEN ?3 END, event_no = ?3
                 WHERE id = ?1",
            )?
            .execute((id, done, self.event_no()))?;
        Ok(())
    }
}
