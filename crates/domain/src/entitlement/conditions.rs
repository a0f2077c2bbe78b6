//! On which days the conditions of the law hold for a person.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::explanation::Explanation;
use super::picture::{Picture, birthday, municipality, within};
use super::spans::Spans;
use crate::facts::{Fact, FactContent, FactKind, Municipality};
use crate::law::{
    Catalogue, Choices, Condition, StudyGrantDays, StudyGrantSpan, Unaccompanied, Whose, years_old,
};
use crate::{Month, Period};

/// The condition that no day meets, when all before it do: why somebody is not entitled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unmet {
    /// No such legal ground.
    Ground,
    /// Not a person of that age.
    Age,
    /// Not unaccompanied, or not alone.
    Unaccompanied,
    /// No such placement or care.
    Placement,
    /// Care did not begin early enough.
    CareBegun,
    /// No such housing.
    Housing,
    /// Registered in the population register, or not.
    Registration,
    /// No placement decision.
    Assignment,
    /// A study grant, or none.
    StudyGrant,
    /// No such schooling.
    Schooling,
    /// No guardian who was the foster home.
    Guardian,
    /// A parent is registered in Sweden.
    ParentRegistered,
    /// First received too early, too late, to other housing or not at all.
    Reception,
    /// Dead or confirmed abroad.
    NotHere,
    /// No municipality has the right to it.
    Municipality,
    /// The rule holds on other days.
    NotInForce,
    /// The birth date is not known.
    NoBirthDate,
    /// Whether the person was assigned to its first housing is not known, or it was otherwise.
    FirstHousing,
    /// There is no cost, number or period to count.
    NothingToCount,
}

/// What conditions are asked of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked<'a> {
    pub(super) law: &'a Catalogue,
    pub(super) choices: &'a Choices,
    pub(super) picture: &'a Picture<'a>,
    pub(super) parents_registered: &'a [Period],
}

impl Asked<'_> {
    /// The days in `window` on which any of the conditions holds and the person is here.
    ///
    /// # Errors
    /// When there is none: the condition that was furthest on the way.
    pub(super) fn entitled(&self, any: &[Condition], window: Period) -> Result<Spans, Unmet> {
        let here = self.picture.here(window);
        if here.is_empty() {
            return Err(Unmet::NotHere);
        }
        let mut found = Spans::none();
        let mut unmet = None;
        for condition in any {
            match self.all_of(condition, window, &here) {
                Ok(days) => found = found.join(days),
                Err((depth, why)) => {
                    if unmet.is_none_or(|(deepest, _)| depth > deepest) {
                        unmet = Some((depth, why));
                    }
                }
            }
        }
        match unmet {
            _ if any.is_empty() => Ok(here),
            Some((_, why)) if found.is_empty() => Err(why),
            _ => Ok(found),
        }
    }

    /// The days in `window` on which every part of the condition holds; otherwise how many parts did
    /// together, and the part that did not.
    fn all_of(
        &self,
        condition: &Condition,
        window: Period,
        here: &Spans,
    ) -> Result<Spans, (usize, Unmet)> {
        let in_force = Period::new(
            condition.valid_from.map_or(window.from, |from| from.max(window.from)),
            condition.valid_until.map_or(window.until, |until| until.min(window.until)),
        );
        let window = in_force.ok_or((0, Unmet::NotInForce))?;
        let mut days = here.within(window);
        for (depth, (why, part)) in PARTS.iter().enumerate() {
            if let Some(holds) = part(self, condition, window) {
                days = days.meet(&holds);
                if days.is_empty() {
                    return Err((depth + 1, *why));
                }
            }
        }
        Ok(days)
    }

    fn grounds(&self, condition: &Condition, window: Period) -> Option<Spans> {
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

    fn unaccompanied(&self, condition: &Condition, window: Period) -> Option<Spans> {
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

    fn age(&self, condition: &Condition, window: Period) -> Option<Spans> {
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

    /// The days in `window` below the upper age limit, which changes at New Year at the most.
    fn below_age_limit(&self, window: Period) -> Spans {
        let years = window.from.year()..=window.until.year();
        years
            .filter_map(|year| {
                let first = NaiveDate::from_ymd_opt(year, 1, 1)?.max(window.from);
                let last = NaiveDate::from_ymd_opt(year, 12, 31)?.min(window.until);
                let limit = self.law.age_limit(first).ok()?.rate.value?;
                let limit = u8::try_from(limit).ok()?;
                Some(self.picture.aged(None, Some(limit), Period::new(first, last)?))
            })
            .fold(Spans::none(), Spans::join)
    }

    fn placement(&self, condition: &Condition, window: Period) -> Option<Spans> {
        if condition.placement.is_empty() && condition.care.is_empty() {
            return None;
        }
        Some(self.picture.days_of(FactKind::Placement, window, |content| match content {
            FactContent::Placement(placed) => {
                (condition.placement.is_empty() || condition.placement.contains(&placed.form))
                    && (condition.care.is_empty() || condition.care.contains(&placed.basis))
            }
            _ => false,
        }))
    }

    fn care_begun(&self, condition: &Condition, window: Period) -> Option<Spans> {
        let below = condition.care_begun_below?;
        let in_time = |fact: &&&Fact| {
            let begun = self.picture.care_begun(fact);
            begun.is_some_and(|day| self.picture.age(day).is_some_and(|age| age < below))
        };
        let placed = self.picture.of_kind(FactKind::Placement).iter().filter(in_time);
        Some(Spans::of(placed.filter_map(|fact| within(fact.validity, window))))
    }

    fn housing(&self, condition: &Condition, window: Period) -> Option<Spans> {
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

    fn registration(&self, condition: &Condition, window: Period) -> Option<Spans> {
        let registered = self.picture.days_of(FactKind::Registration, window, |_| true);
        Some(match condition.registered? {
            true => registered,
            false => Spans::from(window).without(&registered),
        })
    }

    fn assignment(&self, condition: &Condition, window: Period) -> Option<Spans> {
        if let Some(assigned) = condition.assigned {
            let days = self.picture.days_of(FactKind::Assignment, window, |_| true);
            return Some(if assigned { days } else { Spans::from(window).without(&days) });
        }
        let before = condition.assigned_before?;
        let assigned = self.picture.of_kind(FactKind::Assignment).iter().any(|fact| {
            let (Some(day), Some((born, _))) =
                (fact.validity.valid_from, self.picture.born(window.from))
            else {
                return false;
            };
            day <= birthday(born, before)
        });
        Some(if assigned { Spans::from(window) } else { Spans::none() })
    }

    fn study_grant(&self, condition: &Condition, window: Period) -> Option<Spans> {
        let rule = condition.study_grant?;
        let granted = self.picture.of_kind(FactKind::StudyGrant).iter().filter_map(|fact| {
            let days = within(fact.validity, wide(window))?;
            Some(match self.choices.on::<StudyGrantSpan>(days.from) {
                StudyGrantSpan::Quarter => {
                    Period { from: quarter(days.from).from, until: quarter(days.until).until }
                }
                StudyGrantSpan::Month => Period {
                    from: Month::of(days.from).first_day(),
                    until: Month::of(days.until).last_day(),
                },
            })
        });
        let granted = Spans::of(granted).within(window);
        Some(match rule {
            StudyGrantDays::Quarter => granted,
            StudyGrantDays::None => Spans::from(window).without(&granted),
        })
    }

    fn schooling(&self, condition: &Condition, window: Period) -> Option<Spans> {
        if condition.schooling.is_empty() {
            return None;
        }
        let fits = |fact: &&&Fact| {
            let FactContent::Schooling(school) = &fact.content else { return false };
            let begun = fact.validity.valid_from;
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
        Some(old_enough.map_or_else(|| days.clone(), |old_enough| days.meet(&old_enough)))
    }

    /// The days from the autumn on of the year in which the person turns `years`; what comes before the
    /// first day of the term is no school anyway.
    fn autumn(&self, years: u8, window: Period) -> Spans {
        let turns = self.picture.born(window.until).map(|(born, _)| born.year() + i32::from(years));
        let from = turns.and_then(|year| NaiveDate::from_ymd_opt(year, 7, 1));
        let days = from.and_then(|from| Period::new(from.max(window.from), window.until));
        days.map_or_else(Spans::none, Spans::from)
    }

    fn guardian(&self, condition: &Condition, window: Period) -> Option<Spans> {
        let fits = |content: &FactContent| match content {
            FactContent::Guardian(guardian) => guardian.specially_appointed && guardian.foster_home,
            _ => false,
        };
        let days = || self.picture.days_of(FactKind::Guardian, window, fits);
        condition.guardian_was_foster_home.then(days)
    }

    fn parents(&self, condition: &Condition, window: Period) -> Option<Spans> {
        let registered = || Spans::of(self.parents_registered.iter().copied());
        condition.no_parent_registered.then(|| Spans::from(window).without(&registered()))
    }

    fn reception(&self, condition: &Condition, window: Period) -> Option<Spans> {
        if condition.received_from.is_none()
            && condition.received_until.is_none()
            && condition.first_housing.is_empty()
        {
            return None;
        }
        let fits = self.picture.reception.is_some_and(|reception| {
            let housing = reception.housing;
            let housed = condition.first_housing.is_empty()
                || housing.is_some_and(|form| condition.first_housing.contains(&form));
            housed
                && condition.received_from.is_none_or(|from| from <= reception.on)
                && condition.received_until.is_none_or(|until| reception.on <= until)
        });
        Some(if fits { Spans::from(window) } else { Spans::none() })
    }
}

type Part = fn(&Asked<'_>, &Condition, Period) -> Option<Spans>;

/// The parts of a condition, those first that most often fail.
const PARTS: &[(Unmet, Part)] = &[
    (Unmet::Reception, |asked, condition, window| asked.reception(condition, window)),
    (Unmet::Ground, |asked, condition, window| asked.grounds(condition, window)),
    (Unmet::Unaccompanied, |asked, condition, window| asked.unaccompanied(condition, window)),
    (Unmet::Age, |asked, condition, window| asked.age(condition, window)),
    (Unmet::Registration, |asked, condition, window| asked.registration(condition, window)),
    (Unmet::Assignment, |asked, condition, window| asked.assignment(condition, window)),
    (Unmet::Placement, |asked, condition, window| asked.placement(condition, window)),
    (Unmet::CareBegun, |asked, condition, window| asked.care_begun(condition, window)),
    (Unmet::Housing, |asked, condition, window| asked.housing(condition, window)),
    (Unmet::Schooling, |asked, condition, window| asked.schooling(condition, window)),
    (Unmet::Guardian, |asked, condition, window| asked.guardian(condition, window)),
    (Unmet::ParentRegistered, |asked, condition, window| asked.parents(condition, window)),
    (Unmet::StudyGrant, |asked, condition, window| asked.study_grant(condition, window)),
];

/// Which municipality has the right to a compensation on which days, with the fact that says so.
pub(super) fn municipalities<'f>(
    picture: &Picture<'f>,
    whose: Whose,
    window: Period,
) -> Vec<(&'f Municipality, Period, Option<&'f Fact>)> {
    let of_kind = |kind: FactKind| {
        let named = move |fact: &&'f Fact| {
            let days = within(fact.validity, window)?;
            Some((municipality(fact)?, days, Some(*fact)))
        };
        // Merged persons may have the same fact twice: a day belongs to one.
        let each = picture.of_kind(kind).iter().filter_map(named);
        each.fold(Vec::new(), |before, next| or_else(before, vec![next]))
    };
    match whose {
        Whose::FirstReceiving => picture
            .reception
            .map(|reception| (reception.municipality, window, Some(reception.fact)))
            .into_iter()
            .collect(),
        Whose::Registered => of_kind(FactKind::Registration),
        Whose::Schooling => of_kind(FactKind::Schooling),
        Whose::Assigned => or_else(of_kind(FactKind::Assignment), of_kind(FactKind::Residence)),
        Whose::AssignedIfConfirmed => {
            // By the eighteenth birthday: otherwise the responsibility has ended by then.
            let born = picture.born(window.until).map(|(born, _)| born);
            let in_time = |fact: &&&Fact| {
                let confirmed = fact.validity.valid_from;
                confirmed.zip(born).is_some_and(|(day, born)| day <= birthday(born, 18))
            };
            let confirmed = picture
                .of_kind(FactKind::ResponsibilityConfirmed)
                .iter()
                .any(|fact| in_time(&fact));
            let assigned = if confirmed { of_kind(FactKind::Assignment) } else { Vec::new() };
            or_else(assigned, of_kind(FactKind::Registration))
        }
        Whose::Payer => Vec::new(),
    }
}

pub(super) type Claimed<'f> = (&'f Municipality, Period, Option<&'f Fact>);

/// The first, and the second on days that the first leaves open.
pub(super) fn or_else<'f>(first: Vec<Claimed<'f>>, second: Vec<Claimed<'f>>) -> Vec<Claimed<'f>> {
    let covered = Spans::of(first.iter().map(|(_, days, _)| *days));
    let mut all = first;
    for (municipality, days, fact) in second {
        let open = Spans::from(days).without(&covered);
        all.extend(open.spans().iter().map(|days| (municipality, *days, fact)));
    }
    all.sort_by_key(|(_, days, _)| *days);
    all
}

/// Adds the facts that made the conditions hold on `day`.
pub(super) fn explain(
    explanation: &mut Explanation,
    picture: &Picture<'_>,
    any: &[Condition],
    day: NaiveDate,
) {
    let needs = |asks: &dyn Fn(&Condition) -> bool| any.iter().any(asks);
    let kinds: [(FactKind, bool); 7] = [
        (FactKind::LegalGround, needs(&|c| !c.grounds.is_empty() || !c.grounds_not.is_empty())),
        (FactKind::Assignment, needs(&|c| c.assigned == Some(true))),
        (FactKind::Placement, needs(&|c| !c.placement.is_empty() || !c.care.is_empty())),
        (FactKind::HousingForm, needs(&|c| !c.housing.is_empty())),
        (FactKind::Schooling, needs(&|c| !c.schooling.is_empty())),
        (FactKind::Guardian, needs(&|c| c.guardian_was_foster_home)),
        (FactKind::StudyGrant, needs(&|c| c.study_grant == Some(StudyGrantDays::Quarter))),
    ];
    for (kind, _) in kinds.iter().filter(|(_, needed)| *needed) {
        if let Some(fact) = picture.on(*kind, day) {
            explanation.fact(fact);
        }
    }
}

/// The quarter that `day` lies in.
pub(super) fn quarter(day: NaiveDate) -> Period {
    let first_month = day.month0() / 3 * 3 + 1;
    let from = NaiveDate::from_ymd_opt(day.year(), first_month, 1).unwrap_or(day);
    let last_month = from.checked_add_months(chrono::Months::new(2)).unwrap_or(from);
    Period { from, until: Month::of(last_month).last_day() }
}

/// The quarters that `window` lies in.
fn wide(window: Period) -> Period {
    Period { from: quarter(window.from).from, until: quarter(window.until).until }
}
