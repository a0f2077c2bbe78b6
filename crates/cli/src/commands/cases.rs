//! Commands about cases. `--reason` opens a protected person.

use api::{ErrorReply, Host};
use serde_json::{Value, json};

use super::call;
use crate::arguments::Arguments;

/// The named case, its person opened where a reason is given.
fn case(host: &mut Host, arguments: &Arguments) -> Result<String, ErrorReply> {
    let case = arguments.required("case")?;
    if let Some(reason) = arguments.text("reason") {
        let view = call(host, "cases.view", json!({ "case": case }))?;
        let person = &view["brief"]["person"]["person"];
        call(host, "persons.open", json!({ "person": person, "reason": reason }))?;
    }
    Ok(case)
}

/// A due day, where one is given.
fn due(arguments: &Arguments) -> Value {
    match arguments.text("due") {
        Some(day) => {
            json!({ "due_on": day, "what": arguments.text("due-text").unwrap_or_default() })
        }
        None => Value::Null,
    }
}

pub(super) fn list(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "person": arguments.text("person"),
        "officer": arguments.text("officer"),
        "cost_centre": arguments.text("cost-centre"),
        "due_until": arguments.text("until"),
        "state": arguments.text("state"),
        "shown": super::shown(arguments, Some(0))?,
    });
    call(host, "cases.list", request)
}

pub(super) fn show(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let case = case(host, arguments)?;
    call(host, "cases.view", json!({ "case": case }))
}

pub(super) fn open(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "id": arguments.text("id"),
        "person": arguments.required("person")?,
        "kind": arguments.required("kind")?,
        "compensation": arguments.text("compensation"),
        "officer": arguments.text("officer"),
        "cost_centre": arguments.text("cost-centre"),
        "due": due(arguments),
        "note": arguments.text("note").unwrap_or_default(),
    });
    call(host, "cases.open", request)
}

pub(super) fn move_to(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "id": arguments.text("id"),
        "case": arguments.required("case")?,
        "to": arguments.required("to")?,
        "note": arguments.text("note").unwrap_or_default(),
    });
    call(host, "cases.move", request)
}

pub(super) fn change(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "id": arguments.text("id"),
        "case": arguments.required("case")?,
        "officer": arguments.text("officer"),
        "cost_centre": arguments.text("cost-centre"),
        "due": due(arguments),
        "settle": arguments.text("settle"),
        "note": arguments.text("note").unwrap_or_default(),
    });
    call(host, "cases.change", request)
}

pub(super) fn attach(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "id": arguments.text("id"),
        "case": arguments.required("case")?,
        "path": arguments.word(0),
        "kind": arguments.required("kind")?,
        "secret": arguments.flag("secret"),
    });
    call(host, "cases.attach", request)
}

pub(super) fn save(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    if arguments.text("case").is_some() {
        case(host, arguments)?;
    }
    let request = json!({
        "document": arguments.required("document")?,
        "path": arguments.required("out")?,
        "reason": arguments.text("reason"),
    });
    call(host, "cases.save_document", request)
}
