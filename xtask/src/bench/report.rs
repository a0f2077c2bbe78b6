//! Figures with their targets, as a table, as JSON and in `docs/PERFORMANCE.md`.

use std::fmt;
use std::fs;
use std::path::Path;
use std::thread::available_parallelism;
use std::time::SystemTime;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::Outcome;
use crate::run::read;

const BEGIN: &str = "<!-- figures: written by `cargo xtask bench` -->";
const END: &str = "<!-- end of figures -->";

/// What a figure must be.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Bound {
    AtLeast(f64),
    AtMost(f64),
    None,
}

/// One figure.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    job: &'static str,
    value: Option<f64>,
    bound: Bound,
    detail: String,
}

impl Figure {
    pub(super) fn at_least(job: &'static str, value: f64, bound: f64) -> Figure {
        let bound = Bound::AtLeast(bound);
        Figure { job, value: Some(value), bound, detail: String::new() }
    }

    pub(super) fn at_most(job: &'static str, value: f64, bound: f64) -> Figure {
        let bound = Bound::AtMost(bound);
        Figure { job, value: Some(value), bound, detail: String::new() }
    }

    /// A figure without target.
    pub(super) fn shown(job: &'static str, detail: String) -> Figure {
        Figure { job, value: None, bound: Bound::None, detail }
    }

    pub(super) fn with(self, detail: String) -> Figure {
        Figure { detail, ..self }
    }

    fn is_missed(&self) -> bool {
        let value = self.value.unwrap_or_default();
        match self.bound {
            Bound::AtLeast(bound) => value < bound,
            Bound::AtMost(bound) => value > bound,
            Bound::None => false,
        }
    }

    /// Value, bound and verdict as they are shown.
    fn words(&self) -> [String; 3] {
        let bound = match self.bound {
            Bound::AtLeast(bound) => format!("≥ {bound}"),
            Bound::AtMost(bound) => format!("≤ {bound}"),
            Bound::None => String::new(),
        };
        let verdict = match (self.bound, self.is_missed()) {
            (Bound::None, _) => "",
            (_, true) => "missed",
            (_, false) => "held",
        };
        let value = self.value.map(|value| format!("{value:.2}")).unwrap_or_default();
        [value, bound, verdict.to_owned()]
    }

    fn row(&self) -> String {
        let [value, bound, verdict] = self.words();
        format!("| {} | {value} | {bound} | {verdict} | {} |", self.job, self.detail)
    }

    fn json(&self) -> Value {
        let (at_least, at_most) = match self.bound {
            Bound::AtLeast(bound) => (Some(bound), None),
            Bound::AtMost(bound) => (None, Some(bound)),
            Bound::None => (None, None),
        };
        json!({
            "job": self.job, "value": self.value, "at_least": at_least, "at_most": at_most,
            "held": !self.is_missed(), "detail": self.detail,
        })
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [value, bound, verdict] = self.words();
        write!(f, "{}: {value} {bound} {verdict} {}", self.job, self.detail)
    }
}

/// All figures, and the machine they are from.
pub(super) struct Report {
    machine: String,
    rows: u64,
    figures: Vec<Figure>,
}

impl Report {
    pub(super) fn of_this_machine(rows: u64) -> Outcome<Report> {
        Ok(Report { machine: machine()?, rows, figures: Vec::new() })
    }

    pub(super) fn add(&mut self, figure: Figure) {
        self.figures.push(figure);
    }

    pub(super) fn table(&self) -> String {
        let mut lines =
            vec!["| job | value | target | | |".to_owned(), "|---|---|---|---|---|".to_owned()];
        lines.extend(self.figures.iter().map(Figure::row));
        format!("{}\n\n{}\n", self.machine, lines.join("\n"))
    }

    pub(super) fn json(&self) -> String {
        let figures: Vec<Value> = self.figures.iter().map(Figure::json).collect();
        let document = json!({ "machine": self.machine, "rows": self.rows, "figures": figures });
        format!("{document:#}\n")
    }

    /// Writes the table between the marks of a document.
    pub(super) fn write_into(&self, path: &Path) -> Outcome {
        let fault = |error: std::io::Error| format!("{}: {error}", path.display());
        let text = fs::read_to_string(path).map_err(fault)?;
        let written = between_marks(&text, &self.table())
            .ok_or_else(|| format!("{}: the marks of the figures are gone", path.display()))?;
        fs::write(path, written).map_err(fault)
    }

    /// Fails when a target is missed.
    pub(super) fn verdict(&self) -> Outcome {
        let missed: Vec<String> = self
            .figures
            .iter()
            .filter(|figure| figure.is_missed())
            .map(|figure| format!("missed: {figure}"))
            .collect();
        if missed.is_empty() { Ok(()) } else { Err(missed.join("\n")) }
    }
}

fn between_marks(text: &str, table: &str) -> Option<String> {
    let (before, rest) = text.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n\n{table}\n{END}{after}"))
}

/// Processor, cores, system, compiler, day.
#[allow(clippy::disallowed_methods, reason = "a figure says which day it was measured")]
fn machine() -> Outcome<String> {
    let from = |path: &str, start: &str| {
        let text = fs::read_to_string(path).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix(start).map(str::to_owned));
        line.map(|line| line.trim_start_matches([' ', '\t', ':', '=']).trim_matches('"').to_owned())
    };
    let processor = from("/proc/cpuinfo", "model name")
        .or_else(|| std::env::var("PROCESSOR_IDENTIFIER").ok())
        .unwrap_or_else(|| std::env::consts::ARCH.to_owned());
    let system =
        from("/etc/os-release", "PRETTY_NAME").unwrap_or_else(|| std::env::consts::OS.to_owned());
    let cores = available_parallelism().map_or(1, usize::from);
    let compiler = read("rustc --version")?;
    let day = DateTime::<Utc>::from(SystemTime::now()).date_naive();
    Ok(format!("{processor}, {cores} cores, {system}, {}, {day}", compiler.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_held_against_their_targets() {
        assert!(!Figure::at_least("rate", 0.5, 0.5).is_missed());
        assert!(Figure::at_least("rate", 0.49, 0.5).is_missed());
        assert!(!Figure::at_most("memory", 64.0, 64.0).is_missed());
        assert!(Figure::at_most("memory", 64.1, 64.0).is_missed());
        assert!(!Figure::shown("start", "later".to_owned()).is_missed());
    }

    #[test]
    fn only_what_stands_between_the_marks_is_replaced() {
        let text = format!("a\n{BEGIN}\nold\n{END}\nb\n");
        let written = between_marks(&text, "new\n").unwrap();
        assert_eq!(written, format!("a\n{BEGIN}\n\nnew\n\n{END}\nb\n"));
        assert_eq!(between_marks(&written, "new\n"), Some(written.clone()));
        assert_eq!(between_marks("no marks", "new"), None);
    }
}
