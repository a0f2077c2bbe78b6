//! Bokförd: what the finance system has answered, and the periods that it books in.

use app::App;
use app::booking::{Booked, VoucherNumber};
use domain::AccountingPeriod;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use super::Nothing;
use super::booking::order_view;
pub use super::booking::{OrderView, WithdrawRequest};
pub use super::catalogue::FileRequest;
use super::{Diagnostic, certain_day_of, diagnostics};
use crate::ErrorReply;
use crate::error::Outcome;

/// The numbers that the finance system has given vouchers of an order.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct BookVouchers {
    /// The order's id or number.
    pub order: String,
    /// The numbers: all are noted, or none.
    pub numbers: Vec<VoucherNumberGiven>,
}

/// The number that the finance system has given a voucher.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct VoucherNumberGiven {
    /// The voucher's number within the order, from 1.
    pub voucher: u32,
    /// Its number in the finance system.
    pub number: String,
    /// The day it was booked there.
    pub day: String,
}

/// Takes the number of a voucher back.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct UnbookVoucher {
    /// The order's id or number.
    pub order: String,
    /// The voucher's number within the order, from 1.
    pub voucher: u32,
    /// Why.
    pub reason: String,
}

/// What came of voucher numbers.
#[derive(Clone, Debug, Serialize, TS)]
pub struct VouchersBooked {
    /// How it ended; with findings nothing has been changed.
    pub outcome: Outcome,
    /// Vouchers that have got a number.
    pub vouchers: u64,
    /// Numbers of the orders that are booked now.
    pub orders: Vec<String>,
    /// What is wrong with the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// An accounting period.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PeriodView {
    /// `yyyy-mm`; the thirteenth is `yyyy-13`.
    pub period: String,
    /// The fiscal year.
    pub year: i32,
    /// Whether nothing more is booked in it.
    pub closed: bool,
    /// Whether orders are booked in it.
    pub has_orders: bool,
    /// Who closed or opened it last; none: nobody ever has.
    pub changed_by: Option<String>,
    /// When, UTC.
    pub changed_at: Option<String>,
    /// First voucher date.
    pub from: String,
    /// Last voucher date.
    pub until: String,
}

/// Accounting periods, the oldest first.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Periods {
    /// The periods.
    pub periods: Vec<PeriodView>,
}

/// Closes a period or opens it again.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SetPeriod {
    /// `yyyymm` or `yyyy-mm`.
    pub period: String,
    /// Whether nothing more is to be booked in it.
    pub closed: bool,
}

/// Reads an accounting period of a request.
pub(crate) fn period_of(text: &str) -> Result<AccountingPeriod, ErrorReply> {
    text.trim().parse().map_err(|_| {
        let mut reply = ErrorReply::new("period-wrong", &[("text".to_owned(), text.to_owned())]);
        reply.by_rule = true;
        reply.at_field("period")
    })
}

fn booked_view(done: Booked) -> VouchersBooked {
    VouchersBooked {
        outcome: if done.findings.is_empty() { Outcome::Done } else { Outcome::Findings },
        vouchers: done.vouchers,
        orders: done.orders,
        diagnostics: diagnostics(&done.findings),
    }
}

/// Notes the numbers that the finance system has given vouchers of an order: all of them, or none.
///
/// # Errors
/// When the order is not handed over, a number is another voucher's, a day cannot be, or the period
/// is closed: every fault at once, each at its line.
pub fn book(app: &mut App, request: BookVouchers) -> Result<VouchersBooked, ErrorReply> {
    let mut asked = Vec::new();
    let mut faults = Vec::new();
    for (place, VoucherNumberGiven { voucher, number, day }) in (0..).zip(request.numbers) {
        match certain_day_of(&format!("numbers[{place}].day"), &day) {
            Ok(day) => asked.push(VoucherNumber { voucher, number, day }),
            Err(fault) => faults.push(fault),
        }
    }
    if let Some(fault) = app::AppError::all(faults) {
        return Err(fault.into());
    }
    Ok(booked_view(app.book_vouchers(&request.order, &asked)?))
}

/// Notes the numbers of a file: all of them, or none.
///
/// # Errors
/// When the file cannot be read.
pub fn book_file(app: &mut App, request: FileRequest) -> Result<VouchersBooked, ErrorReply> {
    Ok(booked_view(app.book_from_file(request.path.as_ref())?))
}

/// Takes the number of a voucher back.
///
/// # Errors
/// When no reason is given, the voucher has no number, or the period is closed.
pub fn unbook(app: &mut App, request: UnbookVoucher) -> Result<OrderView, ErrorReply> {
    app.unbook_voucher(&request.order, request.voucher, &request.reason)?;
    order_view(app, &request.order)
}

/// Withdraws an order that the finance system has refused, with its words.
///
/// # Errors
/// When no words are given, the order is not handed over, or a voucher of it has a number.
pub fn reject(app: &mut App, request: WithdrawRequest) -> Result<OrderView, ErrorReply> {
    app.reject_order(&request.order, &request.reason)?;
    order_view(app, &request.order)
}

/// The accounting periods.
///
/// # Errors
/// When the database cannot be read.
pub fn periods(app: &mut App, _: Nothing) -> Result<Periods, ErrorReply> {
    let periods = app.periods()?.into_iter().map(|stands| PeriodView {
        period: stands.period.to_string(),
        year: stands.period.year(),
        closed: stands.closed,
        has_orders: stands.has_orders,
        changed_by: stands.changed.as_ref().map(|change| change.actor.clone()),
        changed_at: stands.changed.map(|change| change.at),
        from: stands.period.days().from.to_string(),
        until: stands.period.days().until.to_string(),
    });
    Ok(Periods { periods: periods.collect() })
}

/// Closes a period or opens it again.
///
/// # Errors
/// When it is none, or the thirteenth of a city that has none.
pub fn set_period(app: &mut App, request: SetPeriod) -> Result<Periods, ErrorReply> {
    app.set_period(period_of(&request.period)?, request.closed)?;
    periods(app, Nothing {})
}
