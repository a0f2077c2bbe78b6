//! The open questions that an amount hangs on: each with the answer that was used, where the days of the
//! amount touch what it is about.

use chrono::NaiveDate;

use super::Counted;
use super::explanation::Explanation;
use super::picture::{Picture, birthday};
use super::reception::{Reception, Straddle};
use crate::Period;
use crate::facts::{
    AssignmentLaw, CareBasis, CoverageEnd, Fact, FactContent, FactKind, Programme, RECEPTION_ACT,
};
use crate::law::{
    AgeRaisedDay, Answer, BosAndMass, CareLaw2027, Choices, CoverageLastDay, HidingBeforeOctober,
    HidingCare, HidingFirstDay, InhibitionEntry, InhibitionUnaccompanied, NationalAfter18,
    PermitBeforeOctober, ReceptionStraddling, RegisteredProtection, RegistrationDay,
    SchoolAfterRegistration, StudyGrantSpan, UpperSecondaryPast18, Wording,
};

/// Adds what the wording leaves open about `days`.
pub(super) fn questions(
    case: &Counted<'_>,
    explanation: &mut Explanation,
    wording: &Wording,
    days: Period,
) {
    let about = About { picture: case.picture(), choices: case.choices(), wording, days };
    about.coverage(explanation);
    about.hiding(explanation);
    about.school(explanation);
    about.other(explanation);
}

/// Adds what is open about the day of reception.
pub(super) fn reception(
    explanation: &mut Explanation,
    choices: &Choices,
    reception: &Reception<'_>,
) {
    let answer = choices.on::<ReceptionStraddling>(RECEPTION_ACT);
    match reception.straddles {
        Some(Straddle::Covered) => explanation.open(answer),
        Some(Straddle::NeverCovered) => explanation.estimate(answer),
        None => {}
    }
}

struct About<'a> {
    picture: &'a Picture<'a>,
    choices: &'a Choices,
    wording: &'a Wording,
    days: Period,
}

impl About<'_> {
    fn asks<A: Answer>(&self) -> bool {
        self.wording.leaves_open(A::QUESTION.name)
    }

    fn answer<A: Answer>(&self) -> A {
        self.choices.on::<A>(self.days.from)
    }

    /// Whether `day` lies in the days or is the one after them.
    fn touches(&self, day: NaiveDate) -> bool {
        self.days.from <= day && self.days.until.succ_opt().is_none_or(|after| day <= after)
    }

    /// The facts of a kind that hold on any of the days.
    fn facts(&self, kind: FactKind) -> impl Iterator<Item = &Fact> {
        let facts = self.picture.of_kind(kind).iter().copied();
        facts.filter(|fact| super::picture::within(fact.validity, self.days).is_some())
    }

    fn coverage(&self, explanation: &mut Explanation) {
        let Some(covered) = self.picture.coverage_on(self.days.from) else { return };
        if let Some(end) = covered.ended.as_ref().filter(|end| self.touches(end.on)) {
            if self.asks::<CoverageLastDay>() {
                explanation.open(self.answer::<CoverageLastDay>());
            }
            let by_registration = end.why == Some(CoverageEnd::RegisteredWithPermit);
            if by_registration && self.asks::<RegistrationDay>() {
                match end.registration_estimated {
                    true => explanation.estimate(self.answer::<RegistrationDay>()),
                    false => explanation.open(self.answer::<RegistrationDay>()),
                }
            }
        }
        if covered.permit_before && self.asks::<PermitBeforeOctober>() {
            explanation.estimate(self.answer::<PermitBeforeOctober>());
        }
        let doubtful = covered.doubtful_from.is_some_and(|from| from <= self.days.until);
        if doubtful && self.asks::<RegisteredProtection>() {
            explanation.estimate(self.answer::<RegisteredProtection>());
        }
        let settled = self.picture.of_kind(FactKind::Assignment).iter().any(|fact| {
            self.picture.assignment_law(fact).is_some_and(AssignmentLaw::is_for_settlement)
        });
        if settled && self.asks::<BosAndMass>() {
            explanation.open(self.answer::<BosAndMass>());
        }
    }

    fn hiding(&self, explanation: &mut Explanation) {
        let hiding = self.picture.of_kind(FactKind::Hiding);
        let begins = hiding.iter().filter_map(|fact| fact.validity.valid_from);
        if self.asks::<HidingFirstDay>() && begins.clone().any(|day| self.touches(day)) {
            explanation.open(self.answer::<HidingFirstDay>());
        }
        let care = self.asks::<HidingCare>();
        if care && (begins.clone().any(|day| self.touches(day)) || self.hides_now()) {
            explanation.open(self.answer::<HidingCare>());
        }
        let refused = self.facts(FactKind::RemovalDecision).next().is_some();
        if self.asks::<HidingBeforeOctober>() && refused && self.hides_now() {
            explanation.estimate(self.answer::<HidingBeforeOctober>());
        }
    }

    fn hides_now(&self) -> bool {
        self.facts(FactKind::Hiding).next().is_some()
    }

    fn school(&self, explanation: &mut Explanation) {
        let registered = self.picture.of_kind(FactKind::Registration).iter();
        let mut begins = registered.filter_map(|fact| fact.validity.valid_from);
        if self.asks::<SchoolAfterRegistration>() && begins.any(|day| self.touches(day)) {
            explanation.open(self.answer::<SchoolAfterRegistration>());
        }
        let adult = self.picture.born(self.days.until).map(|(born, _)| birthday(born, 18));
        if adult.is_some_and(|day| day <= self.days.until) && self.asks::<UpperSecondaryPast18>() {
            explanation.estimate(self.answer::<UpperSecondaryPast18>());
        }
        let national = self.facts(FactKind::Schooling).any(|fact| {
            matches!(&fact.content, FactContent::Schooling(school)
                if school.programme == Some(Programme::National)
                    && adult.is_some_and(|day| Some(day) <= school.begun.or(fact.validity.valid_from)))
        });
        if national && self.asks::<NationalAfter18>() {
            explanation.open(self.answer::<NationalAfter18>());
        }
    }

    fn other(&self, explanation: &mut Explanation) {
        if self.asks::<StudyGrantSpan>() {
            explanation.open(self.answer::<StudyGrantSpan>());
        }
        if self.asks::<AgeRaisedDay>() && self.picture.has_other_births() {
            explanation.open(self.answer::<AgeRaisedDay>());
        }
        if self.asks::<InhibitionEntry>() && self.days.from < RECEPTION_ACT {
            explanation.open(self.answer::<InhibitionEntry>());
        }
        let alone = self.facts(FactKind::Unaccompanied).next().is_some();
        let stayed = self.facts(FactKind::Inhibition).next().is_some();
        if alone && stayed && self.asks::<InhibitionUnaccompanied>() {
            explanation.open(self.answer::<InhibitionUnaccompanied>());
        }
        let by_newer_act = self.facts(FactKind::Placement).any(|fact| {
            matches!(&fact.content, FactContent::Placement(placed)
                if matches!(placed.basis, CareBasis::Care2026Home | CareBasis::Care2026Behaviour))
        });
        if by_newer_act && self.asks::<CareLaw2027>() {
            explanation.estimate(self.answer::<CareLaw2027>());
        }
        self.reception(explanation);
    }

    /// What hangs on the day of reception hangs on what is open about it.
    fn reception(&self, explanation: &mut Explanation) {
        let by_reception = self.wording.entitled.iter().any(|one| {
            one.after_reception || one.received_from.is_some() || one.from_month.is_some()
        });
        if let Some(day) = self.picture.reception.as_ref().ok().filter(|_| by_reception) {
            reception(explanation, self.choices, day);
        }
    }
}
