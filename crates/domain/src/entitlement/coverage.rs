//! Covered by mottagandelagen (2026:999): on which days, and why it ended.
//!
//! From 1 October 2026 this, and no longer registration in the population register, decides nearly all
//! of förordning (2017:193), and for whoever was registered with Migrationsverket the day of reception
//! by förordning (2010:1122) 6 §. It is computed as far as other facts decide it; what has been entered
//! goes before.

mod computed;
mod settling;

use chrono::NaiveDate;

use super::picture::Picture;
use super::spans::Spans;
use crate::Period;
use crate::facts::{
    Assignment, AssignmentLaw, CoverageEnd, Fact, FactContent, FactKind, Ground, InhibitionSection,
    RECEPTION_ACT,
};
use crate::law::{Choices, CoverageLastDay, InhibitionUnaccompanied};

pub(super) use settling::received_for_settlement;

/// Days on which the act covers a person without a break.
#[derive(Clone, Debug)]
pub(super) struct Covered<'f> {
    pub(super) from: NaiveDate,
    /// None: it goes on.
    pub(super) ended: Option<Ended<'f>>,
    /// Whether a permit had been given before the act came, so that it rests on an open question.
    pub(super) permit_before: bool,
    /// From this day on it rests on how long registered temporary protection is covered.
    pub(super) doubtful_from: Option<NaiveDate>,
}

/// The end of coverage.
#[derive(Clone, Debug)]
pub(super) struct Ended<'f> {
    /// The first day on which it no longer covers.
    pub(super) on: NaiveDate,
    /// Why, where it is known.
    pub(super) why: Option<CoverageEnd>,
    /// The facts that it follows from.
    pub(super) facts: Vec<&'f Fact>,
    /// Whether only the day from which a registration counts was known, and not its decision.
    pub(super) registration_estimated: bool,
}

impl Covered<'_> {
    /// The days for which it is paid.
    fn paid(&self, choices: &Choices) -> Option<Period> {
        let Some(ended) = &self.ended else { return Period::new(self.from, NaiveDate::MAX) };
        let last = match choices.on::<CoverageLastDay>(ended.on) {
            CoverageLastDay::Excluded => ended.on.pred_opt()?,
            CoverageLastDay::Included => ended.on,
        };
        Period::new(self.from, last)
    }
}

/// Coverage as it was entered, or else as it follows from other facts, by first day.
pub(super) fn of<'f>(picture: &Picture<'f>, choices: &Choices) -> Vec<Covered<'f>> {
    let computed = computed::intervals(picture, choices);
    let entered = picture.of_kind(FactKind::Coverage);
    if entered.is_empty() {
        return computed;
    }
    let ended = |one: &&Covered<'f>| one.ended.clone();
    let as_entered = entered.iter().filter_map(|fact| {
        let FactContent::Coverage(content) = &fact.content else { return None };
        let from = fact.validity.valid_from.unwrap_or(RECEPTION_ACT).max(RECEPTION_ACT);
        let mut doubtful_from = None;
        let ended = match fact.validity.valid_until {
            Some(until) => {
                let on = until.succ_opt()?;
                // Without a reason: the one that the other facts gave by then.
                let by_then = || {
                    let mut ends = computed.iter().filter_map(|one| one.ended.as_ref());
                    ends.rfind(|end| from < end.on && end.on <= on)
                };
                let because = || by_then().and_then(|end| end.why);
                let why = content.ended.or_else(because);
                Some(Ended { on, why, facts: vec![fact], registration_estimated: false })
            }
            // Nobody has entered the end yet: what the other facts say of it.
            None => {
                let goes_on =
                    |one: &&Covered<'f>| one.ended.as_ref().is_none_or(|end| from < end.on);
                let same = computed.iter().find(goes_on);
                doubtful_from = same.and_then(|one| one.doubtful_from);
                same.as_ref().and_then(ended)
            }
        };
        Some(Covered { from, ended, permit_before: false, doubtful_from })
    });
    as_entered.collect()
}

/// The days for which coverage counts, less those of an inhibition that excludes it (1 kap. 6 §).
pub(super) fn days(picture: &Picture<'_>, covered: &[Covered<'_>], choices: &Choices) -> Spans {
    let all = Spans::of(covered.iter().filter_map(|one| one.paid(choices)));
    if picture.of_kind(FactKind::Inhibition).is_empty() {
        return all;
    }
    let (stayed, kept) = stayed(picture, choices);
    all.without(&stayed.without(&kept))
}

/// The days on which enforcement is stayed by utlänningslagen 12 kap. 16 e § or 17 a §, and those of them
/// on which the person is an unaccompanied child for whom 8 § is read to go on (lag 2026:380, 2 §).
pub(super) fn stayed(picture: &Picture<'_>, choices: &Choices) -> (Spans, Spans) {
    let all = Period { from: NaiveDate::MIN, until: NaiveDate::MAX };
    let stayed = picture.days_of(FactKind::Inhibition, all, |content| {
        matches!(content, FactContent::Inhibition(stay)
            if stay.by_section != InhibitionSection::Other)
    });
    let daily = Spans::of(choices.days(InhibitionUnaccompanied::Daily));
    let alone = picture.unaccompanied_child(all);
    let kept = stayed.meet(&alone).meet(&daily);
    (stayed, kept)
}

/// Assignments for settlement.
pub(super) fn settlements<'f>(
    picture: &Picture<'f>,
) -> impl Iterator<Item = (&'f Fact, &'f Assignment)> {
    let assignments = picture.of_kind(FactKind::Assignment).iter();
    assignments.filter_map(|fact| match &fact.content {
        FactContent::Assignment(content) => {
            let law = picture.assignment_law(fact);
            law.is_some_and(AssignmentLaw::is_for_settlement).then_some((*fact, content))
        }
        _ => None,
    })
}

/// The legal ground that a fact gives.
pub(super) fn ground_of(fact: &Fact) -> Option<Ground> {
    match &fact.content {
        FactContent::LegalGround(legal) => Some(legal.ground),
        _ => None,
    }
}
