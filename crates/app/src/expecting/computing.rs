//! Computing what should come and comparing it with what came.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use domain::Ore;
use domain::codes::CompensationCode;
use domain::entitlement::{Amount, Computed, Input, Person, Question, Refused, Rounding, Step};
use domain::expectation::{
    Comparison, Expected, GrantedRow, ListsRead, PaidRow, compare, not_triggered,
};
use domain::facts::{Fact, Municipality};
use domain::law::{Ask, Compensation, Counting};
use rust_decimal::Decimal;
use store::PersonNo;
use store::expectation::{GrantRecord, PaidRecord};

use super::{Line, PersonExpectation, untriggered};
use crate::law::{CalculationDocument, Law};

/// What is asked, whoever it is about.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) law: &'a Law,
    pub(super) ours: &'a Municipality,
    /// The day as it stands on which things are asked, and up to which amounts are computed.
    pub(super) as_of: NaiveDate,
    /// The business date: what a later day would bring is awaited, never missing.
    pub(super) today: NaiveDate,
    /// The first day whose payments are in the program; what was due before is not looked for.
    pub(super) since: Option<NaiveDate>,
    /// The lists that have been taken in: what none of them answers for is not missing.
    pub(super) lists: &'a ListsRead,
}

/// How a compensation came out.
pub(super) type Outcome = (Arc<Compensation>, Result<Computed, Refused>);

/// Whether a compensation is about the city itself and no person.
pub(super) fn is_citys_own(compensation: &Compensation) -> bool {
    matches!(
        compensation.counting,
        Counting::Yearly {}
            | Counting::Forecast {}
            | Counting::Allocation {}
            | Counting::Places {}
            | Counting::PlaceDays {}
    )
}

impl Asked<'_> {
    /// Compensations that come without application and are computed, of persons or of the city.
    fn compensations(&self, citys_own: bool) -> impl Iterator<Item = &Arc<Compensation>> {
        self.law.catalogue.iter().filter(move |compensation| {
            compensation.ask == Ask::WithoutApplication
                && compensation.not_computed().is_none()
                && is_citys_own(compensation) == citys_own
        })
    }

    /// What is expected of somebody, or of the city itself.
    pub(super) fn person(
        &self,
        person: Option<PersonNo>,
        document: &CalculationDocument,
        rows: &[PaidRecord],
        grants: &[GrantRecord],
    ) -> PersonExpectation {
        let facts: Vec<&Fact> = document.facts.iter().collect();
        let earlier: Vec<&Fact> = document.earlier_births.iter().collect();
        let outcomes = self.outcomes(person.is_none(), document.input(&facts, &earlier));
        let amounts: Vec<Amount> = outcomes
            .iter()
            .flat_map(|(_, outcome)| outcome.iter().flat_map(|computed| computed.amounts.clone()))
            .collect();
        let triggered =
            outcomes.iter().map(|(compensation, outcome)| (&compensation.code, outcome));
        let not_triggered = not_triggered(self.ours, triggered).into_iter().map(untriggered);
        PersonExpectation {
            lines: self.lines(person, &amounts, rows, grants),
            not_triggered: not_triggered.collect(),
            amounts,
            facts: document.facts.iter().chain(&document.earlier_births).cloned().collect(),
        }
    }

    /// How each compensation comes out.
    pub(super) fn outcomes(&self, citys_own: bool, input: Input<'_>) -> Vec<Outcome> {
        let question = Question {
            law: &self.law.catalogue,
            choices: &self.law.choices,
            input,
            municipality: None,
            until: self.horizon(),
        };
        let asked = Person::of(&question);
        let outcome = |compensation: &Arc<Compensation>| {
            let mut outcome = asked.calculate(compensation);
            for amount in outcome.iter_mut().flat_map(|computed| &mut computed.amounts) {
                // The same municipality under another name is the same.
                if amount.municipality.is_same(self.ours) {
                    amount.municipality.clone_from(self.ours);
                }
            }
            (Arc::clone(compensation), outcome)
        };
        self.compensations(citys_own).map(outcome).collect()
    }

    /// The last day of the quarter of the day that is asked about: a payment is for whole months and
    /// quarters, however much of the last one has passed.
    pub(super) fn horizon(&self) -> NaiveDate {
        let first = self.as_of.month0() / 3 * 3 + 3;
        let last = NaiveDate::from_ymd_opt(self.as_of.year(), first, 1);
        last.map_or(self.as_of, |day| domain::Month::of(day).last_day())
    }

    /// Every amount by the law.
    pub(super) fn amounts(&self, citys_own: bool, input: Input<'_>) -> Vec<Amount> {
        amounts_of(self.outcomes(citys_own, input))
    }

    /// What came against what should come.
    fn lines(
        &self,
        person: Option<PersonNo>,
        amounts: &[Amount],
        rows: &[PaidRecord],
        grants: &[GrantRecord],
    ) -> Vec<Line> {
        let mut found = Vec::new();
        self.compared(amounts, rows, grants, &mut |comparison| {
            found.push(Line::of(person, comparison, rows));
        });
        found
    }

    /// Tells `visit` every comparison of amounts with rows and decisions.
    pub(super) fn compared(
        &self,
        amounts: &[Amount],
        rows: &[PaidRecord],
        grants: &[GrantRecord],
        visit: &mut dyn FnMut(&Comparison<'_>),
    ) {
        let others: Vec<Vec<Ore>> =
            amounts.iter().map(|amount| self.other_values(amount)).collect();
        let expected: Vec<Expected<'_>> = amounts
            .iter()
            .zip(&others)
            .enumerate()
            .filter_map(|(place, (amount, others))| {
                let compensation = self.law.catalogue.get(&amount.compensation)?;
                let expected = Expected::of(amount, compensation, place);
                Some(Expected { other_values: others, ..expected })
            })
            .collect();
        // What must be applied for is no business of an expectation yet: it waits for its claim.
        let without_application = |code: &CompensationCode| {
            let compensation = self.law.catalogue.get(code);
            compensation.is_some_and(|found| found.ask == Ask::WithoutApplication)
        };
        let places: Vec<String> = (0..rows.len()).map(|place| place.to_string()).collect();
        let paid: Vec<PaidRow<'_>> = rows
            .iter()
            .zip(&places)
            .filter(|(row, _)| {
                without_application(&row.compensation) && row.payment_date <= self.as_of
            })
            .map(|(row, place)| paid_row(row, place))
            .collect();
        let decided = grants.iter().filter(|grant| {
            without_application(&grant.compensation) && grant.decided_on <= self.as_of
        });
        let granted: Vec<GrantedRow<'_>> = decided.map(granted_row).collect();
        let is_told = |comparison: &Comparison<'_>| {
            let before = |day: NaiveDate| self.since.is_some_and(|since| day < since);
            !(comparison.parts.is_empty() && comparison.due.is_some_and(before))
        };
        let as_of = self.as_of.min(self.today);
        let found = compare(self.ours, &expected, &paid, &granted, self.lists, as_of);
        found.iter().filter(|comparison| is_told(comparison)).for_each(visit);
    }

    /// What an amount would be by the values of the other cases of its day: a payment by the wrong age
    /// band is one of them.
    fn other_values(&self, amount: &Amount) -> Vec<Ore> {
        let Some(compensation) = self.law.catalogue.get(&amount.compensation) else {
            return Vec::new();
        };
        if compensation.cases.len() < 2 {
            return Vec::new();
        }
        let used = amount.explanation.steps().iter().find_map(|step| match step {
            Step::Rate { rate, unit, .. } if *unit == compensation.unit => Some(rate),
            _ => None,
        });
        let Some((used, value)) = used.and_then(|rate| Some((rate, rate.value?))) else {
            return Vec::new();
        };
        let others = compensation.cases.iter().filter_map(|case| {
            let rate = case.rates.iter().find(|rate| rate.holds_on(used.valid_from))?;
            let other = rate.value.filter(|other| *other != value)?;
            let exact = (Decimal::from(amount.amount.0) * other).checked_div(value)?;
            // A share of whole kronor is rounded as the amount itself was.
            let whole_kronor = amount.amount.0 % 100 == 0;
            let rounding = if whole_kronor { Rounding::WholeKronor } else { Rounding::WholeOre };
            domain::entitlement::ore_of(rounding.of(exact / Decimal::ONE_HUNDRED))
        });
        others.collect()
    }
}

/// The amounts of what could be computed.
pub(super) fn amounts_of(outcomes: Vec<Outcome>) -> Vec<Amount> {
    outcomes.into_iter().flat_map(|(_, outcome)| outcome.unwrap_or_default().amounts).collect()
}

/// A row as comparisons take it; its id is its place.
pub(super) fn paid_row<'r>(row: &'r PaidRecord, place: &'r str) -> PaidRow<'r> {
    PaidRow {
        id: place,
        compensation: &row.compensation,
        period: row
            .period_from
            .zip(row.period_until)
            .and_then(|(from, until)| domain::Period::new(from, until)),
        payment_date: row.payment_date,
        amount: row.amount,
        clawback: row.amount.is_negative(),
        without_person: row.person.is_none(),
    }
}

fn granted_row(grant: &GrantRecord) -> GrantedRow<'_> {
    GrantedRow {
        id: &grant.id,
        compensation: &grant.compensation,
        period: grant.period,
        decided: grant.decided_on,
        amount: grant.amount,
    }
}
