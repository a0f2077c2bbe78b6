//! Commands about what the city asks its units for.

use api::{ErrorReply, Host};
use serde_json::{Value, json};

use super::call;
use crate::arguments::Arguments;

pub(super) fn open(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let name = if arguments.flag("plan") { "intake.plan" } else { "intake.open" };
    call(host, name, json!({ "period": arguments.required("period")? }))
}

/// All rows: a script knows no pages.
pub(super) fn list(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "unit": arguments.text("unit"),
        "period": arguments.text("period"),
        "state": arguments.text("state"),
        "silent": arguments.flag("silent"),
        "shown": { "all": true },
    });
    call(host, "intake.list", request)
}

/// Several rows are named with commas between them.
pub(super) fn mark(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let rows = arguments.required("row")?;
    let rows: Vec<&str> = rows.split(',').map(str::trim).filter(|id| !id.is_empty()).collect();
    let request = json!({
        "rows": rows,
        "state": arguments.required("state")?,
        "from": arguments.text("from").unwrap_or_default(),
        "on": arguments.text("on"),
    });
    call(host, "intake.mark", request)
}

pub(super) fn remind(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let mut request = json!({
        "unit": arguments.required("unit")?,
        "period": arguments.text("period"),
    });
    match arguments.text("out") {
        None => call(host, "intake.reminder", request),
        Some(path) => {
            request["path"] = json!(path);
            call(host, "intake.save_reminder", request)
        }
    }
}
