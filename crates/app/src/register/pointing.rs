//! At whom a row of a draft points: by its id, its numbers, its name and birth date, and by what was
//! found in it.

use std::collections::BTreeSet;

use domain::Finding;
use domain::facts::FactContent;
use domain::person::PersonId;
use importing::RegisterRow;
use store::{PersonNo, Read};

use super::together::{number_in, numbers_of};
use crate::Result;

/// Whom a row is about, by its id or else its numbers; and everybody at whom it points.
pub(super) fn persons_named_by(
    read: &Read<'_>,
    row: &RegisterRow,
    findings: &[Finding],
) -> Result<(Option<PersonNo>, BTreeSet<PersonNo>)> {
    let mut owner = None;
    let mut persons = BTreeSet::new();
    if let Some(id) = &row.person_id {
        owner = read.person_no(id)?;
    }
    let of_entries = row.facts.iter().filter_map(|fact| number_in(&fact.content));
    for (number, stands) in
        numbers_of(row).map(|number| (number, true)).chain(of_entries.map(|number| (number, false)))
    {
        let found = read.persons_with(number)?;
        owner = owner.or_else(|| found.first().copied().filter(|_| stands));
        persons.extend(found);
    }
    let births = row.facts.iter().filter_map(|fact| match &fact.content {
        FactContent::Birth(birth) => Some(birth.date),
        _ => None,
    });
    let names = row.facts.iter().filter_map(|fact| match &fact.content {
        FactContent::Name(name) => Some((name.family_name.as_str(), name.given_name.as_str())),
        _ => None,
    });
    let (family, given) = (row.family_name.as_deref(), row.given_name.as_deref());
    let fixed = (family.unwrap_or_default(), given.unwrap_or_default());
    let names: Vec<(&str, &str)> = names.chain([fixed]).collect();
    for birth in births.chain(row.birth_date) {
        for (family, given) in names.iter().filter(|name| **name != ("", "")) {
            persons.extend(read.persons_named(family, given, birth)?);
        }
    }
    let ids = findings.iter().flat_map(|finding| &finding.values);
    for (_, id) in ids.filter(|(name, _)| name == "person") {
        persons.extend(read.person_no(&PersonId(id.clone()))?);
    }
    persons.extend(owner);
    Ok((owner, persons))
}
