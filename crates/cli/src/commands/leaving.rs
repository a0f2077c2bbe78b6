//! Commands about what leaves the program.

use api::{ErrorReply, Host};
use serde_json::{Value, json};

use super::call;
use super::setup::passphrase_where_needed;
use crate::arguments::Arguments;

pub(super) fn state(host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "exit.state", json!({}))
}

pub(super) fn ask(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "exit.ask", json!({ "reason": arguments.required("reason")? }))
}

pub(super) fn write(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({ "path": arguments.required("out")?, "reason": arguments.text("reason") });
    call(host, "exit.write", request)
}

pub(super) fn verify(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = json!({
        "path": arguments.word(0),
        "into": arguments.required("into")?,
        "passphrase": passphrase_where_needed("cli-new-passphrase")?,
    });
    call(host, "exit.verify", request)
}
