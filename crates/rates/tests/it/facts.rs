//! Facts as tests write them: entered by nobody in particular, known before everything that is asked.

use chrono::NaiveDate;
use domain::facts::{Fact, FactContent, FactId, Validity};

/// A day as it is written, `2026-10-01`.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A fact that holds from and until those days, both included.
pub(crate) fn fact(
    content: FactContent,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
) -> Fact {
    Fact {
        id: FactId(format!("{content:?}-{from:?}-{until:?}")),
        content,
        validity: Validity { valid_from: from, valid_until: until },
        known_since: day("2020-01-01"),
        according_to_import: false,
        document_date: None,
        source: None,
        entered_by: "EXEMPEL".to_owned(),
        corrects: None,
        withdrawn: false,
    }
}
