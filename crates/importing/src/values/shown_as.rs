//! Numbers of a sheet that are shown with zeros which they have not: written as number and what is
//! shown, `710 → 0710`, so that no reading takes the one for the other.

/// Between the number and what is shown for it.
const ARROW: &str = " → ";

/// The text of such a cell.
pub(crate) fn join(number: u64, shown: &str) -> String {
    format!("{number}{ARROW}{shown}")
}

/// Number and what is shown for it; none for any other text.
pub(crate) fn split(text: &str) -> Option<(&str, &str)> {
    let (number, shown) = text.split_once(ARROW)?;
    let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
    let same = digits.trim_start_matches('0') == number.trim_start_matches('0');
    (number.bytes().all(|byte| byte.is_ascii_digit()) && same && digits.len() > number.len())
        .then_some((number, shown))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_such_texts_are_split() {
        assert_eq!(split(&join(136, "00-000136")), Some(("136", "00-000136")));
        assert_eq!(split(&join(0, "0000")), Some(("0", "0000")));
        for text in ["0710", "710 → 0711", "Etapp 1 → 2", "710 → 710", "a → 0a"] {
            assert_eq!(split(text), None, "{text}");
        }
    }
}
