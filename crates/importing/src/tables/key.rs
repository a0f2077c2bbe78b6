//! The distribution key (fördelningsnyckel).

use std::collections::BTreeSet;
use std::str::FromStr;

use chrono::NaiveDate;
use domain::codes::CompensationCode;
use domain::key::{DistributionKey, KeyFault, KeyLine, ShareTarget};
use domain::person::CostCentre;
use domain::{Finding, FindingCode};
use rust_decimal::Decimal;

use super::{
    Column, DECIDED, EXAMPLE, Spot, TableLine, TableRead, optional, read_table, required, yes_or_no,
};
use crate::inspect::Inspection;
use crate::limits::Limits;
use crate::refusal::FileRefusal;
use crate::source::Source;
use crate::values::Flaw;

const COLUMNS: [Column; 9] = [
    required(&["beslutsnummer", "decision_number"]),
    required(&["gäller från", "valid_from"]),
    required(&["gäller till och med", "gäller t.o.m.", "valid_until"]),
    required(&["ersättningskod", "compensation_code"]),
    optional(&["metod", "method"]),
    required(&["nämnd", "target"]),
    required(&["andel procent", "andel", "percent"]),
    required(&["tar öresrest", "takes_remainder"]),
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

/// What a key must agree with that does not stand in its file.
#[derive(Clone, Copy, Debug)]
pub struct KnownToKey<'k> {
    /// The boards that can be named.
    pub boards: &'k [CostCentre],
    /// The compensations of the law.
    pub compensations: &'k [CompensationCode],
    /// The keys in force.
    pub keys: &'k [DistributionKey],
}

/// What tells one key of a file from another.
#[derive(PartialEq, Eq)]
struct Heading {
    decision_number: String,
    valid_from: NaiveDate,
    valid_until: Option<NaiveDate>,
    example: bool,
}

/// Where the parts of a line stand.
struct Spots {
    number: Spot,
    until: Spot,
    target: Spot,
    percent: Spot,
    remainder: Spot,
}

/// A key with the places of its lines.
struct Placed {
    key: DistributionKey,
    spots: Vec<Spots>,
}

/// Reads the keys of a table: one per decision number and span of payment dates. What a template
/// has left open, a compensation and nothing else, is passed over.
///
/// # Errors
/// [`FileRefusal`], [`FileRefusal::NoHeader`] among them.
pub fn read_key(
    source: &mut dyn Source,
    inspection: &Inspection,
    limits: &Limits,
) -> Result<TableRead<DistributionKey>, FileRefusal> {
    read_with(source, inspection, limits, None)
}

/// The same, and finds what does not agree with what is `known`.
///
/// # Errors
/// As [`read_key`].
pub fn read_key_knowing(
    source: &mut dyn Source,
    inspection: &Inspection,
    limits: &Limits,
    known: KnownToKey<'_>,
) -> Result<TableRead<DistributionKey>, FileRefusal> {
    read_with(source, inspection, limits, Some(known))
}

fn read_with(
    source: &mut dyn Source,
    inspection: &Inspection,
    limits: &Limits,
    known: Option<KnownToKey<'_>>,
) -> Result<TableRead<DistributionKey>, FileRefusal> {
    // The shares of a compensation cannot be summed where one of its lines could not be read.
    let mut unread = BTreeSet::new();
    let table = read_table(source, inspection, limits, &COLUMNS, &mut |row| {
        if row.is_left_open(&[DECISION_NUMBER, TARGET, PERCENT, TAKES_REMAINDER]) {
            return None;
        }
        let read = line(row, known.as_ref());
        if read.is_none() || !row.findings.is_empty() {
            unread.insert(row.text(COMPENSATION));
        }
        read
    })?;
    let mut keys: Vec<Placed> = Vec::new();
    for (heading, line, spots) in table.lines {
        let placed = keys.iter_mut().find(|Placed { key, .. }| {
            key.decision_number == heading.decision_number
                && (key.valid_from, key.valid_until) == (heading.valid_from, heading.valid_until)
        });
        match placed {
            Some(placed) => {
                placed.key.example |= heading.example;
                placed.key.lines.push(line);
                placed.spots.push(spots);
            }
            None => keys.push(Placed {
                key: DistributionKey {
                    decision_number: heading.decision_number,
                    valid_from: heading.valid_from,
                    valid_until: heading.valid_until,
                    example: heading.example,
                    lines: vec![line],
                },
                spots: vec![spots],
            }),
        }
    }
    let mut findings = table.findings;
    let in_force = known.map_or(&[][..], |known| known.keys);
    for (at, placed) in keys.iter().enumerate() {
        findings.extend(placed.faults(&unread));
        let earlier = keys[..at].iter().map(|placed| &placed.key);
        // The same decision from the same day is that decision, entered again.
        let elsewhere = in_force.iter().filter(|key| key.valid_from != placed.key.valid_from);
        findings.extend(placed.overlap(earlier.chain(elsewhere)));
    }
    findings.sort_by_key(|finding| (finding.line, finding.column));
    Ok(TableRead { lines: keys.into_iter().map(|placed| placed.key).collect(), findings })
}

impl Placed {
    fn faults(&self, unread: &BTreeSet<Option<String>>) -> Vec<Finding> {
        let partly = |compensation: &CompensationCode| {
            unread.contains(&None) || unread.contains(&Some(compensation.0.clone()))
        };
        let place_of = |fault: &KeyFault| {
            let about = |line: &KeyLine| match fault {
                KeyFault::ShareOutOfRange { compensation, percent } => {
                    line.compensation == *compensation && line.percent == *percent
                }
                _ => fault.compensation().is_none_or(|code| line.compensation == *code),
            };
            let spots = &self.spots[self.key.lines.iter().position(about)?];
            Some(match fault {
                KeyFault::NotHundred { compensation, .. } if partly(compensation) => return None,
                KeyFault::NotHundred { .. } | KeyFault::ShareOutOfRange { .. } => &spots.percent,
                KeyFault::Remainder { .. } => &spots.remainder,
                KeyFault::TargetTwice { .. } => &spots.target,
                KeyFault::EndsBeforeBeginning { .. } => &spots.until,
            })
        };
        let found = |fault: KeyFault| {
            let (code, values) = fault.finding();
            Some(place_of(&fault)?.finding(Flaw { code, values }))
        };
        self.key.faults().into_iter().filter_map(found).collect()
    }

    /// Days that the decision shares with itself.
    fn overlap<'k>(
        &self,
        mut others: impl Iterator<Item = &'k DistributionKey>,
    ) -> Option<Finding> {
        others.find_map(|other| {
            if other.decision_number != self.key.decision_number || other.example {
                return None;
            }
            let compensation = self.key.overlap(other)?;
            let at = self.key.lines.iter().position(|line| line.compensation == *compensation)?;
            let flaw = Flaw::new(FindingCode::KeyDecisionOverlaps)
                .with("number", &self.key.decision_number)
                .with("compensation", compensation)
                .with("from", other.valid_from);
            Some(self.spots[at].number.finding(flaw))
        })
    }
}

fn line(
    line: &mut TableLine<'_>,
    known: Option<&KnownToKey<'_>>,
) -> Option<(Heading, KeyLine, Spots)> {
    let decision_number = line.needed(DECISION_NUMBER);
    let valid_from = line.needed(VALID_FROM).and_then(|_| line.date(VALID_FROM));
    let valid_until = line.date(VALID_UNTIL);
    let compensation = line.needed(COMPENSATION).map(CompensationCode);
    if let (Some(code), Some(known)) = (&compensation, known)
        && !known.compensations.contains(code)
    {
        line.fault(COMPENSATION, Flaw::new(FindingCode::CompensationUnknown).quoting(&code.0));
    }
    // The method follows from target and percentage; it is read for people, and only checked.
    if line.text(METHOD).is_some() {
        let methods = ["share", "pass-through", "fördelas", "går vidare"];
        line.word(METHOD, &methods.map(|method| (method, ())));
    }
    let target = line.needed(TARGET).map(|target| target_of(&target));
    if let (Some(ShareTarget::Board(centre)), Some(known)) = (&target, known)
        && !known.boards.contains(centre)
    {
        let flaw = Flaw::new(FindingCode::UnknownBoard).with("cost_centre", &centre.0);
        line.fault(TARGET, flaw);
    }
    let percent = percent(line);
    let takes_remainder = line.yes_or_no(TAKES_REMAINDER);
    let example = match line.text(STATUS) {
        Some(_) => line.word(STATUS, &[(EXAMPLE, true), (DECIDED, false)]),
        None => Some(false),
    };
    let spots = Spots {
        number: line.spot(DECISION_NUMBER),
        until: line.spot(VALID_UNTIL),
        target: line.spot(TARGET),
        percent: line.spot(PERCENT),
        remainder: line.spot(TAKES_REMAINDER),
    };
    let heading = Heading {
        decision_number: decision_number?,
        valid_from: valid_from?,
        valid_until,
        example: example?,
    };
    let (compensation, target) = (compensation?, target?);
    let (percent, takes_remainder) = (percent?, takes_remainder?);
    Some((heading, KeyLine { compensation, target, percent, takes_remainder }, spots))
}

/// The headings of the table as it is written.
#[must_use]
pub fn key_headings() -> Vec<&'static str> {
    WRITTEN.iter().map(|column| COLUMNS[*column].names[0]).collect()
}

/// The columns that are written, in their order; the method follows from the others.
const WRITTEN: [usize; 8] = [
    DECISION_NUMBER,
    VALID_FROM,
    VALID_UNTIL,
    COMPENSATION,
    TARGET,
    PERCENT,
    TAKES_REMAINDER,
    STATUS,
];

/// A line of a key as it is written, so that it reads back as the same.
#[must_use]
pub fn key_cells(key: &DistributionKey, line: &KeyLine) -> Vec<String> {
    let target = match &line.target {
        ShareTarget::PersonsBoard => PERSONS_BOARD.to_owned(),
        ShareTarget::Board(centre) => centre.0.clone(),
    };
    vec![
        key.decision_number.clone(),
        key.valid_from.to_string(),
        key.valid_until.map(|until| until.to_string()).unwrap_or_default(),
        line.compensation.0.clone(),
        target,
        line.percent.normalize().to_string().replace('.', ","),
        yes_or_no(line.takes_remainder).to_owned(),
        if key.example { EXAMPLE } else { DECIDED }.to_owned(),
    ]
}

/// The line of a template for a compensation without a key: for somebody to fill in.
#[must_use]
pub fn key_cells_left_open(compensation: &CompensationCode) -> Vec<String> {
    let mut cells = vec![String::new(); WRITTEN.len()];
    cells[COMPENSATION] = compensation.0.clone();
    cells
}

/// Who gets a share, as the table writes it.
#[must_use]
pub fn target_of(text: &str) -> ShareTarget {
    if text.to_lowercase() == PERSONS_BOARD {
        ShareTarget::PersonsBoard
    } else {
        ShareTarget::Board(CostCentre(text.to_owned()))
    }
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
