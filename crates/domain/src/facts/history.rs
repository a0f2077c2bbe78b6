//! What was known when, and what does not fit together.

use std::collections::HashSet;

use chrono::{Days as DayCount, NaiveDate};

use super::{Fact, FactKind, Holding, Validity};

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
    /// Days between two facts that neither covers.
    Hole {
        /// Their kind.
        kind: FactKind,
        /// First day of the hole.
        from: NaiveDate,
        /// Last day of the hole, inclusive.
        until: NaiveDate,
    },
}

/// Overlaps and holes among `known`, which [`known_on`] gives, by kind and day.
#[must_use]
pub fn disorders(known: &[&Fact]) -> Vec<Disorder> {
    let mut found = Vec::new();
    for &kind in FactKind::ALL {
        if kind.holding() == Holding::Several {
            continue;
        }
        let mut facts: Vec<&&Fact> = known.iter().filter(|fact| fact.kind() == kind).collect();
        // Two entries that say the same, as merged persons have them, contradict nothing.
        facts.dedup_by(|a, b| a.content == b.content && a.validity == b.validity);
        let spans = facts.into_iter().map(|fact| fact.validity);
        // The last day reached so far; none: further than any day.
        let mut reached: Option<Option<NaiveDate>> = None;
        for span in spans {
            if let Some(until) = reached {
                found.extend(between(kind, until, span));
            }
            reached = Some(match (reached, span.valid_until) {
                (Some(None), _) | (_, None) => None,
                (Some(Some(before)), Some(until)) => Some(before.max(until)),
                (None, until) => until,
            });
        }
    }
    found
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
        until: last,
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

/// The difference between what was known on `day` and what is known on `today`.
#[must_use]
pub fn difference(entries: &[Fact], day: NaiveDate, today: NaiveDate) -> Difference<'_> {
    let (then, now) = (known_on(entries, day), known_on(entries, today));
    let only = |these: &[&'_ Fact], those: &[&'_ Fact]| -> Vec<usize> {
        these
            .iter()
            .enumerate()
            .filter(|(_, fact)| !those.iter().any(|other| other.id == fact.id))
            .map(|(place, _)| place)
            .collect()
    };
    let (gone, new) = (only(&then, &now), only(&now, &then));
    Difference {
        then: gone.into_iter().map(|place| then[place]).collect(),
        now: new.into_iter().map(|place| now[place]).collect(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::FactId;
    use super::super::samples::{board_of, fact, span};
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
        let difference = difference(&entries, day("2026-07-31"), day("2026-11-20"));
        assert_eq!((ids(&difference.then), ids(&difference.now)), (vec!["1"], vec!["2", "3"]));
    }

    #[test]
    fn holes_and_overlaps_are_found() {
        let entries = corrected();
        let hole = Disorder::Hole {
            kind: FactKind::ResponsibleBoard,
            from: day("2026-07-01"),
            until: day("2026-07-04"),
        };
        assert_eq!(disorders(&known_on(&entries, day("2026-11-20"))), [hole]);
        let other =
            fact("4", board_of("7130"), span(Some("2026-07-10"), Some("2026-07-20")), "2026-09-01");
        let overlap = Disorder::Overlap {
            kind: FactKind::ResponsibleBoard,
            days: span(Some("2026-07-10"), Some("2026-07-20")),
        };
        assert_eq!(disorders(&[&entries[2], &other]), [overlap]);
    }

    proptest! {
        /// Looking back gives the same as never having entered what came later.
        #[test]
        fn looking_back_is_replaying(
            steps in prop::collection::vec((0_u64..60, any::<bool>(), any::<prop::sample::Index>()), 0..30),
            back in 0_u64..70,
        ) {
            let start = day("2026-01-01");
            let mut entries: Vec<Fact> = Vec::new();
            for (number, (days, correct, which)) in steps.iter().enumerate() {
                let known = start.checked_add_days(DayCount::new(*days)).unwrap();
                let mut one = fact(&number.to_string(), board_of("7110"), span(None, None), "2026-01-01");
                one.known_since = known;
                if *correct && !entries.is_empty() {
                    one.corrects = Some(entries[which.index(entries.len())].id.clone());
                    one.withdrawn = number % 3 == 0;
                }
                entries.push(one);
            }
            let on = start.checked_add_days(DayCount::new(back)).unwrap();
            let by_then: Vec<Fact> =
                entries.iter().filter(|fact| fact.known_since <= on).cloned().collect();
            let late = NaiveDate::MAX;
            prop_assert_eq!(ids(&known_on(&entries, on)), ids(&known_on(&by_then, late)));
        }
    }
}
