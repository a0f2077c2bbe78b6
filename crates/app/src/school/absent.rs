//! Pupils whom the last list had and this one lacks. They are asked for as rows of the list, one for
//! each: with a last day the pupil has left, accepted the register stays as it is, parked somebody is to
//! be asked.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::facts::{Fact, FactContent, FactKind, known_on};
use domain::schooling::Cut;
use domain::{FindingCode, Period};
use importing::{Cells, SchoolList, Target};
use store::drafts::{DraftKind, DraftRecord};
use store::persons::Person;
use store::{PersonNo, Read, StoreError};

use super::BLOCK;
use crate::Result;
use crate::draft::{Draft, Found, InOrder, ListAbout, Reading, Standing, Who, Whom};
use crate::persons::require_board;

/// Looks at what the list is about, and adds the pupils that it lacks after its last line.
pub(super) fn complete(reading: &Reading<'_>, draft: &mut Draft, last: u32) -> Result<()> {
    let write = reading.write;
    if let Some(unit) = &draft.format.about.unit {
        require_board(write, unit)?;
    }
    let terms = crate::settings::school_terms(write)?;
    let about = draft.format.about.clone();
    if let Some(period) = about.period
        && terms.iter().all(|term| term.shared_days(period) == 0)
    {
        let line = draft.format.layout.header_line;
        draft.format.findings.push(draft.finding(
            line,
            None,
            FindingCode::TermsMissing,
            Vec::new(),
        ));
    }
    let Some(before) = last_list(write, &about)? else { return Ok(()) };
    let whom = Whom::of(write)?;
    let here = pupils(write, draft, &Standing::default(), &whom)?;
    let standing = Standing::of(write, &before.record)?;
    let there = pupils(write, &before, &standing, &whom)?;
    let ended_by = end_of(&before, &terms);
    let mut rows = u32::try_from(draft.record.rows).unwrap_or(u32::MAX);
    let mut writer = write.draft_writer(draft.record.draft_no, rows)?;
    let mut line = last.max(draft.format.layout.header_line);
    for person in there.difference(&here) {
        let person = write.person(*person)?;
        let Some(school) = goes_on(&person.facts, ended_by) else { continue };
        line += 1;
        rows += 1;
        writer.add(line, cells(draft, &person, &school).joined())?;
        draft.format.made.insert(line, person.card.id);
    }
    draft.record.rows = u64::from(rows);
    Ok(())
}

/// The last list of the same unit that was taken in.
fn last_list(read: &Read<'_>, about: &ListAbout) -> Result<Option<Draft>> {
    let records = read.committed_drafts(DraftKind::School)?;
    for record in records {
        let draft = Draft::of(record)?;
        if draft.format.about.unit == about.unit {
            return Ok(Some(draft));
        }
    }
    Ok(None)
}

/// The last day of school that a list tells of: who was there then has not left.
fn end_of(list: &Draft, terms: &[Period]) -> NaiveDate {
    let DraftRecord { read_on, .. } = &list.record;
    list.format.about.period.map_or(*read_on, |period| Cut::of(period, terms).school.until)
}

/// Whom the rows of a list name, parked ones too: it is known of them that they were there. Whom a
/// last day has been given for stays named; the register tells that the pupil has left.
fn pupils(
    read: &Read<'_>,
    draft: &Draft,
    standing: &Standing,
    whom: &Whom,
) -> Result<BTreeSet<PersonNo>> {
    let interpreter = draft.interpreter::<SchoolList>();
    let mut named = BTreeSet::new();
    read.each_draft_row(draft.record.draft_no, |line, written, _| {
        let meant = draft.meant(&interpreter, standing, line, written);
        let who = match SchoolList::made_about(draft, line) {
            Some(id) => Who { person_id: Some(id), ..Who::default() },
            None => SchoolList::who(&meant.row),
        };
        if let Found::Person(person) = whom.find(draft, who) {
            named.insert(person);
        }
        Ok::<(), StoreError>(())
    })?;
    Ok(named)
}

/// The last schooling, where it did not end before that day.
fn goes_on(entries: &[Fact], day: NaiveDate) -> Option<Fact> {
    let known = known_on(entries, NaiveDate::MAX);
    let schools = known.into_iter().filter(|fact| fact.kind() == FactKind::Schooling);
    let last = schools.max_by_key(|fact| fact.validity.valid_from)?;
    last.validity.valid_until.is_none_or(|until| day <= until).then(|| last.clone())
}

/// A row in the list's own columns that names the pupil and the schooling as the register has them,
/// without a last day.
fn cells(draft: &Draft, person: &Person, school: &Fact) -> Cells {
    let layout = &draft.format.layout;
    let mut cells = vec![String::new(); layout.names.len()];
    let mut put = |column: Option<u16>, text: Option<String>| {
        let cell = column.and_then(|column| cells.get_mut(usize::from(column).checked_sub(1)?));
        if let (Some(cell), Some(text)) = (cell, text) {
            *cell = text;
        }
    };
    let card = &person.card;
    put(layout.column(Target::PersonId), Some(card.id.to_string()));
    let national = person.national_numbers().last().map(ToString::to_string);
    put(layout.column(Target::PersonalNumber), national);
    let dossier = person.dossier_numbers().last().map(ToString::to_string);
    put(layout.column(Target::DossierNumber), dossier);
    let names = [card.family_name.as_str(), card.given_name.as_str()];
    match layout.columns.iter().any(|column| column.target == Target::FullName) {
        true => put(layout.column(Target::FullName), Some(names.join(", "))),
        false => {
            put(layout.column(Target::FamilyName), Some(card.family_name.clone()));
            put(layout.column(Target::GivenName), Some(card.given_name.clone()));
        }
    }
    put(layout.column(Target::BirthDate), card.birth_date.map(|day| day.to_string()));
    let FactContent::Schooling(schooling) = &school.content else { return cells.iter().collect() };
    let fields = [
        ("form", Some(schooling.form.as_str().to_owned())),
        ("programme", schooling.programme.map(|programme| programme.as_str().to_owned())),
        ("municipality", schooling.municipality.clone().map(|place| place.0)),
        ("begun", schooling.begun.map(|day| day.to_string())),
        ("valid_from", school.validity.valid_from.map(|day| day.to_string())),
    ];
    for (field, text) in fields {
        let place = layout.facts.iter().find(|fact| fact.block == BLOCK && fact.field == field);
        put(place.map(|fact| fact.column), text);
    }
    cells.iter().collect()
}
