//! What is expected for everybody, by month and compensation.

use app::App;
use domain::expectation::{ByDueMonth, Sums};
use serde::Serialize;
use ts_rs::TS;

use super::{AsOf, as_of_day};
use crate::{ErrorReply, texts};

/// Sums of what should come and what came.
#[derive(Clone, Copy, Debug, Default, Serialize, TS)]
pub struct SumsView {
    /// What should come.
    pub expected_ore: i64,
    /// What came and was not taken back.
    pub paid_ore: i64,
    /// Of what nothing came, though its day has passed.
    pub missing_ore: i64,
    /// What did not come of what came in part.
    pub short_ore: i64,
    /// What may still come.
    pub not_yet_due_ore: i64,
    /// By how much estimates differ from what came.
    pub estimated_ore: i64,
    /// What came and was taken back.
    pub taken_back_ore: i64,
    /// What came besides.
    pub too_much_ore: i64,
}

/// A month in which money should come.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ExpectedMonth {
    /// `yyyy-mm`.
    pub month: String,
    /// In words.
    pub text: String,
    /// Its sums.
    pub sums: SumsView,
}

/// A compensation over all months.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ExpectedOf {
    /// The compensation's code.
    pub compensation: String,
    /// Its short name.
    pub compensation_name: String,
    /// Its sums.
    pub sums: SumsView,
    /// Its months, the latest first.
    pub months: Vec<ExpectedMonth>,
}

/// What is expected for everybody.
#[derive(Clone, Debug, Serialize, TS)]
pub struct OverviewView {
    /// The day as it stands on which it is told.
    pub as_of: String,
    /// The first day whose payments are in the program; none where there is no list.
    pub payments_since: Option<String>,
    /// How many persons were looked at.
    pub persons: u64,
    /// How many amounts.
    pub amounts: u64,
    /// Over everything.
    pub sums: SumsView,
    /// By month, the latest first.
    pub months: Vec<ExpectedMonth>,
    /// By compensation.
    pub compensations: Vec<ExpectedOf>,
}

impl From<Sums> for SumsView {
    fn from(sums: Sums) -> SumsView {
        SumsView {
            expected_ore: sums.expected.0,
            paid_ore: sums.paid.0,
            missing_ore: sums.missing.0,
            short_ore: sums.short.0,
            not_yet_due_ore: sums.not_yet_due.0,
            estimated_ore: sums.estimated.0,
            taken_back_ore: sums.taken_back.0,
            too_much_ore: sums.too_much.0,
        }
    }
}

fn months_of(sums: &ByDueMonth) -> (SumsView, Vec<ExpectedMonth>) {
    let mut all = sums.without_day;
    for month in sums.months.values() {
        all += *month;
    }
    let months = sums.months.iter().rev().map(|(month, sums)| ExpectedMonth {
        month: month.to_string(),
        text: texts::text("month-name", &[("month", app::TextValue::Month(*month))]),
        sums: (*sums).into(),
    });
    (all.into(), months.collect())
}

/// What is expected for everybody.
///
/// # Errors
/// When the database cannot be read.
pub fn overview(app: &mut App, request: AsOf) -> Result<OverviewView, ErrorReply> {
    let as_of = as_of_day(app, request.as_of.as_deref())?;
    let law = app.law()?;
    let city = app.city_expectation(as_of)?;
    let (sums, months) = months_of(&city.months);
    let mut compensations: Vec<ExpectedOf> = city
        .by_compensation
        .iter()
        .map(|(code, of)| {
            let (sums, months) = months_of(of);
            let name = law.get(code).map(|found| found.short_name.clone());
            ExpectedOf {
                compensation: code.0.clone(),
                compensation_name: name.unwrap_or_else(|| code.0.clone()),
                sums,
                months,
            }
        })
        .collect();
    compensations.sort_by(|a, b| a.compensation.cmp(&b.compensation));
    Ok(OverviewView {
        as_of: as_of.to_string(),
        payments_since: app.payments_since()?.map(|day| day.to_string()),
        persons: city.persons,
        amounts: city.amounts,
        sums,
        months,
        compensations,
    })
}
