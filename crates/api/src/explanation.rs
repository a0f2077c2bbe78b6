//! An explanation step by step, in words and as data.

use app::TextValue::{self, Count, Day, Number, Text};
use chrono::NaiveDate;
use domain::entitlement::{Explanation, Operation, Rule, Step};
use domain::facts::{CoverageEnd, Fact, FactId};
use domain::law::{Rate, Unit};
use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use crate::texts;

/// One step of an explanation.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ExplanationStep {
    /// `wording`, `fact`, `rule`, `rate`, `arithmetic`, `rounding` or `open`.
    pub step: String,
    /// The step in a sentence.
    pub text: String,
    /// Where the value was read; none where the step is no value of the law.
    pub source: Option<String>,
    /// A mark to show beside it: `unverified` or `estimated`; none where there is nothing to mark.
    pub mark: Option<String>,
    /// The step as data.
    #[ts(type = "Record<string, unknown>")]
    pub data: Value,
}

/// The steps of an explanation; `facts` are those that it may point at.
#[must_use]
pub(crate) fn explained(explanation: &Explanation, facts: &[Fact]) -> Vec<ExplanationStep> {
    explanation.steps().iter().map(|step| step_view(step, facts)).collect()
}

fn step_view(step: &Step, facts: &[Fact]) -> ExplanationStep {
    let data = serde_json::to_value(step).unwrap_or_default();
    let (source, mark) = match step {
        Step::Rate { rate, estimated, .. } => (
            Some(rate.source.clone()).filter(|source| !source.is_empty()),
            match (estimated, rate.verified) {
                (true, _) => Some("estimated".to_owned()),
                (false, false) => Some("unverified".to_owned()),
                (false, true) => None,
            },
        ),
        Step::Open { estimated: true, .. } => (None, Some("estimated".to_owned())),
        _ => (None, None),
    };
    ExplanationStep {
        step: data.get("step").and_then(Value::as_str).unwrap_or_default().to_owned(),
        text: step_text(step, facts),
        source,
        mark,
        data,
    }
}

fn step_text(step: &Step, facts: &[Fact]) -> String {
    match step {
        Step::Wording { ordinance, section, sfs, from, until } => {
            let values = [
                ("ordinance", Text(ordinance.to_string())),
                ("section", section.as_ref().into()),
                ("sfs", Text(sfs.to_string())),
                ("days", Text(days_text(*from, *until))),
            ];
            let always = from.is_none() && until.is_none();
            let id = if always { "law-step-wording-always" } else { "law-step-wording" };
            texts::text(id, &values)
        }
        Step::Fact { id, kind, valid_from, valid_until } => {
            let kind = texts::text(&format!("fact-{}", kind.name()), &[]);
            let (said, days) = (said(id, facts), days_text(*valid_from, *valid_until));
            let id = if said.is_empty() { "law-step-fact" } else { "law-step-fact-said" };
            let values = [("kind", Text(kind)), ("said", Text(said)), ("days", Text(days))];
            texts::text(id, &values)
        }
        Step::Rule { section, rule } => rule_text(section, rule),
        Step::Rate { rate, unit, estimated } => rate_text(rate, *unit, *estimated),
        Step::Arithmetic { operation, operands, result } => {
            arithmetic_text(*operation, operands, *result)
        }
        Step::Rounding { rounding, before, after } => {
            let values = [("before", Number(*before)), ("after", Number(*after))];
            texts::text(&format!("law-rounding-{}", word(rounding)), &values)
        }
        Step::Open { question, section, answer, .. } => {
            let values = [
                ("question", Text(texts::text(&format!("law-question-{question}"), &[]))),
                ("answer", Text(texts::text(&format!("law-answer-{question}-{answer}"), &[]))),
                ("section", (*section).into()),
            ];
            texts::text("law-step-open", &values)
        }
    }
}

/// What a fact says, in a few words; empty where it says no more than its kind.
fn said(id: &FactId, facts: &[Fact]) -> String {
    let Some(fact) = facts.iter().find(|fact| fact.id == *id) else { return String::new() };
    let content = serde_json::to_value(&fact.content).unwrap_or_default();
    let words = fact.kind().fields().iter().filter_map(|field| {
        let value = content.get(field.name)?;
        let text = match (field.holds, value) {
            (domain::facts::FieldType::Choice(_), Value::String(choice)) => texts::choice(choice),
            (domain::facts::FieldType::Day, Value::String(day)) => {
                let label =
                    texts::text(&format!("fact-field-{}", field.name.replace('_', "-")), &[]);
                format!("{} {day}", label.to_lowercase())
            }
            (_, Value::String(text)) => text.clone(),
            _ => return None,
        };
        (!text.is_empty()).then_some(text)
    });
    words.collect::<Vec<_>>().join(", ")
}

pub(crate) fn days_text(
    from: Option<chrono::NaiveDate>,
    until: Option<chrono::NaiveDate>,
) -> String {
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(|| "".into(), Day);
    let id = match (from, until) {
        (None, None) => "days-always",
        (Some(_), None) => "days-from",
        (None, Some(_)) => "days-until",
        (Some(_), Some(_)) => "days-span",
    };
    texts::text(id, &[("from", day(from)), ("until", day(until))])
}

fn rate_text(rate: &Rate, unit: Unit, estimated: bool) -> String {
    let value = rate.value.map_or_else(String::new, |value| value_text(unit, value));
    let values = [
        ("value", Text(value)),
        ("unit", Text(texts::text(&format!("law-unit-{}", word(&unit)), &[]))),
        ("days", Text(days_text(Some(rate.valid_from), rate.valid_until))),
        ("checked", Day(rate.checked_on)),
        ("acts", Text(rate.amended_by.join(", "))),
        ("note", Text(rate.note.clone().unwrap_or_default())),
    ];
    let id = match (estimated, rate.own, rate.verified) {
        (true, _, _) => "law-step-rate-estimated",
        (false, true, _) => "law-step-rate-own",
        (false, false, false) => "law-step-rate-unverified",
        (false, false, true) if rate.amended_by.is_empty() => "law-step-rate",
        (false, false, true) => "law-step-rate-acts",
    };
    texts::text(id, &values)
}

fn arithmetic_text(operation: Operation, operands: &[Decimal], result: Decimal) -> String {
    let number = |value: &Decimal| crate::format::decimal(*value);
    let all = |sign: &str| operands.iter().map(number).collect::<Vec<_>>().join(sign);
    let pair = || (operands.first().map(number), operands.get(1).map(number));
    let left = match operation {
        Operation::Product => all(" × "),
        Operation::Sum => all(" + "),
        Operation::Difference => all(" − "),
        Operation::Quotient => all(" / "),
        Operation::PercentOf => {
            let (percent, of) = pair();
            let values = [
                ("percent", Text(percent.unwrap_or_default())),
                ("of", Text(of.unwrap_or_default())),
            ];
            texts::text("law-step-percent-of", &values)
        }
        Operation::AtMost => texts::text("law-step-at-most", &[("numbers", Text(all("; ")))]),
        Operation::AtLeast => texts::text("law-step-at-least", &[("numbers", Text(all("; ")))]),
    };
    if operands.len() == 1 {
        return texts::text("law-step-amount", &[("amount", Number(result))]);
    }
    format!("{left} = {}", number(&result))
}

fn rule_text(section: &str, rule: &Rule) -> String {
    let data = serde_json::to_value(rule).unwrap_or_default();
    let name = data.get("rule").and_then(Value::as_str).unwrap_or_default();
    let mut values = values_of(rule);
    values.push(("section", section.into()));
    texts::text(&format!("law-rule-{name}{}", variant(rule)), &values)
}

fn period(period: domain::Period) -> [(&'static str, TextValue); 2] {
    [("from", Day(period.from)), ("until", Day(period.until))]
}

fn text(text: &str) -> TextValue {
    Text(text.to_owned())
}

/// Which of two sentences a rule takes.
fn variant(rule: &Rule) -> &'static str {
    match rule {
        Rule::MovedHere { in_time_until: None, .. } => "-early",
        Rule::Covered { ended: None, .. } => "-still",
        Rule::Cost { item: Some(_), .. } => "-item",
        Rule::OutsideThreshold { paid: false, .. } => "-alone",
        _ => "",
    }
}

/// An item as people say it.
fn item_text(item: &str) -> String {
    let id = format!("law-item-{item}");
    if texts::has(&id) { texts::text(&id, &[]) } else { item.to_owned() }
}

/// The values of a rule's sentence.
fn values_of(rule: &Rule) -> Vec<(&'static str, TextValue)> {
    match rule {
        Rule::Entitled { days } => period(*days).into(),
        Rule::Received { on, municipality } | Rule::ReceivedByRegistration { on, municipality } => {
            vec![("day", Day(*on)), ("municipality", text(municipality))]
        }
        Rule::ReceivedAtEndOfCoverage { on, municipality, why } => {
            let why = texts::choice(&word(why));
            vec![("day", Day(*on)), ("municipality", text(municipality)), ("why", Text(why))]
        }
        Rule::Covered { from, ended, why } => covered(*from, *ended, *why),
        Rule::Instalment { number, percent, period: days } => {
            let mut values = Vec::from(period(*days));
            values.push(("number", Count(i64::from(*number))));
            values.push(("percent", Count(i64::from(*percent))));
            values
        }
        Rule::RegisteredAtCutOff { day, municipality } => {
            vec![("day", Day(*day)), ("municipality", text(municipality))]
        }
        Rule::MovedHere { moved, from, in_time_until } => vec![
            ("day", Day(*moved)),
            ("from", text(from)),
            ("limit", in_time_until.map_or_else(|| "".into(), Day)),
        ],
        Rule::MovedHereLate { moved, in_time_until } => {
            vec![("day", Day(*moved)), ("limit", Day(*in_time_until))]
        }
        Rule::Age { years, on } => vec![("years", Count(i64::from(*years))), ("day", Day(*on))],
        Rule::FourWeekPeriods { starts, before } => four_week_periods(starts, *before),
        Rule::PeriodGranted { start, municipality } => {
            vec![("day", Day(*start)), ("municipality", text(municipality))]
        }
        Rule::TenPeriods { start } => vec![("day", Day(*start))],
        Rule::Cost { place, period: days, item, days: counted } => {
            let mut values = Vec::from(period(*days));
            let item = item.as_deref().map(item_text).unwrap_or_default();
            values.extend([
                ("place", text(place)),
                ("item", Text(item)),
                ("days", Count(*counted)),
            ]);
            values
        }
        Rule::CostNotPaid { place, item } => {
            vec![("place", text(place)), ("item", Text(item_text(item)))]
        }
        Rule::LumpSum { code, days } => {
            let mut values = Vec::from(period(*days));
            values.push(("code", text(code)));
            values
        }
        Rule::ThresholdReached { months } => period(*months).into(),
        Rule::OutsideThreshold { item, with, .. } => {
            vec![("item", Text(item_text(item))), ("with", Text(item_text(with)))]
        }
        Rule::HalvedFromThirdChild {} => Vec::new(),
        Rule::Once { on } => vec![("day", Day(*on))],
        Rule::Number { place, from } => vec![("place", text(place)), ("day", Day(*from))],
    }
}

fn covered(
    from: NaiveDate,
    ended: Option<NaiveDate>,
    why: Option<CoverageEnd>,
) -> Vec<(&'static str, TextValue)> {
    let why = why.map(|why| texts::choice(&word(&why))).unwrap_or_default();
    let why = if why.is_empty() { why } else { format!(" ({why})") };
    vec![("from", Day(from)), ("ended", ended.map_or_else(|| "".into(), Day)), ("why", Text(why))]
}

fn four_week_periods(starts: &[NaiveDate], before: u8) -> Vec<(&'static str, TextValue)> {
    let count = i64::try_from(starts.len()).unwrap_or(i64::MAX);
    let starts: Vec<String> = starts.iter().map(ToString::to_string).collect();
    vec![
        ("count", Count(count)),
        ("starts", Text(starts.join(", "))),
        ("before", Count(i64::from(before))),
    ]
}

/// A value in words, by its unit.
pub(crate) fn value_text(unit: Unit, value: rust_decimal::Decimal) -> String {
    let number = app::TextValue::Number(value);
    let id = match unit {
        Unit::PercentOfPriceBase | Unit::PercentOfCost => "law-value-percent",
        Unit::Years => "law-value-years",
        _ => "law-value-kronor",
    };
    texts::text(id, &[("value", number)])
}

/// The name of a serde enum, as it stands in files and contracts.
pub(crate) fn word<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        Ok(serde_json::Value::Object(map)) => {
            let tag = map.get("way").or_else(|| map.get("refusal"));
            tag.and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
        }
        _ => String::new(),
    }
}
