//! What should come, for everybody, with every explanation.

use serde_json::Value;

use super::jobs::Bench;
use super::report::Figure;
use crate::Outcome;
use crate::root::target;
use crate::run::{read_from, run as run_line};

/// Seconds that everybody may take.
const EVERYBODY_SECONDS: f64 = 5.0;
/// Milliseconds that one changed person may take.
const ONE_PERSON_MS: f64 = 50.0;
/// Twice the persons take at most so many times as long.
const LINEAR: f64 = 2.2;

/// Expectations of a fifth as many persons as rows over 24 months, on both cores, and of one.
pub(super) fn figures(_: &Bench, rows: u64) -> Outcome<Vec<Figure>> {
    run_line("cargo build --release --package rates --example expectations")?;
    let persons = rows / 5;
    let (all, half) = (computed(persons)?, computed(persons / 2)?);
    let of = |found: &Value, name: &str| found[name].as_f64().unwrap_or(f64::INFINITY);
    let seconds = of(&all, "seconds");
    Ok(vec![
        Figure::at_most("expectations of everybody over 24 months, s", seconds, EVERYBODY_SECONDS)
            .with(format!(
                "{persons} persons: {} amounts with {} steps of explanation",
                all["amounts"], all["steps"]
            )),
        Figure::at_most(
            "expectations of twice the persons, times as long",
            seconds / of(&half, "seconds"),
            LINEAR,
        )
        .with(format!("{} persons: {:.2} s", persons / 2, of(&half, "seconds"))),
        Figure::at_most(
            "expectation of one changed person, ms",
            of(&all, "one_person_ms"),
            ONE_PERSON_MS,
        ),
    ])
}

/// The fastest of three rounds.
fn computed(persons: u64) -> Outcome<Value> {
    let program = target().join("release/examples/expectations");
    let mut fastest: Option<Value> = None;
    for _ in 0..3 {
        let mut asked = std::process::Command::new(&program);
        let text = read_from(asked.arg(persons.to_string()), "expectations")?;
        let found: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
        let faster = |old: &Value| found["seconds"].as_f64() < old["seconds"].as_f64();
        if fastest.as_ref().is_none_or(faster) {
            fastest = Some(found);
        }
    }
    fastest.ok_or_else(|| "expectations: no round".to_owned())
}
