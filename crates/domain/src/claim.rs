//! A claim (återsökning): what the city asks Migrationsverket for, from a draft to the receipt.

use crate::case::words;

words! {
    /// How far a claim has come.
    ClaimState {
        /// Lines and evidence are gathered.
        Draft = "draft",
        /// Whoever prepared it has sent it on to be looked through.
        InReview = "in-review",
        /// It came back with comments.
        Returned = "returned",
        /// Somebody has approved it.
        Approved = "approved",
        /// It has reached the agency, or was sent there with proof.
        Submitted = "submitted",
        /// Taken back before it was submitted: its costs may be claimed anew.
        Withdrawn = "withdrawn",
    }
}

/// The steps that are allowed; every other is refused.
pub const STEPS: [(ClaimState, ClaimState); 9] = [
    (ClaimState::Draft, ClaimState::InReview),
    (ClaimState::InReview, ClaimState::Returned),
    (ClaimState::InReview, ClaimState::Approved),
    (ClaimState::Returned, ClaimState::InReview),
    // Found to be wrong before it was sent.
    (ClaimState::Approved, ClaimState::Returned),
    (ClaimState::Approved, ClaimState::Submitted),
    (ClaimState::Draft, ClaimState::Withdrawn),
    (ClaimState::Returned, ClaimState::Withdrawn),
    (ClaimState::InReview, ClaimState::Withdrawn),
];

impl ClaimState {
    /// Whether a claim may go on to `to`.
    #[must_use]
    pub fn may_become(self, to: ClaimState) -> bool {
        STEPS.contains(&(self, to))
    }

    /// Whether lines, costs and evidence may still be changed.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, ClaimState::Draft | ClaimState::Returned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_the_house_unapproved_and_nothing_comes_back_from_there() {
        for state in ClaimState::ALL.iter().copied() {
            let to_agency = state.may_become(ClaimState::Submitted);
            assert_eq!(to_agency, state == ClaimState::Approved, "{}", state.as_str());
            assert!(!ClaimState::Submitted.may_become(state));
            assert!(!ClaimState::Withdrawn.may_become(state));
            assert!(!state.may_become(state));
        }
    }
}
