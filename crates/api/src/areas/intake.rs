//! The intake: what the city asks its units for, and what they have said of it.

use std::path::Path;

use app::App;
use app::intake::{IntakeRow, TypedIntakeMark, period_words};
use app::model::IntakeFilter;
use chrono::NaiveDate;
use domain::deadline::ClaimedDays;
use domain::intake::IntakeState;
use domain::last_day::{Nearness, days_left};
use domain::person::CostCentre;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use super::WrittenFile;
use super::last_days::Names;
use crate::ErrorReply;
use crate::listing::Part;
use crate::wording::SwedishTexts;

/// Asks for rows.
#[derive(Clone, Debug, Default, Deserialize, TS)]
pub struct IntakeRequest {
    /// Cost centre of the unit; none: all.
    #[serde(default)]
    pub unit: Option<String>,
    /// `2026Q3`, `2026` or `2026-07-01/2027-06-30`; none: all.
    #[serde(default)]
    pub period: Option<String>,
    /// `waiting`, `received`, `nothing-to-claim`, `in-claim` or `submitted`; none: all.
    #[serde(default)]
    pub state: Option<String>,
    /// Only units that have said nothing and have little time left.
    #[serde(default)]
    pub silent: bool,
}

/// A row: what one unit is asked for.
#[derive(Clone, Debug, Serialize, TS)]
pub struct IntakeRowView {
    /// Its id; the same as that of its last day.
    pub row: String,
    /// Code of the law.
    pub compensation: String,
    /// The compensation's short name.
    pub compensation_name: String,
    /// `2026Q3`, `2026` or `2026-07-01/2027-06-30`.
    pub period: String,
    /// The period in words.
    pub period_words: String,
    /// Cost centre of the unit.
    pub unit: String,
    /// The unit's name.
    pub unit_name: String,
    /// `waiting`, `received`, `nothing-to-claim`, `in-claim` or `submitted`.
    pub state: String,
    /// From whom; empty where nobody has said it.
    pub from: String,
    /// When it was said.
    pub on: Option<String>,
    /// Who noted it.
    pub marked_by: Option<String>,
    /// When, in UTC.
    pub marked_at: Option<String>,
    /// The last day that holds, inclusive: what was typed, else the law's cautious one.
    pub last_day: String,
    /// Days left until then on the business date; negative where the day has passed.
    pub days_left: i64,
    /// `passed`, `within-14`, `within-45`, `later` or `done`.
    pub group: String,
    /// The last day by the law, strictly by the number of the day; none where it has none for the period.
    pub cautious: Option<String>,
    /// As the agency writes it.
    pub practice: Option<String>,
    /// The agency's day, moved to the next working day.
    pub statutory: Option<String>,
    /// The day by which the city asks the unit.
    pub inner: String,
    /// Days left until then.
    pub inner_days_left: i64,
    /// Whether the unit has said nothing and little of its time is left.
    pub silent: bool,
    /// What is lost when the day passes; none where it is not known.
    pub amount_ore: Option<i64>,
    /// A note.
    pub note: String,
}

/// How many rows stand in a state.
#[derive(Clone, Debug, Serialize, TS)]
pub struct IntakeCount {
    /// The state.
    pub state: String,
    /// How many, on all pages.
    pub count: u64,
}

/// A period that has rows.
#[derive(Clone, Debug, Serialize, TS)]
pub struct IntakePeriodView {
    /// `2026Q3`, `2026` or `2026-07-01/2027-06-30`.
    pub period: String,
    /// In words.
    pub words: String,
}

/// A page of rows.
#[derive(Clone, Debug, Serialize, TS)]
pub struct IntakePage {
    /// By unit and last day.
    pub rows: Vec<IntakeRowView>,
    /// How many in all that the request asks for.
    pub total: u64,
    /// How many stand in each state, of the unit and period that are asked for.
    pub counts: Vec<IntakeCount>,
    /// How many of them wait with little time left.
    pub silent: u64,
    /// Periods that have rows, the latest first.
    pub periods: Vec<IntakePeriodView>,
    /// The business date that days are counted from.
    pub today: String,
}

/// Names a period.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct IntakePeriod {
    /// `2026Q3`, `2026` or `2026-07-01/2027-06-30`.
    pub period: String,
}

/// What units would be asked for of a compensation.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PlannedCompensation {
    /// Code of the law.
    pub compensation: String,
    /// Its short name.
    pub compensation_name: String,
    /// Last day by the law, strictly by the number of the day.
    pub cautious: String,
    /// As the agency writes it.
    pub practice: String,
    /// The agency's day, moved to the next working day.
    pub statutory: String,
    /// Names of the units that get a row.
    pub units: Vec<String>,
    /// How many units have one already.
    pub there: u64,
}

/// What opening a period would make.
#[derive(Clone, Debug, Serialize, TS)]
pub struct IntakePlan {
    /// The period.
    pub period: String,
    /// In words.
    pub period_words: String,
    /// How many rows would be made.
    pub new: u64,
    /// How many are there.
    pub there: u64,
    /// By compensation.
    pub compensations: Vec<PlannedCompensation>,
}

/// What opening a period made.
#[derive(Clone, Debug, Serialize, TS)]
pub struct IntakeOpened {
    /// The period.
    pub period: String,
    /// How many rows were made.
    pub added: u64,
    /// How many were there before.
    pub there: u64,
    /// All that the period has now.
    pub rows: Vec<IntakeRowView>,
}

/// Says where rows stand.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct MarkIntake {
    /// Ids of the rows.
    pub rows: Vec<String>,
    /// `waiting`, `received`, `nothing-to-claim`, `in-claim` or `submitted`.
    pub state: String,
    /// From whom; needed for `received` and `nothing-to-claim`.
    #[serde(default)]
    pub from: String,
    /// When; empty: the business date.
    #[serde(default)]
    pub on: Option<String>,
}

/// Rows as they stand after it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct IntakeMarked {
    /// Those that were asked for.
    pub rows: Vec<IntakeRowView>,
}

/// Asks for the reminder to a unit.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ReminderRequest {
    /// Cost centre of the unit.
    pub unit: String,
    /// Of this period; none: all that it has not answered.
    #[serde(default)]
    pub period: Option<String>,
}

/// Asks for the reminder to a unit as a file.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SaveReminder {
    /// Cost centre of the unit.
    pub unit: String,
    /// Of this period; none: all that it has not answered.
    #[serde(default)]
    pub period: Option<String>,
    /// Where the file is to lie.
    pub path: String,
}

/// A reminder, ready to send.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ReminderView {
    /// Cost centre of the unit.
    pub unit: String,
    /// Its name.
    pub unit_name: String,
    /// To whom it is sent; empty where the settings do not say.
    pub recipient: String,
    /// What it is about, in a line.
    pub subject: String,
    /// The letter.
    pub text: String,
    /// How many rows it asks for.
    pub count: u64,
}

fn view_of(today: NaiveDate, names: &Names, row: IntakeRow) -> IntakeRowView {
    let IntakeRow { record, law, inner, inner_days_left, silent } = row;
    let typed = record.day.typed;
    let days_left = days_left(typed.last_day, today);
    let is_done = record.day.done.is_some();
    let group = if is_done { "done" } else { Nearness::of(days_left).as_str() };
    let (marked_by, marked_at) = record.marked.unzip();
    IntakeRowView {
        row: typed.id,
        compensation_name: names.compensation(&typed.compensation),
        compensation: typed.compensation.0,
        period_words: period_words(&SwedishTexts, typed.period),
        period: typed.period.to_string(),
        unit_name: names.unit(&typed.cost_centre),
        unit: typed.cost_centre.0,
        state: record.mark.state.as_str().to_owned(),
        from: record.mark.told_by,
        on: super::day_text(record.mark.told_on),
        marked_by,
        marked_at,
        last_day: typed.last_day.to_string(),
        days_left,
        group: group.to_owned(),
        cautious: super::day_text(law.map(|days| days.cautious)),
        practice: super::day_text(law.map(|days| days.practice)),
        statutory: super::day_text(law.map(|days| days.statutory)),
        inner: inner.to_string(),
        inner_days_left,
        silent,
        amount_ore: typed.amount.map(|amount| amount.0),
        note: typed.note,
    }
}

fn views(app: &App, rows: Vec<IntakeRow>) -> Result<Vec<IntakeRowView>, ErrorReply> {
    let names = Names::of(app)?;
    Ok(rows.into_iter().map(|row| view_of(app.today(), &names, row)).collect())
}

/// A text of a request, without blanks around it; an empty one is none.
fn said(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// The quarter, year or days that a text names; none where it is empty.
pub(super) fn period_of(text: Option<&str>) -> Result<Option<ClaimedDays>, ErrorReply> {
    use app::{AppError, RefusalCode};
    let wrong = |_| AppError::refused(RefusalCode::ClaimedDaysWrong).in_field("period");
    let period = said(text).map(|text| text.parse::<ClaimedDays>().map_err(wrong));
    Ok(period.transpose()?)
}

fn state_of(text: Option<&str>) -> Result<Option<IntakeState>, ErrorReply> {
    use app::{AppError, RefusalCode};
    let named = |name: &str| {
        let unknown = || AppError::refused(RefusalCode::IntakeStateUnknown).with("text", name);
        IntakeState::parse(name).ok_or_else(|| unknown().in_field("state"))
    };
    Ok(said(text).map(named).transpose()?)
}

/// Rows by unit and last day, with how many stand in each state.
///
/// # Errors
/// When a field cannot be read, or the database cannot be read.
pub fn list(app: &mut App, request: IntakeRequest, part: Part) -> Result<IntakePage, ErrorReply> {
    let state = state_of(request.state.as_deref())?;
    let filter = IntakeFilter {
        unit: said(request.unit.as_deref()).map(|unit| CostCentre(unit.to_owned())),
        period: period_of(request.period.as_deref())?,
        ..IntakeFilter::default()
    };
    let mut rows = app.intake(&filter)?;
    let count = |state: IntakeState| IntakeCount {
        state: state.as_str().to_owned(),
        count: rows.iter().filter(|row| row.record.mark.state == state).count() as u64,
    };
    let counts = IntakeState::ALL.map(count).into();
    let silent = rows.iter().filter(|row| row.silent).count() as u64;
    rows.retain(|row| {
        let in_state = state.is_none_or(|state| row.record.mark.state == state);
        in_state && (!request.silent || row.silent)
    });
    let total = rows.len() as u64;
    let shown = rows.into_iter().skip(part.skip()).take(part.most()).collect();
    let period = |period: ClaimedDays| IntakePeriodView {
        period: period.to_string(),
        words: period_words(&SwedishTexts, period),
    };
    Ok(IntakePage {
        rows: views(app, shown)?,
        total,
        counts,
        silent,
        periods: app.intake_periods()?.into_iter().map(period).collect(),
        today: app.today().to_string(),
    })
}

/// What opening the period would make.
///
/// # Errors
/// When it is no quarter, no year and no twelve months, or has not begun.
pub fn plan(app: &mut App, request: IntakePeriod) -> Result<IntakePlan, ErrorReply> {
    let plan = app.plan_intake(&request.period)?;
    let names = Names::of(app)?;
    let (new, there) = (plan.new_rows() as u64, plan.there() as u64);
    let compensation = |planned: app::intake::PlannedCompensation| PlannedCompensation {
        compensation_name: names.compensation(&planned.code),
        compensation: planned.code.0,
        cautious: planned.last_days.cautious.to_string(),
        practice: planned.last_days.practice.to_string(),
        statutory: planned.last_days.statutory.to_string(),
        units: planned.units.iter().map(|unit| names.unit(unit)).collect(),
        there: planned.there as u64,
    };
    Ok(IntakePlan {
        period: plan.period.to_string(),
        period_words: period_words(&SwedishTexts, plan.period),
        new,
        there,
        compensations: plan.compensations.into_iter().map(compensation).collect(),
    })
}

/// Makes the rows that the period lacks. The same once more makes nothing.
///
/// # Errors
/// When it is no quarter, no year and no twelve months, or has not begun.
pub fn open(app: &mut App, request: IntakePeriod) -> Result<IntakeOpened, ErrorReply> {
    let (plan, rows) = app.open_intake(&request.period)?;
    Ok(IntakeOpened {
        period: plan.period.to_string(),
        added: plan.new_rows() as u64,
        there: plan.there() as u64,
        rows: views(app, rows)?,
    })
}

/// Notes what was said of rows.
///
/// # Errors
/// Every faulty field at once; or a row cannot come to that state.
pub fn mark(app: &mut App, request: MarkIntake) -> Result<IntakeMarked, ErrorReply> {
    let rows = app.mark_intake(&TypedIntakeMark {
        rows: request.rows,
        state: request.state,
        told_by: request.from,
        told_on: request.on.unwrap_or_default(),
    })?;
    Ok(IntakeMarked { rows: views(app, rows)? })
}

/// The reminder to a unit of what it has not answered.
///
/// # Errors
/// When there is no such unit, or it has answered everything.
pub fn reminder(app: &mut App, request: ReminderRequest) -> Result<ReminderView, ErrorReply> {
    let period = period_of(request.period.as_deref())?;
    let reminder = app.intake_reminder(&request.unit, period)?;
    Ok(ReminderView {
        unit: reminder.unit.0,
        unit_name: reminder.unit_name,
        recipient: reminder.recipient,
        subject: reminder.subject,
        text: reminder.text,
        count: reminder.rows as u64,
    })
}

/// Writes the reminder to a text file.
///
/// # Errors
/// As [`reminder`]; or nothing may be written there.
pub fn save_reminder(app: &mut App, request: SaveReminder) -> Result<WrittenFile, ErrorReply> {
    let period = period_of(request.period.as_deref())?;
    let bytes = app.write_reminder(&request.unit, period, Path::new(&request.path))?;
    Ok(WrittenFile { path: request.path, bytes })
}
