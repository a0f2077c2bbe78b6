//! What the agency has decided to pay without application.

use chrono::NaiveDate;
use domain::codes::CompensationCode;
use domain::{Ore, Period};
use rusqlite::Row;

use crate::columns::{IsoDay, certain_day};
use crate::ledger::NewEntry;
use crate::persons::PersonNo;
use crate::{Read, Result, Write};

/// A decision about a person and a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GrantRecord {
    /// The client's id.
    pub id: String,
    /// The person; none: the city itself.
    pub person: Option<PersonNo>,
    /// The compensation.
    pub compensation: CompensationCode,
    /// What it is for.
    pub period: Period,
    /// The day of the decision.
    pub decided_on: NaiveDate,
    /// What was granted.
    pub amount: Ore,
    /// Where it was read: a file's name, or the decision's number.
    pub source: String,
}

impl GrantRecord {
    /// Whether another decision says the same, whatever it was read from.
    #[must_use]
    pub fn grants_the_same_as(&self, other: &GrantRecord) -> bool {
        let said = |one: &GrantRecord| {
            (one.person, one.compensation.clone(), one.period, one.decided_on, one.amount)
        };
        said(self) == said(other)
    }
}

fn grant_of(row: &Row<'_>) -> Result<GrantRecord> {
    Ok(GrantRecord {
        id: row.get("id")?,
        person: row.get("root")?,
        compensation: CompensationCode(row.get("compensation")?),
        period: Period {
            from: certain_day(row, "period_from")?,
            until: certain_day(row, "period_until")?,
        },
        decided_on: certain_day(row, "decided_on")?,
        amount: Ore(row.get("amount_ore")?),
        source: row.get("source")?,
    })
}

impl Read<'_> {
    /// Decisions that stand, by person and day; of one person, or of everybody.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn grants(&self, person: Option<PersonNo>) -> Result<Vec<GrantRecord>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT g.*, coalesce(p.merged_into, p.person_no) AS root
             FROM grant_decision g LEFT JOIN person p USING (person_no)
             WHERE g.withdrawn_event_no IS NULL
               AND (?1 IS NULL OR p.person_no = ?1 OR p.merged_into = ?1)
             ORDER BY root, g.decided_on, g.decision_no",
        )?;
        let mut rows = statement.query([person])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(grant_of(row)?);
        }
        Ok(found)
    }
}

impl Write<'_> {
    /// Adds a decision, and what it grants to the ledger.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add_grant(&self, grant: &GrantRecord) -> Result<()> {
        let entry_no = self.add_entry(&NewEntry {
            kind: "granted",
            person: grant.person,
            compensation: Some(&grant.compensation.0),
            period_from: Some(grant.period.from),
            period_until: Some(grant.period.until),
            cost_centre: None,
            amount: grant.amount,
            row: None,
            distribution_no: None,
            explanation: None,
            rendered: None,
        })?;
        self.connection
            .prepare_cached(
                "INSERT INTO grant_decision (id, person_no, compensation, period_from, period_until,
                     decided_on, amount_ore, source, entry_no, event_no)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            )?
            .execute((
                &grant.id,
                grant.person,
                &grant.compensation.0,
                IsoDay::of(grant.period.from),
                IsoDay::of(grant.period.until),
                IsoDay::of(grant.decided_on),
                grant.amount.0,
                &grant.source,
                entry_no,
                self.event_no(),
            ))?;
        Ok(())
    }

    /// Takes a decision back that was entered by mistake.
    ///
    /// # Errors
    /// When there is none, or the database cannot be written.
    pub fn withdraw_grant(&self, id: &str) -> Result<()> {
        let entry_no: i64 = self.connection.query_row(
            "SELECT entry_no FROM grant_decision WHERE id = ?1 AND withdrawn_event_no IS NULL",
            [id],
            |row| row.get(0),
        )?;
        self.take_back(entry_no, None)?;
        self.connection
            .prepare_cached("UPDATE grant_decision SET withdrawn_event_no = ?2 WHERE id = ?1")?
            .execute((id, self.event_no()))?;
        Ok(())
    }
}
