//! The shipped catalogue and watches, their checks, the amounts of the municipality, and what holds whatever the facts.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod document;
mod facts;
mod faults;
mod look_ups;
mod own;
mod properties;
mod published;
mod shipped;
mod watches;
mod wordings;

use domain::codes::CompensationCode;

use crate::facts::day;

fn code(text: &str) -> CompensationCode {
    CompensationCode(text.to_owned())
}
