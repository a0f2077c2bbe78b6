//! Why an amount is what it is: facts, rules, values and arithmetic, as data.
//!
//! The arithmetic of an explanation is the computation: whoever computes does it through
//! [`Explanation`], and what comes out is what stands there.

use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::Serialize;

use super::open::Left;
use crate::facts::{CoverageEnd, FactId, FactKind};
use crate::law::{Answer, Compensation, Rate, Rated, Unit, Wording};
use crate::{Ore, Period};

/// An operation of an explanation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Operation {
    /// The product of the operands.
    Product,
    /// The sum of the operands.
    Sum,
    /// The first operand minus the others.
    Difference,
    /// The first operand as per cent of the second.
    PercentOf,
    /// The first operand divided by the second.
    Quotient,
    /// The least of the operands.
    AtMost,
    /// The largest of the operands.
    AtLeast,
}

/// How a value is rounded, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rounding {
    /// To whole kronor, half up (förordning 2010:1122 15 § demands whole kronor; published amounts
    /// fit half up).
    WholeKronor,
    /// To whole öre, half up.
    WholeOre,
    /// To the nearest whole number, half up.
    Nearest,
    /// Down to a whole number.
    Down,
}

/// A rule that was applied, with the values that its sentence needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "rule", rename_all = "kebab-case")]
pub enum Rule {
    /// The conditions of the section hold on these days.
    Entitled {
        /// The days.
        days: Period,
    },
    /// First reception was on that day.
    Received {
        /// The day.
        on: NaiveDate,
        /// The municipality.
        municipality: String,
    },
    /// No reception has been entered: the day of first registration counts (6 §).
    ReceivedByRegistration {
        /// The day.
        on: NaiveDate,
        /// The municipality.
        municipality: String,
    },
    /// Mottagandelagen ceased to cover the person on that day, which is the one of reception (6 § since
    /// October 2026).
    ReceivedAtEndOfCoverage {
        /// The day.
        on: NaiveDate,
        /// The municipality.
        municipality: String,
        /// Why it ended.
        why: CoverageEnd,
    },
    /// Mottagandelagen covers the person on these days.
    Covered {
        /// First day.
        from: NaiveDate,
        /// The first day on which it no longer does; none: it goes on.
        ended: Option<NaiveDate>,
        /// Why, where it is known.
        why: Option<CoverageEnd>,
    },
    /// A step of the two-year sum, from 1 to 9.
    Instalment {
        /// Which step.
        number: u8,
        /// Its share in per cent.
        percent: u8,
        /// The first and last day that it is for.
        period: Period,
    },
    /// Registered in the municipality on the cut-off day.
    RegisteredAtCutOff {
        /// The day.
        day: NaiveDate,
        /// The municipality.
        municipality: String,
    },
    /// The person moved here in time: ten per cent more (13 and 14 §§).
    MovedHere {
        /// The day of the move.
        moved: NaiveDate,
        /// From where.
        from: String,
        /// The last day on which a move gives more; none where any day of the step does (13 §).
        in_time_until: Option<NaiveDate>,
    },
    /// The person moved here too late for more (14 §).
    MovedHereLate {
        /// The day of the move.
        moved: NaiveDate,
        /// The last day on which a move gives more.
        in_time_until: NaiveDate,
    },
    /// How old the person is on the day that counts.
    Age {
        /// Completed years.
        years: u8,
        /// The day that counts.
        on: NaiveDate,
    },
    /// How many started four-week periods lie in the claim; each counts whole.
    FourWeekPeriods {
        /// First days of the periods.
        starts: Vec<NaiveDate>,
        /// How many of the year had been counted before.
        before: u8,
    },
    /// A period is not counted because another was granted for the same days.
    PeriodGranted {
        /// First day of the period.
        start: NaiveDate,
        /// The municipality that it was granted.
        municipality: String,
    },
    /// The year has its ten periods.
    TenPeriods {
        /// First day of the period that is not counted.
        start: NaiveDate,
    },
    /// A cost that was used.
    Cost {
        /// Its place in the facts.
        place: String,
        /// Its days.
        period: Period,
        /// What it was for.
        item: Option<String>,
        /// How many of its days count.
        days: i64,
    },
    /// A cost that is never paid.
    CostNotPaid {
        /// Its place in the facts.
        place: String,
        /// What it was for.
        item: String,
    },
    /// The cost is held against the lump sum of these days.
    LumpSum {
        /// The lump sum's code.
        code: String,
        /// The days.
        days: Period,
    },
    /// The costs of these twelve months reach the threshold.
    ThresholdReached {
        /// The twelve months.
        months: Period,
    },
    /// Outside the threshold, paid only together with another item.
    OutsideThreshold {
        /// The item.
        item: String,
        /// The other.
        with: String,
        /// Whether the other is there.
        paid: bool,
    },
    /// Halved from the third child on (asylsökandeförordningen 1994:361, 6 §).
    HalvedFromThirdChild {},
    /// Paid once, on that day.
    Once {
        /// The day that gives it.
        on: NaiveDate,
    },
    /// The city's own number: places, children or persons.
    Number {
        /// Its place in the facts.
        place: String,
        /// From which day.
        from: NaiveDate,
    },
}

/// One step of an explanation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum Step {
    /// The wording that was used.
    Wording {
        /// The ordinance's number.
        #[serde(serialize_with = "shared")]
        ordinance: Arc<str>,
        /// The section.
        #[serde(serialize_with = "shared")]
        section: Arc<str>,
        /// The act that worded it so.
        #[serde(serialize_with = "shared")]
        sfs: Arc<str>,
        /// Its first day; none: from the beginning.
        from: Option<NaiveDate>,
        /// Its last day, inclusive; none: until further notice.
        until: Option<NaiveDate>,
    },
    /// A fact of the register that was used.
    Fact {
        /// Its id.
        id: FactId,
        /// Its kind.
        kind: FactKind,
        /// First day.
        valid_from: Option<NaiveDate>,
        /// Last day, inclusive.
        valid_until: Option<NaiveDate>,
    },
    /// A rule of a section.
    Rule {
        /// The section.
        #[serde(serialize_with = "shared")]
        section: Arc<str>,
        /// The rule and its values.
        #[serde(flatten)]
        rule: Rule,
    },
    /// A value of the law.
    Rate {
        /// The value with its interval and source.
        #[serde(flatten, serialize_with = "shared")]
        rate: Arc<Rate>,
        /// What it is for.
        unit: Unit,
        /// Whether it is an estimate: nobody has checked it for that day.
        estimated: bool,
    },
    /// Arithmetic, in kronor, days or per cent.
    Arithmetic {
        /// The operation.
        operation: Operation,
        /// What it works on.
        operands: Vec<Decimal>,
        /// What it gives.
        result: Decimal,
    },
    /// A rounding.
    Rounding {
        /// Its name.
        rounding: Rounding,
        /// Before.
        before: Decimal,
        /// After.
        after: Decimal,
    },
    /// An open question and the answer that was used.
    Open {
        /// The question's name.
        question: &'static str,
        /// The section that leaves it open.
        section: &'static str,
        /// The answer's name.
        answer: &'static str,
        /// Whether the amount is no more than an estimate for it.
        estimated: bool,
    },
}

fn shared<T: Serialize + ?Sized, S: serde::Serializer>(
    value: &Arc<T>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    (**value).serialize(serializer)
}

/// The steps to an amount, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Explanation {
    steps: Vec<Step>,
}

impl Explanation {
    /// One with room for the steps that most amounts have.
    #[must_use]
    pub fn new() -> Explanation {
        Explanation { steps: Vec::with_capacity(10) }
    }

    /// Its steps, in order.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Whether a value in it, or an answer to an open question, makes it an estimate.
    #[must_use]
    pub fn is_estimated(&self) -> bool {
        self.steps.iter().any(|step| {
            matches!(step, Step::Rate { estimated: true, .. } | Step::Open { estimated: true, .. })
        })
    }

    /// Whether it rests on a value that was not read in its source.
    #[must_use]
    pub fn is_unverified(&self) -> bool {
        self.steps.iter().any(|step| matches!(step, Step::Rate { rate, .. } if !rate.verified))
    }

    /// Names of the open questions that it hangs on.
    pub fn open_questions(&self) -> impl Iterator<Item = &'static str> {
        self.steps.iter().filter_map(|step| match step {
            Step::Open { question, .. } => Some(*question),
            _ => None,
        })
    }

    /// Adds a rule of a section.
    pub fn rule(&mut self, section: &Arc<str>, rule: Rule) {
        self.steps.push(Step::Rule { section: Arc::clone(section), rule });
    }

    /// Adds a fact, once.
    pub fn fact(&mut self, fact: &crate::facts::Fact) {
        let known = |step: &Step| matches!(step, Step::Fact { id, .. } if *id == fact.id);
        if !self.steps.iter().any(known) {
            self.steps.push(Step::Fact {
                id: fact.id.clone(),
                kind: fact.kind(),
                valid_from: fact.validity.valid_from,
                valid_until: fact.validity.valid_until,
            });
        }
    }

    /// Adds a value with the age limit that picked it, once each, and gives it; none at a hole.
    pub fn rate(&mut self, rated: &Rated, unit: Unit) -> Decimal {
        if let Some(limit) = &rated.age_limit {
            self.push_rate(limit, Unit::Years, rated.estimated);
        }
        self.push_rate(&rated.rate, unit, rated.estimated);
        rated.rate.value.unwrap_or_default()
    }

    fn push_rate(&mut self, rate: &Arc<Rate>, unit: Unit, estimated: bool) {
        let known = |step: &Step| matches!(step, Step::Rate { rate: old, .. } if old.id == rate.id);
        if !self.steps.iter().any(known) {
            self.steps.push(Step::Rate { rate: Arc::clone(rate), unit, estimated });
        }
    }

    /// Adds the wording that was used.
    pub fn wording(&mut self, compensation: &Compensation, section: &Arc<str>, wording: &Wording) {
        self.steps.push(Step::Wording {
            ordinance: Arc::clone(&compensation.ordinance),
            section: Arc::clone(section),
            sfs: Arc::clone(&wording.sfs),
            from: wording.from,
            until: wording.until,
        });
    }

    /// Adds an open question with the answer that was used, once.
    pub fn open<A: Answer + PartialEq>(&mut self, answer: A) {
        self.left(Left::of(answer, false));
    }

    /// As [`open`](Self::open), where the answer makes the amount an estimate.
    pub fn estimate<A: Answer + PartialEq>(&mut self, answer: A) {
        self.left(Left::of(answer, true));
    }

    /// Says a question and the answer that was used, once; an estimate where any of its days makes it one.
    pub(super) fn left(&mut self, left: Left) {
        let Left { question, answer, estimated } = left;
        let known = self.steps.iter_mut().find_map(|step| match step {
            Step::Open { question: name, estimated, .. } if *name == question.name => {
                Some(estimated)
            }
            _ => None,
        });
        match known {
            Some(known) => *known |= estimated,
            None => self.steps.push(Step::Open {
                question: question.name,
                section: question.section,
                answer,
                estimated,
            }),
        }
    }

    /// Computes, and shows how.
    pub fn compute(&mut self, operation: Operation, operands: &[Decimal]) -> Decimal {
        let result = operation.of(operands);
        self.steps.push(Step::Arithmetic { operation, operands: operands.to_vec(), result });
        result
    }

    /// Rounds, and shows it where it changes anything.
    pub fn round(&mut self, rounding: Rounding, before: Decimal) -> Decimal {
        let after = rounding.of(before);
        if after != before {
            self.steps.push(Step::Rounding { rounding, before, after });
        }
        after
    }

    /// Takes over the steps of another that was made by itself.
    pub fn extend(&mut self, other: Explanation) {
        for step in other.steps {
            let again = match &step {
                Step::Wording { .. }
                | Step::Fact { .. }
                | Step::Rate { .. }
                | Step::Open { .. }
                | Step::Rule { .. } => self.steps.contains(&step),
                Step::Arithmetic { .. } | Step::Rounding { .. } => false,
            };
            if !again {
                self.steps.push(step);
            }
        }
    }
}

impl Operation {
    /// What the operation gives.
    ///
    /// # Panics
    /// On overflow, which no input inside the [limits](super::limits) comes near, and on a division by
    /// zero: what is divided by is a number of days, of parts or of per mille.
    #[must_use]
    pub fn of(self, operands: &[Decimal]) -> Decimal {
        let Some((first, others)) = operands.split_first() else { return Decimal::ZERO };
        let second = others.first().copied().unwrap_or_default();
        match self {
            Operation::Product => operands.iter().product(),
            Operation::Sum => operands.iter().sum(),
            Operation::Difference => *first - others.iter().sum::<Decimal>(),
            Operation::PercentOf => *first * second / Decimal::ONE_HUNDRED,
            Operation::Quotient => *first / second,
            Operation::AtMost => others.iter().copied().fold(*first, Decimal::min),
            Operation::AtLeast => others.iter().copied().fold(*first, Decimal::max),
        }
    }
}

impl Rounding {
    /// The rounded value.
    #[must_use]
    pub fn of(self, value: Decimal) -> Decimal {
        let half_up = RoundingStrategy::MidpointAwayFromZero;
        match self {
            Rounding::WholeKronor | Rounding::Nearest => value.round_dp_with_strategy(0, half_up),
            Rounding::WholeOre => value.round_dp_with_strategy(2, half_up),
            Rounding::Down => value.floor(),
        }
    }
}

/// A value in kronor as whole öre; none where it has parts of an öre or is too large.
#[must_use]
pub fn ore_of(kronor: Decimal) -> Option<Ore> {
    let ore = kronor.checked_mul(Decimal::ONE_HUNDRED)?;
    ore.fract().is_zero().then(|| i64::try_from(ore).ok().map(Ore)).flatten()
}

/// A computed value in kronor as whole öre.
///
/// # Panics
/// Where [`ore_of`] gives none. Inside the [limits](super::limits) every calculator ends in an amount
/// that is one; another one would be a wrong amount, and never nothing.
#[must_use]
pub fn certain_ore(kronor: Decimal) -> Ore {
    let ore = ore_of(kronor);
    assert!(ore.is_some(), "an amount of {kronor} kronor is outside the limits");
    ore.unwrap_or_default()
}
