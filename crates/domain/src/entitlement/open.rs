//! The open questions that an amount hangs on: each with the answer that was used, where the days of the
//! amount touch what it is about.

use chrono::NaiveDate;
use smallvec::SmallVec;

use super::Counted;
use super::coverage::Covered;
use super::explanation::Explanation;
use super::picture::{Picture, birthday};
use super::reception::{ReceivedBy, Reception, Straddle};
use super::spans::Spans;
use crate::Period;
use crate::facts::{
    AssignmentLaw, CoverageEnd, Fact, FactContent, FactKind, Programme, RECEPTION_ACT,
};
use crate::law::{
    AgeRaisedDay, Answer, BosAndMass, CareLaw2027, Choices, CoverageLastDay, FederationClaimant,
    HidingBeforeOctober, HidingCare, HidingFirstDay, InhibitionEntry, InhibitionUnaccompanied,
    NationalAfter18, PermitBeforeOctober, Question, ReceptionStraddling, RegisteredProtection,
    RegistrationDay, SchoolAfterRegistration, StudyGrantSpan, UpperSecondaryPast18, Wording,
};

/// A question that something hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Left {
    pub(super) question: Question,
    /// The name of the answer that was used.
    pub(super) answer: &'static str,
    /// Whether it makes an amount an estimate.
    pub(super) estimated: bool,
}

impl Left {
    pub(super) fn of<A: Answer + PartialEq>(answer: A, estimated: bool) -> Left {
        let place = A::ALL.iter().position(|other| *other == answer).unwrap_or_default();
        let question = A::QUESTION;
        Left { question, answer: question.answers[place], estimated }
    }
}

/// Few amounts hang on more.
pub(super) type AllLeft = SmallVec<[Left; 2]>;

/// What the wording leaves open about `days`.
pub(super) fn questions(case: &Counted<'_>, wording: &Wording, days: Period) -> AllLeft {
    let (picture, choices) = (case.picture(), case.choices());
    let mut about = About { picture, choices, wording, days, left: AllLeft::new() };
    if !wording.open.is_empty() {
        about.coverage();
        about.hiding();
        about.school();
        about.other();
        about.reception();
    }
    about.left
}

/// What makes the amounts of `days` an estimate.
pub(super) fn doubts(case: &Counted<'_>, days: Period) -> AllLeft {
    let wording = case.wording(days.from);
    let mut left = wording.map_or_else(AllLeft::new, |wording| questions(case, wording, days));
    left.retain(|one| one.estimated);
    left
}

/// The days in `span` on which what is open about the amounts may change: what is sure stands by itself.
pub(super) fn cuts(case: &Counted<'_>, span: Period) -> SmallVec<[NaiveDate; 4]> {
    let picture = case.picture();
    let mut cuts: SmallVec<[NaiveDate; 4]> = SmallVec::new();
    for covered in &picture.coverage {
        cuts.extend([covered.from].into_iter().chain(covered.doubtful_from));
        cuts.extend(covered.ended.as_ref().map(|end| end.on));
    }
    let hiding = picture.of_kind(FactKind::Hiding).iter();
    for fact in hiding.chain(picture.of_kind(FactKind::RemovalDecision)) {
        cuts.extend(fact.validity.valid_from);
        cuts.extend(fact.validity.valid_until.and_then(|until| until.succ_opt()));
    }
    for fact in picture.of_kind(FactKind::Placement) {
        if let FactContent::Placement(placed) = &fact.content {
            let open = placed.basis.left_open();
            cuts.extend(super::picture::within(fact.validity, open).map(|days| days.from));
        }
    }
    let wordings = || case.compensation.wordings.iter().filter(|one| one.within(span).is_some());
    if wordings().any(|one| one.leaves_open(UpperSecondaryPast18::QUESTION.name)) {
        cuts.extend(picture.born(span.until).map(|(born, _)| birthday(born, 18)));
    }
    for name in wordings().flat_map(|wording| &wording.open) {
        cuts.extend(case.choices().first_days(name));
    }
    cuts.retain(|day| span.from < *day && *day <= span.until);
    cuts
}

/// Adds what is open about the day of reception.
pub(super) fn reception(
    explanation: &mut Explanation,
    choices: &Choices,
    reception: &Reception<'_>,
) {
    for left in of_reception(choices, reception) {
        explanation.left(left);
    }
}

/// What is open about the day of reception: that of the coverage whose end gives it, and whom the wording of
/// October 2026 reaches.
fn of_reception(choices: &Choices, reception: &Reception<'_>) -> AllLeft {
    let mut left = AllLeft::new();
    if let ReceivedBy::EndOfCoverage { why, estimated, .. } = &reception.by
        && (*estimated || *why == CoverageEnd::RegisteredWithPermit)
    {
        left.push(Left::of(choices.on::<RegistrationDay>(reception.on), *estimated));
    }
    if reception.rests_on.permit_before {
        left.push(Left::of(choices.on::<PermitBeforeOctober>(RECEPTION_ACT), true));
    }
    if reception.rests_on.doubtful {
        left.push(Left::of(choices.on::<RegisteredProtection>(reception.on), true));
    }
    if let Some(straddle) = reception.straddles {
        let answer = choices.on::<ReceptionStraddling>(RECEPTION_ACT);
        left.push(Left::of(answer, straddle == Straddle::NeverCovered));
    }
    left
}

struct About<'a> {
    picture: &'a Picture<'a>,
    choices: &'a Choices,
    wording: &'a Wording,
    days: Period,
    left: AllLeft,
}

impl<'a> About<'a> {
    fn asks<A: Answer>(&self) -> bool {
        self.wording.leaves_open(A::QUESTION.name)
    }

    /// Says the answer of the days, where the wording leaves the question open.
    fn open<A: Answer + PartialEq>(&mut self, estimated: bool) {
        if self.asks::<A>() {
            self.left.push(Left::of(self.choices.on::<A>(self.days.from), estimated));
        }
    }

    /// Whether `day` lies in the days or is the one after them.
    fn touches(&self, day: NaiveDate) -> bool {
        self.days.from <= day && self.days.until.succ_opt().is_none_or(|after| day <= after)
    }

    /// The facts of a kind that hold on any of the days.
    fn facts(&self, kind: FactKind) -> impl Iterator<Item = &'a Fact> {
        let facts = self.picture.of_kind(kind).iter().copied();
        let days = self.days;
        facts.filter(move |fact| super::picture::within(fact.validity, days).is_some())
    }

    fn coverage(&mut self) {
        let conditions = self.wording.entitled.iter();
        let needed =
            conditions.clone().any(|one| one.covered == Some(true) || one.covered_at_death);
        if !needed && !conditions.clone().any(|one| one.covered == Some(false)) {
            return;
        }
        let meets = |one: &&Covered<'_>| {
            let goes_on = one.ended.as_ref().is_none_or(|end| self.days.from <= end.on);
            one.from <= self.days.until && goes_on
        };
        let picture = self.picture;
        let met: SmallVec<[&Covered<'_>; 2]> = picture.coverage.iter().filter(meets).collect();
        for covered in met {
            if let Some(end) = covered.ended.as_ref().filter(|end| self.touches(end.on)) {
                self.open::<CoverageLastDay>(false);
                if end.why == Some(CoverageEnd::RegisteredWithPermit) {
                    self.open::<RegistrationDay>(end.registration_estimated);
                }
            }
            // Days after its end do not hang on what it rested on.
            if needed && covered.permit_before {
                self.open::<PermitBeforeOctober>(true);
            }
            if needed && covered.doubtful_from.is_some_and(|from| from <= self.days.until) {
                self.open::<RegisteredProtection>(true);
            }
        }
        let settled = self.picture.of_kind(FactKind::Assignment).iter().any(|fact| {
            self.picture.assignment_law(fact).is_some_and(AssignmentLaw::is_for_settlement)
        });
        if settled {
            self.open::<BosAndMass>(false);
        }
    }

    fn hiding(&mut self) {
        let hiding = self.picture.of_kind(FactKind::Hiding);
        if hiding.is_empty() {
            return;
        }
        let begins = hiding.iter().filter_map(|fact| fact.validity.valid_from);
        let touched = begins.clone().any(|day| self.touches(day));
        let hides_now = self.facts(FactKind::Hiding).next().is_some();
        if touched {
            self.open::<HidingFirstDay>(false);
        }
        if touched || hides_now {
            self.open::<HidingCare>(false);
        }
        if hides_now && self.facts(FactKind::RemovalDecision).next().is_some() {
            self.open::<HidingBeforeOctober>(true);
        }
    }

    fn school(&mut self) {
        if self.picture.of_kind(FactKind::Schooling).is_empty() {
            return;
        }
        let registered = self.picture.of_kind(FactKind::Registration).iter();
        let mut begins = registered.filter_map(|fact| fact.validity.valid_from);
        if begins.any(|day| self.touches(day)) {
            self.open::<SchoolAfterRegistration>(false);
        }
        let adult = self.picture.born(self.days.until).map(|(born, _)| birthday(born, 18));
        if adult.is_some_and(|day| day <= self.days.until) {
            self.open::<UpperSecondaryPast18>(true);
        }
        let national = self.facts(FactKind::Schooling).any(|fact| {
            matches!(&fact.content, FactContent::Schooling(school)
                if school.programme == Some(Programme::National)
                    && adult.is_some_and(|day| Some(day) <= school.begun.or(fact.validity.valid_from)))
        });
        if national {
            self.open::<NationalAfter18>(false);
        }
        let by_federation = self
            .facts(FactKind::Schooling)
            .any(|fact| fact.municipality().is_some_and(|school| school.is_federation()));
        if by_federation {
            self.open::<FederationClaimant>(false);
        }
    }

    fn other(&mut self) {
        self.open::<StudyGrantSpan>(false);
        if self.picture.has_other_births() {
            self.open::<AgeRaisedDay>(false);
        }
        if self.facts(FactKind::Inhibition).next().is_some() {
            if self.days.from < RECEPTION_ACT {
                self.open::<InhibitionEntry>(false);
            }
            if self.facts(FactKind::Unaccompanied).next().is_some() {
                self.open::<InhibitionUnaccompanied>(false);
            }
        }
        let days = Spans::from(self.days);
        let by_repealed = self.facts(FactKind::Placement).any(|fact| {
            matches!(&fact.content, FactContent::Placement(placed)
                if super::picture::within(fact.validity, placed.basis.left_open())
                    .is_some_and(|open| !days.within(open).is_empty()))
        });
        if by_repealed {
            self.open::<CareLaw2027>(true);
        }
    }

    /// What hangs on the day of reception hangs on what is open about it. Where only days before it give
    /// nothing, or only those of the coverage that it ends, that is no doubt about days long after.
    fn reception(&mut self) {
        let Ok(reception) = &self.picture.reception else { return };
        let any =
            |asks: &dyn Fn(&crate::law::Condition) -> bool| self.wording.entitled.iter().any(asks);
        let by_day = any(&|one| one.hangs_on_reception());
        let after = any(&|one| one.after_reception);
        let after_coverage = any(&|one| one.covered == Some(false));
        let near = self.touches(reception.on);
        if !(by_day || after || after_coverage && near) {
            return;
        }
        for left in of_reception(self.choices, reception) {
            let never = reception.straddles == Some(Straddle::NeverCovered);
            let doubtful = by_day || near && after || never && after;
            self.left.push(Left { estimated: left.estimated && doubtful, ..left });
        }
    }
}
