//! What the municipality sets once and changes seldom: codes, key, accounts, import profiles.

use std::io::Cursor;
use std::path::Path;

use domain::Finding;
use domain::codes::CodeEntry;
use domain::key::{DistributionKey, ShareTarget};
use importing::{AccountLine, AccountPurpose, Profile, TableRead};
use serde_json::json;
use store::catalogue::{AccountRow, BANK, OBSERVATION};
use store::{Changed, Ending, Read, Write};

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

type ReadTable<T> = fn(
    &mut dyn importing::Source,
    &importing::Inspection,
    &importing::Limits,
) -> std::result::Result<TableRead<T>, importing::FileRefusal>;

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

/// What of the catalogue is still an example.
///
/// # Errors
/// When the database cannot be read.
pub fn examples(read: &Read<'_>) -> Result<Examples> {
    Ok(Examples {
        key: read.keys()?.iter().any(|key| key.example),
        accounts: read.accounts()?.iter().any(|account| account.example),
        codes: read.codes()?.iter().any(|code| code.status == domain::codes::CodeStatus::Example),
    })
}

impl App {
    fn read_table<T>(&self, path: &Path, read: ReadTable<T>) -> Result<TableRead<T>> {
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

    /// Brings a distribution key in. What was an example goes out of force.
    ///
    /// # Errors
    /// When the file cannot be read, shares do not work out, or a board is unknown.
    pub fn import_key(&mut self, path: &Path) -> Result<TableImport> {
        self.change(Action::ImportKey, |write| {
            let table = self.read_table(path, importing::read_key)?;
            if !table.findings.is_empty() {
                return Ok(Ending::Nothing(imported(&table)));
            }
            refuse_faulty_keys(write, &table.lines)?;
            for key in &table.lines {
                write.add_key(key)?;
            }
            let lines = table.lines.iter().map(|key| key.lines.len() as u64).sum();
            let detail = json!({ "keys": table.lines, "lines": lines });
            let value = TableImport { lines, findings: Vec::new() };
            Ok(Ending::Changed(Changed { value, object: "key".to_owned(), detail }))
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

/// Refuses keys whose shares do not work out, or that name a board nobody has heard of.
fn refuse_faulty_keys(read: &Read<'_>, keys: &[DistributionKey]) -> Result<()> {
    let boards = read.boards()?;
    for key in keys {
        if let Some(fault) = key.faults().into_iter().next() {
            let compensation = key_fault_subject(&fault);
            return Err(AppError::refused(RefusalCode::KeyFault)
                .with("compensation", compensation)
                .with("fault", fault));
        }
        let unknown = key.lines.iter().find_map(|line| match &line.target {
            ShareTarget::Board(centre) if boards.iter().all(|(known, _)| known != centre) => {
                Some(centre)
            }
            _ => None,
        });
        if let Some(centre) = unknown {
            return Err(AppError::refused(RefusalCode::NoSuchBoard).with("cost_centre", centre));
        }
    }
    Ok(())
}

fn imported<T>(table: &TableRead<T>) -> TableImport {
    let lines = if table.findings.is_empty() { table.lines.len() as u64 } else { 0 };
    TableImport { lines, findings: table.findings.clone() }
}

fn key_fault_subject(fault: &domain::key::KeyFault) -> String {
    use domain::key::KeyFault;
    match fault {
        KeyFault::NotHundred { compensation, .. }
        | KeyFault::ShareOutOfRange { compensation, .. }
        | KeyFault::Remainder { compensation, .. }
        | KeyFault::TargetTwice { compensation } => compensation.0.clone(),
        KeyFault::EndsBeforeBeginning => String::new(),
    }
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
