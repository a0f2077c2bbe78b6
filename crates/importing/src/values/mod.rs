//! Texts of single cells to values, by the forms that a profile declares.

mod amount;
mod date;
mod destroyed;
mod identity;
pub(crate) mod in_sheet;

use std::borrow::Cow;

use domain::FindingCode;
use domain::identity::{DossierNumber, NationalNumber};

pub use amount::{AmountForm, MinusStyle, kronor_of};
pub(crate) use amount::{read_amount, read_kronor};
pub use date::{DateForm, NotADateForm};
pub(crate) use date::{read_date, read_plain_date};
pub(crate) use destroyed::destroyed_at;
pub(crate) use identity::{read_dossier_number, read_national_number};

/// What is wrong with one text, before it is known which field it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Flaw {
    pub(crate) code: FindingCode,
    pub(crate) values: Vec<(String, String)>,
}

impl Flaw {
    pub(crate) fn new(code: FindingCode) -> Flaw {
        Flaw { code, values: Vec::new() }
    }

    pub(crate) fn with(mut self, name: &str, value: impl ToString) -> Flaw {
        self.values.push((name.to_owned(), value.to_string()));
        self
    }

    /// With the text itself, unless it might be a name or an identity number.
    pub(crate) fn quoting(self, text: &str) -> Flaw {
        self.with("text", quotable(text))
    }
}

/// Whether the text was written by a human who corrects, or by the program that made the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// A cell: only the forms that the profile declares.
    List,
    /// A correction: also the plain forms, where these are unambiguous.
    Typed,
}

/// The text without white space at its ends; U+00A0, U+202F and U+FEFF count as such.
pub(crate) fn trimmed(text: &str) -> &str {
    let bytes = text.as_bytes();
    match (bytes.first(), bytes.last()) {
        (Some(b'!'..=b'~'), Some(b'!'..=b'~')) | (None, _) => text,
        _ => text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{FEFF}'),
    }
}

/// Whether the text holds letters that were lost before or while it was decoded.
pub(crate) fn has_lost_letters(text: &str) -> bool {
    !text.is_ascii() && text.contains('\u{FFFD}')
}

/// The text if it can be shown in a finding, else an ellipsis.
///
/// A profile that takes the wrong column would otherwise put names and identity numbers into
/// findings, which may end up in a log.
pub(crate) fn quotable(text: &str) -> Cow<'_, str> {
    const WITHHELD: &str = "…";
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    let a_date = text.len() == 8 && (text.starts_with("19") || text.starts_with("20"));
    let reference = chrono::NaiveDate::default();
    let dossier = !a_date && DossierNumber::parse(text).is_ok();
    // Also a number with a wrong digit is somebody's.
    let national = matches!(digits, 10 | 12) && !text.contains([',', '.', ' ', '\u{A0}'])
        || NationalNumber::parse(text, reference).is_ok();
    if letters > digits || letters > 3 || text.len() > 40 || dossier || national {
        return Cow::Borrowed(WITHHELD);
    }
    Cow::Borrowed(text)
}

/// The errors that spreadsheets put in place of values, in English and in Swedish.
const ERRORS: [&str; 18] = [
    "#REF!",
    "#N/A",
    "#VALUE!",
    "#NAME?",
    "#DIV/0!",
    "#NUM!",
    "#NULL!",
    "#SPILL!",
    "#CALC!",
    "#REFERENS!",
    "#SAKNAS!",
    "#V\u{c4}RDEFEL!",
    "#NAMN?",
    "#DIVISION/0!",
    "#OGILTIGT!",
    "#SK\u{c4}RNING!",
    "#SPILL",
    "#GETTING_DATA",
];

/// The error that a spreadsheet has put in place of a value.
pub(crate) fn cell_error(text: &str) -> Option<Flaw> {
    let error = text.starts_with('#') && ERRORS.contains(&text.to_uppercase().as_str());
    error.then(|| Flaw::new(FindingCode::CellError).with("text", text))
}

/// A whole number of days.
pub(crate) fn read_days(text: &str) -> Result<u32, Flaw> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    // Five digits are more days than anybody lives.
    match text.parse() {
        Ok(days) if digits && text.len() <= 5 => Ok(days),
        _ => Err(Flaw::new(FindingCode::DaysNotANumber).quoting(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_of_every_kind_is_trimmed() {
        for text in ["a b", " a b\t", "\u{A0}a b\u{202F}", "\u{FEFF}a b", "a b\r\n"] {
            assert_eq!(trimmed(text), "a b");
        }
        assert_eq!(trimmed("\u{A0} \u{FEFF}"), "");
    }

    #[test]
    fn findings_never_quote_names_or_numbers() {
        for text in [
            "Testsson",
            "Al",
            "20170101-2393",
            "201701012393",
            "20170101-2394",
            "070401+9801",
            "99-000011",
            "99000011",
            "=HYPERLINK(1)",
        ] {
            assert_eq!(quotable(text), "…", "{text}");
        }
        for text in ["9 0O0,00", "97,429.65", "2026-02-30", "20260230", "1,99001E+11", "12345,678"]
        {
            assert_eq!(quotable(text), text);
        }
    }

    #[test]
    fn days_are_whole_numbers() {
        assert_eq!(read_days("28"), Ok(28));
        assert_eq!(read_days("0"), Ok(0));
        for text in ["28,0", "-1", "+5", "1e2", "123456", "x"] {
            assert_eq!(read_days(text).unwrap_err().code, FindingCode::DaysNotANumber, "{text}");
        }
    }
}
