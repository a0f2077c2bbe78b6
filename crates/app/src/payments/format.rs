//! How a list was read: kept with it, so that a row can be interpreted again years later.

use domain::{Finding, FindingCode, Period};
use importing::{Container, Inspection, Layout, Profile};
use serde::{Deserialize, Serialize};
use store::lists::ListRecord;

use crate::Result;

/// What the bytes said, and where the columns stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListFormat {
    /// `text` or `xlsx`.
    pub container: String,
    /// Encoding of a text.
    pub encoding: Option<String>,
    /// Size of the file in bytes.
    pub bytes: u64,
    /// Where the columns stand.
    pub layout: Layout,
    /// The sum row, where the list has one.
    pub control_total: Option<ControlTotal>,
    /// What was found about the file as a whole; none of it lies in a row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
    /// The payment days that belong together: rows are judged by them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usual_days: Option<Period>,
}

impl ListFormat {
    /// As it is kept with its list.
    pub(super) fn to_text(&self) -> Result<String> {
        let damaged = store::StoreError::Damaged("payment_list.format");
        serde_json::to_string(self).map_err(|_| damaged.into())
    }

    /// Everything that was found about the list as a whole, its sum included. Each stands on a line
    /// that is no row, so that a decision about that line is one about the list.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let total = self.control_total.as_ref().and_then(|total| total.finding(&self.layout));
        self.findings.iter().cloned().chain(total).collect()
    }
}

/// A list's own sum beside the sum of its rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ControlTotal {
    /// Its line.
    pub line: u32,
    /// As stated, in öre; none when it cannot be read.
    pub stated_ore: Option<i64>,
    /// The sum of the rows that can be read, in öre.
    pub counted_ore: i64,
}

impl ControlTotal {
    /// The finding, where the two differ.
    #[must_use]
    pub fn finding(&self, layout: &Layout) -> Option<Finding> {
        let counted = ("counted_ore".to_owned(), self.counted_ore.to_string());
        let (code, values) = match self.stated_ore {
            Some(stated) if stated == self.counted_ore => return None,
            Some(stated) => {
                let stated = ("stated_ore".to_owned(), stated.to_string());
                (FindingCode::ControlTotalDiffers, vec![stated, counted])
            }
            None => (FindingCode::SumRowUnreadable, vec![counted]),
        };
        let column = layout.column(importing::Target::Amount);
        Some(Finding {
            line: self.line,
            column,
            column_name: column.and_then(|column| layout.name(column)).map(str::to_owned),
            code,
            values,
        })
    }
}

pub(crate) fn container_of(inspection: &Inspection) -> (String, Option<String>) {
    match inspection.container {
        Container::Text(encoding) => ("text".to_owned(), Some(encoding.as_str().to_owned())),
        Container::Xlsx => ("xlsx".to_owned(), None),
    }
}

/// The format and profile that a list was read with.
pub(crate) fn read_with(list: &ListRecord) -> Result<(ListFormat, Profile)> {
    let damaged = store::StoreError::Damaged("payment_list.format");
    let format = serde_json::from_str(&list.format).map_err(|_| damaged)?;
    let profile = Profile::from_toml(&list.profile)
        .map_err(|_| store::StoreError::Damaged("payment_list.profile"))?;
    Ok((format, profile))
}
