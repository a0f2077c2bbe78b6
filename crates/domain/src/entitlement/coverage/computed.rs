//! Coverage as it follows from other facts: who had applied, whether a permit and a registration have ended
//! it, what ended it otherwise, and when it began again.

use chrono::NaiveDate;

use super::settling::{Settling, settled};
use super::{Covered, Ended, ground_of, settlements};
use crate::entitlement::picture::Picture;
use crate::facts::{CoverageEnd, Fact, FactContent, FactKind, Ground, RECEPTION_ACT};
use crate::law::{Choices, PermitBeforeOctober};

/// A permit or right of residence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Right<'f> {
    /// The day of the decision.
    pub(super) from: NaiveDate,
    pub(super) until: NaiveDate,
    pub(super) fact: &'f Fact,
    /// Whether it is temporary protection.
    pub(super) protection: bool,
}

/// The days on which the act covers the person, by first day.
pub(super) fn intervals<'f>(picture: &Picture<'f>, choices: &Choices) -> Vec<Covered<'f>> {
    let starts = starts(picture);
    if starts.is_empty() {
        return Vec::new();
    }
    let rights = rights(picture);
    let mut found: Vec<Covered<'f>> = Vec::new();
    for start in starts {
        let goes_on = found.last().is_some_and(|last| {
            last.ended.as_ref().is_none_or(|end| start.max(RECEPTION_ACT) < end.on)
        });
        if !goes_on {
            found.extend(interval(picture, choices, &rights, start));
        }
    }
    found
}

/// The days on which coverage may begin: an application for international or temporary protection (1 kap.
/// 2 §), a removal that can be enforced after the person had left it (4 §), and coming back with a pending
/// case (5 §). Whoever was assigned for settlement and is not resettled has been registered with
/// Migrationsverket, whatever the register holds of it.
fn starts(picture: &Picture<'_>) -> Vec<NaiveDate> {
    let grounds = picture.of_kind(FactKind::LegalGround);
    let first_day = |fact: &&Fact| fact.validity.valid_from.unwrap_or(NaiveDate::MIN);
    let mut starts: Vec<NaiveDate> =
        grounds.iter().filter(|fact| has_applied(fact)).map(first_day).collect();
    let Some(first) = starts.iter().min().copied() else {
        let resettled = grounds.iter().any(|fact| ground_of(fact) == Some(Ground::Quota));
        let assigned = !resettled && settlements(picture).next().is_some();
        return assigned.then_some(RECEPTION_ACT).into_iter().collect();
    };
    let removals = picture.of_kind(FactKind::RemovalDecision);
    starts.extend(removals.iter().map(first_day).filter(|day| first < *day));
    let back = picture.of_kind(FactKind::ConfirmedAbroad).iter().filter_map(|fact| {
        let day = fact.validity.valid_until?.succ_opt()?;
        let pending = grounds
            .iter()
            .filter(|fact| has_applied(fact))
            .chain(removals)
            .any(|fact| fact.validity.holds_on(day));
        pending.then_some(day)
    });
    starts.extend(back);
    starts.sort_unstable();
    starts.dedup();
    starts
}

fn has_applied(fact: &Fact) -> bool {
    matches!(ground_of(fact), Some(Ground::AsylumSeeker | Ground::TemporaryProtection))
}

/// Permits, by first day; whoever waits for a renewal in time has had one.
fn rights<'f>(picture: &Picture<'f>) -> Vec<Right<'f>> {
    let grounds = picture.of_kind(FactKind::LegalGround).iter();
    let rights = grounds.filter_map(|fact| {
        let FactContent::LegalGround(legal) = &fact.content else { return None };
        let is_right = matches!(
            legal.ground,
            Ground::Permit
                | Ground::FamilyTie
                | Ground::Quota
                | Ground::TemporaryProtection
                | Ground::RenewalPending
        );
        let from = legal.decided.or(fact.validity.valid_from).unwrap_or(NaiveDate::MIN);
        let until = fact.validity.valid_until.unwrap_or(NaiveDate::MAX);
        let protection = legal.ground == Ground::TemporaryProtection;
        is_right.then_some(Right { from, until, fact, protection })
    });
    rights.collect()
}

/// The coverage that an application on `start`, or what stands for one, gives; none where it had ended
/// before the act came.
fn interval<'f>(
    picture: &Picture<'f>,
    choices: &Choices,
    rights: &[Right<'f>],
    start: NaiveDate,
) -> Option<Covered<'f>> {
    let from = start.max(RECEPTION_ACT);
    if !is_known(picture, from) {
        return None;
    }
    let held = rights.iter().filter(|right| from <= right.until).min_by_key(|right| right.from);
    let permit_before = held.is_some_and(|right| right.from < RECEPTION_ACT && !right.protection);
    if permit_before && !went_on(picture, choices) {
        return None;
    }
    let Settling { ended, doubtful_from } = settled(picture, choices, rights, start);
    let ends = [ended, left(picture, rights, from), died(picture)];
    let ended = ends.into_iter().flatten().min_by_key(|end| end.on);
    if ended.as_ref().is_some_and(|end| end.on <= from) {
        return None;
    }
    let ended = ended.or_else(|| without_ground(picture, from));
    Some(Covered { from, ended, permit_before, doubtful_from })
}

/// Whether the register says anything of `from` or later: without any ground when the act came, or the
/// person did, nobody knows.
fn is_known(picture: &Picture<'_>, from: NaiveDate) -> bool {
    let lasts = |fact: &Fact| fact.validity.valid_until.is_none_or(|until| from <= until);
    let grounds = picture.of_kind(FactKind::LegalGround).iter();
    let mut of_the_act = grounds.filter(|fact| {
        !matches!(
            ground_of(fact),
            Some(Ground::PermitApplicant | Ground::Witness | Ground::RenewalPending)
        )
    });
    of_the_act.any(|fact| lasts(fact))
        || picture.of_kind(FactKind::RemovalDecision).iter().any(|fact| lasts(fact))
}

/// Whether the aid of the older act went on past a permit that was given before this one came (2026:999
/// p. 4).
fn went_on(picture: &Picture<'_>, choices: &Choices) -> bool {
    let ended = picture.of_kind(FactKind::AidEnded).iter();
    let before = |fact: &&Fact| fact.validity.valid_from.is_some_and(|day| day < RECEPTION_ACT);
    !ended.copied().any(|fact| before(&fact))
        && choices.on::<PermitBeforeOctober>(RECEPTION_ACT) == PermitBeforeOctober::WhereAidWentOn
}

/// The day on which the person left Sweden without a permit.
fn left<'f>(picture: &Picture<'f>, rights: &[Right<'f>], from: NaiveDate) -> Option<Ended<'f>> {
    let left_on = |fact: &Fact| fact.validity.valid_from.unwrap_or(NaiveDate::MIN);
    let fact = picture.of_kind(FactKind::ConfirmedAbroad).iter().find(|fact| {
        let on = left_on(fact);
        fact.validity.valid_until.is_none_or(|until| from <= until)
            && !rights.iter().any(|right| right.from <= on && on <= right.until)
    })?;
    let why = Some(CoverageEnd::LeftSweden);
    Some(Ended { on: left_on(fact), why, facts: vec![fact], registration_estimated: false })
}

fn died<'f>(picture: &Picture<'f>) -> Option<Ended<'f>> {
    let fact = picture.of_kind(FactKind::Died).first().copied()?;
    let on = fact.validity.valid_from?.succ_opt()?;
    let why = Some(CoverageEnd::Died);
    Some(Ended { on, why, facts: vec![fact], registration_estimated: false })
}

/// The day after the last ground of the register, where nobody has entered what came after it. A refusal
/// does not end coverage, even a final one: whoever has been refused and has not left is covered on.
fn without_ground<'f>(picture: &Picture<'f>, from: NaiveDate) -> Option<Ended<'f>> {
    let mut last: Option<(NaiveDate, &'f Fact)> = None;
    for fact in picture.of_kind(FactKind::LegalGround) {
        let until = fact.validity.valid_until?;
        if last.is_none_or(|(before, _)| before < until) {
            last = Some((until, fact));
        }
    }
    let (until, fact) = last.filter(|(until, _)| from <= *until)?;
    let refused = picture
        .of_kind(FactKind::RemovalDecision)
        .iter()
        .any(|fact| fact.validity.valid_until.is_none_or(|last| until < last));
    let on = until.succ_opt().filter(|_| !refused)?;
    Some(Ended { on, why: None, facts: vec![fact], registration_estimated: false })
}
