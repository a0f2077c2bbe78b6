//! Protected persons: hidden everywhere, and opened through one door that logs.

use chrono::{DateTime, Duration, Utc};
use serde_json::json;
use store::Changed;
use store::persons::{PersonCard, PersonNo};

use crate::error::{AppError, RefusalCode};
use crate::{Action, App, Result, TextValue, clock};

/// How long an opened person stays open, in minutes of the system's clock.
const MINUTES_OPEN: i64 = 15;

/// Which protected persons have been opened, and until when they stay open.
#[derive(Debug, Default)]
pub struct Access {
    open: std::collections::HashMap<PersonNo, DateTime<Utc>>,
}

impl App {
    /// Opens a protected person: from now on its own page shows everything, for a quarter of an hour.
    /// Leaves an event with the reason.
    ///
    /// # Errors
    /// When no reason is given.
    pub fn open_protected(&mut self, person_no: PersonNo, reason: &str) -> Result<()> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(AppError::refused(RefusalCode::ReasonMissing).in_field("reason"));
        }
        self.change(Action::OpenProtected, |write| {
            let detail = json!({ "reason": reason });
            Ok(Changed { value: (), object: write.person_id(person_no)?.0, detail })
        })?;
        let until = clock::now() + Duration::minutes(MINUTES_OPEN);
        self.access.open.insert(person_no, until);
        Ok(())
    }

    /// Closes an opened person before its time.
    pub fn close_protected(&mut self, person_no: PersonNo) {
        self.access.open.remove(&person_no);
    }

    /// Whether names, numbers, address and board of a person are hidden on its own page.
    #[must_use]
    pub fn is_closed(&self, person_no: PersonNo, card: &PersonCard) -> bool {
        let open = self.access.open.get(&person_no).is_some_and(|until| clock::now() < *until);
        self.hides(card) && !open
    }

    /// Whether a person is hidden in lists, search, exports, statements and prints.
    #[must_use]
    pub fn hides(&self, card: &PersonCard) -> bool {
        card.is_protected(self.today)
    }

    /// What stands in place of a protected person's numbers in files and prints: the register's own
    /// id, which says nothing outside the register.
    #[must_use]
    pub fn pseudonym(&self, card: &PersonCard) -> String {
        let values = [("person", TextValue::Text(card.id.0.clone()))];
        self.wording.text("protected-pseudonym", &values)
    }

    /// A person's name as lists and prints may show it.
    #[must_use]
    pub fn shown_name(&self, card: &PersonCard) -> String {
        if self.hides(card) {
            return self.wording.text("protected-person", &[]);
        }
        match (card.family_name.as_str(), card.given_name.as_str()) {
            (family, "") => family.to_owned(),
            ("", given) => given.to_owned(),
            (family, given) => format!("{family}, {given}"),
        }
    }
}
