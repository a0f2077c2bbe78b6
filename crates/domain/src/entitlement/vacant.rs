//! The rent of days on which a dwelling stood empty (förordning 2010:1122, 32 a §, repealed for
//! receptions from July 2024).

use rust_decimal::Decimal;

use super::conditions::Unmet;
use super::costs::{costs_of, sum};
use super::explanation::{Explanation, Operation, Rounding, Rule};
use super::{Computed, Counted, Outcome};
use crate::law::VacantDayRent;
use crate::{Month, Period};

/// Days that a month's rent may be divided by, whatever the month.
const THIRTY: i64 = 30;

/// Each cost is a month's rent; its days are those on which the dwelling stood empty.
pub(super) fn count(case: &Counted<'_>) -> Outcome {
    let Some(reception) = case.picture().reception else {
        return Ok(Computed::nothing(Unmet::Reception));
    };
    let day = Period { from: reception.on, until: reception.on };
    if let Err(why) = case.entitled(day) {
        return Ok(Computed::nothing(why));
    }
    let Some(last) = reception.on.pred_opt() else { return Ok(Computed::default()) };
    let mut explanation = Explanation::default();
    explanation.fact(reception.fact);
    let mut parts = Vec::new();
    let mut vacant: Option<Period> = None;
    for placed in costs_of(case) {
        // Through the day before reception.
        let Some(days) = Period::new(placed.cost.from, placed.cost.until.min(last)) else {
            continue;
        };
        let (place, period) = (placed.place(), placed.period());
        let item = placed.cost.item.clone();
        explanation.rule(&case.section, Rule::Cost { place, period, item, days: days.days() });
        let answer = case.choices().on::<VacantDayRent>(days.from);
        explanation.open(answer);
        let month = Month::of(days.from);
        let whole = Period { from: month.first_day(), until: month.last_day() };
        let divisor = match answer {
            VacantDayRent::DaysOfMonth => whole.days(),
            VacantDayRent::Thirty => THIRTY,
        };
        let rent = [placed.cost.amount_ore.kronor(), Decimal::from(days.days())];
        let product = explanation.compute(Operation::Product, &rent);
        let exact = explanation.compute(Operation::Quotient, &[product, Decimal::from(divisor)]);
        let rounded = explanation.round(Rounding::WholeOre, exact);
        parts.push(rounded);
        let until = vacant.map_or(days.until, |before| before.until.max(days.until));
        vacant = Some(Period { from: vacant.map_or(days.from, |before| before.from), until });
    }
    let (Some(period), Some(payer)) = (vacant, case.payer(reception.on)) else {
        return Ok(Computed::nothing(Unmet::NothingToCount));
    };
    let kronor = sum(&parts, &mut explanation);
    let amount = case.amount(payer, period, kronor, explanation);
    Ok(Computed { amounts: vec![amount], unmet: None })
}
