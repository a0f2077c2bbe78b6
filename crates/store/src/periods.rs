//! Which accounting periods are closed.

use std::collections::{BTreeMap, BTreeSet};

use domain::AccountingPeriod;

use crate::{Read, Result, Write};

impl Read<'_> {
    /// The periods that were ever closed or opened again, and whether each is closed now.
    pub fn period_changes(&self) -> Result<BTreeMap<AccountingPeriod, bool>> {
        let sql = "SELECT period, closed FROM period_change ORDER BY change_no";
        let changes = self.db.map(sql, &[], |row| Ok((row.get("period")?, row.get("closed")?)))?;
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
