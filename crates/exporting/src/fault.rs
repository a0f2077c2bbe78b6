//! Why something could not be written.

use std::fmt;

use chrono::NaiveDate;
use domain::{AccountingPeriod, Ore};

/// Everything that stops a file or document from being written; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportFault(pub Vec<Cause>);

impl fmt::Display for ExportFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let codes: Vec<&str> = self.0.iter().map(Cause::code).collect();
        write!(f, "not written: {}", codes.join(", "))
    }
}

impl std::error::Error for ExportFault {}

impl From<Cause> for ExportFault {
    fn from(cause: Cause) -> ExportFault {
        ExportFault(vec![cause])
    }
}

/// One reason, with the field it concerns and the values that a text about it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The text is longer than the format lets the field be; nothing is cut in silence.
    TextTooLong {
        /// Stable name of the field, such as `posting-text`; in GL07 that of the layout, such as
        /// `description`.
        field: &'static str,
        /// The whole text.
        text: String,
        /// Its length in characters.
        length: usize,
        /// The most the field holds.
        limit: usize,
    },
    /// The text holds a control character, which no format allows.
    ControlCharacter {
        /// Stable name of the field.
        field: &'static str,
        /// The text, control characters shown as `\u{…}`.
        text: String,
    },
    /// The text holds characters that the file's encoding lacks.
    NotInEncoding {
        /// Stable name of the field.
        field: &'static str,
        /// The whole text.
        text: String,
        /// `CP437` or `windows-1252`.
        encoding: &'static str,
        /// The characters, each once.
        characters: String,
        /// The text after [`crate::booking::REPLACEMENTS`], where the table covers all of it.
        proposal: Option<String>,
    },
    /// The file must declare a code whose name is not known.
    NameMissing {
        /// `account-name`, `cost-centre-name`, `activity-name` or `counterpart-name`.
        field: &'static str,
        /// The code.
        text: String,
    },
    /// Two parts of the code string are set to the same dimension, or to one that does not exist.
    DimensionClash {
        /// `agresso-dimension` (1 to 7) or `sie-dimension`.
        field: &'static str,
        /// The number.
        text: String,
    },
    /// There is nothing to write.
    NoVouchers,
    /// A voucher without lines, or whose debit and credit differ.
    Unbalanced {
        /// Number of the voucher, from 1.
        voucher: usize,
        /// Debit less credit, in öre.
        difference: Ore,
    },
    /// A voucher whose date lies outside its accounting period or the fiscal year of the file.
    DateOutsidePeriod {
        /// Number of the voucher, from 1.
        voucher: usize,
        /// Its date.
        date: NaiveDate,
        /// Its period.
        period: AccountingPeriod,
    },
    /// A period that the format has no place for: there the voucher's date alone decides the month.
    PeriodNotCarried {
        /// The period.
        period: AccountingPeriod,
    },
    /// An amount so large that a spreadsheet would lose its öre (15 digits).
    AmountTooLarge {
        /// The amount.
        amount: Ore,
    },
    /// A printed total that is not the sum of its rows.
    SumDiffers {
        /// The column's field name.
        field: &'static str,
        /// The total that was given.
        given: Ore,
        /// The sum of the rows.
        sum: Ore,
    },
    /// A row with another number of cells than its table has columns.
    RowWidth {
        /// Row of the table, from 1.
        row: usize,
    },
    /// The library that writes the format refused.
    Writer {
        /// `csv`, `xlsx` or `pdf`.
        format: &'static str,
        /// What it said.
        reason: String,
    },
}

impl Cause {
    /// The stable code of the cause.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Cause::TextTooLong { .. } => "export-text-too-long",
            Cause::ControlCharacter { .. } => "export-control-character",
            Cause::NotInEncoding { .. } => "export-not-in-encoding",
            Cause::NameMissing { .. } => "export-name-missing",
            Cause::DimensionClash { .. } => "export-dimension-clash",
            Cause::NoVouchers => "export-no-vouchers",
            Cause::Unbalanced { .. } => "export-voucher-unbalanced",
            Cause::DateOutsidePeriod { .. } => "export-date-outside-period",
            Cause::PeriodNotCarried { .. } => "export-period-not-carried",
            Cause::AmountTooLarge { .. } => "export-amount-too-large",
            Cause::SumDiffers { .. } => "export-sum-differs",
            Cause::RowWidth { .. } => "export-row-width",
            Cause::Writer { .. } => "export-writer",
        }
    }

    /// The field that the cause concerns, where it concerns one.
    #[must_use]
    pub fn field(&self) -> Option<&'static str> {
        match self {
            Cause::TextTooLong { field, .. }
            | Cause::ControlCharacter { field, .. }
            | Cause::NotInEncoding { field, .. }
            | Cause::NameMissing { field, .. }
            | Cause::DimensionClash { field, .. }
            | Cause::SumDiffers { field, .. } => Some(field),
            _ => None,
        }
    }

    /// Named values for the text about it; amounts in öre.
    #[must_use]
    pub fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Cause::TextTooLong { text, length, limit, .. } => vec![
                ("text", text.clone()),
                ("length", length.to_string()),
                ("limit", limit.to_string()),
            ],
            Cause::ControlCharacter { text, .. }
            | Cause::NameMissing { text, .. }
            | Cause::DimensionClash { text, .. } => vec![("text", text.clone())],
            Cause::NotInEncoding { text, encoding, characters, proposal, .. } => vec![
                ("text", text.clone()),
                ("encoding", (*encoding).to_owned()),
                ("characters", characters.clone()),
                ("proposal", proposal.clone().unwrap_or_default()),
            ],
            Cause::NoVouchers => Vec::new(),
            Cause::Unbalanced { voucher, difference } => {
                vec![("voucher", voucher.to_string()), ("difference_ore", difference.0.to_string())]
            }
            Cause::DateOutsidePeriod { voucher, date, period } => vec![
                ("voucher", voucher.to_string()),
                ("date", date.to_string()),
                ("period", period.to_string()),
            ],
            Cause::PeriodNotCarried { period } => vec![("period", period.to_string())],
            Cause::AmountTooLarge { amount } => vec![("amount_ore", amount.0.to_string())],
            Cause::SumDiffers { given, sum, .. } => {
                vec![("given_ore", given.0.to_string()), ("sum_ore", sum.0.to_string())]
            }
            Cause::RowWidth { row } => vec![("row", row.to_string())],
            Cause::Writer { format, reason } => {
                vec![("format", (*format).to_owned()), ("reason", reason.clone())]
            }
        }
    }
}
