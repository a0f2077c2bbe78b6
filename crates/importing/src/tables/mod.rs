//! Tables of our own with fixed columns: distribution key, accounts, payment codes, voucher numbers.

mod accounts;
mod booked;
mod codes;
mod key;

use chrono::NaiveDate;
use domain::{Finding, FindingCode};

pub use accounts::{
    AccountLine, AccountPurpose, account_cells, account_cells_left_open, account_headings,
    read_accounts,
};
pub use booked::{BookedColumn, BookedLine, read_booked};
pub use codes::{code_cells, code_cells_left_open, code_headings, read_codes};
pub use key::{
    KnownToKey, key_cells, key_cells_left_open, key_headings, read_key, read_key_knowing, target_of,
};

use crate::inspect::Inspection;
use crate::layout::{Header, HeaderRule, find_header};
use crate::limits::{HEADER_ROWS, Limits};
use crate::records::{CellForms, Opened, Place, Record};
use crate::refusal::FileRefusal;
use crate::row::record_flaw;
use crate::source::Source;
use crate::values::{DateForm, Flaw, has_lost_letters, read_date, trimmed};

/// A table as far as it could be read, and everything wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRead<T> {
    /// The lines without faults, in the order of the file.
    pub lines: Vec<T>,
    /// What is wrong, with its place.
    pub findings: Vec<Finding>,
}

/// A column of a fixed table.
struct Column {
    /// Accepted header names, lower case.
    names: &'static [&'static str],
    required: bool,
}

const fn required(names: &'static [&'static str]) -> Column {
    Column { names, required: true }
}

const fn optional(names: &'static [&'static str]) -> Column {
    Column { names, required: false }
}

/// Reads a table: `line` makes one line of it, or none after it has told why.
fn read_table<T>(
    source: &mut dyn Source,
    inspection: &Inspection,
    limits: &Limits,
    columns: &[Column],
    line: &mut dyn FnMut(&mut TableLine<'_>) -> Option<T>,
) -> Result<TableRead<T>, FileRefusal> {
    let mut opened = Opened::open(source, inspection, limits)?;
    let forms = CellForms { date: DateForm::iso(), decimal_sign: '.' };
    let (place, header_line, header) = find_table(&mut opened, columns, &forms)?;
    let mut table = TableRead { lines: Vec::new(), findings: Vec::new() };
    let mut records = opened.records(&place, &forms)?;
    let mut record = Record::default();
    while records.next(&mut record)? {
        if record.line <= header_line || (record.is_blank() && record.flaws.is_empty()) {
            continue;
        }
        let mut reading = TableLine { record: &record, header: &header, findings: Vec::new() };
        reading.check_shape(&place, limits);
        if reading.findings.is_empty() {
            let read = line(&mut reading);
            table.lines.extend(read.filter(|_| reading.findings.is_empty()));
        }
        table.findings.append(&mut reading.findings);
    }
    records.confirm()?;
    Ok(table)
}

fn find_table(
    opened: &mut Opened<'_>,
    columns: &[Column],
    forms: &CellForms,
) -> Result<(Place, u32, Header), FileRefusal> {
    let rules: Vec<HeaderRule> = columns
        .iter()
        .map(|column| HeaderRule {
            names: column.names.iter().map(|name| (*name).to_owned()).collect(),
            required: column.required,
        })
        .collect();
    for place in opened.places() {
        for row in opened.head(&place, forms, HEADER_ROWS)? {
            let header = find_header(&row.cells, &rules);
            match (header.fits(), &header.twice) {
                (true, None) => return Ok((place, row.line, header)),
                (true, Some(name)) => {
                    return Err(FileRefusal::HeaderNameTwice {
                        name: name.clone(),
                        line: row.line,
                    });
                }
                (false, _) => {}
            }
        }
    }
    Err(FileRefusal::NoHeader)
}

/// How the tables write whether something is so.
fn yes_or_no(truth: bool) -> &'static str {
    if truth { "ja" } else { "nej" }
}

/// How the tables write that the city has decided a line, or that it is an example.
const DECIDED: &str = "beslutad";
const EXAMPLE: &str = "exempel";

/// Characters of an unknown value that a finding shows.
const SHOWN: usize = 40;

/// One line of a fixed table; columns are named by their index among the table's columns.
struct TableLine<'r> {
    record: &'r Record,
    header: &'r Header,
    findings: Vec<Finding>,
}

impl TableLine<'_> {
    fn number(&self) -> u32 {
        self.record.line
    }

    fn check_shape(&mut self, place: &Place, limits: &Limits) {
        let flaws: Vec<_> =
            self.record.flaws.iter().map(|flaw| record_flaw(*flaw, limits)).collect();
        for (index, flaw) in flaws {
            self.tell(index, flaw);
        }
        let (found, expected) = (self.record.cells.len(), self.header.names.len());
        if matches!(place, Place::Sheet(_)) || !self.findings.is_empty() {
            return;
        }
        let mut surplus = self.record.cells.iter().skip(expected);
        let code = if found < expected {
            FindingCode::TooFewFields
        } else if surplus.any(|cell| !trimmed(cell).is_empty()) {
            FindingCode::TooManyFields
        } else {
            return;
        };
        self.tell(None, Flaw::new(code).with("found", found).with("expected", expected));
    }

    /// The text of a column, trimmed; none when it is empty or not there.
    fn text(&mut self, column: usize) -> Option<String> {
        let index = self.header.found[column]?;
        let text = trimmed(self.record.cells.get(index)?);
        if has_lost_letters(text) {
            self.fault(column, Flaw::new(FindingCode::UndecodableText));
            return None;
        }
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// Whether somebody has left a line of a template as it was: nothing stands in these columns.
    fn is_left_open(&self, columns: &[usize]) -> bool {
        columns.iter().all(|column| {
            let cell = self.header.found[*column].and_then(|index| self.record.cells.get(index));
            cell.is_none_or(|cell| trimmed(cell).is_empty())
        })
    }

    /// As [`TableLine::text`], for a column that must not be empty.
    fn needed(&mut self, column: usize) -> Option<String> {
        let before = self.findings.len();
        let text = self.text(column);
        if text.is_none() && self.findings.len() == before {
            let name = self.name(column).unwrap_or_default();
            self.fault(column, Flaw::new(FindingCode::MissingValue).with("field", name));
        }
        text
    }

    fn date(&mut self, column: usize) -> Option<NaiveDate> {
        let text = self.text(column)?;
        self.kept(column, read_date(&text, &[DateForm::iso()]))
    }

    /// One of several words; case does not matter.
    fn word<V: Copy>(&mut self, column: usize, words: &[(&str, V)]) -> Option<V> {
        let text = self.needed(column)?;
        let found = words.iter().find(|(word, _)| *word == text.to_lowercase());
        let allowed: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let unknown = || {
            // These tables are about accounts and boards: what they hold can be shown.
            let shown: String = text.chars().take(SHOWN).collect();
            Flaw::new(FindingCode::ValueNotKnown)
                .with("text", shown)
                .with("allowed", allowed.join(", "))
        };
        self.kept(column, found.map(|(_, value)| *value).ok_or_else(unknown))
    }

    fn yes_or_no(&mut self, column: usize) -> Option<bool> {
        self.word(column, &[true, false].map(|truth| (yes_or_no(truth), truth)))
    }

    fn kept<T>(&mut self, column: usize, read: Result<T, Flaw>) -> Option<T> {
        read.map_err(|flaw| self.fault(column, flaw)).ok()
    }

    fn fault(&mut self, column: usize, flaw: Flaw) {
        self.tell(self.header.found[column], flaw);
    }

    fn name(&self, column: usize) -> Option<String> {
        self.header.names.get(self.header.found[column]?).cloned()
    }

    fn tell(&mut self, index: Option<usize>, flaw: Flaw) {
        let spot = self.spot_at(index);
        self.findings.push(spot.finding(flaw));
    }

    /// Where a column of this line stands, for what can only be judged when every line is read.
    fn spot(&self, column: usize) -> Spot {
        self.spot_at(self.header.found[column])
    }

    fn spot_at(&self, index: Option<usize>) -> Spot {
        Spot {
            line: self.record.line,
            column: index.and_then(|index| u16::try_from(index + 1).ok()),
            column_name: index.and_then(|index| self.header.names.get(index).cloned()),
        }
    }
}

/// A place in the file.
#[derive(Clone, Debug)]
struct Spot {
    line: u32,
    column: Option<u16>,
    column_name: Option<String>,
}

impl Spot {
    fn finding(&self, flaw: Flaw) -> Finding {
        Finding {
            line: self.line,
            column: self.column,
            column_name: self.column_name.clone(),
            code: flaw.code,
            values: flaw.values,
        }
    }
}
