//! What is neither here nor missing: lists that nobody has read, and values that nobody has checked.

use app::App;
use app::TextValue::{Amount, Count, Day, Month, Text};
use app::expecting::{Awaited, Unread};
use chrono::NaiveDate;
use domain::Ore;
use domain::codes::CompensationCode;
use serde::Serialize;
use ts_rs::TS;

use super::{AsOf, day_of_report};
use crate::{ErrorReply, texts};

/// What should have come of one compensation in one month, with a list that nobody has read.
#[derive(Clone, Debug, Serialize, TS)]
pub struct UnreadView {
    /// The compensation's code.
    pub compensation: String,
    /// Its short name.
    pub compensation_name: String,
    /// The month in which it should have come, `yyyy-mm`.
    pub month: String,
    /// How many amounts.
    pub amounts: u64,
    /// What of them has not come.
    pub expected_ore: i64,
    /// The first day on which any of it should have come.
    pub payment: String,
    /// The day from which the list is late: five working days after that.
    pub late_from: String,
    /// Whether it is late.
    pub late: bool,
    /// What it is and what to do, in a sentence.
    pub text: String,
}

/// What is not counted of a compensation, because nobody has checked its values.
#[derive(Clone, Debug, Serialize, TS)]
pub struct UncheckedView {
    /// The compensation's code.
    pub compensation: String,
    /// Its short name.
    pub compensation_name: String,
    /// How many amounts should have come and rest on such a value.
    pub amounts: u64,
    /// What of them has not come, by the last value known.
    pub expected_ore: i64,
    /// How many persons there is no amount at all for, because no value of the year is known.
    pub unknown: u64,
}

/// What is neither here nor missing.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AwaitedView {
    /// By month and compensation, the oldest first.
    pub unread: Vec<UnreadView>,
    /// What has not come of it in all.
    pub unread_ore: i64,
    /// What of that should have been read by now.
    pub late_ore: i64,
    /// The same in a sentence; empty where every list is read.
    pub unread_text: String,
    /// By compensation.
    pub unchecked: Vec<UncheckedView>,
    /// What is not counted, because nobody has checked the values it rests on.
    pub unchecked_ore: i64,
    /// How many persons there is no amount at all for.
    pub unchecked_unknown: u64,
    /// The same in a sentence; empty where everything is checked.
    pub unchecked_text: String,
}

fn count(number: u64) -> app::TextValue {
    Count(i64::try_from(number).unwrap_or(i64::MAX))
}

fn unread_view(
    name: String,
    (code, month): &(CompensationCode, domain::Month),
    unread: &Unread,
    as_of: NaiveDate,
) -> UnreadView {
    let late_from = unread.late_from();
    let late = late_from <= as_of;
    let values = [
        ("name", Text(name.clone())),
        ("month", Month(*month)),
        ("amount", Amount(unread.expected)),
        ("day", Day(unread.payment)),
    ];
    let id = if late { "expected-unread-late" } else { "expected-unread" };
    UnreadView {
        compensation: code.0.clone(),
        compensation_name: name,
        month: month.to_string(),
        amounts: unread.amounts,
        expected_ore: unread.expected.0,
        payment: unread.payment.to_string(),
        late_from: late_from.to_string(),
        late,
        text: texts::text(id, &values),
    }
}

fn unread_text(unread: &[UnreadView]) -> String {
    let sum = |late: bool| -> i64 {
        let rows = unread.iter().filter(|row| row.late || !late);
        rows.map(|row| row.expected_ore).sum()
    };
    let (all, late) = (sum(false), sum(true));
    if unread.is_empty() {
        return String::new();
    }
    let id = if late == 0 { "expected-unread-all" } else { "expected-unread-all-late" };
    texts::text(id, &[("amount", Amount(Ore(all))), ("late", Amount(Ore(late)))])
}

/// What is neither here nor missing, as it is shown.
pub(super) fn awaited_view(
    app: &App,
    awaited: &Awaited,
    as_of: NaiveDate,
) -> Result<AwaitedView, ErrorReply> {
    let law = app.law()?;
    let name_of = |code: &CompensationCode| {
        law.get(code).map_or_else(|| code.0.clone(), |found| found.short_name.clone())
    };
    let mut unread: Vec<UnreadView> = awaited
        .unread
        .iter()
        .map(|(key, unread)| unread_view(name_of(&key.0), key, unread, as_of))
        .collect();
    unread.sort_by(|a, b| (&a.month, &a.compensation).cmp(&(&b.month, &b.compensation)));
    let unchecked = awaited.unchecked.iter().map(|(code, found)| UncheckedView {
        compensation: code.0.clone(),
        compensation_name: name_of(code),
        amounts: found.amounts,
        expected_ore: found.expected.0,
        unknown: found.unknown,
    });
    let all = awaited.unchecked_in_all();
    let mut told = Vec::new();
    if !all.expected.is_zero() {
        told.push(texts::text("expected-unchecked", &[("amount", Amount(all.expected))]));
    }
    if all.unknown > 0 {
        told.push(texts::text("expected-unknown", &[("count", count(all.unknown))]));
    }
    Ok(AwaitedView {
        unread_ore: unread.iter().map(|row| row.expected_ore).sum(),
        late_ore: unread.iter().filter(|row| row.late).map(|row| row.expected_ore).sum(),
        unread_text: unread_text(&unread),
        unread,
        unchecked: unchecked.collect(),
        unchecked_ore: all.expected.0,
        unchecked_unknown: all.unknown,
        unchecked_text: told.join(" "),
    })
}

/// What is neither here nor missing, without the report.
///
/// # Errors
/// When the database cannot be read.
pub fn awaited(app: &mut App, request: AsOf) -> Result<AwaitedView, ErrorReply> {
    let as_of = day_of_report(app, request.as_of.as_deref())?;
    let city = app.city_expectation(as_of)?;
    awaited_view(app, &city.awaited, as_of)
}
