//! Taking a run back while nothing of it has been handed over.

use std::collections::BTreeSet;

use domain::Ore;
use domain::distribution::DistributionKind;
use domain::person::CostCentre;
use domain::voucher::OrderState;
use serde_json::json;
use store::distributions::{DistributionRecord, NewDistribution};
use store::{Changed, Ending, Read, Write};

use crate::backup::refuse_while_restored;
use crate::error::{AppError, RefusalCode};
use crate::typed::reason_typed;
use crate::{Action, App, Result};

/// What taking a run back did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenBack {
    /// The id of the distribution that holds the opposite entries.
    pub distribution: String,
    /// What is free to be shared again, in öre.
    pub freed: Ore,
    /// The numbers of its orders, none of which is in force any more.
    pub withdrawn_orders: Vec<String>,
    /// The boards whose printed statements are void.
    pub void_statements: Vec<CostCentre>,
}

impl App {
    /// Takes a run or a correction back while nothing of it has been handed over: its open order is
    /// withdrawn, every share gets an opposite entry, and its rows are free again, or shared as they
    /// were before the correction. Matches stay.
    ///
    /// `back` is the client's id for what takes back: asked for again, what it did is told.
    ///
    /// # Errors
    /// When no reason is given, it is no run, has been handed over or taken back, rows of it have been
    /// shared again since, or it is not said yet what left the house after a backup that was read in.
    pub fn take_distribution_back(
        &mut self,
        id: &str,
        back: &str,
        reason: &str,
    ) -> Result<TakenBack> {
        let reason = reason_typed(reason)?;
        self.change(Action::TakeDistributionBack, |write| {
            let taken_back = self.distribution(id)?;
            if let Some(done) = write.distribution(back)? {
                let same = done.takes_back == Some(taken_back.distribution_no);
                AppError::require_same(same, back)?;
                return Ok(Ending::Nothing(told(write, &done, &taken_back)?));
            }
            refuse_while_restored(write)?;
            if !matches!(taken_back.kind, DistributionKind::Run | DistributionKind::Correction) {
                return Err(AppError::refused(RefusalCode::DistributionNoRun));
            }
            if write.taken_back_by(taken_back.distribution_no)?.is_some() {
                return Err(AppError::refused(RefusalCode::DistributionTakenBack));
            }
            if let Some(later) = write.shared_again(taken_back.distribution_no)? {
                let later = write.distribution_by_no(later)?;
                return Err(AppError::refused(RefusalCode::DistributionSharedAgain)
                    .with("month", later.month)
                    .with("run", later.run));
            }
            self.withdraw_open_orders(write, &taken_back)?;
            let record = self.opposite(write, &taken_back, back)?;
            let value = told(write, &record, &taken_back)?;
            let detail = json!({
                "reason": reason, "taken_back": taken_back.id, "freed_ore": record.suspense,
                "withdrawn": value.withdrawn_orders,
                "void_statements": value.void_statements.len(),
            });
            Ok(Ending::Changed(Changed { value, object: taken_back.made.id, detail }))
        })
    }

    /// Withdraws the orders of a distribution.
    fn withdraw_open_orders(
        &self,
        write: &Write<'_>,
        distribution: &DistributionRecord,
    ) -> Result<()> {
        let step = self.step(OrderState::Withdrawn, false);
        for order in write.orders_of(distribution.distribution_no)? {
            match self.order_step(&order)?.state {
                OrderState::Withdrawn => {}
                OrderState::Created | OrderState::Attested => {
                    write.add_order_step(order.order_no, &step)?;
                }
                OrderState::HandedOver | OrderState::Booked => {
                    return Err(AppError::refused(RefusalCode::DistributionHandedOver)
                        .with("order", order.made.number));
                }
            }
        }
        Ok(())
    }

    /// Writes the entries that are opposite to everything of a distribution that stands.
    fn opposite(
        &self,
        write: &Write<'_>,
        taken_back: &DistributionRecord,
        id: &str,
    ) -> Result<DistributionRecord> {
        let shares = write.standing_shares_of(taken_back.distribution_no)?;
        let opposites = write.opposite_entries(taken_back.distribution_no)?;
        let given: Ore = shares.iter().chain(&opposites).map(|entry| entry.amount).sum();
        let record = write.add_distribution(NewDistribution {
            id: id.to_owned(),
            kind: DistributionKind::TakingBack,
            takes_back: Some(taken_back.distribution_no),
            business_date: self.today,
            incoming: Ore::ZERO,
            outgoing: -given,
            suspense: given,
            ..taken_back.made.clone()
        })?;
        for entry in shares.iter().chain(&opposites) {
            write.take_back_share(entry.entry_no, record.distribution_no)?;
        }
        write.end_rows_of(taken_back.distribution_no, record.distribution_no)?;
        write.end_distribution(record.distribution_no)?;
        Ok(record)
    }

    /// The boards whose statements of a distribution have been written.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn statements_of(&self, distribution: &str) -> Result<Vec<CostCentre>> {
        statements_written(&self.read(), distribution)
    }
}

fn told(
    read: &Read<'_>,
    record: &DistributionRecord,
    taken_back: &DistributionRecord,
) -> Result<TakenBack> {
    // Every order that it ever had: none is in force any more.
    let orders = read.orders_of(taken_back.distribution_no)?;
    let mut withdrawn_orders: Vec<String> =
        orders.into_iter().map(|order| order.made.number).collect();
    withdrawn_orders.sort();
    Ok(TakenBack {
        distribution: record.id.clone(),
        freed: record.suspense,
        withdrawn_orders,
        void_statements: statements_written(read, &taken_back.id)?,
    })
}

fn statements_written(read: &Read<'_>, distribution: &str) -> Result<Vec<CostCentre>> {
    let events = read.audit_events_about(distribution, Action::WriteStatement.name())?;
    let centres: BTreeSet<CostCentre> = events
        .iter()
        .filter_map(|event| event.detail["cost_centre"].as_str())
        .map(|centre| CostCentre(centre.to_owned()))
        .collect();
    Ok(centres.into_iter().collect())
}
