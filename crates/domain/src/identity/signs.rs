//! The signs that stand among the digits of a number, as word processors, mail programs and web pages
//! put them there.

use std::borrow::Cow;

use crate::spelling::{is_dash, is_invisible};

/// The text with every dash as a hyphen, every blank as a space and what cannot be seen left out;
/// blanks beside a hyphen or a plus sign go, since nobody means anything by them.
pub(super) fn with_plain_signs(text: &str) -> Cow<'_, str> {
    if text.is_ascii() && !text.contains(' ') {
        return Cow::Borrowed(text);
    }
    let shown = text.chars().filter(|&sign| !is_invisible(sign));
    let plain: String = shown
        .map(|sign| match sign {
            sign if is_dash(sign) => '-',
            sign if sign.is_whitespace() => ' ',
            sign => sign,
        })
        .collect();
    let mut close = String::with_capacity(plain.len());
    for word in plain.split(' ').filter(|word| !word.is_empty()) {
        let joins = close.is_empty() || close.ends_with(['-', '+']) || word.starts_with(['-', '+']);
        if !joins {
            close.push(' ');
        }
        close.push_str(word);
    }
    Cow::Owned(close)
}

/// What somebody types to find a person: dashes as hyphens, nothing that cannot be seen, and one
/// number where a blank stands for its hyphen.
#[must_use]
pub fn as_typed(text: &str) -> Cow<'_, str> {
    let plain = with_plain_signs(text);
    match plain.split_once(' ') {
        Some((front, back))
            if matches!((front.len(), back.len()), (2, 6) | (6, 4) | (8, 4))
                && front.bytes().chain(back.bytes()).all(|byte| byte.is_ascii_digit()) =>
        {
            Cow::Owned(format!("{front}{back}"))
        }
        _ => plain,
    }
}

/// The first sign that is no digit, dash, blank or one of `others`; none where a letter stands in the
/// text, which is then no number at all.
pub(super) fn odd_sign(text: &str, others: &[char]) -> Option<char> {
    let known = |sign: char| {
        sign.is_ascii_digit()
            || is_dash(sign)
            || sign.is_whitespace()
            || is_invisible(sign)
            || others.contains(&sign)
    };
    if text.chars().any(char::is_alphabetic) {
        return None;
    }
    let mut digits = text.chars().filter(|sign| sign.is_numeric());
    text.chars().find(|&sign| !known(sign)).filter(|_| digits.by_ref().count() >= 6)
}

/// A sign by its number in Unicode: `U+2013`.
#[must_use]
pub fn code_point(sign: char) -> String {
    format!("U+{:04X}", u32::from(sign))
}

/// Signs that look like the hyphen.
#[cfg(test)]
pub(super) const DASHES: [char; 10] = [
    '-', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2212}', '\u{fe63}',
    '\u{ff0d}', '\u{2043}',
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_typed_with_any_sign() {
        for text in ["20170101 2393", "20170101\u{2013}2393", "20170101 - 2393", "201701012393"] {
            let typed: String = as_typed(text).chars().filter(|sign| *sign != '-').collect();
            assert_eq!(typed, "201701012393", "{text:?}");
        }
        assert_eq!(as_typed("99\u{a0}000011"), "99000011");
        assert_eq!(as_typed("åsa  al\u{2013}test"), "åsa al-test");
        for text in ["2017 7110", "åsa 2017", "99 11", "20170101 7110 åsa"] {
            assert_eq!(as_typed(text), text);
        }
    }
}
