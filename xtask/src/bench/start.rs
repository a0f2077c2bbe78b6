//! Row 7: from start to a usable start page, against an empty window.
//!
//! Seen as a person sees it: on a display of its own, from the start of the process to the last
//! change of the picture. Nothing in the program knows that it is measured.

use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::display::Display;
use super::jobs::{Bench, KEY, released};
use super::report::Figure;
use crate::Outcome;
use crate::run::run as run_line;
use crate::{node, system};

/// Starts are short and easily disturbed.
const ROUNDS: u32 = 7;
const ROWS: u64 = 10_000;
/// After so long without a change the picture counts as done.
const STILL: Duration = Duration::from_millis(1_500);
/// A window that has not come by then does not come.
const PATIENCE: Duration = Duration::from_secs(30);

/// The program with a database that holds a register and a list, and the empty window.
pub(super) fn figures(bench: &Bench) -> Outcome<Vec<Figure>> {
    if !cfg!(target_os = "linux") {
        let words = "not measured: needs Xvfb, which only Linux has";
        return Ok(vec![Figure::shown("start to usable start page", words.to_owned())]);
    }
    system::ensure(system::BUILD)?;
    system::ensure(system::DRIVE)?;
    node::packages()?;
    node::build()?;
    run_line("cargo build --release --package atersok --features custom-protocol")?;
    run_line("cargo build --release --package atersok --features custom-protocol --example empty")?;
    let home = Home::with_database(&bench.database_with_list(ROWS)?)?;
    let display = Display::start()?;
    let [mut program, mut empty] = [Shown::NEVER; 2];
    // The first round warms fonts and files; the fastest counts in any case.
    for _ in 0..ROUNDS {
        empty = empty.faster(shown_after(&display, &home, "examples", "empty")?);
        program = program.faster(shown_after(&display, &home, "", "atersok")?);
    }
    let ratio = program.last / empty.last;
    let detail = format!(
        "{:.3} s to the open database's start page (window after {:.3} s), empty window {:.3} s",
        program.last, program.first, empty.last
    );
    let name = "start to usable start page, times an empty window";
    let figure = Figure::at_most(name, ratio, 1.3).with(detail);
    Ok(vec![figure])
}

/// Seconds from the start of a program to the first and to the last change of the picture.
#[derive(Clone, Copy)]
struct Shown {
    first: f64,
    last: f64,
}

impl Shown {
    const NEVER: Shown = Shown { first: f64::INFINITY, last: f64::INFINITY };

    fn faster(self, other: Shown) -> Shown {
        if other.last < self.last { other } else { self }
    }
}

/// A person's own folders, with a database at the standard place.
struct Home(TempDir);

impl Home {
    fn with_database(database: &Path) -> Outcome<Home> {
        let fault = |error: std::io::Error| error.to_string();
        let home = Home(tempfile::tempdir().map_err(fault)?);
        let place = home.at("data").join("Atersok");
        let settings = home.at("config").join("gtk-3.0");
        for folder in [&place, &settings, &home.at("cache"), &home.at("runtime")] {
            std::fs::create_dir_all(folder).map_err(fault)?;
        }
        std::fs::copy(database, place.join("atersok.db")).map_err(fault)?;
        // A caret that blinks would never leave the picture still.
        let still = "[Settings]\ngtk-cursor-blink=false\n";
        std::fs::write(settings.join("settings.ini"), still).map_err(fault)?;
        Ok(home)
    }

    fn at(&self, folder: &str) -> PathBuf {
        self.0.path().join(folder)
    }
}

fn shown_after(display: &Display, home: &Home, folder: &str, name: &str) -> Outcome<Shown> {
    let blank = display.picture()?;
    let mut command = released(name, folder);
    command.env("DISPLAY", display.name()).env("ATERSOK_KEY", KEY).env("HOME", home.at(""));
    for (variable, folder) in [
        ("XDG_DATA_HOME", "data"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_RUNTIME_DIR", "runtime"),
    ] {
        command.env(variable, home.at(folder));
    }
    // No desktop session: neither settings service nor accessibility bus.
    command.envs([("GSETTINGS_BACKEND", "memory"), ("NO_AT_BRIDGE", "1")]);
    let started = Instant::now();
    let running = Running(command.stderr(Stdio::null()).spawn().map_err(|e| e.to_string())?);
    let shown = changes(display, blank, started);
    drop(running);
    // The web view's own processes take a moment to end; the next round starts on a blank display.
    while display.picture()? != blank && started.elapsed() < PATIENCE {
        thread::sleep(Duration::from_millis(50));
    }
    thread::sleep(Duration::from_millis(500));
    shown?.ok_or_else(|| format!("{name} showed nothing"))
}

fn changes(display: &Display, blank: u64, started: Instant) -> Outcome<Option<Shown>> {
    let (mut picture, mut first, mut last) = (blank, None, Duration::ZERO);
    loop {
        let now = display.picture()?;
        let time = started.elapsed();
        if now != picture {
            (picture, last) = (now, time);
            first.get_or_insert(time);
        }
        let still = first.is_some() && time - last > STILL;
        if still || time > PATIENCE {
            return Ok(
                first.map(|first| Shown { first: first.as_secs_f64(), last: last.as_secs_f64() })
            );
        }
        thread::sleep(Duration::from_millis(4));
    }
}

struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // One that has ended already needs no end.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
