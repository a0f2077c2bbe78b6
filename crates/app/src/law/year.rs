//! The amounts of a year: which values must be held against their sources, and doing it in one go.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use domain::law::{Case, Compensation, Rate};
use serde_json::json;
use store::Changed;
use store::law::{LawCheck, OwnRateRecord};

use super::{Law, TypedRate};
use crate::error::{AppError, RefusalCode};
use crate::typed::{day_typed, keep, text_typed};
use crate::{Action, App, Result};

/// Longest source, in characters.
const LONGEST: usize = 500;

/// The value of one case of a compensation around a New Year.
#[derive(Clone, Debug)]
pub struct YearRow {
    /// The compensation.
    pub compensation: Arc<Compensation>,
    /// The case, by name.
    pub case: String,
    /// The value of the last day of the year before.
    pub before: Option<Arc<Rate>>,
    /// The value of the first day of the year; none where it is set anew and nobody knows it yet.
    pub now: Option<Arc<Rate>>,
    /// Whether the value of the year has been held against its source.
    pub checked: bool,
}

impl YearRow {
    /// The new value, where one begins on the first day of the year.
    #[must_use]
    pub fn new_value(&self, year: i32) -> Option<&Arc<Rate>> {
        self.now.as_ref().filter(|rate| rate.valid_from.year() == year)
    }
}

/// A value of the year as somebody types it.
#[derive(Clone, Debug, Default)]
pub struct TypedYearRow {
    /// The compensation's code.
    pub compensation: String,
    /// The case, by name; may be left out where there is one, or no value is given.
    pub case: Option<String>,
    /// The new value; none: what stands still holds.
    pub value: Option<String>,
    /// Where it was read; none: where the others were.
    pub source: Option<String>,
    /// Whether a value that is far from the old one is meant.
    pub sure: bool,
}

/// The values of a year as somebody has checked them.
#[derive(Clone, Debug, Default)]
pub struct TypedYear {
    /// The year.
    pub year: i32,
    /// Values.
    pub rows: Vec<TypedYearRow>,
    /// Where they were read.
    pub source: String,
    /// The day on which they were held against the source; none: today.
    pub checked_on: Option<String>,
}

/// What has been noted of a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YearNoted {
    /// New values.
    pub values: usize,
    /// Compensations whose values still hold.
    pub checks: usize,
}

/// Own values, each with its place among the rows, and checks.
type YearTyped = (Vec<(usize, OwnRateRecord)>, Vec<LawCheck>);

/// Years of which amounts can be asked for.
const YEARS: std::ops::RangeInclusive<i32> = 2011..=2100;

/// How many times larger or smaller a value has to be before it is asked about.
const UNLIKELY: u32 = 10;

/// Refuses a value that is ten times what held before it, or a tenth: a decimal point is easily lost.
///
/// # Errors
/// `rate-unlikely`, with both.
pub(super) fn require_likely(before: Option<&Rate>, value: &str) -> Result<()> {
    let ten = rust_decimal::Decimal::from(UNLIKELY);
    let (Some(old), Ok(new)) = (before.and_then(|rate| rate.value), value.parse()) else {
        return Ok(());
    };
    let new: rust_decimal::Decimal = new;
    let far = |small: rust_decimal::Decimal, large: rust_decimal::Decimal| {
        !small.is_zero() && small.checked_mul(ten).is_some_and(|tenfold| tenfold <= large)
    };
    if far(old, new) || far(new, old) {
        let unlikely = AppError::refused(RefusalCode::RateUnlikely);
        return Err(unlikely.with("old", old.normalize()).with("new", new.normalize()));
    }
    Ok(())
}

/// The last value of a case before a day.
pub(super) fn value_before(case: &Case, day: NaiveDate) -> Option<&Arc<Rate>> {
    case.rates.iter().rev().find(|rate| rate.valid_from < day)
}

impl App {
    /// The values that hold on the first day of a year, and whether each has been checked for it.
    ///
    /// # Errors
    /// When no amounts are known of such a year.
    pub fn year(&self, year: i32) -> Result<Vec<YearRow>> {
        let first = first_day(year)?;
        Ok(rows_of(&*self.law_in_force()?, first))
    }

    /// Notes the values of a year: new ones from its first day, and that others still hold. All of it or
    /// nothing.
    ///
    /// # Errors
    /// Every fault of every row.
    pub fn set_year(&mut self, typed: &TypedYear) -> Result<YearNoted> {
        self.change(Action::SetYear, |write| {
            let (rates, checks) = self.year_typed(typed)?;
            if rates.is_empty() && checks.is_empty() {
                return Err(AppError::refused(RefusalCode::YearNothing).in_field("rows"));
            }
            if !rates.is_empty() {
                self.additions_fit(&rates)?;
            }
            for (_, rate) in &rates {
                write.add_own_rate(rate)?;
            }
            for check in &checks {
                write.add_law_check(check)?;
            }
            let noted = YearNoted { values: rates.len(), checks: checks.len() };
            let values: Vec<_> = rates
                .iter()
                .map(|(_, rate)| {
                    json!({
                        "compensation": rate.compensation, "case": rate.case, "value": rate.value,
                        "source": rate.source,
                    })
                })
                .collect();
            let held: Vec<_> = checks
                .iter()
                .map(|check| json!({ "compensation": check.compensation, "source": check.source }))
                .collect();
            let detail = json!({ "values": values, "checks": held });
            Ok(Changed { value: noted, object: typed.year.to_string(), detail })
        })
    }

    /// The values of a year as somebody has typed them.
    fn year_typed(&self, typed: &TypedYear) -> Result<YearTyped> {
        let law = self.law_in_force()?;
        let first = first_day(typed.year)?;
        let mut faults = Vec::new();
        let given = typed.checked_on.as_deref().map(str::trim).filter(|day| !day.is_empty());
        let checked_on = match given {
            Some(text) => keep(day_typed(text), "checked_on", &mut faults),
            None => Some(self.today()),
        };
        if let Some(day) = checked_on.filter(|day| *day > self.today()) {
            let later = AppError::refused(RefusalCode::CheckedLater).with("day", day);
            faults.push(later.in_field("checked_on"));
        }
        let common = keep(text_typed(&typed.source, LONGEST), "source", &mut faults);
        let common = common.unwrap_or_default();
        let checked_on = checked_on.unwrap_or_else(|| self.today());
        let (mut rates, mut checks) = (Vec::new(), Vec::<LawCheck>::new());
        for (place, row) in typed.rows.iter().enumerate() {
            let at = |fault: AppError| fault.within(&format!("rows[{place}]"));
            let source = row.source.clone().filter(|text| !text.trim().is_empty());
            let source = source.unwrap_or_else(|| common.clone());
            let value = row.value.clone().filter(|text| !text.trim().is_empty());
            // Before the year begins, that a value goes on is a value of the year: a check is trusted to
            // New Year at most.
            let goes_on = value.is_none() && self.today() < first;
            match (value, goes_on) {
                (None, false) => match self.check_typed(&law, row, checked_on, &source) {
                    Ok(check)
                        if checks.iter().all(|one| one.compensation != check.compensation) =>
                    {
                        checks.push(check);
                    }
                    Ok(_) => {}
                    Err(fault) => faults.push(at(fault)),
                },
                (value, _) => {
                    let values = match value {
                        Some(value) => Ok(vec![(row.case.clone(), value)]),
                        None => standing_values(&law, row, first),
                    };
                    let read = values.and_then(|values| {
                        let each = values.into_iter().map(|(case, value)| {
                            let rate = self.rate_typed(&TypedRate {
                                code: row.compensation.clone(),
                                case,
                                valid_from: first.to_string(),
                                value,
                                source: source.clone(),
                                checked_on: Some(checked_on.to_string()),
                                ..TypedRate::default()
                            })?;
                            self.require_meant(&rate, row.sure)?;
                            Ok(rate)
                        });
                        each.collect::<Result<Vec<_>>>()
                    });
                    match read {
                        Ok(read) => rates.extend(read.into_iter().map(|rate| (place, rate))),
                        Err(fault) => faults.push(at(fault)),
                    }
                }
            }
        }
        AppError::all(faults).map_or(Ok((rates, checks)), Err)
    }

    fn check_typed(
        &self,
        law: &Law,
        row: &TypedYearRow,
        checked_on: NaiveDate,
        source: &str,
    ) -> Result<LawCheck> {
        let compensation = law.compensation(&row.compensation);
        let compensation = compensation.map_err(|fault| fault.in_field("compensation"))?;
        if source.is_empty() {
            return Err(AppError::refused(RefusalCode::SourceMissing).in_field("source"));
        }
        Ok(LawCheck {
            compensation: compensation.code.clone(),
            checked_on,
            source: source.to_owned(),
        })
    }
}

/// What stands for the year of one row, to be written anew for it: of the case that is named, or of all.
fn standing_values(
    law: &Law,
    row: &TypedYearRow,
    first: NaiveDate,
) -> Result<Vec<(Option<String>, String)>> {
    let compensation = law.compensation(&row.compensation);
    let compensation = compensation.map_err(|fault| fault.in_field("compensation"))?;
    let named = row.case.as_deref().map(str::trim).filter(|case| !case.is_empty());
    let cases = compensation.cases.iter().filter(|case| named.is_none_or(|name| case.name == name));
    let open = cases.filter_map(|case| {
        let rate = case.rates.iter().find(|rate| rate.holds_on(first))?;
        let goes_on = rate.valid_until.is_none() && rate.valid_from < first;
        let value = rate.value.filter(|_| goes_on)?;
        Some((Some(case.name.clone()), value.to_string()))
    });
    let values: Vec<_> = open.collect();
    if values.is_empty() {
        return Err(AppError::refused(RefusalCode::YearNoValue).in_field("value"));
    }
    Ok(values)
}

fn first_day(year: i32) -> Result<NaiveDate> {
    let day = NaiveDate::from_ymd_opt(year, 1, 1).filter(|_| YEARS.contains(&year));
    day.ok_or_else(|| {
        let wrong = AppError::refused(RefusalCode::YearWrong);
        wrong.with("first", YEARS.start()).with("last", YEARS.end()).in_field("year")
    })
}

/// The values of every compensation that lives on the first day of a year.
fn rows_of(law: &Law, first: NaiveDate) -> Vec<YearRow> {
    let living = law.catalogue.iter().filter(|found| found.wording_on(first).is_some());
    let rows = living.flat_map(|compensation| {
        compensation.cases.iter().filter_map(move |case| {
            let now = case.rates.iter().find(|rate| rate.holds_on(first)).cloned();
            let before = value_before(case, first).cloned();
            let is_awaited = now.is_none() && compensation.set_yearly;
            let has_value = now.as_ref().is_some_and(|rate| rate.value.is_some());
            if !(is_awaited || has_value) {
                return None;
            }
            let checked = now.as_ref().is_some_and(|rate| {
                compensation.trusted_until(rate).is_none_or(|until| until >= first)
            });
            Some(YearRow {
                compensation: Arc::clone(compensation),
                case: case.name.clone(),
                before,
                now,
                checked,
            })
        })
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate(value: &str) -> Rate {
        Rate {
            id: String::new(),
            valid_from: NaiveDate::MIN,
            valid_until: None,
            value: value.parse().ok(),
            amended_by: Vec::new(),
            source: String::new(),
            verified: true,
            checked_on: NaiveDate::MIN,
            note: None,
            own: false,
        }
    }

    #[test]
    fn ten_times_or_a_tenth_is_asked_about() {
        for (old, new, likely) in [
            ("16500", "165000", false),
            ("16500", "164999.99", true),
            ("16500", "1650", false),
            ("16500", "1650.01", true),
            ("16500", "16500", true),
            ("0", "100", true),
            ("100", "0", true),
            ("100", "ett", true),
        ] {
            assert_eq!(require_likely(Some(&rate(old)), new).is_ok(), likely, "{old} {new}");
        }
        assert!(require_likely(None, "5").is_ok());
    }
}
