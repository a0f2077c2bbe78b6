//! The links of the chain that a krona passes.

use serde::{Deserialize, Serialize};

/// What an entry of the ledger records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EntryKind {
    /// Money that should come, by the law; written when a report uses it.
    Expected,
    /// What the agency has decided to pay.
    Granted,
    /// Money came: a row of a committed list. Moved to a person by a match, with opposite signs.
    Paid,
    /// Money was given to a board.
    Distributed,
    /// A posting of it was handed over to the finance system.
    HandedOver,
    /// The finance system has given the voucher its number.
    Booked,
}

impl EntryKind {
    /// The kind as it stands in contracts, texts and the store.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            EntryKind::Expected => "expected",
            EntryKind::Granted => "granted",
            EntryKind::Paid => "paid",
            EntryKind::Distributed => "distributed",
            EntryKind::HandedOver => "handed-over",
            EntryKind::Booked => "booked",
        }
    }
}
