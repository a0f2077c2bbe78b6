//! Rows that sum others up and stand among them: public importers have counted such as money.

use domain::PaymentRow;

/// Words that say that a row is a sum, in lower case.
const WORDS: [&str; 9] = [
    "summa",
    "delsumma",
    "totalsumma",
    "slutsumma",
    "summering",
    "totalt",
    "total",
    "subtotal",
    "totalbelopp",
];

/// Whether a row may be a sum over others: it says so, or it has an amount and neither a person nor
/// a period, though the list has periods.
pub(super) fn is_suspected(row: &PaymentRow, has_periods: bool) -> bool {
    let texts = [&row.compensation_text, &row.payment_code, &row.case_number];
    let names = [&row.family_name, &row.given_name];
    let says =
        |texts: &[&Option<String>]| texts.iter().filter_map(|text| text.as_deref()).any(says_sum);
    // With a number a person may be called anything.
    if says(&texts) || (!row.has_identity() && says(&names)) {
        return true;
    }
    let named = row.has_identity() || names.iter().any(|name| name.is_some());
    let has_period = row.period_from.is_some() || row.period_until.is_some();
    has_periods && !named && !has_period && row.amount.is_some()
}

fn says_sum(text: &str) -> bool {
    // Most texts have nothing of such a word. Every pair is looked at, so that the processor can look
    // at many at once.
    let bytes = text.as_bytes();
    let of_word = |(first, second): (&u8, &u8)| {
        let (first, second) = (first | 0x20, second | 0x20);
        (first == b'u') & (second == b'm') | (first == b't') & (second == b'a')
    };
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    if !pairs.fold(false, |found, pair| found | of_word(pair)) {
        return false;
    }
    let words = text.split(|letter: char| !letter.is_alphabetic());
    words.map(str::to_lowercase).any(|word| WORDS.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_say_that_a_row_is_a_sum() {
        for text in ["Summa", "Grundskola - asyl - summa", "DELSUMMA:", "GSKA Totalt", "Total"] {
            assert!(says_sum(text), "{text}");
        }
        for text in ["Grundskola - asyl", "Stödboende", "Tolk", "Totalförsvar", "Summern", "", "SU"]
        {
            assert!(!says_sum(text), "{text}");
        }
    }

    #[test]
    fn an_amount_without_person_and_period_may_be_a_sum() {
        let row = PaymentRow { amount: Some(domain::Ore(12_000_000)), ..PaymentRow::default() };
        assert!(is_suspected(&row, true));
        assert!(!is_suspected(&row, false), "a pasted table may have no periods");
        let period = PaymentRow { period_from: "2026-01-01".parse().ok(), ..row.clone() };
        assert!(!is_suspected(&period, true));
        let named = |name: &str| PaymentRow { family_name: Some(name.into()), ..row.clone() };
        assert!(!is_suspected(&named("Testsson"), true));
        assert!(is_suspected(&named("Summa"), true));
        let national_number = domain::identity::NationalNumber::from_stored("201701012393").ok();
        assert!(!is_suspected(&PaymentRow { national_number, ..named("Total") }, true));
    }
}
