//! Why a whole file is refused.

use std::io;

/// A refusal of the whole file; what is wrong with single rows is a finding instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileRefusal {
    /// The source could not be read.
    #[error("the source could not be read: {kind}")]
    Unreadable {
        /// What the operating system said.
        kind: io::ErrorKind,
    },
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// Larger than the limit.
    #[error("{bytes} bytes, limit {limit}")]
    TooLarge {
        /// Size in bytes.
        bytes: u64,
        /// Limit in bytes.
        limit: u64,
    },
    /// NUL bytes in a text that is not UTF-16.
    #[error("a NUL byte at offset {at}")]
    NulBytes {
        /// Offset of the first one, in bytes from 0.
        at: u64,
    },
    /// A known kind of file that is neither text nor XLSX.
    #[error("neither text nor XLSX but {found}")]
    UnknownContainer {
        /// `html`, `xml`, `excel-2003-xml`, `json`, `xls`, `xlsb`, `encrypted` (an XLSX with a
        /// password), `ods`, `numbers`, `pdf`, `document`, `image`, `archive`, `compound`,
        /// `database`, `program` or `utf-32`.
        found: &'static str,
    },
    /// Letters were read in the wrong encoding and saved so, the header's among them.
    #[error("letters destroyed on line {line}")]
    LettersDestroyed {
        /// The first such line.
        line: u32,
    },
    /// Several visible sheets have the header of one profile, and their columns stand otherwise.
    #[error("sheets with different columns have the header: {}", sheets.join(", "))]
    SeveralSheets {
        /// Their names.
        sheets: Vec<String>,
    },
    /// An XLSX that cannot be read as one.
    #[error("the XLSX file is damaged")]
    Damaged,
    /// A sheet with too many rows.
    #[error("more than {limit} rows in the sheet")]
    TooManySheetRows {
        /// Limit in rows.
        limit: u32,
    },
    /// An XLSX that becomes too large when unpacked.
    #[error("more than {limit} bytes when unpacked")]
    UnpackedTooLarge {
        /// Limit in bytes.
        limit: u64,
    },
    /// No row near the top is the header of a known layout.
    #[error("no header recognised")]
    NoHeader,
    /// More than one profile suits equally well.
    #[error("several profiles match")]
    SeveralProfiles {
        /// Their names.
        profiles: Vec<String>,
    },
    /// The profile asked for does not suit the file.
    #[error("the profile {profile} does not suit the file")]
    ProfileNotSuited {
        /// Its name.
        profile: String,
        /// First accepted header name of each required column that the likeliest row lacks.
        missing: Vec<String>,
    },
    /// A column that is read stands twice in the header.
    #[error("{name} stands twice in the header on line {line}")]
    HeaderNameTwice {
        /// The column's header text.
        name: String,
        /// Line of the header.
        line: u32,
    },
    /// Neither the rows, the lines above them nor the user say when the money was paid.
    #[error("no payment date given")]
    PaymentDateNotGiven,
    /// The bytes are no longer those that were inspected.
    #[error("the file changed while it was read")]
    Changed,
}

impl FileRefusal {
    /// Every code, in the order of the variants.
    pub const CODES: [&'static str; 16] = [
        "file-unreadable",
        "file-empty",
        "file-too-large",
        "file-nul-bytes",
        "file-container-unknown",
        "file-letters-destroyed",
        "several-sheets-match",
        "file-damaged",
        "sheet-too-many-rows",
        "sheet-unpacked-too-large",
        "header-not-recognised",
        "several-profiles-match",
        "profile-not-suited",
        "header-name-twice",
        "payment-date-not-given",
        "file-changed-while-read",
    ];

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        let place = match self {
            FileRefusal::Unreadable { .. } => 0,
            FileRefusal::Empty => 1,
            FileRefusal::TooLarge { .. } => 2,
            FileRefusal::NulBytes { .. } => 3,
            FileRefusal::UnknownContainer { .. } => 4,
            FileRefusal::LettersDestroyed { .. } => 5,
            FileRefusal::SeveralSheets { .. } => 6,
            FileRefusal::Damaged => 7,
            FileRefusal::TooManySheetRows { .. } => 8,
            FileRefusal::UnpackedTooLarge { .. } => 9,
            FileRefusal::NoHeader => 10,
            FileRefusal::SeveralProfiles { .. } => 11,
            FileRefusal::ProfileNotSuited { .. } => 12,
            FileRefusal::HeaderNameTwice { .. } => 13,
            FileRefusal::PaymentDateNotGiven => 14,
            FileRefusal::Changed => 15,
        };
        FileRefusal::CODES[place]
    }

    /// Named values for the text, in the order of the text.
    #[must_use]
    pub fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            FileRefusal::Unreadable { kind } => vec![("kind", kind.to_string())],
            FileRefusal::TooLarge { bytes, limit } => {
                vec![("bytes", bytes.to_string()), ("limit", limit.to_string())]
            }
            FileRefusal::NulBytes { at } => vec![("at", at.to_string())],
            FileRefusal::UnknownContainer { found } => vec![("found", (*found).to_owned())],
            FileRefusal::LettersDestroyed { line } => vec![("line", line.to_string())],
            FileRefusal::SeveralSheets { sheets } => vec![("sheets", sheets.join(", "))],
            FileRefusal::TooManySheetRows { limit } => vec![("limit", limit.to_string())],
            FileRefusal::UnpackedTooLarge { limit } => vec![("limit", limit.to_string())],
            FileRefusal::SeveralProfiles { profiles } => vec![("profiles", profiles.join(", "))],
            FileRefusal::ProfileNotSuited { profile, missing } => {
                vec![("profile", profile.clone()), ("missing", missing.join(", "))]
            }
            FileRefusal::HeaderNameTwice { name, line } => {
                vec![("name", name.clone()), ("line", line.to_string())]
            }
            FileRefusal::Empty
            | FileRefusal::Damaged
            | FileRefusal::NoHeader
            | FileRefusal::PaymentDateNotGiven
            | FileRefusal::Changed => Vec::new(),
        }
    }
}

impl From<io::Error> for FileRefusal {
    fn from(error: io::Error) -> FileRefusal {
        FileRefusal::Unreadable { kind: error.kind() }
    }
}
