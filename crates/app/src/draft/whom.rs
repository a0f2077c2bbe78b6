//! Whom a row names: by the register's own id, by a number, or by both.

use std::collections::HashMap;

use domain::identity::{DossierNumber, NationalNumber};
use domain::matching::{IdentityIndex, MatchReason};
use domain::person::PersonId;
use domain::{FindingCode, Period};
use importing::Target;
use serde::{Deserialize, Serialize};
use store::{PersonNo, Read, StoreError};

use super::{Draft, Findings};
use crate::Result;

/// How a row names somebody.
#[derive(Clone, Copy, Default)]
pub(crate) struct Who<'r> {
    pub(crate) person_id: Option<&'r PersonId>,
    pub(crate) dossier_number: Option<DossierNumber>,
    pub(crate) national_number: Option<NationalNumber>,
    pub(crate) family_name: Option<&'r str>,
    pub(crate) given_name: Option<&'r str>,
}

impl Who<'_> {
    /// Family and given name as the row has them.
    pub(crate) fn name(&self) -> String {
        let names = [self.family_name, self.given_name];
        names.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// Who it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// Somebody in the register.
    Person(PersonNo),
    /// Nobody in the register has what stands in that column.
    Unknown(Target),
    /// What the row says points at two persons, told at that column.
    Two(Target),
    /// The row names nobody, which is a fault of its own.
    Unnamed,
}

/// Everybody in the register by id and number.
pub(crate) struct Whom {
    index: IdentityIndex<PersonNo>,
    by_id: HashMap<PersonId, PersonNo>,
}

impl Whom {
    pub(crate) fn of(read: &Read<'_>) -> Result<Whom> {
        let mut by_id = HashMap::new();
        read.each_person(|no, card, merged_into| {
            by_id.insert(card.id, merged_into.unwrap_or(no));
            Ok::<(), StoreError>(())
        })?;
        Ok(Whom { index: read.identity_index()?, by_id })
    }

    /// Who it is; `draft` says in which columns numbers stand.
    pub(crate) fn find(&self, draft: &Draft, who: Who<'_>) -> Found {
        let found = self.index.propose(who.dossier_number, who.national_number, true);
        let numbered = who.dossier_number.is_some() || who.national_number.is_some();
        let named = who.person_id.map(|id| self.by_id.get(id).copied());
        let (person, target) = match (named, numbered.then_some(found.person)) {
            (None, None) => return Found::Unnamed,
            (Some(named), None) => (named, Target::PersonId),
            (None, Some(found)) => (found, number_target(draft)),
            // A number that the register does not know yet says nothing against the Person-id.
            (Some(named), Some(None)) if found.candidates.is_empty() => (named, Target::PersonId),
            (Some(named), Some(found)) if named == found => (named, Target::PersonId),
            (Some(_), Some(_)) => return Found::Two(Target::PersonId),
        };
        match person {
            Some(person) => Found::Person(person),
            None if found.reason == MatchReason::ConflictingNumbers => Found::Two(target),
            None => Found::Unknown(target),
        }
    }

    /// The same; what keeps the row from being about somebody is told.
    pub(crate) fn person(
        &self,
        draft: &Draft,
        line: u32,
        who: Who<'_>,
        findings: &mut Findings<'_>,
    ) -> Option<PersonNo> {
        let (target, code) = match self.find(draft, who) {
            Found::Person(person) => return Some(person),
            Found::Unnamed => return None,
            Found::Unknown(target) => (target, FindingCode::PersonNotInRegister),
            Found::Two(target) => (target, FindingCode::ConflictingIdentity),
        };
        findings.tell(line, draft.format.layout.column(target), code, &[]);
        None
    }
}

fn number_target(draft: &Draft) -> Target {
    let dossier = draft.format.layout.column(Target::DossierNumber);
    if dossier.is_some() { Target::DossierNumber } else { Target::PersonalNumber }
}

/// What a list is about, which the file does not say and whoever reads it does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListAbout {
    /// The days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// Cost centre of the unit whose list it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<domain::person::CostCentre>,
}

impl ListAbout {
    /// Whether nothing has been said.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == ListAbout::default()
    }
}
