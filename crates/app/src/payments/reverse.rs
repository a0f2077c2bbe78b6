//! Taking a committed list back, by opposite entries and, where it was handed over, a reversing
//! booking order. Nothing is deleted.

use std::collections::BTreeMap;

use domain::Ore;
use domain::distribution::DistributionKind;
use domain::voucher::OrderState;
use serde_json::json;
use store::distributions::{DistributionRecord, NewDistribution};
use store::ledger::Entry;
use store::lists::{ListRecord, ListState};
use store::orders::{NewStep, OrderRecord};
use store::{Changed, DistributionNo, OrderNo, Write};

use crate::booking::PreviousYear;
use crate::booking::create::{OrderPlan, keep_order};
use crate::error::{AppError, RefusalCode};
use crate::typed::reason_typed;
use crate::{Action, App, Result, new_id};

/// What taking a list back did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReversalOutcome {
    /// The ids of the distributions that hold the opposite shares, one per distribution taken back.
    pub distributions: Vec<String>,
    /// The numbers of the reversing orders.
    pub reversing_orders: Vec<String>,
    /// The numbers of orders that were withdrawn, since they had not been handed over.
    pub withdrawn_orders: Vec<String>,
}

impl App {
    /// Takes a committed list back. Its file may then be read again.
    ///
    /// Shares that no order has booked are taken back in the ledger alone. An order that books some
    /// of them and has not been handed over is withdrawn; what it held of other lists can be booked
    /// anew. For each order that has been handed over a reversing one is made, to be attested and
    /// handed over in turn.
    ///
    /// # Errors
    /// When the list is not committed, no reason is given, or a correction of its rows has not been
    /// handed over: what it takes back would stay in the finance system.
    pub fn reverse_list(&mut self, id: &str, reason: &str) -> Result<ReversalOutcome> {
        let reason = reason_typed(reason)?;
        self.change(Action::ReverseList, |write| {
            let list = self.committed_list(id)?;
            if let Some(open) = write.open_correction_of(list.list_no)? {
                let open = write.distribution_by_no(open)?;
                return Err(AppError::refused(RefusalCode::CorrectionOpen)
                    .with("month", open.month)
                    .with("run", open.run));
            }
            let created = self.step(OrderState::Created, false);
            let withdrawn = self.step(OrderState::Withdrawn, false);
            let (today, wording) = (self.today, self.wording.as_ref());
            let reversal = Reversal { write, list: &list, created, withdrawn, today, wording };
            let outcome = reversal.run()?;
            let taken_back = write.take_back_payments(list.list_no)?;
            write.set_list_state(list.list_no, ListState::Reversed)?;
            let detail = json!({
                "reason": reason, "payments": taken_back, "orders": outcome.reversing_orders,
                "withdrawn": outcome.withdrawn_orders, "sha256": list.sha256,
            });
            Ok(Changed { value: outcome, object: list.id.clone(), detail })
        })
    }
}

struct Reversal<'a> {
    write: &'a Write<'a>,
    list: &'a ListRecord,
    created: NewStep,
    withdrawn: NewStep,
    today: chrono::NaiveDate,
    wording: &'a dyn crate::Wording,
}

impl Reversal<'_> {
    fn run(&self) -> Result<ReversalOutcome> {
        let mut outcome = ReversalOutcome::default();
        let shares = self.write.standing_shares_of_list(self.list.list_no)?;
        let mut by_run: BTreeMap<DistributionNo, Vec<Entry>> = BTreeMap::new();
        for share in shares {
            if let Some(distribution_no) = share.origin.distribution() {
                by_run.entry(distribution_no).or_default().push(share);
            }
        }
        // The bank amount belongs to the list, whichever order books it: also one that books it alone.
        let of_bank = self.write.orders_of_bank_amount(self.list.list_no)?.into_iter();
        let mut of_bank = of_bank
            .map(|order_no| Ok((order_no, self.write.order_by_no(order_no)?)))
            .collect::<Result<BTreeMap<OrderNo, OrderRecord>>>()?;
        for (distribution_no, shares) in by_run {
            let mut orders = self.orders_of(&shares)?;
            orders.extend(
                of_bank.extract_if(.., |_, order| order.distribution_no == distribution_no),
            );
            self.withdraw_open(&orders, &mut outcome)?;
            let reversal = self.take_shares_back(distribution_no, &shares)?;
            outcome.distributions.push(reversal.id.clone());
            for order in orders.values().filter(|order| !self.is_open(order)) {
                self.reverse_order(order, &reversal, &mut outcome)?;
            }
        }
        self.withdraw_open(&of_bank, &mut outcome)?;
        for order in of_bank.values().filter(|order| !self.is_open(order)) {
            // Nothing is left of the run but what the bank credited.
            let reversal = self.take_shares_back(order.distribution_no, &[])?;
            outcome.distributions.push(reversal.id.clone());
            self.reverse_order(order, &reversal, &mut outcome)?;
        }
        Ok(outcome)
    }

    /// The orders in force that book some of the shares.
    fn orders_of(&self, shares: &[Entry]) -> Result<BTreeMap<OrderNo, OrderRecord>> {
        let mut orders = BTreeMap::new();
        for share in shares {
            if let Some(order_no) = self.write.order_of_entry(share.entry_no)?
                && !orders.contains_key(&order_no)
            {
                orders.insert(order_no, self.write.order_by_no(order_no)?);
            }
        }
        Ok(orders)
    }

    /// Whether an order can still be withdrawn.
    fn is_open(&self, order: &OrderRecord) -> bool {
        self.write
            .order_steps(order.order_no)
            .ok()
            .and_then(|steps| steps.last().map(|last| last.state))
            .is_none_or(|state| !matches!(state, OrderState::HandedOver | OrderState::Booked))
    }

    fn withdraw_open(
        &self,
        orders: &BTreeMap<OrderNo, OrderRecord>,
        outcome: &mut ReversalOutcome,
    ) -> Result<()> {
        for order in orders.values().filter(|order| self.is_open(order)) {
            self.write.add_order_step(order.order_no, &self.withdrawn)?;
            outcome.withdrawn_orders.push(order.number.clone());
        }
        Ok(())
    }

    /// Writes the opposite shares as a run of their own.
    fn take_shares_back(
        &self,
        distribution_no: DistributionNo,
        shares: &[Entry],
    ) -> Result<DistributionRecord> {
        let taken: Ore = shares.iter().map(|share| share.amount).sum();
        let original = self.write.distribution_by_no(distribution_no)?;
        let record = self.write.add_distribution(NewDistribution {
            id: new_id(),
            kind: DistributionKind::Reversal,
            takes_back: None,
            business_date: self.today,
            incoming: -taken,
            outgoing: -taken,
            suspense: Ore::ZERO,
            ..original.made
        })?;
        for share in shares {
            self.write.take_back_share(share.entry_no, record.distribution_no)?;
        }
        self.write.end_distribution(record.distribution_no)?;
        Ok(record)
    }

    fn reverse_order(
        &self,
        order: &OrderRecord,
        reversal: &DistributionRecord,
        outcome: &mut ReversalOutcome,
    ) -> Result<()> {
        let mut entries = Vec::new();
        for entry in self.write.unbooked_entries(reversal.distribution_no)? {
            let Some(corrected) = entry.corrects else { continue };
            if self.write.order_of_entry(corrected)? == Some(order.order_no) {
                entries.push(entry);
            }
        }
        let bank_amounts = self
            .write
            .bank_amounts_of(order.order_no)?
            .into_iter()
            .filter(|(list_no, _)| *list_no == self.list.list_no)
            .map(|(list_no, amount)| (list_no, -amount))
            .collect();
        let plan = OrderPlan {
            id: new_id(),
            distribution: reversal.clone(),
            reverses: Some(order.clone()),
            entries,
            bank_amounts,
            voucher_date: self.today,
            period: domain::AccountingPeriod::of(self.today),
            previous_year: PreviousYear::AsSet,
            receivables: BTreeMap::new(),
            business_date: self.today,
            step: self.created.clone(),
        };
        let (made, _) = keep_order(self.write, &plan, self.wording)?;
        outcome.reversing_orders.push(made.made.number);
        Ok(())
    }
}
