//! What is expected of one person, explained.

use std::collections::BTreeMap;

use app::App;
use app::expecting::{Line, PersonExpectation};
use domain::Ore;
use domain::expectation::{State, Untriggered};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::law::{AmountView, amount_view, refusal_text, unmet_text};
use super::super::persons::briefs_of;
use super::as_of_day;
use super::line::{LineView, line_view};
use crate::explanation::word;
use crate::{ErrorReply, texts};

/// Asks what is expected of a person.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct AsOfPerson {
    /// The register's own Person-id; none: the city itself.
    #[serde(default)]
    pub person: Option<String>,
    /// The day, inclusive; none: the business date.
    #[serde(default)]
    pub as_of: Option<String>,
}

/// A compensation of which nothing is expected.
#[derive(Clone, Debug, Serialize, TS)]
pub struct NotTriggeredView {
    /// The compensation's code.
    pub compensation: String,
    /// Its short name.
    pub compensation_name: String,
    /// Why: a stable code.
    pub because: String,
    /// Why, in a sentence.
    pub text: String,
}

/// What is due in a month and has not come.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DueMonth {
    /// `yyyy-mm`.
    pub month: String,
    /// What may still come.
    pub awaited_ore: i64,
    /// What a report asks for.
    pub missing_ore: i64,
}

/// What is expected of a person.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PersonExpected {
    /// The person; none: the city itself.
    pub person: Option<String>,
    /// The day as it stands on which it is told.
    pub as_of: String,
    /// The first day whose payments are in the program; none where there is no list.
    pub payments_since: Option<String>,
    /// What should come with what came, by compensation and period.
    pub lines: Vec<LineView>,
    /// Of which compensations nothing is expected, and why.
    pub not_triggered: Vec<NotTriggeredView>,
    /// What should come in all.
    pub expected_ore: i64,
    /// What came.
    pub paid_ore: i64,
    /// What is missing.
    pub missing_ore: i64,
    /// By month, the oldest first.
    pub months: Vec<DueMonth>,
}

/// Asks why an amount should come.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ExplainLine {
    /// The register's own Person-id; none: the city itself.
    #[serde(default)]
    pub person: Option<String>,
    /// The compensation's code.
    pub compensation: String,
    /// First day of the period.
    pub period_from: String,
    /// The day, inclusive; none: the business date.
    #[serde(default)]
    pub as_of: Option<String>,
}

/// Why an amount should come.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LineExplained {
    /// The line.
    pub line: LineView,
    /// The amount with its explanation; none where nothing expects it.
    pub amount: Option<AmountView>,
}

/// What is due and has not come, by month.
fn due_months(lines: &[Line]) -> Vec<DueMonth> {
    let mut months: BTreeMap<String, DueMonth> = BTreeMap::new();
    for line in lines {
        let Some(due) = line.due else { continue };
        let awaited = match line.state {
            State::NotYetDue | State::NotDecided | State::ListUnread => line.expected - line.paid,
            _ => Ore::ZERO,
        };
        if awaited <= Ore::ZERO && line.missing <= Ore::ZERO {
            continue;
        }
        let month = domain::Month::of(due).to_string();
        let of_month = months.entry(month.clone()).or_insert(DueMonth {
            month,
            awaited_ore: 0,
            missing_ore: 0,
        });
        of_month.awaited_ore += awaited.0.max(0);
        of_month.missing_ore += line.missing.0.max(0);
    }
    months.into_values().collect()
}

fn because(untriggered: &Untriggered) -> (String, String) {
    match untriggered {
        Untriggered::Unmet { unmet } => (word(unmet), unmet_text(*unmet)),
        Untriggered::OtherMunicipality => {
            let code = "other-municipality".to_owned();
            (code, texts::text("expected-other-municipality", &[]))
        }
        Untriggered::NoRate { refusal } => (word(refusal), refusal_text(refusal)),
        Untriggered::NotComputed { why } => {
            let code = word(why);
            let text = texts::text(&format!("law-not-computed-{code}"), &[]);
            (code, text)
        }
        Untriggered::UnknownCode => {
            let code = "unknown-code".to_owned();
            (code, texts::text("law-refusal-unknown-code", &[]))
        }
    }
}

fn expectation(
    app: &mut App,
    person: Option<&str>,
    as_of: Option<&str>,
) -> Result<(PersonExpectation, chrono::NaiveDate), ErrorReply> {
    let day = as_of_day(app, as_of)?;
    let found = match person {
        Some(person) => {
            let person_no = app.open_person_no(person)?;
            app.expectation_of(person_no, day)?
        }
        None => app.expectation_of_city(day)?,
    };
    Ok((found, day))
}

/// What is expected of a person, or of the city itself.
///
/// # Errors
/// When there is no such person, or it is protected and nobody has opened it.
pub fn person(app: &mut App, request: AsOfPerson) -> Result<PersonExpected, ErrorReply> {
    let (found, as_of) = expectation(app, request.person.as_deref(), request.as_of.as_deref())?;
    let law = app.law()?;
    let briefs = briefs_of(app, found.lines.iter().filter_map(|line| line.person))?;
    let lines = found.lines.iter().map(|line| line_view(app, &briefs, line));
    let lines: Vec<LineView> = lines.collect::<Result<_, _>>()?;
    let not_triggered = found.not_triggered.iter().map(|(code, untriggered)| {
        let (because, text) = because(untriggered);
        let name = law.get(code).map(|found| found.short_name.clone());
        NotTriggeredView {
            compensation: code.0.clone(),
            compensation_name: name.unwrap_or_else(|| code.0.clone()),
            because,
            text,
        }
    });
    Ok(PersonExpected {
        months: due_months(&found.lines),
        person: request.person,
        as_of: as_of.to_string(),
        payments_since: app.payments_since()?.map(|day| day.to_string()),
        expected_ore: lines.iter().map(|line| line.expected_ore).sum(),
        paid_ore: lines.iter().map(|line| line.paid_ore).sum(),
        missing_ore: lines.iter().map(|line| line.missing_ore).sum(),
        not_triggered: not_triggered.collect(),
        lines,
    })
}

/// Why an amount should come.
///
/// # Errors
/// When there is no such line.
pub fn explain(app: &mut App, request: ExplainLine) -> Result<LineExplained, ErrorReply> {
    let (found, _) = expectation(app, request.person.as_deref(), request.as_of.as_deref())?;
    let from = super::super::certain_day_of("period_from", &request.period_from)?;
    let line = found.lines.iter().find(|line| {
        line.compensation.0 == request.compensation
            && line.period.is_some_and(|days| days.from == from)
    });
    let line = line.ok_or_else(|| {
        app::AppError::refused(app::RefusalCode::NothingThatDay).in_field("period_from")
    })?;
    let amount = line.amount.and_then(|place| found.amounts.get(place));
    Ok(LineExplained {
        line: line_view(app, &briefs_of(app, line.person)?, line)?,
        amount: amount.map(|amount| amount_view(amount, &found.facts)),
    })
}
