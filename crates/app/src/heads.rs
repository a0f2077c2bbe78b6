//! The head of the audit chain on paper: what finds an end that was cut off, a chain that was written anew and
//! an older file in place of the newer one.

use store::EventNo;

use crate::error::{AppError, RefusalCode};
use crate::{App, Result};

/// Hexadecimal digits of a hash that are printed: 96 bits, in groups of four.
const ON_PAPER: usize = 24;
/// Fewest digits that are held against the chain.
const LEAST: usize = 16;

/// Where the audit chain ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditHead {
    /// The last event's number.
    pub event_no: EventNo,
    /// Its hash in hexadecimal.
    pub hash: String,
}

impl AuditHead {
    /// The beginning of the hash as it is printed.
    #[must_use]
    pub fn on_paper(&self) -> String {
        let digits: Vec<char> = self.hash.chars().take(ON_PAPER).collect();
        digits.chunks(4).map(|group| group.iter().collect()).collect::<Vec<String>>().join(" ")
    }
}

/// What an old paper says of the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgainstPaper {
    /// The database goes on from it.
    Same,
    /// The database ends before it: the end was cut off, or an older file lies here.
    Cut,
    /// The event is another one: the chain was written anew, or the paper is another database's.
    Other,
}

impl AgainstPaper {
    /// Its name in contracts.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            AgainstPaper::Same => "same",
            AgainstPaper::Cut => "cut",
            AgainstPaper::Other => "other",
        }
    }
}

impl App {
    /// Where the audit chain ends; its hash is taken as it is kept.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn audit_head(&self) -> Result<AuditHead> {
        let read = self.read();
        let event_no = read.last_event_no()?;
        Ok(AuditHead { event_no, hash: read.event_hash(event_no)?.unwrap_or_default() })
    }

    /// Holds the chain against a number and the beginning of a hash that stand on an old paper. Says
    /// nothing of what came after; the chain itself is verified besides.
    ///
    /// # Errors
    /// When the hash has other signs than hexadecimal digits and blanks, or fewer than sixteen.
    pub fn against_paper(&self, event: i64, hash: &str) -> Result<AgainstPaper> {
        let digits: String = hash.chars().filter(|sign| !sign.is_whitespace()).collect();
        let digits = digits.to_ascii_lowercase();
        let fits = (LEAST..=64).contains(&digits.len());
        if !fits || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            let wrong = AppError::refused(RefusalCode::PaperHash).with("least", LEAST);
            return Err(wrong.in_field("hash"));
        }
        let read = self.read();
        Ok(match read.event_hash(EventNo(event))? {
            Some(kept) if kept.starts_with(&digits) => AgainstPaper::Same,
            None if event > read.last_event_no()?.0 => AgainstPaper::Cut,
            _ => AgainstPaper::Other,
        })
    }
}
