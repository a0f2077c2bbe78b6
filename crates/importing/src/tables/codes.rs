//! What the payment codes of Migrationsverket mean (ersättningskoder).

use std::collections::HashMap;

use domain::FindingCode;
use domain::codes::{CodeEntry, CodeStatus, CompensationCode};

use super::{Column, TableLine, TableRead, optional, read_table, required, yes_or_no};
use crate::inspect::Inspection;
use crate::limits::Limits;
use crate::refusal::FileRefusal;
use crate::source::Source;
use crate::values::Flaw;

const COLUMNS: [Column; 8] = [
    required(&["kod", "payment_code"]),
    required(&["återkrav", "clawback"]),
    required(&["ersättningskod", "compensation_code"]),
    required(&["klartext", "text"]),
    required(&["avser en person", "person_bound"]),
    optional(&["status"]),
    optional(&["gäller från", "valid_from"]),
    optional(&["gäller till och med", "gäller t.o.m.", "valid_until"]),
];
const PAYMENT_CODE: usize = 0;
const CLAWBACK: usize = 1;
const COMPENSATION: usize = 2;
const TEXT: usize = 3;
const PERSON_BOUND: usize = 4;
const STATUS: usize = 5;
const VALID_FROM: usize = 6;
const VALID_UNTIL: usize = 7;

/// Reads the table of payment codes. An empty compensation means that nobody has said which it is;
/// without a status the code is the municipality's own. A second line for the same code from the
/// same day is a fault.
///
/// # Errors
/// [`FileRefusal`], [`FileRefusal::NoHeader`] among them.
pub fn read_codes(
    source: &mut dyn Source,
    inspection: &Inspection,
    limits: &Limits,
) -> Result<TableRead<CodeEntry>, FileRefusal> {
    let mut seen = HashMap::new();
    read_table(source, inspection, limits, &COLUMNS, &mut |row| {
        if row.is_left_open(&[PAYMENT_CODE, TEXT]) {
            return None;
        }
        let read = line(row)?;
        let first =
            *seen.entry((read.payment_code.clone(), read.valid_from)).or_insert(row.number());
        if first != row.number() {
            row.fault(PAYMENT_CODE, Flaw::new(FindingCode::LineTwice).with("line", first));
        }
        Some(read)
    })
}

/// How the table writes where a code comes from; the first word for each is the one that is written.
const STATUSES: [(&str, CodeStatus); 4] = [
    ("känd 2016", CodeStatus::Published),
    ("påhittad", CodeStatus::Example),
    ("egen", CodeStatus::Own),
    ("exempel", CodeStatus::Example),
];

/// The headings of the table as it is written.
#[must_use]
pub fn code_headings() -> Vec<&'static str> {
    COLUMNS.iter().map(|column| column.names[0]).collect()
}

/// A line of the table as it is written, so that it reads back as the same.
#[must_use]
pub fn code_cells(code: &CodeEntry) -> Vec<String> {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let status = STATUSES.iter().find(|(_, status)| *status == code.status);
    vec![
        code.payment_code.clone(),
        yes_or_no(code.clawback).to_owned(),
        code.compensation.as_ref().map(|code| code.0.clone()).unwrap_or_default(),
        code.text.clone(),
        yes_or_no(code.person_bound).to_owned(),
        status.map(|(word, _)| (*word).to_owned()).unwrap_or_default(),
        day(code.valid_from),
        day(code.valid_until),
    ]
}

/// The line of a template for a compensation without a code: for somebody to fill in.
#[must_use]
pub fn code_cells_left_open(compensation: &CompensationCode) -> Vec<String> {
    let mut cells = vec![String::new(); COLUMNS.len()];
    cells[COMPENSATION] = compensation.0.clone();
    cells
}

fn line(line: &mut TableLine<'_>) -> Option<CodeEntry> {
    let payment_code = line.needed(PAYMENT_CODE);
    let clawback = line.yes_or_no(CLAWBACK);
    let person_bound = line.yes_or_no(PERSON_BOUND);
    let status = match line.text(STATUS) {
        Some(_) => line.word(STATUS, &STATUSES),
        None => Some(CodeStatus::Own),
    };
    let (valid_from, valid_until) = (line.date(VALID_FROM), line.date(VALID_UNTIL));
    if let (Some(from), Some(until)) = (valid_from, valid_until)
        && until < from
    {
        let flaw = Flaw::new(FindingCode::PeriodReversed).with("from", from).with("until", until);
        line.fault(VALID_UNTIL, flaw);
    }
    Some(CodeEntry {
        payment_code: payment_code?,
        compensation: line.text(COMPENSATION).map(CompensationCode),
        clawback: clawback?,
        person_bound: person_bound?,
        text: line.text(TEXT).unwrap_or_default(),
        valid_from,
        valid_until,
        status: status?,
    })
}
