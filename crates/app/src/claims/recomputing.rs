//! What the law gives for a line: computed from the facts and the line's costs as they are known now.

use std::collections::HashMap;
use std::sync::Arc;

use domain::entitlement::{
    Amount, Cost, Explanation, Person, Question, Refused, Spans, Standing, Unmet,
};
use domain::facts::{Fact, Municipality};
use domain::law::{Compensation, Counting};
use domain::{Ore, Period};
use store::PersonNo;
use store::claims::ClaimedShare;

use crate::law::{CalculationDocument, Law};
use crate::{App, Result};

/// What the law gives for a line.
#[derive(Clone, Debug)]
pub(super) enum Given {
    /// An amount.
    Amount {
        /// The amount.
        amount: Ore,
        /// The days that give it.
        days: Period,
        /// Why.
        explanation: Explanation,
    },
    /// Nothing, and why.
    Nothing(Unmet),
    /// The program does not compute the compensation.
    NotComputed,
    /// A value of the law is missing.
    NoRate,
}

/// What lines are computed by.
pub(super) struct Recomputing {
    pub(super) law: Arc<Law>,
    pub(super) compensation: Arc<Compensation>,
    ours: Municipality,
}

impl App {
    /// What lines of a compensation are computed by.
    pub(super) fn recomputing(
        &self,
        code: &domain::codes::CompensationCode,
    ) -> Result<Recomputing> {
        let law = self.law_in_force()?;
        let compensation = Arc::clone(law.compensation(&code.0)?);
        Ok(Recomputing { compensation, ours: self.ours()?, law })
    }

    /// What is known of these persons that stand for themselves, in as many statements for a hundred as
    /// for one.
    pub(crate) fn documents_of(
        &self,
        persons: &[PersonNo],
    ) -> Result<HashMap<PersonNo, CalculationDocument>> {
        let everybodys = self.settings()?.everybodys();
        let known = self.read().known_facts_of(persons)?;
        let document = |(person, (facts, earlier)): (PersonNo, (Vec<Fact>, Vec<Fact>))| {
            let parents = self.parents_of(&facts)?;
            let everybodys = everybodys.clone();
            let document = CalculationDocument::of_register(facts, earlier, everybodys, parents);
            Ok((person, document))
        };
        known.into_iter().map(document).collect()
    }
}

impl Recomputing {
    /// What the law gives for `period` by a person's facts and these parts of costs.
    pub(super) fn given(
        &self,
        document: &CalculationDocument,
        shares: &[&ClaimedShare],
        period: Period,
    ) -> Given {
        let costs: Vec<Cost> = shares.iter().map(|share| cost_of(share)).collect();
        let computed = self.computed(document, &costs, period, &self.compensation);
        let computed = match computed {
            Ok(computed) => computed,
            Err(Refused::NotComputed(_) | Refused::UnknownCode) => return Given::NotComputed,
            Err(Refused::NoRate(_)) => return Given::NoRate,
        };
        // A four-week period belongs to the days in which it begins, wherever it ends.
        let belongs = |amount: &&Amount| match self.in_four_weeks() {
            true => period.holds(amount.period.from),
            false => period.shared_days(amount.period) > 0,
        };
        let mut found = computed.amounts.iter().filter(belongs);
        let Some(first) = found.next() else {
            return Given::Nothing(computed.unmet.unwrap_or(Unmet::NothingToCount));
        };
        let (mut sum, mut days) = (first.amount, first.period);
        let mut explanation = first.explanation.clone();
        for amount in found {
            sum += amount.amount;
            days.until = days.until.max(amount.period.until);
            explanation.extend(amount.explanation.clone());
        }
        Given::Amount { amount: sum, days, explanation }
    }

    /// Whether the compensation is counted by four-week periods.
    pub(super) fn in_four_weeks(&self) -> bool {
        matches!(self.compensation.counting, Counting::FourWeekPeriods {})
    }

    /// The lump sum that must have been paid before the compensation is claimed, with the days of
    /// `period` that give it.
    pub(super) fn lump_sum(
        &self,
        document: &CalculationDocument,
        period: Period,
    ) -> Option<(Arc<Compensation>, Spans)> {
        let Counting::ActualCost { above: Some(code), .. } = &self.compensation.counting else {
            return None;
        };
        let lump_sum = self.law.catalogue.get(code)?;
        let computed = self.computed(document, &[], period, lump_sum).ok()?;
        let days = Spans::of(computed.amounts.iter().map(|amount| amount.period));
        Some((Arc::clone(lump_sum), days.within(period)))
    }

    /// The person's day of first reception.
    pub(super) fn reception(&self, document: &CalculationDocument) -> Option<chrono::NaiveDate> {
        let facts: Vec<&Fact> = document.facts.iter().collect();
        Standing::of(&facts, &self.law.choices).received.map(|(day, _)| day)
    }

    fn computed(
        &self,
        document: &CalculationDocument,
        costs: &[Cost],
        period: Period,
        compensation: &Compensation,
    ) -> std::result::Result<domain::entitlement::Computed, Refused> {
        let facts: Vec<&Fact> = document.facts.iter().collect();
        let earlier: Vec<&Fact> = document.earlier_births.iter().collect();
        let mut input = document.input(&facts, &earlier);
        input.costs = costs;
        let question = Question {
            law: &self.law.catalogue,
            choices: &self.law.choices,
            input,
            municipality: Some(&self.ours),
            until: period.until,
        };
        Person::of(&question).calculate(compensation)
    }
}

fn cost_of(share: &ClaimedShare) -> Cost {
    Cost {
        from: share.period.from,
        until: share.period.until,
        amount_ore: share.amount,
        item: share.item.clone(),
        compensation: Some(share.compensation.clone()),
        fee_ore: share.fee,
        persons: 1,
        child_number: None,
        vacant_from: None,
        shared_household: false,
    }
}
