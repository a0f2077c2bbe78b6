//! What a changed fact has done to what is expected of a person.

use app::App;
use app::expecting::{ChangedLine, ExpectedChange};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::certain_day_of;
use super::super::persons::fact_sentences;
use super::as_of_day;
use crate::{ErrorReply, texts};

/// Asks what has changed.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ChangesRequest {
    /// The register's own Person-id.
    pub person: String,
    /// The day whose knowledge is compared with what is known now.
    pub since: String,
    /// Up to this day, inclusive; none: the business date.
    #[serde(default)]
    pub as_of: Option<String>,
}

/// A change of what is expected.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ChangeView {
    /// The compensation's code.
    pub compensation: String,
    /// Its short name.
    pub compensation_name: String,
    /// First day that it is for.
    pub period_from: String,
    /// Last day that it is for, inclusive.
    pub period_until: String,
    /// `added`, `removed`, `amount`, `due` or `municipality`.
    pub change: String,
    /// By how much it is more or less for the city and others together.
    pub difference_ore: i64,
    /// The change in a sentence.
    pub text: String,
}

/// What has changed, and why.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ChangesView {
    /// By compensation and period.
    pub changes: Vec<ChangeView>,
    /// What was believed then and is not now, in a sentence each.
    pub then_text: Vec<String>,
    /// What is known now and was not then, in a sentence each.
    pub now_text: Vec<String>,
}

fn words(line: &ChangedLine) -> (&'static str, i64, String) {
    use app::TextValue::{Amount, Day, Text};
    let day = |day: &Option<chrono::NaiveDate>| day.map_or_else(|| "".into(), Day);
    let (id, difference, before, after) = match &line.change {
        ExpectedChange::Added(amount) => ("added", amount.0, Amount(*amount), Amount(*amount)),
        ExpectedChange::Removed(amount) => ("removed", -amount.0, Amount(*amount), Amount(*amount)),
        ExpectedChange::Amount(before, after) => {
            ("amount", (*after - *before).0, Amount(*before), Amount(*after))
        }
        ExpectedChange::Due(before, after) => ("due", 0, day(before), day(after)),
        ExpectedChange::Municipality(before, after) => {
            ("municipality", 0, Text(before.0.clone()), Text(after.0.clone()))
        }
    };
    let values = [("before", before), ("after", after)];
    (id, difference, texts::text(&format!("expected-change-{id}"), &values))
}

/// What a changed fact has done to what is expected of a person.
///
/// # Errors
/// When there is no such person, or it is protected and nobody has opened it.
pub fn changes(app: &mut App, request: ChangesRequest) -> Result<ChangesView, ErrorReply> {
    let as_of = as_of_day(app, request.as_of.as_deref())?;
    let since = certain_day_of("since", &request.since)?;
    let person_no = app.open_person_no(&request.person)?;
    let found = app.expectation_changes(person_no, since, as_of)?;
    let law = app.law()?;
    let changes = found.lines.iter().map(|line| {
        let (change, difference_ore, text) = words(line);
        let name = law.get(&line.compensation).map(|found| found.short_name.clone());
        ChangeView {
            compensation_name: name.unwrap_or_else(|| line.compensation.0.clone()),
            compensation: line.compensation.0.clone(),
            period_from: line.period.from.to_string(),
            period_until: line.period.until.to_string(),
            change: change.to_owned(),
            difference_ore,
            text,
        }
    });
    Ok(ChangesView {
        changes: changes.collect(),
        then_text: fact_sentences(app, "known-then", &found.then)?,
        now_text: fact_sentences(app, "known-now", &found.now)?,
    })
}
