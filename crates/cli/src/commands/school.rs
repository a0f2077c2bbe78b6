//! Commands about pupils and their four-week periods.

use api::{ErrorReply, Host};
use serde_json::{Value, json};

use super::call;
use crate::arguments::Arguments;

/// Reads a list, and takes it in where no row waits for a decision.
pub(super) fn import(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "id": arguments.text("id"),
        "path": arguments.word(0),
        "profile": arguments.text("profile"),
        "period": arguments.text("period"),
        "unit": arguments.text("unit"),
    });
    super::draft::read_and_take("school", host, request)
}

pub(super) fn list(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "period": arguments.text("period"),
        "shown": super::shown(arguments, Some(0))?,
    });
    call(host, "school.list", request)
}

/// Four-week periods that begin in a quarter, beside what the agency's service computed.
pub(super) fn periods(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "period": arguments.required("period")?,
        "differing": arguments.flag("differing"),
        "shown": super::shown(arguments, None)?,
    });
    call(host, "school.periods", request)
}
