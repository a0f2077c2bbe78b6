//! Commands about the law. Without `--db` they ask the law that ships with the program; with it, the law
//! in force there, with the municipality's own values.

use api::{ErrorReply, Host};
use serde_json::{Value, json};

use super::{call, open};
use crate::arguments::{Arguments, UsageFault};
use crate::json::read_json;

/// Opens the database where one is named.
fn with_named_database(host: &mut Host, arguments: &Arguments) -> Result<(), ErrorReply> {
    if arguments.text("db").is_some() { open(host, arguments) } else { Ok(()) }
}

pub(super) fn list(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    with_named_database(host, arguments)?;
    call(host, "law.list", json!({ "on": arguments.text("on") }))
}

pub(super) fn show(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    with_named_database(host, arguments)?;
    call(host, "law.view", json!({ "code": arguments.word(0) }))
}

pub(super) fn get(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let days = ["on", "decided", "died", "received-person"];
    if !days.iter().any(|day| arguments.flag(day)) {
        let options = "--on, --decided, --died, --received-person";
        return Err(UsageFault::new("usage-one-missing", options).into());
    }
    with_named_database(host, arguments)?;
    let request = json!({
        "code": arguments.word(0),
        "on": arguments.text("on"),
        "decided": arguments.text("decided"),
        "died": arguments.text("died"),
        "assigned_under": arguments.text("assigned-under"),
        "born": arguments.text("born"),
        "received": arguments.text("received-person"),
        "item": arguments.text("item"),
    });
    call(host, "law.value", request)
}

pub(super) fn calc(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    if !arguments.flag("facts") && !arguments.flag("person") {
        return Err(UsageFault::new("usage-one-missing", "--facts, --person").into());
    }
    with_named_database(host, arguments)?;
    let facts = arguments.text("facts").map(|path| read_json(&path));
    let request = json!({
        "code": arguments.word(0),
        "facts": facts.transpose()?,
        "person": arguments.text("person"),
        "municipality": arguments.text("municipality"),
        "until": arguments.text("until"),
    });
    call(host, "law.calculate", request)
}

/// By when a claim must have come in, or, with `--decided`, by when a decision must be appealed.
pub(super) fn last_day(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    with_named_database(host, arguments)?;
    let of_claim = ["period", "received-person", "first-claim"];
    let Some(decided) = arguments.text("decided") else {
        if arguments.flag("served") {
            return Err(UsageFault::new("usage-option-missing", "decided").into());
        }
        if arguments.word(0).is_empty() {
            return Err(UsageFault::new("usage-one-missing", "KOD, --decided").into());
        }
        let request = json!({
            "code": arguments.word(0),
            "period": arguments.required("period")?,
            "received": arguments.text("received-person"),
            "first_claim": arguments.flag("first-claim"),
        });
        return call(host, "law.last_day", request);
    };
    let other = of_claim.into_iter().find(|name| arguments.flag(name));
    let other = other.map(|name| format!("--{name}"));
    if let Some(word) = other.or(Some(arguments.word(0)).filter(|word| !word.is_empty())) {
        return Err(UsageFault::new("usage-not-understood", &word).into());
    }
    let request = json!({ "decided": decided, "served": arguments.text("served") });
    call(host, "law.appeal_days", request)
}

/// A value as the options give it.
fn rate(arguments: &Arguments) -> Result<Value, ErrorReply> {
    Ok(json!({
        "id": arguments.text("id"),
        "code": arguments.word(0),
        "case": arguments.text("case"),
        "valid_from": arguments.required("valid-from")?,
        "valid_until": arguments.text("valid-until"),
        "value": arguments.required("value")?,
        "source": arguments.text("source").unwrap_or_default(),
        "checked_on": arguments.text("checked-on"),
        "note": arguments.text("note"),
        "sure": arguments.flag("sure"),
    }))
}

/// Adds a value; with `--preview` it only tells what would change.
pub(super) fn add(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let operation = if arguments.flag("preview") { "law.preview" } else { "law.add" };
    call(host, operation, rate(arguments)?)
}

pub(super) fn withdraw(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "law.withdraw", json!({ "id": arguments.required("id")? }))
}

pub(super) fn check(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "code": arguments.word(0),
        "checked_on": arguments.text("checked-on"),
        "source": arguments.text("source").unwrap_or_default(),
    });
    call(host, "law.check", request)
}

/// The amounts of a year; with `--file` they are checked by what stands in it.
pub(super) fn year(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let year = arguments.number::<i32>("year")?;
    let Some(path) = arguments.text("file") else {
        return call(host, "law.year", json!({ "year": year }));
    };
    let mut request = read_json(&path)?;
    request["year"] = json!(year);
    if let Some(source) = arguments.text("source") {
        request["source"] = json!(source);
    }
    call(host, "law.set_year", request)
}

/// What a change does: what begins on a day, or values in a file.
pub(super) fn effect(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let mut request = match arguments.text("file") {
        Some(path) => read_json(&path)?,
        None => json!({}),
    };
    request["on"] = json!(arguments.text("on"));
    request["until"] = json!(arguments.text("until"));
    call(host, "law.effect", request)
}

pub(super) fn questions(host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "law.additions", json!({}))
}

pub(super) fn answer(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "question": arguments.word(0),
        "answer": arguments.word(1),
        "valid_from": arguments.required("valid-from")?,
        "reason": arguments.required("reason")?,
    });
    call(host, "law.answer", request)
}
