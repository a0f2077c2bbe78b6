//! What lies on the observation account, and why.

use crate::case::words;

words! {
    /// Why money lies on the observation account.
    SuspenseKind {
        /// Nobody was found for the row.
        Unmatched = "unmatched",
        /// Whose the row is has been disputed: undone, opened again, or the numbers are two persons'.
        Disputed = "disputed",
        /// No board, no key, or no compensation.
        WithoutBoardOrKey = "without-board-or-key",
        /// Payments of a list that no run has taken yet.
        NotDistributed = "not-distributed",
        /// A parked row.
        Parked = "parked",
        /// The bank credited another sum than the list's.
        BankDifference = "bank-difference",
        /// Shared, and not handed over by a voucher of the day.
        NotHandedOver = "not-handed-over",
    }
}
