//! How Sweden writes numbers and days: 1 234 567,89 and 2026-11-20.

use chrono::NaiveDate;
use domain::{Month, Ore};
use rust_decimal::Decimal;

/// No-break space between groups of thousands.
const GROUP: char = '\u{a0}';
/// The minus sign of print; machines get a hyphen.
const MINUS: char = '\u{2212}';

/// Kronor with two decimals, groups of three and a real minus.
#[must_use]
pub fn amount(ore: Ore) -> String {
    let size = ore.0.unsigned_abs();
    let sign = if ore.is_negative() { MINUS.to_string() } else { String::new() };
    format!("{sign}{},{:02}", grouped(&(size / 100).to_string()), size % 100)
}

/// As [`amount`], from whole öre.
#[must_use]
pub fn amount_ore(ore: i64) -> String {
    amount(Ore(ore))
}

/// A whole number in groups of three.
#[must_use]
pub fn count(number: i64) -> String {
    let sign = if number < 0 { MINUS.to_string() } else { String::new() };
    format!("{sign}{}", grouped(&number.unsigned_abs().to_string()))
}

/// A decimal number with comma, as many decimals as it has.
#[must_use]
pub fn decimal(number: Decimal) -> String {
    let text = number.abs().normalize().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((text.as_str(), ""));
    let sign = if number.is_sign_negative() && !number.is_zero() {
        MINUS.to_string()
    } else {
        String::new()
    };
    let comma = if fraction.is_empty() { "" } else { "," };
    format!("{sign}{}{comma}{fraction}", grouped(whole))
}

/// `yyyy-mm-dd`.
#[must_use]
pub fn day(day: NaiveDate) -> String {
    day.to_string()
}

/// `oktober 2026`.
#[must_use]
pub fn month(month: Month) -> String {
    const NAMES: [&str; 12] = [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ];
    let name = NAMES.get(month.number() as usize - 1).copied().unwrap_or_default();
    format!("{name} {}", month.year())
}

fn grouped(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(GROUP);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_numbers() {
        let plain = |text: String| text.replace(GROUP, " ");
        assert_eq!(plain(amount(Ore(123_456_789))), "1 234 567,89");
        assert_eq!(plain(amount(Ore(-1_680_000))), "−16 800,00");
        assert_eq!(plain(amount(Ore(5))), "0,05");
        assert_eq!(plain(count(1_000_000)), "1 000 000");
        assert_eq!(plain(decimal("43006.481".parse().unwrap())), "43 006,481");
        assert_eq!(plain(decimal("70".parse().unwrap())), "70");
        assert_eq!(month("2026-10".parse().unwrap()), "oktober 2026");
    }
}
