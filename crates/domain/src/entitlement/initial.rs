//! Initial costs: per cent of the price base amount, once (förordning 2010:1122, 15–17 §§).

use chrono::Datelike;

use super::conditions::{Unmet, explain};
use super::explanation::{Explanation, Operation, Rounding, Rule};
use super::{Computed, Counted, FIRST_DAY, Outcome};
use crate::facts::{FactContent, Ground, Housing};
use crate::law::{PriceBaseYear, Query, Refusal, RenewalInitialCosts, Unit, years_old};
use crate::{Month, Period};

pub(super) fn count(case: &Counted<'_>, assigned: bool) -> Outcome {
    let Some(reception) = case.picture().reception else {
        return Ok(Computed::nothing(Unmet::Reception));
    };
    let day = Period { from: reception.on, until: reception.on };
    if reception.on < FIRST_DAY {
        return Ok(Computed::nothing(Unmet::NotInForce));
    }
    if let Err(why) = case.entitled(day) {
        return Ok(Computed::nothing(why));
    }
    let mut explanation = Explanation::default();
    explanation.fact(reception.fact);
    if let Err(why) = first_housing(case, assigned, &mut explanation) {
        return Ok(Computed::nothing(why));
    }
    let month = Month::of(reception.on);
    let Some((born, birth)) = case.picture().born(month.last_day()) else {
        return Ok(Computed::nothing(Unmet::NoBirthDate));
    };
    explain(&mut explanation, case.picture(), &case.compensation.entitled, reception.on);
    explanation.fact(birth);
    explanation.rule(
        &case.section,
        Rule::Received { on: reception.on, municipality: reception.municipality.0.clone() },
    );
    let years = years_old(born, month.last_day());
    explanation.rule(&case.section, Rule::Age { years, on: month.last_day() });
    let paid_in = Month::of(month.last_day().succ_opt().unwrap_or(month.last_day()));
    let query = Query {
        on: reception.on,
        born: Some(born),
        age_on: Some(month.last_day()),
        received: Some(reception.on),
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

/// Whether the person's first housing is that of the section.
fn first_housing(
    case: &Counted<'_>,
    assigned: bool,
    explanation: &mut Explanation,
) -> Result<(), Unmet> {
    let reception = case.picture().reception.ok_or(Unmet::Reception)?;
    let was_assigned = reception.housing.ok_or(Unmet::FirstHousing)? == Housing::Assigned;
    if was_assigned != assigned {
        return Err(Unmet::FirstHousing);
    }
    let ground = case.picture().on(crate::facts::FactKind::LegalGround, reception.on);
    let renewal = ground.is_some_and(|fact| {
        matches!(&fact.content, FactContent::LegalGround(legal) if legal.ground == Ground::RenewalPending)
    });
    if assigned || !renewal {
        return Ok(());
    }
    let answer = case.choices().on::<RenewalInitialCosts>(reception.on);
    explanation.open(answer);
    match answer {
        RenewalInitialCosts::Paid => Ok(()),
        RenewalInitialCosts::NotPaid => Err(Unmet::Ground),
    }
}
