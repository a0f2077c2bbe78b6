//! Requests and responses about backups.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Outcome;

/// Makes a backup.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct MakeBackup {
    /// The folder; none: the set one.
    pub folder: Option<String>,
}

/// Asks which backups lie in a folder.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct BackupFolder {
    /// The folder; none: the set one.
    pub folder: Option<String>,
}

/// Names a backup that is not opened.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct BackupPath {
    /// Path of its database file.
    pub path: String,
}

/// Names a backup.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct BackupFile {
    /// Path of its database file.
    pub path: String,
    /// Who logs in to it; none: it is one person's.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub user: Option<String>,
    /// The passphrase or password of its day; none where the environment gives the key.
    pub passphrase: Option<String>,
}

/// Reads a backup into a new file.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct RestoreBackup {
    /// Path of its database file.
    pub path: String,
    /// Who logs in to it; none: it is one person's.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub user: Option<String>,
    /// The passphrase or password of its day; none where the environment gives the key.
    pub passphrase: Option<String>,
    /// Path of the new database.
    pub into: String,
    /// The last order number on paper, `-` where nothing left the house after the backup; none: it is
    /// asked for before anything is distributed.
    pub last_order: Option<String>,
}

/// Says what had left the house after the backup that was read in.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct AnswerRestoration {
    /// The last order number on paper, `-` where nothing left the house after the backup.
    pub last_order: String,
}

/// Tries whether a backup can be read in.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DrillRequest {
    /// Path of its database file.
    pub path: String,
    /// Who logs in to it; none: it is one person's.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub user: Option<String>,
    /// The passphrase or password of its day; none where the environment gives the key.
    pub passphrase: Option<String>,
    /// Where the protocol goes.
    pub out: String,
}

/// How well the database is backed up, and how much has happened since.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BackupStateView {
    /// How well.
    #[serde(flatten)]
    #[ts(flatten)]
    pub age: BackupAgeView,
    /// Events since the last one.
    pub events_since: u64,
}

/// How well the database is backed up.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BackupAgeView {
    /// `no-place`, `never`, `fresh` or `old`; all but `fresh` are to be seen.
    pub state: String,
    /// When the last one was made, RFC 3339 in UTC.
    pub last_at: Option<String>,
    /// How old it is, in hours.
    pub hours: Option<i64>,
    /// The same in words, with what to do.
    pub text: String,
    /// Whether the database was read in from a backup, and it waits to be said what had left the
    /// house after it.
    pub restoration_waits: bool,
}

/// A backup that was made.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BackupMadeView {
    /// Done; findings where the database contradicts itself: then no older one was let go.
    pub outcome: Outcome,
    /// Its database file.
    pub file: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// Events of the audit chain.
    pub events: u64,
    /// The hash of the last one in hexadecimal.
    pub head: String,
    /// Whether everything that can be looked at was right.
    pub verified: bool,
    /// Moment in UTC.
    pub made_at: String,
    /// Which passphrase or key opens it, in words.
    pub opened_by: String,
    /// How many older ones were let go.
    pub let_go: u64,
}

/// What was made without being asked for.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BackupWhereDue {
    /// The backup; none where none was due.
    pub made: Option<BackupMadeView>,
}

/// Whether a backup is on its way.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct BackupBegun {
    /// Whether the day's backup was due and is made now, beside the work.
    pub begun: bool,
}

/// A backup in a folder.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BackupView {
    /// Its database file.
    pub file: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 in hexadecimal, as it was noted.
    pub sha256: String,
    /// Events of the audit chain.
    pub events: u64,
    /// The hash of the last one in hexadecimal.
    pub head: String,
    /// Whether it was found right when it was made, and has its size and its key file still.
    pub verified: bool,
    /// Moment in UTC.
    pub made_at: String,
    /// `asked`, `closing`, `daily`, `before-migration` or `before-restore`.
    pub reason: String,
    /// Whether it is of the open database.
    pub of_this: bool,
    /// Which passphrase or key opens it, in words.
    pub opened_by: String,
}

/// What can be told of a backup without opening it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BackupLook {
    /// Its database file.
    pub file: String,
    /// When it was made, in UTC; none where nothing is noted beside it.
    pub made_at: Option<String>,
    /// Which passphrase or key opens it, in words.
    pub opened_by: String,
    /// Whether a passphrase or password opens it; else the key of the environment does.
    pub needs_passphrase: bool,
    /// Whether it has users, so that a name is asked for.
    pub needs_user: bool,
}

/// The backups in a folder.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Backups {
    /// The newest first.
    pub backups: Vec<BackupView>,
}

/// What the chain, the schema and the events cover.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Digests {
    /// Events whose hash was recomputed.
    pub events: u64,
    /// Whether the chain fits, and no table names an event after its end.
    pub chain: bool,
    /// Tables that name an event after the end of the chain.
    pub beyond: Vec<String>,
    /// Whether tables, views and triggers are those that the program made.
    pub schema: bool,
    /// SHA-256 of the schema in hexadecimal.
    pub schema_sha256: String,
    /// Names of what is not as it was made.
    pub schema_differs: Vec<String>,
    /// Rows against their digests.
    #[serde(flatten)]
    #[ts(flatten)]
    pub held: RowDigests,
    /// The log of reading against its own chain.
    pub readings: ReadingDigests,
}

/// A row that is not as its digest says.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BrokenRow {
    /// Its table.
    pub table: String,
    /// Its key, parts with `/` between.
    pub row: String,
    /// `changed`, `missing`, `unknown`, or `damaged` where digests cannot be read.
    pub fault: String,
    /// The same in words.
    pub rule: String,
    /// The event that wrote or deleted the row last, as far as one did.
    pub event: Option<i64>,
}

/// Rows against the digests that were made when they were written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RowDigests {
    /// Rows that were held against a digest.
    pub rows: u64,
    /// How many rows do not fit.
    pub faults: u64,
    /// The first hundred of them.
    pub broken: Vec<BrokenRow>,
}

/// What holding the log of reading against its chain has shown.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct ReadingDigests {
    /// Readings walked over.
    pub readings: u64,
    /// The first that does not fit, or that is missing though an event has sealed it.
    pub first_broken: Option<i64>,
}

/// Something that does not agree.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Disagreement {
    /// What is wrong: a kind of file, or a rule.
    pub rule: String,
    /// This database's number of what it is about.
    pub number: i64,
}

/// Kept files against their SHA-256.
#[derive(Clone, Debug, Serialize, TS)]
pub struct OriginalsView {
    /// Whether all fit.
    pub ok: bool,
    /// Imported files.
    pub checked: u64,
    /// Booking files.
    pub booking_files: u64,
    /// Documents of cases.
    pub documents: u64,
    /// What does not fit.
    pub broken: Vec<Disagreement>,
}

/// What the ledger holds of one kind.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LedgerSumView {
    /// Kind, such as `paid`.
    pub kind: String,
    /// Entries.
    pub entries: u64,
    /// Their sum.
    pub amount_ore: i64,
}

/// Control sums of the ledger, and sums against each other.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CheckedSumsView {
    /// Whether all agree.
    pub ok: bool,
    /// By kind.
    pub ledger: Vec<LedgerSumView>,
    /// How many were held against another.
    pub compared: u64,
    /// What does not agree.
    pub broken: Vec<Disagreement>,
}

/// What was seen of a database or a backup of it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CheckedView {
    /// Findings where anything is wrong.
    pub outcome: Outcome,
    /// Whether every page and signature is right.
    pub sound: bool,
    /// Whether the audit chain fits.
    pub ok: bool,
    /// The first event that does not fit.
    pub first_broken: Option<i64>,
    /// Events.
    pub events: u64,
    /// The hash of the last one in hexadecimal.
    pub head: String,
    /// Chain and schema.
    pub digests: Digests,
    /// Kept files.
    pub originals: OriginalsView,
    /// Sums.
    pub sums: CheckedSumsView,
}

/// What a backup holds.
#[derive(Clone, Debug, Serialize, TS)]
pub struct HoldsView {
    /// When the last event was, in UTC.
    pub last_event_at: Option<String>,
    /// Persons.
    pub persons: u64,
    /// Payment lists.
    pub lists: u64,
    /// The last one's file.
    pub last_list: Option<String>,
    /// Booking orders.
    pub orders: u64,
    /// The last one's number.
    pub last_order: Option<String>,
}

/// What the open database has that the backup lacks.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AheadView {
    /// Whether the backup is of the open database.
    pub of_this: bool,
    /// Events after the backup.
    pub events: u64,
    /// Files of lists read after it.
    pub lists: Vec<String>,
    /// Numbers of orders made after it.
    pub orders: Vec<String>,
}

/// A backup that was looked through.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BackupVerified {
    /// Its database file.
    pub file: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// Whether nothing is wrong.
    pub verified: bool,
    /// Whether it is the file that was noted when it was made; none where nothing is noted.
    pub as_noted: Option<bool>,
    /// When it was made, in UTC; none where nothing is noted.
    pub made_at: Option<String>,
    /// What was seen.
    #[serde(flatten)]
    #[ts(flatten)]
    pub checked: CheckedView,
    /// What it holds.
    pub holds: HoldsView,
    /// What the open database has that it lacks; none while none is open.
    pub ahead: Option<AheadView>,
}

/// A backup that was read in.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RestoredView {
    /// The new database.
    pub file: String,
    /// Size of the backup in bytes.
    pub bytes: u64,
    /// SHA-256 of the backup in hexadecimal.
    pub sha256: String,
    /// Events of the backup; reading it in has added one.
    pub events: u64,
    /// The hash of the last one in hexadecimal.
    pub head: String,
    /// Whether everything that can be looked at was right.
    pub verified: bool,
    /// What it holds.
    pub holds: HoldsView,
    /// What the database that was open has that it lacks.
    pub ahead: Option<AheadView>,
    /// Whether it is still to be said what had left the house after the backup.
    pub restoration_waits: bool,
    /// What to do now, in words.
    pub next: String,
}

/// A drill that was held.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DrillHeld {
    /// Findings where the backup is not whole.
    pub outcome: Outcome,
    /// The protocol.
    pub path: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// Whether the backup is whole and opens.
    pub verified: bool,
    /// SHA-256 of the backup in hexadecimal.
    pub sha256: String,
    /// Events of the backup.
    pub events: u64,
    /// The hash of the last one in hexadecimal.
    pub head: String,
}
