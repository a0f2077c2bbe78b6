//! A per cent of the cost minus the person's own fee (förordning 2010:1122, 22 §).

use rust_decimal::Decimal;

use super::actual_cost::{Claim, claims, entitled_with_cost, outer};
use super::conditions::Unmet;
use super::costs::{costs_of, share, sum};
use super::explanation::{Operation, Rounding};
use super::{Computed, Counted, Outcome};
use crate::law::Query;

pub(super) fn count(case: &Counted<'_>) -> Outcome {
    let costs = costs_of(case);
    let (entitled, _) = match entitled_with_cost(case, &costs) {
        Ok(found) => found,
        Err(why) => return Ok(Computed::nothing(why)),
    };
    let mut computed = Computed::default();
    let claims = claims(case, &entitled);
    let nobody = claims.is_empty();
    for Claim { municipality, days: claim, .. } in claims {
        let Some(period) = outer(&claim) else { continue };
        let mut explanation = case.explained(period);
        let (mut parts, mut fees) = (Vec::new(), Vec::new());
        for placed in &costs {
            parts.extend(share(case, *placed, &claim, &mut explanation));
            let counted = claim.within(placed.period()).days();
            if counted > 0 && !placed.cost.fee_ore.is_zero() {
                let days = [placed.cost.fee_ore.kronor(), Decimal::from(counted)];
                let part = explanation.compute(Operation::Product, &days);
                let whole = Decimal::from(placed.period().days());
                fees.push(explanation.compute(Operation::Quotient, &[part, whole]));
            }
        }
        let cost = sum(&parts, &mut explanation);
        let rated = case.rate(Query::on(period.from))?;
        let percent = explanation.rate(&rated, case.compensation.unit);
        let share = explanation.compute(Operation::PercentOf, &[percent, cost]);
        let fee = sum(&fees, &mut explanation);
        let left = explanation.compute(Operation::Difference, &[share, fee]);
        let paid = explanation.compute(Operation::AtLeast, &[left, Decimal::ZERO]);
        let kronor = explanation.round(Rounding::WholeKronor, paid);
        computed.amounts.push(case.amount(municipality, period, kronor, explanation));
    }
    if computed.amounts.is_empty() {
        computed.unmet = Some(match nobody {
            true => Unmet::Municipality,
            false => Unmet::NoCost,
        });
    }
    Ok(computed)
}
