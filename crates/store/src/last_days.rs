//! Last days to apply, by compensation, period and unit.

use chrono::NaiveDate;
use domain::Ore;
use domain::codes::CompensationCode;
use domain::deadline::ClaimedDays;
use domain::person::CostCentre;

use crate::db::{FromRow, Row, ToColumn, from_row};
use crate::{Read, Result, Write};

/// What somebody has typed of a last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastDay {
    /// The client's id.
    pub id: String,
    /// The compensation.
    pub compensation: CompensationCode,
    /// The quarter, the year or other days.
    pub period: ClaimedDays,
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

/// The filter's first two values are `?1` and `?2`.
const CONDITION: &str = "(l.last_day <= ?1 OR ?1 IS NULL) AND (l.cost_centre = ?2 OR ?2 IS NULL)";
const LAST_DAY: &str = "
    SELECT l.id, l.compensation, l.period, l.cost_centre, l.last_day, l.amount_ore, l.note,
           e.actor AS done_by, e.at AS done_at
    FROM last_day l LEFT JOIN audit_event e ON e.event_no = l.done_event_no";

impl FromRow for LastDayRecord {
    fn from_row(row: &Row<'_>) -> Result<LastDayRecord> {
        Ok(LastDayRecord {
            typed: LastDay {
                id: row.get("id")?,
                compensation: row.get("compensation")?,
                period: row.get("period")?,
                cost_centre: row.get("cost_centre")?,
                last_day: row.get("last_day")?,
                amount: row.get("amount_ore")?,
                note: row.get("note")?,
            },
            done: row.get::<Option<_>>("done_by")?.zip(row.get("done_at")?),
        })
    }
}

from_row!(DaySum { day = "last_day", count, amount = "amount_ore", without_amount });

impl Read<'_> {
    /// A page of last days: those that are not done first, by day.
    pub fn last_days(
        &self,
        filter: &LastDayFilter,
        offset: u32,
        count: u32,
    ) -> Result<Vec<LastDayRecord>> {
        let done = if filter.with_done { "" } else { "AND l.done_event_no IS NULL" };
        self.db.all(
            &format!(
                "{LAST_DAY} WHERE {CONDITION} {done}
                 ORDER BY l.done_event_no IS NOT NULL, l.last_day, l.last_day_no
                 LIMIT ?3 OFFSET ?4"
            ),
            &[&filter.until, &filter.unit, &count, &offset],
        )
    }

    /// Sums of what is not done, by day.
    pub fn last_day_sums(&self, filter: &LastDayFilter) -> Result<Vec<DaySum>> {
        self.db.all(
            &format!(
                "SELECT l.last_day, count(*) AS count, coalesce(sum(l.amount_ore), 0) AS amount_ore,
                        count(*) FILTER (WHERE l.amount_ore IS NULL) AS without_amount
                 FROM last_day l WHERE {CONDITION} AND l.done_event_no IS NULL
                 GROUP BY l.last_day ORDER BY l.last_day"
            ),
            &[&filter.until, &filter.unit],
        )
    }

    /// How many last days are done.
    pub fn last_days_done(&self, filter: &LastDayFilter) -> Result<u64> {
        self.db.only(
            &format!(
                "SELECT count(*) FROM last_day l
                 WHERE {CONDITION} AND l.done_event_no IS NOT NULL"
            ),
            &[&filter.until, &filter.unit],
        )
    }

    /// The last day with that id.
    pub fn last_day(&self, id: &str) -> Result<Option<LastDayRecord>> {
        self.db.one(&format!("{LAST_DAY} WHERE l.id = ?1"), &[&id])
    }

    /// The last day of a compensation, period and unit.
    pub fn last_day_of(
        &self,
        compensation: &CompensationCode,
        period: ClaimedDays,
        unit: &CostCentre,
    ) -> Result<Option<LastDayRecord>> {
        let key: [&dyn ToColumn; 3] = [compensation, &period, unit];
        let of = "l.compensation = ?1 AND l.period = ?2 AND l.cost_centre = ?3";
        self.db.one(&format!("{LAST_DAY} WHERE {of}"), &key)
    }
}

impl Write<'_> {
    /// Keeps a last day, in place of what its id held before; whether it is done stays.
    ///
    /// # Errors
    /// When another id has the same compensation, period and unit.
    pub fn put_last_day(&self, day: &LastDay) -> Result<()> {
        self.db.run(
            "INSERT INTO last_day (id, compensation, period, cost_centre, last_day, amount_ore, note,
                                   event_no)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (id) DO UPDATE SET
                 compensation = excluded.compensation, period = excluded.period,
                 cost_centre = excluded.cost_centre, last_day = excluded.last_day,
                 amount_ore = excluded.amount_ore, note = excluded.note,
                 event_no = excluded.event_no",
            &[
                &day.id,
                &day.compensation,
                &day.period,
                &day.cost_centre,
                &day.last_day,
                &day.amount,
                &day.note,
                &self.event_no(),
            ],
        )?;
        Ok(())
    }

    /// Marks a last day as done or not.
    pub fn mark_last_day(&self, id: &str, done: bool) -> Result<()> {
        self.db.run(
            "UPDATE last_day SET done_event_no = ?2, event_no = ?3 WHERE id = ?1",
            &[&id, &done.then_some(self.event_no()), &self.event_no()],
        )?;
        Ok(())
    }
}
