//! A row of a payment list, as meant.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::identity::{DossierNumber, NationalNumber};
use crate::{Ore, Period};

/// What a column of a payment list can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Utbetalningsdatum.
    PaymentDate,
    /// Beslutsdatum.
    DecisionDate,
    /// Ärendenummer of Migrationsverket: free text.
    CaseNumber,
    /// Ersättningskod.
    PaymentCode,
    /// The clear text of the code.
    CompensationText,
    /// Dossiernummer.
    DossierNumber,
    /// Personnummer or samordningsnummer.
    PersonalNumber,
    /// Efternamn.
    FamilyName,
    /// Förnamn.
    GivenName,
    /// First day of the period.
    PeriodFrom,
    /// Last day of the period, inclusive.
    PeriodUntil,
    /// Number of days as stated by the list.
    Days,
    /// The amount, in kronor as written.
    Amount,
}

impl Field {
    /// Every field, in the order of a payment list.
    pub const ALL: [Field; 13] = [
        Field::PaymentDate,
        Field::DecisionDate,
        Field::CaseNumber,
        Field::PaymentCode,
        Field::CompensationText,
        Field::DossierNumber,
        Field::PersonalNumber,
        Field::FamilyName,
        Field::GivenName,
        Field::PeriodFrom,
        Field::PeriodUntil,
        Field::Days,
        Field::Amount,
    ];

    /// The field's name in files and contracts, such as `payment_date`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Field::PaymentDate => "payment_date",
            Field::DecisionDate => "decision_date",
            Field::CaseNumber => "case_number",
            Field::PaymentCode => "payment_code",
            Field::CompensationText => "compensation_text",
            Field::DossierNumber => "dossier_number",
            Field::PersonalNumber => "personal_number",
            Field::FamilyName => "family_name",
            Field::GivenName => "given_name",
            Field::PeriodFrom => "period_from",
            Field::PeriodUntil => "period_until",
            Field::Days => "days",
            Field::Amount => "amount",
        }
    }

    /// The field with that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| field.name() == name)
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What could be understood of one row; a field that is empty or could not be read is none.
///
/// A row without an error finding has `payment_date`, `payment_code` and `amount`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaymentRow {
    /// Day of payment.
    pub payment_date: Option<NaiveDate>,
    /// Day of the decision.
    pub decision_date: Option<NaiveDate>,
    /// Case number of Migrationsverket, free text.
    pub case_number: Option<String>,
    /// Payment code as written, trimmed.
    pub payment_code: Option<String>,
    /// Clear text of the code as written.
    pub compensation_text: Option<String>,
    /// Dossier number.
    pub dossier_number: Option<DossierNumber>,
    /// Personal or coordination number.
    pub national_number: Option<NationalNumber>,
    /// Family name.
    pub family_name: Option<String>,
    /// Given name.
    pub given_name: Option<String>,
    /// First day of the period.
    pub period_from: Option<NaiveDate>,
    /// Last day of the period, inclusive.
    pub period_until: Option<NaiveDate>,
    /// Number of days as stated.
    pub days: Option<u32>,
    /// Amount in öre, negative for clawbacks.
    pub amount: Option<Ore>,
}

impl PaymentRow {
    /// The period, where both ends are known and in order.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        Period::new(self.period_from?, self.period_until?)
    }

    /// A number that equal rows share: FNV-1a over everything that makes a payment, the stated
    /// clear text and days aside. Never 0, and stable between versions, since it is stored.
    #[must_use]
    pub fn key(&self) -> i64 {
        let mut hash = Fnv(0xcbf2_9ce4_8422_2325);
        for day in [self.payment_date, self.decision_date, self.period_from, self.period_until] {
            hash.add(&day.map_or(0, |day| day.num_days_from_ce()).to_be_bytes());
        }
        for text in [&self.case_number, &self.payment_code, &self.family_name, &self.given_name] {
            hash.add(text.as_deref().unwrap_or_default().as_bytes());
            hash.add(&[0xff]);
        }
        hash.add(&self.dossier_number.map_or(0, DossierNumber::value).to_be_bytes());
        hash.add(&self.national_number.map_or(0, NationalNumber::value).to_be_bytes());
        hash.add(&self.amount.map_or(0, |amount| amount.0).to_be_bytes());
        i64::from_be_bytes(hash.0.to_be_bytes()) | 1
    }

    /// Whether two rows are the same payment twice, by the same fields as [`PaymentRow::key`].
    #[must_use]
    pub fn same_payment(&self, other: &PaymentRow) -> bool {
        let bare =
            |row: &PaymentRow| PaymentRow { compensation_text: None, days: None, ..row.clone() };
        bare(self) == bare(other)
    }

    /// Whether the row names somebody by a number.
    #[must_use]
    pub fn has_identity(&self) -> bool {
        self.dossier_number.is_some() || self.national_number.is_some()
    }
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo): simple, stable, good enough to find candidates that are
/// then compared field by field.
struct Fnv(u64);

impl Fnv {
    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_payments_have_equal_keys() {
        let row = PaymentRow {
            payment_date: "2026-10-30".parse().ok(),
            payment_code: Some("XETAB".into()),
            amount: Some(Ore(1_650_000)),
            ..PaymentRow::default()
        };
        let mut restated = row.clone();
        restated.days = Some(92);
        assert_eq!((row.key(), true), (restated.key(), row.same_payment(&restated)));
        let mut other = row.clone();
        other.amount = Some(Ore(1_650_001));
        assert_ne!(row.key(), other.key());
        assert!(!row.same_payment(&other));
        assert_ne!(PaymentRow::default().key(), 0);
    }
}
