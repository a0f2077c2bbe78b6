//! The screen's types of the contract, generated from `crates/api`.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::Outcome;
use crate::root::root;
use crate::run::{read, read_from};

const FILE: &str = "ui/src/generated/contract.ts";

/// Writes the types anew.
pub(crate) fn write() -> Outcome {
    // Asked of the crate itself, so that the automation is built without it.
    let text = read("cargo run --quiet --package api --example contract")?;
    fs::write(root().join(FILE), text).map_err(|error| format!("{FILE}: {error}"))?;
    println!("{FILE} written");
    Ok(())
}

/// Refuses types that are older than the contract, which `built` prints.
pub(crate) fn check(built: &Path) -> Outcome {
    let name = built.display().to_string();
    let text = read_from(&mut Command::new(built), &name)?;
    let stored = fs::read_to_string(root().join(FILE)).unwrap_or_default();
    if stored.replace("\r\n", "\n") == text {
        return Ok(());
    }
    Err(format!("{FILE} is older than the contract: run `cargo xtask bindings`"))
}
