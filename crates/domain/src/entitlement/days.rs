//! A value for each day on which the conditions hold.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::conditions::Unmet;
use super::explanation::{Explanation, Operation, Rule};
use super::open;
use super::picture::birthday;
use super::spans::Spans;
use super::{Computed, Counted, Outcome};
use crate::deadline::{LastDayRule, PaymentRhythm};
use crate::law::{AgeBound, Answer, Compensation, EighteenthBirthday, Query, Rated, Refusal};
use crate::{Month, Period};

pub(super) fn count(case: &Counted<'_>) -> Outcome {
    let entitled = match case.entitled(case.window()) {
        Ok(days) => days,
        Err(why) => return Ok(Computed::nothing(why)),
    };
    if has_ages(case.compensation) && case.picture().born(case.window().until).is_none() {
        return Ok(Computed::nothing(Unmet::NoBirthDate));
    }
    let mut computed = Computed::default();
    for (municipality, owned, fact) in case.owners(case.window()) {
        for span in entitled.within(owned).spans() {
            for chunk in chunks(case, *span) {
                let mut explanation = case.explained(chunk);
                if let Some(fact) = fact {
                    explanation.fact(fact);
                }
                explanation.rule(&case.section, Rule::Entitled { days: chunk });
                let kronor = of_days(case, chunk, &mut explanation)?;
                computed.amounts.push(case.amount(municipality, chunk, kronor, explanation));
            }
        }
    }
    if computed.amounts.is_empty() {
        computed.unmet = Some(Unmet::Municipality);
    }
    Ok(computed)
}

/// Whether its values differ by age.
fn has_ages(compensation: &Compensation) -> bool {
    let bounds = compensation.cases.iter().map(|case| &case.limits);
    bounds.into_iter().any(|limits| limits.age_from.is_some() || limits.age_below.is_some())
}

/// The value of each day of `chunk`, run by run of days with the same value.
fn of_days(
    case: &Counted<'_>,
    chunk: Period,
    explanation: &mut Explanation,
) -> Result<Decimal, Refusal> {
    let mut parts = Vec::new();
    for (days, rated) in runs(case, case.compensation, chunk, explanation)? {
        let value = explanation.rate(&rated, case.compensation.unit);
        parts.push(explanation.compute(Operation::Product, &[Decimal::from(days.days()), value]));
    }
    Ok(match parts.as_slice() {
        [one] => *one,
        several => explanation.compute(Operation::Sum, several),
    })
}

/// The runs of days in `span` with one value of `compensation` each: values change with the law and
/// with birthdays.
pub(super) fn runs(
    case: &Counted<'_>,
    compensation: &Compensation,
    span: Period,
    explanation: &mut Explanation,
) -> Result<Vec<(Period, Rated)>, Refusal> {
    let picture = case.picture();
    let mut cuts: Vec<NaiveDate> = Vec::new();
    let inside = |day: &NaiveDate| span.from < *day && *day <= span.until;
    for case in &compensation.cases {
        for rate in &case.rates {
            cuts.extend(Some(rate.valid_from).filter(inside));
            let trusted_until = compensation.trusted_until(rate);
            cuts.extend(trusted_until.and_then(|day| day.succ_opt()).filter(inside));
        }
        for bound in [case.limits.age_from, case.limits.age_below] {
            if let (Some(AgeBound::Years(years)), Some((born, _))) =
                (bound, picture.born(span.from))
            {
                let turned = birthday(born, years);
                cuts.extend([Some(turned), turned.succ_opt()].into_iter().flatten().filter(inside));
            }
        }
    }
    let mut found: Vec<(Period, Rated)> = Vec::new();
    for days in split(&Spans::from(span), &cuts) {
        let born = picture.born(days.from).map(|(born, fact)| {
            if compensation.cases.len() > 1 {
                explanation.fact(fact);
            }
            born_for_value(case, compensation, born, days.from, explanation)
        });
        let query = Query { born, ..Query::on(days.from) };
        let rated = case.law().estimate(&compensation.code, query)?;
        match found.last_mut() {
            Some((last, same)) if *same == rated => last.until = days.until,
            _ => found.push((days, rated)),
        }
    }
    Ok(found)
}

/// The birth date that picks the value on `day`. Where the text leaves the eighteenth birthday itself
/// open and the answer is the value of children, that day counts as the one before.
fn born_for_value(
    case: &Counted<'_>,
    compensation: &Compensation,
    born: NaiveDate,
    day: NaiveDate,
    explanation: &mut Explanation,
) -> NaiveDate {
    let question = EighteenthBirthday::QUESTION.name;
    let leaves_open =
        compensation.wording_near(day).is_some_and(|wording| wording.leaves_open(question));
    if day != birthday(born, 18) || !leaves_open {
        return born;
    }
    let answer = case.choices().on::<EighteenthBirthday>(day);
    explanation.open(answer);
    match answer {
        EighteenthBirthday::Adult => born,
        EighteenthBirthday::Child => born.succ_opt().unwrap_or(born),
    }
}

/// The spans of `days`, cut so that each of `cuts` begins one.
pub(super) fn split(days: &Spans, cuts: &[NaiveDate]) -> Vec<Period> {
    let mut cuts: Vec<NaiveDate> = cuts.to_vec();
    cuts.sort_unstable();
    cuts.dedup();
    let mut found = Vec::new();
    for span in days.spans() {
        let mut from = span.from;
        for cut in cuts.iter().filter(|cut| span.from < **cut && **cut <= span.until) {
            if let Some(until) = cut.pred_opt() {
                found.push(Period { from, until });
            }
            from = *cut;
        }
        found.push(Period { from, until: span.until });
    }
    found
}

/// `span` by the months, quarters or years that one payment or one claim is about, and by what makes them
/// an estimate: what is sure stands by itself.
pub(super) fn chunks(case: &Counted<'_>, span: Period) -> Vec<Period> {
    let by_month =
        |day| Period { from: Month::of(day).first_day(), until: Month::of(day).last_day() };
    let last_day = |day| case.compensation.wording_near(day).and_then(|wording| wording.last_day);
    let whole = |day: NaiveDate| -> Period {
        match (case.compensation.payment, last_day(day)) {
            (PaymentRhythm::MonthAfter, _) => by_month(day),
            (
                PaymentRhythm::QuarterPlusOne
                | PaymentRhythm::QuarterPlusTwo
                | PaymentRhythm::QuarterPlusThree,
                _,
            ) => Period::quarter_of(day),
            (_, Some(LastDayRule::SixMonthsAfterQuarter)) => Period::quarter_of(day),
            _ => Period::year_of(day),
        }
    };
    let mut found = Vec::new();
    let mut from = span.from;
    while from <= span.until {
        let until = whole(from).until.min(span.until);
        by_doubt(case, Period { from, until }, &mut found);
        match until.succ_opt() {
            Some(next) => from = next,
            None => break,
        }
    }
    found
}

/// Adds `whole`, cut where what makes its days an estimate changes.
fn by_doubt(case: &Counted<'_>, whole: Period, found: &mut Vec<Period>) {
    let cuts = open::cuts(case, whole);
    if cuts.is_empty() {
        found.push(whole);
        return;
    }
    let mut last: Option<open::AllLeft> = None;
    for piece in split(&Spans::from(whole), &cuts) {
        let doubts = open::doubts(case, piece);
        match found.last_mut() {
            Some(before) if last.as_ref() == Some(&doubts) => before.until = piece.until,
            _ => found.push(piece),
        }
        last = Some(doubts);
    }
}
