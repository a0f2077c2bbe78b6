//! Whether a match still rests on what it was made of, and opening it again where it does not.

use std::collections::{BTreeMap, HashMap};

use domain::codes::CodeTable;
use domain::identity::{DossierNumber, NationalNumber};
use domain::matching::{IdentityIndex, MatchProposal, MatchReason};
use domain::person::Identity;
use store::matches::{NewMatch, OpenMatch, RowMatch};
use store::persons::merging::Parting;
use store::{EventNo, ListNo, PersonNo, Read, Write};

use crate::Result;

/// A match, with the numbers of its row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rests {
    pub(crate) reason: MatchReason,
    pub(crate) person: Option<PersonNo>,
    pub(crate) event_no: EventNo,
    pub(crate) dossier: Option<DossierNumber>,
    pub(crate) national: Option<NationalNumber>,
    pub(crate) person_bound: bool,
}

/// Who is who in the register now.
pub(crate) struct Identities {
    index: IdentityIndex<PersonNo>,
    merged: HashMap<PersonNo, PersonNo>,
    partings: Vec<Parting>,
}

impl Identities {
    /// The whole register.
    pub(crate) fn all(read: &Read<'_>) -> Result<Identities> {
        let (merged, partings) = (read.merged_persons()?, read.partings()?);
        Ok(Identities { index: read.identity_index()?, merged, partings })
    }

    /// Only whose some numbers are.
    pub(crate) fn of(
        read: &Read<'_>,
        rows: impl Iterator<Item = (Option<DossierNumber>, Option<NationalNumber>)>,
    ) -> Result<Identities> {
        let numbers: Vec<Identity> = rows
            .flat_map(|(dossier, national)| {
                [dossier.map(Identity::Dossier), national.map(Identity::National)]
            })
            .flatten()
            .collect();
        let (merged, partings) = (read.merged_persons()?, read.partings()?);
        Ok(Identities { index: read.identity_index_of(&numbers, &merged)?, merged, partings })
    }

    /// Whom a person is known as now.
    pub(crate) fn now(&self, person: PersonNo) -> PersonNo {
        self.merged.get(&person).copied().unwrap_or(person)
    }

    /// What matching would say of the row today.
    pub(crate) fn propose(&self, row: Rests) -> MatchProposal<PersonNo> {
        self.index.propose(row.dossier, row.national, row.person_bound)
    }

    /// Whether a match still holds. One that the program made holds while the numbers say the same;
    /// one that a person has chosen, until its person is parted from somebody it was one with then.
    pub(crate) fn hold(&self, row: Rests) -> bool {
        if row.reason == MatchReason::Manual {
            let was_one = |one: &Parting| {
                one.merged < row.event_no
                    && row.event_no < one.parted
                    && row.person.is_some_and(|person| person == one.person || person == one.into)
            };
            return !self.partings.iter().any(was_one);
        }
        let proposal = self.propose(row);
        proposal.matched && proposal.person == row.person.map(|person| self.now(person))
    }
}

fn rests(open: &OpenMatch, codes: &CodeTable) -> Rests {
    let code = codes.get(&open.payment_code, open.payment_date);
    Rests {
        reason: open.found.reason,
        person: open.found.person,
        event_no: open.event_no,
        dossier: open.dossier,
        national: open.national,
        person_bound: code.is_none_or(|code| code.person_bound),
    }
}

/// A match that has been opened: whoever looks at it finds nobody, and the candidates that it had.
pub(crate) fn opened(found: &RowMatch) -> NewMatch {
    let found =
        RowMatch { person: None, matched: false, reason: MatchReason::Reopened, ..found.clone() };
    NewMatch { found, replaces: true }
}

/// Opens those of the matches that no longer hold. Says how many.
fn open(write: &Write<'_>, matches: &[OpenMatch]) -> Result<u64> {
    if matches.is_empty() {
        return Ok(0);
    }
    let codes = write.code_table()?;
    let numbers = matches.iter().map(|one| (one.dossier, one.national));
    let identities = Identities::of(write, numbers)?;
    let mut by_list: BTreeMap<ListNo, Vec<NewMatch>> = BTreeMap::new();
    for one in matches.iter().filter(|one| !identities.hold(rests(one, &codes))) {
        by_list.entry(one.list_no).or_default().push(opened(&one.found));
    }
    let mut count = 0;
    for (list_no, opened) in by_list {
        count += opened.len() as u64;
        write.put_matches(list_no, &opened)?;
    }
    Ok(count)
}

/// Opens matches of a list that no longer hold.
pub(crate) fn reopen_list(write: &Write<'_>, list_no: ListNo) -> Result<u64> {
    open(write, &write.open_matches(list_no)?)
}

/// Opens matches with persons of whom something has changed, and with whoever is merged into them.
pub(crate) fn reopen(write: &Write<'_>, persons: &[PersonNo]) -> Result<u64> {
    let mut all = Vec::new();
    for person in persons {
        let root = write.person_now(*person)?;
        all.extend([*person, root]);
        all.extend(write.merged_into(root)?);
    }
    all.sort_unstable();
    all.dedup();
    open(write, &write.open_matches_with(&all)?)
}
