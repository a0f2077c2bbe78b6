//! Organisationsnummer (lag 1974:174) and bankgiro numbers.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{digits, modulus_10};

/// Ten digits, written `NNNNNN-NNNN`; the third is at least 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OrganisationNumber(u64);

/// Seven or eight digits, written `NNN-NNNN` or `NNNN-NNNN`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Bankgiro(u32);

/// Why a text is no organisation or bankgiro number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CompanyFault {
    /// Not in a known form.
    #[error("not in a known form")]
    Form,
    /// The check digit is wrong.
    #[error("wrong check digit")]
    CheckDigit,
}

impl OrganisationNumber {
    /// Reads ten digits with or without hyphen, also with the prefix 16.
    ///
    /// # Errors
    /// [`CompanyFault`].
    pub fn parse(text: &str) -> Result<OrganisationNumber, CompanyFault> {
        let plain = without_hyphen(text.trim(), 4).ok_or(CompanyFault::Form)?;
        let ten = if plain.len() == 12 {
            plain.strip_prefix("16").ok_or(CompanyFault::Form)?
        } else {
            &plain
        };
        let all = digits::<10>(ten).ok_or(CompanyFault::Form)?;
        if all[2] < 2 {
            return Err(CompanyFault::Form);
        }
        if !modulus_10(all.iter().copied()) {
            return Err(CompanyFault::CheckDigit);
        }
        Ok(OrganisationNumber(all.iter().fold(0, |value, digit| value * 10 + u64::from(*digit))))
    }
}

impl Bankgiro {
    /// Reads seven or eight digits with or without hyphen before the last four.
    ///
    /// # Errors
    /// [`CompanyFault`].
    pub fn parse(text: &str) -> Result<Bankgiro, CompanyFault> {
        let plain = without_hyphen(text.trim(), 4).ok_or(CompanyFault::Form)?;
        let value: u32 = match plain.len() {
            7 | 8 => plain.parse().map_err(|_| CompanyFault::Form)?,
            _ => return Err(CompanyFault::Form),
        };
        if !modulus_10(plain.bytes().map(|byte| byte - b'0')) {
            return Err(CompanyFault::CheckDigit);
        }
        Ok(Bankgiro(value))
    }
}

/// The digits of `text` after dropping one hyphen `tail` places from the end.
fn without_hyphen(text: &str, tail: usize) -> Option<String> {
    let plain = match text.split_once('-') {
        Some((front, back)) if back.len() == tail => format!("{front}{back}"),
        Some(_) => return None,
        None => text.to_owned(),
    };
    plain.bytes().all(|byte| byte.is_ascii_digit()).then_some(plain)
}

impl fmt::Display for OrganisationNumber {
    /// With hyphen, as SIE and people write it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}-{:04}", self.0 / 10_000, self.0 % 10_000)
    }
}

impl fmt::Display for Bankgiro {
    /// With hyphen before the last four digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:04}", self.0 / 10_000, self.0 % 10_000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organisation_numbers() {
        assert_eq!(OrganisationNumber::parse("219999-9992").unwrap().to_string(), "219999-9992");
        assert_eq!(OrganisationNumber::parse("162199999992").unwrap().to_string(), "219999-9992");
        assert_eq!(OrganisationNumber::parse("219999-9993"), Err(CompanyFault::CheckDigit));
        for text in ["211999-9992", "21999-99992", "", "219999 9992", "172199999992"] {
            assert_eq!(OrganisationNumber::parse(text), Err(CompanyFault::Form), "{text}");
        }
    }

    #[test]
    fn bankgiro_numbers() {
        assert_eq!(Bankgiro::parse("5050-1055").unwrap().to_string(), "5050-1055");
        assert_eq!(Bankgiro::parse("50501055").unwrap().to_string(), "5050-1055");
        assert_eq!(Bankgiro::parse("5050-1056"), Err(CompanyFault::CheckDigit));
        assert_eq!(Bankgiro::parse("505-01055"), Err(CompanyFault::Form));
    }
}
