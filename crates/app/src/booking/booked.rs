//! What the finance system has answered: the numbers of its vouchers, or that it refused the order.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;
use domain::voucher::OrderState;
use domain::{Finding, Ore};
use importing::{BookedColumn, BookedLine};
use serde_json::json;
use store::orders::NewStep;
use store::{Changed, Ending, OrderNo, Write};

use super::judged::{Fault, Numbered, Standing, fault, foreign_client};
use crate::error::{AppError, RefusalCode};
use crate::periods::refuse_closed;
use crate::typed::{keep, text_typed};
use crate::{Action, App, Result};

/// Longest number of a voucher, in characters: the width of its field in GL07.
const NUMBER: usize = 25;

/// The number that the finance system has given one voucher of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoucherNumber {
    /// The voucher's number within the order, from 1.
    pub voucher: u32,
    /// Its number in the finance system.
    pub number: String,
    /// The day it was booked there.
    pub day: NaiveDate,
}

/// What came of numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Booked {
    /// Vouchers that have got a number.
    pub vouchers: u64,
    /// The numbers of orders that are booked now.
    pub orders: Vec<String>,
    /// What is wrong with the file; nothing has been changed then.
    pub findings: Vec<Finding>,
}

impl App {
    /// Notes the numbers that the finance system has given vouchers of an order, given by its id or
    /// number: all of them, or none. The order is booked when every voucher of it has one.
    ///
    /// # Errors
    /// When the order is not handed over, a number is another voucher's, a day cannot be, or the
    /// period is closed: every fault at once, each at its line (`numbers[0].day`).
    pub fn book_vouchers(&mut self, order: &str, asked: &[VoucherNumber]) -> Result<Booked> {
        self.change(Action::BookVouchers, |write| {
            let standing = Standing::read(write, self.today)?;
            let mut faults = Vec::new();
            let mut numbered: Vec<Numbered<'_>> = Vec::new();
            for (place, one) in asked.iter().enumerate() {
                let mut wrong = Vec::new();
                let number = keep(text_typed(&one.number, NUMBER), "number", &mut wrong);
                if number.as_ref().is_some_and(String::is_empty) {
                    let missing = AppError::refused(RefusalCode::VoucherNumberMissing);
                    wrong.push(missing.in_field("number"));
                }
                match standing.voucher(order, Some(one.voucher)) {
                    Ok((order, voucher)) => {
                        let one =
                            Numbered { order, voucher, number: one.number.trim(), day: one.day };
                        let (found, is_new) = standing.judged(&one, &numbered);
                        wrong.extend(found.into_iter().map(Fault::typed));
                        numbered.extend(is_new.then_some(one));
                    }
                    Err(unknown) => wrong.push(unknown.typed()),
                }
                faults.extend(
                    wrong.into_iter().map(|fault| fault.within(&format!("numbers[{place}]"))),
                );
            }
            match AppError::all(faults) {
                None => self.keep_numbers(write, &standing, &numbered, None),
                Some(fault) => Err(fault),
            }
        })
    }

    /// Notes the numbers of a file: all of them, or none where anything is wrong with one.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn book_from_file(&mut self, path: &Path) -> Result<Booked> {
        self.change(Action::BookVouchers, |write| {
            let table = self.read_table(path, importing::read_booked)?;
            let standing = Standing::read(write, self.today)?;
            let mut findings = table.findings;
            let mut lines: Vec<(&BookedLine, Numbered<'_>)> = Vec::new();
            for line in &table.lines {
                match standing.voucher(&line.order, line.voucher) {
                    Ok((order, voucher)) => {
                        let numbered =
                            Numbered { order, voucher, number: &line.number, day: line.day };
                        lines.push((line, numbered));
                    }
                    Err(wrong) => findings.push(wrong.of(line)),
                }
            }
            let mut sums: BTreeMap<(OrderNo, u32), (Ore, &BookedLine)> = BTreeMap::new();
            for (line, one) in &lines {
                let sum =
                    sums.entry((one.order.order_no, one.voucher)).or_insert((Ore::ZERO, line));
                sum.0 += line.amount;
            }
            let mut numbered: Vec<Numbered<'_>> = Vec::new();
            for (line, one) in lines {
                findings.extend(foreign_client(one.order, line)?);
                let (wrong, is_new) = standing.judged(&one, &numbered);
                findings.extend(wrong.into_iter().map(|wrong| wrong.of(line)));
                numbered.extend(is_new.then_some(one));
            }
            for (voucher, (stated, line)) in sums {
                let debit = standing.debits.get(&voucher).copied().unwrap_or_default();
                if stated != debit {
                    let values =
                        [("stated_ore", stated.0.to_string()), ("debit_ore", debit.0.to_string())];
                    let code = RefusalCode::BookedSumDiffers;
                    findings.push(fault(BookedColumn::Amount, code, values).of(line));
                }
            }
            findings.sort_by_key(|finding| (finding.line, finding.column));
            if !findings.is_empty() {
                return Ok(Ending::Nothing(Booked { findings, ..Booked::default() }));
            }
            self.keep_numbers(write, &standing, &numbered, Some(path))
        })
    }

    /// Keeps numbers without faults; those that are known already are passed over.
    fn keep_numbers(
        &self,
        write: &Write<'_>,
        standing: &Standing,
        numbered: &[Numbered<'_>],
        file: Option<&Path>,
    ) -> Result<Ending<Booked>> {
        let is_new =
            |one: &&Numbered<'_>| !standing.booked.contains_key(&(one.order.order_no, one.voucher));
        let mut by_order: BTreeMap<OrderNo, Vec<&Numbered<'_>>> = BTreeMap::new();
        for one in numbered.iter().filter(is_new) {
            write.book_voucher(one.order.order_no, one.voucher, one.number, one.day)?;
            by_order.entry(one.order.order_no).or_default().push(one);
        }
        let Some(first) = by_order.values().flatten().next() else {
            return Ok(Ending::Nothing(Booked::default()));
        };
        let mut booked = Booked::default();
        for (order_no, vouchers) in &by_order {
            booked.vouchers += vouchers.len() as u64;
            let before = standing.booked.keys().filter(|(of, _)| of == order_no).count();
            let order = vouchers[0].order;
            if before + vouchers.len() == standing.vouchers_of(order) as usize {
                write.add_order_step(*order_no, &self.step(OrderState::Booked, false))?;
                booked.orders.push(order.number.clone());
            }
        }
        let object = match file {
            Some(_) => "orders".to_owned(),
            None => first.order.id.clone(),
        };
        let numbers = by_order.values().flatten().map(|one| {
            json!({
                "order": one.order.number, "voucher": one.voucher, "number": one.number,
                "day": one.day,
            })
        });
        let detail = json!({
            "numbers": numbers.collect::<Vec<_>>(), "booked": booked.orders,
        });
        Ok(Ending::Changed(Changed { value: booked, object, detail }))
    }

    /// Takes the number of a voucher back, as when it was typed wrong, by correcting entries.
    ///
    /// # Errors
    /// When no reason is given, the voucher has no number, or its period is closed.
    pub fn unbook_voucher(&mut self, order: &str, voucher: u32, reason: &str) -> Result<()> {
        if reason.trim().is_empty() {
            return Err(AppError::refused(RefusalCode::ReasonMissing));
        }
        self.change(Action::UnbookVoucher, |write| {
            let order = self.order(order)?;
            refuse_closed(write, order.period)?;
            let booked = write.booked_vouchers(order.order_no)?;
            let found =
                booked.iter().find(|booked| booked.voucher == voucher).ok_or_else(|| {
                    AppError::refused(RefusalCode::VoucherNotBooked)
                        .with("order", &order.number)
                        .with("voucher", voucher)
                        .in_field("voucher")
                })?;
            write.unbook_voucher(found.booking_no)?;
            if self.order_step(&order)?.state == OrderState::Booked {
                write.add_order_step(order.order_no, &self.step(OrderState::HandedOver, false))?;
            }
            let detail = json!({
                "number": order.number, "voucher": voucher, "voucher_number": found.number,
                "reason": reason,
            });
            Ok(Changed { value: (), object: order.made.id, detail })
        })
    }

    /// Withdraws an order that was handed over and that the finance system has refused, with its
    /// words. What it booked can be booked anew under a new number; its files stay kept.
    ///
    /// # Errors
    /// When no words are given, the order is not handed over, a voucher of it has a number, or an
    /// order that takes it back has been handed over.
    pub fn reject_order(&mut self, id: &str, words: &str) -> Result<()> {
        if words.trim().is_empty() {
            return Err(AppError::refused(RefusalCode::ReasonMissing));
        }
        self.change(Action::RejectOrder, |write| {
            let order = self.order(id)?;
            let step = self.order_step(&order)?;
            if step.state == OrderState::Withdrawn {
                let told = write.audit_event(step.event_no)?.detail;
                if told["rejected"] == true && told["reason"] == words {
                    return Ok(Ending::Nothing(()));
                }
            }
            self.require_state(&order, &[OrderState::HandedOver])?;
            if let Some(booked) = write.booked_vouchers(order.order_no)?.first() {
                return Err(AppError::refused(RefusalCode::VoucherHasNumber)
                    .with("order", &order.number)
                    .with("voucher", booked.voucher)
                    .with("number", &booked.number));
            }
            let withdrawn: NewStep = self.step(OrderState::Withdrawn, false);
            // What would have taken it back has nothing to take back.
            let mut with_it = Vec::new();
            for reversing in write.orders_of_reversed(order.order_no)? {
                match self.order_step(&reversing)?.state {
                    OrderState::Withdrawn => {}
                    OrderState::Created | OrderState::Attested => {
                        write.add_order_step(reversing.order_no, &withdrawn)?;
                        with_it.push(reversing.made.number);
                    }
                    OrderState::HandedOver | OrderState::Booked => {
                        return Err(AppError::refused(RefusalCode::ReversingHandedOver)
                            .with("order", &reversing.number));
                    }
                }
            }
            write.add_order_step(order.order_no, &withdrawn)?;
            write.take_back_handed_over(order.order_no)?;
            let detail = json!({
                "number": order.number, "reason": words, "rejected": true, "withdrawn": with_it,
            });
            Ok(Ending::Changed(Changed { value: (), object: order.made.id, detail }))
        })
    }
}
