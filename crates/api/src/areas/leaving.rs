//! Everything leaves in open formats, and is read back to prove it.

use std::path::PathBuf;

use app::App;
use app::leaving::verify_exit;
use app::payments::Watch;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use super::Nothing;
use super::session::unlock;
use crate::error::Outcome;
use crate::{ErrorReply, Host, texts};

/// How far the taking out has come.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ExitState {
    /// Whether another must confirm it before anything is written.
    pub needs_second: bool,
    /// What was asked for; none: nobody has asked.
    pub request: Option<ExitRequestView>,
    /// Protected persons, whom it names as all others.
    pub protected: u64,
}

/// What was asked for.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ExitRequestView {
    /// Its id.
    pub id: String,
    /// Why.
    pub reason: String,
    /// Who asked.
    pub asked_by: Option<String>,
    /// When, in UTC.
    pub asked_at: Option<String>,
    /// Who confirmed it; none: it waits.
    pub confirmed_by: Option<String>,
}

/// Asks for everything to leave.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct AskExit {
    /// The client's id; none: a new one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub id: Option<String>,
    /// Why.
    pub reason: String,
}

/// Writes everything into a folder.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct WriteExit {
    /// The folder, which must not exist, or be empty.
    pub path: String,
    /// Why, in one person's database; what was asked for has its own.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub reason: Option<String>,
}

/// What was written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ExitView {
    /// The folder.
    pub path: String,
    /// Tables.
    pub tables: u64,
    /// Their rows.
    pub rows: u64,
    /// Documents.
    pub documents: u64,
    /// Files.
    pub files: u64,
    /// Their size in bytes.
    pub bytes: u64,
    /// SHA-256 of the checksums in hexadecimal.
    pub sha256: String,
    /// Events up to which it goes.
    pub events: i64,
    /// The hash of the last one in hexadecimal.
    pub head: String,
    /// Protected persons, who are named in it.
    pub protected: u64,
}

/// Reads what was written back into an empty database, and compares.
#[derive(Clone, Deserialize, TS)]
pub struct VerifyExit {
    /// The folder.
    pub path: String,
    /// Path of the new database.
    pub into: String,
    /// The passphrase that the new database gets; none where the environment gives the key.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub passphrase: Option<String>,
}

/// What comparing has shown.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ExitComparison {
    /// Done: the two are equal.
    pub outcome: Outcome,
    /// Files that were held against their checksum.
    pub files: u64,
    /// Tables that were read back.
    pub tables: u64,
    /// Their rows.
    pub rows: u64,
    /// Sums of amounts that were held against each other.
    pub sums: u64,
    /// Documents that were read back.
    pub documents: u64,
    /// Events of the chain.
    pub events: i64,
    /// The hash of the last one in hexadecimal.
    pub head: String,
    /// What is not as it left.
    pub faults: Vec<ExitFaultView>,
}

/// Something that is not as it left.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ExitFaultView {
    /// `missing`, `changed`, `unknown`, `differs`, `rows`, `sums`, `chain` or `check`.
    pub kind: String,
    /// The file or table; empty: the whole.
    pub name: String,
    /// The same in words.
    pub text: String,
}

/// How far the taking out has come.
///
/// # Errors
/// When the database cannot be read.
pub fn state(app: &mut App, _: Nothing) -> Result<ExitState, ErrorReply> {
    let stands = app.exit_stands()?;
    let request = stands.request.map(|request| ExitRequestView {
        id: request.id,
        reason: request.reason,
        asked_by: request.asked_by,
        asked_at: request.asked_at,
        confirmed_by: request.confirmed_by,
    });
    let (needs_second, protected) = (stands.needs_second, stands.protected);
    Ok(ExitState { needs_second, request, protected })
}

/// Asks for everything to leave; another confirms it.
///
/// # Errors
/// Without a reason, in one person's database, or where somebody has asked already.
pub fn ask(app: &mut App, request: AskExit) -> Result<ExitState, ErrorReply> {
    let id = request.id.unwrap_or_else(app::new_id);
    app.ask_exit(&id, &request.reason)?;
    state(app, Nothing {})
}

/// Writes everything into a folder.
///
/// # Errors
/// When nobody has confirmed it, there is no reason, something lies there, or the disk says no.
pub fn write(app: &mut App, request: WriteExit, watch: &dyn Watch) -> Result<ExitView, ErrorReply> {
    let reason = request.reason.unwrap_or_default();
    let written = app.write_exit(&PathBuf::from(&request.path), &reason, watch)?;
    Ok(ExitView {
        path: request.path,
        tables: written.tables,
        rows: written.rows,
        documents: written.documents,
        files: written.files,
        bytes: written.bytes,
        sha256: written.sha256,
        events: written.events,
        head: written.head,
        protected: written.protected,
    })
}

/// Reads what was written back into an empty database, and compares. No database need be open.
///
/// # Errors
/// When there is a database already, or the folder cannot be read back.
pub fn verify(
    host: &mut Host,
    request: VerifyExit,
    watch: &dyn Watch,
) -> Result<ExitComparison, ErrorReply> {
    let unlock = unlock(host, None, request.passphrase)?;
    let (folder, into) = (PathBuf::from(request.path), PathBuf::from(request.into));
    let seen = verify_exit(&folder, &into, &unlock, watch)?;
    let fault = |fault: app::leaving::ExitFault| ExitFaultView {
        text: texts::text(
            &format!("exit-fault-{}", fault.kind),
            &[("name", app::TextValue::Text(fault.name.clone()))],
        ),
        kind: fault.kind.to_owned(),
        name: fault.name,
    };
    Ok(ExitComparison {
        outcome: if seen.faults.is_empty() { Outcome::Done } else { Outcome::Findings },
        files: seen.files,
        tables: seen.tables,
        rows: seen.rows,
        sums: seen.sums,
        documents: seen.documents,
        events: seen.events,
        head: seen.head,
        faults: seen.faults.into_iter().map(fault).collect(),
    })
}
