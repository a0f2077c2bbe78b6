//! Samples that check what the program expects: a register of typed lives, the lists that pay them as
//! they should be paid but for what is wrong on purpose, and the answer key.
//!
//! What should be paid stands in a month table of its own ([`table`]), typed apart from the law as
//! data and from what computes by it; `cargo xtask tidy` holds that no file here names them. As in the
//! other samples, the same order gives the same bytes and nothing grows with the rows.

mod day_rule;
mod flaws;
mod key;
mod lists;
mod lives;
pub(crate) mod register;
mod table;

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use domain::Month;

pub use flaws::{FlawKind, Told};
pub use key::{AnomalyRow, CompensationSum, ExpectedAnomaly, ExpectedKey, ExpectedList, OwnCode};

use super::material::Material;
use super::persons::{DOSSIER_NUMBERS, Population};
use super::{KEY_FILE, REGISTER_FILE, created};
use crate::{Result, SampleError};
use lists::Lists;
use lives::Everybody;
use table::{Table, months_after};

/// Months from the first list on for which every amount has been read.
pub const EXPECTED_MONTHS: u32 = 29;

/// What is asked for when an expected sample is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExpectedOrder {
    /// Persons in the register.
    pub persons: u64,
    /// Lists, one a month from August 2024 on.
    pub months: u32,
    /// What everything is drawn from.
    pub seed: u64,
    /// Payments that are wrong on purpose, at most one a person.
    pub anomalies: u64,
}

impl ExpectedOrder {
    fn check(&self) -> Result<()> {
        let numbers = self.persons.saturating_add(self.anomalies);
        let fits = self.persons > 0
            && (1..=EXPECTED_MONTHS).contains(&self.months)
            && numbers <= DOSSIER_NUMBERS
            && self.anomalies <= self.persons;
        if fits { Ok(()) } else { Err(SampleError::Size) }
    }
}

/// Writes an expected sample into `folder`, which is made if it is not there; files of an earlier
/// sample are written over. Gives the answer key, which is also written.
///
/// # Errors
/// When the order does not work out, or too few persons have payments that suit the anomalies
/// ([`SampleError::Size`]), or a file cannot be written.
pub fn write_expected_sample(order: &ExpectedOrder, folder: &Path) -> Result<ExpectedKey> {
    order.check()?;
    let (material, table) = (Material::shipped()?, Table::shipped()?);
    let population = Population::new(&material, order.seed, order.persons);
    let everybody = Everybody { material: &material, table: &table, population, seed: order.seed };
    let months = u64::from(order.months);
    let flaws = flaws::choose(&everybody, months, order.anomalies)?;
    let as_of = i32::try_from(order.months)
        .ok()
        .and_then(|months| months_after(table.first_month(), months))
        .map_or(table.first_month().first_day(), Month::first_day);
    fs::create_dir_all(folder)?;
    let mut out = created(folder, REGISTER_FILE)?;
    register::write(&mut out, &register::header()?, &everybody, as_of)?;
    out.flush()?;
    let mut lists = Lists::new(&everybody, &flaws, months);
    for number in 0..months {
        lists.write(folder, number)?;
    }
    let mut key = lists.into_key(order, &table);
    key.as_of = as_of;
    let mut text = serde_json::to_vec_pretty(&key).map_err(io::Error::from)?;
    text.push(b'\n');
    fs::write(folder.join(KEY_FILE), text)?;
    Ok(key)
}
