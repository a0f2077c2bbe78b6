//! Decisions read from a file, by the profiles of payment lists.

use chrono::NaiveDate;
use domain::payment::PaymentRow;
use domain::{Finding, Ore};
use serde_json::json;
use store::expectation::GrantRecord;
use store::{Changed, Ending};

use crate::payments::{ListSource, Watch};
use crate::{Action, App, Result};

/// What a file of decisions brought in.
#[derive(Clone, Debug, Default)]
pub struct DecisionsRead {
    /// Decisions entered; none where there are findings.
    pub entered: u64,
    /// Rows that were entered before, from the same file or by hand.
    pub known: u64,
    /// What they grant together.
    pub amount: Ore,
    /// Lines about somebody whom the register does not have, or of a code without compensation: left
    /// out.
    pub left_out: Vec<u32>,
    /// What is wrong; nothing is entered then.
    pub findings: Vec<Finding>,
}

impl App {
    /// Reads decisions from a file that an import profile of payment lists suits, all or none. The day
    /// of a decision is that of its row, or `decided_on` where the file has none.
    ///
    /// # Errors
    /// When the file cannot be read, or no single profile suits.
    pub fn read_decisions(
        &mut self,
        source: &ListSource,
        profile: Option<&str>,
        decided_on: NaiveDate,
        watch: &dyn Watch,
    ) -> Result<DecisionsRead> {
        self.change(Action::EnterGrant, |write| {
            let index = write.identity_index()?;
            let mut found = DecisionsRead::default();
            let mut grants: Vec<GrantRecord> = Vec::new();
            let name = source.open()?.name;
            self.preview_list(source, profile, Some(decided_on), watch, &mut |row| {
                // A decision has no double among payments: it comes before them.
                let errors = row
                    .findings
                    .iter()
                    .filter(|finding| finding.severity() == domain::Severity::Error);
                let before = found.findings.len();
                found.findings.extend(errors.cloned());
                if found.findings.len() > before {
                    return Ok(());
                }
                let bound = row.code.is_none_or(|code| code.person_bound);
                let numbers = (row.row.dossier_number, row.row.national_number);
                let proposal = index.propose(numbers.0, numbers.1, bound);
                let code = row.code.and_then(|code| code.compensation.clone());
                let (Some(compensation), true) = (code, proposal.matched) else {
                    found.left_out.push(row.line);
                    return Ok(());
                };
                if let Some(grant) = grant(row.row, compensation, decided_on, &name) {
                    grants.push(GrantRecord { person: proposal.person, ..grant });
                } else {
                    found.left_out.push(row.line);
                }
                Ok(())
            })?;
            if !found.findings.is_empty() {
                return Ok(Ending::Nothing(found));
            }
            let known = write.grants(None)?;
            let same = |a: &GrantRecord, b: &GrantRecord| {
                (a.person, &a.compensation, a.period, a.decided_on, a.amount)
                    == (b.person, &b.compensation, b.period, b.decided_on, b.amount)
            };
            let all = grants.len();
            grants.retain(|grant| !known.iter().any(|known| same(known, grant)));
            found.known = (all - grants.len()) as u64;
            found.entered = grants.len() as u64;
            found.amount = grants.iter().map(|grant| grant.amount).sum();
            if grants.is_empty() {
                return Ok(Ending::Nothing(found));
            }
            for grant in &grants {
                write.add_grant(grant)?;
            }
            let detail = json!({
                "entered": found.entered, "amount_ore": found.amount,
                "left_out": found.left_out.len(),
            });
            let object = "decisions".to_owned();
            Ok(Ending::Changed(Changed { value: found, object, detail }))
        })
    }
}

/// A row as a decision; none without a period or an amount.
fn grant(
    row: &PaymentRow,
    compensation: domain::codes::CompensationCode,
    decided_on: NaiveDate,
    name: &str,
) -> Option<GrantRecord> {
    Some(GrantRecord {
        id: crate::new_id(),
        person: None,
        compensation,
        period: row.period()?,
        decided_on: row.decision_date.unwrap_or(decided_on),
        amount: row.amount?,
        source: row.case_number.clone().unwrap_or_else(|| name.to_owned()),
    })
}
