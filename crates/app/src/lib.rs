//! Use cases: one function per thing a person does.
//!
//! Here, and only here, the pure rules meet the database, the files and the clock. Every use case
//! that changes something runs in one transaction and leaves one event in the audit chain.

mod action;
pub mod booking;
pub mod cases;
pub mod catalogue;
pub mod clock;
pub mod distributing;
mod error;
mod files;
pub mod last_days;
pub mod matching;
pub mod model;
pub mod payments;
pub mod persons;
mod print;
pub mod register;
pub mod sample;
pub mod session;
pub mod settings;
pub mod statement;
pub mod trace;
mod typed;
mod wording;

use chrono::NaiveDate;
use store::{Changed, Occasion, Read, Store, Write};

pub use action::{Action, Right};
pub use error::{AppError, Refusal, RefusalCode, Unreadable};
pub use wording::{TextValue, Wording, named_values};

/// The result of every use case.
pub type Result<T, E = AppError> = std::result::Result<T, E>;

/// An open database with its acting person and business date.
pub struct App {
    store: Store,
    actor: String,
    today: NaiveDate,
    wording: Box<dyn Wording>,
    access: persons::Access,
}

impl App {
    /// Works on an open database.
    #[must_use]
    pub fn new(store: Store, actor: String, today: NaiveDate, wording: Box<dyn Wording>) -> App {
        App { store, actor, today, wording, access: persons::Access::default() }
    }

    /// The acting person.
    #[must_use]
    pub fn actor(&self) -> &str {
        &self.actor
    }

    /// The business date.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// Sets the business date; audit times come from the system clock all the same.
    pub fn set_today(&mut self, today: NaiveDate) {
        self.today = today;
    }

    /// Where the database lies.
    #[must_use]
    pub fn path(&self) -> &std::path::Path {
        self.store.path()
    }

    /// A handle for reading.
    #[must_use]
    pub fn read(&self) -> Read<'_> {
        self.store.read()
    }

    /// Whether the database file is sound.
    ///
    /// # Errors
    /// When it cannot be read at all.
    pub fn is_sound(&self) -> Result<bool> {
        Ok(self.store.is_sound()?)
    }

    fn change<T>(
        &mut self,
        action: Action,
        work: impl FnOnce(&Write<'_>) -> Result<Changed<T>>,
    ) -> Result<T> {
        let occasion = self.occasion(action);
        self.store.change(&occasion, work)
    }

    fn occasion(&self, action: Action) -> Occasion {
        Occasion { at: clock::now_utc(), actor: self.actor.clone(), action: action.name() }
    }
}

/// A new id: UUIDv7, so that ids sort by time of making.
#[must_use]
pub fn new_id() -> String {
    uuid::Uuid::now_v7().to_string()
}
