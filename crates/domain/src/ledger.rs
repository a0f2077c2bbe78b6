//! The links of the chain that a krona passes.

use crate::case::words;

words! {
    /// What an entry of the ledger records.
    EntryKind {
        /// Money that should come, by the law; written when a report uses it.
        Expected = "expected",
        /// The city has borne a cost for somebody.
        Cost = "cost",
        /// The city has asked for money: a line of a submitted claim.
        Claimed = "claimed",
        /// What the agency has decided to pay.
        Granted = "granted",
        /// Money came: a row of a committed list. Moved to a person by a match, with opposite signs.
        Paid = "paid",
        /// Money was given to a board.
        Distributed = "distributed",
        /// A posting of it was handed over to the finance system.
        HandedOver = "handed-over",
        /// The finance system has given the voucher its number.
        Booked = "booked",
    }
}
