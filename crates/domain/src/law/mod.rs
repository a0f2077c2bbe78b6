//! The law as values: compensations with their dated rates, who is entitled, and what the texts
//! leave open.
//!
//! The `rates` crate makes the [`Catalogue`] from files and refuses what does not hold together;
//! [`crate::entitlement`] computes from it.

mod before;
mod catalogue;
mod compensation;
mod condition;
mod question;
mod rate;
mod wording;

pub use catalogue::{Catalogue, Query, Rated, Refusal};
pub use compensation::{
    AgeAt, Ask, CappedBy, Compensation, Counting, Instead, LimitBy, NotComputed, RateBy, Trigger,
    Whose,
};
pub use condition::{Condition, Hiding, HousingDuty, StudyGrantDays, Unaccompanied};
pub use question::*;
pub use rate::{AgeBound, Case, CaseLimits, Rate, Unit, years_old};
pub use wording::Wording;
