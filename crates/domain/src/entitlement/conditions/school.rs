//! Schooling.

use chrono::{Datelike, NaiveDate};

use super::super::picture::within;
use super::super::spans::Spans;
use super::Asked;
use crate::Period;
use crate::facts::{Fact, FactContent, FactKind, Programme, Schooling};
use crate::law::{
    Condition, NationalAfter18, SchoolAfterRegistration, UpperSecondaryPast18, years_old,
};

impl Asked<'_> {
    pub(super) fn schooling(&self, condition: &Condition, window: Period) -> Option<Spans> {
        if condition.schooling.is_empty() {
            return None;
        }
        let fits = |fact: &&&Fact| {
            let FactContent::Schooling(school) = &fact.content else { return false };
            let begun = self.school_begun(fact, school, condition);
            let age =
                begun.and_then(|day| self.picture.born(day).map(|(born, _)| years_old(born, day)));
            condition.schooling.contains(&school.form)
                && condition
                    .school_begun_below
                    .is_none_or(|below| age.is_some_and(|age| age < below))
                && condition.school_begun_from.is_none_or(|from| age.is_some_and(|age| age >= from))
        };
        let schools = self.picture.of_kind(FactKind::Schooling).iter().filter(fits);
        let days = Spans::of(schools.filter_map(|fact| within(fact.validity, window)));
        let old_enough = condition.autumn_of_year_turning.map(|years| self.autumn(years, window));
        let days = old_enough.map_or_else(|| days.clone(), |old_enough| days.meet(&old_enough));
        if !condition.past_18_is_open {
            return Some(days);
        }
        let grown = self.picture.aged(Some(18), None, window);
        Some(days.without(&grown.meet(&self.answered(UpperSecondaryPast18::NotPaid))))
    }

    /// The day on which schooling of that form began: for a national programme after an introductory one
    /// that of the latter, where the open question says so.
    pub(super) fn school_begun(
        &self,
        fact: &Fact,
        school: &Schooling,
        condition: &Condition,
    ) -> Option<NaiveDate> {
        let begun = school.begun.or(fact.validity.valid_from);
        let goes_on = condition.school_begun_below.is_some()
            && school.programme == Some(Programme::National)
            && self.choices.on::<NationalAfter18>(begun?) == NationalAfter18::Paid;
        if !goes_on {
            return begun;
        }
        let schools = self.picture.of_kind(FactKind::Schooling).iter();
        let before = schools.filter_map(|fact| match &fact.content {
            FactContent::Schooling(other) if other.form == school.form => {
                other.begun.or(fact.validity.valid_from)
            }
            _ => None,
        });
        before.chain(begun).min()
    }

    /// The days from the autumn on of the year in which the person turns `years`; what comes before the
    /// first day of the term is no school anyway.
    pub(super) fn autumn(&self, years: u8, window: Period) -> Spans {
        let turns = self.picture.born(window.until).map(|(born, _)| born.year() + i32::from(years));
        let from = turns.and_then(|year| NaiveDate::from_ymd_opt(year, 7, 1));
        let days = from.and_then(|from| Period::new(from.max(window.from), window.until));
        days.map_or_else(Spans::none, Spans::from)
    }

    pub(super) fn school_resident(&self, condition: &Condition, window: Period) -> Option<Spans> {
        if !condition.school_resident {
            return None;
        }
        let resident = Spans::from(window).without(&self.hides(window));
        let registered = self.picture.days_of(FactKind::Registration, window, |_| true);
        let not_paid = self.answered(SchoolAfterRegistration::NotPaid);
        Some(resident.without(&registered.meet(&not_paid)))
    }
}
