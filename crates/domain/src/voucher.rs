//! A booking order: vouchers whose postings sum to zero.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::case::words;
use crate::codes::CompensationCode;
use crate::person::CostCentre;
use crate::{Month, Ore};

/// What a voucher of a booking order does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VoucherKind {
    /// Bank account against observation account, with what the bank credited.
    Payment,
    /// Observation account against income, with the positive rows.
    Distribution,
    /// Income against observation account, with the negative rows.
    Clawback,
}

impl VoucherKind {
    /// The kind as it stands in contracts, texts and the store.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            VoucherKind::Payment => "payment",
            VoucherKind::Distribution => "distribution",
            VoucherKind::Clawback => "clawback",
        }
    }

    /// The kind with that text.
    #[must_use]
    pub fn parse(text: &str) -> Option<VoucherKind> {
        let all = [VoucherKind::Payment, VoucherKind::Distribution, VoucherKind::Clawback];
        all.into_iter().find(|kind| kind.as_str() == text)
    }
}

words! {
    /// How far a booking order has come.
    OrderState {
        /// Drawn up.
        Created = "created",
        /// Attested.
        Attested = "attested",
        /// Its file has been written for the finance system.
        HandedOver = "handed-over",
        /// The finance system has given it a number.
        Booked = "booked",
        /// Taken back before it was handed over; it books nothing.
        Withdrawn = "withdrawn",
    }
}

/// An account with the parts of its code string (kodsträng).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AccountString {
    /// Konto.
    pub account: String,
    /// Ansvar.
    pub cost_centre: Option<CostCentre>,
    /// Verksamhet.
    pub activity: Option<String>,
    /// Motpart.
    pub counterpart: Option<String>,
}

/// One line of a voucher.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posting {
    /// Where it is booked.
    pub account: AccountString,
    /// Debit positive, credit negative, in öre; never zero.
    pub amount: Ore,
    /// The line's text; never personal data.
    pub text: String,
    /// Indexes of the booked amounts that the line sums, into the slice it was built from.
    pub sources: Vec<usize>,
}

/// A voucher: postings that sum to zero.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voucher {
    /// What it does.
    pub kind: VoucherKind,
    /// Voucher date.
    pub date: NaiveDate,
    /// Accounting period.
    pub period: Month,
    /// The voucher's text.
    pub text: String,
    /// The observation (or bank) account first, then by account, cost centre and activity.
    pub postings: Vec<Posting>,
}

/// Where a compensation is booked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountRule {
    /// Income account.
    pub account: String,
    /// Activity.
    pub activity: Option<String>,
    /// Counterpart.
    pub counterpart: Option<String>,
    /// The posting's text.
    pub text: String,
}

/// What the vouchers of an order are made with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookingRules {
    /// The account that holds money until it is distributed.
    pub observation: AccountString,
    /// The bank account; used only where the order books the credit itself.
    pub bank: AccountString,
    /// Income account per compensation.
    pub income: BTreeMap<CompensationCode, AccountRule>,
    /// The account for periods that end before the fiscal year, where one is set.
    pub receivable: Option<String>,
    /// First day of the fiscal year of the accounting period.
    pub fiscal_year_from: NaiveDate,
}

/// A distributed amount to be booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookedAmount {
    /// Compensation.
    pub compensation: CompensationCode,
    /// The board that gets it.
    pub cost_centre: CostCentre,
    /// Amount in öre with the sign of its row.
    pub amount: Ore,
    /// Last day of the row's period, if it has one.
    pub period_until: Option<NaiveDate>,
    /// Whether it belongs to the clawback voucher: its row is negative.
    pub negative_row: bool,
}

/// Why no order can be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BookingFault {
    /// No account rule for these compensations.
    #[error("no account for {0:?}")]
    NoAccount(Vec<CompensationCode>),
    /// Periods that end before the fiscal year, and no receivable account: sum in öre, rows.
    #[error("periods before the fiscal year: {amount} in {rows} amounts")]
    BeforeFiscalYear {
        /// Their sum.
        amount: Ore,
        /// How many amounts.
        rows: usize,
    },
}

/// Texts and dates of the vouchers to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoucherHeads {
    /// Voucher date.
    pub date: NaiveDate,
    /// Accounting period.
    pub period: Month,
    /// Text per kind.
    pub texts: BTreeMap<VoucherKind, String>,
}

/// Makes the vouchers of an order: payment (where `bank_amount` is given), distribution, clawback.
///
/// Postings of a voucher are summed and sorted by account, cost centre and activity; sums of zero
/// are left out. Each voucher sums to zero.
///
/// # Errors
/// [`BookingFault`]; nothing is made then.
pub fn make_vouchers(
    amounts: &[BookedAmount],
    bank_amount: Option<Ore>,
    rules: &BookingRules,
    heads: &VoucherHeads,
) -> Result<Vec<Voucher>, BookingFault> {
    refuse_unbookable(amounts, rules)?;
    let head = |kind: VoucherKind, postings: Vec<Posting>| Voucher {
        kind,
        date: heads.date,
        period: heads.period,
        text: heads.texts.get(&kind).cloned().unwrap_or_default(),
        postings,
    };
    let mut vouchers = Vec::new();
    if let Some(amount) = bank_amount.filter(|amount| !amount.is_zero()) {
        let text = heads.texts.get(&VoucherKind::Payment).cloned().unwrap_or_default();
        let line = |account: &AccountString, amount| Posting {
            account: account.clone(),
            amount,
            text: text.clone(),
            sources: Vec::new(),
        };
        let lines = vec![line(&rules.bank, amount), line(&rules.observation, -amount)];
        vouchers.push(head(VoucherKind::Payment, lines));
    }
    for (kind, negative) in [(VoucherKind::Distribution, false), (VoucherKind::Clawback, true)] {
        let text = heads.texts.get(&kind).map_or("", String::as_str);
        let postings = postings_of(amounts, negative, rules, text);
        if !postings.is_empty() {
            vouchers.push(head(kind, postings));
        }
    }
    Ok(vouchers)
}

fn before_fiscal_year(amount: &BookedAmount, rules: &BookingRules) -> bool {
    amount.period_until.is_some_and(|until| until < rules.fiscal_year_from)
}

fn refuse_unbookable(amounts: &[BookedAmount], rules: &BookingRules) -> Result<(), BookingFault> {
    let mut missing: Vec<CompensationCode> = amounts
        .iter()
        .map(|amount| &amount.compensation)
        .filter(|compensation| !rules.income.contains_key(compensation))
        .cloned()
        .collect();
    missing.sort();
    missing.dedup();
    if !missing.is_empty() {
        return Err(BookingFault::NoAccount(missing));
    }
    let early: Vec<&BookedAmount> =
        amounts.iter().filter(|amount| before_fiscal_year(amount, rules)).collect();
    if !early.is_empty() && rules.receivable.is_none() {
        let amount = early.iter().map(|early| early.amount).sum();
        return Err(BookingFault::BeforeFiscalYear { amount, rows: early.len() });
    }
    Ok(())
}

fn postings_of(
    amounts: &[BookedAmount],
    negative: bool,
    rules: &BookingRules,
    voucher_text: &str,
) -> Vec<Posting> {
    let mut lines: BTreeMap<AccountString, Posting> = BTreeMap::new();
    let mut sources = Vec::new();
    for (index, booked) in amounts.iter().enumerate() {
        if booked.negative_row != negative {
            continue;
        }
        let Some(rule) = rules.income.get(&booked.compensation) else { continue };
        let account = match &rules.receivable {
            Some(receivable) if before_fiscal_year(booked, rules) => receivable,
            _ => &rule.account,
        };
        let account = AccountString {
            account: account.clone(),
            cost_centre: Some(booked.cost_centre.clone()),
            activity: rule.activity.clone(),
            counterpart: rule.counterpart.clone(),
        };
        let line = lines.entry(account.clone()).or_insert_with(|| Posting {
            account,
            amount: Ore::ZERO,
            text: rule.text.clone(),
            sources: Vec::new(),
        });
        line.amount = line.amount - booked.amount;
        line.sources.push(index);
        sources.push(index);
    }
    let total: Ore = sources.iter().map(|index| amounts[*index].amount).sum();
    let observation = Posting {
        account: rules.observation.clone(),
        amount: total,
        text: voucher_text.to_owned(),
        sources,
    };
    std::iter::once(observation)
        .chain(lines.into_values())
        .filter(|posting| !posting.amount.is_zero())
        .collect()
}
