//! The actual cost of the days on which the conditions hold, above a daily lump sum where the law names
//! one.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::conditions::Unmet;
use super::costs::{Placed, costs_of, share, sum};
use super::days::{chunks, runs, split};
use super::explanation::{Explanation, Operation, Rounding, Rule};
use super::spans::Spans;
use super::{Computed, Counted, FIRST_DAY, Outcome};
use crate::Period;
use crate::codes::CompensationCode;
use crate::facts::{Fact, Municipality};
use crate::law::{
    CareCostAgainstLumpSum, Compensation, Counting, FlatSumAndMeasure, Refusal, Whose,
};

pub(super) fn count(case: &Counted<'_>) -> Outcome {
    let Counting::ActualCost { above, above_only_if_entitled, except, beside } =
        &case.compensation.counting
    else {
        return Ok(Computed::default());
    };
    let all = costs_of(case);
    let (entitled, window) = match entitled_with_cost(case, &all) {
        Ok(found) => found,
        Err(why) => return Ok(Computed::nothing(why)),
    };
    let is_paid =
        |placed: &Placed<'_>| placed.cost.item.as_ref().is_none_or(|item| !except.contains(item));
    let (costs, never_paid): (Vec<_>, Vec<_>) = all.into_iter().partition(is_paid);
    let with_cost = Spans::of(costs.iter().map(|placed| placed.period()));
    let above = above.as_ref().and_then(|code| case.law().get(code));
    let with_flat_sum = with_flat_sum(case, beside, window);
    let nothing = Spans::of(case.choices().days(FlatSumAndMeasure::Nothing));
    let paid = entitled.meet(&with_cost).without(&with_flat_sum.meet(&nothing));
    let mut computed = Computed::default();
    // A day with a daily sum for housing is an estimate, and another day is not.
    let mut claims = claims(case, &paid.without(&with_flat_sum));
    claims.extend(self::claims(case, &paid.meet(&with_flat_sum)));
    let nobody = claims.is_empty() && !paid.is_empty();
    for Claim { municipality, fact, days: claim } in claims {
        let mut explanation = case.explained(outer(&claim).unwrap_or(window));
        if let Some(fact) = fact {
            explanation.fact(fact);
        }
        if !claim.meet(&with_flat_sum).is_empty() {
            explanation.estimate(FlatSumAndMeasure::Measure);
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
            computed.amounts.push(case.amount(municipality, period, kronor, explanation));
        }
    }
    if computed.amounts.is_empty() {
        computed.unmet = Some(match above {
            _ if nobody => Unmet::Municipality,
            Some(_) if !paid.is_empty() => Unmet::BelowLumpSum,
            _ => Unmet::NoCost,
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

/// The days with cost on which the person is entitled.
///
/// # Errors
/// When there is none: what is not met on these days, whatever other days are like.
pub(super) fn entitled_with_cost(
    case: &Counted<'_>,
    costs: &[Placed<'_>],
) -> Result<(Spans, Period), Unmet> {
    let with_cost = Spans::of(costs.iter().map(|placed| placed.period()));
    let (mut found, mut unmet) = (Spans::none(), Unmet::NoCost);
    for days in with_cost.spans() {
        let Some(days) = Period::new(days.from.max(FIRST_DAY), days.until) else { continue };
        match case.entitled(days) {
            Ok(days) => found = found.join(days),
            Err(why) => unmet = why,
        }
    }
    let window = outer(&with_cost).filter(|_| !found.is_empty()).ok_or(unmet)?;
    Ok((found, window))
}

/// What one municipality claims at a time.
#[derive(Debug)]
pub(super) struct Claim<'c> {
    pub(super) municipality: &'c Municipality,
    /// The fact that says that it may.
    pub(super) fact: Option<&'c Fact>,
    pub(super) days: Spans,
}

/// Entitled days by the claims that they go into, of whichever municipality the wording of their days
/// names; days that no municipality claims are in none.
pub(super) fn claims<'c>(case: &Counted<'c>, days: &Spans) -> Vec<Claim<'c>> {
    let Some(all) = outer(days) else { return Vec::new() };
    let mut found: Vec<Claim<'c>> = Vec::new();
    for claim in chunks(case, all) {
        let days = days.within(claim);
        let Some(of_claim) = outer(&days) else { continue };
        let whose = case.wording(of_claim.from).map_or(Whose::Payer, |wording| wording.whose);
        if whose == Whose::Payer {
            let payer = case.payer(of_claim.from);
            found.extend(payer.map(|municipality| Claim { municipality, fact: None, days }));
            continue;
        }
        let first = found.len();
        for (municipality, owned, fact) in case.owners(of_claim) {
            let days = days.within(owned);
            let same = |claim: &&mut Claim<'_>| claim.municipality.is_same(municipality);
            match found[first..].iter_mut().find(same) {
                _ if days.is_empty() => {}
                Some(claim) => claim.days = std::mem::take(&mut claim.days).join(days),
                None => found.push(Claim { municipality, fact, days }),
            }
        }
    }
    found
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
