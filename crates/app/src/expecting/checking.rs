//! The decisions of a month held against what is expected of them: who got another amount, and who was
//! left out.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::codes::CompensationCode;
use domain::expectation::{Comparison, Decided, ListsRead};
use domain::{Month, Ore, Period};
use serde_json::json;
use store::expectation::CheckedDecision;
use store::{Changed, PersonNo};

use super::computing::Asked;
use super::what_id;
use crate::error::{AppError, RefusalCode};
use crate::{Action, App, Result};

/// A row of the check.
#[derive(Clone, Debug)]
pub struct DecisionRow {
    /// What it is called: Person-id (`-` for the city itself), compensation and days.
    pub id: String,
    /// The person; none: the city itself.
    pub person: Option<PersonNo>,
    /// The compensation.
    pub compensation: CompensationCode,
    /// What it is for.
    pub period: Period,
    /// When it should be paid.
    pub due: NaiveDate,
    /// What is expected.
    pub expected: Ore,
    /// What was granted.
    pub granted: Ore,
    /// When it was decided.
    pub decided: Option<NaiveDate>,
    /// Whether what is expected rests on a value that nobody has checked.
    pub estimated: bool,
    /// How the two agree.
    pub state: Decided,
    /// Whether somebody has gone through it.
    pub done: bool,
}

/// The decisions about the payments of a month.
#[derive(Clone, Debug, Default)]
pub struct DecisionCheck {
    /// What needs somebody first: left out, then by compensation and person.
    pub rows: Vec<DecisionRow>,
}

impl DecisionCheck {
    /// Whether any decision of the month is known.
    #[must_use]
    pub fn has_decisions(&self) -> bool {
        self.rows.iter().any(|row| row.state != Decided::NotInDecision)
    }

    /// Whether anything is expected in the month.
    #[must_use]
    pub fn expects(&self) -> bool {
        self.rows.iter().any(|row| row.state != Decided::NotExpected)
    }
}

impl App {
    /// The decisions about the payments of a month, held against what is expected to be paid in it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn decision_check(&self, month: Month) -> Result<DecisionCheck> {
        let law = self.law_in_force()?;
        let ours = self.ours()?;
        let (lists, as_of) = (ListsRead::every(), month.last_day());
        let today = self.today();
        let asked = Asked { law: &law, ours: &ours, as_of, today, since: None, lists: &lists };
        let mut rows = Vec::new();
        let (_, by_person) = self.by_person(Vec::new())?;
        self.each_batch(&mut |batch| {
            for waiting in batch {
                let grants = by_person.grants_of(waiting.person);
                let (facts, earlier) = waiting.document.parts();
                let amounts = asked.amounts(false, waiting.document.input(&facts, &earlier));
                asked.compared(&amounts, &[], grants, &mut |comparison| {
                    rows.extend(row_of(Some(waiting.person), comparison, month));
                });
            }
        })?;
        self.citys_decisions(&asked, month, &mut rows)?;
        let persons = self.ids_of(rows.iter().filter_map(|row| row.person))?;
        let done = self.read().checked_decisions(month)?;
        for row in &mut rows {
            row.id = what_id(&persons, row.person, &row.compensation, Some(row.period));
            row.done = done.contains(&about(row));
        }
        rows.sort_by(|a, b| {
            (a.state, &a.compensation, a.person, a.period).cmp(&(
                b.state,
                &b.compensation,
                b.person,
                b.period,
            ))
        });
        Ok(DecisionCheck { rows })
    }

    fn citys_decisions(
        &self,
        asked: &Asked<'_>,
        month: Month,
        rows: &mut Vec<DecisionRow>,
    ) -> Result<()> {
        let document = crate::law::CalculationDocument::of_city(self.citys_numbers(asked.as_of)?);
        document.check(&asked.law.catalogue)?;
        let grants: Vec<_> =
            self.read().grants(None)?.into_iter().filter(|grant| grant.person.is_none()).collect();
        let (facts, earlier) = document.parts();
        let amounts = asked.amounts(true, document.input(&facts, &earlier));
        asked.compared(&amounts, &[], &grants, &mut |comparison| {
            rows.extend(row_of(None, comparison, month));
        });
        Ok(())
    }

    /// Marks rows of the check as gone through, or not after all.
    ///
    /// # Errors
    /// Every row that there is not.
    pub fn mark_decisions(&mut self, month: Month, rows: &[String], done: bool) -> Result<u64> {
        self.change(Action::CheckDecisions, |write| {
            let check = self.decision_check(month)?;
            let mut faults = Vec::new();
            let mut meant: Vec<CheckedDecision> = Vec::new();
            if rows.is_empty() {
                faults.push(AppError::refused(RefusalCode::NoRowsChosen).in_field("rows"));
            }
            for (place, id) in rows.iter().enumerate() {
                match check.rows.iter().find(|row| row.id == *id) {
                    Some(row) => meant.push(about(row)),
                    None => {
                        let none = AppError::refused(RefusalCode::NoSuchDecisionRow);
                        faults.push(none.in_field(&format!("rows[{place}]")));
                    }
                }
            }
            AppError::all(faults).map_or(Ok(()), Err)?;
            let once: BTreeSet<CheckedDecision> = meant.into_iter().collect();
            for about in &once {
                write.check_decision(month, about, done)?;
            }
            let detail = json!({ "done": done, "rows": once.len() });
            Ok(Changed { value: once.len() as u64, object: month.to_string(), detail })
        })
    }
}

fn about(row: &DecisionRow) -> CheckedDecision {
    (row.person, row.compensation.clone(), row.period.from)
}

fn row_of(
    person: Option<PersonNo>,
    comparison: &Comparison<'_>,
    month: Month,
) -> Option<DecisionRow> {
    let due = comparison.due.filter(|due| Month::of(*due) == month)?;
    let state = Decided::of(comparison)?;
    let expected = if state == Decided::NotExpected { Ore::ZERO } else { comparison.expected };
    Some(DecisionRow {
        id: String::new(),
        person,
        compensation: comparison.compensation.clone(),
        period: comparison.period?,
        due,
        expected,
        granted: comparison.granted,
        decided: comparison.decided,
        estimated: comparison.is_estimated(),
        state,
        done: false,
    })
}
