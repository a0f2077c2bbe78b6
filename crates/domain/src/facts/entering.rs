//! What a new fact does to those that are there.

use chrono::NaiveDate;

use super::sense::senseless;
use super::{Days, Fact, FactContent, FactId, FactKind, Holding, Validity};

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
    /// The last day comes after the one that the fact has: that is no ending but a correction.
    #[error("ends later than it does")]
    EndsLater {
        /// The last day that it has, inclusive.
        until: NaiveDate,
    },
    /// The kind has no last day.
    #[error("cannot be ended")]
    CannotEnd,
    /// A kind that happens on a day has none, or has a last day of its own.
    #[error("needs its one day")]
    NeedsOneDay,
    /// A kind that holds whatever the day has been given days.
    #[error("takes no days")]
    TakesNoDays,
    /// A first or last day more than thirty years ahead.
    #[error("far ahead")]
    FarAhead {
        /// The day.
        day: NaiveDate,
        /// The field that holds it.
        field: &'static str,
    },
    /// Later than a day that has not come can be known.
    #[error("has not happened yet")]
    NotYet,
    /// Before the person was born.
    #[error("before birth")]
    BeforeBirth,
    /// The person is registered, or a board answers for it, before being received.
    #[error("before reception")]
    BeforeReception {
        /// Day of reception.
        received: NaiveDate,
    },
    /// What only the living do begins after the person has died.
    #[error("after death")]
    AfterDeath {
        /// Day of death.
        died: NaiveDate,
    },
    /// A birth or a reception that comes after what cannot come before it.
    #[error("others come before it")]
    OthersBefore {
        /// What comes before.
        kind: FactKind,
        /// Its first day.
        from: NaiveDate,
    },
    /// A death that comes before what cannot come after it.
    #[error("others come after it")]
    OthersAfter {
        /// What comes after.
        kind: FactKind,
        /// Its first day.
        from: NaiveDate,
    },
    /// Without the ground that goes, a board would answer for the person before reception.
    #[error("leaves a board before reception")]
    LeavesBeforeReception {
        /// The first day of the board.
        from: NaiveDate,
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
    /// It rests on a law that had not come into force.
    #[error("the law was not in force yet")]
    LawNotYet {
        /// Its first day.
        from: NaiveDate,
        /// The field that names it.
        field: &'static str,
    },
    /// An assignment under a law that had been repealed on the day of the decision.
    #[error("the law was repealed")]
    LawRepealed {
        /// Its last day, inclusive.
        until: NaiveDate,
    },
    /// Hiding from enforcement without a decision that can be enforced.
    #[error("hides without a decision that can be enforced")]
    HidesWithoutDecision,
    /// A day inside it cannot be beside its others: it declines what had not been decided, or goes on with what
    /// began later.
    #[error("its days are out of order")]
    FieldOutOfOrder {
        /// The field.
        field: &'static str,
        /// The day that it stands against.
        day: NaiveDate,
    },
    /// A decision of a day that has not come.
    #[error("has not been decided yet")]
    FieldNotYet {
        /// The field.
        field: &'static str,
    },
    /// It says why it ended, and not when.
    #[error("ends without a last day")]
    EndsWithoutLastDay,
    /// It turned 18 before its eighteenth birthday.
    #[error("not eighteen yet")]
    NotYetEighteen {
        /// The birthday.
        birthday: NaiveDate,
    },
    /// A burial before the death.
    #[error("before death")]
    BeforeDeath {
        /// Day of death.
        died: NaiveDate,
    },
    /// It would shorten another, of which it has been said when it ended.
    #[error("shares days with another that has ended")]
    SharesDaysWithEnded {
        /// The last day of the other, inclusive.
        until: NaiveDate,
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

/// Finds the place of a new fact among those `known` now: every fact that it follows upon or comes
/// in the middle of. Whether it fits birth, reception and death shows when everything of a call is
/// there: [`super::newly_out_of_order`].
///
/// # Errors
/// Everything that is wrong with it, at once.
pub fn place<'f>(
    known: &[&'f Fact],
    new: &NewFact,
    today: NaiveDate,
) -> Result<Vec<GivesWay<'f>>, Vec<EntryFault>> {
    let mut faults = senseless(new, today);
    let kind = new.content.kind();
    let corrected = new.corrects.as_ref().map(|id| known.iter().find(|fact| fact.id == *id));
    match corrected {
        Some(None) => faults.push(EntryFault::CorrectsNothing),
        Some(Some(fact)) if fact.kind() != kind => faults.push(EntryFault::OtherKind),
        _ => {}
    }
    let others = known
        .iter()
        .filter(|fact| fact.kind() == kind && fact.content.strand() == new.content.strand())
        .filter(|fact| new.corrects.as_ref() != Some(&fact.id))
        .filter(|fact| fact.validity.meets(new.validity));
    let mut give_way = Vec::new();
    for &fact in others {
        let keeps = days_kept(fact.validity, new.validity);
        match kind.holding() {
            Holding::Several => {}
            Holding::Once => faults.push(EntryFault::ThereIsOne { fact: fact.id.clone() }),
            Holding::OneAtATime if keeps.is_empty() => faults.push(EntryFault::AtTheSameTime {
                fact: fact.id.clone(),
                from: fact.validity.valid_from,
            }),
            Holding::OneAtATime => match fact.validity.valid_until {
                Some(until) if fact.content.keeps_its_end() => {
                    faults.push(EntryFault::SharesDaysWithEnded { until });
                }
                _ => give_way.push(GivesWay { fact, keeps }),
            },
        }
    }
    if faults.is_empty() { Ok(give_way) } else { Err(faults) }
}

/// The correction that ends `fact` with its last day; it takes its place like any other.
///
/// # Errors
/// When the kind has no last day, or the fact ends before `last_day` already.
pub fn ending(fact: &Fact, last_day: NaiveDate) -> Result<NewFact, EntryFault> {
    if fact.kind().days() != Days::Span {
        return Err(EntryFault::CannotEnd);
    }
    if let Some(until) = fact.validity.valid_until.filter(|until| *until < last_day) {
        return Err(EntryFault::EndsLater { until });
    }
    Ok(NewFact {
        content: fact.content.clone(),
        validity: Validity { valid_until: Some(last_day), ..fact.validity },
        corrects: Some(fact.id.clone()),
    })
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

#[cfg(test)]
mod tests {
    use super::super::samples::{board_of, fact, span};
    use super::super::{AgeBasis, Birth, Died};
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
        let gives_way = place(&[&old], &new, day("2026-11-20")).unwrap();
        assert_eq!(gives_way[0].keeps, [span(None, Some("2026-02-28"))]);
    }

    #[test]
    fn a_fact_in_the_middle_leaves_days_on_both_sides() {
        let old = fact("a", board_of("7110"), span(None, None), "2026-01-01");
        let new = board("7120", Some("2026-03-01"), Some("2026-03-31"));
        let gives_way = place(&[&old], &new, day("2026-11-20")).unwrap();
        let kept = [span(None, Some("2026-02-28")), span(Some("2026-04-01"), None)];
        assert_eq!(gives_way[0].keeps, kept);
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
        assert_eq!(place(&[&old], &before, day("2026-11-20")), Ok(Vec::new()));
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let mut new = board("7120", Some("2010-04-01"), Some("2010-03-01"));
        new.corrects = Some(FactId("nobody".to_owned()));
        let faults = place(&[], &new, day("2026-11-20")).unwrap_err();
        let expected = [EntryFault::EndsBeforeItBegins, EntryFault::CorrectsNothing];
        assert_eq!(faults, expected);
    }

    #[test]
    fn every_fact_that_it_comes_after_gives_way() {
        // As merged persons and imports have them: two boards on the same days.
        let first =
            fact("a", board_of("7110"), span(Some("2024-01-01"), Some("2026-12-31")), "2026-01-01");
        let second = fact("b", board_of("7120"), span(Some("2025-03-01"), None), "2026-01-01");
        let new = board("7130", Some("2026-05-01"), None);
        let gives_way = place(&[&first, &second], &new, day("2026-11-20")).unwrap();
        let kept: Vec<_> =
            gives_way.iter().map(|one| (one.fact.id.0.as_str(), one.keeps.clone())).collect();
        let until = Some("2026-04-30");
        assert_eq!(
            kept,
            [
                ("a", vec![span(Some("2024-01-01"), until)]),
                ("b", vec![span(Some("2025-03-01"), until)])
            ]
        );
    }

    #[test]
    fn an_ending_is_no_lengthening_and_needs_a_kind_with_days() {
        let until = span(Some("2024-01-01"), Some("2025-02-28"));
        let ended = fact("a", board_of("7110"), until, "2026-01-01");
        let later = ending(&ended, day("2025-03-01"));
        assert_eq!(later, Err(EntryFault::EndsLater { until: day("2025-02-28") }));
        let earlier = ending(&ended, day("2024-12-31")).unwrap();
        assert_eq!(earlier.validity, span(Some("2024-01-01"), Some("2024-12-31")));
        assert_eq!(earlier.corrects, Some(FactId("a".to_owned())));
        let birth = Birth { date: day("2010-05-01"), basis: AgeBasis::Stated };
        let birth = fact("b", FactContent::Birth(birth), span(None, None), "2026-01-01");
        let died =
            fact("d", FactContent::Died(Died {}), span(Some("2026-01-01"), None), "2026-01-01");
        for fact in [&birth, &died] {
            assert_eq!(ending(fact, day("2026-02-01")), Err(EntryFault::CannotEnd));
        }
    }
}
