//! Commands about the log of reading.

use api::{ErrorReply, Host};
use serde_json::{Value, json};

use super::call;
use super::options::{COST_CENTRE, FROM, PERSON};
use crate::arguments::{Arguments, OptionRule, flag, value};

/// What a sample is drawn of.
pub(super) const SAMPLE: &[OptionRule] = &[
    value("id", "ID"),
    value("seed", "TAL"),
    value("size", "ANTAL"),
    FROM,
    value("until", "DAG"),
    value("by", "ANVÄNDARE"),
    PERSON,
    COST_CENTRE,
    flag("protected"),
    flag("off-hours"),
];

/// The samples, or one of them; with a reading what was found of it is noted, and `--sign` ends it.
pub(super) fn review(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let id = arguments.word(0);
    if id.is_empty() {
        return call(host, "log.reviews", json!({}));
    }
    if let Some(reading) = arguments.number::<i64>("reading")? {
        let request = json!({
            "id": id, "reading": reading, "verdict": arguments.required("verdict")?,
            "note": arguments.text("note").unwrap_or_default(),
        });
        return call(host, "log.note", request);
    }
    let operation = if arguments.flag("sign") { "log.sign" } else { "log.review" };
    call(host, operation, json!({ "id": id }))
}

pub(super) fn sample(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "id": arguments.text("id"),
        "seed": arguments.number::<i64>("seed")?,
        "size": arguments.number::<u32>("size")?,
        "from": arguments.text("from"),
        "until": arguments.text("until"),
        "user": arguments.text("by"),
        "person": arguments.text("person"),
        "cost_centre": arguments.text("cost-centre"),
        "protected": arguments.flag("protected"),
        "off_hours": arguments.flag("off-hours"),
    });
    call(host, "log.draw", request)
}

pub(super) fn extract(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "log.extract", json!({ "person": arguments.required("person")? }))
}
