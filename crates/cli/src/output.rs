//! What the host says: one JSON document, or words for people; and the exit status.

use std::io::{ErrorKind, Write as _, stderr, stdout};
use std::process::ExitCode;

use api::ErrorReply;
use api::texts::text;
use serde_json::{Value, json};

use crate::arguments::UsageFault;
use crate::people;

/// Says what was done.
pub(crate) fn done(done: &Value, as_json: bool) -> ExitCode {
    let outcome = done.get("outcome").and_then(Value::as_str).unwrap_or("done");
    let status = u8::from(outcome != "done");
    if !as_json {
        return say(&people::document(done), status);
    }
    let mut document = json!({ "outcome": outcome });
    if let (Some(document), Some(done)) = (document.as_object_mut(), done.as_object()) {
        document.extend(done.clone());
    }
    say(&format!("{document}\n"), status)
}

/// Says why it was not done.
pub(crate) fn failed(reply: &ErrorReply, as_json: bool) -> ExitCode {
    for fault in std::iter::once(reply).chain(&reply.also) {
        // Where there are several, each says where it is; so does one inside a document.
        let field = fault.place.as_ref().and_then(|place| place.field.as_deref());
        let inside = |field: &&str| !reply.also.is_empty() || field.contains(['[', '.']);
        match field.filter(inside) {
            Some(field) => complain(&format!("{field}: {}", fault.message)),
            None => complain(&fault.message),
        }
    }
    let status = if reply.by_rule { 1 } else { 2 };
    if !as_json {
        return ExitCode::from(status);
    }
    say(&format!("{}\n", json!({ "outcome": "refused", "error": reply })), status)
}

/// Says that the command line was not understood.
pub(crate) fn usage_fault(fault: &UsageFault, as_json: bool) -> ExitCode {
    let reply = ErrorReply::from(fault.clone());
    failed(&reply, as_json)
}

/// Writes `words` to standard output and gives `status`: the work is what it was, also when nobody reads on.
pub(crate) fn say(words: &str, status: u8) -> ExitCode {
    let mut out = stdout().lock();
    match out.write_all(words.as_bytes()).and_then(|()| out.flush()) {
        Err(fault) if fault.kind() != ErrorKind::BrokenPipe => {
            complain(&text("cli-answer-not-written", &[]));
            ExitCode::from(2)
        }
        _ => ExitCode::from(status),
    }
}

/// A sentence for people. When it cannot be written either, nobody is there to be told.
fn complain(sentence: &str) {
    let _ = writeln!(stderr().lock(), "{}", people::shown(sentence));
}
