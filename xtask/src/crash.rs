//! Killing the headless host at random moments: nothing half done, nothing lost that was told.

use std::process::Command;

use crate::Outcome;
use crate::options::Options;
use crate::root::{root, target};
use crate::run::{finish, run as run_line};

const KILLS: u64 = 500;
const SEED: u64 = 1;
/// Rows of each month's list: enough that a kill meets the writing, not only the start.
const ROWS: u64 = 1_500;

/// Kills as often as asked; what it does stands in `tests/src/crash`.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    let mut given = Options::read(arguments, &["kills", "seed", "rows"], &[])?;
    let numbers = [
        given.number("kills")?.unwrap_or(KILLS),
        given.number("seed")?.unwrap_or(SEED),
        given.number("rows")?.unwrap_or(ROWS),
    ];
    run_line("cargo build --release --package cli")?;
    run_line("cargo build --release --package acceptance --example crash")?;
    let released = target().join("release");
    let program = |name: &str| released.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    let mut crash = Command::new(program("examples/crash"));
    crash.current_dir(root()).arg(program("atersok-cli"));
    finish(crash.args(numbers.map(|number| number.to_string())), "crash")
}
