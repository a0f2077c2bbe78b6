//! What candidates of claims are found from besides costs: what is asked for already, what was answered
//! where nothing is asked for, and the lump sums that came.

use chrono::NaiveDate;
use domain::claim::ClaimState;
use domain::codes::CompensationCode;
use domain::person::CostCentre;
use domain::{Ore, Period};

use crate::db::{FromRow, Params, Row};
use crate::{ClaimLineNo, PersonNo, Read, Result, Write};

/// A line of a claim that was not taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandingLine {
    /// Its number.
    pub line_no: ClaimLineNo,
    /// The claim's id.
    pub claim: String,
    /// How far it has come.
    pub state: ClaimState,
    /// The person now.
    pub person: PersonNo,
    /// The compensation.
    pub compensation: CompensationCode,
    /// Its days.
    pub period: Period,
    /// How much it asks for.
    pub amount: Ore,
    /// What the agency's service computed, where somebody has typed it.
    pub service: Option<Ore>,
    /// The unit whose money it is.
    pub cost_centre: CostCentre,
}

/// Why something is not asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AnswerKind {
    /// It cannot be claimed.
    NotClaimable,
    /// Its last day has passed.
    Lost,
}

impl AnswerKind {
    /// Its name in contracts.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            AnswerKind::NotClaimable => "not-claimable",
            AnswerKind::Lost => "lost",
        }
    }
}

/// What was answered instead of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerRecord {
    /// The client's id.
    pub id: String,
    /// Why.
    pub kind: AnswerKind,
    /// The person now.
    pub person: PersonNo,
    /// The compensation.
    pub compensation: CompensationCode,
    /// What it was about.
    pub period: Period,
    /// The unit whose money it would have been; none: no board answered for the person.
    pub cost_centre: Option<CostCentre>,
    /// What it was when it was answered.
    pub amount: Ore,
    /// The reason.
    pub reason: String,
    /// Who answered, and when in UTC.
    pub by: (String, String),
    /// Who stood for it besides, and when in UTC.
    pub confirmed: Option<(String, String)>,
}

/// An answer to be kept.
#[derive(Clone, Debug)]
pub struct NewAnswer<'a> {
    /// The client's id.
    pub id: &'a str,
    /// Why.
    pub kind: AnswerKind,
    /// The person.
    pub person: PersonNo,
    /// The compensation.
    pub compensation: &'a CompensationCode,
    /// What it is about.
    pub period: Period,
    /// The unit whose money it would have been; none: no board answers for the person.
    pub cost_centre: Option<&'a CostCentre>,
    /// What it is now.
    pub amount: Ore,
    /// The reason.
    pub reason: &'a str,
}

fn period_of(row: &Row<'_>) -> Result<Period> {
    Ok(Period { from: row.get("period_from")?, until: row.get("period_until")? })
}

impl FromRow for StandingLine {
    fn from_row(row: &Row<'_>) -> Result<StandingLine> {
        Ok(StandingLine {
            line_no: row.get("line_no")?,
            claim: row.get("id")?,
            state: row.get("state")?,
            person: row.get("root")?,
            compensation: row.get("compensation")?,
            period: period_of(row)?,
            amount: row.get("amount_ore")?,
            service: row.get("service_ore")?,
            cost_centre: row.get("cost_centre")?,
        })
    }
}

impl FromRow for AnswerRecord {
    fn from_row(row: &Row<'_>) -> Result<AnswerRecord> {
        let lost = row.text("kind")? == AnswerKind::Lost.as_str();
        Ok(AnswerRecord {
            id: row.get("id")?,
            kind: if lost { AnswerKind::Lost } else { AnswerKind::NotClaimable },
            person: row.get("root")?,
            compensation: row.get("compensation")?,
            period: period_of(row)?,
            cost_centre: row.get("cost_centre")?,
            amount: row.get("amount_ore")?,
            reason: row.get("reason")?,
            by: (row.get("actor")?, row.get("at")?),
            confirmed: row.get::<Option<_>>("confirmed_by")?.zip(row.get("confirmed_at")?),
        })
    }
}

const LINES: &str = "
    SELECT l.line_no, c.id, l.state, coalesce(p.merged_into, p.person_no) AS root, l.compensation,
           l.period_from, l.period_until, l.amount_ore, l.service_ore, l.cost_centre
    FROM live_claim_line l
    JOIN claim c ON c.claim_no = l.claim_no
    JOIN person p ON p.person_no = l.person_no";

/// Who answered is known once the event is written, which ends the transaction.
const ANSWERS: &str = "
    SELECT a.id, a.kind, coalesce(p.merged_into, p.person_no) AS root, a.compensation, a.period_from,
           a.period_until, a.cost_centre, a.amount_ore, a.reason,
           coalesce(e.actor, '') AS actor, coalesce(e.at, '') AS at,
           f.actor AS confirmed_by, f.at AS confirmed_at
    FROM claim_answer a
    JOIN person p ON p.person_no = a.person_no
    LEFT JOIN audit_event e ON e.event_no = a.event_no
    LEFT JOIN audit_event f ON f.event_no = a.confirmed_event_no
    WHERE a.withdrawn_event_no IS NULL";

/// Everybody, or one person with those that were merged into it.
const OF_PERSON: &str = "(p.person_no = ?1 OR p.merged_into = ?1 OR ?1 IS NULL)";

impl Read<'_> {
    /// Lines of claims that were not taken back, by person and day; of one person, or of everybody.
    pub fn standing_claim_lines(&self, person: Option<PersonNo>) -> Result<Vec<StandingLine>> {
        let sql = format!("{LINES} WHERE {OF_PERSON} ORDER BY root, l.period_from, l.line_no");
        self.db.all(&sql, &[&person])
    }

    /// What was answered and not taken back, by person and day; of one person, or of everybody.
    pub fn claim_answers(&self, person: Option<PersonNo>) -> Result<Vec<AnswerRecord>> {
        let sql = format!("{ANSWERS} AND {OF_PERSON} ORDER BY root, a.period_from, a.answer_no");
        self.db.all(&sql, &[&person])
    }

    /// The answer with that id.
    pub fn claim_answer(&self, id: &str) -> Result<Option<AnswerRecord>> {
        self.db.one(&format!("{ANSWERS} AND a.id = ?1"), &[&id])
    }

    /// What a person's payments of these compensations sum to for days that share any of `period`: what is
    /// paid before their cost is claimed.
    pub fn paid_beside(
        &self,
        compensations: &[&str],
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<(PersonNo, CompensationCode, Period, Ore)>> {
        let mut found = Vec::new();
        self.db.each_among(
            |places| {
                format!(
                    "SELECT coalesce(p.merged_into, p.person_no) AS root, e.compensation,
                            e.period_from, e.period_until, sum(e.amount_ore) AS amount_ore
                     FROM ledger e JOIN person p ON p.person_no = e.person_no
                     WHERE e.kind = 'paid' AND e.period_from <= ?2 AND e.period_until >= ?1
                       AND e.compensation IN ({places})
                     GROUP BY root, e.compensation, e.period_from, e.period_until
                     HAVING sum(e.amount_ore) <> 0"
                )
            },
            &[&from, &until],
            compensations,
            |row| {
                let days = period_of(row)?;
                found.push((
                    row.get("root")?,
                    row.get("compensation")?,
                    days,
                    row.get("amount_ore")?,
                ));
                Ok(())
            },
        )?;
        Ok(found)
    }
}

impl Write<'_> {
    /// Keeps an answer.
    pub fn add_claim_answer(&self, answer: &NewAnswer<'_>) -> Result<()> {
        self.db.run(
            "INSERT INTO claim_answer (id, kind, person_no, compensation, period_from, period_until,
                                       cost_centre, amount_ore, reason, event_no)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            &[
                &answer.id,
                &answer.kind.as_str(),
                &answer.person,
                answer.compensation,
                &answer.period.from,
                &answer.period.until,
                &answer.cost_centre,
                &answer.amount,
                &answer.reason,
                &self.event_no(),
            ],
        )?;
        Ok(())
    }

    /// Notes that somebody else stands for an answer.
    pub fn confirm_claim_answer(&self, id: &str) -> Result<()> {
        self.mark_answer("confirmed_event_no", id)
    }

    /// Takes an answer back.
    pub fn withdraw_claim_answer(&self, id: &str) -> Result<()> {
        self.mark_answer("withdrawn_event_no", id)
    }

    fn mark_answer(&self, column: &str, id: &str) -> Result<()> {
        let params: Params<'_> = &[&id, &self.event_no()];
        self.db.run(&format!("UPDATE claim_answer SET {column} = ?2 WHERE id = ?1"), params)?;
        Ok(())
    }
}
