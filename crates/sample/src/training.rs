//! The training month: October 2026 as the examples have it, and a November with fifteen troubles on
//! purpose, which a chapter of the handbook goes through. Its files lie in
//! `assets/examples/training-month`, so that anybody can read what a trouble looks like.

use std::fs;
use std::path::Path;

use crate::{REGISTER_FILE, Result};

macro_rules! example {
    ($name:literal) => {
        include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/examples/", $name))
    };
}

/// The persons of the register.
pub(crate) const PERSONS: u64 = 19;

const OCTOBER: &str = "utbetalningslista-2026-10.csv";
const NOVEMBER: &str = "utbetalningslista-2026-11.csv";

/// Every file with what it is called.
const FILES: [(&str, &[u8]); 5] = [
    (REGISTER_FILE, example!("register-exempel.csv")),
    (OCTOBER, example!("utbetalningslista-exempel.csv")),
    (NOVEMBER, example!("training-month/utbetalningslista-2026-11.csv")),
    ("uppgifter-2026-11.csv", example!("training-month/uppgifter-2026-11.csv")),
    ("nyckelbeslut.csv", example!("training-month/nyckelbeslut.csv")),
];

/// Each list: file, month of payment, rows, their sum in öre, and what is wrong on purpose.
pub(crate) const LISTS: [(&str, &str, u64, i64, u64); 2] =
    [(OCTOBER, "2026-10", 30, 90_925_010, 0), (NOVEMBER, "2026-11", 16, 22_474_800, 15)];

/// Writes the files of the training month into `folder`, which is made if it is not there.
///
/// # Errors
/// When a file cannot be written.
pub(crate) fn write(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    for (name, bytes) in FILES {
        fs::write(folder.join(name), bytes)?;
    }
    Ok(())
}
