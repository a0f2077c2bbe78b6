//! Mottagandelagen (2026:999): coverage, assignments, hiding and stayed enforcement.

use chrono::NaiveDate;

use super::super::coverage::{received_for_settlement, settlements, stayed};
use super::super::picture::{birthday, within};
use super::super::spans::Spans;
use super::Asked;
use crate::Period;
use crate::facts::{AssignmentLaw, Fact, FactContent, FactKind, RECEPTION_ACT, Validity};
use crate::law::{
    BosAndMass, Condition, Hiding, HidingBeforeOctober, HidingCare, HidingFirstDay,
    InhibitionEntry, Unaccompanied,
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
        let from = |first: NaiveDate| Period::new(first.max(window.from), window.until);
        let received = received_for_settlement(self.picture);
        let received = Spans::of(received.and_then(|(day, _)| from(day)));
        if wanted {
            return Some(received);
        }
        let assigned = settlements(self.picture)
            .filter_map(|(fact, _)| from(fact.validity.valid_from.unwrap_or(NaiveDate::MIN)));
        let assigned = Spans::of(assigned).meet(&self.answered(BosAndMass::UntilAssigned));
        Some(Spans::from(window).without(&received.join(assigned)))
    }

    pub(super) fn settled(&self, condition: &Condition, window: Period) -> Option<Spans> {
        let wanted = condition.settled?;
        let fits = self.picture.first_housing().settled() == Some(wanted);
        Some(if fits { Spans::from(window) } else { Spans::none() })
    }

    /// The days on which hiding does not stand in the way.
    pub(super) fn hiding(&self, condition: &Condition, window: Period) -> Option<Spans> {
        let excluded = match condition.hiding? {
            Hiding::Excludes => self.hides(window),
            Hiding::Older => self.hides(window).meet(&self.answered(HidingBeforeOctober::NotPaid)),
            Hiding::Care => self.hides(window).meet(&self.answered(HidingCare::NotPaid)),
        };
        Some(Spans::from(window).without(&excluded))
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
        if !condition.not_inhibited && condition.inhibition.is_empty() {
            return None;
        }
        let whole = Spans::from(window);
        if self.picture.of_kind(FactKind::Inhibition).is_empty() {
            return Some(if condition.not_inhibited { whole } else { Spans::none() });
        }
        // 16 § on inhibition came into force on an open day.
        let before = Period { from: NaiveDate::MIN, until: RECEPTION_ACT.pred_opt()? };
        let not_yet = self.answered(InhibitionEntry::October).within(before);
        let (stayed, kept) = stayed(self.picture, self.choices);
        if condition.not_inhibited {
            let excluded = match condition.unaccompanied {
                // A child gives one of the two compensations, never both.
                Some(Unaccompanied::Is) => stayed.without(&kept).without(&not_yet),
                _ => stayed,
            };
            return Some(whole.without(&excluded));
        }
        let fits = |content: &FactContent| match content {
            FactContent::Inhibition(stay) => condition.inhibition.contains(&stay.by_section),
            _ => false,
        };
        let days = self.picture.days_of(FactKind::Inhibition, window, fits);
        Some(days.without(&kept).without(&not_yet))
    }

    pub(super) fn mass_influx(&self, condition: &Condition, window: Period) -> Option<Spans> {
        let days = || Spans::of(self.mass_influx.iter().copied()).within(window);
        condition.mass_influx.then(days)
    }
}
