//! Samples: a register, payment lists in layout A and the answer key to them, for practice, tests
//! and measurements. Everybody in them is invented.
//!
//! The same order gives the same bytes, and a row is made when it is written, so that a list of a
//! million rows takes no more memory than one of ten.

mod anomalies;
mod claims;
mod draws;
mod error;
mod expected;
mod key;
mod material;
mod persons;
mod request;
mod rows;
mod training;

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use chrono::{Datelike, Months, NaiveDate, Weekday};
use domain::{Month, Ore};
use encoding_rs::WINDOWS_1252;

pub use anomalies::{Anomaly, AnomalyKind};
pub use claims::{
    ClaimFlawKind, ClaimKey, ClaimOrder, FileKey, FindingKey, LineKey, write_claim_sample,
};
pub use error::{Result, SampleError};
pub use expected::{
    AnomalyRow, CompensationSum, EXPECTED_MONTHS, ExpectedAnomaly, ExpectedKey, ExpectedList,
    ExpectedOrder, FlawKind, OwnCode, Told, write_expected_sample,
};
pub use key::{ListKey, SampleKey};
pub use request::{SampleRequest, SampleWritten, WrittenList, write};

use material::Material;
use persons::{DOSSIER_NUMBERS, Population};
use rows::{Dating, Rows, SampleList};

/// The register's file.
const REGISTER_FILE: &str = "register.csv";
/// The answer key's file.
const KEY_FILE: &str = "facit.json";
/// Month of payment of the first list, year and number: that of the example list, on whose payment
/// date the example key holds.
const FIRST_MONTH: (i32, u32) = (2026, 10);
/// Persons for so many rows where nobody says how many.
const ROWS_A_PERSON: u64 = 2;

/// How much is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SampleSize {
    /// So many lists, one a month from October 2026 on, with a row for everybody in each.
    Months(u32),
    /// One list of October 2026 with so many rows.
    Rows(u64),
}

/// What is asked for when a sample is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SampleOrder {
    /// Persons in the register; none: one for every two rows.
    pub persons: Option<u64>,
    /// How many lists or rows.
    pub size: SampleSize,
    /// What everything is drawn from.
    pub seed: u64,
    /// Rows that are wrong on purpose, over all lists.
    pub anomalies: u64,
}

impl SampleOrder {
    /// Persons, lists and rows a list.
    fn counts(&self) -> (u64, u64, u64) {
        match self.size {
            SampleSize::Rows(rows) => {
                (self.persons.unwrap_or((rows / ROWS_A_PERSON).max(1)), 1, rows)
            }
            SampleSize::Months(months) => {
                let persons = self.persons.unwrap_or(0);
                (persons, u64::from(months), persons)
            }
        }
    }

    fn check(&self) -> Result<()> {
        let (persons, lists, rows) = self.counts();
        let numbers = persons.saturating_add(self.anomalies);
        let conflict = self.anomalies >= anomalies::FIRST_CONFLICT;
        // Every list gets its part of the anomalies, rounded up.
        let most = self.anomalies.div_ceil(lists.max(1));
        let fits = persons > 0
            && lists > 0
            && rows > 0
            && numbers <= DOSSIER_NUMBERS
            && most.saturating_mul(2) <= rows
            && (!conflict || persons >= anomalies::PERSONS_FOR_CONFLICT);
        if fits { Ok(()) } else { Err(SampleError::Size) }
    }
}

/// Writes a sample into `folder`, which is made if it is not there; files of an earlier sample are
/// written over. Gives the answer key, which is also written.
///
/// # Errors
/// When the order does not work out ([`SampleError::Size`]), or a file
/// cannot be written.
pub fn write_sample(order: &SampleOrder, folder: &Path) -> Result<SampleKey> {
    order.check()?;
    let material = Material::shipped()?;
    let (persons, lists, rows_a_list) = order.counts();
    let population = Population::new(&material, order.seed, persons);
    let dating = match order.size {
        SampleSize::Months(_) => Dating::Monthly,
        SampleSize::Rows(_) => Dating::OneList,
    };
    let rows = Rows { material: &material, population, seed: order.seed, dating };
    fs::create_dir_all(folder)?;
    let mut out = created(folder, REGISTER_FILE)?;
    let national_numbers = write_register(&mut out, &rows)?;
    out.flush()?;
    let mut key = SampleKey {
        seed: order.seed,
        register: REGISTER_FILE.to_owned(),
        persons,
        national_numbers,
        lists: Vec::new(),
    };
    let mut first_anomaly = 0;
    for number in 0..lists {
        let list = list_at(number, rows_a_list);
        let count = order.anomalies / lists + u64::from(number < order.anomalies % lists);
        let spots = anomalies::spots(order.seed, &list, first_anomaly, count);
        first_anomaly += count;
        let file = format!("utbetalningslista-{}.csv", list.month);
        let mut out = created(folder, &file)?;
        key.lists.push(write_list(&mut out, file, &rows, &list, &spots)?);
        out.flush()?;
    }
    let mut text = serde_json::to_vec_pretty(&key).map_err(io::Error::from)?;
    text.push(b'\n');
    fs::write(folder.join(KEY_FILE), text)?;
    Ok(key)
}

fn created(folder: &Path, file: &str) -> Result<BufWriter<File>> {
    Ok(BufWriter::with_capacity(1 << 16, File::create(folder.join(file))?))
}

fn list_at(number: u64, rows: u64) -> SampleList {
    let (year, month) = FIRST_MONTH;
    let later = Months::new(u32::try_from(number).unwrap_or(0));
    let first = NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default();
    let month = Month::of(first.checked_add_months(later).unwrap_or(first));
    let payment_date = last_weekday(month);
    SampleList { number, month, payment_date, rows, rows_before: number * rows }
}

/// The last day of a month on which banks are open, holidays aside.
fn last_weekday(month: Month) -> NaiveDate {
    let last = month.last_day();
    let back = match last.weekday() {
        Weekday::Sat => 1,
        Weekday::Sun => 2,
        _ => 0,
    };
    last - chrono::Days::new(back)
}

/// Writes the register as UTF-8 with byte order mark; says how many have a national number.
fn write_register(out: &mut impl Write, rows: &Rows<'_>) -> io::Result<u64> {
    out.write_all("\u{FEFF}".as_bytes())?;
    out.write_all(record(&rows.material.register_header).as_bytes())?;
    let mut national_numbers = 0;
    for place in 0..rows.population.size {
        let person = rows.population.person(place);
        let origins = &rows.material.origins;
        let origin = match person.national_number {
            Some(_) => &origins.with_number,
            None => &origins.without_number,
        };
        national_numbers += u64::from(person.national_number.is_some());
        let cells = [
            person.id,
            person.national_number.unwrap_or_default(),
            person.dossier_number,
            person.family_name,
            person.given_name,
            person.birth_date.to_string(),
            person.board.name.clone(),
            person.board.cost_centre.clone(),
            person.group.label.clone(),
            person.received.map(|day| day.to_string()).unwrap_or_default(),
            origin.clone(),
        ];
        out.write_all(record(&cells).as_bytes())?;
    }
    Ok(national_numbers)
}

/// Writes a list as Windows-1252.
fn write_list(
    out: &mut impl Write,
    file: String,
    rows: &Rows<'_>,
    list: &SampleList,
    spots: &[anomalies::Spot],
) -> Result<ListKey> {
    let mut key = ListKey {
        file,
        month: list.month,
        payment_date: list.payment_date,
        rows: 0,
        positive_ore: Ore::ZERO,
        negative_ore: Ore::ZERO,
        net_ore: Ore::ZERO,
        clean_rows: 0,
        clean_net_ore: Ore::ZERO,
        matched: 0,
        suspense: 0,
        anomalies: Vec::new(),
    };
    out.write_all(&WINDOWS_1252.encode(&record(&rows.material.list_header)).0)?;
    let mut spots = spots.iter().peekable();
    for place in 0..list.rows {
        let (row, anomaly) = match spots.next_if(|spot| spot.place == place) {
            Some(spot) => {
                let (row, anomaly) = rows.anomaly(list, *spot);
                (row, Some(anomaly))
            }
            None => (rows.row(list, place, false), None),
        };
        out.write_all(&WINDOWS_1252.encode(&record(&row.cells)).0)?;
        key.count(row.amount, anomaly);
    }
    Ok(key)
}

/// A record with semicolons, ended by CRLF; cells are quoted only where they must be.
fn record(cells: &[String]) -> String {
    let mut text = String::with_capacity(256);
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            text.push(';');
        }
        if cell.contains([';', '"']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(cell);
        }
    }
    text.push_str("\r\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(size: SampleSize) -> SampleOrder {
        SampleOrder { persons: Some(40), size, seed: 5, anomalies: 12 }
    }

    fn written(order: &SampleOrder) -> (SampleKey, Vec<Vec<u8>>) {
        let folder = tempfile::tempdir().unwrap();
        let key = write_sample(order, folder.path()).unwrap();
        let mut paths: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        (key, paths.into_iter().map(|path| fs::read(path).unwrap()).collect())
    }

    #[test]
    fn the_same_seed_gives_the_same_bytes() {
        for size in [SampleSize::Months(3), SampleSize::Rows(500)] {
            let (first, second) = (written(&order(size)), written(&order(size)));
            assert!(first == second);
            let other = written(&SampleOrder { seed: 6, ..order(size) });
            assert!(first.1 != other.1);
        }
    }

    /// The digest changes only when samples are meant to change.
    #[test]
    fn the_bytes_are_those_of_earlier_versions() {
        use sha2::{Digest, Sha256};
        let (_, files) = written(&order(SampleSize::Rows(500)));
        let digests: Vec<String> = files
            .iter()
            .map(|bytes| Sha256::digest(bytes)[..4].iter().map(|b| format!("{b:02x}")).collect())
            .collect();
        assert_eq!(digests, ["c8d56c19", "affc468f", "9a2944d9"], "answer key, register, list");
    }

    #[test]
    fn every_month_has_its_list() {
        let (key, files) = written(&order(SampleSize::Months(4)));
        let months: Vec<String> = key.lists.iter().map(|list| list.month.to_string()).collect();
        assert_eq!(months, ["2026-10", "2026-11", "2026-12", "2027-01"]);
        let days: Vec<String> =
            key.lists.iter().map(|list| list.payment_date.to_string()).collect();
        assert_eq!(days, ["2026-10-30", "2026-11-30", "2026-12-31", "2027-01-29"]);
        assert!(key.lists.iter().all(|list| list.rows == 40 && list.anomalies.len() == 3));
        assert_eq!(files.len(), 6);
    }

    #[test]
    fn an_order_that_does_not_work_out_is_refused() {
        let good = order(SampleSize::Rows(24));
        assert!(good.check().is_ok());
        let rows = SampleSize::Rows;
        for wrong in [
            SampleOrder { size: rows(23), ..good },
            SampleOrder { size: rows(0), anomalies: 0, ..good },
            SampleOrder { persons: Some(0), ..good },
            SampleOrder { persons: Some(19), ..good },
            SampleOrder { persons: Some(DOSSIER_NUMBERS), ..good },
            SampleOrder { persons: None, size: SampleSize::Months(2), anomalies: 0, ..good },
            SampleOrder { size: SampleSize::Months(0), ..good },
        ] {
            assert!(wrong.check().is_err(), "{wrong:?}");
        }
    }
}
