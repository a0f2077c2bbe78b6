//! The actual cost of the days on which the conditions hold, above a daily lump sum where the law names
//! one.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::conditions::Unmet;
use super::costs::{Placed, costs_of, share, sum};
use super::days::{chunks, runs, split};
use super::explanation::{Explanation, Operation, Rounding, Rule};
use super::spans::Spans;
use super::{Computed, Counted, Outcome};
use crate::Period;
use crate::codes::CompensationCode;
use crate::law::{CareCostAgainstLumpSum, Compensation, Counting, FlatSumAndMeasure, Refusal};

pub(super) fn count(case: &Counted<'_>) -> Outcome {
    let Counting::ActualCost { above, above_only_if_entitled, except, beside } =
        &case.compensation.counting
    else {
        return Ok(Computed::default());
    };
    let all = costs_of(case);
    let Some(window) = window_of(case, &all) else {
        return Ok(Computed::nothing(Unmet::NoCost));
    };
    let entitled = match case.entitled(window) {
        Ok(days) => days,
        Err(why) => return Ok(Computed::nothing(why)),
    };
    let is_paid =
        |placed: &Placed<'_>| placed.cost.item.as_ref().is_none_or(|item| !except.contains(item));
    let (costs, never_paid): (Vec<_>, Vec<_>) = all.into_iter().partition(is_paid);
    let with_cost = Spans::of(costs.iter().map(|placed| placed.period()));
    let above = above.as_ref().and_then(|code| case.law().get(code));
    let with_flat_sum = with_flat_sum(case, beside, window);
    let answer = case.choices().on::<FlatSumAndMeasure>(window.until);
    let paid = match answer {
        FlatSumAndMeasure::Measure => entitled.meet(&with_cost),
        FlatSumAndMeasure::Nothing => entitled.meet(&with_cost).without(&with_flat_sum),
    };
    let mut computed = Computed::default();
    for claim in claims(case, &paid) {
        let first = claim.spans()[0].from;
        let Some(payer) = case.payer(first) else {
            return Ok(Computed::nothing(Unmet::Municipality));
        };
        let mut explanation = case.explained(outer(&claim).unwrap_or(window));
        if !claim.meet(&with_flat_sum).is_empty() {
            explanation.estimate(answer);
        }
        for days in claim.spans() {
            explanation.rule(&case.section, Rule::Entitled { days: *days });
        }
        not_paid(case, &never_paid, &claim, &mut explanation);
        let kronor = match above {
            None => plain(case, &costs, &claim, &mut explanation),
            Some(lump_sum) => {
                let deducted = if *above_only_if_entitled {
                    case.asked().entitled(&lump_sum.wordings, window).unwrap_or_default()
                } else {
                    claim.clone()
                };
                above_lump_sum(case, &costs, &claim, (lump_sum, &deducted), &mut explanation)?
            }
        };
        if let Some(period) = outer(&claim).filter(|_| !kronor.is_zero()) {
            computed.amounts.push(case.amount(payer, period, kronor, explanation));
        }
    }
    if computed.amounts.is_empty() {
        computed.unmet = Some(match above {
            Some(_) if !paid.is_empty() => Unmet::BelowLumpSum,
            _ => because(case, &entitled, &with_cost),
        });
    }
    Ok(computed)
}

/// The days in `window` that give the daily sum of any of these.
fn with_flat_sum(case: &Counted<'_>, beside: &[CompensationCode], window: Period) -> Spans {
    let others = beside.iter().filter_map(|code| case.law().get(code));
    let days = others.filter_map(|other| case.asked().entitled(&other.wordings, window).ok());
    days.fold(Spans::none(), Spans::join)
}

/// Why days with cost, and days on which the person is entitled, give nothing together: what is not
/// met on the days with cost.
pub(super) fn because(case: &Counted<'_>, entitled: &Spans, with_cost: &Spans) -> Unmet {
    if !entitled.meet(with_cost).is_empty() {
        return Unmet::NoCost;
    }
    let on_costs = with_cost.spans().iter().map(|days| case.entitled(*days));
    on_costs.filter_map(Result::err).next().unwrap_or(Unmet::NoCost)
}

/// The days that costs are about.
pub(super) fn window_of(case: &Counted<'_>, costs: &[Placed<'_>]) -> Option<Period> {
    let until = costs.iter().map(|placed| placed.cost.until).max()?;
    Period::new(case.window().from, until)
}

/// Entitled days by the claims that they go into.
pub(super) fn claims(case: &Counted<'_>, days: &Spans) -> Vec<Spans> {
    let Some(all) = outer(days) else { return Vec::new() };
    let claims = chunks(case, all);
    claims.into_iter().map(|claim| days.within(claim)).filter(|days| !days.is_empty()).collect()
}

/// From the first to the last day.
pub(super) fn outer(days: &Spans) -> Option<Period> {
    let (first, last) = (days.spans().first()?, days.spans().last()?);
    Period::new(first.from, last.until)
}

/// Says which costs are never paid.
fn not_paid(
    case: &Counted<'_>,
    costs: &[Placed<'_>],
    claim: &Spans,
    explanation: &mut Explanation,
) {
    for placed in costs.iter().filter(|placed| claim.within(placed.period()).days() > 0) {
        let item = placed.cost.item.clone().unwrap_or_default();
        explanation.rule(&case.section, Rule::CostNotPaid { place: placed.place(), item });
    }
}

/// The cost of the days.
fn plain(
    case: &Counted<'_>,
    costs: &[Placed<'_>],
    days: &Spans,
    explanation: &mut Explanation,
) -> Decimal {
    let parts: Vec<Decimal> =
        costs.iter().filter_map(|placed| share(case, *placed, days, explanation)).collect();
    sum(&parts, explanation)
}

/// What the cost exceeds the lump sum by, run by run of days on which neither changes, or over all
/// days together.
fn above_lump_sum(
    case: &Counted<'_>,
    costs: &[Placed<'_>],
    claim: &Spans,
    (lump_sum, deducted): (&Compensation, &Spans),
    explanation: &mut Explanation,
) -> Result<Decimal, Refusal> {
    let first = claim.spans()[0].from;
    let answer = case.choices().on::<CareCostAgainstLumpSum>(first);
    explanation.open(answer);
    let mut cuts: Vec<NaiveDate> = Vec::new();
    for days in costs.iter().map(|placed| placed.period()).chain(deducted.spans().iter().copied()) {
        cuts.push(days.from);
        cuts.extend(days.until.succ_opt());
    }
    let (mut over, mut cost_in_all, mut lump_in_all) = (Vec::new(), Vec::new(), Vec::new());
    for days in split(claim, &cuts) {
        for (run, rated) in runs(case, lump_sum, days, explanation)? {
            let cost = plain(case, costs, &Spans::from(run), explanation);
            let lump = if deducted.holds(run.from) {
                let code = lump_sum.code.0.clone();
                explanation.rule(&case.section, Rule::LumpSum { code, days: run });
                let value = explanation.rate(&rated, lump_sum.unit);
                explanation.compute(Operation::Product, &[Decimal::from(run.days()), value])
            } else {
                Decimal::ZERO
            };
            match answer {
                CareCostAgainstLumpSum::EachDay => {
                    over.push(excess(cost, lump, explanation));
                }
                CareCostAgainstLumpSum::WholePeriod => {
                    cost_in_all.push(cost);
                    lump_in_all.push(lump);
                }
            }
        }
    }
    Ok(match answer {
        CareCostAgainstLumpSum::EachDay => sum(&over, explanation),
        CareCostAgainstLumpSum::WholePeriod => {
            let (cost, lump) = (sum(&cost_in_all, explanation), sum(&lump_in_all, explanation));
            excess(cost, lump, explanation)
        }
    })
}

/// What `cost` exceeds `lump` by; nothing where it does not.
fn excess(cost: Decimal, lump: Decimal, explanation: &mut Explanation) -> Decimal {
    let difference = explanation.compute(Operation::Difference, &[cost, lump]);
    let over = if difference.is_sign_negative() {
        explanation.compute(Operation::AtLeast, &[difference, Decimal::ZERO])
    } else {
        difference
    };
    explanation.round(Rounding::WholeOre, over)
}
