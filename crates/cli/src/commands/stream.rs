//! The preview: rows go out as they are read, whatever their number.

#![allow(clippy::print_stdout, reason = "the preview prints while it reads")]

use std::io::{BufWriter, Write as _, stdout};

use api::{ErrorReply, Host, Unwatched};
use serde_json::{Value, json};

use super::call;
use crate::arguments::Arguments;

/// Reads a list through. As JSON each payment is written when it has been read, so the document
/// begins with them; what is known only afterwards stands last.
pub(super) fn preview(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "path": arguments.word(0),
        "profile": arguments.text("profile"),
        "payment_date": arguments.text("payment-date"),
    });
    if !arguments.json() {
        return call(host, "payments.preview", request);
    }
    let mut out = BufWriter::with_capacity(1 << 16, stdout().lock());
    let mut before = "{\"payments\":[";
    let mut broken_pipe = false;
    let summary = host.preview(request, &Unwatched, &mut |payment| {
        broken_pipe |= write!(out, "{before}{payment}").is_err();
        before = ",";
        !broken_pipe
    });
    let begun = before == ",";
    if !begun && summary.is_err() {
        return summary.map(|_| Value::Null);
    }
    if !begun {
        let _ = write!(out, "{before}");
    }
    let (rest, status) = match summary {
        Ok(summary) => {
            let found = summary["diagnostics"].as_array().is_some_and(|found| !found.is_empty());
            (summary, i32::from(found))
        }
        Err(reply) => {
            let status = if reply.by_rule { 1 } else { 2 };
            (json!({ "outcome": "refused", "error": reply }), status)
        }
    };
    for (name, value) in rest.as_object().into_iter().flatten() {
        let separator = if name == "payments" { continue } else { "," };
        let bracket = if before == "]" { "" } else { "]" };
        let _ = write!(out, "{bracket}{separator}{}:{value}", json!(name));
        before = "]";
    }
    let _ = writeln!(out, "}}");
    let _ = out.flush();
    std::process::exit(status)
}
