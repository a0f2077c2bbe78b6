//! Days from one to another, as documents have them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Days from a first one to a last one: a term of the schools, or a mass influx.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DaySpan {
    /// First day.
    #[ts(type = "string")]
    pub from: NaiveDate,
    /// Last day, inclusive.
    #[ts(type = "string")]
    pub until: NaiveDate,
}
