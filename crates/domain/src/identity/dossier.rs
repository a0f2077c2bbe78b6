//! Dossiernummer: Migrationsverket's own number for a person, also called individnummer.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::digits;
use super::signs::{code_point, odd_sign, with_plain_signs};

/// Eight digits, written `XX-XXXXXX`. No check digit is known, so none is tested.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DossierNumber(u32);

/// Why a text is no dossier number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DossierFault {
    /// Seven digits or fewer without separator: a spreadsheet has probably eaten leading zeros.
    #[error("lost leading zeros, {found} digits of 8")]
    LeadingZeroLost {
        /// Digits found.
        found: usize,
    },
    /// A sign among the digits that no number is written with.
    #[error("the sign {}", code_point(*.0))]
    Sign(char),
    /// Not eight digits, with or without hyphen or space after the second.
    #[error("not in a known form")]
    Form,
}

impl DossierFault {
    /// The sign that is wrong (`U+2013`), where that is the fault, else `none`.
    #[must_use]
    pub fn sign(self) -> String {
        match self {
            DossierFault::Sign(sign) => code_point(sign),
            _ => "none".to_owned(),
        }
    }
}

impl DossierNumber {
    /// Reads eight digits with or without a hyphen or space (of whatever kind) after the second, and
    /// drops the card number `/n` of an LMA card.
    ///
    /// # Errors
    /// [`DossierFault`]; zeros are never filled in silently.
    pub fn parse(text: &str) -> Result<DossierNumber, DossierFault> {
        // The stored form, which matching reads by the hundred thousand.
        if let Some(all) = digits::<8>(text) {
            return Ok(DossierNumber::of_digits(all));
        }
        // The form in which lists have it, which reading meets by the million.
        if let [a, b, b'-', rest @ ..] = text.as_bytes()
            && let Ok(rest) = <[u8; 6]>::try_from(rest)
        {
            let all = [*a, *b, rest[0], rest[1], rest[2], rest[3], rest[4], rest[5]];
            if all.iter().all(u8::is_ascii_digit) {
                return Ok(DossierNumber::of_digits(all.map(|digit| digit - b'0')));
            }
        }
        let written = text;
        let plain = with_plain_signs(text);
        let text = plain.trim();
        let number = match text.split_once('/') {
            Some((number, card))
                if !card.trim().is_empty() && card.trim().bytes().all(|b| b.is_ascii_digit()) =>
            {
                number
            }
            Some(_) => return Err(DossierFault::Form),
            None => text,
        };
        let number = number.trim_end();
        let bytes = number.as_bytes();
        let plain = if bytes.len() == 9 && matches!(bytes[2], b'-' | b' ') {
            format!("{}{}", &number[..2], &number[3..])
        } else {
            number.to_owned()
        };
        if let Some(all) = digits::<8>(&plain) {
            return Ok(DossierNumber::of_digits(all));
        }
        let only_digits = !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_digit());
        if only_digits && (4..8).contains(&plain.len()) {
            return Err(DossierFault::LeadingZeroLost { found: plain.len() });
        }
        Err(odd_sign(written, &['/']).map_or(DossierFault::Form, DossierFault::Sign))
    }

    fn of_digits(all: [u8; 8]) -> DossierNumber {
        DossierNumber(all.iter().fold(0, |value, digit| value * 10 + u32::from(*digit)))
    }

    /// The number as people write it: `99-000011`.
    #[must_use]
    pub fn hyphenated(self) -> String {
        format!("{:02}-{:06}", self.0 / 1_000_000, self.0 % 1_000_000)
    }

    /// The eight digits as one value.
    #[must_use]
    pub fn value(self) -> u32 {
        self.0
    }

    /// The number made of these eight digits as a value, or nothing above eight digits.
    #[must_use]
    pub fn from_value(value: u32) -> Option<DossierNumber> {
        (value < 100_000_000).then_some(DossierNumber(value))
    }
}

impl TryFrom<String> for DossierNumber {
    type Error = DossierFault;

    fn try_from(text: String) -> Result<DossierNumber, DossierFault> {
        DossierNumber::parse(&text)
    }
}

impl From<DossierNumber> for String {
    fn from(number: DossierNumber) -> String {
        number.to_string()
    }
}

impl fmt::Display for DossierNumber {
    /// Eight digits without separator: the stored form.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08}", self.0)
    }
}

impl fmt::Debug for DossierNumber {
    /// Hides the digits: debug output ends up in logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DossierNumber(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::super::signs::DASHES;
    use super::*;

    #[test]
    fn reads_the_written_forms() {
        for text in ["00-000136", "00000136", "00 000136", " 00-000136 ", "00-000136/2"] {
            let number = DossierNumber::parse(text).unwrap();
            assert_eq!(number.to_string(), "00000136", "{text}");
            assert_eq!(number.hyphenated(), "00-000136");
        }
    }

    #[test]
    fn any_dash_or_blank_stands_for_the_hyphen() {
        let dashes = DASHES.iter().map(char::to_string);
        for sign in dashes.chain(["\u{a0}", "\u{2009}", "\u{ad}", " - "].map(str::to_owned)) {
            let text = format!("00{sign}000136");
            let read = DossierNumber::parse(&text).map(DossierNumber::hyphenated);
            assert_eq!(read, Ok("00-000136".to_owned()), "{text:?}");
        }
        assert_eq!(DossierNumber::parse("00_000136"), Err(DossierFault::Sign('_')));
        assert_eq!(DossierNumber::parse("00-00013６"), Err(DossierFault::Sign('６')));
    }

    #[test]
    fn never_pads_silently() {
        assert_eq!(
            DossierNumber::parse("0000136"),
            Err(DossierFault::LeadingZeroLost { found: 7 })
        );
        for text in
            ["", "1", "123456789", "99/000011", "99-00001", "9-9000011", "åå-000011", "99-000011/"]
        {
            assert_eq!(DossierNumber::parse(text), Err(DossierFault::Form), "{text}");
        }
    }
}
