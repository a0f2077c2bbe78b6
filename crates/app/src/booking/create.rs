//! Making a booking order from what a distribution gave.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::codes::CompensationCode;
use domain::distribution::DistributionKind;
use domain::voucher::{
    BookedAmount, BookingFault, OrderState, Voucher, VoucherHeads, VoucherKind, before_fiscal_year,
    make_vouchers,
};
use domain::{AccountingPeriod, Ore, Period};
use serde_json::json;
use store::distributions::DistributionRecord;
use store::ledger::Entry;
use store::orders::{NewOrder, NewStep, OrderRecord};
use store::{Changed, Ending, EntryNo, ListNo, Read, Write};

use super::names::{OrderBook, book_of_today, read_book};
use crate::backup::refuse_while_restored;
use crate::error::{AppError, RefusalCode};
use crate::periods::refuse_closed;
use crate::typed::{keep, text_typed};
use crate::wording::{correction_text, voucher_text};
use crate::{Action, App, Result, new_id};

/// The answer to where rows go whose period ends before the fiscal year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PreviousYear {
    /// To the receivable account of the settings; without one the order is refused.
    AsSet,
    /// To the income accounts as if they were this year's.
    Income,
}

/// What is asked for when an order is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreateOrder {
    /// The client's id for the order.
    pub id: String,
    /// Accounting period; none: the month of the voucher date.
    pub period: Option<AccountingPeriod>,
    /// Voucher date; none: the last payment date.
    pub voucher_date: Option<NaiveDate>,
    /// Payments for earlier fiscal years.
    pub previous_year: PreviousYear,
    /// Compensations of which a receivable was raised when an earlier year was closed, with the
    /// voucher that raised it: what is paid or taken back for earlier years meets it. Without one,
    /// money that is taken back is this year's income.
    pub receivables: BTreeMap<CompensationCode, String>,
}

impl CreateOrder {
    /// An order in the proposed period, by the settings.
    #[must_use]
    pub fn as_set(id: String) -> CreateOrder {
        CreateOrder {
            id,
            period: None,
            voucher_date: None,
            previous_year: PreviousYear::AsSet,
            receivables: BTreeMap::new(),
        }
    }
}

/// An order that has been made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreatedOrder {
    /// The order.
    pub order: OrderRecord,
    /// How many vouchers.
    pub vouchers: u64,
    /// How many postings.
    pub postings: u64,
}

/// Everything that one order books.
pub(crate) struct OrderPlan {
    pub(crate) id: String,
    pub(crate) distribution: DistributionRecord,
    pub(crate) reverses: Option<OrderRecord>,
    pub(crate) entries: Vec<Entry>,
    pub(crate) bank_amounts: Vec<(ListNo, Ore)>,
    pub(crate) voucher_date: NaiveDate,
    pub(crate) period: AccountingPeriod,
    pub(crate) previous_year: PreviousYear,
    pub(crate) receivables: BTreeMap<CompensationCode, String>,
    pub(crate) business_date: NaiveDate,
    pub(crate) step: NewStep,
}

impl App {
    /// Makes a booking order of everything that a distribution gave and no order in force books.
    ///
    /// # Errors
    /// When nothing is left to book, an account is missing, a bank amount is missing where the
    /// order books it, or periods before the fiscal year need an answer.
    pub fn create_order(
        &mut self,
        distribution_id: &str,
        asked: &CreateOrder,
    ) -> Result<CreatedOrder> {
        self.change(Action::CreateOrder, |write| {
            if let Some(done) = write.order_of_id(&asked.id)? {
                let distribution = self.distribution(distribution_id)?;
                let same = done.distribution_no == distribution.distribution_no
                    && asked.period.is_none_or(|period| period == done.period)
                    && asked.voucher_date.is_none_or(|date| date == done.voucher_date);
                AppError::require_same(same, &asked.id)?;
                return Ok(Ending::Nothing(self.created(done)?));
            }
            let plan = self.plan(self.distribution(distribution_id)?, asked)?;
            let (order, detail) = keep_order(write, &plan, self.wording.as_ref())?;
            Ok(Ending::Changed(Changed {
                object: order.made.id.clone(),
                value: self.created(order)?,
                detail,
            }))
        })
    }

    /// Everything that an order of the distribution would book.
    fn plan(&self, distribution: DistributionRecord, asked: &CreateOrder) -> Result<OrderPlan> {
        let read = self.read();
        let mut entries = read.unbooked_entries(distribution.distribution_no)?;
        let refused = self.refused_reversal(&distribution, &entries)?;
        let (reverses, bank_amounts) = match refused {
            Some(refused) => {
                entries = refused.entries;
                (Some(refused.reverses), refused.bank_amounts)
            }
            None => (None, self.bank_amounts(&distribution)?),
        };
        if entries.is_empty() && bank_amounts.is_empty() {
            return Err(AppError::refused(RefusalCode::NothingToBook));
        }
        let last_payment = match reverses {
            Some(_) => self.today,
            None => last_payment_date(&read, &distribution)?,
        };
        let voucher_date = asked.voucher_date.unwrap_or(last_payment);
        Ok(OrderPlan {
            id: asked.id.clone(),
            distribution,
            reverses,
            entries,
            bank_amounts,
            voucher_date,
            period: asked.period.unwrap_or(AccountingPeriod::of(voucher_date)),
            previous_year: asked.previous_year,
            receivables: asked.receivables.clone(),
            business_date: self.today,
            step: self.step(OrderState::Created, false),
        })
    }

    /// The number and accounting period that the next order of a distribution would get.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn proposed_order(
        &self,
        distribution: &DistributionRecord,
    ) -> Result<(String, AccountingPeriod)> {
        let read = self.read();
        let period = AccountingPeriod::of(last_payment_date(&read, distribution)?);
        let sequence = read.next_sequence(period.year())?;
        let prefix = self.settings()?.booking.number_prefix;
        Ok((order_number(&prefix, period.year(), sequence), period))
    }

    /// The vouchers that the next order of a distribution would hold; none where nothing is left to
    /// book.
    ///
    /// # Errors
    /// As [`App::create_order`].
    pub fn proposed_vouchers(&self, distribution: &DistributionRecord) -> Result<Vec<Voucher>> {
        match self.plan(distribution.clone(), &CreateOrder::as_set(new_id())) {
            Ok(plan) => Ok(draw_up(&self.read(), &plan, self.wording.as_ref())?.vouchers),
            Err(error) if error.code() == RefusalCode::NothingToBook.as_str() => Ok(Vec::new()),
            Err(error) => Err(error),
        }
    }

    /// What an order took back that the finance system has refused, or that was refused itself with
    /// what it took back: the same is booked again, on the accounts of the order that it takes back.
    fn refused_reversal(
        &self,
        distribution: &DistributionRecord,
        entries: &[Entry],
    ) -> Result<Option<RefusedReversal>> {
        if distribution.kind != DistributionKind::Reversal {
            return Ok(None);
        }
        let read = self.read();
        for refused in read.orders_of(distribution.distribution_no)? {
            let Some(taken_back) = refused.reverses else { continue };
            let booked: BTreeSet<EntryNo> =
                read.entries_of_order(taken_back)?.iter().map(|entry| entry.entry_no).collect();
            let takes_back =
                |entry: &&Entry| entry.corrects.is_some_and(|entry| booked.contains(&entry));
            let of_order: Vec<Entry> = entries.iter().filter(takes_back).cloned().collect();
            if !of_order.is_empty() {
                return Ok(Some(RefusedReversal {
                    reverses: read.order_by_no(taken_back)?,
                    entries: of_order,
                    bank_amounts: read.bank_amounts_of(refused.order_no)?,
                }));
            }
        }
        Ok(None)
    }

    fn created(&self, order: OrderRecord) -> Result<CreatedOrder> {
        let vouchers = self.read().vouchers(order.order_no)?;
        let postings = vouchers.iter().map(|voucher| voucher.postings.len() as u64).sum();
        Ok(CreatedOrder { order, vouchers: vouchers.len() as u64, postings })
    }

    /// The bank amounts that the order itself must book: none while the bank's own file has.
    fn bank_amounts(&self, distribution: &DistributionRecord) -> Result<Vec<(ListNo, Ore)>> {
        if self.settings()?.booking.bank_already_booked {
            return Ok(Vec::new());
        }
        let read = self.read();
        let mut amounts = Vec::new();
        for (list_no, amount) in read.unbooked_bank_amounts(distribution.distribution_no)? {
            let missing = || AppError::refused(RefusalCode::BankAmountMissing);
            match amount {
                Some(amount) if amount.is_zero() => {}
                Some(amount) => amounts.push((list_no, amount)),
                None => return Err(missing().with("file", read.list_by_no(list_no)?.file_name)),
            }
        }
        Ok(amounts)
    }
}

/// What an order that was refused took back.
struct RefusedReversal {
    reverses: OrderRecord,
    entries: Vec<Entry>,
    bank_amounts: Vec<(ListNo, Ore)>,
}

fn last_payment_date(read: &Read<'_>, distribution: &DistributionRecord) -> Result<NaiveDate> {
    if distribution.kind == DistributionKind::Correction {
        return Ok(distribution.business_date);
    }
    let rows = read.distributed_rows(distribution.distribution_no)?;
    let last = rows.iter().map(|row| row.payment_date).max();
    Ok(last.unwrap_or(distribution.business_date))
}

/// Whether an entry belongs to the clawback voucher: its row is negative. An entry that takes
/// another back has the opposite sign of its row.
fn of_negative_row(entry: &Entry) -> bool {
    entry.amount.is_negative() != entry.corrects.is_some() && !entry.amount.is_zero()
}

fn booked_amounts(entries: &[Entry]) -> Vec<BookedAmount> {
    entries
        .iter()
        .filter_map(|entry| {
            Some(BookedAmount {
                compensation: CompensationCode(entry.compensation.clone()?),
                cost_centre: entry.cost_centre.clone()?,
                amount: entry.amount,
                period_until: entry.period_until,
                negative_row: of_negative_row(entry),
            })
        })
        .collect()
}

/// What an order holds before it is kept.
pub(crate) struct DrawnUp {
    book: OrderBook,
    pub(crate) vouchers: Vec<Voucher>,
    debit: Ore,
    credit: Ore,
}

/// Makes the vouchers of an order.
pub(crate) fn draw_up(
    read: &Read<'_>,
    plan: &OrderPlan,
    wording: &dyn crate::Wording,
) -> Result<DrawnUp> {
    refuse_closed(read, plan.period)?;
    if !plan.period.holds(plan.voucher_date) {
        let days = plan.period.days();
        return Err(AppError::refused(RefusalCode::VoucherDateOutsidePeriod)
            .with("date", plan.voucher_date)
            .with("period", plan.period)
            .with("from", days.from)
            .with("until", days.until)
            .in_field("voucher_date"));
    }
    let book = book_of(read, plan)?;
    let vouchers = vouchers_of(plan, &book, wording)?;
    let sum = |keep: fn(&Ore) -> bool| -> Ore {
        let postings = vouchers.iter().flat_map(|voucher| &voucher.postings);
        postings.map(|posting| posting.amount).filter(keep).sum()
    };
    let debit = sum(|amount| !amount.is_negative());
    let credit = -sum(|amount| amount.is_negative());
    assert_eq!(debit, credit, "a booking order balances");
    Ok(DrawnUp { book, vouchers, debit, credit })
}

/// What an order is made with: today's accounts and settings, or those of the order that it takes
/// back, whatever has been changed since.
fn book_of(read: &Read<'_>, plan: &OrderPlan) -> Result<OrderBook> {
    if let Some(taken_back) = &plan.reverses {
        return read_book(taken_back);
    }
    let mut book = book_of_today(read, Period::of_year(plan.period.year()).from)?;
    book.example |= plan.distribution.keys.iter().any(|key| key.example);
    book.rules.earlier_as_income = plan.previous_year == PreviousYear::Income;
    book.rules.accrued.clone_from(&plan.receivables);
    refuse_receivables(plan, &book)?;
    Ok(book)
}

/// Refuses receivables that cannot be met: all of them at once.
fn refuse_receivables(plan: &OrderPlan, book: &OrderBook) -> Result<()> {
    let amounts = booked_amounts(&plan.entries);
    let met = |code: &CompensationCode| {
        let of = amounts.iter().filter(|amount| amount.compensation == *code);
        of.into_iter().any(|amount| before_fiscal_year(amount, &book.rules))
    };
    let mut faults = Vec::new();
    if !plan.receivables.is_empty() && book.rules.receivable.is_none() {
        faults.push(AppError::refused(RefusalCode::NoReceivableAccount));
    }
    for (code, voucher) in &plan.receivables {
        let field = format!("receivables.{code}");
        if !met(code) {
            let refused = AppError::refused(RefusalCode::ReceivableNotMet);
            faults.push(refused.with("compensation", code).in_field(&field));
        }
        let typed = keep(text_typed(voucher, YEAR_END_VOUCHER), &field, &mut faults);
        if typed.is_some_and(|typed| typed.is_empty()) {
            let missing = AppError::refused(RefusalCode::VoucherNumberMissing);
            faults.push(missing.in_field(&field));
        }
    }
    AppError::all(faults).map_or(Ok(()), Err)
}

/// Longest name of a voucher of a year's closing, in characters: it stands in texts of postings.
const YEAR_END_VOUCHER: usize = 25;

/// Makes the vouchers and keeps the order; gives it back with the audit event's detail.
pub(crate) fn keep_order(
    write: &Write<'_>,
    plan: &OrderPlan,
    wording: &dyn crate::Wording,
) -> Result<(OrderRecord, serde_json::Value)> {
    refuse_while_restored(write)?;
    let drawn_up = draw_up(write, plan, wording)?;
    let book = &drawn_up.book;
    let year = plan.period.year();
    let sequence = write.next_sequence(year)?;
    let made = NewOrder {
        id: plan.id.clone(),
        number: order_number(&book.settings.number_prefix, year, sequence),
        year,
        sequence,
        distribution_no: plan.distribution.distribution_no,
        reverses: plan.reverses.as_ref().map(|order| order.order_no),
        voucher_date: plan.voucher_date,
        period: plan.period,
        business_date: plan.business_date,
        debit: drawn_up.debit,
        credit: drawn_up.credit,
        example: book.example,
        book: serde_json::to_string(book)
            .map_err(|_| store::StoreError::Damaged("booking_order.book"))?,
    };
    let entry_numbers: Vec<EntryNo> = plan.entries.iter().map(|entry| entry.entry_no).collect();
    let order = write.add_order(made, &drawn_up.vouchers, &entry_numbers)?;
    for (list_no, amount) in &plan.bank_amounts {
        write.add_bank_amount(order.order_no, *list_no, *amount)?;
    }
    write.add_order_step(order.order_no, &plan.step)?;
    let detail = json!({
        "number": order.number, "vouchers": drawn_up.vouchers.len(), "debit_ore": order.debit,
        "credit_ore": order.credit, "entries": entry_numbers.len(),
        "reverses": plan.reverses.as_ref().map(|order| &order.number),
    });
    Ok((order, detail))
}

/// A number in the year's sequence, such as `MIGV2026-0001`.
fn order_number(prefix: &str, year: i32, sequence: u32) -> String {
    format!("{prefix}{year}-{sequence:04}")
}

fn vouchers_of(
    plan: &OrderPlan,
    book: &OrderBook,
    wording: &dyn crate::Wording,
) -> Result<Vec<Voucher>> {
    let reverses = plan.reverses.as_ref().map(|order| order.number.as_str());
    let corrects = reverses.is_none() && plan.distribution.kind == DistributionKind::Correction;
    let texts: BTreeMap<VoucherKind, String> =
        [VoucherKind::Payment, VoucherKind::Distribution, VoucherKind::Clawback]
            .into_iter()
            .map(|kind| {
                let month = plan.distribution.month;
                let own = book.settings.voucher_texts.get(kind.as_str());
                let is_plain = reverses.is_none() && !corrects;
                let text = match own.filter(|_| is_plain) {
                    Some(own) => own.replace("{month}", &month.to_string()),
                    None if corrects => correction_text(wording, kind, month),
                    None => voucher_text(wording, kind, month, reverses),
                };
                (kind, text)
            })
            .collect();
    let accrued = book.rules.accrued.iter().map(|(code, voucher)| {
        let text = wording.text("voucher-receivable", &[("voucher", voucher.as_str().into())]);
        (code.clone(), text)
    });
    let heads = VoucherHeads {
        date: plan.voucher_date,
        period: plan.period,
        texts,
        accrued_texts: accrued.collect(),
    };
    let bank: Ore = plan.bank_amounts.iter().map(|(_, amount)| *amount).sum();
    let amounts = booked_amounts(&plan.entries);
    make_vouchers(&amounts, Some(bank), &book.rules, &heads).map_err(|fault| match fault {
        BookingFault::NoAccount(compensations) => {
            let names: Vec<String> = compensations.into_iter().map(|code| code.0).collect();
            AppError::refused(RefusalCode::NoAccount).with("compensations", names.join(", "))
        }
        BookingFault::BeforeFiscalYear { amount, rows } => {
            AppError::refused(RefusalCode::BeforeFiscalYear)
                .with("amount_ore", amount.0)
                .with("amounts", rows)
                .with("year", plan.period.year())
        }
    })
}
