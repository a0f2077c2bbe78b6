//! The shipped catalogue, its checks, and the amounts of the municipality.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod document;
mod faults;
mod look_ups;
mod own;
mod published;
mod shipped;

use chrono::NaiveDate;
use domain::codes::CompensationCode;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn code(text: &str) -> CompensationCode {
    CompensationCode(text.to_owned())
}
