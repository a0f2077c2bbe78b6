//! The day of first reception (förordning 2010:1122, 6 §): everything of that ordinance hangs on it.

use chrono::NaiveDate;

use super::conditions::Unmet;
use super::coverage::{self, Covered, Ended, ground_of};
use super::picture::Picture;
use crate::facts::{
    CoverageEnd, Fact, FactContent, FactKind, Ground, Housing, Municipality, RECEPTION_ACT,
};
use crate::law::{Choices, ReceptionStraddling};

/// First reception.
#[derive(Clone, Debug)]
pub(super) struct Reception<'f> {
    pub(super) on: NaiveDate,
    pub(super) municipality: &'f Municipality,
    pub(super) fact: &'f Fact,
    /// Assigned or own housing at that time, where it has been entered.
    pub(super) housing: Option<Housing>,
    pub(super) by: ReceivedBy<'f>,
    /// Whether the wording of October 2026 leaves it open.
    pub(super) straddles: Option<Straddle>,
    /// What is open about the coverage whose end gives it.
    pub(super) rests_on: RestsOn,
}

/// What is open about a coverage that a day follows from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct RestsOn {
    /// That a permit given before the act came did not keep it from covering.
    pub(super) permit_before: bool,
    /// How long registered temporary protection is covered.
    pub(super) doubtful: bool,
}

/// What gives the day.
#[derive(Clone, Debug)]
pub(super) enum ReceivedBy<'f> {
    /// The actual reception, as it was entered.
    Reception,
    /// The first registration, because no reception has been entered.
    Registration,
    /// The end of coverage by mottagandelagen.
    EndOfCoverage {
        /// Why it ended.
        why: CoverageEnd,
        /// The facts that the end follows from.
        facts: Vec<&'f Fact>,
        /// Whether only the day from which a registration counts was known.
        estimated: bool,
    },
}

/// How the question of who is reached by the wording of October 2026 bears on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Straddle {
    /// The person was covered when it came.
    Covered,
    /// The person had been registered with Migrationsverket, but mottagandelagen never covered: an
    /// estimate.
    NeverCovered,
}

/// Why there is no day of reception.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotReceived {
    /// Nobody has entered a reception or registration.
    Unknown,
    /// Mottagandelagen still covers the person.
    StillCovered,
    /// The person has died or left Sweden without having been received.
    Gone,
}

impl NotReceived {
    /// What is not met where a right hangs on the day.
    pub(super) fn unmet(self) -> Unmet {
        match self {
            NotReceived::Unknown => Unmet::Reception,
            NotReceived::StillCovered => Unmet::StillCovered,
            NotReceived::Gone => Unmet::NotHere,
        }
    }
}

impl<'f> Reception<'f> {
    /// An actual reception.
    pub(super) fn entered(
        on: NaiveDate,
        municipality: &'f Municipality,
        fact: &'f Fact,
        housing: Option<Housing>,
    ) -> Reception<'f> {
        let by = ReceivedBy::Reception;
        let rests_on = RestsOn::default();
        Reception { on, municipality, fact, housing, by, straddles: None, rests_on }
    }
}

/// The day of first reception.
///
/// Through September 2026 the actual one for whoever was registered at a reception unit and for
/// resettled refugees, else that of registration. From October the day on which mottagandelagen ceased
/// to cover for whoever was registered with Migrationsverket; whoever had been received by then keeps
/// the older day.
pub(super) fn of<'f>(
    picture: &Picture<'f>,
    choices: &Choices,
) -> Result<Reception<'f>, NotReceived> {
    let entered =
        picture.entered_reception().filter(|entered| is_of_the_group(picture, entered.on));
    let older = entered.clone().or_else(|| first_registration(picture));
    let resettled = older.as_ref().is_some_and(|reception| {
        let ground = picture.on(FactKind::LegalGround, reception.on).and_then(ground_of);
        ground == Some(Ground::Quota)
    });
    let was_received = entered.as_ref().is_some_and(|reception| reception.on < RECEPTION_ACT);
    if resettled || was_received {
        return older.ok_or(NotReceived::Unknown);
    }
    let Some(last) = picture.coverage.last() else {
        let never = older.ok_or(NotReceived::Unknown)?;
        let straddles = (never.on >= RECEPTION_ACT && was_registered_with_agency(picture))
            .then_some(Straddle::NeverCovered);
        return Ok(Reception { straddles, ..never });
    };
    // The first coverage that ended because the person settled; a later one takes nothing away.
    let mut settled = picture.coverage.iter().filter_map(|covered| {
        Some((covered, by_end_of_coverage(picture, covered, entered.as_ref())?))
    });
    let (covered, by_coverage) = match settled.next() {
        Some((covered, reception)) => (covered, Ok(reception)),
        None => (last, Err(not_settled(last))),
    };
    if covered.from != RECEPTION_ACT {
        return by_coverage;
    }
    match choices.on::<ReceptionStraddling>(RECEPTION_ACT) {
        ReceptionStraddling::ActualReception => older.ok_or(NotReceived::Unknown),
        ReceptionStraddling::EndOfCoverage => by_coverage
            .map(|reception| Reception { straddles: Some(Straddle::Covered), ..reception }),
    }
}

/// Why the last coverage gives no day of reception.
fn not_settled(last: &Covered<'_>) -> NotReceived {
    match &last.ended {
        None => NotReceived::StillCovered,
        Some(Ended { why: Some(CoverageEnd::Died | CoverageEnd::LeftSweden), .. }) => {
            NotReceived::Gone
        }
        Some(_) => NotReceived::Unknown,
    }
}

/// The day on which a coverage ended, where it ended because the person settled.
fn by_end_of_coverage<'f>(
    picture: &Picture<'f>,
    covered: &Covered<'f>,
    entered: Option<&Reception<'f>>,
) -> Option<Reception<'f>> {
    let Ended { on, why, facts, registration_estimated } = covered.ended.clone()?;
    let why = why.filter(|why| {
        matches!(
            why,
            CoverageEnd::RegisteredWithPermit
                | CoverageEnd::ReceivedForSettlement
                | CoverageEnd::DeclinedAssignment
        )
    })?;
    let registered = || {
        let by_then = picture.registered(on);
        by_then.or_else(|| {
            let first = picture.of_kind(FactKind::Registration).first().copied()?;
            first.municipality().map(|municipality| (municipality, first))
        })
    };
    let housing = entered.and_then(|reception| reception.housing);
    let actual = entered.map(|reception| (reception.municipality, reception.fact));
    let (municipality, fact) = actual.or_else(registered)?;
    let by = ReceivedBy::EndOfCoverage { why, facts, estimated: registration_estimated };
    let (permit_before, doubtful) = (covered.permit_before, covered.doubtful_from.is_some());
    let rests_on = RestsOn { permit_before, doubtful };
    Some(Reception { on, municipality, fact, housing, by, straddles: None, rests_on })
}

/// Whether a reception on `day` is one of the group of förordning 2010:1122: until a permit, and with
/// temporary protection until registration, the person is of the other ordinance (lag 1994:137, 1 §), and
/// was received for something else. A reception for settlement is one of the group.
fn is_of_the_group(picture: &Picture<'_>, day: NaiveDate) -> bool {
    match picture.on(FactKind::LegalGround, day).and_then(ground_of) {
        Some(Ground::TemporaryProtection) => {
            coverage::received_for_settlement(picture).is_some()
                || picture
                    .of_kind(FactKind::Registration)
                    .iter()
                    .any(|fact| fact.validity.valid_from.is_none_or(|registered| registered <= day))
        }
        Some(Ground::AsylumSeeker | Ground::PermitApplicant | Ground::Witness) => false,
        _ => true,
    }
}

fn was_registered_with_agency(picture: &Picture<'_>) -> bool {
    let grounds = picture.of_kind(FactKind::LegalGround).iter();
    grounds
        .filter_map(|fact| ground_of(fact))
        .any(|ground| matches!(ground, Ground::AsylumSeeker | Ground::TemporaryProtection))
}

/// The first registration with a ground of the target group: the day that 6 § gives everybody who was
/// not at a reception unit and is no resettled refugee.
fn first_registration<'f>(picture: &Picture<'f>) -> Option<Reception<'f>> {
    let registered = picture.of_kind(FactKind::Registration).iter().filter_map(|fact| {
        let on = fact.validity.valid_from?;
        let ground = picture.on(FactKind::LegalGround, on)?;
        let FactContent::LegalGround(ground) = &ground.content else { return None };
        let in_group = !matches!(
            ground.ground,
            Ground::AsylumSeeker | Ground::PermitApplicant | Ground::Witness
        );
        let municipality = fact.municipality()?;
        let by = ReceivedBy::Registration;
        let entered = Reception::entered(on, municipality, fact, None);
        in_group.then_some(Reception { by, ..entered })
    });
    registered.min_by_key(|reception| reception.on)
}
