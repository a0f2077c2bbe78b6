//! Settings: the municipality, codes, boards, key, accounts, import profiles.

use app::App;
use app::catalogue::TableImport;
use app::settings::Settings;
use domain::codes::{CodeEntry, CodeStatus, CompensationCode};
use domain::law::NotComputed;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use super::Nothing;
use super::{Diagnostic, day_of, day_text, diagnostics};
use crate::ErrorReply;
use crate::error::Outcome;

/// All settings as one JSON document, as they are exported and imported.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SettingsDocument {
    /// The document.
    #[ts(as = "Settings")]
    pub settings: serde_json::Value,
}

/// A file to be brought in.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct FileRequest {
    /// Path of the file.
    pub path: String,
}

/// What a table brought in.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TableImported {
    /// How it ended; with findings nothing has been changed.
    pub outcome: Outcome,
    /// Lines taken in.
    pub lines: u64,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// A compensation of the law.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CompensationView {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its short name.
    pub short_name: String,
    /// Ordinance and section.
    pub law: String,
}

/// Every compensation of the law.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Compensations {
    /// The compensations.
    pub compensations: Vec<CompensationView>,
}

/// A payment code.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Code {
    /// As it stands in payment lists.
    pub payment_code: String,
    /// Compensation of the law; none: unmapped.
    pub compensation: Option<String>,
    /// Whether it takes money back.
    #[serde(default)]
    pub clawback: bool,
    /// Whether a row with it must name a person.
    pub person_bound: bool,
    /// Clear text.
    #[serde(default)]
    pub text: String,
    /// First payment date it holds for.
    pub valid_from: Option<String>,
    /// Last payment date it holds for.
    pub valid_until: Option<String>,
    /// `published`, `example` or `own`; what is entered here is the municipality's own.
    #[serde(default)]
    pub status: String,
}

/// Every payment code.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Codes {
    /// The codes.
    pub codes: Vec<Code>,
}

/// A board.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Board {
    /// Cost centre.
    pub cost_centre: String,
    /// Name.
    pub name: String,
}

/// Every board.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Boards {
    /// The boards.
    pub boards: Vec<Board>,
}

/// A line of a key.
#[derive(Clone, Debug, Serialize, TS)]
pub struct KeyLineView {
    /// Compensation.
    pub compensation: String,
    /// The person's board, or a cost centre.
    pub target: String,
    /// Per cent.
    pub percent: String,
    /// Whether it takes the remaining öre.
    pub takes_remainder: bool,
}

/// A distribution key.
#[derive(Clone, Debug, Serialize, TS)]
pub struct KeyView {
    /// The decision's number.
    pub decision_number: String,
    /// First payment date.
    pub valid_from: String,
    /// Last payment date.
    pub valid_until: Option<String>,
    /// Whether it is an example.
    pub example: bool,
    /// Its lines.
    pub lines: Vec<KeyLineView>,
}

/// Every key in force.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Keys {
    /// The keys.
    pub keys: Vec<KeyView>,
}

/// An account rule.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AccountView {
    /// Compensation, `(bank)` or `(observationskonto)`.
    pub subject: String,
    /// Account.
    pub account: String,
    /// Its name.
    pub account_name: String,
    /// Activity.
    pub activity: Option<String>,
    /// Its name.
    pub activity_name: Option<String>,
    /// Counterpart.
    pub counterpart: Option<String>,
    /// Text of postings.
    pub text: String,
    /// Whether it is an example.
    pub example: bool,
}

/// Every account rule.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Accounts {
    /// The rules.
    pub accounts: Vec<AccountView>,
}

/// A column that an import profile reads.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ProfileColumn {
    /// The field's name, such as `payment_date`.
    pub field: String,
    /// Accepted header names, the one to show first.
    pub names: Vec<String>,
    /// Whether a list without it is of another layout.
    pub required: bool,
}

/// An import profile.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ProfileView {
    /// Its name.
    pub name: String,
    /// `payment-list` or `register`.
    pub kind: String,
    /// Version.
    pub version: u32,
    /// For people.
    pub description: String,
    /// The columns that it reads, in the order of a list.
    pub columns: Vec<ProfileColumn>,
    /// As TOML.
    pub toml: String,
}

/// Every import profile.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Profiles {
    /// The profiles.
    pub profiles: Vec<ProfileView>,
}

/// Keeps an import profile.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct AddProfile {
    /// As TOML.
    pub toml: String,
}

/// A profile that has been kept.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AddedProfile {
    /// How it ended.
    pub outcome: Outcome,
    /// Its name.
    pub name: String,
    /// The version it became.
    pub version: u32,
}

pub(super) fn imported(done: TableImport) -> TableImported {
    let clean = done.findings.is_empty();
    TableImported {
        outcome: if clean { Outcome::Done } else { Outcome::Findings },
        lines: done.lines,
        diagnostics: diagnostics(&done.findings),
    }
}

/// All settings.
///
/// # Errors
/// When the database cannot be read.
pub fn settings(app: &mut App, _: Nothing) -> Result<SettingsDocument, ErrorReply> {
    let settings = app.settings()?;
    let settings = serde_json::to_value(settings).map_err(|_| ErrorReply::new("internal", &[]))?;
    Ok(SettingsDocument { settings })
}

/// Replaces all settings; parts that the document leaves out get their first values.
///
/// # Errors
/// When a value cannot work: every fault at once.
pub fn put_settings(
    app: &mut App,
    request: SettingsDocument,
) -> Result<SettingsDocument, ErrorReply> {
    let mut document = request.settings;
    let numbers = document.as_object_mut().and_then(|parts| parts.remove("numbers"));
    let mut new: Settings = serde_json::from_value(document)
        .map_err(|error| ErrorReply::bad_request("settings", &error.to_string()))?;
    if let Some(numbers) = numbers {
        new = new.with_numbers(&numbers)?;
    }
    app.change_settings(&new)?;
    settings(app, Nothing {})
}

/// Every compensation of the law.
///
/// # Errors
/// When the shipped catalogue is damaged.
pub fn compensations(app: &mut App, _: Nothing) -> Result<Compensations, ErrorReply> {
    let law = app.law()?;
    // A reference amount is nothing that is paid.
    let paid = law.iter().filter(|found| found.not_computed() != Some(NotComputed::Reference));
    let compensations = paid.map(|found| CompensationView {
        code: found.code.0.clone(),
        name: found.name.clone(),
        short_name: found.short_name.clone(),
        law: format!("{} {}", found.ordinance, found.section).trim().to_owned(),
    });
    Ok(Compensations { compensations: compensations.collect() })
}

/// Every payment code.
///
/// # Errors
/// When the database cannot be read.
pub fn codes(app: &mut App, _: Nothing) -> Result<Codes, ErrorReply> {
    let found = app.codes()?;
    let codes = found.into_iter().map(|entry| Code {
        payment_code: entry.payment_code,
        compensation: entry.compensation.map(|compensation| compensation.0),
        clawback: entry.clawback,
        person_bound: entry.person_bound,
        text: entry.text,
        valid_from: day_text(entry.valid_from),
        valid_until: day_text(entry.valid_until),
        status: match entry.status {
            CodeStatus::Published => "published".to_owned(),
            CodeStatus::Example => "example".to_owned(),
            CodeStatus::Own => "own".to_owned(),
        },
    });
    Ok(Codes { codes: codes.collect() })
}

/// Adds a payment code, or replaces the one with the same first day. Drafts that waited for it are
/// looked at again.
///
/// # Errors
/// When the compensation is not in the law's catalogue.
pub fn add_code(app: &mut App, request: Code) -> Result<Codes, ErrorReply> {
    if request.payment_code.trim().is_empty() {
        return Err(ErrorReply::bad_request("payment_code", "payment_code"));
    }
    let entry = CodeEntry {
        payment_code: request.payment_code.trim().to_owned(),
        compensation: request.compensation.filter(|code| !code.is_empty()).map(CompensationCode),
        clawback: request.clawback,
        person_bound: request.person_bound,
        text: request.text,
        valid_from: day_of("valid_from", request.valid_from.as_deref())?,
        valid_until: day_of("valid_until", request.valid_until.as_deref())?,
        status: CodeStatus::Own,
    };
    app.put_codes(&[entry])?;
    codes(app, Nothing {})
}

/// Brings payment codes in from a table.
///
/// # Errors
/// When the file cannot be read.
pub fn import_codes(app: &mut App, request: FileRequest) -> Result<TableImported, ErrorReply> {
    Ok(imported(app.import_codes(request.path.as_ref())?))
}

/// Every board.
///
/// # Errors
/// When the database cannot be read.
pub fn boards(app: &mut App, _: Nothing) -> Result<Boards, ErrorReply> {
    let found = app.boards()?;
    let boards = found.into_iter().map(|(centre, name)| Board { cost_centre: centre.0, name });
    Ok(Boards { boards: boards.collect() })
}

/// Adds a board, or renames it.
///
/// # Errors
/// When a field is empty.
pub fn put_board(app: &mut App, request: Board) -> Result<Boards, ErrorReply> {
    if request.cost_centre.trim().is_empty() || request.name.trim().is_empty() {
        return Err(ErrorReply::bad_request("cost_centre", "cost_centre, name"));
    }
    app.put_board(request.cost_centre.trim(), request.name.trim())?;
    boards(app, Nothing {})
}

/// Every account rule.
///
/// # Errors
/// When the database cannot be read.
pub fn accounts(app: &mut App, _: Nothing) -> Result<Accounts, ErrorReply> {
    let found = app.accounts()?;
    let accounts = found.into_iter().map(|row| AccountView {
        subject: row.subject,
        account: row.account,
        account_name: row.account_name,
        activity: row.activity,
        activity_name: row.activity_name,
        counterpart: row.counterpart,
        text: row.text,
        example: row.example,
    });
    Ok(Accounts { accounts: accounts.collect() })
}

/// Replaces the accounts by a table.
///
/// # Errors
/// When the file cannot be read.
pub fn import_accounts(app: &mut App, request: FileRequest) -> Result<TableImported, ErrorReply> {
    Ok(imported(app.import_accounts(request.path.as_ref())?))
}

/// Every import profile.
///
/// # Errors
/// When the database cannot be read.
pub fn profiles(app: &mut App, _: Nothing) -> Result<Profiles, ErrorReply> {
    let found = app.profiles()?;
    let profiles = found
        .into_iter()
        .map(|profile| {
            let toml = profile.to_toml().map_err(|_| ErrorReply::new("internal", &[]))?;
            let columns = profile.columns.into_iter().map(|(target, column)| ProfileColumn {
                field: target.name().to_owned(),
                names: column.names,
                required: column.required,
            });
            Ok(ProfileView {
                kind: profile.kind.as_str().to_owned(),
                name: profile.name,
                version: profile.version,
                description: profile.description,
                columns: columns.collect(),
                toml,
            })
        })
        .collect::<Result<_, ErrorReply>>()?;
    Ok(Profiles { profiles })
}

/// Keeps an import profile as a new version.
///
/// # Errors
/// When the profile has faults.
pub fn add_profile(app: &mut App, request: AddProfile) -> Result<AddedProfile, ErrorReply> {
    let (name, version) = app.add_profile(&request.toml)?;
    Ok(AddedProfile { outcome: Outcome::Done, name, version })
}
