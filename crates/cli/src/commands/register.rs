//! Commands that bring the register in and out.

use api::{ErrorReply, Host};
use serde_json::{Value, json};

use super::call;
use super::money::{all_decisions, decisions_in};
use crate::arguments::Arguments;

/// The rows of a draft that wait for a decision.
const OPEN: &str = "open";

fn draft_of(arguments: &Arguments) -> Result<Value, ErrorReply> {
    Ok(json!({ "draft": arguments.required("draft")? }))
}

fn file_of(arguments: &Arguments) -> Value {
    json!({
        "id": arguments.text("id"),
        "path": arguments.word(0),
        "profile": arguments.text("profile"),
        "board_from": arguments.text("board-from"),
    })
}

pub(super) fn import(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let mut request = file_of(arguments);
    request["decisions"] = decisions_in(arguments)?;
    request["park_faulty"] = json!(arguments.flag("park-faulty"));
    request["report"] = json!(arguments.text("report"));
    call(host, "register.import", request)
}

/// Reads a file into a draft, and tells what waits for a decision there.
pub(super) fn read(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let draft = call(host, "register.read", file_of(arguments))?;
    with_findings(host, draft)
}

pub(super) fn decide(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let mut request = draft_of(arguments)?;
    let draft = if arguments.flag("undo") {
        request["line"] = json!(arguments.number::<u32>("line")?);
        call(host, "register.undo", request)?["view"].take()
    } else {
        request["decisions"] = all_decisions(arguments)?;
        call(host, "register.decide", request)?
    };
    with_findings(host, draft)
}

/// The draft with every finding of its open rows.
fn with_findings(host: &mut Host, mut draft: Value) -> Result<Value, ErrorReply> {
    let id = draft["draft"].clone();
    let mut found: Vec<Value> = Vec::new();
    for page in 0.. {
        let request = json!({ "draft": id, "filter": OPEN, "page": page });
        let mut rows = call(host, "register.rows", request)?;
        let rows = rows["rows"].as_array_mut().map(std::mem::take).unwrap_or_default();
        if rows.is_empty() {
            break;
        }
        for row in rows {
            let request = json!({ "draft": id, "line": row["line"] });
            let mut row = call(host, "register.row", request)?;
            found.extend(row["findings"].as_array_mut().map(std::mem::take).unwrap_or_default());
        }
    }
    if !found.is_empty() {
        draft["outcome"] = json!("findings");
    }
    draft["diagnostics"] = Value::Array(found);
    Ok(draft)
}

pub(super) fn commit(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = draft_of(arguments)?;
    let done = call(host, "register.commit", request.clone())?;
    if let Some(path) = arguments.text("report") {
        call(host, "register.report", json!({ "draft": request["draft"], "path": path }))?;
    }
    Ok(done)
}

pub(super) fn discard(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "register.discard", draft_of(arguments)?)
}

pub(super) fn export(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "folder": arguments.required("out")?,
        "pseudonymise": arguments.flag("pseudonymise"),
    });
    call(host, "register.export", request)
}

/// The persons that a list proposes; with `--take` those of the given rows, or all, are added.
pub(super) fn proposals(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let list = arguments.required("list")?;
    let proposed = call(host, "register.proposals", json!({ "list": list }))?;
    if !arguments.flag("take") {
        return Ok(proposed);
    }
    let lines: Vec<Value> = match arguments.number::<u32>("line")? {
        Some(line) => vec![json!(line)],
        None => {
            let persons = proposed["persons"].as_array().cloned().unwrap_or_default();
            persons.iter().filter_map(|person| person["lines"].get(0).cloned()).collect()
        }
    };
    call(host, "register.take_proposals", json!({ "list": list, "lines": lines }))
}
