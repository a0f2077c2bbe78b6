//! What was known when, and what does not fit together.

use std::collections::HashSet;

use chrono::{Days as DayCount, NaiveDate};

use super::{Fact, FactContent, FactKind, Holding, Strand, Validity};

/// What was known at the end of `day`: entered by then, and not corrected or taken back by then. In
/// the order of kinds and first days.
#[must_use]
pub fn known_on(entries: &[Fact], day: NaiveDate) -> Vec<&Fact> {
    let entered = || entries.iter().filter(|fact| fact.known_since <= day);
    let corrected: HashSet<_> = entered().filter_map(|fact| fact.corrects.as_ref()).collect();
    let mut known: Vec<&Fact> =
        entered().filter(|fact| !fact.withdrawn && !corrected.contains(&fact.id)).collect();
    known.sort_by_key(|fact| (fact.kind(), fact.validity.valid_from));
    known
}

/// Facts that do not fit together, or days that no fact covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Disorder {
    /// Two facts of a kind that holds one at a time share days.
    Overlap {
        /// Their kind.
        kind: FactKind,
        /// The days they share.
        days: Validity,
    },
    /// Days between two facts that neither covers, or after the last one.
    Hole {
        /// Their kind.
        kind: FactKind,
        /// First day of the hole.
        from: NaiveDate,
        /// Last day of the hole, inclusive; none: until further notice.
        until: Option<NaiveDate>,
    },
}

/// Overlaps and holes among `known`, which [`known_on`] gives, by kind and day. A hole at the end
/// shows once it has begun by `today`, and not while the person is dead or confirmed abroad.
#[must_use]
pub fn disorders(known: &[&Fact], today: NaiveDate) -> Vec<Disorder> {
    let mut found = Vec::new();
    for &kind in FactKind::ALL {
        if kind.holding() == Holding::Several {
            continue;
        }
        for strand in [Strand::Main, Strand::Settlement] {
            let of_strand = |fact: &&&Fact| fact.kind() == kind && fact.content.strand() == strand;
            let facts: Vec<&Fact> = known.iter().filter(of_strand).copied().collect();
            found.extend(disorders_of(kind, facts, known, today));
        }
    }
    found
}

/// Overlaps and holes among `facts`, of one strand of a kind and in the order of first days.
fn disorders_of(
    kind: FactKind,
    mut facts: Vec<&Fact>,
    known: &[&Fact],
    today: NaiveDate,
) -> Vec<Disorder> {
    let mut found = Vec::new();
    // Two entries that say the same, as merged persons have them, contradict nothing.
    facts.dedup_by(|a, b| a.content == b.content && a.validity == b.validity);
    // The last day reached so far; none: further than any day.
    let mut reached: Option<Option<NaiveDate>> = None;
    for span in facts.into_iter().map(|fact| fact.validity) {
        if let Some(until) = reached {
            found.extend(between(kind, until, span));
        }
        reached = Some(match (reached, span.valid_until) {
            (Some(None), _) | (_, None) => None,
            (Some(Some(before)), Some(until)) => Some(before.max(until)),
            (None, until) => until,
        });
    }
    if let Some(Some(reached)) = reached.filter(|_| kind.is_continuous()) {
        found.extend(at_the_end(known, kind, reached, today));
    }
    found
}

/// The hole that begins after the last day `reached`, while the person is here and alive.
fn at_the_end(
    known: &[&Fact],
    kind: FactKind,
    reached: NaiveDate,
    today: NaiveDate,
) -> Option<Disorder> {
    let mut from = reached.succ_opt()?;
    let mut until: Option<NaiveDate> = None;
    // In the order of first days, as they are known.
    for fact in known {
        let Validity { valid_from, valid_until } = fact.validity;
        match &fact.content {
            FactContent::ConfirmedAbroad(_) if fact.validity.holds_on(from) => {
                from = valid_until?.succ_opt()?;
            }
            FactContent::ConfirmedAbroad(_) if valid_from > Some(from) && valid_until.is_none() => {
                until = valid_from.and_then(|day| day.pred_opt());
            }
            FactContent::Died(_) => {
                let died = valid_from?;
                until = Some(until.map_or(died, |until| until.min(died)));
            }
            _ => {}
        }
    }
    let begun = from <= today && until.is_none_or(|until| from <= until);
    begun.then_some(Disorder::Hole { kind, from, until })
}

/// What lies between the last day `reached` and the next span: an overlap, a hole or nothing.
fn between(kind: FactKind, reached: Option<NaiveDate>, next: Validity) -> Option<Disorder> {
    let overlap = |until: Option<NaiveDate>| {
        let days = Validity { valid_from: next.valid_from, valid_until: until };
        Some(Disorder::Overlap { kind, days })
    };
    let Some(reached) = reached else { return overlap(next.valid_until) };
    let Some(from) = next.valid_from else {
        return overlap(Some(next.valid_until.map_or(reached, |until| until.min(reached))));
    };
    if from <= reached {
        return overlap(Some(next.valid_until.map_or(reached, |until| until.min(reached))));
    }
    let first = reached.checked_add_days(DayCount::new(1))?;
    let last = from.pred_opt()?;
    (kind.is_continuous() && first <= last).then_some(Disorder::Hole {
        kind,
        from: first,
        until: Some(last),
    })
}

/// What one picture of a person has that another has not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference<'f> {
    /// Facts that were believed then and are not now.
    pub then: Vec<&'f Fact>,
    /// Facts that are known now and were not then.
    pub now: Vec<&'f Fact>,
}

/// The difference between two pictures, by the ids of their facts.
#[must_use]
pub fn difference<'f>(then: &[&'f Fact], now: &[&'f Fact]) -> Difference<'f> {
    let only = |these: &[&'_ Fact], those: &[&'_ Fact]| -> Vec<usize> {
        these
            .iter()
            .enumerate()
            .filter(|(_, fact)| !those.iter().any(|other| other.id == fact.id))
            .map(|(place, _)| place)
            .collect()
    };
    let (gone, new) = (only(then, now), only(now, then));
    Difference {
        then: gone.into_iter().map(|place| then[place]).collect(),
        now: new.into_iter().map(|place| now[place]).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{board_of, fact, span};
    use super::super::{ConfirmedAbroad, Died, FactId};
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// A board that was corrected in August to have ended in June.
    fn corrected() -> Vec<Fact> {
        let first = fact("1", board_of("7110"), span(None, None), "2026-01-10");
        let mut ended = fact("2", board_of("7110"), span(None, Some("2026-06-30")), "2026-08-01");
        ended.corrects = Some(FactId("1".to_owned()));
        let next = fact("3", board_of("7120"), span(Some("2026-07-05"), None), "2026-08-01");
        vec![first, ended, next]
    }

    fn ids<'f>(facts: &[&'f Fact]) -> Vec<&'f str> {
        facts.iter().map(|fact| fact.id.0.as_str()).collect()
    }

    #[test]
    fn what_was_known_is_what_had_been_entered() {
        let entries = corrected();
        assert_eq!(ids(&known_on(&entries, day("2026-01-09"))), [""; 0]);
        assert_eq!(ids(&known_on(&entries, day("2026-07-31"))), ["1"]);
        assert_eq!(ids(&known_on(&entries, day("2026-08-01"))), ["2", "3"]);
        let picture = |on: &str| known_on(&entries, day(on));
        let difference = difference(&picture("2026-07-31"), &picture("2026-11-20"));
        assert_eq!((ids(&difference.then), ids(&difference.now)), (vec!["1"], vec!["2", "3"]));
    }

    #[test]
    fn holes_and_overlaps_are_found() {
        let entries = corrected();
        let hole = Disorder::Hole {
            kind: FactKind::ResponsibleBoard,
            from: day("2026-07-01"),
            until: Some(day("2026-07-04")),
        };
        assert_eq!(disorders(&known_on(&entries, day("2026-11-20")), day("2026-11-20")), [hole]);
        let other =
            fact("4", board_of("7130"), span(Some("2026-07-10"), Some("2026-07-20")), "2026-09-01");
        let overlap = Disorder::Overlap {
            kind: FactKind::ResponsibleBoard,
            days: span(Some("2026-07-10"), Some("2026-07-20")),
        };
        assert_eq!(disorders(&[&entries[2], &other], day("2026-11-20")), [overlap]);
    }

    #[test]
    fn what_has_ended_and_has_nothing_after_it_is_a_hole() {
        let board = fact("1", board_of("7110"), span(None, Some("2026-06-30")), "2026-01-10");
        let found = |others: &[Fact], today: &str| -> Vec<(String, Option<String>)> {
            let entries: Vec<Fact> = others.iter().chain([&board]).cloned().collect();
            let known = known_on(&entries, NaiveDate::MAX);
            let text = |day: NaiveDate| day.to_string();
            let days = |one: Disorder| match one {
                Disorder::Hole { from, until, .. } => Some((text(from), until.map(text))),
                Disorder::Overlap { .. } => None,
            };
            disorders(&known, day(today)).into_iter().filter_map(days).collect()
        };
        let hole = |from: &str, until: Option<&str>| (from.to_owned(), until.map(str::to_owned));
        assert_eq!(found(&[], "2026-06-30"), []);
        assert_eq!(found(&[], "2026-07-01"), [hole("2026-07-01", None)]);
        let died = |on| fact("2", FactContent::Died(Died {}), span(Some(on), None), "2026-01-10");
        assert_eq!(found(&[died("2026-06-30")], "2026-11-20"), []);
        let until_death = hole("2026-07-01", Some("2026-07-09"));
        assert_eq!(found(&[died("2026-07-09")], "2026-11-20"), [until_death]);
        let abroad = |from, until| {
            let abroad = FactContent::ConfirmedAbroad(ConfirmedAbroad {});
            fact("3", abroad, span(Some(from), until), "2026-01-10")
        };
        assert_eq!(found(&[abroad("2026-06-15", None)], "2026-11-20"), []);
        let back = [abroad("2026-07-01", Some("2026-08-31"))];
        assert_eq!(found(&back, "2026-11-20"), [hole("2026-09-01", None)]);
        let left = hole("2026-07-01", Some("2026-08-31"));
        assert_eq!(found(&[abroad("2026-09-01", None)], "2026-11-20"), [left]);
    }
}
