//! Booking orders: made from a distribution, attested, handed over to the finance system.

mod booked;
pub(crate) mod create;
mod export;
mod judged;
mod names;
mod print;
mod standing;

pub use booked::{Booked, VoucherNumber};
pub use create::{CreateOrder, CreatedOrder, PreviousYear};
pub(crate) use export::export_refusal;
pub use export::{ExportFormat, ExportedFile};
pub use names::OrderBook;
pub use standing::OrderStands;

use std::collections::HashMap;

use domain::voucher::OrderState;
use serde_json::json;
use store::orders::{BookedVoucher, NewStep, OrderRecord, OrderStep, VoucherRecord};
use store::{Changed, EventNo};

use crate::error::{AppError, RefusalCode};
use crate::typed::reason_typed;
use crate::users::order_act;
use crate::{Action, App, Result, clock};

/// A file that an order was handed over as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderFile {
    /// Its format.
    pub format: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Moment in UTC when it was made.
    pub at: String,
}

/// What belongs to an order.
#[derive(Clone, Debug)]
pub struct OrderContent {
    /// Vouchers, with the finance system's numbers where they are known.
    pub vouchers: Vec<(VoucherRecord, Option<BookedVoucher>)>,
    /// Steps in order, with the reasons given.
    pub steps: Vec<(OrderStep, Option<String>)>,
    /// Files in order.
    pub files: Vec<OrderFile>,
    /// Numbers of the orders that take it back, the newest first.
    pub reversed_by: Vec<String>,
}

impl App {
    /// What belongs to an order.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn order_content(&self, order: &OrderRecord) -> Result<OrderContent> {
        let (read, order_no) = (self.read(), order.order_no);
        let booked = read.booked_vouchers(order_no)?.into_iter();
        let mut booked: HashMap<u32, _> = booked.map(|one| (one.voucher, one)).collect();
        let steps = read.order_steps(order_no)?;
        let files = read.booking_files(order_no)?;
        let events = steps.iter().map(|step| step.event_no).chain(files.iter().map(|file| file.2));
        let events = read.audit_events_numbered(&events.collect::<Vec<_>>())?;
        let reason = |step: &OrderStep| {
            Some(events.get(&step.event_no)?.detail["reason"].as_str()?.to_owned())
        };
        let at = |event_no: &EventNo| {
            events.get(event_no).map(|event| event.at.clone()).unwrap_or_default()
        };
        let vouchers = read.vouchers(order_no)?.into_iter();
        let reversing = read.orders_of_reversed(order_no)?.into_iter();
        Ok(OrderContent {
            vouchers: vouchers
                .map(|voucher| {
                    let number = booked.remove(&voucher.voucher);
                    (voucher, number)
                })
                .collect(),
            files: files
                .into_iter()
                .map(|(format, sha256, event_no)| OrderFile { format, sha256, at: at(&event_no) })
                .collect(),
            steps: steps
                .into_iter()
                .map(|step| {
                    let reason = reason(&step);
                    (step, reason)
                })
                .collect(),
            reversed_by: reversing.map(|order| order.made.number).collect(),
        })
    }

    /// Every order, the newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn orders(&self) -> Result<Vec<OrderRecord>> {
        Ok(self.read().orders()?)
    }

    /// The order with that id or number.
    ///
    /// # Errors
    /// When there is none, or the database cannot be read.
    pub fn order(&self, id_or_number: &str) -> Result<OrderRecord> {
        self.read().order(id_or_number)?.ok_or_else(|| AppError::refused(RefusalCode::NoSuchOrder))
    }

    /// The present state of an order.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn order_step(&self, order: &OrderRecord) -> Result<OrderStep> {
        let last = self.read().order_steps(order.order_no)?.pop();
        Ok(last.ok_or(store::StoreError::Damaged("order_state"))?)
    }

    /// The names and settings that an order was made with.
    ///
    /// # Errors
    /// When what is kept is damaged.
    pub fn order_book(&self, order: &OrderRecord) -> Result<OrderBook> {
        names::read_book(order)
    }

    fn require_state(&self, order: &OrderRecord, needed: &[OrderState]) -> Result<OrderStep> {
        let step = self.order_step(order)?;
        if needed.contains(&step.state) {
            return Ok(step);
        }
        let needed: Vec<&str> = needed.iter().map(|state| state.as_str()).collect();
        Err(AppError::refused(RefusalCode::OrderState)
            .with("state", step.state.as_str())
            .with("needed", needed.join(",")))
    }

    /// Attests an order: where there are users somebody who did not make it, whose attest covers it, and
    /// signed; in one person's database that person, and the step says that no second person has.
    ///
    /// # Errors
    /// When the order is not newly created, is the acting user's own, or no attest covers it.
    pub fn attest_order(&mut self, id: &str, proof: Option<&str>) -> Result<()> {
        let prover = self.prove_where_needed(proof)?;
        self.change(Action::AttestOrder, |write| {
            let order = self.order(id)?;
            self.require_state(&order, &[OrderState::Created])?;
            let step = self.attested(&order)?;
            let second_person = step.second_person;
            write.add_order_step(order.order_no, &step)?;
            if let Some(prover) = &prover {
                self.sign(write, prover, Action::AttestOrder, &order.id)?;
            }
            let detail = json!({ "number": order.number, "second_person": second_person });
            Ok(Changed { value: (), object: order.id.clone(), detail })
        })
    }

    /// The step that attests an order: with a second person where somebody else made it.
    fn attested(&self, order: &OrderRecord) -> Result<NewStep> {
        let read = self.read();
        let maker = read.order_steps(order.order_no)?.into_iter().next();
        let maker = maker
            .map(|made| made.actor.clone())
            .ok_or(store::StoreError::Damaged("order_state"))?;
        let judged = self.judge_attest(&order_act(&read, order)?, &[maker])?;
        Ok(self.step(OrderState::Attested, judged.second_person))
    }

    /// Gives an order back instead of attesting it, with what is wrong: it is withdrawn, and what it would
    /// have booked can be booked by a new one.
    ///
    /// # Errors
    /// When nothing is said, or the order does not wait for an attest.
    pub fn return_order(&mut self, id: &str, comment: &str) -> Result<()> {
        let comment = reason_typed(comment)?;
        self.change(Action::ReturnOrder, |write| {
            let order = self.order(id)?;
            self.require_state(&order, &[OrderState::Created])?;
            if order.reverses.is_some() {
                return Err(AppError::refused(RefusalCode::ReversingOrder));
            }
            write.add_order_step(order.order_no, &self.step(OrderState::Withdrawn, false))?;
            let detail = json!({ "number": order.number, "reason": comment });
            Ok(Changed { value: (), object: order.id.clone(), detail })
        })
    }

    /// Withdraws an order that has not been handed over; its number is not used again, and what it
    /// would have booked can be booked by a new one.
    ///
    /// # Errors
    /// When the order has been handed over or withdrawn, or takes another back: its list is reversed
    /// already, and nothing else would book that.
    pub fn withdraw_order(&mut self, id: &str, reason: &str) -> Result<()> {
        let reason = reason_typed(reason)?;
        self.change(Action::WithdrawOrder, |write| {
            let order = self.order(id)?;
            self.require_state(&order, &[OrderState::Created, OrderState::Attested])?;
            if order.reverses.is_some() {
                return Err(AppError::refused(RefusalCode::ReversingOrder));
            }
            let step = self.step(OrderState::Withdrawn, false);
            write.add_order_step(order.order_no, &step)?;
            let detail = json!({ "number": order.number, "reason": reason });
            Ok(Changed { value: (), object: order.id.clone(), detail })
        })
    }

    pub(crate) fn step(&self, state: OrderState, second_person: bool) -> NewStep {
        NewStep { state, actor: self.actor.clone(), second_person, at: clock::now_utc() }
    }
}
