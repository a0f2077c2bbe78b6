//! Distribution statements (fördelningsbesked): what a board gets, and for whom.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::PathBuf;

use domain::Ore;
use domain::distribution::DistributionKind;
use domain::person::CostCentre;
use exporting::document::Fact;
use exporting::statement::{
    Appendix, AppendixColumns, AppendixRow, CompensationSum, Statement, StatementSums, SumColumns,
    statement_pdf, statement_xlsx,
};
use serde_json::json;
use store::PersonNo;
use store::distributions::DistributionRecord;
use store::ledger::Entry;

use crate::booking::export_refusal;
use crate::error::{AppError, RefusalCode};
use crate::print::{Print, day_text, number_format, print_head};
use crate::wording::TextValue;
use crate::{Action, App, Result};

/// A statement's file format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatementFormat {
    /// Tagged PDF.
    Pdf,
    /// Excel workbook.
    Xlsx,
}

/// A statement to be written.
#[derive(Clone, Debug)]
pub struct WriteStatement {
    /// The board's cost centre.
    pub cost_centre: String,
    /// Format.
    pub format: StatementFormat,
    /// Where.
    pub target: PathBuf,
}

impl App {
    /// Writes a board's statement of a distribution.
    ///
    /// # Errors
    /// When the board has nothing in it, it was taken back, or the file cannot be written.
    pub fn write_statement(&mut self, distribution: &str, asked: &WriteStatement) -> Result<u64> {
        self.write_print(&asked.target, Action::WriteStatement, || {
            let record = self.distribution(distribution)?;
            if self.read().taken_back_by(record.distribution_no)?.is_some() {
                return Err(AppError::refused(RefusalCode::DistributionTakenBack));
            }
            let statement = self.statement(&record, &CostCentre(asked.cost_centre.clone()))?;
            let made = match asked.format {
                StatementFormat::Pdf => statement_pdf(&statement),
                StatementFormat::Xlsx => statement_xlsx(&statement),
            };
            let data =
                made.map_err(|fault| export_refusal(self.wording.as_ref(), &fault, "statement"))?;
            let detail = json!({ "cost_centre": asked.cost_centre, "bytes": data.len() });
            Ok(Print { data, object: record.made.id, detail })
        })
    }

    /// The boards that get something in a distribution.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn boards_of(&self, record: &DistributionRecord) -> Result<Vec<CostCentre>> {
        let entries = self.read().distributed_entries(record.distribution_no)?;
        let boards: BTreeSet<CostCentre> =
            entries.into_iter().filter_map(|entry| entry.cost_centre).collect();
        Ok(boards.into_iter().collect())
    }

    fn statement(&self, record: &DistributionRecord, board: &CostCentre) -> Result<Statement> {
        let read = self.read();
        let entries: Vec<Entry> = read
            .distributed_entries(record.distribution_no)?
            .into_iter()
            .filter(|entry| entry.cost_centre.as_ref() == Some(board))
            .collect();
        if entries.is_empty() {
            return Err(AppError::refused(RefusalCode::NoShares).with("cost_centre", board));
        }
        let boards: BTreeMap<CostCentre, String> = read.boards()?.into_iter().collect();
        let name = boards.get(board).cloned().unwrap_or_else(|| board.0.clone());
        let names = crate::law::compensation_names()?;
        let w = |id: &str, values: &[(&str, TextValue)]| self.wording.text(id, values);
        let (rows, total) = sums(&entries, &names, &w("statement-total", &[]));
        let example = record.keys.iter().any(|key| key.example);
        let subject = w(
            "statement-subject",
            &[("board", name.as_str().into()), ("month", record.month.into())],
        );
        Ok(Statement {
            head: print_head(self, &w("statement-title", &[]), &subject, example)?,
            numbers: number_format(),
            facts: self.statement_facts(record, board, &name, &entries),
            sums: StatementSums {
                heading: w("statement-sums", &[]),
                sheet: w("statement-sums-sheet", &[]),
                columns: SumColumns {
                    compensation: w("statement-compensation", &[]),
                    rows: w("statement-rows", &[]),
                    persons: w("statement-persons-column", &[]),
                    paid: w("statement-paid", &[]),
                    clawbacks: w("statement-clawbacks", &[]),
                    net: w("statement-net", &[]),
                },
                rows,
                total,
            },
            notes: if example { vec![w("statement-note-example", &[])] } else { Vec::new() },
            appendix: self.appendix(&entries, &names)?,
        })
    }

    fn statement_facts(
        &self,
        record: &DistributionRecord,
        board: &CostCentre,
        name: &str,
        entries: &[Entry],
    ) -> Vec<Fact> {
        let w = |id: &str, values: &[(&str, TextValue)]| self.wording.text(id, values);
        let persons: BTreeSet<PersonNo> = entries.iter().filter_map(|entry| entry.person).collect();
        let count = |number: usize| TextValue::Count(i64::try_from(number).unwrap_or(i64::MAX));
        let id = match record.kind {
            DistributionKind::Correction => "statement-run-correction",
            _ => "statement-run-value",
        };
        let run = w(id, &[("run", TextValue::Count(i64::from(record.run)))]);
        let mut facts = vec![
            Fact::new(&w("statement-board", &[]), name),
            Fact::new(&w("statement-cost-centre", &[]), &board.0),
            Fact::new(
                &w("statement-month", &[]),
                &w("month-name", &[("month", record.month.into())]),
            ),
            Fact::new(&w("statement-run", &[]), &run),
        ];
        for key in &record.keys {
            let values =
                [("decision", key.decision_number.as_str().into()), ("day", key.valid_from.into())];
            let label = w("statement-key", &[]);
            facts.push(Fact::new(&label, &w("statement-key-value", &values)));
        }
        let persons = w("number", &[("number", count(persons.len()))]);
        facts.push(Fact::new(&w("statement-persons", &[]), &persons));
        facts
    }

    fn appendix(&self, entries: &[Entry], names: &HashMap<String, String>) -> Result<Appendix> {
        let read = self.read();
        let w = |id: &str| self.wording.text(id, &[]);
        let mut rows = Vec::new();
        for entry in entries {
            let (Some(person), Some((list_no, line))) = (entry.person, entry.origin.payment())
            else {
                continue;
            };
            let person = read.person(person)?;
            // No id either: it would stand beside the board that answers for the person.
            let dossier = if self.hides(&person.card) {
                Some(self.wording.text("protected-person", &[]))
            } else {
                person.dossier_numbers().first().map(|n| n.hyphenated())
            };
            let amount = read.row(list_no, line)?.and_then(|row| row.row.amount);
            let amount = if entry.corrects.is_some() { amount.map(|row| -row) } else { amount };
            rows.push(AppendixRow {
                dossier_number: dossier,
                compensation: name_of(entry, names),
                period: match entry.period_from.zip(entry.period_until) {
                    Some((from, until)) => format!("{} – {}", day_text(from), day_text(until)),
                    None => String::new(),
                },
                amount: amount.unwrap_or_default(),
                share: entry.amount,
            });
        }
        rows.sort_by(|a, b| {
            (&a.dossier_number, &a.compensation, &a.period).cmp(&(
                &b.dossier_number,
                &b.compensation,
                &b.period,
            ))
        });
        Ok(Appendix {
            heading: w("statement-appendix"),
            sheet: w("statement-appendix-sheet"),
            note: Some(w("statement-appendix-note")),
            columns: AppendixColumns {
                dossier_number: w("statement-dossier-number"),
                compensation: w("statement-compensation"),
                period: w("statement-period"),
                amount: w("statement-amount"),
                share: w("statement-share"),
            },
            rows,
            total: w("statement-total"),
        })
    }
}

fn name_of(entry: &Entry, names: &HashMap<String, String>) -> String {
    let code = entry.compensation.clone().unwrap_or_default();
    names.get(&code).cloned().unwrap_or(code)
}

/// Sums per compensation, and over all.
fn sums(
    entries: &[Entry],
    names: &HashMap<String, String>,
    total: &str,
) -> (Vec<CompensationSum>, CompensationSum) {
    let mut by_name: BTreeMap<String, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        by_name.entry(name_of(entry, names)).or_default().push(entry);
    }
    let rows = by_name.iter().map(|(name, entries)| sum_of(name, entries)).collect();
    (rows, sum_of(total, &entries.iter().collect::<Vec<_>>()))
}

fn sum_of(name: &str, entries: &[&Entry]) -> CompensationSum {
    // A share that takes another back belongs where that one stood.
    let part = |negative: bool| -> Ore {
        let of_sign = entries
            .iter()
            .filter(|entry| (entry.amount.is_negative() == entry.corrects.is_none()) == negative);
        of_sign.map(|entry| entry.amount).sum()
    };
    let rows: BTreeSet<_> = entries.iter().filter_map(|entry| entry.origin.payment()).collect();
    let persons: BTreeSet<PersonNo> = entries.iter().filter_map(|entry| entry.person).collect();
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    CompensationSum {
        compensation: name.to_owned(),
        rows: count(rows.len()),
        persons: count(persons.len()),
        paid: part(false),
        clawbacks: part(true),
        net: part(false) + part(true),
    }
}
