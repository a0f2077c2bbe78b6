//! How a month was shared, to be held against another key.

use std::collections::BTreeMap;

use domain::person::CostCentre;
use domain::{Month, Ore};

use crate::{Read, Result};

impl Read<'_> {
    /// What boards have of a month's lists that stand, by board and compensation.
    pub fn shares_of_month(&self, month: Month) -> Result<BTreeMap<(CostCentre, String), Ore>> {
        let shares = self.db.map(
            "SELECT e.cost_centre, e.compensation, coalesce(sum(e.amount_ore), 0) AS amount_ore
             FROM entry e JOIN payment_list l ON l.list_no = e.list_no
             WHERE e.kind = 'distributed' AND l.state = 'committed'
               AND l.payment_date BETWEEN ?1 AND ?2
               AND e.cost_centre IS NOT NULL AND e.compensation IS NOT NULL
             GROUP BY e.cost_centre, e.compensation",
            &[&month.first_day(), &month.last_day()],
            |row| Ok(((row.get("cost_centre")?, row.get("compensation")?), row.get("amount_ore")?)),
        )?;
        Ok(shares.into_iter().collect())
    }
}
