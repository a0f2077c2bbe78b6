//! When the municipality itself has held open values against their sources.

use std::sync::Arc;

use chrono::NaiveDate;
use domain::codes::CompensationCode;
use domain::law::{Catalogue, Compensation, Rate};

/// The catalogue with later days of checking: `checked` gives the day on which somebody has held the
/// open values of a code against their source, if anybody has.
#[must_use]
pub fn with_checks(
    catalogue: &Catalogue,
    checked: impl Fn(&CompensationCode) -> Option<NaiveDate>,
) -> Catalogue {
    let with_check = |one: &Arc<Compensation>| {
        let mut compensation = Compensation::clone(one);
        if let Some(day) = checked(&compensation.code) {
            for case in &mut compensation.cases {
                for rate in &mut case.rates {
                    *rate = later(rate, day);
                }
            }
        }
        compensation
    };
    Catalogue::of(catalogue.iter().map(with_check))
}

/// An open value that was checked later; closed ones never age.
fn later(rate: &Arc<Rate>, day: NaiveDate) -> Arc<Rate> {
    if rate.valid_until.is_some() || day <= rate.checked_on || day < rate.valid_from {
        return Arc::clone(rate);
    }
    Arc::new(Rate { checked_on: day, ..Rate::clone(rate) })
}
