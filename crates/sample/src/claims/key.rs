//! The answer key of a sample of claims.

use chrono::NaiveDate;
use domain::Ore;
use serde::Serialize;

/// What a sample of claims holds, and what must be found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClaimKey {
    /// What everything was drawn from.
    pub seed: u64,
    /// The municipality.
    pub municipality: String,
    /// The day on which the answers hold.
    pub as_of: NaiveDate,
    /// The first day of what is looked for.
    pub since: NaiveDate,
    /// First and last days of the terms.
    pub terms: Vec<[NaiveDate; 2]>,
    /// The register's file.
    pub register: String,
    /// Persons in it.
    pub persons: u64,
    /// Lists of pupils, in the order in which they are read.
    pub school_lists: Vec<FileKey>,
    /// The extract of the ledger.
    pub costs: FileKey,
    /// Lines of claims that have been made.
    pub claimed: Vec<LineKey>,
    /// Lines besides that ask for what another has asked for.
    pub overlaps: Vec<LineKey>,
    /// What was not claimed: candidates must be these and no others.
    pub forgotten: Vec<LineKey>,
    /// Costs that give no right.
    pub without_right: Vec<LineKey>,
}

/// A file with what must be found in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileKey {
    /// The file.
    pub file: String,
    /// The quarter that it is about, of a list of pupils.
    pub period: String,
    /// Rows.
    pub rows: u64,
    /// What must be found, by line; nothing else may be.
    pub findings: Vec<FindingKey>,
}

/// What must be found on a line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct FindingKey {
    /// The line, the header included; of a pupil whom the list lacks, the one it gets after the last.
    pub line: u64,
    /// The finding's code.
    pub code: &'static str,
    /// Whether it is accepted; else the row is parked.
    pub accepted: bool,
}

/// A line of a claim, or what should have been one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LineKey {
    /// The person's id.
    pub person: String,
    /// The compensation.
    pub compensation: String,
    /// The quarter.
    pub period: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day, inclusive.
    pub until: NaiveDate,
    /// What the days give.
    pub amount_ore: Ore,
}
