//! What a change of the law, or of a value, does to the city.

use std::collections::BTreeMap;

use app::App;
use app::TextValue::{Amount, Count, Day};
use app::expecting::LawChange;
use domain::Ore;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::persons::{PersonBrief, briefs_of};
use super::super::{certain_day_of, day_of};
use super::additions::AddRate;
use crate::{ErrorReply, texts};

/// Asks what a change does: what begins on a day, or values that would be entered.
#[derive(Clone, Debug, Default, Deserialize, TS)]
pub struct EffectRequest {
    /// The day on which the change begins; none: values are asked about.
    #[serde(default)]
    pub on: Option<String>,
    /// Values that would be entered.
    #[serde(default)]
    pub rates: Vec<AddRate>,
    /// The day up to which amounts are computed; none: the business date or the day of the change,
    /// whichever is later. Whole quarters are.
    #[serde(default)]
    pub until: Option<String>,
}

/// What a change does to one person in one month.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EffectRowView {
    /// The register's own Person-id; none: the city itself.
    pub person: Option<String>,
    /// Who it is, as lists show it.
    pub brief: Option<PersonBrief>,
    /// The compensation's code.
    pub compensation: String,
    /// Its short name.
    pub compensation_name: String,
    /// The month in which it should be paid, `yyyy-mm`.
    pub month: String,
    /// What the city should get without the change.
    pub before_ore: i64,
    /// What it should get with it.
    pub after_ore: i64,
    /// The latter less the former.
    pub difference_ore: i64,
}

/// What a change does to a compensation in a month.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EffectSumView {
    /// The compensation's code.
    pub compensation: String,
    /// Its short name.
    pub compensation_name: String,
    /// The month, `yyyy-mm`.
    pub month: String,
    /// How many persons it touches.
    pub persons: u64,
    /// What the city should get without the change.
    pub before_ore: i64,
    /// What it should get with it.
    pub after_ore: i64,
    /// The latter less the former.
    pub difference_ore: i64,
}

/// What a change does.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EffectView {
    /// The last day that is looked at.
    pub until: String,
    /// Whom it touches, by compensation, month and person.
    pub rows: Vec<EffectRowView>,
    /// The same by compensation and month.
    pub sums: Vec<EffectSumView>,
    /// How many persons it touches in all.
    pub persons: u64,
    /// By how much the city gets more, or less.
    pub difference_ore: i64,
    /// The same in a sentence.
    pub text: String,
}

fn change_of(request: &EffectRequest) -> Result<LawChange, ErrorReply> {
    match (&request.on, request.rates.as_slice()) {
        (Some(day), []) => Ok(LawChange::On(certain_day_of("on", day)?)),
        (None, rates) if !rates.is_empty() => {
            Ok(LawChange::Values(rates.iter().cloned().map(Into::into).collect()))
        }
        _ => Err(app::AppError::refused(app::RefusalCode::EffectOfNothing).in_field("on").into()),
    }
}

/// What a change does to the city. It changes nothing.
///
/// # Errors
/// When neither or both of a day and values are given, or these do not fit the law.
pub fn effect(app: &mut App, request: EffectRequest) -> Result<EffectView, ErrorReply> {
    let change = change_of(&request)?;
    let until = day_of("until", request.until.as_deref())?;
    let found = app.law_effect(&change, until)?;
    let law = app.law()?;
    let briefs = briefs_of(app, found.rows.iter().filter_map(|row| row.person))?;
    let mut sums: BTreeMap<(String, String), EffectSumView> = BTreeMap::new();
    let mut rows = Vec::with_capacity(found.rows.len());
    for row in &found.rows {
        let name = law.get(&row.compensation).map(|found| found.short_name.clone());
        let (code, month) = (row.compensation.0.clone(), row.month.to_string());
        let name = name.unwrap_or_else(|| code.clone());
        let (before_ore, after_ore) = (row.before.0, row.after.0);
        let difference_ore = after_ore - before_ore;
        let sum = sums.entry((code.clone(), month.clone())).or_insert_with(|| EffectSumView {
            compensation: code.clone(),
            compensation_name: name.clone(),
            month: month.clone(),
            persons: 0,
            before_ore: 0,
            after_ore: 0,
            difference_ore: 0,
        });
        sum.persons += u64::from(row.person.is_some());
        sum.before_ore += before_ore;
        sum.after_ore += after_ore;
        sum.difference_ore += difference_ore;
        let brief = row.person.and_then(|person| briefs.get(&person).cloned());
        rows.push(EffectRowView {
            person: brief.as_ref().map(|brief| brief.person.clone()),
            brief,
            compensation: code,
            compensation_name: name,
            month,
            before_ore,
            after_ore,
            difference_ore,
        });
    }
    let persons = briefs.len() as u64;
    let difference_ore: i64 = rows.iter().map(|row| row.difference_ore).sum();
    let id = if rows.is_empty() { "law-effect-nothing" } else { "law-effect-text" };
    let text = texts::text(
        id,
        &[
            ("count", Count(i64::try_from(persons).unwrap_or(i64::MAX))),
            ("amount", Amount(Ore(difference_ore))),
            ("day", Day(found.until)),
        ],
    );
    Ok(EffectView {
        until: found.until.to_string(),
        rows,
        sums: sums.into_values().collect(),
        persons,
        difference_ore,
        text,
    })
}
