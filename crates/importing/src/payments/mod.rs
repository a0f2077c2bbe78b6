//! Payment lists: bytes to rows, each as written and as meant.

mod days;
mod interpret;
mod merge;
mod propose;
mod subtotal;

use std::ops::ControlFlow;

use chrono::NaiveDate;
use domain::checks::Fault;
use domain::{Field, FindingCode, PaymentRow, Period};

pub use interpret::Interpreter;
pub use propose::{Proposal, ProposalReason};

use days::{PaymentDays, is_far_ahead};

use crate::inspect::Inspection;
use crate::layout::{Layout, find_profile, has_payment_date};
use crate::limits::Limits;
use crate::pass::each_row;
use crate::profile::{Profile, ProfileKind};
use crate::records::{Cells, Opened, Record};
use crate::refusal::FileRefusal;
use crate::row::{Overrides, record_flaw};
use crate::source::Source;
use crate::summary::ReadSummary;

/// What the list does not say and the user does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given {
    /// Payment date of lists that have none in their rows; goes before one above the rows.
    pub payment_date: Option<NaiveDate>,
    /// Decides the century of ten-digit numbers in rows without any payment date: the business day.
    pub reference: NaiveDate,
    /// The payment days of the list, once it has been read whole ([`ReadPayments::usual_days`]): a
    /// row is judged by them.
    pub usual_days: Option<Period>,
}

/// What a pass over a payment list has shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadPayments {
    /// Of the list as any other.
    pub summary: ReadSummary,
    /// The payment days that belong together and have most rows.
    pub usual_days: Option<Period>,
    /// Rows whose payment day lies far from these, by line: known only when all have been read.
    pub far: Vec<(u32, Fault)>,
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
) -> Result<ReadPayments, FileRefusal> {
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
    let mut days = PaymentDays::default();
    let mut summary = each_row(&mut opened, found, profile, &mut |record, _| {
        let (row, faults) = if record.flaws.is_empty() {
            interpreter.interpret(&record.cells, &none)
        } else {
            flawed(&interpreter, record, limits)
        };
        days.take(row.payment_date, record.line);
        on_row(ReadRow { line: record.line, written: &record.cells, layout: &layout, row, faults })
    })?;
    let usual_days = days.usual(given.reference);
    let far = usual_days.map_or_else(Vec::new, |usual| days.far(usual, given.reference));
    if let Some(usual) = usual_days.filter(|usual| is_far_ahead(*usual, given.reference)) {
        let fault = Fault::in_field(Field::PaymentDate, FindingCode::PaymentDayNotCome)
            .with("date", usual.until);
        summary.findings.push(layout.place(&fault, layout.header_line));
    }
    Ok(ReadPayments { summary, usual_days, far })
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
