//! On which days the conditions of the law hold for a person.

mod care;
mod owners;
mod person;
mod reception_act;
mod school;

use serde::Serialize;

use super::picture::Picture;
use super::reception::NotReceived;
use super::spans::Spans;
use crate::Period;
use crate::law::{Answer, Catalogue, Choices, Condition, Wording};

pub(super) use owners::{Claimed, explain, municipalities, or_else};

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
    /// No placement decision of the kind.
    Assignment,
    /// Not covered by mottagandelagen, or still covered by it.
    Coverage,
    /// Mottagandelagen still covers the person: there is no reception yet.
    StillCovered,
    /// Before first reception.
    BeforeReception,
    /// Hides from enforcement.
    Hiding,
    /// No stay of enforcement of the kind.
    Inhibition,
    /// No support because of old age, illness or disability.
    Support,
    /// No protected housing.
    ProtectedHousing,
    /// No aid for a burial.
    BurialAid,
    /// No mass influx has been judged to be.
    MassInflux,
    /// Placed in care, which gives another compensation.
    InCare,
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
    /// All of it lies before the first day that is computed.
    BeforeFirstDay,
    /// It is another municipality's.
    OtherMunicipality,
    /// The municipality that asks is not named.
    NoMunicipalityNamed,
    /// No cost of it falls on the days.
    NoCost,
    /// The cost does not exceed the lump sum.
    BelowLumpSum,
    /// The costs of no twelve months reach the threshold.
    BelowThreshold,
    /// No period begins in a term.
    OutsideTerm,
    /// The periods have been granted, or the year has its ten.
    PeriodsUsed,
    /// There is no number to count.
    NothingToCount,
}

/// What conditions are asked of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked<'a> {
    pub(super) law: &'a Catalogue,
    pub(super) choices: &'a Choices,
    pub(super) picture: &'a Picture<'a>,
    pub(super) parents_registered: &'a [Period],
    pub(super) mass_influx: &'a [Period],
}

impl Asked<'_> {
    /// The days in `window` on which a wording of its time entitles the person, who is here.
    ///
    /// # Errors
    /// When there is none: the condition that was furthest on the way.
    pub(super) fn entitled(&self, wordings: &[Wording], window: Period) -> Result<Spans, Unmet> {
        let mut found = Spans::none();
        let mut unmet = Unmet::NotInForce;
        for wording in wordings {
            let Some(days) = wording.within(window) else { continue };
            match self.entitled_by(&wording.entitled, days) {
                Ok(days) => found = found.join(days),
                Err(why) => unmet = why,
            }
        }
        if found.is_empty() { Err(unmet) } else { Ok(found) }
    }

    /// The days in `window` on which any of the conditions holds and the person is here.
    ///
    /// # Errors
    /// When there is none: the condition that was furthest on the way.
    pub(super) fn entitled_by(&self, any: &[Condition], window: Period) -> Result<Spans, Unmet> {
        // Whoever has died is asked about at death.
        let at_death = any.iter().any(|condition| condition.covered_at_death);
        let here = if at_death { Spans::from(window) } else { self.picture.here(window) };
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
        let not_received = || match self.picture.reception {
            Err(why @ (NotReceived::StillCovered | NotReceived::Gone)) => Some(why.unmet()),
            _ => None,
        };
        match unmet {
            _ if any.is_empty() => Ok(here),
            Some((_, why @ Unmet::BeforeReception)) if found.is_empty() => {
                Err(not_received().unwrap_or(why))
            }
            Some((_, why)) if found.is_empty() => Err(why),
            _ => Ok(found),
        }
    }

    /// The days for which `answer` counts: each day has its own, whatever else is asked about.
    pub(super) fn answered<A: Answer + PartialEq>(&self, answer: A) -> Spans {
        Spans::of(self.choices.days(answer))
    }

    /// The days in `window` on which every part of the condition holds; otherwise how many parts did
    /// together, and the part that did not.
    fn all_of(
        &self,
        condition: &Condition,
        window: Period,
        here: &Spans,
    ) -> Result<Spans, (usize, Unmet)> {
        let mut days = here.clone();
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
}

type Part = fn(&Asked<'_>, &Condition, Period) -> Option<Spans>;

/// The parts of a condition, those first that most often fail.
const PARTS: &[(Unmet, Part)] = &[
    (Unmet::Reception, |asked, condition, window| asked.reception(condition, window)),
    (Unmet::Ground, |asked, condition, window| asked.grounds(condition, window)),
    (Unmet::Coverage, |asked, condition, window| asked.covered(condition, window)),
    (Unmet::Unaccompanied, |asked, condition, window| asked.unaccompanied(condition, window)),
    (Unmet::Unaccompanied, |asked, condition, window| {
        asked.no_unaccompanied_child(condition, window)
    }),
    (Unmet::Age, |asked, condition, window| asked.age(condition, window)),
    (Unmet::Registration, |asked, condition, window| asked.registration(condition, window)),
    (Unmet::Assignment, |asked, condition, window| asked.assignment(condition, window)),
    (Unmet::Reception, |asked, condition, window| asked.received_for_settlement(condition, window)),
    (Unmet::FirstHousing, |asked, condition, window| asked.settled(condition, window)),
    (Unmet::BeforeReception, |asked, condition, window| asked.after_reception(condition, window)),
    (Unmet::MassInflux, |asked, condition, window| asked.mass_influx(condition, window)),
    (Unmet::Inhibition, |asked, condition, window| asked.inhibition(condition, window)),
    (Unmet::Hiding, |asked, condition, window| asked.hiding(condition, window)),
    (Unmet::Support, |asked, condition, window| asked.support(condition, window)),
    (Unmet::ProtectedHousing, |asked, condition, window| {
        asked.protected_housing(condition, window)
    }),
    (Unmet::BurialAid, |asked, condition, window| asked.burial_aid(condition, window)),
    (Unmet::Placement, |asked, condition, window| asked.placement(condition, window)),
    (Unmet::CareBegun, |asked, condition, window| asked.care_begun(condition, window)),
    (Unmet::InCare, |asked, condition, window| asked.outside_care(condition, window)),
    (Unmet::Housing, |asked, condition, window| asked.housing(condition, window)),
    (Unmet::Schooling, |asked, condition, window| asked.schooling(condition, window)),
    (Unmet::Registration, |asked, condition, window| asked.school_resident(condition, window)),
    (Unmet::Guardian, |asked, condition, window| asked.guardian(condition, window)),
    (Unmet::ParentRegistered, |asked, condition, window| asked.parents(condition, window)),
    (Unmet::StudyGrant, |asked, condition, window| asked.study_grant(condition, window)),
];
