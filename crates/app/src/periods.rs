//! Accounting periods: open until somebody closes them. Nothing is booked in a closed one.

use domain::AccountingPeriod;
use serde_json::json;
use store::periods::PeriodChange;
use store::{Changed, Ending, Read};

use crate::error::{AppError, RefusalCode};
use crate::settings::read_settings;
use crate::typed::refuse_far;
use crate::{Action, App, Result};

/// A period and whether it is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodStands {
    /// The period.
    pub period: AccountingPeriod,
    /// Whether nothing more is booked in it.
    pub closed: bool,
    /// Whether orders are booked in it.
    pub has_orders: bool,
    /// How it was closed or opened last, if ever.
    pub changed: Option<PeriodChange>,
}

impl App {
    /// The periods of last year and of this one, and of every year that has orders or that somebody
    /// has closed a period of.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn periods(&self) -> Result<Vec<PeriodStands>> {
        let read = self.read();
        let thirteenth = read_settings(&read)?.booking.thirteenth_period;
        let changes = read.period_changes()?;
        let of_orders = read.periods_of_orders()?;
        let this_year = AccountingPeriod::of(self.today).year();
        let touched = changes.keys().chain(&of_orders).map(|period| period.year());
        let years: std::collections::BTreeSet<i32> =
            touched.chain([this_year - 1, this_year]).collect();
        let periods = years.into_iter().flat_map(AccountingPeriod::of_year);
        let shown = periods.filter(|period| {
            thirteenth
                || !period.is_thirteenth()
                || changes.contains_key(period)
                || of_orders.contains(period)
        });
        let stands = shown.map(|period| {
            let changed = changes.get(&period).cloned();
            PeriodStands {
                period,
                closed: changed.as_ref().is_some_and(|change| change.closed),
                has_orders: of_orders.contains(&period),
                changed,
            }
        });
        Ok(stands.collect())
    }

    /// Closes a period, or opens it again.
    ///
    /// # Errors
    /// When it is the thirteenth of a city that has none, or the database cannot be written.
    pub fn set_period(&mut self, period: AccountingPeriod, closed: bool) -> Result<()> {
        self.change(Action::ChangePeriod, |write| {
            refuse_thirteenth(write, period)?;
            refuse_far(period.days().from, self.today).map_err(|far| far.in_field("period"))?;
            if write.is_closed_period(period)? == closed {
                return Ok(Ending::Nothing(()));
            }
            write.set_period(period, closed)?;
            let detail = json!({ "closed": closed });
            Ok(Ending::Changed(Changed { value: (), object: period.to_string(), detail }))
        })
    }
}

/// Refuses to book in a period that is closed or that the city does not have.
pub(crate) fn refuse_closed(read: &Read<'_>, period: AccountingPeriod) -> Result<()> {
    refuse_thirteenth(read, period)?;
    if read.is_closed_period(period)? {
        let closed = AppError::refused(RefusalCode::PeriodClosed).with("period", period);
        return Err(closed.in_field("period"));
    }
    Ok(())
}

fn refuse_thirteenth(read: &Read<'_>, period: AccountingPeriod) -> Result<()> {
    if period.is_thirteenth() && !read_settings(read)?.booking.thirteenth_period {
        let refused = AppError::refused(RefusalCode::NoThirteenthPeriod).with("period", period);
        return Err(refused.in_field("period"));
    }
    Ok(())
}
