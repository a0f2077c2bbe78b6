//! The dated table from the payment codes of Migrationsverket to the compensations of the law.

use std::collections::HashMap;
use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The code of a compensation in the catalogue of the law, such as `NYA-SCHABLON`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CompensationCode(pub String);

impl fmt::Display for CompensationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How sure it is that a payment code means what the table says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CodeStatus {
    /// Published by Migrationsverket, in editions up to 2016.
    Published,
    /// Invented, because no code after 2017 is public; to be replaced by the real one.
    Example,
    /// Entered or confirmed by the municipality.
    Own,
}

impl CodeStatus {
    /// The status as it stands in contracts and the store.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            CodeStatus::Published => "published",
            CodeStatus::Example => "example",
            CodeStatus::Own => "own",
        }
    }

    /// The status with that text.
    #[must_use]
    pub fn parse(text: &str) -> Option<CodeStatus> {
        let all = [CodeStatus::Published, CodeStatus::Example, CodeStatus::Own];
        all.into_iter().find(|status| status.as_str() == text)
    }
}

/// What a payment code means between two days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeEntry {
    /// The code as it stands in the payment list.
    pub payment_code: String,
    /// The compensation of the law, or none while nobody has said which ("unmapped").
    pub compensation: Option<CompensationCode>,
    /// Whether rows with the code take money back.
    pub clawback: bool,
    /// Whether a row with the code must name a person.
    pub person_bound: bool,
    /// The clear text of the code, Swedish.
    pub text: String,
    /// First payment date it holds for; none from the beginning.
    pub valid_from: Option<NaiveDate>,
    /// Last payment date it holds for; none until further notice.
    pub valid_until: Option<NaiveDate>,
    /// How sure the meaning is.
    pub status: CodeStatus,
}

impl CodeEntry {
    fn holds_on(&self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= day)
            && self.valid_until.is_none_or(|until| day <= until)
    }
}

/// All payment codes, looked up by code and payment date.
#[derive(Clone, Debug, Default)]
pub struct CodeTable {
    entries: HashMap<String, Vec<CodeEntry>>,
}

impl CodeTable {
    /// The meaning of `payment_code` on the payment date `day`; none when the code is unknown then.
    ///
    /// Where two entries hold on the same day the one that began last wins, so that an own entry
    /// can replace a shipped one from a certain day.
    #[must_use]
    pub fn get(&self, payment_code: &str, day: NaiveDate) -> Option<&CodeEntry> {
        self.entries
            .get(payment_code)?
            .iter()
            .filter(|entry| entry.holds_on(day))
            .max_by_key(|entry| (entry.valid_from, entry.status == CodeStatus::Own))
    }

    /// Every entry, in no particular order.
    pub fn iter(&self) -> impl Iterator<Item = &CodeEntry> {
        self.entries.values().flatten()
    }
}

impl FromIterator<CodeEntry> for CodeTable {
    fn from_iter<I: IntoIterator<Item = CodeEntry>>(entries: I) -> CodeTable {
        let mut table = CodeTable::default();
        for entry in entries {
            table.entries.entry(entry.payment_code.clone()).or_default().push(entry);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(from: Option<&str>, until: Option<&str>, compensation: &str) -> CodeEntry {
        let day = |text: &str| text.parse().unwrap();
        CodeEntry {
            payment_code: "XETAB".into(),
            compensation: Some(CompensationCode(compensation.into())),
            clawback: false,
            person_bound: true,
            text: String::new(),
            valid_from: from.map(day),
            valid_until: until.map(day),
            status: CodeStatus::Example,
        }
    }

    #[test]
    fn a_code_may_change_meaning_from_a_day() {
        let table: CodeTable =
            [entry(None, Some("2026-06-30"), "OLD"), entry(Some("2026-07-01"), None, "NEW")]
                .into_iter()
                .collect();
        let on = |day: &str| {
            table.get("XETAB", day.parse().unwrap()).and_then(|e| e.compensation.clone())
        };
        assert_eq!(on("2026-06-30"), Some(CompensationCode("OLD".into())));
        assert_eq!(on("2026-07-01"), Some(CompensationCode("NEW".into())));
        assert_eq!(table.get("ZZZ9", "2026-07-01".parse().unwrap()), None);
    }
}
