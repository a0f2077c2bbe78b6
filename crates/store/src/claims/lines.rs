//! What a claim asks for, line by line, and the costs that each line asks for.

use std::collections::HashMap;

use domain::claim::ClaimNumber;
use domain::codes::CompensationCode;
use domain::person::CostCentre;
use domain::{Ore, Period};

use super::period_of;
use crate::db::{FromRow, Row};
use crate::{ClaimLineNo, ClaimNo, CostShareNo, PersonNo, Read, Result, Write};

/// A line that has not been removed.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimLine {
    /// This database's number.
    pub line_no: ClaimLineNo,
    /// The client's id.
    pub id: String,
    /// The claim.
    pub claim_no: ClaimNo,
    /// The person, as it was when the line was made.
    pub person_no: PersonNo,
    /// Its days.
    pub period: Period,
    /// The unit that bore it.
    pub cost_centre: CostCentre,
    /// What is asked for.
    pub amount: Ore,
    /// The explanation as data.
    pub explanation: serde_json::Value,
    /// The explanation as it was worded then, a step a line.
    pub rendered: String,
    /// What the agency's service computed, where somebody has typed it.
    pub service: Option<Ore>,
    /// Why that is another amount.
    pub difference: String,
}

/// A line to be added.
#[derive(Clone, Debug)]
pub struct NewClaimLine<'l> {
    /// The client's id.
    pub id: &'l str,
    /// The claim.
    pub claim_no: ClaimNo,
    /// The person.
    pub person_no: PersonNo,
    /// Its days.
    pub period: Period,
    /// The unit that bore it.
    pub cost_centre: &'l CostCentre,
    /// What is asked for.
    pub amount: Ore,
    /// The explanation as data, JSON.
    pub explanation: &'l str,
    /// The explanation as it is worded now.
    pub rendered: &'l str,
}

/// A person's part of a cost, as a claim asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimedShare {
    /// This database's number.
    pub share_no: CostShareNo,
    /// The line that asks for it now; none: no line does.
    pub line_no: Option<ClaimLineNo>,
    /// The claim of that line.
    pub claim: Option<ClaimNumber>,
    /// The cost's id.
    pub cost: String,
    /// The person.
    pub person_no: PersonNo,
    /// The compensation that it is a cost of.
    pub compensation: CompensationCode,
    /// Its days.
    pub period: Period,
    /// The person's part.
    pub amount: Ore,
    /// The person's own fee.
    pub fee: Ore,
    /// What for, where the law asks.
    pub item: Option<String>,
    /// Number in the finance system; empty: none known.
    pub voucher: String,
    /// The unit that bore it.
    pub cost_centre: CostCentre,
    /// Whether it was neither corrected nor withdrawn.
    pub stands: bool,
}

/// A line of another claim about a person who stands in this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherLine {
    /// The person as it is known now.
    pub person: PersonNo,
    /// Its claim.
    pub claim: ClaimNumber,
    /// Whether that has been submitted.
    pub submitted: bool,
    /// Its days.
    pub period: Period,
}

impl FromRow for ClaimLine {
    fn from_row(row: &Row<'_>) -> Result<ClaimLine> {
        Ok(ClaimLine {
            line_no: row.get("line_no")?,
            id: row.get("id")?,
            claim_no: row.get("claim_no")?,
            person_no: row.get("person_no")?,
            period: period_of(row)?,
            cost_centre: row.get("cost_centre")?,
            amount: row.get("amount_ore")?,
            explanation: row.json("explanation")?,
            rendered: row.get("rendered")?,
            service: row.get("service_ore")?,
            difference: row.get("difference")?,
        })
    }
}

impl FromRow for ClaimedShare {
    fn from_row(row: &Row<'_>) -> Result<ClaimedShare> {
        let year: Option<i32> = row.get("year")?;
        let sequence: Option<u32> = row.get("sequence")?;
        Ok(ClaimedShare {
            share_no: row.get("share_no")?,
            line_no: row.get("line_no")?,
            claim: year.zip(sequence).map(|(year, sequence)| ClaimNumber { year, sequence }),
            cost: row.get("cost")?,
            person_no: row.get("person_no")?,
            compensation: row.get("compensation")?,
            period: period_of(row)?,
            amount: row.get("amount_ore")?,
            fee: row.get("fee_ore")?,
            item: row.get("item")?,
            voucher: row.get("voucher")?,
            cost_centre: row.get("cost_centre")?,
            stands: row.get("stands")?,
        })
    }
}

const LINE: &str = "
    SELECT l.line_no, l.id, l.claim_no, l.person_no, l.period_from, l.period_until, l.cost_centre,
           l.amount_ore, l.explanation, l.rendered, l.service_ore, l.difference
    FROM claim_line l WHERE l.removed_event_no IS NULL";

/// A share with the line that asks for it now.
const SHARE: &str = "
    SELECT s.share_no, t.line_no, c.year, c.sequence, k.id AS cost, s.person_no, k.compensation,
           k.period_from, k.period_until, s.amount_ore, s.fee_ore, k.item, k.voucher, k.cost_centre,
           EXISTS (SELECT 1 FROM live_cost v WHERE v.cost_no = k.cost_no) AS stands
    FROM cost_share s JOIN cost k ON k.cost_no = s.cost_no
    LEFT JOIN claim_line_cost t ON t.share_no = s.share_no AND t.ended_event_no IS NULL
    LEFT JOIN claim_line l ON l.line_no = t.line_no
    LEFT JOIN claim c ON c.claim_no = l.claim_no";

impl Read<'_> {
    /// The lines of a claim that stand, in the order in which they came.
    pub fn claim_lines(&self, claim_no: ClaimNo) -> Result<Vec<ClaimLine>> {
        self.db.all(&format!("{LINE} AND l.claim_no = ?1 ORDER BY l.line_no"), &[&claim_no])
    }

    /// The costs that the lines of a claim ask for.
    pub fn shares_of_claim(&self, claim_no: ClaimNo) -> Result<Vec<ClaimedShare>> {
        self.db.all(&format!("{SHARE} WHERE l.claim_no = ?1 ORDER BY s.share_no"), &[&claim_no])
    }

    /// These parts of costs.
    pub fn shares_to_claim(&self, shares: &[CostShareNo]) -> Result<Vec<ClaimedShare>> {
        let mut found = HashMap::new();
        let sql = |places: &str| format!("{SHARE} WHERE s.share_no IN ({places})");
        self.db.each_among(sql, &[], shares, |row| {
            let share = ClaimedShare::from_row(row)?;
            found.insert(share.share_no, share);
            Ok(())
        })?;
        let mut found: Vec<ClaimedShare> = found.into_values().collect();
        found.sort_by_key(|share| share.share_no);
        Ok(found)
    }

    /// The parts of the cost with that id, by person.
    pub fn shares_of_cost(&self, cost: &str) -> Result<Vec<ClaimedShare>> {
        self.db.all(&format!("{SHARE} WHERE k.id = ?1 ORDER BY s.share_no"), &[&cost])
    }

    /// The claims that have a line about any of these persons, as they are known now.
    pub fn claims_with(&self, persons: &[PersonNo]) -> Result<Vec<ClaimNo>> {
        let mut found = Vec::new();
        let sql = |places: &str| {
            format!(
                "SELECT DISTINCT claim_no FROM claim_line
                 WHERE removed_event_no IS NULL AND person_no IN
                     (SELECT person_no FROM person
                      WHERE person_no IN ({places}) OR merged_into IN ({places}))"
            )
        };
        self.db.each_among(sql, &[], persons, |row| {
            found.push(row.get("claim_no")?);
            Ok(())
        })?;
        Ok(found)
    }

    /// What other claims ask for of the compensation for these persons, as they are known now.
    pub fn other_claim_lines(
        &self,
        claim_no: ClaimNo,
        compensation: &CompensationCode,
        persons: &[PersonNo],
    ) -> Result<Vec<OtherLine>> {
        let mut found = Vec::new();
        let sql = |places: &str| {
            format!(
                "SELECT coalesce(p.merged_into, p.person_no) AS root, l.line_no, l.period_from,
                        l.period_until, l.state, c.year, c.sequence
                 FROM live_claim_line l
                 JOIN person p ON p.person_no = l.person_no
                 JOIN claim c ON c.claim_no = l.claim_no
                 WHERE l.compensation = ?1 AND l.claim_no <> ?2 AND l.person_no IN
                     (SELECT person_no FROM person
                      WHERE person_no IN ({places}) OR merged_into IN ({places}))
                 ORDER BY l.line_no"
            )
        };
        self.db.each_among(sql, &[compensation, &claim_no], persons, |row| {
            found.push(OtherLine {
                person: row.get("root")?,
                claim: ClaimNumber { year: row.get("year")?, sequence: row.get("sequence")? },
                submitted: row.text("state")? == "submitted",
                period: period_of(row)?,
            });
            Ok(())
        })?;
        Ok(found)
    }
}

impl Write<'_> {
    /// Adds a line.
    pub fn add_claim_line(&self, new: &NewClaimLine<'_>) -> Result<ClaimLineNo> {
        self.db.only(
            "INSERT INTO claim_line (id, claim_no, person_no, period_from, period_until, cost_centre,
                 amount_ore, explanation, rendered, event_no, difference)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, '') RETURNING line_no",
            &[
                &new.id,
                &new.claim_no,
                &new.person_no,
                &new.period.from,
                &new.period.until,
                new.cost_centre,
                &new.amount,
                &new.explanation,
                &new.rendered,
                &self.event_no(),
            ],
        )
    }

    /// Lets a line ask for a part of a cost.
    ///
    /// # Errors
    /// When another line does.
    pub fn add_claim_line_cost(&self, line_no: ClaimLineNo, share_no: CostShareNo) -> Result<()> {
        self.db.run(
            "INSERT INTO claim_line_cost (line_no, share_no) VALUES (?1, ?2)",
            &[&line_no, &share_no],
        )?;
        Ok(())
    }

    /// Removes a line; its costs may be claimed anew.
    pub fn remove_claim_line(&self, line_no: ClaimLineNo) -> Result<()> {
        self.db.run(
            "UPDATE claim_line_cost SET ended_event_no = ?2
             WHERE line_no = ?1 AND ended_event_no IS NULL",
            &[&line_no, &self.event_no()],
        )?;
        self.db.run(
            "UPDATE claim_line SET removed_event_no = ?2 WHERE line_no = ?1",
            &[&line_no, &self.event_no()],
        )?;
        Ok(())
    }

    /// Lets the costs of a claim that is taken back be claimed anew.
    pub fn release_costs_of_claim(&self, claim_no: ClaimNo) -> Result<()> {
        self.db.run(
            "UPDATE claim_line_cost SET ended_event_no = ?2 WHERE ended_event_no IS NULL
               AND line_no IN (SELECT line_no FROM claim_line WHERE claim_no = ?1)",
            &[&claim_no, &self.event_no()],
        )?;
        Ok(())
    }

    /// Keeps what the agency's service computed for a line, and why it is another amount.
    pub fn put_service_amount(
        &self,
        line_no: ClaimLineNo,
        service: Option<Ore>,
        difference: &str,
    ) -> Result<()> {
        self.db.run(
            "UPDATE claim_line SET service_ore = ?2, difference = ?3 WHERE line_no = ?1",
            &[&line_no, &service, &difference],
        )?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use domain::claim::ClaimState;
    use domain::person::PersonId;
    use serde_json::json;

    use super::*;
    use crate::claims::{NewClaim, NewSubmission};
    use crate::key::DatabaseKey;
    use crate::{Changed, Occasion, Store};

    fn changed(store: &Store, work: impl FnOnce(&Write<'_>) -> Result<()>) -> Result<()> {
        let at = "2026-11-02T10:00:00Z".into();
        let occasion = Occasion { at, actor: "EXEMPEL".into(), action: "test" };
        store.change(&occasion, |write| -> Result<Changed<()>> {
            work(write)?;
            Ok(Changed { value: (), object: String::new(), detail: json!({}) })
        })
    }

    fn claim(write: &Write<'_>, id: &str) -> Result<ClaimNo> {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 7, 1).unwrap();
        let new = NewClaim {
            id: id.into(),
            year: 2026,
            compensation: CompensationCode("EKB-SFV".into()),
            period: Period::quarter_of(day),
            cost_centre: None,
        };
        Ok(write.open_claim(&new)?.claim_no)
    }

    /// A line about the only person that asks for the only share.
    fn line(write: &Write<'_>, id: &str, claim_no: ClaimNo) -> Result<ClaimLineNo> {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 7, 1).unwrap();
        let line_no = write.add_claim_line(&NewClaimLine {
            id,
            claim_no,
            person_no: PersonNo(1),
            period: Period::quarter_of(day),
            cost_centre: &CostCentre("7110".into()),
            amount: Ore(10_000),
            explanation: "[]",
            rendered: "",
        })?;
        write.add_claim_line_cost(line_no, CostShareNo(1))?;
        Ok(line_no)
    }

    fn store_with_cost(path: &std::path::Path) -> Store {
        let store = Store::create(path, &DatabaseKey::random().unwrap()).unwrap();
        changed(&store, |write| {
            write.put_board(&CostCentre("7110".into()), "Nämnd")?;
            write.add_person(&PersonId("P1".into()), None)?;
            write.db.run(
                "INSERT INTO cost (id, compensation, period_from, period_until, amount_ore, fee_ore,
                     voucher, cost_centre, note, withdrawn, reason, event_no)
                 VALUES ('k', 'EKB-SFV', '2026-07-01', '2026-09-30', 10000, 0, 'V1', '7110', '', 0, '', ?1)",
                &[&write.event_no()],
            )?;
            write.db.run(
                "INSERT INTO cost_share (cost_no, person_no, amount_ore, fee_ore)
                 VALUES (1, 1, 10000, 0)",
                &[],
            )?;
            Ok(())
        })
        .unwrap();
        store
    }

    #[test]
    fn a_share_is_asked_for_by_one_line_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let store = store_with_cost(&folder.path().join("a.db"));
        changed(&store, |write| {
            let first = claim(write, "a")?;
            let line_no = line(write, "l1", first)?;
            let shares = write.shares_of_claim(first)?;
            assert_eq!(shares[0].line_no, Some(line_no));
            assert_eq!(shares[0].claim.unwrap().to_string(), "Å2026-0001");
            assert!(shares[0].stands);
            Ok(())
        })
        .unwrap();
        let second = changed(&store, |write| {
            let second = claim(write, "b")?;
            line(write, "l2", second).map(|_| ())
        });
        assert!(second.is_err());
        assert!(store.read().claim("b").unwrap().is_none(), "nothing of it stays");
        // Removed from its line, it may be asked for anew; and again when that claim is taken back.
        changed(&store, |write| {
            write.remove_claim_line(ClaimLineNo(1))?;
            let second = claim(write, "b")?;
            line(write, "l2", second)?;
            let mut taken = write.claim("b")?.unwrap();
            taken.state = ClaimState::Withdrawn;
            write.keep_claim(&taken)?;
            write.release_costs_of_claim(second)?;
            line(write, "l3", claim(write, "c")?).map(|_| ())
        })
        .unwrap();
        let other = store.read().other_claim_lines(
            ClaimNo(1),
            &CompensationCode("EKB-SFV".into()),
            &[PersonNo(1)],
        );
        assert_eq!(other.unwrap().len(), 1, "what was taken back asks for nothing");
    }

    #[test]
    fn what_is_submitted_stands_in_the_ledger() {
        let folder = tempfile::tempdir().unwrap();
        let store = store_with_cost(&folder.path().join("a.db"));
        changed(&store, |write| {
            let claim_no = claim(write, "a")?;
            line(write, "l1", claim_no)?;
            let sent = NewSubmission { claim_no, receipt: "K-1", submitted_at: "2026-11-02" };
            write.submit_claim(&sent)
        })
        .unwrap();
        let entries = store.read().entries_of_person(PersonNo(1)).unwrap();
        assert_eq!(entries.len(), 1);
        assert_eq!(entries[0].kind, domain::ledger::EntryKind::Claimed);
        assert_eq!(entries[0].origin, crate::ledger::Origin::Claim(ClaimLineNo(1)));
        assert_eq!(
            (entries[0].amount, entries[0].compensation.as_deref()),
            (Ore(10_000), Some("EKB-SFV"))
        );
    }
}
