//! What is asked for, and what has been written.

use serde::{Deserialize, Serialize};

use crate::{
    ClaimOrder, EXPECTED_MONTHS, ExpectedList, ExpectedOrder, FileKey, ListKey, REGISTER_FILE,
    Result, SampleError, SampleOrder, SampleSize, training, write_claim_sample,
    write_expected_sample, write_sample,
};

/// Asks for a sample: lists of months, or one list of so many rows.
#[derive(Clone, Debug, Deserialize)]
pub struct SampleRequest {
    /// Persons in the register; none: one for every two rows. Months need it.
    pub persons: Option<u64>,
    /// Lists, one a month from October 2026 on.
    pub months: Option<u32>,
    /// Rows of one list.
    pub rows: Option<u64>,
    /// What everything is drawn from: the same seed gives the same bytes.
    #[serde(default)]
    pub seed: u64,
    /// Rows that are wrong on purpose.
    #[serde(default)]
    pub anomalies: u64,
    /// Whether lives are written instead, with what should be paid for them: a list a month from
    /// August 2024 on, and an answer key to what a comparison of expected and paid must find.
    #[serde(default)]
    pub expected: bool,
    /// Whether claims are written instead: lists of pupils and an extract of the ledger of four quarters,
    /// with what was claimed of them, and an answer key to what was forgotten.
    #[serde(default)]
    pub claims: bool,
    /// Whether the training month is written instead, which is always the same.
    #[serde(default)]
    pub training: bool,
    /// The folder, which is made if it is not there.
    pub folder: String,
}

/// A sample that has been written.
#[derive(Clone, Debug, Serialize)]
pub struct SampleWritten {
    /// Where it lies; the answer key is `facit.json`.
    pub folder: String,
    /// The register's file.
    pub register: String,
    /// Persons in it.
    pub persons: u64,
    /// The lists.
    pub lists: Vec<WrittenList>,
}

/// A list of a sample.
#[derive(Clone, Debug, Serialize)]
pub struct WrittenList {
    /// Its file.
    pub file: String,
    /// Month of payment, `yyyy-mm`.
    pub month: String,
    /// Rows.
    pub rows: u64,
    /// Sum of the amounts that can be read.
    pub net_ore: i64,
    /// Rows that are wrong on purpose.
    pub anomalies: u64,
}

/// Writes a register, payment lists and the answer key to them; the training month has its answers in
/// the handbook.
///
/// # Errors
/// When a training month is to be drawn, neither or both of months and rows are given, more months than amounts are known for, the
/// order does not work out, or a file cannot be written.
pub fn write(request: SampleRequest) -> Result<SampleWritten> {
    let (register, persons, lists) = match &request {
        SampleRequest { training: true, .. } => training_month(&request)?,
        SampleRequest { claims: true, .. } => claims(&request)?,
        SampleRequest { expected: true, .. } => expected(&request)?,
        _ => as_drawn(&request)?,
    };
    Ok(SampleWritten { folder: request.folder, register, persons, lists })
}

type Written = (String, u64, Vec<WrittenList>);

fn training_month(request: &SampleRequest) -> Result<Written> {
    let drawn = request.persons.is_some() || request.months.is_some() || request.rows.is_some();
    if drawn || request.expected {
        return Err(wrong("training", "training"));
    }
    training::write(request.folder.as_ref())?;
    let list = |(file, month, rows, net_ore, anomalies): (&str, &str, u64, i64, u64)| WrittenList {
        file: file.to_owned(),
        month: month.to_owned(),
        rows,
        net_ore,
        anomalies,
    };
    let lists = training::LISTS.map(list).to_vec();
    Ok((REGISTER_FILE.to_owned(), training::PERSONS, lists))
}

fn as_drawn(request: &SampleRequest) -> Result<Written> {
    let size = match (request.months, request.rows) {
        (Some(months), None) => SampleSize::Months(months),
        (None, Some(rows)) => SampleSize::Rows(rows),
        _ => return Err(wrong("rows", "months, rows")),
    };
    let SampleRequest { persons, seed, anomalies, .. } = *request;
    let order = SampleOrder { persons, size, seed, anomalies };
    let key = write_sample(&order, request.folder.as_ref())?;
    let list = |list: ListKey| WrittenList {
        file: list.file,
        month: list.month.to_string(),
        rows: list.rows,
        net_ore: list.net_ore.0,
        anomalies: list.anomalies.len() as u64,
    };
    Ok((key.register, key.persons, key.lists.into_iter().map(list).collect()))
}

fn expected(request: &SampleRequest) -> Result<Written> {
    let Some(persons) = request.persons else { return Err(wrong("persons", "persons")) };
    let (Some(months @ 1..=EXPECTED_MONTHS), None) = (request.months, request.rows) else {
        return Err(wrong("months", &format!("months: 1\u{2013}{EXPECTED_MONTHS}")));
    };
    let SampleRequest { seed, anomalies, .. } = *request;
    let order = ExpectedOrder { persons, months, seed, anomalies };
    let key = write_expected_sample(&order, request.folder.as_ref())?;
    let list = |list: ExpectedList| WrittenList {
        file: list.file,
        month: list.month.to_string(),
        rows: list.rows,
        net_ore: list.net_ore.0,
        anomalies: list.anomalies,
    };
    Ok((key.register, key.persons, key.lists.into_iter().map(list).collect()))
}

fn claims(request: &SampleRequest) -> Result<Written> {
    let Some(persons) = request.persons else { return Err(wrong("persons", "persons")) };
    if request.months.is_some() || request.rows.is_some() || request.expected {
        return Err(wrong("claims", "persons, seed, anomalies"));
    }
    let SampleRequest { seed, anomalies, .. } = *request;
    let key =
        write_claim_sample(&ClaimOrder { persons, seed, anomalies }, request.folder.as_ref())?;
    let list = |list: FileKey| WrittenList {
        file: list.file,
        month: list.period,
        rows: list.rows,
        net_ore: 0,
        anomalies: list.findings.len() as u64,
    };
    let lists = key.school_lists.into_iter().chain([key.costs]).map(list).collect();
    Ok((key.register, key.persons, lists))
}

fn wrong(field: &'static str, reason: &str) -> SampleError {
    SampleError::Request { field, reason: reason.to_owned() }
}
