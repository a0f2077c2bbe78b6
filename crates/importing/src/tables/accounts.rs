//! Where each compensation is booked (kontering).

use std::collections::HashMap;

use domain::FindingCode;
use domain::codes::CompensationCode;
use domain::voucher::{AccountRule, AccountString};

use super::{Column, DECIDED, EXAMPLE, TableLine, TableRead, optional, read_table, required};
use crate::inspect::Inspection;
use crate::limits::Limits;
use crate::refusal::FileRefusal;
use crate::source::Source;
use crate::values::Flaw;

const COLUMNS: [Column; 8] = [
    required(&["ersättningskod", "compensation_code"]),
    required(&["konto", "account"]),
    optional(&["kontots namn", "account_name"]),
    required(&["verksamhet", "activity"]),
    optional(&["verksamhetens namn", "verksamhet_name", "activity_name"]),
    required(&["motpart", "counterpart"]),
    required(&["text"]),
    optional(&["status"]),
];
const PURPOSE: usize = 0;
const ACCOUNT: usize = 1;
const ACCOUNT_NAME: usize = 2;
const ACTIVITY: usize = 3;
const ACTIVITY_NAME: usize = 4;
const COUNTERPART: usize = 5;
const TEXT: usize = 6;
const STATUS: usize = 7;

/// How the table writes [`AccountPurpose::Bank`] and [`AccountPurpose::Observation`].
const BANK: &str = "(bank)";
const OBSERVATION: &str = "(observationskonto)";
/// How the table writes that a line takes its voucher's text.
const VOUCHER_TEXT: &str = "(verifikationens text)";

/// What a line of the table is for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum AccountPurpose {
    /// The bank account, `(bank)`.
    Bank,
    /// The account that holds money until it is distributed, `(observationskonto)`.
    Observation,
    /// Income from a compensation.
    Income(CompensationCode),
}

/// One line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountLine {
    /// What it is for.
    pub purpose: AccountPurpose,
    /// Account.
    pub account: String,
    /// Name of the account.
    pub account_name: Option<String>,
    /// Activity.
    pub activity: Option<String>,
    /// Name of the activity.
    pub activity_name: Option<String>,
    /// Counterpart.
    pub counterpart: Option<String>,
    /// Text of its postings; none: that of the voucher.
    pub text: Option<String>,
    /// Whether it is an example and no decision of the municipality.
    pub example: bool,
}

impl AccountLine {
    /// The line as the booking rules of a compensation need it.
    #[must_use]
    pub fn rule(&self) -> AccountRule {
        AccountRule {
            account: self.account.clone(),
            activity: self.activity.clone(),
            counterpart: self.counterpart.clone(),
            text: self.text.clone().unwrap_or_default(),
        }
    }

    /// The line as the account of the bank or of observation.
    #[must_use]
    pub fn account_string(&self) -> AccountString {
        AccountString {
            account: self.account.clone(),
            cost_centre: None,
            activity: self.activity.clone(),
            counterpart: self.counterpart.clone(),
        }
    }
}

/// The headings of the table as it is written.
#[must_use]
pub fn account_headings() -> Vec<&'static str> {
    COLUMNS.iter().map(|column| column.names[0]).collect()
}

/// A line of the table as it is written, so that it reads back as the same.
#[must_use]
pub fn account_cells(line: &AccountLine) -> Vec<String> {
    let purpose = match &line.purpose {
        AccountPurpose::Bank => BANK.to_owned(),
        AccountPurpose::Observation => OBSERVATION.to_owned(),
        AccountPurpose::Income(compensation) => compensation.0.clone(),
    };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    vec![
        purpose,
        line.account.clone(),
        text(&line.account_name),
        text(&line.activity),
        text(&line.activity_name),
        text(&line.counterpart),
        line.text.clone().unwrap_or_else(|| VOUCHER_TEXT.to_owned()),
        if line.example { EXAMPLE } else { DECIDED }.to_owned(),
    ]
}

/// The line of a template for a compensation without an account: for somebody to fill in.
#[must_use]
pub fn account_cells_left_open(compensation: &CompensationCode) -> Vec<String> {
    let mut cells = vec![String::new(); COLUMNS.len()];
    cells[PURPOSE] = compensation.0.clone();
    cells
}

/// Reads the table of accounts. A second line for the same purpose is a fault; what a template has
/// left open is passed over.
///
/// # Errors
/// [`FileRefusal`], [`FileRefusal::NoHeader`] among them.
pub fn read_accounts(
    source: &mut dyn Source,
    inspection: &Inspection,
    limits: &Limits,
) -> Result<TableRead<AccountLine>, FileRefusal> {
    let mut seen: HashMap<AccountPurpose, u32> = HashMap::new();
    read_table(source, inspection, limits, &COLUMNS, &mut |row| {
        if row.is_left_open(&[ACCOUNT, TEXT]) {
            return None;
        }
        let read = line(row)?;
        if let Some(first) = seen.get(&read.purpose) {
            row.fault(PURPOSE, Flaw::new(FindingCode::LineTwice).with("line", first));
        } else {
            seen.insert(read.purpose.clone(), row.number());
        }
        Some(read)
    })
}

fn line(line: &mut TableLine<'_>) -> Option<AccountLine> {
    let purpose = line.needed(PURPOSE).map(|text| match text.as_str() {
        BANK => AccountPurpose::Bank,
        OBSERVATION => AccountPurpose::Observation,
        _ => AccountPurpose::Income(CompensationCode(text)),
    });
    let account = line.needed(ACCOUNT);
    let text = line.needed(TEXT);
    let example = match line.text(STATUS) {
        Some(_) => line.word(STATUS, &[(EXAMPLE, true), (DECIDED, false)]),
        None => Some(false),
    };
    Some(AccountLine {
        purpose: purpose?,
        account: account?,
        account_name: line.text(ACCOUNT_NAME),
        activity: line.text(ACTIVITY),
        activity_name: line.text(ACTIVITY_NAME),
        counterpart: line.text(COUNTERPART),
        text: Some(text?).filter(|text| text != VOUCHER_TEXT),
        example: example?,
    })
}
