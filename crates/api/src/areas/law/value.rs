//! The value of a compensation on a day, or why there is none.

use app::{AppError, RefusalCode};
use domain::entitlement::{Operation, Rounding, ore_of};
use domain::law::{Compensation, HousingDuty, Query, Rated, Refusal, Unit};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::{certain_day_of, day_of, day_text};
use crate::error::Outcome;
use crate::explanation::{value_text, word};
use crate::{ErrorReply, Host, texts};

/// Asks for a value.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ValueRequest {
    /// The compensation's code.
    pub code: String,
    /// The day that picks the value.
    #[serde(default)]
    pub on: Option<String>,
    /// The day of the decision on assignment, for what that chooses.
    #[serde(default)]
    pub decided: Option<String>,
    /// The day of death, for what that chooses.
    #[serde(default)]
    pub died: Option<String>,
    /// The law of the assignment, where values differ by it: `2016:38`, `2026:1326` or `2 kap. 4 § 1`.
    #[serde(default)]
    pub assigned_under: Option<String>,
    /// When the person was born, where values differ by age.
    #[serde(default)]
    pub born: Option<String>,
    /// When the person was first received, where values differ by it.
    #[serde(default)]
    pub received: Option<String>,
    /// The item, where values differ by it.
    #[serde(default)]
    pub item: Option<String>,
}

/// A value, or why it is refused.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ValueView {
    /// Whether there is one.
    pub outcome: Outcome,
    /// The compensation's code.
    pub code: String,
    /// What the value is for.
    pub unit: String,
    /// In öre; none where it is no kronor.
    pub amount_ore: Option<i64>,
    /// The value in words.
    pub value: Option<String>,
    /// Id of the dated value.
    pub rate: Option<String>,
    /// First day of it.
    pub valid_from: Option<String>,
    /// Last day of it, inclusive; none until further notice.
    pub valid_until: Option<String>,
    /// Where it was read.
    pub source: Option<String>,
    /// Whether it was read there.
    pub verified: Option<bool>,
    /// When it was last held against the source.
    pub checked_on: Option<String>,
    /// Why there is none: a stable code.
    pub refusal: Option<String>,
    /// Why there is none, in a sentence.
    pub refusal_text: Option<String>,
}

/// Under which law a municipality must house somebody who was assigned by that one (förordning
/// 2010:1122, 16 §); however the law is written.
fn settled_under(law: &str) -> Result<HousingDuty, ErrorReply> {
    let signs: String = law.chars().filter(|sign| sign.is_ascii_alphanumeric()).collect();
    let law = signs.to_ascii_lowercase();
    let law = law.strip_prefix("lag").unwrap_or(&law);
    match law.trim_end_matches("mottagandelagen") {
        "201638" => Ok(HousingDuty::Act2016),
        // An older assignment counts as one of the reception act (2026:1326 p. 6).
        "20261326" | "2kap41" | "ml2kap41" | "lma31" => Ok(HousingDuty::Act2026),
        "2kap3" | "2kap42" | "lma32" | "neither" => Ok(HousingDuty::Neither),
        _ => Err(AppError::refused(RefusalCode::AssignmentLaw).in_field("assigned_under").into()),
    }
}

/// Why a value is refused, in a sentence.
pub(in crate::areas) fn refusal_text(refusal: &Refusal) -> String {
    use app::TextValue::{Count, Day, Text};
    let ended = matches!(
        refusal,
        Refusal::NotInForce { last: Some(_), .. } | Refusal::Hole { until: Some(_), .. }
    );
    let id = format!("law-refusal-{}{}", word(refusal), if ended { "-ended" } else { "" });
    let last = |last: &Option<chrono::NaiveDate>| last.map_or_else(|| "".into(), Day);
    let values = match refusal {
        Refusal::NotInForce { first, last: until } => {
            vec![("first", Day(*first)), ("last", last(until))]
        }
        Refusal::Hole { from, until } => vec![("from", Day(*from)), ("until", last(until))],
        Refusal::NotSetYet { last } => vec![("last", Day(*last))],
        Refusal::NotChecked { checked_on, trusted_until } => {
            vec![("checked", Day(*checked_on)), ("until", Day(*trusted_until))]
        }
        Refusal::NeedsItem { items } => vec![("items", Text(items.join(", ")))],
        Refusal::NothingAtThatAge { years } => vec![("years", Count(i64::from(*years)))],
        Refusal::UnknownCode
        | Refusal::NoValues
        | Refusal::NeedsBirthDate
        | Refusal::NeedsReception
        | Refusal::NeedsAssignmentLaw
        | Refusal::NothingForThatReception
        | Refusal::NothingUnderThatLaw
        | Refusal::NotBorn => Vec::new(),
    };
    texts::text(&id, &values)
}

fn found(compensation: &Compensation, rated: &Rated, price_base: Option<&Rated>) -> ValueView {
    let rate = &rated.rate;
    let value = rate.value.unwrap_or_default();
    let kronor = match price_base.and_then(|rated| rated.rate.value) {
        Some(price_base) => {
            Some(Rounding::WholeKronor.of(Operation::PercentOf.of(&[value, price_base])))
        }
        None => compensation.unit.is_kronor().then_some(value),
    };
    let unit = if price_base.is_some() { Unit::Person } else { compensation.unit };
    ValueView {
        outcome: Outcome::Done,
        code: compensation.code.0.clone(),
        unit: word(&unit),
        amount_ore: kronor.and_then(ore_of).map(|ore| ore.0),
        value: Some(value_text(compensation.unit, value)),
        rate: Some(rate.id.clone()),
        valid_from: Some(rate.valid_from.to_string()),
        valid_until: day_text(rate.valid_until),
        source: Some(rate.source.clone()),
        verified: Some(rate.verified),
        checked_on: Some(rate.checked_on.to_string()),
        refusal: None,
        refusal_text: None,
    }
}

/// The value of a compensation on a day.
///
/// # Errors
/// When there is no such compensation, or a day is none. A value that is refused is an answer.
pub fn value(host: &mut Host, request: ValueRequest) -> Result<ValueView, ErrorReply> {
    let law = host.law()?;
    let compensation = law.compensation(&request.code)?;
    // The day that chooses the value, by whatever name it is asked.
    let chosen = [
        ("on", &request.on),
        ("decided", &request.decided),
        ("died", &request.died),
        ("received", &request.received),
    ];
    let mut on = None;
    for (field, day) in chosen {
        on = on.or(day_of(field, day.as_deref())?);
    }
    let on = match on {
        Some(on) => on,
        None => certain_day_of("on", "")?,
    };
    let query = Query {
        age_on: None,
        on,
        born: day_of("born", request.born.as_deref())?,
        received: day_of("received", request.received.as_deref())?,
        settled: request.assigned_under.as_deref().map(settled_under).transpose()?,
        item: request.item.as_deref(),
    };
    match law.value(compensation, query) {
        Ok((rated, price_base)) => Ok(found(compensation, &rated, price_base.as_ref())),
        Err(refusal) => Ok(ValueView {
            outcome: Outcome::Refused,
            code: compensation.code.0.clone(),
            unit: word(&compensation.unit),
            amount_ore: None,
            value: None,
            rate: None,
            valid_from: None,
            valid_until: None,
            source: None,
            verified: None,
            checked_on: None,
            refusal: Some(word(&refusal)),
            refusal_text: Some(refusal_text(&refusal)),
        }),
    }
}
