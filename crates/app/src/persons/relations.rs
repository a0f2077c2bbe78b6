//! Relations that cannot be, by what the register knows of both.

use chrono::NaiveDate;
use domain::facts::{
    Fact, FactContent, NewFact, RelationFault, Relationship, Side, known_on, relation_fault,
};
use store::{PersonNo, Read};

use crate::Result;

/// Why a relation among the `entries` about a person cannot be; none where it can, or where it says
/// nothing about a relation. `person_no`: none while the register does not have the person.
pub(crate) fn impossible_relation(
    read: &Read<'_>,
    person_no: Option<PersonNo>,
    entries: &[Fact],
    new: &NewFact,
    today: NaiveDate,
) -> Result<Option<RelationFault>> {
    let FactContent::Relation(relation) = &new.content else { return Ok(None) };
    let Some(other_no) = read.person_no(&relation.person)? else { return Ok(None) };
    if person_no == Some(other_no) {
        return Ok(Some(RelationFault::ToItself));
    }
    // A refusal would tell what is hidden of the other one.
    if read.is_protected(other_no, today)? {
        return Ok(None);
    }
    let mut known = known_on(entries, NaiveDate::MAX);
    known.retain(|fact| new.corrects.as_ref() != Some(&fact.id));
    let own = side(read, &known, Some(other_no))?;
    let of_other = read.facts_of(other_no)?;
    let other = side(read, &known_on(&of_other, NaiveDate::MAX), person_no)?;
    Ok(relation_fault(relation.relationship, &own, &other))
}

/// What is known of one: the birth, and what `about` is to it.
fn side(read: &Read<'_>, known: &[&Fact], about: Option<PersonNo>) -> Result<Side> {
    let mut side = Side::default();
    for fact in known {
        match &fact.content {
            FactContent::Birth(birth) => side.birth = Some(birth.date),
            FactContent::Relation(relation)
                if matches!(relation.relationship, Relationship::Parent | Relationship::Child)
                    && about.is_some()
                    && read.person_no(&relation.person)? == about =>
            {
                side.says.push(relation.relationship);
            }
            _ => {}
        }
    }
    Ok(side)
}
