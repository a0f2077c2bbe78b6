//! What may be claimed and is not yet: what is left of the amounts of the law after the claims.

use crate::deadline::{ClaimedDays, LastDayRule};
use crate::{Ore, Period};

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
