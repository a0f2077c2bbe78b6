//! Amounts of money, by a strict grammar.
//!
//! No library reads numbers here: `rust_decimal` takes `1E+11`, `1_000` and `+5` for numbers.

use domain::{FindingCode, Ore};
use serde::{Deserialize, Serialize};

use super::{Flaw, Origin};

/// How amounts are written. A minus before the digits, `-` or U+2212, is always understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AmountForm {
    /// `,` or `.`
    pub decimal_sign: char,
    /// Signs that may stand between groups of three digits.
    #[serde(default)]
    pub thousands_signs: Vec<char>,
    /// What marks an amount below zero, besides a minus before the digits.
    #[serde(default)]
    pub minus: Vec<MinusStyle>,
}

/// An unusual mark of an amount below zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MinusStyle {
    /// `1 200,00-`
    Trailing,
    /// `(1 200,00)`
    Parentheses,
}

/// Digits allowed before the decimal sign.
const WHOLE_DIGITS: u32 = 12;

/// The largest amount in whole kronor, as the text of [`FindingCode::AmountTooLarge`] shows it.
const LIMIT: &str = "999999999999";

/// Why a text is no amount by the grammar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    NotANumber,
    FractionOfOre,
    TooLarge,
}

/// The amount in kronor of a typed text, as Swedish people write it: `21 670,00`, `21670`, `21670.50`;
/// none where it is none.
#[must_use]
pub fn kronor_of(text: &str) -> Option<Ore> {
    read_kronor(text).ok()
}

/// As [`kronor_of`], with what is wrong.
pub(crate) fn read_kronor(text: &str) -> Result<Ore, Flaw> {
    let form = AmountForm {
        decimal_sign: ',',
        thousands_signs: vec![' ', '\u{A0}', '\u{202F}'],
        minus: Vec::new(),
    };
    read_amount(text.trim(), &form, Origin::Typed)
}

/// Reads an amount in kronor. The text is trimmed and not empty.
///
/// A typed correction may also be written plainly: digits with comma or full stop before one or two
/// decimals.
pub(crate) fn read_amount(text: &str, form: &AmountForm, origin: Origin) -> Result<Ore, Flaw> {
    let (negative, body) = without_minus(text, &form.minus);
    let size = match unsigned(body, form.decimal_sign, &form.thousands_signs) {
        Err(Fault::NotANumber) if origin == Origin::Typed => plain(body).ok_or(Fault::NotANumber),
        read => read,
    };
    match size {
        Ok(size) => Ok(Ore(if negative { -size } else { size })),
        Err(fault) => Err(flaw(fault, text, form)),
    }
}

fn without_minus<'t>(text: &'t str, styles: &[MinusStyle]) -> (bool, &'t str) {
    if let Some(body) = text.strip_prefix(['-', '\u{2212}']) {
        return (true, body);
    }
    for style in styles {
        let body = match style {
            MinusStyle::Trailing => text.strip_suffix(['-', '\u{2212}']),
            MinusStyle::Parentheses => text.strip_prefix('(').and_then(|t| t.strip_suffix(')')),
        };
        if let Some(body) = body {
            return (true, body);
        }
    }
    (false, text)
}

/// Digits in öre: groups of three if there is a thousands sign at all, then one or two decimals.
fn unsigned(text: &str, decimal_sign: char, thousands_signs: &[char]) -> Result<i64, Fault> {
    let (mut value, mut whole, mut decimals) = (0_i64, 0_u32, None);
    let mut in_group = None;
    let mut fault = None;
    for letter in text.chars() {
        if let Some(digit) = letter.to_digit(10) {
            match (&mut decimals, &mut in_group) {
                (Some(count), _) => *count += 1,
                (None, Some(count)) => *count += 1,
                (None, None) => {}
            }
            whole += u32::from(decimals.is_none());
            if whole > WHOLE_DIGITS {
                fault = Some(Fault::TooLarge);
            } else if decimals > Some(2) {
                fault = fault.or(Some(Fault::FractionOfOre));
            } else {
                value = value * 10 + i64::from(digit);
            }
        } else if letter == decimal_sign && decimals.is_none() && whole > 0 {
            decimals = Some(0);
        } else if thousands_signs.contains(&letter)
            && decimals.is_none()
            && (in_group == Some(3) || (in_group.is_none() && (1..=3).contains(&whole)))
        {
            in_group = Some(0);
            continue;
        } else {
            return Err(Fault::NotANumber);
        }
        if decimals.is_some() && in_group.is_some_and(|count| count != 3) {
            return Err(Fault::NotANumber);
        }
    }
    if whole == 0 || decimals == Some(0) || in_group.is_some_and(|count| count != 3) {
        return Err(Fault::NotANumber);
    }
    match (fault, decimals) {
        (Some(fault), _) => Err(fault),
        (None, None) => Ok(value * 100),
        (None, Some(1)) => Ok(value * 10),
        (None, Some(_)) => Ok(value),
    }
}

/// Digits with comma or full stop before one or two decimals, in öre.
fn plain(text: &str) -> Option<i64> {
    [',', '.'].into_iter().find_map(|sign| unsigned(text, sign, &[' ', '\u{A0}', '\u{202F}']).ok())
}

fn flaw(fault: Fault, text: &str, form: &AmountForm) -> Flaw {
    match fault {
        Fault::TooLarge => Flaw::new(FindingCode::AmountTooLarge).with("limit", LIMIT),
        Fault::FractionOfOre => Flaw::new(FindingCode::AmountFractionOfOre).quoting(text),
        Fault::NotANumber => Flaw::new(not_a_number(text, form)).quoting(text),
    }
}

/// The likeliest cause of a text that is no number.
fn not_a_number(text: &str, form: &AmountForm) -> FindingCode {
    let digits_and_signs = text.chars().all(|letter| {
        letter.is_ascii_digit() || letter.is_whitespace() || ",.-\u{2212}()'".contains(letter)
    });
    let declared = |sign: char| form.thousands_signs.contains(&sign);
    if text.contains(',') && text.contains('.') && digits_and_signs {
        return if declared(',') || declared('.') {
            FindingCode::AmountNotANumber
        } else {
            FindingCode::AmountAmbiguous
        };
    }
    if super::identity::is_scientific(text) {
        return FindingCode::ScientificNotation;
    }
    FindingCode::AmountNotANumber
}

#[cfg(test)]
mod tests {
    use super::*;
    use FindingCode as C;
    use proptest::prelude::*;

    fn swedish() -> AmountForm {
        AmountForm {
            decimal_sign: ',',
            thousands_signs: vec!['\u{A0}', '\u{202F}', ' '],
            minus: vec![],
        }
    }

    fn list(text: &str, form: &AmountForm) -> Result<i64, FindingCode> {
        read_amount(text, form, Origin::List).map(|ore| ore.0).map_err(|flaw| flaw.code)
    }

    #[test]
    fn reads_what_the_form_declares() {
        let form = swedish();
        for (text, ore) in [
            ("0", 0),
            ("5", 500),
            ("5,5", 550),
            ("16\u{A0}800,00", 1_680_000),
            ("1\u{202F}234\u{202F}567,89", 123_456_789),
            ("16 800,00", 1_680_000),
            ("16800,00", 1_680_000),
            ("-12 000,00", -1_200_000),
            ("\u{2212}12 000,00", -1_200_000),
            ("999999999999,99", 99_999_999_999_999),
        ] {
            assert_eq!(list(text, &form), Ok(ore), "{text}");
        }
    }

    #[test]
    fn refuses_what_a_library_would_take() {
        let form = swedish();
        for (text, code) in [
            ("1E+11", C::ScientificNotation),
            ("1,99001E+11", C::ScientificNotation),
            ("1_000", C::AmountNotANumber),
            ("+5", C::AmountNotANumber),
            ("5.", C::AmountNotANumber),
            ("5,", C::AmountNotANumber),
            (",5", C::AmountNotANumber),
            ("--5", C::AmountNotANumber),
            ("- 5", C::AmountNotANumber),
            ("-", C::AmountNotANumber),
            ("9 0O0,00", C::AmountNotANumber),
            ("1 68,00", C::AmountNotANumber),
            ("1680 000", C::AmountNotANumber),
            ("1  680", C::AmountNotANumber),
            ("16 800,0 0", C::AmountNotANumber),
            ("97429.65", C::AmountNotANumber),
            ("16'800,00", C::AmountNotANumber),
            ("5,00-", C::AmountNotANumber),
            ("(5,00)", C::AmountNotANumber),
            ("97,429.65", C::AmountAmbiguous),
            ("97.429,65", C::AmountAmbiguous),
            ("1,005", C::AmountFractionOfOre),
            ("5,000", C::AmountFractionOfOre),
            ("1000000000000", C::AmountTooLarge),
            ("99999999999999999999999999", C::AmountTooLarge),
            ("١٢", C::AmountNotANumber),
        ] {
            assert_eq!(list(text, &form), Err(code), "{text}");
        }
    }

    #[test]
    fn a_declared_thousands_sign_makes_comma_and_point_clear() {
        let form = AmountForm { thousands_signs: vec!['.'], ..swedish() };
        assert_eq!(list("97.429,65", &form), Ok(9_742_965));
        assert_eq!(list("1.234", &form), Ok(123_400));
        assert_eq!(list("97,429.65", &form), Err(C::AmountNotANumber));
        let english = AmountForm { decimal_sign: '.', thousands_signs: vec![','], minus: vec![] };
        assert_eq!(list("97,429.65", &english), Ok(9_742_965));
    }

    #[test]
    fn unusual_minus_only_where_declared() {
        let form =
            AmountForm { minus: vec![MinusStyle::Trailing, MinusStyle::Parentheses], ..swedish() };
        for text in ["1 200,00-", "(1 200,00)", "1 200,00\u{2212}", "-1 200,00"] {
            assert_eq!(list(text, &form), Ok(-120_000), "{text}");
        }
        for text in ["-1 200,00-", "(1 200,00", "(-1 200,00)", "()"] {
            assert_eq!(list(text, &form), Err(C::AmountNotANumber), "{text}");
        }
    }

    #[test]
    fn a_correction_may_be_plain() {
        let form = AmountForm { thousands_signs: vec!['.'], ..swedish() };
        let typed = |text| read_amount(text, &form, Origin::Typed).map(|ore| ore.0).ok();
        assert_eq!(typed("97429.65"), Some(9_742_965));
        assert_eq!(typed("97 429,65"), Some(9_742_965));
        assert_eq!(typed("-97429,65"), Some(-9_742_965));
        assert_eq!(typed("1.234"), Some(123_400), "the profile's own form comes first");
        assert_eq!(typed("97,429.65"), None);
        assert_eq!(typed("97429.655"), None);
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC{0,24}") {
            let _ = list(&text, &swedish());
        }

        #[test]
        fn every_amount_reads_back(ore in -99_999_999_999_999_i64..=99_999_999_999_999) {
            let written = Ore(ore).to_string().replace('.', ",");
            prop_assert_eq!(list(&written, &swedish()), Ok(ore));
        }

        #[test]
        fn grouping_changes_nothing(ore in 0_i64..=99_999_999_999_999) {
            let plain = Ore(ore).to_string();
            let (whole, decimals) = plain.split_once('.').unwrap();
            let mut grouped = String::new();
            for (place, digit) in whole.chars().enumerate() {
                if place > 0 && (whole.len() - place).is_multiple_of(3) {
                    grouped.push('\u{A0}');
                }
                grouped.push(digit);
            }
            prop_assert_eq!(list(&format!("{grouped},{decimals}"), &swedish()), Ok(ore));
        }
    }
}
