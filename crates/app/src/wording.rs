//! Words that use cases need: explanations that are kept, voucher texts, labels of prints.
//!
//! The words themselves stand in `assets/texts`; whoever hosts the use cases brings them. A use
//! case knows the ids of texts and the values they take, never a sentence.

use chrono::NaiveDate;
use domain::voucher::VoucherKind;
use domain::{Finding, Month, Ore};
use exporting::Cause;
use importing::ProfileFault;
use rust_decimal::Decimal;

/// A value that a text takes; whoever renders it knows how it is written.
#[derive(Clone, Debug, PartialEq)]
pub enum TextValue {
    /// Text as it is.
    Text(String),
    /// An amount in öre.
    Amount(Ore),
    /// A decimal number of kronor or per cent, without grouping of its decimals.
    Number(Decimal),
    /// A whole number.
    Count(i64),
    /// A day.
    Day(NaiveDate),
    /// A month.
    Month(Month),
}

impl From<&str> for TextValue {
    fn from(text: &str) -> TextValue {
        TextValue::Text(text.to_owned())
    }
}

impl From<Ore> for TextValue {
    fn from(amount: Ore) -> TextValue {
        TextValue::Amount(amount)
    }
}

impl From<NaiveDate> for TextValue {
    fn from(day: NaiveDate) -> TextValue {
        TextValue::Day(day)
    }
}

impl From<Month> for TextValue {
    fn from(month: Month) -> TextValue {
        TextValue::Month(month)
    }
}

impl From<Decimal> for TextValue {
    fn from(number: Decimal) -> TextValue {
        TextValue::Number(number)
    }
}

/// Named values as rules and readers give them: those ending in `_ore` are amounts and lose the
/// ending, and a `count` is a number by which a text can choose.
pub fn named_values<'v>(
    values: impl IntoIterator<Item = (&'v str, &'v str)>,
) -> Vec<(&'v str, TextValue)> {
    let named = |(name, value): (&'v str, &'v str)| match (name.strip_suffix("_ore"), value.parse())
    {
        (Some(short), Ok(ore)) => (short, TextValue::Amount(Ore(ore))),
        (None, Ok(count)) if name == "count" => (name, TextValue::Count(count)),
        _ => (name, value.into()),
    };
    values.into_iter().map(named).collect()
}

/// A text value of a rule, borrowed.
fn borrowed(value: &(String, String)) -> (&str, &str) {
    (value.0.as_str(), value.1.as_str())
}

/// The id of the words for what a field of a fact chose: ids of texts have no colon.
#[must_use]
pub fn choice_id(value: &str) -> String {
    format!("choice-{}", value.replace(':', "-"))
}

/// Renders texts by their ids in `assets/texts`.
pub trait Wording: Send {
    /// The words for what a field of a fact chose.
    fn choice(&self, value: &str) -> String {
        self.text(&choice_id(value), &[])
    }

    /// The text `id` with these values.
    fn text(&self, id: &str, values: &[(&str, TextValue)]) -> String;

    /// The text `id` without values; none where there is none.
    fn known(&self, id: &str) -> Option<String> {
        Some(self.text(id, &[]))
    }

    /// What is wrong with an import profile, after the path of the place.
    fn profile_fault(&self, fault: &ProfileFault) -> String {
        let values = named_values(fault.values.iter().map(borrowed));
        let place = match fault.line {
            Some(line) if fault.path.is_empty() => line.to_string(),
            _ => fault.path.clone(),
        };
        format!("{place} {}", self.text(fault.code.as_str(), &values))
    }

    /// What stops a file from being made.
    fn export_cause(&self, cause: &Cause) -> String {
        let values = cause.values();
        let values = values.iter().map(|(name, value)| (*name, value.as_str()));
        self.text(cause.code(), &named_values(values))
    }

    /// An explanation step by step; `facts` are those that it may point at.
    fn explained(
        &self,
        explanation: &domain::entitlement::Explanation,
        facts: &[domain::facts::Fact],
    ) -> Vec<String>;

    /// What a finding says, in a few words.
    fn finding(&self, finding: &Finding) -> String {
        let id = format!("finding-{}.short", finding.code.as_str());
        let text = self.text(&id, &named_values(finding.values.iter().map(borrowed)));
        self.in_its_sheet(finding, text)
    }

    /// A text about a finding, with sheet and row before it where the finding lies in a further sheet
    /// of its file.
    fn in_its_sheet(&self, finding: &Finding, text: String) -> String {
        let value = |wanted: &str| {
            let mut values = finding.values.iter();
            values.find(|(name, _)| name == wanted).map(|(_, value)| value.as_str())
        };
        match (value("in_sheet"), value("in_row")) {
            (Some(sheet), Some(row)) => self.text(
                "finding-in-sheet",
                &[("sheet", sheet.into()), ("row", row.into()), ("text", text.as_str().into())],
            ),
            _ => text,
        }
    }
}

/// The text of a voucher; `reverses` is the number of the order that it takes back.
pub(crate) fn voucher_text(
    wording: &dyn Wording,
    kind: VoucherKind,
    month: Month,
    reverses: Option<&str>,
) -> String {
    // Vouchers name the month as yyyy-mm: finance systems sort by it.
    let month = month.to_string();
    let values = [("month", month.as_str().into()), ("order", reverses.unwrap_or_default().into())];
    let id = match (kind, reverses) {
        (VoucherKind::Payment, None) => "voucher-payment",
        (VoucherKind::Distribution, None) => "voucher-distribution",
        (VoucherKind::Clawback, None) => "voucher-clawback",
        (VoucherKind::Payment, Some(_)) => "voucher-payment-reversed",
        (VoucherKind::Distribution, Some(_)) => "voucher-distribution-reversed",
        (VoucherKind::Clawback, Some(_)) => "voucher-clawback-reversed",
    };
    wording.text(id, &values)
}

/// The text of a voucher of a correction.
pub(crate) fn correction_text(wording: &dyn Wording, kind: VoucherKind, month: Month) -> String {
    let month = month.to_string();
    let id = match kind {
        VoucherKind::Payment => "voucher-payment",
        VoucherKind::Distribution => "voucher-distribution-corrected",
        VoucherKind::Clawback => "voucher-clawback-corrected",
    };
    wording.text(id, &[("month", month.as_str().into())])
}
