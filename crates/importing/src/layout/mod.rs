//! Where a profile's columns stand in one file.

mod header;
mod recognise;

use chrono::NaiveDate;
use domain::checks::Fault;
use domain::{Field, Finding, FindingCode};
use serde::{Deserialize, Serialize};

pub(crate) use header::{Header, HeaderRule, find_header, normalised};
pub(crate) use recognise::{Found, find_profile, has_payment_date};
pub use recognise::{Match, RawRow, Recognition, Unrecognised, recognise};

use crate::fault::RowFault;
use crate::profile::Target;
use crate::records::Separator;

/// Where the columns of a profile stand in one file. Kept with the rows, so that a row can be
/// interpreted again when it is corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// The sheet, in an XLSX; of several the first.
    pub sheet: Option<String>,
    /// Further sheets with the same columns, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub more_sheets: Vec<MoreSheet>,
    /// The separator, in a text.
    pub separator: Option<Separator>,
    /// Line of the header, as a text editor counts; row number in a sheet.
    pub header_line: u32,
    /// Header texts of all columns, trimmed, from the first to the last that has one.
    pub names: Vec<String>,
    /// The columns that are read.
    pub columns: Vec<LayoutColumn>,
    /// The columns in which fields of facts stand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<FactColumn>,
    /// Header texts of columns that the profile neither reads nor ignores.
    pub unknown: Vec<String>,
    /// The payment date that stands above the rows.
    pub payment_date: Option<NaiveDate>,
}

/// A further sheet with the same header.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoreSheet {
    /// Its name.
    pub name: String,
    /// Row number of its header.
    pub header_line: u32,
}

/// Rows of the second sheet are numbered from here on, of the third from twice as much: more than any
/// sheet has rows, so that one number tells sheet and row (20 000 012 is row 12 of the third).
const SHEET_LINES: u32 = 10_000_000;

/// Sheets that can be numbered so.
pub(crate) const SHEETS: usize = 400;

/// One column that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LayoutColumn {
    /// What it holds.
    pub target: Target,
    /// Its number, from 1.
    pub column: u16,
}

/// A column in which a field of a fact stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactColumn {
    /// The block's index among those of the profile.
    pub block: usize,
    /// The field.
    pub field: String,
    /// The column's number, from 1.
    pub column: u16,
}

impl Layout {
    /// The column number (from 1) of a target; a name that is read from a column with both names
    /// stands there.
    #[must_use]
    pub fn column(&self, target: Target) -> Option<u16> {
        let of = |target: Target| {
            self.columns.iter().find(|column| column.target == target).map(|column| column.column)
        };
        of(target).or_else(|| match target {
            Target::FamilyName | Target::GivenName => of(Target::FullName),
            _ => None,
        })
    }

    /// The header text of a column number (from 1).
    #[must_use]
    pub fn name(&self, column: u16) -> Option<&str> {
        self.names.get(usize::from(column).checked_sub(1)?).map(String::as_str)
    }

    /// The row number of the header in a sheet; the first sheet is 0.
    pub(crate) fn header_of(&self, sheet: usize) -> u32 {
        let further = sheet.checked_sub(1).and_then(|further| self.more_sheets.get(further));
        further.map_or(self.header_line, |further| further.header_line)
    }

    /// The line that a row of a sheet has among the rows of all sheets; the first sheet is 0.
    pub(crate) fn line_in(sheet: usize, row: u32) -> u32 {
        let before = u32::try_from(sheet).unwrap_or(u32::MAX).saturating_mul(SHEET_LINES);
        before.saturating_add(row)
    }

    /// The name of the further sheet in which a line stands and its row number there; none in the
    /// first sheet and in texts.
    #[must_use]
    pub fn further_sheet(&self, line: u32) -> Option<(&str, u32)> {
        let sheet = usize::try_from(line / SHEET_LINES).ok()?.checked_sub(1)?;
        Some((self.more_sheets.get(sheet)?.name.as_str(), line % SHEET_LINES))
    }

    /// What the column with that heading holds, however it is spaced and in whichever case; of two
    /// such columns the first.
    #[must_use]
    pub fn headed(&self, heading: &str) -> Option<Target> {
        let column = self.column_headed(heading)?;
        self.columns.iter().find(|one| one.column == column).map(|one| one.target)
    }

    /// The number of the column with that heading, from 1.
    #[must_use]
    pub fn column_headed(&self, heading: &str) -> Option<u16> {
        let index = self.names.iter().position(|name| normalised(name) == normalised(heading))?;
        u16::try_from(index + 1).ok()
    }

    /// Gives a fault of a payment row its place in the file.
    #[must_use]
    pub fn place(&self, fault: &Fault, line: u32) -> Finding {
        self.finding(line, self.column_of(fault), fault.code, fault.values.clone())
    }

    /// The column number (from 1) of a fault of a payment row.
    #[must_use]
    pub fn column_of(&self, fault: &Fault) -> Option<u16> {
        fault.field.and_then(|field| match (field, self.column(field.into())) {
            // A list may name people by one of the two numbers only.
            (Field::DossierNumber, None) => self.column(Target::PersonalNumber),
            (_, column) => column,
        })
    }

    /// Gives a fault of a row of a draft its place in the file.
    #[must_use]
    pub fn place_row(&self, fault: &RowFault, line: u32) -> Finding {
        self.finding(line, fault.column, fault.code, fault.values.clone())
    }

    /// A finding at a place of the file. One in a further sheet says in which and in which row there,
    /// by the values `in_sheet` and `in_row`.
    #[must_use]
    pub fn finding(
        &self,
        line: u32,
        column: Option<u16>,
        code: FindingCode,
        mut values: Vec<(String, String)>,
    ) -> Finding {
        if let Some((sheet, row)) = self.further_sheet(line) {
            values.push(("in_sheet".to_owned(), sheet.to_owned()));
            values.push(("in_row".to_owned(), row.to_string()));
        }
        let column_name = column.and_then(|column| self.name(column)).map(str::to_owned);
        Finding { line, column, column_name, code, values }
    }
}
