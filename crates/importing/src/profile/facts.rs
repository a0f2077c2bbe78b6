//! Facts of any kind in the columns of a register.

use std::collections::BTreeMap;

use domain::facts::{Days, FactKind, FieldType};
use serde::{Deserialize, Serialize};

use super::{Profile, ProfileFault, ProfileFaultCode as Code, ProfileKind};
use crate::layout::normalised;

/// The field of a block that says which kind its facts are of.
pub(crate) const KIND: &str = "kind";
/// First day on which a fact holds.
pub(crate) const VALID_FROM: &str = "valid_from";
/// Last day on which a fact holds, inclusive.
pub(crate) const VALID_UNTIL: &str = "valid_until";
/// Fields that facts of every kind may have, beside the days and those of their kind; see
/// `docs/FACTS.md`.
pub(crate) const COMMON: [&str; 6] =
    ["known_since", "document_date", "source", "id", "corrects", "withdrawn"];

/// Facts that stand in the columns of a register: at most one fact a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactBlock {
    /// Which kind they are of.
    pub kind: KindSource,
    /// Where each field stands.
    #[serde(flatten)]
    pub fields: BTreeMap<String, FactSource>,
}

/// Which kind the facts of a block are of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum KindSource {
    /// Always this one.
    Always(String),
    /// As a column says.
    Written(FactSource),
}

/// Where a field of a fact stands: in a column, or always the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactSource {
    /// Accepted header names of its column; case and white space do not matter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub column: Vec<String>,
    /// Whether a row without this column is no header of the layout.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    /// The value, where no column holds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// What the words of the column stand for; case and white space do not matter.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, String>,
}

impl FactBlock {
    /// The kind, where it is always the same.
    #[must_use]
    pub fn fixed_kind(&self) -> Option<FactKind> {
        match &self.kind {
            KindSource::Always(name) => FactKind::of(name),
            KindSource::Written(_) => None,
        }
    }

    /// Every source with its field, the kind's first.
    pub(crate) fn sources(&self) -> impl Iterator<Item = (&str, &FactSource)> {
        let kind = match &self.kind {
            KindSource::Always(_) => None,
            KindSource::Written(source) => Some((KIND, source)),
        };
        kind.into_iter().chain(self.fields.iter().map(|(name, source)| (name.as_str(), source)))
    }
}

impl Profile {
    /// The names of the fact blocks, by which their fields are called (`legal-ground.ground`): the
    /// kind, or `fact` where a column says it, numbered from the second of the same name.
    #[must_use]
    pub fn block_names(&self) -> Vec<String> {
        let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
        let name = |block: &'_ FactBlock| match block.fixed_kind() {
            Some(kind) => kind.name(),
            None => "fact",
        };
        let names = self.facts.iter().map(name);
        let numbered = names.map(|name| {
            let number = seen.entry(name).or_default();
            *number += 1;
            if *number == 1 { name.to_owned() } else { format!("{name}-{number}") }
        });
        numbered.collect()
    }

    pub(super) fn check_facts(&self, faults: &mut Vec<ProfileFault>) {
        let has_facts = matches!(self.kind, ProfileKind::Register | ProfileKind::School);
        let has_several = self.kind == ProfileKind::Register;
        for (path, foreign) in [
            ("facts", !has_facts && !self.facts.is_empty()),
            ("several_rows", !has_several && self.several_rows),
        ] {
            if foreign {
                let kind = self.kind.as_str();
                faults.push(ProfileFault::new(path, Code::NotInKind).with("kind", kind));
            }
        }
        if !has_facts {
            return;
        }
        if self.kind == ProfileKind::School {
            self.check_schooling(faults);
        }
        for (index, block) in self.facts.iter().enumerate() {
            self.check_block(&format!("facts[{index}]"), block, faults);
        }
    }

    /// A list of pupils says in one block where somebody goes to school, and from when.
    fn check_schooling(&self, faults: &mut Vec<ProfileFault>) {
        if self.facts.is_empty() {
            faults.push(ProfileFault::new("facts", Code::Missing));
        }
        for (index, block) in self.facts.iter().enumerate() {
            if index > 0 || block.fixed_kind() != Some(FactKind::Schooling) {
                let fault = ProfileFault::new(&format!("facts[{index}]"), Code::NotInKind);
                faults.push(fault.with("kind", self.kind.as_str()));
            } else if !block.fields.contains_key(VALID_FROM) {
                let path = format!("facts[{index}].{VALID_FROM}");
                faults.push(ProfileFault::new(&path, Code::Missing));
            }
        }
    }

    fn check_block(&self, path: &str, block: &FactBlock, faults: &mut Vec<ProfileFault>) {
        if let KindSource::Always(name) = &block.kind
            && FactKind::of(name).is_none()
        {
            let fault = ProfileFault::new(&format!("{path}.kind"), Code::UnknownValue);
            faults.push(fault.with("value", name));
            return;
        }
        if block.sources().all(|(_, source)| source.column.is_empty()) {
            // Else every row would have the fact.
            faults.push(ProfileFault::new(path, Code::NoColumn));
        }
        let kind = block.fixed_kind();
        for (name, source) in block.sources() {
            let path = format!("{path}.{name}");
            match holding(kind, name) {
                None => faults.push(ProfileFault::new(&path, Code::UnknownKey)),
                Some(holds) => self.check_source(&path, source, &holds, faults),
            }
        }
        let Some(kind) = kind else { return };
        let mut needed: Vec<&str> = Vec::new();
        if kind.days() == Days::One {
            needed.push(VALID_FROM);
        }
        let of_kind = kind.fields().iter();
        needed
            .extend(of_kind.filter(|f| f.required && f.holds != FieldType::Truth).map(|f| f.name));
        for name in needed.iter().filter(|name| !block.fields.contains_key(**name)) {
            faults.push(ProfileFault::new(&format!("{path}.{name}"), Code::Missing));
        }
    }

    fn check_source(
        &self,
        path: &str,
        source: &FactSource,
        holds: &[FieldType],
        faults: &mut Vec<ProfileFault>,
    ) {
        let blank = |text: &str| text.trim().is_empty();
        match (source.column.is_empty(), &source.value) {
            (true, None) => faults.push(ProfileFault::new(path, Code::Missing)),
            (false, Some(_)) => {
                faults.push(ProfileFault::new(path, Code::Clash).with("other", "value"));
            }
            _ => {}
        }
        if source.column.iter().any(|name| blank(name))
            || source.value.as_deref().is_some_and(blank)
        {
            faults.push(ProfileFault::new(path, Code::Empty));
        }
        for name in &source.column {
            if self.ignored.iter().any(|ignored| normalised(ignored) == normalised(name)) {
                let fault = ProfileFault::new(path, Code::NameTwice).with("name", name);
                faults.push(fault.with("other", "ignored"));
            }
        }
        let constant = source.value.iter().map(|value| (path.to_owned(), value));
        let mapped =
            source.values.iter().map(|(word, value)| (format!("{path}.values.{word}"), value));
        for (path, value) in constant.chain(mapped) {
            if !holds.is_empty() && !holds.iter().any(|holds| can_hold(*holds, value)) {
                faults.push(ProfileFault::new(&path, Code::UnknownValue).with("value", value));
            }
        }
    }
}

/// What a field can hold: one type for a fixed kind, else those of every kind that has the field;
/// empty: any text. None where there is no such field.
fn holding(kind: Option<FactKind>, name: &str) -> Option<Vec<FieldType>> {
    let days = |kind: FactKind| kind.days();
    match name {
        KIND => return kind.is_none().then(Vec::new),
        VALID_FROM if kind.is_none_or(|kind| days(kind) != Days::None) => {
            return Some(vec![FieldType::Day]);
        }
        VALID_UNTIL if kind.is_none_or(|kind| days(kind) == Days::Span) => {
            return Some(vec![FieldType::Day]);
        }
        "known_since" | "document_date" => return Some(vec![FieldType::Day]),
        "withdrawn" => return Some(vec![FieldType::Truth]),
        _ if COMMON.contains(&name) => return Some(Vec::new()),
        _ => {}
    }
    let kinds = kind.map_or_else(|| FactKind::ALL.to_vec(), |kind| vec![kind]);
    let fields = kinds.iter().flat_map(|kind| kind.fields());
    let types: Vec<FieldType> = fields.filter(|f| f.name == name).map(|f| f.holds).collect();
    (!types.is_empty()).then_some(types)
}

/// Whether a value that stands in the profile itself can be one of the type.
fn can_hold(holds: FieldType, value: &str) -> bool {
    match holds {
        FieldType::Choice(words) => words.contains(&value),
        FieldType::Truth => matches!(value, "true" | "false"),
        FieldType::Day => value.parse::<chrono::NaiveDate>().is_ok(),
        _ => true,
    }
}
