//! The register of persons (personkrets): bytes to rows.

use std::ops::ControlFlow;

use chrono::NaiveDate;
use domain::FindingCode;
use domain::checks::is_formula;
use domain::identity::{DossierNumber, NationalNumber};
use domain::person::{CostCentre, PersonId};

use crate::inspect::{Inspection, Source};
use crate::layout::{Layout, find_profile};
use crate::limits::Limits;
use crate::pass::{ReadSummary, each_row};
use crate::profile::{Profile, ProfileKind, Target};
use crate::records::{Cells, Opened, Record};
use crate::refusal::FileRefusal;
use crate::row::{Overrides, Positions, RowReader, record_flaw};
use crate::values::{Flaw, trimmed};

/// What could be understood of one row; a field that is empty or could not be read is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegisterRow {
    /// The register's own id.
    pub person_id: Option<PersonId>,
    /// Personal or coordination number.
    pub national_number: Option<NationalNumber>,
    /// Dossier number.
    pub dossier_number: Option<DossierNumber>,
    /// Family name.
    pub family_name: Option<String>,
    /// Given name.
    pub given_name: Option<String>,
    /// Day of birth; the one to take ages from, never the number.
    pub birth_date: Option<NaiveDate>,
    /// Name of the board that answers for the person.
    pub board_name: Option<String>,
    /// Cost centre of that board.
    pub cost_centre: Option<CostCentre>,
    /// A label for people.
    pub group: Option<String>,
    /// Day of reception.
    pub received: Option<NaiveDate>,
    /// First day on which the board answers for the person.
    pub board_from: Option<NaiveDate>,
}

/// Something wrong with a row of the register, before it has been given its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterFault {
    /// The field it lies in; none when the whole row is meant.
    pub field: Option<Target>,
    /// What it is.
    pub code: FindingCode,
    /// Named values for the text; never names or identity numbers.
    pub values: Vec<(String, String)>,
}

/// One row of a register.
#[derive(Debug)]
pub struct ReadRegisterRow<'r> {
    /// Physical line it begins on, as a text editor counts; row number in a sheet.
    pub line: u32,
    /// Its cells as written.
    pub written: &'r Cells,
    /// Where the columns stand, for giving faults their places.
    pub layout: &'r Layout,
    /// What could be understood of it.
    pub row: RegisterRow,
    /// What is wrong with it, on its own; that it contradicts others, the caller finds.
    pub faults: Vec<RegisterFault>,
}

/// Reads all rows of a register, in order, in memory that does not grow with their number (a sheet
/// is held whole). `reference` is the business day: it decides the century of ten-digit numbers, and
/// nobody is born after it.
///
/// # Errors
/// [`FileRefusal`]: the profile does not suit, unreadable, damaged, too many rows, or other bytes
/// than those inspected. Rows may have been handed over before.
pub fn read_register(
    source: &mut dyn Source,
    inspection: &Inspection,
    profile: &Profile,
    reference: NaiveDate,
    limits: &Limits,
    on_row: &mut dyn FnMut(ReadRegisterRow<'_>) -> ControlFlow<()>,
) -> Result<ReadSummary, FileRefusal> {
    if profile.kind != ProfileKind::Register {
        let (profile, missing) = (profile.name.clone(), Vec::new());
        return Err(FileRefusal::ProfileNotSuited { profile, missing });
    }
    let mut opened = Opened::open(source, inspection, limits)?;
    let found = find_profile(&mut opened, profile)?;
    let positions = Positions::new(&found.layout);
    each_row(&mut opened, found, profile, &mut |record, layout| {
        let (row, faults) = match fault_of_row(record, layout, limits) {
            Some(fault) => (RegisterRow::default(), vec![fault]),
            None => {
                let (row, flaws) = read(profile, &positions, record, reference, limits);
                let fault = |(target, flaw): (Target, Flaw)| RegisterFault {
                    field: Some(target),
                    code: flaw.code,
                    values: flaw.values,
                };
                (row, flaws.into_iter().map(fault).collect())
            }
        };
        on_row(ReadRegisterRow { line: record.line, written: &record.cells, layout, row, faults })
    })
}

/// What keeps the fields of the row from being told apart.
fn fault_of_row(record: &Record, layout: &Layout, limits: &Limits) -> Option<RegisterFault> {
    let whole = |flaw: Flaw| RegisterFault { field: None, code: flaw.code, values: flaw.values };
    let flaws = record.flaws.iter().map(|flaw| record_flaw(*flaw, limits));
    let of_record = flaws.filter(|(index, _)| index.is_none()).map(|(_, flaw)| whole(flaw)).next();
    if of_record.is_some() || layout.separator.is_none() {
        return of_record;
    }
    let (found, expected) = (record.cells.len(), layout.names.len());
    let surplus = record.cells.iter().skip(expected).any(|cell| !trimmed(cell).is_empty());
    let code = if found < expected {
        FindingCode::TooFewFields
    } else if surplus {
        FindingCode::TooManyFields
    } else {
        return None;
    };
    Some(whole(Flaw::new(code).with("found", found).with("expected", expected)))
}

fn read(
    profile: &Profile,
    positions: &Positions,
    record: &Record,
    reference: NaiveDate,
    limits: &Limits,
) -> (RegisterRow, Vec<(Target, Flaw)>) {
    let none = Overrides::new();
    let mut reader = RowReader::new(profile, positions, &record.cells, &none);
    let (family_name, given_name) = reader.names();
    let row = RegisterRow {
        person_id: reader.text(Target::PersonId).map(PersonId),
        national_number: reader.national_number(reference),
        dossier_number: reader.dossier_number(),
        family_name,
        given_name,
        birth_date: reader.date(Target::BirthDate),
        board_name: reader.text(Target::BoardName),
        cost_centre: reader.text(Target::CostCentre).map(CostCentre),
        group: reader.text(Target::Group),
        received: reader.date(Target::Received),
        board_from: reader.date(Target::BoardFrom),
    };
    let mut flaws = reader.flaws;
    for flaw in &record.flaws {
        if let (Some(index), flaw) = record_flaw(*flaw, limits)
            && let Some(target) = positions.target_at(index)
        {
            flaws.push((target, flaw));
        }
    }
    flaws.extend(meaning(&row, &flaws, reference));
    (row, flaws)
}

/// What a row must satisfy on its own.
fn meaning(
    row: &RegisterRow,
    of_form: &[(Target, Flaw)],
    reference: NaiveDate,
) -> Vec<(Target, Flaw)> {
    let mut flaws = Vec::new();
    let unread = |target: Target| of_form.iter().any(|(other, _)| *other == target);
    if row.person_id.is_none() && !unread(Target::PersonId) {
        let flaw = Flaw::new(FindingCode::MissingValue).with("field", Target::PersonId);
        flaws.push((Target::PersonId, flaw));
    }
    if let Some(birth_date) = row.birth_date.filter(|day| *day > reference) {
        let flaw = Flaw::new(FindingCode::BirthDateImpossible).with("text", birth_date);
        flaws.push((Target::BirthDate, flaw));
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
        if text.is_some_and(is_formula) {
            flaws.push((target, Flaw::new(FindingCode::FormulaText)));
        }
    }
    flaws
}
