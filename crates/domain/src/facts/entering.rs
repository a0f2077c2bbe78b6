//! What a new fact does to those that are there.

use chrono::NaiveDate;

use super::{Days, Fact, FactContent, FactId, FactKind, Ground, Holding, Validity};

/// A fact to be entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFact {
    /// What it says.
    pub content: FactContent,
    /// When it holds.
    pub validity: Validity,
    /// The fact that it corrects; none: it is new, and ends what it follows upon.
    pub corrects: Option<FactId>,
}

/// Why a fact cannot be entered as it stands. Field names are those of the facts document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EntryFault {
    /// The last day comes before the first.
    #[error("ends before it begins")]
    EndsBeforeItBegins,
    /// A kind that happens on a day has none, or has a last day of its own.
    #[error("needs its one day")]
    NeedsOneDay,
    /// A kind that holds whatever the day has been given days.
    #[error("takes no days")]
    TakesNoDays,
    /// Before the person was born.
    #[error("before birth")]
    BeforeBirth,
    /// Later than a day that has not come can be known.
    #[error("has not happened yet")]
    NotYet,
    /// The person moves or is registered before being received.
    #[error("before reception")]
    BeforeReception {
        /// Day of reception.
        received: NaiveDate,
    },
    /// There is one already, and there can be only one.
    #[error("there is one already")]
    ThereIsOne {
        /// The one there is.
        fact: FactId,
    },
    /// Another fact of the kind begins on the same day or later, and the two would hold at once.
    #[error("holds at the same time as another")]
    AtTheSameTime {
        /// The other.
        fact: FactId,
        /// Its first day; none: from the beginning.
        from: Option<NaiveDate>,
    },
    /// What it corrects is not known now: corrected, taken back or never there.
    #[error("corrects what is not known")]
    CorrectsNothing,
    /// What it corrects is of another kind.
    #[error("corrects a fact of another kind")]
    OtherKind,
}

/// A fact that gives way to a new one, and the days that it keeps: those before, and those after
/// where the new one ends first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivesWay<'f> {
    /// The fact.
    pub fact: &'f Fact,
    /// One or two spans.
    pub keeps: Vec<Validity>,
}

/// Finds the place of a new fact among those `known` now: the fact that it follows upon or comes in
/// the middle of, if there is one.
///
/// # Errors
/// Everything that is wrong with it, at once.
pub fn place<'f>(
    known: &[&'f Fact],
    new: &NewFact,
    today: NaiveDate,
) -> Result<Option<GivesWay<'f>>, Vec<EntryFault>> {
    let mut faults = wrong_days(new, today);
    let kind = new.content.kind();
    faults.extend(against_birth_and_reception(known, new));
    let corrected = new.corrects.as_ref().map(|id| known.iter().find(|fact| fact.id == *id));
    match corrected {
        Some(None) => faults.push(EntryFault::CorrectsNothing),
        Some(Some(fact)) if fact.kind() != kind => faults.push(EntryFault::OtherKind),
        _ => {}
    }
    let others = known
        .iter()
        .filter(|fact| fact.kind() == kind && new.corrects.as_ref() != Some(&fact.id))
        .filter(|fact| fact.validity.meets(new.validity));
    let mut gives_way = None;
    for &fact in others {
        let keeps = days_kept(fact.validity, new.validity);
        match kind.holding() {
            Holding::Several => {}
            Holding::Once => faults.push(EntryFault::ThereIsOne { fact: fact.id.clone() }),
            Holding::OneAtATime if keeps.is_empty() => faults.push(EntryFault::AtTheSameTime {
                fact: fact.id.clone(),
                from: fact.validity.valid_from,
            }),
            Holding::OneAtATime => gives_way = Some(GivesWay { fact, keeps }),
        }
    }
    if faults.is_empty() { Ok(gives_way) } else { Err(faults) }
}

/// What is left of `old` when `new` comes after its beginning; nothing where `old` begins no
/// earlier, and would be gone altogether or from its first day.
fn days_kept(old: Validity, new: Validity) -> Vec<Validity> {
    let Some(first) = new.valid_from else { return Vec::new() };
    if old.valid_from.is_some_and(|from| from >= first) {
        return Vec::new();
    }
    let before = Validity { valid_until: first.pred_opt(), ..old };
    let after = new
        .valid_until
        .filter(|until| old.valid_until.is_none_or(|last| *until < last))
        .and_then(|until| until.succ_opt())
        .map(|from| Validity { valid_from: Some(from), ..old });
    std::iter::once(before).chain(after).collect()
}

fn wrong_days(new: &NewFact, today: NaiveDate) -> Vec<EntryFault> {
    let Validity { valid_from, valid_until } = new.validity;
    let mut faults = Vec::new();
    if let (Some(from), Some(until)) = (valid_from, valid_until)
        && until < from
    {
        faults.push(EntryFault::EndsBeforeItBegins);
    }
    match new.content.kind().days() {
        Days::Span => {}
        Days::None if valid_from.is_some() || valid_until.is_some() => {
            faults.push(EntryFault::TakesNoDays);
        }
        Days::None => {}
        Days::One if valid_from.is_none() || valid_until.is_some() => {
            faults.push(EntryFault::NeedsOneDay);
        }
        // A decision may begin to hold later; what happens on a day has happened.
        Days::One if valid_from > Some(today) => faults.push(EntryFault::NotYet),
        Days::One => {}
    }
    if let FactContent::Birth(birth) = &new.content
        && birth.date > today
    {
        faults.push(EntryFault::NotYet);
    }
    faults
}

fn against_birth_and_reception(known: &[&Fact], new: &NewFact) -> Vec<EntryFault> {
    let Some(from) = new.validity.valid_from else { return Vec::new() };
    let fault = |fact: &&Fact| match &fact.content {
        FactContent::Birth(birth) if from < birth.date => Some(EntryFault::BeforeBirth),
        FactContent::Reception(_) if is_arrival(known, new, from) => {
            let received = fact.validity.valid_from.filter(|received| from < *received)?;
            Some(EntryFault::BeforeReception { received })
        }
        _ => None,
    };
    known.iter().filter_map(fault).collect()
}

/// Whether the fact brings the person into the municipality's care, which is not before reception.
/// A board answers for asylum seekers and the like before they are received (förordning 2010:1122,
/// 6 §, begins with the permit).
fn is_arrival(known: &[&Fact], new: &NewFact, from: NaiveDate) -> bool {
    let seeks = |fact: &&Fact| {
        let ground = match &fact.content {
            FactContent::LegalGround(legal) => {
                matches!(legal.ground, Ground::AsylumSeeker | Ground::TemporaryProtection)
            }
            FactContent::Unaccompanied(_) | FactContent::Assignment(_) => true,
            _ => false,
        };
        ground && fact.validity.holds_on(from)
    };
    match new.content.kind() {
        FactKind::Registration => true,
        FactKind::ResponsibleBoard => !known.iter().any(seeks),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{board_of, fact, span};
    use super::super::{AgeBasis, Birth, Housing, Municipality, Reception, Registration};
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn board(centre: &str, from: Option<&str>, until: Option<&str>) -> NewFact {
        NewFact { content: board_of(centre), validity: span(from, until), corrects: None }
    }

    #[test]
    fn a_later_fact_ends_the_one_before() {
        let old = fact("a", board_of("7110"), span(None, None), "2026-01-01");
        let new = board("7120", Some("2026-03-01"), None);
        let gives_way = place(&[&old], &new, day("2026-11-20")).unwrap().unwrap();
        assert_eq!(gives_way.keeps, [span(None, Some("2026-02-28"))]);
    }

    #[test]
    fn a_fact_in_the_middle_leaves_days_on_both_sides() {
        let old = fact("a", board_of("7110"), span(None, None), "2026-01-01");
        let new = board("7120", Some("2026-03-01"), Some("2026-03-31"));
        let gives_way = place(&[&old], &new, day("2026-11-20")).unwrap().unwrap();
        let kept = [span(None, Some("2026-02-28")), span(Some("2026-04-01"), None)];
        assert_eq!(gives_way.keeps, kept);
    }

    #[test]
    fn a_second_board_from_the_same_day_is_refused() {
        let old = fact("a", board_of("7110"), span(Some("2026-03-01"), None), "2026-01-01");
        for from in [Some("2026-03-01"), Some("2026-02-01"), None] {
            let faults = place(&[&old], &board("7120", from, None), day("2026-11-20")).unwrap_err();
            let expected = EntryFault::AtTheSameTime {
                fact: FactId("a".to_owned()),
                from: Some(day("2026-03-01")),
            };
            assert_eq!(faults, [expected]);
        }
        let before = board("7120", Some("2026-02-01"), Some("2026-02-28"));
        assert_eq!(place(&[&old], &before, day("2026-11-20")), Ok(None));
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let birth = Birth { date: day("2010-05-01"), basis: AgeBasis::Stated };
        let birth = fact("b", FactContent::Birth(birth), span(None, None), "2026-01-01");
        let mut new = board("7120", Some("2010-04-01"), Some("2010-03-01"));
        new.corrects = Some(FactId("nobody".to_owned()));
        let faults = place(&[&birth], &new, day("2026-11-20")).unwrap_err();
        let expected =
            [EntryFault::EndsBeforeItBegins, EntryFault::BeforeBirth, EntryFault::CorrectsNothing];
        assert_eq!(faults, expected);
    }

    #[test]
    fn nobody_is_registered_before_being_received() {
        let municipality = || Municipality("Exempelstads kommun".to_owned());
        let received = Reception { municipality: municipality(), housing: Some(Housing::Own) };
        let received = fact(
            "r",
            FactContent::Reception(received),
            span(Some("2026-03-01"), None),
            "2026-03-02",
        );
        let registration = FactContent::Registration(Registration { municipality: municipality() });
        let new = |from| NewFact {
            content: registration.clone(),
            validity: span(Some(from), None),
            corrects: None,
        };
        let fault = EntryFault::BeforeReception { received: day("2026-03-01") };
        let today = day("2026-11-20");
        assert_eq!(place(&[&received], &new("2026-02-28"), today), Err(vec![fault]));
        assert_eq!(place(&[&received], &new("2026-03-01"), today), Ok(None));
    }
}
