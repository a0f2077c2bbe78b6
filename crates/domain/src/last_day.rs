//! How near a last day is.

use chrono::NaiveDate;

/// A last day within this many days is urgent.
pub const URGENT_DAYS: i64 = 14;
/// A last day within this many days is at risk.
pub const RISK_DAYS: i64 = 45;

/// How near a last day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Nearness {
    /// The day has passed.
    Passed,
    /// Within 14 days, today included.
    Urgent,
    /// Within 45 days.
    Risk,
    /// Later than that.
    Later,
}

impl Nearness {
    /// Every nearness, the nearest first.
    pub const ALL: [Nearness; 4] =
        [Nearness::Passed, Nearness::Urgent, Nearness::Risk, Nearness::Later];

    /// Its name in contracts.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Nearness::Passed => "passed",
            Nearness::Urgent => "within-14",
            Nearness::Risk => "within-45",
            Nearness::Later => "later",
        }
    }

    /// How near a day is that lies `days_left` days ahead; 0 is today.
    #[must_use]
    pub fn of(days_left: i64) -> Nearness {
        match days_left {
            ..0 => Nearness::Passed,
            days if days <= URGENT_DAYS => Nearness::Urgent,
            days if days <= RISK_DAYS => Nearness::Risk,
            _ => Nearness::Later,
        }
    }
}

/// Days from `today` until `day`; 0 is today, negative where the day has passed.
#[must_use]
pub fn days_left(day: NaiveDate, today: NaiveDate) -> i64 {
    (day - today).num_days()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearness_changes_after_its_last_day() {
        for (days, nearness) in [
            (-1, Nearness::Passed),
            (0, Nearness::Urgent),
            (14, Nearness::Urgent),
            (15, Nearness::Risk),
            (45, Nearness::Risk),
            (46, Nearness::Later),
        ] {
            assert_eq!(Nearness::of(days), nearness, "{days}");
        }
    }
}
