//! The actual cost up to a cap: by item and family (förordning 2010:1122, 32 §), or by day, age and
//! household (förordning 2017:193, 18 §).

use rust_decimal::Decimal;

use super::actual_cost::{claims, outer, window_of};
use super::conditions::{Unmet, explain};
use super::costs::{Placed, costs_of, share, sum};
use super::explanation::{Explanation, Operation, Rounding, Rule};
use super::spans::Spans;
use super::{Computed, Counted, Outcome};
use crate::codes::CompensationCode;
use crate::law::{CappedBy, Query, Refusal, Unit};

/// Help that is never paid (RÅ 2009 ref. 29).
const BURIAL: &str = "burial";
/// Special grants (särskilt bidrag) come on top of the daily amounts.
const SPECIAL_GRANT: &str = "special-grant";
/// From this child of a family on the daily amount is halved.
const HALVED_FROM: u32 = 3;

pub(super) fn count(case: &Counted<'_>, by: CappedBy, caps: Option<&CompensationCode>) -> Outcome {
    let all = costs_of(case);
    let Some(window) = window_of(case, &all) else {
        return Ok(Computed::nothing(Unmet::NothingToCount));
    };
    let entitled = match case.entitled(window) {
        Ok(days) => days,
        Err(why) => return Ok(Computed::nothing(why)),
    };
    let Some(payer) = case.payer() else { return Ok(Computed::nothing(Unmet::Municipality)) };
    let caps = caps.unwrap_or(&case.compensation.code);
    let with_cost = Spans::of(all.iter().map(|placed| placed.period()));
    let mut computed = Computed::default();
    for claim in claims(case, &entitled.meet(&with_cost)) {
        let Some(period) = outer(&claim) else { continue };
        let mut explanation = Explanation::default();
        explain(&mut explanation, case.picture(), &case.compensation.entitled, period.from);
        let mut parts = Vec::new();
        for placed in &all {
            parts.extend(paid(case, *placed, &claim, (by, caps), &mut explanation)?);
        }
        let kronor = explanation.compute(Operation::Sum, &parts);
        if kronor > Decimal::ZERO {
            computed.amounts.push(case.amount(payer, period, kronor, explanation));
        }
    }
    if computed.amounts.is_empty() {
        computed.unmet = Some(Unmet::NothingToCount);
    }
    Ok(computed)
}

/// What is paid of one cost; none where it has no day of the claim.
fn paid(
    case: &Counted<'_>,
    placed: Placed<'_>,
    claim: &Spans,
    (by, caps): (CappedBy, &CompensationCode),
    explanation: &mut Explanation,
) -> Result<Option<Decimal>, Refusal> {
    if placed.is_for(Some(BURIAL)) {
        let (place, item) = (placed.place(), BURIAL.to_owned());
        explanation.rule(&case.section, Rule::CostNotPaid { place, item });
        return Ok(None);
    }
    let Some(cost) = share(case, placed, claim, explanation) else { return Ok(None) };
    let cap = match by {
        CappedBy::Day if placed.is_for(Some(SPECIAL_GRANT)) => return Ok(Some(cost)),
        CappedBy::Day => of_days(case, placed, claim, caps, explanation)?,
        CappedBy::Item => of_item(case, placed, caps, explanation)?,
    };
    Ok(Some(explanation.compute(Operation::AtMost, &[cost, cap])))
}

/// The cap of an item: for each person, or for the first and each further member of the family.
fn of_item(
    case: &Counted<'_>,
    placed: Placed<'_>,
    caps: &CompensationCode,
    explanation: &mut Explanation,
) -> Result<Decimal, Refusal> {
    let item = placed.cost.item.as_deref();
    let on = case.picture().reception.map_or(placed.cost.from, |reception| reception.on);
    let persons = Decimal::from(placed.cost.persons);
    let mut value = |item: Option<&str>| {
        let rated = case.law().estimate(caps, Query { item, ..Query::on(on) })?;
        Ok(explanation.rate(&rated, Unit::Cap))
    };
    if item != Some("home") {
        let each = value(item)?;
        return Ok(explanation.compute(Operation::Product, &[persons, each]));
    }
    let (first, further) = (value(Some("home-first"))?, value(Some("home-further"))?);
    let others = explanation.compute(Operation::Difference, &[persons, Decimal::ONE]);
    let of_others = explanation.compute(Operation::Product, &[others, further]);
    Ok(explanation.compute(Operation::Sum, &[first, of_others]))
}

/// The daily amounts of the claim's days of the cost, by age and household.
fn of_days(
    case: &Counted<'_>,
    placed: Placed<'_>,
    claim: &Spans,
    caps: &CompensationCode,
    explanation: &mut Explanation,
) -> Result<Decimal, Refusal> {
    let amounts = case.law().get(caps).ok_or(Refusal::UnknownCode)?;
    let mut parts = Vec::new();
    for days in claim.within(placed.period()).spans() {
        for (run, case_name) in households(case, placed, *days) {
            let found = amounts.cases.iter().find(|case| case.name == case_name);
            let rated = found
                .and_then(|case| case.rates.iter().find(|rate| rate.holds_on(run.from)))
                .ok_or(Refusal::NoValues)?;
            let rated = crate::law::Rated {
                rate: rated.clone(),
                trusted_until: None,
                estimated: amounts.trusted_until(rated).is_some_and(|day| run.until > day),
                age_limit: None,
            };
            let value = explanation.rate(&rated, Unit::PersonDay);
            let product =
                explanation.compute(Operation::Product, &[Decimal::from(run.days()), value]);
            let is_child = case_name.starts_with("child");
            if is_child && placed.cost.child_number.is_some_and(|number| number >= HALVED_FROM) {
                explanation.rule(&case.section, Rule::HalvedFromThirdChild {});
                let half = explanation.compute(Operation::Quotient, &[product, Decimal::TWO]);
                parts.push(explanation.round(Rounding::WholeOre, half));
            } else {
                parts.push(product);
            }
        }
    }
    Ok(sum(&parts, explanation))
}

/// The runs of days with one daily amount, and which: children by age, adults by household.
fn households(
    case: &Counted<'_>,
    placed: Placed<'_>,
    days: crate::Period,
) -> Vec<(crate::Period, &'static str)> {
    let adult = if placed.cost.shared_household { "adult-sharing" } else { "adult-single" };
    let bands: [(Option<u8>, Option<u8>, &'static str); 4] = [
        (None, Some(4), "child-0-3"),
        (Some(4), Some(11), "child-4-10"),
        (Some(11), Some(18), "child-11-17"),
        (Some(18), None, adult),
    ];
    let mut runs: Vec<_> = bands
        .into_iter()
        .flat_map(|(from, below, name)| {
            let aged = case.picture().aged(from, below, days);
            aged.spans().iter().map(|span| (*span, name)).collect::<Vec<_>>()
        })
        .collect();
    if runs.is_empty() {
        runs.push((days, adult));
    }
    runs.sort_unstable();
    runs
}
