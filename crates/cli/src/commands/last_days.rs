//! Commands about last days to apply.

use api::{ErrorReply, Host};
use serde_json::{Value, json};

use super::call;
use crate::arguments::Arguments;

pub(super) fn list(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "until": arguments.text("until"),
        "unit": arguments.text("cost-centre"),
        "include_done": arguments.flag("done"),
        "shown": super::shown(arguments, Some(0))?,
    });
    call(host, "last_days.list", request)
}

/// Without `--id` the last day of that compensation, period and unit is set, whether it was there
/// before or not: a script can be run again. An amount and a note that are not given stay; empty ones
/// are taken away.
pub(super) fn set(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let mut request = json!({
        "id": arguments.text("id"),
        "compensation": arguments.required("compensation")?,
        "unit": arguments.required("cost-centre")?,
        "period": arguments.required("period")?,
        "last_day": arguments.text("last-day").unwrap_or_default(),
    });
    if let Some(note) = arguments.text("note") {
        request["note"] = json!(note);
    }
    match arguments.text("amount-ore").as_deref() {
        None => {}
        Some("") => request["amount_ore"] = Value::Null,
        Some(_) => request["amount_ore"] = json!(arguments.number::<i64>("amount-ore")?),
    }
    call(host, "last_days.set", request)
}

pub(super) fn done(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({ "id": arguments.required("id")?, "done": !arguments.flag("undo") });
    call(host, "last_days.done", request)
}
