//! One tenth of a school year's value for each started four-week period (förordning 2017:193 4 §,
//! MIGRFS 2023:13).

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};
use rust_decimal::Decimal;

use super::conditions::Unmet;
use super::explanation::{Explanation, Operation, Rule};
use super::input::Granted;
use super::open;
use super::spans::Spans;
use super::{Computed, Counted, Outcome};
use crate::Period;
use crate::facts::{Fact, Municipality};
use crate::law::{Compensation, Counting, PeriodOverNewYear, PeriodOverOctober, Query, Refusal};

/// Days of a period.
const PERIOD_DAYS: u64 = 28;
/// Periods that are paid at most for a pupil and year.
const PERIODS_A_YEAR: u8 = 10;
/// Parts of a year's value that a period gives.
const PARTS: i64 = 10;

/// A started period that counts.
#[derive(Clone, Copy, Debug)]
struct Started<'f> {
    days: Period,
    municipality: &'f Municipality,
    fact: Option<&'f Fact>,
}

/// Periods, and why others do not count, by the quarter in which they start.
#[derive(Debug, Default)]
struct Found<'f> {
    started: Vec<Started<'f>>,
    passed_over: Vec<(NaiveDate, Rule)>,
}

pub(super) fn count(case: &Counted<'_>) -> Outcome {
    let entitled = match case.entitled(case.window()) {
        Ok(days) => days,
        Err(why) => return Ok(Computed::nothing(why)),
    };
    let found = started(case, &entitled);
    let mut by_quarter: BTreeMap<(Period, &Municipality), Vec<Started<'_>>> = BTreeMap::new();
    for period in &found.started {
        let claim = Period::quarter_of(period.days.from);
        by_quarter.entry((claim, period.municipality)).or_default().push(*period);
    }
    let mut computed = Computed::default();
    let mut counted_of_year: BTreeMap<i32, u8> = BTreeMap::new();
    let claims = by_quarter.into_iter().flat_map(|((claim, municipality), periods)| {
        by_doubt(case, periods).into_iter().map(move |periods| (claim, municipality, periods))
    });
    for (claim, municipality, periods) in claims {
        let before = counted_of_year.entry(claim.from.year()).or_default();
        let until = periods.last().map_or(claim.until, |period| period.days.from);
        let mut explanation = case.explained(Period { from: periods[0].days.from, until });
        for fact in periods.iter().filter_map(|period| period.fact) {
            explanation.fact(fact);
        }
        if periods.iter().any(|period| straddles(case.compensation, period.days)) {
            explanation.open(case.choices().on::<PeriodOverOctober>(periods[0].days.from));
        }
        let starts = periods.iter().map(|period| period.days.from).collect();
        explanation.rule(&case.section, Rule::FourWeekPeriods { starts, before: *before });
        for (_, rule) in
            found.passed_over.iter().filter(|(day, _)| Period::quarter_of(*day) == claim)
        {
            explanation.rule(&case.section, rule.clone());
        }
        *before += u8::try_from(periods.len()).unwrap_or(u8::MAX);
        let kronor = of_periods(case, &periods, &mut explanation)?;
        let until = periods.last().map_or(claim.until, |period| period.days.until);
        let days = Period { from: periods[0].days.from, until };
        let mut amount = case.amount(municipality, days, kronor, explanation);
        // The claim is about the quarter in which the periods start, wherever the last one ends.
        amount.due = case.due(claim);
        computed.amounts.push(amount);
    }
    if computed.amounts.is_empty() {
        let unused = found.passed_over.is_empty();
        computed.unmet = Some(if unused { Unmet::OutsideTerm } else { Unmet::PeriodsUsed });
    }
    Ok(computed)
}

/// Periods of one claim, by what makes them an estimate: what is sure stands by itself.
fn by_doubt<'f>(case: &Counted<'_>, periods: Vec<Started<'f>>) -> Vec<Vec<Started<'f>>> {
    let (Some(first), Some(last)) = (periods.first(), periods.last()) else { return Vec::new() };
    let days = Period { from: first.days.from, until: last.days.from };
    if open::cuts(case, days).is_empty() {
        return vec![periods];
    }
    let doubts = |period: &Started<'_>| {
        let day = period.days.from;
        open::doubts(case, Period { from: day, until: day })
    };
    periods.chunk_by(|a, b| doubts(a) == doubts(b)).map(<[_]>::to_vec).collect()
}

/// Whether a period begins under one wording and ends under the next.
fn straddles(compensation: &Compensation, days: Period) -> bool {
    let mut ends = compensation.wordings.iter().filter_map(|wording| wording.until);
    ends.any(|last| days.from <= last && last < days.until)
}

/// The periods that start in a term while the pupil is entitled, one after the other, whatever the
/// school: at most ten in a calendar year, with those that were granted to whichever municipality, and
/// none that meets one of these. Only those of this compensation's schools are told.
fn started<'c>(case: &Counted<'c>, entitled: &Spans) -> Found<'c> {
    let terms = Spans::of(case.question().input.school_terms.iter().copied());
    let (of_any_school, granted) = (entitled_to_any(case).meet(&terms), granted(case));
    let schools = case.owners(case.window());
    let mut found = Found::default();
    let mut of_year: BTreeMap<i32, u8> = BTreeMap::new();
    for earlier in &granted {
        let days = (earlier.until - earlier.from).num_days() + 1;
        let periods = u8::try_from(days.div_euclid(28) + i64::from(days % 28 > 0));
        // Ten are all that count; how many more were granted makes no difference.
        let of_year = of_year.entry(earlier.from.year()).or_default();
        *of_year = of_year.saturating_add(periods.unwrap_or(u8::MAX)).min(PERIODS_A_YEAR);
    }
    let mut next = of_any_school.spans().first().map(|span| span.from);
    while let Some(day) = next {
        let after = day.checked_add_days(Days::new(PERIOD_DAYS));
        let last = after.and_then(|day| day.pred_opt()).unwrap_or(NaiveDate::MAX);
        let days = Period { from: day, until: last };
        let meets = |granted: &&&Granted| granted.from <= days.until && days.from <= granted.until;
        let ours = entitled.holds(day)
            && !(straddles(case.compensation, days)
                && case.choices().on::<PeriodOverOctober>(day) == PeriodOverOctober::Nothing);
        if let Some(earlier) = granted.iter().find(meets) {
            let municipality = earlier.municipality.0.clone();
            if ours {
                found.passed_over.push((day, Rule::PeriodGranted { start: day, municipality }));
            }
            // The next can start on the day after what was granted.
            next = first_from(&of_any_school, earlier.until.succ_opt());
            continue;
        }
        let count = of_year.entry(day.year()).or_default();
        let school =
            schools.iter().rev().find(|(_, days, _)| days.from <= day && day <= days.until);
        if *count >= PERIODS_A_YEAR {
            if ours {
                found.passed_over.push((day, Rule::TenPeriods { start: day }));
            }
        } else {
            *count += 1;
            if let Some((municipality, _, fact)) = school.filter(|_| ours) {
                found.started.push(Started { days, municipality, fact: *fact });
            }
        }
        next = first_from(&of_any_school, after);
    }
    found
}

/// The days on which the pupil is entitled to any compensation that is counted in four-week periods.
fn entitled_to_any(case: &Counted<'_>) -> Spans {
    let all = case.law().iter().filter(|other| is_by_four_weeks(other));
    let days = all.filter_map(|other| case.asked().entitled(&other.wordings, case.window()).ok());
    days.fold(Spans::none(), Spans::join)
}

/// Days that were granted for a compensation that is counted in four-week periods.
fn granted<'c>(case: &Counted<'c>) -> Vec<&'c Granted> {
    let is_school = |granted: &&Granted| {
        case.law().get(&granted.compensation).is_some_and(|other| is_by_four_weeks(other))
    };
    case.question().input.granted.iter().filter(is_school).collect()
}

fn is_by_four_weeks(compensation: &Compensation) -> bool {
    matches!(compensation.counting, Counting::FourWeekPeriods {})
}

/// The first day of `days` that is `from` or later.
fn first_from(days: &Spans, from: Option<NaiveDate>) -> Option<NaiveDate> {
    let from = from?;
    let span = days.spans().iter().find(|span| from <= span.until)?;
    Some(span.from.max(from))
}

/// A tenth of the year's value for each period, value by value.
fn of_periods(
    case: &Counted<'_>,
    periods: &[Started<'_>],
    explanation: &mut Explanation,
) -> Result<Decimal, Refusal> {
    let mut parts = Vec::new();
    for run in periods.chunk_by(|a, b| a.days.from.year() == b.days.from.year()) {
        let mut whole = 0i64;
        for period in run {
            if Period::year_of(period.days.from).until < period.days.until {
                let answer = case.choices().on::<PeriodOverNewYear>(period.days.from);
                explanation.open(answer);
                if answer == PeriodOverNewYear::ByDays {
                    parts.push(by_days(case, period.days, explanation)?);
                    continue;
                }
            }
            whole += 1;
        }
        if whole > 0 {
            let rated = case.rate(Query::on(run[0].days.from))?;
            let value = explanation.rate(&rated, case.compensation.unit);
            let tenths = [Decimal::from(whole), value];
            let tenfold = explanation.compute(Operation::Product, &tenths);
            parts.push(explanation.compute(Operation::Quotient, &[tenfold, Decimal::from(PARTS)]));
        }
    }
    Ok(match parts.as_slice() {
        [one] => *one,
        several => explanation.compute(Operation::Sum, several),
    })
}

/// A period that straddles the new year, part for part.
fn by_days(
    case: &Counted<'_>,
    days: Period,
    explanation: &mut Explanation,
) -> Result<Decimal, Refusal> {
    let new_year = Period::year_of(days.from).until;
    let before = Period { until: new_year, ..days };
    let after = Period { from: new_year.succ_opt().unwrap_or(new_year), ..days };
    let mut products = Vec::new();
    for part in [before, after] {
        let value = explanation.rate(&case.rate(Query::on(part.from))?, case.compensation.unit);
        products
            .push(explanation.compute(Operation::Product, &[Decimal::from(part.days()), value]));
    }
    let sum = explanation.compute(Operation::Sum, &products);
    let parts = Decimal::from(PARTS) * Decimal::from(days.days());
    let exact = explanation.compute(Operation::Quotient, &[sum, parts]);
    Ok(explanation.round(super::explanation::Rounding::WholeOre, exact))
}
