//! How orders stand.

use std::collections::HashMap;

use domain::voucher::OrderState;
use store::OrderNo;
use store::distributions::DistributionRecord;
use store::orders::OrderRecord;

use crate::{App, Result};

/// An order as it stands.
#[derive(Clone, Debug)]
pub struct OrderStands {
    /// The order.
    pub order: OrderRecord,
    /// How far it has come.
    pub state: OrderState,
    /// Whether it was attested by the one who made it.
    pub without_second_person: bool,
    /// What it books.
    pub distribution: DistributionRecord,
    /// The number of the order that it takes back.
    pub reverses: Option<String>,
}

impl App {
    /// How every order stands, the newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn orders_standing(&self) -> Result<Vec<OrderStands>> {
        self.standing(self.read().orders()?)
    }

    /// How an order stands.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn order_standing(&self, order: &OrderRecord) -> Result<OrderStands> {
        let found = self.standing(vec![order.clone()])?.pop();
        Ok(found.ok_or(store::StoreError::Damaged("booking_order"))?)
    }

    /// How these orders stand, in their order; as many statements for many as for one.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn standing(&self, orders: Vec<OrderRecord>) -> Result<Vec<OrderStands>> {
        let read = self.read();
        let mut steps = read.all_order_steps()?;
        let distributions: HashMap<_, _> =
            read.distributions()?.into_iter().map(|run| (run.distribution_no, run)).collect();
        let numbers: HashMap<OrderNo, String> = read.order_numbers()?.into_iter().collect();
        let stands = |order: OrderRecord| {
            let steps = steps.remove(&order.order_no).unwrap_or_default();
            let distribution = distributions.get(&order.distribution_no).cloned();
            let alone = |step: &store::orders::OrderStep| {
                step.state == OrderState::Attested && !step.second_person
            };
            Ok(OrderStands {
                state: steps.last().map_or(OrderState::Created, |step| step.state),
                without_second_person: steps.iter().any(alone),
                distribution: distribution.ok_or(store::StoreError::Damaged("distribution"))?,
                reverses: order.reverses.and_then(|no| numbers.get(&no).cloned()),
                order,
            })
        };
        orders.into_iter().map(stands).collect()
    }
}
