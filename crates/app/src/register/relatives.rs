//! What the entries about others would tell of protected persons: who belongs to them, and where
//! they live.

use std::borrow::Cow;
use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::facts::{Fact, FactContent};
use domain::person::PersonId;
use store::Read;

use crate::Result;

/// Protected persons, and the households that they belong or have belonged to.
pub(crate) struct Relatives {
    ids: BTreeSet<PersonId>,
    households: BTreeSet<String>,
}

/// Whose entries are told.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Teller {
    /// Whether the person is protected.
    pub(crate) hidden: bool,
    /// Whether the person shares or has shared a household with somebody protected.
    pub(crate) shares: bool,
}

impl Relatives {
    pub(crate) fn of(read: &Read<'_>, day: NaiveDate) -> Result<Relatives> {
        let mut ids = BTreeSet::new();
        let mut households = BTreeSet::new();
        for person_no in read.protected_persons(day)? {
            ids.insert(read.person_id(person_no)?);
            for merged in read.merged_into(person_no)? {
                ids.insert(read.person_id(merged)?);
            }
            let facts = read.facts_of(person_no)?;
            households.extend(facts.iter().filter_map(household_of).map(str::to_owned));
        }
        Ok(Relatives { ids, households })
    }

    /// Whether somebody with these entries shares or has shared a household with somebody protected.
    pub(crate) fn share(&self, entries: &[Fact]) -> bool {
        entries.iter().filter_map(household_of).any(|household| self.households.contains(household))
    }

    /// An entry as it may be told. Of a protected person words that somebody has typed are left out,
    /// which may name anybody; of others what points at a protected person, and the household and
    /// address of those who share one.
    pub(crate) fn told<'f>(&self, entry: &'f Fact, by: Teller) -> Cow<'f, Fact> {
        let Teller { hidden, shares } = by;
        let mut told = Cow::Borrowed(entry);
        if hidden && entry.source.is_some() {
            told.to_mut().source = None;
        }
        match &entry.content {
            FactContent::LegalGround(ground) => {
                let points = ground.anchor.as_ref().is_some_and(|id| self.ids.contains(id));
                if (hidden || points)
                    && let FactContent::LegalGround(ground) = &mut told.to_mut().content
                {
                    ground.anchor = None;
                    ground.section = ground.section.take().filter(|_| !hidden);
                }
            }
            FactContent::Relation(relation) if self.ids.contains(&relation.person) => {
                if let FactContent::Relation(relation) = &mut told.to_mut().content {
                    relation.person = PersonId(String::new());
                }
            }
            FactContent::Household(household) if self.households.contains(&household.household) => {
                if let FactContent::Household(household) = &mut told.to_mut().content {
                    household.household.clear();
                }
            }
            FactContent::Residence(_) if shares => {
                if let FactContent::Residence(residence) = &mut told.to_mut().content {
                    residence.address = None;
                }
            }
            _ => {}
        }
        told
    }
}

fn household_of(fact: &Fact) -> Option<&str> {
    match &fact.content {
        FactContent::Household(household) => Some(&household.household),
        _ => None,
    }
}
