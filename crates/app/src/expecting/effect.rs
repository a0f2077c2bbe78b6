//! What a change of the law does to the city: every amount before and after, by person and month. It
//! changes nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use domain::codes::CompensationCode;
use domain::expectation::ListsRead;
use domain::{Month, Ore};
use store::PersonNo;

use super::city::Waiting;
use super::computing::Asked;
use crate::cores::on_both;
use crate::law::{CalculationDocument, Law, TypedRate};
use crate::{App, Result};

/// A change of the law.
#[derive(Clone, Debug)]
pub enum LawChange {
    /// What begins to hold on a day, in the law in force: before it, what held the day before goes on.
    On(NaiveDate),
    /// Values that somebody would enter.
    Values(Vec<TypedRate>),
}

/// What a change does to one person in one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EffectRow {
    /// The person; none: the city itself.
    pub person: Option<PersonNo>,
    /// The compensation.
    pub compensation: CompensationCode,
    /// The month in which it should be paid, or where no rule names a day, that it is for.
    pub month: Month,
    /// What the city should get without the change.
    pub before: Ore,
    /// What it should get with it.
    pub after: Ore,
}

/// What a change does.
#[derive(Clone, Debug, Default)]
pub struct LawEffect {
    /// Where the two differ, by compensation, month and person.
    pub rows: Vec<EffectRow>,
    /// The last day that is looked at.
    pub until: NaiveDate,
}

/// What somebody should get of a compensation in a month, before and after.
type Sums = BTreeMap<(CompensationCode, Month, Option<PersonNo>), (Ore, Ore)>;

impl App {
    /// What a change of the law does to what is expected up to a day: by default that of the business date
    /// or of the change, whichever is later. It is a preview, and changes nothing.
    ///
    /// # Errors
    /// When values do not fit the law, or the database cannot be read.
    pub fn law_effect(&self, change: &LawChange, until: Option<NaiveDate>) -> Result<LawEffect> {
        let now = self.law_in_force()?;
        let (before, after, begins) = match change {
            LawChange::On(day) => (Arc::new(now.before(*day)), now, *day),
            LawChange::Values(rates) => {
                let (after, begins) = self.law_with_values(rates)?;
                (now, Arc::new(after), begins.unwrap_or_else(|| self.today()))
            }
        };
        let as_of = until.unwrap_or_else(|| self.today().max(begins));
        let ours = self.ours()?;
        let (lists, today) = (ListsRead::every(), self.today());
        let asked = |law| Asked { law, ours: &ours, as_of, today, since: None, lists: &lists };
        let (before, after) = (asked(&*before), asked(&*after));
        let mut sums = Sums::new();
        self.each_batch(&mut |batch| {
            let (one, other) = on_both(batch, |half| effect_on(&before, &after, half));
            join(&mut sums, one);
            join(&mut sums, other.unwrap_or_default());
        })?;
        let city = CalculationDocument::of_city(self.citys_numbers(as_of)?);
        city.check(&after.law.catalogue)?;
        add(&mut sums, None, &before, &after, &city);
        let until = after.horizon();
        let rows = sums.into_iter().filter(|(_, (before, after))| before != after);
        let rows = rows.map(|((compensation, month, person), (before, after))| EffectRow {
            person,
            compensation,
            month,
            before,
            after,
        });
        Ok(LawEffect { rows: rows.collect(), until })
    }

    /// The law with values that somebody would enter, and the first day of any.
    fn law_with_values(&self, rates: &[TypedRate]) -> Result<(Law, Option<NaiveDate>)> {
        let records = self.rates_typed(rates)?;
        let begins = records.iter().map(|(_, rate)| rate.valid_from).min();
        let now = self.law_in_force()?;
        let law = Law {
            catalogue: self.additions_fit(&records)?,
            choices: now.choices.clone(),
            watches: now.watches.clone(),
        };
        Ok((law, begins))
    }
}

fn effect_on(before: &Asked<'_>, after: &Asked<'_>, persons: &[Waiting]) -> Sums {
    let mut sums = Sums::new();
    for waiting in persons {
        add(&mut sums, Some(waiting.person), before, after, &waiting.document);
    }
    sums
}

fn add(
    sums: &mut Sums,
    person: Option<PersonNo>,
    before: &Asked<'_>,
    after: &Asked<'_>,
    document: &CalculationDocument,
) {
    let (facts, earlier) = document.parts();
    for (asked, is_after) in [(before, false), (after, true)] {
        let amounts = asked.amounts(person.is_none(), document.input(&facts, &earlier));
        for amount in amounts.into_iter().filter(|amount| amount.municipality == *asked.ours) {
            let day = amount.due.unwrap_or(amount.period.until);
            let key = (amount.compensation, Month::of(day), person);
            let sum = sums.entry(key).or_default();
            *(if is_after { &mut sum.1 } else { &mut sum.0 }) += amount.amount;
        }
    }
}

fn join(sums: &mut Sums, other: Sums) {
    for (key, (before, after)) in other {
        let sum = sums.entry(key).or_default();
        sum.0 += before;
        sum.1 += after;
    }
}
