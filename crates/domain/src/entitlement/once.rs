//! A sum that is paid once.

use chrono::NaiveDate;

use super::conditions::{Claimed, Unmet};
use super::explanation::{Operation, Rule};
use super::picture::Picture;
use super::spans::Spans;
use super::{Computed, Counted, Outcome};
use crate::Period;
use crate::codes::CompensationCode;
use crate::facts::{FactContent, FactKind, Housing, Municipality};
use crate::law::{BurialQuarter, Compensation, Query, SecondMunicipality, Trigger};

pub(super) fn count(case: &Counted<'_>, trigger: Trigger, after: &[CompensationCode]) -> Outcome {
    let window = wide_window(case);
    let entitled = match entitled(case, trigger, after, window) {
        Ok(days) => days,
        Err(why) => return Ok(Computed::nothing(why)),
    };
    let mut computed = Computed::default();
    let mut paid: Vec<&Municipality> = Vec::new();
    for owner in case.owners(window) {
        let (municipality, _, fact) = owner;
        let Some(day) = first_day(case, trigger, &entitled.days, owner) else { continue };
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
        // The day of moving in chooses the wording, and its conditions hold from then or later.
        let worded = entitled.moved_in_before(day).unwrap_or(day);
        let mut explanation = case.explained(Period { from: worded, until: worded });
        for code in after {
            // The conditions are those of others.
            let other = case.law().get(code).and_then(|other| other.wording_on(worded));
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
        Trigger::FirstDayInMunicipality | Trigger::FirstDay | Trigger::MovedIn | Trigger::Death => {
            Some(first)
        }
        // The decision, and not the day on which the child came (Migrationsverket's answers of 2017).
        Trigger::AssignmentDecision => {
            let decided = fact.and_then(Picture::assignment_decided).unwrap_or(first);
            case.compensation.wording_on(decided).map(|_| decided)
        }
    }
}

/// Days that entitle to the sum.
#[derive(Debug)]
struct Entitled {
    days: Spans,
    /// Stays in the housing that the sum is for, where moving in chooses the wording.
    stays: Vec<Period>,
}

impl Entitled {
    /// The day of moving in to where the person lives on `day`.
    fn moved_in_before(&self, day: NaiveDate) -> Option<NaiveDate> {
        let stay = self.stays.iter().find(|stay| stay.from <= day && day <= stay.until)?;
        Some(stay.from)
    }
}

/// The days on which its own conditions hold, or those of the compensations that it follows upon, in a
/// wording of its own.
fn entitled(
    case: &Counted<'_>,
    trigger: Trigger,
    after: &[CompensationCode],
    window: Period,
) -> Result<Entitled, Unmet> {
    let stays = Vec::new();
    match (trigger, after) {
        (Trigger::MovedIn, _) => moved_in(case, after, window),
        (_, []) => Ok(Entitled { days: case.entitled(window)?, stays }),
        _ => Ok(Entitled { days: of_others(case, after, window)?, stays }),
    }
}

/// The days of each stay on which the wording of the day of moving in entitles to any of the compensations
/// that the sum follows upon.
fn moved_in(
    case: &Counted<'_>,
    after: &[CompensationCode],
    window: Period,
) -> Result<Entitled, Unmet> {
    let (mut found, mut stays) = (Spans::none(), Vec::new());
    let mut unmet = Unmet::Housing;
    for other in after.iter().filter_map(|code| case.law().get(code)) {
        for stay in housed(case.picture(), other, window) {
            // Nobody has entered since when: the first day of the right stands for it.
            if stay.from == NaiveDate::MIN {
                match of_others(case, after, window) {
                    Ok(days) => found = found.join(days.within(stay)),
                    Err(why) => unmet = why,
                }
                continue;
            }
            let own = case.compensation.wording_on(stay.from);
            let worded = own.and_then(|_| other.wording_on(stay.from));
            let days = match worded {
                Some(wording) => case.asked().entitled_by(&wording.entitled, stay),
                None => Err(Unmet::NotInForce),
            };
            match days {
                Ok(days) => {
                    found = found.join(days);
                    stays.push(stay);
                }
                Err(why) => unmet = why,
            }
        }
    }
    if found.is_empty() { Err(unmet) } else { Ok(Entitled { days: found, stays }) }
}

/// The stays in the housing that a compensation is for: in any of its forms, or, where it begins with actual
/// reception, from then on in none of those that it is not for.
fn housed(picture: &Picture<'_>, other: &Compensation, window: Period) -> Vec<Period> {
    let conditions = || other.wordings.iter().flat_map(|wording| &wording.entitled);
    let forms: Vec<Housing> = conditions().flat_map(|one| &one.housing).copied().collect();
    let not: Vec<Housing> = conditions().flat_map(|one| &one.housing_not).copied().collect();
    let all = Period { from: NaiveDate::MIN, until: window.until };
    let in_any = |among: &[Housing]| {
        picture.days_of(FactKind::HousingForm, all, |content| {
            matches!(content, FactContent::HousingForm(housing) if among.contains(&housing.form))
        })
    };
    let mut days = match forms.as_slice() {
        [] => Spans::from(all),
        forms => in_any(forms),
    };
    days = days.without(&in_any(&not));
    if conditions().any(|one| one.received_for_settlement == Some(true)) {
        let received = picture.entered_reception();
        let from = received.and_then(|reception| Period::new(reception.on, window.until));
        days = days.meet(&Spans::of(from));
    }
    days.spans().to_vec()
}

/// The days on which the conditions of any of the compensations that it follows upon hold, in a wording of
/// its own.
fn of_others(
    case: &Counted<'_>,
    after: &[CompensationCode],
    window: Period,
) -> Result<Spans, Unmet> {
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
