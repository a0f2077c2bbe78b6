//! Corrections that a human would see at once. Proposed, never applied.

use chrono::{Datelike, NaiveDate};
use domain::checks::{Fault, is_unlikely};
use domain::spelling::is_invisible;
use domain::{Field, FindingCode, PaymentRow};

use super::days::with_usual_year;
use super::interpret::{Count, Interpreter};
use super::merge;
use crate::profile::Target;
use crate::records::Cells;
use crate::row::Overrides;
use crate::values::{AmountForm, Origin, in_sheet, read_amount, trimmed};

/// A correction to be accepted or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The new texts.
    pub overrides: Overrides,
    /// Why.
    pub reason: ProposalReason,
}

/// Why a correction is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProposalReason {
    /// The letters O and l stand for 0 and 1 in an amount.
    LettersForDigits,
    /// The last of comma and full stop is the decimal sign.
    CommaAndPoint,
    /// A spreadsheet has eaten the zeros before a dossier number.
    LeadingZerosRestored,
    /// A separator inside a text has cut it in two.
    CellsMerged,
    /// First and last day have changed places.
    PeriodSwapped,
    /// A year was typed wrong.
    YearCorrected,
    /// A sign that shows nothing is left out.
    InvisibleLeftOut,
    /// Part of the amount was paid by an earlier list.
    DifferenceToEarlier,
}

impl ProposalReason {
    /// Every reason.
    pub const ALL: [ProposalReason; 8] = [
        ProposalReason::LettersForDigits,
        ProposalReason::CommaAndPoint,
        ProposalReason::LeadingZerosRestored,
        ProposalReason::CellsMerged,
        ProposalReason::PeriodSwapped,
        ProposalReason::YearCorrected,
        ProposalReason::InvisibleLeftOut,
        ProposalReason::DifferenceToEarlier,
    ];

    /// The stable code.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            ProposalReason::LettersForDigits => "letters-for-digits",
            ProposalReason::CommaAndPoint => "comma-and-point",
            ProposalReason::LeadingZerosRestored => "leading-zeros-restored",
            ProposalReason::CellsMerged => "cells-merged",
            ProposalReason::PeriodSwapped => "period-swapped",
            ProposalReason::YearCorrected => "year-corrected",
            ProposalReason::InvisibleLeftOut => "invisible-left-out",
            ProposalReason::DifferenceToEarlier => "difference-to-earlier",
        }
    }
}

impl Interpreter<'_> {
    /// A correction for the first of `faults` (of form or of meaning) that has an obvious one.
    ///
    /// What is proposed has been tried: with it the corrected fields have no fault.
    #[must_use]
    pub fn propose(&self, written: &Cells, faults: &[Fault]) -> Option<Proposal> {
        faults.iter().find_map(|fault| {
            let proposal = self.proposal_for(written, fault)?;
            let (row, left) = self.interpret(written, &proposal.overrides);
            let corrected = |fault: &Fault| {
                fault.field.is_none_or(|field| proposal.overrides.contains_key(&field))
            };
            (!left.iter().any(corrected) && agrees(&row)).then_some(proposal)
        })
    }

    fn proposal_for(&self, written: &Cells, fault: &Fault) -> Option<Proposal> {
        let one = |field: Field, text: String, reason: ProposalReason| {
            Some(Proposal { overrides: Overrides::from([(field, text)]), reason })
        };
        match (fault.code, fault.field) {
            (
                FindingCode::AmountNotANumber | FindingCode::AmountAmbiguous,
                Some(field @ Field::Amount),
            ) => {
                let text = self.text(written, field)?;
                let form = &self.profile.forms.amounts;
                if let Some(digits) = with_digits(text, form) {
                    return one(field, digits, ProposalReason::LettersForDigits);
                }
                one(field, with_last_sign(text, form)?, ProposalReason::CommaAndPoint)
            }
            (FindingCode::LeadingZeroLost, Some(field @ Field::DossierNumber)) => {
                let padded = format!("{:0>8}", self.text(written, field)?);
                let number = domain::identity::DossierNumber::parse(&padded).ok()?;
                one(field, number.hyphenated(), ProposalReason::LeadingZerosRestored)
            }
            (FindingCode::InvisibleText, Some(field)) => {
                let text = self.text(written, field)?;
                let shown = text.chars().filter(|sign| !is_invisible(*sign)).collect();
                one(field, shown, ProposalReason::InvisibleLeftOut)
            }
            (FindingCode::ZerosByFormat, Some(field)) => {
                let (_, shown) = in_sheet::shown_for(self.text(written, field)?)?;
                one(field, shown.to_owned(), ProposalReason::LeadingZerosRestored)
            }
            (FindingCode::PaymentDayFar, Some(field @ Field::PaymentDate)) => {
                let (row, _) = self.interpret(written, &Overrides::new());
                let day = with_usual_year(row.payment_date?, self.given.usual_days?)?;
                one(field, day.to_string(), ProposalReason::YearCorrected)
            }
            (FindingCode::PeriodUnlikely | FindingCode::PeriodReversed, _)
                if self.period_in_its_year(written).is_some() =>
            {
                let (field, day) = self.period_in_its_year(written)?;
                one(field, day.to_string(), ProposalReason::YearCorrected)
            }
            (FindingCode::TooManyFields, None) => {
                let Count::TooMany(surplus) = self.count(written) else { return None };
                let merged = merge::only(self, written, surplus)?;
                let overrides = merge::as_overrides(self, &merged);
                Some(Proposal { overrides, reason: ProposalReason::CellsMerged })
            }
            (FindingCode::PeriodReversed, _) => {
                let from = self.text(written, Field::PeriodFrom)?.to_owned();
                let until = self.text(written, Field::PeriodUntil)?.to_owned();
                let overrides =
                    Overrides::from([(Field::PeriodFrom, until), (Field::PeriodUntil, from)]);
                Some(Proposal { overrides, reason: ProposalReason::PeriodSwapped })
            }
            _ => None,
        }
    }

    /// The end of a period and the day that it would be in the year of the other end, where the
    /// period has just the stated days then.
    fn period_in_its_year(&self, written: &Cells) -> Option<(Field, NaiveDate)> {
        let (row, _) = self.interpret(written, &Overrides::new());
        let (from, until) = (row.period_from?, row.period_until?);
        let fits = |from: NaiveDate, until: NaiveDate| {
            let corrected =
                PaymentRow { period_from: Some(from), period_until: Some(until), ..row.clone() };
            let days =
                corrected.period().is_some_and(|p| Some(p.days()) == row.days.map(i64::from));
            days && !is_unlikely(&corrected)
        };
        let until_moved = until.with_year(from.year()).filter(|day| fits(from, *day));
        let from_moved = || from.with_year(until.year()).filter(|day| fits(*day, until));
        until_moved
            .map(|day| (Field::PeriodUntil, day))
            .or_else(|| from_moved().map(|day| (Field::PeriodFrom, day)))
    }

    fn text<'c>(&self, written: &'c Cells, field: Field) -> Option<&'c str> {
        let index = self.positions.get(Target::from(field))?;
        written.get(index).map(trimmed).filter(|text| !text.is_empty())
    }
}

/// Whether the days stated, if any, are those of the period: else swapping its ends is no cure.
fn agrees(row: &PaymentRow) -> bool {
    match (row.period(), row.days) {
        (Some(period), Some(days)) => period.days() == i64::from(days),
        _ => true,
    }
}

/// The amount with O read as 0, l and I as 1, if that makes it one.
fn with_digits(text: &str, form: &AmountForm) -> Option<String> {
    let has_digit = text.chars().any(|letter| letter.is_ascii_digit());
    let digits = text.replace(['O', 'o'], "0").replace(['l', 'I'], "1");
    (has_digit && digits != text && read_amount(&digits, form, Origin::List).is_ok())
        .then_some(digits)
}

/// The amount with the last of comma and full stop as decimal sign, in the profile's form.
fn with_last_sign(text: &str, form: &AmountForm) -> Option<String> {
    let last = text.chars().rev().find(|letter| matches!(letter, ',' | '.'))?;
    let other = if last == ',' { '.' } else { ',' };
    let thousands_signs = vec![other, ' ', '\u{A0}', '\u{202F}'];
    let read = AmountForm { decimal_sign: last, thousands_signs, minus: form.minus.clone() };
    let amount = read_amount(text, &read, Origin::List).ok()?;
    Some(amount.to_string().replace('.', form.decimal_sign.encode_utf8(&mut [0; 4])))
}
