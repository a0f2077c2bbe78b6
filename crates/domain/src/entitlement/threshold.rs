//! The actual cost once the costs of twelve months reach a threshold (förordning 2010:1122, 24–27 §§).

use chrono::{Months, NaiveDate};
use rust_decimal::Decimal;

use super::actual_cost::{entitled_with_cost, outer};
use super::conditions::Unmet;
use super::costs::{Placed, costs_of, share, sum};
use super::explanation::{Operation, Rule};
use super::spans::Spans;
use super::{Amount, Computed, Counted, Outcome};
use crate::Period;
use crate::facts::Municipality;
use crate::law::{Query, Refusal, ThresholdPays};

/// Items of a threshold: the one outside it, and the one that it must go with.
#[derive(Clone, Copy, Debug)]
struct Items<'i> {
    outside: Option<&'i str>,
    with: Option<&'i str>,
}

pub(super) fn count(case: &Counted<'_>, outside: Option<&str>, with: Option<&str>) -> Outcome {
    let costs = costs_of(case);
    let (entitled, _) = match entitled_with_cost(case, &costs) {
        Ok(found) => found,
        Err(why) => return Ok(Computed::nothing(why)),
    };
    let mut amounts = Vec::new();
    for months in candidates(&costs) {
        let days = entitled.within(months);
        if let Some(all) = outer(&days) {
            let Some(payer) = case.payer(all.from) else {
                return Ok(Computed::nothing(Unmet::Municipality));
            };
            let items = Items { outside, with };
            amounts.extend(of_twelve_months(case, &costs, months, &days, items, payer)?);
        }
    }
    let amounts = most_of_disjoint(amounts);
    let unmet = amounts.is_empty().then_some(Unmet::BelowThreshold);
    Ok(Computed { amounts, unmet })
}

/// Twelve months whose sum may be the largest near them: a cost enters or leaves at one of their ends.
fn candidates(costs: &[Placed<'_>]) -> Vec<Period> {
    let ends = |placed: &Placed<'_>| {
        let after = placed.cost.until.succ_opt()?;
        let ending_with_it = after.checked_sub_months(Months::new(12))?;
        let ending_before_it = placed.cost.from.checked_sub_months(Months::new(12))?;
        Some([placed.cost.from, after, ending_with_it, ending_before_it])
    };
    let mut firsts: Vec<NaiveDate> = costs.iter().filter_map(ends).flatten().collect();
    firsts.sort_unstable();
    firsts.dedup();
    let year = |from: NaiveDate| {
        let next = from.checked_add_months(Months::new(12))?;
        Period::new(from, next.pred_opt()?)
    };
    firsts.into_iter().filter_map(year).collect()
}

/// What twelve months give; none where they do not reach the threshold.
fn of_twelve_months(
    case: &Counted<'_>,
    costs: &[Placed<'_>],
    months: Period,
    days: &Spans,
    items: Items<'_>,
    payer: &Municipality,
) -> Result<Option<Amount>, Refusal> {
    let mut explanation = case.explained(outer(days).unwrap_or(months));
    let (mut counted, mut outside) = (Vec::new(), Vec::new());
    let mut goes_with = false;
    for placed in costs {
        let Some(part) = share(case, *placed, days, &mut explanation) else { continue };
        if placed.is_for(items.outside) {
            outside.push(part);
        } else {
            goes_with |= placed.is_for(items.with);
            counted.push(part);
        }
    }
    let gate = sum(&counted, &mut explanation);
    let rated = case.rate(Query::on(months.from))?;
    let threshold = explanation.rate(&rated, case.compensation.unit);
    if gate < threshold {
        return Ok(None);
    }
    explanation.rule(&case.section, Rule::ThresholdReached { months });
    let answer = case.choices().on::<ThresholdPays>(months.from);
    explanation.open(answer);
    let mut parts = vec![match answer {
        ThresholdPays::WholeCost => gate,
        ThresholdPays::Excess => explanation.compute(Operation::Difference, &[gate, threshold]),
    }];
    if let (Some(item), Some(with), false) = (items.outside, items.with, outside.is_empty()) {
        let (item, with) = (item.to_owned(), with.to_owned());
        let rule = Rule::OutsideThreshold { item, with, paid: goes_with };
        explanation.rule(&case.section, rule);
        if goes_with {
            parts.extend(outside);
        }
    }
    // The last step is the amount itself, whatever stands before it.
    let kronor = explanation.compute(Operation::Sum, &parts);
    Ok((kronor > Decimal::ZERO).then(|| case.amount(payer, months, kronor, explanation)))
}

/// Those that do not overlap and give most together: no cost counts towards two thresholds.
fn most_of_disjoint(amounts: Vec<Amount>) -> Vec<Amount> {
    // best[place]: what the amounts from there on give, by first day, and whether the first is taken.
    let mut best = vec![(0i64, false); amounts.len() + 1];
    let next = |place: usize| {
        amounts[place..]
            .iter()
            .position(|later| amounts[place].period.until < later.period.from)
            .map_or(amounts.len(), |steps| place + steps)
    };
    for place in (0..amounts.len()).rev() {
        let taken = amounts[place].amount.0 + best[next(place)].0;
        let left = best[place + 1].0;
        best[place] = if taken >= left { (taken, true) } else { (left, false) };
    }
    let mut places = Vec::new();
    let mut place = 0;
    while place < amounts.len() {
        if best[place].1 {
            places.push(place);
            place = next(place);
        } else {
            place += 1;
        }
    }
    let mut number = 0..amounts.len();
    amounts.into_iter().filter(|_| number.next().is_some_and(|at| places.contains(&at))).collect()
}
