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
