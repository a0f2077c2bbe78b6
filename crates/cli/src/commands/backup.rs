//! Commands about backups.

use api::{ErrorReply, Host};
use serde_json::{Value, json};

use super::call;
use super::setup::login;
use crate::arguments::Arguments;

pub(super) fn make(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let operation = if arguments.flag("daily") { "backup.daily" } else { "backup.make" };
    call(host, operation, json!({ "folder": arguments.text("to") }))
}

pub(super) fn list(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "backup.list", json!({ "folder": arguments.text("from") }))
}

pub(super) fn state(host: &mut Host, _: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "backup.state", json!({}))
}

pub(super) fn verify(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let (user, passphrase) = login(arguments, "cli-backup-passphrase")?;
    let request = json!({ "path": arguments.word(0), "user": user, "passphrase": passphrase });
    call(host, "backup.verify", request)
}

pub(super) fn drill(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let (user, passphrase) = login(arguments, "cli-backup-passphrase")?;
    let request = json!({
        "path": arguments.word(0),
        "user": user,
        "passphrase": passphrase,
        "out": arguments.required("out")?,
    });
    call(host, "backup.drill", request)
}

pub(super) fn restore(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let (user, passphrase) = login(arguments, "cli-backup-passphrase")?;
    let request = json!({
        "path": arguments.word(0),
        "user": user,
        "passphrase": passphrase,
        "into": arguments.required("into")?,
        "last_order": arguments.text("last-order"),
    });
    call(host, "backup.restore", request)
}

pub(super) fn answer(host: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    call(host, "backup.answer", json!({ "last_order": arguments.required("last-order")? }))
}
