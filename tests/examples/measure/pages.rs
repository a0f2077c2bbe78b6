//! What somebody waits for in a year's work: twelve lists taken in, matched, shared and ordered, and the
//! pages that show them.

use std::fs;
use std::path::Path;

use chrono::{Datelike, Months, NaiveDate};
use serde_json::{Value, json};

use super::looking::timed_calls;
use super::{Outcome, call, created, opened};

/// Lists of a year.
const MONTHS: u32 = 12;
/// How often each page is asked for.
const ASKED: usize = 20;

/// A database with a register and the list of a month, moved to each of twelve months.
pub(super) fn year(db: &str, folder: &str) -> Outcome {
    let folder = Path::new(folder);
    let mut host = created(db)?;
    let register = folder.join("register.csv");
    call(&mut host, "register.import", json!({ "path": register, "park_faulty": true }))?;
    let list = fs::read_to_string(folder.join("utbetalningslista-2026-10.csv"))?;
    let mut rows = 0;
    for month in 0..MONTHS {
        let path = folder.join(format!("flyttad-{month}.csv"));
        fs::write(&path, moved(&list, month))?;
        let id = api::new_id();
        let import = json!({ "id": id, "path": path, "park_faulty": true });
        rows = call(&mut host, "payments.import", import)?["rows"].as_u64().unwrap_or(rows);
        call(&mut host, "match.run", json!({ "list": id }))?;
        let run = call(&mut host, "distribution.run", json!({ "month": month_of(month) }))?;
        // The last month is not ordered yet: it is the one that is worked on.
        if month > 0 && run["distribution"].is_string() {
            call(&mut host, "orders.create", json!({ "distribution": run["distribution"] }))?;
        }
    }
    Ok(json!({ "whole": 0.0, "rows": rows }))
}

/// The month of payment of the list that is moved so far back, `yyyy-mm`.
fn month_of(back: u32) -> String {
    let first = NaiveDate::from_ymd_opt(2026, 10, 1).unwrap_or_default();
    earlier(first, back).format("%Y-%m").to_string()
}

/// A list with every day so many months earlier; last days of months stay last days.
fn moved(list: &str, back: u32) -> String {
    let lines = list.lines().map(|line| {
        let cells = line.split(';').map(|cell| match cell.parse::<NaiveDate>() {
            Ok(day) => earlier(day, back).to_string(),
            Err(_) => cell.to_owned(),
        });
        cells.collect::<Vec<_>>().join(";")
    });
    lines.collect::<Vec<_>>().join("\r\n") + "\r\n"
}

fn earlier(day: NaiveDate, back: u32) -> NaiveDate {
    let next = day.succ_opt().unwrap_or(day);
    if next.day() != 1 {
        return day.checked_sub_months(Months::new(back)).unwrap_or(day);
    }
    let next = next.checked_sub_months(Months::new(back)).unwrap_or(next);
    next.pred_opt().unwrap_or(day)
}

/// Milliseconds of every page of that year: the median and the slowest.
pub(super) fn pages(db: &str) -> Outcome {
    let mut host = opened(db)?;
    let lists = call(&mut host, "payments.lists", json!({}))?;
    let runs = call(&mut host, "distribution.list", json!({}))?;
    let orders = call(&mut host, "orders.list", json!({}))?;
    let list = &lists["lists"][0]["list"];
    let run = &runs["runs"][0]["distribution"];
    let order = &orders["orders"][0]["order"];
    let view = call(&mut host, "distribution.view", json!({ "distribution": run }))?;
    let row = &view["groups"][0]["rows"][0];
    let cell = json!({
        "distribution": run, "compensation": row["compensation"],
        "cost_centre": row["cells"][0]["cost_centre"],
    });
    let asked: [(&str, Value); 15] = [
        ("overview.navigation", json!({})),
        ("overview.start", json!({})),
        ("payments.lists", json!({})),
        ("payments.list", json!({ "list": list })),
        ("review.rows", json!({ "list": list, "filter": "all" })),
        ("match.rows", json!({ "list": list })),
        ("distribution.months", json!({})),
        ("distribution.view", json!({ "distribution": run })),
        ("distribution.cell", cell),
        ("distribution.wrong", json!({})),
        ("suspense.page", json!({})),
        ("orders.list", json!({})),
        ("orders.view", json!({ "order": order })),
        ("periods.list", json!({})),
        ("trace.row", json!({ "list": list, "line": 2 })),
    ];
    let mut told = serde_json::Map::new();
    for (operation, request) in asked {
        let calls = std::iter::repeat_n((operation, request), ASKED);
        let took = timed_calls(&mut host, calls).map_err(|fault| format!("{operation}: {fault}"));
        told.insert(operation.to_owned(), took.unwrap_or_else(|fault| json!(fault)));
    }
    Ok(Value::Object(told))
}
