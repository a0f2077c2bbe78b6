//! Commands about runs as they stand: drafts, taking back, correcting; and the observation account.

use api::{ErrorReply, Host};
use serde_json::{Value, json};

use super::call;
use crate::arguments::{Arguments, UsageFault};

fn of_distribution(arguments: &Arguments) -> Result<Value, UsageFault> {
    Ok(json!({ "distribution": arguments.required("distribution")? }))
}

pub(super) fn list(host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "distribution.list", json!({}))
}

/// A draft has the id that its run will get.
pub(super) fn show(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = of_distribution(arguments)?;
    match call(host, "distribution.draft", request.clone()) {
        Err(reply) if reply.code == "no-such-distribution" => {
            call(host, "distribution.view", request)
        }
        answer => answer,
    }
}

pub(super) fn lock(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "distribution.lock", of_distribution(arguments)?)
}

pub(super) fn discard(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "distribution.discard", of_distribution(arguments)?)
}

pub(super) fn take_back(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let mut request = of_distribution(arguments)?;
    request["reason"] = json!(arguments.required("reason")?);
    request["id"] = json!(arguments.text("id"));
    call(host, "distribution.take_back", request)
}

pub(super) fn wrong(host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "distribution.wrong", json!({}))
}

/// Everything of a month, or one row with `--list` and `--line`.
pub(super) fn correct(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let mut request = json!({ "month": arguments.required("month")?, "id": arguments.text("id") });
    if let Some(list) = arguments.text("list") {
        let line = arguments
            .number::<u32>("line")?
            .ok_or_else(|| UsageFault::new("usage-option-missing", "line"))?;
        request["rows"] = json!([{ "list": list, "line": line }]);
    }
    call(host, "distribution.correct", request)
}

/// Everything that lies there; with `--out`, as a print.
pub(super) fn suspense(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let as_of = arguments.text("as-of");
    match arguments.text("out") {
        Some(path) => call(host, "suspense.print", json!({ "as_of": as_of, "path": path })),
        None => call(host, "suspense.page", json!({ "as_of": as_of, "shown": { "all": true } })),
    }
}
