//! The crate as its callers see it, on files.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod any_bytes;
mod cases;
mod corrections;
mod profiles;
mod robustness;
mod samples;
mod sheets;
mod support;
mod workbooks;
