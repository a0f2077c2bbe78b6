//! Everything that must hold, as steps; a failing step does not hide what the others would say.

use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::root::{self, target};
use crate::run::{command, finish, follow, run as run_line};
use crate::{Outcome, bindings, node, system, tidy};

/// One selection of packages and features for every step: another would build the web view's crates
/// again.
const ALL: &str = "--workspace --features atersok/e2e";

/// Runs every step and counts.
///
/// # Errors
/// When any step or test failed.
pub(crate) fn run() -> Outcome {
    let mut report = Report::default();
    report.step("formatting", |_| run_line("cargo fmt --check"));
    report.step("design (tidy)", |_| tidy::run());
    let system = report.step("system packages", |_| {
        system::ensure(system::BUILD)?;
        system::ensure(system::DRIVE)
    });
    // Where it cannot be had, its own test says that it was not run; the rest must not wait for it.
    if let Err(sentence) = system::ensure(system::COMPARE) {
        println!("NOT CHECKED against PostgreSQL: {sentence}");
    }
    let packages = report.step("screen: packages", |_| node::packages());
    let screen = packages && report.step("screen: types and build", |_| node::build());
    if packages {
        report.step("screen: tests", screen_tests);
    }
    // The shell takes the built screen into itself already when it is checked.
    if system && screen {
        report.step("lints", |_| {
            run_line(&format!("cargo clippy --all-targets {ALL} -- -D warnings"))
        });
        let built = report.step("build", |_| {
            // Not every program: this one runs, and Windows lets nobody replace it meanwhile.
            run_line(&format!("cargo build --bin atersok --tests --examples {ALL}"))
        });
        if built {
            report.step("generated types", |_| bindings::check(&root::built("examples/contract")));
            report.step("Rust tests and window", rust_tests);
        }
    }
    report.step("licences and sources", |_| licences());
    report.close()
}

/// The tests of all crates, and with them those that drive the window that was built before.
fn rust_tests(tests: &mut Tests) -> Outcome {
    let line = format!("cargo test --no-fail-fast {ALL}");
    let mut cargo = if cfg!(target_os = "linux") {
        let mut shown = command("xvfb-run --auto-servernum");
        shown.arg("--server-args=-screen 0 1440x900x24").args(line.split(' '));
        shown
    } else {
        println!("NOT RUN: the window is driven by WebKitWebDriver, which only Linux has");
        command(&line)
    };
    follow(&mut cargo, &line, |line| tests.add_cargo_line(line))
}

fn screen_tests(tests: &mut Tests) -> Outcome {
    let file = target().join("screen-tests.json");
    // An older report must not stand for a run that never wrote one.
    let _ = std::fs::remove_file(&file);
    let mut vitest = command("npm run test --workspace ui -- --reporter=default --reporter=json");
    vitest.arg(format!("--outputFile.json={}", file.display()));
    let outcome = finish(&mut vitest, "npm run test");
    let text = std::fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    tests.add_vitest_report(&text)?;
    outcome
}

fn licences() -> Outcome {
    let asked =
        command("cargo deny --version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !asked.is_ok_and(|status| status.success()) {
        println!("NOT CHECKED: cargo-deny is not installed (cargo install --locked cargo-deny)");
        return Ok(());
    }
    run_line("cargo deny --offline check licenses bans sources")
}

/// Tests that passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tests {
    passed: u64,
    failed: u64,
}

impl Tests {
    /// Adds a closing line of cargo's: `test result: ok. 12 passed; 0 failed; …`.
    fn add_cargo_line(&mut self, line: &str) {
        let Some(counts) = line.strip_prefix("test result: ") else { return };
        for part in counts.split(['.', ';']) {
            let mut words = part.split_whitespace();
            match (words.next().map(str::parse::<u64>), words.next()) {
                (Some(Ok(count)), Some("passed")) => self.passed += count,
                (Some(Ok(count)), Some("failed")) => self.failed += count,
                _ => {}
            }
        }
    }

    /// Adds the screen's report, JSON with `numPassedTests` and `numFailedTests`.
    fn add_vitest_report(&mut self, text: &[u8]) -> Outcome {
        let report: Value = serde_json::from_slice(text)
            .map_err(|error| format!("the screen's report: {error}"))?;
        let count = |name: &str| {
            report[name].as_u64().ok_or_else(|| format!("the screen's report has no {name}"))
        };
        self.passed += count("numPassedTests")?;
        self.failed += count("numFailedTests")?;
        Ok(())
    }
}

/// What the steps gave.
#[derive(Default)]
struct Report {
    tests: Tests,
    steps: Vec<(&'static str, Duration, Outcome)>,
}

impl Report {
    /// Runs one step; answers whether it went well.
    fn step(&mut self, name: &'static str, work: impl FnOnce(&mut Tests) -> Outcome) -> bool {
        println!("\n== {name}");
        let started = Instant::now();
        let failed_before = self.tests.failed;
        let outcome = work(&mut self.tests);
        let well = outcome.is_ok() && self.tests.failed == failed_before;
        if let Err(sentence) = &outcome {
            println!("{sentence}");
            // A step that is no row of tests counts as one.
            self.tests.failed += u64::from(self.tests.failed == failed_before);
        }
        self.steps.push((name, started.elapsed(), outcome));
        well
    }

    fn close(self) -> Outcome {
        println!("\n== summary");
        for (name, time, outcome) in &self.steps {
            let word = if outcome.is_ok() { "ok" } else { "FAILED" };
            println!("{name:<24} {:>7.1} s  {word}", time.as_secs_f64());
        }
        println!("{} passed, {} failed", self.tests.passed, self.tests.failed);
        match self.tests.failed {
            0 => Ok(()),
            _ => Err("Not everything holds: see the steps marked FAILED.".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_lines_are_summed() {
        let mut tests = Tests::default();
        for line in [
            "running 3 tests",
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 4 filtered out",
            "test a::passed ... ok",
            "test result: FAILED. 2 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out",
        ] {
            tests.add_cargo_line(line);
        }
        assert_eq!(tests, Tests { passed: 14, failed: 3 });
    }

    #[test]
    fn a_report_of_the_screen_must_have_its_counts() {
        let mut tests = Tests::default();
        let report = br#"{"numPassedTests": 7, "numFailedTests": 1}"#;
        assert_eq!(tests.add_vitest_report(report), Ok(()));
        assert_eq!(tests, Tests { passed: 7, failed: 1 });
        assert!(tests.add_vitest_report(b"{}").is_err());
        assert!(tests.add_vitest_report(b"").is_err());
    }

    #[test]
    fn a_step_that_fails_counts_once() {
        let mut report = Report::default();
        assert!(report.step("good", |_| Ok(())));
        assert!(!report.step("no tests", |_| Err("broken".to_owned())));
        assert!(!report.step("tests", |tests| {
            tests.add_cargo_line("test result: FAILED. 5 passed; 2 failed; 0 ignored");
            Err("cargo test".to_owned())
        }));
        assert_eq!(report.tests, Tests { passed: 5, failed: 3 });
        assert!(report.close().is_err());
    }
}
