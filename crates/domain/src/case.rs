//! A case: what the city handles about a person's compensation. Not a personal file of the social
//! services: nothing about care or assessments belongs here.

use std::fmt;
use std::str::FromStr;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $word:ident = $text:literal,)+ })+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
            pub enum $name { $($(#[$word_doc])* $word,)+ }

            impl $name {
                /// Every one of them.
                pub const ALL: &'static [$name] = &[$($name::$word),+];

                /// Its name in contracts.
                #[must_use]
                pub fn as_str(self) -> &'static str {
                    match self { $($name::$word => $text),+ }
                }

                /// The one with that name.
                #[must_use]
                pub fn parse(text: &str) -> Option<$name> {
                    $name::ALL.iter().copied().find(|one| one.as_str() == text)
                }
            }
        )+
    };
}

pub(crate) use words;

words! {
    /// What a case is about.
    CaseKind {
        /// Compensation without application (schablonersättning).
        LumpSum = "lump-sum",
        /// A claim for costs (återsökning).
        Claim = "claim",
        /// Another board or municipality becomes responsible.
        ResponsibilityChange = "responsibility-change",
        /// Anything else about compensation.
        Other = "other",
    }
    /// How far a case has come.
    CaseState {
        /// Not registered yet.
        Draft = "draft",
        /// Registered.
        Active = "active",
        /// Something has happened that Migrationsverket must be told.
        Changed = "changed",
        /// No right to compensation any more; claims or payments may be open.
        Ended = "ended",
        /// Everything is settled.
        Closed = "closed",
    }
}

/// The moves that are allowed; every other is refused.
pub const MOVES: [(CaseState, CaseState); 5] = [
    (CaseState::Draft, CaseState::Active),
    (CaseState::Active, CaseState::Changed),
    (CaseState::Changed, CaseState::Active),
    (CaseState::Active, CaseState::Ended),
    (CaseState::Ended, CaseState::Closed),
];

impl CaseState {
    /// Whether a case may go on to `to`.
    #[must_use]
    pub fn may_become(self, to: CaseState) -> bool {
        MOVES.contains(&(self, to))
    }

    /// The states a case may go on to.
    pub fn next(self) -> impl Iterator<Item = CaseState> {
        MOVES.into_iter().filter(move |(from, _)| *from == self).map(|(_, to)| to)
    }
}

/// A case's number: its place in the sequence of a year, never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CaseNumber {
    /// The year of the business date on which it was opened.
    pub year: i32,
    /// From 1.
    pub sequence: u32,
}

/// A text that is no case number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a case number: year and sequence")]
pub struct NotACaseNumber;

impl fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\u{c4}{:04}-{:04}", self.year, self.sequence)
    }
}

impl FromStr for CaseNumber {
    type Err = NotACaseNumber;

    /// Takes `Ä2026-0001`, and the same without the letter, with a plain A or without zeros.
    fn from_str(text: &str) -> Result<CaseNumber, NotACaseNumber> {
        let found = year_and_sequence(text, ['Ä', 'ä', 'A', 'a']);
        let (year, sequence) = found.ok_or(NotACaseNumber)?;
        Ok(CaseNumber { year, sequence })
    }
}

/// Year and place in its sequence, as people write such a number: with any of these letters before it
/// or none, with or without zeros.
pub(crate) fn year_and_sequence(text: &str, letters: [char; 4]) -> Option<(i32, u32)> {
    let text = text.trim();
    let digits = text.strip_prefix(letters).unwrap_or(text);
    let (year, sequence) = digits.split_once('-')?;
    let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != 4 || !number(year) || !number(sequence) {
        return None;
    }
    let sequence = sequence.parse().ok().filter(|sequence| *sequence > 0)?;
    Some((year.parse().ok()?, sequence))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_moves_of_the_table_are_allowed() {
        let allowed: Vec<String> = CaseState::ALL
            .iter()
            .flat_map(|from| CaseState::ALL.iter().map(move |to| (*from, *to)))
            .filter(|(from, to)| from.may_become(*to))
            .map(|(from, to)| format!("{} {}", from.as_str(), to.as_str()))
            .collect();
        assert_eq!(
            allowed,
            ["draft active", "active changed", "active ended", "changed active", "ended closed"]
        );
        assert_eq!(CaseState::Closed.next().count(), 0);
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let number = CaseNumber { year: 2026, sequence: 17 };
        assert_eq!(number.to_string(), "Ä2026-0017");
        for text in ["Ä2026-0017", "ä2026-17", "a2026-0017", " 2026-17 "] {
            assert_eq!(text.parse(), Ok(number), "{text}");
        }
        for text in
            ["", "Ä2026", "2026-0", "26-17", "Ä2026-", "B2026-17", "2026-1x", "2026-99999999999"]
        {
            assert_eq!(text.parse::<CaseNumber>(), Err(NotACaseNumber), "{text}");
        }
    }

    #[test]
    fn names_lead_back() {
        for state in CaseState::ALL {
            assert_eq!(CaseState::parse(state.as_str()), Some(*state));
        }
        assert_eq!(CaseKind::parse("claim"), Some(CaseKind::Claim));
        assert_eq!(CaseKind::parse("Claim"), None);
    }
}
