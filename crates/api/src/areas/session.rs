//! Which database is open, for whom, on which day.

use std::path::{Path, PathBuf};

use app::payments::Watch;
use app::session::{LoginTyped, Unlock};
use app::settings::Municipality;
use app::users::{FirstUser, Hands, Sheet};
use app::{App, Right};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use super::Nothing;
use super::certain_day_of;
use crate::{ErrorReply, Host};

/// Whether a database is open, and whose.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SessionStatus {
    /// The open database; none while none is open.
    pub open: Option<OpenSession>,
    /// Where a database lies when nobody says otherwise.
    pub default_path: String,
    /// Whether there is one there.
    pub default_exists: bool,
    /// Whether the environment gives the key, so that no passphrase is asked for.
    pub key_in_environment: bool,
    /// The program's version.
    pub version: String,
    /// Whether the database at that place has users, so that a name is asked for.
    pub default_has_users: bool,
    /// The recovery code of a database that was just made: told once.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub recovery_code: Option<String>,
    /// Why no backup was made when the database was closed, though one was due.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub backup_fault: Option<String>,
}

/// The open database.
#[derive(Clone, Debug, Serialize, TS)]
pub struct OpenSession {
    /// Where it lies.
    pub path: String,
    /// The municipality's name.
    pub municipality: String,
    /// Its organisation number.
    pub organisation_number: String,
    /// Whether it is for practice.
    pub training: bool,
    /// The acting person.
    pub user: String,
    /// Whether the acting person has logged in as a user.
    pub logged_in: bool,
    /// What the acting person may be trusted with, by names of contracts.
    pub rights: Vec<String>,
    /// In one person's database the number of the city's decision on it; none: it is missing, or there
    /// are users.
    pub single_person: Option<String>,
    /// How the password came where another gave it or the recovery code was used, until it is changed: in
    /// words.
    pub password_told: Option<String>,
    /// Whether nothing can be signed before the password is changed.
    pub password_given: bool,
    /// Whether no recovery code counts yet.
    pub sheet_missing: bool,
    /// Business date.
    pub today: String,
    /// Whether a distribution key in force is an example.
    pub example_key: bool,
    /// Whether accounts are examples.
    pub example_accounts: bool,
    /// Whether payment codes are invented.
    pub example_codes: bool,
    /// The municipality's colour, `#rrggbb`.
    pub accent: String,
    /// `system`, `light` or `dark`.
    pub theme: String,
    /// Whether single letters work as shortcuts in lists.
    pub letter_keys: bool,
    /// `dense` or `airy`.
    pub density: String,
}

/// One of the two who set the municipality up.
#[derive(Clone, Deserialize, TS)]
pub struct FirstUserTyped {
    /// The name at the login.
    pub name: String,
    /// The name of the person.
    #[serde(default)]
    pub full_name: String,
    /// Roles beside that of administrator; none: handler and attestant.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub roles: Option<Vec<String>>,
    /// The password.
    pub password: String,
}

/// Makes a database.
#[derive(Clone, Deserialize, TS)]
pub struct CreateDatabase {
    /// The first of the two who set the municipality up; none: it is one person's.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub first: Option<FirstUserTyped>,
    /// The second.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub second: Option<FirstUserTyped>,
    /// Whether the recovery code counts first when it was typed from its sheet (`users.try_sheet`).
    #[serde(default)]
    pub try_sheet: bool,
    /// In one person's database the number of the city's decision on it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub single_person: Option<String>,
    /// Where; none: the default place.
    pub path: Option<String>,
    /// The municipality's name.
    pub municipality: String,
    /// Its organisation number.
    pub organisation_number: String,
    /// The passphrase; none where the environment gives the key.
    pub passphrase: Option<String>,
    /// Whether it is for practice.
    #[serde(default)]
    pub training: bool,
}

/// Opens a database.
#[derive(Clone, Deserialize, TS)]
pub struct OpenDatabase {
    /// Who logs in; none: the database is one person's.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub user: Option<String>,
    /// Where; none: the default place.
    pub path: Option<String>,
    /// The passphrase; none where the environment gives the key.
    pub passphrase: Option<String>,
}

/// Sets the business date.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SetToday {
    /// ISO day.
    pub today: String,
}

/// It was noted that a person is at work.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Awake {
    /// Whether a database is open.
    pub open: bool,
}

/// Whether the database file is sound.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Soundness {
    /// Every page and signature is right.
    pub sound: bool,
}

fn path_of(asked: Option<String>) -> PathBuf {
    asked.filter(|path| !path.trim().is_empty()).map_or_else(Host::default_path, PathBuf::from)
}

pub(super) fn unlock(
    host: &Host,
    user: Option<String>,
    passphrase: Option<String>,
) -> Result<Unlock, ErrorReply> {
    if let Some(name) = user.filter(|name| !name.trim().is_empty()) {
        let (password, at) = (super::secret(passphrase.unwrap_or_default()), host.second());
        return Ok(Unlock::Login(LoginTyped { name, password, at, signs: host.signs() }));
    }
    match (passphrase, host.given_key()) {
        (Some(passphrase), _) if !passphrase.is_empty() => Ok(Unlock::Passphrase(passphrase)),
        (_, Some(key)) => Ok(key),
        (_, None) if host.has_malformed_key() => Err(ErrorReply::new("database-key-form", &[])),
        (passphrase, None) => Ok(Unlock::Passphrase(passphrase.unwrap_or_default())),
    }
}

/// Makes the folder of a new database. An interrupted first start may leave the key without a database.
pub(super) fn make_folder(path: &Path) -> Result<(), ErrorReply> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => std::fs::create_dir_all(folder)
            .map_err(|error| ErrorReply::from(app::AppError::from(error))),
        _ => Ok(()),
    }
}

/// Whether a database is open, and whose.
///
/// # Errors
/// When the open database cannot be read.
pub fn status(host: &mut Host, _: Nothing) -> Result<SessionStatus, ErrorReply> {
    let open = match host.opened() {
        None => None,
        Some(app) => Some(open_session(app)?),
    };
    let default = Host::default_path();
    Ok(SessionStatus {
        open,
        default_exists: default.is_file(),
        default_path: default.display().to_string(),
        key_in_environment: host.given_key().is_some(),
        default_has_users: app::session::has_users(&default),
        recovery_code: None,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        backup_fault: None,
    })
}

fn open_session(app: &App) -> Result<OpenSession, ErrorReply> {
    let settings = app.settings()?;
    let examples = app.examples()?;
    let came = app.password_came()?;
    Ok(OpenSession {
        path: app.path().display().to_string(),
        municipality: settings.municipality.name,
        organisation_number: settings.municipality.organisation_number,
        training: settings.municipality.training,
        user: app.actor().to_owned(),
        logged_in: app.is_logged_in(),
        rights: rights_of(app)?,
        single_person: match app.hands()? {
            Hands::One(decision) => decision,
            Hands::Several => None,
        },
        password_given: came.as_ref().is_some_and(|came| came.origin != "recovered"),
        password_told: came.map(told),
        sheet_missing: !app.has_sheet()?,
        today: app.today().to_string(),
        example_key: examples.key,
        example_accounts: examples.accounts,
        example_codes: examples.codes,
        accent: settings.screen.accent,
        theme: settings.screen.theme,
        letter_keys: settings.screen.letter_keys,
        density: settings.screen.density,
    })
}

fn told(came: app::model::KeysCame) -> String {
    let day = came.given_at.chars().take(10).collect::<String>();
    let values = [("by", came.given_by.as_str().into()), ("day", day.as_str().into())];
    crate::texts::text(&format!("password-{}", came.origin), &values)
}

/// Makes a database and opens it.
///
/// # Errors
/// When the municipality's data are wrong, the passphrase is short, or the file exists.
pub fn create(host: &mut Host, request: CreateDatabase) -> Result<SessionStatus, ErrorReply> {
    host.end_practice();
    let path = path_of(request.path);
    make_folder(&path)?;
    let municipality = Municipality {
        name: request.municipality.trim().to_owned(),
        organisation_number: request.organisation_number.trim().to_owned(),
        training: request.training,
    };
    let (hosting, derivation) = (host.hosting(), host.derivation());
    let (app, code) = match (request.first, request.second) {
        (Some(first), Some(second)) => {
            let two = [first_user(first), first_user(second)];
            let sheet = sheet(request.try_sheet);
            let made = App::create_for_two(&path, &two, sheet, municipality, derivation, hosting);
            let (app, code) = made.map_err(about_new_database)?;
            (app, Some(code.to_string()))
        }
        (None, None) => {
            let unlock = unlock(host, None, request.passphrase)?;
            let decision = request.single_person.as_deref();
            let made = App::create(&path, unlock, municipality, decision, hosting);
            (made.map_err(about_new_database)?, None)
        }
        (None, Some(_)) => return Err(ErrorReply::bad_request("first", "first")),
        (Some(_), None) => return Err(ErrorReply::bad_request("second", "second")),
    };
    host.open(app);
    Ok(SessionStatus { recovery_code: code, ..status(host, Nothing {})? })
}

pub(super) fn first_user(typed: FirstUserTyped) -> FirstUser {
    let FirstUserTyped { name, full_name, roles, password } = typed;
    FirstUser { name, full_name, roles, password: super::secret(password) }
}

/// When a recovery code counts.
pub(super) fn sheet(is_tried: bool) -> Sheet {
    if is_tried { Sheet::WhenTried } else { Sheet::AtOnce }
}

/// What the acting person may be trusted with; what is held for boards alone is not told apart.
fn rights_of(app: &App) -> Result<Vec<String>, ErrorReply> {
    let standing = app.standing_today()?;
    let has = |right: &&Right| standing.whole.has(**right) || standing.of_boards.has(**right);
    Ok(Right::ALL.iter().filter(has).map(|right| right.as_str().to_owned()).collect())
}

/// A refusal that names a setting, in the names of the request for a new database.
fn about_new_database(error: app::AppError) -> ErrorReply {
    let mut reply = ErrorReply::from(error);
    if let Some(field) = reply.place.as_mut().and_then(|place| place.field.as_mut()) {
        *field = match field.as_str() {
            "municipality.name" => "municipality".to_owned(),
            other => other.trim_start_matches("municipality.").to_owned(),
        };
    }
    reply
}

/// Opens a database.
///
/// # Errors
/// Missing file, wrong key, in use, on a network share, made by a newer program.
pub fn open(host: &mut Host, request: OpenDatabase) -> Result<SessionStatus, ErrorReply> {
    host.close();
    let path = path_of(request.path);
    super::training::refuse_as_real(host, &path)?;
    let unlock = unlock(host, request.user, request.passphrase)?;
    let app = App::open(&path, unlock, host.hosting())?;
    host.open(app);
    status(host, Nothing {})
}

/// Makes the backup that is due, closes the database and forgets its key.
///
/// # Errors
/// None; the type is that of all operations.
pub fn close(host: &mut Host, _: Nothing, watch: &dyn Watch) -> Result<SessionStatus, ErrorReply> {
    // What cannot be backed up is closed all the same; the reply says it.
    let backup = super::backup::at_close(host, watch);
    host.close();
    let backup_fault = backup.err().map(|fault| fault.message);
    Ok(SessionStatus { backup_fault, ..status(host, Nothing {})? })
}

/// A person is at work: locking is put off.
///
/// # Errors
/// None; the type is that of all operations.
pub fn awake(host: &mut Host, _: Nothing) -> Result<Awake, ErrorReply> {
    host.stir();
    Ok(Awake { open: host.is_open() })
}

/// Sets the business date.
///
/// # Errors
/// When it is no day, or outside the years that a business date can have.
pub fn today(host: &mut Host, request: SetToday) -> Result<SessionStatus, ErrorReply> {
    let today = certain_day_of("today", &request.today)?;
    host.set_today(app::business_date(today)?);
    status(host, Nothing {})
}

/// Whether the database file is sound.
///
/// # Errors
/// When it cannot be read.
pub fn sound(app: &mut App, _: Nothing) -> Result<Soundness, ErrorReply> {
    Ok(Soundness { sound: app.is_sound()? })
}
