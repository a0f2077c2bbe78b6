//! What is kept of a list and of a row.

use chrono::NaiveDate;
use domain::payment::{Keys, PaymentRow};
use domain::{Finding, Ore, Severity};
use serde::{Deserialize, Serialize};

use crate::db::{Column, FromColumn, ToColumn, Value, named_words};
use crate::{EventNo, ListNo, OriginalNo, Result, StoreError};

/// Rows on a page.
pub const PAGE_ROWS: u32 = 100;

/// What the amounts of a list with the same sign may sum to at most, in öre: ten thousand billion
/// kronor, more than any list can be, and little enough that sums over lists never come near the end
/// of an `i64`.
pub const SUM_LIMIT: Ore = Ore(1_000_000_000_000_000);

/// Separates the cells of a row as written.
pub const CELL_SEPARATOR: char = '\u{1f}';

/// Where a list stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ListState {
    /// Read, not yet taken in.
    Draft,
    /// Taken in: its payments exist.
    Committed,
    /// Taken back by opposite entries.
    Reversed,
}

impl ListState {
    /// The state as it stands in the store and in contracts.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            ListState::Draft => "draft",
            ListState::Committed => "committed",
            ListState::Reversed => "reversed",
        }
    }

    fn parse(text: &str) -> Option<ListState> {
        [ListState::Draft, ListState::Committed, ListState::Reversed]
            .into_iter()
            .find(|state| state.as_str() == text)
    }
}

named_words!(ListState);

/// Where a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowState {
    /// No finding.
    Clean = 0,
    /// Findings that nobody has decided about.
    Open = 1,
    /// Corrected: it is meant as the correction says.
    Corrected = 2,
    /// Put aside; no payment until it is settled.
    Parked = 3,
    /// Warnings accepted.
    Accepted = 4,
}

impl RowState {
    /// Every state in order.
    pub const ALL: [RowState; 5] = [
        RowState::Clean,
        RowState::Open,
        RowState::Corrected,
        RowState::Parked,
        RowState::Accepted,
    ];

    /// Whether a row in this state becomes a payment when the list is committed.
    #[must_use]
    pub fn becomes_payment(self) -> bool {
        matches!(self, RowState::Clean | RowState::Corrected | RowState::Accepted)
    }
}

impl ToColumn for RowState {
    fn to_column(&self) -> Result<Value<'_>> {
        Ok(Value::Integer(*self as i64))
    }
}

impl FromColumn for RowState {
    fn from_column(column: Column<'_>) -> Option<RowState> {
        RowState::ALL.get(usize::try_from(column.integer()?).ok()?).copied()
    }
}

/// A row with its place, text and meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowRecord {
    /// Line in the file.
    pub line: u32,
    /// Cells as written, joined by [`CELL_SEPARATOR`].
    pub written: String,
    /// Where it stands.
    pub state: RowState,
    /// As meant.
    pub row: PaymentRow,
}

impl RowRecord {
    /// The cells as written.
    #[must_use]
    pub fn cells(&self) -> Vec<String> {
        self.written.split(CELL_SEPARATOR).map(str::to_owned).collect()
    }

    /// The numbers by which it is found; 0 for a row with errors, which is never counted as equal to
    /// others: what could not be read may differ.
    #[must_use]
    pub fn keys(&self, findings: &[Finding]) -> Keys {
        let readable = findings.iter().all(|finding| finding.severity() == Severity::Warning);
        if readable { self.row.keys() } else { Keys::default() }
    }
}

/// What is kept of a list besides its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRecord {
    /// This database's number.
    pub list_no: ListNo,
    /// The client's id.
    pub id: String,
    /// Where it stands.
    pub state: ListState,
    /// The original file.
    pub original_no: OriginalNo,
    /// The file's own name.
    pub file_name: String,
    /// SHA-256 of the file in hexadecimal.
    pub sha256: String,
    /// The import profile as it was used, as TOML.
    pub profile: String,
    /// The profile's name.
    pub profile_name: String,
    /// Container, encoding, separator and layout, as JSON of the use case.
    pub format: String,
    /// Payment date typed once for the whole list.
    pub given_date: Option<NaiveDate>,
    /// The last payment date of the rows as read; from taking in, of those that became payments.
    pub payment_date: Option<NaiveDate>,
    /// Rows in all.
    pub rows: u64,
    /// Business date of the reading.
    pub read_on: NaiveDate,
    /// What the bank credited, in öre, once it is known.
    pub bank: Option<Ore>,
    /// Why the bank's amount differs from the list's.
    pub bank_reason: Option<String>,
    /// The audit event of the reading.
    pub event_no: EventNo,
}

/// What a list is when it has been read.
#[derive(Clone, Debug)]
pub struct NewList {
    /// The client's id.
    pub id: String,
    /// The original file.
    pub original_no: OriginalNo,
    /// SHA-256 of the file in hexadecimal.
    pub sha256: String,
    /// The import profile as it was used, as TOML.
    pub profile: String,
    /// The profile's name.
    pub profile_name: String,
    /// Container, encoding, separator and layout, as JSON.
    pub format: String,
    /// Payment date typed once for the whole list.
    pub given_date: Option<NaiveDate>,
    /// Business date.
    pub read_on: NaiveDate,
}

/// Rows and sums of one state of a list, in öre; rows whose amount cannot be read count without sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StateSum {
    /// Rows.
    pub rows: u64,
    /// Rows with an amount.
    pub readable: u64,
    /// Sum of the positive amounts.
    pub positive: Ore,
    /// Sum of the negative amounts.
    pub negative: Ore,
}

impl StateSum {
    /// Positive and negative together.
    #[must_use]
    pub fn net(self) -> Ore {
        self.positive + self.negative
    }

    /// Counts one more row.
    ///
    /// # Errors
    /// When the amounts of one sign sum to more than [`SUM_LIMIT`].
    pub fn add(&mut self, amount: Option<Ore>) -> Result<()> {
        self.rows += 1;
        let Some(Ore(amount)) = amount else { return Ok(()) };
        self.readable += 1;
        let sum = if amount < 0 { &mut self.negative } else { &mut self.positive };
        *sum = sum
            .0
            .checked_add(amount)
            .filter(|sum| sum.unsigned_abs() <= SUM_LIMIT.0.unsigned_abs())
            .map(Ore)
            .ok_or(StoreError::SumTooLarge)?;
        Ok(())
    }

    /// Both sums together.
    #[must_use]
    pub fn plus(self, other: StateSum) -> StateSum {
        StateSum {
            rows: self.rows + other.rows,
            readable: self.readable + other.readable,
            positive: self.positive + other.positive,
            negative: self.negative + other.negative,
        }
    }
}
