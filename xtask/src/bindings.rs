//! The screen's types of the contract, generated from `crates/api`.

use std::fs;

use crate::Outcome;
use crate::root::root;
use crate::run::read;

const FILE: &str = "ui/src/generated/contract.ts";

/// Writes the types anew.
pub(crate) fn write() -> Outcome {
    let text = generate()?;
    fs::write(root().join(FILE), text).map_err(|error| format!("{FILE}: {error}"))?;
    println!("{FILE} written");
    Ok(())
}

/// Refuses types that are older than the contract.
pub(crate) fn check() -> Outcome {
    let text = generate()?;
    let stored = fs::read_to_string(root().join(FILE)).unwrap_or_default();
    if stored.replace("\r\n", "\n") == text {
        return Ok(());
    }
    Err(format!("{FILE} is older than the contract: run `cargo xtask bindings`"))
}

// Asked of the crate itself, so that the automation is built without it.
fn generate() -> Outcome<String> {
    read("cargo run --quiet --package api --example contract")
}
