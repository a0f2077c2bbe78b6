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
pub mod checking;
mod db;
pub mod distributions;
mod error;
pub mod expectation;
pub mod identity;
pub mod key;
pub mod last_days;
pub mod law;
pub mod ledger;
pub mod lists;
pub mod matches;
mod numbers;
pub mod orders;
pub mod originals;
mod owner;
pub mod persons;
pub mod register_drafts;
pub mod restoring;
pub mod settings;
mod store;
pub mod suspense;
pub mod unfinished;
pub mod watch_marks;

use std::cell::Cell;

use serde_json::Value;

pub use db::{
    CACHE_KIB, Fault, RowFault, RowFaultKind, RowsHeld, SchemaLooked, Source,
    open_next_among_others, prepare, statements,
};
pub use error::StoreError;
pub use numbers::*;
pub use owner::for_owner;
pub use store::{Reservation, Store, before_next_change, reserve};

use crate::db::Db;

/// The result of everything the store does.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// A handle that can only read.
pub struct Read<'c> {
    db: Db<'c>,
}

/// A handle inside one transaction, which belongs to one audit event.
pub struct Write<'c> {
    read: Read<'c>,
    event_no: EventNo,
    // The last number of the ledger, once this transaction has taken some; kept at its end.
    last_entry_no: Cell<Option<i64>>,
}

impl<'c> std::ops::Deref for Write<'c> {
    type Target = Read<'c>;
    fn deref(&self) -> &Read<'c> {
        &self.read
    }
}

impl Write<'_> {
    /// The audit event that this transaction will leave.
    #[must_use]
    pub fn event_no(&self) -> EventNo {
        self.event_no
    }
}

/// Who does what, when: the head of an audit event.
#[derive(Clone, Debug)]
pub struct Occasion {
    /// Moment in UTC from the system clock, RFC 3339 with a Z.
    pub at: String,
    /// The acting person.
    pub actor: String,
    /// The use case, such as `payments.commit`.
    pub action: &'static str,
}

/// What a change leaves behind: its value, and what the audit event says of it.
pub struct Changed<T> {
    /// The use case's own result.
    pub value: T,
    /// The id of what was changed.
    pub object: String,
    /// Counts, sums in öre and digests; never personal data.
    pub detail: Value,
}

/// How a change ends.
pub enum Ending<T> {
    /// Something was changed.
    Changed(Changed<T>),
    /// Something was changed, by another use case than the occasion names: which one it is may hang
    /// on what is found inside the transaction.
    ChangedAs(&'static str, Changed<T>),
    /// Nothing was changed, as when the same is asked for once more: no event is left.
    Nothing(T),
}

impl<T> Ending<T> {
    /// The same with another result.
    pub fn giving<U>(self, value: U) -> Ending<U> {
        let giving = |changed: Changed<T>, value| {
            let Changed { object, detail, .. } = changed;
            Changed { value, object, detail }
        };
        match self {
            Ending::Changed(changed) => Ending::Changed(giving(changed, value)),
            Ending::ChangedAs(action, changed) => Ending::ChangedAs(action, giving(changed, value)),
            Ending::Nothing(_) => Ending::Nothing(value),
        }
    }
}

/// What the work of a change may give: a [`Changed`], or an [`Ending`] where it may be nothing.
pub trait Ends {
    /// The use case's own result.
    type Value;

    /// How it ends.
    fn ending(self) -> Ending<Self::Value>;
}

impl<T> Ends for Changed<T> {
    type Value = T;

    fn ending(self) -> Ending<T> {
        Ending::Changed(self)
    }
}

impl<T> Ends for Ending<T> {
    type Value = T;

    fn ending(self) -> Ending<T> {
        self
    }
}
