//! Any operation of the contract by its name: the same request, rights and hiding as the window's.

use std::io::Read as _;

use api::{ErrorReply, Host};
use serde_json::{Value, json};

use super::{call, open};
use crate::arguments::{Arguments, UsageFault};
use crate::json::{read_json, read_json_of};

/// Where the request is standard input.
const STANDARD_INPUT: &str = "-";

/// Does the operation; without a request an empty one is sent.
pub(super) fn operation(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let name = arguments.word(0);
    let Some(operation) = api::operation(&name) else {
        return Err(UsageFault::new("usage-unknown-operation", &name).into());
    };
    // Before the request is read: on standard input the passphrase stands in the line before it.
    if !host.is_open() && (operation.needs_database || arguments.text("db").is_some()) {
        open(host, arguments)?;
    }
    let request = match arguments.text("request").as_deref() {
        None => json!({}),
        Some(STANDARD_INPUT) => {
            let mut bytes = Vec::new();
            let unread = |_| ErrorReply::new("file-unreadable", &[]);
            std::io::stdin().lock().read_to_end(&mut bytes).map_err(unread)?;
            read_json_of(bytes, STANDARD_INPUT)?
        }
        Some(path) => read_json(path)?,
    };
    call(host, &name, request)
}
