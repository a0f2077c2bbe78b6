//! "Rätta övningen": the right answers of the handbook's exercises, held against the database.

use app::payments::Unwatched;
use serde::Serialize;
use serde_json::{Value, json};
use ts_rs::TS;

use super::Nothing;
use crate::{ErrorReply, Host, texts};

/// What lies on the observation account when the month is done: the parked row less what the bank kept.
const LEFT_ORE: i64 = 1_645_000;
/// What the bank credited for November.
const NOVEMBER_ORE: i64 = 22_469_800;
/// What is applied for in the quarter: two pupils, two four-week periods each.
const QUARTER_ORE: i64 = 6_720_000;
/// The cost of the quarter.
const COST: (&str, i64) = ("ÖV-3001", 1_240_000);

/// The exercises, with what is right of each.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Exercises {
    /// In the order of the handbook.
    pub exercises: Vec<Exercise>,
}

/// An exercise.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Exercise {
    /// `month` or `quarter`.
    pub exercise: String,
    /// Its name.
    pub name: String,
    /// The handbook's chapter.
    pub chapter: String,
    /// Whether every part is right.
    pub done: bool,
    /// Its parts.
    pub parts: Vec<ExercisePart>,
}

/// A part of an exercise.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ExercisePart {
    /// What is to be right.
    pub part: String,
    /// Whether it is.
    pub right: bool,
    /// The same in words, with the way on where it is not.
    pub text: String,
}

/// The exercises as far as they are right.
///
/// # Errors
/// When no database is open.
pub fn check(host: &mut Host, _: Nothing) -> Result<Exercises, ErrorReply> {
    host.app()?;
    let mut looking = Looking { host };
    let month = looking.month();
    let quarter = looking.quarter();
    Ok(Exercises {
        exercises: vec![
            exercise("month", "21-ovningsmanaden", &month),
            exercise("quarter", "27-ovningskvartalet", &quarter),
        ],
    })
}

fn exercise(name: &str, chapter: &str, parts: &[(&str, bool)]) -> Exercise {
    let part = |(part, right): &(&str, bool)| ExercisePart {
        part: (*part).to_owned(),
        right: *right,
        text: texts::text(
            &format!("exercise-{name}-{part}{}", if *right { "" } else { ".do" }),
            &[],
        ),
    };
    Exercise {
        exercise: name.to_owned(),
        name: texts::text(&format!("exercise-{name}"), &[]),
        chapter: chapter.to_owned(),
        done: parts.iter().all(|(_, right)| *right),
        parts: parts.iter().map(part).collect(),
    }
}

/// Looks by the operations that everybody has. What is refused is not there yet.
struct Looking<'h> {
    host: &'h mut Host,
}

fn rows<'v>(answer: &'v Value, name: &str) -> impl Iterator<Item = &'v Value> {
    answer[name].as_array().into_iter().flatten()
}

impl Looking<'_> {
    fn ask(&mut self, operation: &str, request: Value) -> Value {
        self.host.call(operation, request, &Unwatched).unwrap_or_default()
    }

    fn balance(&mut self, request: Value) -> Option<i64> {
        self.ask("suspense.page", request)["balance_ore"].as_i64()
    }

    fn month(&mut self) -> Vec<(&'static str, bool)> {
        let lists = self.ask("payments.lists", json!({ "shown": { "all": true } }));
        let is_november =
            |list: &&Value| list["file"].as_str().is_some_and(|file| file.ends_with("2026-11.csv"));
        let list = rows(&lists, "lists").find(is_november).cloned().unwrap_or_default();
        let id = list["list"].clone();
        let row = self.ask("review.row", json!({ "list": id, "line": 12 }));
        let merged = self.ask("persons.view", json!({ "person": "P22" }));
        let months = self.ask("distribution.months", json!({}));
        let november = rows(&months, "months").find(|month| month["month"] == "2026-11");
        let waits = november.and_then(|month| month["ready_rows"].as_u64());
        let shared = november.is_some_and(|month| rows(month, "runs").next().is_some());
        let wrong = self.ask("distribution.wrong", json!({}));
        let reported = self.ask("expectation.reported", json!({}));
        let orders = self.ask("orders.list", json!({}));
        let is_done = |order: &Value| order["state"] == "booked" || order["state"] == "withdrawn";
        let of_december = rows(&orders, "orders").any(|order| order["period"] == "2026-12");
        // What lay there before the exercise is not its own.
        let before = self.balance(json!({ "as_of": "2026-11-02" }));
        let left = self.balance(json!({}));
        vec![
            ("list", list["state"] == "committed"),
            ("bank", list["bank_ore"] == NOVEMBER_ORE),
            ("parked", row["row"]["state"] == "parked"),
            ("matched", list["unmatched_rows"] == 0 && list["state"] == "committed"),
            ("merged", !merged.is_null() && merged["brief"]["person"] == "P10"),
            ("shared", shared && waits == Some(0)),
            ("corrected", !wrong.is_null() && rows(&wrong, "rows").next().is_none() && shared),
            ("reported", rows(&reported, "rows").any(|row| row["brief"]["person"] == "P23")),
            ("booked", of_december && rows(&orders, "orders").all(is_done)),
            ("account", shared && before.zip(left).is_some_and(|(a, b)| b - a == LEFT_ORE)),
        ]
    }

    fn quarter(&mut self) -> Vec<(&'static str, bool)> {
        let costs = self.ask("costs.list", json!({ "voucher": COST.0 }));
        let has_cost = rows(&costs, "costs").any(|cost| cost["amount_ore"] == COST.1);
        let claims = self.ask("claims.list", json!({ "compensation": "ASYL-UTB-GRU" }));
        let numbers: Vec<Value> =
            rows(&claims, "claims").map(|claim| claim["number"].clone()).collect();
        let (mut made, mut whole, mut proved, mut sent) = (false, false, false, false);
        for number in numbers {
            let view = self.ask("claims.view", json!({ "claim": number }));
            if view["period"] != "2026Q3" {
                continue;
            }
            made = true;
            whole |= view["sum_ore"] == QUARTER_ORE;
            proved |= rows(&view, "documents").next().is_some();
            sent |= view["state"] == "submitted";
        }
        vec![
            ("cost", has_cost),
            ("claim", made),
            ("lines", whole),
            ("evidence", proved),
            ("submitted", sent),
        ]
    }
}
