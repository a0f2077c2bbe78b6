//! The one place that reads the system clock.

use std::time::SystemTime;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};

/// The moment in UTC, RFC 3339 with milliseconds and a Z: for the audit chain only.
#[must_use]
#[allow(clippy::disallowed_methods, reason = "the audit chain takes its time from the system")]
pub fn now_utc() -> String {
    DateTime::<Utc>::from(SystemTime::now()).to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// The system's day, for hosts that were given no business date. In UTC: an office that works past
/// midnight sets the date.
#[must_use]
#[allow(clippy::disallowed_methods, reason = "a business date is needed where none was given")]
pub fn today() -> NaiveDate {
    DateTime::<Utc>::from(SystemTime::now()).date_naive()
}

/// The moment, for what stays open for a while.
#[must_use]
#[allow(clippy::disallowed_methods, reason = "what was opened closes by the system's clock")]
pub fn now() -> DateTime<Utc> {
    DateTime::<Utc>::from(SystemTime::now())
}
