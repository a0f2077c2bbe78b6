//! Four-week periods of pupils in a quarter, beside what is asked for and what the agency's service has
//! computed.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use domain::codes::CompensationCode;
use domain::entitlement::{Amount, Computed, Person, Question, Rule, Step};
use domain::facts::{Fact, Municipality};
use domain::law::{Ask, Compensation, Counting};
use domain::{Ore, Period};
use store::PersonNo;
use store::claimable::StandingLine;

use crate::law::{CalculationDocument, Law};
use crate::{App, Result};

/// Persons whose facts are read at a time.
const BATCH: usize = 500;

/// The line of a claim that asks for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedFor {
    /// The claim's id.
    pub claim: String,
    /// What the line asks for.
    pub amount: Ore,
    /// What the agency's service computed, where somebody has typed it.
    pub service: Option<Ore>,
}

/// Four-week periods that begin in a quarter and give an amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FourWeeks {
    /// The compensation.
    pub compensation: CompensationCode,
    /// Their first days.
    pub starts: Vec<NaiveDate>,
    /// From the first day of the first to the last day of the last.
    pub days: Period,
    /// What they give.
    pub amount: Ore,
    /// Lines of claims about them.
    pub lines: Vec<AskedFor>,
}

impl FourWeeks {
    /// What the agency's service computed, where that is known of every line.
    #[must_use]
    pub fn service(&self) -> Option<Ore> {
        let known = self.lines.iter().map(|line| line.service).collect::<Option<Vec<Ore>>>();
        known.filter(|known| !known.is_empty()).map(|known| known.into_iter().sum())
    }
}

/// The periods of a pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FourWeeksOfPerson {
    /// The pupil.
    pub person: PersonNo,
    /// By compensation and day.
    pub periods: Vec<FourWeeks>,
}

impl App {
    /// The four-week periods of every pupil that begin on any of these days, by person. Of days that have
    /// not come they are those that will have begun if nothing changes.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn four_weeks(&self, days: Period) -> Result<Vec<FourWeeksOfPerson>> {
        let (law, ours) = (self.law_in_force()?, self.ours()?);
        let pupils = self.read().pupils(days.from, days.until)?;
        let mut lines: HashMap<PersonNo, Vec<StandingLine>> = HashMap::new();
        for line in self.read().standing_claim_lines(None)? {
            lines.entry(line.person).or_default().push(line);
        }
        let counter = Counter::of(&law, &ours, days);
        let mut found = Vec::new();
        for batch in pupils.chunks(BATCH) {
            let mut documents = self.documents_of(batch)?;
            for person in batch {
                let Some(document) = documents.remove(person) else { continue };
                let lines = lines.get(person).map_or(&[][..], Vec::as_slice);
                let periods = counter.periods(&document, lines);
                if !periods.is_empty() {
                    found.push(FourWeeksOfPerson { person: *person, periods });
                }
            }
        }
        Ok(found)
    }
}

/// What is counted, whoever it is about.
struct Counter<'a> {
    law: &'a Law,
    ours: &'a Municipality,
    days: Period,
    by_four_weeks: Vec<&'a Arc<Compensation>>,
}

impl<'a> Counter<'a> {
    fn of(law: &'a Law, ours: &'a Municipality, days: Period) -> Counter<'a> {
        let by_four_weeks = law.catalogue.iter().filter(|one| {
            one.ask == Ask::Municipality && matches!(one.counting, Counting::FourWeekPeriods {})
        });
        Counter { law, ours, days, by_four_weeks: by_four_weeks.collect() }
    }

    fn periods(&self, document: &CalculationDocument, lines: &[StandingLine]) -> Vec<FourWeeks> {
        let facts: Vec<&Fact> = document.facts.iter().collect();
        let earlier: Vec<&Fact> = document.earlier_births.iter().collect();
        let question = Question {
            law: &self.law.catalogue,
            choices: &self.law.choices,
            input: document.input(&facts, &earlier),
            municipality: Some(self.ours),
            until: self.days.until,
        };
        let person = Person::of(&question);
        let mut found = Vec::new();
        for compensation in &self.by_four_weeks {
            // A value of the law that is missing gives no amount to compare.
            let Ok(Computed { amounts, .. }) = person.calculate(compensation) else { continue };
            let begins = |amount: &Amount| self.days.holds(amount.period.from);
            let of_compensation: Vec<&StandingLine> =
                lines.iter().filter(|line| line.compensation == compensation.code).collect();
            found.extend(amounts.into_iter().filter(begins).map(|amount| {
                let meets = |line: &&&StandingLine| line.period.shared_days(amount.period) > 0;
                let sums = of_compensation.iter().filter(meets).map(|line| AskedFor {
                    claim: line.claim.clone(),
                    amount: line.amount,
                    service: line.service,
                });
                FourWeeks {
                    compensation: compensation.code.clone(),
                    starts: starts_of(&amount),
                    days: amount.period,
                    amount: amount.amount,
                    lines: sums.collect(),
                }
            }));
        }
        found
    }
}

/// First days of the periods that an amount is for.
fn starts_of(amount: &Amount) -> Vec<NaiveDate> {
    let rules = amount.explanation.steps().iter().filter_map(|step| match step {
        Step::Rule { rule: Rule::FourWeekPeriods { starts, .. }, .. } => Some(starts.clone()),
        _ => None,
    });
    rules.flatten().collect()
}
