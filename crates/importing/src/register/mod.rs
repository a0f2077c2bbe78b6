//! The register of persons (personkrets): bytes to rows.

mod facts;
mod interpret;

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use chrono::NaiveDate;
use domain::FindingCode;
use domain::facts::{FactContent, Validity};
use domain::identity::{DossierNumber, NationalNumber};
use domain::person::{CostCentre, PersonId};

pub use interpret::{RegisterField, RegisterInterpreter};

use crate::inspect::Inspection;
use crate::layout::{Layout, find_profile};
use crate::limits::Limits;
use crate::pass::each_row;
use crate::profile::{Profile, ProfileKind};
use crate::records::{Cells, Opened, Record};
use crate::refusal::FileRefusal;
use crate::row::record_flaw;
use crate::source::Source;
use crate::summary::ReadSummary;

/// Corrections of a row: the new text of each field, by its name ([`RegisterField::name`]). An empty
/// text empties the field.
pub type RegisterOverrides = BTreeMap<String, String>;

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
    /// Facts of the profile's blocks, in their order.
    pub facts: Vec<RowFact>,
    /// Whether it protects the person, or would but for a fault.
    pub protects: bool,
    /// Whether its cells are too few or too many, so that none is counted on: of such a row it is only
    /// known whom it would protect.
    pub unread: bool,
}

impl RegisterRow {
    /// Whether it says that the person has that dossier number.
    #[must_use]
    pub fn has_dossier(&self, number: DossierNumber) -> bool {
        let is_it = |fact: &RowFact| match &fact.content {
            FactContent::Dossier(dossier) => dossier.number == number,
            _ => false,
        };
        self.dossier_number == Some(number) || self.facts.iter().any(is_it)
    }
}

/// A fact of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFact {
    /// The block's index among those of the profile.
    pub block: usize,
    /// What it says.
    pub content: FactContent,
    /// When it holds.
    pub validity: Validity,
    /// Since when it is known, as the file states it.
    pub known_since: Option<NaiveDate>,
    /// The day on the letter that says so.
    pub document_date: Option<NaiveDate>,
    /// Where it comes from.
    pub source: Option<String>,
    /// Its id; a file that has one holds entries of a register as they were made.
    pub id: Option<String>,
    /// The id of the entry that it corrects.
    pub corrects: Option<String>,
    /// Whether it takes that one back.
    pub withdrawn: bool,
}

/// Something wrong with a row of the register, before it has been given its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterFault {
    /// Number of the column it lies in, from 1; none when the whole row is meant, or a field
    /// without column.
    pub column: Option<u16>,
    /// What it is.
    pub code: FindingCode,
    /// Named values for the text; never names or identity numbers.
    pub values: Vec<(String, String)>,
}

/// What a row means, with the meaning of each field as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegisterMeaning {
    /// What could be understood of it.
    pub row: RegisterRow,
    /// What is wrong with it, on its own.
    pub faults: Vec<RegisterFault>,
    /// Fields that have been read, in plain form by name: ISO days, digits, words of facts.
    pub meant: BTreeMap<String, String>,
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
    let layout = found.layout.clone();
    let interpreter = RegisterInterpreter::new(profile, &layout, reference);
    each_row(&mut opened, found, profile, &mut |record, _| {
        let (row, faults) = match record.flaws.is_empty() {
            true => interpreter.interpret(&record.cells, &RegisterOverrides::new()),
            false => flawed(&interpreter, record, limits),
        };
        let (line, written) = (record.line, &record.cells);
        on_row(ReadRegisterRow { line, written, layout: &layout, row, faults })
    })
}

/// A row with faults of the file itself: where these take a field, nothing else is said of it; where
/// they take the row, nothing else is said at all.
fn flawed(
    interpreter: &RegisterInterpreter<'_>,
    record: &Record,
    limits: &Limits,
) -> (RegisterRow, Vec<RegisterFault>) {
    let fault = |flaw| {
        let (index, flaw) = record_flaw(flaw, limits);
        let column = index.and_then(|index| u16::try_from(index + 1).ok());
        RegisterFault { column, code: flaw.code, values: flaw.values }
    };
    let mut faults: Vec<RegisterFault> = record.flaws.iter().map(|flaw| fault(*flaw)).collect();
    if let Some(whole) = faults.iter().position(|fault| fault.column.is_none()) {
        return (RegisterRow::default(), vec![faults.swap_remove(whole)]);
    }
    let (row, of_fields) = interpreter.interpret(&record.cells, &RegisterOverrides::new());
    let told: Vec<_> = faults.iter().map(|fault| fault.column).collect();
    faults.extend(of_fields.into_iter().filter(|fault| !told.contains(&fault.column)));
    (row, faults)
}
