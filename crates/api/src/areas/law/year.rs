//! The amounts of a year: which have to be checked, and checking them in one go.

use app::App;
use app::law::{TypedYear, TypedYearRow, YearRow};
use domain::law::Rate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::catalogue::case_text;
use crate::explanation::value_text;
use crate::{ErrorReply, texts};

/// Asks for the amounts of a year.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct YearRequest {
    /// The year.
    pub year: i32,
}

/// A value around a New Year.
#[derive(Clone, Debug, Serialize, TS)]
pub struct YearRowView {
    /// The compensation's code.
    pub compensation: String,
    /// Its short name.
    pub compensation_name: String,
    /// The case, by its name in the catalogue.
    pub case: String,
    /// When the case applies, in words; empty where there is one case.
    pub case_text: String,
    /// The value of the last day of the year before, as written.
    pub old_value: Option<String>,
    /// The same in words.
    pub old_text: String,
    /// The value that begins in the year, where the program knows one.
    pub new_value: Option<String>,
    /// The value that holds on the first day of the year in words; empty where nobody knows it.
    pub now_text: String,
    /// Where the value that holds was read.
    pub source: String,
    /// The day on which it was held against its source.
    pub checked_on: Option<String>,
    /// Whether it has been checked for the year.
    pub checked: bool,
    /// Whether it is set anew each year and nobody knows it yet.
    pub unknown: bool,
    /// What of the year should have come and is not counted before it is checked.
    pub unchecked_ore: i64,
    /// How many persons there is no amount at all for.
    pub persons: u64,
}

/// The amounts of a year.
#[derive(Clone, Debug, Serialize, TS)]
pub struct YearView {
    /// The year.
    pub year: i32,
    /// By compensation and case; what is not checked first.
    pub rows: Vec<YearRowView>,
    /// How many values are not checked.
    pub unchecked: u64,
    /// What is not counted before they are.
    pub unchecked_ore: i64,
    /// The same in a sentence; empty where everything is checked.
    pub text: String,
    /// That the year has begun, and what that means for a new value; empty where it has not.
    pub begun_text: String,
}

/// A value of a year as somebody types it.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct TypedYearValue {
    /// The compensation's code.
    pub compensation: String,
    /// The case, by its name in the catalogue; may be left out where there is one.
    #[serde(default)]
    pub case: Option<String>,
    /// The new value, as people write numbers; none: what holds goes on.
    #[serde(default)]
    pub value: Option<String>,
    /// Where it was read; none: where the others were.
    #[serde(default)]
    pub source: Option<String>,
    /// That a value which is far from the old one is meant.
    #[serde(default)]
    pub sure: bool,
}

/// Checks the amounts of a year, all or none.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SetYear {
    /// The year.
    pub year: i32,
    /// Values.
    pub rows: Vec<TypedYearValue>,
    /// Where they were read.
    #[serde(default)]
    pub source: String,
    /// The day on which they were held against the source; none: the business date.
    #[serde(default)]
    pub checked_on: Option<String>,
}

/// What has been checked.
#[derive(Clone, Debug, Serialize, TS)]
pub struct YearSet {
    /// New values.
    pub values: u64,
    /// Compensations whose values still hold.
    pub checks: u64,
    /// The year as it is now.
    #[serde(flatten)]
    pub view: YearView,
}

fn row_view(year: i32, row: &YearRow, unchecked: &app::expecting::Awaited) -> YearRowView {
    let compensation = &row.compensation;
    let words = |rate: Option<&std::sync::Arc<Rate>>| {
        let value = rate.and_then(|rate| rate.value);
        value.map_or_else(String::new, |value| value_text(compensation.unit, value))
    };
    let plain = |rate: Option<&std::sync::Arc<Rate>>| {
        rate.and_then(|rate| rate.value).map(|value| value.normalize().to_string())
    };
    let case = compensation.cases.iter().find(|case| case.name == row.case);
    let case = case.filter(|_| compensation.cases.len() > 1);
    let waits = unchecked.unchecked.get(&compensation.code).filter(|_| !row.checked);
    YearRowView {
        compensation: compensation.code.0.clone(),
        compensation_name: compensation.short_name.clone(),
        case: row.case.clone(),
        case_text: case.map(case_text).unwrap_or_default(),
        old_value: plain(row.before.as_ref()),
        old_text: words(row.before.as_ref()),
        new_value: plain(row.new_value(year)),
        now_text: words(row.now.as_ref()),
        source: row.now.as_ref().map(|rate| rate.source.clone()).unwrap_or_default(),
        checked_on: row.now.as_ref().map(|rate| rate.checked_on.to_string()),
        checked: row.checked,
        unknown: row.now.is_none(),
        unchecked_ore: waits.map_or(0, |waits| waits.expected.0),
        persons: waits.map_or(0, |waits| waits.unknown),
    }
}

/// The amounts of a year, and what of it is not counted before they are checked.
///
/// # Errors
/// When no amounts are known of such a year, or the database cannot be read.
pub fn year(app: &mut App, request: YearRequest) -> Result<YearView, ErrorReply> {
    let YearRequest { year } = request;
    let found = app.year(year)?;
    let city = app.city_expectation(app.today())?;
    let mut rows: Vec<YearRowView> =
        found.iter().map(|row| row_view(year, row, &city.awaited)).collect();
    rows.sort_by(|a, b| {
        (a.checked, &a.compensation, &a.case).cmp(&(b.checked, &b.compensation, &b.case))
    });
    let waiting = rows.iter().filter(|row| !row.checked);
    let unchecked = waiting.clone().count();
    // What a compensation waits for stands on each of its cases.
    let by_compensation: std::collections::BTreeMap<&str, i64> =
        waiting.map(|row| (row.compensation.as_str(), row.unchecked_ore)).collect();
    let unchecked_ore: i64 = by_compensation.values().sum();
    let text = match unchecked {
        0 => String::new(),
        _ => texts::text(
            "law-year-unchecked",
            &[
                ("count", app::TextValue::Count(i64::try_from(unchecked).unwrap_or(i64::MAX))),
                ("amount", app::TextValue::Amount(domain::Ore(unchecked_ore))),
            ],
        ),
    };
    let first = chrono::NaiveDate::from_ymd_opt(year, 1, 1);
    let begun_text = match first.filter(|first| *first <= app.today()) {
        Some(first) => texts::text("law-year-begun", &[("day", app::TextValue::Day(first))]),
        None => String::new(),
    };
    Ok(YearView { year, unchecked: unchecked as u64, unchecked_ore, text, begun_text, rows })
}

/// Checks the amounts of a year.
///
/// # Errors
/// Every fault of every value; then nothing is noted.
pub fn set_year(app: &mut App, request: SetYear) -> Result<YearSet, ErrorReply> {
    let rows = request.rows.into_iter().map(|row| TypedYearRow {
        compensation: row.compensation,
        case: row.case,
        value: row.value,
        source: row.source,
        sure: row.sure,
    });
    let noted = app.set_year(&TypedYear {
        year: request.year,
        rows: rows.collect(),
        source: request.source,
        checked_on: request.checked_on,
    })?;
    Ok(YearSet {
        values: noted.values as u64,
        checks: noted.checks as u64,
        view: year(app, YearRequest { year: request.year })?,
    })
}
