//! A sum that is paid once.

use chrono::NaiveDate;

use super::conditions::{Claimed, Unmet};
use super::explanation::{Operation, Rule};
use super::picture::Picture;
use super::spans::Spans;
use super::{Computed, Counted, Outcome};
use crate::Period;
use crate::codes::CompensationCode;
use crate::facts::{FactKind, Municipality};
use crate::law::{BurialQuarter, Query, SecondMunicipality, Trigger};

pub(super) fn count(case: &Counted<'_>, trigger: Trigger, after: &[CompensationCode]) -> Outcome {
    let window = wide_window(case);
    let entitled = match entitled(case, after, window) {
        Ok(days) => days,
        Err(why) => return Ok(Computed::nothing(why)),
    };
    let mut computed = Computed::default();
    let mut paid: Vec<&Municipality> = Vec::new();
    for owner in case.owners(window) {
        let (municipality, _, fact) = owner;
        let Some(day) = first_day(case, trigger, &entitled, owner) else { continue };
        if paid.iter().any(|before| before.is_same(municipality)) {
            continue;
        }
        let second = trigger != Trigger::FirstDayInMunicipality
            && trigger != Trigger::AssignmentDecision
            && !paid.is_empty();
        let answer = case.choices().on::<SecondMunicipality>(day);
        if second && answer == SecondMunicipality::Once {
            break;
        }
        paid.push(municipality);
        if day < super::FIRST_DAY {
            continue;
        }
        let on_day = Period { from: day, until: day };
        let mut explanation = case.explained(on_day);
        for code in after {
            // The conditions are those of others.
            let other = case.law().get(code).and_then(|other| other.wording_on(day));
            if let Some(wording) = other {
                case.explain(&mut explanation, wording, on_day);
            }
        }
        if second {
            explanation.open(answer);
        }
        if let Some(fact) = fact {
            explanation.fact(fact);
        }
        explanation.rule(&case.section, Rule::Once { on: day });
        let rated = case.rate(Query::on(day))?;
        let value = explanation.rate(&rated, case.compensation.unit);
        let kronor = explanation.compute(Operation::Sum, &[value]);
        let claim = match trigger {
            Trigger::Death => {
                let answer = case.choices().on::<BurialQuarter>(day);
                explanation.open(answer);
                burial_day(case.picture(), day, answer)
            }
            _ => day,
        };
        let mut amount = case.amount(municipality, on_day, kronor, explanation);
        amount.due = case.due(Period { from: claim, until: claim });
        computed.amounts.push(amount);
    }
    if computed.amounts.is_empty() {
        computed.unmet = Some(Unmet::Municipality);
    }
    Ok(computed)
}

/// The day that gives the sum to an owner; none where it has none.
fn first_day(
    case: &Counted<'_>,
    trigger: Trigger,
    entitled: &Spans,
    (_, owned, fact): Claimed<'_>,
) -> Option<NaiveDate> {
    let first = entitled.within(owned).spans().first().map(|span| span.from)?;
    match trigger {
        Trigger::FirstDayInMunicipality | Trigger::FirstDay | Trigger::Death => Some(first),
        // The decision, and not the day on which the child came (Migrationsverket's answers of 2017).
        Trigger::AssignmentDecision => {
            let decided = fact.and_then(Picture::assignment_decided).unwrap_or(first);
            case.compensation.wording_on(decided).map(|_| decided)
        }
    }
}

/// The days on which its own conditions hold, or those of the compensations that it follows upon, in a
/// wording of its own.
fn entitled(
    case: &Counted<'_>,
    after: &[CompensationCode],
    window: Period,
) -> Result<Spans, Unmet> {
    if after.is_empty() {
        return case.entitled(window);
    }
    let mut found = Spans::none();
    let mut unmet = Unmet::NotInForce;
    for other in after.iter().filter_map(|code| case.law().get(code)) {
        match case.asked().entitled(&other.wordings, window) {
            Ok(days) => found = found.join(days),
            Err(why) => unmet = why,
        }
    }
    let wordings = case.compensation.wordings.iter();
    let in_force = Spans::of(wordings.filter_map(|wording| wording.within(window)));
    let found = found.meet(&in_force);
    if found.is_empty() { Err(unmet) } else { Ok(found) }
}

/// The day whose quarter the claim of a burial is about.
fn burial_day(picture: &Picture<'_>, died: NaiveDate, answer: BurialQuarter) -> NaiveDate {
    let granted = picture.of_kind(FactKind::BurialAid).first();
    let granted = granted.and_then(|fact| fact.validity.valid_from).unwrap_or(died);
    match answer {
        BurialQuarter::Earlier => died.min(granted),
        BurialQuarter::Death => died,
        BurialQuarter::Decision => granted,
    }
}

/// All days up to the last that is asked about: what was paid once before is not paid again.
fn wide_window(case: &Counted<'_>) -> Period {
    let facts = case.question().input.facts;
    let first = facts.iter().filter_map(|fact| fact.validity.valid_from).min();
    let window = case.window();
    Period { from: first.unwrap_or(window.from).min(window.from), ..window }
}
