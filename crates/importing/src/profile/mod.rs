//! Import profiles: how one layout of a list is recognised and read. Data, never code.
//!
//! The format is described in `docs/IMPORT-PROFILES.md`.

mod built_in;
mod check;
mod facts;
mod from_toml;
mod target;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use built_in::built_in;
pub use facts::{FactBlock, FactSource, KindSource};
pub(crate) use facts::{KIND, VALID_FROM, VALID_UNTIL};
pub use from_toml::{ProfileFault, ProfileFaultCode};
pub use target::{ProfileKind, Target};

use crate::values::{AmountForm, DateForm};

/// How one layout of a list is recognised and read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Which kind of list.
    pub kind: ProfileKind,
    /// Stable name, unique with the version.
    pub name: String,
    /// From 1; a changed profile is a new version.
    pub version: u32,
    /// For people.
    #[serde(default)]
    pub description: String,
    /// The sheet's name in an XLSX; none: the first sheet with the header.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Header names of columns that are known and not read.
    #[serde(default)]
    pub ignored: Vec<String>,
    /// Whether a person of a register may have several rows, such as one a fact.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub several_rows: bool,
    /// Where a payment date above the rows stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preamble: Option<Preamble>,
    /// How texts become values.
    pub forms: Forms,
    /// The row with the sum of all rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sum_row: Option<SumRow>,
    /// Values that hold for every row of the list, written as the list would write them.
    #[serde(default)]
    pub constants: BTreeMap<Target, String>,
    /// The columns that are read.
    pub columns: BTreeMap<Target, Column>,
    /// Facts in further columns of a register.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<FactBlock>,
}

/// How a column is recognised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Accepted header names; case and white space do not matter.
    pub names: Vec<String>,
    /// Whether a row without this column is no header of the layout.
    #[serde(default)]
    pub required: bool,
}

/// What stands above the header.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preamble {
    /// Label of the payment date, which stands in the next cell that is not blank.
    pub payment_date: String,
}

/// The row with the sum of all rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SumRow {
    /// Texts that mark it.
    pub markers: Vec<String>,
    /// Header name of the column with the marker; none: the first cell that is not blank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
}

/// How texts become values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forms {
    /// Accepted date forms.
    pub dates: Vec<DateForm>,
    /// How amounts are written.
    pub amounts: AmountForm,
    /// What the sign of an amount means.
    #[serde(default)]
    pub sign: SignRule,
}

/// What the sign of an amount means.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignRule {
    /// Payments positive, clawbacks negative: as this program keeps them.
    #[default]
    AsWritten,
    /// The other way round.
    Reversed,
    /// Amounts without sign; those whose payment code begins so take money back.
    NegativeForCodes(Vec<String>),
}

impl Profile {
    /// The profile as TOML, as [`Profile::from_toml`] reads it.
    ///
    /// # Errors
    /// None for a profile that passes [`Profile::check`]; else the serialiser's own.
    pub fn to_toml(&self) -> Result<String, toml::ser::Error> {
        toml::to_string(self)
    }
}
