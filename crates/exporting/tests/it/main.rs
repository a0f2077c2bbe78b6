//! Tests over the public interface, in one program.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "all of this is tests")]

mod booking_golden;
mod booking_roundtrip;
mod documents;
mod printed;
mod sample;
