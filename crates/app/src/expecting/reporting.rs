//! The report of what is missing: what to ask Migrationsverket for, and what became of it.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;
use domain::Ore;
use domain::codes::CompensationCode;
use domain::expectation::State;
use serde_json::json;
use store::expectation::{KnownFault, MissingRowRecord, NewMissingRow, ReportRecord};
use store::{Changed, MissingRowNo, PersonNo, ReportNo};

use super::{CityExpectation, Line, PersonExpectation, what_id};
use crate::error::{AppError, RefusalCode};
use crate::typed::{keep, reason_typed, text_typed};
use crate::{Action, App, Result};

/// Longest reason, in characters.
const LONGEST: usize = 500;

/// A row of the report: what is wrong, and since when it has been asked for.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// What it is called: Person-id (`-` for the city itself), compensation, and days or payment row.
    pub id: String,
    /// What is wrong.
    pub line: Line,
    /// Its place among the lines of the city's expectation.
    pub place: usize,
    /// The day of the report that asked for it first; none: not yet.
    pub reported_on: Option<NaiveDate>,
}

/// A row that is held back.
#[derive(Clone, Debug)]
pub struct Held {
    /// What it is called, as [`Wanted::id`].
    pub id: String,
    /// What is missing.
    pub line: Line,
    /// The fault that the agency knows.
    pub fault: KnownFault,
}

/// What became of a reported row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportedState {
    /// Still missing.
    Open,
    /// It came, or enough of it that nothing is missing.
    Came,
    /// Nothing is missing any more though it has not come: the facts or the law say otherwise now.
    NotExpected,
    /// Given up.
    WrittenOff,
}

/// A reported row and what became of it.
#[derive(Clone, Debug)]
pub struct ReportedRow {
    /// As it was reported.
    pub record: MissingRowRecord,
    /// What became of it.
    pub state: ReportedState,
}

/// What is wrong, as it stands on a day.
#[derive(Clone, Debug, Default)]
pub struct MissingReport {
    /// Rows, by compensation and person.
    pub rows: Vec<Wanted>,
    /// Rows that a fault of the agency's holds back.
    pub held: Vec<Held>,
    /// What the rows miss together; neither what is held back nor what was given up.
    pub missing: Ore,
}

/// Which rows of a report are meant; of those that are named by nothing, what is new.
#[derive(Clone, Debug, Default)]
pub struct Chosen {
    /// Names of rows ([`Wanted::id`]); none: all that are new.
    pub rows: Vec<String>,
    /// Of this compensation alone.
    pub compensation: Option<String>,
    /// Of this person alone, by the register's own Person-id.
    pub person: Option<String>,
}

/// What a reported row is about.
type What = (Option<PersonNo>, CompensationCode, NaiveDate);

fn what(line: &Line) -> Option<What> {
    Some((line.person, line.compensation.clone(), line.period?.from))
}

fn what_was(record: &MissingRowRecord) -> What {
    (record.person, record.compensation.clone(), record.period.from)
}

impl App {
    /// What is missing or wrong, as it stands on `as_of`.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn missing_report(&self, as_of: NaiveDate) -> Result<MissingReport> {
        let city = self.city_expectation(as_of)?;
        let faults = self.read().known_faults()?;
        let reported = self.reported_rows_in(&city, as_of)?;
        let since: HashMap<What, &ReportedRow> =
            reported.iter().rev().map(|row| (what_was(&row.record), row)).collect();
        let reports: HashMap<ReportNo, NaiveDate> = self
            .read()
            .missing_reports()?
            .into_iter()
            .map(|report| (report.report_no, report.as_of))
            .collect();
        let persons = self.ids_of(city.lines.iter().filter_map(|line| line.person))?;
        let mut report = MissingReport::default();
        for (place, line) in city.lines.iter().enumerate() {
            let before = what(line).and_then(|what| since.get(&what));
            if before.is_some_and(|row| row.state == ReportedState::WrittenOff) {
                continue;
            }
            let fault = faults.iter().find(|fault| {
                line.missing > Ore::ZERO
                    && line.period.is_some_and(|days| fault.holds_back(&line.compensation, days))
            });
            if let Some(fault) = fault {
                let id = row_id(&persons, line);
                report.held.push(Held { id, line: line.clone(), fault: fault.clone() });
                continue;
            }
            report.missing += line.missing;
            let reported_on = before.and_then(|row| reports.get(&row.record.report_no)).copied();
            let id = row_id(&persons, line);
            report.rows.push(Wanted { id, line: line.clone(), place, reported_on });
        }
        report.rows.sort_by(|a, b| {
            let key = |row: &Wanted| (row.line.person, row.line.period.map(|days| days.from));
            (&a.line.compensation, key(a)).cmp(&(&b.line.compensation, key(b)))
        });
        Ok(report)
    }

    /// The rows of a report that are meant, none of them asked for before. Whoever `reports` them needs
    /// something missing in each; whoever prints them may show what came too much as well.
    ///
    /// # Errors
    /// Every row that cannot be asked for, with why.
    pub(super) fn chosen_rows<'r>(
        &self,
        report: &'r MissingReport,
        chosen: &Chosen,
        reports: bool,
    ) -> Result<Vec<&'r Wanted>> {
        let mut faults = Vec::new();
        let law = self.law_in_force()?;
        let given = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
        let code = given(&chosen.compensation).and_then(|code| {
            let found = law.compensation(&code).map_err(|fault| fault.in_field("compensation"));
            keep(found, "compensation", &mut faults).map(|found| found.code.clone())
        });
        let person = given(&chosen.person)
            .and_then(|person| keep(self.person_no(&person), "person", &mut faults));
        let mut rows = Vec::new();
        for (place, id) in chosen.rows.iter().enumerate() {
            match may_be_asked_for(report, id, reports) {
                Ok(row) => rows.push(row),
                Err(fault) => faults.push(fault.in_field(&format!("rows[{place}]"))),
            }
        }
        AppError::all(faults).map_or(Ok(()), Err)?;
        if chosen.rows.is_empty() {
            let is_new = |row: &&Wanted| row.reported_on.is_none() && row.line.missing > Ore::ZERO;
            rows = report.rows.iter().filter(is_new).collect();
        }
        rows.retain(|row| {
            code.as_ref().is_none_or(|code| row.line.compensation == *code)
                && person.is_none_or(|person| row.line.person == Some(person))
        });
        let mut seen = HashSet::new();
        rows.retain(|row| seen.insert(&row.id));
        Ok(rows)
    }

    /// Every report that was kept, the oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn missing_reports(&self) -> Result<Vec<ReportRecord>> {
        Ok(self.read().missing_reports()?)
    }

    /// Every reported row with what became of it, the latest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn reported_rows(&self, as_of: NaiveDate) -> Result<Vec<ReportedRow>> {
        let city = self.city_expectation(as_of)?;
        self.reported_rows_in(&city, as_of)
    }

    fn reported_rows_in(
        &self,
        city: &Arc<CityExpectation>,
        as_of: NaiveDate,
    ) -> Result<Vec<ReportedRow>> {
        let open: HashMap<What, Ore> = city
            .lines
            .iter()
            .filter(|line| line.missing > Ore::ZERO)
            .filter_map(|line| Some((what(line)?, line.missing)))
            .collect();
        let mut known: HashMap<Option<PersonNo>, PersonExpectation> = HashMap::new();
        let mut rows = Vec::new();
        let reports = self.read().missing_reports()?.into_iter();
        let later: HashSet<ReportNo> =
            reports.filter(|report| report.as_of > as_of).map(|report| report.report_no).collect();
        let known_then = self.read().missing_rows()?.into_iter().rev();
        for record in known_then.filter(|record| !later.contains(&record.report_no)) {
            let state = if record.written_off.is_some() {
                ReportedState::WrittenOff
            } else if open.contains_key(&what_was(&record)) {
                ReportedState::Open
            } else {
                let found = match known.entry(record.person) {
                    Entry::Occupied(known) => known.into_mut(),
                    Entry::Vacant(new) => {
                        new.insert(self.expectation_of_anybody(record.person, as_of)?)
                    }
                };
                let what = what_was(&record);
                let line = found.lines.iter().find(|line| self::what(line).as_ref() == Some(&what));
                match line {
                    // Its list has been taken back: nobody knows whether it came.
                    Some(line) if line.state == State::ListUnread => ReportedState::Open,
                    Some(line) if line.paid > record.paid => ReportedState::Came,
                    _ => ReportedState::NotExpected,
                }
            };
            rows.push(ReportedRow { record, state });
        }
        Ok(rows)
    }

    /// Keeps the report of what is missing as it stands on `as_of`: its rows, all that are new or those
    /// that are chosen, are followed from now on, and what was expected stands in the ledger with why.
    /// Rows that were reported before and are still open are not reported again.
    ///
    /// # Errors
    /// When nothing new is missing, the report is there already, or a chosen row cannot be reported.
    pub fn keep_missing_report(
        &mut self,
        id: &str,
        as_of: NaiveDate,
        chosen: &Chosen,
    ) -> Result<u64> {
        self.change(Action::ReportMissing, |write| {
            let report = self.missing_report(as_of)?;
            let fresh = self.chosen_rows(&report, chosen, true)?;
            if fresh.is_empty() {
                return Err(AppError::refused(RefusalCode::NothingMissing));
            }
            if let Some(kept) = write.missing_reports()?.iter().find(|kept| kept.id == id) {
                let there = AppError::refused(RefusalCode::ReportThereIsOne);
                return Err(there.with("day", kept.as_of).in_field("id"));
            }
            let mut explained: HashMap<Option<PersonNo>, PersonExpectation> = HashMap::new();
            let mut texts = Vec::with_capacity(fresh.len());
            for row in &fresh {
                let found = match explained.entry(row.line.person) {
                    Entry::Occupied(known) => known.into_mut(),
                    Entry::Vacant(new) => {
                        new.insert(self.expectation_of_anybody(row.line.person, as_of)?)
                    }
                };
                texts.push(self.explanation_of(&row.line, found));
            }
            let rows: Vec<NewMissingRow<'_>> = fresh
                .iter()
                .zip(&texts)
                .filter_map(|(row, (data, text))| {
                    Some(NewMissingRow {
                        person: row.line.person,
                        compensation: &row.line.compensation,
                        period: row.line.period?,
                        due: row.line.due,
                        state: row.line.state.name(),
                        expected: row.line.expected,
                        paid: row.line.paid,
                        missing: row.line.missing,
                        explanation: data,
                        rendered: text,
                    })
                })
                .collect();
            let missing: Ore = rows.iter().map(|row| row.missing).sum();
            write.add_missing_report(id, as_of, &rows)?;
            let detail = json!({ "as_of": as_of, "rows": rows.len(), "missing_ore": missing });
            Ok(Changed { value: rows.len() as u64, object: id.to_owned(), detail })
        })
    }

    /// What is expected of a person, or of the city itself.
    fn expectation_of_anybody(
        &self,
        person: Option<PersonNo>,
        as_of: NaiveDate,
    ) -> Result<PersonExpectation> {
        match person {
            Some(person) => self.expectation_of(person, as_of),
            None => self.expectation_of_city(as_of),
        }
    }

    /// The explanation of a line as data and in words.
    fn explanation_of(&self, line: &Line, found: &PersonExpectation) -> (String, String) {
        let Some(amount) = line.amount.and_then(|place| found.amounts.get(place)) else {
            return ("[]".to_owned(), String::new());
        };
        let data = serde_json::to_string(&amount.explanation).unwrap_or_default();
        (data, self.wording.explained(&amount.explanation, &found.facts).join("\n"))
    }

    /// Gives a reported row up, or takes it up again.
    ///
    /// # Errors
    /// When there is no such row, or no reason.
    pub fn write_off_missing(
        &mut self,
        missing_row_no: MissingRowNo,
        written_off: bool,
        reason: &str,
    ) -> Result<()> {
        self.change(Action::WriteOffMissing, |write| {
            let known = write.missing_rows()?;
            let row = known.iter().find(|row| row.missing_row_no == missing_row_no);
            let row = row
                .ok_or_else(|| AppError::refused(RefusalCode::NoSuchReportedRow).in_field("row"))?;
            let reason = text_typed(reason, LONGEST)?;
            reason_typed(&reason)?;
            let detail = json!({ "written_off": written_off, "missing_ore": row.missing });
            write.set_missing_outcome(missing_row_no, written_off, &reason)?;
            Ok(Changed { value: (), object: missing_row_no.to_string(), detail })
        })
    }
}

/// What a row of the report is called.
fn row_id(persons: &HashMap<PersonNo, String>, line: &Line) -> String {
    let id = what_id(persons, line.person, &line.compensation, line.period);
    // What nothing expects is told apart by the payment that it came with.
    match line.parts.first().filter(|_| line.amount.is_none()) {
        Some(part) => format!("{id}/{}:{}", part.list, part.line),
        None => id,
    }
}

/// The row of that name, where it may be asked for.
fn may_be_asked_for<'r>(report: &'r MissingReport, id: &str, reports: bool) -> Result<&'r Wanted> {
    let Some(row) = report.rows.iter().find(|row| row.id == id) else {
        let held = report.held.iter().any(|row| row.id == id);
        let code = if held { RefusalCode::RowHeldBack } else { RefusalCode::RowNotMissing };
        return Err(AppError::refused(code));
    };
    if let Some(day) = row.reported_on {
        return Err(AppError::refused(RefusalCode::RowReported).with("day", day));
    }
    if reports && row.line.missing <= Ore::ZERO {
        return Err(AppError::refused(RefusalCode::RowNotMissing));
    }
    Ok(row)
}
