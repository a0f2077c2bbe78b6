//! What is expected for everybody.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use domain::Ore;
use domain::codes::CompensationCode;
use domain::entitlement::City;
use domain::expectation::{ByDueMonth, Likeness, ListsRead, PaidRow, State, UnmatchedRows};
use domain::facts::{Fact, FactContent, Relationship};
use store::PersonNo;
use store::expectation::{GrantRecord, PaidRecord};

use super::awaited::Awaited;
use super::computing::{Asked, amounts_of, is_citys_own, paid_row};
use super::{Line, PaidPart};
use crate::cores::on_both;
use crate::law::CalculationDocument;
use crate::{App, Result};

/// Persons that are computed at a time: enough to keep both cores busy, few enough to stay small.
const BATCH: usize = 4_096;

/// A row without person that may be what somebody is missing.
#[derive(Clone, Debug)]
pub struct MayBeRow {
    /// The row.
    pub part: PaidPart,
    /// In what it is alike.
    pub likeness: Likeness,
}

/// What is expected for everybody, as it stands on a day.
#[derive(Clone, Debug, Default)]
pub struct CityExpectation {
    /// Sums by the month in which money should come.
    pub months: ByDueMonth,
    /// The same for each compensation.
    pub by_compensation: HashMap<CompensationCode, ByDueMonth>,
    /// What is neither here nor missing.
    pub awaited: Awaited,
    /// What needs somebody's eye, by person.
    pub lines: Vec<Line>,
    /// For places in `lines`: rows without person that may be what is missing.
    pub may_be: HashMap<usize, Vec<MayBeRow>>,
    /// How many persons were looked at.
    pub persons: u64,
    /// How many amounts.
    pub amounts: u64,
}

/// A person that waits to be computed.
pub(super) struct Waiting {
    pub(super) person: PersonNo,
    pub(super) document: CalculationDocument,
}

/// What one worker has found.
#[derive(Default)]
struct Found {
    months: ByDueMonth,
    by_compensation: HashMap<CompensationCode, ByDueMonth>,
    lines: Vec<Line>,
    awaited: Awaited,
    amounts: u64,
}

/// Rows and decisions by person.
pub(super) struct ByPerson {
    rows: HashMap<PersonNo, Vec<PaidRecord>>,
    grants: HashMap<PersonNo, Vec<GrantRecord>>,
}

impl ByPerson {
    /// Decisions about a person.
    pub(super) fn grants_of(&self, person: PersonNo) -> &[GrantRecord] {
        self.grants.get(&person).map_or(&[], Vec::as_slice)
    }
}

impl App {
    /// What is expected for everybody up to `as_of`, as it stands on that day. Computed anew whenever
    /// anything has been entered since.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn city_expectation(&self, as_of: NaiveDate) -> Result<Arc<CityExpectation>> {
        let event_no = self.read().last_event_no()?;
        if let Some((day, today, event, found)) = &*self.expectation.borrow()
            && (*day, *today, *event) == (as_of, self.today(), event_no)
        {
            return Ok(Arc::clone(found));
        }
        let found = Arc::new(self.compute_city(as_of)?);
        *self.expectation.borrow_mut() = Some((as_of, self.today(), event_no, Arc::clone(&found)));
        Ok(found)
    }

    fn compute_city(&self, as_of: NaiveDate) -> Result<CityExpectation> {
        let law = self.law_in_force()?;
        let ours = self.ours()?;
        let since = self.payments_since()?;
        let paid = self.read().paid_rows()?;
        let of_lists = paid.iter().map(|row| (&*row.list, &row.compensation, row.payment_date));
        let (lists, today) = (ListsRead::of(of_lists, as_of), self.today());
        let asked = Asked { law: &law, ours: &ours, as_of, today, since, lists: &lists };
        let (nobodys, by_person) = self.by_person(paid)?;
        let mut city = CityExpectation::default();
        self.each_batch(&mut |persons| {
            city.take(both_cores(&asked, persons, &by_person), persons.len());
        })?;
        self.citys_own(&asked, &nobodys, &mut city)?;
        city.lines.sort_by_key(|line| (line.person, line.due));
        city.find_unmatched(&law, &nobodys);
        Ok(city)
    }

    /// Tells `visit` what is known of everybody, so many at a time that both cores have work.
    pub(super) fn each_batch(&self, visit: &mut dyn FnMut(&[Waiting])) -> Result<()> {
        let mut waiting: Vec<Waiting> = Vec::with_capacity(BATCH);
        let everybodys = self.settings()?.everybodys();
        let mut fault = None;
        self.read().each_persons_facts(&mut |person, facts, earlier| {
            if fault.is_some() {
                return;
            }
            match self.parents_of(&facts) {
                Ok(parents) => {
                    let everybodys = everybodys.clone();
                    let document =
                        CalculationDocument::of_register(facts, earlier, everybodys, parents);
                    waiting.push(Waiting { person, document });
                }
                Err(error) => fault = Some(error),
            }
            if waiting.len() == BATCH {
                visit(&std::mem::take(&mut waiting));
            }
        })?;
        if let Some(error) = fault {
            return Err(error);
        }
        visit(&waiting);
        Ok(())
    }

    /// Rows of nobody; rows and decisions by person.
    pub(super) fn by_person(&self, paid: Vec<PaidRecord>) -> Result<(Vec<PaidRecord>, ByPerson)> {
        let mut by_person = ByPerson { rows: HashMap::new(), grants: HashMap::new() };
        let mut nobodys = Vec::new();
        for row in paid {
            match row.person {
                Some(person) => by_person.rows.entry(person).or_default().push(row),
                None => nobodys.push(row),
            }
        }
        for grant in self.read().grants(None)? {
            if let Some(person) = grant.person {
                by_person.grants.entry(person).or_default().push(grant);
            }
        }
        Ok((nobodys, by_person))
    }

    /// Days on which a parent is registered, where the facts name one.
    pub(crate) fn parents_of(&self, facts: &[Fact]) -> Result<Vec<domain::Period>> {
        let has_parent = facts.iter().any(|fact| {
            matches!(&fact.content, FactContent::Relation(relation)
                if relation.relationship == Relationship::Parent)
        });
        if has_parent { self.parents_registered(facts, NaiveDate::MAX) } else { Ok(Vec::new()) }
    }

    /// What the city gets by itself, with the rows that name nobody and need not.
    fn citys_own(
        &self,
        asked: &Asked<'_>,
        nobodys: &[PaidRecord],
        city: &mut CityExpectation,
    ) -> Result<()> {
        let document = CalculationDocument::of_city(self.citys_numbers(asked.as_of)?);
        document.check(&asked.law.catalogue)?;
        let own = |code: &CompensationCode| {
            asked.law.catalogue.get(code).is_some_and(|found| is_citys_own(found))
        };
        let rows: Vec<PaidRecord> =
            nobodys.iter().filter(|row| own(&row.compensation)).cloned().collect();
        let grants: Vec<GrantRecord> =
            self.read().grants(None)?.into_iter().filter(|grant| grant.person.is_none()).collect();
        let mut found = Found::default();
        found.add(asked, None, &document, &rows, &grants);
        city.take(found, 0);
        Ok(())
    }

    /// What the settings say of the city's numbers, with every year that yearly sums are paid for.
    pub(crate) fn citys_numbers(&self, until: NaiveDate) -> Result<City> {
        use chrono::Datelike;
        let settings = self.settings()?;
        let first = domain::entitlement::FIRST_DAY.year();
        Ok(City {
            municipality: Some(domain::facts::Municipality(settings.municipality.name)),
            years: (first..=until.year()).collect(),
            ..settings.numbers.into()
        })
    }
}

/// Computes half of the persons on each of two threads.
fn both_cores(asked: &Asked<'_>, persons: &[Waiting], by_person: &ByPerson) -> Found {
    let (mut found, other) = on_both(persons, |persons| {
        let mut found = Found::default();
        for Waiting { person, document } in persons {
            let rows = by_person.rows.get(person).map_or(&[][..], Vec::as_slice);
            found.add(asked, Some(*person), document, rows, by_person.grants_of(*person));
        }
        found
    });
    if let Some(other) = other {
        found.join(other);
    }
    found
}

impl Found {
    fn add(
        &mut self,
        asked: &Asked<'_>,
        person: Option<PersonNo>,
        document: &CalculationDocument,
        rows: &[PaidRecord],
        grants: &[GrantRecord],
    ) {
        let facts: Vec<&Fact> = document.facts.iter().collect();
        let earlier: Vec<&Fact> = document.earlier_births.iter().collect();
        let outcomes = asked.outcomes(person.is_none(), document.input(&facts, &earlier));
        self.awaited.note_unknown(&outcomes);
        let amounts = amounts_of(outcomes);
        self.amounts += amounts.len() as u64;
        asked.compared(&amounts, rows, grants, &mut |comparison| {
            self.months.add(comparison);
            self.awaited.add(comparison);
            match self.by_compensation.get_mut(comparison.compensation) {
                Some(sums) => sums.add(comparison),
                None => {
                    let mut sums = ByDueMonth::default();
                    sums.add(comparison);
                    self.by_compensation.insert(comparison.compensation.clone(), sums);
                }
            }
            let line = Line::of(person, comparison, rows);
            if !line.is_quiet() {
                self.lines.push(line);
            }
        });
    }

    fn join(&mut self, other: Found) {
        join(&mut self.months, other.months);
        for (code, sums) in other.by_compensation {
            join(self.by_compensation.entry(code).or_default(), sums);
        }
        self.lines.extend(other.lines);
        self.awaited.join(other.awaited);
        self.amounts += other.amounts;
    }
}

fn join(months: &mut ByDueMonth, other: ByDueMonth) {
    for (month, sums) in other.months {
        *months.months.entry(month).or_default() += sums;
    }
    months.without_day += other.without_day;
}

impl CityExpectation {
    fn take(&mut self, found: Found, persons: usize) {
        join(&mut self.months, found.months);
        for (code, sums) in found.by_compensation {
            join(self.by_compensation.entry(code).or_default(), sums);
        }
        self.awaited.join(found.awaited);
        self.lines.extend(found.lines);
        self.amounts += found.amounts;
        self.persons += persons as u64;
    }

    /// Notes which rows without person may be what somebody is missing.
    fn find_unmatched(&mut self, law: &crate::law::Law, nobodys: &[PaidRecord]) {
        let about_persons = |row: &&PaidRecord| {
            law.catalogue.get(&row.compensation).is_some_and(|found| !is_citys_own(found))
        };
        let places: Vec<String> = (0..nobodys.len()).map(|place| place.to_string()).collect();
        let rows: Vec<PaidRow<'_>> = nobodys
            .iter()
            .zip(&places)
            .filter(|(row, _)| about_persons(row))
            .map(|(row, place)| paid_row(row, place))
            .collect();
        let unmatched = UnmatchedRows::of(&rows);
        for (place, line) in self.lines.iter().enumerate() {
            if !matches!(line.state, State::Missing | State::GrantedNotPaid) {
                continue;
            }
            let alike =
                unmatched.alike_to(&line.compensation, line.expected, line.period, line.due);
            let alike: Vec<MayBeRow> = alike
                .into_iter()
                .filter_map(|(row, likeness)| {
                    let record = row.id.parse::<usize>().ok().and_then(|at| nobodys.get(at))?;
                    let part = PaidPart {
                        list: record.list.clone(),
                        line: record.line,
                        payment_date: record.payment_date,
                        amount: Ore(record.amount.0),
                    };
                    Some(MayBeRow { part, likeness })
                })
                .collect();
            if !alike.is_empty() {
                self.may_be.insert(place, alike);
            }
        }
    }
}
