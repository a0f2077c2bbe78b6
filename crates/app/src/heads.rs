//! The head of the audit chain on paper: what finds an end that was cut off, a chain that was written anew and
//! an older file in place of the newer one.

use store::EventNo;
use store::key::{head_message, is_signed_by};

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
    /// Who signed it, and the signature in hexadecimal; none in one person's database.
    pub signed: Option<(String, String)>,
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
    /// Where the audit chain ends, signed by the acting user; its hash is taken as it is kept.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn audit_head(&self) -> Result<AuditHead> {
        let read = self.read();
        let event_no = read.last_event_no()?;
        let hash = read.event_hash(event_no)?.unwrap_or_default();
        let signature = self.sign_head(&head_message(event_no, &hash));
        let hexadecimal =
            |bytes: [u8; 64]| bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let signed = signature.map(|bytes| (self.actor.clone(), hexadecimal(bytes)));
        Ok(AuditHead { event_no, hash, signed })
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

    /// Holds the signature of a head on an old paper against the user who is said to have made it, and the
    /// event as the chain has it: that user, and nobody who merely holds the database key, has printed this
    /// head.
    ///
    /// # Errors
    /// When the signature has other signs than hexadecimal digits and blanks, or not 128; or there is no
    /// such user.
    pub fn is_signed_head(&self, event: i64, signature: &str, user: &str) -> Result<bool> {
        let digits: Vec<char> = signature.chars().filter(|sign| !sign.is_whitespace()).collect();
        let wrong = || AppError::refused(RefusalCode::PaperSignature).in_field("signature");
        let byte = |pair: &[char]| {
            u8::from_str_radix(&pair.iter().collect::<String>(), 16).map_err(|_| wrong())
        };
        let bytes: Vec<u8> = digits.chunks(2).map(byte).collect::<Result<_>>()?;
        if digits.len() != 128 {
            return Err(wrong());
        }
        let read = self.read();
        let user = self.user_called(user)?;
        let Some(hash) = read.event_hash(EventNo(event))? else { return Ok(false) };
        let message = head_message(EventNo(event), &hash);
        // The paper may be older than a key that came with the recovery code.
        let keys = read.user_keys()?;
        let theirs = keys.iter().filter(|key| key.user_no == user.user_no);
        Ok(theirs.into_iter().any(|key| is_signed_by(&key.heads, &message, &bytes)))
    }
}
