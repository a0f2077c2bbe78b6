//! The rules of Återsök, pure: no input or output, no clock, no SQL, no language.
//!
//! Everything here takes what it needs as arguments, the day included, and answers with values.
//! Faults are codes with named values; the sentences about them stand in `assets/texts`.

pub mod accounting;
pub mod again;
pub mod calendar;
pub mod candidate;
pub mod case;
pub mod case_document;
pub mod checks;
pub mod claim;
pub mod claim_check;
pub mod claim_period;
pub mod codes;
pub mod cost;
pub mod deadline;
pub mod distribution;
pub mod entitlement;
pub mod expectation;
pub mod facts;
pub mod finding;
pub mod identity;
pub mod intake;
pub mod key;
pub mod last_day;
pub mod law;
pub mod ledger;
pub mod matching;
pub mod money;
pub mod payment;
pub mod person;
pub mod proposing;
pub mod reading;
pub mod schooling;
pub mod spelling;
pub mod suspense;
pub mod user;
pub mod voucher;
pub mod watch;

pub use accounting::AccountingPeriod;
pub use calendar::{Month, Period};
pub use finding::{Finding, FindingCode, Severity};
pub use money::Ore;
pub use payment::{Field, PaymentRow};
