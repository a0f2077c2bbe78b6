//! Watches: what must be told, confirmed or renewed about somebody, and by when.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use domain::Period;
use domain::facts::{Fact, FactKind};
use domain::last_day::Nearness;
use domain::watch::{Asked, Mark, apply, watches_asked};
use serde_json::json;
use store::{Changed, PersonNo};

use crate::error::{AppError, RefusalCode};
use crate::typed::{near_day_typed, reason_typed, text_typed};
use crate::{Action, App, Result};

/// How far back watches that nobody has settled are looked for, and moved ones: three years.
const BACK: u64 = 3 * 365;
/// How far ahead.
const AHEAD: u64 = 120;
/// Longest reason, in characters.
const LONGEST: usize = 500;

/// A watch that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WatchLine {
    /// The person.
    pub person: PersonNo,
    /// Which watch, of the person's.
    pub key: String,
    /// The rule's id.
    pub rule: String,
    /// The name of its text.
    pub text: String,
    /// The day on which it is to be done.
    pub due: NaiveDate,
    /// The later day that another text gives.
    pub later: Option<NaiveDate>,
    /// The day of the event.
    pub event: NaiveDate,
    /// What kind of fact has a hole.
    pub about: Option<FactKind>,
    /// How near the day is.
    pub nearness: Nearness,
    /// Why it was moved.
    pub moved: Option<String>,
    /// Where the rule was read.
    pub source: String,
    /// Whether it was read there.
    pub verified: bool,
}

/// Watches as they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Watches {
    /// Open ones, by day.
    pub open: Vec<WatchLine>,
    /// How many of the window are done.
    pub done: usize,
    /// How many there is nothing to do about.
    pub not_applicable: usize,
}

/// What somebody says of a watch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypedMark {
    /// Done.
    Done,
    /// To be done by another day.
    Moved {
        /// The day.
        day: String,
        /// Why.
        reason: String,
    },
    /// There is nothing to do.
    NotApplicable {
        /// Why.
        reason: String,
    },
    /// As the rule has it again.
    Unmarked,
}

impl App {
    /// The watches of everybody, or of one person that stands for itself.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn watches(&self, of: Option<PersonNo>) -> Result<Arc<Watches>> {
        let event_no = self.read().last_event_no()?;
        if of.is_none()
            && let Some((day, event, found)) = &*self.watches.borrow()
            && (*day, *event) == (self.today, event_no)
        {
            return Ok(Arc::clone(found));
        }
        let found = Arc::new(self.compute_watches(of)?);
        if of.is_none() {
            *self.watches.borrow_mut() = Some((self.today, event_no, Arc::clone(&found)));
        }
        Ok(found)
    }

    fn compute_watches(&self, of: Option<PersonNo>) -> Result<Watches> {
        let law = self.law_in_force()?;
        let ours = self.ours()?;
        let marks = self.read().watch_marks()?;
        let today = self.today;
        let window = Period {
            from: today.checked_sub_days(Days::new(BACK)).unwrap_or(today),
            until: today.checked_add_days(Days::new(AHEAD)).unwrap_or(today),
        };
        let mut all = Watches::default();
        let rules = &law.watches;
        let mut look = |person: PersonNo, facts: &[&Fact]| {
            let (law, choices) = (&law.catalogue, &law.choices);
            let asked = Asked { window, today, ours: Some(&ours), law, choices };
            let found = watches_asked(rules, facts, asked);
            if found.is_empty() {
                return;
            }
            let mark = |key: &str| marks.get(&(Some(person), key.to_owned()));
            let standing = apply(found, mark, today);
            all.done += standing.done;
            all.not_applicable += standing.not_applicable;
            all.open.extend(standing.open.into_iter().map(|open| WatchLine {
                person,
                key: open.watch.key,
                rule: open.watch.rule.id.clone(),
                text: open.watch.rule.text.clone(),
                due: open.due,
                later: open.watch.later,
                event: open.watch.event,
                about: open.watch.about,
                nearness: open.nearness,
                moved: open.moved,
                source: open.watch.rule.source.clone(),
                verified: open.watch.rule.verified,
            }));
        };
        match of {
            Some(person) => {
                let document = self.facts_document(person, NaiveDate::MAX)?;
                look(person, &document.facts.iter().collect::<Vec<_>>());
            }
            None => self.read().each_persons_facts(&mut |person, facts, _| {
                look(person, &facts.iter().collect::<Vec<_>>());
            })?,
        }
        all.open.sort_by(|a, b| (a.due, a.person, &a.key).cmp(&(b.due, b.person, &b.key)));
        Ok(all)
    }

    /// Marks a watch of a person as done, moved or not applicable, or takes the mark off.
    ///
    /// # Errors
    /// When the person has no such watch, the day is none, or the reason is missing.
    pub fn mark_watch(&mut self, person: &str, key: &str, typed: &TypedMark) -> Result<()> {
        self.change(Action::MarkWatch, |write| {
            let person = self.open_person_no(person)?;
            let reason = |text: &str| -> Result<String> {
                let reason = text_typed(text, LONGEST)?;
                reason_typed(&reason)?;
                Ok(reason)
            };
            let mark = match typed {
                TypedMark::Done => Some(Mark::Done {}),
                TypedMark::Moved { day, reason: why } => {
                    let day =
                        near_day_typed(day, self.today).map_err(|fault| fault.in_field("day"))?;
                    Some(Mark::MovedTo { day, reason: reason(why)? })
                }
                TypedMark::NotApplicable { reason: why } => {
                    Some(Mark::NotApplicable { reason: reason(why)? })
                }
                TypedMark::Unmarked => None,
            };
            let marked = self.read().watch_marks()?.contains_key(&(Some(person), key.to_owned()));
            let open = self.watches(Some(person))?.open.iter().any(|watch| watch.key == key);
            if !open && !marked {
                return Err(AppError::refused(RefusalCode::NoSuchWatch).in_field("watch"));
            }
            let id = write.person_id(person)?;
            write.mark_watch(person, key, mark.as_ref())?;
            let kind = match &mark {
                Some(Mark::Done {}) => "done",
                Some(Mark::MovedTo { .. }) => "moved",
                Some(Mark::NotApplicable { .. }) => "not-applicable",
                None => "undone",
            };
            // The day of the event may be a birthday: it stands with the mark, not in the chain.
            let rule = key.split('/').next().unwrap_or_default();
            let detail = json!({ "watch": rule, "mark": kind });
            Ok(Changed { value: (), object: id.0.clone(), detail })
        })
    }
}
