//! What is wrong with a catalogue, as codes with values. `Display` is for developers.

use chrono::NaiveDate;
use domain::codes::CompensationCode;
use serde::Serialize;

/// Why a file of the catalogue is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{file}:{line}: {reason}")]
pub struct CatalogueFault {
    /// The file's name.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub reason: Reason,
}

/// Why an addition of the municipality is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("addition {place} ({code}): {reason}")]
pub struct OwnFault {
    /// Its place among the additions, from 0.
    pub place: usize,
    /// The code that it is for.
    pub code: CompensationCode,
    /// What is wrong.
    pub reason: Reason,
}

/// What is wrong with a compensation or a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Reason {
    /// The text is not TOML of this format, or a condition or way of counting is not.
    #[error("is not of the format: {message}")]
    Format {
        /// What the reader says.
        message: String,
    },
    /// A field holds none of its words.
    #[error("{field}: no such word as \"{word}\"")]
    UnknownWord {
        /// The field.
        field: &'static str,
        /// The word.
        word: String,
    },
    /// The file is not named after its code, in lower case.
    #[error("holds {compensation}, but a file of that name holds {expected}")]
    FileName {
        /// The code in it.
        compensation: CompensationCode,
        /// The code that it should hold.
        expected: CompensationCode,
    },
    /// Another file holds the same code.
    #[error("{compensation} stands in {other} already")]
    DuplicateCode {
        /// The code.
        compensation: CompensationCode,
        /// The file that comes first.
        other: String,
    },
    /// A code that no file holds.
    #[error("{field}: no compensation {compensation}")]
    UnknownCode {
        /// The field, or what needs it.
        field: &'static str,
        /// The code.
        compensation: CompensationCode,
    },
    /// The first wording does not say it, so that none follows from it.
    #[error("the first wording lacks {field}")]
    FirstWordingLacks {
        /// The field.
        field: &'static str,
    },
    /// A later wording does not say what it changed.
    #[error("a later wording does not say what it changed")]
    WordingWithoutChange,
    /// A wording does not follow upon the one before.
    #[error("the wording from {from:?} does not follow upon the one until {until:?}")]
    WordingsDoNotFollow {
        /// Last day of the one before.
        until: Option<NaiveDate>,
        /// First day of this one.
        from: Option<NaiveDate>,
    },
    /// A value for days of a wording that has ended.
    #[error("the wording until {until} has ended")]
    PastWording {
        /// Its last day, inclusive.
        until: NaiveDate,
    },
    /// A value for days on which the provision has been repealed, or from which no later one follows.
    #[error("the provision was repealed after {until}")]
    Repealed {
        /// Its last day, inclusive.
        until: NaiveDate,
    },
    /// The compensation has no such case.
    #[error("no case \"{case}\"")]
    UnknownCase {
        /// The case.
        case: String,
    },
    /// A name is empty.
    #[error("{field} is empty")]
    Empty {
        /// The field.
        field: &'static str,
    },
    /// Words that stand for texts elsewhere are lower case and hyphens.
    #[error("{field}: \"{word}\" is not lower case with hyphens")]
    NotKebabCase {
        /// The field.
        field: &'static str,
        /// The word.
        word: String,
    },
    /// Not a day of the calendar, or not written as one.
    #[error("{field}: \"{text}\" is no day")]
    NotADay {
        /// The field.
        field: &'static str,
        /// The text.
        text: String,
    },
    /// A day outside the years 1900 to 2200.
    #[error("{field}: {day} is outside the years 1900 to 2200")]
    OutsideCalendar {
        /// The field.
        field: &'static str,
        /// The day.
        day: NaiveDate,
    },
    /// The last day is before the first.
    #[error("valid_until {valid_until} is before valid_from {valid_from}")]
    UntilBeforeFrom {
        /// First day.
        valid_from: NaiveDate,
        /// Last day.
        valid_until: NaiveDate,
    },
    /// Neither a value nor a hole.
    #[error("neither a value nor a hole")]
    NoValue,
    /// Both.
    #[error("a hole has a value")]
    HoleWithValue,
    /// A hole does not say why there is no value.
    #[error("a hole has no note")]
    HoleWithoutNote,
    /// What was not read in its source does not say why it is here.
    #[error("an unverified value has no note")]
    UnverifiedWithoutNote,
    /// An amount is not a number, or would print otherwise than it is written.
    #[error("the value \"{value}\" does not print back as written")]
    NotAsWritten {
        /// As written.
        value: String,
        /// As it would print; none: not a number.
        prints: Option<String>,
    },
    /// No value of the law is negative.
    #[error("the value {value} is negative")]
    Negative {
        /// The value.
        value: String,
    },
    /// A value without a source.
    #[error("a value has no source")]
    WithoutSource,
    /// A value cannot have been read in no source.
    #[error("a value is verified without a source")]
    VerifiedWithoutSource,
    /// Days between two values have neither value nor hole.
    #[error("case \"{case}\" has neither value nor hole from {from} until {until}")]
    Gap {
        /// The case.
        case: String,
        /// First day without.
        from: NaiveDate,
        /// Last day without.
        until: NaiveDate,
    },
    /// Two values hold on the same day.
    #[error("case \"{case}\" has two values on {from}")]
    Overlap {
        /// The case.
        case: String,
        /// First day with both.
        from: NaiveDate,
    },
    /// A case has no values.
    #[error("case \"{case}\" has no values")]
    CaseWithoutValues {
        /// The case.
        case: String,
    },
    /// The way of counting needs values, and there are none.
    #[error("its way of counting needs values, and it has no case")]
    NoCases,
    /// Two cases have the same name.
    #[error("two cases are named \"{case}\"")]
    DuplicateCase {
        /// The name.
        case: String,
    },
    /// Nobody has any age of the case.
    #[error("case \"{case}\" is for no age")]
    NoAge {
        /// The case.
        case: String,
    },
    /// Two cases apply to the same age and item.
    #[error("cases \"{case}\" and \"{other}\" apply to the same person")]
    CasesOverlap {
        /// The case.
        case: String,
        /// The case before it.
        other: String,
    },
}
