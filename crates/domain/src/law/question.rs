//! What the texts leave open: named questions with dated choices.
//!
//! The first answer of each is the one that ships: the reading that the text bears best, and where it
//! bears several the cautious one, which promises the city less, so that nothing is reported as
//! missing that may never have been owed. The answer that was used stands in the explanation of every
//! amount that hangs on it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Period;

/// A question that the texts leave open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its name, as it stands in settings; `assets/texts` has it in words.
    pub name: &'static str,
    /// The ordinance and section that it is about.
    pub section: &'static str,
    /// Its answers, the shipped one first.
    pub answers: &'static [&'static str],
}

/// An answer to an open question.
pub trait Answer: Copy + 'static {
    /// The question.
    const QUESTION: Question;
    /// The answers, in the order of the question's names.
    const ALL: &'static [Self];
}

macro_rules! questions {
    ($(
        $(#[$doc:meta])*
        $question:ident = $name:literal at $section:literal {
            $($(#[$answer_doc:meta])* $answer:ident = $text:literal,)+
        }
    )+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            pub enum $question { $($(#[$answer_doc])* $answer,)+ }

            impl Answer for $question {
                const QUESTION: Question =
                    Question { name: $name, section: $section, answers: &[$($text),+] };
                const ALL: &'static [Self] = &[$($question::$answer),+];
            }
        )+

        /// Every open question.
        pub const QUESTIONS: &[Question] = &[$($question::QUESTION),+];
    };
}

questions! {
    /// Which year's amount an instalment takes (11 § has no transition rule for it).
    InstalmentYear = "instalment-year" at "2010:1122 11 §" {
        /// That of the payment.
        Payment = "payment",
        /// That of first reception.
        Reception = "reception",
    }
    /// Up to when a move gives the new municipality ten per cent more.
    LateMove = "late-move" at "2010:1122 14 §" {
        /// The same day of the month 18 months after reception.
        SameDay = "same-day",
        /// The end of the eighteenth month after that of reception.
        MonthEnd = "month-end",
    }
    /// Which year's price base amount the initial costs take, where reception and payment lie in
    /// different years.
    PriceBaseYear = "price-base-year" at "2010:1122 15 §" {
        /// That of reception.
        Reception = "reception",
        /// That of the payment.
        Payment = "payment",
    }
    /// Whether initial costs of others than assigned persons are paid while a renewal is tried (5 b §):
    /// 17 § names 5 and 5 a §§ only.
    RenewalInitialCosts = "renewal-initial-costs" at "2010:1122 17 §" {
        /// They are not.
        NotPaid = "not-paid",
        /// They are.
        Paid = "paid",
    }
    /// Which days a month with study grant gives.
    StudyGrantSpan = "study-grant-span" at "2010:1122 30 §" {
        /// Those of the whole quarter: some month of the quarter is enough.
        Quarter = "quarter",
        /// Those of the month only.
        Month = "month",
    }
    /// Whether a second municipality gets the sum for the same child.
    SecondMunicipality = "second-municipality" at "2010:1122 29 c §" {
        /// It does not.
        Once = "once",
        /// It does.
        Each = "each",
    }
    /// How a varying cost is held against the daily lump sum.
    CareCostAgainstLumpSum = "care-cost-against-lump-sum" at "2010:1122 29 a §, 2017:193 9 §" {
        /// Day by day.
        EachDay = "each-day",
        /// Over the days of the claim together.
        WholePeriod = "whole-period",
    }
    /// Which value a four-week period takes that straddles the new year.
    PeriodOverNewYear = "period-over-new-year" at "2017:193 4 §" {
        /// That of its first day.
        FirstDay = "first-day",
        /// Part for part, by days.
        ByDays = "by-days",
    }
    /// Which value the eighteenth birthday itself takes: the text says "over 18" and "not yet 18".
    EighteenthBirthday = "eighteenth-birthday" at "2017:193 14 a §" {
        /// That of adults.
        Adult = "adult",
        /// That of children.
        Child = "child",
    }
    /// Whether the day on which coverage by mottagandelagen ends is still paid. It is the reception day
    /// of förordning 2010:1122, 6 §.
    CoverageLastDay = "coverage-last-day" at "2026:999 1 kap. 3 §" {
        /// It is not.
        Excluded = "excluded",
        /// It is.
        Included = "included",
    }
    /// Which day of a registration ends coverage by mottagandelagen.
    RegistrationDay = "registration-day" at "2026:999 1 kap. 3 §" {
        /// That of Skatteverket's decision, which the text names.
        Decision = "decision",
        /// That from which the registration counts.
        CountedFrom = "counted-from",
    }
    /// Which day is that of reception for somebody who had not been received by 1 October 2026: the new
    /// wording of 6 § has no transition rule.
    ReceptionStraddling = "reception-straddling-october" at "2010:1122 6 §" {
        /// The one on which coverage ended, for whoever was covered then.
        EndOfCoverage = "end-of-coverage",
        /// The one of actual reception.
        ActualReception = "actual-reception",
    }
    /// Whether mottagandelagen covers somebody who had a permit before it came and was not registered
    /// (2026:999 p. 4).
    PermitBeforeOctober = "permit-before-october" at "2026:999 p. 4" {
        /// It does where the older aid had not ended.
        WhereAidWentOn = "where-aid-went-on",
        /// It does not.
        NotCovered = "not-covered",
    }
    /// How long somebody with temporary protection in municipal housing is covered once registered, in
    /// October to December 2026.
    RegisteredProtection = "registered-temporary-protection" at "2016:39 10 §, 2026:999 1 kap. 3 §" {
        /// Until received for settlement; the reception day is asked for.
        UntilReceived = "until-received",
        /// Until the registration.
        UntilRegistered = "until-registered",
    }
    /// Up to when the daily sum of 14 a § is paid to somebody who is assigned for settlement too: never
    /// for the same day as that of 14 c §.
    BosAndMass = "bos-and-mass" at "2017:193 14 a, 14 c §§" {
        /// Until actually received.
        UntilReceived = "until-received",
        /// Until the day in the decision.
        UntilAssigned = "until-assigned",
    }
    /// Whether the first day of hiding is paid.
    HidingFirstDay = "hiding-first-day" at "2017:193 8, 15 §§" {
        /// It is not.
        NotPaid = "not-paid",
        /// It is.
        Paid = "paid",
    }
    /// Whether a child in hiding after an enforceable refusal was still paid for before October 2026.
    HidingBeforeOctober = "hiding-before-october" at "2017:193 8 § (2025:67)" {
        /// It was, as of the group (HFD 2013 ref. 83); an estimate.
        Paid = "paid",
        /// It was not: there was no aid (lag 1994:137, 12 §).
        NotPaid = "not-paid",
    }
    /// Whether care is paid while the person hides: 9 and 10 §§ stand on 8 §.
    HidingCare = "hiding-care" at "2017:193 9, 10 §§" {
        /// It is not.
        NotPaid = "not-paid",
        /// It is.
        Paid = "paid",
    }
    /// What a four-week period gives that begins under one wording and ends under the next.
    PeriodOverOctober = "period-over-october" at "2017:193 3 §" {
        /// All, by the wording and to the claimant of its first day.
        FirstDay = "first-day",
        /// Nothing.
        Nothing = "nothing",
    }
    /// Whether schooling is paid for somebody who is registered and still covered by mottagandelagen.
    SchoolAfterRegistration = "school-after-registration" at "2017:193 3 §" {
        /// It is not: the person is resident on another ground (skollagen 29 kap. 2 §).
        NotPaid = "not-paid",
        /// It is, until coverage ends.
        Paid = "paid",
    }
    /// Whether upper secondary school that was begun before 18 was paid past that birthday while 3 §
    /// said "barn".
    UpperSecondaryPast18 = "upper-secondary-past-18" at "2017:193 3 § (2022:383)" {
        /// It was, as Migrationsverket wrote in 2017; an estimate.
        Paid = "paid",
        /// It was not.
        NotPaid = "not-paid",
    }
    /// Whether 3 § covers a national programme that was begun after 18, where an introductory programme
    /// was begun before.
    NationalAfter18 = "national-programme-after-18" at "2017:193 3 §" {
        /// It does not.
        NotPaid = "not-paid",
        /// It does.
        Paid = "paid",
    }
    /// Whether a municipal federation may claim where 3 § names the home municipality (HFD 2023 ref.
    /// 46).
    FederationClaimant = "federation-claimant" at "2017:193 3 §" {
        /// Either may, once for each period.
        Either = "either",
        /// Only the home municipality.
        HomeMunicipality = "home-municipality",
    }
    /// What is claimed by 16 a or 16 b § on a day that gives a daily sum for housing too.
    FlatSumAndMeasure = "flat-and-16a" at "2017:193 14 a, 14 c, 16 a, 16 b §§" {
        /// The cost of the measure, not of the housing itself; an estimate.
        Measure = "measure",
        /// Nothing.
        Nothing = "nothing",
    }
    /// From which quarter the last day of the burial's sum is counted.
    BurialQuarter = "burial-quarter" at "2017:193 16 c, 19 §§" {
        /// The earlier of the two.
        Earlier = "earlier",
        /// That of the death.
        Death = "death",
        /// That of the decision on aid.
        Decision = "decision",
    }
    /// What an unaccompanied child gives whose removal is stayed: lag 2026:380, 2 § keeps the rule on
    /// assignment.
    InhibitionUnaccompanied = "inhibition-unaccompanied" at "2017:193 8, 16 §§" {
        /// The actual cost by 16 §.
        ActualCost = "actual-cost",
        /// The daily sum by 8 §.
        Daily = "daily",
    }
    /// On which day 16 § on inhibition came into force (2026:397).
    InhibitionEntry = "inhibition-entry-day" at "2017:193 16 §" {
        /// That of lag 2026:380, 1 June 2026.
        June = "june",
        /// 1 October 2026.
        October = "october",
    }
    /// How care by the act of 2026 is read that replaced LVU on 1 January 2027: the ordinances of
    /// September 2026 still name LVU.
    CareLaw2027 = "care-law-2027" at "2026:1600 p. 3" {
        /// 3 kap. 2 § as LVU 2 §, 3 kap. 3 § as LVU 3 §; an estimate.
        AsOlderAct = "as-older-act",
        /// As no such care.
        Nothing = "nothing",
    }
    /// Whether the day on which an age is raised still counts as a day of the child.
    AgeRaisedDay = "age-raised-day" at "2017:193 8 §" {
        /// It does not.
        Excluded = "excluded",
        /// It does.
        Included = "included",
    }
    /// What is paid when the costs of twelve months reach the threshold.
    ThresholdPays = "threshold-pays" at "2010:1122 24 §" {
        /// The whole cost: the threshold is a gate.
        WholeCost = "whole-cost",
        /// What lies above it.
        Excess = "excess",
    }
    /// How the city's share of the forecast is rounded to whole children.
    ForecastRounding = "forecast-rounding" at "2017:193 7 §" {
        /// To the nearest whole child.
        Nearest = "nearest",
        /// Down.
        Down = "down",
    }
}

/// One dated choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// The question's name.
    pub question: String,
    /// The answer's name.
    pub answer: String,
    /// The first day that amounts are about for which it is chosen.
    pub valid_from: NaiveDate,
}

/// The choices of the municipality; where it has made none, the first answer counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Answers by question, as places in its list, by first day.
    chosen: BTreeMap<&'static str, Vec<(NaiveDate, usize)>>,
}

/// Why a choice is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChoiceFault {
    /// No such question.
    #[error("no such question")]
    UnknownQuestion,
    /// The question has no such answer.
    #[error("no such answer")]
    UnknownAnswer,
}

impl Choices {
    /// These choices.
    ///
    /// # Errors
    /// At the first that names no question or none of its answers, with its place from 0.
    pub fn of(choices: &[Choice]) -> Result<Choices, (usize, ChoiceFault)> {
        let mut chosen: BTreeMap<&'static str, Vec<(NaiveDate, usize)>> = BTreeMap::new();
        for (place, choice) in choices.iter().enumerate() {
            let question = QUESTIONS
                .iter()
                .find(|question| question.name == choice.question)
                .ok_or((place, ChoiceFault::UnknownQuestion))?;
            let answer = question
                .answers
                .iter()
                .position(|answer| *answer == choice.answer)
                .ok_or((place, ChoiceFault::UnknownAnswer))?;
            chosen.entry(question.name).or_default().push((choice.valid_from, answer));
        }
        for dated in chosen.values_mut() {
            dated.sort_unstable();
        }
        Ok(Choices { chosen })
    }

    /// The answer that counts for something on `day`.
    #[must_use]
    pub fn on<A: Answer>(&self, day: NaiveDate) -> A {
        let dated = self.chosen.get(A::QUESTION.name);
        let place = dated
            .and_then(|dated| dated.iter().rev().find(|(from, _)| *from <= day))
            .map_or(0, |(_, answer)| *answer);
        A::ALL[place]
    }

    /// The days for which `answer` counts, in order.
    pub fn days<A: Answer + PartialEq>(&self, answer: A) -> impl Iterator<Item = Period> {
        let dated = self.chosen.get(A::QUESTION.name).map(Vec::as_slice).unwrap_or_default();
        let firsts = std::iter::once((NaiveDate::MIN, 0)).chain(dated.iter().copied());
        let lasts = dated.iter().map(|(from, _)| from.pred_opt());
        let lasts = lasts.chain(std::iter::once(Some(NaiveDate::MAX)));
        firsts.zip(lasts).filter_map(move |((from, place), until)| {
            Period::new(from, until?).filter(|_| A::ALL[place] == answer)
        })
    }

    /// The first days of its answers to a question.
    pub fn first_days(&self, question: &str) -> impl Iterator<Item = NaiveDate> {
        let dated = self.chosen.get(question).map(Vec::as_slice).unwrap_or_default();
        dated.iter().map(|(from, _)| *from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_choice_of_the_day_counts() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let choice = |answer: &str, from: &str| Choice {
            question: "threshold-pays".to_owned(),
            answer: answer.to_owned(),
            valid_from: day(from),
        };
        let choices =
            Choices::of(&[choice("whole-cost", "2026-07-01"), choice("excess", "2026-01-01")])
                .unwrap();
        assert_eq!(choices.on::<ThresholdPays>(day("2025-12-31")), ThresholdPays::WholeCost);
        assert_eq!(choices.on::<ThresholdPays>(day("2026-06-30")), ThresholdPays::Excess);
        assert_eq!(choices.on::<ThresholdPays>(day("2026-07-01")), ThresholdPays::WholeCost);
        let days = |answer| choices.days(answer).collect::<Vec<_>>();
        let whole = [
            Period { from: NaiveDate::MIN, until: day("2025-12-31") },
            Period { from: day("2026-07-01"), until: NaiveDate::MAX },
        ];
        assert_eq!(days(ThresholdPays::WholeCost), whole);
        let excess = [Period { from: day("2026-01-01"), until: day("2026-06-30") }];
        assert_eq!(days(ThresholdPays::Excess), excess);
        assert_eq!(
            Choices::of(&[choice("some", "2026-01-01")]),
            Err((0, ChoiceFault::UnknownAnswer))
        );
    }

    #[test]
    fn names_are_unique() {
        let mut names: Vec<_> = QUESTIONS.iter().map(|question| question.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), QUESTIONS.len());
    }
}
