//! What the municipality has set: codes, boards, accounts and own import profiles.

use domain::codes::{CodeEntry, CodeTable};
use domain::person::CostCentre;

use crate::db::from_row;
use crate::{Read, Result, StoreError, Write};

/// An account with its rule, as it stands in the accounts file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountRow {
    /// A compensation's code, or [`BANK`] or [`OBSERVATION`].
    pub subject: String,
    /// Account.
    pub account: String,
    /// The account's name.
    pub account_name: String,
    /// Activity.
    pub activity: Option<String>,
    /// The activity's name.
    pub activity_name: Option<String>,
    /// Counterpart.
    pub counterpart: Option<String>,
    /// The posting's text.
    pub text: String,
    /// Whether it is an example and no decision of the municipality.
    pub example: bool,
}

/// The row of the bank account in the accounts file.
pub const BANK: &str = "(bank)";
/// The row of the observation account in the accounts file.
pub const OBSERVATION: &str = "(observationskonto)";

/// A user's own import profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredProfile {
    /// Its name.
    pub name: String,
    /// Its version, from 1.
    pub version: u32,
    /// Its text.
    pub toml: String,
}

from_row!(AccountRow {
    subject = "compensation", account, account_name, activity, activity_name, counterpart, text,
    example,
});

from_row!(StoredProfile { name, version, toml });

from_row!(CodeEntry {
    payment_code,
    compensation,
    clawback,
    person_bound,
    text,
    valid_from,
    valid_until,
    status,
});

impl Read<'_> {
    /// Every payment code.
    pub fn codes(&self) -> Result<Vec<CodeEntry>> {
        self.db.all(
            "SELECT payment_code, compensation, clawback, person_bound, text, valid_from,
                    valid_until, status
             FROM payment_code ORDER BY payment_code, valid_from NULLS FIRST",
            &[],
        )
    }

    /// The payment codes as a table to look up in.
    pub fn code_table(&self) -> Result<CodeTable> {
        Ok(self.codes()?.into_iter().collect())
    }

    /// Every board, by cost centre.
    pub fn boards(&self) -> Result<Vec<(CostCentre, String)>> {
        self.db.map("SELECT cost_centre, name FROM board ORDER BY cost_centre", &[], |row| {
            Ok((row.get("cost_centre")?, row.get("name")?))
        })
    }

    /// Every account rule, in the order of the table it came in.
    pub fn accounts(&self) -> Result<Vec<AccountRow>> {
        self.db.all(
            "SELECT compensation, account, account_name, activity, activity_name, counterpart, text,
                    example
             FROM account_rule ORDER BY place",
            &[],
        )
    }

    /// The latest version of every own import profile, by name.
    pub fn profiles(&self) -> Result<Vec<StoredProfile>> {
        self.db.all(
            "SELECT p.name, p.version, p.toml FROM import_profile p
             WHERE p.version = (SELECT max(o.version) FROM import_profile o WHERE o.name = p.name)
             ORDER BY p.name",
            &[],
        )
    }
}

impl Write<'_> {
    /// Adds a payment code, or replaces the one with the same first day.
    pub fn put_code(&self, entry: &CodeEntry) -> Result<()> {
        self.db.run(
            "DELETE FROM payment_code
             WHERE payment_code = ?1 AND valid_from IS NOT DISTINCT FROM ?2",
            &[&entry.payment_code, &entry.valid_from],
        )?;
        self.db.run(
            "INSERT INTO payment_code (payment_code, compensation, clawback, person_bound, text,
                                       valid_from, valid_until, status)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            &[
                &entry.payment_code,
                &entry.compensation,
                &entry.clawback,
                &entry.person_bound,
                &entry.text,
                &entry.valid_from,
                &entry.valid_until,
                &entry.status,
            ],
        )?;
        Ok(())
    }

    /// Adds a board or renames it.
    pub fn put_board(&self, cost_centre: &CostCentre, name: &str) -> Result<()> {
        self.db.run(
            "INSERT INTO board (cost_centre, name) VALUES (?1, ?2)
             ON CONFLICT (cost_centre) DO UPDATE SET name = excluded.name",
            &[cost_centre, &name],
        )?;
        Ok(())
    }

    /// Replaces every account rule.
    pub fn replace_accounts(&self, accounts: &[AccountRow]) -> Result<()> {
        self.db.run("DELETE FROM account_rule", &[])?;
        for (place, row) in (1_i64..).zip(accounts) {
            self.db.run(
                "INSERT INTO account_rule (place, compensation, account, account_name, activity,
                                           activity_name, counterpart, text, example)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                &[
                    &place,
                    &row.subject,
                    &row.account,
                    &row.account_name,
                    &row.activity,
                    &row.activity_name,
                    &row.counterpart,
                    &row.text,
                    &row.example,
                ],
            )?;
        }
        Ok(())
    }

    /// Keeps a new version of an own import profile and says which it became.
    pub fn add_profile(&self, name: &str, kind: &str, toml: &str) -> Result<u32> {
        let last: u32 = self.db.only(
            "SELECT coalesce(max(version), 0) FROM import_profile WHERE name = ?1",
            &[&name],
        )?;
        let version = last.checked_add(1).ok_or(StoreError::Damaged("import_profile"))?;
        self.db.run(
            "INSERT INTO import_profile (name, version, kind, toml, event_no)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            &[&name, &version, &kind, &toml, &self.event_no()],
        )?;
        Ok(version)
    }
}
