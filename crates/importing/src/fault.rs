//! What is wrong with a row of a draft, whatever it is about.

use domain::FindingCode;

/// Something wrong with a row, before it has been given its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFault {
    /// Number of the column it lies in, from 1; none when the whole row is meant, or a field
    /// without column.
    pub column: Option<u16>,
    /// What it is.
    pub code: FindingCode,
    /// Named values for the text; never names or identity numbers.
    pub values: Vec<(String, String)>,
}
