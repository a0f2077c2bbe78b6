//! A person's facts, as rules ask them.

use chrono::NaiveDate;

use super::rule::Who;
use crate::entitlement::Standing;
use crate::facts::{Fact, FactContent, FactKind, Ground, Municipality};
use crate::law::{Choices, Unaccompanied, years_old};

/// Years at which somebody comes of age (föräldrabalken 9 kap. 1 §).
const OF_AGE: u8 = 18;

/// A person's facts, asked by day.
#[derive(Debug)]
pub(super) struct Person<'f> {
    pub(super) facts: &'f [&'f Fact],
    /// The birth date, with its fact.
    pub(super) born: Option<(NaiveDate, &'f Fact)>,
    /// Where the person stands: first reception, coverage.
    pub(super) standing: Standing<'f>,
    died: Option<NaiveDate>,
}

impl<'f> Person<'f> {
    /// The person that `facts` tell about, which are in the order of kinds, by these answers to what is open.
    pub(super) fn of(facts: &'f [&'f Fact], choices: &Choices) -> Person<'f> {
        let standing = Standing::of(facts, choices);
        let mut person = Person { facts, born: None, standing, died: None };
        person.born =
            person.of_kind(FactKind::Birth).first().and_then(|fact| match &fact.content {
                FactContent::Birth(birth) => Some((birth.date, *fact)),
                _ => None,
            });
        person.died =
            person.of_kind(FactKind::Died).iter().find_map(|fact| fact.validity.valid_from);
        person
    }

    /// The facts of a kind, by first day.
    pub(super) fn of_kind(&self, kind: FactKind) -> &'f [&'f Fact] {
        let first = self.facts.partition_point(|fact| fact.kind() < kind);
        let after = self.facts.partition_point(|fact| fact.kind() <= kind);
        &self.facts[first..after]
    }

    /// The fact of a kind that holds on `day`; of several the one that began last.
    pub(super) fn on(&self, kind: FactKind, day: NaiveDate) -> Option<&'f Fact> {
        self.of_kind(kind).iter().rev().find(|fact| fact.validity.holds_on(day)).copied()
    }

    /// Whether the person is alive at the end of `day`, and not confirmed abroad.
    pub(super) fn is_here(&self, day: NaiveDate) -> bool {
        self.died.is_none_or(|died| died > day) && self.on(FactKind::ConfirmedAbroad, day).is_none()
    }

    /// Whether the person is known to be 18 on `day`.
    pub(super) fn is_of_age(&self, day: NaiveDate) -> bool {
        self.born.is_some_and(|(born, _)| years_old(born, day) >= OF_AGE)
    }

    /// Whether another municipality than `ours` answers for the person on `day`: that of the placement
    /// decision for whoever came unaccompanied (lagen (1994:137) 3 §), else that of registration, else
    /// that of the residence. One that nobody has entered is no other.
    pub(super) fn has_left(&self, ours: &Municipality, day: NaiveDate) -> bool {
        let came_alone = !self.of_kind(FactKind::Unaccompanied).is_empty();
        let order = match came_alone {
            true => [FactKind::Assignment, FactKind::Registration, FactKind::Residence],
            false => [FactKind::Registration, FactKind::Residence, FactKind::Assignment],
        };
        let mut named = order.into_iter().filter_map(|kind| self.on(kind, day)?.municipality());
        named.next().is_some_and(|municipality| !municipality.is_same(ours))
    }

    /// Whether any of `who` holds on `day` or on the day before; nobody named: everybody is meant.
    pub(super) fn is_any(&self, who: &[Who], day: NaiveDate) -> bool {
        let days = [Some(day), day.pred_opt()];
        let on = |day: NaiveDate| who.iter().any(|who| self.is_one(who, day));
        who.is_empty() || days.into_iter().flatten().any(on)
    }

    fn is_one(&self, who: &Who, day: NaiveDate) -> bool {
        let ground = || self.ground(day).is_some_and(|ground| who.grounds.contains(&ground));
        let care = || match self.on(FactKind::Placement, day).map(|fact| &fact.content) {
            // The act that replaced LVU is read as it was (2026:1600 p. 3).
            Some(FactContent::Placement(placed)) => {
                who.care.contains(&placed.basis) || who.care.contains(&placed.basis.read_as())
            }
            _ => false,
        };
        let registered = || self.on(FactKind::Registration, day).is_some();
        (who.grounds.is_empty() || ground())
            && who.unaccompanied.is_none_or(|asked| self.is_unaccompanied(asked, day))
            && who.registered.is_none_or(|asked| asked == registered())
            && self.is_aged(who, day)
            && (who.care.is_empty() || care())
    }

    fn is_aged(&self, who: &Who, day: NaiveDate) -> bool {
        let Some((born, _)) = self.born else { return true };
        let years = years_old(born, day);
        who.age_from.is_none_or(|from| from <= years)
            && who.age_below.is_none_or(|below| years < below)
    }

    fn is_unaccompanied(&self, asked: Unaccompanied, day: NaiveDate) -> bool {
        let is = || self.on(FactKind::Unaccompanied, day).is_some();
        let begun = |fact: &&Fact| fact.validity.valid_from.is_none_or(|from| from <= day);
        let is_or_was = || self.of_kind(FactKind::Unaccompanied).iter().any(begun);
        match asked {
            Unaccompanied::Is => is(),
            Unaccompanied::IsOrWas => is_or_was(),
            Unaccompanied::IsNot => !is(),
            Unaccompanied::Never => !is_or_was(),
        }
    }

    /// The legal ground on `day`.
    pub(super) fn ground(&self, day: NaiveDate) -> Option<Ground> {
        match &self.on(FactKind::LegalGround, day)?.content {
            FactContent::LegalGround(legal) => Some(legal.ground),
            _ => None,
        }
    }
}
