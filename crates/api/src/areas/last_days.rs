//! Last days to apply, and what is lost when they pass.

use app::intake::period_words;
use app::last_days::TypedLastDay;
use app::model::{LastDayFilter, LastDayRecord};
use app::{App, Stated};
use domain::Ore;
use domain::codes::CompensationCode;
use domain::last_day::{Nearness, days_left};
use domain::person::CostCentre;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::day_of;
use crate::ErrorReply;
use crate::listing::Part;
use crate::wording::SwedishTexts;

/// Asks for last days.
#[derive(Clone, Debug, Default, Deserialize, TS)]
pub struct LastDaysRequest {
    /// Up to this day, inclusive; none: all.
    #[serde(default)]
    pub until: Option<String>,
    /// Cost centre of the unit; none: all.
    #[serde(default)]
    pub unit: Option<String>,
    /// Those that are done too, after the others.
    #[serde(default)]
    pub include_done: bool,
}

/// A last day.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LastDayView {
    /// Its id.
    pub id: String,
    /// Code of the law.
    pub compensation: String,
    /// The compensation's short name.
    pub compensation_name: String,
    /// `2026Q2`, `2026` or `2026-07-01/2027-06-30`.
    pub period: String,
    /// The period in words.
    pub period_words: String,
    /// Cost centre of the unit.
    pub unit: String,
    /// The unit's name.
    pub unit_name: String,
    /// The last day, inclusive.
    pub last_day: String,
    /// Days left on the business date; 0 is today, negative where the day has passed.
    pub days_left: i64,
    /// `passed`, `within-14`, `within-45`, `later` or `done`.
    pub group: String,
    /// What is lost when the day passes; none where it is not known.
    pub amount_ore: Option<i64>,
    /// A note.
    pub note: String,
    /// Who marked it as done; none where it is not.
    pub done_by: Option<String>,
    /// When, in UTC.
    pub done_at: Option<String>,
}

/// What lies in one group of nearness; what is done is in none.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LastDaysGroup {
    /// `passed`, `within-14`, `within-45` or `later`.
    pub group: String,
    /// How many, on all pages.
    pub count: u64,
    /// Known amounts, on all pages.
    pub amount_ore: i64,
    /// How many have no amount.
    pub without_amount: u64,
}

/// A page of last days.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LastDays {
    /// By day; those that are done last.
    pub days: Vec<LastDayView>,
    /// How many in all.
    pub total: u64,
    /// Groups that hold anything, the nearest first.
    pub groups: Vec<LastDaysGroup>,
    /// What is lost within 45 days when nothing is done.
    pub at_risk_ore: i64,
    /// The business date that days are counted from.
    pub today: String,
}

/// Adds or changes a last day.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SetLastDay {
    /// The client's id; none: the one of this compensation, period and unit, or a new one.
    pub id: Option<String>,
    /// Code of the law.
    pub compensation: String,
    /// Cost centre of a board.
    pub unit: String,
    /// `2026Q2`, `2026` or `2026-07-01/2027-06-30`.
    pub period: String,
    /// The last day, inclusive; empty: the cautious day of the law.
    pub last_day: String,
    /// What is lost when the day passes; none where it is not known. Left out it stays.
    #[serde(default)]
    #[ts(as = "Option<i64>", optional = nullable)]
    pub amount_ore: Stated<Option<i64>>,
    /// A note. Left out it stays.
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    pub note: Stated<String>,
}

/// Marks a last day.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct MarkLastDay {
    /// Its id.
    pub id: String,
    /// Whether it is done.
    pub done: bool,
}

/// What views need to name things by.
pub(super) struct Names {
    compensations: &'static app::model::Catalogue,
    boards: Vec<(CostCentre, String)>,
}

impl Names {
    pub(super) fn of(app: &App) -> Result<Names, ErrorReply> {
        Ok(Names { compensations: app.law()?, boards: app.boards()? })
    }

    pub(super) fn compensation(&self, code: &CompensationCode) -> String {
        let known = self.compensations.get(code);
        known.map(|known| known.short_name.clone()).unwrap_or_default()
    }

    pub(super) fn unit(&self, unit: &CostCentre) -> String {
        let known = self.boards.iter().find(|(centre, _)| centre == unit);
        known.map(|(_, name)| name.clone()).unwrap_or_default()
    }
}

fn view_of(app: &App, names: &Names, record: LastDayRecord) -> LastDayView {
    let LastDayRecord { typed, done } = record;
    let days_left = days_left(typed.last_day, app.today());
    let group = if done.is_some() { "done" } else { Nearness::of(days_left).as_str() };
    let (done_by, done_at) = done.unzip();
    LastDayView {
        compensation_name: names.compensation(&typed.compensation),
        period_words: period_words(&SwedishTexts, typed.period),
        unit_name: names.unit(&typed.cost_centre),
        id: typed.id,
        compensation: typed.compensation.0,
        period: typed.period.to_string(),
        unit: typed.cost_centre.0,
        last_day: typed.last_day.to_string(),
        days_left,
        group: group.to_owned(),
        amount_ore: typed.amount.map(|amount| amount.0),
        note: typed.note,
        done_by,
        done_at,
    }
}

/// Last days by day, with sums by how near they are on the business date.
///
/// # Errors
/// When a day cannot be read, or the database cannot be read.
pub fn list(app: &mut App, request: LastDaysRequest, part: Part) -> Result<LastDays, ErrorReply> {
    let unit = request.unit.filter(|unit| !unit.trim().is_empty());
    let filter = LastDayFilter {
        until: day_of("until", request.until.as_deref())?,
        unit: unit.map(|unit| CostCentre(unit.trim().to_owned())),
        with_done: request.include_done,
    };
    let found = app.last_days(&filter, part.span(u32::MAX))?;
    let names = Names::of(app)?;
    let groups = found.groups.iter().map(|group| LastDaysGroup {
        group: group.nearness.as_str().to_owned(),
        count: group.count,
        amount_ore: group.amount.0,
        without_amount: group.without_amount,
    });
    Ok(LastDays {
        groups: groups.collect(),
        days: found.days.into_iter().map(|record| view_of(app, &names, record)).collect(),
        total: found.total,
        at_risk_ore: found.at_risk.0,
        today: app.today().to_string(),
    })
}

/// Adds or changes a last day. The same once more changes nothing.
///
/// # Errors
/// Every faulty field at once; or compensation, period and unit have a last day under another id.
pub fn set(app: &mut App, request: SetLastDay) -> Result<LastDayView, ErrorReply> {
    let record = app.set_last_day(&TypedLastDay {
        id: request.id.filter(|id| !id.is_empty()),
        compensation: request.compensation,
        period: request.period,
        unit: request.unit,
        last_day: request.last_day,
        amount: match request.amount_ore {
            Stated::Left => Stated::Left,
            Stated::As(amount) => Stated::As(amount.map(Ore)),
        },
        note: request.note,
    })?;
    Ok(view_of(app, &Names::of(app)?, record))
}

/// Marks a last day as done, or as not done after all.
///
/// # Errors
/// When there is no such last day.
pub fn done(app: &mut App, request: MarkLastDay) -> Result<LastDayView, ErrorReply> {
    let record = app.mark_last_day(&request.id, request.done)?;
    Ok(view_of(app, &Names::of(app)?, record))
}
