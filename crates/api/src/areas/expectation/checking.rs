//! The decisions of a month, held against what is expected.

use app::App;
use app::expecting::DecisionCheck;
use domain::Month;
use domain::expectation::Decided;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::day_text;
use super::super::persons::{PersonBrief, briefs_of};
use crate::{ErrorReply, texts};

/// Asks for the decisions about the payments of a month.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DecisionCheckRequest {
    /// The month of payment, `yyyy-mm`.
    pub month: String,
}

/// Marks rows of the check.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct MarkDecisions {
    /// The month of payment, `yyyy-mm`.
    pub month: String,
    /// Names of rows.
    pub rows: Vec<String>,
    /// Whether they have been gone through, or not after all.
    pub done: bool,
}

/// What was decided of what is expected.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DecisionRowView {
    /// What it is called.
    pub row: String,
    /// The register's own Person-id; none: the city itself.
    pub person: Option<String>,
    /// Who it is, as lists show it.
    pub brief: Option<PersonBrief>,
    /// The compensation's code.
    pub compensation: String,
    /// Its short name.
    pub compensation_name: String,
    /// First day that it is for.
    pub period_from: String,
    /// Last day that it is for, inclusive.
    pub period_until: String,
    /// When it should be paid.
    pub due: String,
    /// What is expected.
    pub expected_ore: i64,
    /// What was granted.
    pub granted_ore: i64,
    /// The latter less the former.
    pub difference_ore: i64,
    /// When it was decided.
    pub decided: Option<String>,
    /// Whether what is expected rests on a value that nobody has checked.
    pub estimated: bool,
    /// `as-expected`, `differs`, `not-in-decision` or `not-expected`.
    pub state: String,
    /// The state in a few words.
    pub state_text: String,
    /// Whether somebody has gone through it.
    pub done: bool,
}

/// The decisions of a month.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DecisionCheckView {
    /// The month of payment, `yyyy-mm`.
    pub month: String,
    /// Left out first, then what differs, what is not expected, and what is as expected.
    pub rows: Vec<DecisionRowView>,
    /// How many rows differ or are left out, and nobody has gone through them.
    pub open: u64,
    /// What is expected in all.
    pub expected_ore: i64,
    /// What was granted in all.
    pub granted_ore: i64,
    /// What is expected and in no decision.
    pub left_out_ore: i64,
    /// What there is to know of the month as a whole, and how to go on; empty where there is nothing.
    pub text: String,
}

fn month_of(text: &str) -> Result<Month, ErrorReply> {
    text.trim().parse().map_err(|_| ErrorReply::bad_request("month", "månad"))
}

fn view(app: &App, month: Month, check: &DecisionCheck) -> Result<DecisionCheckView, ErrorReply> {
    let law = app.law()?;
    let briefs = briefs_of(app, check.rows.iter().filter_map(|row| row.person))?;
    let rows: Vec<DecisionRowView> = check
        .rows
        .iter()
        .map(|row| {
            let brief = row.person.and_then(|person| briefs.get(&person).cloned());
            let name = law.get(&row.compensation).map(|found| found.short_name.clone());
            DecisionRowView {
                row: row.id.clone(),
                person: brief.as_ref().map(|brief| brief.person.clone()),
                brief,
                compensation_name: name.unwrap_or_else(|| row.compensation.0.clone()),
                compensation: row.compensation.0.clone(),
                period_from: row.period.from.to_string(),
                period_until: row.period.until.to_string(),
                due: row.due.to_string(),
                expected_ore: row.expected.0,
                granted_ore: row.granted.0,
                difference_ore: (row.granted - row.expected).0,
                decided: day_text(row.decided),
                estimated: row.estimated,
                state: row.state.name().to_owned(),
                state_text: texts::text(&format!("decided-{}", row.state.name()), &[]),
                done: row.done,
            }
        })
        .collect();
    let open = check.rows.iter().filter(|row| !row.done && row.state != Decided::AsExpected);
    let left_out = check.rows.iter().filter(|row| row.state == Decided::NotInDecision);
    let text = match (check.expects(), check.has_decisions()) {
        (false, false) => "decided-month-of-nothing",
        (false, true) => "decided-month-without-expectations",
        (true, false) => "decided-month-without-decisions",
        (true, true) => "",
    };
    let values = [("month", app::TextValue::Month(month))];
    Ok(DecisionCheckView {
        month: month.to_string(),
        open: open.count() as u64,
        expected_ore: rows.iter().map(|row| row.expected_ore).sum(),
        granted_ore: rows.iter().map(|row| row.granted_ore).sum(),
        left_out_ore: left_out.map(|row| row.expected.0).sum(),
        text: if text.is_empty() { String::new() } else { texts::text(text, &values) },
        rows,
    })
}

/// The decisions about the payments of a month, held against what is expected.
///
/// # Errors
/// When there is no such month.
pub fn check_decisions(
    app: &mut App,
    request: DecisionCheckRequest,
) -> Result<DecisionCheckView, ErrorReply> {
    let month = month_of(&request.month)?;
    let check = app.decision_check(month)?;
    view(app, month, &check)
}

/// Marks rows of the check as gone through, or not after all.
///
/// # Errors
/// Every row that there is not.
pub fn mark_decisions(
    app: &mut App,
    request: MarkDecisions,
) -> Result<DecisionCheckView, ErrorReply> {
    let month = month_of(&request.month)?;
    app.mark_decisions(month, &request.rows, request.done)?;
    let check = app.decision_check(month)?;
    view(app, month, &check)
}
