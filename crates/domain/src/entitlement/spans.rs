//! Sets of days.

use chrono::NaiveDate;
use smallvec::{SmallVec, smallvec};

use crate::Period;

/// A set of days: spans in order that neither meet nor touch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spans(SmallVec<[Period; IN_PLACE]>);

/// Most sets of a person's days have one span or two, and are made by the dozen for every amount: they take no
/// memory of their own.
const IN_PLACE: usize = 2;

impl Spans {
    /// No day.
    #[must_use]
    pub fn none() -> Spans {
        Spans::default()
    }

    /// These days; spans may overlap and come in any order.
    #[must_use]
    pub fn of(spans: impl IntoIterator<Item = Period>) -> Spans {
        let mut sorted: SmallVec<[Period; IN_PLACE]> = spans.into_iter().collect();
        sorted.sort_unstable();
        let mut joined = SmallVec::<[Period; IN_PLACE]>::with_capacity(sorted.len());
        for span in sorted {
            match joined.last_mut() {
                Some(last) if touches(last.until, span.from) => {
                    last.until = last.until.max(span.until);
                }
                _ => joined.push(span),
            }
        }
        Spans(joined)
    }

    /// Its spans, in order.
    #[must_use]
    pub fn spans(&self) -> &[Period] {
        &self.0
    }

    /// Whether there is no day in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many days.
    #[must_use]
    pub fn days(&self) -> i64 {
        self.0.iter().map(|span| span.days()).sum()
    }

    /// Whether `day` is in it.
    #[must_use]
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.0.iter().any(|span| span.from <= day && day <= span.until)
    }

    /// The days in both.
    #[must_use]
    pub fn meet(&self, other: &Spans) -> Spans {
        let (mut mine, mut theirs) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut shared = SmallVec::new();
        while let (Some(a), Some(b)) = (mine.peek(), theirs.peek()) {
            shared.extend(Period::new(a.from.max(b.from), a.until.min(b.until)));
            if a.until <= b.until {
                mine.next();
            } else {
                theirs.next();
            }
        }
        Spans(shared)
    }

    /// The days in it that lie in `window`.
    #[must_use]
    pub fn within(&self, window: Period) -> Spans {
        let cut =
            |span: &Period| Period::new(span.from.max(window.from), span.until.min(window.until));
        Spans(self.0.iter().filter_map(cut).collect())
    }

    /// The days in either.
    #[must_use]
    pub fn join(self, other: Spans) -> Spans {
        Spans::of(self.0.into_iter().chain(other.0))
    }

    /// The days in it that are not in `other`.
    #[must_use]
    pub fn without(&self, other: &Spans) -> Spans {
        let mut left = SmallVec::new();
        for span in &self.0 {
            let mut from = Some(span.from);
            for gone in other.0.iter().filter(|gone| gone.shared_days(*span) > 0) {
                if let (Some(first), Some(before)) = (from, gone.from.pred_opt()) {
                    left.extend(Period::new(first, before));
                }
                from = gone.until.succ_opt();
            }
            left.extend(from.and_then(|from| Period::new(from, span.until)));
        }
        Spans(left)
    }
}

impl From<Period> for Spans {
    fn from(period: Period) -> Spans {
        Spans(smallvec![period])
    }
}

/// Whether a span that ends on `until` and one that begins on `from`, not earlier, leave no day
/// between them.
fn touches(until: NaiveDate, from: NaiveDate) -> bool {
    until.succ_opt().is_none_or(|next| from <= next)
}

#[cfg(test)]
mod tests {
    use chrono::Days;
    use proptest::prelude::*;

    use super::*;

    fn day(number: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 1, 1).unwrap() + Days::new(number)
    }

    fn set() -> impl Strategy<Value = Spans> {
        let span = (0u64..60, 0u64..10);
        proptest::collection::vec(span, 0..6).prop_map(|spans| {
            Spans::of(
                spans
                    .into_iter()
                    .map(|(from, length)| Period { from: day(from), until: day(from + length) }),
            )
        })
    }

    proptest! {
        #[test]
        fn sets_are_what_their_days_say(a in set(), b in set()) {
            let (meet, without, join) = (a.meet(&b), a.without(&b), a.clone().join(b.clone()));
            for number in 0..80 {
                let day = day(number);
                prop_assert_eq!(meet.holds(day), a.holds(day) && b.holds(day));
                prop_assert_eq!(without.holds(day), a.holds(day) && !b.holds(day));
                prop_assert_eq!(join.holds(day), a.holds(day) || b.holds(day));
            }
            prop_assert_eq!(meet.days() + without.days(), a.days());
        }
    }
}
