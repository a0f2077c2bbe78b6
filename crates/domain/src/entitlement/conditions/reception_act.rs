//! Mottagandelagen (2026:999): coverage, assignments, hiding and stayed enforcement.

use chrono::NaiveDate;

use super::super::picture::{birthday, within};
use super::super::spans::Spans;
use super::Asked;
use crate::Period;
use crate::facts::{
    AssignmentLaw, Fact, FactContent, FactKind, InhibitionSection, RECEPTION_ACT, Validity,
};
use crate::law::{
    BosAndMass, Condition, Hiding, HidingBeforeOctober, HidingCare, HidingFirstDay, InhibitionEntry,
};

impl Asked<'_> {
    pub(super) fn covered(&self, condition: &Condition, window: Period) -> Option<Spans> {
        if condition.covered_at_death {
            let death = self
                .picture
                .died
                .filter(|day| !self.picture.covered(Period { from: *day, until: *day }).is_empty());
            let day = death.and_then(|day| within(Validity::on(day), window));
            return Some(Spans::of(day));
        }
        let covered = self.picture.covered(window);
        Some(match condition.covered? {
            true => covered,
            false => Spans::from(window).without(&covered),
        })
    }

    pub(super) fn assignment(&self, condition: &Condition, window: Period) -> Option<Spans> {
        let under = |laws: &[AssignmentLaw], fact: &Fact| {
            self.picture.assignment_law(fact).is_some_and(|law| laws.contains(&law))
        };
        let facts = self.picture.of_kind(FactKind::Assignment);
        if !condition.assigned_under.is_empty() {
            let fits = |fact: &&&Fact| under(&condition.assigned_under, fact);
            let days = facts.iter().filter(fits).filter_map(|fact| within(fact.validity, window));
            return Some(Spans::of(days));
        }
        if !condition.was_assigned_under.is_empty() {
            let fits = |fact: &&&Fact| under(&condition.was_assigned_under, fact);
            let since =
                |fact: &&Fact| within(Validity { valid_until: None, ..fact.validity }, window);
            return Some(Spans::of(facts.iter().filter(fits).filter_map(since)));
        }
        if condition.not_yet_assigned {
            let first = facts.iter().map(|fact| fact.validity.valid_from.unwrap_or(NaiveDate::MIN));
            let first = first.min().and_then(|first| first.pred_opt());
            let last = first.map_or(window.until, |last| last.min(window.until));
            return Some(Spans::of(Period::new(window.from, last)));
        }
        if condition.assigned_at_18_under.is_empty() {
            return None;
        }
        let (born, _) = self.picture.born(window.until)?;
        let turned = birthday(born, 18);
        let held = facts.iter().any(|fact| {
            fact.validity.holds_on(turned) && under(&condition.assigned_at_18_under, fact)
        });
        Some(if held { Spans::from(window) } else { Spans::none() })
    }

    /// The days from actual reception after an assignment for settlement on, or those before it.
    pub(super) fn received_for_settlement(
        &self,
        condition: &Condition,
        window: Period,
    ) -> Option<Spans> {
        let wanted = condition.received_for_settlement?;
        let facts = self.picture.of_kind(FactKind::Assignment).iter();
        let mut settled = facts.filter(|fact| {
            self.picture.assignment_law(fact).is_some_and(AssignmentLaw::is_for_settlement)
        });
        let first = settled.next().and_then(|assignment| {
            let assigned = assignment.validity.valid_from;
            let received = self.picture.entered_reception().map(|reception| reception.on);
            match self.choices.on::<BosAndMass>(assigned.unwrap_or(window.from)) {
                BosAndMass::UntilAssigned if !wanted => assigned.or(Some(window.from)),
                _ => received.map(|received| assigned.map_or(received, |day| day.max(received))),
            }
        });
        let from_first = |first: NaiveDate| Period::new(first.max(window.from), window.until);
        let received = Spans::of(first.and_then(from_first));
        Some(if wanted { received } else { Spans::from(window).without(&received) })
    }

    pub(super) fn settled(&self, condition: &Condition, window: Period) -> Option<Spans> {
        let wanted = condition.settled?;
        let fits = self.picture.settled() == Some(wanted);
        Some(if fits { Spans::from(window) } else { Spans::none() })
    }

    /// The days on which hiding does not stand in the way.
    pub(super) fn hiding(&self, condition: &Condition, window: Period) -> Option<Spans> {
        let excludes = match condition.hiding? {
            Hiding::Excludes => true,
            Hiding::Older => {
                let answer = self.choices.on::<HidingBeforeOctober>(window.until);
                answer == HidingBeforeOctober::NotPaid
            }
            Hiding::Care => self.choices.on::<HidingCare>(window.until) == HidingCare::NotPaid,
        };
        excludes.then(|| Spans::from(window).without(&self.hides(window)))
    }

    /// The days in `window` on which the person hides, as far as that takes a right away.
    pub(in crate::entitlement) fn hides(&self, window: Period) -> Spans {
        let hiding = self.picture.of_kind(FactKind::Hiding).iter().filter_map(|fact| {
            let Validity { valid_from, valid_until } = fact.validity;
            let from = match valid_from {
                Some(day) => match self.choices.on::<HidingFirstDay>(day) {
                    HidingFirstDay::NotPaid => day,
                    HidingFirstDay::Paid => day.succ_opt()?,
                },
                None => window.from,
            };
            Period::new(
                from.max(window.from),
                valid_until.map_or(window.until, |day| day.min(window.until)),
            )
        });
        Spans::of(hiding)
    }

    pub(super) fn inhibition(&self, condition: &Condition, window: Period) -> Option<Spans> {
        if condition.not_inhibited {
            let stayed = self.picture.days_of(FactKind::Inhibition, window, |content| {
                matches!(content, FactContent::Inhibition(stay)
                    if stay.by_section != InhibitionSection::Other)
            });
            return Some(Spans::from(window).without(&stayed));
        }
        if condition.inhibition.is_empty() {
            return None;
        }
        let fits = |content: &FactContent| match content {
            FactContent::Inhibition(stay) => condition.inhibition.contains(&stay.by_section),
            _ => false,
        };
        let days = self.picture.days_of(FactKind::Inhibition, window, fits);
        let from = match self.choices.on::<InhibitionEntry>(window.from) {
            InhibitionEntry::June => window.from,
            InhibitionEntry::October => window.from.max(RECEPTION_ACT),
        };
        Some(days.meet(&Spans::of(Period::new(from, window.until))))
    }

    pub(super) fn mass_influx(&self, condition: &Condition, window: Period) -> Option<Spans> {
        let days = || Spans::of(self.mass_influx.iter().copied()).within(window);
        condition.mass_influx.then(days)
    }
}
