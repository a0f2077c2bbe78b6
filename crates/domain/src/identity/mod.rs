//! Identity numbers: their forms, check digits and centuries.
//!
//! The date part of a personal number is not the birth date (numbers of a day run out, and
//! Skatteverket then uses a nearby day), so nothing here answers how old somebody is.

mod company;
mod dossier;
mod national;

pub use company::{Bankgiro, CompanyFault, OrganisationNumber};
pub use dossier::{DossierFault, DossierNumber};
pub use national::{Century, CoordinationNumber, NationalNumber, NumberFault, PersonalNumber};

/// Whether digits (0–9) satisfy modulus 10 with weights 1, 2, 1 … from the right ("Luhn").
fn modulus_10(digits: impl DoubleEndedIterator<Item = u8>) -> bool {
    let sum: u32 = digits
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let weighted = u32::from(digit) * if place % 2 == 0 { 1 } else { 2 };
            weighted / 10 + weighted % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

/// The digits of `text`, or nothing when it holds anything but ASCII digits.
fn digits<const N: usize>(text: &str) -> Option<[u8; N]> {
    let bytes: [u8; N] = text.as_bytes().try_into().ok()?;
    bytes.iter().all(u8::is_ascii_digit).then(|| bytes.map(|byte| byte - b'0'))
}
