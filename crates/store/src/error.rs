//! What can go wrong with the database.

use crate::db::Fault;

/// The result of everything the store does.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// A fault of the database, its file or its key.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another program has the database open.
    #[error("the database is open in another program")]
    InUse,
    /// The file lies on a network share, where SQLite's locks do not hold.
    #[error("the database lies on a network share")]
    NetworkShare,
    /// The file lies in a folder that a sync client keeps equal between computers.
    #[error("the database lies in a folder that is synced: {by}")]
    Synced {
        /// The folder by which it is seen.
        by: String,
    },
    /// The file lies in the part of a profile that is copied between computers.
    #[error("the database lies in a roaming profile")]
    Roaming,
    /// The key or passphrase does not open the database, or the file is no database.
    #[error("wrong key, or not a database of this program")]
    WrongKey,
    /// Name and password do not open a slot of the key file; which of the two is not told.
    #[error("wrong name or password")]
    WrongLogin,
    /// Wrong passwords were tried before: the next try waits.
    #[error("too many tries: wait {seconds} seconds")]
    TooManyTries {
        /// How long.
        seconds: i64,
    },
    /// The database has users: a name and a password are needed.
    #[error("the database has users")]
    LoginNeeded,
    /// The database has no users to log in as.
    #[error("the database has no users")]
    NoUsers,
    /// The key file opens, but its key does not open the database.
    #[error("the key file belongs to another database")]
    KeyFileOfAnother,
    /// No key file lies beside the database.
    #[error("no key file beside the database")]
    NoKeyFile,
    /// The key file cannot be understood.
    #[error("the key file is damaged")]
    KeyFileDamaged,
    /// A key file lies where a new database was to be made: it belongs to another one.
    #[error("a key file lies there already")]
    KeyFileExists,
    /// The file has none of this program's tables: it is no database, and not taken for a new one.
    #[error("no tables of this program")]
    NoTables,
    /// The file has several names (hard links), and its log belongs to one of them.
    #[error("the file has several names")]
    SeveralNames,
    /// What lies at its place is not what was copied there.
    #[error("the copy is not what was copied")]
    CopyNotWhole,
    /// There is already a file where a new database was to be made.
    #[error("the file exists already")]
    Exists,
    /// There is no file.
    #[error("there is no such file")]
    Missing,
    /// A newer program has made the database.
    #[error("the database has version {found} of {program}, this program knows {known}")]
    Newer {
        /// Version of the database.
        found: u32,
        /// Newest version this program knows.
        known: u32,
        /// The version of the program that made it; empty where it does not say.
        program: String,
    },
    /// The database was made in a schema that this program does not read.
    #[error("the database was made in an older schema")]
    OtherSchema,
    /// A migration that has been applied is not the one this program carries.
    #[error("migration {0} differs from the one that was applied")]
    MigrationChanged(u32),
    /// The SQLite library is too old or lacks encryption.
    #[error("unfit SQLite library: {0}")]
    Library(String),
    /// A value in the database cannot be what it should be.
    #[error("damaged value in {0}")]
    Damaged(&'static str),
    /// Amounts of a list that sum to more than any list can.
    #[error("the amounts sum to more than any list can")]
    SumTooLarge,
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// A fault of the file system.
    #[error("file system: {0}")]
    Io(#[from] std::io::Error),
    /// The file is not as the database wrote it.
    #[error("the file is corrupt")]
    Corrupt,
    /// Any other fault of the database's own.
    #[error("database: {0}")]
    Database(Fault),
}

impl StoreError {
    /// The stable code, as listed in `docs/ERRORS.md`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            StoreError::InUse => "database-in-use",
            StoreError::NetworkShare => "database-on-network-share",
            StoreError::Synced { .. } => "database-in-synced-folder",
            StoreError::Roaming => "database-in-roaming-profile",
            StoreError::WrongKey => "database-wrong-key",
            StoreError::WrongLogin => "login-wrong",
            StoreError::TooManyTries { .. } => "login-too-many-tries",
            StoreError::LoginNeeded => "login-needed",
            StoreError::NoUsers => "login-no-users",
            StoreError::KeyFileOfAnother => "database-key-file-of-another",
            StoreError::NoKeyFile => "database-no-key-file",
            StoreError::KeyFileDamaged => "database-key-file-damaged",
            StoreError::KeyFileExists => "database-key-file-exists",
            StoreError::NoTables => "database-empty",
            StoreError::SeveralNames => "database-several-names",
            StoreError::CopyNotWhole => "copy-not-whole",
            StoreError::Exists => "database-exists",
            StoreError::Missing => "database-missing",
            StoreError::Newer { .. } => "database-newer",
            StoreError::OtherSchema => "database-older-schema",
            StoreError::MigrationChanged(_) => "database-migration-changed",
            StoreError::Library(_) => "database-library",
            StoreError::Damaged(_) => "database-damaged",
            StoreError::SumTooLarge => "sum-too-large",
            StoreError::DiskFull => "disk-full",
            StoreError::Io(_) => "file-system",
            StoreError::Corrupt => "database-corrupt",
            StoreError::Database(_) => "database-fault",
        }
    }

    /// The database's own number for the fault, for whoever looks into it: it holds no data. 0 where
    /// it is this program that misused the database.
    #[must_use]
    pub fn number(&self) -> Option<i32> {
        match self {
            StoreError::Database(fault) => Some(fault.number()),
            _ => None,
        }
    }
}
