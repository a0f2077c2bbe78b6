//! What the city has borne for somebody, and how it is shared between several.

use chrono::NaiveDate;

use crate::law::{Ask, Compensation};
use crate::{Ore, Period};

/// Why a cost of some days cannot be asked for by a compensation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unclaimable {
    /// The municipality does not apply for it.
    NotOnApplication,
    /// The provision had not begun, or has been repealed.
    OutsideRule {
        /// The day at which it begins or ended.
        limit: Option<NaiveDate>,
    },
    /// Two wordings share the days: the cost must be divided.
    TwoRules {
        /// The first day of the second.
        from: NaiveDate,
    },
}

/// Why a cost of these days cannot be asked for by the compensation; none where it can.
#[must_use]
pub fn unclaimable(compensation: &Compensation, days: Period) -> Option<Unclaimable> {
    if compensation.ask != Ask::Municipality {
        return Some(Unclaimable::NotOnApplication);
    }
    if compensation.wording_in(days).is_none() {
        return Some(Unclaimable::OutsideRule { limit: compensation.limit_beside(days) });
    }
    compensation.rule_changes_in(days).map(|from| Unclaimable::TwoRules { from })
}

/// How a cost is told apart from another: what an invoice that comes a second time repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told<'c> {
    /// Its number in the finance system; empty where none is known.
    pub voucher: &'c str,
    /// Its days.
    pub period: Period,
    /// What it was for.
    pub item: Option<&'c str>,
    /// Code of the compensation.
    pub compensation: &'c str,
    /// The person's part of it.
    pub amount: Ore,
}

impl Told<'_> {
    /// Whether two costs of one person and unit are likely one and the same: the same voucher for days
    /// that they share, whichever compensation it is asked for by; or, where either has no voucher, the
    /// same compensation, days and amount. Costs of different items are two.
    #[must_use]
    pub fn is_like(&self, other: &Told<'_>) -> bool {
        if self.item.zip(other.item).is_some_and(|(one, another)| one != another) {
            return false;
        }
        if self.voucher.is_empty() || other.voucher.is_empty() {
            return self.compensation == other.compensation
                && self.period == other.period
                && self.amount == other.amount;
        }
        self.voucher == other.voucher && self.period.shared_days(other.period) > 0
    }
}

/// Shares `amount` between so many persons in whole öre; what cannot be divided goes to the first of them,
/// an öre each.
#[must_use]
pub fn split_evenly(amount: Ore, persons: usize) -> Vec<Ore> {
    let Ok(count) = i64::try_from(persons) else { return Vec::new() };
    let share = |place: i64| {
        let rest = amount.0 % count;
        Ore(amount.0 / count + i64::from(place < rest))
    };
    (0..count).map(share).collect()
}

/// Shares the persons' own fee by what each has of the cost. Nobody's fee is larger than the share, where
/// the whole is not larger than the cost.
#[must_use]
pub fn split_fee(fee: Ore, shares: &[Ore]) -> Vec<Ore> {
    let whole: i128 = shares.iter().map(|share| i128::from(share.0)).sum();
    let (mut before, mut given) = (0_i128, 0_i128);
    let part = |share: &Ore| {
        before += i128::from(share.0);
        let so_far = (i128::from(fee.0) * before).checked_div(whole).unwrap_or_default();
        let part = so_far - given;
        given = so_far;
        // A part of what is an `i64` is one.
        Ore(i64::try_from(part).unwrap_or_default())
    };
    shares.iter().map(part).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

    use proptest::prelude::*;

    use super::*;

    fn period(from: &str, until: &str) -> Period {
        Period::new(from.parse().unwrap(), until.parse().unwrap()).unwrap()
    }

    fn told() -> Told<'static> {
        Told {
            voucher: "7001",
            period: period("2026-07-01", "2026-07-31"),
            item: None,
            compensation: "EKB-VARD",
            amount: Ore(10_000),
        }
    }

    #[test]
    fn a_voucher_that_comes_again_is_the_same_cost_whatever_else_it_says() {
        let later = period("2026-07-31", "2026-08-31");
        let again = Told { period: later, compensation: "ASYL-VARD", amount: Ore(1), ..told() };
        assert!(told().is_like(&again));
        let next = Told { period: period("2026-08-01", "2026-08-31"), ..told() };
        assert!(!told().is_like(&next), "the next month's days");
        let other = Told { voucher: "7002", ..told() };
        assert!(!told().is_like(&other), "another invoice of the same amount");
        let clothes = Told { item: Some("clothes"), ..told() };
        let food = Told { item: Some("food"), ..told() };
        assert!(!clothes.is_like(&food), "two rows of one invoice");
    }

    #[test]
    fn without_a_voucher_everything_else_is_the_same() {
        let without = Told { voucher: "", ..told() };
        assert!(without.is_like(&told()));
        assert!(!without.is_like(&Told { amount: Ore(10_001), ..told() }));
        assert!(!without.is_like(&Told { compensation: "ASYL-VARD", ..told() }));
    }

    #[test]
    fn what_cannot_be_divided_goes_to_the_first() {
        assert_eq!(split_evenly(Ore(101), 3), [Ore(34), Ore(34), Ore(33)]);
        assert_eq!(split_fee(Ore(10), &[Ore(30), Ore(70)]), [Ore(3), Ore(7)]);
    }

    proptest! {
        #[test]
        fn shares_sum_to_the_cost_and_fees_to_the_fee(
            amount in 1_i64..=100_000_000_000, fee in 0_i64..=100_000_000_000, persons in 1_usize..40,
        ) {
            let fee = fee.min(amount);
            let shares = split_evenly(Ore(amount), persons);
            prop_assert_eq!(shares.iter().copied().sum::<Ore>(), Ore(amount));
            let fees = split_fee(Ore(fee), &shares);
            prop_assert_eq!(fees.iter().copied().sum::<Ore>(), Ore(fee));
            prop_assert!(fees.iter().zip(&shares).all(|(fee, share)| fee <= share && *fee >= Ore(0)));
        }

        #[test]
        fn a_fee_by_given_shares_never_exceeds_them(
            shares in proptest::collection::vec(1_i64..=100_000_000_000, 1..20), part in 0_i64..=100,
        ) {
            let whole: i64 = shares.iter().sum();
            let fee = i64::try_from(i128::from(whole) * i128::from(part) / 100).unwrap();
            let shares: Vec<Ore> = shares.into_iter().map(Ore).collect();
            let fees = split_fee(Ore(fee), &shares);
            prop_assert_eq!(fees.iter().copied().sum::<Ore>(), Ore(fee));
            prop_assert!(fees.iter().zip(&shares).all(|(fee, share)| fee <= share));
        }
    }
}
