//! Protected persons: hidden everywhere, and opened through one door that logs.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::Finding;
use domain::facts::{Fact, FactContent};
use domain::person::PersonId;
use serde_json::json;
use store::persons::PersonCard;
use store::{Changed, PersonNo};

use crate::error::{AppError, RefusalCode};
use crate::typed::reason_typed;
use crate::{Action, App, Result, clock};

/// How long an opened person stays open, in minutes of the system's clock.
pub(crate) const MINUTES_OPEN: i64 = 15;

/// Which protected persons have been opened, and until when they stay open.
#[derive(Debug, Default)]
pub struct Access {
    open: HashMap<PersonNo, DateTime<Utc>>,
}

/// The value of refusals and findings that names another person.
const PERSON: &str = "person";

impl App {
    /// Opens a protected person: from now on its own page shows everything, for a quarter of an hour.
    /// Leaves an event with the reason.
    ///
    /// # Errors
    /// When there is no such person, or no reason is given.
    pub fn open_protected(&mut self, id: &str, reason: &str) -> Result<PersonNo> {
        let reason = reason_typed(reason)?;
        let person_no = self.change(Action::OpenProtected, |write| {
            let person_no = self.person_no(id)?;
            let detail = json!({ "reason": reason });
            Ok(Changed { value: person_no, object: write.person_id(person_no)?.0, detail })
        })?;
        let until = clock::now() + Duration::minutes(MINUTES_OPEN);
        self.access.open.insert(person_no, until);
        Ok(person_no)
    }

    /// The number of the person with that Person-id, whose data may be shown: nobody protected whom
    /// nobody has opened.
    ///
    /// # Errors
    /// When there is none, or its page is closed.
    pub fn open_person_no(&self, id: &str) -> Result<PersonNo> {
        let person_no = self.person_no(id)?;
        self.require_open(person_no)?;
        Ok(person_no)
    }

    /// Refuses a person whose page is closed.
    ///
    /// # Errors
    /// With the Person-id, which may be shown.
    pub fn require_open(&self, person_no: PersonNo) -> Result<()> {
        let card = self.read().person_card(person_no)?;
        if self.is_closed(person_no, &card) {
            let refused = AppError::refused(RefusalCode::PersonProtected);
            return Err(refused.with("person", &card.id));
        }
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

    /// The persons that are open now.
    #[must_use]
    pub fn opened_persons(&self) -> Vec<PersonNo> {
        let now = clock::now();
        let open = self.access.open.iter().filter(|(_, until)| now < **until);
        open.map(|(person_no, _)| *person_no).collect()
    }

    /// The day by which somebody is protected or not: the earlier of business date and system's day,
    /// so that neither a business date nor a clock set forward opens anybody.
    #[must_use]
    pub fn protection_day(&self) -> NaiveDate {
        self.today.min(self.system_day)
    }

    /// Whether a person is hidden in lists, search, exports, statements and prints.
    #[must_use]
    pub fn hides(&self, card: &PersonCard) -> bool {
        card.is_protected(self.protection_day())
    }

    /// Everybody who is hidden in lists.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn protected_persons(&self) -> Result<HashSet<PersonNo>> {
        let protected = self.read().protected_persons(self.protection_day())?;
        Ok(protected.into_iter().collect())
    }

    /// How many persons are left out of what is narrowed by a protected matter, such as the board.
    /// All protected persons, and not those that would fit: their number would tell where they are.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn left_out(&self) -> Result<u64> {
        Ok(self.read().protected_count(self.protection_day())?)
    }

    /// A finding as it may be shown: a protected person that nobody has opened is not named.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn shown_finding(&self, mut finding: Finding) -> Result<Finding> {
        for (name, value) in &mut finding.values {
            if name == PERSON {
                self.hide_id(value)?;
            }
        }
        Ok(finding)
    }

    /// A fact as it may be shown on the page of whom it is about: that it points at a protected person
    /// whom nobody has opened would tell whose relative that is, and so where to look.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn shown_fact(&self, mut fact: Fact) -> Result<Fact> {
        match &mut fact.content {
            FactContent::Relation(relation) => self.hide_id(&mut relation.person.0)?,
            FactContent::LegalGround(ground) => {
                if let Some(anchor) = &mut ground.anchor {
                    self.hide_id(&mut anchor.0)?;
                }
            }
            _ => {}
        }
        Ok(fact)
    }

    /// The same refusal without the id of a protected person that has the number somebody typed.
    pub(crate) fn without_protected(&self, error: AppError) -> AppError {
        match error {
            AppError::Refused(mut refusal) if refusal.code == RefusalCode::NumberOfAnother => {
                for (name, value) in &mut refusal.values {
                    if name == PERSON && self.hide_id(value).is_err() {
                        value.clear();
                    }
                }
                AppError::Refused(refusal)
            }
            AppError::Several(errors) => AppError::Several(
                errors.into_iter().map(|error| self.without_protected(error)).collect(),
            ),
            other => other,
        }
    }

    /// Puts words in place of the id of a protected person that nobody has opened.
    fn hide_id(&self, id: &mut String) -> Result<()> {
        let read = self.read();
        if let Some(person_no) = read.person_no(&PersonId(id.clone()))?
            && self.is_closed(person_no, &read.person_card(person_no)?)
        {
            *id = self.wording.text("protected-somebody", &[]);
        }
        Ok(())
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
