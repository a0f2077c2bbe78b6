//! What a municipality gets by itself: yearly sums, forecasts, allocation numbers and places
//! (förordning 2017:193, 7, 14 and 18 a §§).

use rust_decimal::Decimal;

use super::conditions::Unmet;
use super::explanation::{Explanation, Operation, Rounding, Rule};
use super::input::{Allocation, City};
use super::{Computed, Counted, FIRST_DAY, Outcome};
use crate::Period;
use crate::facts::Municipality;
use crate::law::{ForecastRounding, Query, Refusal};

/// The municipality and what it gets by itself.
fn city<'c>(case: &Counted<'c>) -> Option<(&'c City, &'c Municipality)> {
    let city = case.question().input.city?;
    Some((city, city.municipality.as_ref().or(case.question().municipality)?))
}

fn nothing() -> Outcome {
    Ok(Computed::nothing(Unmet::NothingToCount))
}

/// The same sum for every municipality and year.
pub(super) fn yearly(case: &Counted<'_>) -> Outcome {
    let Some((city, municipality)) = city(case) else { return nothing() };
    let mut computed = Computed::default();
    for period in city.years.iter().map(|year| Period::of_year(*year)) {
        if period.from < FIRST_DAY {
            continue;
        }
        let mut explanation = Explanation::new();
        let value = value(case, period, &mut explanation)?;
        let kronor = explanation.compute(Operation::Sum, &[value]);
        computed.amounts.push(case.amount(municipality, period, kronor, explanation));
    }
    Ok(computed)
}

/// A value for each child of the municipality's share of the forecast of February.
pub(super) fn forecast(case: &Counted<'_>) -> Outcome {
    let Some((city, municipality)) = city(case) else { return nothing() };
    let mut computed = Computed::default();
    for (place, forecast) in city.forecasts.iter().enumerate() {
        let period = Period::of_year(forecast.year);
        if period.from < FIRST_DAY {
            continue;
        }
        let mut explanation = Explanation::new();
        let place = format!("city.forecasts[{place}]");
        explanation.rule(&case.section, Rule::Number { place, from: period.from });
        let per_mille = [forecast.share_per_mille, Decimal::from(forecast.children)];
        let thousandfold = explanation.compute(Operation::Product, &per_mille);
        let exact =
            explanation.compute(Operation::Quotient, &[thousandfold, Decimal::ONE_THOUSAND]);
        let answer = case.choices().on::<ForecastRounding>(period.from);
        explanation.open(answer);
        let rounding = match answer {
            ForecastRounding::Nearest => Rounding::Nearest,
            ForecastRounding::Down => Rounding::Down,
        };
        let children = explanation.round(rounding, exact);
        let value = value(case, period, &mut explanation)?;
        let kronor = explanation.compute(Operation::Product, &[children, value]);
        computed.amounts.push(case.amount(municipality, period, kronor, explanation));
    }
    Ok(computed)
}

/// A value for each person of the first allocation number of a period, and of each later increase; what
/// is lowered again is not taken back.
pub(super) fn allocation(case: &Counted<'_>) -> Outcome {
    let Some((city, municipality)) = city(case) else { return nothing() };
    let mut numbers: Vec<(usize, &Allocation)> = city.allocations.iter().enumerate().collect();
    numbers.sort_by_key(|(place, number)| (number.from, number.until, number.set_on, *place));
    let mut computed = Computed::default();
    let same_period = |a: &(usize, &Allocation), b: &(usize, &Allocation)| {
        (a.1.from, a.1.until) == (b.1.from, b.1.until)
    };
    for numbers in numbers.chunk_by(same_period) {
        let mut highest = 0;
        for (place, allocation) in numbers {
            let before = highest;
            highest = highest.max(allocation.number);
            if highest == before || allocation.set_on < FIRST_DAY {
                continue;
            }
            let Some(period) = Period::new(allocation.from, allocation.until) else { continue };
            let mut explanation = Explanation::new();
            let place = format!("city.allocations[{place}]");
            explanation.rule(&case.section, Rule::Number { place, from: allocation.set_on });
            let numbers = [Decimal::from(highest), Decimal::from(before)];
            let persons = explanation.compute(Operation::Difference, &numbers);
            let day = Period { from: allocation.set_on, until: allocation.set_on };
            let value = value(case, day, &mut explanation)?;
            let kronor = explanation.compute(Operation::Product, &[persons, value]);
            let mut amount = case.amount(municipality, period, kronor, explanation);
            // Paid when the number is set or raised.
            amount.due = case.due(day);
            computed.amounts.push(amount);
        }
    }
    Ok(computed)
}

/// A value for each place that was made ready: the largest number of any stage.
pub(super) fn places(case: &Counted<'_>) -> Outcome {
    let Some((city, municipality)) = city(case) else { return nothing() };
    let mut computed = Computed::default();
    let mut ready = 0;
    let mut stages: Vec<_> = city.places.iter().enumerate().collect();
    stages.sort_by_key(|(_, stage)| stage.from);
    for (place, stage) in stages {
        let before = ready;
        ready = ready.max(stage.number);
        let Some(period) = Period::new(stage.from, stage.until).filter(|_| ready > before) else {
            continue;
        };
        let mut explanation = Explanation::new();
        let place = format!("city.places[{place}]");
        explanation.rule(&case.section, Rule::Number { place, from: stage.from });
        let numbers = [Decimal::from(ready), Decimal::from(before)];
        let added = explanation.compute(Operation::Difference, &numbers);
        let value = value(case, period, &mut explanation)?;
        let kronor = explanation.compute(Operation::Product, &[added, value]);
        computed.amounts.push(case.amount(municipality, period, kronor, explanation));
    }
    Ok(computed)
}

/// A value for each place and day of each stage.
pub(super) fn place_days(case: &Counted<'_>) -> Outcome {
    let Some((city, municipality)) = city(case) else { return nothing() };
    let mut computed = Computed::default();
    for (place, stage) in city.places.iter().enumerate() {
        let Some(period) = Period::new(stage.from, stage.until) else { continue };
        let mut explanation = Explanation::new();
        let place = format!("city.places[{place}]");
        explanation.rule(&case.section, Rule::Number { place, from: stage.from });
        let value = value(case, period, &mut explanation)?;
        let factors = [Decimal::from(stage.number), Decimal::from(period.days()), value];
        let kronor = explanation.compute(Operation::Product, &factors);
        computed.amounts.push(case.amount(municipality, period, kronor, explanation));
    }
    Ok(computed)
}

/// The value on the first day of `period`.
fn value(
    case: &Counted<'_>,
    period: Period,
    explanation: &mut Explanation,
) -> Result<Decimal, Refusal> {
    let rated = case.rate(Query::on(period.from))?;
    Ok(explanation.rate(&rated, case.compensation.unit))
}
