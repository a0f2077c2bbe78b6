//! The month table, from `assets/examples/claim-table.toml`. Nothing here may know how the program
//! computes: `cargo xtask tidy` sees to it.

use chrono::{Days, NaiveDate};
use domain::{Ore, Period};
use serde::Deserialize;

use crate::{Result, SampleError};

const TABLE: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/examples/claim-table.toml"));
/// Days of a period that is paid for.
const PERIOD: u64 = 28;
/// Parts of a year's kronor that a period gives, in öre a krona.
const TENTH: i64 = 10;

/// The table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Table {
    pub(super) municipality: String,
    pub(super) as_of: NaiveDate,
    pub(super) since: NaiveDate,
    pub(super) terms: Vec<[NaiveDate; 2]>,
    pub(super) pupils_of_ten: u64,
    pub(super) lump_sum_kronor_a_day: i64,
    pub(super) cared_born: [NaiveDate; 2],
    pub(super) care: String,
    pub(super) quarters: Vec<Quarter>,
    pub(super) schools: Vec<School>,
}

/// A quarter that is claimed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Quarter {
    pub(super) name: String,
    pub(super) days: [NaiveDate; 2],
}

/// A form of school.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct School {
    /// As lists write it.
    pub(super) form: String,
    /// One that a row that contradicts says.
    pub(super) other: String,
    pub(super) compensation: String,
    kronor_a_year: i64,
    pub(super) born: [NaiveDate; 2],
}

impl Quarter {
    pub(super) fn holds(&self, day: NaiveDate) -> bool {
        self.days[0] <= day && day <= self.days[1]
    }
}

impl School {
    /// What so many periods give.
    pub(super) fn amount(&self, periods: usize) -> Ore {
        Ore(self.kronor_a_year * 100 / TENTH * i64::try_from(periods).unwrap_or(0))
    }
}

impl Table {
    pub(super) fn shipped() -> Result<Table> {
        toml::from_str(TABLE).map_err(|_| SampleError::Damaged("claim table"))
    }

    /// First days of the periods of a pupil: one after the other, each begun on a day of a term.
    pub(super) fn starts(&self, from: NaiveDate, until: Option<NaiveDate>) -> Vec<NaiveDate> {
        let mut starts = Vec::new();
        let mut next = from;
        for [first, last] in &self.terms {
            next = next.max(*first);
            while next <= *last && until.is_none_or(|until| next <= until) {
                starts.push(next);
                next = next + Days::new(PERIOD);
            }
        }
        starts
    }

    /// The last day of a period.
    pub(super) fn last_day(start: NaiveDate) -> NaiveDate {
        start + Days::new(PERIOD - 1)
    }

    /// First and last day of school in a quarter.
    pub(super) fn school_days(&self, quarter: &Quarter) -> Option<Period> {
        let [first, last] = quarter.days;
        let days = self.terms.iter().filter_map(|[from, until]| {
            let (from, until) = ((*from).max(first), (*until).min(last));
            (from <= until).then_some(Period { from, until })
        });
        days.reduce(|one, other| Period { from: one.from, until: other.until })
    }
}
