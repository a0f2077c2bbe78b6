//! The lives of a sample's persons: each is known by its place alone.

use chrono::{Datelike, Days, NaiveDate};
use domain::{Month, Ore, Period};

use super::day_rule::DayRule;
use super::table::{BIRTHDAY, Course, ORE, PaymentKind, RowRule, Table, Unit, months_after};
use crate::draws::{Draws, Stream};
use crate::material::{Board, Material};
use crate::persons::{Population, unlike_name};

/// Days of which a birth is drawn where only the age matters: within a year.
const DAYS_OF_A_YEAR: u64 = 360;
/// A birthday that matters lies within these days of its month, so that no edge decides.
const BIRTHDAYS: [u32; 2] = [3, 27];

/// Everybody in a sample.
pub(super) struct Everybody<'m> {
    pub(super) material: &'m Material,
    pub(super) table: &'m Table,
    pub(super) population: Population<'m>,
    pub(super) seed: u64,
}

/// One person's life.
pub(super) struct Life<'m> {
    pub(super) course: &'m Course,
    pub(super) birth: NaiveDate,
    pub(super) board: &'m Board,
    table: &'m Table,
    start: Month,
    named: Vec<(&'m str, NaiveDate)>,
}

/// A payment as it should be.
#[derive(Clone)]
pub(super) struct Payment<'m> {
    pub(super) kind: &'m PaymentKind,
    pub(super) rule: &'m RowRule,
    pub(super) period: Period,
    pub(super) amount: Ore,
    /// The list that has it, from 0.
    pub(super) list: u64,
}

impl<'m> Everybody<'m> {
    /// The life of the person at a place from 0.
    pub(super) fn life(&self, place: u64) -> Life<'m> {
        let mut draws = Draws::of(self.seed, Stream::Life, [place, 0]);
        let course = self.table.course(place);
        let start = *draws.pick(&course.start_months);
        let mut within = |month: i32, [first, last]: [u32; 2]| {
            let month = months_after(start, month).unwrap_or(start);
            let day = u64::from(first - 1) + draws.below(u64::from(last + 1 - first));
            month.first_day() + Days::new(day)
        };
        let mut named: Vec<(&'m str, NaiveDate)> = course
            .days
            .iter()
            .map(|day| (day.name.as_str(), within(day.month, day.within)))
            .collect();
        let turned = course.turns.map(|turns| (turns.years, within(turns.month, BIRTHDAYS)));
        let birth = if let Some((years, day)) = turned {
            named.push((BIRTHDAY, day));
            years_before(day, years)
        } else {
            let [youngest, oldest] = course.age.unwrap_or_default();
            let years = u64::from(youngest) + draws.below(u64::from(oldest + 1 - youngest));
            let day = years_before(start.first_day(), u32::try_from(years).unwrap_or(0));
            day - Days::new(draws.below(DAYS_OF_A_YEAR))
        };
        let board = draws.pick(&self.material.boards);
        Life { course, birth, board, table: self.table, start, named }
    }

    /// The id of the person at a place.
    pub(super) fn id(place: u64) -> String {
        format!("F{:02}", place + 1)
    }

    /// Family and given name; nobody else has both.
    pub(super) fn name(&self, place: u64) -> [String; 2] {
        unlike_name(&self.material.names, place)
    }
}

impl<'m> Life<'m> {
    /// The day that a rule means.
    pub(super) fn day(&self, rule: &DayRule) -> NaiveDate {
        let month = |count: i32| months_after(self.start, count).unwrap_or(self.start);
        let named = |name: &str| {
            let day = self.named.iter().find(|(known, _)| *known == name);
            day.map_or(self.start.first_day(), |(_, day)| *day)
        };
        match rule {
            DayRule::First(count) => month(*count).first_day(),
            DayRule::Last(count) => month(*count).last_day(),
            DayRule::On(name) => named(name),
            DayRule::Before(name) => named(name) - Days::new(1),
        }
    }

    /// What should be paid in the first `lists` lists, in the table's order.
    pub(super) fn payments(&self, lists: u64) -> impl Iterator<Item = Payment<'m>> {
        let rules = self.course.rows.iter();
        rules.filter_map(move |rule| self.payment(rule).filter(|payment| payment.list < lists))
    }

    fn payment(&self, rule: &'m RowRule) -> Option<Payment<'m>> {
        let kind = self.table.kind(&rule.what)?;
        let month = months_after(self.start, rule.paid)?;
        let list = u64::try_from(months_between(self.table.first_month(), month)).ok()?;
        let [from, until] = &rule.span;
        let period = Period::new(self.day(from), self.day(until))?;
        let amount = self.amount(kind, rule, &rule.band, period, list)?;
        Some(Payment { kind, rule, period, amount, list })
    }

    /// What it would be in an age band.
    pub(super) fn amount(
        &self,
        kind: &PaymentKind,
        rule: &RowRule,
        band: &str,
        period: Period,
        list: u64,
    ) -> Option<Ore> {
        let paid = *self.table.payment_days.get(usize::try_from(list).ok()?)?;
        let ore = kind.kronor(band, paid, period.from)? * ORE;
        Some(Ore(match kind.unit {
            Unit::Tenth => ore / 10 * rule.tenths?,
            Unit::Day => ore * period.days(),
            Unit::Whole => ore,
        }))
    }
}

fn months_between(first: Month, second: Month) -> i64 {
    let number = |month: Month| i64::from(month.year()) * 12 + i64::from(month.number());
    number(second) - number(first)
}

/// The same day so many years before; days of birth that are drawn are never 29 February.
fn years_before(day: NaiveDate, years: u32) -> NaiveDate {
    let year = day.year().saturating_sub_unsigned(years);
    day.with_year(year).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn with_everybody(size: u64, look: impl Fn(&Everybody<'_>)) {
        let (material, table) = (Material::shipped().unwrap(), Table::shipped().unwrap());
        let population = Population::new(&material, 3, size);
        look(&Everybody { material: &material, table: &table, population, seed: 3 });
    }

    #[test]
    fn nobody_shares_a_name() {
        with_everybody(1, |everybody| {
            let mut names = HashSet::new();
            assert!((0..80_000).all(|place| names.insert(everybody.name(place))));
        });
    }

    #[test]
    fn what_the_whole_two_years_give_is_what_the_law_says() {
        with_everybody(520, |everybody| {
            let mut seen = HashSet::new();
            for place in 0..520 {
                let life = everybody.life(place);
                let kronor = |compensation: &str| {
                    let payments = life.payments(u64::MAX);
                    let of = payments.filter(|payment| payment.kind.compensation == compensation);
                    of.map(|payment| payment.amount.0 / ORE).sum::<i64>()
                };
                let (two_years, first) = (kronor("NYA-SCHABLON"), kronor("NYA-INIT-16"));
                match life.course.name.as_str() {
                    // Who was received late has not had everything by the last list.
                    "permit-assigned-adult" if life.start <= month("2024-11") => {
                        assert_eq!((two_years, first), (165_000, 19_998));
                    }
                    "permit-assigned-old" if life.start <= month("2024-11") => {
                        assert_eq!((two_years, first), (92_600, 12_503));
                    }
                    // 30 per cent at the one rate and 70 at the other.
                    "passes-66" => assert_eq!(two_years, 49_500 + 64_820),
                    "child-asylum" => {
                        let arrived = life.day(&DayRule::On("arrived".to_owned()));
                        let days =
                            (life.day(&DayRule::On(BIRTHDAY.to_owned())) - arrived).num_days();
                        assert_eq!(kronor("ASYL-DYGN"), 1_000 * days);
                    }
                    _ => continue,
                }
                seen.insert(life.course.name.clone());
            }
            assert_eq!(seen.len(), 4);
        });
    }

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }

    #[test]
    fn everybody_is_as_old_as_the_course_says() {
        with_everybody(520, |everybody| {
            for place in 0..520 {
                let life = everybody.life(place);
                let start = life.start.first_day();
                let years = i64::from(start.years_since(life.birth).unwrap());
                let [youngest, oldest] = match (life.course.age, life.course.turns) {
                    (Some(age), _) => age.map(i64::from),
                    (None, turns) => [i64::from(turns.unwrap().years) - 2, 66],
                };
                assert!((youngest..=oldest).contains(&years), "{} {years}", life.course.name);
            }
        });
    }
}
