//! The register of attests.

use std::collections::BTreeSet;

use domain::Ore;
use domain::person::CostCentre;
use domain::user::{ActKind, AttestRight, Held};

use crate::db::{FromRow, Row, json};
use crate::{Read, Result, StoreError, UserNo, Write};

/// An attest of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttestRecord {
    /// The client's id.
    pub id: String,
    /// Who holds it.
    pub user_no: UserNo,
    /// The name of who holds it.
    pub user: String,
    /// The number of the board's decision.
    pub decision: String,
    /// For whom it is held as a substitute.
    pub substitute_for: Option<String>,
    /// What it covers.
    pub right: AttestRight,
    /// Who entered it, and when in UTC; empty while the change is under way.
    pub by: (String, String),
    /// Whether somebody has ended it.
    pub ended: bool,
}

impl FromRow for AttestRecord {
    fn from_row(row: &Row<'_>) -> Result<AttestRecord> {
        let kinds: Vec<String> = row.json("kinds")?;
        let kinds: Option<BTreeSet<ActKind>> =
            kinds.iter().map(|kind| ActKind::parse(kind)).collect();
        let limit: Option<Ore> = row.get("limit_ore")?;
        Ok(AttestRecord {
            id: row.get("id")?,
            user_no: row.get("user_no")?,
            user: row.get("user_name")?,
            decision: row.get("decision")?,
            substitute_for: row.get("substitute_for")?,
            right: AttestRight {
                boards: row.json::<Vec<CostCentre>>("boards")?.into_iter().collect(),
                kinds: kinds.ok_or(StoreError::Damaged("kinds"))?,
                limit,
                held: Held { from: row.get("valid_from")?, until: row.get("valid_until")? },
            },
            by: (row.get("by_actor")?, row.get("by_at")?),
            ended: row.get("ended")?,
        })
    }
}

/// An attest to be entered.
#[derive(Clone, Debug)]
pub struct NewAttest<'a> {
    /// The client's id.
    pub id: &'a str,
    /// Who is to hold it.
    pub user_no: UserNo,
    /// The number of the board's decision.
    pub decision: &'a str,
    /// For whom it is held as a substitute.
    pub substitute_for: Option<UserNo>,
    /// What it covers.
    pub right: &'a AttestRight,
}

const ATTEST: &str = "SELECT a.id, a.user_no, u.name AS user_name, a.decision, a.boards, a.kinds,
        a.limit_ore, s.name AS substitute_for, a.valid_from, a.valid_until,
        coalesce(e.actor, '') AS by_actor, coalesce(e.at, '') AS by_at, CASE WHEN a.ended_event_no IS NULL THEN 0 ELSE 1 END AS ended
    FROM attest_right a JOIN app_user u ON u.user_no = a.user_no
        LEFT JOIN app_user s ON s.user_no = a.substitute_for
        LEFT JOIN audit_event e ON e.event_no = a.event_no";

impl Read<'_> {
    /// Every attest that was ever entered, in the order in which they were.
    pub fn attests(&self) -> Result<Vec<AttestRecord>> {
        self.db.all(&format!("{ATTEST} ORDER BY a.attest_no"), &[])
    }

    /// The attest with that id.
    pub fn attest(&self, id: &str) -> Result<Option<AttestRecord>> {
        self.db.one(&format!("{ATTEST} WHERE a.id = ?1"), &[&id])
    }

    /// The attests of one user that were not ended.
    pub fn attests_of(&self, user_no: UserNo) -> Result<Vec<AttestRecord>> {
        let of = format!(
            "{ATTEST} WHERE a.user_no = ?1 AND a.ended_event_no IS NULL ORDER BY a.attest_no"
        );
        self.db.all(&of, &[&user_no])
    }
}

impl Write<'_> {
    /// Enters an attest.
    pub fn add_attest(&self, new: &NewAttest<'_>) -> Result<()> {
        let right = new.right;
        let kinds: Vec<&str> = right.kinds.iter().map(|kind| kind.as_str()).collect();
        let boards: Vec<&CostCentre> = right.boards.iter().collect();
        self.db.run(
            "INSERT INTO attest_right (id, user_no, decision, boards, kinds, limit_ore,
                 substitute_for, valid_from, valid_until, event_no)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            &[
                &new.id,
                &new.user_no,
                &new.decision,
                &json(&boards)?,
                &json(&kinds)?,
                &right.limit,
                &new.substitute_for,
                &right.held.from,
                &right.held.until,
                &self.event_no(),
            ],
        )?;
        Ok(())
    }

    /// Ends an attest.
    pub fn end_attest(&self, id: &str) -> Result<()> {
        let end = "UPDATE attest_right SET ended_event_no = ?2 WHERE id = ?1";
        self.db.run(end, &[&id, &self.event_no()])?;
        Ok(())
    }
}
