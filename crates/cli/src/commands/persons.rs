//! Commands about persons: finding, facts, duplicates. `--reason` opens a protected person.

use api::{ErrorReply, Host};
use serde_json::{Value, json};

use super::call;
use crate::arguments::Arguments;
use crate::json::read_json;

/// The named person, opened where a reason is given.
fn person(host: &mut Host, arguments: &Arguments) -> Result<String, ErrorReply> {
    let person = arguments.required("person")?;
    if let Some(reason) = arguments.text("reason") {
        call(host, "persons.open", json!({ "person": person, "reason": reason }))?;
    }
    Ok(person)
}

/// Facts from a JSON file.
fn facts_of(arguments: &Arguments) -> Result<Value, ErrorReply> {
    let Some(path) = arguments.text("fact") else { return Ok(json!([])) };
    read_json(&path)
}

pub(super) fn find(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request =
        json!({ "text": arguments.word(0), "cost_centre": arguments.text("cost-centre") });
    call(host, "persons.find", request)
}

pub(super) fn show(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let person = person(host, arguments)?;
    let mut view = call(host, "persons.view", json!({ "person": person }))?;
    if let (false, Some(fields)) = (arguments.json(), view.as_object_mut()) {
        // Every entry ever made is what `person history` shows.
        fields.retain(|name, _| name != "entries" && name != "days");
    }
    Ok(view)
}

pub(super) fn add(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "id": arguments.text("entry"),
        "person": arguments.text("id"),
        "family_name": arguments.text("family-name").unwrap_or_default(),
        "given_name": arguments.text("given-name").unwrap_or_default(),
        "birth_date": arguments.text("birth-date"),
        "dossier_number": arguments.text("dossier-number"),
        "personal_number": arguments.text("personal-number"),
        "cost_centre": arguments.text("cost-centre"),
        "board_from": arguments.text("board-from"),
        "facts": facts_of(arguments)?,
        "confirmed": arguments.flag("confirm"),
    });
    let answer = call(host, "persons.add", request.clone());
    asking(answer, "person-may-be-there", || call(host, "persons.namesakes", request))
}

/// What has to be looked at before it is confirmed, where that is why something was refused.
fn asking(
    answer: Result<Value, ErrorReply>,
    code: &str,
    look: impl FnOnce() -> Result<Value, ErrorReply>,
) -> Result<Value, ErrorReply> {
    match answer {
        Err(reply) if reply.code == code && reply.also.is_empty() => {
            let mut said = json!({
                "outcome": "findings", "code": reply.code, "message": reply.message,
            });
            if let (Some(said), Value::Object(found)) = (said.as_object_mut(), look()?) {
                said.extend(found);
            }
            Ok(said)
        }
        other => other,
    }
}

/// Another board from a day; the one before ends the day before.
pub(super) fn board(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let fact = json!({
        "kind": "responsible-board",
        "cost_centre": arguments.required("cost-centre")?,
        "district": arguments.text("district"),
        "valid_from": arguments.text("from"),
    });
    let person = person(host, arguments)?;
    call(host, "persons.enter", json!({ "person": person, "facts": [fact] }))
}

pub(super) fn set(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let facts = facts_of(arguments)?;
    let person = person(host, arguments)?;
    call(host, "persons.enter", json!({ "person": person, "facts": facts }))
}

pub(super) fn end(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let person = person(host, arguments)?;
    let request = json!({
        "person": person,
        "fact": arguments.required("fact")?,
        "last_day": arguments.text("last-day"),
        "source": arguments.text("source"),
    });
    call(host, "persons.end", request)
}

/// With `--json` the facts document, which programs read; else the facts in words.
pub(super) fn facts(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let person = person(host, arguments)?;
    let as_known = arguments.text("as-known");
    if arguments.json() {
        return call(host, "persons.facts", json!({ "person": person, "as_known": as_known }));
    }
    if let Some(day) = as_known {
        let mut known = call(host, "persons.as_known", json!({ "person": person, "day": day }))?;
        return Ok(json!({
            "as_known": known["day"],
            "facts": known["facts"].take(),
            "then_text": known["then_text"].take(),
            "now_text": known["now_text"].take(),
        }));
    }
    let mut view = call(host, "persons.view", json!({ "person": person }))?;
    Ok(json!({
        "brief": view["brief"].take(),
        "closed": closed(&view),
        "facts": view["facts"].take(),
        "disorders": view["disorders"].take(),
    }))
}

/// Whether a person is closed, where that is so: who is open needs no word about it.
fn closed(view: &Value) -> Value {
    if view["closed"] == true { json!(true) } else { Value::Null }
}

/// Every entry that was ever made, corrected and taken-back ones too.
pub(super) fn history(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let person = person(host, arguments)?;
    let view = call(host, "persons.view", json!({ "person": person }))?;
    if !arguments.json() {
        return Ok(json!({
            "person": person,
            "closed": closed(&view),
            "history": view["entries"],
            "disorders": view["disorders"],
        }));
    }
    Ok(json!({
        "person": person,
        "closed": view["closed"],
        "entries": view["entries"],
        "disorders": view["disorders"],
    }))
}

pub(super) fn kinds(host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "persons.kinds", json!({}))
}

pub(super) fn merge(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let two = json!({
        "person": arguments.required("person")?,
        "into": arguments.required("into")?,
    });
    let mut request = two.clone();
    request["confirmed"] = json!(arguments.flag("confirm"));
    request["reason"] = json!(arguments.text("reason").unwrap_or_default());
    let answer = call(host, "persons.merge", request);
    asking(answer, "merge-not-confirmed", || call(host, "persons.compare", two))
}

pub(super) fn split(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "persons.split", json!({ "person": arguments.required("person")? }))
}

pub(super) fn duplicates(host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "persons.duplicates", json!({}))
}

pub(super) fn extract(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "person": arguments.required("person")?,
        "path": arguments.required("out")?,
        "others_masked": arguments.flag("others-masked"),
        "reason": arguments.required("reason")?,
    });
    call(host, "persons.extract", request)
}
