//! Personnummer and samordningsnummer (folkbokföringslagen 1991:481 18 §, lag 2022:1697).

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::signs::{code_point, odd_sign, with_plain_signs};
use super::{digits, modulus_10};

/// A personnummer of twelve digits with a right check digit and a possible date.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonalNumber(u64);

/// A samordningsnummer of twelve digits: as a personnummer, with 60 added to the day.
///
/// Day 60 (00 + 60) and month 00 stand for a day and a month of birth that nobody knows; Skatteverket
/// gives such numbers out, so that the date part is no date.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CoordinationNumber(u64);

/// Either of the two numbers that the population register gives a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum NationalNumber {
    /// Personnummer.
    Personal(PersonalNumber),
    /// Samordningsnummer.
    Coordination(CoordinationNumber),
}

/// How the century of a number became known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Century {
    /// Written out, or given by the separator and the reference year.
    Certain,
    /// Ten digits without separator: the latest year that has begun was assumed.
    Guessed,
}

/// Why a text is no personal or coordination number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberFault {
    /// Neither of the forms `YYYYMMDDNNNN`, `YYYYMMDD-NNNN`, `YYMMDD-NNNN`, `YYMMDD+NNNN`, `YYMMDDNNNN`.
    #[error("not in a known form")]
    Form,
    /// A spreadsheet has turned it into scientific notation.
    #[error("scientific notation")]
    ScientificNotation,
    /// A sign among the digits that no number is written with.
    #[error("the sign {}", code_point(*.0))]
    Sign(char),
    /// The month is not 1 to 12, nor 0 in a coordination number.
    #[error("no such month")]
    Month,
    /// The month does not have that day.
    #[error("no such day")]
    Day,
    /// The check digit is wrong.
    #[error("wrong check digit")]
    CheckDigit,
}

impl NumberFault {
    /// The sign that is wrong (`U+2013`), where that is the fault, else `none`.
    #[must_use]
    pub fn sign(self) -> String {
        match self {
            NumberFault::Sign(sign) => code_point(sign),
            _ => "none".to_owned(),
        }
    }
}

impl NationalNumber {
    /// Reads a number in any of its written forms, whatever dash or blank stands for its hyphen.
    ///
    /// `reference` decides the century of ten-digit forms: with a hyphen (or nothing) the latest
    /// year that is not after the reference year; with a plus sign a hundred years earlier, since
    /// the plus sign is used from the year a person turns 100.
    ///
    /// # Errors
    /// The first fault in the order form, sign, month, day, check digit.
    pub fn parse(
        text: &str,
        reference: NaiveDate,
    ) -> Result<(NationalNumber, Century), NumberFault> {
        let text = text.trim();
        if is_scientific(text) {
            return Err(NumberFault::ScientificNotation);
        }
        let read = twelve_digits(text, reference)
            .or_else(|| twelve_digits(&with_plain_signs(text), reference));
        let (all, century) = read.ok_or_else(|| match odd_sign(text, &['+']) {
            Some(sign) => NumberFault::Sign(sign),
            None => NumberFault::Form,
        })?;
        let number = NationalNumber::from_digits(all)?;
        Ok((number, century))
    }

    /// Reads the stored form of twelve digits.
    ///
    /// # Errors
    /// As [`NationalNumber::parse`].
    pub fn from_stored(text: &str) -> Result<NationalNumber, NumberFault> {
        NationalNumber::from_digits(digits(text).ok_or(NumberFault::Form)?)
    }

    /// Whether twelve digits are a number, or ten with a century before them.
    #[must_use]
    pub fn is_one(text: &str) -> bool {
        match text.len() {
            10 => ["18", "19", "20"]
                .iter()
                .any(|century| NationalNumber::from_stored(&format!("{century}{text}")).is_ok()),
            _ => NationalNumber::from_stored(text).is_ok(),
        }
    }

    fn from_digits(all: [u8; 12]) -> Result<NationalNumber, NumberFault> {
        let pair = |at: usize| u32::from(all[at]) * 10 + u32::from(all[at + 1]);
        let year = i32::try_from(pair(0) * 100 + pair(2)).map_err(|_| NumberFault::Form)?;
        let (month, written_day) = (pair(4), pair(6));
        let coordination = written_day >= 60;
        let day = if coordination { written_day - 60 } else { written_day };
        if month > 12 || (month == 0 && !coordination) {
            return Err(NumberFault::Month);
        }
        // An unknown month may be any, and every month has a first day.
        let unknown =
            |part: u32, instead: u32| if coordination && part == 0 { instead } else { part };
        NaiveDate::from_ymd_opt(year, unknown(month, 1), unknown(day, 1))
            .ok_or(NumberFault::Day)?;
        if !modulus_10(all[2..].iter().copied()) {
            return Err(NumberFault::CheckDigit);
        }
        let value = all.iter().fold(0, |value, digit| value * 10 + u64::from(*digit));
        Ok(if coordination {
            NationalNumber::Coordination(CoordinationNumber(value))
        } else {
            NationalNumber::Personal(PersonalNumber(value))
        })
    }

    /// The twelve digits as one value.
    #[must_use]
    pub fn value(self) -> u64 {
        match self {
            NationalNumber::Personal(number) => number.0,
            NationalNumber::Coordination(number) => number.0,
        }
    }

    /// The birth date that it states; none where a coordination number leaves month or day open.
    #[must_use]
    pub fn birth_date(self) -> Option<NaiveDate> {
        let day = self.value() / 10_000;
        let (year, month, day) = (day / 10_000, day / 100 % 100, day % 100);
        let day = if day > 60 { day - 60 } else { day };
        let whole = |part: u64| u32::try_from(part).ok();
        NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, whole(month)?, whole(day)?)
    }

    /// Whether the number belongs to Skatteverket's official test numbers or follows their pattern
    /// (birth number 238, 239 or 980–982), so that it may stand in samples and tests.
    #[must_use]
    pub fn is_official_test(self) -> bool {
        matches!(self.value() / 10 % 1000, 238 | 239 | 980..=982)
    }
}

/// `1,99001E+11` and its kin: digits, perhaps a decimal sign, then an exponent.
fn is_scientific(text: &str) -> bool {
    let upper = text.to_ascii_uppercase();
    let Some((mantissa, exponent)) = upper.split_once('E') else { return false };
    let digit_or = |text: &str, others: &[char]| {
        !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || others.contains(&c))
    };
    digit_or(mantissa, &[',', '.']) && digit_or(exponent, &['+', '-'])
}

fn twelve_digits(text: &str, reference: NaiveDate) -> Option<([u8; 12], Century)> {
    if let Some(all) = digits::<12>(text) {
        return Some((all, Century::Certain));
    }
    let (front, separator, back) = match text.len() {
        13 if matches!(text.as_bytes()[8], b'-' | b' ') => (text.get(..8)?, '-', text.get(9..)?),
        11 if text.as_bytes()[6] == b'-' => (text.get(..6)?, '-', text.get(7..)?),
        11 if text.as_bytes()[6] == b' ' => (text.get(..6)?, ' ', text.get(7..)?),
        11 if text.as_bytes()[6] == b'+' => (text.get(..6)?, '+', text.get(7..)?),
        10 => (text.get(..6)?, ' ', text.get(6..)?),
        _ => return None,
    };
    if front.len() == 8 {
        return Some((digits(&format!("{front}{back}"))?, Century::Certain));
    }
    let short = digits::<2>(front.get(..2)?)?;
    let two = i32::from(short[0]) * 10 + i32::from(short[1]);
    let base = reference.year() - if separator == '+' { 100 } else { 0 };
    let year = base - (base - two).rem_euclid(100);
    let all = digits(&format!("{:02}{front}{back}", year / 100))?;
    Some((all, if separator == ' ' { Century::Guessed } else { Century::Certain }))
}

impl TryFrom<String> for NationalNumber {
    type Error = NumberFault;

    fn try_from(text: String) -> Result<NationalNumber, NumberFault> {
        NationalNumber::from_stored(&text)
    }
}

impl From<NationalNumber> for String {
    fn from(number: NationalNumber) -> String {
        number.to_string()
    }
}

impl fmt::Display for NationalNumber {
    /// Twelve digits without separator: the stored form.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:012}", self.value())
    }
}

impl fmt::Debug for PersonalNumber {
    /// Hides the digits: debug output ends up in logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PersonalNumber(…)")
    }
}

impl fmt::Debug for CoordinationNumber {
    /// Hides the digits: debug output ends up in logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CoordinationNumber(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::super::signs::DASHES;
    use super::*;
    use proptest::prelude::*;

    fn parse(text: &str) -> Result<(String, Century), NumberFault> {
        let reference = "2026-10-30".parse().unwrap();
        NationalNumber::parse(text, reference)
            .map(|(number, century)| (number.to_string(), century))
    }

    #[test]
    fn reads_every_written_form() {
        let certain = |text: &str| Ok((text.to_owned(), Century::Certain));
        assert_eq!(parse("201701012393"), certain("201701012393"));
        assert_eq!(parse("20170101-2393"), certain("201701012393"));
        assert_eq!(parse("170101-2393"), certain("201701012393"));
        assert_eq!(parse("070401+9801"), certain("190704019801"));
        assert_eq!(parse("010821+9817"), certain("190108219817"));
        assert_eq!(parse(" 900101-2385 "), certain("199001012385"));
        assert_eq!(parse("1701012393"), Ok(("201701012393".into(), Century::Guessed)));
    }

    #[test]
    fn tells_the_two_numbers_apart() {
        let reference = "2026-10-30".parse().unwrap();
        let kind = |text| NationalNumber::parse(text, reference).unwrap().0;
        assert!(matches!(kind("202201612393"), NationalNumber::Coordination(_)));
        assert!(matches!(kind("202402292383"), NationalNumber::Personal(_)));
        // Skatteverket's own example of a samordningsnummer (SKV M 2010:3).
        assert!(matches!(kind("701063-2391"), NationalNumber::Coordination(_)));
    }

    #[test]
    fn names_the_fault() {
        assert_eq!(parse("201701012394"), Err(NumberFault::CheckDigit));
        assert_eq!(parse("20081301-2390"), Err(NumberFault::Month));
        assert_eq!(parse("20230229-2383"), Err(NumberFault::Day));
        assert_eq!(parse("20170160-2393"), Err(NumberFault::CheckDigit));
        assert_eq!(parse("20170001-2393"), Err(NumberFault::Month));
        assert_eq!(parse("20171360-2393"), Err(NumberFault::Month));
        assert_eq!(parse("20170292-2393"), Err(NumberFault::Day));
        assert_eq!(parse("20170100-2393"), Err(NumberFault::Day));
        assert_eq!(parse("1,99001E+11"), Err(NumberFault::ScientificNotation));
        assert_eq!(parse("1.99001e11"), Err(NumberFault::ScientificNotation));
        for text in ["", "2017", "20170101-239", "1701012-393", "åäö", "+1701012393"] {
            assert_eq!(parse(text), Err(NumberFault::Form), "{text}");
        }
        for (text, sign) in [("20170101_2393", '_'), ("２0170101-2393", '２')] {
            assert_eq!(parse(text), Err(NumberFault::Sign(sign)), "{text}");
        }
        assert_eq!(NumberFault::Sign('２').to_string(), "the sign U+FF12");
    }

    #[test]
    fn a_day_and_a_month_of_birth_may_be_unknown() {
        // Test numbers as Skatteverket publishes them: day 60, and month 00.
        for (text, stored) in [
            ("19171160-2399", "191711602399"),
            ("171160+2399", "191711602399"),
            ("191500722390", "191500722390"),
        ] {
            let (number, _) = NationalNumber::parse(text, "2026-10-30".parse().unwrap()).unwrap();
            assert!(matches!(number, NationalNumber::Coordination(_)), "{text}");
            assert_eq!(number.to_string(), stored);
            assert_eq!(NationalNumber::from_stored(stored), Ok(number));
        }
    }

    #[test]
    fn any_dash_or_blank_stands_for_the_hyphen() {
        for dash in DASHES.iter().map(char::to_string).chain([" - ".into(), "\u{ad}".into()]) {
            let text = format!("20170101{dash}2393");
            assert_eq!(parse(&text), Ok(("201701012393".into(), Century::Certain)), "{text:?}");
        }
        for blank in [" ", "\u{a0}", "\u{2009}", "\u{202f}", "\u{200b}"] {
            let long = format!("20170101{blank}2393");
            assert_eq!(parse(&long).unwrap().0, "201701012393", "{long:?}");
            let short = format!("170101{blank}2393");
            assert_eq!(parse(&short), Ok(("201701012393".into(), Century::Guessed)), "{short:?}");
        }
        assert_eq!(parse("070401 + 9801"), Ok(("190704019801".into(), Century::Certain)));
    }

    #[test]
    fn the_reference_year_decides_the_century() {
        let on = |text: &str, day: &str| {
            NationalNumber::parse(text, day.parse().unwrap()).map(|(n, _)| n.to_string())
        };
        assert_eq!(on("170101-2393", "2016-12-31").unwrap(), "191701012393");
        assert_eq!(on("170101-2393", "2017-01-01").unwrap(), "201701012393");
    }

    #[test]
    fn debug_hides_the_digits() {
        let number = NationalNumber::from_stored("201701012393").unwrap();
        assert!(!format!("{number:?}").contains("2393"));
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC{0,16}") {
            let _ = parse(&text);
        }

        #[test]
        fn stored_form_reads_back(text in "(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])[0-9]{4}") {
            if let Ok((stored, _)) = parse(&text) {
                prop_assert_eq!(NationalNumber::from_stored(&stored).unwrap().to_string(), text);
            }
        }
    }
}
