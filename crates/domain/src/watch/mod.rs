//! Watches (bevakningar): by which day somebody must act, and why, computed from a person's facts.
//!
//! Nothing here is stored but [`Mark`]s. What is watched is data ([`WatchRule`]), which the `rates` crate
//! reads from `assets/watches`; an event that a later fact has answered has no watch.

mod events;
mod mark;
mod person;
#[cfg(test)]
mod properties;
mod rule;
#[cfg(test)]
mod tests;

use std::fmt::Write;

use chrono::{Days, NaiveDate};

pub use mark::{Mark, MarkedWatches, OpenWatch, apply};
pub use rule::{DayOfYear, DueRule, LaterDue, NotADayOfYear, Trigger, WatchRule, Who};

use crate::Period;
use crate::facts::{Fact, FactContent, FactId, FactKind, Municipality};
use crate::last_day::{Nearness, days_left};
use crate::law::{Catalogue, Choices};
use events::{Event, events};
use person::Person;

/// Something that must be done by a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watch<'r> {
    /// The rule that it follows from, with its text, source and compensations.
    pub rule: &'r WatchRule,
    /// The rule's id and the event, such as `permit-ends/2026-08-31`: the same whenever it is computed,
    /// as long as the event is on that day. Unique for a person.
    pub key: String,
    /// The day by which it must be done; where texts differ, the cautious one.
    pub due: NaiveDate,
    /// The later day that another text gives.
    pub later: Option<NaiveDate>,
    /// The day of the event.
    pub event: NaiveDate,
    /// What kind of fact has a hole; none for other events.
    pub about: Option<FactKind>,
    /// The facts that it follows from.
    pub because: Vec<FactId>,
    /// The household that one watch does for, by its name in the register.
    pub household: Option<String>,
    /// How near the day is.
    pub nearness: Nearness,
}

/// What is asked of a person's facts.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The days that watches must be due in.
    pub window: Period,
    /// The day on which it is asked.
    pub today: NaiveDate,
    /// The municipality that asks; none: whoever has moved to another one is watched as before.
    pub ours: Option<&'a Municipality>,
    /// The law: age limits.
    pub law: &'a Catalogue,
    /// The answers to what it leaves open.
    pub choices: &'a Choices,
}

/// The watches of a person that are due in `window`, by day, by the shipped answers to what is open and
/// without any age limit. `facts` are in the order of [`known_on`](crate::facts::known_on). Who is dead or
/// confirmed abroad has none.
#[must_use]
pub fn watches<'r>(
    rules: &'r [WatchRule],
    facts: &[&Fact],
    window: Period,
    today: NaiveDate,
) -> Vec<Watch<'r>> {
    let (law, choices) = (&Catalogue::default(), &Choices::default());
    watches_asked(rules, facts, Asked { window, today, ours: None, law, choices })
}

/// [`watches`], of a municipality: for whoever another one answers for, only the change itself is still
/// to be reported.
#[must_use]
pub fn watches_asked<'r>(
    rules: &'r [WatchRule],
    facts: &[&Fact],
    asked: Asked<'_>,
) -> Vec<Watch<'r>> {
    let person = Person::of(facts, asked.choices);
    if !person.is_here(asked.today) {
        return Vec::new();
    }
    let near = near(asked.window);
    let mut found = Vec::new();
    for rule in rules {
        let answered = |kind: &FactKind| !person.of_kind(*kind).is_empty();
        if rule.answered_by.iter().any(answered) {
            continue;
        }
        for event in events(&rule.trigger, &person, near, &asked) {
            let due = rule.due.day(event.day);
            let in_window = asked.window.from <= due && due <= asked.window.until;
            if in_window
                && rule.holds_on(event.day)
                && person.is_here(event.day)
                && !has_left(&person, rule, &event, asked)
                && person.is_any(&rule.who, event.day)
            {
                found.push(watch(rule, &person, event, asked.today));
            }
        }
    }
    found.sort_by(|a, b| (a.due, &a.key).cmp(&(b.due, &b.key)));
    found
}

/// The days on which events lie whose watches are due in `window`: no rule goes further from its event
/// than the rest of a quarter, twelve months and the days of one more.
fn near(window: Period) -> Period {
    let reach = Days::new(u64::from(DueRule::MOST_DAYS) + 92 + 31);
    Period {
        from: window.from.checked_sub_days(reach).unwrap_or(window.from),
        until: window.until.checked_add_days(reach).unwrap_or(window.until),
    }
}

/// Whether another municipality answers for the person. A change is reported by the one that answered
/// before it.
fn has_left(person: &Person<'_>, rule: &WatchRule, event: &Event<'_>, asked: Asked<'_>) -> bool {
    let Some(ours) = asked.ours else { return false };
    match rule.trigger {
        Trigger::ResponsibilityChange { .. } => {
            let before = event.day.pred_opt().unwrap_or(event.day);
            person.has_left(ours, before) && person.has_left(ours, event.day)
        }
        _ => person.has_left(ours, asked.today),
    }
}

fn watch<'r>(
    rule: &'r WatchRule,
    person: &Person<'_>,
    event: Event<'_>,
    today: NaiveDate,
) -> Watch<'r> {
    let due = rule.due.day(event.day);
    let mut because: Vec<FactId> = event.because.iter().map(|fact| fact.id.clone()).collect();
    let member = person.on(FactKind::Household, event.day).filter(|_| rule.by_household);
    let household = member.and_then(|fact| match &fact.content {
        FactContent::Household(member) => {
            because.push(fact.id.clone());
            Some(member.household.clone())
        }
        _ => None,
    });
    Watch {
        rule,
        key: key(rule, &event),
        due,
        later: rule.later.as_ref().map(|later| later.due.day(event.day)),
        event: event.day,
        about: event.about,
        because,
        household,
        nearness: Nearness::of(days_left(due, today)),
    }
}

/// By day and not by fact: a fact that is corrected gets another id, and its event stays the same.
fn key(rule: &WatchRule, event: &Event<'_>) -> String {
    let mut key = rule.id.clone();
    if let Some(kind) = event.about {
        key.push('/');
        key.push_str(kind.name());
    }
    // Writing to a text cannot fail.
    let _ = write!(key, "/{}", event.day);
    key
}
