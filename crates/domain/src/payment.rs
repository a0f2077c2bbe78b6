//! A row of a payment list, as meant.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::identity::{DossierNumber, NationalNumber};
use crate::person::Identity;
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

    /// A number that exactly equal rows share: over everything that makes a payment, the stated clear
    /// text and days aside. Never 0.
    #[must_use]
    pub fn exact_key(&self) -> i64 {
        let mut hash = Fnv::new();
        hash.days([self.payment_date, self.decision_date, self.period_from, self.period_until]);
        for text in [&self.case_number, &self.payment_code, &self.family_name, &self.given_name] {
            hash.text(text.as_deref().unwrap_or_default());
        }
        hash.number(self.dossier_number.map_or(0, |number| u64::from(number.value())));
        hash.number(self.national_number.map_or(0, NationalNumber::value));
        hash.number(self.amount.map_or(0, |amount| amount.0.cast_unsigned()));
        hash.key()
    }

    /// What the payment is for: its period, or where it has none the month in which it was paid.
    #[must_use]
    pub fn paid_for(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        match (self.period_from, self.period_until) {
            (None, None) => (self.payment_date.and_then(|day| day.with_day(1)), None),
            period => period,
        }
    }

    /// Numbers by which payments of the same person for the same period are found, one under each
    /// number that the row has; 0 for a number that it does not have. A row without any is found among
    /// those of the same code and amount. Stable between versions, since they are stored.
    #[must_use]
    pub fn keys(&self) -> Keys {
        let under = |number| self.key_under(number);
        let dossier = self.dossier_number.map(Identity::Dossier).map(under);
        let national = self.national_number.map(Identity::National).map_or(0, under);
        let nobody = || {
            let mut hash = Fnv::new();
            hash.text(self.payment_code.as_deref().unwrap_or_default());
            hash.number(self.amount.map_or(0, |amount| amount.0.unsigned_abs()));
            self.key_of(hash)
        };
        let dossier = dossier.unwrap_or_else(|| if national == 0 { nobody() } else { 0 });
        Keys { dossier, national }
    }

    /// The key that the row would have under that number.
    #[must_use]
    pub fn key_under(&self, number: Identity) -> i64 {
        let mut hash = Fnv::new();
        match number {
            Identity::Dossier(number) => hash.number(u64::from(number.value())),
            Identity::National(number) => hash.number(number.value()),
        }
        self.key_of(hash)
    }

    fn key_of(&self, mut hash: Fnv) -> i64 {
        hash.days(<[_; 2]>::from(self.paid_for()));
        hash.key()
    }

    /// The numbers of the person that it is about.
    pub fn numbers(&self) -> impl Iterator<Item = Identity> + use<> {
        let dossier = self.dossier_number.map(Identity::Dossier);
        dossier.into_iter().chain(self.national_number.map(Identity::National))
    }

    /// Whether the row names somebody by a number.
    #[must_use]
    pub fn has_identity(&self) -> bool {
        self.dossier_number.is_some() || self.national_number.is_some()
    }
}

/// The numbers under which a row is found; see [`PaymentRow::keys`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    /// Under the dossier number, or of a row about nobody.
    pub dossier: i64,
    /// Under the personal or coordination number.
    pub national: i64,
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo): simple, stable, and wide enough that no two payments of a
/// municipality will share a number by chance.
pub(crate) struct Fnv(u64);

impl Fnv {
    pub(crate) fn new() -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.add(text.as_bytes());
        self.add(&[0xff]);
    }

    fn number(&mut self, number: u64) {
        self.add(&number.to_be_bytes());
    }

    pub(crate) fn days<const N: usize>(&mut self, days: [Option<NaiveDate>; N]) {
        for day in days {
            self.add(&day.map_or(0, |day| day.num_days_from_ce()).to_be_bytes());
        }
    }

    /// Never 0, which stands for none.
    pub(crate) fn key(&self) -> i64 {
        i64::from_be_bytes(self.0.to_be_bytes()) | 1
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
        assert_eq!((row.exact_key(), row.keys()), (restated.exact_key(), restated.keys()));
        let mut other = row.clone();
        other.amount = Some(Ore(1_650_001));
        assert_ne!(row.exact_key(), other.exact_key());
        assert_ne!(row.keys(), other.keys());
        assert_ne!(PaymentRow::default().exact_key(), 0);
    }

    #[test]
    fn a_person_is_found_by_either_number_whatever_else_stands_in_the_row() {
        let number = DossierNumber::parse("99-000011").unwrap();
        let row = PaymentRow {
            payment_date: "2026-10-30".parse().ok(),
            dossier_number: Some(number),
            national_number: NationalNumber::from_stored("201701012393").ok(),
            period_from: "2026-08-17".parse().ok(),
            period_until: "2026-09-13".parse().ok(),
            ..PaymentRow::default()
        };
        let mut otherwise = row.clone();
        otherwise.payment_date = "2026-11-02".parse().ok();
        otherwise.family_name = Some("TESTSSON".into());
        assert_eq!(row.keys(), otherwise.keys());
        otherwise.national_number = None;
        assert_eq!(otherwise.keys(), Keys { national: 0, ..row.keys() });
        assert_eq!(row.keys().dossier, row.key_under(Identity::Dossier(number)));
        otherwise.period_until = "2026-09-14".parse().ok();
        assert_ne!(row.keys().dossier, otherwise.keys().dossier);
    }
}
