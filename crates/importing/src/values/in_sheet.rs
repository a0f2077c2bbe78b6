//! Cells of a sheet whose text would say something else than is meant, put in writing so that no
//! reading takes the one for the other: numbers shown with zeros that they have not (`710 → 0710`), and
//! formulas without a value (`ƒ =L2-K2`).

/// Between the number and what is shown for it.
const ARROW: &str = " → ";

/// Before a formula.
const FORMULA: &str = "ƒ =";

/// The text of a number that is shown with zeros.
pub(crate) fn with_shown(number: u64, shown: &str) -> String {
    format!("{number}{ARROW}{shown}")
}

/// Number and what is shown for it; none for any other text.
pub(crate) fn shown_for(text: &str) -> Option<(&str, &str)> {
    let (number, shown) = text.split_once(ARROW)?;
    let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
    let same = digits.trim_start_matches('0') == number.trim_start_matches('0');
    (number.bytes().all(|byte| byte.is_ascii_digit()) && same && digits.len() > number.len())
        .then_some((number, shown))
}

/// The text of a formula that has no value.
pub(crate) fn formula(formula: &str) -> String {
    format!("{FORMULA}{formula}")
}

/// Whether the text is that of a formula without value.
pub(crate) fn is_formula(text: &str) -> bool {
    text.starts_with(FORMULA)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_such_texts_are_told_apart() {
        assert_eq!(shown_for(&with_shown(136, "00-000136")), Some(("136", "00-000136")));
        assert_eq!(shown_for(&with_shown(0, "0000")), Some(("0", "0000")));
        for text in ["0710", "710 → 0711", "Etapp 1 → 2", "710 → 710", "a → 0a"] {
            assert_eq!(shown_for(text), None, "{text}");
        }
        assert!(is_formula(&formula("A1+B1")) && is_formula(&formula("")));
        assert!(!is_formula("=A1") && !is_formula("ƒ"));
    }
}
