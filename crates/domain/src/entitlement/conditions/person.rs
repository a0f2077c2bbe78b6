//! What the person is: ground, age, company, registration, reception, grant and guardian.

use chrono::{Months, NaiveDate};

use super::super::picture::{birthday, within};
use super::super::reception::NotReceived;
use super::super::spans::Spans;
use super::Asked;
use super::owners::wide;
use crate::facts::{FactContent, FactKind};
use crate::law::{Condition, Rate, StudyGrantDays, StudyGrantSpan, Unaccompanied};
use crate::{Month, Period};

impl Asked<'_> {
    pub(super) fn grounds(&self, condition: &Condition, window: Period) -> Option<Spans> {
        if condition.grounds.is_empty() && condition.grounds_not.is_empty() {
            return None;
        }
        Some(self.picture.days_of(FactKind::LegalGround, window, |content| match content {
            FactContent::LegalGround(legal) => {
                (condition.grounds.is_empty() || condition.grounds.contains(&legal.ground))
                    && !condition.grounds_not.contains(&legal.ground)
            }
            _ => false,
        }))
    }

    pub(super) fn unaccompanied(&self, condition: &Condition, window: Period) -> Option<Spans> {
        let is_or_was = || {
            let alone = self.picture.of_kind(FactKind::Unaccompanied).iter();
            Spans::of(alone.filter_map(|fact| {
                let since = crate::facts::Validity { valid_until: None, ..fact.validity };
                within(since, window)
            }))
        };
        Some(match condition.unaccompanied? {
            Unaccompanied::Is => self.picture.days_of(FactKind::Unaccompanied, window, |_| true),
            Unaccompanied::IsNot => Spans::from(window).without(&self.picture.days_of(
                FactKind::Unaccompanied,
                window,
                |_| true,
            )),
            Unaccompanied::IsOrWas => is_or_was(),
            Unaccompanied::Never => Spans::from(window).without(&is_or_was()),
        })
    }

    pub(super) fn no_unaccompanied_child(
        &self,
        condition: &Condition,
        window: Period,
    ) -> Option<Spans> {
        let days = || Spans::from(window).without(&self.picture.unaccompanied_child(window));
        condition.no_unaccompanied_child.then(days)
    }

    pub(super) fn age(&self, condition: &Condition, window: Period) -> Option<Spans> {
        if condition.age_from.is_none()
            && condition.age_below.is_none()
            && !condition.below_age_limit
        {
            return None;
        }
        let mut days = self.picture.aged(condition.age_from, condition.age_below, window);
        if condition.below_age_limit {
            days = days.meet(&self.below_age_limit(window));
        }
        Some(days)
    }

    /// The days in `window` below the upper age limit of the day. Whoever has reached one while it held
    /// stays above it when it is raised (lag 2022:895 p. 2, 2022:896 p. 2).
    pub(super) fn below_age_limit(&self, window: Period) -> Spans {
        let Some((born, _)) = self.picture.born(window.until) else { return Spans::none() };
        let years = |limit: &Rate| limit.value.and_then(|years| u8::try_from(years).ok());
        let mut below = Vec::new();
        for limit in self.law.age_limits_by_cost() {
            let Some(reached) = years(limit).map(|years| birthday(born, years)) else { break };
            let until = limit.valid_until.unwrap_or(NaiveDate::MAX);
            let last = reached.pred_opt().map_or(until, |day| day.min(until));
            let days = Period::new(limit.valid_from.max(window.from), last.min(window.until));
            below.extend(days);
            if reached <= until {
                break;
            }
        }
        Spans::of(below)
    }

    pub(super) fn registration(&self, condition: &Condition, window: Period) -> Option<Spans> {
        let registered = self.picture.days_of(FactKind::Registration, window, |_| true);
        Some(match condition.registered? {
            true => registered,
            false => Spans::from(window).without(&registered),
        })
    }

    pub(super) fn reception(&self, condition: &Condition, window: Period) -> Option<Spans> {
        if condition.received_from.is_none()
            && condition.received_until.is_none()
            && condition.first_housing.is_empty()
        {
            return None;
        }
        let fits = self.picture.reception.as_ref().is_ok_and(|reception| {
            let housing = reception.housing;
            let housed = condition.first_housing.is_empty()
                || housing.is_some_and(|form| condition.first_housing.contains(&form));
            housed
                && condition.received_from.is_none_or(|from| from <= reception.on)
                && condition.received_until.is_none_or(|until| reception.on <= until)
        });
        Some(if fits { Spans::from(window) } else { Spans::none() })
    }

    /// The days from first reception on, or from a later month.
    pub(super) fn after_reception(&self, condition: &Condition, window: Period) -> Option<Spans> {
        if !condition.after_reception && condition.from_month.is_none() {
            return None;
        }
        let on = match &self.picture.reception {
            Ok(reception) => reception.on,
            Err(NotReceived::StillCovered | NotReceived::Gone) => return Some(Spans::none()),
            // Nobody has entered it: that is no reason to think that the cost came before.
            Err(NotReceived::Unknown) => return condition.from_month.map(|_| Spans::none()),
        };
        let month = condition.from_month.map(|number| {
            let later = Months::new(u32::from(number.saturating_sub(1)));
            let first = Month::of(on).first_day();
            first.checked_add_months(later).unwrap_or(NaiveDate::MAX)
        });
        let first = month.unwrap_or(on).max(on);
        Some(Spans::of(Period::new(first.max(window.from), window.until)))
    }

    pub(super) fn guardian(&self, condition: &Condition, window: Period) -> Option<Spans> {
        let fits = |content: &FactContent| match content {
            FactContent::Guardian(guardian) => guardian.specially_appointed && guardian.foster_home,
            _ => false,
        };
        let days = || self.picture.days_of(FactKind::Guardian, window, fits);
        condition.guardian_was_foster_home.then(days)
    }

    pub(super) fn parents(&self, condition: &Condition, window: Period) -> Option<Spans> {
        let registered = || Spans::of(self.parents_registered.iter().copied());
        condition.no_parent_registered.then(|| Spans::from(window).without(&registered()))
    }

    pub(super) fn study_grant(&self, condition: &Condition, window: Period) -> Option<Spans> {
        let rule = condition.study_grant?;
        let grants = self.picture.of_kind(FactKind::StudyGrant).iter();
        let granted = grants.filter_map(|fact| within(fact.validity, wide(window)));
        let quarters = granted.clone().map(wide);
        let months = granted.map(|days| Period {
            from: Month::of(days.from).first_day(),
            until: Month::of(days.until).last_day(),
        });
        let quarters = Spans::of(quarters).meet(&self.answered(StudyGrantSpan::Quarter));
        let months = Spans::of(months).meet(&self.answered(StudyGrantSpan::Month));
        let granted = quarters.join(months).within(window);
        Some(match rule {
            StudyGrantDays::Quarter => granted,
            StudyGrantDays::None => Spans::from(window).without(&granted),
        })
    }
}
