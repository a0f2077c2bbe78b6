//! The actual cost up to a cap: by item and family (förordning 2010:1122, 32 §), or by day, age and
//! household (förordning 2017:193, 18 §).

use rust_decimal::Decimal;

use super::actual_cost::{Claim, claims, entitled_with_cost, outer};
use super::conditions::Unmet;
use super::costs::{Placed, costs_of, share, sum};
use super::explanation::{Explanation, Operation, Rounding, Rule};
use super::spans::Spans;
use super::{Computed, Counted, Outcome};
use crate::Period;
use crate::codes::CompensationCode;
use crate::law::{CappedBy, Compensation, Query, Rated, Refusal, Unit};

/// Help that is never paid (RÅ 2009 ref. 29).
const BURIAL: &str = "burial";
/// Special grants (särskilt bidrag) come on top of the daily amounts.
const SPECIAL_GRANT: &str = "special-grant";
/// From this child of a family on the daily amount is halved.
const HALVED_FROM: u32 = 3;

pub(super) fn count(case: &Counted<'_>, by: CappedBy, caps: Option<&CompensationCode>) -> Outcome {
    let all = costs_of(case);
    let (entitled, _) = match entitled_with_cost(case, &all) {
        Ok(found) => found,
        Err(why) => return Ok(Computed::nothing(why)),
    };
    let caps = caps.unwrap_or(&case.compensation.code);
    let mut computed = Computed::default();
    let claims = claims(case, &entitled);
    let nobody = claims.is_empty();
    for Claim { municipality, days: claim, .. } in claims {
        let Some(period) = outer(&claim) else { continue };
        let mut explanation = case.explained(period);
        let parts = match paid(case, &all, &claim, (by, caps), &mut explanation)? {
            Ok(parts) => parts,
            Err(why) => return Ok(Computed::nothing(why)),
        };
        let kronor = explanation.compute(Operation::Sum, &parts);
        if kronor > Decimal::ZERO {
            computed.amounts.push(case.amount(municipality, period, kronor, explanation));
        }
    }
    if computed.amounts.is_empty() {
        computed.unmet = Some(match nobody {
            true => Unmet::Municipality,
            false => Unmet::NoCost,
        });
    }
    Ok(computed)
}

/// What is paid of the costs of a claim: costs under one cap are one.
fn paid(
    case: &Counted<'_>,
    all: &[Placed<'_>],
    claim: &Spans,
    (by, caps): (CappedBy, &CompensationCode),
    explanation: &mut Explanation,
) -> Result<Result<Vec<Decimal>, Unmet>, Refusal> {
    let mut parts = Vec::new();
    let mut capped: Vec<Vec<Placed<'_>>> = Vec::new();
    for placed in all.iter().filter(|placed| !claim.within(placed.period()).is_empty()) {
        if placed.is_for(Some(BURIAL)) {
            let (place, item) = (placed.place(), BURIAL.to_owned());
            explanation.rule(&case.section, Rule::CostNotPaid { place, item });
        } else if by == CappedBy::Day && placed.is_for(Some(SPECIAL_GRANT)) {
            parts.extend(share(case, *placed, claim, explanation));
        } else {
            let same = |group: &&mut Vec<Placed<'_>>| {
                group.first().is_some_and(|first| under_one_cap(by, *first, *placed))
            };
            match capped.iter_mut().find(same) {
                Some(group) => group.push(*placed),
                None => capped.push(vec![*placed]),
            }
        }
    }
    for group in capped {
        let costs: Vec<Decimal> =
            group.iter().filter_map(|placed| share(case, *placed, claim, explanation)).collect();
        let cost = sum(&costs, explanation);
        let cap = match by {
            CappedBy::Day => match of_days(case, &group, claim, caps, explanation)? {
                Ok(cap) => cap,
                Err(why) => return Ok(Err(why)),
            },
            CappedBy::Item => of_item(case, &group, caps, explanation)?,
        };
        parts.push(explanation.compute(Operation::AtMost, &[cost, cap]));
    }
    Ok(Ok(parts))
}

/// Whether two costs are held against one cap: of one item, or of the days of one household.
fn under_one_cap(by: CappedBy, one: Placed<'_>, other: Placed<'_>) -> bool {
    let household = |placed: Placed<'_>| (placed.cost.shared_household, placed.cost.child_number);
    match by {
        CappedBy::Item => one.cost.item == other.cost.item,
        CappedBy::Day => household(one) == household(other),
    }
}

/// The cap of an item: for each person, or for the first and each further member of the family.
fn of_item(
    case: &Counted<'_>,
    group: &[Placed<'_>],
    caps: &CompensationCode,
    explanation: &mut Explanation,
) -> Result<Decimal, Refusal> {
    let Some(first) = group.first() else { return Ok(Decimal::ZERO) };
    let item = first.cost.item.as_deref();
    let on = case.picture().reception.as_ref().map_or(first.cost.from, |day| day.on);
    let persons = group.iter().map(|placed| placed.cost.persons).max().unwrap_or(1);
    let persons = Decimal::from(persons);
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

/// The daily amounts of the claim's days of the costs, by age and household.
fn of_days(
    case: &Counted<'_>,
    group: &[Placed<'_>],
    claim: &Spans,
    caps: &CompensationCode,
    explanation: &mut Explanation,
) -> Result<Result<Decimal, Unmet>, Refusal> {
    let amounts = case.law().get(caps).ok_or(Refusal::UnknownCode)?;
    let Some(first) = group.first() else { return Ok(Ok(Decimal::ZERO)) };
    let Some((_, birth)) = case.picture().born(first.cost.from) else {
        return Ok(Err(Unmet::NoBirthDate));
    };
    explanation.fact(birth);
    let with_cost = Spans::of(group.iter().map(|placed| placed.period()));
    let mut parts = Vec::new();
    for days in claim.meet(&with_cost).spans() {
        for (run, case_name) in households(case, *first, *days) {
            let rated = rate_of(amounts, case_name, run)?;
            let value = explanation.rate(&rated, Unit::PersonDay);
            let product =
                explanation.compute(Operation::Product, &[Decimal::from(run.days()), value]);
            let is_child = case_name.starts_with("child");
            if is_child && first.cost.child_number.is_some_and(|number| number >= HALVED_FROM) {
                explanation.rule(&case.section, Rule::HalvedFromThirdChild {});
                let half = explanation.compute(Operation::Quotient, &[product, Decimal::TWO]);
                parts.push(explanation.round(Rounding::WholeOre, half));
            } else {
                parts.push(product);
            }
        }
    }
    Ok(Ok(sum(&parts, explanation)))
}

/// The daily amount of a case on the first day of `run`.
fn rate_of(amounts: &Compensation, case_name: &str, run: Period) -> Result<Rated, Refusal> {
    let case = amounts.cases.iter().find(|case| case.name == case_name);
    let rate = case.and_then(|case| case.rates.iter().find(|rate| rate.holds_on(run.from)));
    let rate = rate.ok_or(Refusal::NoValues)?;
    Ok(Rated {
        rate: rate.clone(),
        trusted_until: None,
        estimated: amounts.trusted_until(rate).is_some_and(|day| run.until > day),
        age_limit: None,
    })
}

/// The runs of days with one daily amount, and which: children by age, adults by household.
fn households(case: &Counted<'_>, placed: Placed<'_>, days: Period) -> Vec<(Period, &'static str)> {
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
    runs.sort_unstable();
    runs
}
