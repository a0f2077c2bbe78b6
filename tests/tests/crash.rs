//! A short run of `cargo xtask crash`: a few kills of the debug build, for every change.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::path::PathBuf;
use std::process::Command;

use acceptance::crash::{Plan, run};

/// The host beside this test, as new as the test: nothing but this builds it among the tests, and an old one
/// would be tried by rules of a schema that it does not know.
fn host() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    // target/debug/deps/crash
    let folder = test.ancestors().nth(2).unwrap();
    let built = Command::new(env!("CARGO")).args(["build", "--quiet", "--package", "cli"]).status();
    assert!(built.is_ok_and(|status| status.success()));
    folder.join(format!("atersok-cli{}", std::env::consts::EXE_SUFFIX))
}

#[test]
fn nothing_is_half_done_or_lost_when_the_host_is_killed() {
    let report = run(&host(), Plan { kills: 10, seed: 7, rows: 100 }, |_| {});
    assert_eq!(report.killed(), 10);
    assert!(report.told >= 5, "every step is told once undisturbed: {report:?}");
    assert!(report.is_clean(), "{report:#?}");
}
