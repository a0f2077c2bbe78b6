//! The encrypted database: the only crate of the product that knows how it is kept.
//!
//! Reading and changing are different handles. [`Store::read`] gives a [`Read`]; [`Store::change`]
//! runs its work in one transaction with a [`Write`] and leaves exactly one event in the audit
//! chain, or nothing at all. SQL stays inside this crate, behind functions shaped by use cases, and
//! passes through one seam, `db`.
//!
//! # Errors
//! Every function fails when the database cannot be read or written, and a function that writes when
//! the database refuses what it writes. What else can go wrong stands with the function.

pub mod audit;
pub mod backup;
pub mod case_documents;
pub mod cases;
pub mod catalogue;
mod change;
pub mod checking;
pub mod claimable;
pub mod claims;
pub mod costs;
mod db;
pub mod distributions;
pub mod drafts;
mod error;
pub mod expectation;
mod handles;
pub mod identity;
pub mod intake;
pub mod key;
mod keys;
pub mod last_days;
pub mod law;
pub mod layouts;
pub mod leaving;
pub mod ledger;
pub mod lists;
pub mod matches;
mod numbers;
pub mod orders;
pub mod originals;
mod owner;
pub mod periods;
pub mod persons;
pub mod readings;
pub mod restoring;
pub mod settings;
mod store;
pub mod suspense;
mod trial;
pub mod typing;
pub mod unfinished;
pub mod users;
pub mod watch_marks;

pub use change::{Changed, Ending, Ends, Occasion};
pub use db::{
    CACHE_KIB, Fault, RowFault, RowFaultKind, RowsHeld, SchemaLooked, Source, library_version,
    open_next_among_others, prepare, statements,
};
pub use error::{Result, StoreError};
pub use handles::{Read, Write};
pub use numbers::*;
pub use owner::open_for_owner;
pub use store::{Reservation, Store, before_next_change, reserve};
