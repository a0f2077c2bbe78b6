//! At whom a row of a draft points: by its id, its numbers, its name and birth date, and by what was
//! found in it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, Utc};
use domain::Finding;
use domain::facts::FactContent;
use domain::person::PersonId;
use importing::RegisterRow;
use serde_json::json;
use store::{Changed, PersonNo, Read};

use super::together::{number_in, numbers_of};
use crate::error::{AppError, RefusalCode};
use crate::persons::MINUTES_OPEN;
use crate::{Action, App, Result, clock};

/// Rows of drafts that somebody has opened with a reason: draft and line, until when.
pub(crate) type OpenRows = BTreeMap<(String, u32), DateTime<Utc>>;

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

impl App {
    /// Of these persons the protected ones.
    pub(crate) fn protected_among(&self, persons: &BTreeSet<PersonNo>) -> Result<Vec<PersonNo>> {
        let read = self.read();
        let mut protected = Vec::new();
        for person_no in persons {
            if self.hides(&read.person_card(*person_no)?) {
                protected.push(*person_no);
            }
        }
        Ok(protected)
    }

    /// Whether somebody has opened all of these persons.
    pub(super) fn opened_persons_hold(&self, persons: &[PersonNo]) -> bool {
        let opened = self.opened_persons();
        persons.iter().all(|person_no| opened.contains(person_no))
    }

    /// Whether somebody has opened a row of a draft with a reason.
    pub(super) fn is_draft_row_open(&self, draft: &str, line: u32) -> bool {
        let until = self.open_rows.get(&(draft.to_owned(), line));
        until.is_some_and(|until| clock::now() < *until)
    }

    /// The protected persons at whom a row points that somebody has opened with a reason.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn opened_in_draft_row(&self, draft: &str, line: u32) -> Result<Vec<PersonNo>> {
        if !self.is_draft_row_open(draft, line) {
            return Ok(Vec::new());
        }
        self.protected_in_draft_row(draft, line)
    }

    fn protected_in_draft_row(&self, draft: &str, line: u32) -> Result<Vec<PersonNo>> {
        let draft = super::draft::Draft::of(self.register_draft(draft)?)?;
        let read = self.read();
        let Some(row) = read.draft_row(draft.record.draft_no, line)? else { return Ok(Vec::new()) };
        let standing = super::draft::Standing::of(&read, &draft.record)?;
        let meant = draft.meant(&draft.interpreter(), &standing, line, &row.written);
        let findings = read.draft_findings(draft.record.draft_no, Some(line))?;
        let (_, persons) = persons_named_by(&read, &meant.row, &findings)?;
        self.protected_among(&persons)
    }

    /// Opens a row of a draft that points at protected persons, or is about somebody whom the file
    /// itself protects, for a quarter of an hour: leaves an event with the reason and their ids. Whom
    /// the register has under the row's own id or number is opened on the person's own page.
    ///
    /// # Errors
    /// When no reason is given, or the database cannot be written.
    pub fn open_draft_row(&mut self, draft: &str, line: u32, reason: &str) -> Result<()> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(AppError::refused(RefusalCode::ReasonMissing).in_field("reason"));
        }
        self.change(Action::OpenProtected, |write| {
            let record = self.register_draft(draft)?;
            let persons = self.protected_in_draft_row(draft, line)?.into_iter();
            let persons =
                persons.map(|no| Ok(write.person_id(no)?.0)).collect::<Result<Vec<_>>>()?;
            let detail = json!({ "reason": reason, "line": line, "persons": persons });
            Ok(Changed { value: (), object: record.id, detail })
        })?;
        let until = clock::now() + Duration::minutes(MINUTES_OPEN);
        self.open_rows.insert((draft.to_owned(), line), until);
        Ok(())
    }
}
