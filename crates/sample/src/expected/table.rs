//! The month table: typed lives, what is paid for them in which month, and the amounts, from
//! `assets/examples/expected-amounts.toml` and `expected-lives.toml`.
//!
//! It is held against what the program computes, so nothing here may know how the program computes:
//! `cargo xtask tidy` sees to it.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, Months, NaiveDate};
use domain::{Month, Ore, Period};
use serde::Deserialize;

use super::day_rule::DayRule;
use crate::material::code_table;
use crate::{Result, SampleError};

macro_rules! example {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/examples/", $name))
    };
}

const AMOUNTS: &str = example!("expected-amounts.toml");
const LIVES: &str = example!("expected-lives.toml");
/// The payment of the two years' steps.
const TWO_YEAR: &str = "two-year";
/// Nobody is received in this month: which year's price base amount counts is open.
const DECEMBER: u32 = 12;
pub(super) const ORE: i64 = 100;
/// The day on which somebody turns what matters.
pub(super) const BIRTHDAY: &str = "birthday";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Amounts {
    municipality: String,
    elsewhere: String,
    payment_days: Vec<NaiveDate>,
    two_years: Vec<Step>,
    city: Vec<CityRow>,
    payments: Vec<PaymentKind>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lives {
    courses: Vec<Course>,
}

/// A step of the two years, by the month of reception.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    paid: i32,
    months: [i32; 2],
    tenths: i64,
}

/// A payment for nobody in particular.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CityRow {
    /// The month whose list has it.
    paid: Month,
    what: String,
    band: String,
    span: [NaiveDate; 2],
}

/// What is paid: code and amounts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PaymentKind {
    name: String,
    pub(super) code: String,
    /// The code that takes it back.
    pub(super) clawback: String,
    pub(super) compensation: String,
    /// Clear text, where the code table that ships does not have the code.
    #[serde(default)]
    text: Option<String>,
    pub(super) unit: Unit,
    year: YearOf,
    years: Vec<YearAmounts>,
}

/// A payment for nobody in particular, as it should be.
pub(super) struct CityPayment<'t> {
    pub(super) kind: &'t PaymentKind,
    pub(super) period: Period,
    pub(super) amount: Ore,
}

/// What an amount is for.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Unit {
    /// Tenths of it are paid.
    Tenth,
    /// A day of the span.
    Day,
    /// All of it is paid.
    Whole,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum YearOf {
    Payment,
    Span,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct YearAmounts {
    year: i32,
    /// By age band.
    kronor: BTreeMap<String, i64>,
}

/// A typed life.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Course {
    pub(super) name: String,
    share: u32,
    starts: [String; 2],
    #[serde(default = "each")]
    every: u32,
    #[serde(default)]
    pub(super) age: Option<[u32; 2]>,
    #[serde(default)]
    pub(super) turns: Option<Turns>,
    pub(super) days: Vec<NamedDay>,
    /// The day from which a board answers for the person.
    pub(super) board_from: DayRule,
    pub(super) facts: Vec<FactRule>,
    #[serde(default)]
    instalments: Vec<Instalments>,
    #[serde(default)]
    pub(super) rows: Vec<RowRule>,
    /// The months in which it may begin, from `starts` and `every`.
    #[serde(skip)]
    pub(super) start_months: Vec<Month>,
}

fn each() -> u32 {
    1
}

/// The birthday that matters.
#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Turns {
    pub(super) years: u32,
    pub(super) month: i32,
}

/// A day of a life, drawn within a month.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NamedDay {
    pub(super) name: String,
    pub(super) month: i32,
    /// First and last day of the month.
    pub(super) within: [u32; 2],
}

/// An entry of the register.
#[derive(Deserialize)]
pub(super) struct FactRule {
    pub(super) kind: String,
    pub(super) from: DayRule,
    #[serde(default)]
    pub(super) until: Option<DayRule>,
    /// The day of the decision.
    #[serde(default)]
    pub(super) decided: Option<DayRule>,
    /// Its other fields.
    #[serde(flatten)]
    pub(super) fields: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Instalments {
    /// The month of reception.
    month: i32,
    /// First and last step, from 1.
    steps: [usize; 2],
    band: String,
    /// Another number of tenths than the step has.
    #[serde(default)]
    tenths: Option<i64>,
}

/// A payment in a life.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RowRule {
    /// The month whose list has it.
    pub(super) paid: i32,
    pub(super) what: String,
    pub(super) band: String,
    /// First and last day of what it is for.
    pub(super) span: [DayRule; 2],
    #[serde(default)]
    pub(super) tenths: Option<i64>,
}

/// Everything that expected samples are made of.
pub(super) struct Table {
    pub(super) municipality: String,
    pub(super) payment_days: Vec<NaiveDate>,
    city: Vec<CityRow>,
    payments: Vec<PaymentKind>,
    courses: Vec<Course>,
    /// The course of each of so many persons.
    turns: Vec<usize>,
    /// Codes that the table that ships does not have.
    pub(super) own_codes: Vec<String>,
}

impl Table {
    /// Reads what ships with the program.
    ///
    /// # Errors
    /// When it does not fit together, which a test holds.
    pub(super) fn shipped() -> Result<Table> {
        let damaged = || SampleError::Damaged("expected sample");
        let amounts: Amounts = toml::from_str(AMOUNTS).map_err(|_| damaged())?;
        let lives: Lives = toml::from_str(LIVES).map_err(|_| damaged())?;
        let known = code_table()?;
        let known: HashMap<&str, &str> =
            known.iter().map(|entry| (entry.payment_code.as_str(), entry.text.as_str())).collect();
        let mut courses = lives.courses;
        for course in &mut courses {
            course.complete(&amounts.two_years).ok_or_else(damaged)?;
        }
        let is_own = |kind: &&PaymentKind| !known.contains_key(kind.code.as_str());
        let table = Table {
            own_codes: amounts
                .payments
                .iter()
                .filter(is_own)
                .map(|kind| kind.code.clone())
                .collect(),
            municipality: amounts.municipality,
            payment_days: amounts.payment_days,
            turns: turns(&courses),
            city: amounts.city,
            payments: amounts.payments,
            courses,
        };
        if table.is_whole(&amounts.elsewhere) { Ok(table) } else { Err(damaged()) }
    }

    /// Whether every row has its amount on every day that it may have, and every name is known.
    fn is_whole(&self, elsewhere: &str) -> bool {
        let municipalities = [self.municipality.as_str(), elsewhere];
        let names = |fact: &FactRule| match fact.fields.get("municipality") {
            Some(name) => municipalities.contains(&name.as_str()),
            None => true,
        };
        let is_paid = |row: &CityRow| self.city_row(row).is_some();
        self.payment_days.is_sorted()
            && self.city.iter().all(is_paid)
            && self.courses.iter().all(|course| {
                course.facts.iter().all(names)
                    && course.is_known_day(&course.board_from)
                    && course.rows.iter().all(|row| self.is_row(course, row))
            })
    }

    fn is_row(&self, course: &Course, row: &RowRule) -> bool {
        let Some(kind) = self.kind(&row.what) else { return false };
        row.span.iter().all(|day| course.is_known_day(day))
            && (kind.unit == Unit::Tenth) == row.tenths.is_some()
            && kind.years.iter().all(|year| year.kronor.contains_key(&row.band))
    }

    /// The payment of that name.
    pub(super) fn kind(&self, name: &str) -> Option<&PaymentKind> {
        self.payments.iter().find(|kind| kind.name == name)
    }

    /// What a list, from 0, has for nobody in particular.
    pub(super) fn city_rows(&self, list: usize) -> impl Iterator<Item = CityPayment<'_>> {
        let month = self.payment_days.get(list).map(|day| Month::of(*day));
        let rows = self.city.iter().filter(move |row| Some(row.paid) == month);
        rows.filter_map(|row| self.city_row(row))
    }

    fn city_row(&self, row: &CityRow) -> Option<CityPayment<'_>> {
        let kind = self.kind(&row.what)?;
        let [from, until] = row.span;
        let kronor = kind.kronor(&row.band, row.paid.last_day(), from)?;
        Some(CityPayment { kind, period: Period::new(from, until)?, amount: Ore(kronor * ORE) })
    }

    /// Whether payments of that kind are for nobody in particular.
    pub(super) fn is_city(&self, kind: &PaymentKind) -> bool {
        self.city.iter().any(|row| row.what == kind.name)
    }

    /// The codes of [`Table::own_codes`], each with what it is.
    pub(super) fn own_kinds(&self) -> impl Iterator<Item = &PaymentKind> {
        self.payments.iter().filter(|kind| self.own_codes.contains(&kind.code))
    }

    /// The course of the person at a place from 0.
    pub(super) fn course(&self, place: u64) -> &Course {
        let turn = usize::try_from(place % self.turns.len() as u64).unwrap_or(0);
        &self.courses[self.turns[turn]]
    }

    /// Month of the first list.
    pub(super) fn first_month(&self) -> Month {
        Month::of(self.payment_days.first().copied().unwrap_or_default())
    }
}

impl PaymentKind {
    /// What is written beside a code that the table that ships does not have.
    pub(super) fn own_text(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }

    /// The amount in kronor of an age band, by the day of payment and the first day of the span.
    pub(super) fn kronor(&self, band: &str, paid: NaiveDate, from: NaiveDate) -> Option<i64> {
        let year = match self.year {
            YearOf::Payment => paid.year(),
            YearOf::Span => from.year(),
        };
        self.years.iter().find(|amounts| amounts.year == year)?.kronor.get(band).copied()
    }

    /// Another age band than this one, if there is any.
    pub(super) fn other_band(&self, band: &str) -> Option<&str> {
        let bands = self.years.first()?.kronor.keys();
        bands.map(String::as_str).find(|other| *other != band)
    }
}

impl Course {
    /// Fills in the months of beginning and the steps of the two years; none where they are unknown.
    fn complete(&mut self, two_years: &[Step]) -> Option<()> {
        let [first, last] = &self.starts;
        let (first, last): (Month, Month) = (first.parse().ok()?, last.parse().ok()?);
        let months = (0..).step_by(usize::try_from(self.every).ok()?);
        let months = months.map_while(|count| months_after(first, count));
        self.start_months = months
            .take_while(|month| *month <= last)
            .filter(|month| month.number() != DECEMBER)
            .collect();
        for instalments in &self.instalments {
            let [first, last] = instalments.steps;
            for step in two_years.get(first.checked_sub(1)?..last)? {
                let [from, until] = step.months.map(|month| instalments.month + month);
                self.rows.push(RowRule {
                    paid: instalments.month + step.paid,
                    what: TWO_YEAR.to_owned(),
                    band: instalments.band.clone(),
                    span: [DayRule::First(from), DayRule::Last(until)],
                    tenths: Some(instalments.tenths.unwrap_or(step.tenths)),
                });
            }
        }
        let has_age = self.age.is_some() != self.turns.is_some();
        (!self.start_months.is_empty() && has_age).then_some(())
    }

    fn is_known_day(&self, rule: &DayRule) -> bool {
        rule.named().is_none_or(|name| {
            self.days.iter().any(|day| day.name == name)
                || (name == BIRTHDAY && self.turns.is_some())
        })
    }
}

/// The month so many months later; none at the end of the calendar.
pub(super) fn months_after(month: Month, count: i32) -> Option<Month> {
    let (first, months) = (month.first_day(), Months::new(count.unsigned_abs()));
    let day =
        if count < 0 { first.checked_sub_months(months) } else { first.checked_add_months(months) };
    day.map(Month::of)
}

/// Shares the courses out so that persons of one stand as far apart as may be, and even a few persons
/// live different lives.
fn turns(courses: &[Course]) -> Vec<usize> {
    let total: u32 = courses.iter().map(|course| course.share).sum();
    let mut places: Vec<(u32, usize)> = Vec::new();
    for (number, course) in courses.iter().enumerate() {
        places.extend((0..course.share).map(|nth| (nth * total / course.share.max(1), number)));
    }
    places.sort_unstable();
    places.into_iter().map(|(_, course)| course).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ships_fits_together() {
        let table = Table::shipped().unwrap();
        assert_eq!(table.payment_days.len(), 29);
        assert_eq!(table.courses.len(), 25);
        assert_eq!(table.own_codes, ["XGODM", "XARSF"]);
        assert_eq!(table.turns.len(), 63);
    }

    #[test]
    fn codes_mean_what_the_code_table_says() {
        let known = code_table().unwrap();
        for kind in Table::shipped().unwrap().payments {
            for (code, clawback) in [(&kind.code, false), (&kind.clawback, true)] {
                let Some(entry) = known.iter().find(|entry| entry.payment_code == *code) else {
                    assert!(!kind.own_text().is_empty(), "{code}");
                    continue;
                };
                let means = entry.compensation.as_ref().map(|code| code.0.as_str());
                assert_eq!(means, Some(kind.compensation.as_str()), "{code}");
                assert_eq!(entry.clawback, clawback, "{code}");
            }
        }
    }

    #[test]
    fn every_month_has_its_payment_day() {
        let table = Table::shipped().unwrap();
        for (count, day) in (0..).zip(&table.payment_days) {
            assert_eq!(months_after(table.first_month(), count), Some(Month::of(*day)));
            assert!(day.weekday().num_days_from_monday() < 5, "{day}");
            let left = Month::of(*day).last_day() - *day;
            assert!(left.num_days() < 3, "{day}");
        }
    }

    #[test]
    fn steps_of_the_two_years_sum_to_the_whole() {
        let amounts: Amounts = toml::from_str(AMOUNTS).unwrap();
        assert_eq!(amounts.two_years.iter().map(|step| step.tenths).sum::<i64>(), 10);
        for pair in amounts.two_years.windows(2) {
            assert_eq!(pair[0].months[1] + 1, pair[1].months[0], "no month is left out");
        }
        assert!(amounts.two_years.iter().all(|step| step.paid == step.months[1] + 1));
    }
}
