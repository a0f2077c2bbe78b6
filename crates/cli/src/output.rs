//! What the host says: one JSON document, or words for people; and the exit status.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this is where printing is done")]

use std::process::ExitCode;

use api::ErrorReply;
use serde_json::{Value, json};

use crate::arguments::UsageFault;
use crate::people;

/// Says what was done.
pub(crate) fn done(done: &Value, as_json: bool) -> ExitCode {
    let outcome = done.get("outcome").and_then(Value::as_str).unwrap_or("done");
    if as_json {
        let mut document = json!({ "outcome": outcome });
        if let (Some(document), Some(done)) = (document.as_object_mut(), done.as_object()) {
            document.extend(done.clone());
        }
        println!("{document}");
    } else {
        print!("{}", people::document(done));
    }
    if outcome == "done" { ExitCode::SUCCESS } else { ExitCode::from(1) }
}

/// Says why it was not done.
pub(crate) fn failed(reply: &ErrorReply, as_json: bool) -> ExitCode {
    if as_json {
        println!("{}", json!({ "outcome": "refused", "error": reply }));
    }
    for fault in std::iter::once(reply).chain(&reply.also) {
        // Where there are several, each says where it is; so does one inside a document.
        let field = fault.place.as_ref().and_then(|place| place.field.as_deref());
        let inside = |field: &&str| !reply.also.is_empty() || field.contains(['[', '.']);
        match field.filter(inside) {
            Some(field) => eprintln!("{field}: {}", fault.message),
            None => eprintln!("{}", fault.message),
        }
    }
    ExitCode::from(if reply.by_rule { 1 } else { 2 })
}

/// Says that the command line was not understood.
pub(crate) fn usage_fault(fault: &UsageFault, as_json: bool) -> ExitCode {
    let reply = ErrorReply::from(fault.clone());
    failed(&reply, as_json)
}
