//! Samples that check what may be claimed: a register, a list of pupils for each quarter, an extract of the
//! ledger, and what has been claimed of it, with what was forgotten and what is wrong on purpose.
//!
//! What should be claimed stands in a month table of its own ([`table`]), typed apart from the law as data
//! and from what computes by it; `cargo xtask tidy` holds that no file here names them.

mod files;
mod flaws;
mod key;
mod lives;
mod table;

use std::fs;
use std::io;
use std::path::Path;

pub use flaws::ClaimFlawKind;
pub use key::{ClaimKey, FileKey, FindingKey, LineKey};

use crate::material::Material;
use crate::persons::{DOSSIER_NUMBERS, Population};
use crate::{KEY_FILE, REGISTER_FILE, Result, SampleError};
use flaws::{Flaw, FlawKind};
use lives::{Everybody, Life};
use table::Table;

/// What is asked for when a sample of claims is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimOrder {
    /// Persons in the register.
    pub persons: u64,
    /// What everything is drawn from.
    pub seed: u64,
    /// Persons of whom something is wrong on purpose, one thing each.
    pub anomalies: u64,
}

impl ClaimOrder {
    fn check(&self) -> Result<()> {
        let numbers = self.persons.saturating_mul(2);
        let fits = self.persons > 0 && self.anomalies <= self.persons && numbers <= DOSSIER_NUMBERS;
        if fits { Ok(()) } else { Err(SampleError::Size) }
    }
}

/// Writes a sample of claims into `folder`, which is made if it is not there; files of an earlier sample
/// are written over. Gives the answer key, which is also written.
///
/// # Errors
/// When the order does not work out ([`SampleError::Size`]), or a file cannot be written.
pub fn write_claim_sample(order: &ClaimOrder, folder: &Path) -> Result<ClaimKey> {
    order.check()?;
    let (material, table) = (Material::shipped()?, Table::shipped()?);
    let population = Population::new(&material, order.seed, order.persons);
    let (seed, anomalies) = (order.seed, order.anomalies);
    let everybody = Everybody { material: &material, table: &table, population, seed, anomalies };
    fs::create_dir_all(folder)?;
    files::write_register(&everybody, folder)?;
    let lists = (0..table.quarters.len())
        .map(|number| files::write_school_list(&everybody, folder, number));
    let mut key = ClaimKey {
        seed,
        municipality: table.municipality.clone(),
        as_of: table.as_of,
        since: table.since,
        terms: table.terms.clone(),
        register: REGISTER_FILE.to_owned(),
        persons: order.persons,
        school_lists: lists.collect::<Result<_>>()?,
        costs: files::write_costs(&everybody, folder)?,
        claimed: Vec::new(),
        overlaps: Vec::new(),
        forgotten: Vec::new(),
        without_right: Vec::new(),
    };
    for place in 0..order.persons {
        key.add(&everybody.life(place), &table);
    }
    let mut text = serde_json::to_vec_pretty(&key).map_err(io::Error::from)?;
    text.push(b'\n');
    fs::write(folder.join(KEY_FILE), text)?;
    Ok(key)
}

impl ClaimKey {
    /// What is claimed for a person, and what was forgotten.
    fn add(&mut self, life: &Life<'_>, table: &Table) {
        let person = Everybody::id(life.place);
        let mut lines: Vec<LineKey> = Vec::new();
        for quarter in &table.quarters {
            lines.extend(life.due(table, quarter).map(|due| LineKey {
                person: person.clone(),
                compensation: due.compensation,
                period: quarter.name.clone(),
                from: due.days[0],
                until: due.days[1],
                amount_ore: due.amount,
            }));
        }
        if let Some(cost) = files::wrong_cost(life) {
            let in_quarter = |quarter: &&table::Quarter| quarter.holds(cost.month.first_day());
            let quarter = table.quarters.iter().find(in_quarter);
            self.without_right.push(LineKey {
                person: person.clone(),
                compensation: table.care.clone(),
                period: quarter.map(|quarter| quarter.name.clone()).unwrap_or_default(),
                from: cost.month.first_day(),
                until: cost.month.last_day(),
                amount_ore: cost.amount,
            });
        }
        let number = life.flaw.map_or(0, |flaw| flaw.number);
        let turn = usize::try_from(number).unwrap_or(0) % lines.len().max(1);
        if Flaw::is(life.flaw, FlawKind::Forgotten) && !lines.is_empty() {
            self.forgotten.push(lines.remove(turn));
        }
        // Rows of lists overlap of pupils; of the others a line of a claim does.
        if Flaw::is(life.flaw, FlawKind::Overlap) && matches!(life.kind, lives::Kind::Cared { .. })
        {
            self.overlaps.extend(lines.get(turn).cloned());
        }
        self.claimed.extend(lines);
    }
}
