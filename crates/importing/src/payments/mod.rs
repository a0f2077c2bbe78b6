//! Payment lists: bytes to rows, each as written and as meant.

mod interpret;
mod merge;
mod propose;

use std::ops::ControlFlow;

use chrono::NaiveDate;
use domain::PaymentRow;
use domain::checks::Fault;

pub use interpret::Interpreter;
pub use propose::{Proposal, ProposalReason};

use crate::inspect::{Inspection, Source};
use crate::layout::{Layout, find_profile, has_payment_date};
use crate::limits::Limits;
use crate::pass::{ReadSummary, each_row};
use crate::profile::{Profile, ProfileKind};
use crate::records::{Cells, Opened, Record};
use crate::refusal::FileRefusal;
use crate::row::{Overrides, record_flaw};

/// What the list does not say and the user does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given {
    /// Payment date of lists that have none in their rows; goes before one above the rows.
    pub payment_date: Option<NaiveDate>,
    /// Decides the century of ten-digit numbers in rows without any payment date: the business day.
    pub reference: NaiveDate,
}

/// One row of a payment list.
#[derive(Debug)]
pub struct ReadRow<'r> {
    /// Physical line it begins on, as a text editor counts; row number in a sheet.
    pub line: u32,
    /// Its cells as written.
    pub written: &'r Cells,
    /// Where the columns stand, for giving faults their places.
    pub layout: &'r Layout,
    /// What could be understood of it.
    pub row: PaymentRow,
    /// Faults of form only; those of meaning are found by [`domain::checks::faults_of_meaning`].
    pub faults: Vec<Fault>,
}

/// Reads all rows of a payment list, in order, in memory that does not grow with their number (a
/// sheet is held whole).
///
/// # Errors
/// [`FileRefusal`]: the profile does not suit, no payment date, unreadable, damaged, too many rows,
/// or other bytes than those inspected. Rows may have been handed over before.
pub fn read_payments(
    source: &mut dyn Source,
    inspection: &Inspection,
    profile: &Profile,
    given: Given,
    limits: &Limits,
    on_row: &mut dyn FnMut(ReadRow<'_>) -> ControlFlow<()>,
) -> Result<ReadSummary, FileRefusal> {
    if profile.kind != ProfileKind::PaymentList {
        let (profile, missing) = (profile.name.clone(), Vec::new());
        return Err(FileRefusal::ProfileNotSuited { profile, missing });
    }
    let mut opened = Opened::open(source, inspection, limits)?;
    let found = find_profile(&mut opened, profile)?;
    if given.payment_date.is_none() && !has_payment_date(profile, &found.layout) {
        return Err(FileRefusal::PaymentDateNotGiven);
    }
    let layout = found.layout.clone();
    let interpreter = Interpreter::new(profile, &layout, given);
    let none = Overrides::new();
    each_row(&mut opened, found, profile, &mut |record, _| {
        let (row, faults) = if record.flaws.is_empty() {
            interpreter.interpret(&record.cells, &none)
        } else {
            flawed(&interpreter, record, limits)
        };
        on_row(ReadRow { line: record.line, written: &record.cells, layout: &layout, row, faults })
    })
}

/// A row with faults of the file itself: where these take a field, nothing else is said of it; where
/// they take the row, nothing else is said at all.
fn flawed(
    interpreter: &Interpreter<'_>,
    record: &Record,
    limits: &Limits,
) -> (PaymentRow, Vec<Fault>) {
    let mut faults: Vec<Fault> = Vec::new();
    for flaw in &record.flaws {
        let (index, flaw) = record_flaw(*flaw, limits);
        let field = index.and_then(|index| interpreter.field_at(index));
        faults.push(Fault { field, code: flaw.code, values: flaw.values });
    }
    if faults.iter().any(|fault| fault.field.is_none()) {
        faults.truncate(1);
        return (PaymentRow::default(), faults);
    }
    let (row, of_fields) = interpreter.interpret(&record.cells, &Overrides::new());
    let told: Vec<_> = faults.iter().map(|fault| fault.field).collect();
    faults.extend(of_fields.into_iter().filter(|fault| !told.contains(&fault.field)));
    (row, faults)
}
