//! Facts of a row: the columns of a profile's blocks, read by what the kind's fields hold.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::FindingCode;
use domain::checks::is_formula;
use domain::entitlement::limits::LARGEST_AMOUNT;
use domain::facts::{Days, FactContent, FactKind, FieldSpec, FieldType, Validity};
use domain::spelling::has_invisible;
use serde_json::{Map, Value};

use super::RowFact;
use crate::fault::RowFault;
use crate::layout::{Layout, normalised};
use crate::profile::{KIND, Profile, VALID_FROM, VALID_UNTIL};
use crate::records::Cells;
use crate::row::{Holding, of_spreadsheet, unsound, without_guard};
use crate::values::{
    DateForm, Flaw, read_dossier_number, read_kronor, read_national_number, read_plain_date,
    trimmed,
};

/// A block with the places of its fields in one file.
pub(super) struct Block<'l> {
    /// None: a column says it.
    kind: Option<FactKind>,
    pub(super) sources: Vec<SourceRule<'l>>,
}

/// Where a field of a block stands.
pub(super) struct SourceRule<'l> {
    pub(super) field: &'l str,
    /// Block and field, as people and corrections name it.
    pub(super) name: String,
    /// The column's index, from 0.
    pub(super) index: Option<usize>,
    pub(super) constant: Option<&'l str>,
    /// What it holds; of a block of any kind what the first kind with that field does.
    pub(super) holds: Option<FieldType>,
    /// Words of the column: normalised, as the profile writes them, and what they stand for.
    words: Vec<(String, &'l str, &'l str)>,
}

impl<'l> Block<'l> {
    pub(super) fn all(profile: &'l Profile, layout: &Layout) -> Vec<Block<'l>> {
        let names = profile.block_names();
        let blocks = profile.facts.iter().enumerate().zip(names);
        blocks
            .map(|((number, block), name)| {
                let sources = block.sources().map(|(field, source)| {
                    let mut columns = layout.facts.iter();
                    let column = columns.find(|c| c.block == number && c.field == field);
                    let words = source.values.iter();
                    SourceRule {
                        field,
                        name: format!("{name}.{field}"),
                        index: column.and_then(|c| usize::from(c.column).checked_sub(1)),
                        constant: source.value.as_deref(),
                        holds: holds(block.fixed_kind(), field),
                        words: words
                            .map(|(w, value)| (normalised(w), w.as_str(), value.as_str()))
                            .collect(),
                    }
                });
                Block { kind: block.fixed_kind(), sources: sources.collect() }
            })
            .collect()
    }

    fn source(&self, field: &str) -> Option<(usize, &SourceRule<'l>)> {
        self.sources.iter().enumerate().find(|(_, source)| source.field == field)
    }
}

fn holds(kind: Option<FactKind>, field: &str) -> Option<FieldType> {
    match field {
        VALID_FROM | VALID_UNTIL | "known_since" | "document_date" => return Some(FieldType::Day),
        "withdrawn" => return Some(FieldType::Truth),
        _ => {}
    }
    let kinds = FactKind::ALL.iter().filter(|other| kind.is_none_or(|kind| kind == **other));
    kinds.flat_map(|kind| kind.fields()).find(|spec| spec.name == field).map(|spec| spec.holds)
}

/// Reads the facts of one row.
pub(super) struct FactReader<'r> {
    pub(super) forms: &'r [DateForm],
    pub(super) reference: NaiveDate,
    pub(super) cells: &'r Cells,
    /// Whether these are cells of a sheet.
    pub(super) in_sheet: bool,
    pub(super) typed: &'r BTreeMap<(usize, usize), String>,
    pub(super) meant: Option<&'r mut BTreeMap<String, String>>,
    pub(super) faults: Vec<RowFault>,
    /// Warnings: the fact is taken all the same.
    pub(super) remarks: Vec<RowFault>,
    /// Whether a block protects the person, or would but for a fault.
    pub(super) protects: bool,
}

impl<'r> FactReader<'r> {
    /// The fact of a block; none where its columns are empty or it has a fault.
    pub(super) fn read(&mut self, index: usize, block: &Block<'r>) -> Option<RowFact> {
        let texts: Vec<&str> =
            (0..block.sources.len()).map(|at| self.text(index, at, &block.sources[at])).collect();
        let said = block
            .sources
            .iter()
            .zip(&texts)
            .any(|(source, text)| source.constant.is_none() && !text.is_empty());
        if !said {
            return None;
        }
        let before = self.faults.len();
        let kind = block.kind.or_else(|| self.kind(block, &texts));
        let marked = || block.source("marking").is_some_and(|(at, _)| !texts[at].is_empty());
        let protects = kind.map_or_else(marked, |kind| kind == FactKind::Protection);
        let fact = kind.and_then(|kind| self.fact(index, kind, block, &texts));
        let fact = fact.filter(|_| self.faults.len() == before);
        self.protects |= protects && !fact.as_ref().is_some_and(|fact| fact.withdrawn);
        fact
    }

    /// A fact of a kind; its faults may say that it is none.
    fn fact(
        &mut self,
        index: usize,
        kind: FactKind,
        block: &Block<'r>,
        texts: &[&'r str],
    ) -> Option<RowFact> {
        let content = self.content(kind, block, texts);
        let validity = self.days(kind, block, texts);
        let known_since = self.day(block, texts, "known_since");
        if known_since.is_some_and(|day| day > self.reference) {
            self.fault(block, "known_since", Flaw::new(FindingCode::KnownTooLate));
        }
        Some(RowFact {
            block: index,
            content: content?,
            validity,
            known_since,
            document_date: self.day(block, texts, "document_date"),
            source: self.plain(block, texts, "source"),
            id: self.plain(block, texts, "id"),
            corrects: self.plain(block, texts, "corrects"),
            withdrawn: self.truth(block, texts, "withdrawn"),
        })
    }

    fn text(&self, block: usize, at: usize, source: &SourceRule<'r>) -> &'r str {
        let typed = match self.typed.is_empty() {
            true => None,
            false => self.typed.get(&(block, at)),
        };
        let cell = || source.index.and_then(|index| self.cells.get(index)).or(source.constant);
        trimmed(typed.map(String::as_str).or_else(cell).unwrap_or_default())
    }

    fn fault(&mut self, block: &Block<'_>, field: &str, flaw: Flaw) {
        self.faults.push(placed(block, field, flaw));
    }

    fn understood(&mut self, source: &SourceRule<'_>, text: &str) {
        if let Some(meant) = self.meant.as_deref_mut() {
            meant.insert(source.name.clone(), text.to_owned());
        }
    }

    /// The text of a field as its words say, with its source; none where it is empty or no text.
    fn word<'b>(
        &mut self,
        block: &'b Block<'r>,
        texts: &[&'r str],
        field: &str,
    ) -> Option<(&'r str, &'b SourceRule<'r>)> {
        let (at, source) = block.source(field)?;
        let text = texts[at];
        if text.is_empty() {
            return None;
        }
        let holding = match source.holds {
            Some(FieldType::Day) => Holding::Count,
            _ => Holding::Name,
        };
        let in_sheet = self.in_sheet;
        let read = unsound(text).map_or_else(|| of_spreadsheet(text, holding, in_sheet), Err);
        let text = match read {
            Ok(text) => text,
            Err(flaw) => {
                self.fault(block, field, flaw);
                return None;
            }
        };
        if source.words.is_empty() {
            return Some((without_guard(text), source));
        }
        let wanted = normalised(text);
        let known = source.words.iter().find(|(word, _, _)| *word == wanted);
        Some((known.map_or(text, |(_, _, value)| *value), source))
    }

    fn kind(&mut self, block: &Block<'r>, texts: &[&'r str]) -> Option<FactKind> {
        let before = self.faults.len();
        let Some((text, source)) = self.word(block, texts, KIND) else {
            if self.faults.len() == before {
                let flaw = Flaw::new(FindingCode::MissingValue).with("field", KIND);
                self.fault(block, KIND, flaw);
            }
            return None;
        };
        let kind = FactKind::of(&normalised(text));
        match kind {
            Some(kind) => self.understood(source, kind.name()),
            None => {
                let names: Vec<&str> = FactKind::ALL.iter().map(|kind| kind.name()).collect();
                let flaw = unknown_word(text, source, &names);
                self.fault(block, KIND, flaw);
            }
        }
        kind
    }

    /// What the fact says; none where a field has a fault.
    fn content(
        &mut self,
        kind: FactKind,
        block: &Block<'r>,
        texts: &[&'r str],
    ) -> Option<FactContent> {
        let before = self.faults.len();
        let mut content = Map::new();
        content.insert(KIND.to_owned(), Value::from(kind.name()));
        for spec in kind.fields() {
            if let Some(value) = self.field(kind, spec, block, texts) {
                content.insert(spec.name.to_owned(), value);
            }
        }
        if block.kind.is_none() {
            self.refuse_others(kind, block, texts);
        }
        if self.faults.len() > before {
            return None;
        }
        serde_json::from_value(Value::Object(content)).ok()
    }

    /// Fields of other kinds that hold something say that the kind is wrong.
    fn refuse_others(&mut self, kind: FactKind, block: &Block<'r>, texts: &[&'r str]) {
        for (source, text) in block.sources.iter().zip(texts) {
            let of_kind = kind.fields().iter().any(|spec| spec.name == source.field);
            let of_a_kind =
                FactKind::ALL.iter().flat_map(|k| k.fields()).any(|s| s.name == source.field);
            if of_a_kind && !of_kind && !text.is_empty() && source.index.is_some() {
                let flaw = Flaw::new(FindingCode::FieldNotOfKind)
                    .with("kind", kind.name())
                    .with("field", source.field);
                self.fault(block, source.field, flaw);
            }
        }
    }

    fn field(
        &mut self,
        kind: FactKind,
        spec: &FieldSpec,
        block: &Block<'r>,
        texts: &[&'r str],
    ) -> Option<Value> {
        let before = self.faults.len();
        let Some((text, source)) = self.word(block, texts, spec.name) else {
            if self.faults.len() > before {
                return None;
            }
            return match (spec.required, spec.holds) {
                (_, FieldType::Truth) => Some(Value::Bool(false)),
                (false, _) => Some(Value::Null),
                // A person may have one name only.
                (true, FieldType::Text) if kind == FactKind::Name => Some(Value::from("")),
                (true, _) => {
                    let flaw = Flaw::new(FindingCode::MissingValue).with("field", spec.name);
                    self.fault(block, spec.name, flaw);
                    None
                }
            };
        };
        match self.value(spec.holds, text, source) {
            Ok((value, remark)) => {
                let plain = match &value {
                    Value::String(text) => text.clone(),
                    other => other.to_string(),
                };
                self.understood(source, &plain);
                self.remarks.extend(remark.map(|remark| placed(block, spec.name, remark)));
                Some(value)
            }
            Err(flaw) => {
                self.fault(block, spec.name, flaw);
                None
            }
        }
    }

    fn value(
        &self,
        holds: FieldType,
        text: &str,
        source: &SourceRule<'_>,
    ) -> Result<(Value, Option<Flaw>), Flaw> {
        match holds {
            FieldType::Day => {
                let day = read_plain_date(text, self.forms)?;
                Ok((Value::from(day.to_string()), None))
            }
            FieldType::Choice(words) => {
                let wanted = normalised(text);
                let word = words.iter().find(|word| **word == wanted);
                let word = word.ok_or_else(|| unknown_word(text, source, words))?;
                Ok((Value::from(*word), None))
            }
            FieldType::Truth => match truth_of(text) {
                Some(truth) => Ok((Value::Bool(truth), None)),
                None => Err(unknown_word(text, source, &["ja", "nej"])),
            },
            FieldType::DossierNumber => {
                Ok((Value::from(read_dossier_number(text)?.to_string()), None))
            }
            FieldType::NationalNumber => {
                let (number, remark) = read_national_number(text, self.reference)?;
                Ok((Value::from(number.to_string()), remark))
            }
            FieldType::Amount => match read_kronor(text)? {
                amount if amount.is_negative() => Err(Flaw::new(FindingCode::AmountNegative)),
                amount if amount > LARGEST_AMOUNT => {
                    let limit = LARGEST_AMOUNT.kronor().trunc();
                    Err(Flaw::new(FindingCode::AmountTooLarge).with("limit", limit))
                }
                amount => Ok((Value::from(amount.0), None)),
            },
            _ if has_invisible(text) => Err(Flaw::new(FindingCode::InvisibleText)),
            FieldType::Text
            | FieldType::CostCentre
            | FieldType::Municipality
            | FieldType::Person => {
                let formula = is_formula(text).then(|| Flaw::new(FindingCode::FormulaText));
                Ok((Value::from(text), formula))
            }
        }
    }

    fn days(&mut self, kind: FactKind, block: &Block<'r>, texts: &[&'r str]) -> Validity {
        let before = self.faults.len();
        let valid_from = self.day(block, texts, VALID_FROM);
        let valid_until = self.day(block, texts, VALID_UNTIL);
        let refused = match kind.days() {
            Days::None if valid_from.is_some() => Some(VALID_FROM),
            Days::None | Days::One if valid_until.is_some() => Some(VALID_UNTIL),
            _ => None,
        };
        if let Some(field) = refused {
            let flaw = Flaw::new(FindingCode::FieldNotOfKind)
                .with("kind", kind.name())
                .with("field", field);
            self.fault(block, field, flaw);
        }
        if kind.days() == Days::One && valid_from.is_none() && self.faults.len() == before {
            let flaw = Flaw::new(FindingCode::MissingValue).with("field", VALID_FROM);
            self.fault(block, VALID_FROM, flaw);
        }
        if let (Some(from), Some(until)) = (valid_from, valid_until)
            && until < from
        {
            let flaw =
                Flaw::new(FindingCode::PeriodReversed).with("from", from).with("until", until);
            self.fault(block, VALID_UNTIL, flaw);
        }
        Validity { valid_from, valid_until }
    }

    fn day(&mut self, block: &Block<'r>, texts: &[&'r str], field: &str) -> Option<NaiveDate> {
        let (text, source) = self.word(block, texts, field)?;
        match read_plain_date(text, self.forms) {
            Ok(day) => {
                self.understood(source, &day.to_string());
                Some(day)
            }
            Err(flaw) => {
                self.fault(block, field, flaw);
                None
            }
        }
    }

    fn plain(&mut self, block: &Block<'r>, texts: &[&'r str], field: &str) -> Option<String> {
        let (text, source) = self.word(block, texts, field)?;
        self.understood(source, text);
        Some(text.to_owned())
    }

    fn truth(&mut self, block: &Block<'r>, texts: &[&'r str], field: &str) -> bool {
        let Some((text, source)) = self.word(block, texts, field) else { return false };
        match truth_of(text) {
            Some(truth) => {
                self.understood(source, if truth { "true" } else { "false" });
                truth
            }
            None => {
                let flaw = unknown_word(text, source, &["ja", "nej"]);
                self.fault(block, field, flaw);
                false
            }
        }
    }
}

/// A flaw in the column of its field.
fn placed(block: &Block<'_>, field: &str, flaw: Flaw) -> RowFault {
    let index = block.source(field).and_then(|(_, source)| source.index);
    let column = index.and_then(|index| u16::try_from(index + 1).ok());
    RowFault { column, code: flaw.code, values: flaw.values }
}

fn truth_of(text: &str) -> Option<bool> {
    match normalised(text).as_str() {
        "ja" | "j" | "x" | "1" | "true" | "sant" => Some(true),
        "nej" | "n" | "0" | "false" | "falskt" => Some(false),
        _ => None,
    }
}

/// A word that the field does not take, with those it does: the profile's, or the field's own.
fn unknown_word(text: &str, source: &SourceRule<'_>, words: &[&str]) -> Flaw {
    let of_profile: Vec<&str> = source.words.iter().map(|(_, word, _)| *word).collect();
    let allowed = if of_profile.is_empty() { words.join(", ") } else { of_profile.join(", ") };
    Flaw::new(FindingCode::ValueNotKnown).quoting(text).with("allowed", allowed)
}
