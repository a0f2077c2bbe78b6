//! What may be claimed and is not yet: what is left of the amounts of the law after the claims.

use chrono::NaiveDate;

use crate::deadline::{ClaimedDays, LastDayRule, LastDays};
use crate::last_day::days_left;
use crate::{Ore, Period};

/// How near the last day of money is that has not left the house, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Urgency {
    /// The statutory day has passed: it can be claimed no more.
    Passed,
    /// The cautious day has passed, the statutory one has not.
    Overdue,
    /// The cautious day comes within 7 days.
    Within7,
    /// It comes within 30 days.
    Within30,
    /// It comes within 90 days.
    Within90,
    /// It comes later.
    Later,
    /// No rule says when, or what it is counted from is not known.
    NoDay,
}

impl Urgency {
    /// Every one, the worst first.
    pub const ALL: [Urgency; 7] = [
        Urgency::Passed,
        Urgency::Overdue,
        Urgency::Within7,
        Urgency::Within30,
        Urgency::Within90,
        Urgency::Later,
        Urgency::NoDay,
    ];

    /// How near these days are on `as_of`.
    #[must_use]
    pub fn of(days: Option<LastDays>, as_of: NaiveDate) -> Urgency {
        let Some(days) = days else { return Urgency::NoDay };
        match days_left(days.cautious, as_of) {
            _ if days.statutory < as_of => Urgency::Passed,
            ..0 => Urgency::Overdue,
            0..=7 => Urgency::Within7,
            8..=30 => Urgency::Within30,
            31..=90 => Urgency::Within90,
            _ => Urgency::Later,
        }
    }

    /// Whether it counts where `asked` is asked for: what comes within 7 days comes within 30, what has
    /// passed does not.
    #[must_use]
    pub fn counts_in(self, asked: Urgency) -> bool {
        let is_ahead =
            |one| matches!(one, Urgency::Within7 | Urgency::Within30 | Urgency::Within90);
        self == asked || (is_ahead(self) && is_ahead(asked) && self < asked)
    }

    /// Its name in contracts.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Urgency::Passed => "passed",
            Urgency::Overdue => "overdue",
            Urgency::Within7 => "within-7",
            Urgency::Within30 => "within-30",
            Urgency::Within90 => "within-90",
            Urgency::Later => "later",
            Urgency::NoDay => "no-day",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Urgency> {
        Urgency::ALL.into_iter().find(|one| one.as_str() == name)
    }
}

/// An amount with the days that it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ForDays {
    /// The days.
    pub period: Period,
    /// How much, in öre.
    pub amount: Ore,
}

/// What is left of each amount of one person and compensation after the claims about it.
///
/// A claim takes from the amounts whose days it shares, the earliest first, at most what each holds; what it asks for
/// beyond them takes from no other days. So nothing that was never claimed is hidden by a claim of something else.
#[must_use]
pub fn left_of(amounts: &[ForDays], claimed: &[ForDays]) -> Vec<Ore> {
    let mut left: Vec<Ore> = amounts.iter().map(|one| one.amount).collect();
    let mut order: Vec<usize> = (0..amounts.len()).collect();
    order.sort_by_key(|place| amounts[*place].period);
    // What names the very days goes first: a claim of a whole quarter may not take what another names.
    let exact = |line: &ForDays, place: usize| amounts[place].period == line.period;
    let shares = |line: &ForDays, place: usize| overlap(amounts[place].period, line.period);
    let mut open: Vec<Ore> = claimed.iter().map(|line| line.amount).collect();
    for is_meant in [&exact as &dyn Fn(&ForDays, usize) -> bool, &shares] {
        for (line, open) in claimed.iter().zip(&mut open) {
            for place in order.iter().copied().filter(|place| is_meant(line, *place)) {
                let taken = left[place].min(*open).max(Ore::ZERO);
                left[place] = left[place] - taken;
                *open = *open - taken;
            }
        }
    }
    left
}

/// Whether two periods share a day.
#[must_use]
pub fn overlap(one: Period, other: Period) -> bool {
    one.from <= other.until && other.from <= one.until
}

/// The period that a claim of these days belongs to: their quarter or year where the rule counts from one, else the
/// days themselves.
#[must_use]
pub fn claim_period(rule: Option<LastDayRule>, days: Period) -> ClaimedDays {
    match rule {
        Some(LastDayRule::SixMonthsAfterQuarter | LastDayRule::OneYearAfterQuarter) => {
            Period::quarter_of(days.from).into()
        }
        Some(LastDayRule::OneYearAfterYear) => Period::year_of(days.from).into(),
        _ => days.into(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn days(from: u64, length: u64) -> Period {
        let first = crate::calendar::calendar_day(2026, 1, 1);
        let from = first + chrono::Days::new(from);
        Period { from, until: from + chrono::Days::new(length) }
    }

    fn of(from: u64, length: u64, amount: i64) -> ForDays {
        ForDays { period: days(from, length), amount: Ore(amount) }
    }

    #[test]
    fn a_claim_takes_its_own_days_and_no_others() {
        let periods = [of(0, 27, 100), of(28, 27, 100), of(56, 27, 100)];
        assert_eq!(left_of(&periods, &[of(28, 27, 100)]), [Ore(100), Ore(0), Ore(100)]);
        // More than it computes to now: what is too much is nobody else's.
        assert_eq!(left_of(&periods, &[of(28, 27, 150)]), [Ore(100), Ore(0), Ore(100)]);
        // One line for all of them.
        assert_eq!(left_of(&periods, &[of(0, 83, 250)]), [Ore(0), Ore(0), Ore(50)]);
        // A line of the very days goes before one of more days.
        assert_eq!(left_of(&periods, &[of(0, 83, 200), of(0, 27, 100)]), [Ore(0), Ore(0), Ore(0)]);
        assert_eq!(left_of(&periods, &[of(90, 5, 100)]), [Ore(100), Ore(100), Ore(100)]);
    }

    #[test]
    fn what_is_near_counts_in_what_is_farther_and_what_has_passed_does_not() {
        let day = |text: &str| text.parse().unwrap();
        let quarter = Period { from: day("2026-04-01"), until: day("2026-06-30") };
        let rule = LastDayRule::SixMonthsAfterQuarter;
        let days = crate::deadline::last_days(rule, quarter, None, false).unwrap();
        let told = |as_of: &str| Urgency::of(Some(days), day(as_of)).as_str();
        for (as_of, urgency) in [
            ("2026-09-30", "later"),
            ("2026-10-01", "within-90"),
            ("2026-11-30", "within-30"),
            ("2026-12-23", "within-7"),
            ("2026-12-30", "within-7"),
            ("2026-12-31", "overdue"),
            ("2027-01-04", "overdue"),
            ("2027-01-05", "passed"),
        ] {
            assert_eq!(told(as_of), urgency, "{as_of}");
        }
        assert_eq!(Urgency::of(None, day("2026-09-30")), Urgency::NoDay);
        let counted = |asked: Urgency| {
            Urgency::ALL.into_iter().filter(move |one| one.counts_in(asked)).collect::<Vec<_>>()
        };
        assert_eq!(counted(Urgency::Within30), [Urgency::Within7, Urgency::Within30]);
        assert_eq!(counted(Urgency::Overdue), [Urgency::Overdue]);
        for one in Urgency::ALL {
            assert_eq!(Urgency::parse(one.as_str()), Some(one));
        }
    }

    fn amounts() -> impl Strategy<Value = Vec<ForDays>> {
        prop::collection::vec((0_u64..300, 0_u64..40, 0_i64..1_000), 0..8).prop_map(|all| {
            all.into_iter().map(|(from, length, sum)| of(from, length, sum)).collect()
        })
    }

    proptest! {
        #[test]
        fn nothing_is_taken_that_was_not_claimed(amounts in amounts(), claimed in amounts()) {
            let left = left_of(&amounts, &claimed);
            let sum = |all: &[ForDays]| all.iter().map(|one| one.amount.0).sum::<i64>();
            let rest: i64 = left.iter().map(|one| one.0).sum();
            prop_assert!(sum(&amounts) - rest <= sum(&claimed));
            for (one, left) in amounts.iter().zip(&left) {
                prop_assert!(Ore::ZERO <= *left && *left <= one.amount);
                let touched = claimed.iter().any(|line| overlap(line.period, one.period));
                prop_assert!(touched || *left == one.amount);
            }
        }
    }
}
