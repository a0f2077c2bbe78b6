//! Commands about what should come and what is missing.

use api::{ErrorReply, Host};
use serde_json::{Value, json};

use super::call;
use crate::arguments::Arguments;

/// The day as it stands on which is asked.
fn as_of(arguments: &Arguments) -> Value {
    json!({ "as_of": arguments.text("as-of") })
}

/// What is expected of a person, or of everybody by month; with `--since` what has changed in it since
/// that day, and why.
pub(super) fn expect(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let until = arguments.required("until")?;
    if let (Some(person), Some(since)) = (arguments.text("person"), arguments.text("since")) {
        let request = json!({ "person": person, "since": since, "as_of": until });
        return call(host, "expectation.changes", request);
    }
    match arguments.text("person") {
        Some(person) => {
            call(host, "expectation.person", json!({ "person": person, "as_of": until }))
        }
        None => call(host, "expectation.overview", json!({ "as_of": until })),
    }
}

pub(super) fn explain(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "person": arguments.text("person"),
        "compensation": arguments.word(0),
        "period_from": arguments.required("from")?,
        "as_of": arguments.text("as-of"),
    });
    call(host, "expectation.explain", request)
}

pub(super) fn missing(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "expectation.missing", as_of(arguments))
}

/// Which rows of the report are meant, on which day.
fn chosen(arguments: &Arguments) -> Value {
    json!({
        "as_of": arguments.text("as-of"),
        "rows": arguments.texts("row"),
        "compensation": arguments.text("compensation"),
        "person": arguments.text("person"),
    })
}

pub(super) fn keep(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let mut request = chosen(arguments);
    request["id"] = json!(arguments.text("id"));
    call(host, "expectation.keep", request)
}

pub(super) fn print(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let mut request = chosen(arguments);
    request["path"] = json!(arguments.required("out")?);
    request["report"] = json!(arguments.text("report"));
    call(host, "expectation.print", request)
}

pub(super) fn reported(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "expectation.reported", as_of(arguments))
}

pub(super) fn write_off(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "row": arguments.number::<i64>("row")?,
        "written_off": !arguments.flag("undo"),
        "reason": arguments.required("reason")?,
    });
    call(host, "expectation.write_off", request)
}

pub(super) fn faults(host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "expectation.faults", json!({}))
}

pub(super) fn note_fault(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "id": arguments.required("id")?,
        "compensation": arguments.text("compensation"),
        "period_from": arguments.required("from")?,
        "period_until": arguments.required("until")?,
        "words": arguments.required("text")?,
    });
    call(host, "expectation.note_fault", request)
}

pub(super) fn end_fault(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "expectation.end_fault", json!({ "id": arguments.required("id")? }))
}

pub(super) fn grants(host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "expectation.grants", json!({}))
}

pub(super) fn decide(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "id": arguments.text("id"),
        "person": arguments.text("person"),
        "compensation": arguments.required("compensation")?,
        "period_from": arguments.required("from")?,
        "period_until": arguments.required("until")?,
        "decided_on": arguments.required("decided")?,
        "amount_ore": arguments.number::<i64>("amount-ore")?,
        "source": arguments.text("source").unwrap_or_default(),
    });
    call(host, "expectation.decide", request)
}

pub(super) fn withdraw_grant(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "expectation.withdraw_grant", json!({ "id": arguments.required("id")? }))
}

/// The decisions of a month against what is expected; rows that are named are marked.
pub(super) fn check_decisions(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let month = arguments.required("month")?;
    call(host, "expectation.check_decisions", json!({ "month": month }))
}

pub(super) fn mark_decisions(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "month": arguments.required("month")?,
        "rows": arguments.texts("row"),
        "done": !arguments.flag("undo"),
    });
    call(host, "expectation.mark_decisions", request)
}

pub(super) fn calendar(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "expectation.calendar", as_of(arguments))
}

pub(super) fn watches(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "person": arguments.text("person"),
        "until": arguments.text("until"),
        "shown": super::shown(arguments, Some(0))?,
    });
    call(host, "watches.list", request)
}

pub(super) fn mark_watch(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let mark = arguments.required("mark")?;
    let day =
        if mark == "moved" { Some(arguments.required("day")?) } else { arguments.text("day") };
    let request = json!({
        "person": arguments.required("person")?,
        "watch": arguments.required("watch")?,
        "mark": mark,
        "day": day,
        "reason": arguments.text("reason").unwrap_or_default(),
    });
    call(host, "watches.mark", request)
}

pub(super) fn read_decisions(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "path": arguments.word(0),
        "profile": arguments.text("profile"),
        "decided_on": arguments.text("decided"),
    });
    call(host, "expectation.read_decisions", request)
}

/// Reads a file into a draft, and tells what waits for a decision there.
pub(super) fn draft_decisions(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "id": arguments.text("id"),
        "path": arguments.word(0),
        "profile": arguments.text("profile"),
        "decided_on": arguments.text("decided"),
    });
    let draft = call(host, "decisions.read", request)?;
    super::draft::with_findings("decisions", host, draft)
}
