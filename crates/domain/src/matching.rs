//! Whom a payment row is about: dossier number first, then personal or coordination number.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::identity::{DossierNumber, NationalNumber};
use crate::person::Identity;

/// How a row found its person, or why it did not. Rendered as words by the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MatchReason {
    /// Dossier number and personal number both point at the person.
    BothNumbers,
    /// The dossier number points at the person; the row has no other number.
    DossierNumber,
    /// The dossier number points at the person; the row's other number is unknown to the register.
    DossierNumberOnly,
    /// The personal or coordination number points at the person; the row has no dossier number.
    NationalNumber,
    /// The personal or coordination number points at the person; the dossier number is unknown.
    NationalNumberOnly,
    /// The payment code is not bound to a person.
    NotPersonBound,
    /// Chosen by a person.
    Manual,
    /// A match that a person has undone; the row waits for another choice.
    Undone,
    /// What an earlier match rested on has changed: persons merged or parted, numbers corrected.
    Reopened,
    /// No number of the row is in the register.
    UnknownPerson,
    /// The row's numbers point at different persons.
    ConflictingNumbers,
}

impl MatchReason {
    /// Every reason.
    pub const ALL: [MatchReason; 11] = [
        MatchReason::BothNumbers,
        MatchReason::DossierNumber,
        MatchReason::DossierNumberOnly,
        MatchReason::NationalNumber,
        MatchReason::NationalNumberOnly,
        MatchReason::NotPersonBound,
        MatchReason::Manual,
        MatchReason::Undone,
        MatchReason::Reopened,
        MatchReason::UnknownPerson,
        MatchReason::ConflictingNumbers,
    ];

    /// The reason as it stands in contracts, texts and the store.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            MatchReason::BothNumbers => "both-numbers",
            MatchReason::DossierNumber => "dossier-number",
            MatchReason::DossierNumberOnly => "dossier-number-only",
            MatchReason::NationalNumber => "national-number",
            MatchReason::NationalNumberOnly => "national-number-only",
            MatchReason::NotPersonBound => "not-person-bound",
            MatchReason::Manual => "manual",
            MatchReason::Undone => "undone",
            MatchReason::Reopened => "reopened",
            MatchReason::UnknownPerson => "unknown-person",
            MatchReason::ConflictingNumbers => "conflicting-numbers",
        }
    }

    /// The reason with that text.
    #[must_use]
    pub fn parse(text: &str) -> Option<MatchReason> {
        MatchReason::ALL.into_iter().find(|reason| reason.as_str() == text)
    }
}

/// What matching says about one row; `P` is whatever names a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatchProposal<P> {
    /// The person, when exactly one is meant.
    pub person: Option<P>,
    /// Whether the row may go on to distribution.
    pub matched: bool,
    /// Why.
    pub reason: MatchReason,
    /// Everybody a number of the row points at, in order of id; kept after a decision.
    pub candidates: Vec<P>,
}

/// Every number of the register and the persons it belongs to.
#[derive(Debug)]
pub struct IdentityIndex<P> {
    dossier: HashMap<DossierNumber, Owners<P>>,
    national: HashMap<NationalNumber, Owners<P>>,
}

/// Whose a number is: nearly always one person's, who then needs no list.
#[derive(Debug)]
enum Owners<P> {
    One(P),
    Several(Vec<P>),
}

impl<P: Clone + PartialEq> Owners<P> {
    fn as_slice(&self) -> &[P] {
        match self {
            Owners::One(person) => std::slice::from_ref(person),
            Owners::Several(persons) => persons,
        }
    }

    fn add(&mut self, person: &P) {
        match self {
            owners if owners.as_slice().contains(person) => {}
            Owners::One(first) => *self = Owners::Several(vec![first.clone(), person.clone()]),
            Owners::Several(persons) => persons.push(person.clone()),
        }
    }
}

impl<P> Default for IdentityIndex<P> {
    fn default() -> IdentityIndex<P> {
        IdentityIndex { dossier: HashMap::new(), national: HashMap::new() }
    }
}

impl<P: Clone + Ord> IdentityIndex<P> {
    /// Adds one number of one person; adding it twice changes nothing.
    pub fn add(&mut self, identity: Identity, person: &P) {
        let one = || Owners::One(person.clone());
        match identity {
            Identity::Dossier(number) => {
                self.dossier.entry(number).or_insert_with(one).add(person);
            }
            Identity::National(number) => {
                self.national.entry(number).or_insert_with(one).add(person);
            }
        }
    }

    /// Whether one of these numbers is anybody's.
    #[must_use]
    pub fn knows(&self, dossier: Option<DossierNumber>, national: Option<NationalNumber>) -> bool {
        dossier.is_some_and(|number| self.dossier.contains_key(&number))
            || national.is_some_and(|number| self.national.contains_key(&number))
    }

    /// Finds the person of a row with these numbers; `person_bound` comes from the code table.
    ///
    /// The answer depends on the row and the register alone, never on the order of rows.
    #[must_use]
    pub fn propose(
        &self,
        dossier: Option<DossierNumber>,
        national: Option<NationalNumber>,
        person_bound: bool,
    ) -> MatchProposal<P> {
        let none: &[P] = &[];
        let by_dossier = dossier.and_then(|n| self.dossier.get(&n)).map_or(none, Owners::as_slice);
        let by_national =
            national.and_then(|n| self.national.get(&n)).map_or(none, Owners::as_slice);
        let mut candidates: Vec<P> = by_dossier.iter().chain(by_national).cloned().collect();
        candidates.sort_unstable();
        candidates.dedup();
        let reason = match candidates.len() {
            0 if !person_bound => MatchReason::NotPersonBound,
            0 => MatchReason::UnknownPerson,
            1 => match (by_dossier.is_empty(), by_national.is_empty()) {
                (false, false) => MatchReason::BothNumbers,
                (false, true) if national.is_none() => MatchReason::DossierNumber,
                (false, true) => MatchReason::DossierNumberOnly,
                (true, _) if dossier.is_none() => MatchReason::NationalNumber,
                (true, _) => MatchReason::NationalNumberOnly,
            },
            _ => MatchReason::ConflictingNumbers,
        };
        let person = if candidates.len() == 1 { candidates.first().cloned() } else { None };
        let matched = person.is_some() || reason == MatchReason::NotPersonBound;
        MatchProposal { person, matched, reason, candidates }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::person::PersonId;

    fn index() -> IdentityIndex<PersonId> {
        let mut index = IdentityIndex::default();
        let person = |id: &str| PersonId(id.into());
        index.add(Identity::Dossier(dossier("99-000011")), &person("P01"));
        index.add(Identity::National(national("201701012393")), &person("P01"));
        index.add(Identity::Dossier(dossier("99-000029")), &person("P02"));
        index
    }

    fn dossier(text: &str) -> DossierNumber {
        DossierNumber::parse(text).unwrap()
    }

    fn national(text: &str) -> NationalNumber {
        NationalNumber::from_stored(text).unwrap()
    }

    #[test]
    fn says_why() {
        use MatchReason as R;
        let child = Some(national("201701012393"));
        let stranger = Some(national("199001012385"));
        let (first, second) = (Some(dossier("99-000011")), Some(dossier("99-000029")));
        let nobody = Some(dossier("99-999999"));
        let cases = [
            (first, child, true, Some("P01"), R::BothNumbers),
            (first, None, true, Some("P01"), R::DossierNumber),
            (first, stranger, true, Some("P01"), R::DossierNumberOnly),
            (None, child, true, Some("P01"), R::NationalNumber),
            (nobody, child, true, Some("P01"), R::NationalNumberOnly),
            (nobody, stranger, true, None, R::UnknownPerson),
            (second, child, true, None, R::ConflictingNumbers),
            (None, None, false, None, R::NotPersonBound),
        ];
        for (dossier, national, person_bound, person, reason) in cases {
            let proposal = index().propose(dossier, national, person_bound);
            assert_eq!(proposal.person.as_ref().map(|p| p.0.as_str()), person, "{reason:?}");
            assert_eq!(proposal.reason, reason);
            assert_eq!(proposal.matched, person.is_some() || reason == R::NotPersonBound);
        }
    }

    #[test]
    fn a_conflict_keeps_both_candidates() {
        let proposal =
            index().propose(Some(dossier("99-000029")), Some(national("201701012393")), true);
        assert_eq!(proposal.candidates, [PersonId("P01".into()), PersonId("P02".into())]);
    }

    #[test]
    fn a_number_two_persons_share_is_never_matched() {
        let mut index = index();
        index.add(Identity::Dossier(dossier("99-000011")), &PersonId("P09".into()));
        let proposal = index.propose(Some(dossier("99-000011")), None, true);
        assert_eq!((proposal.matched, proposal.reason), (false, MatchReason::ConflictingNumbers));
    }
}
