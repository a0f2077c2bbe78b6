//! What a pass over a list has shown.

use domain::{Finding, Ore};

use crate::layout::Layout;

/// What a pass over a list has shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadSummary {
    /// Rows handed over.
    pub rows: u32,
    /// Blank rows skipped.
    pub blank_rows: u32,
    /// Headers that were repeated between the rows, and skipped.
    pub repeated_headers: u32,
    /// Where the columns stand.
    pub layout: Layout,
    /// The sum row; of several the last.
    pub control_total: Option<ControlTotal>,
    /// What is found about the file as a whole, at its header; none of it lies in a row.
    pub findings: Vec<Finding>,
    /// Whether the caller stopped before the end. Only a whole pass is known to have met the bytes
    /// that were inspected.
    pub stopped: bool,
}

/// What the sum row says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ControlTotal {
    /// Its line.
    pub line: u32,
    /// The sum as stated, in öre; none when it could not be read as an amount.
    pub amount: Option<Ore>,
}
