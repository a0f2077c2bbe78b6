//! Use cases: one function per thing a person does.
//!
//! Here, and only here, the pure rules meet the database, the files and the clock. Every use case
//! that changes something runs in one transaction and leaves one event in the audit chain.

mod action;
pub mod backup;
pub mod booking;
pub mod candidates;
pub mod cases;
pub mod catalogue;
pub mod claims;
pub mod clock;
mod cores;
pub mod costs;
mod days;
pub mod decisions;
pub mod distributing;
mod door;
pub mod draft;
mod error;
pub mod expecting;
pub mod files;
pub mod heads;
pub mod history;
pub mod intake;
pub mod keys;
pub mod last_days;
pub mod law;
pub mod leaving;
pub mod listing;
mod masking;
pub mod matching;
pub mod model;
pub mod originals;
mod overview;
pub mod payments;
pub mod periods;
pub mod persons;
mod print;
pub mod readings;
pub mod register;
mod reopening;
mod rights;
pub mod school;
mod scope;
pub mod session;
pub mod settings;
pub mod statement;
pub mod support;
pub mod suspense;
pub mod trace;
mod typed;
pub mod users;
pub mod watching;
mod wording;

use std::cell::RefCell;
use std::ops::RangeInclusive;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use store::{EventNo, Store};

pub use action::Action;
pub use days::DaySpan;
pub use error::{AppError, Refusal, RefusalCode, Unreadable};
pub use masking::{Mask, Shown};
pub use rights::{Right, Rights, Standing};
pub use scope::Target;
pub use typed::{Stated, day_typed};
pub use wording::{TextValue, Wording, choice_id, named_values};

/// The result of every use case.
pub type Result<T, E = AppError> = std::result::Result<T, E>;

/// An open database with its acting person and business date.
pub struct App {
    door: door::Door,
    actor: String,
    rights: Rights,
    // None in one person's database.
    user: Option<users::LoggedIn>,
    // The boards that the operation under way is cut to.
    scope: RefCell<Option<scope::Scope>>,
    today: NaiveDate,
    system_day: NaiveDate,
    wording: Box<dyn Wording>,
    access: persons::Access,
    open_rows: draft::OpenRows,
    masking: RefCell<Option<Arc<masking::Masking>>>,
    law: RefCell<Option<law::KeptLaw>>,
    expectation: RefCell<Option<KeptExpectation>>,
    candidates: RefCell<Option<candidates::KeptCandidates>>,
    watches: RefCell<Option<(NaiveDate, EventNo, Arc<watching::Watches>)>>,
    noted: RefCell<readings::Noted>,
}

/// What was computed for the city: as of which day, after which event.
type KeptExpectation = (NaiveDate, NaiveDate, EventNo, Arc<expecting::CityExpectation>);

impl App {
    /// Works on an open database.
    #[must_use]
    pub fn new(store: Store, host: session::Host) -> App {
        App {
            door: door::Door::of(store),
            actor: host.actor,
            rights: host.rights,
            user: None,
            scope: RefCell::default(),
            today: host.today,
            system_day: host.system_day,
            wording: host.wording,
            access: persons::Access::default(),
            open_rows: draft::OpenRows::default(),
            masking: RefCell::default(),
            law: RefCell::default(),
            expectation: RefCell::default(),
            candidates: RefCell::default(),
            watches: RefCell::default(),
            noted: RefCell::default(),
        }
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
}

/// Years of business dates: earlier ones know no state grants, later ones are slips of the hand.
const BUSINESS_YEARS: RangeInclusive<i32> = 1990..=2100;

/// A day that may be a business date.
///
/// # Errors
/// When it lies outside the years 1990 to 2100.
pub fn business_date(day: NaiveDate) -> Result<NaiveDate> {
    if BUSINESS_YEARS.contains(&day.year()) {
        return Ok(day);
    }
    let refused = AppError::refused(RefusalCode::BusinessDateRange).in_field("today");
    Err(refused.with("first", BUSINESS_YEARS.start()).with("last", BUSINESS_YEARS.end()))
}

/// A new id: UUIDv7, so that ids sort by time of making.
#[must_use]
pub fn new_id() -> String {
    uuid::Uuid::now_v7().to_string()
}
