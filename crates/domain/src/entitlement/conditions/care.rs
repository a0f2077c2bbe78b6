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
        let of_form = |placed: &Placement| {
            condition.placement.is_empty() || condition.placement.contains(&placed.form)
        };
        if condition.care.is_empty() {
            return Some(self.picture.days_of(
                FactKind::Placement,
                window,
                |content| matches!(content, FactContent::Placement(placed) if of_form(placed)),
            ));
        }
        Some(self.in_care(&condition.care, window, |_, placed| of_form(placed)))
    }

    /// The days in `window` in a placement that `fits` and rests on any of these grounds of care. By the act
    /// that replaced LVU, and by LVU once it had been replaced, they count as the open question has it.
    fn in_care(
        &self,
        any: &[CareBasis],
        window: Period,
        fits: impl Fn(&Fact, &Placement) -> bool,
    ) -> Spans {
        let (mut sure, mut open) = (Spans::none(), Spans::none());
        for fact in self.picture.of_kind(FactKind::Placement) {
            let FactContent::Placement(placed) = &fact.content else { continue };
            let days = within(fact.validity, window)
                .filter(|_| any.contains(&placed.basis.read_as()) && fits(fact, placed));
            let Some(days) = days.map(Spans::from) else { continue };
            let doubtful = days.within(placed.basis.left_open());
            sure = sure.join(days.without(&doubtful));
            open = open.join(doubtful);
        }
        match open.is_empty() {
            true => sure,
            false => sure.join(open.meet(&self.answered(CareLaw2027::AsOlderAct))),
        }
    }

    /// The days outside care that gives another compensation.
    pub(super) fn outside_care(&self, condition: &Condition, window: Period) -> Option<Spans> {
        if condition.care_not.is_empty() && !condition.not_placed {
            return None;
        }
        let begun_in_time = |fact: &Fact| {
            condition.care_begun_below.is_none_or(|below| {
                let begun = self.picture.care_begun(fact);
                begun.is_some_and(|day| self.picture.age(day).is_some_and(|age| age < below))
            })
        };
        let mut placed = self.in_care(&condition.care_not, window, |fact, _| begun_in_time(fact));
        if condition.not_placed {
            placed = placed.join(self.picture.days_of(FactKind::Placement, window, |content| {
                matches!(content, FactContent::Placement(placed)
                    if placed.form != PlacementForm::Home)
            }));
        }
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
