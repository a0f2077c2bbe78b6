//! What the city should get, and why: the ways of counting of the law, pure.
//!
//! [`calculate`] takes a compensation of the [catalogue](crate::law), a person's facts and the days
//! that are asked about. Who is entitled is data ([`crate::law::Condition`]); there is one calculator
//! for each way of counting, whatever compensations share it. Everything is explained
//! ([`Explanation`]).

mod actual_cost;
mod capped;
mod city;
mod conditions;
mod contradictions;
mod costs;
mod days;
mod explanation;
mod four_weeks;
mod initial;
mod input;
mod instalments;
pub mod limits;
mod once;
mod percent_of_cost;
mod picture;
mod spans;
mod threshold;
mod vacant;

use std::sync::Arc;

use chrono::NaiveDate;
use serde::Serialize;

pub use conditions::Unmet;
pub use contradictions::{Contradiction, Why, contradictions};
pub use explanation::{Explanation, Operation, Rounding, Rule, Step, certain_ore, ore_of};
pub use input::{Allocation, City, Cost, Forecast, Granted, ITEMS, Input, Places};
pub use spans::Spans;

use crate::codes::CompensationCode;
use crate::deadline::{PaymentRhythm, expected_payment_day, last_days};
use crate::facts::Municipality;
use crate::law::{
    AgeRaisedDay, Answer, Catalogue, Choices, Compensation, Counting, NotComputed, Query, Rated,
    Refusal, StudyGrantSpan, Whose,
};
use crate::{Ore, Period};
use conditions::Asked;
use picture::Picture;

/// The first day that anything is computed for; what ended before it is a code, a name and amounts.
pub const FIRST_DAY: NaiveDate = match NaiveDate::from_ymd_opt(2022, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Question<'q> {
    /// The law.
    pub law: &'q Catalogue,
    /// The answers to what it leaves open.
    pub choices: &'q Choices,
    /// What it is computed from.
    pub input: Input<'q>,
    /// The municipality that asks, for what it bore itself; none: the one of the facts.
    pub municipality: Option<&'q Municipality>,
    /// The last day of open spans, inclusive, such as today: nobody knows how long they last.
    pub until: NaiveDate,
}

/// An amount that a municipality should get.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Amount {
    /// The compensation.
    pub compensation: CompensationCode,
    /// The municipality.
    pub municipality: Municipality,
    /// What it is for.
    pub period: Period,
    /// The day on which it should have come, or, where it must be applied for, by which it must have
    /// been asked for (the cautious day); none where no rule says.
    pub due: Option<NaiveDate>,
    /// The amount, in öre.
    pub amount: Ore,
    /// Whether a value in it is an estimate.
    pub estimated: bool,
    /// Why.
    pub explanation: Explanation,
}

/// What was computed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Computed {
    /// The amounts, by day and municipality.
    pub amounts: Vec<Amount>,
    /// Why there are none, or no more.
    pub unmet: Option<Unmet>,
}

/// Why nothing is computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// No such compensation.
    UnknownCode,
    /// The program does not compute it.
    NotComputed(NotComputed),
    /// A value of the law is missing.
    NoRate(Refusal),
}

/// What `code` gives by what is asked. The facts must not contradict each other: see
/// [`contradictions`].
///
/// # Errors
/// When the program does not compute the compensation, or a value of the law is missing.
pub fn calculate(code: &CompensationCode, question: &Question<'_>) -> Result<Computed, Refused> {
    let compensation = question.law.get(code).ok_or(Refused::UnknownCode)?;
    if let Some(because) = compensation.not_computed() {
        return Err(Refused::NotComputed(because));
    }
    let input = &question.input;
    let picture = Picture::of(input.facts, input.earlier_births, question.choices);
    Person { question, picture }.calculate(compensation)
}

/// A person whose facts have been ordered once, to be asked about several compensations.
#[derive(Debug)]
pub struct Person<'q> {
    question: &'q Question<'q>,
    picture: Picture<'q>,
}

impl<'q> Person<'q> {
    /// Orders the facts of what is asked.
    #[must_use]
    pub fn of(question: &'q Question<'q>) -> Person<'q> {
        let input = &question.input;
        let picture = Picture::of(input.facts, input.earlier_births, question.choices);
        Person { question, picture }
    }

    /// As [`calculate`].
    ///
    /// # Errors
    /// As [`calculate`].
    pub fn calculate(&self, compensation: &Compensation) -> Result<Computed, Refused> {
        let section: Arc<str> = Arc::from(compensation.section.as_str());
        let case = Counted { person: self, compensation, section };
        let mut computed = match &compensation.counting {
            Counting::Instalments {} => instalments::count(&case),
            Counting::PercentOfPriceBase { assigned } => initial::count(&case, *assigned),
            Counting::Days {} => days::count(&case),
            Counting::FourWeekPeriods {} => four_weeks::count(&case),
            Counting::ActualCost { .. } => actual_cost::count(&case),
            Counting::PercentMinusFee {} => percent_of_cost::count(&case),
            Counting::Threshold { outside, with } => {
                threshold::count(&case, outside.as_deref(), with.as_deref())
            }
            Counting::Capped { by, caps } => capped::count(&case, *by, caps.as_ref()),
            Counting::Once { trigger, after } => once::count(&case, *trigger, after),
            Counting::Yearly {} => city::yearly(&case),
            Counting::Forecast {} => city::forecast(&case),
            Counting::Allocation {} => city::allocation(&case),
            Counting::Places {} => city::places(&case),
            Counting::PlaceDays {} => city::place_days(&case),
            Counting::VacantDays {} => vacant::count(&case),
            Counting::None { because } => return Err(Refused::NotComputed(*because)),
        }
        .map_err(Refused::NoRate)?;
        computed.amounts.retain(|amount| self.is_asked(&amount.municipality));
        computed
            .amounts
            .sort_by(|a, b| (a.period, &a.municipality.0).cmp(&(b.period, &b.municipality.0)));
        Ok(computed)
    }

    fn is_asked(&self, municipality: &Municipality) -> bool {
        self.question.municipality.is_none_or(|asked| asked.is_same(municipality))
    }
}

/// What a calculator gives, or the value that is missing.
type Outcome = Result<Computed, Refusal>;

/// A compensation that is being counted for a person.
#[derive(Debug)]
struct Counted<'c> {
    person: &'c Person<'c>,
    compensation: &'c Compensation,
    section: Arc<str>,
}

impl<'c> Counted<'c> {
    fn question(&self) -> &'c Question<'c> {
        self.person.question
    }

    fn law(&self) -> &'c Catalogue {
        self.question().law
    }

    fn choices(&self) -> &'c Choices {
        self.question().choices
    }

    fn picture(&self) -> &'c Picture<'c> {
        &self.person.picture
    }

    /// The days that are asked about.
    fn window(&self) -> Period {
        let until = self.question().until.max(FIRST_DAY);
        Period { from: FIRST_DAY, until }
    }

    /// The days in `window` on which the person is entitled.
    fn entitled(&self, window: Period) -> Result<Spans, Unmet> {
        self.asked().entitled(&self.compensation.entitled, window)
    }

    fn asked(&self) -> Asked<'c> {
        Asked {
            law: self.law(),
            choices: self.choices(),
            picture: self.picture(),
            parents_registered: self.question().input.parents_registered,
        }
    }

    /// Adds the answers to open questions that the entitlement of `day` hangs on.
    fn open_questions(&self, explanation: &mut Explanation, day: NaiveDate) {
        let hangs_on = |question: crate::law::Question| {
            self.compensation.open.iter().any(|open| open == question.name)
        };
        if hangs_on(StudyGrantSpan::QUESTION) {
            explanation.open(self.choices().on::<StudyGrantSpan>(day));
        }
        if hangs_on(AgeRaisedDay::QUESTION) && self.picture().has_other_births() {
            explanation.open(self.choices().on::<AgeRaisedDay>(day));
        }
    }

    /// The value of the compensation for `query`, an estimate where nobody has checked it.
    fn rate(&self, query: Query<'_>) -> Result<Rated, Refusal> {
        self.law().estimate(&self.compensation.code, query)
    }

    /// The municipalities that bore costs, each with its days: the one that asks, or those of the facts.
    fn payers(&self) -> Vec<(&'c Municipality, Period)> {
        let city = self.question().input.city.and_then(|city| city.municipality.as_ref());
        if let Some(asked) = self.question().municipality.or(city) {
            return vec![(asked, self.window())];
        }
        let of = |whose| conditions::municipalities(self.picture(), whose, self.window());
        let named = conditions::or_else(of(Whose::Assigned), of(Whose::Registered));
        let named = conditions::or_else(named, of(Whose::FirstReceiving));
        named.into_iter().map(|(municipality, days, _)| (municipality, days)).collect()
    }

    /// The municipality that bore the costs of `day`.
    fn payer(&self, day: NaiveDate) -> Option<&'c Municipality> {
        let payers = self.payers();
        let of_day = payers.iter().find(|(_, days)| days.from <= day && day <= days.until);
        // Where there is but one, it bore the costs of other days too.
        let only = payers
            .first()
            .filter(|(first, _)| payers.iter().all(|(other, _)| other.is_same(first)));
        of_day.or(only).map(|(municipality, _)| *municipality)
    }

    /// An amount in kronor that the explanation has come to.
    fn amount(
        &self,
        municipality: &Municipality,
        period: Period,
        kronor: rust_decimal::Decimal,
        explanation: Explanation,
    ) -> Amount {
        Amount {
            compensation: self.compensation.code.clone(),
            municipality: municipality.clone(),
            period,
            due: self.due(period),
            // Every calculator ends in whole öre: a rounding or a sum of whole kronor.
            amount: certain_ore(Rounding::WholeOre.of(kronor)),
            estimated: explanation.is_estimated(),
            explanation,
        }
    }

    /// The day on which it should come, or by which it must be asked for.
    fn due(&self, period: Period) -> Option<NaiveDate> {
        let reception = self.picture().reception.map(|reception| reception.on);
        if self.compensation.payment != PaymentRhythm::OnApplication {
            return expected_payment_day(self.compensation.payment, period, reception);
        }
        let rule = self.compensation.last_day?;
        // Nobody knows here whether it is the first claim about the person: the earlier of the two.
        let day = |first| last_days(rule, period, reception, first).ok().map(|days| days.cautious);
        match (day(false), reception.and_then(|_| day(true))) {
            (Some(any), Some(first)) => Some(any.min(first)),
            (any, first) => any.or(first),
        }
    }
}

impl Computed {
    /// Nothing, and why.
    fn nothing(why: Unmet) -> Computed {
        Computed { amounts: Vec::new(), unmet: Some(why) }
    }
}
