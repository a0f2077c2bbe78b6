//! Booking orders: made from a distribution, attested, handed over to the finance system.

pub(crate) mod create;
mod export;
mod names;
mod print;

pub use create::{CreateOrder, CreatedOrder, PreviousYear};
pub(crate) use export::export_refusal;
pub use export::{ExportFormat, ExportedFile};
pub use names::OrderBook;

use serde_json::json;
use store::Changed;
use store::orders::{OrderRecord, OrderState};

use crate::error::{AppError, RefusalCode};
use crate::{Action, App, Result, clock};

impl App {
    /// The order with that id or number.
    ///
    /// # Errors
    /// When there is none, or the database cannot be read.
    pub fn order(&self, id_or_number: &str) -> Result<OrderRecord> {
        self.store
            .read()
            .order(id_or_number)?
            .ok_or_else(|| AppError::refused(RefusalCode::NoSuchOrder))
    }

    /// The present state of an order.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn order_state(&self, order: &OrderRecord) -> Result<OrderState> {
        let last = self.store.read().order_states(order.order_no)?.pop();
        Ok(last.ok_or(store::StoreError::Damaged("order_state"))?)
    }

    /// The names and settings that an order was made with.
    ///
    /// # Errors
    /// When what is kept is damaged.
    pub fn order_book(&self, order: &OrderRecord) -> Result<OrderBook> {
        names::read_book(order)
    }

    fn require_state(&self, order: &OrderRecord, needed: &[&str]) -> Result<OrderState> {
        let state = self.order_state(order)?;
        if needed.contains(&state.state.as_str()) {
            return Ok(state);
        }
        Err(AppError::refused(RefusalCode::OrderState)
            .with("state", &state.state)
            .with("needed", needed.join(",")))
    }

    /// Attests an order. Until there are users, the one person does it, and the step says that no
    /// second person has.
    ///
    /// # Errors
    /// When the order is not newly created.
    pub fn attest_order(&mut self, id: &str) -> Result<()> {
        let order = self.order(id)?;
        self.require_state(&order, &["created"])?;
        let step = self.attested(&order)?;
        let second_person = step.second_person;
        self.change(Action::AttestOrder, |write| {
            write.add_order_state(order.order_no, &step)?;
            let detail = json!({ "number": order.number, "second_person": second_person });
            Ok(Changed { value: (), object: order.id.clone(), detail })
        })
    }

    /// The step that attests an order: with a second person where somebody else made it.
    fn attested(&self, order: &OrderRecord) -> Result<OrderState> {
        let maker = self.store.read().order_states(order.order_no)?.into_iter().next();
        Ok(self.step("attested", maker.is_some_and(|made| made.actor != self.actor)))
    }

    /// Withdraws an order that has not been handed over; its number is not used again, and what it
    /// would have booked can be booked by a new one.
    ///
    /// # Errors
    /// When the order has been handed over or withdrawn, or takes another back: its list is reversed
    /// already, and nothing else would book that.
    pub fn withdraw_order(&mut self, id: &str, reason: &str) -> Result<()> {
        if reason.trim().is_empty() {
            return Err(AppError::refused(RefusalCode::ReasonMissing));
        }
        let order = self.order(id)?;
        self.require_state(&order, &["created", "attested"])?;
        if order.reverses.is_some() {
            return Err(AppError::refused(RefusalCode::ReversingOrder));
        }
        let step = self.step("withdrawn", false);
        self.change(Action::WithdrawOrder, |write| {
            write.add_order_state(order.order_no, &step)?;
            let detail = json!({ "number": order.number, "reason": reason });
            Ok(Changed { value: (), object: order.id.clone(), detail })
        })
    }

    pub(crate) fn step(&self, state: &str, second_person: bool) -> OrderState {
        let actor = self.actor.clone();
        OrderState {
            state: state.to_owned(),
            actor,
            second_person,
            at: clock::now_utc(),
            event_no: 0,
        }
    }
}
