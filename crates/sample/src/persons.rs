//! The persons of a sample: each is known by its place alone.

use chrono::{Datelike, Days, NaiveDate};
use domain::identity::{DossierNumber, NationalNumber};

use super::draws::{Draws, Stream};
use super::material::{Board, Group, Material, Names, NumberForm};

/// Dossier numbers that samples may use: 99-000000 to 99-999999 and 00-000000 to 00-999999, the
/// series of the invented examples.
pub(super) const DOSSIER_NUMBERS: u64 = 2_000_000;
const SERIES_99: u64 = 1_000_000;
/// No factor in common with [`DOSSIER_NUMBERS`]: no number twice, and neighbours far apart.
const DOSSIER_STEP: u64 = 618_033;
/// No factor in common with the days of birth of any group.
const BIRTH_STEP: u64 = 7_919;
/// Birth numbers of the series: 238 and 239 (Skatteverket's test numbers for births from 1990).
const FIRST_BIRTH_NUMBER: u64 = 238;
const BIRTH_NUMBERS: u64 = 2;
/// What a coordination number adds to the day of birth (folkbokföringslagen 1991:481 18 a §).
const COORDINATION_DAYS: u32 = 60;
/// Persons among whom one with a national number is looked for: the series reaches beyond them.
const WITH_NUMBERS: u64 = 1_000;

/// One person as register and lists write it.
pub(super) struct SamplePerson<'m> {
    pub(super) id: String,
    pub(super) dossier_number: String,
    /// With hyphen; none for groups without, and once the series is used up.
    pub(super) national_number: Option<String>,
    pub(super) family_name: String,
    pub(super) given_name: String,
    pub(super) birth_date: NaiveDate,
    pub(super) received: Option<NaiveDate>,
    pub(super) group: &'m Group,
    pub(super) board: &'m Board,
}

/// Everybody in a sample.
pub(super) struct Population<'m> {
    material: &'m Material,
    seed: u64,
    pub(super) size: u64,
    first_dossier: u64,
}

impl<'m> Population<'m> {
    pub(super) fn new(material: &'m Material, seed: u64, size: u64) -> Population<'m> {
        let first_dossier = Draws::of(seed, Stream::Sample, [0, 0]).below(DOSSIER_NUMBERS);
        Population { material, seed, size, first_dossier }
    }

    /// The person at a place from 0.
    pub(super) fn person(&self, place: u64) -> SamplePerson<'m> {
        let mut draws = Draws::of(self.seed, Stream::Person, [place, 0]);
        let names = &self.material.names;
        let group = self.group(place);
        let parted = if draws.once_in(64) { "; " } else { "" };
        let (first, second) = (draws.pick(&names.family), draws.pick(&names.family));
        let given = format!("{}{}", draws.pick(&names.given), draws.pick(&names.given));
        let received = NaiveDate::from_ymd_opt(2026, 1, 1)
            .and_then(|first| first.checked_add_days(Days::new(draws.below(270))));
        SamplePerson {
            id: format!("P{:02}", place + 1),
            dossier_number: self.dossier_number(place),
            national_number: self.national_number(place),
            family_name: format!("Test{first}{parted}{second}"),
            given_name: capitalised(&given),
            birth_date: self.birth(place).0,
            received: received.filter(|_| group.received),
            group,
            board: draws.pick(&self.material.boards),
        }
    }

    /// The group of the person at a place.
    pub(super) fn group(&self, place: u64) -> &'m Group {
        &self.material.groups[self.material.twenty[in_twenty(place)].0]
    }

    /// The dossier number of a place; places from [`Population::size`] on are nobody's.
    pub(super) fn dossier_number(&self, place: u64) -> String {
        let number = (self.first_dossier + place * DOSSIER_STEP) % DOSSIER_NUMBERS;
        let (series, rest) =
            if number < SERIES_99 { (99, number) } else { (0, number - SERIES_99) };
        let value = u32::try_from(series * SERIES_99 + rest).ok();
        value
            .and_then(DossierNumber::from_value)
            .map_or_else(String::new, DossierNumber::hyphenated)
    }

    /// The national number of somebody other than the person at `place`, if anybody has one.
    pub(super) fn other_national_number(&self, place: u64, draws: &mut Draws) -> Option<String> {
        let among = self.size.min(WITH_NUMBERS);
        let first = draws.below(among);
        let mut others = (0..among).map(|step| (first + step) % among);
        others.find_map(|other| self.national_number(other).filter(|_| other != place))
    }

    fn national_number(&self, place: u64) -> Option<String> {
        let (birth, lap) = self.birth(place);
        let day = match self.group(place).number {
            NumberForm::None => return None,
            NumberForm::Personal => birth.day(),
            NumberForm::Coordination => birth.day() + COORDINATION_DAYS,
        };
        if lap >= BIRTH_NUMBERS {
            return None;
        }
        let front = format!("{:04}{:02}{day:02}", birth.year(), birth.month());
        let birth_number = FIRST_BIRTH_NUMBER + lap;
        (0..10).find_map(|check| {
            let number =
                NationalNumber::from_stored(&format!("{front}{birth_number}{check}")).ok()?;
            number.is_official_test().then(|| format!("{front}-{birth_number}{check}"))
        })
    }

    /// Day of birth, and how many of the group were born that day before.
    fn birth(&self, place: u64) -> (NaiveDate, u64) {
        let group = self.group(place);
        let nth = self.material.twenty[in_twenty(place)].1;
        let ordinal = place / 20 * u64::from(group.share) + u64::from(nth);
        let [first, last] = group.born;
        let days = u64::try_from((last - first).num_days() + 1).unwrap_or(1);
        let day = ordinal % days * BIRTH_STEP % days;
        (first.checked_add_days(Days::new(day)).unwrap_or(first), ordinal / days)
    }
}

/// Family and given name of a place, which no other place has. The place is written with parts of names
/// as figures, so that the register never asks whether two persons are one.
pub(super) fn unlike_name(names: &Names, place: u64) -> [String; 2] {
    let mut rest = place;
    let given = [figure(&mut rest, &names.given), figure(&mut rest, &names.given)].concat();
    let parts = [figure(&mut rest, &names.family), figure(&mut rest, &names.family)];
    let mut family = format!("Test{}", parts.concat());
    while rest > 0 {
        family.push('-');
        family.push_str(figure(&mut rest, &names.given));
    }
    [family, capitalised(&given)]
}

/// The last figure of a number that is written with these parts; it is taken off the number.
fn figure<'p>(number: &mut u64, parts: &'p [String]) -> &'p str {
    let count = parts.len() as u64;
    let place = usize::try_from(*number % count).unwrap_or(0);
    *number /= count;
    &parts[place]
}

fn in_twenty(place: u64) -> usize {
    usize::try_from(place % 20).unwrap_or(0)
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn nobody_shares_a_number() {
        let material = Material::shipped().unwrap();
        let size = 60_000;
        let everybody = Population::new(&material, 3, size);
        let (mut dossier, mut national) = (HashSet::new(), HashSet::new());
        let mut with_number = 0;
        for place in 0..size {
            let person = everybody.person(place);
            assert!(dossier.insert(person.dossier_number));
            if let Some(number) = person.national_number {
                with_number += 1;
                assert!(national.insert(number.clone()), "{number}");
                let stored = number.replace('-', "");
                assert!(NationalNumber::from_stored(&stored).unwrap().is_official_test());
            }
        }
        assert!(!dossier.contains(&everybody.dossier_number(size)));
        assert!(with_number > 20_000, "{with_number}");
        assert!(everybody.national_number(size * 20).is_none(), "the series is used up");
    }

    #[test]
    fn another_persons_number_is_another_persons() {
        let material = Material::shipped().unwrap();
        let everybody = Population::new(&material, 3, 20);
        for place in 0..20 {
            let mut draws = Draws::of(3, Stream::Anomaly, [place, 0]);
            let other = everybody.other_national_number(place, &mut draws);
            assert!(other.is_some());
            assert_ne!(other, everybody.national_number(place));
        }
    }
}
