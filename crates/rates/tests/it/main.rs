//! The shipped catalogue and watches, their checks, the amounts of the municipality, and what holds whatever the facts.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod answers;
mod coverage;
mod document;
mod facts;
mod faults;
mod life;
mod look_ups;
mod own;
mod properties;
mod published;
mod shipped;
mod sums;
mod watch_files;
mod watches;
mod wordings;

use domain::codes::CompensationCode;

use crate::facts::day;

fn code(text: &str) -> CompensationCode {
    CompensationCode(text.to_owned())
}
