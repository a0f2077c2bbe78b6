//! A claim (återsökning): what the city asks Migrationsverket for, from a draft to the receipt.

use std::fmt;
use std::str::FromStr;

use crate::case::{words, year_and_sequence};

/// A claim's number: its place in the sequence of a year, never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClaimNumber {
    /// The year of the business date on which it was made.
    pub year: i32,
    /// From 1.
    pub sequence: u32,
}

/// A text that is no claim number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a claim number: year and sequence")]
pub struct NotAClaimNumber;

impl fmt::Display for ClaimNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\u{c5}{:04}-{:04}", self.year, self.sequence)
    }
}

impl FromStr for ClaimNumber {
    type Err = NotAClaimNumber;

    /// Takes `Å2026-0001`, and the same without the letter, with a plain A or without zeros.
    fn from_str(text: &str) -> Result<ClaimNumber, NotAClaimNumber> {
        let found = year_and_sequence(text, ['Å', 'å', 'A', 'a']);
        let (year, sequence) = found.ok_or(NotAClaimNumber)?;
        Ok(ClaimNumber { year, sequence })
    }
}

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

    /// The states a claim may go on to.
    pub fn next(self) -> impl Iterator<Item = ClaimState> {
        STEPS.into_iter().filter(move |(from, _)| *from == self).map(|(_, to)| to)
    }

    /// Whether lines, costs and evidence may still be changed.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, ClaimState::Draft | ClaimState::Returned)
    }
}

/// Who approves a claim beside those who prepared it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Approval {
    /// Somebody else.
    BySomebodyElse,
    /// One of them: allowed until the program has users, and marked.
    Alone,
}

/// Whether `approver` is another than those who `prepared` the claim. The rule that nobody approves what
/// he or she has prepared stands here alone, so that it can be hardened here.
#[must_use]
pub fn approval<'p>(prepared: impl IntoIterator<Item = &'p str>, approver: &str) -> Approval {
    let mut prepared = prepared.into_iter();
    if prepared.any(|one| one == approver) { Approval::Alone } else { Approval::BySomebodyElse }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let number = ClaimNumber { year: 2026, sequence: 17 };
        assert_eq!(number.to_string(), "Å2026-0017");
        for text in ["Å2026-0017", "å2026-17", "a2026-0017", " 2026-17 "] {
            assert_eq!(text.parse(), Ok(number), "{text}");
        }
        for text in ["", "Å2026", "2026-0", "26-17", "Ä2026-1", "2026-1x"] {
            assert_eq!(text.parse::<ClaimNumber>(), Err(NotAClaimNumber), "{text}");
        }
    }

    #[test]
    fn whoever_prepared_approves_alone() {
        assert_eq!(approval(["A", "B"], "B"), Approval::Alone);
        assert_eq!(approval(["A", "B"], "C"), Approval::BySomebodyElse);
    }

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
