//! Dated values of the law, and the cases that they are for.

use std::sync::Arc;

use chrono::{Datelike, Months, NaiveDate};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::condition::HousingDuty;

/// What one value of a compensation is for, and whether it is kronor at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Kronor for a person, in all.
    Person,
    /// Kronor for a person and day.
    PersonDay,
    /// Kronor for a pupil and school year of ten four-week periods.
    PupilYear,
    /// Kronor for a municipality and year.
    MunicipalityYear,
    /// Kronor for each child of a forecast.
    ForecastChild,
    /// Kronor for each person of the allocation number (fördelningstal).
    AllocatedPerson,
    /// Kronor for a place.
    Place,
    /// Kronor for a place and day.
    PlaceDay,
    /// Kronor for an examination.
    Examination,
    /// Kronor for a person and quarter.
    PersonQuarter,
    /// Per cent of the price base amount of the year.
    PercentOfPriceBase,
    /// Per cent of the actual cost.
    PercentOfCost,
    /// Kronor that the costs of twelve months must reach.
    Threshold,
    /// Kronor that are paid at most for an item.
    Cap,
    /// Kronor of a reference amount, such as the price base amount.
    Reference,
    /// Years of age.
    Years,
    /// The actual cost: no value of its own.
    ActualCost,
}

impl Unit {
    /// Whether values are kronor.
    #[must_use]
    pub fn is_kronor(self) -> bool {
        !matches!(
            self,
            Unit::PercentOfPriceBase | Unit::PercentOfCost | Unit::Years | Unit::ActualCost
        )
    }
}

/// A limit of age in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum AgeBound {
    /// So many years.
    Years(u8),
    /// The upper age limit of the day: 65, 66, then riktålder (a dated rate of its own).
    Limit,
}

/// What a value needs to apply: all limits that are given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CaseLimits {
    /// From this age.
    pub age_from: Option<AgeBound>,
    /// Below this age.
    pub age_below: Option<AgeBound>,
    /// For this item only, such as `food`.
    pub item: Option<String>,
    /// For persons who were first received on this day or later.
    pub received_from: Option<NaiveDate>,
    /// For persons who were first received on this day or earlier.
    pub received_until: Option<NaiveDate>,
    /// For persons whom the municipality must house under any of these laws; empty: whatever the law.
    pub settled: Vec<HousingDuty>,
}

/// One case of a compensation, such as "below the age limit", with its values through time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Its name, unique within the compensation.
    pub name: String,
    /// When it applies.
    pub limits: CaseLimits,
    /// Its values by first day; they neither overlap nor leave a gap.
    pub rates: Vec<Arc<Rate>>,
}

/// A dated value of the law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rate {
    /// Its id in the catalogue: code, case and first day, such as `EKB-DYGN/child/2024-01-01`.
    pub id: String,
    /// First day.
    pub valid_from: NaiveDate,
    /// Last day, inclusive; none: until further notice.
    pub valid_until: Option<NaiveDate>,
    /// The value in the compensation's unit; none where no source gives it.
    pub value: Option<Decimal>,
    /// The amending acts that set it, by number in Svensk författningssamling.
    pub amended_by: Vec<String>,
    /// Where it was read; empty where no source gives it.
    pub source: String,
    /// Whether it was read in that source, and not carried forward or computed.
    pub verified: bool,
    /// The day on which it was last held against the source.
    pub checked_on: NaiveDate,
    /// What to know about it.
    pub note: Option<String>,
    /// Whether the municipality has entered it, and not the program.
    pub own: bool,
}

impl Rate {
    /// Whether it holds on `day`.
    #[must_use]
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.valid_from <= day && self.valid_until.is_none_or(|until| day <= until)
    }
}

/// Completed years of somebody born on `born`, on `day`; negative days count as none.
///
/// Whoever was born on 29 February turns a year older on 28 February of other years, as time in years
/// is counted by lag (1930:173) 1 §.
#[must_use]
pub fn years_old(born: NaiveDate, day: NaiveDate) -> u8 {
    let years = day.year() - born.year();
    let whole = match u32::try_from(years) {
        Ok(years) => match born.checked_add_months(Months::new(years * 12)) {
            Some(birthday) if birthday > day => years.saturating_sub(1),
            _ => years,
        },
        Err(_) => 0,
    };
    u8::try_from(whole).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_completed_on_the_birthday() {
        let day = |text: &str| text.parse().unwrap();
        for (born, on, years) in [
            ("2008-05-01", "2026-04-30", 17),
            ("2008-05-01", "2026-05-01", 18),
            ("2008-02-29", "2026-02-27", 17),
            ("2008-02-29", "2026-02-28", 18),
            ("2008-02-29", "2028-02-28", 19),
            ("2008-02-29", "2028-02-29", 20),
            ("2026-05-01", "2026-05-01", 0),
            ("2026-05-02", "2026-05-01", 0),
        ] {
            assert_eq!(years_old(day(born), day(on)), years, "{born} on {on}");
        }
    }
}
