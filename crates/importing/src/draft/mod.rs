//! Rows of a file that is brought in as a draft, whatever they are about: as written, as meant, and
//! what is wrong with each.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use chrono::NaiveDate;
use domain::facts::FieldType;

use crate::fault::RowFault;
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

/// Corrections of a row: the new text of each field, by its name ([`RowField::name`]). An empty text
/// empties the field.
pub type RowOverrides = BTreeMap<String, String>;

/// A field of the rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowField {
    /// Its name: that of the profile (`birth_date`), or block and field of a fact
    /// (`legal-ground.ground`).
    pub name: String,
    /// Number of the column it stands in, from 1; none where this file has none.
    pub column: Option<u16>,
    /// What it holds, where that is known before it is read.
    pub holds: Option<FieldType>,
    /// The value that every row has.
    pub constant: Option<String>,
}

/// What a row means, with the meaning of each field as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowMeant<Row> {
    /// What could be understood of it.
    pub row: Row,
    /// What is wrong with it, on its own.
    pub faults: Vec<RowFault>,
    /// Fields that have been read, in plain form by name: ISO days, digits, words of facts.
    pub meant: BTreeMap<String, String>,
}

/// Days that a file does not say and whoever reads it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GivenDays {
    /// The business day: decides the century of ten-digit numbers, and nobody is born after it.
    pub reference: NaiveDate,
    /// The day that stands for those that rows lack.
    pub day: Option<NaiveDate>,
}

/// The fields of one file's rows.
pub trait RowFields {
    /// The fields of the rows: those of columns in the order of the columns, then the others. Of
    /// several fields that are read from one column the first stands for all.
    fn fields(&self) -> Vec<RowField>;

    /// Whether a field of that name can be corrected.
    fn has_field(&self, name: &str) -> bool;

    /// The column of a field, from 1; none where the file has none.
    fn column(&self, name: &str) -> Option<u16>;
}

/// Understands the rows of one file: the one way, whether they are read or corrected.
pub trait RowInterpreter: RowFields {
    /// What a row means.
    type Row: Default;

    /// What the row means, and what is wrong with it on its own.
    ///
    /// An override stands for the field's text, in the profile's forms or plainly: an ISO date,
    /// twelve digits. A row with the wrong number of cells is not read at all; once it has an
    /// override that is taken for answered, and the fields present are read by position.
    fn interpret(&self, written: &Cells, overrides: &RowOverrides) -> (Self::Row, Vec<RowFault>);

    /// As [`RowInterpreter::interpret`], with the meaning of each field.
    fn explain(&self, written: &Cells, overrides: &RowOverrides) -> RowMeant<Self::Row>;
}

/// What rows are about, as far as reading goes.
pub trait RowKind {
    /// The kinds of profile that such files are read by, in order of preference.
    const PROFILES: &'static [ProfileKind];
    /// What a row means.
    type Row: Default;
    /// What understands the rows of one file.
    type Interpreter<'l>: RowInterpreter<Row = Self::Row>;

    /// For the rows of a file that was read with this profile and layout.
    fn interpreter<'l>(
        profile: &'l Profile,
        layout: &'l Layout,
        given: GivenDays,
    ) -> Self::Interpreter<'l>;
}

/// One row of a file.
#[derive(Debug)]
pub struct ReadDraftRow<'r, Row> {
    /// Physical line it begins on, as a text editor counts; row number in a sheet.
    pub line: u32,
    /// Its cells as written.
    pub written: &'r Cells,
    /// Where the columns stand, for giving faults their places.
    pub layout: &'r Layout,
    /// What could be understood of it.
    pub row: Row,
    /// What is wrong with it, on its own; that it contradicts others, the caller finds.
    pub faults: Vec<RowFault>,
}

/// Reads all rows of a file, in order, in memory that does not grow with their number (a sheet is
/// held whole).
///
/// # Errors
/// [`FileRefusal`]: the profile does not suit, unreadable, damaged, too many rows, or other bytes
/// than those inspected. Rows may have been handed over before.
pub fn read_rows<Kind: RowKind>(
    source: &mut dyn Source,
    inspection: &Inspection,
    profile: &Profile,
    given: GivenDays,
    limits: &Limits,
    on_row: &mut dyn FnMut(ReadDraftRow<'_, Kind::Row>) -> ControlFlow<()>,
) -> Result<ReadSummary, FileRefusal> {
    if !Kind::PROFILES.contains(&profile.kind) {
        let (profile, missing) = (profile.name.clone(), Vec::new());
        return Err(FileRefusal::ProfileNotSuited { profile, missing });
    }
    let mut opened = Opened::open(source, inspection, limits)?;
    let found = find_profile(&mut opened, profile)?;
    let layout = found.layout.clone();
    let interpreter = Kind::interpreter(profile, &layout, given);
    each_row(&mut opened, found, profile, &mut |record, _| {
        let (row, faults) = match record.flaws.is_empty() {
            true => interpreter.interpret(&record.cells, &RowOverrides::new()),
            false => flawed(&interpreter, record, limits),
        };
        let (line, written) = (record.line, &record.cells);
        on_row(ReadDraftRow { line, written, layout: &layout, row, faults })
    })
}

/// A row with faults of the file itself: where these take a field, nothing else is said of it; where
/// they take the row, nothing else is said at all.
fn flawed<Interpreter: RowInterpreter>(
    interpreter: &Interpreter,
    record: &Record,
    limits: &Limits,
) -> (Interpreter::Row, Vec<RowFault>) {
    let fault = |flaw| {
        let (index, flaw) = record_flaw(flaw, limits);
        let column = index.and_then(|index| u16::try_from(index + 1).ok());
        RowFault { column, code: flaw.code, values: flaw.values }
    };
    let mut faults: Vec<RowFault> = record.flaws.iter().map(|flaw| fault(*flaw)).collect();
    if let Some(whole) = faults.iter().position(|fault| fault.column.is_none()) {
        return (Interpreter::Row::default(), vec![faults.swap_remove(whole)]);
    }
    let (row, of_fields) = interpreter.interpret(&record.cells, &RowOverrides::new());
    let told: Vec<_> = faults.iter().map(|fault| fault.column).collect();
    faults.extend(of_fields.into_iter().filter(|fault| !told.contains(&fault.column)));
    (row, faults)
}

/// Fields in the order of their columns, those without after them, one for each column: the first.
pub(crate) fn by_column(fields: impl Iterator<Item = RowField>) -> Vec<RowField> {
    let mut ordered: Vec<RowField> = Vec::new();
    for field in fields {
        let stands = field.column.is_some_and(|c| ordered.iter().any(|f| f.column == Some(c)));
        if !stands {
            ordered.push(field);
        }
    }
    ordered.sort_by_key(|field| field.column.unwrap_or(u16::MAX));
    ordered
}
