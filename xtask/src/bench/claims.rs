//! Claims: lists of pupils and costs brought in, what may be claimed, and the package of a claim.

use serde_json::Value;

use super::jobs::Bench;
use super::report::Figure;
use crate::Outcome;

/// Persons of a sample for so many rows of the largest list: of twenty-five thousand twenty thousand go to
/// school, and a hundred thousand costs are read.
const ROWS_A_PERSON: u64 = 40;

/// Candidates in seconds and against half as many persons, the start page in milliseconds, and a package of
/// two hundred lines with three hundred documents in seconds.
pub(super) fn figures(bench: &Bench, rows: u64) -> Outcome<Vec<Figure>> {
    let persons = rows / ROWS_A_PERSON;
    let half = bench.claiming(persons / 2)?;
    let whole = bench.claiming(persons)?;
    let of = |figures: &Value, name: &str| figures[name].as_f64().unwrap_or(f64::INFINITY);
    let costs = of(&whole, "cost_rows");
    let pupils = of(&whole, "pupil_rows");
    let candidates = of(&whole, "candidates");
    Ok(vec![
        Figure::shown(
            "costs brought in from a file",
            format!(
                "{costs:.0} rows: {:.2} s, {:.0} rows/s",
                of(&whole, "costs"),
                costs / of(&whole, "costs")
            ),
        ),
        Figure::shown(
            "four lists of pupils brought in",
            format!(
                "{pupils:.0} rows: {:.2} s, {:.0} rows/s",
                of(&whole, "school"),
                pupils / of(&whole, "school")
            ),
        ),
        Figure::at_most("what may be claimed, found anew, s", candidates, 2.0)
            .with(format!("{persons} persons: {:.0} found", of(&whole, "found"))),
        Figure::at_most(
            "what may be claimed of twice the persons, times as long",
            candidates / of(&half, "candidates"),
            2.2,
        ),
        Figure::at_most("start page with these, ms", 1000.0 * of(&whole, "start"), 100.0),
        Figure::at_most("package of a claim, s", of(&whole, "package"), 10.0).with(format!(
            "{:.0} lines, 300 documents, {:.0} files",
            of(&whole, "lines"),
            of(&whole, "files")
        )),
    ])
}
