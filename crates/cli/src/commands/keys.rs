//! Commands of distribution keys, and of tables as templates.

use api::{ErrorReply, Host};
use serde_json::{Value, json};

use super::call;
use crate::arguments::{Arguments, UsageFault};

/// A share as it is written on the command line: `NÄMND:PROCENT`, with a star where the öre that
/// rounding leaves go; one that is alone takes them.
fn share(compensation: &str, written: &str, alone: bool) -> Result<Value, UsageFault> {
    let not_understood = || UsageFault::new("usage-not-understood", written);
    let (target, percent) = written.rsplit_once(':').ok_or_else(not_understood)?;
    let (percent, starred) = match percent.trim().strip_suffix('*') {
        Some(percent) => (percent, true),
        None => (percent, false),
    };
    Ok(json!({
        "compensation": compensation.trim(), "target": target.trim(), "percent": percent.trim(),
        "takes_remainder": starred || alone,
    }))
}

/// `KOD=NÄMND:PROCENT+NÄMND:PROCENT*`; several compensations are separated by semicolons.
fn shares(arguments: &Arguments) -> Result<Vec<Value>, UsageFault> {
    let Some(text) = arguments.text("set") else { return Ok(Vec::new()) };
    let mut lines = Vec::new();
    for one in text.split(';').filter(|one| !one.trim().is_empty()) {
        let (compensation, written) =
            one.split_once('=').ok_or_else(|| UsageFault::new("usage-not-understood", one))?;
        let parts: Vec<&str> = written.split('+').collect();
        for part in &parts {
            lines.push(share(compensation, part, parts.len() == 1)?);
        }
    }
    Ok(lines)
}

fn codes(arguments: &Arguments, option: &str) -> Option<Vec<String>> {
    let text = arguments.text(option)?;
    let codes = text.split([';', ',']).map(str::trim).filter(|code| !code.is_empty());
    Some(codes.map(str::to_owned).collect())
}

/// Shows the working copy, or changes it.
pub(super) fn draft(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let set = shares(arguments)?;
    let remove = codes(arguments, "remove").unwrap_or_default();
    let (anew, discard) = (arguments.flag("anew"), arguments.flag("discard"));
    if set.is_empty() && remove.is_empty() && !anew && !discard {
        return call(host, "key.draft", json!({}));
    }
    let request = json!({ "set": set, "remove": remove, "anew": anew, "discard": discard });
    call(host, "key.edit", request)
}

pub(super) fn try_month(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({ "month": arguments.required("month")?, "path": arguments.text("file") });
    call(host, "key.try", request)
}

pub(super) fn decide(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "number": arguments.required("number")?,
        "from": arguments.required("from")?,
        "until": arguments.text("until"),
        "compensations": codes(arguments, "compensation"),
        "whole": arguments.flag("whole"),
    });
    call(host, "key.decide", request)
}

fn export(host: &mut Host, operation: &str, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let path = arguments.text("out").unwrap_or_else(|| arguments.word(0));
    if path.is_empty() {
        return Err(UsageFault::new("usage-word-missing", "FIL").into());
    }
    call(host, operation, json!({ "path": path }))
}

pub(super) fn key_export(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    export(host, "key.export", arguments)
}

pub(super) fn accounts_export(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    export(host, "accounts.export", arguments)
}

pub(super) fn codes_export(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    export(host, "codes.export", arguments)
}
