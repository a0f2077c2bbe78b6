//! How the database is guarded while nobody works.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the database is guarded while nobody works.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct SecuritySettings {
    /// Minutes without a key or a pointer after which the database is closed.
    pub lock_minutes: u16,
}

impl Default for SecuritySettings {
    fn default() -> SecuritySettings {
        SecuritySettings { lock_minutes: 10 }
    }
}

/// Minutes after which it can be locked.
const LOCK_MINUTES: RangeInclusive<u16> = 1..=60;

impl SecuritySettings {
    /// Whether the database can be locked after that time.
    pub(super) fn is_possible(&self) -> bool {
        LOCK_MINUTES.contains(&self.lock_minutes)
    }
}
