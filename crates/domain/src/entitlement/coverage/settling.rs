//! The end of coverage by permit and registration, and what puts it off for whoever may be assigned for
//! settlement (mottagandelagen 2026:999, 1 kap. 3 §).

use chrono::NaiveDate;

use super::computed::Right;
use super::{Ended, settlements};
use crate::entitlement::picture::Picture;
use crate::facts::{
    AssignmentLaw, CoverageEnd, Fact, FactContent, FactKind, Housing, RECEPTION_ACT,
};
use crate::law::{Choices, RegisteredProtection, RegistrationDay};

/// What a registration with a permit does.
#[derive(Debug, Default)]
pub(super) struct Settling<'f> {
    pub(super) ended: Option<Ended<'f>>,
    pub(super) doubtful_from: Option<NaiveDate>,
}

/// A registration, by the day that ends coverage.
#[derive(Clone, Copy, Debug)]
struct Registered<'f> {
    on: NaiveDate,
    fact: &'f Fact,
    /// Whether only the other day of it is known.
    estimated: bool,
}

/// A permit and a registration that hold together.
#[derive(Clone, Copy, Debug)]
struct Pair<'f> {
    /// The later of their days.
    on: NaiveDate,
    right: Right<'f>,
    registered: Registered<'f>,
}

impl<'f> Pair<'f> {
    fn ends(&self, on: NaiveDate, why: CoverageEnd, because: Option<&'f Fact>) -> Ended<'f> {
        let facts = [self.right.fact, self.registered.fact].into_iter().chain(because).collect();
        // Another day than that of the registration does not hang on how that is counted.
        let registration_estimated = self.registered.estimated && on == self.registered.on;
        Ended { on, why: Some(why), facts, registration_estimated }
    }
}

/// The end by permit and registration, the later of the two days; for whoever may be assigned for
/// settlement not before that has been done or declined, or can no longer be.
pub(super) fn settled<'f>(
    picture: &Picture<'f>,
    choices: &Choices,
    rights: &[Right<'f>],
    start: NaiveDate,
) -> Settling<'f> {
    let Some(pair) = pair(picture, choices, rights, start) else { return Settling::default() };
    let by_registration = || pair.ends(pair.on, CoverageEnd::RegisteredWithPermit, None);
    let protection = pair.right.protection;
    // The older act excluded whoever was registered with temporary protection (lag 1994:137, 1 §).
    if protection && pair.on < RECEPTION_ACT {
        return Settling { ended: Some(by_registration()), doubtful_from: None };
    }
    if protection && is_in_municipal_housing(picture, pair.on) {
        let waits = may_be_settled_from_protection(picture, pair.on)
            && choices.on::<RegisteredProtection>(pair.on) == RegisteredProtection::UntilReceived;
        let ended = match waits {
            true => when_settled(picture, &pair),
            false => Some(by_registration()),
        };
        return Settling { ended, doubtful_from: waits.then_some(pair.on) };
    }
    let waiting = in_accommodation(picture, pair.on);
    let out = match waiting {
        true => out_of_accommodation(picture, pair.on),
        false => None,
    };
    let in_time = |decided: Option<NaiveDate>| {
        out.is_none_or(|(out, _)| decided.is_none_or(|day| day <= out))
    };
    let assigned = settlements(picture).any(|(fact, _)| in_time(Picture::assignment_decided(fact)));
    let ended = match (assigned, waiting) {
        (true, _) => when_settled(picture, &pair),
        (false, false) => Some(by_registration()),
        (false, true) => {
            out.map(|(on, fact)| pair.ends(on, CoverageEnd::RegisteredWithPermit, fact))
        }
    };
    Settling { ended, doubtful_from: None }
}

/// The first permit and registration that hold together after an application on `start`. One that had run
/// out by then says nothing of it.
fn pair<'f>(
    picture: &Picture<'f>,
    choices: &Choices,
    rights: &[Right<'f>],
    start: NaiveDate,
) -> Option<Pair<'f>> {
    let registrations = picture.of_kind(FactKind::Registration);
    let pairs = rights.iter().flat_map(|right| {
        registrations.iter().filter_map(move |fact| {
            let registered = registered(fact, choices)?;
            let on = right.from.max(registered.on);
            let last = fact.validity.valid_until.unwrap_or(NaiveDate::MAX).min(right.until);
            (on.max(start) <= last).then_some(Pair { on, right: *right, registered })
        })
    });
    pairs.min_by_key(|pair| pair.on)
}

fn registered<'f>(fact: &'f Fact, choices: &Choices) -> Option<Registered<'f>> {
    let FactContent::Registration(content) = &fact.content else { return None };
    let from = fact.validity.valid_from;
    let on = content.decided.or(from).unwrap_or(NaiveDate::MIN);
    Some(match choices.on::<RegistrationDay>(on) {
        RegistrationDay::Decision => Registered { on, fact, estimated: content.decided.is_none() },
        RegistrationDay::CountedFrom => {
            Registered { on: from.unwrap_or(on), fact, estimated: from.is_none() }
        }
    })
}

/// Whether somebody with temporary protection who is registered on `day`, in housing after an assignment
/// for it, may still be assigned for settlement: by lag (2016:38), which goes on for decisions made while
/// it was in force (2026:1326 p. 4). Its successor leaves them out (6 §).
fn may_be_settled_from_protection(picture: &Picture<'_>, day: NaiveDate) -> bool {
    let (_, last) = AssignmentLaw::Settlement2016.in_force();
    let older = last.is_none_or(|last| day <= last);
    older
        || settlements(picture).any(|(fact, content)| {
            let by_older = picture.assignment_law(fact) == Some(AssignmentLaw::Settlement2016);
            let decided = Picture::assignment_decided(fact);
            by_older && content.declined.is_none() && decided.is_none_or(|on| on <= day)
        })
}

/// Whether the person waits for an assignment in the agency's accommodation. An unaccompanied child cannot
/// be assigned for settlement (2016:38, 4 §; 2026:1326, 6 §).
fn in_accommodation(picture: &Picture<'_>, day: NaiveDate) -> bool {
    picture.housing(day) == Some(Housing::Agency)
        && picture.on(FactKind::Unaccompanied, day).is_none()
}

/// The first day after `day` on which the person is out of the agency's accommodation, with the fact that
/// says so where there is one.
fn out_of_accommodation<'f>(
    picture: &Picture<'f>,
    day: NaiveDate,
) -> Option<(NaiveDate, Option<&'f Fact>)> {
    let mut last = day;
    while picture.housing(last) == Some(Housing::Agency) {
        let fact = picture.on(FactKind::HousingForm, last)?;
        let begins = |fact: &&&Fact| fact.validity.valid_from.is_some_and(|from| last < from);
        let next = picture.of_kind(FactKind::HousingForm).iter().find(begins);
        let next = next.and_then(|fact| fact.validity.valid_from);
        let after = fact.validity.valid_until.and_then(|until| until.succ_opt());
        last = [next, after].into_iter().flatten().min()?;
    }
    Some((last, picture.on(FactKind::HousingForm, last)))
}

/// The end by settlement; none while the person has neither been received nor declined.
fn when_settled<'f>(picture: &Picture<'f>, pair: &Pair<'f>) -> Option<Ended<'f>> {
    let (on, why, fact) = settlement_done(picture)?;
    Some(match on > pair.on {
        true => pair.ends(on, why, Some(fact)),
        false => pair.ends(pair.on, CoverageEnd::RegisteredWithPermit, None),
    })
}

/// The day on which the person was received for settlement, or declined it.
fn settlement_done<'f>(picture: &Picture<'f>) -> Option<(NaiveDate, CoverageEnd, &'f Fact)> {
    let declined = settlements(picture).filter_map(|(fact, content)| {
        Some((content.declined?, CoverageEnd::DeclinedAssignment, fact))
    });
    let received = || {
        let registered =
            || settlements(picture).find_map(|(fact, _)| registered_where_assigned(picture, fact));
        let (day, fact) = received_for_settlement(picture).or_else(registered)?;
        Some((day, CoverageEnd::ReceivedForSettlement, fact))
    };
    declined.chain(received()).min_by_key(|(day, _, _)| *day)
}

/// The day of actual reception after an assignment for settlement: one that lies before the decision was
/// for something else.
pub(in crate::entitlement) fn received_for_settlement<'f>(
    picture: &Picture<'f>,
) -> Option<(NaiveDate, &'f Fact)> {
    let reception = picture.entered_reception()?;
    let mut followed = settlements(picture).filter(|(fact, content)| {
        let decided = Picture::assignment_decided(fact);
        content.declined.is_none() && decided.is_none_or(|decided| decided <= reception.on)
    });
    followed.next().map(|_| (reception.on, reception.fact))
}

/// Whoever is registered in the municipality of the assignment has been received there.
fn registered_where_assigned<'f>(
    picture: &Picture<'f>,
    assignment: &Fact,
) -> Option<(NaiveDate, &'f Fact)> {
    let assigned_to = assignment.municipality()?;
    let there = picture.of_kind(FactKind::Registration).iter().find(|fact| {
        fact.municipality().is_some_and(|place| place.is_same(assigned_to))
            && fact.validity.valid_from >= assignment.validity.valid_from
    })?;
    Some((there.validity.valid_from?, there))
}

fn is_in_municipal_housing(picture: &Picture<'_>, day: NaiveDate) -> bool {
    matches!(picture.housing(day), Some(Housing::Municipal | Housing::Assigned))
}
