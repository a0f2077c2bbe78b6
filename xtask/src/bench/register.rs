//! The register: bringing it in, and what somebody waits for who looks in it.

use serde_json::Value;

use super::jobs::Bench;
use super::report::Figure;
use crate::Outcome;

/// Row 4: persons with their facts into the register, against the floor.
pub(super) fn import(bench: &Bench, rows: u64) -> Outcome<Vec<Figure>> {
    let persons = rows / 10;
    let (register, floor) = bench.register_and_floor(&bench.sample(1_000, persons)?)?;
    let rate = |seconds: f64| format!("{:.0} persons/s", persons as f64 / seconds);
    Ok(vec![
        Figure::at_least("register brought in, rate against the floor", floor / register, 0.4)
            .with(format!("{persons} persons: {register:.2} s, {}", rate(register))),
        Figure::shown(
            "floor: bare inserts of the same persons and facts",
            format!("{floor:.2} s, {}", rate(floor)),
        ),
    ])
}

/// Rows 5 to 7: keystrokes, persons' pages and the work list, in milliseconds.
pub(super) fn looking(bench: &Bench, rows: u64) -> Outcome<Vec<Figure>> {
    let aimed = rows / 5;
    let looked = bench.looking(&bench.sample(1_000, aimed)?)?;
    let mut figures: Vec<Figure> = LOOKS
        .iter()
        .map(|(key, job, bound)| {
            let figure = Figure::at_most(job, figure(&looked, key, "p99"), *bound);
            figure.with(format!("{aimed} persons: {}", detail(&looked, key)))
        })
        .collect();
    let large = bench.looking(&bench.sample(1_000, rows)?)?;
    figures.extend(LOOKS.iter().map(|(key, job, _)| {
        let p99 = figure(&large, key, "p99");
        Figure::shown(job, format!("{rows} persons: {p99:.2} ms; {}", detail(&large, key)))
    }));
    Ok(figures)
}

/// What is measured of each kind, its words and its bound in milliseconds.
const LOOKS: [(&str, &str, f64); 4] = [
    ("palette", "a keystroke in the search of everything, 99th percentile, ms", 16.0),
    ("list", "a keystroke in the list of persons, 99th percentile, ms", 16.0),
    ("person", "opening a person, 99th percentile, ms", 20.0),
    ("work", "a page of 100 in the work list, 99th percentile, ms", 10.0),
];

fn figure(looked: &Value, key: &str, name: &str) -> f64 {
    looked[key][name].as_f64().unwrap_or(f64::INFINITY)
}

fn detail(looked: &Value, key: &str) -> String {
    let of = |name| figure(looked, key, name);
    format!(
        "median {:.2} ms, slowest {:.2} ms, {} times",
        of("median"),
        of("slowest"),
        looked[key]["calls"]
    )
}
