//! What the city asks its units for, and what they have said of it.

use chrono::NaiveDate;
use domain::codes::CompensationCode;
use domain::deadline::ClaimedDays;
use domain::intake::IntakeState;
use domain::person::CostCentre;

use crate::db::{FromRow, Row};
use crate::last_days::LastDayRecord;
use crate::{Read, Result, Write};

/// What was said of a row last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IntakeMark {
    /// Where the row stands.
    pub state: IntakeState,
    /// From whom; empty where nobody has said it.
    pub told_by: String,
    /// When.
    pub told_on: Option<NaiveDate>,
}

/// A row of the intake: a last day with what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IntakeRecord {
    /// What is asked for, of whom, and by when.
    pub day: LastDayRecord,
    /// What was said.
    pub mark: IntakeMark,
    /// Who marked it and when in UTC; none where nobody has.
    pub marked: Option<(String, String)>,
}

/// Which rows are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IntakeFilter {
    /// Of this unit.
    pub unit: Option<CostCentre>,
    /// Of this period.
    pub period: Option<ClaimedDays>,
    /// In this state.
    pub state: Option<IntakeState>,
    /// Of this compensation.
    pub compensation: Option<CompensationCode>,
}

const ROW: &str = "
    SELECT l.id, l.compensation, l.period, l.cost_centre, l.last_day, l.amount_ore, l.note,
           d.actor AS done_by, d.at AS done_at, l.state, l.told_by, l.told_on,
           m.actor AS marked_by, m.at AS marked_at
    FROM intake_row l
        LEFT JOIN audit_event d ON d.event_no = l.done_event_no
        LEFT JOIN audit_event m ON m.event_no = l.marked_event_no";

impl FromRow for IntakeMark {
    fn from_row(row: &Row<'_>) -> Result<IntakeMark> {
        Ok(IntakeMark {
            state: row.get("state")?,
            told_by: row.get("told_by")?,
            told_on: row.get("told_on")?,
        })
    }
}

impl FromRow for IntakeRecord {
    fn from_row(row: &Row<'_>) -> Result<IntakeRecord> {
        Ok(IntakeRecord {
            day: LastDayRecord::from_row(row)?,
            mark: IntakeMark::from_row(row)?,
            marked: row.get::<Option<_>>("marked_by")?.zip(row.get("marked_at")?),
        })
    }
}

impl Read<'_> {
    /// Rows by unit and last day.
    pub fn intake(&self, filter: &IntakeFilter) -> Result<Vec<IntakeRecord>> {
        self.db.all(
            &format!(
                "{ROW} WHERE (l.cost_centre = ?1 OR ?1 IS NULL) AND (l.period = ?2 OR ?2 IS NULL)
                     AND (l.state = ?3 OR ?3 IS NULL)
                     AND (l.compensation = ?4 OR ?4 IS NULL)
                 ORDER BY l.cost_centre, l.last_day, l.period, l.compensation"
            ),
            &[&filter.unit, &filter.period, &filter.state, &filter.compensation],
        )
    }

    /// The row with that id.
    pub fn intake_row(&self, id: &str) -> Result<Option<IntakeRecord>> {
        self.db.one(&format!("{ROW} WHERE l.id = ?1"), &[&id])
    }

    /// What was said of the row with that id before it came into a claim.
    pub fn intake_mark_before_claims(&self, id: &str) -> Result<IntakeMark> {
        let found = self.db.one(
            "SELECT m.state, m.told_by, m.told_on FROM intake_mark m
             JOIN last_day l ON l.last_day_no = m.last_day_no
             WHERE l.id = ?1 AND m.state NOT IN (?2, ?3) ORDER BY m.mark_no DESC LIMIT 1",
            &[&id, &IntakeState::InClaim, &IntakeState::Submitted],
        )?;
        Ok(found.unwrap_or_default())
    }

    /// Every period that has rows, the latest last day first.
    pub fn intake_periods(&self) -> Result<Vec<ClaimedDays>> {
        self.db.map(
            "SELECT period FROM last_day GROUP BY period ORDER BY max(last_day) DESC, period",
            &[],
            |row| row.get("period"),
        )
    }

    /// The boards that answer for anybody on any of the days.
    pub fn boards_answering(&self, days: ClaimedDays) -> Result<Vec<CostCentre>> {
        let days = days.days();
        self.db.map(
            "SELECT DISTINCT lookup FROM fact
             WHERE kind = 'responsible-board' AND superseded = 0 AND lookup IS NOT NULL
                 AND (valid_from IS NULL OR valid_from <= ?2)
                 AND (valid_until IS NULL OR valid_until >= ?1)
             ORDER BY lookup",
            &[&days.from, &days.until],
            |row| row.get("lookup"),
        )
    }
}

impl Write<'_> {
    /// Notes what was said of the row with that id, and whether its last day threatens any more.
    pub fn mark_intake(&self, mark_id: &str, id: &str, mark: &IntakeMark) -> Result<()> {
        self.db.run(
            "INSERT INTO intake_mark (id, last_day_no, state, told_by, told_on, event_no)
             SELECT ?1, last_day_no, ?3, ?4, ?5, ?6 FROM last_day WHERE id = ?2",
            &[&mark_id, &id, &mark.state, &mark.told_by, &mark.told_on, &self.event_no()],
        )?;
        self.mark_last_day(id, mark.state.is_closed())
    }
}
