//! When decisions and payments are expected, and which have not come.

use app::App;
use domain::expectation::expected_days;
use serde::Serialize;
use ts_rs::TS;

use super::{AsOf, as_of_day};
use crate::explanation::word;
use crate::{ErrorReply, texts};

/// A decision day and a payment day of the month.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CalendarDay {
    /// The rhythm: a stable code.
    pub rhythm: String,
    /// The rhythm in words.
    pub text: String,
    /// First day that the payment is for.
    pub concerned_from: String,
    /// Last day that the payment is for, inclusive.
    pub concerned_until: String,
    /// About when it is decided.
    pub decision: String,
    /// When it is paid.
    pub payment: String,
}

/// What should come of one compensation on one day.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ExpectedGroup {
    /// The day.
    pub due: String,
    /// The compensation's code.
    pub compensation: String,
    /// Its short name.
    pub compensation_name: String,
    /// How many amounts are missing.
    pub count: u64,
    /// Their sum.
    pub amount_ore: i64,
}

/// The calendar of a month.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CalendarView {
    /// The day that the month lies around.
    pub as_of: String,
    /// Days of the month, by payment.
    pub days: Vec<CalendarDay>,
    /// What should have come and is not here, by day and compensation.
    pub not_here: Vec<ExpectedGroup>,
}

/// When decisions and payments are expected in the month of a day, and which have not come.
///
/// # Errors
/// When the database cannot be read.
pub fn calendar(app: &mut App, request: AsOf) -> Result<CalendarView, ErrorReply> {
    let as_of = as_of_day(app, request.as_of.as_deref())?;
    let law = app.law()?;
    let days = expected_days(as_of).into_iter().map(|days| CalendarDay {
        rhythm: word(&days.rhythm),
        text: texts::text(&format!("law-payment-{}", word(&days.rhythm)), &[]),
        concerned_from: days.concerned.from.to_string(),
        concerned_until: days.concerned.until.to_string(),
        decision: days.decision.to_string(),
        payment: days.payment.to_string(),
    });
    let mut groups: std::collections::BTreeMap<_, (u64, i64)> = std::collections::BTreeMap::new();
    let city = app.city_expectation(as_of)?;
    for line in city.lines.iter().filter(|line| line.missing > domain::Ore::ZERO) {
        if let Some(due) = line.due {
            let group = groups.entry((due, line.compensation.clone())).or_default();
            group.0 += 1;
            group.1 += line.missing.0;
        }
    }
    let not_here = groups.into_iter().map(|((due, code), (count, amount_ore))| ExpectedGroup {
        due: due.to_string(),
        compensation_name: law
            .get(&code)
            .map_or_else(|| code.0.clone(), |found| found.short_name.clone()),
        compensation: code.0,
        count,
        amount_ore,
    });
    Ok(CalendarView {
        as_of: as_of.to_string(),
        days: days.collect(),
        not_here: not_here.collect(),
    })
}
