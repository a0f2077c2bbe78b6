//! What a compensation gives, explained.

use app::App;
use app::law::{Calculation, CalculationDocument, CalculationRequest};
use domain::entitlement::{Amount, Unmet};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::super::{Nothing, day_of, day_text};
use super::value::refusal_text;
use crate::error::Outcome;
use crate::explanation::word;
use crate::explanation::{ExplanationStep, explained};
use crate::{ErrorReply, Host, texts};

/// Asks what a compensation gives.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct Calculate {
    /// The compensation's code.
    pub code: String,
    /// A facts document with costs and what else is needed (`docs/FACTS.md`); or a person.
    #[serde(default)]
    #[ts(type = "Record<string, unknown> | Record<string, unknown>[] | null")]
    pub facts: Option<Value>,
    /// Somebody of the register, by Person-id, whose facts are asked about.
    #[serde(default)]
    pub person: Option<String>,
    /// The municipality that asks; none: those of the facts.
    #[serde(default)]
    pub municipality: Option<String>,
    /// Last day of open spans, inclusive; none: the business date.
    #[serde(default)]
    pub until: Option<String>,
}

/// Something that a cost can be for.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CostItem {
    /// Its word in the facts document.
    pub item: String,
    /// What it is, in words.
    pub text: String,
}

/// Everything that a cost can be for.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CostItems {
    /// In the order of `docs/FACTS.md`.
    pub items: Vec<CostItem>,
}

/// What a cost can be for, where it matters.
///
/// # Errors
/// Never: the signature is that of every operation.
pub fn cost_items(_: &mut Host, _: Nothing) -> Result<CostItems, ErrorReply> {
    let items = domain::entitlement::ITEMS.into_iter().map(|item| CostItem {
        item: item.to_owned(),
        text: texts::text(&format!("law-item-{item}"), &[]),
    });
    Ok(CostItems { items: items.collect() })
}

/// An amount with its explanation.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AmountView {
    /// The compensation's code.
    pub compensation: String,
    /// The municipality.
    pub municipality: String,
    /// First day that it is for.
    pub period_from: String,
    /// Last day that it is for, inclusive.
    pub period_until: String,
    /// When it should come, or by when it must be asked for.
    pub due: Option<String>,
    /// The amount.
    pub amount_ore: i64,
    /// Whether a value in it is an estimate.
    pub estimated: bool,
    /// Whether it rests on a value that was not read in its source.
    pub unverified: bool,
    /// Why.
    pub explanation: Vec<ExplanationStep>,
}

/// What a compensation gives.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Calculated {
    /// Refused where the program does not compute it, or a value of the law is missing.
    pub outcome: Outcome,
    /// The compensation's code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What its `due` is: `paid` or `asked-for`.
    pub due_is: String,
    /// The amounts, by day.
    pub amounts: Vec<AmountView>,
    /// Their sum.
    pub total_ore: i64,
    /// Why there are none, or no more: a stable code.
    pub reason: Option<String>,
    /// Why there are none, or no more, in a sentence.
    pub reason_text: Option<String>,
}

/// Why somebody is not entitled, in a sentence.
pub(crate) fn unmet_text(unmet: Unmet) -> String {
    texts::text(&format!("law-unmet-{}", word(&unmet)), &[])
}

/// An amount with its explanation in words.
pub(crate) fn amount_view(amount: &Amount, facts: &[domain::facts::Fact]) -> AmountView {
    AmountView {
        compensation: amount.compensation.0.clone(),
        municipality: amount.municipality.0.clone(),
        period_from: amount.period.from.to_string(),
        period_until: amount.period.until.to_string(),
        due: day_text(amount.due),
        amount_ore: amount.amount.0,
        estimated: amount.estimated,
        unverified: amount.explanation.is_unverified(),
        explanation: explained(&amount.explanation, facts),
    }
}

fn document(host: &mut Host, request: &Calculate) -> Result<CalculationDocument, ErrorReply> {
    let (today, law) = (host.today(), host.law()?);
    match (&request.person, &request.facts) {
        (Some(person), _) => {
            let app: &mut App = host.app()?;
            let person_no = app.open_person_no(person)?;
            Ok(app.calculation_document(person_no)?)
        }
        (None, Some(facts)) => Ok(CalculationDocument::read(facts, today, &law.catalogue)?),
        (None, None) => Err(ErrorReply::bad_request("facts", "")),
    }
}

/// What a compensation gives by facts, explained.
///
/// # Errors
/// When there is no such compensation, or the facts contradict each other: every contradiction at once.
pub fn calculate(host: &mut Host, request: Calculate) -> Result<Calculated, ErrorReply> {
    let law = host.law()?;
    let until = day_of("until", request.until.as_deref())?.unwrap_or_else(|| host.today());
    let document = document(host, &request)?;
    let asked = CalculationRequest {
        code: &request.code,
        document: &document,
        municipality: request.municipality.as_deref(),
        until,
    };
    Ok(view_of(&app::law::calculate(&law, asked)?))
}

fn view_of(calculation: &Calculation) -> Calculated {
    let compensation = &calculation.compensation;
    let amounts: Vec<AmountView> =
        calculation.amounts.iter().map(|amount| amount_view(amount, &calculation.facts)).collect();
    let (reason, reason_text) =
        match (&calculation.not_computed, &calculation.missing_value, calculation.unmet) {
            (Some(because), _, _) => {
                let word = word(because);
                let text = texts::text(&format!("law-not-computed-{word}"), &[]);
                (Some(word), Some(text))
            }
            (None, Some(refusal), _) => (Some(word(refusal)), Some(refusal_text(refusal))),
            (None, None, Some(unmet)) => (Some(word(&unmet)), Some(unmet_text(unmet))),
            // Whoever gets nothing is told why.
            (None, None, None) if amounts.is_empty() => {
                let text = texts::text("law-nothing-given", &[]);
                (Some("nothing-given".to_owned()), Some(text))
            }
            (None, None, None) => (None, None),
        };
    let refused = calculation.not_computed.is_some() || calculation.missing_value.is_some();
    let on_application = compensation.payment == domain::deadline::PaymentRhythm::OnApplication;
    Calculated {
        outcome: if refused { Outcome::Refused } else { Outcome::Done },
        code: compensation.code.0.clone(),
        name: compensation.name.clone(),
        due_is: if on_application { "asked-for" } else { "paid" }.to_owned(),
        total_ore: calculation.amounts.iter().map(|amount| amount.amount).sum::<domain::Ore>().0,
        amounts,
        reason,
        reason_text,
    }
}
