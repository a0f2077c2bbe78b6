//! A row as written to a row as meant: the one way, whether it is read or corrected.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::FindingCode;
use domain::checks::is_formula;
use domain::person::{CostCentre, PersonId};
use domain::spelling::has_invisible;

use super::RegisterRow;
use super::facts::{Block, FactReader};
use crate::draft::{RowField, RowFields, RowInterpreter, RowMeant, RowOverrides, by_column};
use crate::fault::RowFault;
use crate::layout::Layout;
use crate::profile::{Profile, ProfileKind, Target};
use crate::records::Cells;
use crate::row::{Positions, RowReader, Typed, miscounted, without_guard};
use crate::values::Flaw;

/// Understands the rows of one register.
pub struct RegisterInterpreter<'l> {
    profile: &'l Profile,
    layout: &'l Layout,
    reference: NaiveDate,
    positions: Positions,
    blocks: Vec<Block<'l>>,
}

/// Corrections by what they stand for. One of a column stands for every field that is read there.
#[derive(Default)]
pub(super) struct Corrected {
    targets: BTreeMap<Target, String>,
    /// By block and place of the source in it.
    pub(super) sources: BTreeMap<(usize, usize), String>,
}

impl<'l> RegisterInterpreter<'l> {
    /// For the rows of a register that was read with this profile and layout; `reference` decides
    /// the century of ten-digit numbers, and nobody is born after it.
    #[must_use]
    pub fn new(
        profile: &'l Profile,
        layout: &'l Layout,
        reference: NaiveDate,
    ) -> RegisterInterpreter<'l> {
        let blocks = Block::all(profile, layout);
        let positions = Positions::new(layout);
        RegisterInterpreter { profile, layout, reference, positions, blocks }
    }

    /// The column in which a fact of a block says that; where it stands nowhere, the first column
    /// of the block.
    #[must_use]
    pub fn fact_column(&self, block: usize, field: &str) -> Option<u16> {
        let sources = &self.blocks.get(block)?.sources;
        let of_field =
            sources.iter().find(|source| source.field == field && source.index.is_some());
        let any = || sources.iter().filter(|source| source.index.is_some()).min_by_key(|s| s.index);
        of_field.or_else(any)?.index.and_then(|index| u16::try_from(index + 1).ok())
    }

    fn source(&self, name: &str) -> Option<(usize, usize)> {
        self.blocks.iter().enumerate().find_map(|(block, rule)| {
            let at = rule.sources.iter().position(|source| source.name == name)?;
            Some((block, at))
        })
    }

    /// A row that is not read at all; but whom it would protect is known all the same.
    fn unread(&self, written: &Cells) -> RegisterRow {
        let (row, _) = self.read(written, &RowOverrides::new(), None);
        match row.protects {
            false => RegisterRow::default(),
            true => RegisterRow {
                person_id: row.person_id,
                national_number: row.national_number,
                dossier_number: row.dossier_number,
                family_name: row.family_name,
                given_name: row.given_name,
                birth_date: row.birth_date,
                protects: true,
                unread: true,
                ..RegisterRow::default()
            },
        }
    }

    fn corrected(&self, overrides: &RowOverrides) -> Corrected {
        let mut corrected = Corrected::default();
        for (name, text) in overrides {
            let target = Target::from_name(name);
            corrected.targets.extend(target.map(|target| (target, text.clone())));
            let source = self.source(name);
            corrected.sources.extend(source.map(|place| (place, text.clone())));
            let index = match (target, source) {
                (Some(target), _) => self.positions.get(target),
                (None, Some((block, at))) => self.blocks[block].sources[at].index,
                (None, None) => None,
            };
            let Some(index) = index else { continue };
            let here =
                Target::ALL.iter().filter(|other| self.positions.get(**other) == Some(index));
            corrected.targets.extend(here.map(|target| (*target, text.clone())));
            for (block, rule) in self.blocks.iter().enumerate() {
                let here = rule.sources.iter().enumerate().filter(|(_, s)| s.index == Some(index));
                corrected.sources.extend(here.map(|(at, _)| ((block, at), text.clone())));
            }
        }
        corrected
    }

    fn read(
        &self,
        cells: &Cells,
        overrides: &RowOverrides,
        meant: Option<&mut BTreeMap<String, String>>,
    ) -> (RegisterRow, Vec<RowFault>) {
        let corrected = match overrides.is_empty() {
            true => Corrected::default(),
            false => self.corrected(overrides),
        };
        let typed = Typed::Targets(&corrected.targets);
        let mut reader = RowReader::new(self.profile, &self.positions, cells, typed);
        let (family_name, given_name) = reader.names();
        let plain = |text: Option<String>| text.map(|text| without_guard(&text).to_owned());
        let mut row = RegisterRow {
            person_id: reader.text(Target::PersonId).map(PersonId),
            national_number: reader.national_number(self.reference),
            dossier_number: reader.dossier_number(),
            family_name: plain(family_name),
            given_name: plain(given_name),
            birth_date: reader.date(Target::BirthDate),
            board_name: plain(reader.text(Target::BoardName)),
            cost_centre: reader.text(Target::CostCentre).map(CostCentre),
            group: plain(reader.text(Target::Group)),
            received: reader.date(Target::Received),
            board_from: reader.date(Target::BoardFrom),
            facts: Vec::new(),
            protects: false,
            unread: false,
        };
        // Those who run schools know no Person-id: of a list of pupils a number says as much.
        let has_id = match self.profile.kind {
            ProfileKind::School => row.person_id.is_some(),
            _ => reader.knows(Target::PersonId),
        };
        let of_form = reader.flaws.into_iter().map(|(target, flaw)| (Some(target), flaw));
        let mut flaws: Vec<_> = of_form.collect();
        flaws.extend(self.meaning(&row, &flaws, has_id));
        let mut faults: Vec<RowFault> =
            flaws.into_iter().map(|(target, flaw)| self.fault(target, flaw)).collect();
        if !self.blocks.is_empty() {
            let mut facts = FactReader {
                forms: &self.profile.forms.dates,
                reference: self.reference,
                cells,
                in_sheet: self.layout.separator.is_none(),
                typed: &corrected.sources,
                meant,
                faults: Vec::new(),
                remarks: Vec::new(),
                protects: false,
            };
            let blocks = self.blocks.iter().enumerate();
            row.facts = blocks.filter_map(|(index, block)| facts.read(index, block)).collect();
            row.protects = facts.protects;
            // A cell that several fields are read from is told about once.
            for fault in facts.faults.into_iter().chain(facts.remarks) {
                let told = fault.column.is_some()
                    && faults.iter().any(|known| known.column == fault.column);
                if !told {
                    faults.push(fault);
                }
            }
        }
        let id = row.person_id.as_ref();
        if id.is_some_and(|id| id.holds_identity_number(|number| row.has_dossier(number))) {
            let flaw = Flaw::new(FindingCode::PersonIdIsNumber);
            faults.push(self.fault(Some(Target::PersonId), flaw));
        }
        (row, faults)
    }

    fn fault(&self, target: Option<Target>, flaw: Flaw) -> RowFault {
        let column = target.and_then(|target| self.layout.column(target));
        RowFault { column, code: flaw.code, values: flaw.values }
    }

    /// What a row must satisfy on its own.
    fn meaning(
        &self,
        row: &RegisterRow,
        of_form: &[(Option<Target>, Flaw)],
        has_id: bool,
    ) -> Vec<(Option<Target>, Flaw)> {
        let mut flaws = Vec::new();
        let unread = |target: Target| of_form.iter().any(|(other, _)| *other == Some(target));
        if has_id && row.person_id.is_none() && !unread(Target::PersonId) {
            let flaw = Flaw::new(FindingCode::MissingValue).with("field", Target::PersonId);
            flaws.push((Some(Target::PersonId), flaw));
        }
        let numbered = row.dossier_number.is_some() || row.national_number.is_some();
        let unread_number = unread(Target::DossierNumber) || unread(Target::PersonalNumber);
        if !has_id && !numbered && !unread_number {
            flaws.push((None, Flaw::new(FindingCode::MissingIdentity)));
        }
        if let Some(birth_date) = row.birth_date.filter(|day| *day > self.reference) {
            let flaw = Flaw::new(FindingCode::BirthDateImpossible).with("text", birth_date);
            flaws.push((Some(Target::BirthDate), flaw));
        }
        let texts = [
            (Target::PersonId, row.person_id.as_ref().map(|id| id.0.as_str())),
            (Target::FamilyName, row.family_name.as_deref()),
            (Target::GivenName, row.given_name.as_deref()),
            (Target::BoardName, row.board_name.as_deref()),
            (Target::CostCentre, row.cost_centre.as_ref().map(|centre| centre.0.as_str())),
            (Target::Group, row.group.as_deref()),
        ];
        for (target, text) in texts {
            if text.is_some_and(has_invisible) {
                flaws.push((Some(target), Flaw::new(FindingCode::InvisibleText)));
            }
            if text.is_some_and(is_formula) {
                flaws.push((Some(target), Flaw::new(FindingCode::FormulaText)));
            }
        }
        flaws
    }
}

impl RowFields for RegisterInterpreter<'_> {
    fn fields(&self) -> Vec<RowField> {
        let number = |index: usize| u16::try_from(index + 1).ok();
        let fixed = Target::ALL.iter().filter(|target| target.is_in(self.profile.kind));
        let fixed = fixed.map(|target| RowField {
            name: target.name().to_owned(),
            column: self.positions.get(*target).and_then(number),
            holds: None,
            constant: self.profile.constants.get(target).cloned(),
        });
        let of_facts = self.blocks.iter().flat_map(|block| block.sources.iter());
        let of_facts = of_facts.map(|source| RowField {
            name: source.name.clone(),
            column: source.index.and_then(number),
            holds: source.holds,
            constant: source.constant.map(str::to_owned),
        });
        by_column(fixed.chain(of_facts))
    }

    fn has_field(&self, name: &str) -> bool {
        Target::from_name(name).is_some_and(|target| target.is_in(self.profile.kind))
            || self.source(name).is_some()
    }

    fn column(&self, name: &str) -> Option<u16> {
        let index = match Target::from_name(name) {
            Some(target) => return self.layout.column(target),
            None => self.source(name).and_then(|(block, at)| self.blocks[block].sources[at].index),
        };
        index.and_then(|index| u16::try_from(index + 1).ok())
    }
}

impl RowInterpreter for RegisterInterpreter<'_> {
    type Row = RegisterRow;

    fn interpret(&self, written: &Cells, overrides: &RowOverrides) -> (RegisterRow, Vec<RowFault>) {
        match miscounted(self.layout, written) {
            Some(fault) if overrides.is_empty() => (self.unread(written), vec![fault]),
            _ => self.read(written, overrides, None),
        }
    }

    fn explain(&self, written: &Cells, overrides: &RowOverrides) -> RowMeant<RegisterRow> {
        let mut meant = BTreeMap::new();
        let (row, faults) = match miscounted(self.layout, written) {
            Some(fault) if overrides.is_empty() => (self.unread(written), vec![fault]),
            _ => self.read(written, overrides, Some(&mut meant)),
        };
        let fixed = [
            (Target::PersonId, row.person_id.as_ref().map(ToString::to_string)),
            (Target::PersonalNumber, row.national_number.map(|number| number.to_string())),
            (Target::DossierNumber, row.dossier_number.map(|number| number.to_string())),
            (Target::FamilyName, row.family_name.clone()),
            (Target::GivenName, row.given_name.clone()),
            (Target::BirthDate, row.birth_date.map(|day| day.to_string())),
            (Target::BoardName, row.board_name.clone()),
            (Target::CostCentre, row.cost_centre.as_ref().map(ToString::to_string)),
            (Target::Group, row.group.clone()),
            (Target::Received, row.received.map(|day| day.to_string())),
            (Target::BoardFrom, row.board_from.map(|day| day.to_string())),
        ];
        let fixed = fixed.into_iter().filter_map(|(target, text)| Some((target, text?)));
        meant.extend(fixed.map(|(target, text)| (target.name().to_owned(), text)));
        if self.positions.get(Target::FullName).is_some() {
            let names = [row.family_name.as_deref(), row.given_name.as_deref()];
            let full = names.into_iter().flatten().collect::<Vec<_>>().join(", ");
            meant.insert(Target::FullName.name().to_owned(), full);
        }
        RowMeant { row, faults, meant }
    }
}
