//! The report of what is missing: what to ask Migrationsverket for, and what became of it.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use chrono::{Months, NaiveDate};
use domain::Ore;
use domain::codes::CompensationCode;
use exporting::document::{Block, Document, Fact as Labelled, Orientation};
use exporting::table::{Cell, Column, Row, Table};
use serde_json::json;
use store::expectation::{KnownFault, MissingRowRecord, NewMissingRow, ReportRecord};
use store::{Changed, Ending, MissingRowNo, PersonNo, ReportNo};

use super::{CityExpectation, Line, PersonExpectation};
use crate::error::{AppError, RefusalCode};
use crate::print::{Print, number_format, print_head};
use crate::typed::{reason_typed, text_typed};
use crate::wording::TextValue;
use crate::{Action, App, Result};

/// Longest reason, in characters.
const LONGEST: usize = 500;

/// Longest time that a known fault holds rows back: whoever types a year wrong hides them for ever.
const LONGEST_FAULT: Months = Months::new(10 * 12);

/// A row of the report: what is wrong, and since when it has been asked for.
#[derive(Clone, Debug)]
pub struct Wanted {
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

/// What a print leaves out, because it is about protected persons.
#[derive(Default)]
struct LeftOut {
    rows: i64,
    missing: Ore,
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
                report.held.push(Held { line: line.clone(), fault: fault.clone() });
                continue;
            }
            report.missing += line.missing;
            let reported_on = before.and_then(|row| reports.get(&row.record.report_no)).copied();
            report.rows.push(Wanted { line: line.clone(), place, reported_on });
        }
        report.rows.sort_by(|a, b| {
            let key = |row: &Wanted| (row.line.person, row.line.period.map(|days| days.from));
            (&a.line.compensation, key(a)).cmp(&(&b.line.compensation, key(b)))
        });
        Ok(report)
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
                let has_come = line.is_some_and(|line| line.paid > record.paid);
                if has_come { ReportedState::Came } else { ReportedState::NotExpected }
            };
            rows.push(ReportedRow { record, state });
        }
        Ok(rows)
    }

    /// Keeps the report of what is missing as it stands on `as_of`: its rows are followed from now on,
    /// and what was expected stands in the ledger with why. Rows that were reported before and are
    /// still open are not reported again.
    ///
    /// # Errors
    /// When nothing new is missing.
    pub fn keep_missing_report(&mut self, id: &str, as_of: NaiveDate) -> Result<u64> {
        self.change(Action::ReportMissing, |write| {
            let report = self.missing_report(as_of)?;
            let fresh: Vec<&Wanted> = report
                .rows
                .iter()
                .filter(|row| row.reported_on.is_none() && row.line.missing > Ore::ZERO)
                .collect();
            if fresh.is_empty() {
                return Err(AppError::refused(RefusalCode::NothingMissing));
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

    /// Every report that was kept, the oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn missing_reports(&self) -> Result<Vec<ReportRecord>> {
        Ok(self.read().missing_reports()?)
    }

    /// Faults that the agency knows and that have not ended.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn known_faults(&self) -> Result<Vec<KnownFault>> {
        Ok(self.read().known_faults()?)
    }

    /// Notes a fault that the agency knows and has asked us to wait with.
    ///
    /// # Errors
    /// When it ends before it begins, or says nothing.
    pub fn note_fault(&mut self, fault: &KnownFault) -> Result<()> {
        if fault.period_until < fault.period_from {
            let refused = AppError::refused(RefusalCode::FactEndsBeforeItBegins);
            return Err(refused.in_field("period_until"));
        }
        let latest = fault.period_from.checked_add_months(LONGEST_FAULT);
        if latest.is_some_and(|latest| fault.period_until > latest) {
            return Err(AppError::refused(RefusalCode::SpanTooLong)
                .with("from", fault.period_from)
                .with("until", fault.period_until)
                .in_field("period_until"));
        }
        let words = text_typed(&fault.words, LONGEST)?;
        if words.is_empty() {
            return Err(AppError::refused(RefusalCode::ReasonMissing).in_field("words"));
        }
        self.change(Action::NoteFault, |write| {
            if write.known_faults()?.contains(fault) {
                return Ok(Ending::Nothing(()));
            }
            let fault = KnownFault { words, ..fault.clone() };
            write.add_known_fault(&fault)?;
            let detail = json!({
                "compensation": fault.compensation, "period_from": fault.period_from,
                "period_until": fault.period_until,
            });
            Ok(Ending::Changed(Changed { value: (), object: fault.id.clone(), detail }))
        })
    }

    /// Ends a fault: its rows are reported again.
    ///
    /// # Errors
    /// When there is none.
    pub fn end_fault(&mut self, id: &str) -> Result<()> {
        self.change(Action::NoteFault, |write| {
            if !write.known_faults()?.iter().any(|fault| fault.id == id) {
                return Err(AppError::refused(RefusalCode::NoSuchFault).in_field("id"));
            }
            write.end_known_fault(id)?;
            let detail = json!({ "ended": true });
            Ok(Changed { value: (), object: id.to_owned(), detail })
        })
    }

    /// Writes what is missing as PDF, compensation by compensation, ready to be sent: dossier number,
    /// days, amounts and section. Protected persons are left out, and it says how many.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn print_missing(&mut self, as_of: NaiveDate, target: &Path) -> Result<u64> {
        self.write_print(target, Action::PrintMissing, || {
            let report = self.missing_report(as_of)?;
            let w = |id: &str, values: &[(&str, TextValue)]| self.wording.text(id, values);
            let subject = w("missing-print-subject", &[("day", as_of.into())]);
            let asked: Vec<&Wanted> =
                report.rows.iter().filter(|row| row.line.missing > Ore::ZERO).collect();
            let mut left_out = LeftOut::default();
            let mut blocks = Vec::new();
            for rows in asked.chunk_by(|a, b| a.line.compensation == b.line.compensation) {
                blocks.extend(self.missing_blocks(rows, &mut left_out)?);
            }
            if asked.is_empty() {
                blocks.push(Block::Paragraph(w("missing-print-nothing", &[])));
            }
            if left_out.rows > 0 {
                let values = [
                    ("count", TextValue::Count(left_out.rows)),
                    ("amount", left_out.missing.into()),
                ];
                blocks.push(Block::Paragraph(w("missing-print-protected", &values)));
            }
            let printed = report.missing - left_out.missing;
            let facts = Block::Facts(vec![
                Labelled::new(&w("missing-print-as-of", &[]), &as_of.to_string()),
                Labelled::new(
                    &w("missing-print-sum", &[]),
                    &w("amount", &[("amount", printed.into())]),
                ),
            ]);
            blocks.insert(0, facts);
            let document = Document {
                head: print_head(self, &w("missing-print-title", &[]), &subject, false)?,
                orientation: Orientation::Landscape,
                numbers: number_format(),
                blocks,
            };
            let data = exporting::pdf::write(&document).map_err(|fault| {
                crate::booking::export_refusal(self.wording.as_ref(), &fault, "pdf")
            })?;
            let detail = json!({ "as_of": as_of, "rows": asked.len(), "bytes": data.len() });
            Ok(Print { data, object: as_of.to_string(), detail })
        })
    }

    /// Heading and table of one compensation.
    fn missing_blocks(&self, rows: &[&Wanted], left_out: &mut LeftOut) -> Result<Vec<Block>> {
        let w = |id: &str| self.wording.text(id, &[]);
        let law = self.law_in_force()?;
        let Some(first) = rows.first() else { return Ok(Vec::new()) };
        let compensation = law.catalogue.get(&first.line.compensation);
        let name = compensation
            .map_or_else(|| first.line.compensation.0.clone(), |found| found.name.clone());
        let ground = compensation.map_or_else(String::new, |found| {
            let values = [
                ("ordinance", (*found.ordinance).into()),
                ("section", found.section.as_str().into()),
            ];
            self.wording.text("law-section", &values)
        });
        let mut lines = Vec::new();
        let mut sum = Ore::ZERO;
        for row in rows {
            let number = match row.line.person {
                Some(person) => match self.shown_dossier_number(person)? {
                    Some(number) => number,
                    None => {
                        left_out.rows += 1;
                        left_out.missing += row.line.missing;
                        continue;
                    }
                },
                None => String::new(),
            };
            let days = row
                .line
                .period
                .map_or_else(String::new, |days| format!("{} – {}", days.from, days.until));
            sum += row.line.missing;
            lines.push(Row::body(vec![
                Cell::text(&number),
                Cell::text(&days),
                Cell::text(&row.line.due.map_or_else(String::new, |day| day.to_string())),
                Cell::Amount(row.line.expected),
                Cell::Amount(row.line.paid),
                Cell::Amount(row.line.missing),
            ]));
        }
        if lines.is_empty() {
            return Ok(Vec::new());
        }
        let total = w("statement-total");
        lines.push(Row::sum(vec![
            Cell::text(&total),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Amount(sum),
        ]));
        let columns = vec![
            Column::code(&w("missing-print-dossier")),
            Column::code(&w("missing-print-days")),
            Column::code(&w("missing-print-due")),
            Column::number(&w("missing-print-expected")),
            Column::number(&w("missing-print-paid")),
            Column::number(&w("missing-print-missing")),
        ];
        Ok(vec![
            Block::Heading(name),
            Block::Paragraph(ground),
            Block::Table(Table { columns, rows: lines }),
        ])
    }

    /// The dossier number of a person, or the Person-id where there is none; none where the person is
    /// protected.
    fn shown_dossier_number(&self, person: PersonNo) -> Result<Option<String>> {
        let card = self.read().person_card(person)?;
        if self.is_closed(person, &card) {
            return Ok(None);
        }
        let line = self.read().dossier_number_of(person)?;
        Ok(Some(line.unwrap_or(card.id.0)))
    }
}
