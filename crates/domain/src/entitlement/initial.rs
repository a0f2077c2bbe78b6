//! Initial costs: per cent of the price base amount, once (förordning 2010:1122, 15–17 §§).

use chrono::Datelike;

use super::conditions::Unmet;
use super::coverage::ground_of;
use super::explanation::{Explanation, Operation, Rounding, Rule};
use super::instalments::received;
use super::reception::Reception;
use super::{Computed, Counted, FIRST_DAY, Outcome};
use crate::facts::{FactKind, Ground};
use crate::law::{Answer, PriceBaseYear, Query, Refusal, RenewalInitialCosts, Unit, years_old};
use crate::{Month, Period};

pub(super) fn count(case: &Counted<'_>) -> Outcome {
    let reception = match &case.picture().reception {
        Ok(reception) => reception,
        Err(why) => return Ok(Computed::nothing(why.unmet())),
    };
    let day = Period { from: reception.on, until: reception.on };
    if reception.on < FIRST_DAY {
        return Ok(Computed::nothing(Unmet::BeforeFirstDay));
    }
    if let Err(why) = case.entitled(day) {
        return Ok(Computed::nothing(why));
    }
    let mut explanation = case.explained(day);
    received(case, reception, &mut explanation);
    if let Err(why) = renewal(case, reception, &mut explanation) {
        return Ok(Computed::nothing(why));
    }
    let month = Month::of(reception.on);
    let Some((born, birth)) = case.picture().born(month.last_day()) else {
        return Ok(Computed::nothing(Unmet::NoBirthDate));
    };
    explanation.fact(birth);
    let years = years_old(born, month.last_day());
    explanation.rule(&case.section, Rule::Age { years, on: month.last_day() });
    let paid_in = Month::of(month.last_day().succ_opt().unwrap_or(month.last_day()));
    let query = Query {
        on: reception.on,
        born: Some(born),
        age_on: Some(month.last_day()),
        received: Some(reception.on),
        settled: case.picture().first_housing().settled(),
        item: None,
    };
    let rated = match case.rate(query) {
        Err(Refusal::NothingAtThatAge { .. }) => return Ok(Computed::nothing(Unmet::Age)),
        rated => rated?,
    };
    let percent = explanation.rate(&rated, case.compensation.unit);
    let year_of = if reception.on.year() == paid_in.year() {
        reception.on
    } else {
        let answer = case.choices().on::<PriceBaseYear>(reception.on);
        explanation.open(answer);
        match answer {
            PriceBaseYear::Reception => reception.on,
            PriceBaseYear::Payment => paid_in.first_day(),
        }
    };
    let price_base = explanation.rate(&case.law().price_base(year_of)?, Unit::Reference);
    let exact = explanation.compute(Operation::PercentOf, &[percent, price_base]);
    let kronor = explanation.round(Rounding::WholeKronor, exact);
    if kronor.is_zero() {
        return Ok(Computed::nothing(Unmet::Age));
    }
    let period = Period { from: month.first_day(), until: month.last_day() };
    let amount = case.amount(reception.municipality, period, kronor, explanation);
    Ok(Computed { amounts: vec![amount], unmet: None })
}

/// While a renewal is tried 17 § is an open question: it names 5 and 5 a §§ only.
fn renewal(
    case: &Counted<'_>,
    reception: &Reception<'_>,
    explanation: &mut Explanation,
) -> Result<(), Unmet> {
    let asks = case
        .wording(reception.on)
        .is_some_and(|wording| wording.leaves_open(RenewalInitialCosts::QUESTION.name));
    let ground = case.picture().on(FactKind::LegalGround, reception.on).and_then(ground_of);
    if !asks || ground != Some(Ground::RenewalPending) {
        return Ok(());
    }
    let answer = case.choices().on::<RenewalInitialCosts>(reception.on);
    explanation.open(answer);
    match answer {
        RenewalInitialCosts::Paid => Ok(()),
        RenewalInitialCosts::NotPaid => Err(Unmet::Ground),
    }
}
