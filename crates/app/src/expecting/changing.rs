//! What a changed fact has done to what is expected of a person: then and now.

use chrono::NaiveDate;
use domain::codes::CompensationCode;
use domain::entitlement::Amount;
use domain::expectation::{Changed, Expected, ListsRead, change};
use domain::facts::{Fact, Municipality};
use domain::{Ore, Period};
use store::PersonNo;

use super::computing::Asked;
use crate::law::CalculationDocument;
use crate::{App, Result};

/// What is other than it was, in what is expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExpectedChange {
    /// It was not expected then.
    Added(Ore),
    /// It is not expected any more.
    Removed(Ore),
    /// The amount, then and now.
    Amount(Ore, Ore),
    /// The day by which it should come, then and now.
    Due(Option<NaiveDate>, Option<NaiveDate>),
    /// Who has the right to it, then and now.
    Municipality(Municipality, Municipality),
}

/// A change of what is expected of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedLine {
    /// The compensation.
    pub compensation: CompensationCode,
    /// What it is for.
    pub period: Period,
    /// What is other.
    pub change: ExpectedChange,
}

/// What has changed since a day, and the facts that changed it.
#[derive(Clone, Debug, Default)]
pub struct ExpectationChanges {
    /// Changes, by compensation and period.
    pub lines: Vec<ChangedLine>,
    /// Facts that were believed then and are not now.
    pub then: Vec<Fact>,
    /// Facts that are known now and were not then.
    pub now: Vec<Fact>,
}

impl App {
    /// What is other now in what is expected of a person, up to `as_of`, than it was by what was known
    /// on `then`, by the law in force now.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn expectation_changes(
        &self,
        person_no: PersonNo,
        then: NaiveDate,
        as_of: NaiveDate,
    ) -> Result<ExpectationChanges> {
        let law = self.law_in_force()?;
        let ours = self.ours()?;
        let lists = ListsRead::every();
        let today = self.today();
        let asked = Asked { law: &law, ours: &ours, as_of, today, since: None, lists: &lists };
        let before =
            asked.amounts_of(&CalculationDocument::of_facts(self.facts_document(person_no, then)?));
        let after = asked.amounts_of(&CalculationDocument::of_facts(
            self.facts_document(person_no, NaiveDate::MAX)?,
        ));
        let (then, now) = self.then_and_now(person_no, then)?;
        Ok(ExpectationChanges { lines: asked.changes(&before, &after), then, now })
    }
}

impl Asked<'_> {
    fn amounts_of(&self, document: &CalculationDocument) -> Vec<Amount> {
        let facts: Vec<&Fact> = document.facts.iter().collect();
        let earlier: Vec<&Fact> = document.earlier_births.iter().collect();
        self.amounts(false, document.input(&facts, &earlier))
    }

    fn changes(&self, before: &[Amount], after: &[Amount]) -> Vec<ChangedLine> {
        let (before, after) = (self.expected(before), self.expected(after));
        let lines = change(&before, &after).into_iter().map(|change| ChangedLine {
            compensation: change.compensation.clone(),
            period: change.period,
            change: match change.changed {
                Changed::Added(expected) => ExpectedChange::Added(expected.amount),
                Changed::Removed(expected) => ExpectedChange::Removed(expected.amount),
                Changed::Amount { before, after } => ExpectedChange::Amount(before, after),
                Changed::Due { before, after } => ExpectedChange::Due(before, after),
                Changed::Municipality { before, after } => {
                    ExpectedChange::Municipality(before.clone(), after.clone())
                }
            },
        });
        lines.collect()
    }

    fn expected<'m>(&self, amounts: &'m [Amount]) -> Vec<Expected<'m>> {
        let each = amounts.iter().enumerate().filter_map(|(place, amount)| {
            let compensation = self.law.catalogue.get(&amount.compensation)?;
            Some(Expected::of(amount, compensation, place))
        });
        each.collect()
    }
}
