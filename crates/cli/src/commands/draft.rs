//! Commands for the drafts of any kind; `area` is the first word of its operations.

use api::{ErrorReply, Host};
use serde_json::{Value, json};

use super::call;
use super::money::all_decisions;
use crate::arguments::Arguments;

/// The rows of a draft that wait for a decision.
const OPEN: &str = "open";

fn draft_of(arguments: &Arguments) -> Result<Value, ErrorReply> {
    Ok(json!({ "draft": arguments.required("draft")? }))
}

fn ask(host: &mut Host, area: &str, what: &str, request: Value) -> Result<Value, ErrorReply> {
    call(host, &format!("{area}.{what}"), request)
}

/// The drafts that have not been taken in.
pub(super) fn drafts(area: &str, host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    ask(host, area, "drafts", json!({}))
}

/// A page of rows; with `--line` one row with everything that can be said about it.
pub(super) fn rows(
    area: &str,
    host: &mut Host,
    arguments: &Arguments,
) -> Result<Value, ErrorReply> {
    let mut request = draft_of(arguments)?;
    if let Some(line) = arguments.number::<u32>("line")? {
        request["line"] = json!(line);
        return ask(host, area, "row", request);
    }
    request["filter"] = json!(arguments.text("filter").unwrap_or_else(|| "all".to_owned()));
    request["shown"] = super::shown(arguments, Some(0))?;
    ask(host, area, "rows", request)
}

pub(super) fn decide(
    area: &str,
    host: &mut Host,
    arguments: &Arguments,
) -> Result<Value, ErrorReply> {
    let mut request = draft_of(arguments)?;
    let draft = if arguments.flag("undo") {
        request["line"] = json!(arguments.number::<u32>("line")?);
        ask(host, area, "undo", request)?["view"].take()
    } else {
        request["decisions"] = all_decisions(arguments)?;
        ask(host, area, "decide", request)?
    };
    with_findings(area, host, draft)
}

/// Reads a file into a draft, and takes it in where no row waits for a decision; else with what was
/// found.
pub(super) fn read_and_take(
    area: &str,
    host: &mut Host,
    request: Value,
) -> Result<Value, ErrorReply> {
    let draft = ask(host, area, "read", request)?;
    let request = json!({ "draft": draft["draft"] });
    let draft = with_findings(area, host, draft)?;
    match (draft["state"] == "draft", draft["ready"] == true) {
        (true, true) => ask(host, area, "commit", request),
        _ => Ok(draft),
    }
}

/// The draft with every finding of its open rows.
pub(super) fn with_findings(
    area: &str,
    host: &mut Host,
    mut draft: Value,
) -> Result<Value, ErrorReply> {
    let id = draft["draft"].clone();
    let mut found: Vec<Value> = Vec::new();
    let request = json!({ "draft": id, "filter": OPEN, "shown": { "all": true } });
    let mut rows = ask(host, area, "rows", request)?;
    for row in rows["rows"].as_array_mut().map(std::mem::take).unwrap_or_default() {
        let request = json!({ "draft": id, "line": row["line"] });
        let mut row = ask(host, area, "row", request)?;
        found.extend(row["findings"].as_array_mut().map(std::mem::take).unwrap_or_default());
    }
    if !found.is_empty() {
        draft["outcome"] = json!("findings");
    }
    draft["diagnostics"] = Value::Array(found);
    Ok(draft)
}

pub(super) fn commit(
    area: &str,
    host: &mut Host,
    arguments: &Arguments,
) -> Result<Value, ErrorReply> {
    let request = draft_of(arguments)?;
    let done = ask(host, area, "commit", request.clone())?;
    if let Some(path) = arguments.text("report") {
        ask(host, area, "report", json!({ "draft": request["draft"], "path": path }))?;
    }
    Ok(done)
}

pub(super) fn discard(
    area: &str,
    host: &mut Host,
    arguments: &Arguments,
) -> Result<Value, ErrorReply> {
    ask(host, area, "discard", draft_of(arguments)?)
}

/// The files that were imported.
pub(super) fn originals(host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "original.list", json!({}))
}

/// Writes the file that a list or a draft was read from.
pub(super) fn save_original(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "list": arguments.text("list"),
        "draft": arguments.text("draft"),
        "path": arguments.required("out")?,
        "reason": arguments.text("reason"),
    });
    call(host, "original.save", request)
}
