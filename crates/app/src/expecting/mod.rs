//! What should come, what came, and what is missing: for one person, and for the city.

mod awaited;
mod changing;
mod checking;
mod city;
mod computing;
mod effect;
mod faults;
mod granting;
mod printing;
mod reporting;

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use domain::codes::CompensationCode;
use domain::entitlement::Amount;
use domain::expectation::{Comparison, ListsRead, NotTriggered, State, Untriggered};
use domain::facts::{Fact, Municipality};
use domain::{Finding, FindingCode, Month, Ore, Period};
use serde::Serialize;

pub use awaited::{Awaited, Unchecked, Unread};
pub use changing::{ChangedLine, ExpectationChanges, ExpectedChange};
pub use checking::{DecisionCheck, DecisionRow};
pub use city::{CityExpectation, MayBeRow};

pub use effect::{EffectRow, LawChange, LawEffect};
pub use granting::TypedGrant;
pub use printing::PrintMissing;
pub use reporting::{Chosen, Held, MissingReport, ReportedRow, ReportedState, Wanted};
use store::PersonNo;
use store::lists::ListState;

use crate::law::CalculationDocument;
use crate::{App, Result};

/// A part of a payment row that answers to something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PaidPart {
    /// The list's id.
    pub list: String,
    /// Line in the file.
    pub line: u32,
    /// Day of payment.
    pub payment_date: NaiveDate,
    /// How much of it.
    pub amount: Ore,
}

/// What should come of one compensation for one period, with what came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The person; none: the city itself, or nobody who is known.
    pub person: Option<PersonNo>,
    /// The compensation.
    pub compensation: CompensationCode,
    /// What it is for; none where rows have no period.
    pub period: Option<Period>,
    /// When it should have come.
    pub due: Option<NaiveDate>,
    /// What should come.
    pub expected: Ore,
    /// What was granted of it.
    pub granted: Ore,
    /// When it was decided.
    pub decided: Option<NaiveDate>,
    /// What came and was not taken back.
    pub paid: Ore,
    /// How much a report asks for.
    pub missing: Ore,
    /// How the two agree.
    pub state: State,
    /// Parts of rows that answer to it.
    pub parts: Vec<PaidPart>,
    /// Its place among the person's amounts; none where nothing expects it.
    pub amount: Option<usize>,
}

/// What is expected of one person.
#[derive(Clone, Debug, Default)]
pub struct PersonExpectation {
    /// Amounts by the law, of every municipality.
    pub amounts: Vec<Amount>,
    /// How they agree with what came, for the city.
    pub lines: Vec<Line>,
    /// Of which compensations nothing is expected, and why.
    pub not_triggered: Vec<(CompensationCode, Untriggered)>,
    /// The facts that explanations point at.
    pub facts: Vec<Fact>,
}

impl Line {
    /// A comparison that stands by itself.
    fn of(
        person: Option<PersonNo>,
        comparison: &Comparison<'_>,
        rows: &[store::expectation::PaidRecord],
    ) -> Line {
        let parts = comparison.parts.iter().filter_map(|part| {
            let row = part.row.id.parse::<usize>().ok().and_then(|place| rows.get(place))?;
            Some(PaidPart {
                list: row.list.clone(),
                line: row.line,
                payment_date: row.payment_date,
                amount: part.amount,
            })
        });
        Line {
            person,
            compensation: comparison.compensation.clone(),
            period: comparison.period,
            due: comparison.due,
            expected: comparison.expected,
            granted: comparison.granted,
            decided: comparison.decided,
            paid: comparison.paid,
            missing: comparison.missing(),
            state: comparison.state.clone(),
            parts: parts.collect(),
            amount: match comparison.basis {
                domain::expectation::Basis::Computed(expected) => Some(expected.place),
                _ => None,
            },
        }
    }

    /// Whether it needs nobody's eye: it came, or may still come.
    #[must_use]
    pub fn is_quiet(&self) -> bool {
        matches!(
            self.state,
            State::Settled { .. }
                | State::NotYetDue
                | State::NotDecided
                | State::ListUnread
                | State::Estimated
        )
    }
}

/// What a row is called: it holds no name and no number of a person but the register's own.
fn what_id(
    persons: &HashMap<PersonNo, String>,
    person: Option<PersonNo>,
    compensation: &CompensationCode,
    period: Option<Period>,
) -> String {
    let person = person.and_then(|person| persons.get(&person)).map_or("-", String::as_str);
    let days = period.map_or_else(String::new, |days| format!("{}/{}", days.from, days.until));
    format!("{person}/{}/{days}", compensation.0)
}

fn untriggered(found: NotTriggered<'_>) -> (CompensationCode, Untriggered) {
    (found.compensation.clone(), found.because)
}

impl App {
    /// The municipality whose database it is.
    pub(crate) fn ours(&self) -> Result<Municipality> {
        Ok(Municipality(self.settings()?.municipality.name))
    }

    /// The first day of the month of the first payment that was taken in; none where there is no list.
    /// What was due before may have come without being seen here.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn payments_since(&self) -> Result<Option<NaiveDate>> {
        let first = self.read().first_payment_date()?;
        Ok(first.map(|day| Month::of(day).first_day()))
    }

    /// What the lists that have been taken in answer for, as it stands on `as_of`.
    fn lists_read(&self, as_of: NaiveDate) -> Result<ListsRead> {
        let rows = self.read().paid_lists()?;
        let rows = rows.iter().map(|row| (row.list.as_str(), &row.compensation, row.payment_date));
        Ok(ListsRead::of(rows, as_of))
    }

    /// The Person-ids of persons.
    fn ids_of(&self, persons: impl Iterator<Item = PersonNo>) -> Result<HashMap<PersonNo, String>> {
        let persons: BTreeSet<PersonNo> = persons.collect();
        let persons: Vec<PersonNo> = persons.into_iter().collect();
        let lines = self.read().person_lines(&persons)?.into_iter();
        Ok(lines.map(|(person_no, line)| (person_no, line.card.id.0)).collect())
    }

    /// The months that have ended by `as_of` and of which no list has been taken in, from the first list
    /// on: what is expected of them is not missing before it is known. Where no list is as old as the day, the month of the
    /// day alone.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn months_without_list(&self, as_of: NaiveDate) -> Result<Vec<Finding>> {
        let lists = self.read().lists()?.into_iter();
        let committed = lists.filter(|list| list.state == ListState::Committed);
        let paid: BTreeSet<Month> =
            committed.filter_map(|list| Some(Month::of(list.payment_date?))).collect();
        let mut without = Vec::new();
        let mut month = paid.first().copied();
        while let Some(ended) = month.filter(|month| month.last_day() <= as_of) {
            if !paid.contains(&ended) {
                without.push(ended);
            }
            month = ended.last_day().succ_opt().map(Month::of);
        }
        if paid.first().is_none_or(|first| Month::of(as_of) < *first) {
            without.push(Month::of(as_of));
        }
        let finding = |month| Finding::of_month(FindingCode::MonthWithoutList, month);
        Ok(without.into_iter().map(finding).collect())
    }

    /// What is expected of a person, that stands for itself, as it stands on `as_of`.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn expectation_of(
        &self,
        person_no: PersonNo,
        as_of: NaiveDate,
    ) -> Result<PersonExpectation> {
        let law = self.law_in_force()?;
        let document = self.calculation_document(person_no)?;
        let rows = self.read().paid_rows_of(person_no)?;
        let grants = self.read().grants(Some(person_no))?;
        let ours = self.ours()?;
        let since = self.payments_since()?;
        let (lists, today) = (self.lists_read(as_of)?, self.today());
        let asked = computing::Asked { law: &law, ours: &ours, as_of, today, since, lists: &lists };
        Ok(asked.person(Some(person_no), &document, &rows, &grants))
    }
    /// What is expected of the city itself, as it stands on `as_of`.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn expectation_of_city(&self, as_of: NaiveDate) -> Result<PersonExpectation> {
        let law = self.law_in_force()?;
        let document = CalculationDocument::of_city(self.citys_numbers(as_of)?);
        let nobodys = self.read().paid_rows()?.into_iter().filter(|row| row.person.is_none());
        let own = |row: &store::expectation::PaidRecord| {
            law.catalogue.get(&row.compensation).is_some_and(|found| computing::is_citys_own(found))
        };
        let rows: Vec<_> = nobodys.filter(own).collect();
        let mut grants = self.read().grants(None)?;
        grants.retain(|grant| grant.person.is_none());
        let ours = self.ours()?;
        let since = self.payments_since()?;
        let (lists, today) = (self.lists_read(as_of)?, self.today());
        let asked = computing::Asked { law: &law, ours: &ours, as_of, today, since, lists: &lists };
        Ok(asked.person(None, &document, &rows, &grants))
    }
}
