//! The report of what is missing as a letter to the agency: PDF, or a workbook.

use std::collections::HashMap;
use std::path::PathBuf;

use chrono::NaiveDate;
use domain::expectation::State;
use domain::law::Compensation;
use domain::{Ore, Period};
use exporting::document::{Block, Document, Fact as Labelled, Orientation, Signature};
use exporting::table::{Cell, Column, Row, Table};
use exporting::workbook::{self, Sheet, WorkbookInfo};
use serde_json::json;
use store::expectation::MissingRowRecord;
use store::{PersonNo, ReportNo};

use super::{Chosen, Line};
use crate::error::{AppError, RefusalCode};
use crate::law::Law;
use crate::persons::PersonShown;
use crate::print::{Print, number_format, print_head};
use crate::wording::TextValue;
use crate::{Action, App, Result};

/// What is to be written where.
#[derive(Clone, Debug, Default)]
pub struct PrintMissing {
    /// The day as it stands on which it is told.
    pub as_of: NaiveDate,
    /// A report that was kept, as it was then; none: what is missing now.
    pub report: Option<String>,
    /// Which rows of what is missing now.
    pub chosen: Chosen,
    /// Where: a workbook where the name ends in `.xlsx`, otherwise PDF.
    pub target: PathBuf,
}

/// A row of the letter.
struct Asked {
    person: Option<PersonNo>,
    compensation: domain::codes::CompensationCode,
    period: Option<Period>,
    due: Option<NaiveDate>,
    expected: Ore,
    paid: Ore,
    missing: Ore,
    too_much: Ore,
    taken: Ore,
}

/// The letter: what it says above its rows, and these with the number of whom each is about.
struct Letter {
    facts: Vec<Labelled>,
    notes: Vec<String>,
    rows: Vec<(Asked, String)>,
}

/// What a letter leaves out, because it is about protected persons.
#[derive(Default)]
struct LeftOut {
    rows: i64,
    missing: Ore,
}

impl Asked {
    fn of(line: &Line) -> Asked {
        let (too_much, taken) = match &line.state {
            State::Extra { too_much, .. } => (*too_much, Ore::ZERO),
            State::TakenBack { taken, .. } => (Ore::ZERO, *taken),
            State::Unexpected { .. } if !line.paid.is_negative() => (line.paid, Ore::ZERO),
            State::Unexpected { .. } => (Ore::ZERO, -line.paid),
            _ => (Ore::ZERO, Ore::ZERO),
        };
        Asked {
            person: line.person,
            compensation: line.compensation.clone(),
            period: line.period,
            due: line.due,
            expected: line.expected,
            paid: line.paid,
            missing: line.missing,
            too_much,
            taken,
        }
    }

    /// As it was reported then. What has been taken back is what is open and not missing.
    fn reported(row: MissingRowRecord) -> Asked {
        Asked {
            person: row.person,
            compensation: row.compensation,
            period: Some(row.period),
            due: row.due,
            expected: row.expected,
            paid: row.paid,
            missing: row.missing,
            too_much: Ore::ZERO,
            taken: row.expected - row.paid - row.missing,
        }
    }
}

impl App {
    /// Writes what is missing as a letter, compensation by compensation, ready to be sent: dossier number,
    /// or personal number where there is none, days, amounts and section. What has been reported is left
    /// to the report it stands in. Protected persons are left out, and it says how many.
    ///
    /// # Errors
    /// When a chosen row cannot be asked for, there is no such report, or the file cannot be written.
    pub fn print_missing(&mut self, asked: &PrintMissing) -> Result<u64> {
        self.write_print(&asked.target, Action::PrintMissing, || {
            let (as_of, rows) = self.letter_rows(asked)?;
            let count = rows.len();
            let letter = self.missing_letter(as_of, rows)?;
            let ending = asked.target.extension();
            let is_xlsx = ending.is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
            let data = if is_xlsx {
                self.missing_workbook(letter)?
            } else {
                self.missing_pdf(as_of, letter)?
            };
            let detail = json!({
                "as_of": as_of, "rows": count, "bytes": data.len(), "report": asked.report,
            });
            Ok(Print { data, object: as_of.to_string(), detail })
        })
    }

    /// The rows that are asked for, by compensation, and the day as it stood on which they are told.
    fn letter_rows(&self, asked: &PrintMissing) -> Result<(NaiveDate, Vec<Asked>)> {
        let Some(id) = &asked.report else {
            let report = self.missing_report(asked.as_of)?;
            let rows = self.chosen_rows(&report, &asked.chosen, false)?;
            return Ok((asked.as_of, rows.into_iter().map(|row| Asked::of(&row.line)).collect()));
        };
        let (report_no, as_of) = self.kept_report(id)?;
        let rows = self.read().missing_rows()?.into_iter();
        let own = rows.filter(|row| row.report_no == report_no);
        let mut rows: Vec<Asked> = own.map(Asked::reported).collect();
        rows.sort_by(|a, b| {
            let key = |row: &Asked| (row.person, row.period.map(|days| days.from));
            (&a.compensation, key(a)).cmp(&(&b.compensation, key(b)))
        });
        Ok((as_of, rows))
    }

    fn kept_report(&self, id: &str) -> Result<(ReportNo, NaiveDate)> {
        let kept = self.read().missing_reports()?.into_iter().find(|report| report.id == id);
        let kept = kept.ok_or_else(|| AppError::refused(RefusalCode::NoSuchReport));
        let kept = kept.map_err(|fault| fault.in_field("report"))?;
        Ok((kept.report_no, kept.as_of))
    }

    fn missing_letter(&self, as_of: NaiveDate, asked: Vec<Asked>) -> Result<Letter> {
        let w = |id: &str, values: &[(&str, TextValue)]| self.wording.text(id, values);
        let persons = self.persons_shown(asked.iter().filter_map(|row| row.person))?;
        let mut left_out = LeftOut::default();
        let mut rows = Vec::with_capacity(asked.len());
        for row in asked {
            match self.number_of(&persons, row.person) {
                Some(number) => rows.push((row, number)),
                None => {
                    left_out.rows += 1;
                    left_out.missing += row.missing;
                }
            }
        }
        let mut notes = vec![w("missing-print-words", &[])];
        if rows.is_empty() {
            notes = vec![w("missing-print-nothing", &[])];
        }
        if left_out.rows > 0 {
            let count = TextValue::Count(left_out.rows);
            let values = [("count", count), ("amount", left_out.missing.into())];
            notes.push(w("missing-print-protected", &values));
        }
        let sum = |of: fn(&Asked) -> Ore| rows.iter().map(|(row, _)| of(row)).sum::<Ore>();
        let sums = [
            ("missing-print-sum", sum(|row| row.missing)),
            ("missing-print-too-much", sum(|row| row.too_much)),
            ("missing-print-taken", sum(|row| row.taken)),
        ];
        let settings = self.settings()?;
        let letters = &settings.letters;
        let city = format!(
            "{} ({})",
            settings.municipality.name, settings.municipality.organisation_number
        );
        let mut facts = vec![
            Labelled::new(&w("missing-print-to", &[]), &w("missing-print-agency", &[])),
            Labelled::new(&w("missing-print-from", &[]), &city),
        ];
        for (label, value) in [
            ("missing-print-contact", &letters.contact),
            ("missing-print-address", &letters.address),
            ("missing-print-reference", &letters.reference),
        ] {
            if !value.trim().is_empty() {
                facts.push(Labelled::new(&w(label, &[]), value.trim()));
            }
        }
        facts.push(Labelled::new(&w("missing-print-as-of", &[]), &as_of.to_string()));
        for (label, sum) in sums {
            if label == "missing-print-sum" || !sum.is_zero() {
                let amount = w("amount", &[("amount", sum.into())]);
                facts.push(Labelled::new(&w(label, &[]), &amount));
            }
        }
        Ok(Letter { facts, notes, rows })
    }

    /// By what number the agency finds somebody: the dossier number, or where there is none the personal
    /// number, or where there is neither the name; nothing for the city itself. None where the person
    /// is protected.
    fn number_of(
        &self,
        persons: &HashMap<PersonNo, PersonShown>,
        person: Option<PersonNo>,
    ) -> Option<String> {
        let Some(person) = person else { return Some(String::new()) };
        let line = &persons.get(&person)?.line;
        if self.is_closed(person, &line.card) {
            return None;
        }
        let number = line.dossier_number.map(|number| number.hyphenated());
        let number = number.or_else(|| line.national_number.map(|number| number.to_string()));
        let name = || format!("{}, {}", line.card.family_name, line.card.given_name);
        Some(number.unwrap_or_else(name))
    }

    fn missing_pdf(&self, as_of: NaiveDate, letter: Letter) -> Result<Vec<u8>> {
        let w = |id: &str, values: &[(&str, TextValue)]| self.wording.text(id, values);
        let law = self.law_in_force()?;
        let mut blocks = vec![Block::Facts(letter.facts)];
        blocks.extend(letter.notes.into_iter().map(Block::Paragraph));
        for rows in letter.rows.chunk_by(|(a, _), (b, _)| a.compensation == b.compensation) {
            blocks.extend(self.of_compensation(&law, rows));
        }
        blocks.push(Block::Signatures(vec![Signature {
            role: w("missing-print-signature", &[]),
            name_label: w("missing-print-name", &[]),
            date_label: w("missing-print-date", &[]),
            name: None,
            date: None,
            mark: None,
        }]));
        let subject = w("missing-print-subject", &[("day", as_of.into())]);
        let document = Document {
            head: print_head(self, &w("missing-print-title", &[]), &subject, false)?,
            orientation: Orientation::Landscape,
            numbers: number_format(),
            blocks,
        };
        exporting::pdf::write(&document)
            .map_err(|fault| crate::booking::export_refusal(self.wording.as_ref(), &fault, "pdf"))
    }

    /// Heading, section and table of one compensation.
    fn of_compensation(&self, law: &Law, rows: &[(Asked, String)]) -> Vec<Block> {
        let Some((first, _)) = rows.first() else { return Vec::new() };
        let compensation = law.catalogue.get(&first.compensation);
        let name =
            compensation.map_or_else(|| first.compensation.0.clone(), |found| found.name.clone());
        let section = compensation.map_or_else(String::new, |found| self.section_of(found));
        let mut lines: Vec<Row> =
            rows.iter().map(|(row, number)| Row::body(cells(row, number))).collect();
        lines.push(self.sum_row(rows, 0));
        let table = Table { columns: self.letter_columns(false), rows: lines };
        vec![Block::Heading(name), Block::Paragraph(section), Block::Table(table)]
    }

    fn section_of(&self, compensation: &Compensation) -> String {
        let values = [
            ("ordinance", (*compensation.ordinance).into()),
            ("section", compensation.section.as_str().into()),
        ];
        self.wording.text("law-section", &values)
    }

    fn letter_columns(&self, names_compensation: bool) -> Vec<Column> {
        let w = |id: &str| self.wording.text(id, &[]);
        let mut columns = Vec::new();
        if names_compensation {
            columns.push(Column::text(&w("missing-print-compensation")));
            columns.push(Column::text(&w("missing-print-section")));
        }
        columns.extend([
            Column::code(&w("missing-print-number")),
            Column::code(&w("missing-print-days")),
            Column::code(&w("missing-print-due")),
            Column::number(&w("missing-print-expected")),
            Column::number(&w("missing-print-paid")),
            Column::number(&w("missing-print-missing")),
            Column::number(&w("missing-print-too-much")),
            Column::number(&w("missing-print-taken")),
        ]);
        columns
    }

    /// The sums of rows, after `before` cells and the label.
    fn sum_row(&self, rows: &[(Asked, String)], before: usize) -> Row {
        let sum =
            |of: fn(&Asked) -> Ore| Cell::Amount(rows.iter().map(|(row, _)| of(row)).sum::<Ore>());
        let mut cells = vec![Cell::text(&self.wording.text("statement-total", &[]))];
        cells.extend(std::iter::repeat_n(Cell::Empty, before + 2));
        cells.extend([
            sum(|row| row.expected),
            sum(|row| row.paid),
            sum(|row| row.missing),
            sum(|row| row.too_much),
            sum(|row| row.taken),
        ]);
        Row::sum(cells)
    }

    fn missing_workbook(&self, letter: Letter) -> Result<Vec<u8>> {
        let w = |id: &str| self.wording.text(id, &[]);
        let law = self.law_in_force()?;
        let mut rows = Vec::with_capacity(letter.rows.len() + 1);
        for (row, number) in &letter.rows {
            let found = law.catalogue.get(&row.compensation);
            let name = found.map_or(row.compensation.0.as_str(), |found| found.name.as_str());
            let section = found.map_or_else(String::new, |found| self.section_of(found));
            let mut line = vec![Cell::text(name), Cell::text(&section)];
            line.extend(cells(row, number));
            rows.push(Row::body(line));
        }
        rows.push(self.sum_row(&letter.rows, 2));
        let mut facts = letter.facts;
        let notes = letter.notes.iter();
        facts.extend(notes.map(|note| Labelled::new(&w("missing-print-note"), note)));
        let title = w("missing-print-title");
        let info = WorkbookInfo {
            title: title.clone(),
            author: self.settings()?.municipality.name,
            created: self.today(),
        };
        let table = Table { columns: self.letter_columns(true), rows };
        let sheet = Sheet { name: w("missing-print-sheet"), title: Some(title), facts, table };
        workbook::write(&info, &[sheet])
            .map_err(|fault| crate::booking::export_refusal(self.wording.as_ref(), &fault, "xlsx"))
    }
}

fn cells(row: &Asked, number: &str) -> Vec<Cell> {
    let days = row.period.map(|days| format!("{} – {}", days.from, days.until));
    vec![
        Cell::text(number),
        Cell::optional(days.as_deref()),
        row.due.map_or(Cell::Empty, Cell::Date),
        Cell::Amount(row.expected),
        Cell::Amount(row.paid),
        Cell::Amount(row.missing),
        Cell::Amount(row.too_much),
        Cell::Amount(row.taken),
    ]
}
