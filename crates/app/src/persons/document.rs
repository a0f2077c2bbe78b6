//! The facts document: the one input of every calculation (`docs/FACTS.md`), and what was known when.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::Period;
use domain::calendar::{EARLIEST, LATEST};
use domain::facts::{
    Disorder, Fact, FactContent, FactKind, Relationship, Validity, difference, disorders, known_on,
    members_on, root_on,
};
use domain::person::PersonId;
use serde::Serialize;
use store::{PersonNo, Read};

use crate::days::DaySpan;
use crate::{App, Result};

/// What is known, or was known on a day, about a person.
#[derive(Clone, Debug, Serialize)]
pub struct FactsDocument {
    /// The register's own id.
    pub person: PersonId,
    /// The day whose knowledge it holds.
    pub as_known: NaiveDate,
    /// Ids of persons that turned out to be this one.
    pub merged: Vec<PersonId>,
    /// The facts, in the order of kinds and first days.
    pub facts: Vec<Fact>,
    /// Births that were corrected since: an age that was raised stood as it was until then.
    pub earlier_births: Vec<Fact>,
    /// Days on which a parent is registered in Sweden, as far as the register knows the parents.
    pub parents_registered: Vec<Period>,
    /// The terms of the city's schools, as the settings have them now.
    pub school_terms: Vec<DaySpan>,
    /// Days on which mass influx has been judged to be, as the settings have them now.
    pub mass_influx: Vec<DaySpan>,
}

/// Everything that was ever entered about a person.
#[derive(Clone, Debug)]
pub struct History {
    /// Every entry in the order it was made.
    pub entries: Vec<Fact>,
    /// Days on which what is known changed, earliest first, each once.
    pub days: Vec<NaiveDate>,
    /// What does not fit together by what is known now.
    pub disorders: Vec<Disorder>,
    /// Persons who turned out to be this one.
    pub merged: Vec<PersonId>,
}

impl App {
    /// The facts document of a person, given by its own number, as known at the end of `as_known`: of
    /// one that was merged by then it is the document of the person it had turned out to be, and of
    /// one that was merged later its own.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn facts_document(&self, own_no: PersonNo, as_known: NaiveDate) -> Result<FactsDocument> {
        let read = self.read();
        let members = members_of(&read, own_no, as_known)?;
        let entries = read.facts_of_each(&members)?;
        let mut ids = members.iter().map(|no| read.person_id(*no));
        let settings = self.settings()?;
        let person = ids.next().unwrap_or_else(|| read.person_id(own_no))?;
        Ok(FactsDocument {
            person,
            as_known,
            merged: ids.collect::<store::Result<_>>()?,
            facts: known_on(&entries, as_known).into_iter().cloned().collect(),
            earlier_births: earlier_births(&entries, as_known),
            parents_registered: self.parents_registered(&entries, as_known)?,
            school_terms: settings.school.terms,
            mass_influx: settings.national.mass_influx,
        })
    }

    /// The persons, as they are now, whose facts the picture of a person as known on `as_known`
    /// holds. It may show none of it unless it may show all of them.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn persons_in_picture(
        &self,
        own_no: PersonNo,
        as_known: NaiveDate,
    ) -> Result<Vec<PersonNo>> {
        let read = self.read();
        let merges = read.merges_of(own_no)?;
        let members = members_of(&read, own_no, as_known)?;
        let mut now: Vec<PersonNo> =
            members.iter().map(|no| root_on(&merges, *no, NaiveDate::MAX)).collect();
        now.sort_unstable();
        now.dedup();
        Ok(now)
    }

    /// Days on which somebody whom the facts call a parent is registered.
    pub(crate) fn parents_registered(
        &self,
        entries: &[Fact],
        as_known: NaiveDate,
    ) -> Result<Vec<Period>> {
        let mut days = Vec::new();
        for fact in known_on(entries, as_known) {
            let FactContent::Relation(relation) = &fact.content else { continue };
            if relation.relationship != Relationship::Parent {
                continue;
            }
            let Some(parent) = self.read().person_no(&relation.person)? else { continue };
            let of_parent = self.read().facts_of(parent)?;
            for fact in known_on(&of_parent, as_known) {
                if fact.kind() == FactKind::Registration {
                    let Validity { valid_from, valid_until } = fact.validity;
                    days.extend(Period::new(
                        valid_from.unwrap_or(EARLIEST),
                        valid_until.unwrap_or(LATEST),
                    ));
                }
            }
        }
        Ok(days)
    }

    /// Everything ever entered about a person.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn person_history(&self, person_no: PersonNo) -> Result<History> {
        let entries = self.read().facts_of(person_no)?;
        let days = days_of_change(&self.read(), person_no)?.into_iter().collect();
        let disorders = disorders(&known_on(&entries, NaiveDate::MAX), self.today);
        let read = self.read();
        let merged = read.person_ids(&read.merged_into(person_no)?)?;
        Ok(History { entries, days, disorders, merged })
    }

    /// Facts believed at the end of `day` and not now, and facts known now and not then, of a person
    /// given by its own number.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn then_and_now(&self, own_no: PersonNo, day: NaiveDate) -> Result<(Vec<Fact>, Vec<Fact>)> {
        let read = self.read();
        let entries_on = |day| read.facts_of_each(&members_of(&read, own_no, day)?);
        let (then, now) = (entries_on(day)?, entries_on(NaiveDate::MAX)?);
        let found = difference(&known_on(&then, day), &known_on(&now, NaiveDate::MAX));
        let owned = |facts: Vec<&Fact>| facts.into_iter().cloned().collect();
        Ok((owned(found.then), owned(found.now)))
    }
}

/// Births known on `day` or before it that others have corrected by then; one that was only taken back
/// was never believed.
fn earlier_births(entries: &[Fact], day: NaiveDate) -> Vec<Fact> {
    let entered = || entries.iter().filter(|fact| fact.known_since <= day && !fact.withdrawn);
    let births = entered().filter(|fact| fact.kind() == FactKind::Birth);
    let corrected =
        births.filter(|birth| entered().any(|later| later.corrects.as_ref() == Some(&birth.id)));
    corrected.cloned().collect()
}

/// Whoever stood for a person by what was known on `day`, and everybody it stood for; itself first.
fn members_of(read: &Read<'_>, own_no: PersonNo, day: NaiveDate) -> store::Result<Vec<PersonNo>> {
    let merges = read.merges_of(own_no)?;
    Ok(members_on(&merges, root_on(&merges, own_no, day), day))
}

/// Days on which the picture of a person changed: something was entered about it or about those that
/// were merged into it then, or it was merged or split.
fn days_of_change(read: &Read<'_>, person_no: PersonNo) -> store::Result<BTreeSet<NaiveDate>> {
    let merges = read.merges_of(person_no)?;
    let members = |day| members_on(&merges, root_on(&merges, person_no, day), day);
    let mut everybody = BTreeSet::from([person_no]);
    everybody.extend(merges.iter().flat_map(|merge| [merge.person, merge.into]));
    let mut days = BTreeSet::new();
    for other in everybody {
        let entered = read.facts_of_each(&[other])?;
        let entered = entered.iter().map(|fact| fact.known_since);
        days.extend(entered.filter(|day| members(*day).contains(&other)));
    }
    for day in merges.iter().flat_map(|merge| [Some(merge.known_since), merge.split_since]) {
        let Some(day) = day else { continue };
        if day.pred_opt().is_some_and(|before| members(before) != members(day)) {
            days.insert(day);
        }
    }
    Ok(days)
}
