//! A booking order as a file for the finance system.
//!
//! One function per format: [`abw_xml`], [`gl07_55`], [`sie4i`], [`csv()`], [`xlsx`]. All take the
//! same [`BookingFile`] and [`BookingSettings`] and collect everything that stops the file in one
//! [`ExportFault`].

mod abw_xml;
mod gl07;
mod lines;
mod sie;
mod text;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::person::CostCentre;
use domain::voucher::{AccountString, Voucher};
use domain::{Ore, Period};

use crate::{Cause, ExportFault};

pub use abw_xml::abw_xml;
pub use gl07::gl07_55;
pub use lines::{csv, xlsx};
pub(crate) use lines::{neutralised, sides};
pub use sie::sie4i;
pub use text::REPLACEMENTS;

/// A booking order with all that a file may have to say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookingFile {
    /// The order's number, unique for ever: the batch id of Agresso, at most 25 characters.
    pub number: String,
    /// Its vouchers, numbered from 1 in the file.
    pub vouchers: Vec<Voucher>,
    /// Whose books it is for.
    pub municipality: Municipality,
    /// Names of the codes; more than the vouchers use does no harm.
    pub names: BookingNames,
    /// The fiscal year of the accounting period; both days belong to it.
    pub fiscal_year: Period,
    /// Who makes the file, and when.
    pub producer: Producer,
}

/// The municipality whose books the file is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Municipality {
    /// Its name.
    pub name: String,
    /// Its organisation number, with hyphen.
    pub org_number: String,
}

/// Names of the codes in the vouchers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BookingNames {
    /// Account to name and kind.
    pub accounts: BTreeMap<String, AccountName>,
    /// Cost centre (ansvar) to the board's name.
    pub cost_centres: BTreeMap<CostCentre, String>,
    /// Activity (verksamhet) to name.
    pub activities: BTreeMap<String, String>,
    /// Counterpart (motpart) to name.
    pub counterparts: BTreeMap<String, String>,
}

/// What an account is called and what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountName {
    /// The account's name.
    pub name: String,
    /// What it holds.
    pub kind: AccountKind,
}

/// What an account holds; SIE 4B, `#KTYP`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountKind {
    /// Assets (tillgång), `T`.
    Asset,
    /// Debts and equity (skuld), `S`.
    Liability,
    /// Costs (kostnad), `K`.
    Expense,
    /// Income (intäkt), `I`.
    Income,
}

impl AccountKind {
    /// The letter of `#KTYP`.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            AccountKind::Asset => 'T',
            AccountKind::Liability => 'S',
            AccountKind::Expense => 'K',
            AccountKind::Income => 'I',
        }
    }

    /// The kind that a letter of `#KTYP` stands for.
    #[must_use]
    pub fn from_letter(letter: char) -> Option<AccountKind> {
        [AccountKind::Asset, AccountKind::Liability, AccountKind::Expense, AccountKind::Income]
            .into_iter()
            .find(|kind| kind.letter() == letter)
    }
}

/// The program that makes a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Producer {
    /// The program's name.
    pub program: String,
    /// Its version.
    pub version: String,
    /// The day the file is made.
    pub generated: NaiveDate,
    /// Signature of the person who makes it.
    pub signature: String,
    /// A free comment, `#PROSA` in SIE.
    pub prose: Option<String>,
}

/// How the municipality's finance system wants its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookingSettings {
    /// Agresso: code of the sending system, such as `BI`.
    pub interface: String,
    /// Agresso: voucher type, such as `MV`.
    pub voucher_type: String,
    /// Agresso: client.
    pub client: String,
    /// Agresso: tax code, such as `0`.
    pub tax_code: String,
    /// Currency, `SEK`.
    pub currency: String,
    /// Where ansvar goes.
    pub cost_centre: Dimension,
    /// Where verksamhet goes.
    pub activity: Dimension,
    /// Where motpart goes.
    pub counterpart: Dimension,
    /// Whether [`REPLACEMENTS`] may be used where the file's encoding lacks a character. Without
    /// it such a file is refused, with the replacements as proposals.
    pub replace_unencodable: bool,
}

/// Where a part of the code string (kodsträng) goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dimension {
    /// Agresso: `dim_1` to `dim_7`, as 1 to 7.
    pub agresso: u8,
    /// SIE: number of the dimension; 1 is reserved for cost centres, 20 and up are free.
    pub sie: u16,
    /// SIE: its name.
    pub name: String,
}

/// What is wrong with the vouchers and the settings themselves, whatever the format.
fn faults_of(order: &BookingFile, settings: &BookingSettings) -> Vec<Cause> {
    let mut causes = Vec::new();
    if order.vouchers.is_empty() {
        causes.push(Cause::NoVouchers);
    }
    for (index, voucher) in order.vouchers.iter().enumerate() {
        let sum: i128 = voucher.postings.iter().map(|line| i128::from(line.amount.0)).sum();
        if sum != 0 || voucher.postings.is_empty() {
            let difference = Ore(i64::try_from(sum).unwrap_or(i64::MAX));
            causes.push(Cause::Unbalanced { voucher: index + 1, difference });
        }
    }
    for (index, voucher) in order.vouchers.iter().enumerate() {
        let year = order.fiscal_year;
        let in_year = year.from <= voucher.date && voucher.date <= year.until;
        if !in_year || !voucher.period.holds(voucher.date) {
            let (date, period) = (voucher.date, voucher.period);
            causes.push(Cause::DateOutsidePeriod { voucher: index + 1, date, period });
        }
    }
    let dimensions = settings.dimensions();
    for (index, dimension) in dimensions.iter().enumerate() {
        let earlier = &dimensions[..index];
        let outside = !(1..=7).contains(&dimension.agresso);
        if outside || earlier.iter().any(|other| other.agresso == dimension.agresso) {
            let text = dimension.agresso.to_string();
            causes.push(Cause::DimensionClash { field: "agresso-dimension", text });
        }
        if dimension.sie == 0 || earlier.iter().any(|other| other.sie == dimension.sie) {
            let text = dimension.sie.to_string();
            causes.push(Cause::DimensionClash { field: "sie-dimension", text });
        }
    }
    causes
}

impl BookingFile {
    /// The reference of a voucher of this order, from the voucher's number in the file.
    fn reference(&self, number: usize) -> String {
        format!("{}-{number}", self.number)
    }
}

impl BookingSettings {
    fn dimensions(&self) -> [&Dimension; 3] {
        [&self.cost_centre, &self.activity, &self.counterpart]
    }

    /// The parts of a code string besides the account, each with the dimension it goes into.
    fn parts<'a>(&self, account: &'a AccountString) -> [(&Dimension, Option<&'a str>); 3] {
        [
            (&self.cost_centre, account.cost_centre.as_ref().map(|code| code.0.as_str())),
            (&self.activity, account.activity.as_deref()),
            (&self.counterpart, account.counterpart.as_deref()),
        ]
    }

    /// The code of `account` that goes into Agresso's `dim_<number>`, or nothing.
    fn agresso_code<'a>(&self, number: u8, account: &'a AccountString) -> Option<&'a str> {
        let parts = self.parts(account).into_iter();
        parts.filter(|(dimension, _)| dimension.agresso == number).find_map(|(_, code)| code)
    }
}
