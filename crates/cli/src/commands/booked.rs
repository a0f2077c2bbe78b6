//! Commands of what the finance system answers, and of accounting periods.

use api::{ErrorReply, Host};
use serde_json::{Value, json};

use super::call;
use crate::arguments::{Arguments, UsageFault};

/// One voucher's number, a file of them, or with `--undo` a number that is taken back.
pub(super) fn booked(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    if let Some(path) = arguments.text("file") {
        return call(host, "orders.booked_file", json!({ "path": path }));
    }
    let order = arguments.required("order")?;
    let voucher = arguments
        .number::<u32>("voucher")?
        .ok_or_else(|| UsageFault::new("usage-option-missing", "voucher"))?;
    if arguments.flag("undo") {
        let reason = arguments.required("reason")?;
        let request = json!({ "order": order, "voucher": voucher, "reason": reason });
        return call(host, "orders.unbook", request);
    }
    let (number, day) = (arguments.required("number")?, arguments.required("date")?);
    let one = json!({ "voucher": voucher, "number": number, "day": day });
    let request = json!({ "order": order, "numbers": [one] });
    call(host, "orders.booked", request)
}

pub(super) fn reject(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let (order, reason) = (arguments.required("order")?, arguments.required("reason")?);
    call(host, "orders.reject", json!({ "order": order, "reason": reason }))
}

pub(super) fn period_list(host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "periods.list", json!({}))
}

fn set(host: &mut Host, arguments: &Arguments, closed: bool) -> Result<Value, ErrorReply> {
    let period = arguments.text("period").unwrap_or_else(|| arguments.word(0));
    if period.is_empty() {
        return Err(UsageFault::new("usage-word-missing", "PERIOD").into());
    }
    call(host, "periods.set", json!({ "period": period, "closed": closed }))
}

pub(super) fn period_open(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    set(host, arguments, false)
}

pub(super) fn period_close(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    set(host, arguments, true)
}
