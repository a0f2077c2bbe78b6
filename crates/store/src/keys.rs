//! Distribution keys: every one that was entered, and the working copy of the next.

use domain::key::{DistributionKey, KeyLine, in_force};

use crate::db::{from_row, json};
use crate::{Read, Result, Write};

from_row!(DistributionKey { decision_number, valid_from, valid_until, example, lines: json });

impl Read<'_> {
    /// What holds of the keys, the oldest first.
    pub fn keys(&self) -> Result<Vec<DistributionKey>> {
        Ok(in_force(self.entered_keys()?))
    }

    /// Every key that was ever entered, in that order.
    pub fn entered_keys(&self) -> Result<Vec<DistributionKey>> {
        self.db.all(
            "SELECT decision_number, valid_from, valid_until, example, lines
             FROM distribution_key ORDER BY key_no",
            &[],
        )
    }

    /// The lines of the working copy, where there is one.
    pub fn key_draft(&self) -> Result<Option<Vec<KeyLine>>> {
        let lines = self.db.map("SELECT lines FROM key_draft", &[], |row| row.json("lines"))?;
        Ok(lines.into_iter().next())
    }
}

impl Write<'_> {
    /// Adds a key. What it takes the place of stays in the database for the runs that used it.
    pub fn add_key(&self, key: &DistributionKey) -> Result<()> {
        self.db.run(
            "INSERT INTO distribution_key (decision_number, valid_from, valid_until, example, lines,
                                           event_no)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            &[
                &key.decision_number,
                &key.valid_from,
                &key.valid_until,
                &key.example,
                &json(&key.lines)?,
                &self.event_no(),
            ],
        )?;
        Ok(())
    }

    /// Keeps the working copy in place of an earlier one.
    pub fn put_key_draft(&self, lines: &[KeyLine]) -> Result<()> {
        self.db.run(
            "INSERT INTO key_draft (one, lines, event_no) VALUES (1, ?1, ?2)
             ON CONFLICT (one) DO UPDATE SET lines = excluded.lines, event_no = excluded.event_no",
            &[&json(lines)?, &self.event_no()],
        )?;
        Ok(())
    }

    /// Throws the working copy away.
    pub fn discard_key_draft(&self) -> Result<()> {
        self.db.run("DELETE FROM key_draft", &[])?;
        Ok(())
    }
}
