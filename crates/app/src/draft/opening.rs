//! Opening a row that points at somebody protected, with a reason.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, Utc};
use serde_json::json;
use store::{Changed, PersonNo};

use super::{Draft, DraftRecord};
use crate::error::{AppError, RefusalCode};
use crate::persons::MINUTES_OPEN;
use crate::typed::reason_typed;
use crate::{Action, App, Result, clock};

/// Rows of drafts that somebody has opened with a reason: draft and line, until when.
pub(crate) type OpenRows = BTreeMap<(String, u32), DateTime<Utc>>;

impl App {
    /// Of these persons the protected ones.
    pub(crate) fn protected_among(&self, persons: &BTreeSet<PersonNo>) -> Result<Vec<PersonNo>> {
        let protected = self.protected_persons()?;
        Ok(persons.iter().copied().filter(|person| protected.contains(person)).collect())
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
        self.protected_in_draft_row(&self.any_draft(draft)?, line)
    }

    /// The draft with that id, whatever it is about.
    fn any_draft(&self, id: &str) -> Result<DraftRecord> {
        let found = self.read().draft(id)?;
        found.ok_or_else(|| AppError::refused(RefusalCode::NoSuchDraft))
    }

    fn protected_in_draft_row(&self, record: &DraftRecord, line: u32) -> Result<Vec<PersonNo>> {
        let read = self.read();
        let Some(row) = read.draft_row(record.draft_no, line)? else { return Ok(Vec::new()) };
        let draft = Draft::of(record.clone())?;
        let (asked, _) = self.asked_rows(&draft, &[row])?;
        let about = draft.content().about(&read, &draft, &asked)?;
        let persons = about.into_iter().flat_map(|about| about.persons).collect();
        self.protected_among(&persons)
    }

    /// Opens a row of a draft that points at protected persons, or is about somebody whom the file
    /// itself protects, for a quarter of an hour: leaves an event with the reason and their ids. Whom
    /// the register has under the row's own id or number is opened on the person's own page.
    ///
    /// # Errors
    /// When no reason is given, or the database cannot be written.
    pub fn open_draft_row(&mut self, draft: &str, line: u32, reason: &str) -> Result<()> {
        let reason = reason_typed(reason)?;
        self.change(Action::OpenProtected, |write| {
            let record = self.any_draft(draft)?;
            let persons = self.protected_in_draft_row(&record, line)?.into_iter();
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
