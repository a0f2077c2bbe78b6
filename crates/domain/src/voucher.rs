//! A booking order: vouchers whose postings sum to zero.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::case::words;
use crate::codes::CompensationCode;
use crate::person::CostCentre;
use crate::{AccountingPeriod, Ore};

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
    pub period: AccountingPeriod,
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
    /// Compensations of which a receivable was raised when an earlier year was closed, with the
    /// voucher that raised it.
    #[serde(default)]
    pub accrued: BTreeMap<CompensationCode, String>,
    /// Whether other payments for earlier years are this year's income.
    #[serde(default)]
    pub earlier_as_income: bool,
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
    /// Payments for periods before the fiscal year, and no receivable account: sum in öre, rows.
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
    pub period: AccountingPeriod,
    /// Text per kind.
    pub texts: BTreeMap<VoucherKind, String>,
    /// What a posting on the receivable account says besides, by compensation.
    pub accrued_texts: BTreeMap<CompensationCode, String>,
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
        let postings = postings_of(amounts, negative, rules, (text, &heads.accrued_texts));
        if !postings.is_empty() {
            vouchers.push(head(kind, postings));
        }
    }
    Ok(vouchers)
}

/// Whether an amount was earned before the fiscal year.
#[must_use]
pub fn before_fiscal_year(amount: &BookedAmount, rules: &BookingRules) -> bool {
    amount.period_until.is_some_and(|until| until < rules.fiscal_year_from)
}

/// What an amount of an earlier year is booked against.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Earlier {
    /// It is this year's income.
    Income,
    /// It meets what was accrued.
    Receivable,
}

/// A payment of an earlier year meets the receivable unless it is said to be income. Money that is
/// taken back does so only where a receivable of that compensation is known to have been raised:
/// else it would raise an asset that does not exist.
fn earlier(amount: &BookedAmount, rules: &BookingRules) -> Earlier {
    let accrued = rules.accrued.contains_key(&amount.compensation);
    let payment = !amount.negative_row && !rules.earlier_as_income;
    if before_fiscal_year(amount, rules) && (accrued || payment) {
        Earlier::Receivable
    } else {
        Earlier::Income
    }
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
        amounts.iter().filter(|amount| earlier(amount, rules) == Earlier::Receivable).collect();
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
    (voucher_text, accrued_texts): (&str, &BTreeMap<CompensationCode, String>),
) -> Vec<Posting> {
    let mut lines: BTreeMap<(AccountString, Option<&String>), Posting> = BTreeMap::new();
    let mut sources = Vec::new();
    for (index, booked) in amounts.iter().enumerate() {
        if booked.negative_row != negative {
            continue;
        }
        let Some(rule) = rules.income.get(&booked.compensation) else { continue };
        let (account, raised_by) = match &rules.receivable {
            Some(receivable) if earlier(booked, rules) == Earlier::Receivable => {
                (receivable, accrued_texts.get(&booked.compensation))
            }
            _ => (&rule.account, None),
        };
        let account = AccountString {
            account: account.clone(),
            cost_centre: Some(booked.cost_centre.clone()),
            activity: rule.activity.clone(),
            counterpart: rule.counterpart.clone(),
        };
        let line = lines.entry((account.clone(), raised_by)).or_insert_with(|| Posting {
            account,
            amount: Ore::ZERO,
            text: match raised_by {
                Some(raised_by) => format!("{}, {raised_by}", rule.text),
                None => rule.text.clone(),
            },
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

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(accrued: &[&str], earlier_as_income: bool) -> BookingRules {
        let account = |account: &str| AccountString {
            account: account.into(),
            cost_centre: None,
            activity: None,
            counterpart: None,
        };
        let rule = AccountRule {
            account: "3513".into(),
            activity: None,
            counterpart: None,
            text: "Ersättning".into(),
        };
        let code = |code: &&str| (CompensationCode((*code).into()), "V 17".to_owned());
        BookingRules {
            observation: account("2898"),
            bank: account("1940"),
            income: ["X", "Y"].map(|code| (CompensationCode(code.into()), rule.clone())).into(),
            receivable: Some("1790".into()),
            accrued: accrued.iter().map(code).collect(),
            earlier_as_income,
            fiscal_year_from: "2026-01-01".parse().unwrap(),
        }
    }

    /// Accounts and amounts besides the observation account.
    fn booked(amounts: &[(&str, i64)], rules: &BookingRules) -> Vec<(String, i64, String)> {
        let amounts: Vec<BookedAmount> = amounts
            .iter()
            .map(|(code, amount)| BookedAmount {
                compensation: CompensationCode((*code).into()),
                cost_centre: CostCentre("7110".into()),
                amount: Ore(*amount),
                period_until: "2024-03-31".parse().ok(),
                negative_row: *amount < 0,
            })
            .collect();
        let heads = VoucherHeads {
            date: "2026-10-30".parse().unwrap(),
            period: "2026-10".parse().unwrap(),
            texts: BTreeMap::new(),
            accrued_texts: rules.accrued.clone(),
        };
        let vouchers = make_vouchers(&amounts, None, rules, &heads).unwrap();
        for voucher in &vouchers {
            let sum: Ore = voucher.postings.iter().map(|posting| posting.amount).sum();
            assert_eq!(sum, Ore::ZERO);
        }
        let postings = vouchers.into_iter().flat_map(|voucher| voucher.postings);
        let others = postings.filter(|posting| posting.account.account != "2898");
        others.map(|line| (line.account.account, line.amount.0, line.text)).collect()
    }

    #[test]
    fn money_of_an_earlier_year_that_is_taken_back_meets_only_what_was_accrued() {
        let line =
            |account: &str, amount, text: &str| (account.to_owned(), amount, text.to_owned());
        assert_eq!(
            booked(&[("X", -3_100_000)], &rules(&[], false)),
            [line("3513", 3_100_000, "Ersättning")]
        );
        assert_eq!(
            booked(&[("X", -3_100_000), ("Y", -1)], &rules(&["X"], false)),
            [line("1790", 3_100_000, "Ersättning, V 17"), line("3513", 1, "Ersättning"),]
        );
        assert_eq!(booked(&[("X", 5)], &rules(&[], false)), [line("1790", -5, "Ersättning")]);
        assert_eq!(
            booked(&[("X", 5), ("Y", 7)], &rules(&["Y"], true)),
            [line("1790", -7, "Ersättning, V 17"), line("3513", -5, "Ersättning"),]
        );
    }
}
