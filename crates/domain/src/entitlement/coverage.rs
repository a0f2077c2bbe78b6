//! Covered by mottagandelagen (2026:999): on which days, and why it ended.
//!
//! From 1 October 2026 this, and no longer registration in the population register, decides nearly all
//! of förordning (2017:193), and for whoever was registered with Migrationsverket the day of reception
//! by förordning (2010:1122) 6 §. It is computed as far as other facts decide it; what has been entered
//! goes before.

use chrono::NaiveDate;

use super::picture::{Picture, municipality};
use super::spans::Spans;
use crate::Period;
use crate::facts::{
    Assignment, AssignmentLaw, CoverageEnd, Fact, FactContent, FactKind, Ground, Housing,
    InhibitionSection, RECEPTION_ACT,
};
use crate::law::{
    Choices, CoverageLastDay, InhibitionUnaccompanied, PermitBeforeOctober, RegisteredProtection,
    RegistrationDay,
};

/// The first day of lag (2026:1326): whoever is in housing after an assignment for temporary protection
/// can no longer be assigned for settlement, and registration ends coverage.
const SETTLEMENT_ACT: NaiveDate = match NaiveDate::from_ymd_opt(2027, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

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
    let computed = computed(picture, choices);
    let entered = picture.of_kind(FactKind::Coverage);
    if entered.is_empty() {
        return computed.into_iter().collect();
    }
    let as_entered = entered.iter().filter_map(|fact| {
        let FactContent::Coverage(content) = &fact.content else { return None };
        let from = fact.validity.valid_from.unwrap_or(RECEPTION_ACT).max(RECEPTION_ACT);
        let ended = match fact.validity.valid_until {
            Some(until) => Some(Ended {
                on: until.succ_opt()?,
                why: content.ended,
                facts: vec![fact],
                registration_estimated: false,
            }),
            // Nobody has entered the end yet: what the other facts say of it.
            None => computed.as_ref().and_then(|c| c.ended.clone()).filter(|end| from < end.on),
        };
        let (permit_before, doubtful_from) = (false, None);
        Some(Covered { from, ended, permit_before, doubtful_from })
    });
    as_entered.collect()
}

/// The days for which coverage counts, less those of an inhibition that excludes it (1 kap. 6 §).
pub(super) fn days(picture: &Picture<'_>, covered: &[Covered<'_>], choices: &Choices) -> Spans {
    let all = Spans::of(covered.iter().filter_map(|one| one.paid(choices)));
    let excluded = picture.of_kind(FactKind::Inhibition).iter().filter_map(|fact| {
        let FactContent::Inhibition(inhibition) = &fact.content else { return None };
        let from = fact.validity.valid_from.unwrap_or(RECEPTION_ACT);
        let until = fact.validity.valid_until.unwrap_or(NaiveDate::MAX);
        let kept = picture.on(FactKind::Unaccompanied, from).is_some()
            && choices.on::<InhibitionUnaccompanied>(from) == InhibitionUnaccompanied::Daily;
        let excludes = inhibition.by_section != InhibitionSection::Other && !kept;
        Period::new(from, until).filter(|_| excludes)
    });
    all.without(&Spans::of(excluded))
}

/// What the other facts say: that the person had applied, whether a permit and a registration have
/// ended it, and what ended it otherwise.
fn computed<'f>(picture: &Picture<'f>, choices: &Choices) -> Option<Covered<'f>> {
    let from = applied(picture)?.max(RECEPTION_ACT);
    let permit = permit(picture);
    let protection =
        permit.is_some_and(|(_, fact)| ground_of(fact) == Some(Ground::TemporaryProtection));
    let permit_before = permit.is_some_and(|(day, _)| day < RECEPTION_ACT) && !protection;
    if permit_before && !went_on(picture, choices) {
        return None;
    }
    let settled =
        permit.and_then(|permit| settled_by_registration(picture, choices, permit, protection));
    let doubtful_from = settled.as_ref().and_then(|settled| settled.doubtful_from);
    let ends = [settled.and_then(|settled| settled.ended), left(picture, permit), died(picture)];
    let ended = ends.into_iter().flatten().min_by_key(|end| end.on);
    if ended.as_ref().is_some_and(|end| end.on <= from) {
        return None;
    }
    let ended = ended.or_else(|| without_ground(picture, from));
    Some(Covered { from, ended, permit_before, doubtful_from })
}

/// The first day on which the person had applied for international or temporary protection (1 kap. 2 §).
/// Whoever was assigned for settlement and is not resettled has been registered with Migrationsverket,
/// whatever the register holds of it.
fn applied(picture: &Picture<'_>) -> Option<NaiveDate> {
    let grounds = picture.of_kind(FactKind::LegalGround);
    let has = |wanted: &[Ground]| {
        let fits = |fact: &&&Fact| ground_of(fact).is_some_and(|ground| wanted.contains(&ground));
        grounds
            .iter()
            .filter(fits)
            .map(|fact| fact.validity.valid_from.unwrap_or(NaiveDate::MIN))
            .min()
    };
    let applied = has(&[Ground::AsylumSeeker, Ground::TemporaryProtection]);
    let from_settlement = || {
        let assigned = settlements(picture).next().is_some();
        (assigned && has(&[Ground::Quota]).is_none()).then_some(RECEPTION_ACT)
    };
    let first = applied.or_else(from_settlement)?;
    // Without any ground when the act came, or the person did, the register says nothing.
    let on = first.max(RECEPTION_ACT);
    let known = grounds.iter().any(|fact| {
        let covers = !matches!(
            ground_of(fact),
            Some(Ground::PermitApplicant | Ground::Witness | Ground::RenewalPending)
        );
        covers && fact.validity.valid_until.is_none_or(|until| on <= until)
    });
    known.then_some(first)
}

/// The first permit: its day, and its fact.
fn permit<'f>(picture: &Picture<'f>) -> Option<(NaiveDate, &'f Fact)> {
    let permits = picture.of_kind(FactKind::LegalGround).iter().filter_map(|fact| {
        let FactContent::LegalGround(legal) = &fact.content else { return None };
        let is_permit = matches!(
            legal.ground,
            Ground::Permit | Ground::FamilyTie | Ground::Quota | Ground::TemporaryProtection
        );
        let day = legal.decided.or(fact.validity.valid_from).unwrap_or(NaiveDate::MIN);
        is_permit.then_some((day, *fact))
    });
    permits.min_by_key(|(day, _)| *day)
}

/// Whether the aid of the older act went on past a permit that was given before this one came (2026:999
/// p. 4).
fn went_on(picture: &Picture<'_>, choices: &Choices) -> bool {
    let ended = picture.of_kind(FactKind::AidEnded).iter();
    let before = |fact: &&Fact| fact.validity.valid_from.is_some_and(|day| day < RECEPTION_ACT);
    !ended.copied().any(|fact| before(&fact))
        && choices.on::<PermitBeforeOctober>(RECEPTION_ACT) == PermitBeforeOctober::WhereAidWentOn
}

/// What a registration with a permit does.
struct Settled<'f> {
    ended: Option<Ended<'f>>,
    doubtful_from: Option<NaiveDate>,
}

/// The end by permit and registration: the later of the two days, and for whoever may be assigned for
/// settlement not before that has been done or declined (1 kap. 3 §).
fn settled_by_registration<'f>(
    picture: &Picture<'f>,
    choices: &Choices,
    (permitted, permit): (NaiveDate, &'f Fact),
    protection: bool,
) -> Option<Settled<'f>> {
    let (registered, registration, registration_estimated) = registered(picture, choices)?;
    let base = permitted.max(registered);
    let facts = vec![permit, registration];
    let by_registration = Ended {
        on: base,
        why: Some(CoverageEnd::RegisteredWithPermit),
        facts: facts.clone(),
        registration_estimated,
    };
    let in_protection = protection && is_in_municipal_housing(picture, base);
    let waits = match protection {
        // The older act excluded whoever was registered (lag 1994:137, 1 §).
        true if base < RECEPTION_ACT => false,
        true if in_protection => {
            base < SETTLEMENT_ACT
                && choices.on::<RegisteredProtection>(base) == RegisteredProtection::UntilReceived
        }
        _ => may_be_settled(picture, base),
    };
    if !waits {
        return Some(Settled { ended: Some(by_registration), doubtful_from: None });
    }
    let doubtful_from = in_protection.then_some(base);
    let done = settlement_done(picture);
    let ended = done.map(|(day, why, fact)| match day > base {
        true => Ended {
            on: day,
            why: Some(why),
            facts: facts.into_iter().chain([fact]).collect(),
            registration_estimated: false,
        },
        false => by_registration,
    });
    Some(Settled { ended, doubtful_from })
}

/// The day of the first registration that ends coverage, its fact, and whether only the other day of it
/// is known.
fn registered<'f>(picture: &Picture<'f>, choices: &Choices) -> Option<(NaiveDate, &'f Fact, bool)> {
    let days = picture.of_kind(FactKind::Registration).iter().filter_map(|fact| {
        let FactContent::Registration(content) = &fact.content else { return None };
        let from = fact.validity.valid_from;
        let on = content.decided.or(from).unwrap_or(NaiveDate::MIN);
        Some(match choices.on::<RegistrationDay>(on) {
            RegistrationDay::Decision => (on, *fact, content.decided.is_none()),
            RegistrationDay::CountedFrom => (from.unwrap_or(on), *fact, from.is_none()),
        })
    });
    days.min_by_key(|(day, _, _)| *day)
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

/// Whether the person may be assigned for settlement on `day`: has been, or waits for it in the agency's
/// accommodation. An unaccompanied child cannot (2016:38, 4 §; 2026:1326, 6 §).
fn may_be_settled(picture: &Picture<'_>, day: NaiveDate) -> bool {
    let assigned = settlements(picture).next().is_some();
    let in_agency = picture.housing(day) == Some(Housing::Agency);
    assigned || in_agency && picture.on(FactKind::Unaccompanied, day).is_none()
}

/// The day on which the person was received for settlement, or declined it.
fn settlement_done<'f>(picture: &Picture<'f>) -> Option<(NaiveDate, CoverageEnd, &'f Fact)> {
    let declined = settlements(picture).filter_map(|(fact, content)| {
        Some((content.declined?, CoverageEnd::DeclinedAssignment, fact))
    });
    let received = settlements(picture).next().and_then(|(assignment, _)| {
        let entered = picture.entered_reception().map(|reception| (reception.on, reception.fact));
        entered.or_else(|| registered_where_assigned(picture, assignment))
    });
    let received = received.map(|(day, fact)| (day, CoverageEnd::ReceivedForSettlement, fact));
    declined.chain(received).min_by_key(|(day, _, _)| *day)
}

/// Whoever is registered in the municipality of the assignment has been received there.
fn registered_where_assigned<'f>(
    picture: &Picture<'f>,
    assignment: &Fact,
) -> Option<(NaiveDate, &'f Fact)> {
    let assigned_to = municipality(assignment)?;
    let there = picture.of_kind(FactKind::Registration).iter().find(|fact| {
        municipality(fact).is_some_and(|place| place.is_same(assigned_to))
            && fact.validity.valid_from >= assignment.validity.valid_from
    })?;
    Some((there.validity.valid_from?, there))
}

fn is_in_municipal_housing(picture: &Picture<'_>, day: NaiveDate) -> bool {
    matches!(picture.housing(day), Some(Housing::Municipal | Housing::Assigned))
}

/// The day on which the person left Sweden without a permit.
fn left<'f>(picture: &Picture<'f>, permit: Option<(NaiveDate, &Fact)>) -> Option<Ended<'f>> {
    let fact = picture.of_kind(FactKind::ConfirmedAbroad).iter().find(|fact| {
        let from = fact.validity.valid_from.unwrap_or(NaiveDate::MIN);
        RECEPTION_ACT <= fact.validity.valid_until.unwrap_or(NaiveDate::MAX)
            && permit.is_none_or(|(day, _)| from < day)
    })?;
    let on = fact.validity.valid_from?;
    let why = Some(CoverageEnd::LeftSweden);
    Some(Ended { on, why, facts: vec![fact], registration_estimated: false })
}

fn died<'f>(picture: &Picture<'f>) -> Option<Ended<'f>> {
    let fact = picture.of_kind(FactKind::Died).first().copied()?;
    let on = fact.validity.valid_from?.succ_opt()?;
    let why = Some(CoverageEnd::Died);
    Some(Ended { on, why, facts: vec![fact], registration_estimated: false })
}

/// The day after the last ground of the register: a refusal does not end coverage, but what came after
/// the ground that ended nobody has entered.
fn without_ground<'f>(picture: &Picture<'f>, from: NaiveDate) -> Option<Ended<'f>> {
    let mut last: Option<(NaiveDate, &'f Fact)> = None;
    for fact in picture.of_kind(FactKind::LegalGround) {
        let until = fact.validity.valid_until?;
        if last.is_none_or(|(before, _)| before < until) {
            last = Some((until, fact));
        }
    }
    let (until, fact) = last.filter(|(until, _)| from <= *until)?;
    let on = until.succ_opt()?;
    Some(Ended { on, why: None, facts: vec![fact], registration_estimated: false })
}

/// The legal ground that a fact gives.
pub(super) fn ground_of(fact: &Fact) -> Option<Ground> {
    match &fact.content {
        FactContent::LegalGround(legal) => Some(legal.ground),
        _ => None,
    }
}
