//! Placement and care, housing, and what has been granted.

use super::super::picture::within;
use super::super::spans::Spans;
use super::Asked;
use crate::Period;
use crate::facts::{CareBasis, Fact, FactContent, FactKind, Placement, PlacementForm};
use crate::law::{CareLaw2027, Condition};

impl Asked<'_> {
    pub(super) fn placement(&self, condition: &Condition, window: Period) -> Option<Spans> {
        if condition.placement.is_empty() && condition.care.is_empty() {
            return None;
        }
        Some(self.picture.days_of(FactKind::Placement, window, |content| match content {
            FactContent::Placement(placed) => {
                (condition.placement.is_empty() || condition.placement.contains(&placed.form))
                    && (condition.care.is_empty() || self.is_care(&condition.care, placed, window))
            }
            _ => false,
        }))
    }

    /// Whether the placement rests on any of these grounds of care, as an older act has them too.
    pub(super) fn is_care(&self, any: &[CareBasis], placed: &Placement, window: Period) -> bool {
        let as_older = || {
            let answer = self.choices.on::<CareLaw2027>(window.until);
            answer == CareLaw2027::AsOlderAct && any.contains(&placed.basis.read_as())
        };
        any.contains(&placed.basis) || as_older()
    }

    /// The days outside care that gives another compensation.
    pub(super) fn outside_care(&self, condition: &Condition, window: Period) -> Option<Spans> {
        if condition.care_not.is_empty() && !condition.not_placed {
            return None;
        }
        let fits = |fact: &&&Fact| {
            let FactContent::Placement(placed) = &fact.content else { return false };
            let begun_in_time = condition.care_begun_below.is_none_or(|below| {
                let begun = self.picture.care_begun(fact);
                begun.is_some_and(|day| self.picture.age(day).is_some_and(|age| age < below))
            });
            condition.not_placed && placed.form != PlacementForm::Home
                || begun_in_time && self.is_care(&condition.care_not, placed, window)
        };
        let placed = self.picture.of_kind(FactKind::Placement).iter().filter(fits);
        let placed = Spans::of(placed.filter_map(|fact| within(fact.validity, window)));
        Some(Spans::from(window).without(&placed))
    }

    pub(super) fn care_begun(&self, condition: &Condition, window: Period) -> Option<Spans> {
        // Where care excludes, when it began is part of that.
        let below = condition.care_begun_below.filter(|_| condition.care_not.is_empty())?;
        let in_time = |fact: &&&Fact| {
            let begun = self.picture.care_begun(fact);
            begun.is_some_and(|day| self.picture.age(day).is_some_and(|age| age < below))
        };
        let placed = self.picture.of_kind(FactKind::Placement).iter().filter(in_time);
        Some(Spans::of(placed.filter_map(|fact| within(fact.validity, window))))
    }

    pub(super) fn housing(&self, condition: &Condition, window: Period) -> Option<Spans> {
        if condition.housing.is_empty() && condition.housing_not.is_empty() {
            return None;
        }
        let days = |fits: &dyn Fn(&crate::facts::Housing) -> bool| {
            self.picture.days_of(FactKind::HousingForm, window, |content| match content {
                FactContent::HousingForm(housing) => fits(&housing.form),
                _ => false,
            })
        };
        let not = days(&|form| condition.housing_not.contains(form));
        let among = match condition.housing.as_slice() {
            [] => Spans::from(window),
            forms => days(&|form| forms.contains(form)),
        };
        Some(among.without(&not))
    }

    pub(super) fn support(&self, condition: &Condition, window: Period) -> Option<Spans> {
        condition.support.then(|| self.picture.days_of(FactKind::Support, window, |_| true))
    }

    pub(super) fn protected_housing(&self, condition: &Condition, window: Period) -> Option<Spans> {
        let days = || self.picture.days_of(FactKind::ProtectedHousing, window, |_| true);
        condition.protected_housing.then(days)
    }

    pub(super) fn burial_aid(&self, condition: &Condition, window: Period) -> Option<Spans> {
        let granted = !self.picture.of_kind(FactKind::BurialAid).is_empty();
        let days = || if granted { Spans::from(window) } else { Spans::none() };
        condition.burial_aid.then(days)
    }
}
