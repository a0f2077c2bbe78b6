//! The rows of a sample's lists: each is known by its list and its place.

use chrono::{Days, Months, NaiveDate};
use domain::{Month, Ore, Period};

use super::draws::{Draws, Stream};
use super::material::{Amount, Material, PaymentKind, Span};
use super::persons::Population;

/// No factor in common with any number of persons: each turn meets everybody once.
const PERSON_STEP: u64 = 2_147_483_647;
/// A person's later rows in one list are about earlier months, down to January.
const MONTHS_IN_A_LIST: u64 = 9;

/// One row as a list writes it.
#[derive(Clone, Debug)]
pub(super) struct SampleRow {
    /// In the order of [`super::material::Material::list_header`].
    pub(super) cells: Vec<String>,
    /// What a reader can make of the last cell.
    pub(super) amount: Option<Ore>,
}

/// How rows are dated.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Dating {
    /// A list a month; everybody has a row in each.
    Monthly,
    /// One list; a person's rows are about different months.
    OneList,
}

/// One list of the sample.
#[derive(Clone, Copy)]
pub(super) struct SampleList {
    /// From 0.
    pub(super) number: u64,
    /// Month of payment.
    pub(super) month: Month,
    /// The last weekday of the month.
    pub(super) payment_date: NaiveDate,
    pub(super) rows: u64,
    /// Rows of the lists before.
    pub(super) rows_before: u64,
}

/// Everything that rows are made from.
pub(super) struct Rows<'m> {
    pub(super) material: &'m Material,
    pub(super) population: Population<'m>,
    pub(super) seed: u64,
    pub(super) dating: Dating,
}

/// A payment or clawback before it is written.
struct Claim<'m> {
    kind: &'m PaymentKind,
    period: Period,
    amount: Ore,
}

impl<'m> Rows<'m> {
    /// The row at `place` of a list, from 0. `bound`: it must be about a person and pay something.
    pub(super) fn row(&self, list: &SampleList, place: u64, bound: bool) -> SampleRow {
        let mut draws = Draws::of(self.seed, Stream::Row, [list.number, place]);
        if draws.once_in(500) && !bound {
            return self.unbound_row(list, place, &mut draws);
        }
        let person = self.person_at(place);
        let turn = self.turn(list, place);
        let takes_back = draws.once_in(16) && turn > 0 && !bound;
        let claim = if takes_back {
            taken_back(self.claim(list, person, turn - 1), &mut draws)
        } else {
            self.claim(list, person, turn)
        };
        let code = if takes_back { &claim.kind.clawback } else { &claim.kind.code };
        let person = self.population.person(person);
        let mut cells = self.head(list, place, code, &mut draws);
        cells.extend([
            person.dossier_number,
            person.national_number.unwrap_or_default(),
            person.family_name,
            person.given_name,
        ]);
        cells.extend(tail(claim.period, claim.amount));
        SampleRow { cells, amount: Some(claim.amount) }
    }

    /// Which person the row at a place is about.
    pub(super) fn person_at(&self, place: u64) -> u64 {
        let size = self.population.size;
        place % size * (PERSON_STEP % size) % size
    }

    /// How often the person has been paid before.
    fn turn(&self, list: &SampleList, place: u64) -> u64 {
        match self.dating {
            Dating::Monthly => list.number,
            Dating::OneList => place / self.population.size,
        }
    }

    fn claim(&self, list: &SampleList, person: u64, turn: u64) -> Claim<'m> {
        let mut draws = Draws::of(self.seed, Stream::Claim, [person, turn]);
        let kind = draws.pick(&self.population.group(person).payments);
        let back = match self.dating {
            Dating::Monthly => 1 + list.number - turn,
            Dating::OneList => 1 + turn % MONTHS_IN_A_LIST,
        };
        let period = period_of(kind.span, months_before(list.month, back), &mut draws);
        let amount = match kind.amount {
            Amount::FixedOre(ore) => ore,
            Amount::PerDayOre(ore) => ore * period.days(),
            Amount::CostOre([from, until]) => {
                from + i64::try_from(draws.below(until.abs_diff(from))).unwrap_or(0)
            }
        };
        Claim { kind, period, amount: Ore(amount) }
    }

    fn unbound_row(&self, list: &SampleList, place: u64, draws: &mut Draws) -> SampleRow {
        let unbound = &self.material.unbound;
        let places = 1 + i64::try_from(draws.below(30)).unwrap_or(0);
        let amount = Ore(places * unbound.per_place_ore);
        let first = list.month.first_day();
        let year =
            |month, day| NaiveDate::from_ymd_opt(list.month.year(), month, day).unwrap_or(first);
        let mut cells = self.head(list, place, &unbound.code, draws);
        cells.extend([const { String::new() }; 4]);
        cells.extend(tail(Period { from: year(1, 1), until: year(12, 31) }, amount));
        SampleRow { cells, amount: Some(amount) }
    }

    /// The cells before those about the person.
    fn head(&self, list: &SampleList, place: u64, code: &str, draws: &mut Draws) -> Vec<String> {
        let decided = list.payment_date - Days::new(8 + draws.below(13));
        let number = 101 + list.rows_before + place;
        let mut cells = Vec::with_capacity(14);
        cells.extend([
            list.payment_date.to_string(),
            decided.to_string(),
            format!("9.9.9-{}-{number:05}", list.month.year()),
            code.to_owned(),
            self.material.text_of(code).to_owned(),
        ]);
        cells
    }
}

/// The cells after those about the person.
pub(super) fn tail(period: Period, amount: Ore) -> [String; 4] {
    let (from, until) = (period.from.to_string(), period.until.to_string());
    [from, until, period.days().to_string(), written(amount)]
}

/// A clawback of a claim: of its first days where it is counted by days, else of all of it.
fn taken_back<'m>(claim: Claim<'m>, draws: &mut Draws) -> Claim<'m> {
    let Amount::PerDayOre(ore) = claim.kind.amount else {
        return Claim { amount: -claim.amount, ..claim };
    };
    let most = u64::try_from(claim.period.days()).unwrap_or(1).min(14);
    let days = draws.below(most);
    let until = claim.period.from.checked_add_days(Days::new(days)).unwrap_or(claim.period.until);
    let period = Period { until, ..claim.period };
    Claim { period, amount: Ore(-ore * period.days()), ..claim }
}

fn months_before(month: Month, count: u64) -> Month {
    let count = u32::try_from(count).unwrap_or(0);
    let day = month.first_day().checked_sub_months(Months::new(count));
    day.map_or(month, Month::of)
}

fn period_of(span: Span, month: Month, draws: &mut Draws) -> Period {
    let (first, last) = (month.first_day(), month.last_day());
    let from = match span {
        Span::Day => {
            let day = first + Days::new(draws.below(28));
            return Period { from: day, until: day };
        }
        Span::FourWeeks => last - Days::new(27),
        Span::Month => first,
        Span::Quarter => months_before(month, 2).first_day(),
    };
    Period { from, until: last }
}

/// An amount as layout A writes it: comma, no-break spaces between thousands.
fn written(amount: Ore) -> String {
    let plain = amount.abs().to_string();
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, "00"));
    let mut text = String::with_capacity(plain.len() + 4);
    if amount.is_negative() {
        text.push('-');
    }
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push('\u{A0}');
        }
        text.push(digit);
    }
    text.push(',');
    text.push_str(decimals);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_as_in_the_layout() {
        for (ore, text) in [
            (1_680_000, "16\u{A0}800,00"),
            (-1_200_000, "-12\u{A0}000,00"),
            (15_261_745, "152\u{A0}617,45"),
            (12_345_678_905, "123\u{A0}456\u{A0}789,05"),
            (5, "0,05"),
            (99_999, "999,99"),
        ] {
            assert_eq!(written(Ore(ore)), text);
        }
    }

    #[test]
    fn each_turn_meets_everybody_once() {
        let material = Material::shipped().unwrap();
        for size in [1, 2, 19, 50, 1_000] {
            let population = Population::new(&material, 1, size);
            let rows = Rows { material: &material, population, seed: 1, dating: Dating::OneList };
            let mut met: Vec<u64> = (size..2 * size).map(|place| rows.person_at(place)).collect();
            met.sort_unstable();
            assert!(met.into_iter().eq(0..size), "{size}");
        }
    }
}
