//! One pass over the rows of a list: what is a row, and what is not.

use std::ops::ControlFlow;

use domain::Ore;

use crate::layout::{Found, Layout, normalised};
use crate::profile::{Profile, SumRow, Target};
use crate::records::{CellForms, Opened, Record};
use crate::refusal::FileRefusal;
use crate::row::Positions;
use crate::summary::{ControlTotal, ReadSummary};
use crate::values::{DateForm, Origin, read_amount, trimmed};
use crate::whole::Whole;

/// Hands over every record that is a row of the list.
pub(crate) fn each_row(
    opened: &mut Opened<'_>,
    found: Found,
    profile: &Profile,
    on_row: &mut dyn FnMut(&Record, &Layout) -> ControlFlow<()>,
) -> Result<ReadSummary, FileRefusal> {
    let sorting = Sorting::new(profile, &found.layout);
    let mut whole = Whole::new(profile, &found.layout);
    whole.sheets(found.unread, opened.hidden_sheets()?);
    let mut summary = ReadSummary {
        rows: 0,
        blank_rows: 0,
        repeated_headers: 0,
        layout: found.layout,
        control_total: None,
        findings: Vec::new(),
        stopped: false,
    };
    let mut totals = Vec::new();
    let mut record = Record::default();
    for (sheet, place) in std::iter::once(&found.place).chain(&found.more).enumerate() {
        let header_line = summary.layout.header_of(sheet);
        let mut total = None;
        let mut records = opened.records(place, &forms(profile))?;
        while records.next(&mut record)? {
            if record.line <= header_line {
                continue;
            }
            record.line = Layout::line_in(sheet, record.line);
            match sorting.sort(&record, &summary.layout) {
                Sort::Blank => summary.blank_rows += 1,
                Sort::Header => summary.repeated_headers += 1,
                Sort::Sum(found) => total = Some(found),
                Sort::Row => {
                    summary.rows += 1;
                    whole.row(&record);
                    if record.hidden {
                        whole.hide(sorting.amount_of(&record));
                    }
                    if on_row(&record, &summary.layout).is_break() {
                        summary.stopped = true;
                        return Ok(summary);
                    }
                }
            }
        }
        whole.end_of_place(&records, total.as_ref());
        records.confirm()?;
        totals.push(total);
    }
    summary.control_total = total_of(&totals);
    whole.end(&summary, profile);
    summary.findings = whole.findings;
    Ok(summary)
}

/// The sum of the whole list: of several sheets the one that has a sum row, or what the sum rows of all
/// come to. Where some have one and others not, nobody knows what they sum up.
fn total_of(totals: &[Option<ControlTotal>]) -> Option<ControlTotal> {
    let last = totals.iter().rev().find_map(|total| *total)?;
    let stated: Vec<&ControlTotal> = totals.iter().flatten().collect();
    if stated.len() == 1 {
        return Some(last);
    }
    let all = stated.len() == totals.len();
    let sum = || stated.iter().try_fold(0_i64, |sum, total| sum.checked_add(total.amount?.0));
    all.then(|| ControlTotal { line: last.line, amount: sum().map(Ore) })
}

/// How typed cells of a sheet are written so that the profile's own forms read them.
fn forms(profile: &Profile) -> CellForms {
    CellForms {
        date: profile.forms.dates.first().cloned().unwrap_or_else(DateForm::iso),
        decimal_sign: profile.forms.amounts.decimal_sign,
    }
}

enum Sort {
    Row,
    Blank,
    Header,
    Sum(ControlTotal),
}

/// Tells the records of a list apart.
struct Sorting<'p> {
    profile: &'p Profile,
    header: Vec<String>,
    amount: Option<usize>,
    marker: Option<Marker>,
}

/// What a sum row looks like.
struct Marker {
    texts: Vec<String>,
    longest: usize,
    column: Option<usize>,
}

impl<'p> Sorting<'p> {
    fn new(profile: &'p Profile, layout: &Layout) -> Sorting<'p> {
        let header: Vec<String> = layout.names.iter().map(|name| normalised(name)).collect();
        let marker = profile.sum_row.as_ref().map(|row| Marker::new(row, &header));
        let amount = Positions::new(layout).get(Target::Amount);
        Sorting { profile, header, amount, marker }
    }

    fn sort(&self, record: &Record, layout: &Layout) -> Sort {
        if record.is_blank() {
            return if record.flaws.is_empty() { Sort::Blank } else { Sort::Row };
        }
        if self.is_header(record, layout) {
            return Sort::Header;
        }
        match &self.marker {
            Some(marker) if marker.marks(record) => Sort::Sum(self.total(record)),
            _ => Sort::Row,
        }
    }

    fn is_header(&self, record: &Record, layout: &Layout) -> bool {
        // The length of the first cell tells nearly every row from a header at once.
        let first = layout.names.first().map_or(0, String::len);
        if record.cells.get(0).is_none_or(|cell| trimmed(cell).len() != first) {
            return false;
        }
        let cells = record.cells.iter().map(normalised);
        record.cells.len() >= self.header.len()
            && cells.zip(self.header.iter()).all(|(cell, name)| cell == *name)
    }

    fn total(&self, record: &Record) -> ControlTotal {
        ControlTotal { line: record.line, amount: self.amount_of(record) }
    }

    /// The amount of a row or a sum row, where it can be read.
    fn amount_of(&self, record: &Record) -> Option<Ore> {
        let text = self.amount.and_then(|index| record.cells.get(index)).map(trimmed);
        let amount = text
            .filter(|text| !text.is_empty())
            .and_then(|text| read_amount(text, &self.profile.forms.amounts, Origin::List).ok());
        let reversed = self.profile.forms.sign == crate::profile::SignRule::Reversed;
        amount.map(|amount| if reversed { -amount } else { amount })
    }
}

impl Marker {
    fn new(row: &SumRow, header: &[String]) -> Marker {
        let column = row.column.as_deref().map(normalised);
        Marker {
            texts: row.markers.iter().map(|text| normalised(text)).collect(),
            longest: row.markers.iter().map(String::len).max().unwrap_or(0),
            column: column.and_then(|wanted| header.iter().position(|name| *name == wanted)),
        }
    }

    fn marks(&self, record: &Record) -> bool {
        let cell = match self.column {
            Some(index) => record.cells.get(index).map(trimmed),
            None => record.cells.iter().map(trimmed).find(|cell| !cell.is_empty()),
        };
        // A colon and some white space more than the marker is as long as it can be.
        cell.filter(|cell| cell.len() <= self.longest + 8).is_some_and(|cell| {
            let cell = normalised(cell.trim_end_matches(':'));
            self.texts.contains(&cell)
        })
    }
}
