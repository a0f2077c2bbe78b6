//! Which municipality has the right on which days, and the facts that show it.

use chrono::NaiveDate;

use super::super::explanation::Explanation;
use super::super::picture::{Picture, birthday, within};
use super::super::spans::Spans;
use crate::Period;
use crate::facts::{AssignmentLaw, Fact, FactKind, Municipality, Strand};
use crate::law::{Condition, HousingDuty, StudyGrantDays, Whose};

/// Which municipality has the right to a compensation on which days, with the fact that says so.
pub(in crate::entitlement) fn municipalities<'f>(
    picture: &Picture<'f>,
    whose: Whose,
    window: Period,
) -> Vec<(&'f Municipality, Period, Option<&'f Fact>)> {
    let of = |kind: FactKind, strand: Strand| {
        let named = move |fact: &&'f Fact| {
            let days = within(fact.validity, window).filter(|_| fact.content.strand() == strand)?;
            Some((fact.municipality()?, days, Some(*fact)))
        };
        // Merged persons may have the same fact twice: a day belongs to one.
        let each = picture.of_kind(kind).iter().filter_map(named);
        each.fold(Vec::new(), |before, next| or_else(before, vec![next]))
    };
    let of_kind = |kind: FactKind| of(kind, Strand::Main);
    match whose {
        Whose::FirstReceiving => picture
            .reception
            .iter()
            .map(|reception| (reception.municipality, window, Some(reception.fact)))
            .collect(),
        Whose::Registered => of_kind(FactKind::Registration),
        Whose::Schooling => of_kind(FactKind::Schooling),
        Whose::Assigned => or_else(of_kind(FactKind::Assignment), of_kind(FactKind::Residence)),
        Whose::Settled => {
            let inferred = of_kind(FactKind::Assignment).into_iter().filter(|(_, _, fact)| {
                let law = fact.and_then(|fact| picture.assignment_law(fact));
                law.is_some_and(AssignmentLaw::is_for_settlement)
            });
            or_else(of(FactKind::Assignment, Strand::Settlement), inferred.collect())
        }
        Whose::Home => {
            let entered = of_kind(FactKind::HomeMunicipality);
            let registered = or_else(entered, of_kind(FactKind::Registration));
            let staying = or_else(registered, of_kind(FactKind::Residence));
            or_else(staying, of_kind(FactKind::Assignment))
        }
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

pub(in crate::entitlement) type Claimed<'f> = (&'f Municipality, Period, Option<&'f Fact>);

/// The first, and the second on days that the first leaves open.
pub(in crate::entitlement) fn or_else<'f>(
    first: Vec<Claimed<'f>>,
    second: Vec<Claimed<'f>>,
) -> Vec<Claimed<'f>> {
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
pub(in crate::entitlement) fn explain(
    explanation: &mut Explanation,
    picture: &Picture<'_>,
    any: &[Condition],
    day: NaiveDate,
) {
    let needs = |asks: &dyn Fn(&Condition) -> bool| any.iter().any(asks);
    let kinds = [
        (FactKind::LegalGround, needs(&|c| !c.grounds.is_empty() || !c.grounds_not.is_empty())),
        (FactKind::Coverage, needs(&|c| c.covered.is_some() || c.covered_at_death)),
        (FactKind::Assignment, needs(&|c| !c.assigned_under.is_empty())),
        (FactKind::Reception, needs(&|c| c.received_for_settlement == Some(true))),
        (FactKind::Placement, needs(&|c| !c.placement.is_empty() || !c.care.is_empty())),
        (FactKind::HousingForm, needs(&|c| !c.housing.is_empty() || !c.housing_not.is_empty())),
        (FactKind::HousingRight, needs(&|c| c.settled == Some(HousingDuty::Act2026))),
        (FactKind::Schooling, needs(&|c| !c.schooling.is_empty())),
        (FactKind::Inhibition, needs(&|c| !c.inhibition.is_empty())),
        (FactKind::Support, needs(&|c| c.support)),
        (FactKind::ProtectedHousing, needs(&|c| c.protected_housing)),
        (FactKind::BurialAid, needs(&|c| c.burial_aid)),
        (FactKind::Guardian, needs(&|c| c.guardian_was_foster_home)),
        (FactKind::StudyGrant, needs(&|c| c.study_grant == Some(StudyGrantDays::Quarter))),
    ];
    for (kind, needed) in kinds {
        if let Some(fact) = picture.on(kind, day).filter(|_| needed) {
            explanation.fact(fact);
        }
    }
}

/// The quarters that `window` lies in.
pub(super) fn wide(window: Period) -> Period {
    Period {
        from: Period::quarter_of(window.from).from,
        until: Period::quarter_of(window.until).until,
    }
}
