//! A sum that is paid once.

use super::conditions::{Unmet, explain, municipalities};
use super::explanation::{Explanation, Operation, Rule};
use super::{Computed, Counted, Outcome};
use crate::Period;
use crate::codes::CompensationCode;
use crate::facts::Municipality;
use crate::law::{Condition, Query, SecondMunicipality, Trigger, Whose};

pub(super) fn count(case: &Counted<'_>, trigger: Trigger, after: &[CompensationCode]) -> Outcome {
    let conditions = conditions_of(case, after);
    let entitled = match case.asked().entitled(&conditions, wide_window(case)) {
        Ok(days) => days,
        Err(why) => return Ok(Computed::nothing(why)),
    };
    let mut owners = municipalities(case.picture(), case.compensation.whose, wide_window(case));
    if case.compensation.whose == Whose::Payer {
        owners.extend(case.payers().into_iter().map(|(payer, days)| (payer, days, None)));
    }
    let mut computed = Computed::default();
    let mut paid: Vec<&Municipality> = Vec::new();
    for (municipality, owned, fact) in owners {
        let Some(first) = entitled.within(owned).spans().first().map(|span| span.from) else {
            continue;
        };
        if paid.iter().any(|before| before.is_same(municipality)) {
            continue;
        }
        let mut explanation = Explanation::default();
        if trigger == Trigger::FirstDay && !paid.is_empty() {
            let answer = case.choices().on::<SecondMunicipality>(first);
            if answer == SecondMunicipality::Once {
                break;
            }
            explanation.open(answer);
        }
        paid.push(municipality);
        if first < super::FIRST_DAY {
            continue;
        }
        if let Some(fact) = fact {
            explanation.fact(fact);
        }
        explain(&mut explanation, case.picture(), &conditions, first);
        explanation.rule(&case.section, Rule::Once { on: first });
        let rated = case.rate(Query::on(first))?;
        let value = explanation.rate(&rated, case.compensation.unit);
        let kronor = explanation.compute(Operation::Sum, &[value]);
        let day = Period { from: first, until: first };
        computed.amounts.push(case.amount(municipality, day, kronor, explanation));
    }
    if computed.amounts.is_empty() {
        computed.unmet = Some(Unmet::Municipality);
    }
    Ok(computed)
}

/// All days up to the last that is asked about: what was paid once before is not paid again.
fn wide_window(case: &Counted<'_>) -> Period {
    let facts = case.question().input.facts;
    let first = facts.iter().filter_map(|fact| fact.validity.valid_from).min();
    let window = case.window();
    Period { from: first.unwrap_or(window.from).min(window.from), ..window }
}

/// Its own conditions, and those of the compensations that it follows upon.
fn conditions_of(case: &Counted<'_>, after: &[CompensationCode]) -> Vec<Condition> {
    let others = after.iter().filter_map(|code| case.law().get(code));
    let others = others.flat_map(|other| other.entitled.iter().cloned());
    case.compensation.entitled.iter().cloned().chain(others).collect()
}
