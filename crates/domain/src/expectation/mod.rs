//! What should have come against what has come: the pure comparison.
//!
//! [`crate::entitlement`] says what the city should get, the ledger what it was paid, and decisions
//! what it was granted. [`compare`] lays them side by side for one person, or for the city's own
//! compensations, so that every öre of either side stands in exactly one [`Comparison`].

mod by_month;
mod calendar;
mod change;
mod compare;
mod comparison;
mod decided;
mod input;
mod judge;
mod lists;
mod node;
mod not_triggered;
mod pairing;
mod pour;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod sample;
mod spans;
#[cfg(test)]
mod tests;
mod unmatched;

pub use by_month::{ByDueMonth, Sums, by_due_month};
pub use calendar::{DueGroup, ExpectedDays, due_groups, expected_but_not_here, expected_days};
pub use change::{Change, Changed, change};
pub use compare::compare;
pub use comparison::{Basis, Cause, Comparison, Part, State};
pub use decided::Decided;
pub use input::{Expected, GrantedRow, PaidRow};
pub use lists::{ListsRead, WORKING_DAYS_TO_READ, list_is_late_from};
pub use not_triggered::{NotTriggered, Untriggered, not_triggered};
pub use unmatched::{Likeness, MayBe, UnmatchedRows, may_be_unmatched};
