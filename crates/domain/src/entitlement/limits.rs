//! How large the numbers of an input can be.
//!
//! None of them is a limit of the law: they are far above anything that a municipality has, and far below
//! what arithmetic can hold. Inside them no sum of a calculation leaves the whole öre of an `i64`: the
//! largest are places at the largest value of the law on every day of three hundred years, and ten
//! thousand rents for as long, some 5 · 10¹⁸ each.

use std::ops::RangeInclusive;

use crate::Ore;

/// The largest cost or fee, and the largest amount of one decision: a thousand million kronor.
pub const LARGEST_AMOUNT: Ore = Ore(100_000_000_000);
/// The largest value of the law, in kronor or per cent.
pub const LARGEST_VALUE: u32 = 5_000_000;
/// The most costs of one document.
pub const MOST_COSTS: usize = 10_000;
/// Members of a family that a cost is for, and the number of a child in it.
pub const FAMILY: RangeInclusive<u32> = 1..=100;
/// Children of the national forecast: more than live in the country.
pub const CHILDREN: RangeInclusive<u32> = 0..=10_000_000;
/// Places of a stage, and persons of an allocation number.
pub const PLACES: RangeInclusive<u32> = 0..=100_000;
/// A share in per mille.
pub const PER_MILLE: RangeInclusive<u32> = 0..=1_000;

#[cfg(test)]
mod tests {
    use super::super::explanation::{certain_ore, ore_of};
    use super::*;
    use crate::Period;
    use crate::calendar::{EARLIEST, LATEST, YEARS};
    use rust_decimal::Decimal;

    /// The largest sums that a calculation can come to, in kronor.
    fn largest() -> Vec<Decimal> {
        let days = Decimal::from(Period::new(EARLIEST, LATEST).unwrap().days());
        let years = Decimal::from(YEARS.count());
        let value = Decimal::from(LARGEST_VALUE);
        let cost = LARGEST_AMOUNT.kronor();
        let most = |limits: &RangeInclusive<u32>| Decimal::from(*limits.end());
        vec![
            // Places and days of stages that share none; numbers of as many periods.
            most(&PLACES) * days * value,
            // A forecast of each year, with the whole of its children.
            most(&CHILDREN) * years * value,
            // Rents of months of 28 days.
            Decimal::from(MOST_COSTS) * cost * days / Decimal::from(28),
            // Caps of a family, for each cost.
            Decimal::from(MOST_COSTS) * most(&FAMILY) * value,
            // Amounts of a day, each day.
            days * value,
        ]
    }

    #[test]
    fn no_sum_inside_the_limits_leaves_whole_ore() {
        for kronor in largest() {
            let kronor = kronor.round_dp(2);
            assert_eq!(certain_ore(kronor).kronor(), kronor);
        }
    }

    #[test]
    fn an_amount_outside_is_none_and_never_nothing() {
        let outside = Decimal::from(i64::MAX);
        assert_eq!(ore_of(outside), None);
        assert_eq!(ore_of(Decimal::MAX), None);
    }

    #[test]
    #[should_panic(expected = "outside the limits")]
    fn an_amount_outside_is_asserted_against() {
        let _ = certain_ore(Decimal::MAX);
    }
}
