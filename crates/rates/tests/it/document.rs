//! `docs/RATES.md` says what the files say.

use std::collections::BTreeSet;
use std::fmt::Write;

use domain::law::{CappedBy, Compensation, Counting, NotComputed, Trigger};
use rates::shipped;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/RATES.md");
const CODES_BEGIN: &str = "<!-- codes -->\n";
const CODES_END: &str = "<!-- codes end -->\n";
const UNVERIFIED_BEGIN: &str = "<!-- unverified -->\n";
const UNVERIFIED_END: &str = "<!-- unverified end -->\n";

/// The word of a `kebab-case` enum.
fn word(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

fn counted(found: &Compensation) -> String {
    let text = match &found.counting {
        Counting::Instalments {} => "10 + 20 + 7 × 10 per cent over 24 months",
        Counting::PercentOfPriceBase {} => "per cent of the price base amount",
        Counting::Days {} => "value × days",
        Counting::FourWeekPeriods {} => "a tenth of the value for each started four-week period",
        Counting::ActualCost { above: None, .. } => "actual cost",
        Counting::ActualCost { above: Some(code), above_only_if_entitled, .. } => {
            let only = if *above_only_if_entitled { " on days that give it" } else { "" };
            return format!("actual cost above `{code}`{only}");
        }
        Counting::PercentMinusFee {} => "per cent of the cost, minus the own fee",
        Counting::Threshold { .. } => "actual cost once twelve months reach the threshold",
        Counting::Capped { by: CappedBy::Item, .. } => "actual cost up to a cap for each item",
        Counting::Capped { by: CappedBy::Day, caps } => {
            let caps = caps.as_ref().map_or("its own", |code| code.0.as_str());
            return format!("actual cost up to the daily caps of `{caps}`");
        }
        Counting::Once { after, trigger } => {
            let each = match trigger {
                Trigger::FirstDay | Trigger::MovedIn | Trigger::Death => "once",
                Trigger::FirstDayInMunicipality | Trigger::AssignmentDecision => {
                    "once for each municipality"
                }
            };
            let codes: Vec<String> = after.iter().map(|code| format!("`{code}`")).collect();
            let with = if codes.is_empty() { String::new() } else { " with ".to_owned() };
            return format!("{each}{with}{}", codes.join(", "));
        }
        Counting::Yearly {} => "a sum for each year",
        Counting::Forecast {} => "value × the city's share of the forecast",
        Counting::Allocation {} => "value × allocation number",
        Counting::Places {} => "value × places",
        Counting::PlaceDays {} => "value × places × days",
        Counting::VacantDays {} => "rent of vacant days",
        Counting::None { because } => match because {
            NotComputed::Ended => "not computed: ended, a code for old lists and clawbacks",
            NotComputed::ByHand => "not computed: the government's own decisions, entered by hand",
            NotComputed::Region => "not computed: the region's money",
            NotComputed::Reference => "not computed: a reference amount",
        },
    };
    text.to_owned()
}

/// The values of today's law: how many there are, and what is missing or unsure.
fn values(found: &Compensation) -> String {
    let rates = || found.cases.iter().flat_map(|case| &case.rates);
    let holes = rates().filter(|rate| rate.value.is_none()).count();
    let unsure = rates().filter(|rate| rate.value.is_some() && !rate.verified).count();
    let mut text = rates().count().saturating_sub(holes).to_string();
    if unsure > 0 {
        write!(text, ", {unsure} unverified").unwrap();
    }
    if holes > 0 {
        write!(text, ", {holes} without source").unwrap();
    }
    text
}

fn table() -> String {
    let mut text =
        "| code | law | asked for by | counted | last day | values |\n|---|---|---|---|---|---|\n"
            .to_owned();
    for found in shipped().unwrap().iter() {
        let last_day = found.wordings.last().and_then(|wording| wording.last_day).map(word);
        let last_day = last_day.unwrap_or_default();
        let law = format!("{} {}", found.ordinance, found.section);
        let (ask, counted, values) = (word(found.ask), counted(found), values(found));
        writeln!(
            text,
            "| `{}` | {} | {ask} | {counted} | {last_day} | {values} |",
            found.code,
            law.trim()
        )
        .unwrap();
    }
    text
}

/// Values that are not read in their source, and days without value.
fn unverified() -> String {
    let mut text = "| rate | value | why |\n|---|---|---|\n".to_owned();
    for found in shipped().unwrap().iter() {
        for rate in found.cases.iter().flat_map(|case| &case.rates).filter(|rate| !rate.verified) {
            let value = rate.value.map_or_else(|| "—".to_owned(), |value| value.to_string());
            let note = rate.note.as_deref().unwrap_or_default();
            writeln!(text, "| `{}` | {value} | {note} |", rate.id).unwrap();
        }
    }
    text
}

fn replaced(text: &str, begin: &str, end: &str, with: &str) -> String {
    let (before, rest) = text.split_once(begin).unwrap();
    let (_, after) = rest.split_once(end).unwrap();
    format!("{before}{begin}{with}{end}{after}")
}

/// `UPDATE=1 cargo test -p rates` writes the tables anew.
#[test]
fn the_tables_say_what_the_files_say() {
    let written = std::fs::read_to_string(PATH).unwrap();
    let expected = replaced(&written, CODES_BEGIN, CODES_END, &table());
    let expected = replaced(&expected, UNVERIFIED_BEGIN, UNVERIFIED_END, &unverified());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(PATH, &expected).unwrap();
    } else {
        assert!(written == expected, "docs/RATES.md is old: UPDATE=1 cargo test -p rates");
    }
}

#[test]
fn evidence_is_what_the_document_lists() {
    let catalogue = shipped().unwrap();
    let used: BTreeSet<&str> = catalogue
        .iter()
        .flat_map(|found| &found.wordings)
        .flat_map(|wording| &wording.evidence)
        .map(String::as_str)
        .collect();
    let written = std::fs::read_to_string(PATH).unwrap();
    let (_, section) = written.split_once("## Evidence\n").unwrap();
    let section = section.split("\n## ").next().unwrap();
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `"));
    let listed: BTreeSet<&str> = rows.filter_map(|row| Some(row.split_once('`')?.0)).collect();
    assert_eq!(used, listed);
}

#[test]
fn the_example_of_the_format_can_be_read() {
    let written = std::fs::read_to_string(PATH).unwrap();
    let (_, example) = written.split_once("```toml\n").unwrap();
    let (example, _) = example.split_once("```").unwrap();
    let read = rates::from_texts([("ekb-dygn.toml".to_owned(), example)]);
    assert_eq!(read.map(|law| law.iter().count()), Ok(1));
}
