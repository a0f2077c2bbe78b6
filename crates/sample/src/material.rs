//! What samples are made of: `assets/examples/generated-sample.toml`, the code table and the layouts.

use std::collections::HashMap;
use std::io::Cursor;

use chrono::NaiveDate;
use domain::codes::CodeEntry;
use importing::{Profile, Target};
use serde::Deserialize;

use crate::{Result, SampleError};

const TEXT: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../assets/examples/generated-sample.toml"
));

const CODES: &[u8] =
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/codes/ersattningskoder.csv"));

/// The profiles whose layouts are written.
const LIST_PROFILE: &str = "utbetalningslista-a";
const REGISTER_PROFILE: &str = "register";

/// The columns of a list, in order.
pub(super) const LIST_COLUMNS: [Target; 13] = [
    Target::PaymentDate,
    Target::DecisionDate,
    Target::CaseNumber,
    Target::PaymentCode,
    Target::CompensationText,
    Target::DossierNumber,
    Target::PersonalNumber,
    Target::FamilyName,
    Target::GivenName,
    Target::PeriodFrom,
    Target::PeriodUntil,
    Target::Days,
    Target::Amount,
];

/// The columns of the register that its profile reads; one that it knows and does not read follows.
const REGISTER_COLUMNS: [Target; 10] = [
    Target::PersonId,
    Target::PersonalNumber,
    Target::DossierNumber,
    Target::FamilyName,
    Target::GivenName,
    Target::BirthDate,
    Target::BoardName,
    Target::CostCentre,
    Target::Group,
    Target::Received,
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    boards: Vec<Board>,
    names: Names,
    origins: Origins,
    groups: Vec<Group>,
    unbound: Unbound,
}

/// A district board.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Board {
    pub(super) cost_centre: String,
    pub(super) name: String,
}

/// Parts of names.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    pub(super) family: Vec<String>,
    pub(super) given: Vec<String>,
}

/// Where a person's national number comes from, in words.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Origins {
    pub(super) with_number: String,
    pub(super) without_number: String,
}

/// Persons to whom the same compensations belong.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Group {
    pub(super) label: String,
    /// Of every twenty persons.
    pub(super) share: u32,
    /// First and last day of birth.
    pub(super) born: [NaiveDate; 2],
    pub(super) number: NumberForm,
    /// Whether the law counts from a day of reception.
    #[serde(default)]
    pub(super) received: bool,
    pub(super) payments: Vec<PaymentKind>,
}

/// Which national number the persons of a group have.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum NumberForm {
    Personal,
    Coordination,
    None,
}

/// A compensation as it is paid.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PaymentKind {
    pub(super) code: String,
    /// The code that takes it back.
    pub(super) clawback: String,
    pub(super) span: Span,
    pub(super) amount: Amount,
}

/// How long a payment's period is.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Span {
    Day,
    FourWeeks,
    Month,
    Quarter,
}

/// How large a payment is, in öre.
#[allow(clippy::enum_variant_names, reason = "units stand last in names, as everywhere")]
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Amount {
    FixedOre(i64),
    PerDayOre(i64),
    CostOre([i64; 2]),
}

/// The compensation that is about nobody.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Unbound {
    pub(super) code: String,
    pub(super) per_place_ore: i64,
}

/// Everything that a sample is made of.
pub(super) struct Material {
    pub(super) boards: Vec<Board>,
    pub(super) names: Names,
    pub(super) origins: Origins,
    pub(super) groups: Vec<Group>,
    pub(super) unbound: Unbound,
    /// The group of each of twenty persons, and which of the group's among the twenty it is.
    pub(super) twenty: Vec<(usize, u32)>,
    pub(super) list_header: Vec<String>,
    pub(super) register_header: Vec<String>,
    /// Clear texts by payment code.
    texts: HashMap<String, String>,
}

impl Material {
    /// Reads what ships with the program.
    ///
    /// # Errors
    /// When it does not fit together, which a test holds.
    pub(super) fn shipped() -> Result<Material> {
        let damaged = || SampleError::Damaged("generated sample");
        let document: Document = toml::from_str(TEXT).map_err(|_| damaged())?;
        let profiles = importing::built_in().map_err(|_| damaged())?;
        let profile = |name: &str| profiles.iter().find(|profile| profile.name == name);
        let list = profile(LIST_PROFILE).ok_or_else(damaged)?;
        let register = profile(REGISTER_PROFILE).ok_or_else(damaged)?;
        let mut register_header = header(register, &REGISTER_COLUMNS).ok_or_else(damaged)?;
        register_header.extend(register.ignored.iter().cloned());
        let codes = code_table()?;
        let texts = codes.into_iter().map(|code| (code.payment_code, code.text));
        let material = Material {
            list_header: header(list, &LIST_COLUMNS).ok_or_else(damaged)?,
            register_header,
            texts: texts.collect(),
            twenty: twenty(&document.groups),
            boards: document.boards,
            names: document.names,
            origins: document.origins,
            groups: document.groups,
            unbound: document.unbound,
        };
        if material.is_whole() { Ok(material) } else { Err(damaged()) }
    }

    /// Whether there is something to draw from everywhere, and every code has its text.
    fn is_whole(&self) -> bool {
        let codes = self.groups.iter().flat_map(|group| &group.payments);
        let mut codes = codes.flat_map(|payment| [&payment.code, &payment.clawback]);
        let chosen = [self.boards.len(), self.names.family.len(), self.names.given.len()];
        chosen.iter().all(|choices| *choices > 0)
            && self.twenty.len() == 20
            && self.groups.iter().all(|group| !group.payments.is_empty())
            && codes.all(|code| self.texts.contains_key(code))
            && self.texts.contains_key(&self.unbound.code)
    }

    /// The clear text of a payment code, as the code table has it.
    pub(super) fn text_of(&self, code: &str) -> &str {
        self.texts.get(code).map_or("", String::as_str)
    }
}

/// The code table that ships with the program.
pub(super) fn code_table() -> Result<Vec<CodeEntry>> {
    let damaged = |_| SampleError::Damaged("code table");
    let limits = importing::Limits::default();
    let mut source = Cursor::new(CODES);
    let inspection = importing::inspect(&mut source, &limits, &mut |_| {}).map_err(damaged)?;
    Ok(importing::read_codes(&mut source, &inspection, &limits).map_err(damaged)?.lines)
}

/// The first accepted name of each column.
fn header(profile: &Profile, columns: &[Target]) -> Option<Vec<String>> {
    columns.iter().map(|target| profile.columns.get(target)?.names.first().cloned()).collect()
}

/// Shares out twenty places so that a group's persons stand as far apart as may be.
fn twenty(groups: &[Group]) -> Vec<(usize, u32)> {
    let total: u32 = groups.iter().map(|group| group.share).sum();
    let mut places: Vec<(u32, usize, u32)> = Vec::new();
    for (number, group) in groups.iter().enumerate() {
        let place = |nth: u32| (nth * total / group.share.max(1), number, nth);
        places.extend((0..group.share).map(place));
    }
    places.sort_unstable();
    places.into_iter().map(|(_, group, nth)| (group, nth)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ships_fits_together() {
        let material = Material::shipped().unwrap();
        assert_eq!(material.list_header.len(), 13);
        assert_eq!(material.register_header.len(), 11);
        assert_eq!(material.boards.len(), 3);
    }

    #[test]
    fn no_two_groups_share_numbers() {
        let groups = Material::shipped().unwrap().groups;
        for (place, group) in groups.iter().enumerate() {
            for other in groups[place + 1..].iter().filter(|other| other.number == group.number) {
                let apart = group.born[1] < other.born[0] || other.born[1] < group.born[0];
                assert!(apart || group.number == NumberForm::None, "{}", other.label);
            }
        }
    }
}
