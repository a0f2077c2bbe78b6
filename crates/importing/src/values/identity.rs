//! Identity numbers of a list, with the findings that spreadsheets give cause for.

use chrono::NaiveDate;
use domain::FindingCode;
use domain::identity::{
    Century, DossierFault, DossierNumber, NationalNumber, NumberFault, code_point,
};

use super::Flaw;

/// Digits of a dossier number.
const DOSSIER_DIGITS: usize = 8;

/// Reads a dossier number. The text is trimmed and not empty.
pub(crate) fn read_dossier_number(text: &str) -> Result<DossierNumber, Flaw> {
    let lost = |found: usize| {
        Flaw::new(FindingCode::LeadingZeroLost)
            .with("found", found)
            .with("expected", DOSSIER_DIGITS)
    };
    DossierNumber::parse(text).map_err(|fault| match fault {
        DossierFault::LeadingZeroLost { found } => lost(found),
        // A sheet that holds the number 136 for 00-000136 has lost five zeros, not three.
        DossierFault::Form
            if text.len() < DOSSIER_DIGITS && text.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            lost(text.len())
        }
        DossierFault::Form if is_scientific(text) => Flaw::new(FindingCode::ScientificNotation),
        DossierFault::Form => Flaw::new(FindingCode::DossierNumberForm),
        DossierFault::Sign(sign) => odd_sign(sign),
    })
}

/// Reads a personal or coordination number, and tells whether its century was guessed. The text is
/// trimmed and not empty; `reference` decides the century of ten digits.
pub(crate) fn read_national_number(
    text: &str,
    reference: NaiveDate,
) -> Result<(NationalNumber, Option<Flaw>), Flaw> {
    match NationalNumber::parse(text, reference) {
        Ok((number, Century::Certain)) => Ok((number, None)),
        Ok((number, Century::Guessed)) => {
            Ok((number, Some(Flaw::new(FindingCode::CenturyGuessed))))
        }
        Err(fault) => Err(match fault {
            NumberFault::Form => Flaw::new(FindingCode::IdentityForm),
            NumberFault::Sign(sign) => odd_sign(sign),
            NumberFault::ScientificNotation => Flaw::new(FindingCode::ScientificNotation),
            NumberFault::Month => Flaw::new(FindingCode::IdentityDate).with("part", "month"),
            NumberFault::Day => Flaw::new(FindingCode::IdentityDate).with("part", "day"),
            NumberFault::CheckDigit => Flaw::new(FindingCode::CheckDigit),
        }),
    }
}

fn odd_sign(sign: char) -> Flaw {
    Flaw::new(FindingCode::IdentitySign).with("sign", code_point(sign))
}

/// Whether a spreadsheet has turned the number into scientific notation.
pub(crate) fn is_scientific(text: &str) -> bool {
    NationalNumber::parse(text, NaiveDate::default()) == Err(NumberFault::ScientificNotation)
}

#[cfg(test)]
mod tests {
    use super::*;
    use FindingCode as C;

    #[test]
    fn lost_zeros_are_named_and_never_filled_in() {
        let read = |text| read_dossier_number(text).map_err(|flaw| (flaw.code, flaw.values));
        let lost = |found: &str| {
            let values = [("found", found), ("expected", "8")];
            Err((C::LeadingZeroLost, values.map(|(n, v)| (n.to_owned(), v.to_owned())).to_vec()))
        };
        assert_eq!(read("0000136"), lost("7"));
        assert_eq!(read("136"), lost("3"));
        assert_eq!(read("00-000136").map(|n| n.to_string()), Ok("00000136".into()));
        assert_eq!(read("1,36E+02"), Err((C::ScientificNotation, vec![])));
        assert_eq!(read("99-00001x"), Err((C::DossierNumberForm, vec![])));
    }

    #[test]
    fn a_guessed_century_is_a_remark_beside_the_number() {
        let reference = "2026-10-30".parse().unwrap();
        let (number, remark) = read_national_number("1701012393", reference).unwrap();
        assert_eq!(number.to_string(), "201701012393");
        assert_eq!(remark.map(|flaw| flaw.code), Some(C::CenturyGuessed));
    }
}
