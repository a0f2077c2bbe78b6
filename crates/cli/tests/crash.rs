//! A short run of `cargo xtask crash`: a few kills of the debug build, for every change.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::path::Path;

use acceptance::crash::{Plan, run};

#[test]
fn nothing_is_half_done_or_lost_when_the_host_is_killed() {
    let host = Path::new(env!("CARGO_BIN_EXE_atersok-cli"));
    let report = run(host, Plan { kills: 14, seed: 7, rows: 100 }, |_| {});
    assert_eq!(report.killed(), 14);
    assert!(report.told >= 10, "every step is told once undisturbed: {report:?}");
    assert!(report.is_clean(), "{report:#?}");
}
