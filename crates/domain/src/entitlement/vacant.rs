//! The rent of days on which a dwelling stood empty (förordning 2010:1122, 32 a §, repealed for
//! receptions from July 2024).

use super::conditions::Unmet;
use super::costs::{costs_of, share, sum};
use super::spans::Spans;
use super::{Computed, Counted, Outcome};
use crate::Period;

/// Each cost is the rent of its days; those through the day before reception are paid.
pub(super) fn count(case: &Counted<'_>) -> Outcome {
    let Ok(reception) = &case.picture().reception else {
        return Ok(Computed::nothing(Unmet::Reception));
    };
    let day = Period { from: reception.on, until: reception.on };
    if let Err(why) = case.entitled(day) {
        return Ok(Computed::nothing(why));
    }
    let costs = costs_of(case);
    if costs.is_empty() {
        return Ok(Computed::nothing(Unmet::NoCost));
    }
    let Some(last) = reception.on.pred_opt() else { return Ok(Computed::default()) };
    let vacant = |placed: &super::costs::Placed<'_>| {
        let Period { from, until } = placed.period();
        Period::new(placed.cost.vacant_from.unwrap_or(from).max(from), until.min(last))
    };
    let days = Spans::of(costs.iter().filter_map(vacant));
    let Some(period) = super::actual_cost::outer(&days) else {
        return Ok(Computed::nothing(Unmet::NoCost));
    };
    let mut explanation = case.explained(day);
    explanation.fact(reception.fact);
    let parts: Vec<_> =
        costs.iter().filter_map(|placed| share(case, *placed, &days, &mut explanation)).collect();
    let Some(payer) = case.payer(reception.on) else {
        return Ok(Computed::nothing(Unmet::Municipality));
    };
    let kronor = sum(&parts, &mut explanation);
    let amount = case.amount(payer, period, kronor, explanation);
    Ok(Computed { amounts: vec![amount], unmet: None })
}
