//! What the municipality has set: codes, boards, keys, accounts and own import profiles.

use domain::codes::{CodeEntry, CodeStatus, CodeTable, CompensationCode};
use domain::key::DistributionKey;
use domain::person::CostCentre;
use rusqlite::OptionalExtension;

use crate::columns::{certain_day, day, from_json, json};
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

fn status_text(status: CodeStatus) -> &'static str {
    match status {
        CodeStatus::Published => "published",
        CodeStatus::Example => "example",
        CodeStatus::Own => "own",
    }
}

impl Read<'_> {
    /// Every payment code.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn codes(&self) -> Result<Vec<CodeEntry>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT * FROM payment_code ORDER BY payment_code, valid_from")?;
        let mut rows = statement.query([])?;
        let mut codes = Vec::new();
        while let Some(row) = rows.next()? {
            let status: String = row.get("status")?;
            codes.push(CodeEntry {
                payment_code: row.get("payment_code")?,
                compensation: row.get::<_, Option<String>>("compensation")?.map(CompensationCode),
                clawback: row.get("clawback")?,
                person_bound: row.get("person_bound")?,
                text: row.get("text")?,
                valid_from: day(row, "valid_from")?,
                valid_until: day(row, "valid_until")?,
                status: match status.as_str() {
                    "published" => CodeStatus::Published,
                    "example" => CodeStatus::Example,
                    _ => CodeStatus::Own,
                },
            });
        }
        Ok(codes)
    }

    /// The payment codes as a table to look up in.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn code_table(&self) -> Result<CodeTable> {
        Ok(self.codes()?.into_iter().collect())
    }

    /// Every board, by cost centre.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn boards(&self) -> Result<Vec<(CostCentre, String)>> {
        let boards = self
            .connection
            .prepare_cached("SELECT cost_centre, name FROM board ORDER BY cost_centre")?
            .query_map([], |row| Ok((CostCentre(row.get(0)?), row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(boards)
    }

    /// The name of a board; none where there is no such board.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn board_name(&self, centre: &CostCentre) -> Result<Option<String>> {
        let name = self
            .connection
            .prepare_cached("SELECT name FROM board WHERE cost_centre = ?1")?
            .query_row([&centre.0], |row| row.get(0))
            .optional()?;
        Ok(name)
    }

    /// Every key in force, the oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn keys(&self) -> Result<Vec<DistributionKey>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT * FROM distribution_key WHERE replaced = 0 ORDER BY valid_from, key_no",
        )?;
        let mut rows = statement.query([])?;
        let mut keys = Vec::new();
        while let Some(row) = rows.next()? {
            keys.push(DistributionKey {
                decision_number: row.get("decision_number")?,
                valid_from: certain_day(row, "valid_from")?,
                valid_until: day(row, "valid_until")?,
                example: row.get("example")?,
                lines: from_json(row.get_ref("lines")?.as_str().unwrap_or_default())?,
            });
        }
        Ok(keys)
    }

    /// Every account rule, in the order of the table it came in.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn accounts(&self) -> Result<Vec<AccountRow>> {
        let accounts = self
            .connection
            .prepare_cached("SELECT * FROM account_rule ORDER BY rowid")?
            .query_map([], |row| {
                Ok(AccountRow {
                    subject: row.get("compensation")?,
                    account: row.get("account")?,
                    account_name: row.get("account_name")?,
                    activity: row.get("activity")?,
                    activity_name: row.get("activity_name")?,
                    counterpart: row.get("counterpart")?,
                    text: row.get("text")?,
                    example: row.get("example")?,
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(accounts)
    }

    /// The newest version of every own import profile.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn profiles(&self) -> Result<Vec<StoredProfile>> {
        let profiles = self
            .connection
            .prepare_cached(
                "SELECT name, max(version), toml FROM import_profile GROUP BY name ORDER BY name",
            )?
            .query_map([], |row| {
                Ok(StoredProfile { name: row.get(0)?, version: row.get(1)?, toml: row.get(2)? })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(profiles)
    }
}

impl Write<'_> {
    /// Adds a payment code, or replaces the one with the same first day.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn put_code(&self, entry: &CodeEntry) -> Result<()> {
        let from = entry.valid_from.map(|day| day.to_string());
        self.connection
            .prepare_cached(
                "DELETE FROM payment_code WHERE payment_code = ?1 AND valid_from IS ?2",
            )?
            .execute((&entry.payment_code, &from))?;
        self.connection
            .prepare_cached(
                "INSERT INTO payment_code (payment_code, compensation, clawback, person_bound, text,
                                           valid_from, valid_until, status)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute((
                &entry.payment_code,
                entry.compensation.as_ref().map(|code| &code.0),
                entry.clawback,
                entry.person_bound,
                &entry.text,
                &from,
                entry.valid_until.map(|day| day.to_string()),
                status_text(entry.status),
            ))?;
        Ok(())
    }

    /// Adds a board or renames it.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn put_board(&self, cost_centre: &CostCentre, name: &str) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO board VALUES (?1, ?2)
                 ON CONFLICT (cost_centre) DO UPDATE SET name = excluded.name",
            )?
            .execute((&cost_centre.0, name))?;
        Ok(())
    }

    /// Adds a key. Keys that begin on the same day, and examples where this one is none, are taken
    /// out of force; they stay in the database for the runs that used them.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add_key(&self, key: &DistributionKey) -> Result<()> {
        self.connection
            .prepare_cached(
                "UPDATE distribution_key SET replaced = 1
                 WHERE valid_from = ?1 OR (example = 1 AND ?2 = 0)",
            )?
            .execute((key.valid_from.to_string(), key.example))?;
        self.connection
            .prepare_cached(
                "INSERT INTO distribution_key
                     (decision_number, valid_from, valid_until, example, lines)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute((
                &key.decision_number,
                key.valid_from.to_string(),
                key.valid_until.map(|day| day.to_string()),
                key.example,
                json(&key.lines)?,
            ))?;
        Ok(())
    }

    /// Replaces every account rule.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn replace_accounts(&self, accounts: &[AccountRow]) -> Result<()> {
        self.connection.execute("DELETE FROM account_rule", [])?;
        let mut statement = self
            .connection
            .prepare_cached("INSERT INTO account_rule VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?;
        for row in accounts {
            statement.execute((
                &row.subject,
                &row.account,
                &row.account_name,
                &row.activity,
                &row.activity_name,
                &row.counterpart,
                &row.text,
                row.example,
            ))?;
        }
        Ok(())
    }

    /// Keeps a new version of an own import profile and says which it became.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add_profile(&self, name: &str, kind: &str, toml: &str) -> Result<u32> {
        let last: Option<u32> = self
            .connection
            .prepare_cached("SELECT max(version) FROM import_profile WHERE name = ?1")?
            .query_row([name], |row| row.get(0))
            .optional()?
            .flatten();
        let version = last.unwrap_or(0) + 1;
        self.connection
            .prepare_cached("INSERT INTO import_profile VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute((name, version, kind, toml, self.event_no()))?;
        if version == u32::MAX {
            return Err(StoreError::Damaged("import_profile"));
        }
        Ok(version)
    }
}
