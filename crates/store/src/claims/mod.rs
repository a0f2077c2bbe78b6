//! Claims: what the city asks Migrationsverket for, their lines, evidence, steps and proof.

mod documents;
mod lines;
mod sent;
mod units;

use std::collections::HashMap;

use domain::claim::{ClaimNumber, ClaimState};
use domain::codes::CompensationCode;
use domain::person::CostCentre;
use domain::{Ore, Period};

use crate::db::{FromRow, Row, Values, from_row};
use crate::{ClaimNo, Read, Result, StoreError, Write};

pub use documents::{ClaimDocument, NewClaimDocument};
pub use lines::{ClaimLine, ClaimedShare, NewClaimLine, OtherLine};
pub use sent::{ClaimFile, NewSubmission, Submission};
pub use units::UnitClaimed;

/// How many claims a list reaches.
const MOST_LISTED: u32 = 1_000;

/// A claim as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimRecord {
    /// This database's number.
    pub claim_no: ClaimNo,
    /// The client's id.
    pub id: String,
    /// Its number.
    pub number: ClaimNumber,
    /// The compensation.
    pub compensation: CompensationCode,
    /// What it covers.
    pub period: Period,
    /// The unit; none: several share it.
    pub cost_centre: Option<CostCentre>,
    /// How far it has come.
    pub state: ClaimState,
    /// Counts its steps.
    pub version: u32,
    /// The city's own diary number; empty: none yet.
    pub diary_number: String,
    /// The agency's case number; empty: none yet.
    pub agency_number: String,
}

/// A claim to be made; its number is given by the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewClaim {
    /// The client's id.
    pub id: String,
    /// The year of its number.
    pub year: i32,
    /// The compensation.
    pub compensation: CompensationCode,
    /// What it covers.
    pub period: Period,
    /// The unit; none: several share it.
    pub cost_centre: Option<CostCentre>,
}

/// A step of a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimEvent {
    /// The claim's version after it.
    pub version: u32,
    /// When, in UTC; empty while the change is under way.
    pub at: String,
    /// Who; empty while the change is under way.
    pub actor: String,
    /// What was done.
    pub content: serde_json::Value,
}

/// Which claims a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimFilter {
    /// In this state; none: in every one.
    pub state: Option<ClaimState>,
    /// Of this compensation.
    pub compensation: Option<CompensationCode>,
    /// Of this unit.
    pub cost_centre: Option<CostCentre>,
}

/// What the lines of a claim sum to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClaimSum {
    /// How many lines.
    pub lines: u32,
    /// Their amounts.
    pub amount: Ore,
}

const CLAIM: &str = "
    SELECT c.claim_no, c.id, c.year, c.sequence, c.compensation, c.period_from, c.period_until,
           c.cost_centre, c.state, c.version, c.diary_number, c.agency_number
    FROM claim c";

impl FromRow for ClaimRecord {
    fn from_row(row: &Row<'_>) -> Result<ClaimRecord> {
        Ok(ClaimRecord {
            claim_no: row.get("claim_no")?,
            id: row.get("id")?,
            number: ClaimNumber { year: row.get("year")?, sequence: row.get("sequence")? },
            compensation: row.get("compensation")?,
            period: period_of(row)?,
            cost_centre: row.get("cost_centre")?,
            state: row.get("state")?,
            version: row.get("version")?,
            diary_number: row.get("diary_number")?,
            agency_number: row.get("agency_number")?,
        })
    }
}

fn period_of(row: &Row<'_>) -> Result<Period> {
    Ok(Period { from: row.get("period_from")?, until: row.get("period_until")? })
}

from_row!(ClaimEvent { version, at, actor, content: json });

impl Read<'_> {
    /// The claim with that id.
    pub fn claim(&self, id: &str) -> Result<Option<ClaimRecord>> {
        self.db.one(&format!("{CLAIM} WHERE c.id = ?1"), &[&id])
    }

    /// The claim with that number of this database.
    pub fn claim_at(&self, claim_no: ClaimNo) -> Result<Option<ClaimRecord>> {
        self.db.one(&format!("{CLAIM} WHERE c.claim_no = ?1"), &[&claim_no])
    }

    /// The claim with that number.
    pub fn claim_numbered(&self, number: ClaimNumber) -> Result<Option<ClaimRecord>> {
        let numbered = format!("{CLAIM} WHERE c.year = ?1 AND c.sequence = ?2");
        self.db.one(&numbered, &[&number.year, &number.sequence])
    }

    /// Claims, the latest first.
    pub fn claims(&self, filter: &ClaimFilter) -> Result<Vec<ClaimRecord>> {
        let mut values = Values::default();
        let mut conditions = vec!["1 = 1".to_owned()];
        if let Some(state) = &filter.state {
            conditions.push(format!("c.state = {}", values.add(state)?));
        }
        if let Some(code) = &filter.compensation {
            conditions.push(format!("c.compensation = {}", values.add(code)?));
        }
        if let Some(centre) = &filter.cost_centre {
            conditions.push(format!("c.cost_centre = {}", values.add(centre)?));
        }
        let sql = format!(
            "{CLAIM} WHERE {} ORDER BY c.year DESC, c.sequence DESC LIMIT {MOST_LISTED}",
            conditions.join(" AND ")
        );
        self.db.all(&sql, &values.params())
    }

    /// What the lines of these claims sum to; a claim without lines is not there.
    pub fn claim_sums(&self, claims: &[ClaimNo]) -> Result<HashMap<ClaimNo, ClaimSum>> {
        let mut sums = HashMap::new();
        let sql = |places: &str| {
            format!(
                "SELECT claim_no, count(*) AS lines, sum(amount_ore) AS amount_ore FROM claim_line
                 WHERE removed_event_no IS NULL AND claim_no IN ({places}) GROUP BY claim_no"
            )
        };
        self.db.each_among(sql, &[], claims, |row| {
            let sum = ClaimSum { lines: row.get("lines")?, amount: row.get("amount_ore")? };
            sums.insert(row.get("claim_no")?, sum);
            Ok(())
        })?;
        Ok(sums)
    }

    /// The steps of a claim, the oldest first.
    pub fn claim_events(&self, claim_no: ClaimNo) -> Result<Vec<ClaimEvent>> {
        self.db.all(
            "SELECT c.version, coalesce(e.at, '') AS at, coalesce(e.actor, '') AS actor, c.content
             FROM claim_event c LEFT JOIN audit_event e ON e.event_no = c.event_no
             WHERE c.claim_no = ?1 ORDER BY c.log_no",
            &[&claim_no],
        )
    }

    /// Whether the step with that id has been taken: it is asked for again.
    pub fn claim_step_taken(&self, id: &str) -> Result<bool> {
        self.db.only("SELECT EXISTS (SELECT 1 FROM claim_event WHERE id = ?1)", &[&id])
    }
}

impl Write<'_> {
    /// Makes a claim as a draft with the next number of its year.
    pub fn open_claim(&self, new: &NewClaim) -> Result<ClaimRecord> {
        self.db.run(
            "INSERT INTO claim (id, year, sequence, compensation, period_from, period_until,
                                cost_centre, state, version, diary_number, agency_number, event_no)
             SELECT ?1, ?2, coalesce(max(sequence), 0) + 1, ?3, ?4, ?5, ?6, ?7, 1, '', '', ?8
             FROM claim WHERE year = ?2",
            &[
                &new.id,
                &new.year,
                &new.compensation,
                &new.period.from,
                &new.period.until,
                &new.cost_centre,
                &ClaimState::Draft,
                &self.event_no(),
            ],
        )?;
        self.claim(&new.id)?.ok_or(StoreError::Damaged("claim"))
    }

    /// Keeps what a claim is now: state, version and numbers.
    pub fn keep_claim(&self, claim: &ClaimRecord) -> Result<()> {
        self.db.run(
            "UPDATE claim SET state = ?2, version = ?3, diary_number = ?4, agency_number = ?5
             WHERE claim_no = ?1",
            &[
                &claim.claim_no,
                &claim.state,
                &claim.version,
                &claim.diary_number,
                &claim.agency_number,
            ],
        )?;
        Ok(())
    }

    /// Adds a step.
    ///
    /// # Errors
    /// When its id is taken.
    pub fn log_claim(
        &self,
        claim: &ClaimRecord,
        id: &str,
        content: &serde_json::Value,
    ) -> Result<()> {
        self.db.run(
            "INSERT INTO claim_event (id, claim_no, version, content, event_no)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            &[&id, &claim.claim_no, &claim.version, &content.to_string(), &self.event_no()],
        )?;
        Ok(())
    }
}
