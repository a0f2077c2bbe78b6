//! Identity numbers: their forms, check digits and centuries.
//!
//! The date part of a personal number is not the birth date (numbers of a day run out, and
//! Skatteverket then uses a nearby day), so nothing here answers how old somebody is.

mod company;
mod dossier;
mod national;
mod signs;

use crate::spelling::fold;
pub use company::{Bankgiro, CompanyFault, OrganisationNumber};
pub use dossier::{DossierFault, DossierNumber};

pub use national::{Century, CoordinationNumber, NationalNumber, NumberFault, PersonalNumber};
pub use signs::{as_typed, code_point};

/// Runs of 8, 10 and 12 digits in a text, whatever signs and blanks stand between their digits: what
/// could be a number of a person. Letters end a run.
#[must_use]
pub fn numbers_in(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut numbers = Vec::new();
    for part in folded.split(char::is_alphabetic) {
        let groups: Vec<&str> =
            part.split(|sign: char| !sign.is_ascii_digit()).filter(|one| !one.is_empty()).collect();
        for first in 0..groups.len() {
            let mut run = String::new();
            for group in &groups[first..] {
                run.push_str(group);
                if matches!(run.len(), 8 | 10 | 12) {
                    numbers.push(run.clone());
                }
            }
        }
    }
    numbers
}

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
