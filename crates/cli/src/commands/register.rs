//! Commands that bring the register in and out.

use api::{ErrorReply, Host};
use serde_json::{Value, json};

use super::call;
use super::draft::with_findings;
use super::money::decisions_in;
use crate::arguments::Arguments;

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
    with_findings("register", host, draft)
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
    let confirmed = if arguments.flag("confirm") { lines.clone() } else { Vec::new() };
    let request = json!({
        "list": list,
        "lines": lines,
        "cost_centre": arguments.text("cost-centre"),
        "board_from": arguments.text("board-from"),
        "with_facts": arguments.flag("facts"),
        "confirmed": confirmed,
    });
    call(host, "register.take_proposals", request)
}
