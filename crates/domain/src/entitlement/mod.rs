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
mod coverage;
mod days;
mod explanation;
mod first_housing;
mod four_weeks;
mod initial;
mod input;
mod instalments;
pub mod limits;
mod once;
mod open;
mod percent_of_cost;
mod picture;
mod reception;
mod spans;
mod standing;
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
pub use standing::Standing;

use crate::calendar::calendar_day;
use crate::codes::CompensationCode;
use crate::deadline::{LastDays, PaymentRhythm, expected_payment_day, last_days};
use crate::facts::Municipality;
use crate::law::{
    Catalogue, Choices, Compensation, Condition, Counting, FederationClaimant, NotComputed, Query,
    Rated, Refusal, Whose, Wording,
};
use crate::{Ore, Period};
use conditions::{Asked, Claimed};
use picture::Picture;

/// The first day that anything is computed for; what ended before it is a code, a name and amounts.
pub const FIRST_DAY: NaiveDate = calendar_day(2022, 1, 1);

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
            Counting::PercentOfPriceBase {} => initial::count(&case),
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
        let found = !computed.amounts.is_empty();
        computed.amounts.retain(|amount| self.is_asked(&amount.municipality));
        if computed.amounts.is_empty() {
            // Whoever gets nothing is told why.
            let because = computed.unmet.unwrap_or(Unmet::NothingToCount);
            computed.unmet = Some(match found {
                true => Unmet::OtherMunicipality,
                false if case.was_entitled_before() => Unmet::BeforeFirstDay,
                false => because,
            });
        }
        computed
            .amounts
            .sort_by(|a, b| (a.period, &a.municipality.0).cmp(&(b.period, &b.municipality.0)));
        Ok(computed)
    }

    /// The wordings of a compensation that entitle the person on `day`: one, or none.
    #[must_use]
    pub fn wordings_on<'w>(
        &self,
        compensation: &'w Compensation,
        day: NaiveDate,
    ) -> Vec<&'w Wording> {
        let case = Counted { person: self, compensation, section: Arc::from("") };
        let on_day = Period { from: day, until: day };
        let entitles = |one: &&Wording| {
            one.holds_on(day) && case.asked().entitled_by(&one.entitled, on_day).is_ok()
        };
        compensation.wordings.iter().filter(entitles).collect()
    }

    /// The days in `window` on which a measure that somebody pays for gives a right to the compensation:
    /// care, support, protected housing, a guardian, a stay of enforcement. Their cost can be claimed,
    /// whether it is known yet or not.
    #[must_use]
    pub fn measure_days(&self, compensation: &Compensation, window: Period) -> Spans {
        let case = Counted { person: self, compensation, section: Arc::from("") };
        let mut found = Spans::none();
        for wording in &compensation.wordings {
            let Some(days) = wording.within(window) else { continue };
            let measures: Vec<Condition> =
                wording.entitled.iter().filter(|one| one.names_measure()).cloned().collect();
            if !measures.is_empty()
                && let Ok(days) = case.asked().entitled_by(&measures, days)
            {
                found = found.join(days);
            }
        }
        found
    }

    /// The last days to claim `period` of a compensation; `claimed_before` says that a claim of it was made
    /// about the person before. None where no rule sets one, or nobody asks for it.
    #[must_use]
    pub fn last_days(
        &self,
        compensation: &Compensation,
        period: Period,
        claimed_before: bool,
    ) -> Option<LastDays> {
        let case = Counted { person: self, compensation, section: Arc::from("") };
        case.claim_days(period, !claimed_before)
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
        self.asked().entitled(&self.compensation.wordings, window)
    }

    /// Whether all that the person was entitled to lies before the first day that is computed.
    fn was_entitled_before(&self) -> bool {
        let Some(before) = FIRST_DAY.pred_opt() else { return false };
        let from = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap_or(before);
        let of_persons = self.compensation.wordings.iter().any(|one| !one.entitled.is_empty());
        of_persons
            && self.entitled(self.window()).is_err()
            && self.entitled(Period { from, until: before }).is_ok()
    }

    /// The wording of `day`: where several hold on it, the one that entitles the person.
    fn wording(&self, day: NaiveDate) -> Option<&'c Wording> {
        let on_day = || self.compensation.wordings.iter().filter(|one| one.holds_on(day));
        let day_alone = Period { from: day, until: day };
        let entitles = |one: &&Wording| self.asked().entitled_by(&one.entitled, day_alone).is_ok();
        let several = on_day().nth(1).is_some();
        let entitling = if several { on_day().find(entitles) } else { None };
        entitling.or_else(|| self.compensation.wording_near(day))
    }

    /// An explanation that begins with each wording of `days`, the facts that made its conditions hold,
    /// and what it leaves open about these days.
    fn explained(&self, days: Period) -> Explanation {
        let mut explanation = Explanation::new();
        let mut next =
            Some(days.from).filter(|_| self.compensation.wording_on(days.from).is_some());
        let near = || self.compensation.wording_near(days.from);
        if let Some(wording) = near().filter(|_| next.is_none()) {
            explanation.wording(self.compensation, &self.section, wording);
        }
        while let Some(from) = next.filter(|from| *from <= days.until) {
            let Some(wording) = self.wording(from) else { break };
            let until = wording.until.map_or(days.until, |until| until.min(days.until));
            explanation.wording(self.compensation, &self.section, wording);
            self.explain(&mut explanation, wording, Period { from, until });
            next = until.succ_opt();
        }
        explanation
    }

    /// Adds the facts that made the conditions of a wording hold, and what it leaves open.
    fn explain(&self, explanation: &mut Explanation, wording: &Wording, days: Period) {
        conditions::explain(explanation, self.picture(), &wording.entitled, days.from);
        let by_coverage =
            wording.entitled.iter().any(|one| one.covered == Some(true) || one.covered_at_death);
        if let Some(covered) = self.picture().coverage_on(days.from).filter(|_| by_coverage) {
            let ended = covered.ended.as_ref();
            for fact in ended.iter().flat_map(|end| end.facts.iter()) {
                explanation.fact(fact);
            }
            let (from, why) = (covered.from, ended.and_then(|end| end.why));
            let ended = ended.map(|end| end.on);
            explanation.rule(&self.section, Rule::Covered { from, ended, why });
        }
        for left in open::questions(self, wording, days) {
            explanation.left(left);
        }
    }

    /// Which municipality has the right on which days, with the fact that says so, by the wording of
    /// these days.
    fn owners(&self, window: Period) -> Vec<Claimed<'c>> {
        let wordings = self.compensation.wordings.iter();
        let of_wording = wordings.filter_map(|wording| Some((wording.within(window)?, wording)));
        let mut owners: Vec<Claimed<'c>> = Vec::new();
        for (days, wording) in of_wording {
            let of_days = match wording.whose {
                Whose::Payer => {
                    let payers = self.payers().into_iter();
                    let within = |(payer, of_payer): (_, Period)| {
                        let from = of_payer.from.max(days.from);
                        Some((payer, Period::new(from, of_payer.until.min(days.until))?, None))
                    };
                    payers.filter_map(within).collect()
                }
                Whose::Home => {
                    let home = conditions::municipalities(self.picture(), Whose::Home, days);
                    conditions::or_else(self.federation(days), home)
                }
                whose => conditions::municipalities(self.picture(), whose, days),
            };
            owners = conditions::or_else(owners, of_days);
        }
        owners
    }

    /// The days schooled by the federation of municipalities that asks, while either may claim (HFD 2023 ref.
    /// 46): it alone, so that no period is claimed twice.
    fn federation(&self, days: Period) -> Vec<Claimed<'c>> {
        let asks = self.question().municipality.filter(|asked| asked.is_federation());
        let Some(asks) = asks else { return Vec::new() };
        let either = Spans::of(self.choices().days(FederationClaimant::Either));
        let schools = conditions::municipalities(self.picture(), Whose::Schooling, days);
        let own = schools.into_iter().filter(|(school, _, _)| school.is_same(asks));
        own.flat_map(|(school, days, fact)| {
            let days = either.within(days);
            days.spans().iter().map(|days| (school, *days, fact)).collect::<Vec<_>>()
        })
        .collect()
    }

    fn asked(&self) -> Asked<'c> {
        Asked {
            law: self.law(),
            choices: self.choices(),
            picture: self.picture(),
            parents_registered: self.question().input.parents_registered,
            mass_influx: self.question().input.mass_influx,
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
        let named = conditions::or_else(of(Whose::Assigned), of(Whose::Settled));
        let named = conditions::or_else(named, of(Whose::Registered));
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
        let rhythm = self.compensation.payment;
        if rhythm != PaymentRhythm::OnApplication {
            return expected_payment_day(rhythm, period, self.received());
        }
        self.claim_days(period, true).map(|days| days.cautious)
    }

    /// The last days to ask for it. Where it may be the first claim about the person the earlier limit holds,
    /// unless that day had passed before there was anything to claim.
    fn claim_days(&self, period: Period, may_be_first: bool) -> Option<LastDays> {
        let (rule, reception) = (self.wording(period.from)?.last_day?, self.received());
        let days = |first| last_days(rule, period, reception, first).ok();
        let first = reception.filter(|_| may_be_first).and_then(|_| days(true));
        match (days(false), first) {
            (Some(any), Some(first)) if first.cautious < period.from => Some(any),
            (Some(any), Some(first)) if any.cautious < first.cautious => Some(any),
            (any, first) => first.or(any),
        }
    }

    fn received(&self) -> Option<NaiveDate> {
        self.picture().reception.as_ref().ok().map(|reception| reception.on)
    }
}

impl Computed {
    /// Nothing, and why.
    fn nothing(why: Unmet) -> Computed {
        Computed { amounts: Vec::new(), unmet: Some(why) }
    }
}
