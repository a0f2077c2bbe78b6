//! Commands about costs that the city has borne.

use api::{ErrorReply, Host};
use serde_json::{Map, Value, json};

use super::call;
use crate::arguments::{Arguments, UsageFault};

/// Fields of a cost that are texts, with their options.
const TEXTS: [(&str, &str); 8] = [
    ("compensation", "compensation"),
    ("from", "from"),
    ("until", "until"),
    ("item", "item"),
    ("voucher", "voucher"),
    ("unit", "unit"),
    ("note", "note"),
    ("not_the_same", "not-the-same"),
];

/// `--person P` for as much each, `--share P=ÖRE` for shares that are given; none where neither is.
fn persons(arguments: &Arguments) -> Result<Option<Vec<Value>>, ErrorReply> {
    let named = arguments.texts("person").iter().map(|person| Ok(json!({ "person": person })));
    let shares = arguments.texts("share").iter().map(|share| {
        let fault = || UsageFault::new("usage-not-understood", share);
        let (person, amount) = share.split_once('=').ok_or_else(fault)?;
        let amount: i64 = amount.trim().parse().map_err(|_| fault())?;
        Ok(json!({ "person": person, "amount_ore": amount }))
    });
    let persons: Vec<Value> = named.chain(shares).collect::<Result<_, ErrorReply>>()?;
    Ok(Some(persons).filter(|persons| !persons.is_empty()))
}

/// What of a cost is given.
fn fields(arguments: &Arguments) -> Result<Map<String, Value>, ErrorReply> {
    let mut fields = Map::new();
    for (field, option) in TEXTS {
        if let Some(text) = arguments.text(option) {
            fields.insert(field.to_owned(), json!(text));
        }
    }
    for (field, option) in [("amount_ore", "amount-ore"), ("fee_ore", "fee-ore")] {
        if let Some(amount) = arguments.number::<i64>(option)? {
            fields.insert(field.to_owned(), json!(amount));
        }
    }
    if let Some(persons) = persons(arguments)? {
        fields.insert("persons".to_owned(), Value::Array(persons));
    }
    if let Some(id) = arguments.text("id") {
        fields.insert("id".to_owned(), json!(id));
    }
    Ok(fields)
}

pub(super) fn list(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "open": arguments.flag("open"),
        "unit": arguments.text("unit"),
        "compensation": arguments.text("compensation"),
        "person": arguments.text("person"),
        "from": arguments.text("from"),
        "until": arguments.text("until"),
        "voucher": arguments.text("voucher"),
        "shown": super::shown(arguments, Some(0))?,
    });
    call(host, "costs.list", request)
}

pub(super) fn show(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "costs.show", json!({ "cost": arguments.required("cost")? }))
}

pub(super) fn add(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let mut request = fields(arguments)?;
    request.entry("persons").or_insert_with(|| json!([]));
    call(host, "costs.add", Value::Object(request))
}

pub(super) fn correct(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let mut request = fields(arguments)?;
    request.insert("cost".to_owned(), json!(arguments.required("cost")?));
    request.insert("reason".to_owned(), json!(arguments.required("reason")?));
    call(host, "costs.correct", Value::Object(request))
}

pub(super) fn withdraw(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "id": arguments.text("id"),
        "cost": arguments.required("cost")?,
        "reason": arguments.required("reason")?,
    });
    call(host, "costs.withdraw", request)
}

/// Reads a file, and takes it in where no row waits for a decision: then with the costs that came of
/// it, else with what was found.
pub(super) fn import(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "id": arguments.text("id"),
        "path": arguments.word(0),
        "profile": arguments.text("profile"),
    });
    let mut draft = super::draft::read_and_take("costs", host, request)?;
    let id = draft["draft"].clone();
    if draft["state"] == "draft" {
        return Ok(draft);
    }
    let request = json!({ "draft": id, "shown": { "all": true } });
    draft["costs"] = call(host, "costs.list", request)?["costs"].take();
    Ok(draft)
}
