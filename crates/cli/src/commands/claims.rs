//! Commands about claims. `--seen-version` is the version that whoever asks has seen: of an older one the
//! difference is told. `--reason` opens the protected persons that `claim show` is about.

use api::{ErrorReply, Host};
use serde_json::{Value, json};

use super::call;
use crate::arguments::{Arguments, UsageFault};

/// What every step of a claim says.
fn step(arguments: &Arguments) -> Result<Value, ErrorReply> {
    Ok(json!({
        "id": arguments.text("id"),
        "claim": arguments.required("claim")?,
        "version": arguments.number::<u32>("seen-version")?,
    }))
}

/// Takes a step with what else it says.
fn take(
    host: &mut Host,
    arguments: &Arguments,
    operation: &str,
    with: Value,
) -> Result<Value, ErrorReply> {
    let mut request = step(arguments)?;
    if let (Some(request), Value::Object(with)) = (request.as_object_mut(), with) {
        request.extend(with);
    }
    call(host, operation, request)
}

pub(super) fn list(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "state": arguments.text("state"),
        "compensation": arguments.text("compensation"),
        "unit": arguments.text("unit"),
    });
    call(host, "claims.list", request)
}

pub(super) fn show(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({ "claim": arguments.required("claim")? });
    let Some(reason) = arguments.text("reason") else {
        return call(host, "claims.view", request);
    };
    let view = call(host, "claims.view", request.clone())?;
    let lines = view["lines"].as_array().into_iter().flatten();
    for line in lines.filter(|line| line["brief"]["protected"] == true) {
        let open = json!({ "person": line["person"], "reason": reason });
        call(host, "persons.open", open)?;
    }
    call(host, "claims.view", request)
}

pub(super) fn create(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "id": arguments.text("id"),
        "compensation": arguments.text("compensation"),
        "period": arguments.text("period"),
        "unit": arguments.text("unit"),
        "from": arguments.text("from"),
        "candidates": arguments.flag("candidates").then(|| json!([])),
    });
    call(host, "claims.create", request)
}

/// Adds lines of what may be claimed: of one person, or all that fit.
pub(super) fn take_candidates(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let period = arguments.text("period");
    let named =
        arguments.text("person").map(|person| json!({ "person": person, "period": period }));
    let named: Vec<Value> = named.into_iter().collect();
    take(host, arguments, "claims.take", json!({ "candidates": named }))
}

pub(super) fn line_add(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let costs = arguments.text("cost").unwrap_or_default();
    let costs = costs.split(',').map(str::trim).filter(|cost| !cost.is_empty());
    let line = json!({
        "person": arguments.required("person")?,
        "from": arguments.text("from"),
        "until": arguments.text("until"),
        "amount_ore": arguments.number::<i64>("amount-ore")?,
        "costs": costs.collect::<Vec<_>>(),
        "unit": arguments.text("unit"),
    });
    take(host, arguments, "claims.add_line", line)
}

pub(super) fn line_remove(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let line = json!({ "line": arguments.required("line")? });
    take(host, arguments, "claims.remove_line", line)
}

pub(super) fn line_service(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let computed = json!({
        "line": arguments.required("line")?,
        "service_ore": arguments.number::<i64>("service-ore")?,
        "difference": arguments.text("difference").unwrap_or_default(),
    });
    take(host, arguments, "claims.service", computed)
}

pub(super) fn numbers(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let mut numbers = json!({});
    for (option, field) in [("diary", "diary_number"), ("agency", "agency_number")] {
        if let Some(number) = arguments.text(option) {
            numbers[field] = json!(number);
        }
    }
    take(host, arguments, "claims.numbers", numbers)
}

pub(super) fn attach(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let evidence = json!({
        "path": arguments.word(0),
        "evidence": arguments.required("evidence")?,
        "line": arguments.text("line"),
    });
    take(host, arguments, "claims.attach", evidence)
}

pub(super) fn detach(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let document = json!({ "document": arguments.required("document")? });
    take(host, arguments, "claims.detach", document)
}

pub(super) fn pass(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let finding = json!({
        "code": arguments.required("code")?,
        "line": arguments.text("line"),
        "reason": arguments.required("reason")?,
    });
    take(host, arguments, "claims.pass", finding)
}

pub(super) fn send(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    take(host, arguments, "claims.send", json!({}))
}

pub(super) fn return_it(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let own_line = arguments.text("line");
    let comments = arguments.texts("comment").iter().map(|comment| {
        let (line, text) = match &own_line {
            Some(line) => (line.as_str(), comment.as_str()),
            None => comment
                .split_once('=')
                .ok_or_else(|| UsageFault::new("usage-not-understood", comment))?,
        };
        Ok(json!({ "line": line, "text": text }))
    });
    let comments: Vec<Value> = comments.collect::<Result<_, ErrorReply>>()?;
    let said = json!({ "reason": arguments.required("reason")?, "comments": comments });
    take(host, arguments, "claims.return", said)
}

pub(super) fn approve(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    take(host, arguments, "claims.approve", json!({}))
}

pub(super) fn withdraw(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let reason = json!({ "reason": arguments.required("reason")? });
    take(host, arguments, "claims.withdraw", reason)
}

pub(super) fn submit(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let receipt = json!({
        "receipt": arguments.required("receipt")?,
        "on": arguments.required("on")?,
    });
    take(host, arguments, "claims.submit", receipt)
}

pub(super) fn package(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "claim": arguments.required("claim")?,
        "path": arguments.required("out")?,
        "reason": arguments.text("reason"),
    });
    call(host, "claims.package", request)
}
