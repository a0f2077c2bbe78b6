//! A line: what should come of one compensation for one period, with what came.

use std::collections::HashMap;

use app::App;
use app::expecting::{Line, PaidPart};
use app::model::PersonNo;
use domain::Ore;
use domain::expectation::{Cause, State};
use serde::Serialize;
use ts_rs::TS;

use super::super::day_text;
use super::super::law::law_text;
use super::super::persons::PersonBrief;
use crate::explanation::word;
use crate::{ErrorReply, texts};

/// A part of a payment row.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PaidPartView {
    /// The list's id.
    pub list: String,
    /// Line in the file.
    pub line: u32,
    /// Day of payment.
    pub payment_date: String,
    /// How much of it.
    pub amount_ore: i64,
}

/// What should come of one compensation for one period, with what came.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LineView {
    /// The register's own Person-id; none: the city itself, or nobody who is known.
    pub person: Option<String>,
    /// Who it is, as lists show it.
    pub brief: Option<PersonBrief>,
    /// The compensation's code.
    pub compensation: String,
    /// Its short name.
    pub compensation_name: String,
    /// Ordinance and section.
    pub law: String,
    /// First day that it is for.
    pub period_from: Option<String>,
    /// Last day that it is for, inclusive.
    pub period_until: Option<String>,
    /// When it should have come.
    pub due: Option<String>,
    /// When it was decided.
    pub decided: Option<String>,
    /// What should come.
    pub expected_ore: i64,
    /// What was granted of it.
    pub granted_ore: i64,
    /// What came and was not taken back.
    pub paid_ore: i64,
    /// How much a report asks for.
    pub missing_ore: i64,
    /// `settled`, `not-yet-due`, `not-decided`, `list-unread`, `missing`, `granted-not-paid`, `estimated`, `short`,
    /// `extra`, `taken-back`, `wrong-period` or `unexpected`.
    pub state: String,
    /// The state in a few words.
    pub state_text: String,
    /// Why, as far as that can be seen: a stable code.
    pub cause: Option<String>,
    /// What it is and what to do, in a sentence.
    pub text: String,
    /// Parts of rows that answer to it.
    pub parts: Vec<PaidPartView>,
}

fn part_view(part: &PaidPart) -> PaidPartView {
    PaidPartView {
        list: part.list.clone(),
        line: part.line,
        payment_date: part.payment_date.to_string(),
        amount_ore: part.amount.0,
    }
}

fn cause_of(state: &State) -> Option<Cause> {
    match state {
        State::Short { cause, .. } | State::Extra { cause, .. } => *cause,
        State::Unexpected { cause } => Some(*cause),
        _ => None,
    }
}

/// What a state is and what to do.
fn sentence(line: &Line) -> String {
    use app::TextValue::{Amount, Count, Text};
    let late = |days: &i64| vec![("days", Count(*days))];
    let (variant, mut values) = match &line.state {
        State::Settled { late_days: 0 } => ("", Vec::new()),
        State::Settled { late_days } => ("-late", late(late_days)),
        State::WrongPeriod { late_days } => ("", late(late_days)),
        State::Short { uncovered, .. } if !uncovered.is_empty() => {
            let days = uncovered.iter().map(|days| format!("{}–{}", days.from, days.until));
            ("-days", vec![("uncovered", Text(days.collect::<Vec<_>>().join(", ")))])
        }
        State::Extra { too_much, .. } => ("", vec![("much", Amount(*too_much))]),
        State::TakenBack { taken, missing } if missing.is_zero() => {
            ("", vec![("taken", Amount(*taken))])
        }
        State::TakenBack { taken, .. } => ("-short", vec![("taken", Amount(*taken))]),
        _ => ("", Vec::new()),
    };
    values.push(("missing", Amount(line.missing)));
    values.push(("expected", Amount(line.expected)));
    values.push(("paid", Amount(line.paid)));
    let mut text = texts::text(&format!("expected-{}{variant}", line.state.name()), &values);
    if let Some(cause) = cause_of(&line.state) {
        text.push(' ');
        text.push_str(&texts::text(&format!("expected-cause-{}", word(&cause)), &[]));
    }
    text
}

/// A line as it is shown. Of a protected person whom nobody has opened only the Person-id is.
pub(super) fn line_view(
    app: &App,
    briefs: &HashMap<PersonNo, PersonBrief>,
    line: &Line,
) -> Result<LineView, ErrorReply> {
    let brief = line.person.and_then(|person| briefs.get(&person).cloned());
    let law = app.law()?;
    let found = law.get(&line.compensation);
    let name = found.map(|found| found.short_name.clone());
    let state = line.state.name();
    let ore = |ore: Ore| ore.0;
    Ok(LineView {
        person: brief.as_ref().map(|brief| brief.person.clone()),
        brief,
        compensation: line.compensation.0.clone(),
        compensation_name: name.unwrap_or_else(|| line.compensation.0.clone()),
        law: found.map(|found| law_text(found)).unwrap_or_default(),
        period_from: day_text(line.period.map(|days| days.from)),
        period_until: day_text(line.period.map(|days| days.until)),
        due: day_text(line.due),
        decided: day_text(line.decided),
        expected_ore: ore(line.expected),
        granted_ore: ore(line.granted),
        paid_ore: ore(line.paid),
        missing_ore: ore(line.missing),
        state_text: texts::text(&format!("expected-{state}.short"), &[]),
        state: state.to_owned(),
        cause: cause_of(&line.state).map(|cause| word(&cause)),
        text: sentence(line),
        parts: line.parts.iter().map(part_view).collect(),
    })
}
