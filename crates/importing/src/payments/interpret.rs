//! A row as written to a row as meant: the one way, whether it is read or corrected.

use std::collections::BTreeMap;

use domain::checks::Fault;
use domain::{Field, FindingCode, PaymentRow};

use super::days::fault_of;
use super::{Given, merge, subtotal};
use crate::layout::Layout;
use crate::profile::{Profile, Target};
use crate::records::Cells;
use crate::row::{Overrides, Positions, RowReader, Typed};
use crate::values::{Flaw, trimmed};

/// Understands the rows of one list.
pub struct Interpreter<'l> {
    pub(super) profile: &'l Profile,
    pub(super) layout: &'l Layout,
    pub(super) given: Given,
    pub(super) positions: Positions,
}

/// Whether a row has as many cells as the header.
pub(super) enum Count {
    Fits,
    TooFew,
    /// With so many too many.
    TooMany(usize),
}

impl<'l> Interpreter<'l> {
    /// For the rows of a list that was read with this profile and layout.
    #[must_use]
    pub fn new(profile: &'l Profile, layout: &'l Layout, given: Given) -> Interpreter<'l> {
        Interpreter { profile, layout, given, positions: Positions::new(layout) }
    }

    /// What the row means, and its faults of form.
    ///
    /// An override stands for the field's text, in the profile's forms or plainly: an ISO date,
    /// twelve digits, comma or full stop before one or two decimals. A row with the wrong number of
    /// cells is not read at all; once it has an override that is taken for answered, and the fields
    /// present are read by position, or under the merge of neighbouring cells that reads best.
    #[must_use]
    pub fn interpret(&self, written: &Cells, overrides: &Overrides) -> (PaymentRow, Vec<Fault>) {
        let code = match self.count(written) {
            Count::Fits => return self.read(written, overrides),
            Count::TooFew if !overrides.is_empty() => return self.read(written, overrides),
            Count::TooMany(surplus) if !overrides.is_empty() => {
                return match merge::best(self, written, surplus, overrides) {
                    Some(merged) => self.read(&merged, overrides),
                    None => self.read(written, overrides),
                };
            }
            Count::TooFew => FindingCode::TooFewFields,
            Count::TooMany(_) => FindingCode::TooManyFields,
        };
        let fault = Fault::in_row(code)
            .with("found", written.len())
            .with("expected", self.layout.names.len());
        (PaymentRow::default(), vec![fault])
    }

    /// The texts of a row with too few or too many cells as they probably belong to the columns:
    /// those present by position, or under the merge of neighbours that reads best; blank ones left
    /// out. None for a row that fits. For recognising the row only: nothing is read of it so.
    #[must_use]
    pub fn by_header(&self, written: &Cells) -> Option<BTreeMap<Target, String>> {
        let cells = match self.count(written) {
            Count::Fits => return None,
            Count::TooFew => written.clone(),
            Count::TooMany(surplus) => merge::best(self, written, surplus, &Overrides::new())?,
        };
        let texts = cells.iter().enumerate().filter_map(|(index, text)| {
            let target = self.positions.target_at(index)?;
            (!trimmed(text).is_empty()).then(|| (target, text.to_owned()))
        });
        Some(texts.collect())
    }

    /// Whether the row has as many cells as the header. Blank cells after the last are no fault,
    /// and in a sheet, where each cell has its own address, no number of cells is.
    pub(super) fn count(&self, written: &Cells) -> Count {
        let expected = self.layout.names.len();
        if self.layout.separator.is_none() {
            return Count::Fits;
        }
        if written.len() < expected {
            return Count::TooFew;
        }
        let surplus = written.len() - expected;
        let blank = written.iter().skip(expected).all(|cell| trimmed(cell).is_empty());
        if blank { Count::Fits } else { Count::TooMany(surplus) }
    }

    /// Reads every field by its position.
    pub(super) fn read(&self, cells: &Cells, overrides: &Overrides) -> (PaymentRow, Vec<Fault>) {
        let mut reader =
            RowReader::new(self.profile, &self.positions, cells, Typed::Fields(overrides));
        let payment_date = if reader.knows(Target::PaymentDate) {
            reader.date(Target::PaymentDate)
        } else {
            self.date_for_all()
        };
        let reference = payment_date.or(self.date_for_all()).unwrap_or(self.given.reference);
        let payment_code = reader.text(Target::PaymentCode);
        let (family_name, given_name) = reader.names();
        let row = PaymentRow {
            payment_date,
            decision_date: reader.date(Target::DecisionDate),
            case_number: reader.text(Target::CaseNumber),
            compensation_text: reader.text(Target::CompensationText),
            dossier_number: reader.dossier_number(),
            national_number: reader.national_number(reference),
            family_name,
            given_name,
            period_from: reader.date(Target::PeriodFrom),
            period_until: reader.date(Target::PeriodUntil),
            days: reader.days(),
            amount: reader.amount(payment_code.as_deref()),
            payment_code,
        };
        let may_be_sum = subtotal::is_suspected(&row, reader.knows(Target::PeriodFrom));
        let mut faults: Vec<Fault> = reader.flaws.into_iter().map(to_fault).collect();
        if may_be_sum && faults.is_empty() {
            faults.push(Fault::in_field(Field::Amount, FindingCode::SubtotalSuspected));
        }
        let usual = payment_date.zip(self.given.usual_days);
        faults.extend(usual.and_then(|(day, usual)| fault_of(day, usual, self.given.reference)));
        (row, faults)
    }

    fn date_for_all(&self) -> Option<chrono::NaiveDate> {
        self.given.payment_date.or(self.layout.payment_date)
    }

    /// The field that stands in a column, by index.
    pub(super) fn field_at(&self, index: usize) -> Option<Field> {
        self.positions.target_at(index).and_then(field_of)
    }
}

fn to_fault((target, flaw): (Target, Flaw)) -> Fault {
    Fault { field: field_of(target), code: flaw.code, values: flaw.values }
}

/// The field of a payment row that a target fills; of two names the first.
pub(super) fn field_of(target: Target) -> Option<Field> {
    match target {
        Target::FullName => Some(Field::FamilyName),
        target => Field::from_name(target.name()),
    }
}
