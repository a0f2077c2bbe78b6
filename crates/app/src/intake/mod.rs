//! The intake: what the city asks its units for, so that nothing is claimed too late.

mod following;
mod opening;
mod reminding;
mod settings;

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::deadline::{ClaimedDays, LastDays, last_days};
use domain::intake::{IntakeState, inner_deadline};
use domain::last_day::days_left;
use domain::person::CostCentre;
use serde_json::json;
use store::intake::{IntakeFilter, IntakeMark, IntakeRecord};
use store::{Changed, Ending};

use crate::error::{AppError, RefusalCode};
use crate::typed::{day_typed, keep, text_typed};
use crate::{Action, App, Result};

pub use opening::{IntakePlan, PlannedCompensation};
pub use reminding::{Reminder, period_words};
pub use settings::{InnerDays, IntakeSettings, IntakeUnit};

/// Rows that can be marked at once.
const MOST_MARKED: usize = 1_000;
/// Longest name of whoever has said something, in characters.
const LONGEST: usize = 200;

/// A row of the intake as it stands on the business date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IntakeRow {
    /// What is asked for, and what was said.
    pub record: IntakeRecord,
    /// The last days by the law; none where it has none for these days.
    pub law: Option<LastDays>,
    /// The day by which the city asks the unit.
    pub inner: NaiveDate,
    /// Days left until then; negative where it has passed.
    pub inner_days_left: i64,
    /// Whether the unit has said nothing and little of its time is left.
    pub silent: bool,
}

/// What of the intake waits for somebody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IntakeWaiting {
    /// Units that have said nothing and have little time left.
    pub silent: u64,
    /// Rows whose last day has passed with nothing said.
    pub overdue: u64,
}

/// What somebody says of rows.
#[derive(Clone, Debug, Default)]
pub struct TypedIntakeMark {
    /// Ids of the rows.
    pub rows: Vec<String>,
    /// Name of a state.
    pub state: String,
    /// From whom.
    pub told_by: String,
    /// ISO day; empty: the business date.
    pub told_on: String,
}

impl App {
    /// Rows by unit and last day, as they stand on the business date.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn intake(&self, filter: &IntakeFilter) -> Result<Vec<IntakeRow>> {
        let settings = self.settings()?.intake;
        let law = self.law_in_force()?;
        let row = |record: IntakeRecord| {
            let typed = &record.day.typed;
            let days = typed.period.days();
            let found = law.catalogue.get(&typed.compensation);
            let rule = found.and_then(|found| found.wording_in(days)?.last_day);
            let inner =
                inner_deadline(days.until, settings.days_for(&typed.compensation), typed.last_day);
            let inner_days_left = days_left(inner, self.today());
            let waits = record.mark.state == IntakeState::Waiting && record.day.done.is_none();
            IntakeRow {
                law: rule.and_then(|rule| last_days(rule, days, None, false).ok()),
                inner,
                inner_days_left,
                silent: waits && inner_days_left < i64::from(settings.warn_days),
                record,
            }
        };
        Ok(self.read().intake(filter)?.into_iter().map(row).collect())
    }

    /// What of the intake waits for somebody: units that have said nothing with little time left, and rows
    /// whose last day has passed with nothing said.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn intake_waiting(&self) -> Result<IntakeWaiting> {
        let state = Some(IntakeState::Waiting);
        let rows = self.intake(&IntakeFilter { state, ..IntakeFilter::default() })?;
        let silent = rows.iter().filter(|row| row.silent);
        let silent: HashSet<&CostCentre> =
            silent.map(|row| &row.record.day.typed.cost_centre).collect();
        let has_passed = |row: &&IntakeRow| {
            row.record.day.done.is_none() && row.record.day.typed.last_day < self.today()
        };
        let overdue = rows.iter().filter(has_passed).count() as u64;
        Ok(IntakeWaiting { silent: silent.len() as u64, overdue })
    }

    /// Every period that has rows, the latest last day first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn intake_periods(&self) -> Result<Vec<ClaimedDays>> {
        Ok(self.read().intake_periods()?)
    }

    /// Notes what was said of rows. What stands so already is left alone, and leaves no event.
    ///
    /// # Errors
    /// All faults of the fields at once; or a row cannot come to that state.
    pub fn mark_intake(&mut self, typed: &TypedIntakeMark) -> Result<Vec<IntakeRow>> {
        let asked: HashSet<&str> = typed.rows.iter().map(|id| id.trim()).collect();
        self.change(Action::MarkIntake, |write| {
            let mark = self.intake_mark(typed)?;
            if asked.len() > MOST_MARKED {
                let many = AppError::refused(RefusalCode::IntakeRowsMany);
                return Err(many.with("most", MOST_MARKED).in_field("rows"));
            }
            let rows = write.intake(&IntakeFilter::default())?.into_iter();
            let rows: Vec<_> =
                rows.filter(|row| asked.contains(row.day.typed.id.as_str())).collect();
            if rows.len() < asked.len() || rows.is_empty() {
                return Err(AppError::refused(RefusalCode::NoSuchLastDay).in_field("row"));
            }
            for row in &rows {
                may_become(row.mark.state, mark.state)?;
            }
            let marked = rows.iter().filter(|row| row.mark != mark);
            let marked: Vec<&str> = marked.map(|row| row.day.typed.id.as_str()).collect();
            if marked.is_empty() {
                return Ok(Ending::Nothing(()));
            }
            for id in &marked {
                write.mark_intake(&crate::new_id(), id, &mark)?;
            }
            let object = if let [id] = marked[..] { id } else { "intake" }.to_owned();
            let detail = json!({
                "state": mark.state.as_str(), "rows": marked, "told_on": mark.told_on,
            });
            Ok(Ending::Changed(Changed { value: (), object, detail }))
        })?;
        let mut rows = self.intake(&IntakeFilter::default())?;
        rows.retain(|row| asked.contains(row.record.day.typed.id.as_str()));
        Ok(rows)
    }

    /// Reads what somebody says, all faults at once.
    fn intake_mark(&self, typed: &TypedIntakeMark) -> Result<IntakeMark> {
        let mut faults = Vec::new();
        let named = IntakeState::parse(typed.state.trim()).ok_or_else(|| {
            AppError::refused(RefusalCode::IntakeStateUnknown).with("text", typed.state.trim())
        });
        let state = keep(named, "state", &mut faults);
        let told_by = keep(text_typed(&typed.told_by, LONGEST), "from", &mut faults);
        let told_on = match typed.told_on.trim() {
            "" => Some(self.today()),
            day => keep(day_typed(day), "on", &mut faults),
        };
        let is_told = state.is_some_and(IntakeState::is_told);
        if is_told && told_by.as_ref().is_some_and(String::is_empty) {
            faults.push(AppError::refused(RefusalCode::IntakeTellerMissing).in_field("from"));
        }
        if is_told && told_on.is_some_and(|day| day > self.today()) {
            faults.push(AppError::refused(RefusalCode::IntakeToldAhead).in_field("on"));
        }
        match (state, told_by, told_on) {
            (Some(state), Some(told_by), Some(told_on)) if faults.is_empty() => Ok(IntakeMark {
                state,
                told_by: if is_told { told_by } else { String::new() },
                told_on: is_told.then_some(told_on),
            }),
            _ => Err(AppError::one_or_several(faults)),
        }
    }
}

/// The one place that says which marks are set by hand. While no claim holds the row, all that makes sense
/// is: what a claim decides is marked for claims that are made elsewhere.
fn may_become(from: IntakeState, to: IntakeState) -> Result<()> {
    if from.may_become(to) {
        return Ok(());
    }
    let code = match from {
        IntakeState::NothingToClaim => RefusalCode::IntakeNothingToClaim,
        _ => RefusalCode::IntakeClaimed,
    };
    Err(AppError::refused(code).in_field("state"))
}
