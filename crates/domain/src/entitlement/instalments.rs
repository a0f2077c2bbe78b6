//! The two-year sum in nine instalments (förordning 2010:1122, 12–14 §§).

use chrono::{Months, NaiveDate};
use rust_decimal::Decimal;

use super::conditions::Unmet;
use super::explanation::{Explanation, Operation, Rule};
use super::reception::{ReceivedBy, Reception};
use super::{Amount, Computed, Counted, FIRST_DAY, Outcome};
use crate::facts::{Fact, FactKind, Municipality};
use crate::law::{Choices, InstalmentYear, LateMove, Query, Refusal, Unit, years_old};
use crate::{Month, Period};

/// A step of the sum, its months counted from that of first reception.
#[derive(Clone, Copy, Debug)]
struct Step {
    number: u8,
    /// Share in per cent.
    percent: u8,
    /// First and last month that it is for.
    months: (u32, u32),
}

/// Share that a municipality gets more for a person who has moved to it, in per cent (13, 14 §§).
const EXTRA: u8 = 10;
/// Months after reception in which a later move still gives more (14 §).
const LATE_MOVE_MONTHS: u32 = 18;

/// 10 per cent for the month of reception, 20 for the two that follow, and 10 for each of seven periods
/// of three months.
fn steps() -> impl Iterator<Item = Step> {
    let first = Step { number: 1, percent: 10, months: (0, 0) };
    let second = Step { number: 2, percent: 20, months: (1, 2) };
    let periods = (0..7u8).map(|place| {
        let from = 3 + 3 * u32::from(place);
        Step { number: 3 + place, percent: 10, months: (from, from + 2) }
    });
    [first, second].into_iter().chain(periods)
}

pub(super) fn count(case: &Counted<'_>) -> Outcome {
    let reception = match &case.picture().reception {
        Ok(reception) => reception,
        Err(why) => return Ok(Computed::nothing(why.unmet())),
    };
    if case.picture().born(reception.on).is_none() {
        return Ok(Computed::nothing(Unmet::NoBirthDate));
    }
    let mut computed = Computed::default();
    for step in steps() {
        let month = |number| later(Month::of(reception.on), number);
        let (first, last) = (month(step.months.0), month(step.months.1));
        let period = Period { from: first.first_day(), until: last.last_day() };
        if period.until < FIRST_DAY {
            computed.unmet = Some(Unmet::BeforeFirstDay);
            continue;
        }
        match instalment(case, reception, step, period)? {
            Ok(amount) => computed.amounts.push(amount),
            Err(why) => computed.unmet = computed.unmet.or(Some(why)),
        }
    }
    Ok(computed)
}

/// One instalment, or why there is none.
fn instalment(
    case: &Counted<'_>,
    reception: &Reception<'_>,
    step: Step,
    period: Period,
) -> Result<Result<Amount, Unmet>, Refusal> {
    let cut_off = period.until;
    let day = if step.number == 1 { reception.on } else { cut_off };
    // The day of reception chooses the wording of every step.
    let Some(wording) = case.wording(reception.on) else { return Ok(Err(Unmet::NotInForce)) };
    let on_day = Period { from: day, until: day };
    if let Err(why) = case.asked().entitled_by(&wording.entitled, on_day) {
        return Ok(Err(why));
    }
    let mut explanation = Explanation::new();
    explanation.wording(case.compensation, &case.section, wording);
    received(case, reception, &mut explanation);
    case.explain(&mut explanation, wording, on_day);
    let Step { number, percent, .. } = step;
    explanation.rule(&case.section, Rule::Instalment { number, percent, period });
    let (municipality, percent) = match recipient(case, reception, step, period, &mut explanation) {
        Ok(found) => found,
        Err(why) => return Ok(Err(why)),
    };
    let whole = whole_sum(case, reception.on, cut_off, &mut explanation)?;
    let kronor = explanation.compute(Operation::PercentOf, &[Decimal::from(percent), whole]);
    Ok(Ok(case.amount(municipality, period, kronor, explanation)))
}

/// Says which day is that of reception, and why.
pub(super) fn received(
    case: &Counted<'_>,
    reception: &Reception<'_>,
    explanation: &mut Explanation,
) {
    let (on, municipality) = (reception.on, reception.municipality.0.clone());
    explanation.fact(reception.fact);
    let rule = match &reception.by {
        ReceivedBy::Reception => Rule::Received { on, municipality },
        ReceivedBy::Registration => Rule::ReceivedByRegistration { on, municipality },
        ReceivedBy::EndOfCoverage { why, facts, .. } => {
            for fact in facts {
                explanation.fact(fact);
            }
            Rule::ReceivedAtEndOfCoverage { on, municipality, why: *why }
        }
    };
    explanation.rule(&case.section, rule);
    super::open::reception(explanation, case.choices(), reception);
}

/// The municipality that gets the step, and its share in per cent.
fn recipient<'c>(
    case: &Counted<'c>,
    reception: &Reception<'c>,
    step: Step,
    period: Period,
    explanation: &mut Explanation,
) -> Result<(&'c Municipality, u8), Unmet> {
    if step.number == 1 {
        return Ok((reception.municipality, step.percent));
    }
    let cut_off = period.until;
    if !case.picture().is_here_at_the_end_of(cut_off) {
        return Err(Unmet::NotHere);
    }
    let (municipality, registration) =
        case.picture().registered(cut_off).ok_or(Unmet::Registration)?;
    explanation.fact(registration);
    explanation.rule(
        &case.section,
        Rule::RegisteredAtCutOff { day: cut_off, municipality: municipality.0.clone() },
    );
    // By 13 § the new municipality is another than the first receiving one; by 14 § another than that of
    // the period's beginning.
    let before = match step.number {
        2 => reception.municipality,
        _ => registered_before(case, reception, period.from),
    };
    if before.is_same(municipality) {
        return Ok((municipality, step.percent));
    }
    let moved = moved_to(case, municipality, cut_off);
    let from = before.0.clone();
    if step.number == 2 {
        explanation.rule(&case.section, Rule::MovedHere { moved, from, in_time_until: None });
        return Ok((municipality, step.percent + EXTRA));
    }
    let in_time_until = late_move_until(case.choices(), reception.on, explanation);
    if moved > in_time_until {
        explanation.rule(&case.section, Rule::MovedHereLate { moved, in_time_until });
        return Ok((municipality, step.percent));
    }
    let in_time_until = Some(in_time_until);
    explanation.rule(&case.section, Rule::MovedHere { moved, from, in_time_until });
    Ok((municipality, step.percent + EXTRA))
}

/// The municipality of the last registration that began before `day`, whatever gaps there are: that of
/// reception where there is none since.
fn registered_before<'c>(
    case: &Counted<'c>,
    reception: &Reception<'c>,
    day: NaiveDate,
) -> &'c Municipality {
    let began_before = |fact: &&&Fact| fact.validity.valid_from.is_none_or(|from| from < day);
    let registrations = case.picture().of_kind(FactKind::Registration).iter();
    let since_reception =
        |fact: &&&Fact| fact.validity.valid_until.is_none_or(|until| reception.on <= until);
    let last = registrations.filter(began_before).rfind(since_reception);
    last.and_then(|fact| fact.municipality()).unwrap_or(reception.municipality)
}

/// The day on which the person moved to `there`, where the registration of `cut_off` is: the first of the
/// registrations there that no other municipality's comes between.
fn moved_to(case: &Counted<'_>, there: &Municipality, cut_off: NaiveDate) -> NaiveDate {
    let began = |fact: &&&Fact| fact.validity.valid_from.is_none_or(|from| from <= cut_off);
    let registrations = case.picture().of_kind(FactKind::Registration).iter();
    let stay = registrations
        .rev()
        .filter(began)
        .take_while(|fact| fact.municipality().is_some_and(|place| place.is_same(there)));
    stay.last().and_then(|fact| fact.validity.valid_from).unwrap_or(cut_off)
}

/// The last day on which a later move gives more.
fn late_move_until(
    choices: &Choices,
    received: NaiveDate,
    explanation: &mut Explanation,
) -> NaiveDate {
    let same_day =
        received.checked_add_months(Months::new(LATE_MOVE_MONTHS)).unwrap_or(NaiveDate::MAX);
    let answer = choices.on::<LateMove>(received);
    explanation.open(answer);
    match answer {
        LateMove::SameDay => same_day,
        LateMove::MonthEnd => Month::of(same_day).last_day(),
    }
}

/// The whole sum that the step is a share of. Age counts at the end of the month before the payment,
/// which is the cut-off day.
fn whole_sum(
    case: &Counted<'_>,
    received: NaiveDate,
    cut_off: NaiveDate,
    explanation: &mut Explanation,
) -> Result<Decimal, Refusal> {
    let payment_month = later(Month::of(cut_off), 1);
    let by_reception = case
        .compensation
        .cases
        .iter()
        .any(|case| case.limits.received_from.is_some_and(|from| from <= received));
    let on = match case.choices().on::<InstalmentYear>(cut_off) {
        // Values that say themselves for which receptions they are follow these (2026:1697 p. 2).
        _ if by_reception => received,
        answer => {
            if payment_month.year() != Month::of(received).year() {
                explanation.open(answer);
            }
            match answer {
                InstalmentYear::Payment => payment_month.last_day(),
                InstalmentYear::Reception => received,
            }
        }
    };
    let (born, birth) = case.picture().born(cut_off).ok_or(Refusal::NeedsBirthDate)?;
    explanation.fact(birth);
    let years = years_old(born, cut_off);
    explanation.rule(&case.section, Rule::Age { years, on: cut_off });
    let rated = case.rate(Query {
        born: Some(born),
        age_on: Some(cut_off),
        received: Some(received),
        ..Query::on(on)
    })?;
    Ok(explanation.rate(&rated, Unit::Person))
}

/// The month `number` months later.
fn later(month: Month, number: u32) -> Month {
    Month::of(month.first_day().checked_add_months(Months::new(number)).unwrap_or(NaiveDate::MAX))
}
