//! What the municipality sets once and changes seldom: codes, accounts, import profiles, and the
//! tables that ship.

use std::io::Cursor;
use std::path::Path;

use domain::Finding;
use domain::codes::{CodeEntry, CompensationCode};
use domain::key::DistributionKey;
use domain::law::NotComputed;
use domain::person::CostCentre;
use importing::{AccountLine, AccountPurpose, Profile, TableRead};
use serde_json::json;
use store::catalogue::{AccountRow, BANK, OBSERVATION};
use store::{Changed, Ending, Write};

use crate::error::{AppError, RefusalCode};
use crate::payments::{look_again, open_file, unreadable};
use crate::typed::{keep, name_typed};
use crate::{Action, App, Result};

/// Tables that ship with the program and hold until the municipality has its own.
pub(crate) struct ShippedTables {
    pub(crate) codes: Vec<CodeEntry>,
    pub(crate) keys: Vec<DistributionKey>,
    pub(crate) accounts: Vec<AccountRow>,
}

macro_rules! asset {
    ($path:literal) => {
        include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/", $path))
    };
}

/// Boards that the example key names and the register does not: the key's cost centres need names.
const EXAMPLE_BOARDS: [(&str, &str); 4] = [
    ("1010", "Arbetsmarknadsnämnden"),
    ("8100", "Utbildningsnämnden"),
    ("8200", "Socialnämnden"),
    ("8300", "Överförmyndarnämnden"),
];

/// What reading a table gives.
type Reading<T> = std::result::Result<TableRead<T>, importing::FileRefusal>;

type ReadTable<T> =
    fn(&mut dyn importing::Source, &importing::Inspection, &importing::Limits) -> Reading<T>;

/// What a table brought in: its lines, or everything wrong with it.
#[derive(Clone, Debug)]
pub struct TableImport {
    /// Lines taken in; 0 where there are findings.
    pub lines: u64,
    /// What is wrong; nothing has been changed then.
    pub findings: Vec<Finding>,
}

fn table_from_bytes<T>(bytes: &'static [u8], read: ReadTable<T>) -> Result<Vec<T>> {
    let damaged = |_| store::StoreError::Damaged("shipped table");
    let limits = importing::Limits::default();
    let mut source = Cursor::new(bytes);
    let inspection = importing::inspect(&mut source, &limits, &mut |_| {}).map_err(damaged)?;
    Ok(read(&mut source, &inspection, &limits).map_err(damaged)?.lines)
}

impl ShippedTables {
    pub(crate) fn read() -> Result<ShippedTables> {
        let accounts =
            table_from_bytes(asset!("examples/kontering-exempel.csv"), importing::read_accounts)?;
        Ok(ShippedTables {
            codes: table_from_bytes(asset!("codes/ersattningskoder.csv"), importing::read_codes)?,
            keys: table_from_bytes(
                asset!("examples/fordelningsnyckel-exempel.csv"),
                importing::read_key,
            )?,
            accounts: accounts.into_iter().map(account_row).collect(),
        })
    }

    pub(crate) fn keep(&self, write: &Write<'_>) -> Result<()> {
        for code in &self.codes {
            write.put_code(code)?;
        }
        for (cost_centre, name) in EXAMPLE_BOARDS {
            write.put_board(&domain::person::CostCentre(cost_centre.to_owned()), name)?;
        }
        for key in &self.keys {
            write.add_key(key)?;
        }
        Ok(write.replace_accounts(&self.accounts)?)
    }
}

fn account_row(line: AccountLine) -> AccountRow {
    let subject = match &line.purpose {
        AccountPurpose::Bank => BANK.to_owned(),
        AccountPurpose::Observation => OBSERVATION.to_owned(),
        AccountPurpose::Income(compensation) => compensation.0.clone(),
    };
    AccountRow {
        subject,
        account: line.account,
        account_name: line.account_name.unwrap_or_default(),
        activity: line.activity,
        activity_name: line.activity_name,
        counterpart: line.counterpart,
        text: line.text.unwrap_or_default(),
        example: line.example,
    }
}

/// The same as a line of the accounts file.
pub(crate) fn account_line(row: AccountRow) -> AccountLine {
    let purpose = match row.subject.as_str() {
        BANK => AccountPurpose::Bank,
        OBSERVATION => AccountPurpose::Observation,
        _ => AccountPurpose::Income(CompensationCode(row.subject)),
    };
    let text = |text: String| (!text.is_empty()).then_some(text);
    AccountLine {
        purpose,
        account: row.account,
        account_name: text(row.account_name),
        activity: row.activity,
        activity_name: row.activity_name,
        counterpart: row.counterpart,
        text: text(row.text),
        example: row.example,
    }
}

/// The compensations that can be paid, by code; a reference amount is none.
pub(crate) fn compensations_paid() -> Result<Vec<CompensationCode>> {
    let paid = law()?.iter().filter(|found| found.not_computed() != Some(NotComputed::Reference));
    Ok(paid.map(|found| found.code.clone()).collect())
}

/// The compensations that the city is still paid: the law gives them, and not to the region.
pub(crate) fn compensations_living() -> Result<Vec<CompensationCode>> {
    let living = law()?
        .iter()
        .filter(|found| matches!(found.not_computed(), None | Some(NotComputed::ByHand)));
    Ok(living.map(|found| found.code.clone()).collect())
}

fn law() -> Result<&'static domain::law::Catalogue> {
    Ok(&crate::law::shipped()?.catalogue)
}

/// What of the catalogue is still an example.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Examples {
    /// A key in force is an example.
    pub key: bool,
    /// Accounts are examples.
    pub accounts: bool,
    /// Payment codes are invented.
    pub codes: bool,
}

impl App {
    /// What of the catalogue is still an example.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn examples(&self) -> Result<Examples> {
        let is_example = |code: &CodeEntry| code.status == domain::codes::CodeStatus::Example;
        Ok(Examples {
            key: self.keys()?.iter().any(|key| key.example),
            accounts: self.accounts()?.iter().any(|account| account.example),
            codes: self.codes()?.iter().any(is_example),
        })
    }

    /// The city's boards by cost centre, with their names.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn boards(&self) -> Result<Vec<(CostCentre, String)>> {
        Ok(self.read().boards()?)
    }

    /// Payment codes, with what they pay.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn codes(&self) -> Result<Vec<CodeEntry>> {
        Ok(self.read().codes()?)
    }

    /// Account rules, in the order of the table that they came in.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn accounts(&self) -> Result<Vec<AccountRow>> {
        Ok(self.read().accounts()?)
    }

    /// Every distribution key that was entered, in that order.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn entered_keys(&self) -> Result<Vec<DistributionKey>> {
        Ok(self.read().entered_keys()?)
    }

    /// Distribution keys in force.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn keys(&self) -> Result<Vec<DistributionKey>> {
        Ok(self.read().keys()?)
    }

    pub(crate) fn read_table<T>(
        &self,
        path: &Path,
        read: impl FnOnce(
            &mut dyn importing::Source,
            &importing::Inspection,
            &importing::Limits,
        ) -> Reading<T>,
    ) -> Result<TableRead<T>> {
        let mut opened = open_file(path)?;
        let limits = self.settings()?.limits.limits();
        let refused = |refusal| unreadable(&refusal, &opened.name);
        let inspection =
            importing::inspect(opened.source.as_mut(), &limits, &mut |_| {}).map_err(refused)?;
        read(opened.source.as_mut(), &inspection, &limits)
            .map_err(|refusal| unreadable(&refusal, &opened.name))
    }

    /// Adds or replaces payment codes; drafts that waited for one are looked at again.
    ///
    /// # Errors
    /// When a compensation is not in the law's catalogue, or the database cannot be written.
    pub fn put_codes(&mut self, codes: &[CodeEntry]) -> Result<()> {
        let is_reversed = |code: &CodeEntry| {
            code.valid_from.zip(code.valid_until).is_some_and(|(from, until)| until < from)
        };
        if codes.iter().any(is_reversed) {
            let reversed = AppError::refused(RefusalCode::FactEndsBeforeItBegins);
            return Err(reversed.in_field("valid_until"));
        }
        self.change(Action::ChangeCodes, |write| keep_codes(write, codes))
    }

    /// The compensations of the law.
    ///
    /// # Errors
    /// When the shipped catalogue is damaged.
    pub fn law(&self) -> Result<&'static domain::law::Catalogue> {
        law()
    }

    /// Brings payment codes in from a table.
    ///
    /// # Errors
    /// When the file cannot be read, or a compensation is not in the law's catalogue.
    pub fn import_codes(&mut self, path: &Path) -> Result<TableImport> {
        self.change(Action::ChangeCodes, |write| {
            let table = self.read_table(path, importing::read_codes)?;
            let imported = imported(&table);
            if !table.findings.is_empty() {
                return Ok(Ending::Nothing(imported));
            }
            Ok(Ending::Changed(keep_codes(write, &table.lines)?).giving(imported))
        })
    }

    /// Replaces the accounts by a table.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn import_accounts(&mut self, path: &Path) -> Result<TableImport> {
        self.change(Action::ImportAccounts, |write| {
            let table = self.read_table(path, importing::read_accounts)?;
            let value = imported(&table);
            if !table.findings.is_empty() {
                return Ok(Ending::Nothing(value));
            }
            let rows: Vec<AccountRow> = table.lines.into_iter().map(account_row).collect();
            let was = write.accounts()?;
            write.replace_accounts(&rows)?;
            let changed = json!({
                "was": account_strings(&was, &rows), "is": account_strings(&rows, &was),
            });
            let detail = json!({ "lines": rows.len(), "changed": changed });
            Ok(Ending::Changed(Changed { value, object: "accounts".to_owned(), detail }))
        })
    }

    /// Adds a board, or renames it.
    ///
    /// # Errors
    /// When cost centre or name hold what cannot be seen, or the database cannot be written.
    pub fn put_board(&mut self, cost_centre: &str, name: &str) -> Result<()> {
        let mut faults = Vec::new();
        keep(name_typed(cost_centre), "cost_centre", &mut faults);
        keep(name_typed(name), "name", &mut faults);
        if let Some(fault) = AppError::all(faults) {
            return Err(fault);
        }
        let centre = domain::person::CostCentre(cost_centre.to_owned());
        self.change(Action::ChangeSettings, |write| {
            write.put_board(&centre, name)?;
            let detail = json!({ "cost_centre": cost_centre });
            Ok(Changed { value: (), object: "boards".to_owned(), detail })
        })
    }

    /// Keeps an import profile and says which version it became.
    ///
    /// # Errors
    /// When the profile has faults.
    pub fn add_profile(&mut self, toml: &str) -> Result<(String, u32)> {
        let profile = Profile::from_toml(toml).map_err(|faults| {
            let texts: Vec<String> =
                faults.iter().map(|fault| self.wording.profile_fault(fault)).collect();
            AppError::refused(RefusalCode::ProfileFaults).with("faults", texts.join("; "))
        })?;
        self.change(Action::AddProfile, |write| {
            let version = write.add_profile(&profile.name, profile.kind.as_str(), toml)?;
            let detail = json!({ "name": profile.name, "version": version });
            Ok(Changed {
                value: (profile.name.clone(), version),
                object: profile.name.clone(),
                detail,
            })
        })
    }

    /// Every import profile: own ones and built-in ones.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn profiles(&self) -> Result<Vec<Profile>> {
        let kinds = importing::ProfileKind::ALL.iter().map(|kind| self.profiles_of(*kind));
        Ok(kinds.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
    }
}

/// Adds or replaces payment codes inside a transaction.
fn keep_codes(write: &Write<'_>, codes: &[CodeEntry]) -> Result<Changed<()>> {
    let law = law()?;
    for compensation in codes.iter().filter_map(|code| code.compensation.as_ref()) {
        if law.get(compensation).is_none() {
            return Err(AppError::refused(RefusalCode::UnknownCompensation)
                .with("compensation", compensation));
        }
    }
    let mut looked_at = 0;
    for code in codes {
        write.put_code(code)?;
        looked_at += look_again(write, &code.payment_code)?;
    }
    let detail = json!({ "codes": codes, "rows_looked_at": looked_at });
    Ok(Changed { value: (), object: "codes".to_owned(), detail })
}

pub(crate) fn imported<T>(table: &TableRead<T>) -> TableImport {
    let lines = if table.findings.is_empty() { table.lines.len() as u64 } else { 0 };
    TableImport { lines, findings: table.findings.clone() }
}

/// Of `rows` those that `others` does not have, as `subject account/activity/counterpart`.
fn account_strings(rows: &[AccountRow], others: &[AccountRow]) -> Vec<String> {
    let only = rows.iter().filter(|row| !others.contains(row));
    let parts = |row: &AccountRow| {
        let part = |part: &Option<String>| part.clone().unwrap_or_default();
        let (activity, counterpart) = (part(&row.activity), part(&row.counterpart));
        format!("{} {}/{activity}/{counterpart}", row.subject, row.account)
    };
    only.map(parts).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first real list must not stop at a table that ships.
    #[test]
    fn every_living_compensation_has_a_code_a_key_and_an_account() {
        let shipped = ShippedTables::read().unwrap();
        for living in compensations_living().unwrap() {
            let code = |code: &CodeEntry| code.compensation.as_ref() == Some(&living);
            assert!(shipped.codes.iter().any(code), "{living}: no code");
            assert!(shipped.keys.iter().any(|key| key.names(&living)), "{living}: no key");
            let account = |account: &AccountRow| account.subject == living.0;
            assert!(shipped.accounts.iter().any(account), "{living}: no account");
        }
        assert!(shipped.keys.iter().all(|key| key.example && key.faults().is_empty()));
        assert!(shipped.accounts.iter().all(|account| account.example));
    }
}
