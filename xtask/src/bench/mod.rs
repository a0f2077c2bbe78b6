//! How fast and how large: ratios against floors that are measured in the same run.
//!
//! Seconds differ from machine to machine, ratios hardly do. Every job runs in a process of its own;
//! of several rounds the fastest counts, which others on the machine have disturbed least.

#![allow(clippy::float_arithmetic, reason = "seconds and ratios, never money")]

mod claims;
mod display;
mod expectations;
mod jobs;
mod memory;
mod register;
mod report;
mod start;

use crate::Outcome;
use crate::options::Options;
use crate::root::{root, target};
use crate::run::run as run_line;

use jobs::Bench;
use report::{Figure, Report};

/// Rows of the largest list, without `--rows`.
const ROWS: u64 = 1_000_000;
/// The same with `--quick`.
const QUICK_ROWS: u64 = 100_000;
const ROUNDS: u32 = 3;

/// Measures and writes the figures of `docs/PERFORMANCE.md`; `--quick` and `--only JOB` only show them.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    let mut given = Options::read(arguments, &["rows", "only"], &["quick"])?;
    let quick = given.flag("quick");
    let only = given.text("only");
    let rows = given.number("rows")?.unwrap_or(if quick { QUICK_ROWS } else { ROWS });
    run_line("cargo build --release --package cli")?;
    run_line("cargo build --release --package acceptance --example measure")?;
    let bench = Bench::new(if quick { 1 } else { ROUNDS })?;
    let mut report = Report::of_this_machine(rows)?;
    for (name, job) in JOBS {
        if only.is_some_and(|only| only != name) {
            continue;
        }
        for figure in job(&bench, rows)? {
            println!("{figure}");
            report.add(figure);
        }
    }
    println!("\n{}", report.table());
    let file = target().join("bench.json");
    std::fs::write(&file, report.json()).map_err(|error| format!("{}: {error}", file.display()))?;
    println!("{}", file.display());
    if quick || rows != ROWS || only.is_some() {
        println!("docs/PERFORMANCE.md is left alone: its figures are those of a whole run");
    } else {
        report.write_into(&root().join("docs/PERFORMANCE.md"))?;
    }
    report.verdict()
}

/// Measures with so many rows at most.
type Job = fn(&Bench, u64) -> Outcome<Vec<Figure>>;

/// What is measured, by the name that `--only` takes.
const JOBS: [(&str, Job); 9] = [
    ("import", import),
    ("matching", matching),
    ("memory", memory_of_import),
    ("backup", backup),
    ("register", register::import),
    ("looking", register::looking),
    ("claims", claims::figures),
    ("expectations", expectations::figures),
    ("start", |bench, _| start::figures(bench)),
];

/// Row 1: the whole import against its floor.
fn import(bench: &Bench, rows: u64) -> Outcome<Vec<Figure>> {
    let sample = bench.sample(rows, rows / 20)?;
    let (import, floor) = bench.import_and_floor(&sample)?;
    let rate = |seconds: f64| format!("{:.0} rows/s", rows as f64 / seconds);
    Ok(vec![
        Figure::at_least(
            "whole import of a payment list, rate against the floor",
            floor / import,
            0.5,
        )
        .with(format!("{rows} rows: {import:.2} s, {}", rate(import))),
        Figure::shown(
            "floor: bare inserts of the same rows",
            format!("{floor:.2} s, {}", rate(floor)),
        ),
    ])
}

/// A backup while a list is read in, and restoring it, against reading every page once.
fn backup(bench: &Bench, rows: u64) -> Outcome<Vec<Figure>> {
    let sample = bench.sample(rows + rows / 2, rows / 20)?;
    let copying = bench.copying(&sample, &bench.sample(rows / 10, rows / 200)?)?;
    let times = |seconds: f64| seconds / copying.pages;
    let size = format!("{} MB", copying.bytes / 1_000_000);
    Ok(vec![
        Figure::at_most(
            "backup while a list is read in, times reading every page once",
            times(copying.backup),
            3.0,
        )
        .with(format!("{size}: {:.2} s, every page {:.2} s", copying.backup, copying.pages)),
        Figure::at_most("restoring it, times the same", times(copying.restore), 4.0)
            .with(format!("{:.2} s", copying.restore)),
    ])
}

/// Row 2: memory, whatever the number of rows.
fn memory_of_import(bench: &Bench, rows: u64) -> Outcome<Vec<Figure>> {
    let mut figures = Vec::new();
    let mut peaks = Vec::new();
    for rows in [rows / 100, rows / 10, rows] {
        let sample = bench.sample(rows, rows / 20)?;
        let Some((idle, peak)) = bench.memory_of_import(&sample)? else {
            let words = "not measured: peaks are read from /proc, which only Linux has";
            return Ok(vec![Figure::shown("memory of an import", words.to_owned())]);
        };
        let above = memory::above_idle_and_cache(idle, peak);
        peaks.push(above);
        figures.push(
            Figure::at_most(
                "memory of an import above idle and cache, MB",
                above as f64 / 1024.0,
                64.0,
            )
            .with(format!(
                "{rows} rows: peak {peak} KiB, idle {idle} KiB, cache {} KiB",
                memory::CACHE_KIB
            )),
        );
    }
    let (first, last) = (peaks.first().copied().unwrap_or(0), peaks.last().copied().unwrap_or(0));
    let growth = last.saturating_sub(first) as f64 / 1024.0;
    figures.push(Figure::shown(
        "memory from the smallest list to the largest",
        format!("{growth:.1} MB more"),
    ));
    Ok(figures)
}

/// Row 3: matching against importing, and against half as many rows.
fn matching(bench: &Bench, rows: u64) -> Outcome<Vec<Figure>> {
    let rows = rows / 10;
    let persons = rows / 2;
    let one = bench.matching(&bench.sample(rows, persons)?)?;
    let two = bench.matching(&bench.sample(2 * rows, persons)?)?;
    let store = one.whole - one.propose;
    Ok(vec![
        Figure::at_most("matching against importing the same rows", one.whole / one.import, 0.25)
            .with(format!(
                "{rows} rows, {persons} persons: {:.3} s (proposals {:.3} s, storing {store:.3} s), import {:.3} s",
                one.whole, one.propose, one.import
            )),
        Figure::at_most("matching twice the rows, times as long", two.whole / one.whole, 2.2)
            .with(format!("{} rows: {:.3} s", 2 * rows, two.whole)),
    ])
}
