//! The operations by area: the types of their requests and responses, and their handlers.
//!
//! Amounts are whole öre in fields ending in `_ore`; days are ISO text; identity numbers are 12 and
//! 8 digits without separators; `person` is the register's own Person-id.

pub mod backup;
pub mod booked;
pub mod booking;
pub mod candidates;
pub mod cases;
pub mod catalogue;
pub mod claims;
pub mod cost_files;
pub mod costs;
pub mod decisions;
pub mod distribution;
pub mod draft;
pub mod expectation;
pub mod intake;
pub mod keys;
pub mod last_days;
pub mod law;
pub mod leaving;
pub mod ledger;
pub mod lists;
pub mod log;
pub mod matching;
pub mod originals;
pub mod overview;
pub mod payments;
pub mod persons;
pub mod register;
pub mod review;
pub mod school;
pub mod session;
pub mod support;
pub mod suspense;
pub mod training;
pub mod undoing;
pub mod users;
pub mod watches;

use app::Wording as _;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::wording::SwedishTexts;
use crate::{ErrorReply, texts};

/// A request without content.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
pub struct Nothing {}

/// Names a payment list.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ListRequest {
    /// The list's id.
    pub list: String,
}

/// Names a row of a payment list.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct RowRequest {
    /// The list's id.
    pub list: String,
    /// Line in the file.
    pub line: u32,
}

/// A file that has been written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WrittenFile {
    /// Where it lies.
    pub path: String,
    /// Size in bytes.
    pub bytes: u64,
}

/// What is wrong with a row of a file.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Diagnostic {
    /// Line as a text editor counts.
    pub line: u32,
    /// Field number from 1; none for the whole row.
    pub column: Option<u16>,
    /// The column's own header text.
    pub column_name: Option<String>,
    /// Stable code.
    pub code: String,
    /// `error` or `warning`.
    pub severity: String,
    /// What is wrong and what to do, in Swedish.
    pub message: String,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub todo: String,
    /// What is wrong, in five words.
    pub short: String,
}

impl From<&domain::Finding> for Diagnostic {
    fn from(finding: &domain::Finding) -> Diagnostic {
        let id = format!("finding-{}", finding.code.as_str());
        let values: Vec<(String, String)> = finding.values.iter().map(in_words).collect();
        let values = crate::texts::named_values(&values);
        let text = |suffix: &str| crate::texts::text(&format!("{id}{suffix}"), &values);
        let what = SwedishTexts.in_its_sheet(finding, text(""));
        let (todo, short) = (text(".do"), text(".short"));
        Diagnostic {
            line: finding.line,
            column: finding.column,
            column_name: finding.column_name.clone(),
            code: finding.code.as_str().to_owned(),
            severity: match finding.severity() {
                domain::Severity::Error => "error".to_owned(),
                domain::Severity::Warning => "warning".to_owned(),
            },
            message: format!("{what} {todo}"),
            what,
            todo,
            short,
        }
    }
}

/// Kinds and fields of facts are words in their own right.
fn in_words((name, value): &(String, String)) -> (String, String) {
    let id = match name.as_str() {
        "kind" => format!("fact-{value}"),
        "field" => format!("fact-field-{}", value.replace('_', "-")),
        _ => return (name.clone(), value.clone()),
    };
    let text = if texts::has(&id) { texts::text(&id, &[]) } else { value.clone() };
    (name.clone(), text)
}

pub(crate) fn diagnostics(findings: &[domain::Finding]) -> Vec<Diagnostic> {
    findings.iter().map(Diagnostic::from).collect()
}

pub(crate) fn day_text(day: Option<NaiveDate>) -> Option<String> {
    day.map(|day| day.to_string())
}

/// A password or a code of a request, wiped when it is dropped.
pub(crate) fn secret(text: String) -> app::session::Secret {
    app::session::Secret::new(text)
}

/// Reads an ISO day of a request; an empty text is none.
pub(crate) fn day_of(field: &str, text: Option<&str>) -> Result<Option<NaiveDate>, ErrorReply> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    Ok(text.map(|text| certain_day_of(field, text)).transpose()?)
}

/// Reads an ISO day that a request cannot do without.
pub(crate) fn certain_day_of(field: &str, text: &str) -> Result<NaiveDate, app::AppError> {
    app::day_typed(text).map_err(|error| error.in_field(field))
}
