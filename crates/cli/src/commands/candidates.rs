//! Commands about what may be claimed, money at risk, and what placements cost.

use api::{ErrorReply, Host};
use serde_json::{Value, json};

use super::call;
use crate::arguments::Arguments;

/// What may be claimed; of one person with why.
pub(super) fn list(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let as_of = arguments.text("as-of");
    if let Some(person) = arguments.text("person") {
        return call(host, "candidates.person", json!({ "person": person, "as_of": as_of }));
    }
    let request = json!({
        "as_of": as_of,
        "unit": arguments.text("unit"),
        "compensation": arguments.text("compensation"),
        "period": arguments.text("period"),
        "shown": { "all": true },
    });
    call(host, "candidates.list", request)
}

/// Says why something is not claimed; with `--lost` that its last day has passed.
pub(super) fn answer(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "id": arguments.text("id").unwrap_or_else(api::new_id),
        "person": arguments.required("person")?,
        "compensation": arguments.required("compensation")?,
        "period": arguments.required("period")?,
        "reason": arguments.required("reason")?,
    });
    let operation = if arguments.flag("lost") { "candidates.lose" } else { "candidates.answer" };
    call(host, operation, request)
}

pub(super) fn confirm(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "candidates.confirm_lost", json!({ "id": arguments.required("answer")? }))
}

pub(super) fn withdraw(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "candidates.withdraw", json!({ "id": arguments.required("answer")? }))
}

/// Money at risk; with `--escalations` who is told of it, as texts to send.
pub(super) fn risk(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let as_of = arguments.text("as-of");
    match arguments.flag("escalations") {
        true => call(host, "candidates.escalations", json!({ "as_of": as_of })),
        false => call(host, "candidates.risk", json!({ "as_of": as_of, "shown": { "all": true } })),
    }
}

/// What placements cost the city after lump sums and claims.
pub(super) fn net(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "from": arguments.required("from")?,
        "until": arguments.required("until")?,
        "shown": { "all": true },
    });
    call(host, "candidates.net", request)
}
