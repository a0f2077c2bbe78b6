//! Kills the headless host at random moments, for `cargo xtask crash`: `crash HOST KILLS SEED ROWS`.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "speaks to a terminal")]

use std::path::Path;
use std::process::ExitCode;

use acceptance::crash::{Plan, run};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [host, numbers @ ..] = words.as_slice() else { return usage() };
    let numbers: Vec<u64> = numbers.iter().filter_map(|word| word.parse().ok()).collect();
    let [kills, seed, rows] = numbers[..] else { return usage() };
    println!("kills {kills}, seed {seed}, {rows} rows a list");
    let report = run(Path::new(host), Plan { kills, seed, rows }, |report| {
        if report.killed().is_multiple_of(50) {
            let (bad, lost) = (report.inconsistent.len(), report.lost.len());
            println!("{:>6} kills, {bad} inconsistent, {lost} lost", report.killed());
        }
    });
    for (step, kills) in &report.kills {
        println!("  killed in {step:<12} {kills:>5}", step = format!("{step:?}"));
    }
    println!("  steps told as done     {:>5}", report.told);
    println!("  unfinished files left  {:>5}", report.unfinished_files);
    for line in report.inconsistent.iter().chain(&report.lost) {
        println!("  {line}");
    }
    let (bad, lost) = (report.inconsistent.len(), report.lost.len());
    println!("kills {}, inconsistent {bad}, lost {lost}", report.killed());
    if report.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn usage() -> ExitCode {
    eprintln!("usage: crash HOST KILLS SEED ROWS");
    ExitCode::from(2)
}
