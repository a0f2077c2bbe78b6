//! Rows that hold nothing but targets: one way of understanding them, whatever they are about.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::draft::{RowField, RowFields, RowInterpreter, RowMeant, RowOverrides, by_column};
use crate::fault::RowFault;
use crate::layout::Layout;
use crate::profile::{Profile, Target};
use crate::records::Cells;
use crate::row::{Positions, RowReader, Typed, miscounted};

/// Fields in the form in which a correction is typed; none where one is empty or could not be read.
pub(crate) type Told = Vec<(Target, Option<String>)>;

/// Understands the rows of one file, each field from the column of its target.
pub struct TargetInterpreter<'l, Row> {
    profile: &'l Profile,
    layout: &'l Layout,
    reference: NaiveDate,
    positions: Positions,
    read: fn(&mut RowReader<'_>, NaiveDate) -> Row,
    told: fn(&Row) -> Told,
}

impl<'l, Row> TargetInterpreter<'l, Row> {
    /// `read` understands a row on its own, `told` gives its fields in the form in which a correction is
    /// typed. `reference` decides the century of ten-digit numbers.
    pub(crate) fn new(
        profile: &'l Profile,
        layout: &'l Layout,
        reference: NaiveDate,
        read: fn(&mut RowReader<'_>, NaiveDate) -> Row,
        told: fn(&Row) -> Told,
    ) -> TargetInterpreter<'l, Row> {
        let positions = Positions::new(layout);
        TargetInterpreter { profile, layout, reference, positions, read, told }
    }
}

impl<Row> RowFields for TargetInterpreter<'_, Row> {
    fn fields(&self) -> Vec<RowField> {
        let targets = Target::ALL.iter().filter(|target| target.is_in(self.profile.kind));
        by_column(targets.map(|target| RowField {
            name: target.name().to_owned(),
            column: self.layout.column(*target),
            holds: target.is_date().then_some(domain::facts::FieldType::Day),
            constant: self.profile.constants.get(target).cloned(),
        }))
    }

    fn has_field(&self, name: &str) -> bool {
        Target::from_name(name).is_some_and(|target| target.is_in(self.profile.kind))
    }

    fn column(&self, name: &str) -> Option<u16> {
        self.layout.column(Target::from_name(name)?)
    }
}

impl<Row: Default> RowInterpreter for TargetInterpreter<'_, Row> {
    type Row = Row;

    fn interpret(&self, written: &Cells, overrides: &RowOverrides) -> (Row, Vec<RowFault>) {
        if overrides.is_empty()
            && let Some(fault) = miscounted(self.layout, written)
        {
            return (Row::default(), vec![fault]);
        }
        let typed: BTreeMap<Target, String> = overrides
            .iter()
            .filter_map(|(name, text)| Some((Target::from_name(name)?, text.clone())))
            .collect();
        let typed = Typed::Targets(&typed);
        let mut reader = RowReader::new(self.profile, &self.positions, written, typed);
        let row = (self.read)(&mut reader, self.reference);
        let faults = reader.flaws.into_iter().map(|(target, flaw)| RowFault {
            column: self.layout.column(target),
            code: flaw.code,
            values: flaw.values,
        });
        (row, faults.collect())
    }

    fn explain(&self, written: &Cells, overrides: &RowOverrides) -> RowMeant<Row> {
        let (row, faults) = self.interpret(written, overrides);
        let told = (self.told)(&row).into_iter();
        let mut meant: BTreeMap<String, String> =
            told.filter_map(|(target, text)| Some((target.name().to_owned(), text?))).collect();
        if self.positions.get(Target::FullName).is_some() {
            let names = [Target::FamilyName, Target::GivenName];
            let names = names.iter().filter_map(|part| meant.get(part.name()));
            let full = names.cloned().collect::<Vec<_>>().join(", ");
            meant.insert(Target::FullName.name().to_owned(), full);
        }
        RowMeant { row, faults, meant }
    }
}
