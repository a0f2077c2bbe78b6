//! What a unit has said of its costs of a compensation and period.

use chrono::NaiveDate;

use crate::deadline::next_working_day;

/// Where a row of the intake stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum IntakeState {
    /// Nothing has come yet.
    #[default]
    Waiting,
    /// What a claim builds on has come.
    Received,
    /// The unit has said that it has nothing to claim.
    NothingToClaim,
    /// It stands in a claim.
    InClaim,
    /// The claim was submitted.
    Submitted,
}

impl IntakeState {
    /// Every state, in the order of the work.
    pub const ALL: [IntakeState; 5] = [
        IntakeState::Waiting,
        IntakeState::Received,
        IntakeState::NothingToClaim,
        IntakeState::InClaim,
        IntakeState::Submitted,
    ];

    /// Its name in contracts.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            IntakeState::Waiting => "waiting",
            IntakeState::Received => "received",
            IntakeState::NothingToClaim => "nothing-to-claim",
            IntakeState::InClaim => "in-claim",
            IntakeState::Submitted => "submitted",
        }
    }

    /// The state of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<IntakeState> {
        IntakeState::ALL.into_iter().find(|state| state.as_str() == name)
    }

    /// Whether the last day no longer threatens.
    #[must_use]
    pub fn is_closed(self) -> bool {
        matches!(self, IntakeState::NothingToClaim | IntakeState::Submitted)
    }

    /// Whether somebody has said it: by whom and when must be known.
    #[must_use]
    pub fn is_told(self) -> bool {
        matches!(self, IntakeState::Received | IntakeState::NothingToClaim)
    }

    /// Whether a claim follows from it.
    #[must_use]
    pub fn is_claimed(self) -> bool {
        matches!(self, IntakeState::InClaim | IntakeState::Submitted)
    }

    /// Whether a row in this state can be marked as `next`. All that was marked can be taken back; what a
    /// unit has nothing to claim of comes into no claim before something has come after all, and what
    /// stands in a claim is not nothing.
    #[must_use]
    pub fn may_become(self, next: IntakeState) -> bool {
        let nothing = IntakeState::NothingToClaim;
        !(self == nothing && next.is_claimed() || self.is_claimed() && next == nothing)
    }
}

/// The day by which the city asks its units: `days` after the period has ended, moved to the next working
/// day, and never after the last day to apply.
#[must_use]
pub fn inner_deadline(period_until: NaiveDate, days: u16, last_day: NaiveDate) -> NaiveDate {
    let counted = period_until.checked_add_days(chrono::Days::new(u64::from(days)));
    next_working_day(counted.unwrap_or(last_day)).min(last_day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_read_as_it_is_written() {
        for state in IntakeState::ALL {
            assert_eq!(IntakeState::parse(state.as_str()), Some(state));
        }
        assert_eq!(IntakeState::parse("Waiting"), None);
    }

    #[test]
    fn every_move_is_allowed_or_refused_and_all_that_is_allowed_can_be_taken_back() {
        use IntakeState::{InClaim, NothingToClaim, Submitted};
        let mut refused = Vec::new();
        for state in IntakeState::ALL {
            for next in IntakeState::ALL {
                assert_eq!(state.may_become(next), next.may_become(state));
                if !state.may_become(next) {
                    refused.push((state, next));
                }
            }
        }
        assert_eq!(
            refused,
            [
                (NothingToClaim, InClaim),
                (NothingToClaim, Submitted),
                (InClaim, NothingToClaim),
                (Submitted, NothingToClaim),
            ]
        );
    }

    #[test]
    fn the_inner_deadline_is_a_working_day_before_the_last_day() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (until, days, last, inner) in [
            // A Saturday, and the eve of midsummer (lag 1930:173, 2 §).
            ("2026-09-30", 45, "2027-03-30", "2026-11-16"),
            ("2027-03-31", 86, "2027-09-30", "2027-06-28"),
            ("2026-09-30", 44, "2027-03-30", "2026-11-13"),
            // One that was typed holds.
            ("2026-09-30", 45, "2026-10-20", "2026-10-20"),
            ("2026-09-30", 365, "2027-03-30", "2027-03-30"),
        ] {
            assert_eq!(inner_deadline(day(until), days, day(last)), day(inner), "{until} {days}");
        }
    }
}
