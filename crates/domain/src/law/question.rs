//! What the texts leave open: named questions with dated choices.
//!
//! The first answer of each is the one that ships: the reading that the text bears best, and where it
//! bears several the cautious one, which promises the city less, so that nothing is reported as
//! missing that may never have been owed. The answer that was used stands in the explanation of every
//! amount that hangs on it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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
    /// Which amount a person takes who had reached the older age limit when it was raised.
    AgeLimitRaised = "age-limit-raised" at "2010:1122 11 §" {
        /// The one above the limit still.
        AsReached = "as-reached",
        /// The one that the new limit gives.
        NewLimit = "new-limit",
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
    /// What a month's rent is divided by.
    VacantDayRent = "vacant-day-rent" at "2010:1122 32 a §" {
        /// The days of the month.
        DaysOfMonth = "days-of-month",
        /// Thirty.
        Thirty = "thirty",
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
