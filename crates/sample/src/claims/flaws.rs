//! What is wrong on purpose, at most one thing a person, and what must be said of it.

use serde::Serialize;

/// Kinds of flaws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimFlawKind {
    /// A quarter was not claimed.
    Forgotten,
    /// A row of a list, or of the ledger, stands twice.
    Double,
    /// A row of a list contradicts another; or a line of a claim asks for days that were asked for.
    Overlap,
    /// A row says days outside the list; or a cost lies after the care.
    WrongPeriod,
    /// A row about somebody whom the register does not have.
    UnknownPupil,
    /// The last list lacks the pupil.
    NotInList,
}

pub(super) use ClaimFlawKind as FlawKind;

const OF_PUPILS: [FlawKind; 6] = [
    FlawKind::Forgotten,
    FlawKind::Double,
    FlawKind::Overlap,
    FlawKind::WrongPeriod,
    FlawKind::UnknownPupil,
    FlawKind::NotInList,
];
const OF_CARED: [FlawKind; 4] =
    [FlawKind::Forgotten, FlawKind::Double, FlawKind::WrongPeriod, FlawKind::Overlap];

/// A flaw of one person.
#[derive(Clone, Copy)]
pub(super) struct Flaw {
    pub(super) kind: FlawKind,
    /// Number among those of its sort: chooses the quarter.
    pub(super) number: u64,
}

impl Flaw {
    /// The flaw of a person: the first `count` persons have one each, the kinds in turn.
    pub(super) fn of(place: u64, count: u64, pupils_of_ten: u64) -> Option<Flaw> {
        if place >= count {
            return None;
        }
        let (tens, one) = (place / 10, place % 10);
        let (number, kinds): (u64, &[FlawKind]) = match one < pupils_of_ten {
            true => (tens * pupils_of_ten + one, &OF_PUPILS),
            false => (tens * (10 - pupils_of_ten) + one - pupils_of_ten, &OF_CARED),
        };
        let turn = usize::try_from(number % kinds.len() as u64).unwrap_or(0);
        Some(Flaw { kind: kinds[turn], number: number / kinds.len() as u64 })
    }

    pub(super) fn is(flaw: Option<Flaw>, kind: FlawKind) -> bool {
        flaw.is_some_and(|flaw| flaw.kind == kind)
    }
}
