//! Who is entitled: conditions of the law on a person's facts, as data.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::facts::{CareBasis, Ground, Housing, PlacementForm, SchoolForm};

/// Whether a child must be unaccompanied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unaccompanied {
    /// On the day.
    Is,
    /// On the day or before it.
    IsOrWas,
    /// Not on the day.
    IsNot,
    /// Neither on the day nor before it.
    Never,
}

/// Which days a study grant (studiehjälp) counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StudyGrantDays {
    /// As the open question of 30 § has it: the quarter of a month that has one, or that month.
    Quarter,
    /// Never on such a day.
    None,
}

/// Conditions that must all hold on a day; what is not given is no condition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Condition {
    /// First day of these conditions.
    pub valid_from: Option<NaiveDate>,
    /// Last day of these conditions, inclusive.
    pub valid_until: Option<NaiveDate>,
    /// Any of these legal grounds.
    pub grounds: Vec<Ground>,
    /// None of these legal grounds.
    pub grounds_not: Vec<Ground>,
    /// Whether unaccompanied.
    pub unaccompanied: Option<Unaccompanied>,
    /// From this age, on the day.
    pub age_from: Option<u8>,
    /// Below this age, on the day.
    pub age_below: Option<u8>,
    /// Below the upper age limit of the day.
    pub below_age_limit: bool,
    /// Any of these placements.
    pub placement: Vec<PlacementForm>,
    /// Any of these grounds of care.
    pub care: Vec<CareBasis>,
    /// Care began below this age.
    pub care_begun_below: Option<u8>,
    /// Any of these forms of housing.
    pub housing: Vec<Housing>,
    /// None of these forms of housing; one that nobody has entered passes.
    pub housing_not: Vec<Housing>,
    /// Whether registered in the population register.
    pub registered: Option<bool>,
    /// Whether a placement decision holds; it does so from its day.
    pub assigned: Option<bool>,
    /// A placement decision had come before the person turned this age.
    pub assigned_before: Option<u8>,
    /// A study grant, or none.
    pub study_grant: Option<StudyGrantDays>,
    /// Any of these forms of schooling.
    pub schooling: Vec<SchoolForm>,
    /// From the autumn term of the year in which the child turns this age.
    pub autumn_of_year_turning: Option<u8>,
    /// Schooling of that form began below this age.
    pub school_begun_below: Option<u8>,
    /// Schooling of that form began at this age or later.
    pub school_begun_from: Option<u8>,
    /// A specially appointed guardian who was the foster home.
    pub guardian_was_foster_home: bool,
    /// No parent is registered in Sweden.
    pub no_parent_registered: bool,
    /// Any of these was the housing at first reception.
    pub first_housing: Vec<Housing>,
    /// First received on this day or later.
    pub received_from: Option<NaiveDate>,
    /// First received on this day or earlier.
    pub received_until: Option<NaiveDate>,
}
