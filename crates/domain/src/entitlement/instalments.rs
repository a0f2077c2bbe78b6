//! The two-year sum in nine instalments (förordning 2010:1122, 12–14 §§).

use chrono::{Months, NaiveDate};
use rust_decimal::Decimal;

use super::conditions::Unmet;
use super::explanation::{Explanation, Operation, Rule};
use super::picture::Reception;
use super::{Amount, Computed, Counted, FIRST_DAY, Outcome};
use crate::facts::{Fact, Municipality};
use crate::law::{
    AgeBound, AgeLimitRaised, Choices, InstalmentYear, LateMove, Query, Rated, Refusal, Unit,
    years_old,
};
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
    let Some(reception) = case.picture().reception else {
        return Ok(Computed::nothing(Unmet::Reception));
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
    reception: Reception<'_>,
    step: Step,
    period: Period,
) -> Result<Result<Amount, Unmet>, Refusal> {
    let cut_off = period.until;
    let mut explanation = Explanation::default();
    let said = if reception.by_registration {
        Rule::ReceivedByRegistration {
            on: reception.on,
            municipality: reception.municipality.0.clone(),
        }
    } else {
        Rule::Received { on: reception.on, municipality: reception.municipality.0.clone() }
    };
    explanation.fact(reception.fact);
    explanation.rule(&case.section, said);
    let day = if step.number == 1 { reception.on } else { cut_off };
    if let Err(why) = case.entitled(Period { from: day, until: day }) {
        return Ok(Err(why));
    }
    super::conditions::explain(&mut explanation, case.picture(), &case.compensation.entitled, day);
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

/// The municipality that gets the step, and its share in per cent.
fn recipient<'c>(
    case: &Counted<'c>,
    reception: Reception<'c>,
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
    let Some((moved, from)) = moved_here(case, reception, registration, municipality) else {
        return Ok((municipality, step.percent));
    };
    let percent = match step.number {
        2 => Some(None),
        _ if moved < period.from => None,
        _ => Some(Some(late_move_until(case.choices(), reception.on, explanation))),
    };
    match percent {
        Some(Some(in_time_until)) if moved > in_time_until => {
            explanation.rule(&case.section, Rule::MovedHereLate { moved, in_time_until });
            Ok((municipality, step.percent))
        }
        Some(in_time_until) => {
            let from = from.0.clone();
            explanation.rule(&case.section, Rule::MovedHere { moved, from, in_time_until });
            Ok((municipality, step.percent + EXTRA))
        }
        None => Ok((municipality, step.percent)),
    }
}

/// The day on which the person moved to the municipality of `registration`, and from where; none
/// where it has been there since reception.
fn moved_here<'c>(
    case: &Counted<'c>,
    reception: Reception<'c>,
    registration: &Fact,
    municipality: &Municipality,
) -> Option<(NaiveDate, &'c Municipality)> {
    let moved = registration.validity.valid_from.filter(|day| *day > reception.on)?;
    let before = moved.pred_opt()?;
    let from = match case.picture().registered(before) {
        Some((from, _)) => from,
        None => reception.municipality,
    };
    (!from.is_same(municipality)).then_some((moved, from))
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
    let answer = case.choices().on::<InstalmentYear>(cut_off);
    if payment_month.year() != Month::of(received).year() {
        explanation.open(answer);
    }
    let on = match answer {
        InstalmentYear::Payment => payment_month.last_day(),
        InstalmentYear::Reception => received,
    };
    let (born, birth) = case.picture().born(cut_off).ok_or(Refusal::NeedsBirthDate)?;
    explanation.fact(birth);
    let years = years_old(born, cut_off);
    explanation.rule(&case.section, Rule::Age { years, on: cut_off });
    let query = Query {
        on: payment_month.last_day(),
        born: Some(born),
        age_on: Some(cut_off),
        received: Some(received),
        item: None,
    };
    let rated = case.rate(Query { on, ..query })?;
    let rated = reached_older_limit(case, query, rated, explanation)?;
    Ok(explanation.rate(&rated, Unit::Person))
}

/// Where the person had reached the older age limit on the day before it was raised, the open question
/// decides; there the value from the limit on.
fn reached_older_limit(
    case: &Counted<'_>,
    query: Query<'_>,
    rated: Rated,
    explanation: &mut Explanation,
) -> Result<Rated, Refusal> {
    let (Some(limit), Some(born)) = (&rated.age_limit, query.born) else { return Ok(rated) };
    let Some(years_now) = limit.value.and_then(|value| u8::try_from(value).ok()) else {
        return Ok(rated);
    };
    let before_raise = first_day_of_limit(case, limit.valid_from, years_now);
    let Some(day) = before_raise.and_then(|first| first.pred_opt()) else { return Ok(rated) };
    let Ok(older) = case.law().age_limit(day) else { return Ok(rated) };
    let had_reached =
        older.rate.value.is_some_and(|limit| Decimal::from(years_old(born, day)) >= limit);
    let is_above = years_old(born, age_day(query.on)) >= years_now;
    if !had_reached || is_above {
        return Ok(rated);
    }
    let answer = case.choices().on::<AgeLimitRaised>(query.on);
    explanation.open(answer);
    match answer {
        AgeLimitRaised::NewLimit => Ok(rated),
        AgeLimitRaised::AsReached => from_limit(case, query, rated),
    }
}

/// The value of those at the limit or above it.
fn from_limit(case: &Counted<'_>, query: Query<'_>, rated: Rated) -> Result<Rated, Refusal> {
    let above = case
        .compensation
        .cases
        .iter()
        .find(|case| case.limits.age_from == Some(AgeBound::Limit))
        .and_then(|case| case.rates.iter().find(|rate| rate.holds_on(query.on)))
        .filter(|rate| rate.value.is_some());
    Ok(match above {
        Some(rate) => Rated { rate: rate.clone(), ..rated },
        None => rated,
    })
}

/// The first day on which the limit of `years` has held without a break up to `since`.
fn first_day_of_limit(case: &Counted<'_>, since: NaiveDate, years: u8) -> Option<NaiveDate> {
    let mut first = since;
    while let Ok(before) = case.law().age_limit(first.pred_opt()?) {
        if before.rate.value != Some(Decimal::from(years)) || before.rate.valid_from >= first {
            return Some(first);
        }
        first = before.rate.valid_from;
    }
    None
}

/// The day on which age counts for a payment in the month of `payment`.
fn age_day(payment: NaiveDate) -> NaiveDate {
    Month::of(payment).first_day().pred_opt().unwrap_or(payment)
}

/// The month `number` months later.
fn later(month: Month, number: u32) -> Month {
    Month::of(month.first_day().checked_add_months(Months::new(number)).unwrap_or(NaiveDate::MAX))
}
