//! The screen's share of the contract, generated from `crates/api`: its types, and what its rows say.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::Outcome;
use crate::root::root;
use crate::run::{read, read_from};

/// What the example prints when it is asked for it, and the file that holds it.
const FILES: [(&str, &str); 3] = [
    ("types", "ui/src/generated/contract.ts"),
    ("operations", "ui/src/generated/operations.ts"),
    ("lists", "ui/src/generated/lists.ts"),
];

/// Writes the files anew.
pub(crate) fn write() -> Outcome {
    for (part, file) in FILES {
        // Asked of the crate itself, so that the automation is built without it.
        let text = read(&format!("cargo run --quiet --package api --example contract -- {part}"))?;
        fs::write(root().join(file), text).map_err(|error| format!("{file}: {error}"))?;
        println!("{file} written");
    }
    Ok(())
}

/// Refuses files that are older than the contract, which `built` prints.
pub(crate) fn check(built: &Path) -> Outcome {
    let name = built.display().to_string();
    for (part, file) in FILES {
        let text = read_from(Command::new(built).arg(part), &name)?;
        let stored = fs::read_to_string(root().join(file)).unwrap_or_default();
        if stored.replace("\r\n", "\n") != text {
            return Err(format!("{file} is older than the contract: run `cargo xtask bindings`"));
        }
    }
    Ok(())
}
