//! What the payment codes of Migrationsverket mean (ersättningskoder).

use std::collections::HashMap;

use domain::FindingCode;
use domain::codes::{CodeEntry, CodeStatus, CompensationCode};

use super::{Column, TableLine, TableRead, optional, read_table, required};
use crate::inspect::Inspection;
use crate::limits::Limits;
use crate::refusal::FileRefusal;
use crate::source::Source;
use crate::values::Flaw;

const COLUMNS: [Column; 8] = [
    required(&["payment_code"]),
    required(&["clawback"]),
    required(&["compensation_code"]),
    required(&["klartext", "text"]),
    required(&["person_bound"]),
    optional(&["status"]),
    optional(&["valid_from"]),
    optional(&["valid_until"]),
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
        let read = line(row)?;
        let first =
            *seen.entry((read.payment_code.clone(), read.valid_from)).or_insert(row.number());
        if first != row.number() {
            row.fault(PAYMENT_CODE, Flaw::new(FindingCode::LineTwice).with("line", first));
        }
        Some(read)
    })
}

fn line(line: &mut TableLine<'_>) -> Option<CodeEntry> {
    const STATUSES: [(&str, CodeStatus); 3] = [
        ("känd 2016", CodeStatus::Published),
        ("påhittad", CodeStatus::Example),
        ("egen", CodeStatus::Own),
    ];
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
