//! What a calculation works on: the facts document with what else a compensation asks for.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::codes::CompensationCode;
use crate::facts::{Fact, Municipality};
use crate::{Ore, Period};

/// A cost that the municipality has borne for a person, without value added tax.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// First day.
    pub from: NaiveDate,
    /// Last day, inclusive.
    pub until: NaiveDate,
    /// The cost of all its days together, in öre.
    pub amount_ore: Ore,
    /// What for, where it matters: one of [`ITEMS`].
    #[serde(default)]
    pub item: Option<String>,
    /// The compensation that it is a cost of; none: the one that is asked about.
    #[serde(default)]
    pub compensation: Option<CompensationCode>,
    /// The person's own fee, in öre.
    #[serde(default)]
    pub fee_ore: Ore,
    /// For how many members of the family, the first included.
    #[serde(default = "one")]
    pub persons: u32,
    /// Which child of the family it is, from 1 for the eldest; none: no child, or not known.
    #[serde(default)]
    pub child_number: Option<u32>,
    /// The first day on which a dwelling stood empty, of a rent; none: the first of its days.
    #[serde(default)]
    pub vacant_from: Option<NaiveDate>,
    /// Whether an adult shares the household with another.
    #[serde(default)]
    pub shared_household: bool,
}

/// What a cost can be for, in the words of the facts document. Values and ways of counting of the law
/// differ by some of them; the others keep a cost out of what it does not belong to.
pub const ITEMS: [&str; 11] = [
    "interpreter",
    "health-care",
    "lss",
    "food",
    "clothes",
    "home",
    "special-grant",
    "burial",
    "rent",
    "education",
    "social-assistance",
];

fn one() -> u32 {
    1
}

/// Days for which a compensation has been granted already, to whichever municipality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Granted {
    /// The compensation.
    pub compensation: CompensationCode,
    /// The municipality.
    pub municipality: Municipality,
    /// First day.
    pub from: NaiveDate,
    /// Last day, inclusive.
    pub until: NaiveDate,
}

/// A number of places or persons from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Places {
    /// First day.
    pub from: NaiveDate,
    /// Last day, inclusive.
    pub until: NaiveDate,
    /// How many.
    pub number: u32,
}

/// An allocation number (fördelningstal) of a period, as it was set or raised on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allocation {
    /// The period, a calendar year as a rule: its first day.
    pub from: NaiveDate,
    /// Its last day, inclusive.
    pub until: NaiveDate,
    /// The day on which the number was set or changed.
    pub set_on: NaiveDate,
    /// The number.
    pub number: u32,
}

/// The national forecast of a year and the municipality's share of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forecast {
    /// The year.
    pub year: i32,
    /// Children, by the national forecast of February.
    pub children: u32,
    /// The municipality's share, in per mille as it is published.
    pub share_per_mille: Decimal,
}

/// What the municipality gets money for by itself, whoever the persons are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct City {
    /// Its name.
    pub municipality: Option<Municipality>,
    /// Years of yearly sums.
    pub years: Vec<i32>,
    /// Forecasts.
    pub forecasts: Vec<Forecast>,
    /// Allocation numbers, in the order in which they were set.
    pub allocations: Vec<Allocation>,
    /// Places made ready, stage by stage.
    pub places: Vec<Places>,
}

/// What a calculation works on.
#[derive(Clone, Copy, Debug, Default)]
pub struct Input<'i> {
    /// What is known about the person, in the order of kinds and first days
    /// ([`crate::facts::known_on`]).
    pub facts: &'i [&'i Fact],
    /// Earlier births that were corrected: until its document's day an age stood as it was.
    pub earlier_births: &'i [&'i Fact],
    /// Terms of the schools.
    pub school_terms: &'i [Period],
    /// Days on which a parent is registered in Sweden.
    pub parents_registered: &'i [Period],
    /// Days on which mass influx has been judged to be, in the whole country.
    pub mass_influx: &'i [Period],
    /// Costs.
    pub costs: &'i [Cost],
    /// What has been granted already.
    pub granted: &'i [Granted],
    /// What the municipality gets by itself.
    pub city: Option<&'i City>,
}
