//! Commands of the main job: payment lists, matching, distribution, booking, trace.

use api::{ErrorReply, Host};
use serde_json::{Map, Value, json};

use super::call;
use crate::arguments::{Arguments, UsageFault};
use crate::json::read_json;

/// A client's id: given, or new.
fn id_of(arguments: &Arguments) -> String {
    arguments.text("id").unwrap_or_else(api::new_id)
}

fn list_of(arguments: &Arguments) -> Result<Value, UsageFault> {
    Ok(json!({ "list": arguments.required("list")? }))
}

/// A path as the process sees it, so that it does not depend on where the core stands.
pub(super) fn decisions_in(arguments: &Arguments) -> Result<Value, ErrorReply> {
    let Some(path) = arguments.text("decisions") else { return Ok(json!([])) };
    read_json(&path)
}

pub(super) fn lists(host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "payments.lists", json!({}))
}

pub(super) fn show(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "payments.list", list_of(arguments)?)
}

pub(super) fn import(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "id": id_of(arguments),
        "path": arguments.word(0),
        "profile": arguments.text("profile"),
        "payment_date": arguments.text("payment-date"),
        "bank_ore": arguments.number::<i64>("bank-ore")?,
        "reason": arguments.text("reason"),
        "decisions": decisions_in(arguments)?,
        "park_faulty": arguments.flag("park-faulty"),
    });
    call(host, "payments.import", request)
}

/// Decisions from a file, or one about one row: `--correct amount=9000,00`, `--park`, `--accept`.
/// Several corrections of one row are separated by semicolons.
pub(super) fn all_decisions(arguments: &Arguments) -> Result<Value, ErrorReply> {
    let mut decisions = decisions_in(arguments)?;
    if let Some(line) = arguments.number::<u32>("line")? {
        let mut fields = Map::new();
        let decision = match arguments.text("correct") {
            Some(corrections) => {
                for correction in corrections.split(';') {
                    let (field, text) = correction
                        .split_once('=')
                        .ok_or_else(|| UsageFault::new("usage-not-understood", correction))?;
                    fields.insert(field.trim().to_owned(), json!(text.trim()));
                }
                "correct"
            }
            None if arguments.flag("park") => "park",
            None if arguments.flag("accept") => "accept",
            None => return Err(UsageFault::new("usage-option-missing", "correct").into()),
        };
        let one = json!({ "line": line, "decision": decision, "fields": fields });
        if let Some(decisions) = decisions.as_array_mut() {
            decisions.push(one);
        }
    }
    Ok(decisions)
}

pub(super) fn decide(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let decisions = all_decisions(arguments)?;
    let request = json!({ "list": arguments.required("list")?, "decisions": decisions });
    call(host, "review.decide", request)
}

pub(super) fn undo(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let line = arguments.number::<u32>("line")?;
    call(host, "review.undo", json!({ "list": arguments.required("list")?, "line": line }))
}

fn commit_request(arguments: &Arguments) -> Result<Value, UsageFault> {
    Ok(json!({
        "list": arguments.required("list")?,
        "bank_ore": arguments.number::<i64>("bank-ore")?,
        "reason": arguments.text("reason"),
    }))
}

pub(super) fn commit(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "payments.commit", commit_request(arguments)?)
}

pub(super) fn bank(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "payments.bank", commit_request(arguments)?)
}

pub(super) fn discard(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "payments.discard", list_of(arguments)?)
}

pub(super) fn reverse(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let (list, reason) = (arguments.required("list")?, arguments.required("reason")?);
    call(host, "payments.reverse", json!({ "list": list, "reason": reason }))
}

pub(super) fn protocol(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let (list, path) = (arguments.required("list")?, arguments.required("out")?);
    call(host, "review.protocol", json!({ "list": list, "path": path }))
}

/// Matches a list; with `--line`, chooses, undoes or adds the person of one row.
pub(super) fn match_list(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let list = arguments.required("list")?;
    let Some(line) = arguments.number::<u32>("line")? else {
        return call(host, "match.run", json!({ "list": list }));
    };
    if arguments.flag("undo") {
        return call(host, "match.undo", json!({ "list": list, "line": line }));
    }
    if arguments.flag("add-person") {
        return call(host, "match.add_person", json!({ "list": list, "line": line }));
    }
    if arguments.flag("add-numbers") {
        return call(host, "match.add_numbers", json!({ "list": list, "line": line }));
    }
    let person = arguments.required("person")?;
    call(host, "match.choose", json!({ "list": list, "line": line, "person": person }))
}

pub(super) fn distribute(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "month": arguments.required("month")?,
        "id": arguments.text("id"),
        "draft": arguments.flag("draft"),
    });
    call(host, "distribution.run", request)
}

pub(super) fn statement(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "distribution": arguments.required("distribution")?,
        "cost_centre": arguments.text("cost-centre"),
        "path": arguments.required("out")?,
    });
    call(host, "distribution.statement", request)
}

/// `KOD=VERIFIKATION`; several are separated by semicolons.
fn receivables(arguments: &Arguments) -> Result<Vec<Value>, UsageFault> {
    let text = arguments.text("receivable").unwrap_or_default();
    let each = text.split(';').filter(|one| !one.trim().is_empty());
    let read = each.map(|one| {
        let (code, voucher) =
            one.split_once('=').ok_or_else(|| UsageFault::new("usage-not-understood", one))?;
        Ok(json!({ "compensation": code, "voucher": voucher }))
    });
    read.collect()
}

pub(super) fn book(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "distribution": arguments.required("distribution")?,
        "id": arguments.text("id"),
        "period": arguments.text("period"),
        "voucher_date": arguments.text("date"),
        "previous_year": arguments.text("previous-year"),
        "receivables": receivables(arguments)?,
    });
    call(host, "orders.create", request)
}

fn order_of(arguments: &Arguments) -> Result<Value, UsageFault> {
    Ok(json!({ "order": arguments.required("order")? }))
}

pub(super) fn order_list(host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "orders.list", json!({}))
}

pub(super) fn order_show(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "orders.view", order_of(arguments)?)
}

pub(super) fn order_attest(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "orders.attest", order_of(arguments)?)
}

pub(super) fn order_withdraw(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let (order, reason) = (arguments.required("order")?, arguments.required("reason")?);
    call(host, "orders.withdraw", json!({ "order": order, "reason": reason }))
}

pub(super) fn order_print(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let (order, path) = (arguments.required("order")?, arguments.required("out")?);
    call(host, "orders.print", json!({ "order": order, "path": path }))
}

/// Scheduled work has nobody to press a button: a newly created order is attested in the same step,
/// on record as without a second person.
pub(super) fn export(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "order": arguments.required("order")?,
        "format": arguments.required("format")?,
        "path": arguments.required("out")?,
        "attest": true,
    });
    call(host, "orders.export", request)
}

pub(super) fn trace(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    if let Some(list) = arguments.text("list") {
        let line = arguments
            .number::<u32>("line")?
            .ok_or_else(|| UsageFault::new("usage-option-missing", "line"))?;
        return call(host, "trace.row", json!({ "list": list, "line": line }));
    }
    let place = |name: &'static str| -> Result<u32, UsageFault> {
        arguments.number::<u32>(name)?.ok_or_else(|| UsageFault::new("usage-option-missing", name))
    };
    let request = json!({
        "order": arguments.required("order")?,
        "voucher": place("voucher")?,
        "posting": place("posting")?,
    });
    call(host, "trace.posting", request)
}
