//! Money in whole öre.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// An amount in whole öre; negative for clawbacks.
///
/// Arithmetic panics on overflow in every build (`overflow-checks` is on in release): 92 thousand
/// billion kronor is no amount of this field, and a wrapped sum would be a wrong one.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Ore(pub i64);

impl Ore {
    /// No money.
    pub const ZERO: Ore = Ore(0);

    /// The size of the amount without its sign, in öre.
    #[must_use]
    pub fn abs(self) -> Ore {
        Ore(self.0.abs())
    }

    /// Whether the amount is below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Whether the amount is exactly zero.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The amount in kronor, with two decimals.
    #[must_use]
    pub fn kronor(self) -> Decimal {
        Decimal::new(self.0, 2)
    }
}

impl Add for Ore {
    type Output = Ore;
    fn add(self, other: Ore) -> Ore {
        Ore(self.0 + other.0)
    }
}

impl AddAssign for Ore {
    fn add_assign(&mut self, other: Ore) {
        self.0 += other.0;
    }
}

impl Sub for Ore {
    type Output = Ore;
    fn sub(self, other: Ore) -> Ore {
        Ore(self.0 - other.0)
    }
}

impl Neg for Ore {
    type Output = Ore;
    fn neg(self) -> Ore {
        Ore(-self.0)
    }
}

impl Sum for Ore {
    fn sum<I: Iterator<Item = Ore>>(amounts: I) -> Ore {
        amounts.fold(Ore::ZERO, Add::add)
    }
}

impl fmt::Display for Ore {
    /// Kronor with a full stop and two decimals, as machines read it: `-16800.00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let size = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", size / 100, size % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_kronor_with_two_decimals() {
        for (ore, text) in [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (90_925_010, "909250.10")] {
            assert_eq!(Ore(ore).to_string(), text);
            assert_eq!(Ore(ore).kronor().to_string(), text);
        }
    }

    #[test]
    #[should_panic(expected = "overflow")]
    fn never_wraps() {
        let _ = Ore(i64::MAX) + Ore(1);
    }
}
