//! What the agency has decided to pay without application.

use chrono::NaiveDate;
use domain::codes::CompensationCode;
use domain::ledger::EntryKind;
use domain::{Ore, Period};

use crate::db::{FromRow, Row};
use crate::ledger::{NewEntry, Origin};
use crate::{GrantNo, PersonNo, Read, Result, Write};

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

impl FromRow for GrantRecord {
    fn from_row(row: &Row<'_>) -> Result<GrantRecord> {
        Ok(GrantRecord {
            person: row.get("root")?,
            id: row.get("id")?,
            compensation: row.get("compensation")?,
            period: Period { from: row.get("period_from")?, until: row.get("period_until")? },
            decided_on: row.get("decided_on")?,
            amount: row.get("amount_ore")?,
            source: row.get("source")?,
        })
    }
}

impl Read<'_> {
    /// Decisions that stand, by person and day; of one person, or of everybody.
    pub fn grants(&self, person: Option<PersonNo>) -> Result<Vec<GrantRecord>> {
        self.db.all(
            "SELECT coalesce(p.merged_into, p.person_no) AS root, g.id, g.compensation, g.period_from,
                    g.period_until, g.decided_on, g.amount_ore, g.source
             FROM grant_decision g LEFT JOIN person p ON p.person_no = g.person_no
             WHERE g.withdrawn_event_no IS NULL
               AND (p.person_no = ?1 OR p.merged_into = ?1 OR ?1 IS NULL)
             ORDER BY root NULLS FIRST, g.decided_on, g.decision_no",
            &[&person],
        )
    }

    /// Decisions that stand about a compensation for these persons, with those merged into them.
    pub fn grants_among(
        &self,
        compensation: &CompensationCode,
        persons: &[PersonNo],
    ) -> Result<Vec<GrantRecord>> {
        let mut found = Vec::new();
        let sql = |places: &str| {
            format!(
                "SELECT coalesce(p.merged_into, p.person_no) AS root, g.id, g.compensation,
                        g.period_from, g.period_until, g.decided_on, g.amount_ore, g.source
                 FROM grant_decision g JOIN person p ON p.person_no = g.person_no
                 WHERE g.withdrawn_event_no IS NULL AND g.compensation = ?1
                   AND (p.person_no IN ({places}) OR p.merged_into IN ({places}))
                 ORDER BY g.decision_no"
            )
        };
        self.db.each_among(sql, &[compensation], persons, |row| {
            found.push(GrantRecord::from_row(row)?);
            Ok(())
        })?;
        Ok(found)
    }
}

impl Write<'_> {
    /// Adds a decision, and what it grants to the ledger.
    pub fn add_grant(&self, grant: &GrantRecord) -> Result<()> {
        let grant_no: GrantNo = self.db.only(
            "INSERT INTO grant_decision (id, person_no, compensation, period_from, period_until,
                 decided_on, amount_ore, source, event_no)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) RETURNING decision_no",
            &[
                &grant.id,
                &grant.person,
                &grant.compensation,
                &grant.period.from,
                &grant.period.until,
                &grant.decided_on,
                &grant.amount,
                &grant.source,
                &self.event_no(),
            ],
        )?;
        self.add_entry(&NewEntry {
            kind: EntryKind::Granted,
            person: grant.person,
            compensation: Some(&grant.compensation.0),
            period_from: Some(grant.period.from),
            period_until: Some(grant.period.until),
            cost_centre: None,
            amount: grant.amount,
            origin: Origin::Grant(grant_no),
            explanation: None,
            rendered: None,
        })
    }

    /// Takes a decision back that was entered by mistake.
    ///
    /// # Errors
    /// When there is none.
    pub fn withdraw_grant(&self, id: &str) -> Result<()> {
        let grant_no: GrantNo = self.db.only(
            "UPDATE grant_decision SET withdrawn_event_no = ?2
             WHERE id = ?1 AND withdrawn_event_no IS NULL RETURNING decision_no",
            &[&id, &self.event_no()],
        )?;
        self.take_back_origin(Origin::Grant(grant_no))
    }
}
