//! Which accounting periods are closed.

use std::collections::{BTreeMap, BTreeSet};

use domain::AccountingPeriod;

use crate::{Read, Result, Write};

/// How a period was changed last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodChange {
    /// Whether it is closed.
    pub closed: bool,
    /// Who changed it.
    pub actor: String,
    /// When, UTC.
    pub at: String,
}

impl Read<'_> {
    /// The periods that were ever closed or opened again, and how each was changed last.
    pub fn period_changes(&self) -> Result<BTreeMap<AccountingPeriod, PeriodChange>> {
        let sql = "SELECT c.period, c.closed, e.actor, e.at
                   FROM period_change c JOIN audit_event e ON e.event_no = c.event_no
                   ORDER BY c.change_no";
        let changes = self.db.map(sql, &[], |row| {
            let change = PeriodChange {
                closed: row.get("closed")?,
                actor: row.get("actor")?,
                at: row.get("at")?,
            };
            Ok((row.get("period")?, change))
        })?;
        Ok(changes.into_iter().collect())
    }

    /// Whether a period is closed.
    pub fn is_closed_period(&self, period: AccountingPeriod) -> Result<bool> {
        let sql = "SELECT closed FROM period_change WHERE period = ?1
                   ORDER BY change_no DESC LIMIT 1";
        Ok(self.db.one(sql, &[&period])?.unwrap_or(false))
    }

    /// The periods that orders have.
    pub fn periods_of_orders(&self) -> Result<BTreeSet<AccountingPeriod>> {
        let periods: Vec<AccountingPeriod> =
            self.db.all("SELECT DISTINCT period FROM booking_order", &[])?;
        Ok(periods.into_iter().collect())
    }
}

impl Write<'_> {
    /// Closes a period or opens it again.
    pub fn set_period(&self, period: AccountingPeriod, closed: bool) -> Result<()> {
        self.db.run(
            "INSERT INTO period_change (period, closed, event_no) VALUES (?1, ?2, ?3)",
            &[&period, &closed, &self.event_no()],
        )?;
        Ok(())
    }
}
