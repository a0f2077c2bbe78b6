//! The compensations of the law: text to a checked catalogue.
//!
//! One file per compensation in `assets/rates`, named after its code in lower case; `docs/RATES.md`
//! is the reference of the format. [`shipped`] reads those that ship with the program and refuses
//! them with every fault at once; [`with_own`] adds the amounts that the municipality has entered.

mod checked;
mod checks;
mod compensation;
mod fault;
mod file;
mod intervals;
mod own;
mod reading;
mod shipped;
mod value;
mod watches;
mod wordings;

pub use checked::with_checks;
pub use domain::law::{Catalogue, Compensation};
pub use fault::{CatalogueFault, OwnFault, Reason};
pub use own::{CaseChange, OwnRate, changes, preview, with_own};
pub use shipped::{from_texts, shipped};
pub use watches::{WatchFault, WatchReason, shipped_watches, watches_from_texts};
