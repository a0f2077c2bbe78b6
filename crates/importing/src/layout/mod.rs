//! Where a profile's columns stand in one file.

mod header;
mod recognise;

use chrono::NaiveDate;
use domain::checks::Fault;
use domain::{Field, Finding};
use serde::{Deserialize, Serialize};

pub(crate) use header::{Header, HeaderRule, find_header, normalised};
pub(crate) use recognise::{Found, find_profile, has_payment_date};
pub use recognise::{Match, RawRow, Recognition, Unrecognised, recognise};

use crate::profile::Target;
use crate::records::Separator;
use crate::register::RegisterFault;

/// Where the columns of a profile stand in one file. Kept with the rows, so that a row can be
/// interpreted again when it is corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// The sheet, in an XLSX.
    pub sheet: Option<String>,
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
        let column = fault.field.and_then(|field| match (field, self.column(field.into())) {
            // A list may name people by one of the two numbers only.
            (Field::DossierNumber, None) => self.column(Target::PersonalNumber),
            (_, column) => column,
        });
        self.finding(column, line, fault.code, &fault.values)
    }

    /// Gives a fault of a register row its place in the file.
    #[must_use]
    pub fn place_register(&self, fault: &RegisterFault, line: u32) -> Finding {
        self.finding(fault.column, line, fault.code, &fault.values)
    }

    fn finding(
        &self,
        column: Option<u16>,
        line: u32,
        code: domain::FindingCode,
        values: &[(String, String)],
    ) -> Finding {
        let column_name = column.and_then(|column| self.name(column)).map(str::to_owned);
        Finding { line, column, column_name, code, values: values.to_vec() }
    }
}
