//! The distribution key (fördelningsnyckel).

use std::str::FromStr;

use chrono::NaiveDate;
use domain::FindingCode;
use domain::codes::CompensationCode;
use domain::key::{DistributionKey, KeyLine, ShareTarget};
use domain::person::CostCentre;
use rust_decimal::Decimal;

use super::{Column, TableLine, TableRead, optional, read_table, required};
use crate::inspect::Inspection;
use crate::limits::Limits;
use crate::refusal::FileRefusal;
use crate::source::Source;
use crate::values::Flaw;

const COLUMNS: [Column; 9] = [
    required(&["decision_number"]),
    required(&["valid_from"]),
    required(&["valid_until"]),
    required(&["compensation_code"]),
    optional(&["method"]),
    required(&["target"]),
    required(&["percent"]),
    required(&["takes_remainder"]),
    optional(&["status"]),
];
const DECISION_NUMBER: usize = 0;
const VALID_FROM: usize = 1;
const VALID_UNTIL: usize = 2;
const COMPENSATION: usize = 3;
const METHOD: usize = 4;
const TARGET: usize = 5;
const PERCENT: usize = 6;
const TAKES_REMAINDER: usize = 7;
const STATUS: usize = 8;

/// How the table writes [`ShareTarget::PersonsBoard`].
const PERSONS_BOARD: &str = "personens nämnd";

/// What tells one key of a file from another.
#[derive(PartialEq, Eq)]
struct Heading {
    decision_number: String,
    valid_from: NaiveDate,
    valid_until: Option<NaiveDate>,
    example: bool,
}

/// Reads the keys of a table: one per decision number and span of payment dates, in the order in
/// which they begin. That a key shares everything once, [`DistributionKey::faults`] tells.
///
/// # Errors
/// [`FileRefusal`], [`FileRefusal::NoHeader`] among them.
pub fn read_key(
    source: &mut dyn Source,
    inspection: &Inspection,
    limits: &Limits,
) -> Result<TableRead<DistributionKey>, FileRefusal> {
    let table = read_table(source, inspection, limits, &COLUMNS, &mut line)?;
    let mut keys: Vec<DistributionKey> = Vec::new();
    for (heading, line) in table.lines {
        let key = keys.iter_mut().find(|key| {
            key.decision_number == heading.decision_number
                && (key.valid_from, key.valid_until) == (heading.valid_from, heading.valid_until)
        });
        match key {
            Some(key) => {
                key.example |= heading.example;
                key.lines.push(line);
            }
            None => keys.push(DistributionKey {
                decision_number: heading.decision_number,
                valid_from: heading.valid_from,
                valid_until: heading.valid_until,
                example: heading.example,
                lines: vec![line],
            }),
        }
    }
    Ok(TableRead { lines: keys, findings: table.findings })
}

fn line(line: &mut TableLine<'_>) -> Option<(Heading, KeyLine)> {
    let decision_number = line.needed(DECISION_NUMBER);
    let valid_from = line.needed(VALID_FROM).and_then(|_| line.date(VALID_FROM));
    let valid_until = line.date(VALID_UNTIL);
    let compensation = line.needed(COMPENSATION);
    // The method follows from target and percentage; it is read for people, and only checked.
    if line.text(METHOD).is_some() {
        line.word(METHOD, &[("share", ()), ("pass-through", ())]);
    }
    let target = line.needed(TARGET).map(|target| {
        if target.to_lowercase() == PERSONS_BOARD {
            ShareTarget::PersonsBoard
        } else {
            ShareTarget::Board(CostCentre(target))
        }
    });
    let percent = percent(line);
    let takes_remainder = line.yes_or_no(TAKES_REMAINDER);
    let example = match line.text(STATUS) {
        Some(_) => line.word(STATUS, &[("exempel", true), ("beslutad", false)]),
        None => Some(false),
    };
    let heading = Heading {
        decision_number: decision_number?,
        valid_from: valid_from?,
        valid_until,
        example: example?,
    };
    let compensation = CompensationCode(compensation?);
    let (target, percent, takes_remainder) = (target?, percent?, takes_remainder?);
    Some((heading, KeyLine { compensation, target, percent, takes_remainder }))
}

/// Digits, with comma or full stop before at most six decimals.
fn percent(line: &mut TableLine<'_>) -> Option<Decimal> {
    let text = line.needed(PERCENT)?;
    let (whole, decimals) = text.split_once([',', '.']).unwrap_or((&text, "0"));
    let digits = |part: &str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let read = if digits(whole, 3) && digits(decimals, 6) {
        Decimal::from_str(&text.replace(',', ".")).map_err(|_| ())
    } else {
        Err(())
    };
    let flaw = |()| Flaw::new(FindingCode::PercentNotANumber).quoting(&text);
    line.kept(PERCENT, read.map_err(flaw))
}
