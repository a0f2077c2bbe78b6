//! The crate as its callers see it, on files.

mod cases;
mod support;
